/// What becomes of a name that was found: its whole extent, and the memory of the text.
extension Search {
  /// Notes a name at a word and what belongs to it on both sides.
  mutating func accept(_ index: Int) { accept(from: index, through: index) }

  /// Notes a name over some tokens and what belongs to it on both sides.
  mutating func accept(from start: Int, through end: Int) {
    let first = extendedLeft(start)
    var last = extendedRight(end, from: first)
    if isListed(first, last) { last = extendedRight(last + 2, from: last + 2) }
    var cut = tokens[last].end
    if tokens[last].kind == .word, tokens[last].traits.isDisjoint(with: .anyName), isGenitive(last)
    {
      cut -= 1
    }
    cut = wholeCharacter(cut)
    remember(first, last)
    note(.name, first, last, start: tokens[first].start, end: cut)
  }

  /// Whether "Nachname, Vorname" stands here, behind a colon or role.
  private func isListed(_ first: Int, _ last: Int) -> Bool {
    guard tokens[last + 1].isMark(0x2C), last + 2 < tokens.count,
      tokens[last + 2].traits.contains(.first),
      tokens[last + 2].gap == .space, strength(last + 2) == 2, first > 0
    else { return false }
    let before = tokens[first - 1]
    guard
      before.isMark(0x3A)
        || (before.kind == .word && !before.traits.isDisjoint(with: [.role, .title]))
    else { return false }
    return !tokens[last].traits.contains(.first) || tokens[last].traits.contains(.last)
  }

  /// The end of the character that a cell ends within.
  private func wholeCharacter(_ cut: Int) -> Int {
    cells[cut].place == cells[cut - 1].place ? cut + 1 : cut
  }

  private mutating func remember(_ first: Int, _ last: Int) {
    guard memory.count < 64 else { return }
    for index in first...last {
      let token = tokens[index]
      guard token.kind == .word, token.count >= 3,
        token.traits.isDisjoint(with: [.function, .particle])
      else { continue }
      let hash =
        token.traits.isDisjoint(with: .anyName) && isGenitive(index) ? token.stem : token.hash
      if !memory.contains(hash) { memory.append(hash) }
    }
  }

  /// Masks names that were found elsewhere in the text; an ordinary word only where it has no article.
  mutating func findRemembered() {
    for index in tokens.indices.dropLast()
    where tokens[index].kind == .word && !tokens[index].isTaken {
      let token = tokens[index]
      let isSame = memory.contains(token.hash)
      let isOwned = !isSame && token.count >= 4 && endsWithS(token) && memory.contains(token.stem)
      guard isSame || isOwned else { continue }
      if !token.isCapital,
        !token.traits.isDisjoint(with: .ordinary) || !token.traits.isDisjoint(with: .function)
      {
        continue
      }
      if isOrdinary(index), index > 0, tokens[index - 1].kind == .word,
        tokens[index - 1].traits.contains(.article) || isAdjective(index - 1)
      {
        continue
      }
      if isPartOfCompound(index) { continue }
      note(.name, index, index, start: token.start, end: isOwned ? token.end - 1 : token.end)
    }
  }
}
