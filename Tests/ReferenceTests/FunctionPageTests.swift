import Foundation
import Reference
import Testing

/// The page `docs/statistics/functions.md`, which `make stats-page` writes.
struct FunctionPageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/statistics/functions.md")

  private static var text: String {
    let introduction = """
      # All functions

      What `echolot stats NAME` takes (docs/statistics/checking.md); written by `make stats-page` from the functions themselves. Every example is run by the tests. A value may be given under
      its other names too; dots count as underscores. In columns `null`, `"NA"` and `"NaN"` are missing; where a function takes several columns of one length, rows with something missing are left out
      and counted in `rows_left_out`. Labels may be texts, numbers or truth values. No value may be infinite: JSON has no such number.

      """
    return introduction
      + ReferenceFunction.all.map { function in
        let lines = function.parameters.map { parameter in
          let others = parameter.otherNames.filter { name in
            !function.parameters.contains { $0.name == name }
          }
          return "| `\(parameter.name)` | \(others.map { "`\($0)`" }.joined(separator: " ")) |"
            + " \(parameter.meaning.replacing("|", with: "\\|")) |\n"
        }
        return """

          ## `\(function.name)`

          \(function.summary)

          | value | or | what it is |
          |---|---|---|
          \(lines.joined())
          ```json
          \(function.example)
          ```

          """
      }.joined()
  }

  @Test func `the page says what the functions take`() throws {
    if ProcessInfo.processInfo.environment["ECHOLOT_WRITE_DOCS"] != nil {
      try Self.text.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(page == Self.text, "run make stats-page")
  }
}
