/// Dates of birth and other dates; those that are not of birth are only passed over.
extension Search {
  /// Finds a date at a number.
  ///
  /// - Parameter index: The number.
  /// - Returns: Whether a date stands there, of birth or not.
  mutating func findDate(_ index: Int) -> Bool {
    guard let date = date(at: index) else { return findBirthYear(index) }
    if isBirth(index, date.last) || isLongAgo(index, date.year) {
      note(.birthDate, index, date.last)
      return true
    }
    for at in index...date.last { tokens[at].isTaken = true }
    return true
  }

  private func number(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].count <= 4 else {
      return nil
    }
    var value = 0
    for cell in tokens[index].start..<tokens[index].end {
      value = value * 10 + Int(cells[cell].fold) - 0x30
    }
    return value
  }

  /// A date: the last token and the year, 0 where there is none.
  private func date(at index: Int) -> (last: Int, year: Int)? {
    guard let first = number(index) else { return nil }
    if tokens[index].count == 4 { return isoDate(first, index) }
    guard tokens[index].count <= 2, (1...31).contains(first) else { return nil }
    let mark = tokens[index + 1]
    if mark.gap == .none, mark.kind == .mark, [0x2E, 0x2F, 0x2D].contains(mark.byte),
      let found = numericDate(first, index, mark.byte)
    {
      return found
    }
    var at = index + 1
    if tokens[at].isMark(0x2E) { at += 1 }
    if tokens[at].kind == .word, tokens[at].count == 2, tokens[at].gap == .none { at += 1 }
    guard at < tokens.count, isMonth(at) else { return nil }
    var year = at + 1
    if tokens[year].isMark(0x2E) || tokens[year].isMark(0x2C) { year += 1 }
    if let value = number(year), tokens[year].count == 4, (1890...2100).contains(value) {
      return (year, value)
    }
    return (at, 0)
  }

  private func isoDate(_ year: Int, _ index: Int) -> (last: Int, year: Int)? {
    guard (1890...2100).contains(year), index + 4 < tokens.count, tokens[index + 1].isMark(0x2D),
      tokens[index + 3].isMark(0x2D), let month = number(index + 2), let day = number(index + 4),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return (index + 4, year)
  }

  private func numericDate(_ first: Int, _ index: Int, _ byte: UInt8) -> (last: Int, year: Int)? {
    guard let second = number(index + 2), tokens[index + 2].count <= 2, (1...31).contains(second),
      first <= 12 || second <= 12, index + 4 < tokens.count, tokens[index + 3].isMark(byte),
      tokens[index + 3].gap == .none
    else { return nil }
    guard let year = number(index + 4), tokens[index + 4].gap != .newline else { return nil }
    let after = tokens[index + 5 < tokens.count ? index + 5 : index + 4]
    if tokens[index + 4].count == 2, after.gap != .none || after.kind != .mark || after.byte != byte
    {
      return (index + 4, year)
    }
    guard tokens[index + 4].count == 4, (1890...2100).contains(year) else { return nil }
    return (index + 4, year)
  }

  private func isMonth(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .word && token.traits.contains(.calendar) && token.gap != .newline
      && Self.months.contains(token.hash)
  }

  static let months = Set(
    """
    januar jänner februar feber märz april mai juni juli august september oktober november dezember january
    february march may june july october december jan feb mär mrz apr jun jul aug sep sept okt nov dez oct
    dec
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })

  /// Whether a word of birth stands before or directly behind.
  private func isBirth(_ index: Int, _ last: Int) -> Bool {
    var at = index - 1
    var steps = 0
    while at >= 0, steps < 8 {
      let token = tokens[at]
      if token.cue == .birth || token.isMark(UInt8(ascii: "*")) { return true }
      if token.kind == .mark, [0x21, 0x3F, 0x3B].contains(token.byte) { break }
      if token.isMark(0x2E), at > 0, tokens[at - 1].kind != .word || tokens[at - 1].count > 5 {
        break
      }
      at -= 1
      steps += 1
    }
    let next = last + 1 < tokens.count ? tokens[last + 1] : tokens[last]
    return next.cue == .birth
      || (last + 2 < tokens.count && tokens[last + 2].cue == .birth && next.kind == .mark)
  }

  /// Whether a date lies so far back, without a word that makes it a term, that it is one of birth.
  private func isLongAgo(_ index: Int, _ year: Int) -> Bool {
    guard (1890...2008).contains(year) else { return false }
    guard index > 0 else { return true }
    let before = tokens[index - 1]
    return before.kind != .word || before.traits.isDisjoint(with: [.function, .preposition])
  }

  /// A year after "geb.", "Jahrgang", "born in".
  private mutating func findBirthYear(_ index: Int) -> Bool {
    guard let year = number(index), tokens[index].count == 4, (1890...2030).contains(year) else {
      return false
    }
    guard let cue = cue(before: index), cue.cue == .birth else { return false }
    note(.birthDate, index, index)
    return true
  }
}
