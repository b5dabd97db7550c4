internal import Benchmark
import FoundationEssentials
internal import Releases
internal import Tally

/// What earlier releases of a pipeline rested on, and what tonight's may.
///
/// Beside the runs, `.releases` holds for its owner only the counts that the newest run rests on, under
/// the id of that run, and a ledger with one line per release. Which run is the newest says the link
/// `latest` alone; so whatever ends the process, the counts are those of the figures that stand.
struct ReleaseStage {
  let folder: RunFolder
  let options: Options
  let thresholds: Definition.Thresholds

  /// What to publish, and what is to be said about it.
  struct Outcome {
    var document: TallyDocument
    var warnings: [Notice] = []
    /// Groups and parts that changed, and that wait for more answers.
    var updated = 0
    var held = 0
    /// The run before, if it is known what it rests on.
    var before: String?
  }

  private var store: String { folder.path + "/.releases" }

  /// Decides which counts to publish.
  ///
  /// - Parameter document: What was counted tonight.
  /// - Returns: The same document, its counts held back where too little changed.
  /// - Throws: A failure if what was published before cannot be read.
  func gated(_ document: TallyDocument) throws(Failure) -> Outcome {
    var outcome = Outcome(document: document)
    guard thresholds.minimumChange > 1, let before = folder.latest else { return outcome }
    let path = base(of: before)
    guard Disk.exists(path) else {
      outcome.warnings.append(Self.unknown(folder.path))
      return outcome
    }
    let published = try TallyStore.read(path).tally
    guard published.schema == document.tally.schema else {
      outcome.warnings.append(Self.otherQuestions(folder.path))
      return outcome
    }
    let release = ReleaseGate(minimumChange: thresholds.minimumChange).release(
      document.tally, after: published)
    outcome.document = TallyDocument(
      definition: document.definition, tally: release.tally, inputs: document.inputs,
      fingerprints: document.fingerprints)
    outcome.updated = release.count(of: .updated)
    outcome.held = release.count(of: .held)
    outcome.before = before
    return outcome
  }

  /// Subtracts the figures that stand from those that are to be published, as anybody could.
  ///
  /// - Parameter table: What is to be published.
  /// - Throws: A failure that names the first cells that give something away; nothing is published.
  func audit(_ table: CellTable) throws(Failure) {
    guard thresholds.minimumChange > 1, !options.releasesAnew, let before = folder.latest,
      Disk.exists(folder.path + "/" + before + "/cells.csv")
    else { return }
    let published = try PublishedRun(folder: folder.path + "/" + before)
    var old: [String: Int] = [:]
    for (id, row) in published.cells where Self.isCount(id) {
      if let number = row.number { old[id] = Int(number) }
    }
    var new: [String: Int] = [:]
    for cell in table.cells {
      let id = cell.id.description
      if Self.isCount(id), case .number(let number) = cell.value { new[id] = Int(number) }
    }
    let findings = ReleaseAudit(minimumChange: thresholds.minimumChange).findings(
      from: old, to: new)
    if let first = findings.first {
      throw Self.givesAway(first.cell, findings.count, thresholds.minimumChange, folder.path)
    }
  }

  private static func isCount(_ id: String) -> Bool {
    guard let slash = id.lastIndex(of: "/") else { return false }
    return id[slash...] == "/answers" || id[slash...].hasPrefix("/level")
  }

  /// Notes what a run rests on, before it is swapped in.
  ///
  /// - Parameters:
  ///   - outcome: What is published.
  ///   - run: The id of the run.
  /// - Throws: A failure that ends the command as unable to write.
  func note(_ outcome: Outcome, run: String) throws(Failure) {
    try Disk.createFolder(store)
    try Disk.protect(store)
    try TallyStore.write(
      TallyDocument(
        definition: outcome.document.definition, tally: outcome.document.tally, inputs: [],
        fingerprints: []), to: base(of: run))
    // The same run once more is no release.
    if run == folder.latest { return }
    let ledger = store + "/ledger.csv"
    let heading = "run,before,minimum_change,updated,held\n"
    let lines = Disk.exists(ledger) ? try Disk.read(ledger) : Array(heading.utf8)
    let line =
      "\(run),\(outcome.before ?? ""),\(thresholds.minimumChange),\(outcome.updated),\(outcome.held)\n"
    try Disk.replace(ledger, with: lines + Array(line.utf8), mode: 0o600)
  }

  /// Forgets what runs before the newest rested on.
  ///
  /// - Parameter run: The id of the newest run.
  /// - Throws: A failure that ends the command as unable to write.
  func keepOnly(_ run: String) throws(Failure) {
    for name in try Disk.list(store) where name.hasSuffix(".tally") && name != "\(run).tally" {
      try Disk.remove(store + "/" + name)
    }
  }

  private func base(of run: String) -> String { store + "/" + run + ".tally" }
}

extension ReleaseStage {
  private static func unknown(_ folder: String) -> Notice {
    Notice(
      .warning, code: "EL-W-0231", place: Notice.Place(file: folder),
      problem: LocalisedText(
        de: "Worauf der letzte Lauf beruht, ist nicht bekannt; alle Zahlen sind neu",
        en: "What the last run rests on is not known; all figures are new"),
      wayOut: LocalisedText(
        de: "Bewahren Sie .releases neben den Läufen auf",
        en: "Keep .releases beside the runs"))
  }

  private static func otherQuestions(_ folder: String) -> Notice {
    Notice(
      .warning, code: "EL-W-0232", place: Notice.Place(file: folder),
      problem: LocalisedText(
        de: "Der letzte Lauf hatte andere Fragen, Skalen oder Dimensionen; alle Zahlen sind neu",
        en: "The last run had other questions, scales or dimensions; all figures are new"),
      wayOut: LocalisedText(
        de: "Nichts zu tun, wenn das so gewollt ist",
        en: "Nothing to do if that is as intended"))
  }

  private static func givesAway(
    _ cell: String, _ count: Int, _ least: Int, _ folder: String
  ) -> Failure {
    Failure(
      .privacy,
      Notice(
        code: "EL-E-0231", place: Notice.Place(file: folder),
        problem: LocalisedText(
          de: "Von den letzten Berichten abgezogen, gäben \(count) Zahlen einzelne Antworten preis"
            + " (weniger als \(least) Änderungen; zuerst \(cell))",
          en: "Subtracted from the last reports, \(count) figures would give single answers away"
            + " (fewer than \(least) changes; first \(cell))"),
        wayOut: LocalisedText(
          de: "Warten Sie auf mehr Antworten. Nur wenn niemand die letzten Berichte hat:"
            + " --release-anew",
          en: "Wait for more answers. Only if nobody has the last reports: --release-anew")))
  }
}
