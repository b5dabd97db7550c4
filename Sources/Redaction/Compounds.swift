extension Search {
  /// Whether a word is put together of ordinary words, as German compounds are.
  ///
  /// Both parts have at least three letters and are in the dictionary; between them may stand s, es, n, en or a
  /// further word. Words that only names end like (`ski`, `oğlu`, `ić`) are none.
  ///
  /// - Parameter index: The token.
  /// - Returns: Whether it is.
  func isCompound(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.count >= 6, token.count <= 48 else { return false }
    return isCompound(token.start, token.end, depth: 2)
  }

  private func isCompound(_ start: Int, _ end: Int, depth: Int) -> Bool {
    var hash = Lexicon.seed
    for cut in start..<(end - 2) {
      hash = Lexicon.step(hash, cells[cut].fold)
      let length = cut + 1 - start
      guard length >= 3,
        isPart(hash, length) || (length == 3 && Self.shortParts.contains(hash))
      else {
        continue
      }
      var rest = cut + 1
      for _ in 0..<3 {
        if end - rest >= 3, isTail(rest, end) { return true }
        if depth > 0, end - rest >= 7, isCompound(rest, end, depth: depth - 1) { return true }
        // The joints: s, n, es, en.
        guard rest < end, Self.joints.contains(cells[rest].fold) else { break }
        rest += 1
      }
    }
    return false
  }

  private static let joints: [UInt8] = [0x73, 0x6E, 0x65]

  /// Whether some letters are a word, the stem of a verb (Dusch-hocker) or a noun without its e (Schul-weg).
  private func isPart(_ hash: UInt64, _ length: Int) -> Bool {
    let traits = lexicon.traits(hash)
    if length >= 4, traits.isDisjoint(with: [.noun, .smallGerman]) {
      let longer = Lexicon.step(hash, 0x65)
      if lexicon.traits(longer).contains(.noun) { return true }
      return lexicon.traits(Lexicon.step(longer, 0x6E)).contains(.smallGerman)
    }
    return length >= 4 || traits.contains(.article)
  }

  private func isTail(_ start: Int, _ end: Int) -> Bool {
    var hash = Lexicon.seed
    for index in start..<end { hash = Lexicon.step(hash, cells[index].fold) }
    let traits = lexicon.traits(hash)
    return end - start >= 4
      ? !traits.isDisjoint(with: [.noun, .smallGerman]) : Self.shortParts.contains(hash)
  }

  private static let shortParts = Set(
    """
    Tag Amt Not Weg Zug Rad Hof See Tee Eis Ort Tor Uhr Rat Tat Akt Arm Art Bad Bau Bus Fax Fee Fön Gas Hut Kur Lob
    Mut Öl Opa Oma Ohr Ruf Typ Zoo Alt Neu Vor Nach Mit Auf Aus Ein Bei Rot Weg Gut Hin Her Abo Box Kit App
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })

  /// Whether a capitalised word is no word of a dictionary, no compound and no known place or abbreviation.
  ///
  /// - Parameter index: The token.
  /// - Returns: Whether it is none of them.
  func isUnknown(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.count >= 2 else { return false }
    guard
      token.traits.isDisjoint(with: [
        .ordinary, .function, .calendar, .place, .unit, .role, .common,
      ]),
      token.cue == .none
    else { return false }
    if token.isAllCapital, token.count <= 5 { return false }
    if isEnglish { return true }
    if endsLikeWord(index) { return false }
    return !isCompound(index)
  }

  /// Whether a word ends as German nouns do that are derived from others.
  func endsLikeWord(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.count >= 7 else { return false }
    for ending in Self.endings where ends(token, with: ending) { return true }
    return false
  }

  private static let endings: [[UInt8]] = [
    "ung", "ungen", "heit", "keit", "heiten", "keiten", "schaft", "schaften", "tion", "tionen",
    "taet",
    "taeten", "ismus", "nummer", "kraft", "kraefte", "gruppe", "gruppen", "dienst", "stelle",
    "therapie",
    "beratung", "pflege", "betreuung", "zeit", "zeiten", "strasse", "ment", "ments", "ness", "ings",
    "ization",
    "isierung",
  ].map { Array($0.utf8) }

  /// Whether a token ends with some folded bytes.
  func ends(_ token: Token, with ending: [UInt8]) -> Bool {
    guard token.count >= ending.count else { return false }
    let start = token.end - ending.count
    for index in ending.indices where cells[start + index].fold != ending[index] { return false }
    return true
  }
}
