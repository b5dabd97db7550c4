internal import Benchmark
internal import Exports

extension Message {
  static func twoRoles(_ heading: String, role: String, other: String, at place: Place) -> Message {
    Message(
      .twoRoles,
      de: "die Spalte \(Phrase.quote(heading, .german)) steht hier unter „\(role)“ und in "
        + "\(Phrase.place(place, .german)) unter „\(other)“",
      en: "the column \(Phrase.quote(heading, .english)) stands here under \"\(role)\" and in "
        + "\(Phrase.place(place, .english)) under \"\(other)\"",
      wayOutDe: "der Spalte nur eine Rolle geben (period und completed dürfen sie teilen)",
      wayOutEn: "give the column one role only (period and completed may share one)")
  }

  static func protectedColumnWithRole(
    _ heading: String, role: String, list: String, at place: Place
  ) -> Message {
    Message(
      .protectedColumnWithRole,
      de:
        "die Spalte \(Phrase.quote(heading, .german)) soll hier als „\(role)“ gelesen werden, steht "
        + "aber in \(Phrase.place(place, .german)) unter „\(list)“, das nie gelesen wird",
      en:
        "the column \(Phrase.quote(heading, .english)) is to be read as \"\(role)\" here but stands "
        + "in \(Phrase.place(place, .english)) under \"\(list)\", which is never read",
      wayOutDe: "eine andere Spalte angeben oder sie aus „\(list)“ streichen",
      wayOutEn: "name another column or remove it from \"\(list)\"")
  }

  static func fileEnding(_ pattern: String) -> Message {
    Message(
      .fileEnding, de: "\(Phrase.quote(pattern, .german)) endet weder auf .csv noch auf .csv.gz",
      en: "\(Phrase.quote(pattern, .english)) ends neither in .csv nor in .csv.gz",
      wayOutDe: "die Endung ausschreiben; andere Dateien zuerst als CSV speichern",
      wayOutEn: "write the ending out; save other files as CSV first")
  }

  static func noFile(_ pattern: String) -> Message {
    Message(
      .noFile, de: "zu \(Phrase.quote(pattern, .german)) gibt es keine Datei",
      en: "no file fits \(Phrase.quote(pattern, .english))",
      wayOutDe: "Pfad und Schreibweise prüfen; Pfade gelten ab dem Ordner der Pipeline-Datei,"
        + " Ordner und Pipes zählen nicht als Dateien",
      wayOutEn: "check path and spelling; paths start at the folder of the pipeline file, folders"
        + " and pipes are no files")
  }

  static func fileTwice(_ pattern: String, count: Int, first: Place) -> Message {
    Message(
      .fileTwice,
      de: "\(count) Dateien zu \(Phrase.quote(pattern, .german)) nennt schon das Muster in "
        + Phrase.place(first, .german),
      en: "the pattern in \(Phrase.place(first, .english)) names \(count) of the files for "
        + "\(Phrase.quote(pattern, .english)) already",
      wayOutDe: "die Muster so fassen, dass jede Datei nur einmal gelesen wird",
      wayOutEn: "write the patterns so that every file is read only once")
  }

  static func valuesNeedList() -> Message {
    Message(
      .valuesNeedList,
      de:
        "„values“ braucht eine Liste der Organisationen, hier gilt aber organisations: from_exports",
      en: "\"values\" needs a list of organisations, but organisations: from_exports applies",
      wayOutDe: "„values“ entfernen oder die Organisationen mit file oder list angeben",
      wayOutEn: "remove \"values\" or give the organisations with file or list")
  }

  static func organisationPrefix() -> Message {
    Message(
      .organisationPrefix,
      de: "„prefix“ passt hier nicht: es gehört zu column, zu organisations: from_exports und zur"
        + " Form der Schlüssel",
      en: "\"prefix\" does not fit here: it goes with column, with organisations: from_exports and"
        + " with the form of the keys",
      wayOutDe: "1 bis 8 Zeichen aus A-Z a-z 0-9 - _ schreiben und form: code setzen, oder"
        + " „prefix“ entfernen",
      wayOutEn: "write 1 to 8 of A-Z a-z 0-9 - _ and set form: code, or remove \"prefix\"")
  }

