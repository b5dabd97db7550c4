internal import Benchmark
import Glibc
import Synchronization

/// How long the parts of a command took, for `--timings`.
///
/// Nothing of it reaches a result.
final class Timings: Sendable {
  /// One part of a command.
  struct Entry: Sendable {
    /// The stage, in words.
    var stage: LocalisedText
    /// The file, where a stage goes over files.
    var file: String?
    var seconds: Double
    /// What went through it, where that can be said.
    var bytes: Int?
    var rows: Int?
  }

  private let entries = Mutex<[Entry]>([])

  /// Times a part.
  ///
  /// - Parameters:
  ///   - stage: What to call it.
  ///   - body: The part.
  /// - Returns: What the part returns.
  /// - Throws: What the part throws; it is not listed then.
  func measure<Result, Failure: Error>(
    _ stage: LocalisedText, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = ContinuousClock.now
    let result = try body()
    add(Entry(stage: stage, seconds: (ContinuousClock.now - start).seconds))
    return result
  }

  /// Lists a part.
  ///
  /// - Parameter entry: The part.
  func add(_ entry: Entry) { entries.withLock { $0.append(entry) } }

  /// Tells all parts, and what the process used in all.
  ///
  /// - Parameter log: Where to tell them.
  func tell(_ log: Log) {
    let all = entries.withLock { $0 }
    let labels = all.map { $0.file.map { "  \($0)" } ?? $0.stage[log.language] }
    let width = (labels.map(\.count).max() ?? 0) + 2
    for (entry, label) in zip(all, labels) {
      let rates = entry.bytes.map { bytes in
        let megabytes = Double(bytes) / 1e6
        let rows = entry.rows.map { "\(right(String($0), 12)) " } ?? ""
        let perSecond = entry.rows.map { right("\(Int(Double($0) / entry.seconds))", 12) + " " }
        return right(fixed(megabytes, 1), 10) + " MB " + rows
          + (entry.rows == nil ? "" : LocalisedText(de: "Zeilen", en: "rows")[log.language])
          + right(fixed(megabytes / entry.seconds, 1), 10) + " MB/s"
          + (perSecond.map { $0 + LocalisedText(de: "Zeilen/s", en: "rows/s")[log.language] } ?? "")
      }
      let padding = String(repeating: " ", count: width - label.count)
      log.timing(
        label + padding + right(fixed(entry.seconds, 3), 9) + " s" + (rates ?? ""), entry: entry)
    }
    var usage = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return }
    let processor = usage.ru_utime.seconds + usage.ru_stime.seconds
    let words = LocalisedText(
      de: "Rechenzeit \(fixed(processor, 3)) s, höchstens \(usage.ru_maxrss / 1024) MiB Speicher",
      en: "processor time \(fixed(processor, 3)) s, at most \(usage.ru_maxrss / 1024) MiB of memory"
    )
    log.timing(
      words[log.language],
      entry: Entry(stage: words, seconds: processor, bytes: usage.ru_maxrss * 1024))
  }

  private func fixed(_ value: Double, _ places: Int) -> String {
    let power = places == 1 ? 10.0 : 1000.0
    let whole = Int((value * power).rounded())
    let digits = String(whole % Int(power))
    return "\(whole / Int(power))."
      + String(repeating: "0", count: places - digits.count) + digits
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
