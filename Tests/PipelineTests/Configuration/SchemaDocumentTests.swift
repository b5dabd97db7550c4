import Benchmark
import Exports
import FoundationEssentials
import Pipeline
import Testing

/// Holds docs/pipelines.md and docs/messages.md to what the program does.
@Suite struct SchemaDocumentTests {
  private static func document(_ name: String) throws -> String {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "docs/\(name)", directoryHint: .notDirectory),
      encoding: .utf8)
  }

  /// The block of YAML in docs/pipelines.md.
  private static func example() throws -> String {
    let parts = try document("pipelines.md").components(separatedBy: "```")
    let block = try #require(parts.dropFirst().first)
    #expect(parts.count == 3 && block.hasPrefix("yaml\n"))
    return String(block.dropFirst("yaml\n".count))
  }

  private static let rows = [
    OrganisationRow(line: 2, key: "E01", name: "Haus am See", peerGroup: "residential")
  ]

  private static func findings(_ text: String) -> [String] {
    let result = Configuration.read(Array(text.utf8), path: "p.yaml") { _ in .success(rows) }
    return Folder.findings(result).map { $0.text(in: .english) }
  }

  @Test func `reads the whole example`() throws {
    let text = try Self.example()
    #expect(Self.findings(text) == [])
    let configuration = try Configuration.read(Array(text.utf8), path: "pipelines/p.yaml") { path in
      #expect(path == "pipelines/../fixtures/jugendhilfe/organisations.csv")
      return .success(Self.rows)
    }.get()
    #expect(configuration.definition.items.map(\.key).contains("clear_2"))
    #expect(configuration.sources.first?.missing["weiß nicht"] == .nonAnswer)
  }

  @Test func `reads every alternative that the example shows as a comment`() throws {
    let example = try Self.example()
    let lines = example.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var alternatives = 0
    for (index, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " }
      guard trimmed.hasPrefix("# "), trimmed.dropFirst(2).contains(": ") || trimmed.contains(": {"),
        let key = trimmed.dropFirst(2).split(separator: ":").first,
        key.allSatisfy({ $0.isLetter || $0 == "_" })
      else { continue }
      // The line it replaces: the key itself, or the first way to name organisations.
      let replaced = ["list", "from_exports"].contains(key) ? "file" : String(key)
      let indent = line.hasPrefix("#") ? "  " : String(line.prefix { $0 == " " })
      let start = indent + replaced + ":"
      let target = try #require(lines[..<index].lastIndex { $0.hasPrefix(start) })
      var changed = lines
      changed[target] = indent + trimmed.dropFirst(2)
      var text = changed.joined(separator: "\n")
      if key == "from_exports" {
        text.replace("peer_group: companies", with: "peer_group: residential")
      }
      #expect(Self.findings(text) == [], "\(trimmed)")
      alternatives += 1
    }
    // list, from_exports, perspective, organisation (2), period, completed.
    #expect(alternatives == 7)
  }

  @Test func `documents every key and knows every documented key`() throws {
    var documented: [String: [String]] = [:]
    for line in try Self.document("pipelines.md").split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
      guard line.hasPrefix("| "), cells.count == 2, !cells[0].hasPrefix("mapping") else { continue }
      let path = cells[0].split(separator: " ").joined(separator: " ")
      documented[path] = cells[1].split { $0 == "," || $0 == " " }.map(String.init)
    }
    var known: [String: [String]] = [:]
    for list in ConfigurationKeys.all {
      let keys = list.keys.map { list.required.contains($0) ? "**\($0)**" : $0 }
      known[list.path.isEmpty ? "the whole file" : list.path] = keys
    }
    #expect(documented == known)
  }

  @Test func `shows every key in the example`() throws {
    let example = try Self.example()
    for list in ConfigurationKeys.all {
      for key in list.keys {
        #expect(example.contains("\(key):"), "\(list.path).\(key)")
      }
    }
  }

  @Test func `documents every code once and no other`() throws {
    let codes = try Self.document("messages.md").split(separator: "\n").compactMap { line in
      line.hasPrefix("| EL-E-01") ? line.split(separator: " ").dropFirst().first : nil
    }
    #expect(codes.map(String.init) == ConfigurationCode.allCases.map(\.rawValue))
  }
}
