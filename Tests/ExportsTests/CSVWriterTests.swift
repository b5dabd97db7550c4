import Exports
import Testing

@Suite struct CSVWriterTests {
  private func written(_ records: [[String]]) -> String {
    var writer = CSVWriter()
    for record in records { writer.append(record) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `quotes only where it is needed`() {
    #expect(
      written([["a", "b;c", "1,5", "sagt \"ja\"", "x\ny", "x\ry", " x", "x\t", "", "=1+1", "ä"]])
        == "a,b;c,\"1,5\",\"sagt \"\"ja\"\"\",\"x\ny\",\"x\ry\",\" x\",\"x\t\",,=1+1,ä\n")
    #expect(written([["\"\"\""]]) == "\"\"\"\"\"\"\"\"\n")
    #expect(written([[""], ["", ""], ["x"]]) == "\"\"\n,\nx\n")
    #expect(written([]) == "")
  }

  @Test func `writes what reading gives back`() throws {
    let pieces = ["a", "\"", ",", "\n", "\r\n", ";", "ä", "\"\"", "x y", "|"]
    var generator = Generator(seed: 99)
    var records: [[String]] = []
    for _ in 0..<500 {
      records.append(
        (0..<3).map { column in
          // Letters at both ends, since reading trims; the first cell makes no row blank.
          let inner = (0..<generator.next(below: 5)).map { _ in
            pieces[generator.next(below: pieces.count)]
          }
          return column == 0 || !inner.isEmpty ? "x" + inner.joined() + "x" : ""
        })
    }
    let text = written([["p", "q", "r"]] + records)
    #expect(try open(text, secrets("p", "q", "r", separator: ",")).rows == records)
  }

  @Test func `writes tables that a German Excel opens and never computes`() {
    var writer = CSVWriter(.spreadsheet)
    writer.append(["a", "b;c", "1,5", "", "=1+1", "+49", "-1", "@x", "\t=x", "a=b"])
    #expect(
      writer.bytes
        == Array("\u{FEFF}a;\"b;c\";1,5;;'=1+1;'+49;'-1;'@x;'\t=x;a=b\r\n".utf8))
  }

  @Test func `refuses a record without cells`() async {
    await #expect(processExitsWith: .failure) {
      var writer = CSVWriter()
      writer.append([])
    }
  }
}
