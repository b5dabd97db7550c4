import Exports
import Testing

/// What reading must make of a text after a heading row, worked out from the slow twin.
struct Expectation: Equatable {
  var rows: [[[UInt8]]] = []
  var rowPositions: [RecordPosition] = []
  var problems: [String] = []
  var problemPositions: [RecordPosition] = []
  var counts = RecordCounts()

  init(_ file: ExportFile) {
    for chunk in file.chunks {
      let columns = chunk.columns.map(\.secretBytes)
      rows += chunk.positions.indices.map { row in columns.map { $0[row] } }
      rowPositions += chunk.positions
      problems += chunk.findings.map(\.code)
      problemPositions += chunk.findings.map(\.position)
      counts += chunk.counts
    }
  }

  /// Applies the rules of shape to the twin's records, the first of which is the heading row.
  init(_ records: [TwinRecord]) {
    let columns = records.first?.fields?.count ?? 0
    counts.read = records.count
    counts.header = 1
    for (number, record) in records.enumerated().dropFirst() {
      let position = RecordPosition(
        record: number, line: record.line, lastLine: record.lastLine, byteOffset: record.offset,
        byteCount: record.count)
      if let fields = record.fields, fields.allSatisfy(\.isEmpty) {
        counts.blank += 1
        continue
      }
      let extra = record.fields.map { $0.dropFirst(columns).contains { !$0.isEmpty } }
      let code: String? =
        switch record.fields {
        case nil: record.isUnclosed ? "unclosed-quote" : "stray-quote"
        case let fields? where fields == records[0].fields: "header-repeated"
        case let fields? where fields.count < columns: "missing-cell"
        default: extra == true ? "extra-cell" : nil
        }
      if let code {
        problems.append(code)
        problemPositions.append(position)
        counts.rejected += 1
      } else {
        rows.append(Array((record.fields ?? []).prefix(columns)))
        rowPositions.append(position)
        counts.rows += 1
      }
    }
  }
}

@Suite struct SplittingTests {
  private static let heading = "p;q;r\n"

  private func compare(
    _ body: [UInt8], limits: ReadingLimits = .init(), _ note: Comment? = nil
  ) throws {
    let bytes = Array(Self.heading.utf8) + body
    let file = try open(bytes, secrets("p", "q", "r", separator: ";"), limits: limits)
    let twin = SlowTwin(
      separator: UInt8(ascii: ";"), quotedLines: limits.quotedLines,
      quotedBytes: limits.quotedBytes)
    let expected = Expectation(twin.records(of: bytes))
    #expect(Expectation(file) == expected, note)
    #expect(file.counts.isConserved)
  }

  @Test(arguments: [
    "", "\n", "\r\n\r\n", "1;2;3", "1;2;3\n", "1;2;3\r\n4;5;6\r", "1;2;3\r4;5;6\r7;8;9",
    "\"a\";\"b\";\"c\"\n", "\"a;b\";\"c\"\"d\";e\n", "\"a\nb\";c;d\n1;2;3\n",
    "\"a\r\nb\r\n\";c;d\r\n1;2;3\r\n", "\"a\rb\";c;d\r1;2;3\r", " \"a\" ; \"b\";c\n1;2;3\n",
    "\"a\" x;b;c\n1;2;3\n", "a \"b\" c;2;3\n4;5;6\n", "\"open;2;3\n4;5;6\n7;8;9\n",
    "1;2;\"open\n4;5;6", "\"\";\"\";\"\"\n;;\n ; ;\t\n", "1;2\n1;2;3;\n1;2;3;4\n",
    "\"a\n b\"c;2;3\n4;5;6\n", "p;q;r\n1;2;3\np;q;r\n", "\"\"\"\";\"\"\"a\"\"\";b\n",
    "\"a\"\"\n", "\"", "\"\"", "\"\"\"", "1;2;\"", "1;2;\"\n", "1;a long text with a \0 in it;3\n",
    "\t1\t;\t2;3\n",
  ])
  func `agrees with the slow twin on hand-made records`(_ body: String) throws {
    try compare(Array(body.utf8))
  }

