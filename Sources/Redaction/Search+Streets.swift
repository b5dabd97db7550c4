/// How the names of streets are recognised.
extension Search {
  private static let suffixes = [
    "strasse", "str", "gasse", "gaessle", "allee", "weg", "platz", "ring", "ufer", "damm", "steig",
    "stieg", "pfad",
    "chaussee", "promenade", "graben", "twiete", "wall", "kamp", "winkel", "hof", "markt", "berg",
    "kai", "stiege",
    "siedlung", "terrasse", "bruecke", "anger", "redder", "zeile", "acker", "wiese", "feld",
    "garten", "tal", "hoehe",
    "koppel", "hain", "horst", "leite", "rain", "blick", "park", "tor", "brunnen", "bogen", "stege",
  ].map { Array($0.utf8) }
  /// How many of the suffixes make a street of any word.
  private static let sureCount = 4
  private static let bare = Set(
    [
      "Straße", "Str", "Gasse", "Allee", "Weg", "Platz", "Ring", "Ufer", "Damm", "Markt", "Steig",
      "Chaussee", "Graben", "Kamp",
    ]
    .map(hash))
  private static let otherwise = Set(
    """
    Parkplatz Arbeitsplatz Spielplatz Sportplatz Stellplatz Pflegeplatz Heimplatz Kitaplatz Kindergartenplatz
    Krippenplatz Betreuungsplatz Ausbildungsplatz Studienplatz Therapieplatz Schlafplatz Sitzplatz Listenplatz
    Tagespflegeplatz Umweg Heimweg Schulweg Rückweg Hinweg Ausweg Rettungsweg Fluchtweg Gehweg Radweg Feldweg
    Bauernhof Bahnhof Friedhof Schulhof Innenhof Hauptbahnhof Platz Weg Ring Supermarkt Jahrmarkt Weihnachtsmarkt
    Tarif Kindergarten Garten Park Berg Hof Feld Erfolg Speiseplan Wohnpark Sommer Einweg Mehrweg Wasserweg
    Freiplatz Wohnplatz Hortplatz Übernachtungsplatz Rollstuhlplatz Arbeitsmarkt Fensterplatz Standort Umfeld
    Arbeitsfeld Spielfeld Handlungsfeld Motor Vektor Direktor Faktor Doktor Monitor Pastor Rektor Autor Editor Horst
    Ehering Ohrring Boxring Hering Frühling Zwilling Säugling Neuling Tor Tal Total Hospital Kapital
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })
  private static let prepositions = Set(
    [
      "Am", "An", "Auf", "In", "Im", "Zum", "Zur", "Unter", "Hinter", "Vor", "Bei", "Beim", "Über",
      "Unterm", "Ob",
    ]
    .map(hash))
  private static let articles = Set(["der", "dem", "den", "die", "das"].map(hash))
  private static let adjectives = Set(
    """
    Unterer Untere Oberer Obere Alter Alte Altes Neuer Neue Neues Großer Große Kleiner Kleine Langer Lange Hoher
    Hohe Breiter Breite Schmaler Schmale Kurzer Kurze Mittlerer Mittlere Innere Äußere Äußerer Vordere Vorderer
    Hintere Hinterer Grüner Weißer Roter Schwarzer Krummer Tiefer Steiler Steile Stiller Linker Rechter Erster
    Östliche Westliche Nördliche Südliche Unteren Oberen Alten Neuen Hohen Langen
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })

  /// Whether a word ends as names of streets do.
  func isStreetWord(_ index: Int) -> Bool { streetSuffix(index) != nil }

  private func streetSuffix(_ index: Int) -> Int? {
    let token = tokens[index]
    guard token.count >= 3 else { return nil }
    for (place, suffix) in Self.suffixes.enumerated() where ends(token, with: suffix) {
      if suffix == Array("str".utf8), !tokens[index + 1].isMark(0x2E), token.count > 3 { continue }
      return place
    }
    return nil
  }

  /// The first token of the name of a street.
  ///
  /// - Parameters:
  ///   - name: The word before the house number.
  ///   - number: The house number.
  /// - Returns: The token, or `nil` if there is no street.
  func streetStart(_ name: Int, number: Int) -> Int? {
    if Self.bare.contains(tokens[name].hash) { return bareStart(name) ?? square(number) }
    let isHyphened = name > 1 && tokens[name - 1].isMark(0x2D) && tokens[name].gap == .none
    if let suffix = streetSuffix(name),
      tokens[name].isCapital || isHyphened || suffix < Self.sureCount
    {
      let first = hyphenStart(name)
      if first < name { return first }
      let isSure =
        suffix < Self.sureCount || (suffix < 12 && !Self.otherwise.contains(tokens[name].hash))
      let isProper = !Self.otherwise.contains(tokens[name].hash) && endsSentencePart(number)
      if isSure || isProper {
        if let begin = prepositionStart(name, number) { return begin }
        if name > 0, Self.adjectives.contains(tokens[name - 1].hash), tokens[name - 1].isCapital,
          tokens[name].gap == .space, !tokens[name - 1].isTaken
        {
          return name - 1
        }
        if isSure || !tokens[name].traits.contains(.noun) { return name }
      }
    }
    guard tokens[name].kind == .word, tokens[name].isCapital else { return square(number) }
    return prepositionStart(name, number) ?? adjectiveStart(name, number) ?? square(number)
  }

  /// The first word of a hyphened name such as Rosa-Luxemburg-Platz.
  private func hyphenStart(_ name: Int) -> Int {
    var first = name
    while first > 1, tokens[first].gap == .none, tokens[first - 1].isMark(0x2D),
      tokens[first - 1].gap == .none,
      tokens[first - 2].kind == .word, !tokens[first - 2].isTaken, name - first < 12
    {
      first -= 2
    }
    return first
  }

  /// The first word of "Breite Straße", "Bremer Straße", "Berliner-Straße", "Am Alten Markt".
  private func bareStart(_ name: Int) -> Int? {
    let first = hyphenStart(name)
    if first < name { return first }
    guard name > 0, tokens[name - 1].kind == .word, tokens[name - 1].isCapital,
      tokens[name].gap == .space,
      tokens[name - 1].traits.isDisjoint(with: [.article, .unit])
        || Self.adjectives.contains(tokens[name - 1].hash),
      !tokens[name - 1].isTaken
    else { return nil }
    if tokens[name - 1].traits.contains(.noun), !tokens[name - 1].traits.contains(.smallGerman),
      tokens[name - 1].traits.isDisjoint(with: .anyName),
      !ends(tokens[name - 1], with: [0x65, 0x72])
    {
      return nil
    }
    let begin = hyphenStart(name - 1)
    if begin > 0, Self.prepositions.contains(tokens[begin - 1].hash), tokens[begin - 1].isCapital,
      !beginsSentence(begin - 1)
    {
      return begin - 1
    }
    return begin
  }

  /// The first word of names such as "Platz der Republik 1".
  private func square(_ number: Int) -> Int? {
    for back in 3...6 where number - back >= 0 {
      let at = number - back
      guard tokens[at].kind == .word, tokens[at].isCapital, Self.bare.contains(tokens[at].hash)
      else { continue }
      let link = tokens[at + 1]
      guard link.kind == .word, !link.isCapital,
        [Self.of, Self.ofThe, Self.to, Self.atThe].contains(link.hash),
        !isTaken(at, number - 1) || tokens[number - 1].traits.contains(.calendar)
      else { continue }
      for between in at..<number where tokens[between].isMark(0x2C) { return nil }
      return at
    }
    return nil
  }

  private static let of = hash("der")
  private static let ofThe = hash("des")
  private static let to = hash("zum")
  private static let atThe = hash("am")

  /// The first word of "Am Mühlbach", "An der alten Post".
  private func prepositionStart(_ name: Int, _ number: Int) -> Int? {
    guard endsSentencePart(number), isProperNoun(name) else { return nil }
    var at = name - 1
    var steps = 0
    while at >= 0, steps < 3 {
      let token = tokens[at]
      guard token.kind == .word, !token.isTaken, tokens[at + 1].gap == .space else { return nil }
      if token.isCapital, Self.prepositions.contains(token.hash) {
        if !beginsSentence(at) { return at }
        return isAddressTail(number) ? at : nil
      }
      let isBetween =
        Self.articles.contains(token.hash) || Self.adjectives.contains(token.hash)
        || (!token.isCapital && token.traits.contains(.smallGerman))
      guard isBetween else { return nil }
      at -= 1
      steps += 1
    }
    return nil
  }

  private func adjectiveStart(_ name: Int, _ number: Int) -> Int? {
    guard name > 0, endsSentencePart(number), isProperNoun(name) else { return nil }
    let before = tokens[name - 1]
    guard before.kind == .word, before.isCapital, !before.isTaken, tokens[name].gap == .space,
      Self.adjectives.contains(before.hash)
    else { return nil }
    if beginsSentence(name - 1), !isAddressTail(number) { return nil }
    return name - 1
  }

  private func isProperNoun(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.isCapital, !token.isTaken else { return false }
    return token.traits.isDisjoint(with: [.calendar, .unit, .function, .role]) && token.cue == .none
      && !Self.counted.contains(token.hash)
  }

  private static let counted = Set(
    """
    Jahr Jahre Jahren Alter Haus Stock Gruppe Wohngruppe Station Bus Linie Schnitt Durchschnitt Abteilung Bereich
    Wohnbereich Ebene Etage Stufe Klasse Kapitel Paragraph Artikel Punkt Seite Fall Frage Nachmittag Morgen Abend
    Vormittag Mittag Wochenende Ende Anfang Pflegegrad Grad Telefon Woche Monat Tag Stunde Wert Platz Note Rang Team
    Gebäude Block Trakt Flur Tisch Kurs Modul Termin Sommer Winter Notfall Notdienst Notruf Corona Mai
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })

  /// Whether what follows a house number does not make it a quantity.
  private func endsSentencePart(_ number: Int) -> Bool {
    var at = number + 1
    if tokens[at].kind == .word, tokens[at].count == 1, at + 1 < tokens.count { at += 1 }
    let next = tokens[at]
    switch next.kind {
    case .mark:
      if next.byte == 0x2E || next.byte == 0x2C || next.byte == 0x3A {
        return at + 1 >= tokens.count || tokens[at + 1].gap != .none
          || tokens[at + 1].kind != .number
      }
      return next.byte != 0x25 && next.byte != 2
    case .word:
      return next.gap == .newline
        || (next.traits.isDisjoint(with: .unit) && !(next.isCapital && isOrdinary(at))
          && next.traits.contains(.function))
    case .number: return next.count == 5
    case .mask: return true
    }
  }

  /// Whether a postcode, a comma and a postcode or the end of the text follow.
  private func isAddressTail(_ number: Int) -> Bool {
    for at in (number + 1)...min(number + 3, tokens.count - 1) {
      if tokens[at].kind == .number, tokens[at].count == 5 { return true }
      if at == tokens.count - 1 { return at <= number + 2 }
    }
    return false
  }
}
