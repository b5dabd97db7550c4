/// Ages, and places somebody lives in or comes from.
extension Search {
  private static let aged = Set(
    [
      "jährig", "jährige", "jähriger", "jährigen", "jährigem", "jähriges", "Jährige", "Jähriger",
      "Jährigen",
    ].map(hash))
  private static let years = Set(["Jahre", "Jahren", "J", "years", "year", "yrs", "yo"].map(hash))
  private static let old = Set(["alt", "alte", "alter", "old"].map(hash))
  private static let above = Set(
    ["unter", "über", "ab", "bis", "von", "zwischen", "under", "over"].map(hash))

  /// Finds ages.
  mutating func findAges() {
    for index in tokens.indices.dropLast(2)
    where tokens[index].kind == .number && !tokens[index].isTaken && tokens[index].count <= 3 {
      guard isFresh(index), isPlausibleAge(index), !isRange(index) else { continue }
      if isAge(index) { note(.age, index, index) }
    }
  }

  private func isPlausibleAge(_ index: Int) -> Bool {
    var value = 0
    for cell in tokens[index].start..<tokens[index].end {
      value = value * 10 + Int(cells[cell].fold) - 0x30
    }
    return value <= 120
  }

  private func isRange(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if before.kind == .word, Self.above.contains(before.hash) { return true }
    return before.kind == .mark && before.byte != 0x28 && before.byte != 0x2C && before.gap == .none
  }

  private func isAge(_ index: Int) -> Bool {
    var at = index + 1
    if tokens[at].isMark(0x2D) { at += 1 }
    guard at < tokens.count else { return false }
    if tokens[at].kind == .word, Self.aged.contains(tokens[at].hash) {
      return isPerson(after: at, number: index)
    }
    if tokens[at].kind == .word, Self.years.contains(tokens[at].hash) {
      var next = at + 1
      if tokens[next].isMark(0x2D) || tokens[next].isMark(0x2E) { next += 1 }
      if next < tokens.count, Self.old.contains(tokens[next].hash), tokens[next].kind == .word {
        return true
      }
      return isInBrackets(index, at)
    }
    if index > 0, tokens[index - 1].cue == .age { return true }
    if index > 1, tokens[index - 2].cue == .age, tokens[index - 1].kind == .word { return true }
    return isInBrackets(index, index)
  }

  /// Whether a person's name stands directly before a number in brackets or between commas.
  private func isInBrackets(_ first: Int, _ last: Int) -> Bool {
    guard first > 1, tokens[first - 2].kind == .word else { return false }
    let isPerson = tokens[first - 2].isTaken
    let isRelation = tokens[first - 2].traits.contains(.role) && tokens[first - 1].isMark(0x28)
    guard isPerson || (isRelation && first > 2 && Self.singular.contains(tokens[first - 3].hash))
    else { return false }
    let before = tokens[first - 1]
    let after = tokens[last + 1]
    if before.isMark(0x28) { return after.isMark(0x29) || after.isMark(0x2C) }
    return before.isMark(0x2C)
      && (after.isMark(0x2C) || after.isMark(0x29) || first == last && after.isMark(0x2E))
  }

  /// Whether "…-jährige" speaks of one person: a relation, role or name follows, or nothing it could describe.
  private func isPerson(after at: Int, number: Int) -> Bool {
    let next = tokens[at + 1]
    guard next.kind == .word, next.gap != .newline else {
      return tokens[at].isCapital && !isPlural(at, number)
    }
    if next.isTaken || next.traits.contains(.role) || next.traits.contains(.first) {
      return !isPlural(at, number)
    }
    if Self.persons.contains(next.hash) { return !isPlural(at, number) }
    return tokens[at].isCapital && !isPlural(at, number)
  }

  private static let persons = Set(
    [
      "Frau", "Mann", "Dame", "Herr", "Herrn", "Person", "Kind", "Zwillinge", "Seniorin", "Senior",
      "Rentnerin", "Rentner",
    ].map(hash))
  private static let singular = Set(
    """
    mein meine meinen meinem meiner sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren
    unserem unserer ein eine einen einem einer
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })

  private func isPlural(_ at: Int, _ number: Int) -> Bool {
    guard tokens[at].byte == 0x6A, ends(tokens[at], with: [0x65, 0x6E]) else { return false }
    guard number > 0 else { return true }
    return !Self.singular.contains(tokens[number - 1].hash)
  }

  /// Finds places after "aus", and after "in" and the like where somebody lives, was born or comes from there.
  mutating func findCities() {
    for index in tokens.indices.dropLast() where tokens[index].kind == .word {
      let token = tokens[index]
      guard !token.traits.isDisjoint(with: [.from, .inside]), !token.isTaken else { continue }
      let isFrom = token.traits.contains(.from)
      let next = index + 1
      let town = tokens[next]
      guard town.kind == .word, town.isCapital, town.gap != .none, !town.isTaken else { continue }
      let isPlace = isTown(next, behind: index)
      guard isPlace || (hasLiving(index) && isUnknown(next)) else { continue }
      if isFrom ? isPlace || hasLiving(index) : hasLiving(index) {
        note(.city, next, townEnd(next))
      }
    }
  }

  private static let states = Set(["bad", "sankt", "st"].map(hash))

  private func isTown(_ index: Int, behind before: Int) -> Bool {
    let token = tokens[index]
    if Self.states.contains(token.hash) {
      let next = tokens[index + 1]
      return next.kind == .word && next.isCapital || next.isMark(0x2E)
    }
    return token.traits.contains(.place)
      && (token.traits.isDisjoint(with: [.noun, .smallGerman, .english]) || hasLiving(before))
  }

  private func hasLiving(_ index: Int) -> Bool {
    if index > 0, tokens[index - 1].isTaken, tokens[index - 1].kind == .number { return true }
    for at in max(0, index - 8)..<min(tokens.count, index + 7) {
      if tokens[at].kind == .word, tokens[at].traits.contains(.living) { return true }
    }
    return false
  }
}