  @Test func `agrees with the slow twin on 6000 generated texts`() throws {
    let pieces: [[UInt8]] = [
      "a", "b", "\"", "\"", "\"", "\"\"", ";", ";", ";", "\n", "\n", "\r\n", "\r", " ", "\t",
      "1;2;3\n", "\";\"", "ä", "\u{A0}x",
    ].map { Array($0.utf8) }
    var generator = Generator(seed: 20_261_123)
    for number in 0..<6_000 {
      var limits = ReadingLimits()
      limits.quotedLines = 1 + generator.next(below: 5)
      limits.quotedBytes = 1 + generator.next(below: 30)
      limits.chunkRows = 1 + generator.next(below: 6)
      var body: [UInt8] = []
      for _ in 0..<generator.next(below: 40) {
        body += pieces[generator.next(below: pieces.count)]
      }
      try compare(body, limits: limits, "text \(number)")
    }
  }

  @Test func `gives records, lines and bytes after a mark and a cell of two lines`() throws {
    // Counted by hand: after the mark, "p;q\n" is bytes 0 to 3; record 1 is bytes 4 to 11 and ends
    // in CRLF; record 2 starts at 14.
    let file = try open("\u{FEFF}p;q\n\"a\r\nb\";c\r\n1;2\n", secrets("p", "q"))
    #expect(
      Array(file.chunk(0).positions) == [
        RecordPosition(record: 1, line: 2, lastLine: 3, byteOffset: 4, byteCount: 8),
        RecordPosition(record: 2, line: 4, lastLine: 4, byteOffset: 14, byteCount: 3),
      ])
    #expect(file.rows == [["a\r\nb", "c"], ["1", "2"]])
    #expect(file.facts.lineEnd == .mixed)
  }

  @Test func `loses one record to an unclosed quote at the top of five megabytes`() throws {
    var text = "p;q;r\n1;\"not closed;3\n"
    let row = "4711;a text of some length, as people write;3\n"
    let count = 5_000_000 / row.utf8.count
    text += String(repeating: row, count: count)
    let file = try open(text, secrets("r", separator: ";"))
    #expect(file.problems == ["2: unclosed-quote"])
    #expect(file.counts.rows == count)
    #expect(file.counts.rejected == 1)
    #expect(file.counts.isConserved)
  }

  @Test(.timeLimit(.minutes(1)))
  func `stays linear when every 150th line leaves a quote open`() throws {
    // Each open quote swallows the 149 lines after it and breaks at the next one's quote, which has
    // a letter after it; without going back only to the next line this would lose everything.
    let block = "\"x;2;3\n" + String(repeating: "1;2;3\n", count: 149)
    let file = try open("p;q;r\n" + String(repeating: block, count: 1_000), secrets("p", "q", "r"))
    #expect(file.counts.rejected == 1_000)
    #expect(file.counts.rows == 149_000)
    #expect(Set(file.chunks.flatMap(\.findings).map(\.code)) == ["unclosed-quote"])
  }

  @Test func `counts a quoted cell over more lines than allowed as unclosed`() throws {
    var limits = ReadingLimits()
    limits.quotedLines = 3
    let layout = secrets("p", "q", separator: ";")
    let three = try open("p;q\n\"a\nb\nc\";1\n", layout, limits: limits)
    #expect(three.rows == [["a\nb\nc", "1"]])
    let four = try open("p;q\n\"a\nb\nc\nd\";1\n5;6\n", layout, limits: limits)
    // Line 2 alone is given up as unclosed; b and c have one cell; `d";1` has a stray quote.
    #expect(
      four.problems == [
        "2: unclosed-quote", "3: missing-cell", "4: missing-cell", "5: stray-quote",
      ])
    #expect(four.rows == [["5", "6"]])
  }

  @Test(arguments: [1, 2, 3, 7, 64, 65_536])
  func `gives the same rows, findings and counts for every chunk size`(_ rows: Int) throws {
    var text = "p;q;r\n"
    var generator = Generator(seed: 7)
    let kinds = ["1;2;3\n", ";;\n", "1;2\n", "\"a\nb\";2;3\n", "x\"y;2;3\n", "\n", "p;q;r\n"]
    for _ in 0..<200 { text += kinds[generator.next(below: kinds.count)] }
    var limits = ReadingLimits()
    let layout = secrets("p", "q", "r", separator: ";")
    let whole = try Expectation(open(text, layout, limits: limits))
    limits.chunkRows = rows
    let file = try open(text, layout, limits: limits)
    #expect(Expectation(file) == whole)
    #expect(file.chunkCount == (200 + rows - 1) / rows)
    for chunk in file.chunks { #expect(chunk.counts.isConserved) }
    #expect(whole.counts.read == 201)
  }
}
