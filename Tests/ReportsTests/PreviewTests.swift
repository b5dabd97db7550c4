import Benchmark
import FoundationEssentials
import Reports
import Testing

/// Writes the sample's pages for a look by eye: `ECHOLOT_PREVIEW=folder swift test --filter Preview`.
struct PreviewTests {
  private static var folder: String? { ProcessInfo.processInfo.environment["ECHOLOT_PREVIEW"] }

  @Test(.enabled(if: folder != nil))
  func `writes the pages of the sample into the preview folder`() throws {
    let folder = try #require(Self.folder)
    var files = [
      Reports.index(Sample.table, run: Sample.run), Reports.cellsCSV(Sample.table),
      Reports.rejectsCSV(Sample.rejects), try Reports.runSummaryJSON(Sample.summary),
    ]
    for language in Language.allCases {
      files.append(Reports.funder(Sample.table, run: Sample.run, language: language))
      files.append(Reports.runSummary(Sample.summary, language: language))
      for organisation in Sample.organisations {
        files.append(
          Reports.organisation(
            organisation.key, in: Sample.table, run: Sample.run, language: language))
      }
    }
    for file in files {
      let path = "\(folder)/\(file.path)"
      try FileManager.default.createDirectory(
        atPath: String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]),
        withIntermediateDirectories: true)
      try Data(file.bytes).write(to: URL(filePath: path))
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }
}