  static func optionScale(_ item: String) -> Message {
    Message(
      .optionScale,
      de:
        "die Frage \(Phrase.quote(item, .german)) steht für eine von mehreren Wahlmöglichkeiten und"
        + " braucht eine Skala von 0 bis 1",
      en: "the item \(Phrase.quote(item, .english)) stands for one of several choices and needs a"
        + " scale from 0 to 1",
      wayOutDe: "scale: {minimum: 0, maximum: 1} setzen (0 nicht gewählt, 1 gewählt)",
      wayOutEn: "set scale: {minimum: 0, maximum: 1} (0 not chosen, 1 chosen)")
  }

  static func organisationForm(_ form: CodeForm) -> Message {
    let (de, en) =
      switch form {
      case .number: ("1 bis 18 Ziffern", "1 to 18 digits")
      case .code:
        (
          "1 bis 32 Zeichen aus A-Z a-z 0-9 - _ mit mindestens einer Ziffer",
          "1 to 32 of A-Z a-z 0-9 - _ with at least one digit"
        )
      }
    return Message(
      .organisationForm, de: "der Schlüssel hat nicht die Form „\(form.rawValue)“",
      en: "the key does not have the form \"\(form.rawValue)\"",
      wayOutDe: "\(de) schreiben", wayOutEn: "write \(en)")
  }

  static func organisationsUnreadable(_ problem: OrganisationFileProblem) -> Message {
    let (de, en, wayOutDe, wayOutEn) =
      switch problem {
      case .unreadable:
        (
          "die Liste der Organisationen lässt sich nicht lesen",
          "the list of organisations cannot be read",
          "Pfad (ab dem Ordner der Pipeline-Datei) und Leserechte prüfen",
          "check the path (from the folder of the pipeline file) and the right to read it"
        )
      case .notUTF8:
        (
          "die Liste der Organisationen ist kein UTF-8", "the list of organisations is not UTF-8",
          "die Datei als „CSV UTF-8“ speichern", "save the file as \"CSV UTF-8\""
        )
      case .missingColumn(let name):
        (
          "in der Liste der Organisationen fehlt die Spalte „\(name)“",
          "the list of organisations lacks the column \"\(name)\"",
          "die erste Zeile muss lauten: key,name,peer_group",
          "the first line must read: key,name,peer_group"
        )
      case .malformed:
        (
          "diese Zeile hat nicht so viele Felder wie die erste oder ein offenes Anführungszeichen",
          "this line does not have as many fields as the first one, or an open quotation mark",
          "je Zeile key,name,peer_group schreiben; Namen mit Komma in Anführungszeichen setzen",
          "write key,name,peer_group on each line; put names with a comma in quotation marks"
        )
      }
    return Message(
      .organisationsUnreadable, de: de, en: en, wayOutDe: wayOutDe, wayOutEn: wayOutEn)
  }

  static func duplicateOrganisation(_ key: String, firstLine: Int) -> Message {
    Message(
      .duplicateOrganisation,
      de: "die Organisation \(Phrase.quote(key, .german)) steht schon in Zeile \(firstLine)",
      en: "the organisation \(Phrase.quote(key, .english)) stands already in line \(firstLine)",
      wayOutDe: "jede Organisation nur einmal nennen", wayOutEn: "name every organisation only once"
    )
  }

  static func noOrganisations() -> Message {
    Message(
      .noOrganisations, de: "die Liste nennt keine Organisation",
      en: "the list names no organisation",
      wayOutDe: "je Organisation eine Zeile mit key, name und peer_group ergänzen",
      wayOutEn: "add a line with key, name and peer_group for each organisation")
  }

  static func smallCounts() -> Message {
    Message(
      .smallCounts, de: "unter 10 Antworten können einzelne Personen erkennbar werden",
      en: "below 10 answers single persons may be recognised",
      wayOutDe: "mindestens 10 schreiben oder mit „allow_small_counts: true“ bestätigen",
      wayOutEn: "write at least 10 or confirm with \"allow_small_counts: true\"")
  }
}
