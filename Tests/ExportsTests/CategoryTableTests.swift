import Exports
import Testing

@Suite struct CategoryTableTests {
  private func table(_ text: String, _ columns: [String]? = nil) throws -> CategoryTable {
    try CategoryTable(bytes: Array(text.utf8)) { columns ?? $0 }
  }

  @Test func `numbers values in the order of their first appearance`() throws {
    let table = try table("a;b\nx;1\ny;2\n x ;1\r\n;3")
    #expect(table.count == 4)
    #expect(table.columns[0].codes == [0, 1, 0, 2])
    #expect(table.columns[0].texts == ["x", "y", ""])
    #expect(table.columns[0].firstRecords == [0, 1, 3])
    #expect(table.columns[1].texts == ["1", "2", "3"])
  }

  @Test func `reads only the columns asked for, in that order`() throws {
    let table = try table("name,b,a\nAda,1,x\nBob,2,y\n", ["a", "b"])
    #expect(table.columns.map(\.heading) == ["a", "b"])
    #expect(table.columns.map(\.texts) == [["x", "y"], ["1", "2"]])
  }

  @Test func `reads quotes, doubled quotes and line breaks inside them`() throws {
    let table = try table("a,b\n\"x,\"\"1\"\"\",\"two\nlines\"\n\"p\" ,q\n")
    #expect(table.columns[0].texts == ["x,\"1\"", "p"])
    #expect(table.columns[1].texts == ["two\nlines", "q"])
  }

  @Test func `leaves blank lines out and keeps an empty last field`() throws {
    let table = try table("a,b\n\n1,\n   \n2,")
    #expect(table.columns[0].texts == ["1", "2"] && table.columns[1].codes == [0, 0])
  }

  static let faults: [(String, CategoryTable.Failure)] = [
    ("a,b\n1,2\n3\n", .ragged(line: 3, fields: 1, expected: 2)),
    ("a,b\n1,2,3\n", .ragged(line: 2, fields: 3, expected: 2)),
    ("a,b\n1,x\"y\n", .malformed(line: 2)),
    ("a,b\n1,2\n\"x\"y,2\n", .malformed(line: 3)),
    ("a,b\n1,\"open\n", .malformed(line: 2)),
    ("a,a\n1,2\n", .file(.headingAmbiguous(heading: "a", columns: [1, 2]))),
    ("", .file(.empty)),
  ]

  @Test(arguments: faults)
  func `says where a file is broken`(_ text: String, _ failure: CategoryTable.Failure) {
    #expect(throws: failure) { try table(text) }
  }

  @Test func `names a column that is missing`() {
    let missing = MissingHeading(wanted: "c", nearest: nil)
    #expect(throws: CategoryTable.Failure.file(.headingMissing([missing]))) {
      try table("a,b\n1,2\n", ["c"])
    }
  }

  @Test func `pieces and workers change nothing`() throws {
    var text = "a;b\n"
    for row in 0..<400_000 { text += "value \(row % 1009);\(row % 7)\n" }
    let bytes = Array(text.utf8)
    #expect(bytes.count > 3 << 20)
    let one = try CategoryTable(bytes: bytes, workers: 1) { $0 }
    for workers in [2, 7] {
      let other = try CategoryTable(bytes: bytes, workers: workers) { $0 }
      #expect(other.columns.map(\.codes) == one.columns.map(\.codes))
      #expect(other.columns.map(\.texts) == one.columns.map(\.texts))
    }
    #expect(one.count == 400_000 && one.columns[0].texts.count == 1009)
    #expect(one.columns[0].codes[1009 * 5 + 3] == 3)
  }

  @Test func `places of errors count from the beginning of the file`() {
    var text = "a;b\n"
    for _ in 0..<400_000 { text += "12345;1\n" }
    #expect(throws: CategoryTable.Failure.ragged(line: 400_002, fields: 1, expected: 2)) {
      try table(text + "1\n")
    }
  }
}
