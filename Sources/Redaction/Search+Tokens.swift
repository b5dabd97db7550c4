extension Search {
  /// Cuts the text into tokens and looks every word up.
  mutating func tokenise() {
    tokens.removeAll(keepingCapacity: true)
    hasDigits = false
    hasAddress = false
    var index = 0
    var gap = Token.Gap.newline
    var german = 0
    var english = 0
    let count = cells.count - 1
    while index < count {
      switch cells[index].kind {
      case .space:
        if gap == .none { gap = .space }
        index += 1
        continue
      case .newline:
        gap = .newline
        index += 1
        continue
      case .upper, .lower:
        let token = word(at: index, gap: gap)
        if token.traits.contains(.isGerman) { german += 1 }
        if token.traits.contains(.isEnglish) { english += 1 }
        if token.hash == Self.at || token.hash == Self.aet || token.hash == Self.www {
          hasAddress = true
        }
        if token.cue == .account { hasAddress = true }
        tokens.append(token)
        index = token.end
      case .digit:
        let end = runEnd(from: index, of: .digit)
        tokens.append(
          Token(kind: .number, gap: gap, byte: cells[index].fold, start: index, end: end))
        hasDigits = true
        index = end
      case .mark:
        let byte = cells[index].fold
        if byte == UInt8(ascii: "@") { hasAddress = true }
        if byte == UInt8(ascii: "."), cells[index + 1].kind == .lower { hasAddress = true }
        tokens.append(Token(kind: .mark, gap: gap, byte: byte, start: index, end: index + 1))
        index += 1
      case .mask:
        tokens.append(Token(kind: .mask, gap: gap, byte: 1, start: index, end: index + 1))
        index += 1
      }
      gap = .none
    }
    isEnglish = english > german
    tokens.append(Token(kind: .mark, gap: .newline, byte: 0x0A, start: count, end: count))
  }

  private static let at = hash("at")
  private static let aet = hash("ät")
  private static let www = hash("www")

  /// The hash of a word as the lexicon has it.
  static func hash(_ word: String) -> UInt64 {
    var cells: [Cell] = []
    CellReader().read(Array(word.utf8).span, into: &cells)
    return cells.dropLast().reduce(Lexicon.seed) { Lexicon.step($0, $1.fold) }
  }

  private func runEnd(from start: Int, of kind: Cell.Kind) -> Int {
    var index = start
    while cells[index].kind == kind { index += 1 }
    return index
  }

  private func word(at start: Int, gap: Token.Gap) -> Token {
    var hash = Lexicon.seed
    var stem = hash
    var index = start
    var capitals = 0
    var isForeign = false
    while cells[index].isLetter {
      if cells[index].isForeign { isForeign = true }
      stem = hash
      hash = Lexicon.step(hash, cells[index].fold)
      if cells[index].kind == .upper { capitals += 1 }
      index += 1
    }
    let entry = lexicon.entry(hash)
    var token = Token(
      kind: .word, gap: gap, byte: cells[start].fold, start: start, end: index, hash: hash,
      stem: stem)
    token.traits = entry.traits
    token.isForeign = isForeign
    // Without its accents it would be another word.
    if isForeign { token.traits.subtract(.notForeign) }
    token.cue = entry.cue
    token.isCapital = cells[start].kind == .upper
    token.isAllCapital =
      token.isCapital && index - start > 1 && capitals > 1 && isAllCapital(start, index)
    return token
  }

  /// Whether no letter is small; the second letter of a folded umlaut does not count.
  private func isAllCapital(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end where cells[index].kind == .lower {
      guard index > start, cells[index - 1].place == cells[index].place else { return false }
    }
    return true
  }

  /// Whether a token begins a sentence: nothing before it, or a mark that ends one, or a line break.
  func beginsSentence(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    var before = index - 1
    while before > 0, tokens[before].kind == .mark, Self.quotes.contains(tokens[before].byte) {
      before -= 1
    }
    let token = tokens[before]
    guard token.kind == .mark else { return tokens[index].gap == .newline && token.kind != .word }
    switch token.byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "*"): return true
    case UInt8(ascii: "."): return !isAbbreviation(before - 1) || tokens[index].gap == .newline
    case 2, UInt8(ascii: "-"): return tokens[index].gap != .none
    default: return Self.quotes.contains(token.byte)
    }
  }

  private static let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "(")]

  /// Whether a full stop behind this token is that of an abbreviation.
  func isAbbreviation(_ index: Int) -> Bool {
    guard index >= 0, tokens[index].kind == .word else { return false }
    let token = tokens[index]
    if token.count == 1 { return true }
    return !token.traits.isDisjoint(with: [.degree, .title]) && token.count <= 5
  }

  /// Whether a word is ordinary in the way it is written: as a noun, or small, or small at the
  /// beginning of a sentence.
  func isOrdinary(_ index: Int) -> Bool {
    let token = tokens[index]
    let traits = token.traits
    if !token.isCapital { return !traits.isDisjoint(with: .ordinary) }
    // The dictionary lists a word only once, small if it exists small: Kosten is found as kosten.
    if !traits.isDisjoint(with: [.noun, .smallGerman]) { return !traits.contains(.sure) }
    guard traits.contains(.english), isEnglish || traits.isDisjoint(with: .anyName) else {
      return false
    }
    return token.isAllCapital || beginsSentence(index) || traits.isDisjoint(with: .anyName)
  }
}
