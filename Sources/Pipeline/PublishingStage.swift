internal import Anonymising
internal import Benchmark
internal import Cleaning
internal import Parallel
internal import Reports
internal import Tally

/// What a finished run tells its caller.
struct Published {
  /// The folder of the run.
  var folder: String
  /// The link to the newest run.
  var latest: String
  /// The number of organisations with a report.
  var organisations: Int
  /// The number of files written.
  var files: Int
  /// What somebody should look at.
  var warnings: [Notice]
  /// What became of all records.
  var ledger: Ledger
  /// Groups and parts of which new answers are published, and those that wait for more.
  var updated: Int
  var held: Int
}

/// A tally to published reports: gates, cells, pages, and the swap.
struct PublishingStage {
  /// What was counted.
  let counted: TallyDocument
  let folder: RunFolder
  let options: Options
  let firstStage: Int
  let stages: Int

  /// Does it all; until the last step the reports of the run before stand.
  ///
  /// - Returns: Where the reports are.
  /// - Throws: Why nothing has been published.
  func run() throws(Failure) -> Published {
    let definition = try TallyStore.definition(of: counted, file: folder.path)
    let gate = Gate(inputs: counted.inputs, thresholds: definition.thresholds)
    var warnings = try gate.pass()
    let releases = ReleaseStage(
      folder: folder, options: options, thresholds: definition.thresholds)
    let release =
      options.releasesAnew ? ReleaseStage.Outcome(document: counted) : try releases.gated(counted)
    let document = release.document
    warnings += release.warnings

    options.log.stage(firstStage, of: stages, Words.comparing)
    let table = options.timings.measure(Words.comparing) {
      Benchmark.table(of: document.tally, definition: definition, workers: options.jobs)
    }
    try Interruption.check()
    try releases.audit(table)

    options.log.stage(firstStage + 1, of: stages, Words.reporting)
    let (run, summary) = try options.timings.measure(Words.identifying) {
      () throws(Failure) -> (RunIdentity, RunSummary) in
      let run = RunIdentity(id: try runID(document), version: Version.current)
      let summary = SummaryMaker(
        document: document, table: table, run: run, warnings: warnings
      ).summary()
      return (run, summary)
    }
    let staging = try folder.stage(run.id)
    let written = try write(table, document, run: run, summary: summary, to: staging)
    try Interruption.check()
    try releases.note(release, run: run.id)
    let target = try options.timings.measure(Words.swapping) { () throws(Failure) in
      try folder.publish(run.id)
    }
    try releases.keepOnly(run.id)
    return Published(
      folder: target, latest: folder.path + "/latest",
      organisations: table.definition.organisations.count, files: written, warnings: warnings,
      ledger: gate.total, updated: release.updated, held: release.held)
  }

  /// The id of the run: it follows from what was counted and by which version, not from when.
  private func runID(_ document: TallyDocument) throws(Failure) -> String {
    let anonymous = TallyDocument(
      definition: document.definition, tally: document.tally, inputs: document.inputs,
      fingerprints: [])
    let bytes: [UInt8]
    do {
      bytes = Array(Version.current.utf8) + (try TallyFile.encode(anonymous))
    } catch {
      throw TallyStore.notStorable()
    }
    return String(Digest.hexadecimal(Digest.sha256(bytes.span)).prefix(12))
  }

  /// Writes all files of the run side by side; those about everybody first, as they take longest.
  private func write(
    _ table: CellTable, _ document: TallyDocument, run: RunIdentity, summary: RunSummary,
    to staging: String
  ) throws(Failure) -> Int {
    let definition = table.definition
    let keys =
      definition.reports.contains(.organisations) ? definition.organisations.map(\.key) : []
    let overviews = try overviews(table, document, run: run, summary: summary)
    let log = options.log
    let unit = LocalisedText(de: "Einrichtungen", en: "organisations")
    let start = ContinuousClock.now
    let sizes = try Parallel.map(count: overviews.count + keys.count, workers: options.jobs) {
      index throws(Failure) -> Int in
      try Interruption.check()
      guard index >= overviews.count else {
        return try Self.write(overviews[index](), to: staging)
      }
      var bytes = 0
      for language in definition.languages {
        bytes += try Self.write(
          Reports.organisation(
            keys[index - overviews.count], in: table, run: run, language: language),
          to: staging)
      }
      log.advance(by: 1, of: keys.count, unit)
      return bytes
    }
    try Disk.create(staging + "/definition.json", with: document.definition, mode: 0o644)
    options.timings.add(
      Timings.Entry(
        stage: Words.reporting, seconds: (ContinuousClock.now - start).seconds,
        bytes: sizes.reduce(0, +)))
    return keys.count * definition.languages.count + overviews.count + 1
  }

  /// What is about all organisations together, each to be made when its turn comes.
  private func overviews(
    _ table: CellTable, _ document: TallyDocument, run: RunIdentity, summary: RunSummary
  ) throws(Failure) -> [@Sendable () -> ReportFile] {
    let rejects = rejectRows(document)
    let summaryFile = try json(summary)
    var files: [@Sendable () -> ReportFile] = [
      { Reports.cellsCSV(table) }, { Reports.index(table, run: run) },
      { Reports.rejectsCSV(rejects) }, { summaryFile },
    ]
    for language in table.definition.languages {
      if table.definition.reports.contains(.funder) {
        files.append { Reports.funder(table, run: run, language: language) }
      }
      files.append { Reports.runSummary(summary, language: language) }
    }
    return files
  }

  private func json(_ summary: RunSummary) throws(Failure) -> ReportFile {
    do {
      return try Reports.runSummaryJSON(summary)
    } catch {
      throw TallyStore.notStorable()
    }
  }

  /// Writes a file, and says how many bytes it has.
  private static func write(_ file: ReportFile, to staging: String) throws(Failure) -> Int {
    let path = staging + "/" + file.path
    if file.path.contains("/") { try Disk.createFolder(Disk.folder(of: path)) }
    try Disk.create(path, with: file.bytes, mode: 0o644)
    return file.bytes.count
  }

  private func rejectRows(_ document: TallyDocument) -> [RejectRow] {
    document.inputs.flatMap { input in
      input.rejects.map { reject in
        RejectRow(
          file: input.file, record: reject.record, line: reject.line, lastLine: reject.lastLine,
          byteOffset: reject.byteOffset, byteCount: reject.byteCount, stage: reject.stage,
          code: reject.code, column: reject.column, heading: reject.heading)
      }
    }
  }
}
