public import Benchmark
import FoundationEssentials
import Glibc
import Synchronization
import Tally

/// Tells on standard error what is going on: lines of text or JSON, and a progress line on a terminal.
public final class Log: Sendable {
  /// How lines are written.
  public enum Format: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// One JSON object a line, keys in English.
    case json
  }

  /// The language of lines for people.
  public let language: Language
  private let format: Format
  private let isQuiet: Bool
  private let isTerminal: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  private struct State { var lineIsOpen = false }

  /// What has been done in the current stage.
  private let done = Atomic(0)
  /// When the stage began and when the next progress line is due, in nanoseconds since the start.
  private let stageStart = Atomic<Int64>(0)
  private let nextProgress = Atomic<Int64>(0)

  /// Makes a log.
  ///
  /// - Parameters:
  ///   - language: The language of lines for people.
  ///   - format: How lines are written.
  ///   - isQuiet: Whether to write errors and warnings only.
  ///   - isTerminal: Whether standard error is a terminal.
  public init(language: Language, format: Format, isQuiet: Bool, isTerminal: Bool) {
    self.language = language
    self.format = format
    self.isQuiet = isQuiet
    self.isTerminal = isTerminal
  }

  /// Opens a stage.
  ///
  /// - Parameters:
  ///   - number: Its number, from 1.
  ///   - total: The number of stages.
  ///   - name: Its name.
  public func stage(_ number: Int, of total: Int, _ name: LocalisedText) {
    let now = nanoseconds(since: start)
    done.store(0, ordering: .relaxed)
    stageStart.store(now, ordering: .relaxed)
    nextProgress.store(now + (isTerminal ? 300_000_000 : 30_000_000_000), ordering: .relaxed)
    guard !isQuiet else { return }
    write(
      text: "[\(number)/\(total)] \(name[language])",
      json: Line(level: "info", event: "stage", text: name.en, stage: number, stages: total))
  }

  /// Tells something about the current stage.
  ///
  /// - Parameter text: One line.
  public func note(_ text: LocalisedText) {
    guard !isQuiet else { return }
    write(text: "      \(text[language])", json: Line(level: "info", event: "note", text: text.en))
  }

  /// Tells how long a part of the command took.
  ///
  /// - Parameters:
  ///   - text: One line for people.
  ///   - entry: The part.
  func timing(_ text: String, entry: Timings.Entry) {
    write(
      text: text,
      json: Line(
        level: "info", event: "timing", text: entry.stage.en, file: entry.file,
        seconds: entry.seconds, bytes: entry.bytes, rows: entry.rows))
  }

  /// Tells a warning or an error.
  ///
  /// - Parameter message: What to tell.
  public func tell(_ message: Notice) {
    write(
      text: (message.severity == .warning ? "    ! " : "") + message.text(in: language),
      json: Line(
        level: message.severity.rawValue, event: "message", code: message.code,
        text: message.problem.en, wayOut: message.wayOut.en, file: message.place?.file,
        line: message.place?.line, column: message.place?.column))
  }

  /// Tells something that changes no output; not a warning, so that it is quiet where nothing but
  /// warnings is wanted.
  ///
  /// - Parameter message: What to tell.
  func remark(_ message: Notice) {
    guard !isQuiet else { return }
    write(
      text: "      " + message.text(in: language),
      json: Line(
        level: "info", event: "message", code: message.code, text: message.problem.en,
        wayOut: message.wayOut.en, file: message.place?.file, line: message.place?.line))
  }

  /// Moves the progress of the current stage on; shown with rate and time left on a terminal, and
  /// every 30 seconds as a line elsewhere.
  ///
  /// - Parameters:
  ///   - count: How much has been done since the last call.
  ///   - total: How much there is to do in this stage.
  ///   - unit: What is counted.
  public func advance(by count: Int, of total: Int, _ unit: LocalisedText) {
    guard !isQuiet else { return }
    let done = self.done.wrappingAdd(count, ordering: .relaxed).newValue
    let now = nanoseconds(since: start)
    let due = nextProgress.load(ordering: .relaxed)
    let pause: Int64 = isTerminal ? 100_000_000 : 30_000_000_000
    // Of all workers that come by when a line is due, one writes it.
    guard now >= due,
      nextProgress.compareExchange(
        expected: due, desired: now + pause, ordering: .relaxed
      ).exchanged
    else { return }
    let seconds = Double(now - stageStart.load(ordering: .relaxed)) / 1e9
    guard seconds > 0, done > 0 else { return }
    let rate = Double(done) / seconds
    let left = Int((Double(max(0, total - done)) / rate).rounded(.up))
    let words = LocalisedText(
      de: "\(done) von \(total) \(unit.de), \(Int(rate)) je Sekunde, noch \(left) s",
      en: "\(done) of \(total) \(unit.en), \(Int(rate)) per second, \(left) s left")
    if isTerminal && format == .text {
      show("\r\u{1B}[K      \(words[language])", opensLine: true)
    } else {
      write(
        text: "      \(words[language])",
        json: Line(level: "info", event: "progress", text: words.en, done: done, total: total))
    }
  }

  private struct Line: Encodable {
    var level: String
    var event: String
    var code: String?
    var text: String
    var wayOut: String?
    var file: String?
    var line: Int?
    var column: Int?
    var stage: Int?
    var stages: Int?
    var done: Int?
    var total: Int?
    var seconds: Double?
    var bytes: Int?
    var rows: Int?
    var elapsed: Double = 0
  }

  private func write(text: String, json: Line) {
    switch format {
    case .text: show(text + "\n", opensLine: false)
    case .json:
      var line = json
      line.elapsed = ((ContinuousClock.now - start).seconds * 1000).rounded() / 1000
      do {
        show(
          String(decoding: try TallyFile.canonicalJSON(line), as: UTF8.self) + "\n",
          opensLine: false)
      } catch {
        show(text + "\n", opensLine: false)
      }
    }
  }

  private func nanoseconds(since start: ContinuousClock.Instant) -> Int64 {
    Int64((ContinuousClock.now - start).seconds * 1e9)
  }

  /// Writes to standard error; an open progress line is wiped first.
  private func show(_ text: String, opensLine: Bool) {
    state.withLock {
      let wipe = $0.lineIsOpen && !opensLine ? "\r\u{1B}[K" : ""
      $0.lineIsOpen = opensLine
      Output.write(wipe + text, to: STDERR_FILENO)
    }
  }
}

/// Writes text to a standard stream.
public enum Output {
  /// Writes to standard output.
  ///
  /// - Parameter text: What to write.
  public static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes all of a text; a reader that has gone away is no error.
  static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(
          descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return }
      start += written
    }
  }
}

extension Duration {
  /// The length in seconds.
  var seconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
