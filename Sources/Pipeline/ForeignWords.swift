internal import Benchmark
internal import Exports

/// The words for files that are something else than exports.
enum ForeignWords {
  /// Says what a file is, and how to get an export instead.
  ///
  /// - Parameter kind: What it is.
  /// - Returns: The problem and the way out.
  static func words(_ kind: ForeignKind) -> (problem: LocalisedText, wayOut: LocalisedText) {
    let name = name(kind)
    return (
      LocalisedText(
        de: "Das ist keine CSV-Datei, sondern \(name.de)",
        en: "This is no CSV file but \(name.en)"),
      wayOut(kind)
    )
  }

  private static func name(_ kind: ForeignKind) -> LocalisedText {
    switch kind {
    case .xlsx: LocalisedText(de: "eine Excel-Datei (xlsx)", en: "an Excel file (xlsx)")
    case .xls: LocalisedText(de: "eine alte Excel-Datei (xls)", en: "an old Excel file (xls)")
    case .openDocument:
      LocalisedText(de: "eine OpenDocument-Datei", en: "an OpenDocument file")
    case .office:
      LocalisedText(
        de: "ein Dokument aus Word oder PowerPoint", en: "a document of Word or PowerPoint")
    case .zip: LocalisedText(de: "eine ZIP-Datei", en: "a ZIP file")
    case .archive: LocalisedText(de: "ein gepacktes Archiv", en: "a packed archive")
    case .gzip:
      LocalisedText(de: "eine doppelt gepackte gzip-Datei", en: "a gzip file packed twice")
    case .pdf: LocalisedText(de: "eine PDF-Datei", en: "a PDF file")
    case .html: LocalisedText(de: "eine Webseite", en: "a web page")
    case .xml: LocalisedText(de: "eine XML-Datei", en: "an XML file")
    case .json: LocalisedText(de: "eine JSON-Datei", en: "a JSON file")
    case .spss: LocalisedText(de: "eine SPSS-Datei", en: "an SPSS file")
    case .stata: LocalisedText(de: "eine Stata-Datei", en: "a Stata file")
    case .utf32: LocalisedText(de: "ein Text in UTF-32", en: "a text in UTF-32")
    case .binary: LocalisedText(de: "eine Binärdatei", en: "a binary file")
    }
  }

  private static func wayOut(_ kind: ForeignKind) -> LocalisedText {
    switch kind {
    case .xlsx, .xls, .openDocument:
      LocalisedText(
        de: "Öffnen Sie sie im Tabellenprogramm und speichern Sie das Blatt als „CSV UTF-8“;"
          + " besser noch: exportieren Sie aus dem Werkzeug selbst als CSV",
        en: "Open it in the spreadsheet program and save the sheet as “CSV UTF-8”; better still,"
          + " export from the tool itself as CSV")
    case .zip, .archive:
      LocalisedText(
        de: "Entpacken Sie sie und nennen Sie die CSV-Datei darin",
        en: "Unpack it and name the CSV file in it")
    case .gzip:
      LocalisedText(
        de: "Entpacken Sie sie einmal; eine einfach gepackte .csv.gz wird gelesen",
        en: "Unpack it once; a .csv.gz that is packed once can be read")
    case .html:
      LocalisedText(
        de: "Oft ist das die Anmeldeseite: melden Sie sich an und exportieren Sie erneut als CSV",
        en: "Often that is the log-in page: log in and export again as CSV")
    case .spss, .stata:
      LocalisedText(
        de: "Exportieren Sie aus dem Befragungswerkzeug als CSV, mit Werten oder mit Texten",
        en: "Export from the survey tool as CSV, with values or with labels")
    case .utf32:
      LocalisedText(
        de: "Speichern Sie sie als UTF-8", en: "Save it as UTF-8")
    case .office, .pdf, .xml, .json, .binary:
      LocalisedText(
        de: "Exportieren Sie aus dem Werkzeug als CSV", en: "Export from the tool as CSV")
    }
  }
}
