import Pipeline
import Testing

/// One way to break the sample: a passage, what stands there instead, and the error expected.
///
/// `⟦` in the new passage marks the place the finding must name; it is taken out before reading.
struct BrokenPipeline: CustomTestStringConvertible {
  let code: ConfigurationCode
  let old: String
  let new: String

  init(_ code: ConfigurationCode, _ old: String, _ new: String) {
    self.code = code
    self.old = old
    self.new = new
  }

  var testDescription: String { "\(code.rawValue) \(new)" }

  static let all = yaml + values + meaning + sources

  static let yaml: [BrokenPipeline] = [
    BrokenPipeline(.controlCharacter, "pipeline: youth", "pipeline: yo⟦\u{7}uth"),
    BrokenPipeline(.yamlSyntax, "title: {de: Jugend, en: Youth}", "title: ⟦\"Jugend"),
    BrokenPipeline(.yamlSyntax, "minimum_answers: 12", "minimum_answers: ⟦\"12"),
    BrokenPipeline(.yamlSyntax, "[export_*.csv]", "⟦[export_*.csv"),
    BrokenPipeline(.yamlSyntax, "[export_*.csv]", "[\"a.csv\" ⟦\"b.csv\"]"),
    BrokenPipeline(.yamlSyntax, "{de: Heime, en: Homes}", "⟦{de: Heime, en: Homes"),
    BrokenPipeline(.yamlSyntax, "period: year\n", "⟦period year\n"),
    BrokenPipeline(.yamlSyntax, "title: {de: Jugend, en: Youth}", "title: Jugend⟦: Berlin"),
    BrokenPipeline(.yamlSyntax, "title: {de: Jugend, en: Youth}", "title: ⟦@Jugend"),
    BrokenPipeline(.yamlSyntax, "pipeline: youth", "pipeline: \"yo⟦\\suth\""),
    BrokenPipeline(.yamlSyntax, "    encoding: auto\n", "   ⟦encoding: auto\n"),
    BrokenPipeline(.tab, "    encoding: auto\n", "⟦\t encoding: auto\n"),
    BrokenPipeline(
      .severalDocuments, "  minimum_answers: 12\n", "  minimum_answers: 12\n⟦---\na: 1"),
    BrokenPipeline(.duplicateKey, "period: year\n", "period: year\n⟦period: month\n"),
    BrokenPipeline(.duplicateKey, "      Q2: clear\n", "      ⟦Q1: clear\n"),
    BrokenPipeline(.duplicateKey, "      Q2: clear\n", "      ⟦\" Q1 \": clear\n"),
    BrokenPipeline(.anchorOrAlias, "user: {de: Nutzende", "user: {de: ⟦&n Nutzende"),
    BrokenPipeline(.anchorOrAlias, "title: {de: Jugend, en: Youth}", "title: ⟦*youth"),
    BrokenPipeline(.anchorOrAlias, "stars: {minimum: 1,", "stars: {⟦<<: agree, minimum: 1,"),
    BrokenPipeline(.anchorOrAlias, "scales:\n  agree: {", "scales:\n  agree: ⟦&agree {"),
    BrokenPipeline(.tag, "pipeline: youth", "pipeline: ⟦!!str youth"),
    BrokenPipeline(.tag, "files: [export_*.csv]", "files: ⟦!list [export_*.csv]"),
    BrokenPipeline(.keyIsNoText, "      Q2: clear\n", "      ⟦[Q2]: clear\n"),
    BrokenPipeline(
      .tooDeep, "title: {de: Jugend, en: Youth}",
      "title: " + String(repeating: "[", count: 31) + "⟦[" + String(repeating: "]", count: 32)),
  ]

