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
}

/// A tally to published reports: gates, cells, pages, and the swap.
struct PublishingStage {
  let document: TallyDocument
  let folder: RunFolder
  let options: Options
  let firstStage: Int
  let stages: Int

  /// Does it all; until the last step the reports of the run before stand.
  ///
  /// - Returns: Where the reports are.
  /// - Throws: Why nothing has been published.
  func run() throws(Failure) -> Published {
    let definition = try TallyStore.definition(of: document, file: folder.path)
    let gate = Gate(inputs: document.inputs, thresholds: definition.thresholds)
    let warnings = try gate.pass()

    options.log.stage(firstStage, of: stages, Words.comparing)
    let table = options.timings.measure(Words.comparing) {
      Benchmark.table(of: document.tally, definition: definition, workers: options.jobs)
    }
    try Interruption.check()

    options.log.stage(firstStage + 1, of: stages, Words.reporting)
    let (run, summary) = try options.timings.measure(Words.identifying) {
      () throws(Failure) -> (RunIdentity, RunSummary) in
      let run = RunIdentity(id: try runID(), version: Version.current)
      let summary = SummaryMaker(
        document: document, table: table, run: run, warnings: warnings
      ).summary()
      return (run, summary)
    }
    let staging = try folder.stage(run.id)
    let written = try write(table, run: run, summary: summary, to: staging)
    try Interruption.check()
    let target = try options.timings.measure(Words.swapping) { () throws(Failure) in
      try folder.publish(run.id)
    }
    return Published(
      folder: target, latest: folder.path + "/latest",
      organisations: table.definition.organisations.count, files: written, warnings: warnings,
      ledger: gate.total)
  }

  /// The id of the run: it follows from what was counted and by which version, not from when.
  private func runID() throws(Failure) -> String {
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

  /// Writes all files of the run, organisations side by side.
  private func write(
    _ table: CellTable, run: RunIdentity, summary: RunSummary, to staging: String
  ) throws(Failure) -> Int {
    let definition = table.definition
    let keys =
      definition.reports.contains(.organisations) ? definition.organisations.map(\.key) : []
    let log = options.log
    let unit = LocalisedText(de: "Einrichtungen", en: "organisations")
    let start = ContinuousClock.now
    let sizes = try Parallel.map(count: keys.count, workers: options.jobs) {
      index throws(Failure) -> Int in
      try Interruption.check()
      var bytes = 0
      for language in definition.languages {
        let file = Reports.organisation(keys[index], in: table, run: run, language: language)
        bytes += file.bytes.count
        try Self.write(file, to: staging)
      }
      log.advance(by: 1, of: keys.count, unit)
      return bytes
    }
    options.timings.add(
      Timings.Entry(
        stage: Words.organisationReports, seconds: (ContinuousClock.now - start).seconds,
        bytes: sizes.reduce(0, +)))
    return try options.timings.measure(Words.tables) { () throws(Failure) in
      try writeOverviews(table, run: run, summary: summary, to: staging)
    } + keys.count * definition.languages.count
  }

  /// Writes what is about all organisations together.
  private func writeOverviews(
    _ table: CellTable, run: RunIdentity, summary: RunSummary, to staging: String
  ) throws(Failure) -> Int {
    let definition = table.definition
    var files = [
      Reports.index(table, run: run), Reports.cellsCSV(table),
      Reports.rejectsCSV(rejectRows), try json(summary),
    ]
    for language in definition.languages {
      if definition.reports.contains(.funder) {
        files.append(Reports.funder(table, run: run, language: language))
      }
      files.append(Reports.runSummary(summary, language: language))
    }
    for file in files { try Self.write(file, to: staging) }
    try Disk.create(staging + "/definition.json", with: document.definition, mode: 0o644)
    return files.count + 1
  }

  private func json(_ summary: RunSummary) throws(Failure) -> ReportFile {
    do {
      return try Reports.runSummaryJSON(summary)
    } catch {
      throw TallyStore.notStorable()
    }
  }

  private static func write(_ file: ReportFile, to staging: String) throws(Failure) {
    let path = staging + "/" + file.path
    if file.path.contains("/") { try Disk.createFolder(Disk.folder(of: path)) }
    try Disk.create(path, with: file.bytes, mode: 0o644)
  }

  private var rejectRows: [RejectRow] {
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
