package import Benchmark

/// The sentences of the run summary and of the start page.
package enum SummaryPhrase: Phrase {
  case title, done, doneSentence, warned, warnedSentence
  case conservation, conservationTerms, conserved, notConserved
  case read, header, blank, accepted, rejected, skipped, blanked
  case inputs, inputsCaption, file, source, encoding, bytes, fingerprint, tab
  case decidedCaption, column, form, notesCaption
  case left, leftIntro, leftCaption, what, reason, records, noneLeft
  case rejectedRecords, skippedRecords, blankedCells, repairedCells
  case coverage, listed, withAnswers, reported, unnamed
  case protection, protectionCaption, cellsHidden, noneHidden
  case signals, signalsIntro, signalsCaption, found, byChance
  case warnings, written, writtenCaption, kind, files
  case next, nextReports, nextRejects, nextWarnings
  case startTitle, startIntro, funderReport, runSummary, organisations, cells
  case reasonTooFew, reasonProtected, reasonNotAsked, reasonNotComparable, reasonImplausible

  /// The sentence in both languages.
  package var text: LocalisedText {
    switch self {
    case .title: LocalisedText(de: "Zusammenfassung des Laufs", en: "Run summary")
    case .done: LocalisedText(de: "Fertig", en: "Done")
    case .doneSentence:
      LocalisedText(
        de: "Alle Berichte sind geschrieben. Es gibt keine Warnungen.",
        en: "All reports are written. There are no warnings.")
    case .warned: LocalisedText(de: "Fertig mit Warnungen", en: "Done with warnings")
    case .warnedSentence:
      LocalisedText(
        de: "Alle Berichte sind geschrieben und gültig. Warnungen: {n}.",
        en: "All reports are written and valid. Warnings: {n}.")
    case .conservation: LocalisedText(de: "Verbleib der Zeilen", en: "Where the records went")
    case .conservationTerms:
      LocalisedText(
        de: "{read} gelesen = {accepted} gezählt + {rejected} abgelehnt + {skipped} übergangen "
          + "+ {header} Kopfzeilen + {blank} leer",
        en:
          "{read} read = {accepted} accepted + {rejected} rejected + {skipped} skipped + {header} headers "
          + "+ {blank} blank")
    case .conserved:
      LocalisedText(
        de: "Die Rechnung geht auf. Keine Zeile ist stillschweigend verschwunden.",
        en: "The sum is right. No record has vanished silently.")
    case .notConserved:
      LocalisedText(
        de: "Die Rechnung geht nicht auf. Bitte verwenden Sie diesen Lauf nicht.",
        en: "The sum is wrong. Please do not use this run.")
    case .read: LocalisedText(de: "Gelesen", en: "Read")
    case .header: LocalisedText(de: "Kopf", en: "Header")
    case .blank: LocalisedText(de: "Leer", en: "Blank")
    case .accepted: LocalisedText(de: "Gezählt", en: "Accepted")
    case .rejected: LocalisedText(de: "Abgelehnt", en: "Rejected")
    case .skipped: LocalisedText(de: "Übergangen", en: "Skipped")
    case .blanked: LocalisedText(de: "Geleerte Zellen", en: "Blanked cells")
    case .inputs: LocalisedText(de: "Eingaben", en: "Inputs")
    case .inputsCaption: LocalisedText(de: "Gelesene Dateien", en: "Files read")
    case .file: LocalisedText(de: "Datei", en: "File")
    case .source: LocalisedText(de: "Quelle", en: "Source")
    case .encoding: LocalisedText(de: "Kodierung, Trennzeichen", en: "Encoding, separator")
    case .bytes: LocalisedText(de: "Bytes", en: "Bytes")
    case .fingerprint: LocalisedText(de: "SHA-256", en: "SHA-256")
    case .tab: LocalisedText(de: "Tabulator", en: "tab")
    case .decidedCaption:
      LocalisedText(
        de: "Wie Spalten gelesen wurden, die selbst über ihre Schreibweise entscheiden",
        en: "How columns were read that decide themselves how they are written")
    case .column: LocalisedText(de: "Spalte", en: "Column")
    case .form: LocalisedText(de: "Gelesen als", en: "Read as")
    case .notesCaption:
      LocalisedText(
        de: "Was an den Texten der Dateien auffällt",
        en: "What stands out in the texts of the files")
    case .left: LocalisedText(de: "Was nicht gezählt wurde", en: "What was not counted")
    case .leftIntro:
      LocalisedText(
        de:
          "Abgelehnte Zeilen stehen mit Datei und Zeilennummer in rejects.csv, ohne ihren Inhalt.",
        en: "Rejected records stand in rejects.csv with file and line, without their content.")
    case .leftCaption: LocalisedText(de: "Gründe und Anzahl", en: "Reasons and counts")
    case .what: LocalisedText(de: "Was", en: "What")
    case .reason: LocalisedText(de: "Grund", en: "Reason")
    case .records: LocalisedText(de: "Anzahl", en: "Count")
    case .noneLeft:
      LocalisedText(de: "Alle Zeilen wurden gezählt.", en: "All records were counted.")
    case .rejectedRecords: LocalisedText(de: "abgewiesene Zeile", en: "rejected record")
    case .skippedRecords: LocalisedText(de: "übergangene Zeile", en: "skipped record")
    case .blankedCells: LocalisedText(de: "geleerte Zelle", en: "blanked cell")
    case .repairedCells:
      LocalisedText(
        de:
          "trotz anderer Schreibweise verstandene Zelle, auch in Zeilen, die nicht gezählt wurden",
        en: "cell understood though written otherwise, also in records that were not counted")
    case .coverage: LocalisedText(de: "Einrichtungen", en: "Organisations")
    case .listed: LocalisedText(de: "gelistet", en: "listed")
    case .withAnswers: LocalisedText(de: "mit Antworten", en: "with answers")
    case .reported: LocalisedText(de: "mit Werten im Bericht", en: "with values in a report")
    case .unnamed:
      LocalisedText(de: "ungenannt, zu wenige Antworten", en: "unnamed, too few answers")
    case .protection: LocalisedText(de: "Schutz der Befragten", en: "Protection of respondents")
    case .protectionCaption:
      LocalisedText(de: "Zellen ohne Wert nach Grund", en: "Cells without a value by reason")
    case .cellsHidden: LocalisedText(de: "Zellen", en: "Cells")
    case .noneHidden:
      LocalisedText(de: "Keine Zelle ist zurückgehalten.", en: "No cell is withheld.")
    case .signals: LocalisedText(de: "Hinweise und Zufall", en: "Signals and chance")
    case .signalsIntro:
      LocalisedText(
        de: "Liegt das Gefundene nahe am Erwarteten, sagen die einzelnen Hinweise wenig.",
        en: "Where what was found is close to what chance gives, single signals say little.")
    case .signalsCaption: LocalisedText(de: "Einordnungen nach Art", en: "Readings by kind")
    case .found: LocalisedText(de: "Gefunden", en: "Found")
    case .byChance: LocalisedText(de: "Durch Zufall zu erwarten", en: "Expected by chance")
    case .warnings: LocalisedText(de: "Warnungen", en: "Warnings")
    case .written: LocalisedText(de: "Geschrieben", en: "Written")
    case .writtenCaption: LocalisedText(de: "Geschriebene Dateien", en: "Files written")
    case .kind: LocalisedText(de: "Art", en: "Kind")
    case .files: LocalisedText(de: "Dateien", en: "Files")
    case .next: LocalisedText(de: "Nächste Schritte", en: "Next steps")
    case .nextReports:
      LocalisedText(
        de: "Von dort aus sind alle Seiten erreichbar.",
        en: "From there all pages can be reached.")
    case .nextRejects:
      LocalisedText(
        de: "rejects.csv durchsehen und den Export an der Quelle berichtigen.",
        en: "Look through rejects.csv and mend the export at its source.")
    case .nextWarnings:
      LocalisedText(
        de: "Die Warnungen lesen und entscheiden, was davon hingenommen wird.",
        en: "Read the warnings and decide which of them to accept.")
    case .startTitle: LocalisedText(de: "Berichte", en: "Reports")
    case .startIntro:
      LocalisedText(
        de: "Die Reihenfolge folgt der Liste der Einrichtungen, nicht einem Ergebnis.",
        en: "The order follows the list of organisations, not a result.")
    case .funderReport: LocalisedText(de: "Bericht für Förderer", en: "Report for funders")
    case .runSummary: LocalisedText(de: "Zusammenfassung des Laufs", en: "Run summary")
    case .organisations: LocalisedText(de: "Einrichtungen", en: "Organisations")
    case .cells: LocalisedText(de: "Alle Zahlen (cells.csv)", en: "All figures (cells.csv)")
    case .reasonTooFew: LocalisedText(de: "zu wenige Antworten", en: "too few answers")
    case .reasonProtected:
      LocalisedText(
        de: "andere Antworten wären erschließbar", en: "other answers could be worked out")
    case .reasonNotAsked: LocalisedText(de: "nicht gefragt", en: "not asked")
    case .reasonNotComparable: LocalisedText(de: "nicht vergleichbar", en: "not comparable")
    case .reasonImplausible: LocalisedText(de: "Daten auffällig", en: "data implausible")
    }
  }
}
