/// Names of persons: by title, closing, relation, context, gazetteer and the memory of the text.
///
/// A word is taken for a name when two signals meet: what the gazetteers and dictionaries say of it, and where it
/// stands. A name that is no ordinary word carries both by itself.
extension Search {
  /// Finds names.
  mutating func findNames() {
    for index in tokens.indices.dropLast()
    where tokens[index].kind == .word && tokens[index].isCapital {
      tokens[index].strength = Int8(ownStrength(index))
    }
    for index in tokens.indices.dropLast() {
      let token = tokens[index]
      guard token.kind == .word else { continue }
      if !token.traits.isDisjoint(with: [.title, .degree]) {
        findName(afterTitle: index)
      } else if token.traits.contains(.closing) {
        findName(afterClosing: index)
      }
    }
    for index in tokens.indices.dropLast()
    where tokens[index].kind == .word && !tokens[index].isTaken {
      if tokens[index].isCapital {
        findCapitalName(index)
      } else if !tokens[index].traits.isDisjoint(with: [.first, .last]) {
        findSmallName(index)
      }
    }
    if !memory.isEmpty { findRemembered() }
  }

  /// How strongly a capitalised word looks like a name by itself: 2 for surely, 1 for possibly, 0 for no.
  func strength(_ index: Int) -> Int { tokens[index].isTaken ? 0 : Int(tokens[index].strength) }

  private func ownStrength(_ index: Int) -> Int {
    let token = tokens[index]
    guard token.count >= 2, !token.isTaken else { return 0 }
    if !token.traits.isDisjoint(with: [.function, .title, .degree, .closing]) { return 0 }
    if token.isAllCapital, token.count <= 3 { return 0 }
    let own = strength(of: token.traits, at: index)
    if own > 0 { return own }
    if isGenitive(index) {
      if token.traits.isDisjoint(with: .ordinary) {
        return strength(of: lexicon.traits(token.stem), at: index)
      }
      return tokens[index + 1].traits.contains(.role) ? 1 : 0
    }
    guard token.traits.isDisjoint(with: [.rare, .place]) else {
      return token.traits.contains(.rare) ? 1 : 0
    }
    if isForeign(index), token.traits.isDisjoint(with: .place) { return 2 }
    if isUnknown(index) { return hasNameEnding(index) ? 2 : 1 }
    return isSurnameShaped(index) ? 1 : 0
  }

  /// Whether a word has a letter that neither German nor its loan words have, such as ş, ł, ć or ț.
  private func isForeign(_ index: Int) -> Bool {
    guard tokens[index].isForeign, tokens[index].count >= 3 else { return false }
    return true
  }

  private static let nameEndings = [
    "oglu", "ovic", "evic", "kovic", "owski", "ewski", "inski", "ynski", "owska", "ewska", "inska",
    "wicz", "czyk", "czak",
    "escu", "eanu", "enko", "tschuk", "chuk", "opoulos", "poulou", "akis", "idis", "iadis",
    "shvili", "schwili", "zadeh",
    "zada", "zai", "ullah", "uddin", "demir", "tuerk", "yildiz", "datschi", "ajew", "ejew", "ajewa",
    "owitsch",
  ].map { Array($0.utf8) }

  /// Whether a word that is in no dictionary ends as surnames of some languages do.
  private func hasNameEnding(_ index: Int) -> Bool {
    guard tokens[index].count >= 6 else { return false }
    return Self.nameEndings.contains { ends(tokens[index], with: $0) }
  }

  private func strength(of traits: Traits, at index: Int) -> Int {
    guard !traits.isDisjoint(with: .anyName) else { return 0 }
    let token = tokens[index]
    if !traits.isDisjoint(with: [.first, .last]) {
      if traits.contains(.sure) { return 2 }
      if !traits.isDisjoint(with: [.calendar, .role, .common, .unit, .place]) || token.cue != .none
      {
        return 1
      }
      if isOrdinary(index) { return 1 }
      return token.isAllCapital && token.count <= 4 ? 1 : 2
    }
    return isOrdinary(index) ? 0 : 1
  }

  /// Whether a word ends with s and is a name without it.
  func isGenitive(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.count >= 3, endsWithS(token) else { return false }
    return !lexicon.traits(token.stem).isDisjoint(with: .anyName)
  }

  /// Whether the last letter is a plain s, neither ş nor the second half of ß.
  func endsWithS(_ token: Token) -> Bool {
    let last = cells[token.end - 1]
    return last.fold == 0x73 && !last.isForeign && cells[token.end - 2].place != last.place
  }

