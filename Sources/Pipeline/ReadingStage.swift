internal import Anonymising
internal import Benchmark
internal import Cleaning
internal import Exports
internal import Parallel
internal import Tally

/// One source of a pipeline, ready to be read: its files, what to read of them, and what to do with it.
struct SourceReading: Sendable {
  /// The name of the source in the pipeline.
  var name: String
  /// The files, in the order in which the first record of a respondent counts.
  var files: [String]
  /// What to read of a file.
  var layout: SourceLayout
  /// What cleaning does.
  var cleaner: Cleaner
  /// What anonymising does.
  var anonymiser: Anonymiser
}

/// Exports to a tally: reads, cleans, anonymises and counts in one pass; only counts survive.
struct ReadingStage {
  let definition: Definition
  let sources: [SourceReading]
  let limits: ReadingLimits
  let options: Options

  /// One file of one source.
  private struct Task: Sendable {
    let source: Int
    let path: String
  }

  /// Reads everything.
  ///
  /// - Returns: The tally with its inputs and ledgers.
  /// - Throws: All files that cannot be read, or the interruption.
  func run() throws(Failure) -> TallyDocument {
    let tasks = sources.indices.flatMap { source in
      sources[source].files.map { Task(source: source, path: $0) }
    }
    var tally = Tally(schema: definition.schema)
    var duplicates = Duplicates()
    var inputs: [InputRecord] = []
    var problems: [Notice] = []
    let batch = max(1, options.jobs ?? Parallel.availableWorkers)
    let progress = Progress(log: options.log, paths: tasks.map(\.path))
    var start = 0
    while start < tasks.count {
      let end = min(tasks.count, start + batch)
      let opened = try open(Array(tasks[start..<end]))
      for (task, outcome) in zip(tasks[start..<end], opened) {
        switch outcome {
        case .failure(let failure): problems.append(contentsOf: failure.notices)
        case .success(let file):
          guard problems.isEmpty else { continue }
          inputs.append(
            try read(
              file, of: task, into: &tally, duplicates: &duplicates, progress: progress))
        }
      }
      start = end
    }
    guard problems.isEmpty else { throw Failure(.dataRejected, problems) }
    try checkOrganisations(of: tally)
    return TallyDocument(
      definition: try canonical(definition), tally: tally, inputs: inputs,
      fingerprints: duplicates.fingerprints)
  }

  /// Refuses organisations taken from the exports that are nearly as many as the records: such a
  /// column names people, and its values must not even reach a tally.
  private func checkOrganisations(of tally: Tally) throws(Failure) {
    guard definition.openPeerGroup != nil else { return }
    let organisations = Set(tally.groups.keys.map(\.organisation)).count
    let records = tally.groups.values.reduce(0) { $0 + $1.respondents }
    guard organisations >= 50, organisations * 5 > records * 4 else { return }
    throw Failure(
      .dataRejected,
      Notice(
        code: "EL-E-0215",
        problem: LocalisedText(
          de: "Die Spalte der Organisation hat \(organisations) verschiedene Werte in \(records)"
            + " Datensätzen; sie benennt wohl Menschen",
          en: "The column of the organisation has \(organisations) different values in \(records)"
            + " records; it probably names people"),
        wayOut: LocalisedText(
          de:
            "Nennen Sie bei organisation die richtige Spalte, oder listen Sie die Organisationen auf",
          en: "Name the right column under organisation, or list the organisations")))
  }

  /// Opens files side by side; a file that cannot be read does not hide the problems of others.
  private func open(_ tasks: [Task]) throws(Failure) -> [Result<ExportFile, Failure>] {
    try Parallel.map(count: tasks.count, workers: options.jobs) {
      index throws(Failure) -> Result<ExportFile, Failure> in
      try Interruption.check()
      do throws(ExportFailure) {
        return .success(
          try ExportFile.open(
            path: tasks[index].path, layout: sources[tasks[index].source].layout, limits: limits))
      } catch {
        return .failure(ExportWords.failure(error, path: tasks[index].path))
      }
    }
  }

