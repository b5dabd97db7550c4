import Benchmark
import Pipeline
import Testing

@Suite struct BrokenPipelineTests {
  @Test func `reads the sample without an error`() {
    #expect(Sample.findings(Sample.pipeline).isEmpty)
  }

  @Test(arguments: BrokenPipeline.all)
  func `names the one error with its place and what would be right`(broken: BrokenPipeline) throws {
    let (text, line, column) = Sample.unmarked(Sample.pipeline(broken.old, broken.new))
    let findings = Sample.findings(text)
    #expect(findings.map(\.code) == [broken.code])
    let finding = try #require(findings.first)
    #expect(finding.file == "folder/pipeline.yaml")
    #expect(finding.line == line)
    #expect(finding.column == column)
    for message in [finding.problem, finding.wayOut] {
      #expect(!message.de.isEmpty)
      #expect(!message.en.isEmpty)
      #expect(message.de != message.en)
    }
  }

  @Test func `has a broken pipeline for every code`() {
    // These need bytes, files, a second list or many items; their tests stand elsewhere.
    let elsewhere: Set<ConfigurationCode> = [
      .fileUnreadable, .fileTooLarge, .notUTF8, .emptyFile, .dimensionTooLarge, .noFile, .fileTwice,
      .valuesNeedList, .organisationForm, .organisationsUnreadable, .noOrganisations,
    ]
    let here = Set(BrokenPipeline.all.map(\.code))
    #expect(here.isDisjoint(with: elsewhere))
    #expect(here.union(elsewhere) == Set(ConfigurationCode.allCases))
  }

  @Test func `finds several errors in one pass and sorts them by place`() {
    let text = """
      echolot: 1
      pipeline: Youth
      title: {de: Jugend, en: Youth}
      organisations: {from_exports: {form: digits, peer_group: home}}
      peer_groups: {homes: Heime}
      perspectives: {user: Nutzende}
      items:
        respect: {text: Respekt, scale: agree}
        clear: {text: Klar, scale: {minimum: 5, maximum: 1}}
      dimensions: {all: {name: Alles, items: [respect, claer]}}
      sources:
        - {name: users, files: [], perspective: staff, organisation: {colum: House}, items: {Q1: clear}}
      thresholds: {minimum_answers: 3, wan_rejected: 2}
      """
    let places = Sample.findings(text).map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code)" }
    #expect(
      places == [
        "2:11 badKey", "4:38 unknownWord", "4:58 unknownPeerGroup", "8:35 unknownScale",
        "9:52 scaleUpsideDown", "10:50 unknownItem", "12:26 emptyList", "12:43 unknownPerspective",
        "12:65 unknownKey", "13:31 smallCounts", "13:34 unknownKey",
      ])
  }

  @Test func `does not let one error draw others after it`() {
    // The broken item stays known to dimension and source, the broken scale to its items.
    let text = Sample.pipeline("agree: {minimum: 1, maximum: 5,", "agree: {minimum: 5, maximum: 1,")
    #expect(Sample.findings(text).map(\.code) == [.scaleUpsideDown])
    let items = Sample.pipeline("items:\n  respect: {", "items: nothing\nperiods:\n  respect: {")
    #expect(Sample.findings(items).map(\.code) == [.wrongKind, .unknownKey])
  }
}