  private static let surnameEndings = [
    "mann", "meier", "mayer", "meyer", "maier", "mueller", "hofer", "hoefer", "huber", "bauer",
    "berger", "bacher",
    "stein", "kamp", "brink", "hardt", "wald", "feld", "thal", "schmidt", "schmied", "wirth",
    "hauer", "steiner",
    "hammer", "inger", "ler", "ski", "sky", "wicz", "oglu", "escu", "ov", "ova", "enko", "poulos",
    "idis", "yan",
    "heim", "beck", "bier", "pfennig", "wein", "roth", "brenner", "schneider", "macher", "binder",
    "horst", "stedt", "loeffel",
    "haus", "born", "busch", "bruch", "bart", "zahn", "vogel", "koehler", "traut", "recht", "lieb",
    "ker", "wart",
  ].map { Array($0.utf8) }

  /// Whether a compound of ordinary words has the form of surnames, such as Hasenkamp.
  private func isSurnameShaped(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.traits.isDisjoint(with: .ordinary), token.cue == .none, !endsLikeWord(index) else {
      return false
    }
    return Self.surnameEndings.contains { ends(token, with: $0) }
  }

  private mutating func findCapitalName(_ index: Int) {
    let token = tokens[index]
    if token.count == 1 { return findInitial(index) }
    let strength = strength(index)
    guard strength > 0 else {
      if isCompoundName(index) { accept(index) }
      return
    }
    if isPartOfCompound(index) { return }
    if strength >= 2 || hasSignal(index) { accept(index) }
  }

  /// Whether a compound of ordinary words stands where only a name can: "mein Enkel Leberecht", "ich heiße Gutzeit".
  private func isCompoundName(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.count >= 5,
      token.traits.isDisjoint(with: [
        .ordinary, .function, .place, .unit, .role, .common, .calendar,
      ]),
      token.cue == .none, !token.isAllCapital, index > 0, tokens[index].gap == .space,
      tokens[index - 1].kind == .word,
      !endsLikeWord(index), !isRoleShaped(index), !isPartOfCompound(index)
    else { return false }
    let before = tokens[index - 1]
    if isSurnameShaped(index + 1), tokens[index + 1].isCapital, tokens[index + 1].gap == .space,
      isSurnameShaped(index),
      before.traits.isDisjoint(with: .article), !isAdjective(index - 1)
    {
      return true
    }
    if before.cue == .named, before.traits.isDisjoint(with: .role) { return true }
    guard before.traits.contains(.role) || isRoleShaped(index - 1), index > 1, before.isCapital
    else { return false }
    return tokens[index - 2].kind == .word && tokens[index - 2].traits.contains(.article)
  }

  /// Whether a hyphen binds a word to an ordinary one, as in Müller-Milchreis.
  func isPartOfCompound(_ index: Int) -> Bool {
    if tokens[index + 1].isMark(0x2D), tokens[index + 1].gap == .none, index + 2 < tokens.count,
      tokens[index + 2].gap == .none, tokens[index + 2].kind == .word
    {
      let next = index + 2
      if !tokens[next].isCapital { return true }
      let traits = tokens[next].traits
      if traits.isDisjoint(with: [.first, .last]) {
        return !isUnknown(next) || traits.contains(.place)
      }
      return isOrdinary(next) && tokens[index].traits.isDisjoint(with: .first)
    }
    if index > 1, tokens[index].gap == .none, tokens[index - 1].isMark(0x2D),
      tokens[index - 1].gap == .none,
      tokens[index - 2].kind == .word, !tokens[index - 2].isTaken
    {
      return strength(index - 2) == 0 || tokens[index].traits.isDisjoint(with: .anyName)
    }
    return false
  }

  /// Finds an initial with the surname behind it, which need not be one by itself.
  private mutating func findInitial(_ index: Int) {
    guard tokens[index + 1].isMark(0x2E), index + 2 < tokens.count,
      tokens[index + 2].gap != .newline
    else { return }
    var at = index + 2
    if tokens[at].count == 1, tokens[at].kind == .word, tokens[at + 1].isMark(0x2E),
      at + 2 < tokens.count
    {
      at += 2
    }
    guard strength(at) > 0, !isOrdinary(at) || !beginsSentence(index),
      tokens[at].traits.isDisjoint(with: .calendar)
    else { return }
    accept(from: index, through: at)
  }

  /// Whether a small word ends as adjectives before nouns do.
  func isAdjective(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !token.isCapital, token.count >= 4,
      token.traits.contains(.smallGerman),
      token.traits.isDisjoint(with: [.function, .verb])
    else { return false }
    return [[0x65], [0x65, 0x6E], [0x65, 0x72], [0x65, 0x73], [0x65, 0x6D]].contains {
      ends(token, with: $0)
    }
  }
}
