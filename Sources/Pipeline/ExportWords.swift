internal import Benchmark
internal import Exports

/// The words for exports that cannot be read.
enum ExportWords {
  /// Turns the reason why a file cannot be read into a failure with words.
  ///
  /// - Parameters:
  ///   - reason: The reason.
  ///   - path: The file.
  /// - Returns: A failure; missing files end a command differently from unreadable ones.
  static func failure(_ reason: ExportFailure, path: String) -> Failure {
    let (problem, wayOut) = words(reason)
    let isAbsent =
      switch reason {
      case .notFound, .isDirectory, .notAFile, .notReadable: true
      default: false
      }
    return Failure(
      isAbsent ? .inputMissing : .dataRejected,
      Notice(
        code: number(reason), place: Notice.Place(file: path, line: line(of: reason, path)),
        problem: LocalisedText(
          de: "\(problem.de) [\(reason.code)]", en: "\(problem.en) [\(reason.code)]"),
        wayOut: wayOut))
  }

  /// The line of a byte that does not fit UTF-8; places are told where they can be found.
  private static func line(of reason: ExportFailure, _ path: String) -> Int? {
    guard case .undecodable(.utf8, let offset) = reason else { return nil }
    do throws(ExportFailure) {
      return try ExportFile.line(of: offset, path: path)
    } catch {
      return nil
    }
  }

  private static func number(_ reason: ExportFailure) -> String {
    switch reason {
    case .notFound, .notReadable: "EL-E-0201"
    case .isDirectory: "EL-E-0202"
    case .notAFile: "EL-E-0217"
    case .empty: "EL-E-0203"
    case .gzipTruncated: "EL-E-0204"
    case .gzipCorrupt: "EL-E-0205"
    case .notCSV: "EL-E-0206"
    case .undecodable: "EL-E-0207"
    case .noHeader: "EL-E-0208"
    case .singleColumn: "EL-E-0209"
    case .titleRows: "EL-E-0218"
    case .headingMissing: "EL-E-0212"
    case .headingAmbiguous: "EL-E-0213"
    case .columnAmbiguous(let column): column.kind == .date ? "EL-E-0221" : "EL-E-0222"
    }
  }

  private static func words(
    _ reason: ExportFailure
  ) -> (problem: LocalisedText, wayOut: LocalisedText) {
    switch reason {
    case .notFound:
      (
        LocalisedText(de: "Die Datei gibt es nicht", en: "There is no such file"),
        LocalisedText(de: "Prüfen Sie den Pfad", en: "Check the path")
      )
    case .isDirectory:
      (
        LocalisedText(de: "Das ist ein Ordner, keine Datei", en: "This is a folder, not a file"),
        LocalisedText(
          de: "Nennen Sie die Dateien darin, etwa mit *.csv",
          en: "Name the files in it, for example with *.csv")
      )
    case .notAFile:
      (
        LocalisedText(
          de: "Das ist eine Pipe oder ein Gerät, keine Datei",
          en: "This is a pipe or a device, not a file"),
        LocalisedText(
          de: "Schreiben Sie die Daten erst in eine Datei", en: "Write the data to a file first")
      )
    case .notReadable(let number):
      (
        LocalisedText(
          de: "Die Datei lässt sich nicht lesen (Systemfehler \(number))",
          en: "The file cannot be read (system error \(number))"),
        LocalisedText(de: "Prüfen Sie die Leserechte", en: "Check the right to read it")
      )
    case .empty:
      (
        LocalisedText(de: "Die Datei ist leer", en: "The file is empty"),
        LocalisedText(de: "Exportieren Sie sie erneut", en: "Export it again")
      )
    case .gzipTruncated:
      (
        LocalisedText(
          de: "Die gzip-Datei ist abgeschnitten", en: "The gzip file has been cut off"),
        LocalisedText(
          de: "Übertragen oder exportieren Sie sie erneut", en: "Transfer or export it again")
      )
    case .gzipCorrupt(let member):
      (
        LocalisedText(
          de: "Die gzip-Datei ist beschädigt (Teil \(member))",
          en: "The gzip file is damaged (member \(member))"),
        LocalisedText(
          de: "Übertragen oder exportieren Sie sie erneut", en: "Transfer or export it again")
      )
    case .notCSV(let kind): ForeignWords.words(kind)
    case .undecodable(let encoding, let offset):
      (
        LocalisedText(
          de: "Die Datei ist nicht in \(encoding.rawValue) geschrieben (ab Byte \(offset))",
          en: "The file is not written in \(encoding.rawValue) (from byte \(offset) on)"),
        LocalisedText(
          de:
            "Nennt die Pipeline encoding, so berichtigen Sie es; sonst trägt die Datei das Zeichen"
            + " dieser Kodierung und ist beschädigt oder aus mehreren zusammengefügt: exportieren"
            + " Sie sie erneut",
          en:
            "If the pipeline names an encoding, correct it; if not, the file bears the mark of this"
            + " encoding and is damaged or joined from several: export it again")
      )
    case .noHeader(let line, let better):
      unreadableHeader(line, better)
    case .titleRows(let line):
      (
        LocalisedText(
          de: "Über den Spaltenköpfen (Zeile \(line)) stehen andere Zeilen",
          en: "Other lines stand above the headings (line \(line))"),
        LocalisedText(
          de: line == 2 ? "Löschen Sie Zeile 1" : "Löschen Sie die Zeilen 1 bis \(line - 1)",
          en: line == 2 ? "Delete line 1" : "Delete lines 1 to \(line - 1)")
      )
    case .singleColumn(let separator, let better): oneColumn(separator, better)
    case .headingMissing(let missing): absent(missing)
    case .columnAmbiguous(let column): ambiguous(column)
    case .headingAmbiguous(let heading, let columns):
      (
        LocalisedText(
          de: "Mehrere Spalten heißen „\(heading)“ (\(list(columns)))",
          en: "Several columns are called “\(heading)” (\(list(columns)))"),
        LocalisedText(
          de: "Benennen Sie die gemeinte Spalte im Export eindeutig",
          en: "Give the column that is meant a name of its own in the export")
      )
    }
  }

