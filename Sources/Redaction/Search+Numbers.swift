/// Numbers: identifiers with and without checks, telephone numbers, plates, dates, rooms.
extension Search {
  /// Finds everything that has digits, apart from streets and postcodes.
  mutating func findNumbers() {
    var gathered = Gathered()
    for index in tokens.indices.dropLast() where !tokens[index].isTaken {
      let token = tokens[index]
      switch token.kind {
      case .number:
        guard isFresh(index) else { continue }
        if findDate(index) { continue }
        gather(from: index, limit: 34, into: &gathered)
        if findPension(index, gathered) { continue }
        if findPhone(index) { continue }
        if !findChecked(index, gathered) { findPromised(index, gathered) }
      case .word:
        guard token.count <= 9, mayLeadToDigits(index), isFresh(index) else { continue }
        let leads = leadsToDigits(index)
        if leads {
          gather(from: index, limit: 34, into: &gathered)
          if findChecked(index, gathered) { continue }
        }
        if token.traits.contains(.district), findPlate(index) { continue }
        if findCompactPlate(index) { continue }
        if leads { findPromised(index, gathered) }
      case .mark:
        if token.byte == UInt8(ascii: "+") || token.byte == UInt8(ascii: "(") {
          _ = findPhone(index)
        }
      case .mask: continue
      }
    }
  }

  /// Whether a word before a number is no part of it: "ID 7383", "von 2019".
  private func startsWithCue(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens[index + 1].gap != .none
      && (tokens[index].cue != .none || tokens[index].traits.contains(.filler))
  }

  /// Finds a number whose check holds; those with letters go before number plates.
  private mutating func findChecked(_ index: Int, _ gathered: Gathered) -> Bool {
    if startsWithCue(index) { return false }
    guard let found = checked(index, gathered, cue(before: index)?.cue ?? .none) else {
      return false
    }
    note(found.kind, index, gathered.ends[found.count])
    return true
  }

  /// Whether what follows a word may make it the beginning of a number; quick, and true too often.
  private func mayLeadToDigits(_ index: Int) -> Bool {
    let next = tokens[index + 1]
    switch next.kind {
    case .number: return true
    case .mark: return next.gap == .none && next.byte != 0x2C
    case .word: return next.count <= 4 && (tokens[index].isAllCapital || tokens[index].count <= 3)
    case .mask: return false
    }
  }

  /// Whether digits follow a word directly, or after a blank if the word is short enough to begin a number.
  private func leadsToDigits(_ index: Int) -> Bool {
    var at = index + 1
    if tokens[at].kind == .mark, [0x2D, 0x2F, 0x2E].contains(tokens[at].byte),
      tokens[at].gap == .none
    {
      at += 1
    }
    guard at < tokens.count, tokens[at].isAlphanumeric else { return false }
    if tokens[at].kind == .number { return tokens[at].gap == .none || tokens[index].count <= 4 }
    return tokens[index].count <= 4 && tokens[at].count <= 4 && tokens[index].isCapital
      && (tokens[index].isAllCapital || tokens[index].count == 1)
  }

  /// A Rentenversicherungsnummer goes before telephone numbers, which begin with 0 as well.
  private mutating func findPension(_ index: Int, _ gathered: Gathered) -> Bool {
    guard gathered.bytes.count >= 12, gathered.bytes[8] > 0x39, let bytes = gathered.prefix(12),
      IdentifierCheck.pension(withoutLetterO(bytes, from: 0, keeping: 8))
    else { return false }
    note(.pension, index, gathered.ends[12])
    return true
  }

  /// Finds a number that holds no check, by the word that promises it or by its form.
  private mutating func findPromised(_ index: Int, _ gathered: Gathered) {
    if startsWithCue(index) { return }
    guard let cue = cue(before: index) else {
      findBareSerial(index, gathered)
      return
    }
    switch cue.cue {
    case .room: findRoom(index, cueAt: cue.at)
    case .phone, .plate, .birth, .account, .age, .named, .none, .postcode:
      findBareSerial(index, gathered)
    case _
    where tokens[index].kind == .word && tokens[index + 1].gap != .none
      && !tokens[index].isAllCapital && tokens[index].count > 1:
      return
    case .caseNumber: notePromised(.caseNumber, index)
    case .customer: notePromised(.customerNumber, index)
    default: notePromised(.number, index)
    }
  }

