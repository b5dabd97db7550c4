package import Benchmark

/// What the stable codes of rejected, skipped and blanked records say to people.
package enum CodePhrase: String, Phrase {
  case unclosedQuote = "unclosed-quote"
  case strayQuote = "stray-quote"
  case missingCell = "missing-cell"
  case extraCell = "extra-cell"
  case truncatedValue = "truncated-value"
  case headerRepeated = "header-repeated"
  case summaryRow = "summary-row"
  case unknownOrganisation = "unknown-organisation"
  case blankOrganisation = "blank-organisation"
  case unknownPerspective = "unknown-perspective"
  case blankPerspective = "blank-perspective"
  case ambiguousOrganisation = "ambiguous-organisation"
  case ambiguousPerspective = "ambiguous-perspective"
  case unreadableDate = "unreadable-date"
  case blankDate = "blank-date"
  case implausibleDate = "implausible-date"
  case unreadableAnswers = "unreadable-answers"
  case testRecord = "test-record"
  case incomplete = "incomplete"
  case duplicateID = "duplicate-id"
  case noAnswer = "no-answer"
  case blankRow = "blank-row"
  case header = "header"
  case outOfScale = "out-of-scale"
  case typeError = "type-error"
  case excelDate = "excel-date"
  case idAsFloat = "id-as-float"
  case leadingZeroLost = "leading-zero-lost"
  case labelDrift = "label-drift"
  case unknownOption = "unknown-option"
  case unknown = ""

  /// The phrase of a code; a general one for a code that this version does not know.
  ///
  /// - Parameter code: The stable code.
  package init(code: String) {
    self = CodePhrase(rawValue: code) ?? .unknown
  }

  /// The sentence in both languages.
  package var text: LocalisedText {
    switch self {
    case .unclosedQuote:
      LocalisedText(
        de: "Ein Anführungszeichen wird nicht geschlossen.", en: "A quotation mark is never closed."
      )
    case .strayQuote:
      LocalisedText(
        de: "Nach einem schließenden Anführungszeichen folgt weiterer Text.",
        en: "More text follows a closing quotation mark.")
    case .missingCell:
      LocalisedText(
        de: "Die Zeile hat weniger Zellen als die Kopfzeile.",
        en: "The row has fewer cells than the header.")
    case .extraCell:
      LocalisedText(
        de: "Die Zeile hat mehr Zellen als die Kopfzeile.",
        en: "The row has more cells than the header.")
    case .truncatedValue:
      LocalisedText(
        de: "Die letzte Zelle hat genau 255 Zeichen und wurde wohl abgeschnitten.",
        en: "The last cell has exactly 255 characters and was probably cut off.")
    case .headerRepeated:
      LocalisedText(
        de: "Die Kopfzeile steht noch einmal mitten in der Datei.",
        en: "The header stands again in the middle of the file.")
    case .summaryRow:
      LocalisedText(
        de: "Eine Summen- oder Mittelwertzeile am Ende der Datei, keine Antwort.",
        en: "A row of totals or means at the end of the file, no answer.")
    case .unknownOrganisation:
      LocalisedText(
        de: "Die Einrichtung steht nicht in der Liste der Auswertung.",
        en: "The organisation is not in the list of the pipeline.")
    case .blankOrganisation:
      LocalisedText(de: "Es steht keine Einrichtung da.", en: "No organisation is given.")
    case .unknownPerspective:
      LocalisedText(
        de: "Die Sicht ist in der Auswertung keinem Wert zugeordnet.",
        en: "The perspective is not mapped in the pipeline.")
    case .blankPerspective:
      LocalisedText(de: "Es steht keine Sicht da.", en: "No perspective is given.")
    case .ambiguousOrganisation:
      LocalisedText(
        de: "Die Nummer der Einrichtung ist gerundet geschrieben (wie 4,687E+11).",
        en: "The number of the organisation is written rounded (like 4.687E+11).")
    case .ambiguousPerspective:
      LocalisedText(
        de: "Die Nummer der Sicht ist gerundet geschrieben (wie 4,687E+11).",
        en: "The number of the perspective is written rounded (like 4.687E+11).")
    case .unreadableDate:
      LocalisedText(
        de: "Das Datum ist in der angegebenen Reihenfolge nicht lesbar.",
        en: "The date cannot be read in the given order.")
    case .blankDate: LocalisedText(de: "Es steht kein Datum da.", en: "No date is given.")
    case .implausibleDate:
      LocalisedText(
        de: "Das Datum liegt vor 1990 oder nach 2100.",
        en: "The date lies before 1990 or after 2100.")
    case .unreadableAnswers:
      LocalisedText(
        de: "Alle Antworten der Zeile sind unlesbar oder gehören nicht zur Skala.",
        en: "All answers of the record are unreadable or not on the scale.")
    case .testRecord:
      LocalisedText(
        de: "Testlauf oder Vorschau des Fragebogens.", en: "Test run or preview of the form.")
    case .incomplete:
      LocalisedText(
        de: "Der Fragebogen wurde nicht abgeschlossen.", en: "The form was not completed.")
    case .duplicateID:
      LocalisedText(
        de: "Weitere Antwort derselben Person.", en: "Further answer of the same person.")
    case .noAnswer:
      LocalisedText(
        de: "Keine Frage ist beantwortet.", en: "No question is answered.")
    case .blankRow: LocalisedText(de: "Die Zeile ist leer.", en: "The row is blank.")
    case .header: LocalisedText(de: "Kopfzeile.", en: "Heading row.")
    case .outOfScale:
      LocalisedText(
        de: "Die Zahl gehört nicht zur Skala.", en: "The number is not on the scale.")
    case .typeError:
      LocalisedText(
        de: "Weder Zahl noch bekannte Antwort noch bekannter Fehlwert.",
        en: "Neither a number nor a known label nor a known missing code.")
    case .excelDate:
      LocalisedText(
        de: "Eine Tabellenkalkulation hat die Antwort in ein Datum verwandelt.",
        en: "A spreadsheet turned the answer into a date.")
    case .idAsFloat:
      LocalisedText(
        de: "Nummer als Kommazahl geschrieben.", en: "A number that names something, with decimals."
      )
    case .leadingZeroLost:
      LocalisedText(
        de: "Nummer ohne ihre führenden Nullen.", en: "A number without its leading zeros.")
    case .unknownOption:
      LocalisedText(
        de: "Ein Teil einer Mehrfachauswahl ist keine der genannten Möglichkeiten.",
        en: "A part of several choices is none of the listed options.")
    case .labelDrift:
      LocalisedText(
        de: "Beschriftung in anderer Schreibweise.", en: "A label in another spelling.")
    case .unknown:
      LocalisedText(
        de: "Ein Grund, den diese Fassung nicht in Worten kennt; der Code benennt ihn.",
        en: "A reason this version has no words for; the code names it.")
    }
  }
}
