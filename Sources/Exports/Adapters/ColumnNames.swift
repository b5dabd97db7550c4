/// What headings say about their columns, whatever the tool.
enum ColumnNames {
  /// Whether a column names the organisation that is spoken about.
  ///
  /// - Parameter heading: The heading.
  /// - Returns: Whether it does.
  static func isOrganisation(_ heading: String) -> Bool { organisations.fit(heading) }

  /// Whether a heading mentions an organisation, as a question for it would.
  ///
  /// - Parameter heading: The heading.
  /// - Returns: Whether it does; answers on a scale are then about it.
  static func mentionsOrganisation(_ heading: String) -> Bool {
    mentions.fit(heading) && !asksForOther.fit(heading)
  }

  /// Whether a column identifies a person.
  ///
  /// - Parameter heading: The heading; long ones are questions, not names of columns.
  /// - Returns: Whether it does.
  static func isIdentity(_ heading: String) -> Bool {
    heading.unicodeScalars.count <= 40 && identities.fit(heading)
  }

  /// Whether a column could identify a person in combination with others.
  ///
  /// - Parameter heading: The heading.
  /// - Returns: Whether it could.
  static func isQuasiIdentifier(_ heading: String) -> Bool {
    heading.unicodeScalars.count <= 60 && quasiIdentifiers.fit(heading)
  }

  /// Whether a column holds German school grades, of which 1 is the best.
  ///
  /// - Parameter heading: The heading.
  /// - Returns: Whether it does.
  static func isSchoolGrade(_ heading: String) -> Bool { grades.fit(heading) }

  /// What the columns of one question have in common at the beginning of their headings.
  ///
  /// - Parameter heading: The heading.
  /// - Returns: `Question` of `Question [row]`, `AB03` of `AB03_01`, the heading itself otherwise.
  static func stem(of heading: String) -> String {
    if heading.hasSuffix("]"), let bracket = heading.lastIndex(of: "["),
      bracket > heading.startIndex
    {
      return trimmed(heading[..<bracket])
    }
    if let range = lastRange(of: " - ", in: heading) { return trimmed(heading[..<range]) }
    if !heading.contains(" "), let mark = heading.lastIndex(where: { $0 == "/" || $0 == "_" }),
      mark > heading.startIndex
    {
      let stem = heading[..<mark]
      let rest = heading[heading.index(after: mark)...]
      let isNumbered = rest.first?.isNumber == true || rest.hasPrefix("SQ")
      if heading[mark] == "/" || isNumbered { return trimmedMarks(stem) }
    }
    var end = heading.endIndex
    while end > heading.startIndex, heading[heading.index(before: end)].isNumber {
      end = heading.index(before: end)
    }
    let isNumberedWord = end < heading.endIndex && end > heading.startIndex
    return isNumberedWord ? trimmedMarks(heading[..<end]) : heading
  }

