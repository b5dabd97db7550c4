import Benchmark
import Pipeline
import Testing

@Suite struct OrganisationListTests {
  private let text = Sample.pipeline(
    """
      list:
        - {key: E01, name: Haus am See, peer_group: homes}
        - {key: E02, name: Haus am Wald, peer_group: homes}

    """, "  file: lists/organisations.csv\n")

  private func row(
    _ line: Int, _ key: String, _ name: String, _ peerGroup: String
  ) -> OrganisationRow {
    OrganisationRow(line: line, key: key, name: name, peerGroup: peerGroup)
  }

  @Test func `takes organisations from a file of their own`() throws {
    let rows = [row(2, " E01 ", "Haus am See", "homes"), row(3, "E02", "Haus, am Wald", "homes")]
    let configuration = try Sample.read(text, organisations: .success(rows)).get()
    #expect(configuration.organisationsFile == "folder/lists/organisations.csv")
    #expect(configuration.definition.organisations.map(\.key) == ["E01", "E02"])
    #expect(configuration.definition.organisations.map(\.name) == ["Haus am See", "Haus, am Wald"])
  }

  @Test func `names the line of every row that is wrong, after the errors of the pipeline`() {
    let rows = [
      row(2, "E01", "A", "homes"), row(3, "E01", "B", "homes"), row(4, "a/b", "C", "homes"),
      row(5, "E05", " ", "homes"), row(6, "E06", "D", "home"), row(8, "", "E", "homes"),
      row(9, "E09", "F", "Frau Muster"),
    ]
    let broken = text.replacing("minimum_answers: 12", with: "minimum_answers: 1")
    let findings = Sample.findings(broken, organisations: .success(rows))
    #expect(
      findings.map(\.code) == [
        .smallCounts, .duplicateOrganisation, .badOrganisationKey, .blankText, .unknownPeerGroup,
        .blankText, .unknownPeerGroup,
      ])
    #expect(findings.dropFirst().map(\.line) == [3, 4, 5, 6, 8, 9])
    #expect(findings.dropFirst().allSatisfy { $0.file == "folder/lists/organisations.csv" })
    #expect(findings.dropFirst().allSatisfy { $0.column == nil })
    #expect(
      findings[4].text(in: .english)
        == "folder/lists/organisations.csv:6: EL-E-0142 no peer group \"home\" under \"peer_groups\";"
        + " did you mean \"homes\"?")
    #expect(!findings[6].text(in: .german).contains("Muster"))
    #expect(!findings[2].text(in: .german).contains("a/b"))
  }

  @Test func `checks sources against the organisations of the file`() {
    let constant = text.replacing("{column: House}", with: "{constant: E011}")
    let rows = [row(2, "E01", "A", "homes")]
    #expect(
      Sample.findings(constant, organisations: .success(rows)).map(\.code) == [.unknownOrganisation]
    )
  }

  @Test(arguments: [
    (OrganisationFileProblem.unreadable, "folder/pipeline.yaml:6:9: EL-E-0190 "),
    (.notUTF8, "folder/lists/organisations.csv: EL-E-0190 "),
    (.missingColumn("key"), "folder/lists/organisations.csv:1: EL-E-0190 "),
    (.malformed(line: 7), "folder/lists/organisations.csv:7: EL-E-0190 "),
  ])
  func `says why the list cannot be read`(problem: OrganisationFileProblem, start: String) throws {
    let findings = Sample.findings(text, organisations: .failure(problem))
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.text(in: .english).hasPrefix(start))
    #expect(finding.problem.de != finding.problem.en && finding.wayOut.de != finding.wayOut.en)
  }

  @Test func `refuses an empty list`() {
    #expect(Sample.findings(text, organisations: .success([])).map(\.code) == [.noOrganisations])
  }
}
