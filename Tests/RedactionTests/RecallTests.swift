import Redaction
import Testing

/// Holds the targets on texts whose personal data is known.
@Suite struct RecallTests {
  @Test func `the given German texts`() throws {
    let score = try Fixture.score("pii_de.jsonl")
    #expect(score.overall.all == 1549)
    #expect(score.overall.recall >= 0.98)
    #expect((score.kinds["NAME"]?.recall ?? 0) >= 0.95)
    let origins = score.origins.values.map(\.recall)
    #expect((origins.max() ?? 1) - (origins.min() ?? 0) <= 0.05)
    #expect(score.harmless == 245)
    #expect(Double(score.alarms) / Double(score.harmless) <= 0.03)
  }

  @Test func `texts of our own, German and English`() throws {
    let score = try Fixture.score("own.jsonl")
    #expect(score.overall.recall >= 0.95)
    #expect(Double(score.alarms) / Double(score.harmless) <= 0.03)
  }

  @Test func `texts that were written later`() throws {
    let score = try Fixture.score("later.jsonl")
    #expect(score.overall.recall >= 0.95)
    #expect(Double(score.alarms) / Double(score.harmless) <= 0.03)
  }

  @Test func `names that most gazetteers lack`() throws {
    let score = try Fixture.score("unlisted.jsonl")
    #expect(score.overall.recall >= 0.95)
    let origins = score.origins.values.map(\.recall)
    #expect((origins.max() ?? 1) - (origins.min() ?? 0) <= 0.05)
  }
}
