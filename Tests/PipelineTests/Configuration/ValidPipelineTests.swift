import Benchmark
import Exports
import FoundationEssentials
import Pipeline
import Tally
import Testing

@Suite struct ValidPipelineTests {
  @Test func `turns the sample into a definition`() throws {
    let configuration = try Sample.read(Sample.pipeline).get()
    let definition = configuration.definition
    #expect(definition.pipeline == "youth")
    #expect(definition.title == LocalisedText(de: "Jugend", en: "Youth"))
    #expect(definition.languages == [.german, .english])
    #expect(definition.period == .year)
    #expect(definition.perspectives.map(\.key) == ["user", "relative"])
    #expect(definition.peerGroups.map(\.name.en) == ["Homes"])
    #expect(definition.openPeerGroup == nil)
    #expect(
      definition.organisations == [
        Definition.Organisation(key: "E01", name: "Haus am See", peerGroup: "homes"),
        Definition.Organisation(key: "E02", name: "Haus am Wald", peerGroup: "homes"),
      ])
    #expect(
      definition.items == [
        Definition.Item(
          key: "respect", text: LocalisedText(de: "Respekt", en: "Respekt"), minimum: 1, maximum: 5),
        Definition.Item(
          key: "clear", text: LocalisedText(de: "Klar", en: "Clear"), minimum: 1, maximum: 5,
          reversed: true),
        Definition.Item(
          key: "overall", text: LocalisedText(de: "Insgesamt", en: "Insgesamt"), minimum: 0,
          maximum: 10),
      ])
    #expect(
      definition.dimensions == [
        Definition.Dimension(
          key: "all", name: LocalisedText(de: "Alles", en: "Alles"), items: ["respect", "clear"],
          minimumAnswered: 1)
      ])
    #expect(definition.thresholds.minimumAnswers == 12)
    #expect(definition.thresholds.minimumForReading == 30)
    #expect(!configuration.allowSmallCounts)
    #expect(configuration.unclosedQuoteLines == 200)
    #expect(configuration.organisationForm == nil)
    #expect(
      configuration.labels == [["gar nicht": 1, "völlig": 5], ["gar nicht": 1, "völlig": 5], [:]])
  }

  @Test func `turns the sample into a source with places`() throws {
    let source = try #require(try Sample.read(Sample.pipeline).get().sources.first)
    #expect(source.name == "users")
    #expect(source.place == Place(line: 24, column: 5))
    #expect(source.files.map(\.text) == ["export_*.csv"])
    #expect(source.files.map(\.path) == ["folder/export_*.csv"])
    #expect(source.files.map(\.place) == [Place(line: 25, column: 13)])
    #expect(source.encoding == nil)
    #expect(source.separator == nil)
    #expect(source.headerRows == 1)
    #expect(source.decimalMark == UInt8(ascii: "."))
    #expect(source.perspective == .constant(0))
    #expect(source.respondent?.text == "Id")
    #expect(source.items.map(\.heading.text) == ["Q1", "Q2"])
    #expect(
      source.items.map(\.heading.place) == [Place(line: 32, column: 7), Place(line: 33, column: 7)])
    #expect(source.items.map(\.item) == ["respect", "clear"])
    #expect(source.items.map(\.index) == [0, 1])
    #expect(source.missing == ["-9": .nonAnswer, "none": .empty])
    #expect(source.completed?.values == [])
    #expect(source.testRows?.values == ["debug"])
    #expect(source.identifiers.map(\.text) == ["Name"])
    #expect(source.texts.map(\.text) == ["Remarks"])
    #expect(source.quasiIdentifiers.map(\.text) == ["Age"])
    #expect(
      source.declaredHeadings.map(\.role) == [
        .organisation, .period, .respondent, .item, .item, .completed, .testRows, .identifier,
        .text, .quasiIdentifier,
      ])
  }

  @Test func `keeps scales as exact fixed-point numbers`() throws {
    let text = Sample.pipeline(
      "overall: {text: Insgesamt, scale: {minimum: 0, maximum: 10}}",
      """
      overall: {text: a, scale: stars}
        quarter: {text: b, scale: {minimum: -1.50, maximum: +2, step: .25, labels: {so: 0.5}}}
      """)
    let configuration = try Sample.read(text).get()
    let items = configuration.definition.items
    // 1 to 5 by 0.5 in tenths; -1.5 to 2 by 0.25 in hundredths: (200 + 150) / 25 + 1 = 15 levels.
    #expect(items[2].minimum == 10 && items[2].maximum == 50)
    #expect(items[2].step == 5 && items[2].decimals == 1 && items[2].levels == 9)
    #expect(items[3].minimum == -150 && items[3].maximum == 200)
    #expect(items[3].step == 25 && items[3].decimals == 2 && items[3].levels == 15)
    #expect(configuration.labels[3] == ["so": 50])
  }

  @Test(arguments: [
    "no", "off", "-9", "007", "true", "\"1\"", "'1'", "1e3", "n/a", "k. A.", "0x1F",
  ])
  func `takes plain and quoted words as the text they are written as`(word: String) throws {
    let text = Sample.pipeline("values: [debug]", "values: [\(word)]")
    let source = try #require(try Sample.read(text).get().sources.first)
    #expect(source.testRows?.values == [word.filter { $0 != "\"" && $0 != "'" }])
  }

  @Test func `takes organisations over from exports`() throws {
    let open = "organisations: {from_exports: {form: number, peer_group: homes}}\nperiod: all\n"
    let text = Sample.pipeline(
      """
      period: year
      organisations:
        list:
          - {key: E01, name: Haus am See, peer_group: homes}
          - {key: E02, name: Haus am Wald, peer_group: homes}

      """, open)
    let configuration = try Sample.read(text).get()
    #expect(configuration.definition.organisations.isEmpty)
    #expect(configuration.definition.openPeerGroup == "homes")
    #expect(configuration.organisationForm == .number)

    let constant = text.replacing("{column: House}", with: "{constant: 12345678901234567890}")
    #expect(Sample.findings(constant).map(\.code) == [.organisationForm])
    let values = text.replacing("{column: House}", with: "{column: House, values: {a: \"1\"}}")
    #expect(Sample.findings(values).map(\.code) == [.valuesNeedList])
  }

  @Test(arguments: [
    ("all", "all"), ("year", "2026"), ("quarter", "2026-Q4"), ("month", "2026-12"),
  ])
  func `takes a constant period of the pipeline's form`(period: String, slice: String) throws {
    let text = Sample.pipeline("period: year", "period: \(period)")
      .replacing("{column: Date, order: DD.MM.YYYY}", with: "{constant: \(slice)}")
    let source = try #require(try Sample.read(text).get().sources.first)
    #expect(source.period == .constant(slice))
  }

  @Test(arguments: [
    ("all", "2026"), ("quarter", "2026-Q5"), ("quarter", "2026"), ("month", "2026-13"),
    ("month", "2026-00"), ("month", "2026-1"), ("year", "2026-01"),
  ])
  func `refuses a constant period of another form`(period: String, slice: String) {
    let text = Sample.pipeline("period: year", "period: \(period)")
      .replacing("{column: Date, order: DD.MM.YYYY}", with: "{constant: \(slice)}")
    #expect(Sample.findings(text).map(\.code) == [.periodForm])
  }

  @Test func `needs only the languages of the pipeline`() throws {
    let text = Sample.pipeline("period: year", "period: year\noutputs: {languages: [de]}")
      .replacing("{de: Jugend, en: Youth}", with: "{de: Jugend}")
    let definition = try Sample.read(text).get().definition
    #expect(definition.languages == [.german])
    #expect(definition.title == LocalisedText(de: "Jugend", en: "Jugend"))
  }

  @Test func `lets small counts be confirmed`() throws {
    let text = Sample.pipeline(
      "minimum_answers: 12", "minimum_answers: 3\n  allow_small_counts: true\n  stop_rejected: 0.25"
    )
    let configuration = try Sample.read(text).get()
    #expect(configuration.allowSmallCounts)
    #expect(configuration.definition.thresholds.minimumAnswers == 3)
    #expect(configuration.definition.thresholds.stopRejected == 0.25)
  }

  @Test func `survives a journey through JSON`() throws {
    let definition = try Sample.read(Sample.pipeline).get().definition
    let json = try JSONEncoder().encode(definition)
    #expect(try JSONDecoder().decode(Definition.self, from: json) == definition)
  }

  /// A pipeline whose dimension has `count` items on a scale of five levels.
  private func pipeline(items count: Int, minimumAnswered: Int?) -> String {
    let keys = (1...count).map { "q\($0)" }
    let items = keys.map { "  \($0): {text: Q, scale: agree}\n" }.joined()
    let minimum = minimumAnswered.map { ", minimum_answered: \($0)" } ?? ""
    return Sample.pipeline("items:\n  respect", "items:\n\(items)  respect").replacing(
      "items: [respect, clear], minimum_answered: 1",
      with: "items: [\(keys.joined(separator: ", "))]\(minimum)")
  }

  @Test func `refuses dimensions whose scores cannot be counted exactly`() throws {
    // lcm(1...28) = 80313433200 and lcm(1...29) = 2329089562800 (OEIS A003418); times 4 for five
    // levels, only the first stays below 2^40 = 1099511627776. From half of the items up, the
    // numbers have the same least common multiple as from 1 up.
    let definition = try Sample.read(pipeline(items: 28, minimumAnswered: nil)).get().definition
    #expect(Tally(schema: definition.schema).scoreUnits(of: 0) == 4 * 80_313_433_200)
    let findings = Sample.findings(pipeline(items: 29, minimumAnswered: nil))
    #expect(findings.map(\.code) == [.dimensionTooLarge])
    #expect(Sample.findings(pipeline(items: 29, minimumAnswered: 29)).isEmpty)
    #expect(
      Sample.findings(pipeline(items: 500, minimumAnswered: 1)).map(\.code) == [.dimensionTooLarge])
  }

  @Test func `refuses dimensions whose scales do not fit together`() {
    // 2 * 3 * 5 * ... * 37 = 7420738134810 > 2^40: twelve scales with prime numbers of steps.
    let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
    let items = primes.map { "  p\($0): {text: P, scale: {minimum: 0, maximum: \($0)}}\n" }.joined()
    let keys = primes.map { "p\($0)" }.joined(separator: ", ")
    let text = Sample.pipeline("items:\n  respect", "items:\n\(items)  respect").replacing(
      "items: [respect, clear], minimum_answered: 1", with: "items: [\(keys)], minimum_answered: 12"
    )
    #expect(Sample.findings(text).map(\.code) == [.dimensionTooLarge])
  }
}
