package import Benchmark

/// How a column is written that decided this itself.
package enum ColumnFormPhrase: String, Phrase {
  case dayFirst = "DD.MM.YYYY"
  case monthFirst = "MM/DD/YYYY"
  case yearFirst = "YYYY-MM-DD"
  case excelDays = "excel-days"
  case unixSeconds = "unix-seconds"
  case unixMilliseconds = "unix-milliseconds"
  case decimalComma = "decimal-comma"
  case decimalPoint = "decimal-point"

  /// The sentence in both languages.
  package var text: LocalisedText {
    switch self {
    case .dayFirst: LocalisedText(de: "Daten, Tag zuerst", en: "dates, day first")
    case .monthFirst: LocalisedText(de: "Daten, Monat zuerst", en: "dates, month first")
    case .yearFirst: LocalisedText(de: "Daten, Jahr zuerst", en: "dates, year first")
    case .excelDays: LocalisedText(de: "Daten als Tage in Excel", en: "dates as days in Excel")
    case .unixSeconds:
      LocalisedText(de: "Daten als Sekunden seit 1970", en: "dates as seconds since 1970")
    case .unixMilliseconds:
      LocalisedText(
        de: "Daten als Millisekunden seit 1970", en: "dates as milliseconds since 1970")
    case .decimalComma:
      LocalisedText(
        de: "Zahlen mit Dezimalkomma, Punkt trennt Tausender",
        en: "numbers with a decimal comma, points between thousands")
    case .decimalPoint:
      LocalisedText(
        de: "Zahlen mit Dezimalpunkt, Komma trennt Tausender",
        en: "numbers with a decimal point, commas between thousands")
    }
  }
}
