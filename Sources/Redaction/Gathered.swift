/// Letters and digits read on over blanks, hyphens, slashes, points and line breaks, as grouped numbers are written.
struct Gathered {
  /// The characters in capitals.
  var bytes: [UInt8] = []
  /// For each count of characters, the token it ends with, or -1 where it ends within a word.
  var ends: [Int] = []
  /// For each count of characters, whether something stands between some of them.
  var isGrouped: [Bool] = []

  /// The first characters, if a token ends with them.
  ///
  /// - Parameter count: The number of characters.
  /// - Returns: The characters, or `nil`.
  func prefix(_ count: Int) -> [UInt8]? {
    guard bytes.count >= count, ends[count] >= 0 else { return nil }
    return Array(bytes[..<count])
  }
}

extension Search {
  /// Whether a token does not go on what stands directly before it.
  func isFresh(_ index: Int) -> Bool {
    guard index > 0, tokens[index].gap == .none else { return true }
    let before = tokens[index - 1]
    if before.isAlphanumeric { return false }
    guard before.kind == .mark, [0x2D, 0x2F, 0x2E, 0x2C, 0x5F].contains(before.byte), index > 1
    else {
      return true
    }
    return !(before.gap == .none && tokens[index - 2].kind == .number)
  }

  /// Reads on from a token.
  ///
  /// - Parameters:
  ///   - index: The first token, a word or number.
  ///   - limit: The most characters to read.
  ///   - gathered: Emptied, then filled.
  func gather(from index: Int, limit: Int, into gathered: inout Gathered) {
    gathered.bytes.removeAll(keepingCapacity: true)
    gathered.ends.removeAll(keepingCapacity: true)
    gathered.isGrouped.removeAll(keepingCapacity: true)
    gathered.ends.append(-1)
    gathered.isGrouped.append(false)
    var at = index
    var isGrouped = false
    while at < tokens.count - 1 {
      let token = tokens[at]
      guard token.isAlphanumeric, !token.isTaken, gathered.bytes.count + token.count <= limit else {
        return
      }
      if at > index, token.kind == .word, token.count > 4, token.gap != .none { return }
      if at > index, token.gap != .none { isGrouped = true }
      for cell in token.start..<token.end {
        let fold = cells[cell].fold
        guard fold < 0x80 else { return }
        gathered.bytes.append(cells[cell].kind == .digit ? fold : fold &- 32)
        gathered.ends.append(-1)
        gathered.isGrouped.append(isGrouped)
      }
      let next = tokens[at + 1]
      if !(next.isAlphanumeric && next.gap == .none) && !continuesTightly(at) {
        gathered.ends[gathered.bytes.count] = at
      }
      at += 1
      var marks = 0
      while at < tokens.count - 1, tokens[at].kind == .mark,
        [0x2D, 0x2F, 0x2E].contains(tokens[at].byte),
        marks < 2
      {
        if tokens[at].byte == 0x2E, tokens[at + 1].gap != .none { return }
        isGrouped = true
        at += 1
        marks += 1
      }
    }
  }

  /// Whether a hyphen, slash or point and then a digit follow a token without blanks.
  private func continuesTightly(_ index: Int) -> Bool {
    guard index + 2 < tokens.count else { return false }
    let mark = tokens[index + 1]
    let next = tokens[index + 2]
    return mark.gap == .none && mark.kind == .mark && [0x2D, 0x2F, 0x2E].contains(mark.byte)
      && next.gap == .none && next.kind == .number
  }

  /// What a word before a token promises, looking over marks and words between.
  ///
  /// - Parameter index: The token.
  /// - Returns: The promise, and the token that makes it.
  func cue(before index: Int) -> (cue: Cue, at: Int)? {
    var at = index - 1
    var steps = 0
    while at >= 0, steps < 7 {
      let token = tokens[at]
      switch token.kind {
      case .word:
        if token.cue != .none, token.cue != .named,
          !(token.isCapital == false && token.cue == .idCard && token.count <= 2)
        {
          return (token.cue, at)
        }
        if endsLikeNumber(token) { return (.number, at) }
        let isBetween =
          token.traits.contains(.filler) || token.count <= 2 || token.traits.contains(.title)
        if !isBetween { return nil }
      case .mark:
        switch token.byte {
        case 0x3A, 0x23, 0x28, 0x2D, 0x22, 0x27, 0x3D, 0x2F: break
        case 0x2E:
          if at == 0 || tokens[at - 1].kind != .word || tokens[at - 1].count > 8 { return nil }
        default: return nil
        }
      case .number, .mask: return nil
      }
      at -= 1
      steps += 1
    }
    return nil
  }

  private static let numberEndings = ["nummer", "kennziffer", "zeichen", "schluessel", "kennung"]
    .map {
      Array($0.utf8)
    }

  private func endsLikeNumber(_ token: Token) -> Bool {
    guard token.count >= 6 else { return false }
    for ending in Self.numberEndings where ends(token, with: ending) {
      return token.count > 6
    }
    return false
  }
}
