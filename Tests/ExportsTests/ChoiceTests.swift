import Exports
import Testing

/// Cells with several choices, as Google Forms (`, `), Microsoft Forms (`;` at the end) and Kobo
/// (a blank) write them.
@Suite struct ChoiceTests {
  private func chosen(
    _ cell: String, _ options: [String], _ separator: String, missing: [String: Answer] = [:]
  ) throws -> (answers: [Answer], unknown: Int) {
    let layout = SourceLayout(
      separator: UInt8(ascii: "|"),
      columns: options.map { option in
        ColumnRequest(
          heading: "q",
          kind: .choice(
            ChoiceFormat(
              option: option, options: options, separator: separator, missing: missing)))
      })
    let chunk = try open("q|n\n\"\(cell)\"|x\n", layout).chunk(0)
    return (chunk.columns.map { $0.answers[0] }, chunk.repairs.unknownOptions)
  }

  private static let fields = [
    "Software engineering", "Software engineering, computer science, data science", "Law",
  ]

  // One option holds the separator and begins like another: the longest one that fits counts.
  @Test(arguments: [
    ("Software engineering, computer science, data science", [0, 1, 0]),
    ("Software engineering, Law", [1, 0, 1]),
    ("Law, Software engineering, computer science, data science", [0, 1, 1]),
    ("Law", [0, 0, 1]), ("Law,Software engineering", [1, 0, 1]),
  ])
  func `an option may hold the separator`(cell: String, expected: [Int32]) throws {
    let found = try chosen(cell, Self.fields, ", ")
    #expect(found.answers == expected.map { Answer(value: $0) })
    #expect(found.unknown == 0)
  }

  @Test func `a separator at the end and blanks around it change nothing`() throws {
    #expect(
      try chosen("AGOL; Cartography;", ["AGOL", "Cartography", "GIS"], ";").answers
        == [1, 1, 0].map { Answer(value: $0) })
    #expect(
      try chosen("a c", ["a", "b", "c"], " ").answers == [1, 0, 1].map { Answer(value: $0) })
  }

  @Test func `what is no option is passed over and counted once`() throws {
    let found = try chosen("Law, Medicine, Software engineering, Art", Self.fields, ", ")
    #expect(found.answers == [1, 0, 1].map { Answer(value: $0) })
    #expect(found.unknown == 2)
  }

  @Test func `blank and missing cells are no choice at all`() throws {
    #expect(try chosen(" ", ["a", "b"], ";").answers == [.empty, .empty])
    #expect(
      try chosen("-9", ["a", "b"], ";", missing: ["-9": .nonAnswer]).answers
        == [.nonAnswer, .nonAnswer])
  }
}
