/// Numbers that a word before them promises.
extension Search {
  /// A number that a word promises and no check confirms: the token and what hangs on it.
  mutating func notePromised(_ kind: Kind, _ index: Int) {
    var last = index
    var digits = 0
    var at = index
    while at < tokens.count - 1, at - index < 16 {
      let token = tokens[at]
      if token.isTaken || token.gap == .newline && at > index { break }
      if token.kind == .number {
        digits += token.count
        last = at
      } else if token.kind == .word {
        let isPart =
          token.gap == .none
          || (token.isCapital && token.count <= 4
            && (token.isAllCapital || token.traits.isDisjoint(with: [.function, .unit])))
        guard isPart, token.count <= 8 || token.gap == .none else { break }
        last = at
      } else if token.kind == .mark, [0x2D, 0x2F, 0x2E, 0x5F, 0x3A].contains(token.byte) {
        guard tokens[at + 1].gap == .none, tokens[at + 1].isAlphanumeric else { break }
      } else {
        break
      }
      at += 1
    }
    // The register of a court may stand behind: S 12 AS 345/21 ER.
    let keepsEnd = kind == .caseNumber && tokens[last].isAllCapital && tokens[last].count <= 3
    while !keepsEnd, last > index, tokens[last].kind == .word, tokens[last].gap == .space {
      last -= 1
    }
    guard digits >= (kind == .number ? 5 : 3) else { return }
    note(kind, index, last)
  }

  mutating func findRoom(_ index: Int, cueAt: Int) {
    guard tokens[index].kind == .number, tokens[index].count <= 4, index - cueAt <= 4 else {
      return
    }
    for between in (cueAt + 1)..<index where tokens[between].kind == .word {
      guard tokens[between].count <= 6, tokens[between].traits.contains(.filler) else { return }
    }
    let next = tokens[index + 1]
    if next.kind == .word, next.gap != .newline, next.gap != .none {
      if next.traits.contains(.unit) || (next.isCapital && isOrdinary(index + 1)) { return }
    }
    if next.kind == .word, next.gap == .none {
      guard next.count == 1, next.byte != UInt8(ascii: "m") else { return }
      return note(.room, index, index + 1)
    }
    if next.kind == .word, next.count <= 2,
      next.byte == UInt8(ascii: "m") || next.byte == UInt8(ascii: "q")
    {
      return
    }
    if next.isMark(0x25) || (next.isMark(0x2C) && tokens[index + 2].gap == .none) { return }
    var last = index
    if next.gap == .none, next.isMark(0x2E) || next.isMark(0x2D) || next.isMark(0x2F),
      tokens[index + 2].gap == .none, tokens[index + 2].kind == .number
    {
      last = index + 2
    }
    note(.room, index, last)
  }
}
