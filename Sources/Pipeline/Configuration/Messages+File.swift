internal import Benchmark

extension Message {
  static func fileUnreadable() -> Message {
    Message(
      .fileUnreadable, de: "die Datei lässt sich nicht lesen", en: "the file cannot be read",
      wayOutDe: "Pfad und Leserechte prüfen; es muss eine gewöhnliche Datei sein",
      wayOutEn: "check the path and the right to read it; it must be a regular file")
  }

  static func fileTooLarge() -> Message {
    Message(
      .fileTooLarge, de: "die Datei ist größer als 1 MiB", en: "the file is larger than 1 MiB",
      wayOutDe: "Organisationen in eine eigene Datei auslagern (organisations.file)",
      wayOutEn: "move the organisations to a file of their own (organisations.file)")
  }

  static func notUTF8() -> Message {
    Message(
      .notUTF8, de: "ab hier ist die Datei kein UTF-8", en: "from here on the file is not UTF-8",
      wayOutDe: "die Datei im Editor mit der Kodierung UTF-8 speichern",
      wayOutEn: "save the file with the encoding UTF-8")
  }

  static func controlCharacter() -> Message {
    Message(
      .controlCharacter, de: "hier steht ein unsichtbares Steuerzeichen",
      en: "here stands an invisible control character",
      wayOutDe: "das Zeichen löschen und die Stelle neu tippen",
      wayOutEn: "delete the character and type the spot anew")
  }

  static func tab() -> Message {
    Message(
      .tab, de: "hier steht ein Tabulator", en: "here stands a tab",
      wayOutDe: "nur mit Leerzeichen einrücken", wayOutEn: "indent with blanks only")
  }

  static func severalDocuments() -> Message {
    Message(
      .severalDocuments, de: "hier beginnt ein zweites Dokument",
      en: "here starts a second document",
      wayOutDe: "„---“ entfernen oder je Pipeline eine eigene Datei anlegen",
      wayOutEn: "remove \"---\" or write one file per pipeline")
  }

  static func duplicateKey(_ key: String, first: Place) -> Message {
    Message(
      .duplicateKey,
      de: "der Schlüssel \(Phrase.quote(key, .german)) steht schon in "
        + Phrase.place(first, .german),
      en: "the key \(Phrase.quote(key, .english)) stands already in "
        + Phrase.place(first, .english),
      wayOutDe: "eine der beiden Stellen entfernen oder umbenennen",
      wayOutEn: "remove or rename one of the two")
  }

  static func anchorOrAlias() -> Message {
    Message(
      .anchorOrAlias, de: "Anker, Verweise und „<<“ sind hier nicht vorgesehen",
      en: "anchors, aliases and \"<<\" are not supported",
      wayOutDe: "den Inhalt ausschreiben; Texte mit „&“ oder „*“ in Anführungszeichen setzen",
      wayOutEn: "write it out; put texts with \"&\" or \"*\" in quotation marks")
  }

  static func tag() -> Message {
    Message(
      .tag, de: "Typangaben mit „!“ sind hier nicht vorgesehen",
      en: "tags with \"!\" are not supported",
      wayOutDe: "die Angabe weglassen; Texte in Anführungszeichen setzen",
      wayOutEn: "leave it out; put texts in quotation marks")
  }

  static func keyIsNoText() -> Message {
    Message(
      .keyIsNoText, de: "der Schlüssel ist leer oder kein Text",
      en: "the key is empty or no text",
      wayOutDe: "vor den Doppelpunkt einen Text setzen", wayOutEn: "put a text before the colon")
  }

  static func emptyFile() -> Message {
    Message(
      .emptyFile, de: "die Datei ist leer", en: "the file is empty",
      wayOutDe: "mit „echolot: 1“ beginnen und dem Muster in docs/pipelines.md folgen",
      wayOutEn: "start with \"echolot: 1\" and follow the sample in docs/pipelines.md")
  }

  static func tooDeep() -> Message {
    Message(
      .tooDeep, de: "Listen und Zuordnungen sind zu tief verschachtelt",
      en: "lists and mappings are nested too deep",
      wayOutDe: "Klammern prüfen; eine Pipeline braucht höchstens sechs Ebenen",
      wayOutEn: "check the brackets; a pipeline needs six levels at most")
  }
}
