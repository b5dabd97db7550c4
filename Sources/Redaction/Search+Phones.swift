/// Telephone numbers and number plates.
extension Search {
  /// Finds a telephone number: +49, 0049, an area code with its 0, or any number after the word for it.
  mutating func findPhone(_ index: Int) -> Bool {
    let isInternational = tokens[index].isMark(UInt8(ascii: "+"))
    let isBracketed = tokens[index].isMark(UInt8(ascii: "("))
    var digits: [UInt8] = []
    var at = index
    var last = index
    if isInternational || isBracketed {
      guard tokens[index + 1].kind == .number, tokens[index + 1].gap != .newline else {
        return false
      }
      at += 1
    }
    let promised = cue(before: index)?.cue == .phone
    var groups = 0
    while at < tokens.count - 1, at - index < 24 {
      let token = tokens[at]
      if token.isTaken { break }
      if token.kind == .number {
        if digits.count + token.count > 15 { break }
        if groups > 0, !joins(at, digits.count, promised) { break }
        for cell in token.start..<token.end { digits.append(cells[cell].fold) }
        last = at
        groups += 1
      } else if token.kind == .mark {
        guard [0x2D, 0x2F, 0x28, 0x29, 0x2E].contains(token.byte), groups > 0 || token.byte == 0x28
        else { break }
        if token.byte == 0x2E, tokens[at + 1].gap != .none || promised == false && !isInternational
        {
          break
        }
      } else if token.kind == .word, token.count == 1, token.byte == 0x6F,
        tokens[at].gap == .none || tokens[at + 1].gap == .none, groups > 0
      {
        digits.append(0x30)
        last = at
      } else {
        break
      }
      at += 1
    }
    if tokens[last + 1].isMark(0x29), tokens[last + 1].gap == .none, isBracketed, groups == 1 {
      return false
    }
    guard isPhone(digits, isInternational, isBracketed, promised),
      tokens[last + 1].kind != .word || tokens[last + 1].gap != .none
    else { return false }
    if tokens[last + 1].isMark(0x2C), tokens[last + 2].gap == .none,
      tokens[last + 2].kind == .number
    {
      return false
    }
    if tokens[last + 1].kind == .word, tokens[last + 1].traits.contains(.unit), !isInternational {
      return false
    }
    note(.phone, index, last)
    return true
  }

  /// Whether a number goes on a telephone number: no long pieces after a blank once it is complete.
  private func joins(_ index: Int, _ count: Int, _ promised: Bool) -> Bool {
    let token = tokens[index]
    if token.gap == .newline { return false }
    let next = tokens[index + 1]
    if token.gap == .space, count >= 9, next.kind == .word, next.traits.contains(.unit) {
      return false
    }
    return token.gap == .none || count < 13
  }

  private func isPhone(
    _ digits: [UInt8], _ isInternational: Bool, _ isBracketed: Bool, _ promised: Bool
  ) -> Bool {
    let count = digits.count
    guard count >= 3 else { return false }
    if isInternational { return count >= 8 && digits[0] != 0x30 }
    let isArea = digits[0] == 0x30 && digits[1] != 0x30
    let isFar = digits[0] == 0x30 && digits[1] == 0x30 && digits[2] != 0x30
    if promised { return count >= 4 }
    if isFar { return count >= 10 }
    if isArea { return count >= 8 }
    return isBracketed && count == 10
  }

  /// Finds a number plate: district, one or two letters, up to four digits without leading 0, E or H.
  ///
  /// In capitals and with a hyphen or blank between; in other writing only after a word for vehicles.
  mutating func findPlate(_ index: Int) -> Bool {
    let promised = hasPlateCue(index)
    guard
      tokens[index].isAllCapital || (tokens[index].isCapital && tokens[index].count == 1)
        || isCapitalUmlaut(index) || promised
    else { return false }
    var at = index + 1
    let hasHyphen = tokens[at].isMark(0x2D)
    if hasHyphen || tokens[at].isMark(0x3A) { at += 1 }
    guard at < tokens.count, tokens[at].kind == .word, tokens[at].count <= 2,
      tokens[at].gap != .newline,
      tokens[at].isCapital || promised, cells[tokens[at].start].fold < 0x80
    else { return false }
    if !promised, tokens[at].count == 2, !tokens[at].isAllCapital { return false }
    let letters = at
    at += 1
    if tokens[at].isMark(0x2D) { at += 1 }
    guard isPlateNumber(at, promised) else { return false }
    if !promised, !hasHyphen, tokens[index].count == 1, tokens[letters].count == 1,
      tokens[at].count < 3
    {
      return false
    }
    return notePlate(index, at, letters: characters(index) + tokens[letters].count)
  }

  private func isPlateNumber(_ at: Int, _ promised: Bool) -> Bool {
    guard at < tokens.count, tokens[at].kind == .number, tokens[at].gap != .newline,
      tokens[at].count <= 4
    else { return false }
    return cells[tokens[at].start].fold != 0x30
  }

  private mutating func notePlate(_ index: Int, _ number: Int, letters: Int) -> Bool {
    guard letters + tokens[number].count <= 8 else { return false }
    var last = number
    let next = tokens[number + 1]
    if next.kind == .word, next.count == 1, next.byte == 0x65 || next.byte == 0x68,
      next.gap == .none
    {
      last += 1
    } else if next.kind == .word, next.gap == .none {
      return false
    }
    let after = tokens[last + 1]
    if after.gap == .none, after.kind == .number { return false }
    if after.gap == .none,
      after.isMark(0x2F) || after.isMark(0x2C) || after.isMark(0x2E) || after.isMark(0x2D),
      tokens[last + 2].kind == .number, tokens[last + 2].gap == .none
    {
      return false
    }
    note(.plate, index, last)
    return true
  }

  /// The number of characters of a token, folded ones counted once.
  private func characters(_ index: Int) -> Int {
    var count = 0
    for cell in tokens[index].start..<tokens[index].end
    where cells[cell].place != cells[cell + 1].place { count += 1 }
    return count
  }

  private func isCapitalUmlaut(_ index: Int) -> Bool { tokens[index].isAllCapital }

  /// Whether a word for vehicles stands among the twelve tokens around.
  func hasPlateCue(_ index: Int) -> Bool {
    for at in max(0, index - 8)..<min(tokens.count, index + 12) where tokens[at].cue == .plate {
      return true
    }
    return false
  }

  /// Finds a number plate in one piece, such as `SLSDP773`: a known district and one or two letters.
  mutating func findCompactPlate(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, (2...7).contains(token.count), isPlateNumber(index + 1, true),
      tokens[index + 1].gap != .newline, token.isAllCapital || hasPlateCue(index)
    else { return false }
    guard token.isAllCapital || tokens[index + 1].gap == .none else { return false }
    guard tokens[index + 1].gap == .none || hasPlateCue(index) else { return false }
    var hash = Lexicon.seed
    for cell in token.start..<token.end {
      hash = Lexicon.step(hash, cells[cell].fold)
      let rest = token.end - cell - 1
      if (1...2).contains(rest), lexicon.traits(hash).contains(.district),
        hasPlateCue(index) || tokens[index + 1].count >= 3
      {
        return notePlate(index, index + 1, letters: characters(index))
      }
    }
    return false
  }
}
