import Benchmark
import FoundationEssentials
import Pipeline
import Testing

@Suite struct PipelineFileTests {
  private func read(_ bytes: [UInt8]) -> [ConfigurationFinding] {
    let result = Configuration.read(bytes, path: "p.yaml") { _ in .failure(.unreadable) }
    switch result {
    case .success: return []
    case .failure(let errors): return errors.findings
    }
  }

  @Test func `names the first byte that is not UTF-8`() throws {
    // "Jü" in Windows-1252, third line, ninth character.
    var bytes = Array("echolot: 1\npipeline: youth\ntitle: J".utf8)
    bytes += [0xFC] + Array("gend\n".utf8)
    let finding = try #require(read(bytes).first)
    #expect(finding.text(in: .english).hasPrefix("p.yaml:3:9: EL-E-0103 "))
  }

  @Test func `refuses UTF-16`() {
    #expect(read([0xFF, 0xFE, 0x65, 0x00]).map(\.code) == [.notUTF8])
  }

  @Test func `reads a byte order mark and Windows line ends`() {
    let text = Sample.pipeline.split(separator: "\n").joined(separator: "\r\n")
    #expect(read([0xEF, 0xBB, 0xBF] + Array(text.utf8)).isEmpty)
    let broken = Sample.pipeline("period: year", "period: yearly")
      .split(separator: "\n").joined(separator: "\r\n")
    let findings = read([0xEF, 0xBB, 0xBF] + Array(broken.utf8))
    #expect(findings.map(\.line) == [4])
    #expect(findings.map(\.column) == [9])
  }

  @Test(arguments: ["", "# nothing yet\n", "\n\n"])
  func `says that a file is empty`(text: String) {
    #expect(Sample.findings(text).map(\.code) == [.emptyFile])
  }

  @Test(arguments: ["- echolot: 1\n", "echolot\n"])
  func `says that a file is no mapping`(text: String) {
    #expect(Sample.findings(text).map(\.code) == [.wrongKind])
  }

  @Test func `reads a document that says nothing as an empty value`() {
    #expect(Sample.findings("---\n").map(\.code) == [.emptyValue])
  }

  @Test func `refuses more than 1 MiB but not exactly 1 MiB`() {
    let size = 1 << 20
    let padding = String(repeating: "#", count: size - Sample.pipeline.utf8.count - 1) + "\n"
    #expect(Sample.findings(Sample.pipeline + padding).isEmpty)
    #expect(Sample.findings(Sample.pipeline + "#" + padding).map(\.code) == [.fileTooLarge])
  }

  @Test func `survives brackets without end`() {
    let findings = Sample.findings("title: " + String(repeating: "[", count: 100_000))
    #expect(findings.map(\.code) == [.tooDeep])
  }

  @Test func `reads every beginning of the sample without a crash`() throws {
    // What stands after the first item is optional.
    let optional = try #require(Sample.pipeline.utf8.firstRange(of: "Q1: respect".utf8)).upperBound
    let needed = Sample.pipeline.utf8.distance(from: Sample.pipeline.startIndex, to: optional)
    for length in 0..<Sample.pipeline.utf8.count {
      let beginning = Array(Sample.pipeline.utf8.prefix(length))
      let findings = read(beginning)
      #expect(!findings.isEmpty || length >= needed)
      #expect(findings == read(beginning))
    }
  }

  @Test func `loads a file and looks for the others beside it`() throws {
    try Folder.with { folder in
      let text = Sample.pipeline(
        "organisations:\n  list:", "organisations:\n  file: o.csv\nx:\n  y:")
      try folder.write(text, to: "p.yaml")
      let path = folder.path + "/p.yaml"
      var asked: [String] = []
      let result = Configuration.load(path: path) { path in
        asked.append(path)
        return .success([OrganisationRow(line: 2, key: "E01", name: "A", peerGroup: "homes")])
      }
      #expect(asked == [folder.path + "/o.csv"])
      #expect(throws: ConfigurationErrors.self) { try result.get() }
      #expect(Folder.findings(result).map(\.code) == [.unknownKey])
      #expect(Folder.findings(result).map(\.file) == [path])
    }
  }

  @Test func `says that a file cannot be read`() throws {
    try Folder.with { folder in
      try folder.write(String(repeating: "#", count: (1 << 20) + 1), to: "large.yaml")
      let cases: [(String, ConfigurationCode)] = [
        ("none.yaml", .fileUnreadable), ("", .fileUnreadable), ("large.yaml", .fileTooLarge),
      ]
      for (name, code) in cases {
        let path = "\(folder.path)/\(name)"
        let findings = Folder.findings(
          Configuration.load(path: path) { _ in .failure(.unreadable) })
        #expect(findings.map(\.code) == [code])
        #expect(findings.map(\.line) == [nil])
        #expect(findings.first?.text(in: .german).hasPrefix("\(path): \(code.rawValue) ") == true)
      }
    }
  }
}
