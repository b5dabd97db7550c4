import Benchmark
import Pipeline

/// A small pipeline without errors, and ways to break it.
enum Sample {
  static let pipeline = """
    echolot: 1
    pipeline: youth
    title: {de: Jugend, en: Youth}
    period: year
    organisations:
      list:
        - {key: E01, name: Haus am See, peer_group: homes}
        - {key: E02, name: Haus am Wald, peer_group: homes}
    peer_groups:
      homes: {de: Heime, en: Homes}
    perspectives:
      user: {de: Nutzende, en: Users}
      relative: {de: Angehörige, en: Relatives}
    scales:
      agree: {minimum: 1, maximum: 5, labels: {gar nicht: 1, völlig: 5}}
      stars: {minimum: 1, maximum: 5, step: 0.5}
    items:
      respect: {text: Respekt, scale: agree}
      clear: {text: {de: Klar, en: Clear}, scale: agree, reversed: true}
      overall: {text: Insgesamt, scale: {minimum: 0, maximum: 10}}
    dimensions:
      all: {name: Alles, items: [respect, clear], minimum_answered: 1}
    sources:
      - name: users
        files: [export_*.csv]
        encoding: auto
        perspective: user
        organisation: {column: House}
        period: {column: Date, order: DD.MM.YYYY}
        respondent: {column: Id}
        items:
          Q1: respect
          Q2: clear
        missing: {non_answer: ["-9"], empty: [none]}
        completed: {column: Date}
        test_rows: {column: Mode, values: [debug]}
        identifiers: [Name]
        texts: [Remarks]
        quasi_identifiers: [Age]
    thresholds:
      minimum_answers: 12

    """

  /// The sample with one passage replaced; the passage must stand in it exactly once.
  static func pipeline(_ old: String, _ new: String) -> String {
    let parts = pipeline.split(separator: old, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "the passage must stand in the sample once: \(old)")
    return parts.joined(separator: new)
  }

  /// Reads a text as `folder/pipeline.yaml`.
  static func read(
    _ text: String,
    organisations: Result<[OrganisationRow], OrganisationFileProblem> = .failure(.unreadable)
  ) -> Result<Configuration, ConfigurationErrors> {
    Configuration.read(Array(text.utf8), path: "folder/pipeline.yaml") { _ in organisations }
  }

  /// What is wrong with a text; nothing if it can be read.
  static func findings(
    _ text: String,
    organisations: Result<[OrganisationRow], OrganisationFileProblem> = .failure(.unreadable)
  ) -> [ConfigurationFinding] {
    switch read(text, organisations: organisations) {
    case .success: []
    case .failure(let errors): errors.findings
    }
  }

  /// Takes the mark `⟦` out of a text and says where it stood.
  static func unmarked(_ text: String) -> (text: String, line: Int, column: Int) {
    let before = text.prefix { $0 != "⟦" }
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return (
      text.filter { $0 != "⟦" }, lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1
    )
  }
}
