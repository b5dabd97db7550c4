/// How far a name reaches from a word that belongs to it.
extension Search {
  /// The first token of a name: first names, initials and particles before it.
  func extendedLeft(_ start: Int) -> Int {
    var first = start
    var steps = 0
    while first > 0, steps < 4 {
      steps += 1
      let before = first - 1
      if tokens[before].isMark(0x2D), tokens[before].gap == .none, tokens[first].gap == .none,
        before > 0,
        tokens[before - 1].kind == .word, tokens[before - 1].isCapital, !tokens[before - 1].isTaken,
        strength(before - 1) > 0
      {
        first = before - 1
        continue
      }
      if tokens[before].isMark(0x2D), tokens[before].gap == .none, tokens[first].gap == .none,
        before > 1,
        tokens[before - 1].isMark(0x2E), tokens[before - 2].kind == .word,
        tokens[before - 2].count == 1,
        tokens[before - 2].isCapital
      {
        first = before - 2
        continue
      }
      guard tokens[first].gap == .space else { return first }
      if tokens[before].isMark(0x2E), before > 0, tokens[before - 1].kind == .word,
        tokens[before - 1].count == 1,
        tokens[before - 1].isCapital, !tokens[before - 1].isTaken, !isNumberBefore(before - 1)
      {
        first = before - 1
        continue
      }
      guard tokens[before].kind == .word, !tokens[before].isTaken else { return first }
      if tokens[before].isCapital, goesBefore(before) {
        first = before
        continue
      }
      return first
    }
    return first
  }

  private func isNumberBefore(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].kind == .number
  }

  /// Whether a capitalised word before a name is a first name or an unknown word, not an ordinary one.
  private func goesBefore(_ index: Int) -> Bool {
    guard tokens[index].count > 1, strength(index) > 0, !isPartOfCompound(index) else {
      return false
    }
    let traits = tokens[index].traits
    if !traits.isDisjoint(with: [.role, .calendar, .common]) || tokens[index].cue != .none {
      return false
    }
    if isOrdinary(index) {
      return traits.contains(.first) && !(beginsSentence(index) && traits.contains(.smallGerman))
    }
    if isGenitive(index), traits.isDisjoint(with: .anyName) { return false }
    return traits.contains(.first) || !beginsSentence(index)
  }

  /// The last token of a name: surnames, particles and initials behind it.
  func extendedRight(_ end: Int, from first: Int) -> Int {
    var last = end
    var words = 1
    while words < 5 {
      let next = last + 1
      guard next < tokens.count - 1 else { return last }
      if tokens[next].isMark(0x2D), tokens[next].gap == .none, tokens[next + 1].kind == .word,
        tokens[next + 1].gap == .none, tokens[next + 1].isCapital, !tokens[next + 1].isTaken,
        tokens[next + 1].count > 1, tokens[next + 1].traits.isDisjoint(with: .function)
      {
        last = next + 1
        words += 1
        continue
      }
      if tokens[next].isMark(0x27), tokens[next].gap == .none, tokens[next + 1].kind == .word,
        tokens[last].count <= 2,
        tokens[next + 1].gap == .none, tokens[next + 1].isCapital
      {
        last = next + 1
        continue
      }
      guard tokens[next].kind == .word, tokens[next].gap != .none, !tokens[next].isTaken else {
        return last
      }
      if let further = initialEnd(next) {
        last = further
        words += 1
        continue
      }
      if let further = particleEnd(next) {
        last = further
        words += 1
        continue
      }
      guard goesBehind(next, last, first) else { return last }
      last = next
      words += 1
    }
    return last
  }

  /// The end of an initial such as "T." behind a name; a bare letter counts before a mark or the end.
  func initialEnd(_ index: Int) -> Int? {
    let token = tokens[index]
    guard token.count == 1, token.isCapital, token.gap == .space else { return nil }
    let next = tokens[index + 1]
    if next.isMark(0x2E), next.gap == .none { return index + 1 }
    return next.kind == .mark ? index : nil
  }

  /// The end of "von Braun", "van der Berg", "El Khatib".
  private func particleEnd(_ index: Int) -> Int? {
    var at = index
    var steps = 0
    while steps < 3, at < tokens.count - 1, tokens[at].kind == .word,
      tokens[at].traits.contains(.particle),
      tokens[at].gap == .space
    {
      at += 1
      steps += 1
    }
    guard steps > 0, at < tokens.count - 1, tokens[at].kind == .word, tokens[at].isCapital,
      tokens[at].gap == .space || tokens[at].gap == .none
    else { return nil }
    let isForeign = tokens[index].traits.isDisjoint(with: .function) || tokens[index].isCapital
    guard strength(at) > 0,
      isForeign || strength(at) == 2 || steps > 1 && !isOrdinary(at)
        || Self.noble.contains(tokens[index].hash) && !isOrdinary(at)
    else { return nil }
    if tokens[index].traits.contains(.preposition), tokens[at].traits.contains(.place),
      strength(at) < 2
    {
      return nil
    }
    return at
  }

  private static let noble = Set(["von", "van", "zu"].map(hash))

  /// Whether a capitalised word behind a name belongs to it.
  private func goesBehind(_ index: Int, _ last: Int, _ first: Int) -> Bool {
    guard tokens[index].isCapital, tokens[index].gap == .space || isPair(last, index),
      strength(index) > 0,
      !isPartOfCompound(index)
    else { return false }
    let traits = tokens[index].traits
    if !traits.isDisjoint(with: [.role, .common]) || tokens[index].cue != .none {
      guard traits.contains(.last), tokens[index + 1].kind != .number else { return false }
      return !hasSurname(first, last)
    }
    if isOrdinary(index) || tokens[index].traits.contains(.calendar) {
      return traits.contains(.last) && !hasSurname(first, last)
    }
    return true
  }

  private func isPair(_ last: Int, _ next: Int) -> Bool {
    tokens[last].traits.contains(.first) && tokens[next].traits.contains(.last) && !isOrdinary(next)
      && !beginsSentence(last)
  }

  /// Whether a name has a word already that is no first name.
  private func hasSurname(_ first: Int, _ last: Int) -> Bool {
    for index in first...last where tokens[index].kind == .word {
      let token = tokens[index]
      if token.count == 1 {
        if index > first { return true }
        continue
      }
      if !token.traits.contains(.first) {
        return index > first || !token.traits.isDisjoint(with: [.last, .rare])
      }
      if index > first, token.gap == .space, token.traits.contains(.last) { return true }
    }
    return false
  }
}
