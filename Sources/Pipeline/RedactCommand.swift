internal import Benchmark
import FoundationEssentials
import Glibc
internal import Redaction

extension Commands {
  /// Masks personal data in texts and prints them as lines of JSON.
  ///
  /// - Parameters:
  ///   - file: The file of texts, or `nil` for standard input.
  ///   - form: How texts come in and what goes out.
  /// - Returns: Done.
  /// - Throws: That the texts cannot be read, or which line is no JSON with a text.
  public func redact(_ file: String?, _ form: RedactForm) throws(Failure) -> ExitCode {
    let lines = try RedactInput.lines(of: file, isPlain: form.isPlain)
    let redactor = Redactor(mode: form.isStrict ? .strict : .normal)
    let size = 8192
    for start in stride(from: 0, to: lines.count, by: size) {
      try Interruption.check()
      let part = lines[start..<min(lines.count, start + size)]
      let texts = part.map { Array($0.text.utf8) }
      let redactions = redactor.redact(texts, workers: options.jobs)
      var output = ""
      for (index, line) in part.enumerated() {
        output += RedactOutput.line(line.id, texts[index], redactions[index], form) + "\n"
      }
      Output.print(output)
    }
    return .done
  }

  /// Measures recall and false alarms on texts with known spans, and the speed on one core.
  ///
  /// - Parameters:
  ///   - file: JSON lines with `text` and `spans`.
  ///   - form: How texts are masked; `wantsSpans` names the ids of texts with a miss or a false alarm.
  /// - Returns: Done.
  /// - Throws: That the texts cannot be read.
  public func evaluateRedaction(_ file: String, _ form: RedactForm) throws(Failure) -> ExitCode {
    let lines = try RedactInput.lines(of: file == "-" ? nil : file, isPlain: false)
    let redactor = Redactor(mode: form.isStrict ? .strict : .normal)
    let texts = lines.map { Array($0.text.utf8) }
    let redactions = redactor.redact(texts, workers: options.jobs)
    var score = RedactionScore()
    var doubts: [String] = []
    for (index, line) in lines.enumerated() {
      let missed = score.add(texts[index], line.truths, redactions[index])
      let kinds = missed.map { line.truths[$0].code }
      let isAlarm = line.truths.isEmpty && !redactions[index].spans.isEmpty
      if !missed.isEmpty || isAlarm {
        doubts.append(
          "\(line.id?.text ?? "\(index)"): \(isAlarm ? "false alarm" : kinds.joined(separator: " "))"
        )
      }
    }
    Output.print(RedactOutput.figures(score))
    if form.wantsSpans { Output.print(doubts.map { $0 + "\n" }.joined()) }
    Output.print(RedactOutput.speed(texts, redactor))
    return .done
  }
}

/// How texts come into `redact` and what goes out.
public struct RedactForm: Sendable {
  /// Whether words in no dictionary are masked too.
  public var isStrict = false
  /// Whether spans are printed beside the masked text.
  public var wantsSpans = false
  /// Whether every line is a text instead of JSON.
  public var isPlain = false

  /// Makes the usual form: JSON lines in, masked texts out.
  public init() {}
}
