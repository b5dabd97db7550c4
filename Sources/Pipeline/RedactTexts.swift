internal import Benchmark
import FoundationEssentials
import Glibc
internal import Redaction

/// A text to redact, with its id and what is known to be in it.
struct RedactLine {
  /// An id as it came in: a number or a text.
  enum ID: Codable {
    case number(Int)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        self = .number(try container.decode(Int.self))
      } catch {
        self = .text(try container.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }

    var text: String {
      switch self {
      case .number(let number): "\(number)"
      case .text(let text): text
      }
    }
  }

  var id: ID?
  var text: String
  var truths: [RedactionScore.Truth] = []
}

/// Reads texts.
enum RedactInput {
  private struct Raw: Decodable {
    struct Span: Decodable {
      let start: Int
      let end: Int
      let type: String
      let origin: String?
    }

    let id: RedactLine.ID?
    let text: String
    let spans: [Span]?
  }

  /// The texts of a file or standard input.
  static func lines(of file: String?, isPlain: Bool) throws(Failure) -> [RedactLine] {
    let bytes: [UInt8]
    if let file { bytes = try Disk.read(file) } else { bytes = try StatsInput.standardInput() }
    var lines: [RedactLine] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty { continue }
      if isPlain {
        lines.append(RedactLine(id: .number(number), text: String(decoding: line, as: UTF8.self)))
      } else {
        lines.append(try parse(line, number, file))
      }
    }
    return lines
  }

  private static func parse(
    _ line: ArraySlice<UInt8>, _ number: Int, _ file: String?
  ) throws(Failure) -> RedactLine {
    do {
      let raw = try JSONDecoder().decode(Raw.self, from: Data(line))
      let truths = (raw.spans ?? []).map { span in
        let range = max(0, span.start)..<max(0, span.start, span.end)
        return RedactionScore.Truth(code: span.type, origin: span.origin, range: range)
      }
      return RedactLine(id: raw.id, text: raw.text, truths: truths)
    } catch {
      throw Failure(
        .dataRejected,
        Notice(
          code: "EL-E-0970", place: Notice.Place(file: file ?? "<stdin>", line: number),
          problem: LocalisedText(
            de: "Die Zeile ist kein JSON-Objekt mit einem Text „text“",
            en: "The line is no JSON object with a text “text”"),
          wayOut: LocalisedText(
            de: "Für Zeilen, die selbst Texte sind: --plain",
            en: "For lines that are texts themselves: --plain")))
    }
  }
}

/// Prints what became of texts.
enum RedactOutput {
  private struct Line: Encodable {
    struct Span: Encodable {
      let type: String
      let start: Int
      let end: Int
    }

    let id: RedactLine.ID?
    let masked: String
    let spans: [Span]?
  }

  /// A redacted text as a line of JSON.
  static func line(
    _ id: RedactLine.ID?, _ text: [UInt8], _ redaction: Redaction, _ form: RedactForm
  ) -> String {
    let spans = zip(redaction.spans, redaction.codePointRanges(in: text)).map { span, range in
      Line.Span(type: span.kind.code, start: range.lowerBound, end: range.upperBound)
    }
    let masked = String(decoding: redaction.masked, as: UTF8.self)
    let line = Line(id: id, masked: masked, spans: form.wantsSpans ? spans : nil)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(line), as: UTF8.self)
    } catch {
      preconditionFailure("texts and whole numbers can be encoded: \(error)")
    }
  }

  /// Recall overall, by kind and by origin, and false alarms.
  static func figures(_ score: RedactionScore) -> String {
    var lines = [row("overall", score.overall)]
    lines += score.kinds.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
    lines += score.origins.sorted { $0.key < $1.key }.map { row("NAME \($0.key)", $0.value) }
    let recalls = score.origins.values.map(\.recall)
    if let low = recalls.min(), let high = recalls.max() {
      lines.append("gap between origins".padded(24) + fixed(high - low))
    }
    let share = score.harmless == 0 ? 0 : Double(score.alarms) / Double(score.harmless)
    lines.append(
      "false alarms".padded(24) + fixed(share)
        + "  \(score.alarms) of \(score.harmless) harmless texts")
    return lines.map { $0 + "\n" }.joined()
  }

  private static func row(_ name: String, _ count: RedactionScore.Count) -> String {
    name.padded(24) + fixed(count.recall)
      + "  \(count.found) of \(count.all), kind right \(count.named)"
  }

  /// Texts a second on one core: processor time, at least one second of it.
  static func speed(_ texts: [[UInt8]], _ redactor: Redactor) -> String {
    let bytes = texts.reduce(0) { $0 + $1.count }
    guard bytes > 0 else { return "" }
    var read = 0
    let start = clock()
    var ticks = 0
    repeat {
      _ = redactor.redact(texts, workers: 1)
      read += bytes
      ticks = clock() - start
    } while ticks < 1_000_000
    let rate = Double(read) / Double(ticks)
    return "speed on one core".padded(24) + "\((rate * 10).rounded() / 10) MB/s of processor time\n"
  }

  private static func fixed(_ value: Double) -> String {
    let digits = String(Int((value * 10_000).rounded()))
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return padded.dropLast(4) + "." + padded.suffix(4)
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
