/// E-mail addresses, web addresses and user names.
extension Search {
  /// Finds addresses on the net.
  mutating func findAddresses() {
    for index in tokens.indices.dropLast() where !tokens[index].isTaken {
      let token = tokens[index]
      if token.isMark(UInt8(ascii: "@")) {
        findAtSign(index)
      } else if token.kind == .word {
        if token.hash == Self.at || token.hash == Self.aet { findWrittenAt(index) }
        if token.hash == Self.http || token.hash == Self.https || token.hash == Self.www {
          findWebAddress(index)
        }
        if token.cue == .account { findAccount(after: index) }
      } else if token.isMark(UInt8(ascii: ".")) {
        findBareDomain(index)
      }
    }
  }

  private static let at = hash("at")
  private static let aet = hash("ät")
  private static let www = hash("www")
  private static let http = hash("http")
  private static let https = hash("https")
  private static let dots = ["punkt", "dot", "point"].map(hash)
  private static let endings = Set(
    """
    de com net org info eu at ch edu gov uk co io biz me tv fr it nl pl ru tr es be se dk us li lu cz hr ro
    hu sk si gr bg ua no fi pt ie ca au berlin hamburg bayern koeln cologne online shop app dev social
    care health gmbh wien swiss email mail name family help jobs club
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })
  private static let sureEndings = Set(
    "de com net org info eu ch edu gov uk io biz tv berlin hamburg bayern koeln online gmbh"
      .split(separator: " ").map { hash(String($0)) })
  private static let providers = Set(
    """
    gmx web gmail googlemail posteo outlook hotmail yahoo icloud freenet mailbox proton protonmail aol live
    online arcor mail
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })

  private func isLocal(_ token: Token) -> Bool {
    token.isAlphanumeric
      || (token.kind == .mark && [0x2E, 0x5F, 0x25, 0x2B, 0x2D].contains(token.byte))
  }

  /// The first token of the run of address characters that ends before a token.
  private func runStart(before index: Int) -> Int {
    var first = index
    while first > 0, first == index || tokens[first].gap == .none, isLocal(tokens[first - 1]),
      !tokens[first - 1].isTaken
    {
      first -= 1
    }
    while first < index, tokens[first].kind == .mark { first += 1 }
    return first
  }

  /// The last token of the domain that begins at a token, and whether it ends with a top-level domain.
  private func domain(from start: Int) -> (last: Int, isComplete: Bool)? {
    guard tokens[start].isAlphanumeric, tokens[start].gap != .newline else { return nil }
    var last = start
    while tokens[last + 1].gap == .none,
      tokens[last + 1].isAlphanumeric || [0x2E, 0x2D, 0x5F].contains(tokens[last + 1].byte)
    {
      last += 1
    }
    while last > start, tokens[last].kind == .mark { last -= 1 }
    if last > start, tokens[last - 1].isMark(UInt8(ascii: ".")) {
      return (last, Self.endings.contains(tokens[last].hash) || tokens[last].count >= 2)
    }
    if let end = writtenEnding(after: last) { return (end, true) }
    return (last, false)
  }

  /// The top-level domain behind " punkt " or "(dot)".
  private func writtenEnding(after last: Int) -> Int? {
    var index = last + 1
    var isBracketed = false
    if tokens[index].kind == .mark, [0x28, 0x5B, 0x7B].contains(tokens[index].byte) {
      index += 1
      isBracketed = true
    }
    guard index < tokens.count, Self.dots.contains(tokens[index].hash), tokens[index].kind == .word
    else { return nil }
    index += 1
    if isBracketed {
      guard index < tokens.count, tokens[index].kind == .mark else { return nil }
      index += 1
    }
    guard index < tokens.count, tokens[index].kind == .word,
      Self.endings.contains(tokens[index].hash)
    else { return nil }
    return index
  }

  private mutating func findAtSign(_ index: Int) {
    let next = index + 1
    guard tokens[next].isAlphanumeric || tokens[next].isMark(UInt8(ascii: "_")) else { return }
    let isTight = tokens[index].gap == .none && index > 0
    let first = runStart(before: index)
    if first < index, let found = domain(from: next), tokens[index].gap != .newline,
      isTight || found.isComplete
    {
      if found.isComplete || (isTight && tokens[next].gap == .none) {
        return note(.email, first, found.last)
      }
    }
    guard tokens[next].gap == .none else { return }
    var last = next
    while tokens[last + 1].gap == .none, isLocal(tokens[last + 1]) { last += 1 }
    while last > next, tokens[last].kind == .mark, tokens[last].byte != 0x5F { last -= 1 }
    note(.username, index, last)
  }

  private mutating func findWrittenAt(_ index: Int) {
    guard index > 0 else { return }
    let isBracketed =
      tokens[index - 1].kind == .mark && [0x28, 0x5B, 0x7B, 0x3C].contains(tokens[index - 1].byte)
    let close = index + 1
    if isBracketed {
      guard tokens[close].kind == .mark, [0x29, 0x5D, 0x7D, 0x3E].contains(tokens[close].byte)
      else {
        return
      }
      let first = runStart(before: index - 1)
      guard first < index - 1, close + 1 < tokens.count, let found = domain(from: close + 1),
        !isTaken(first, found.last)
      else { return }
      return note(.email, first, found.last)
    }
    let first = runStart(before: index)
    guard first < index, let found = domain(from: close), found.isComplete,
      !isTaken(first, found.last)
    else { return }
    let isSigned = (first..<index).contains { tokens[$0].kind != .word }
    let isProvider = Self.providers.contains(tokens[close].hash)
    let isWritten = tokens[found.last].gap == .space
    if isProvider || isWritten || (isSigned && Self.sureEndings.contains(tokens[found.last].hash)) {
      note(.email, first, found.last)
    }
  }

  private mutating func findWebAddress(_ index: Int) {
    var last = index
    let next = tokens[index + 1]
    guard next.gap == .none, next.isMark(UInt8(ascii: ":")) || next.isMark(UInt8(ascii: ".")) else {
      return
    }
    while last + 1 < tokens.count - 1, tokens[last + 1].gap == .none,
      ![0x22, 0x3C, 0x3E, 1].contains(tokens[last + 1].byte), !tokens[last + 1].isTaken
    {
      last += 1
    }
    while last > index, isClosing(tokens[last]) { last -= 1 }
    if last > index + 1 { note(.url, index, last) }
  }

  private func isClosing(_ token: Token) -> Bool {
    token.kind == .mark
      && [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x27, 0x2A, 2].contains(token.byte)
  }

  private mutating func findBareDomain(_ index: Int) {
    guard index > 0, tokens[index].gap == .none else { return }
    let ending = tokens[index + 1]
    guard ending.kind == .word, ending.gap == .none, Self.endings.contains(ending.hash),
      tokens[index - 1].isAlphanumeric, tokens[index - 1].count >= 2, !tokens[index - 1].isTaken
    else { return }
    let after = tokens[index + 2]
    let hasPath = after.gap == .none && after.isMark(UInt8(ascii: "/"))
    guard hasPath || (Self.sureEndings.contains(ending.hash) && !ending.isCapital) else { return }
    if after.gap == .none, after.isAlphanumeric { return }
    let first = runStart(before: index)
    guard first < index else { return }
    var last = index + 1
    if hasPath {
      while last + 1 < tokens.count - 1, tokens[last + 1].gap == .none { last += 1 }
      while last > index, isClosing(tokens[last]) { last -= 1 }
    }
    note(.url, first, last)
  }

  /// A user name behind the name of a network: one with a digit or a sign in it, or behind a colon.
  private mutating func findAccount(after index: Int) {
    var first = index + 1
    var hasColon = false
    var steps = 0
    while steps < 4, first < tokens.count - 1 {
      let token = tokens[first]
      if token.isMark(UInt8(ascii: ":")) || token.isMark(UInt8(ascii: "=")) {
        hasColon = true
      } else if !(token.kind == .word
        && !token.traits.isDisjoint(with: [.filler, .function, .verb]))
        && !token.isMark(UInt8(ascii: "(")) && !token.isMark(UInt8(ascii: "-"))
      {
        break
      }
      first += 1
      steps += 1
    }
    guard tokens[first].isAlphanumeric, tokens[first].gap != .newline, !tokens[first].isTaken else {
      return
    }
    var last = first
    while tokens[last + 1].gap == .none, isLocal(tokens[last + 1]) { last += 1 }
    while last > first, tokens[last].isMark(0x2E) || tokens[last].isMark(0x2D) { last -= 1 }
    let isSigned =
      last > first && tokens[first].kind == .word
      && (first...last).contains { tokens[$0].kind == .number || tokens[$0].isMark(0x5F) }
    let isNamed = hasColon && tokens[first].kind == .word && !isOrdinary(first)
    if isSigned || isNamed { note(.username, first, last) }
  }
}