  /// Reads one file chunk by chunk: chunks are prepared side by side, repeated respondents are
  /// found in order, and the counting is side by side again.
  private func read(
    _ file: ExportFile, of task: Task, into tally: inout Tally, duplicates: inout Duplicates,
    progress: Progress
  ) throws(Failure) -> InputRecord {
    let source = sources[task.source]
    var ledger = Ledger()
    var rejects: [InputRecord.Reject] = []
    let wave = 4 * max(1, options.jobs ?? Parallel.availableWorkers)
    var start = 0
    while start < file.chunkCount {
      let count = min(wave, file.chunkCount - start)
      let first = start
      let chunks = try Parallel.map(count: count, workers: options.jobs) {
        index throws(Failure) -> AnonymousChunk in
        try Interruption.check()
        return source.anonymiser.anonymise(source.cleaner.clean(file.chunk(first + index)))
      }
      var repeated: [[Bool]] = []
      for chunk in chunks { repeated.append(duplicates.repeats(in: chunk)) }
      let marks = repeated
      let partial = Parallel.map(count: count, workers: options.jobs) { index in
        var partial = Tally(schema: definition.schema)
        partial.count(chunks[index], leavingOut: marks[index])
        return (partial, Self.ledger(of: chunks[index], leavingOut: marks[index], source: source))
      }
      for (index, (counts, part)) in partial.enumerated() {
        tally += counts
        ledger += part
        let room = max(0, InputRecord.mostRejects - rejects.count)
        rejects.append(contentsOf: chunks[index].findings.prefix(room).map(InputRecord.Reject.init))
      }
      start += count
      progress.advance(chunks: count, of: file)
    }
    precondition(ledger.isConserved, "no record is lost")
    let facts = file.facts
    let record = InputRecord(
      source: source.name, file: facts.fileName, sha256: digest(of: file),
      byteCount: facts.storedByteCount, encoding: facts.encoding.rawValue,
      separator: String(decoding: [facts.separator], as: UTF8.self), ledger: ledger,
      rejects: rejects, decisions: facts.decisions)
    options.log.note(LedgerLines.line(record))
    return record
  }

  private func digest(of file: ExportFile) -> String {
    Digest.hexadecimal(file.withStoredBytes { Digest.sha256($0) })
  }

  /// The ledger of a chunk after duplicates, with the cells of accepted rows.
  private static func ledger(
    of chunk: AnonymousChunk, leavingOut repeated: [Bool], source: SourceReading
  ) -> Ledger {
    var ledger = chunk.ledger
    let duplicates = repeated.count { $0 }
    ledger.accepted -= duplicates
    ledger.skip("duplicate-id", duplicates)
    for (rule, column) in zip(source.cleaner.rules.items, chunk.levels) {
      for (row, level) in column.enumerated() where repeated.isEmpty || !repeated[row] {
        ledger.enter(level, isReversed: rule.reversed)
      }
    }
    return ledger
  }
}

/// How far reading has come, in kilobytes of the files as stored.
private struct Progress {
  let log: Log
  let total: Int

  init(log: Log, paths: [String]) {
    self.log = log
    total = paths.reduce(0) { $0 + Disk.size($1) } / 1000
  }

  func advance(chunks: Int, of file: ExportFile) {
    log.advance(
      by: file.facts.storedByteCount * chunks / file.chunkCount / 1000, of: total,
      LocalisedText(de: "kB", en: "kB"))
  }
}

/// The canonical JSON of a definition; that it can be encoded is our own duty.
func canonical(_ definition: Definition) throws(Failure) -> [UInt8] {
  do {
    return try TallyFile.canonicalJSON(definition)
  } catch {
    throw Failure(
      .internalError,
      Notice(
        code: "EL-E-0701",
        problem: LocalisedText(
          de: "Die Definition lässt sich nicht speichern",
          en: "The definition cannot be stored"),
        wayOut: LocalisedText(
          de: "Bitte melden Sie diesen Fehler", en: "Please report this mistake of ours")))
  }
}
