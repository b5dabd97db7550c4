internal import Benchmark

extension Message {
  static func unknownKey(_ key: String, meant: String?, allowed: [String]) -> Message {
    Message(
      .unknownKey,
      LocalisedText(
        de: "unbekannter Schlüssel \(Phrase.quote(key, .german))",
        en: "unknown key \(Phrase.quote(key, .english))"),
      wayOut: meant.map(Phrase.didYouMean) ?? Phrase.list(of: allowed))
  }

  static func wrongKind(expected: ValueKind, found: ValueKind) -> Message {
    Message(
      .wrongKind,
      LocalisedText(
        de: "erwartet: \(expected.name.de), gefunden: \(found.name.de)",
        en: "expected \(expected.name.en), found \(found.name.en)"),
      wayOut: expected.sample)
  }

  static func missingKey(_ key: String) -> Message {
    Message(
      .missingKey, de: "hier fehlt der Schlüssel „\(key)“",
      en: "the key \"\(key)\" is missing here",
      wayOutDe: "„\(key)“ ergänzen, siehe docs/pipelines.md",
      wayOutEn: "add \"\(key)\", see docs/pipelines.md")
  }

  static func emptyValue(expected: ValueKind) -> Message {
    Message(
      .emptyValue, de: "hier fehlt der Wert (erwartet: \(expected.name.de))",
      en: "the value is missing here (expected: \(expected.name.en))",
      wayOutDe: "den Wert nach dem Doppelpunkt ergänzen oder die Zeile löschen",
      wayOutEn: "add the value after the colon or delete the line")
  }

  static func notANumber(_ text: String) -> Message {
    let isComma = FixedPoint(text.replacing(",", with: ".")) != nil
    return Message(
      .notANumber, de: "\(Phrase.quote(text, .german)) ist keine Dezimalzahl",
      en: "\(Phrase.quote(text, .english)) is no decimal number",
      wayOutDe: isComma
        ? "einen Punkt statt des Kommas schreiben" : "nur Ziffern mit Punkt schreiben, etwa 0.5",
      wayOutEn: isComma
        ? "write a point instead of the comma" : "write digits with a point only, for example 0.5")
  }

  static func notWhole() -> Message {
    Message(
      .notWhole, de: "hier muss eine ganze Zahl stehen", en: "a whole number must stand here",
      wayOutDe: "ohne Nachkommastellen schreiben", wayOutEn: "write it without decimals")
  }

  static func outOfRange(_ range: ClosedRange<Int>) -> Message {
    Message(
      .outOfRange, de: "die Zahl liegt außerhalb des Erlaubten",
      en: "the number is outside what is allowed",
      wayOutDe: "eine Zahl von \(range.lowerBound) bis \(range.upperBound) schreiben",
      wayOutEn: "write a number from \(range.lowerBound) to \(range.upperBound)")
  }

  static func stepNotPositive() -> Message {
    Message(
      .outOfRange, de: "der Schritt ist nicht größer als 0", en: "the step is not above 0",
      wayOutDe: "den Abstand zweier Werte schreiben, etwa 1 oder 0.5",
      wayOutEn: "write the distance of two values, for example 1 or 0.5")
  }

  static func notBoolean(_ text: String) -> Message {
    Message(
      .notBoolean, de: "\(Phrase.quote(text, .german)) ist weder true noch false",
      en: "\(Phrase.quote(text, .english)) is neither true nor false",
      wayOutDe: "true oder false schreiben, klein und ohne Anführungszeichen",
      wayOutEn: "write true or false, in lower case and without quotation marks")
  }

  static func unknownWord(_ text: String, allowed: [String]) -> Message {
    Message(
      .unknownWord,
      LocalisedText(
        de: "\(Phrase.quote(text, .german)) ist hier nicht vorgesehen",
        en: "\(Phrase.quote(text, .english)) is not one of the words allowed here"),
      wayOut: Phrase.nearest(to: text, among: allowed))
  }

  static func emptyList() -> Message {
    Message(
      .emptyList, de: "hier muss mindestens ein Eintrag stehen",
      en: "at least one entry must stand here",
      wayOutDe: "einen Eintrag ergänzen oder den Schlüssel weglassen, wenn er freiwillig ist",
      wayOutEn: "add an entry, or leave the key out if it is optional")
  }

