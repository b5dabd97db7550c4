import Studies
import Testing

/// How outcomes of studies get onto a page.
struct StudyReportTests {
  private static let report = CoverageTable(replications: 2).report()

  @Test func `an outcome replaces what stood between the marks and nothing else`() throws {
    let page = "before\n<!-- coverage -->\nSTALE\n<!-- end of coverage -->\nafter\n"
    let written = try #require(Self.report.written(into: page))
    #expect(written.hasPrefix("before\n<!-- coverage -->\n"))
    #expect(written.hasSuffix("<!-- end of coverage -->\nafter\n"))
    #expect(!written.contains("STALE") && written.contains(Self.report.text))
    #expect(Self.report.written(into: written) == written)
    #expect(Self.report.written(into: "<!-- end of coverage -->\n<!-- coverage -->\n") == nil)
    #expect(Self.report.written(into: "") == nil)
  }

  // Two peer groups are far too few: some interval of reports then lies outside 93 to 97 %.
  @Test func `what is not as promised is said, with its place`() {
    #expect(Self.report.rows.count == 48)
    #expect(Self.report.failures.contains { $0.contains("ICC") })
    #expect(Self.report.text.contains("Not as promised: "))
  }
}
