internal import Anonymising
internal import Cleaning
internal import Exports
internal import Parallel
internal import Synchronization
internal import Tally

/// Reads one file of a source from its beginning to its end: its rows into counts, and what became of
/// its records into a ledger.
struct FileReading {
  let path: String
  let source: SourceReading
  let limits: ReadingLimits
  var options: Options
  /// The offset of the first byte that is not UTF-8, if that was found out before.
  let notUTF8: Int?

  /// Why reading stops.
  enum Stop: Error {
    case failure(Failure)
    /// The file is not UTF-8 after all, and is to be read again.
    case notUTF8(byteOffset: Int)
  }

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - counters: Where rows are counted.
  ///   - duplicates: The respondents seen so far.
  ///   - progress: Where to tell how far reading has come.
  /// - Returns: What the file was, and what became of its records.
  /// - Throws: Why it cannot be read, or the interruption.
  func read(
    _ counters: CounterPool, _ duplicates: inout Duplicates, _ progress: Progress
  ) throws(Stop) -> InputRecord {
    let start = ContinuousClock.now
    let identity = FileIdentity(path)
    let before = counters.cells()
    var account = Account()
    let (facts, digest) =
      switch options.reader {
      case .stream: try readStream(counters, &duplicates, progress, &account)
      case .plain: try readPlain(counters, &duplicates, progress, &account)
      }
    for ((rule, counts), earlier) in zip(zip(source.cleaner.rules.items, counters.cells()), before)
    {
      for (place, level) in Level.all(of: counts.count - 6).enumerated() {
        account.ledger.enter(level, counts[place] - earlier[place], isReversed: rule.reversed)
      }
    }
    precondition(account.ledger.isConserved, "no record is lost")
    guard FileIdentity(path) == identity else {
      throw .failure(FileIdentity.changedMeanwhile(path))
    }
    options.timings.add(
      Timings.Entry(
        stage: Words.reading, file: facts.fileName,
        seconds: (ContinuousClock.now - start).seconds, bytes: facts.storedByteCount,
        rows: account.ledger.read))
    return InputRecord(
      source: source.name, file: facts.fileName, sha256: Digest.hexadecimal(digest),
      byteCount: facts.storedByteCount, encoding: facts.encoding.rawValue,
      separator: String(decoding: [facts.separator], as: UTF8.self), ledger: account.ledger,
      rejects: account.rejects, decisions: facts.decisions,
      notes: TextNote.notes(facts, account.lengths))
  }

  /// What became of the records so far.
  private struct Account {
    var ledger = Ledger()
    var rejects: [InputRecord.Reject] = []
    var lengths = TextLengths()

    mutating func enter(_ parts: [CounterPool.Part], repeats: Int) {
      for part in parts {
        ledger += part.ledger
        lengths += part.lengths
        let room = max(0, InputRecord.mostRejects - rejects.count)
        rejects.append(contentsOf: part.findings.prefix(room).map(InputRecord.Reject.init))
      }
      ledger.accepted -= repeats
      ledger.skip("duplicate-id", repeats)
    }
  }

  private func readStream(
    _ counters: CounterPool, _ duplicates: inout Duplicates, _ progress: Progress,
    _ account: inout Account
  ) throws(Stop) -> (ExportFacts, [UInt8]) {
    let digest = Mutex(RunningDigest())
    var stream = try reading { () throws(ExportStream.Stop) in
      try ExportStream(
        path: path, layout: source.layout, limits: limits, workers: options.jobs, notUTF8: notUTF8)
    }
    var bytes = 0
    while !stream.isAtEnd {
      try checkInterruption()
      let parts = try reading { () throws(ExportStream.Stop) in
        try stream.step(observe: { bytes in digest.withLock { $0.add(bytes) } }) {
          counters.take($0)
        }
      }
      account.enter(parts, repeats: counters.count(parts, &duplicates))
      progress.advance(by: stream.readBytes - bytes)
      bytes = stream.readBytes
    }
    return (stream.facts, digest.withLock { $0.finish() })
  }

  private func readPlain(
    _ counters: CounterPool, _ duplicates: inout Duplicates, _ progress: Progress,
    _ account: inout Account
  ) throws(Stop) -> (ExportFacts, [UInt8]) {
    let file = try reading { () throws(ExportStream.Stop) in
      do throws(ExportFailure) {
        return try ExportFile.open(path: path, layout: source.layout, limits: limits)
      } catch {
        throw .failure(error)
      }
    }
    let wave = 4 * max(1, options.jobs ?? Parallel.availableWorkers)
    for start in stride(from: 0, to: file.chunkCount, by: wave) {
      try checkInterruption()
      let count = min(wave, file.chunkCount - start)
      let parts = Parallel.map(count: count, workers: options.jobs) { index in
        counters.take(file.chunk(start + index))
      }
      account.enter(parts, repeats: counters.count(parts, &duplicates))
      progress.advance(by: file.facts.storedByteCount * count / file.chunkCount)
    }
    return (file.facts, file.withStoredBytes { Digest.sha256($0) })
  }

  private func reading<Result: ~Copyable>(
    _ body: () throws(ExportStream.Stop) -> Result
  ) throws(Stop) -> Result {
    do throws(ExportStream.Stop) {
      return try body()
    } catch {
      switch error {
      case .failure(let failure): throw .failure(ExportWords.failure(failure, path: path))
      case .notUTF8(let offset): throw .notUTF8(byteOffset: offset)
      }
    }
  }

  private func checkInterruption() throws(Stop) {
    do throws(Failure) {
      try Interruption.check()
    } catch {
      throw .failure(error)
    }
  }
}
