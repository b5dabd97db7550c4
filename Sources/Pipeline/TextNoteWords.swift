internal import Benchmark
internal import Tally

/// The words for what somebody should know of a file's text.
struct TextNoteWords {
  let note: InputRecord.Note

  /// Whether the outputs may be wrong because of it, so that a run warns.
  ///
  /// Characters that were damaged earlier count against the same threshold as rejected records: a
  /// few in free texts change nothing. Free texts that were cut off change nothing either.
  ///
  /// - Parameters:
  ///   - records: The number of records that hold data.
  ///   - threshold: The share of records from which on to warn.
  /// - Returns: Whether to warn.
  func isWarning(records: Int, threshold: Double) -> Bool {
    switch note.code {
    case "encoding-assumed", "mixed-encoding": true
    case "mojibake-suspected":
      Double(note.count + note.others) > threshold * Double(max(1, records))
    default: false
    }
  }

  /// The message.
  ///
  /// - Parameter file: The file.
  /// - Returns: A warning.
  func notice(_ file: String) -> Notice {
    let words: (code: String, problem: LocalisedText, wayOut: LocalisedText) =
      switch note.code {
      case "encoding-assumed": ("EL-W-0203", assumed, assumedWayOut)
      case "mixed-encoding": ("EL-W-0204", mixed, mixedWayOut)
      case "mojibake-suspected": ("EL-W-0205", garbled, garbledWayOut)
      default: ("EL-W-0206", truncated, truncatedWayOut)
      }
    return Notice(
      .warning, code: words.code, place: Notice.Place(file: file, line: note.line),
      problem: LocalisedText(
        de: "\(words.problem.de) [\(note.code)]", en: "\(words.problem.en) [\(note.code)]"),
      wayOut: words.wayOut)
  }

  private func bytes(_ count: Int) -> LocalisedText {
    LocalisedText(
      de: Words.count(count, "Byte passt", "Bytes passen"),
      en: Words.count(count, "byte does", "bytes do"))
  }

  private func characters(_ count: Int) -> LocalisedText {
    LocalisedText(
      de: "\(count) Zeichen", en: Words.count(count, "character", "characters"))
  }

  private var first: LocalisedText {
    guard let offset = note.byteOffset else { return LocalisedText(de: "", en: "") }
    return LocalisedText(
      de: note.count == 1 && note.code == "encoding-assumed"
        ? ": Byte \(offset)" : ", zuerst Byte \(offset)",
      en: note.count == 1 && note.code == "encoding-assumed"
        ? ": byte \(offset)" : ", first byte \(offset)")
  }

  private var assumed: LocalisedText {
    let fit = bytes(note.count)
    let strange = Words.count(note.others, "davon bedeutet", "davon bedeuten")
    let odd = Words.count(note.others, "of them means", "of them mean")
    return LocalisedText(
      de: "Die Datei ist kein UTF-8 (\(fit.de) nicht\(first.de)) und wird als windows-1252"
        + " gelesen"
        + (note.others == 0
          ? "" : "; \(strange) auch dort nichts, die Kodierung ist wohl eine andere"),
      en: "The file is not UTF-8 (\(fit.en) not fit\(first.en)) and is read as windows-1252"
        + (note.others == 0
          ? "" : "; \(odd) nothing there either, the encoding is probably another one"))
  }

  private var assumedWayOut: LocalisedText {
    LocalisedText(
      de: "Stimmen die Umlaute in echolot inspect, so setzen Sie encoding: windows-1252; stimmen"
        + " sie nicht, so exportieren Sie als UTF-8",
      en: "If umlauts and accents are right in echolot inspect, set encoding: windows-1252; if"
        + " not, export as UTF-8")
  }

  private var mixed: LocalisedText {
    let (characters, fit) = (characters(note.count), bytes(note.others))
    return LocalisedText(
      de: "Die Datei wird als windows-1252 gelesen, doch \(characters.de) darin"
        + " \(note.count == 1 ? "ist" : "sind") UTF-8 und"
        + " \(note.count == 1 ? "wird" : "werden") falsch gelesen"
        + (note.others == 0 ? "" : "; \(fit.de) nicht zu UTF-8\(first.de)"),
      en: "The file is read as windows-1252, but \(characters.en) in it"
        + " \(note.count == 1 ? "is" : "are") UTF-8 and"
        + " \(note.count == 1 ? "comes" : "come") out wrong"
        + (note.others == 0 ? "" : "; \(fit.en) not fit UTF-8\(first.en)"))
  }

  private var mixedWayOut: LocalisedText {
    if note.others == 0 {
      return LocalisedText(de: "Setzen Sie encoding: utf-8", en: "Set encoding: utf-8")
    }
    return LocalisedText(
      de: "Exportieren Sie erneut als UTF-8, und nennen Sie mehrere Exporte einzeln unter files,"
        + " statt sie zusammenzufügen; encoding: utf-8 macht daraus einen Fehler",
      en: "Export again as UTF-8, and name several exports one by one under files instead of"
        + " joining them; encoding: utf-8 turns this into an error")
  }

  private var garbled: LocalisedText {
    let (pairs, lost) = (characters(note.count), characters(note.others))
    let german = [
      note.count == 0
        ? "" : "\(pairs.de) \(note.count == 1 ? "steht" : "stehen") als zwei falsche da (Ã¼ für ü)",
      note.others == 0
        ? "" : "\(lost.de) \(note.others == 1 ? "ist" : "sind") verloren (U+FFFD)",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    let english = [
      note.count == 0
        ? ""
        : "\(pairs.en) \(note.count == 1 ? "stands" : "stand") there as two wrong ones (Ã¼ for ü)",
      note.others == 0 ? "" : "\(lost.en) \(note.others == 1 ? "is" : "are") lost (U+FFFD)",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return LocalisedText(
      de: "Die Datei war schon beschädigt, als sie geschrieben wurde: \(german)",
      en: "The file was damaged already when it was written: \(english)")
  }

  private var garbledWayOut: LocalisedText {
    LocalisedText(
      de: "Exportieren Sie erneut aus dem Werkzeug selbst, ohne Umweg über ein anderes Programm",
      en: "Export again from the tool itself, without a detour through another program")
  }

  private var truncated: LocalisedText {
    let length = note.length ?? 0
    guard let heading = note.heading else {
      return LocalisedText(
        de: Words.count(note.count, "Datensatz bricht", "Datensätze brechen")
          + " nach genau \(length) Zeichen ab und"
          + " \(note.count == 1 ? "wird" : "werden") abgewiesen: was dahinter stand, fehlt",
        en: Words.count(note.count, "record breaks", "records break")
          + " off after exactly \(length) characters and"
          + " \(note.count == 1 ? "is" : "are") rejected: what stood behind is missing")
    }
    return LocalisedText(
      de: Words.count(note.count, "Zelle", "Zellen") + " der Spalte „\(heading)“"
        + " \(note.count == 1 ? "hat" : "haben") genau \(length) Zeichen und keine mehr: das"
        + " Werkzeug hat sie wohl abgeschnitten",
      en: Words.count(note.count, "cell", "cells") + " of column “\(heading)”"
        + " \(note.count == 1 ? "has" : "have") exactly \(length) characters and none has more:"
        + " the tool probably cut them off")
  }

  private var truncatedWayOut: LocalisedText {
    LocalisedText(
      de: "Schalten Sie im Werkzeug das Kürzen langer Texte ab und exportieren Sie erneut",
      en: "Turn the shortening of long texts off in the tool and export again")
  }
}
