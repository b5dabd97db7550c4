import Exports
import Testing

/// The shape of records against frictionless 5.21, whose findings on its own files stand in the
/// suite: blank rows, and rows with too few or too many cells.
@Suite struct ShapeSuiteTests {
  /// Files with other counts, and why.
  private static let byDesign = [
    "chunk1.csv.zip": "an archive is no CSV", "chunk2.csv.zip": "an archive is no CSV",
    "doublequote.csv.zip": "an archive is no CSV", "table.csv.zip": "an archive is no CSV",
    "without-rows.csv.zip": "an archive is no CSV",
    "empty.csv": "a file without any byte is an error, not a table without rows",
    "matrix-with-comment.csv": "there are no comments: the first line is the heading row",
    "countries.csv": "there are no comments: the first line is the heading row",
  ]

  private func counts(_ test: Suite.Case) -> [String: Int]? {
    do {
      let file = try open(
        test.bytes, SourceLayout(separator: test.separatorByte, columns: []))
      let codes = file.chunks.flatMap(\.findings).map(\.code)
      return [
        "missing-cell": codes.count { $0 == "missing-cell" },
        "extra-cell": codes.count { $0 == "extra-cell" }, "blank-row": file.counts.blank,
      ]
    } catch {
      return nil
    }
  }

  @Test func `finds the blank, short and long rows that frictionless finds`() throws {
    let suite = try Suite("frictionless")
    let differing = suite.cases.filter { counts($0) != $0.shape }.map(\.id)
    print("frictionless: \(suite.cases.count - differing.count) of \(suite.cases.count) the same")
    #expect(suite.cases.count == 105)
    #expect(differing.sorted() == Self.byDesign.keys.sorted())
  }
}