  static let values: [BrokenPipeline] = [
    BrokenPipeline(.unknownKey, "{column: House}", "{column: House, ⟦colum: Haus}"),
    BrokenPipeline(.unknownKey, "thresholds:\n", "thresholds:\n  ⟦minimum_answer: 10\n"),
    BrokenPipeline(.unknownKey, "period: year\n", "period: year\n⟦Sprachen: [de]\n"),
    BrokenPipeline(.unknownKey, "[respect, clear], minimum_answered", "[respect, clear], ⟦minimal"),
    BrokenPipeline(.wrongKind, "title: {de: Jugend, en: Youth}", "title: ⟦[Jugend, Youth]"),
    BrokenPipeline(.wrongKind, "files: [export_*.csv]", "files: ⟦export.csv"),
    BrokenPipeline(.wrongKind, "respondent: {column: Id}", "respondent: ⟦Id"),
    BrokenPipeline(.wrongKind, "minimum_answers: 12", "minimum_answers: ⟦\"12\""),
    BrokenPipeline(.wrongKind, "de: Angehörige, en: Relatives", "de: Angehörige, en: ⟦[R]"),
    BrokenPipeline(.wrongKind, "pipeline: youth", "pipeline: ⟦{key: youth}"),
    BrokenPipeline(.wrongKind, "perspective: user", "perspective: ⟦[user]"),
    BrokenPipeline(.missingKey, "respondent: {column: Id}", "respondent: ⟦{}"),
    BrokenPipeline(.missingKey, "  - name: users\n    files:", "  - ⟦files:"),
    BrokenPipeline(.missingKey, "echolot: 1\n", "⟦"),
    BrokenPipeline(.missingKey, "{column: Date, order: DD.MM.YYYY}", "⟦{column: Date}"),
    BrokenPipeline(.missingKey, "respect: {text: Respekt, scale: agree}", "respect: ⟦{text: R}"),
    BrokenPipeline(.emptyValue, "title: {de: Jugend, en: Youth}", "title:⟦"),
    BrokenPipeline(.emptyValue, "respect: {text: Respekt,", "respect: {text: ⟦~,"),
    BrokenPipeline(.emptyValue, "[debug]", "[debug, ⟦null]"),
    BrokenPipeline(.notANumber, "minimum_answers: 12", "minimum_reliability: ⟦0,6"),
    BrokenPipeline(.notANumber, "minimum_answers: 12", "minimum_answers: ⟦0x1F"),
    BrokenPipeline(.notANumber, "minimum_answers: 12", "false_discovery_rate: ⟦5%"),
    BrokenPipeline(.notANumber, "minimum: 0, maximum: 10", "minimum: 0, maximum: ⟦1e1"),
    BrokenPipeline(.notWhole, "minimum_answers: 12", "minimum_answers: ⟦12.5"),
    BrokenPipeline(.outOfRange, "minimum_answers: 12", "minimum_for_reading: ⟦0"),
    BrokenPipeline(.outOfRange, "minimum_answers: 12", "warn_rejected: ⟦1.01"),
    BrokenPipeline(.outOfRange, "minimum_answers: 12", "stop_rejected: ⟦-0.1"),
    BrokenPipeline(.outOfRange, "encoding: auto", "header_rows: ⟦0"),
    BrokenPipeline(.outOfRange, "step: 0.5", "step: ⟦0"),
    BrokenPipeline(.outOfRange, "minimum: 0, maximum: 10", "minimum: 0, maximum: ⟦1000001"),
    BrokenPipeline(.notBoolean, "reversed: true", "reversed: ⟦yes"),
    BrokenPipeline(.notBoolean, "reversed: true", "reversed: ⟦\"true\""),
    BrokenPipeline(.unknownWord, "encoding: auto", "encoding: ⟦utf8"),
    BrokenPipeline(.unknownWord, "encoding: auto", "separator: ⟦\":\""),
    BrokenPipeline(.unknownWord, "encoding: auto", "decimal_mark: ⟦;"),
    BrokenPipeline(.unknownWord, "period: year\n", "period: ⟦yearly\n"),
    BrokenPipeline(
      .unknownWord, "period: year\n", "period: year\noutputs: {languages: [de, ⟦fr]}\n"),
    BrokenPipeline(.unknownWord, "order: DD.MM.YYYY", "order: ⟦DD/MM/YYYY"),
    BrokenPipeline(.emptyList, "[export_*.csv]", "⟦[]"),
    BrokenPipeline(.emptyList, "[respect, clear], minimum_answered: 1", "⟦[]"),
    BrokenPipeline(.emptyList, "{de: Heime, en: Homes}", "H\noutputs: {languages: ⟦[]}"),
    BrokenPipeline(.duplicateEntry, "[respect, clear]", "[respect, clear, ⟦respect]"),
    BrokenPipeline(.duplicateEntry, "[Remarks]", "[Remarks, ⟦\" Remarks \"]"),
    BrokenPipeline(.badKey, "pipeline: youth", "pipeline: ⟦Youth"),
    BrokenPipeline(.badKey, "pipeline: youth", "pipeline: ⟦../youth"),
    BrokenPipeline(.badKey, "name: users", "name: ⟦users 2026"),
    BrokenPipeline(.badKey, "  stars: {", "  ⟦-stars: {"),
    BrokenPipeline(.badKey, "  overall: {", "  ⟦Überall: {"),
    BrokenPipeline(.badOrganisationKey, "{key: E02", "{key: ⟦a/b"),
    BrokenPipeline(.badOrganisationKey, "{key: E02", "{key: ⟦.."),
    BrokenPipeline(.badOrganisationKey, "{key: E02", "{key: ⟦Träger"),
    BrokenPipeline(.missingLanguage, "title: {de: Jugend, en: Youth}", "title: ⟦{de: Jugend}"),
    BrokenPipeline(.missingLanguage, "{de: Heime, en: Homes}", "⟦{en: Homes}"),
    BrokenPipeline(.blankText, "title: {de: Jugend, en: Youth}", "title: ⟦\"  \""),
    BrokenPipeline(.blankText, "values: [debug]", "values: [debug, ⟦\"\"]"),
    BrokenPipeline(.blankText, "      Q2: clear\n", "      ⟦\" \": clear\n"),
    BrokenPipeline(.unknownVersion, "echolot: 1\n", "echolot: ⟦2\n"),
    BrokenPipeline(.smallCounts, "minimum_answers: 12", "minimum_answers: ⟦9"),
  ]
}
