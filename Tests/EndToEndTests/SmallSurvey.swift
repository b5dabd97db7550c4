import Foundation

/// A small clean survey and its pipeline, for tests that then break one thing.
enum SmallSurvey {
  /// Twelve organisations with 40 answers each to three items; item c is asked the other way round.
  static func export(rows: Range<Int> = 0..<480, separator: String = ";") -> String {
    var lines = [["id", "org", "day", "a", "b", "c", "name"].joined(separator: separator)]
    for row in rows {
      let organisation = row % 12
      let a = (row * 7 + organisation) % 5 + 1
      let b = (row * 3 + 2 * organisation) % 5 + 1
      let c = (row * 11 + organisation) % 5 + 1
      lines.append(
        [
          "r\(row)", "E\(organisation)", "15.0\(row % 9 + 1).2026", "\(a)", "\(b)", "\(c)",
          "Zacharias Canarius \(row)",
        ].joined(separator: separator))
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// The pipeline over `export.csv`; lines can be replaced to break it.
  static func pipeline(
    files: String = "export.csv", replacing: [(String, String)] = []
  ) -> String {
    let organisations = (0..<12).map { "{key: E\($0), name: Haus \($0), peer_group: homes}" }
    let text = """
      echolot: 1
      pipeline: small
      title: {de: Kleine Befragung, en: Small survey}
      period: year
      organisations:
        list: [\(organisations.joined(separator: ", "))]
      peer_groups:
        homes: {de: Wohngruppen, en: Residential homes}
      perspectives:
        user: {de: Nutzende, en: Users}
      scales:
        agree: {minimum: 1, maximum: 5}
      items:
        a: {text: {de: Frage A, en: Item A}, scale: agree}
        b: {text: {de: Frage B, en: Item B}, scale: agree}
        c: {text: {de: Frage C, en: Item C}, scale: agree, reversed: true}
      dimensions:
        ab: {name: {de: Merkmal AB, en: Dimension AB}, items: [a, b]}
        c: {name: {de: Merkmal C, en: Dimension C}, items: [c]}
      sources:
        - name: users
          files: [\(files)]
          perspective: user
          organisation: {column: org}
          period: {column: day, order: DD.MM.YYYY}
          respondent: {column: id}
          items: {a: a, b: b, c: c}
          identifiers: [name]
      """
    return replacing.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) } + "\n"
  }
}

extension Workplace {
  /// Writes the small survey and its pipeline into the folder.
  func addSmallSurvey(replacing: [(String, String)] = []) throws {
    try write("export.csv", SmallSurvey.export())
    try write("small.yaml", SmallSurvey.pipeline(replacing: replacing))
  }
}
