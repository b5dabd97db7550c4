internal import Benchmark
internal import Exports

extension Message {
  static func unknownItem(_ key: String, among keys: [String]) -> Message {
    unknown(.unknownItem, de: "keine Frage", en: "item", place: "items", key, keys)
  }

  static func unknownPerspective(_ key: String, among keys: [String]) -> Message {
    unknown(
      .unknownPerspective, de: "keine Perspektive", en: "perspective", place: "perspectives", key,
      keys)
  }

  static func unknownPeerGroup(_ key: String?, among keys: [String]) -> Message {
    unknown(
      .unknownPeerGroup, de: "keine Vergleichsgruppe", en: "peer group", place: "peer_groups", key,
      keys)
  }

  static func unknownScale(_ key: String, among keys: [String]) -> Message {
    unknown(.unknownScale, de: "keine Skala", en: "scale", place: "scales", key, keys)
  }

  static func unknownOrganisation(_ key: String, among keys: [String]) -> Message {
    unknown(
      .unknownOrganisation, de: "keine Organisation", en: "organisation", place: "organisations",
      key, keys)
  }

  private static func unknown(
    _ code: ConfigurationCode, de: String, en: String, place: String, _ key: String?,
    _ keys: [String]
  ) -> Message {
    Message(
      code,
      LocalisedText(
        de: key.map { "unter „\(place)“ gibt es \(de) \(Phrase.quote($0, .german))" }
          ?? "der Eintrag nennt \(de) aus „\(place)“",
        en: key.map { "no \(en) \(Phrase.quote($0, .english)) under \"\(place)\"" }
          ?? "the entry names no \(en) of \"\(place)\""),
      wayOut: key.map { Phrase.nearest(to: $0, among: keys) } ?? Phrase.list(of: keys))
  }

  static func scaleUpsideDown() -> Message {
    Message(
      .scaleUpsideDown, de: "minimum muss kleiner sein als maximum",
      en: "minimum must be below maximum",
      wayOutDe:
        "die Werte tauschen; ist der niedrige Wert gut, „reversed: true“ bei der Frage setzen",
      wayOutEn: "swap the values; if the low value is good, set \"reversed: true\" at the item")
  }

  static func stepDoesNotFit() -> Message {
    Message(
      .stepDoesNotFit, de: "mit diesem Schritt trifft die Skala ihr maximum nicht",
      en: "with this step the scale misses its maximum",
      wayOutDe: "maximum - minimum muss ein Vielfaches von step sein",
      wayOutEn: "maximum - minimum must be a multiple of step")
  }

  static func tooManyLevels(_ levels: Int) -> Message {
    Message(
      .tooManyLevels, de: "die Skala hat \(levels) Stufen, erlaubt sind 2 bis 240",
      en: "the scale has \(levels) levels, 2 to 240 are allowed",
      wayOutDe: "einen größeren Schritt wählen (step)", wayOutEn: "choose a larger step")
  }

  static func tooManyDecimals() -> Message {
    Message(
      .tooManyDecimals, de: "die Zahl hat mehr als drei Nachkommastellen",
      en: "the number has more than three decimals",
      wayOutDe: "auf drei Nachkommastellen kürzen", wayOutEn: "cut it to three decimals")
  }

  static func labelOffScale() -> Message {
    Message(
      .labelOffScale, de: "der Wert dieser Beschriftung liegt nicht auf der Skala",
      en: "the value of this label is not on the scale",
      wayOutDe: "einen Wert schreiben, der sich aus minimum, maximum und step ergibt",
      wayOutEn: "write a value that follows from minimum, maximum and step")
  }

  static func labelsAlike(_ text: String, first: Place) -> Message {
    Message(
      .labelsAlike,
      de: "die Beschriftung \(Phrase.quote(text, .german)) gleicht bis auf Schreibweise der in "
        + Phrase.place(first, .german),
      en: "the label \(Phrase.quote(text, .english)) is the one of "
        + Phrase.place(first, .english) + " but for its spelling",
      wayOutDe: "einer von beiden den gleichen Wert geben oder sie entfernen",
      wayOutEn: "give both the same value or remove one")
  }

