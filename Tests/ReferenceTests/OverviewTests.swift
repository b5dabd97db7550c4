import Foundation
import Reference
import Testing

/// That the overview of the statistics names every function, and no other.
struct OverviewTests {
  @Test func `the overview names every function once or more`() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/statistics/README.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
    let named = Set(rows.flatMap { $0.matches(of: /`([a-z0-9-]+)`/).map { String($0.output.1) } })
    #expect(named == Set(ReferenceFunction.all.map(\.name)))
  }
}
