/// Streets with house numbers, and postcodes with places.
extension Search {
  /// Finds streets and postcodes.
  mutating func findPlaces() {
    for index in tokens.indices.dropLast()
    where tokens[index].kind == .number && !tokens[index].isTaken {
      if findPostcode(index) { continue }
      if tokens[index].count <= 4 { findStreet(endingAt: index) }
    }
  }

  private mutating func findPostcode(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.count == 5 || token.count == 4, isFresh(index) || isCountry(index - 2) else {
      return false
    }
    var value = 0
    for cell in token.start..<token.end { value = value * 10 + Int(cells[cell].fold) - 0x30 }
    let next = tokens[index + 1]
    let isGerman = token.count == 5 && (1000..<99999).contains(value)
    guard isGerman || token.count == 4 else { return false }
    let isPromised = cue(before: index)?.cue == .postcode || (index > 1 && isCountry(index - 2))
    let isTown = next.kind == .word && next.isCapital && next.gap != .none && !next.isTaken
    if isTown, isGerman ? isTownName(index + 1) : isForeignTown(index + 1, value, isPromised) {
      let first = index > 1 && isCountry(index - 2) ? index - 2 : index
      note(.zipCity, first, townEnd(index + 1))
      return true
    }
    if isPromised, isGerman || token.count == 4 {
      note(.zipCity, index, index)
      return true
    }
    return false
  }

  /// Whether D-, A- or CH- stands before a postcode.
  private func isCountry(_ index: Int) -> Bool {
    guard index >= 0, tokens[index + 1].isMark(0x2D), tokens[index].kind == .word,
      tokens[index].isCapital,
      tokens[index + 1].gap == .none, tokens[index + 2].gap == .none
    else { return false }
    return tokens[index].count <= 2
  }

  private func isTownName(_ index: Int) -> Bool {
    let traits = tokens[index].traits
    if traits.contains(.place) || Self.townWords.contains(tokens[index].hash) { return true }
    if traits.contains(.unit) || traits.contains(.function) { return false }
    if !isOrdinary(index), index > 1,
      cells[tokens[index - 1].start].fold == 0x30 || tokens[index - 2].isMark(0x2C)
    {
      return true
    }
    return !isOrdinary(index)
      && !(isCompound(index) && tokens[index].traits.isDisjoint(with: .anyName)
        && !endsLikeTown(index))
  }

  private func isForeignTown(_ index: Int, _ value: Int, _ isPromised: Bool) -> Bool {
    guard tokens[index].traits.contains(.place) else { return false }
    return isPromised || !(1900...2100).contains(value)
  }

  private static let townWords = Set(
    ["bad", "sankt", "st", "groß", "klein", "neu", "alt", "markt", "ober", "unter"].map(hash))
  private static let townEndings = [
    "burg", "berg", "dorf", "stadt", "heim", "hausen", "ingen", "feld", "bach", "furt", "au",
    "hagen", "rode",
    "leben", "walde", "kirchen", "hofen", "beck", "stedt", "wald", "haven", "see", "brueck",
    "munde",
    "itz", "ow", "nitz", "lin", "weiler", "hofen", "beuren", "stein", "tal", "wede", "buettel",
    "loh", "um",
  ].map { Array($0.utf8) }

  private func endsLikeTown(_ index: Int) -> Bool {
    Self.townEndings.contains { ends(tokens[index], with: $0) }
  }

  /// The last token of a town's name: hyphens, "Bad …", "… am Main", "… an der Oder", "(Saale)".
  func townEnd(_ index: Int) -> Int {
    var last = index
    if Self.townWords.contains(tokens[index].hash) {
      var next = index + 1
      if tokens[next].isMark(0x2E) { next += 1 }
      if tokens[next].kind == .word, tokens[next].isCapital { last = next }
    }
    while tokens[last + 1].isMark(0x2D), tokens[last + 1].gap == .none, last + 2 < tokens.count,
      tokens[last + 2].kind == .word, tokens[last + 2].gap == .none, tokens[last + 2].isCapital
    {
      last += 2
    }
    return riverEnd(last) ?? last
  }

  private func riverEnd(_ last: Int) -> Int? {
    let next = tokens[last + 1]
    guard next.kind == .word, next.gap == .space, !next.isCapital, last + 2 < tokens.count else {
      return nil
    }
    guard [Self.am, Self.im, Self.an, Self.ob].contains(next.hash) else { return nil }
    var at = last + 2
    if tokens[at].kind == .word, tokens[at].hash == Self.der, at + 1 < tokens.count { at += 1 }
    guard tokens[at].kind == .word, Self.rivers.contains(tokens[at].hash) else { return nil }
    return at
  }

  private static let am = hash("am")
  private static let im = hash("im")
  private static let an = hash("an")
  private static let ob = hash("ob")
  private static let der = hash("der")
  private static let rivers = Set(
    """
    Main Rhein Neckar Inn Donau Oder Ruhr Lech Isar Saale Elbe Weser Spree Havel Aller Leine Mosel Lahn Bodensee
    Breisgau Allgäu Taunus Chiemsee Harz Tauber Brenz Ilm Steig Wald Weinstraße Bergstraße See Ammersee
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })

  private mutating func findStreet(endingAt index: Int) {
    guard index > 0, !tokens[index - 1].isTaken, cells[tokens[index].start].fold != 0x30 else {
      return
    }
    var name = index - 1
    if tokens[name].isMark(0x2E), name > 0 { name -= 1 }
    if isEnglishStreet(after: index) { return }
    guard tokens[name].kind == .word, tokens[index].gap != .newline || isStreetWord(name),
      let first = streetStart(name, number: index)
    else { return }
    note(.street, first, houseNumberEnd(index))
  }

  /// Finds "12 Oak Street": a number, up to three capitalised words, and a word for streets.
  private mutating func isEnglishStreet(after index: Int) -> Bool {
    var at = index + 1
    if tokens[at].kind == .word, tokens[at].count == 1, tokens[at].gap == .none { at += 1 }
    let begin = at
    while at < tokens.count - 1, at - begin < 4, tokens[at].kind == .word, tokens[at].isCapital,
      tokens[at].gap == .space
    {
      if at > begin, Self.englishStreets.contains(tokens[at].hash) {
        note(.street, index, at)
        return true
      }
      at += 1
    }
    return false
  }

  private static let englishStreets = Set(
    """
    Street St Road Rd Avenue Ave Lane Ln Drive Close Court Way Terrace Crescent Square Gardens Boulevard Grove
    Hill Row Mews Walk
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })

  /// The last token of a house number: 12a, 12 b, 12-14, 12/3.
  private func houseNumberEnd(_ index: Int) -> Int {
    var last = index
    let next = tokens[index + 1]
    if next.kind == .word, next.count == 1, next.gap != .newline,
      !next.isCapital || next.gap == .none
    {
      let after = tokens[index + 2]
      if next.gap == .none || after.kind != .word || next.byte <= 0x68 { last = index + 1 }
    }
    let mark = tokens[last + 1]
    if mark.isMark(0x2D) || mark.isMark(0x2F), mark.gap == .none, last + 2 < tokens.count,
      tokens[last + 2].kind == .number, tokens[last + 2].gap == .none
    {
      last += 2
    }
    return last
  }
}
