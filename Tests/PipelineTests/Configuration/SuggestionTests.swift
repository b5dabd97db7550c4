import Benchmark
import Pipeline
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("colum", "column"), ("colunm", "column"), ("Column", "column"), ("columns", "column"),
    ("value", "values"), ("constnt", "constant"),
  ])
  func `suggests the key that is nearest`(written: String, meant: String) throws {
    let text = Sample.pipeline("organisation: {column: House}", "organisation: {\(written): House}")
    let findings = Sample.findings(text).filter { $0.code == .unknownKey }
    let finding = try #require(findings.first)
    #expect(finding.wayOut.en == "did you mean \"\(meant)\"?")
    #expect(finding.wayOut.de == "meinten Sie „\(meant)“?")
  }

  @Test(arguments: ["house", "k", "xxxxxxxxxx"])
  func `lists all keys when none is near`(written: String) throws {
    let text = Sample.pipeline("{column: House}", "{column: House, \(written): x}")
    let finding = try #require(Sample.findings(text).first)
    #expect(finding.wayOut.en == "allowed are: column, values, constant, prefix")
  }

  @Test func `does not suggest a key that is given already`() throws {
    let text = Sample.pipeline("{column: House}", "{column: House, colum: x}")
    let finding = try #require(Sample.findings(text).first)
    #expect(finding.wayOut.en == "allowed are: column, values, constant, prefix")
  }

  @Test(arguments: [
    ("respekt", "did you mean \"respect\"?"), ("Respect", "did you mean \"respect\"?"),
    ("resp", "allowed are: respect, clear, overall"),
  ])
  func `suggests the item that is nearest`(written: String, wayOut: String) throws {
    let finding = try #require(
      Sample.findings(Sample.pipeline("Q1: respect", "Q1: \(written)")).first)
    #expect(finding.wayOut.en == wayOut)
  }

  @Test(arguments: [("E1", "did you mean \"E01\"?"), ("E03", "allowed are: E01, E02")])
  func `does not take one number for another`(written: String, wayOut: String) throws {
    let text = Sample.pipeline("{column: House}", "{constant: \(written)}")
    let finding = try #require(Sample.findings(text).first)
    #expect(finding.wayOut.en == wayOut)
  }

  @Test func `reports a misspelt key only once`() {
    let required = Sample.pipeline("perspectives:\n", "perspektives:\n")
    #expect(Sample.findings(required).map(\.code) == [.unknownKey])
    let oneOf = Sample.pipeline("organisation: {column: House}", "organisation: {colum: House}")
    #expect(Sample.findings(oneOf).map(\.code) == [.unknownKey])
  }

  @Test func `prints one line that editors can jump to`() throws {
    let text = Sample.pipeline("respondent: {column: Id}", "respondent: {colum: Id}")
    let finding = try #require(Sample.findings(text).first)
    #expect(
      finding.text(in: .english)
        == "folder/pipeline.yaml:30:18: EL-E-0107 unknown key \"colum\"; did you mean \"column\"?")
    #expect(
      finding.text(in: .german)
        == "folder/pipeline.yaml:30:18: EL-E-0107 unbekannter Schlüssel „colum“; meinten Sie „column“?"
    )
  }

  @Test func `keeps what it quotes on one short line`() throws {
    let long = String(repeating: "x", count: 100)
    let text = Sample.pipeline("Q1: respect", "Q1: \"a\\n\(long)\"")
    let finding = try #require(Sample.findings(text).first)
    #expect(finding.problem.en.contains("\"a \(String(repeating: "x", count: 55))...\""))
    let errors = Sample.read(text)
    #expect(throws: ConfigurationErrors.self) { try errors.get() }
    #expect(Folder.findings(errors).allSatisfy { !$0.text(in: .german).contains("\n") })
  }
}
