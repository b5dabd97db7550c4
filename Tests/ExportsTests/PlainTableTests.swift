import Exports
import Testing

struct PlainTableTests {
  private func table(_ text: String) throws -> PlainTable {
    try PlainTable(bytes: Array(text.utf8))
  }

  @Test func `fields, quotes and lines as a spreadsheet writes them`() throws {
    let table = try table(
      "\u{FEFF}key;name\r\nE1;\"Haus; am \"\"See\"\"\"\r\n\r\nE2;\"a\nb\"\r\nE3; c \r\n")
    #expect(table.headings == ["key", "name"])
    #expect(
      table.rows.map(\.fields) == [["E1", "Haus; am \"See\""], ["E2", "a\nb"], ["E3", "c"]])
    #expect(table.rows.map(\.line) == [2, 4, 6])
  }

  @Test func `the separator is the one the heading has more of`() throws {
    #expect(try table("a,b\n1;2,3\n").rows[0].fields == ["1;2", "3"])
    #expect(try table("a;b\n1,2;3\n").rows[0].fields == ["1,2", "3"])
  }

  @Test func `what is wrong is told with its line`() {
    #expect(throws: PlainTable.Failure.empty) { try table("\n \n") }
    #expect(throws: PlainTable.Failure.ragged(line: 3, fields: 1, expected: 2)) {
      try table("a,b\n1,2\n3\n")
    }
    #expect(throws: PlainTable.Failure.malformed(line: 3)) { try table("a,b\n1,2\n3,x\"y\n") }
    #expect(throws: PlainTable.Failure.notUTF8) {
      try PlainTable(bytes: [0x61, 0x2C, 0xFC, 0x0A])
    }
  }
}
