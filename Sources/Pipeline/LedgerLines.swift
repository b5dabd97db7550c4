internal import Benchmark
internal import Cleaning
internal import Tally

/// The conservation law in words: what was read and what became of it.
enum LedgerLines {
  /// One file's ledger on a line: `part.csv: 1.204 gelesen = 1.180 verwendet + 3 abgewiesen + 21 übergangen`.
  ///
  /// - Parameter input: The file.
  /// - Returns: The line in both languages.
  static func line(_ input: InputRecord) -> LocalisedText {
    let law = law(input.ledger)
    return LocalisedText(de: "\(input.file): \(law.de)", en: "\(input.file): \(law.en)")
  }

  /// The conservation law of a ledger, with reasons.
  ///
  /// - Parameter ledger: What became of records.
  /// - Returns: The law in both languages.
  static func law(_ ledger: Ledger) -> LocalisedText {
    let rejected = reasons(ledger.rejected)
    let skipped = reasons(ledger.skipped)
    var text = LocalisedText(
      de:
        "\(ledger.read) gelesen = \(ledger.accepted) verwendet + \(ledger.rejectedTotal) abgewiesen"
        + "\(rejected) + \(ledger.skippedTotal) übergangen\(skipped)",
      en: "\(ledger.read) read = \(ledger.accepted) accepted + \(ledger.rejectedTotal) rejected"
        + "\(rejected) + \(ledger.skippedTotal) skipped\(skipped)")
    if ledger.reversed > 0 {
      text.de += "; \(ledger.reversed) Antworten umgepolt"
      text.en += "; \(ledger.reversed) answers reversed"
    }
    if !ledger.missing.isEmpty {
      text.de += "; ohne Antwort\(reasons(ledger.missing))"
      text.en += "; missing\(reasons(ledger.missing))"
    }
    if ledger.blankedTotal > 0 {
      text.de += "; Zellen geleert\(reasons(ledger.blanked))"
      text.en += "; cells blanked\(reasons(ledger.blanked))"
    }
    if !ledger.repaired.isEmpty {
      text.de +=
        "; in allen Zeilen trotz anderer Schreibweise verstanden\(reasons(ledger.repaired))"
      text.en += "; in all rows understood though written otherwise\(reasons(ledger.repaired))"
    }
    return text
  }

  private static func reasons(_ counts: [String: Int]) -> String {
    guard !counts.isEmpty else { return "" }
    let parts = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return " (" + parts.joined(separator: ", ") + ")"
  }
}