  private static func lastRange(of mark: String, in text: String) -> String.Index? {
    var index = text.endIndex
    while index > text.startIndex {
      index = text.index(before: index)
      if text[index...].hasPrefix(mark), index > text.startIndex { return index }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    HeadingMatcher.normalise(String(text))
  }

  private static func trimmedMarks(_ text: Substring) -> String {
    var stem = text
    while let last = stem.last, last == "_" || last == " " { stem.removeLast() }
    return stem.isEmpty ? String(text) : String(stem)
  }

  private static let organisations: [HeadingPattern] = [
    "Einrichtung", "Organisation", "Organization", "Standort", "Haus", "Gruppe", "Team", "Group",
    "Company", "Firma", "Department", "Abteilung", "Träger", "Station", "Wohngruppe", "Kita",
    "Schule", "School", "Location", "Location Name", "Facility", "Site", "Club's Name", "Filiale",
    "Dienst", "Beratungsstelle", "Organisationseinheit", "Unit", "Business Unit",
  ]

  private static let mentions: [HeadingPattern] = [
    .word("einrichtung"), .word("einr"), .word("organisation"), .word("organization"),
    .word("standort"), .word("wohngruppe"), .word("kita"), .word("träger"), .word("facility"),
  ]

  /// Words of questions that mention an organisation but ask for a person or an opinion.
  private static let asksForOther: [HeadingPattern] = [
    .word("wer"), .word("wem"), .word("wen"), .word("who"), .word("whom"), .word("fachkraft"),
    .word("lehrkraft"), .word("ansprechpartner"), .word("ansprechpartnerin"),
    .word("ansprechperson"), .word("kontaktperson"), .word("betreuer"), .word("betreuerin"),
    .word("bezugsbetreuer"), .word("bezugsbetreuerin"), .word("erzieher"), .word("erzieherin"),
    .word("mitarbeiter"), .word("mitarbeiterin"), .word("sozialarbeiter"),
    .word("sozialarbeiterin"), .word("therapeut"), .word("therapeutin"), .word("was"),
    .word("warum"), .word("weshalb"), .word("what"), .word("why"), .word("gefallen"),
    .word("verbessern"), .word("improve"),
  ]

  private static let identities: [HeadingPattern] = [
    .word("vorname"), .word("nachname"), .word("familienname"), .word("name"), .word("email"),
    .word("mail"), .word("telefon"), .word("telefonnummer"), .word("phone"), .word("telephone"),
    .word("mobil"), .word("mobile"), .word("handy"), .word("handynummer"), .word("ip"),
    .word("adresse"), .word("anschrift"), .word("address"), .word("straße"), .word("strasse"),
    .word("street"), .word("kennung"), .word("token"), .word("username"), .word("nutzername"),
    .word("benutzername"), .word("user"), .word("geburtsdatum"), .word("dob"), .word("birthday"),
    .word("iban"), .word("unterschrift"), .word("signature"), .word("firstname"),
    .word("lastname"), .word("surname"), .word("versichertennummer"), .word("aktenzeichen"),
    .word("reviewer"), .word("author"), .word("autor"), "id", "uuid", "guid", "lfd. Nr.", "Nr.",
    .word("handynr"), .word("mobilnr"), .word("mobilnummer"), .word("telefonnr"), .word("tel"),
    .word("fax"), .word("geb"), .word("geburtstag"), .word("rufname"), .word("spitzname"),
    .word("initialen"), .word("passwort"), .word("password"), .word("versichertennr"),
    .word("fallnummer"), .word("kontonummer"), .word("bic"), "Az", "Az.", "Ansprechpartner",
    "Ansprechpartnerin", "Ansprechperson", "Kontaktperson", "Kontakt", "Betreuer", "Betreuerin",
    "Bezugsbetreuer", "Bezugsbetreuerin", "Sachbearbeiter", "Sachbearbeiterin", "Klient",
    "Klientin", "Bewohner", "Bewohnerin", "Patient", "Patientin", "Kind", "Mutter", "Vater",
    .word("klientennummer"), .word("personalnummer"), .ends("_id"), .ends(" id"), .ends("-id"),
  ]

  private static let quasiIdentifiers: [HeadingPattern] = [
    .word("alter"), .word("alt"), .word("age"), .word("geschlecht"), .word("gender"),
    .word("sex"), .word("plz"), .word("postleitzahl"), .word("zip"), .word("postcode"),
    .word("geburtsjahr"), .word("jahrgang"), .word("wohnort"), .word("ort"), .word("city"),
    .word("country"), .word("land"), .word("born"), .word("nationalität"),
    .word("staatsangehörigkeit"), .word("nationality"), .word("beruf"), .word("occupation"),
    .word("religion"), .word("ethnicity"), .word("race"), .word("einkommen"), .word("income"),
    .word("education"), .word("bildungsabschluss"), .word("familienstand"), .word("census"),
    .word("migrationshintergrund"), .word("behinderung"), .word("disability"), .word("diagnose"),
    .word("muttersprache"), .word("kinderzahl"), .word("major"), "Region", .word("state"),
    .word("field"),
  ]

  private static let grades: [HeadingPattern] = [
    .word("note"), .word("schulnote"), .word("gesamtnote"), .word("schulnoten"),
  ]
}
