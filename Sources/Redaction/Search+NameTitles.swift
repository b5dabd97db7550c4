/// Names behind forms of address, degrees and the closings of letters.
extension Search {
  private static let shortTitles = Set(
    ["fr", "hr", "fam", "hrn", "ms", "sir", "miss", "mx"].map(hash))
  private static let families = Set(["Familie", "Fam", "Eheleute", "Ehepaar"].map(hash))
  private static let addresses = Set(
    ["Dr", "Prof", "Professor", "Professorin", "Doktor"].map(hash))

  /// Finds the name behind Frau, Herr, Dr., Familie and the like.
  mutating func findName(afterTitle index: Int) {
    let title = tokens[index]
    if title.traits.contains(.degree), !title.traits.contains(.title) {
      guard Self.addresses.contains(title.hash), title.isCapital || title.count <= 2 else { return }
    }
    var at = index + 1
    var hasPoint = false
    while at < tokens.count - 1, at - index < 12 {
      let token = tokens[at]
      if token.isMark(0x2E), token.gap == .none || hasPoint {
        hasPoint = true
      } else if token.isMark(0x2D), token.gap == .none, tokens[at + 1].kind == .word,
        tokens[at + 1].traits.contains(.degree)
      {
        // Dr.-Ing.
      } else if token.isMark(0x2F)
        || (token.kind == .word && !token.traits.isDisjoint(with: [.degree, .title]))
      {
        // Frau Dr., Herrn/Frau
      } else {
        break
      }
      at += 1
    }
    guard at < tokens.count - 1, tokens[at].kind == .word, !tokens[at].isTaken,
      tokens[at].gap != .none || at == index + 2
    else { return }
    if Self.shortTitles.contains(title.hash), !hasPoint, strength(at) < 2 { return }
    if let end = particleName(at) { return accept(from: at, through: end) }
    if isNameAfterTitle(at, index) { accept(from: at, through: at) }
  }

  /// The last token of "van den Boogaard", "von Hohenthal" behind a title; a bare particle may be a surname itself.
  private func particleName(_ at: Int) -> Int? {
    guard tokens[at].traits.contains(.particle) else { return nil }
    var next = at
    while next < at + 3, next < tokens.count - 1, tokens[next].kind == .word,
      tokens[next].traits.contains(.particle)
    { next += 1 }
    if tokens[next].kind == .word, tokens[next].isCapital, strength(next) > 0 { return next }
    return !tokens[at].traits.isDisjoint(with: [.first, .last])
      && tokens[at].traits.isDisjoint(with: .function) ? at : nil
  }

  private func isNameAfterTitle(_ at: Int, _ index: Int) -> Bool {
    let token = tokens[at]
    if token.count == 1 {
      return token.isCapital || tokens[at + 1].isMark(0x2E)
    }
    if !isEnglish, token.isCapital, token.traits.contains(.last), token.traits.contains(.english),
      !token.traits.contains(.smallGerman), !token.traits.contains(.isGerman)
    {
      return true
    }
    guard token.traits.isDisjoint(with: [.function, .closing]) else {
      return token.isCapital && token.traits.contains(.last) && !beginsSentence(at)
        && token.traits.isDisjoint(with: [.article, .preposition])
    }
    let isDescribed =
      index > 0 && tokens[index - 1].kind == .word
      && (tokens[index - 1].traits.contains(.article) || isAdjective(index - 1))
    if token.isCapital {
      if strength(at) > 0 {
        return !(token.traits.contains(.common) && !token.traits.contains(.last))
      }
      if Self.families.contains(tokens[index].hash) {
        return token.traits.isDisjoint(with: [.ordinary, .role, .unit, .calendar])
          && token.cue == .none && !endsLikeWord(at)
          && !token.isAllCapital && !isPartOfCompound(at)
      }
      if isDescribed { return false }
      if isPartOfCompound(at) { return false }
      return token.traits.isDisjoint(with: [.common, .role, .calendar, .unit]) && token.cue == .none
        && !token.isAllCapital && !endsLikeWord(at)
    }
    if token.traits.isDisjoint(with: isEnglish ? .ordinary : [.noun, .smallGerman]) {
      return token.traits.isDisjoint(with: [.verb])
        && (token.count >= 3 || !token.traits.isDisjoint(with: .anyName))
    }
    return !isDescribed && !token.traits.isDisjoint(with: [.first, .last])
      && token.traits.isDisjoint(with: [.verb, .function, .common])
      && !tokens[index].isCapital
  }

  /// Finds the name behind the end of a letter.
  mutating func findName(afterClosing index: Int) {
    let closing = tokens[index]
    if closing.count <= 3, closing.traits.contains(.unit) { return }
    var at = index + 1
    var steps = 0
    var hasBreak = false
    while at < tokens.count - 1, steps < 5 {
      let token = tokens[at]
      if token.gap == .newline { hasBreak = true }
      if token.kind == .mark, [0x2C, 0x2E, 0x21, 0x3A, 0x2D, 2].contains(token.byte) {
        hasBreak = true
      } else if !(token.kind == .word && Self.between.contains(token.hash)) {
        break
      }
      at += 1
      steps += 1
    }
    guard at < tokens.count - 1, tokens[at].kind == .word, !tokens[at].isTaken else { return }
    if closing.traits.contains(.english), !hasBreak, !tokens[at].traits.contains(.first) { return }
    let token = tokens[at]
    if token.count == 1, token.isCapital, tokens[at + 1].kind == .mark {
      return accept(from: at, through: at)
    }
    if token.isCapital {
      if strength(at) > 0, !isPartOfCompound(at), endsLetter(at) || !isOrdinary(at) { accept(at) }
    } else if token.traits.isDisjoint(with: .ordinary),
      token.traits.isDisjoint(with: [.function, .verb]), token.count >= 3,
      token.traits.contains(.first) || endsLetter(at)
    {
      accept(at)
    }
  }

  private static let between = Set(
    [
      "Ihre", "Ihr", "Eure", "Euer", "deine", "dein", "von", "an", "und", "euch", "Ihnen", "sendet",
      "wünscht", "from", "and", "your", "die", "der",
    ]
    .map(hash))

  /// Whether a mark, a line break, a further capitalised word or the end follows a word.
  private func endsLetter(_ index: Int) -> Bool {
    let next = tokens[index + 1]
    return next.kind != .word || next.gap == .newline || next.isCapital
  }
}
