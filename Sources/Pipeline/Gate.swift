internal import Benchmark
internal import Cleaning
internal import Tally

/// Decides whether what was read is good enough to publish.
struct Gate {
  let inputs: [InputRecord]
  let thresholds: Definition.Thresholds
  /// Whether the records were only looked at, so that there is no list of rejects.
  var isCheck = false

  /// What became of the records of all files.
  var total: Ledger { inputs.reduce(into: Ledger()) { $0 += $1.ledger } }

  /// Compares the rejected share of every file with the thresholds.
  ///
  /// - Returns: Warnings, one per file above the lower threshold.
  /// - Throws: A failure that names every file above the upper threshold, or says that there is
  ///   no answer at all.
  func pass() throws(Failure) -> [Notice] {
    let stopped = inputs.filter { $0.ledger.rejectedShare > thresholds.stopRejected }
    guard stopped.isEmpty else {
      throw Failure(.dataRejected, stopped.map { tooMany($0) })
    }
    guard total.accepted > 0 else {
      throw Failure(
        .dataRejected,
        Notice(
          code: "EL-E-0211",
          problem: LocalisedText(
            de: "Kein Datensatz der Exporte enthält eine zählbare Antwort"
              + " (\(LedgerLines.law(total).de))",
            en: "No record of the exports holds an answer that counts"
              + " (\(LedgerLines.law(total).en))"),
          wayOut: LocalisedText(
            de: "Prüfen Sie in der Pipeline Spalten, Skalen, completed und test_rows",
            en: "Check columns, scales, completed and test_rows in the pipeline")))
    }
    return inputs.filter { $0.ledger.rejectedShare > thresholds.warnRejected }.map {
      tooMany($0, severity: .warning)
    } + blankedWarnings + inputs.flatMap { TextNotices($0, thresholds).warnings }
  }

  private var blankedWarnings: [Notice] {
    inputs.compactMap { input in
      let blanked = input.ledger.blankedTotal
      let share = Double(blanked) / Double(max(1, input.ledger.accepted))
      guard share > thresholds.warnRejected else { return nil }
      return Notice(
        .warning, code: "EL-W-0202", place: Notice.Place(file: input.file),
        problem: LocalisedText(
          de: "\(blanked) Zellen sind keine Antwort auf der Skala und wurden geleert"
            + codes(input.ledger.blanked),
          en: "\(blanked) cells are no answer on the scale and were blanked"
            + codes(input.ledger.blanked)),
        wayOut: LocalisedText(
          de: "Prüfen Sie in der Pipeline Skala, labels und missing",
          en: "Check scale, labels and missing in the pipeline"))
    }
  }

  private func tooMany(
    _ input: InputRecord, severity: Notice.Severity = .error
  ) -> Notice {
    let ledger = input.ledger
    let limit = severity == .error ? thresholds.stopRejected : thresholds.warnRejected
    let name = severity == .error ? "stop_rejected" : "warn_rejected"
    let hints = hints(ledger)
    return Notice(
      severity, code: severity == .error ? "EL-E-0210" : "EL-W-0201",
      place: Notice.Place(file: input.file),
      problem: LocalisedText(
        de: Words.count(ledger.rejectedData, "Datensatz", "Datensätze")
          + " \(rejected(ledger.rejectedData == 1).de) abgewiesen, mehr als \(name) (\(limit))"
          + " erlaubt" + codes(ledger.rejected.filter { $0.key != "summary-row" }),
        en: Words.count(ledger.rejectedData, "record", "records")
          + " \(rejected(ledger.rejectedData == 1).en) rejected, more than \(name) (\(limit)) allows"
          + codes(ledger.rejected.filter { $0.key != "summary-row" })),
      wayOut: severity == .error
        ? LocalisedText(
          de:
            "\(hints.de)Berichtigen Sie den Export oder die Pipeline (erste Zeilen:\(places(input)));"
            + " die letzten Berichte stehen unverändert",
          en: "\(hints.en)Correct the export or the pipeline (first lines:\(places(input)));"
            + " the last reports stand as they were")
        : LocalisedText(
          de: hints.de
            + (isCheck
              ? "Die ersten Zeilen:\(places(input))" : "Die Stellen stehen in rejects.csv"),
          en: hints.en
            + (isCheck ? "The first lines:\(places(input))" : "The places stand in rejects.csv")))
  }

  private func rejected(_ isOne: Bool) -> LocalisedText {
    if isCheck { return LocalisedText(de: isOne ? "würde" : "würden", en: "would be") }
    return LocalisedText(de: isOne ? "wurde" : "wurden", en: isOne ? "was" : "were")
  }

  /// What to look at first, for reasons that a key of the pipeline may remove.
  private func hints(_ ledger: Ledger) -> LocalisedText {
    let hints: [(code: String, text: LocalisedText)] = [
      (
        "unreadable-answers",
        LocalisedText(
          de: "Prüfen Sie in der Pipeline Skala, labels und missing. ",
          en: "Check scale, labels and missing in the pipeline. ")
      ),
      (
        "unreadable-date",
        LocalisedText(
          de: "Prüfen Sie order unter period; order: auto liest auch Excel-Tage. ",
          en: "Check order under period; order: auto also reads days of Excel. ")
      ),
      (
        "unclosed-quote",
        LocalisedText(
          de: "Sind es Texte mit sehr vielen Zeilen, so erhöhen Sie unclosed_quote_lines. ",
          en: "If these are texts of very many lines, raise unclosed_quote_lines. ")
      ),
    ]
    // One damaged date among other damage is no sign of a wrong order.
    let found = hints.filter { hint in
      let count = ledger.rejected[hint.code] ?? 0
      return count > 0 && (hint.code == "unreadable-answers" || count * 2 >= ledger.rejectedData)
    }.map(\.text)
    return LocalisedText(
      de: found.map(\.de).joined(), en: found.map(\.en).joined())
  }

  private func codes(_ counts: [String: Int]) -> String {
    let parts = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
  }

  private func places(_ input: InputRecord) -> String {
    input.rejects.lazy.filter { $0.code != "summary-row" }.prefix(3).map { reject in
      " \(reject.line)" + (reject.heading.map { " [\($0)]" } ?? "") + " \(reject.code)"
    }.joined(separator: ",")
  }
}
