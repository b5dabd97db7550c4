import Exports
import Testing

@Suite struct ShapeTests {
  @Test func `rejects totals and means at the end, wherever chunks are cut`() throws {
    let text =
      "a;b;c\nE1;1;2\nTotal;1;2\nE2;1;2\nGesamt;3;zwei\nSumme:;2;4\n\n;MITTELWERT;1,5\n;;\n"
    for chunkRows in [1, 3, 100] {
      var limits = ReadingLimits()
      limits.chunkRows = chunkRows
      let file = try open(text, secrets("a", separator: ";"), limits: limits)
      // A row named Total among others may be an organisation; one with words is no row of figures.
      #expect(file.rows == [["E1"], ["Total"], ["E2"], ["Gesamt"]])
      #expect(file.problems == ["6: summary-row", "8: summary-row"])
      #expect(file.counts.isConserved)
      #expect(file.counts.blank == 2)
    }
  }

  @Test func `rejects records with too few or too many cells and says which`() throws {
    let file = try open("a;b;c\n1;2\n1;2;3;;4\n1;2;3\n", secrets("a", "b"))
    let findings = file.chunk(0).findings
    #expect(findings.map(\.code) == ["missing-cell", "extra-cell"])
    #expect(findings.map(\.column) == [3, 5])
    // The heading of a column that is not read may be anything and is not repeated.
    #expect(findings.map(\.heading) == [nil, nil])
    let read = try open("a;b;c\n1;2\n", secrets("a", "c")).chunk(0).findings
    #expect(read.map(\.heading) == ["c"])
    #expect(findings.map(\.stage) == [.shape, .shape])
    #expect(file.rows == [["1", "2"]])
  }

  @Test func `tolerates an empty column at the end`() throws {
    #expect(try open("a;b\n1;2;\n3;4; ;\n", secrets("b")).rows == [["2"], ["4"]])
    let phantom = try open("a;b;\n1;2\n3;4;\n5;6;;\n", secrets("b"))
    #expect(phantom.rows == [["2"], ["4"], ["6"]])
    #expect(phantom.facts.headingCount == 2)
  }

  @Test func `skips and counts blank rows`() throws {
    let file = try open("a;b\n\n;\n \t;\u{A0}\n\"\";\" \"\n1;2\n\n\n", secrets("a"))
    #expect(file.counts.blank == 6)
    #expect(file.counts.rows == 1)
    #expect(file.counts.isConserved)
    #expect(file.chunk(0).positions[0].record == 5)
  }

  @Test func `reports a record that repeats the heading row`() throws {
    let file = try open("a;b\n1;2\na;b\n\"a\";b\na;B\n", secrets("a"))
    #expect(file.problems == ["3: header-repeated", "4: header-repeated"])
    #expect(file.rows == [["1"], ["a"]])
  }

  @Test func `holds no cell text in findings`() throws {
    let text = "a;b\nErika\nErika \"E\";1\n\"Erika;2\n1;2;Erika\n"
    let file = try open(text, secrets("a"))
    #expect(file.counts.rejected == 4)
    for finding in file.chunk(0).findings { #expect(!"\(finding)".contains("Erika")) }
  }

  @Test func `gives the same chunk to several threads at once`() async throws {
    let rows = (0..<5_000).map { "\($0);x\n" }.joined()
    var limits = ReadingLimits()
    limits.chunkRows = 512
    let file = try open("a;b\n" + rows, one("a", .open(.number)), limits: limits)
    let counts = await withTaskGroup(of: (Int, Int).self) { group in
      for index in 0..<file.chunkCount {
        group.addTask { (index, file.chunk(index).positions.count) }
      }
      return await group.reduce(into: [Int: Int]()) { $0[$1.0] = $1.1 }
    }
    // 5,000 = 9 * 512 + 392
    #expect((0..<file.chunkCount).map { counts[$0] } == Array(repeating: 512, count: 9) + [392])
  }
}
