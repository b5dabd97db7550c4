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

  /// Whether rows say whose they are, so that respondents may repeat.
  var hasRespondents: Bool { cleaner.rules.respondent != nil }
}

/// Exports to a tally: reads, cleans, anonymises and counts in one pass; only counts survive.
struct ReadingStage {
  let definition: Definition
  let sources: [SourceReading]
  let limits: ReadingLimits
  let options: Options
  /// What was counted in earlier nights, if that is kept.
  var cache: TallyCache?

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
    // That a file is not UTF-8 may show late; then all is read again with what was found.
    var notUTF8: [String: Int] = [:]
    while true {
      do throws(Retry) {
        return try read(tasks, notUTF8: notUTF8)
      } catch {
        switch error {
        case .failure(let failure): throw failure
        case .notUTF8(let path, let offset): notUTF8[path] = offset
        }
      }
    }
  }

  private enum Retry: Error {
    case failure(Failure)
    case notUTF8(path: String, byteOffset: Int)
  }

  private func read(
    _ tasks: [Task], notUTF8: [String: Int]
  ) throws(Retry) -> TallyDocument {
    var count = CountingState(schema: definition.schema)
    var problems: [Notice] = []
    let progress = Progress(log: options.log, paths: tasks.map(\.path))
    for (source, reading) in sources.enumerated() {
      let files = tasks.filter { $0.source == source }.map { task in
        FileReading(
          path: task.path, source: reading, limits: limits, options: options,
          notUTF8: notUTF8[task.path])
      }
      for outcome in try read(files, of: reading, &count, progress) {
        switch outcome {
        case .success(let record):
          count.inputs.append(record)
          options.log.note(LedgerLines.line(record))
          for notice in TextNotices(record, definition.thresholds).others {
            options.log.remark(notice)
          }
        case .failure(let failure): problems.append(contentsOf: failure.notices)
        }
      }
    }
    do throws(Failure) {
      // Of listed organisations only keys can be counted, so that good files need no second reading.
      if definition.openPeerGroup == nil { try cache?.keep() }
      guard problems.isEmpty else { throw Failure(.dataRejected, problems) }
      try checkOrganisations(of: count.tally)
      try cache?.keep()
      return TallyDocument(
        definition: try canonical(definition), tally: count.tally, inputs: count.inputs,
        fingerprints: count.duplicates.fingerprints)
    } catch {
      throw .failure(error)
    }
  }

  /// What has been read so far.
  private struct CountingState {
    var tally: Tally
    var duplicates = Duplicates()
    var inputs: [InputRecord] = []
    /// The cache's name of the last file whose respondents may come again.
    var before: String?

    init(schema: Schema) { tally = Tally(schema: schema) }
  }

  private typealias Outcome = Result<InputRecord, Failure>

  /// Reads the files of a source, and counts them.
  ///
  /// - Returns: Per file, what became of it.
  private func read(
    _ files: [FileReading], of source: SourceReading, _ count: inout CountingState,
    _ progress: Progress
  ) throws(Retry) -> [Outcome] {
    if let cache {
      return try files.map { file throws(Retry) -> Outcome in
        try readOnce(file, cache, &count, progress)
      }
    }
    let workers = max(1, options.jobs ?? Parallel.availableWorkers)
    // Where respondents may come again, the first of their records counts: files wait for each other.
    if !source.hasRespondents, files.count >= 2 * workers, workers > 1 {
      return try readSideBySide(files, &count, progress)
    }
    let counters = CounterPool(schema: definition.schema, source: source, jobs: options.jobs)
    let outcomes = try files.map { file throws(Retry) -> Outcome in
      try Self.read(file, counters, &count.duplicates, progress)
    }
    counters.add(to: &count.tally)
    return outcomes
  }

  /// Reads many files, each by one worker.
  private func readSideBySide(
    _ files: [FileReading], _ count: inout CountingState, _ progress: Progress
  ) throws(Retry) -> [Outcome] {
    let schema = definition.schema
    let parts = try Parallel.map(count: files.count, workers: options.jobs) {
      index throws(Retry) -> (Outcome, Tally) in
      var file = files[index]
      file.options.jobs = 1
      let counters = CounterPool(schema: schema, source: file.source, jobs: 1)
      var nobody = Duplicates()
      let outcome = try Self.read(file, counters, &nobody, progress)
      var tally = Tally(schema: schema)
      counters.add(to: &tally)
      return (outcome, tally)
    }
    for (_, tally) in parts { count.tally += tally }
    return parts.map(\.0)
  }

  /// Takes a file's counts from the cache, or reads it and keeps them there.
  private func readOnce(
    _ file: FileReading, _ cache: TallyCache, _ count: inout CountingState, _ progress: Progress
  ) throws(Retry) -> Outcome {
    let waits = file.source.hasRespondents
    let name: String
    do throws(Failure) {
      try Interruption.check()
      name = try cache.name(
        of: file.path, source: file.source.name, after: waits ? count.before : nil)
    } catch {
      if error.exit == .interrupted { throw .failure(error) }
      return .failure(error)
    }
    if waits { count.before = name }
    if let part = cache.part(name, of: file.path) {
      count.tally += part.tally
      count.duplicates.note(part.fingerprints)
      progress.advance(by: part.record.byteCount)
      return .success(part.record)
    }
    let counters = CounterPool(schema: definition.schema, source: file.source, jobs: options.jobs)
    _ = count.duplicates.takeNewcomers()
    let outcome = try Self.read(file, counters, &count.duplicates, progress)
    guard case .success(let record) = outcome else { return outcome }
    var tally = Tally(schema: definition.schema)
    counters.add(to: &tally)
    count.tally += tally
    cache.take(
      TallyCache.Part(
        record: record, tally: tally, fingerprints: count.duplicates.takeNewcomers()), as: name)
    return outcome
  }

  private static func read(
    _ file: FileReading, _ counters: CounterPool, _ duplicates: inout Duplicates,
    _ progress: Progress
  ) throws(Retry) -> Outcome {
    do throws(FileReading.Stop) {
      return .success(try file.read(counters, &duplicates, progress))
    } catch {
      switch error {
      case .notUTF8(let offset): throw .notUTF8(path: file.path, byteOffset: offset)
      case .failure(let failure) where failure.exit == .interrupted: throw .failure(failure)
      case .failure(let failure): return .failure(failure)
      }
    }
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
}

/// How far reading has come, in kilobytes of the files as stored.
struct Progress {
  let log: Log
  let total: Int

  init(log: Log, paths: [String]) {
    self.log = log
    total = paths.reduce(0) { $0 + Disk.size($1) } / 1000
  }

  func advance(by bytes: Int) {
    log.advance(by: bytes / 1000, of: total, LocalisedText(de: "kB", en: "kB"))
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