  private static func ambiguous(
    _ column: AmbiguousColumn
  ) -> (problem: LocalisedText, wayOut: LocalisedText) {
    let (de, en) = ("„\(column.heading)“", "“\(column.heading)”")
    return switch (column.kind, column.reason) {
    case (.date, .undecided):
      (
        LocalisedText(
          de: "Alle Daten der Spalte \(de) passen zu Tag.Monat und zu Monat/Tag",
          en: "All dates of the column \(en) fit day.month as well as month/day"),
        LocalisedText(
          de: "Setzen Sie order: DD.MM.YYYY oder order: MM/DD/YYYY",
          en: "Set order: DD.MM.YYYY or order: MM/DD/YYYY")
      )
    case (.date, .mixed):
      (
        LocalisedText(
          de: "Die Daten der Spalte \(de) sind verschieden geschrieben",
          en: "The dates of the column \(en) are written in different ways"),
        LocalisedText(
          de:
            "Exportieren Sie sie einheitlich, oder setzen Sie order; was nicht passt, wird abgelehnt",
          en: "Export them in one way, or set order; what does not fit is rejected")
      )
    case (.number, .undecided):
      (
        LocalisedText(
          de: "Komma oder Punkt der Spalte \(de) kann Dezimal- oder Tausenderzeichen sein",
          en: "Comma or point in the column \(en) may mark decimals or thousands"),
        LocalisedText(
          de: "Setzen Sie decimal_mark: \",\" oder decimal_mark: \".\"",
          en: "Set decimal_mark: \",\" or decimal_mark: \".\"")
      )
    case (.number, .mixed):
      (
        LocalisedText(
          de: "Die Spalte \(de) mischt Dezimalkomma und Dezimalpunkt",
          en: "The column \(en) mixes decimal commas and decimal points"),
        LocalisedText(
          de: "Exportieren Sie sie einheitlich, oder setzen Sie decimal_mark",
          en: "Export it in one way, or set decimal_mark")
      )
    }
  }

  private static func unreadableHeader(
    _ line: Int, _ better: UInt8?
  ) -> (problem: LocalisedText, wayOut: LocalisedText) {
    (
      LocalisedText(
        de: "Die Kopfzeile fehlt oder hat Anführungszeichen an falscher Stelle (Zeile \(line))",
        en: "The heading row is missing or has quotes in a wrong place (line \(line))"),
      better.map {
        LocalisedText(de: "Setzen Sie separator: \(name($0))", en: "Set separator: \(name($0))")
      }
        ?? LocalisedText(
          de: "Prüfen Sie header_rows und die erste Zeile der Datei",
          en: "Check header_rows and the first line of the file")
    )
  }

  private static func oneColumn(
    _ separator: UInt8, _ better: UInt8?
  ) -> (problem: LocalisedText, wayOut: LocalisedText) {
    let mark = name(separator)
    return (
      LocalisedText(
        de: "Mit dem Trennzeichen \(mark) hat die Datei nur eine Spalte",
        en: "With the separator \(mark) the file has one column only"),
      better.map {
        LocalisedText(
          de: "Setzen Sie separator: \(name($0)) oder separator: auto",
          en: "Set separator: \(name($0)) or separator: auto")
      }
        ?? LocalisedText(
          de: "Löschen Sie Zeilen über den Spaltenköpfen, oder setzen Sie separator",
          en: "Delete lines above the headings, or set separator")
    )
  }

  private static func absent(
    _ missing: [MissingHeading]
  ) -> (problem: LocalisedText, wayOut: LocalisedText) {
    let german = missing.map { "„\($0.wanted)“" }.joined(separator: ", ")
    let english = missing.map { "“\($0.wanted)”" }.joined(separator: ", ")
    let near = missing.compactMap(\.nearest)
    return (
      LocalisedText(
        de: "Die Datei hat keine Spalte \(german)", en: "The file has no column \(english)"),
      near.isEmpty
        ? LocalisedText(
          de: "Berichtigen Sie die Spaltennamen in der Pipeline",
          en: "Correct the headings in the pipeline")
        : LocalisedText(
          de: "Meinten Sie " + near.map { "„\($0)“" }.joined(separator: ", ") + "?",
          en: "Did you mean " + near.map { "“\($0)”" }.joined(separator: ", ") + "?")
    )
  }

  private static func name(_ separator: UInt8) -> String {
    separator == UInt8(ascii: "\t")
      ? "tab" : "\"\(String(decoding: [separator], as: UTF8.self))\""
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.map { "\($0)" }.joined(separator: ", ")
  }
}
