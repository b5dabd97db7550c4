internal import Anonymising
internal import Benchmark
internal import Cleaning
internal import Exports
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
      let counters = CounterPool(schema: definition.schema, source: reading, jobs: options.jobs)
      for task in tasks where task.source == source {
        do throws(FileReading.Stop) {
          let file = FileReading(
            path: task.path, source: reading, limits: limits, options: options,
            notUTF8: notUTF8[task.path])
          let record = try file.read(counters, &count.duplicates, progress)
          count.inputs.append(record)
          options.log.note(LedgerLines.line(record))
          for notice in TextNotices(record, definition.thresholds).others {
            options.log.remark(notice)
          }
        } catch {
          switch error {
          case .notUTF8(let offset): throw .notUTF8(path: task.path, byteOffset: offset)
          case .failure(let failure) where failure.exit == .interrupted: throw .failure(failure)
          case .failure(let failure): problems.append(contentsOf: failure.notices)
          }
        }
      }
      counters.add(to: &count.tally)
    }
    do throws(Failure) {
      guard problems.isEmpty else { throw Failure(.dataRejected, problems) }
      try checkOrganisations(of: count.tally)
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

    init(schema: Schema) { tally = Tally(schema: schema) }
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
