import Benchmark
import Foundation
import Pipeline
import Testing

/// That `explain` has words for every rule, and the documents know every rule.
struct RuleWordsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The rules in the source, which are the only ones that a cell can name.
  private static func rules() throws -> [String] {
    try text("Sources/Benchmark/Rule.swift").matches(of: /case \w+ = "([a-z0-9.-]+)"/)
      .map { String($0.output.1) }
  }

  @Test func `every rule has words in both languages`() throws {
    let rules = try Self.rules()
    #expect(rules.count > 50)
    for rule in rules {
      let words = try #require(RuleWords.text(of: rule), "\(rule)")
      #expect(!words.de.isEmpty && !words.en.isEmpty && words.de != words.en)
      #expect(!words.de.hasSuffix(".") && !words.en.hasSuffix("."))
    }
    #expect(RuleWords.text(of: "points.unknown") == nil)
  }

  @Test func `every rule stands in the documents, and they name no other`() throws {
    let page = try Self.text("docs/statistics.md")
    let rules = try Set(Self.rules())
    for rule in rules { #expect(page.contains("`\(rule)`"), "\(rule)") }
    let kinds = Set(rules.map { $0.prefix { $0 != "." } })
    for match in page.matches(of: /`([a-z0-9-]+)\.([a-z0-9-]+)`/) where kinds.contains(match.1) {
      let rule = "\(match.1).\(match.2)"
      #expect(rules.contains(rule) || rule.hasSuffix(".json"), "\(rule)")
    }
  }
}