  static func duplicateEntry(_ text: String, first: Place) -> Message {
    Message(
      .duplicateEntry,
      de: "\(Phrase.quote(text, .german)) steht schon in \(Phrase.place(first, .german))",
      en: "\(Phrase.quote(text, .english)) stands already in \(Phrase.place(first, .english))",
      wayOutDe: "einen der beiden Einträge entfernen", wayOutEn: "remove one of the two entries")
  }

  static func badKey(_ text: String) -> Message {
    Message(
      .badKey, de: "\(Phrase.quote(text, .german)) hat nicht die Form eines Schlüssels",
      en: "\(Phrase.quote(text, .english)) does not have the form of a key",
      wayOutDe: "1 bis 64 Zeichen aus a-z 0-9 - _, zuerst ein Buchstabe oder eine Ziffer",
      wayOutEn: "1 to 64 of a-z 0-9 - _, first a letter or digit")
  }

  static func badOrganisationKey(_ text: String?) -> Message {
    Message(
      .badOrganisationKey,
      de: (text.map { Phrase.quote($0, .german) } ?? "dieser Text")
        + " kann kein Schlüssel einer Organisation sein",
      en: (text.map { Phrase.quote($0, .english) } ?? "this text")
        + " cannot be the key of an organisation",
      wayOutDe:
        "1 bis 64 Zeichen aus A-Z a-z 0-9 . _ -, zuerst kein Punkt; andere Texte der Exporte"
        + " unter organisation: values zuordnen",
      wayOutEn: "1 to 64 of A-Z a-z 0-9 . _ -, first no dot; map other texts of the exports under"
        + " organisation: values")
  }

  static func missingLanguage(_ language: Language) -> Message {
    let (de, en) =
      language == .german ? ("der deutsche", "German") : ("der englische", "English")
    return Message(
      .missingLanguage, de: "hier fehlt \(de) Text", en: "the \(en) text is missing here",
      wayOutDe: "„\(language.rawValue)“ ergänzen, oder einen einzelnen Text für beide Sprachen",
      wayOutEn: "add \"\(language.rawValue)\", or write a single text for both languages")
  }

  static func blankText() -> Message {
    Message(
      .blankText, de: "der Text ist leer", en: "the text is blank",
      wayOutDe: "einen Text schreiben; leere Zellen gelten von selbst als leer",
      wayOutEn: "write a text; blank cells count as blank by themselves")
  }

  static func conflictingKeys(_ key: String, with other: String, at place: Place) -> Message {
    Message(
      .conflictingKeys,
      de: "„\(key)“ geht nicht zusammen mit „\(other)“ in \(Phrase.place(place, .german))",
      en: "\"\(key)\" cannot go with \"\(other)\" in \(Phrase.place(place, .english))",
      wayOutDe: "einen der beiden Schlüssel entfernen", wayOutEn: "remove one of the two keys")
  }

  static func noneOfKeys(_ keys: [String]) -> Message {
    let list = keys.joined(separator: ", ")
    return Message(
      .noneOfKeys, de: "hier fehlt einer der Schlüssel \(list)",
      en: "one of the keys \(list) is missing here",
      wayOutDe: "genau einen davon ergänzen, siehe docs/pipelines.md",
      wayOutEn: "add exactly one of them, see docs/pipelines.md")
  }

  static func keyNeedsOther(_ key: String, _ other: String) -> Message {
    Message(
      .keyNeedsOther, de: "„\(key)“ hat nur zusammen mit „\(other)“ einen Sinn",
      en: "\"\(key)\" makes sense only together with \"\(other)\"",
      wayOutDe: "„\(other)“ ergänzen oder „\(key)“ entfernen",
      wayOutEn: "add \"\(other)\" or remove \"\(key)\"")
  }

  static func unknownVersion() -> Message {
    Message(
      .unknownVersion, de: "diese Version des Schemas ist nicht bekannt",
      en: "this version of the schema is not known",
      wayOutDe: "„echolot: 1“ schreiben", wayOutEn: "write \"echolot: 1\"")
  }
}
