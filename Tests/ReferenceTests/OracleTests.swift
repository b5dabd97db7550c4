import FoundationEssentials
import Reference
import Testing

/// Every case of every file in `fixtures/oracles/cases`.
struct OracleTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "fixtures")
  private static let data = OpenData(folder: fixtures.appending(path: "open-data").path)

  @Test func `there are files of cases`() throws {
    #expect(
      !(try OracleSuite.files(in: Self.fixtures.appending(path: "oracles/cases").path)).isEmpty)
  }

  @Test(arguments: try OracleSuite.files(in: fixtures.appending(path: "oracles/cases").path))
  func `every case gives what it must`(file: String) throws {
    let suite = try OracleSuite(
      path: Self.fixtures.appending(path: "oracles/cases/\(file)").path)
    let run = OracleRun(suite, data: Self.data)
    print("\(file): \(run.cases) cases, largest deviation \(run.largestDeviation)")
    #expect(run.cases > 0)
    for mismatch in run.mismatches.prefix(20) {
      Issue.record("\(file), \(mismatch.name), \(mismatch.function): \(mismatch.finding)")
    }
    #expect(run.isMet, "\(run.mismatches.count) of \(run.cases) cases")
  }
}
