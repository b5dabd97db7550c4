internal import Anonymising
internal import Cleaning
internal import Exports
internal import Parallel
internal import Synchronization
internal import Tally

/// What the workers need to clean, anonymise and count the chunks of one source.
///
/// Each takes a set of memories and counts, uses it and gives it back. All counts are whole numbers,
/// so who counts what does not matter.
final class CounterPool: Sendable {
  /// One worker's memories and counts.
  struct Counter: Sendable {
    /// Its place among the pools; the groups of its chunks are numbered by it.
    let number: Int
    var memory = GroupMemory()
    var counts: TallyCounter
  }

  /// What became of a chunk.
  struct Part: Sendable {
    /// The counter whose groups it knows.
    let counter: Int
    /// The rows, if they are not counted yet because respondents may repeat.
    var chunk: AnonymousChunk?
    let findings: [Finding]
    let ledger: Ledger
    let lengths: TextLengths
  }

  private let schema: Schema
  private let source: SourceReading
  private let jobs: Int?
  private let free = Pool<Counter>()
  private let made = Atomic(0)

  init(schema: Schema, source: SourceReading, jobs: Int?) {
    self.schema = schema
    self.source = source
    self.jobs = jobs
  }

  /// Cleans, anonymises and, where nobody can repeat, counts a chunk.
  func take(_ chunk: TypedChunk) -> Part {
    var counter = free.take() ?? makeCounter()
    let lengths = chunk.lengths
    let anonymous = source.anonymiser.anonymise(source.cleaner.clean(chunk), &counter.memory)
    var part = Part(
      counter: counter.number, chunk: anonymous, findings: anonymous.findings,
      ledger: anonymous.ledger, lengths: lengths)
    if !source.hasRespondents {
      counter.counts.count(anonymous)
      part.chunk = nil
    }
    free.give(counter)
    return part
  }

  /// Counts chunks whose respondents may repeat; the first record of a respondent counts.
  ///
  /// - Parameters:
  ///   - parts: What became of the chunks, in the order of the file.
  ///   - duplicates: The respondents seen so far.
  /// - Returns: The number of records that repeat.
  func count(_ parts: [Part], _ duplicates: inout Duplicates) -> Int {
    var waiting: [Int: [(chunk: AnonymousChunk, repeated: [Bool])]] = [:]
    var repeats = 0
    for part in parts {
      guard let chunk = part.chunk else { continue }
      let repeated = duplicates.repeats(in: chunk)
      repeats += repeated.count { $0 }
      waiting[part.counter, default: []].append((chunk, repeated))
    }
    if waiting.isEmpty { return 0 }
    // Each counter in a pool of its own, from which one worker takes it.
    let own = free.drain().map { counter in
      let pool = Pool<Counter>()
      pool.give(counter)
      return pool
    }
    let chunks = waiting
    _ = Parallel.map(count: own.count, workers: jobs) { index in
      guard var counter = own[index].take() else { return }
      for (chunk, repeated) in chunks[counter.number] ?? [] {
        counter.counts.count(chunk, leavingOut: repeated)
      }
      free.give(counter)
    }
    return repeats
  }

  /// How often each level and each state was counted so far, per item of the source.
  func cells() -> [[Int]] {
    let counters = free.drain()
    defer { for counter in counters { free.give(counter) } }
    return source.cleaner.rules.items.map { rule in
      counters.reduce([Int](repeating: 0, count: schema.items[rule.item].levels + 6)) {
        zip($0, $1.counts.cells(of: rule.item)).map(+)
      }
    }
  }

  /// Adds all counts to a tally.
  func add(to tally: inout Tally) {
    for counter in free.drain() { tally.add(counter.counts) }
  }

  private func makeCounter() -> Counter {
    Counter(
      number: made.wrappingAdd(1, ordering: .relaxed).oldValue,
      counts: TallyCounter(schema: schema))
  }
}
