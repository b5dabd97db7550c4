@_spi(Testing) import Exports
import FoundationEssentials
import Testing

/// The policy on points where readers disagree (docs/exports.md, "Policy"), row by row.
@Suite struct PolicyTests {
  struct Point: Sendable, CustomTestStringConvertible {
    /// The point as the table names it.
    var testDescription: String
    var text: String
    /// What the reader makes of each record: fields, or `nil` if it is rejected.
    var records: [[String]?]
  }

  static let points: [Point] = [
    Point(
      testDescription: "bare CR", text: "a,b\rc,d\r\ne,f\n",
      records: [["a", "b"], ["c", "d"], ["e", "f"]]),
    Point(
      testDescription: "line break in quotes", text: "\"a\r\nb\",\"c\rd\"",
      records: [["a\r\nb", "c\rd"]]),
    Point(
      testDescription: "stray quote", text: "12\",a\nb,\"c\"d\ne,f",
      records: [nil, nil, ["e", "f"]]),
    Point(
      testDescription: "unclosed quote", text: "a,\"b\nc,d\ne,f\n",
      records: [nil, ["c", "d"], ["e", "f"]]),
    Point(testDescription: "blanks round quotes", text: " \"a\" ,\t\"b\"", records: [["a", "b"]]),
    Point(testDescription: "blanks at the ends", text: " a ,b ", records: [[" a ", "b "]]),
    Point(
      testDescription: "quote sign and escapes", text: "'a,b'\n\"a\\\",b\n\"a\\\"b\"\n\"a\"\"b\"",
      records: [["'a", "b'"], ["a\\", "b"], nil, ["a\"b"]]),
    Point(testDescription: "comments", text: "#a,b\n", records: [["#a", "b"]]),
    Point(testDescription: "NUL", text: "a\0b,\"\0\"\n", records: [["a\0b", "\0"]]),
    Point(
      testDescription: "mark in the middle", text: "a,b\n\u{FEFF}c,d",
      records: [["a", "b"], ["\u{FEFF}c", "d"]]),
    Point(testDescription: "line end at the end", text: "a,b\n", records: [["a", "b"]]),
    Point(testDescription: "separator at the end", text: "a,b,\n", records: [["a", "b", ""]]),
    Point(
      testDescription: "separator and record end", text: "a\u{1F}b\u{1E}c",
      records: [["a\u{1F}b\u{1E}c"]]),
  ]

  @Test(arguments: points) func `keeps to the policy`(_ point: Point) {
    let records = RecordProbe.records(of: Array(point.text.utf8), separator: UInt8(ascii: ","))
    let texts = records.map { $0.fields?.map { String(decoding: $0, as: UTF8.self) } }
    #expect(texts == point.records)
  }

  @Test func `skips blank rows and counts them`() throws {
    let file = try open("\n a;b\n\n1;2\n;\n\"\";\" \"\n3;4\n\n", secrets("a", "b"))
    #expect(file.rows == [["1", "2"], ["3", "4"]])
    // Lines 1, 3, 5, 6 and 8.
    #expect(file.counts.blank == 5)
  }

  @Test func `takes a joined file's second heading row for what it is, with or without a mark`()
    throws
  {
    let file = try open("a;b\n1;2\na;b\n3;4\n\u{FEFF}a;b\n\u{FEFF}5;6\n", secrets("a", "b"))
    #expect(file.rows == [["1", "2"], ["3", "4"], ["5", "6"]])
    #expect(file.problems == ["3: header-repeated", "5: header-repeated"])
  }

  @Test func `names every point in the table of the documentation`() throws {
    let text = try String(
      contentsOf: fixtures.deletingLastPathComponent().appending(path: "docs/exports.md"),
      encoding: .utf8)
    let names =
      Self.points.map(\.testDescription) + DesignDifferences.Policy.allCases.map(\.rawValue)
    for name in names { #expect(text.contains("\n| \(name) |"), "\(name)") }
  }
}