  static func labelSetDoesNotFit(_ name: String) -> Message {
    Message(
      .labelSetDoesNotFit,
      de: "die Beschriftungen \(Phrase.quote(name, .german)) passen nicht zu dieser Skala",
      en: "the labels \(Phrase.quote(name, .english)) do not fit this scale",
      wayOutDe: "die Zahl der Stufen prüfen, oder die Texte mit ihren Werten ausschreiben",
      wayOutEn: "check the number of levels, or write the texts out with their values")
  }

  static func dimensionTooLarge() -> Message {
    Message(
      .dimensionTooLarge,
      de: "die Punkte dieser Dimension lassen sich nicht mehr exakt zählen",
      en: "the scores of this dimension can no longer be counted exactly",
      wayOutDe: "die Dimension teilen, gleiche Skalen verwenden oder minimum_answered erhöhen",
      wayOutEn: "split the dimension, use the same scales or raise minimum_answered")
  }

  static func minimumAnsweredOutOfRange(count: Int) -> Message {
    Message(
      .minimumAnsweredOutOfRange, de: "minimum_answered passt nicht zur Zahl der Fragen",
      en: "minimum_answered does not fit the number of items",
      wayOutDe: "eine Zahl von 1 bis \(count) schreiben",
      wayOutEn: "write a number from 1 to \(count)")
  }

  static func duplicateSource(_ name: String, first: Place) -> Message {
    Message(
      .duplicateSource,
      de: "die Quelle \(Phrase.quote(name, .german)) steht schon in "
        + Phrase.place(first, .german),
      en: "the source \(Phrase.quote(name, .english)) stands already in "
        + Phrase.place(first, .english),
      wayOutDe: "jeder Quelle einen eigenen Namen geben", wayOutEn: "give every source its own name"
    )
  }

  static func periodMissing() -> Message {
    Message(
      .periodMissing, de: "die Quelle sagt nicht, zu welchem Zeitraum ihre Zeilen gehören",
      en: "the source does not say to which period its rows belong",
      wayOutDe:
        "„period: {column: ..., order: DD.MM.YYYY}“ oder „period: {constant: ...}“ ergänzen,"
        + " oder für die Pipeline „period: all“ setzen",
      wayOutEn: "add \"period: {column: ..., order: DD.MM.YYYY}\" or \"period: {constant: ...}\","
        + " or set \"period: all\" for the pipeline")
  }

  static func periodForm(_ period: Definition.Period) -> Message {
    let sample =
      switch period {
      case .all: "all"
      case .year: "2026"
      case .quarter: "2026-Q1"
      case .month: "2026-03"
      }
    return Message(
      .periodForm, de: "der Zeitraum hat nicht die Form von „period: \(period.rawValue)“",
      en: "the period does not have the form of \"period: \(period.rawValue)\"",
      wayOutDe: "schreiben wie „\(sample)“", wayOutEn: "write it like \"\(sample)\"")
  }

  static func itemTwice(_ key: String, first: Place) -> Message {
    Message(
      .itemTwice,
      de: "die Frage \(Phrase.quote(key, .german)) wird schon aus einer anderen Spalte gelesen ("
        + Phrase.place(first, .german) + ")",
      en: "the item \(Phrase.quote(key, .english)) is already read from another column ("
        + Phrase.place(first, .english) + ")",
      wayOutDe: "eine der Spalten entfernen oder eine eigene Frage anlegen",
      wayOutEn: "remove one of the columns or add an item of its own")
  }

  static func twoMeanings(_ text: String, first: Place) -> Message {
    Message(
      .twoMeanings,
      de: "der Zelltext \(Phrase.quote(text, .german)) hat in \(Phrase.place(first, .german))"
        + " schon eine andere Bedeutung",
      en: "the cell text \(Phrase.quote(text, .english)) has another meaning already in "
        + Phrase.place(first, .english),
      wayOutDe: "den Text nur an einer Stelle nennen", wayOutEn: "name the text in one place only")
  }

  static func missingOnScale(_ text: String, item: String) -> Message {
    Message(
      .missingOnScale,
      de: "\(Phrase.quote(text, .german)) ist zugleich ein Wert der Skala von „\(item)“",
      en: "\(Phrase.quote(text, .english)) is also a value of the scale of \"\(item)\"",
      wayOutDe: "hier streichen oder die Skala der Frage kürzen; sonst gingen Antworten verloren",
      wayOutEn: "remove it here or shorten the item's scale; else answers would be lost")
  }
}