  /// A number whose check holds.
  private func checked(
    _ index: Int, _ gathered: Gathered, _ cue: Cue
  ) -> (kind: Kind, count: Int)? {
    let first = gathered.bytes.first ?? 0
    if IdentifierCheck.digit(first) == nil {
      if gathered.bytes.count > 4,
        let length = IdentifierCheck.ibanLength(gathered.bytes[0], gathered.bytes[1]),
        let bytes = gathered.prefix(length), IdentifierCheck.iban(withoutLetterO(bytes))
      {
        return (.iban, length)
      }
      if let bytes = gathered.prefix(11), IdentifierCheck.vatID(withoutLetterO(bytes)) {
        return (.vatID, 11)
      }
      if let bytes = gathered.prefix(10), cue != .idCard, cue != .passport,
        IdentifierCheck.health([bytes[0]] + withoutLetterO(Array(bytes[1...]), from: 0))
      {
        return (.health, 10)
      }
      return serial(gathered, cue)
    }
    if let bytes = gathered.prefix(11), IdentifierCheck.taxID(withoutLetterO(bytes, from: 0)) {
      return (.taxID, 11)
    }
    for count in stride(from: 19, through: 13, by: -1) {
      if let bytes = gathered.prefix(count), IdentifierCheck.card(bytes) { return (.card, count) }
    }
    if let bytes = gathered.prefix(13), IdentifierCheck.uniformTaxNumber(bytes) {
      return (.taxNumber, 13)
    }
    if let bytes = gathered.prefix(9).map({ withoutLetterO($0, from: 0) }),
      !gathered.isGrouped[9] || cue == .provider || isEvenlyGrouped(index, gathered.ends[9]),
      IdentifierCheck.doctor(bytes) || IdentifierCheck.institution(bytes)
    {
      return (.provider, 9)
    }
    return localTaxNumber(index, gathered, cue)
  }

  /// The number of an identity card, a passport or a driving licence.
  private func serial(_ gathered: Gathered, _ cue: Cue) -> (kind: Kind, count: Int)? {
    if cue != .idCard, cue != .passport, let bytes = gathered.prefix(11),
      IdentifierCheck.driver(bytes)
    {
      return (.driver, 11)
    }
    let kind: Kind =
      cue == .passport
      ? .passport
      : cue == .idCard ? .idCard : "CFGHJK".utf8.contains(gathered.bytes[0]) ? .passport : .idCard
    for bytes in [gathered.prefix(10), withoutVowelO(gathered.prefix(10))] {
      if let bytes, IdentifierCheck.serialWithCheck(bytes) { return (kind, 10) }
    }
    if cue == .idCard || cue == .passport, let bytes = withoutVowelO(gathered.prefix(9)),
      IdentifierCheck.serial(bytes)
    {
      let next = tokens[gathered.ends[9] + 1]
      if !(next.kind == .number && next.count == 1) { return (kind, 9) }
    }
    return nil
  }

  /// A serial number without check digit, where nothing promises one: in one piece, or in groups that mix
  /// letters and digits.
  private mutating func findBareSerial(_ index: Int, _ gathered: Gathered) {
    guard let bytes = withoutVowelO(gathered.prefix(9)), IdentifierCheck.serial(bytes) else {
      return
    }
    if gathered.isGrouped[9], !isEvenlyGrouped(index, gathered.ends[9]) { return }
    note("CFGHJK".utf8.contains(bytes[0]) ? .passport : .idCard, index, gathered.ends[9])
  }

  /// Whether groups in capitals are of one size, with at most one shorter group behind them and no further digit.
  private func isEvenlyGrouped(_ first: Int, _ last: Int) -> Bool {
    var sizes: [Int] = []
    var digits = 0
    for index in first...last where tokens[index].isAlphanumeric {
      let token = tokens[index]
      if token.kind == .word, !token.isCapital || (token.count > 1 && !token.isAllCapital) {
        return false
      }
      if token.kind == .number { digits += token.count }
      if token.gap == .none, index > first, tokens[index - 1].isAlphanumeric {
        sizes[sizes.count - 1] += token.count
      } else {
        sizes.append(token.count)
      }
    }
    let next = tokens[last + 1]
    let goesOn = next.kind == .number && next.count == 1 || next.traits.contains(.unit)
    return digits >= 1 && sizes.count <= 3 && sizes.dropLast().allSatisfy { $0 == sizes[0] }
      && sizes[sizes.count - 1] <= sizes[0]
      && !goesOn
  }

  /// A Steuernummer as tax offices write it: FF/BBB/UUUUP and the like, with slashes or after its name.
  private func localTaxNumber(
    _ index: Int, _ gathered: Gathered, _ cue: Cue
  ) -> (kind: Kind, count: Int)? {
    let isSlashed =
      tokens[index + 1].isMark(0x2F) && index + 3 < tokens.count && tokens[index + 3].isMark(0x2F)
      && tokens[index].count <= 3 && (3...4).contains(tokens[index + 2].count)
    guard isSlashed || cue == .taxNumber || cue == .taxID else { return nil }
    for count in [13, 11, 10] {
      if let bytes = gathered.prefix(count), bytes.allSatisfy({ $0 < 0x3A }) {
        if cue == .taxID, !isSlashed { return nil }
        if !isSlashed || count < 13 { return (.taxNumber, count) }
      }
    }
    return nil
  }

  /// Digits with the letter O in place of zeros read as zeros, from the fifth character on.
  private func withoutLetterO(
    _ bytes: [UInt8], from start: Int = 2, keeping kept: Int = -1
  ) -> [UInt8] {
    let digits = bytes.count { $0 < 0x3A }
    guard digits * 2 >= bytes.count else { return bytes }
    guard bytes.contains(0x4F) else { return bytes }
    return bytes.enumerated().map {
      $0.offset >= start && $0.offset != kept && $0.element == 0x4F ? 0x30 : $0.element
    }
  }

  private func withoutVowelO(_ bytes: [UInt8]?) -> [UInt8]? {
    bytes.map { $0.map { $0 == 0x4F ? 0x30 : $0 } }
  }
}
