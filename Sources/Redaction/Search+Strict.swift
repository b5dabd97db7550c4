/// The allow-list rule of strict mode.
extension Search {
  /// Finds every word that is in no dictionary of ordinary words, and every longer number.
  mutating func findUnknownWords() {
    for index in tokens.indices.dropLast() where !tokens[index].isTaken {
      switch tokens[index].kind {
      case .number:
        if tokens[index].count >= 3, !isYear(index) { note(.number, index, index) }
      case .word:
        if !isAllowed(index) { note(.word, index, index) }
      case .mark, .mask: continue
      }
    }
  }

  private func isYear(_ index: Int) -> Bool {
    guard tokens[index].count == 4 else { return false }
    let first = cells[tokens[index].start].fold
    let second = cells[tokens[index].start + 1].fold
    return (first == 0x31 && second == 0x39) || (first == 0x32 && second == 0x30)
  }

  private func isAllowed(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.count == 1 {
      return !(token.isCapital && tokens[index + 1].isMark(0x2E)) || cells[token.start].fold >= 0x80
    }
    let traits = token.traits
    if traits.contains(.function) { return true }
    if !traits.isDisjoint(with: .anyName), token.isCapital, !isDescribed(index) {
      return isOrdinary(index)
        && (beginsSentence(index) || traits.isDisjoint(with: [.first, .last]))
        || traits.contains(.calendar)
    }
    if !traits.isDisjoint(with: [.calendar, .role, .closing, .greeting, .title, .degree, .unit])
      || token.cue != .none
    {
      return true
    }
    if !traits.isDisjoint(with: .ordinary) {
      return traits.isDisjoint(with: .place) || traits.isDisjoint(with: .anyName)
        || !token.isCapital || isDescribed(index)
    }
    return traits.isDisjoint(with: .anyName) && traits.isDisjoint(with: .place) && isCompound(index)
  }

  /// Whether an article or adjective before a word makes it a common noun.
  private func isDescribed(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .word else { return false }
    return tokens[index - 1].traits.contains(.article) || isAdjective(index - 1)
  }
}
