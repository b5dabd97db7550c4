import Benchmark
import FoundationEssentials
import Pipeline
import Testing

@Suite struct FilePatternTests {
  private func folder(_ body: (Folder) throws -> Void) throws {
    try Folder.with { folder in
      for name in ["2026", "2025", ".hidden", "2026/deep.csv"] { try folder.makeFolder(name) }
      for name in [
        "2026/b.csv", "2026/a.csv", "2026/B.csv", "2026/ä.csv", "2026/a.csv.gz", "2026/.c.csv",
        "2025/a.csv", ".hidden/a.csv", "2026/a[1].csv",
      ] {
        try folder.write("x", to: name)
      }
      try body(folder)
    }
  }

  @Test(arguments: [
    ("2026/a.csv", ["2026/a.csv"]),
    ("2026/*.csv", ["2026/B.csv", "2026/a.csv", "2026/a[1].csv", "2026/b.csv", "2026/ä.csv"]),
    ("2026/?.csv", ["2026/B.csv", "2026/a.csv", "2026/b.csv", "2026/ä.csv"]),
    ("202?/a.csv", ["2025/a.csv", "2026/a.csv"]),
    ("*/a*.csv*", ["2025/a.csv", "2026/a.csv", "2026/a.csv.gz", "2026/a[1].csv"]),
    ("2026/a[1].csv", ["2026/a[1].csv"]),
    ("2026/.*.csv", ["2026/.c.csv"]),
    ("2026/**v", ["2026/B.csv", "2026/a.csv", "2026/a[1].csv", "2026/b.csv", "2026/ä.csv"]),
    ("*.csv", []), ("none/*.csv", []), ("2026/none.csv", []), ("2026", []), ("2026/x*y", []),
  ])
  func `finds the files that fit, sorted by bytes`(pattern: String, expected: [String]) throws {
    try folder { folder in
      let found = Configuration.resolveFiles("\(folder.path)/\(pattern)")
      #expect(found == expected.map { "\(folder.path)/\($0)" })
    }
  }

  private func files(
    _ patterns: String, in folder: Folder
  ) throws -> Result<[SourceFile], ConfigurationErrors> {
    let text = Sample.pipeline("files: [export_*.csv]", "files: [\(patterns)]")
    let path = folder.path + "/p.yaml"
    let configuration = try Configuration.read(Array(text.utf8), path: path) { _ in
      .failure(.unreadable)
    }.get()
    return configuration.files(of: try #require(configuration.sources.first))
  }

  @Test func `keeps the order of the patterns`() throws {
    try folder { folder in
      let found = try files("2026/b.csv, 2025/*.csv, \(folder.path)/2026/a.csv", in: folder).get()
      #expect(found.map(\.pattern.text).prefix(2) == ["2026/b.csv", "2025/*.csv"])
      #expect(
        found.map(\.path)
          == ["2026/b.csv", "2025/a.csv", "2026/a.csv"].map { "\(folder.path)/\($0)" })
    }
  }

  @Test func `names patterns without a file and patterns that overlap`() throws {
    try folder { folder in
      let result = try files("2026/a*.csv, nothing_*.csv, 2025/../2026/?.csv", in: folder)
      let findings = Folder.findings(result)
      #expect(findings.map(\.code) == [.noFile, .fileTwice])
      #expect(findings.map(\.line) == [25, 25])
      // `    files: [2026/a*.csv, nothing_*.csv, 2025/...`: the patterns start at 13, 26 and 41.
      #expect(findings.map(\.column) == [26, 41])
      #expect(
        findings.allSatisfy { $0.problem.de != $0.problem.en && $0.wayOut.de != $0.wayOut.en })
    }
  }
}
