/// The signals that make a possible name one.
extension Search {
  /// Whether the place of a capitalised word speaks for a name.
  func hasSignal(_ index: Int) -> Bool {
    let isOrdinary = isOrdinary(index)
    if isBehindRole(index, isOrdinary: isOrdinary) { return true }
    if hasNeighbour(index, isOrdinary: isOrdinary) { return true }
    if isBehindGreeting(index) { return true }
    if isBeforeFirstName(index) { return true }
    if isOrdinary { return isOwnerOfRelative(index) }
    let token = tokens[index]
    if token.traits.contains(.place), token.traits.isDisjoint(with: [.first, .last]) {
      return false
    }
    if isOwner(index) { return true }
    if token.traits.contains(.place) { return false }
    if index > 0, tokens[index - 1].kind == .word, tokens[index].gap != .none, isPersonal(index - 1)
    {
      return true
    }
    let next = tokens[index + 1]
    if next.kind == .word, next.traits.contains(.verb), isSubject(index) { return true }
    if isBare(index) || isCalled(index) || isInPair(index) { return true }
    return isEnglish && !beginsSentence(index) && !token.isAllCapital
  }

  /// Whether a word in no dictionary stands without article, as only names and brands do.
  private func isBare(_ index: Int) -> Bool {
    guard index > 0, !beginsSentence(index), tokens[index].count >= 3, !tokens[index].isAllCapital
    else { return false }
    let before = tokens[index - 1]
    guard before.kind == .word, tokens[index].gap == .space,
      !before.isCapital || beginsSentence(index - 1)
    else { return false }
    return before.traits.isDisjoint(with: [.article]) && !isAdjective(index - 1)
      && !before.traits.isDisjoint(with: [.function, .verb, .preposition])
  }

  /// Whether a word in no dictionary stands between a comma and the end of a sentence, as in «Danke, Hylke!».
  private func isCalled(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].isMark(0x2C) || tokens[index - 1].traits.contains(.closing)
    else { return false }
    let next = tokens[index + 1]
    return next.kind == .mark && [0x21, 0x2E, 0x3F, 0x0A, 2].contains(next.byte)
  }

  /// Whether two words in no dictionary stand together: "Bauke und Aafke", "Zijlstra, Sietske".
  private func isInPair(_ index: Int) -> Bool {
    let next = tokens[index + 1]
    guard index + 2 < tokens.count,
      next.isMark(0x2C) || next.isMark(0x26) || Self.and.contains(next.hash)
    else { return false }
    let beyond = tokens[index + 2]
    return beyond.kind == .word && beyond.isCapital && strength(index + 2) > 0
      && !isOrdinary(index + 2)
      && beyond.traits.isDisjoint(with: .place) && !isPartOfCompound(index + 2)
  }

  private static let personal = Set(
    """
    mit von bei an für durch ohne gegen und oder sowie auch wie besonders insbesondere außer dank with for and
    or especially like than against
    """.split(whereSeparator: \.isWhitespace).map { hash(String($0)) })

  private func isPersonal(_ index: Int) -> Bool { Self.personal.contains(tokens[index].hash) }

  /// Whether a word begins a sentence or part of one, so that a verb behind it speaks of it.
  private func isSubject(_ index: Int) -> Bool {
    if beginsSentence(index) { return true }
    let before = tokens[index - 1]
    if before.kind == .mark { return true }
    return before.traits.isDisjoint(with: [.article]) && !isAdjective(index - 1)
  }

  /// Whether a relation or role stands before a word: "mein Sohn X", "Betreuerin: X", "sie heißt X".
  private func isBehindRole(_ index: Int, isOrdinary: Bool) -> Bool {
    guard index > 0 else { return false }
    var at = index - 1
    var steps = 0
    var marks = 0
    while at >= 0, steps < 4 {
      let token = tokens[at]
      if token.kind == .word {
        if token.cue == .named { return true }
        if token.traits.contains(.role) || isRoleShaped(at) {
          if isOrdinary,
            marks > 0 || steps > 0 || tokens[index].traits.isDisjoint(with: [.first, .last])
          {
            return false
          }
          if isOrdinary,
            tokens[index].traits.contains(.role) || tokens[index].cue != .none
              || tokens[index].traits.contains(.unit)
          {
            return false
          }
          if isOrdinary, tokens[index + 1].kind == .number { return false }
          return !(token.isCapital == false && !isEnglish && token.traits.contains(.smallGerman))
        }
        guard !isOrdinary, Self.links.contains(token.hash) else { return false }
      } else {
        guard token.kind == .mark, [0x2C, 0x3A, 0x28, 0x22, 0x27, 0x2E].contains(token.byte),
          marks == 0
        else { return false }
        if token.byte == 0x2E { return false }
        marks += 1
      }
      at -= 1
      steps += 1
    }
    return false
  }

  private static let links = Set(
    [
      "ist", "war", "bin", "namens", "heißt", "hieß", "wie", "is", "was", "am", "called", "named",
      "wird", "bleibt",
    ].map(hash))
  private static let roleEndings = [
    "betreuer", "betreuerin", "pfleger", "pflegerin", "erzieher", "erzieherin", "therapeut",
    "therapeutin", "leiter",
    "leiterin", "berater", "beraterin", "helfer", "helferin", "begleiter", "begleiterin",
    "schwester", "arzt",
    "aerztin", "paedagoge", "paedagogin", "arbeiter", "arbeiterin", "lehrer", "lehrerin", "partner",
    "partnerin",
    "bewohner", "bewohnerin", "nachbar", "nachbarin", "mutter", "vater", "sohn", "tochter",
    "bruder", "kraft", "kollege", "kollegin",
    "assistent", "assistentin", "manager", "managerin", "meister", "meisterin", "freund",
    "freundin", "psychologe", "psychologin",
  ].map { Array($0.utf8) }

  /// Whether a longer noun ends with a role, such as Nachtdienstpflegerin.
  func isRoleShaped(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.isCapital, token.count >= 9 else { return false }
    return Self.roleEndings.contains { ends(token, with: $0) }
  }

  /// Whether another name stands directly beside a word, or beside a comma or "und" next to it.
  private func hasNeighbour(_ index: Int, isOrdinary: Bool) -> Bool {
    let traits = tokens[index].traits
    if index > 0 {
      let before = tokens[index - 1]
      if before.isTaken, before.kind == .word, !isOrdinary { return isNameFind(index - 1) }
      if index > 1, before.isMark(0x2C) || (before.kind == .word && Self.and.contains(before.hash)),
        tokens[index - 2].isTaken, tokens[index - 2].kind == .word, isNameFind(index - 2),
        !isOrdinary || traits.contains(.first)
      {
        return true
      }
    }
    let next = tokens[index + 1]
    if !isOrdinary, index + 2 < tokens.count,
      next.isMark(0x2C) || next.isMark(0x26) || (next.kind == .word && Self.and.contains(next.hash))
    {
      let beyond = tokens[index + 2]
      if beyond.kind == .word, beyond.traits.contains(.first), strength(index + 2) == 2,
        !next.isMark(0x2C)
      {
        return true
      }
      if beyond.kind == .word, beyond.traits.contains(.title), !next.isMark(0x2C) { return true }
    }
    if next.kind == .word, next.isCapital, next.gap == .space, next.count > 1 {
      if !isOrdinary, strength(index + 1) > 0, !self.isOrdinary(index + 1),
        !isPartOfCompound(index + 1),
        next.traits.isDisjoint(with: .place)
      {
        return true
      }
      if isOrdinary {
        guard traits.contains(.first), !(beginsSentence(index) && traits.contains(.smallGerman))
        else { return false }
        return strength(index + 1) == 2
      }
      return strength(index + 1) == 2
    }
    if next.kind == .word, next.count == 1, next.isCapital, tokens[index + 2].isMark(0x2E),
      !isOrdinary || traits.contains(.first)
    {
      return true
    }
    return false
  }

  private static let and = Set(["und", "and", "&", "oder", "or", "sowie", "mit"].map(hash))

  private func isNameFind(_ index: Int) -> Bool { tokens[index].isName }

  private func isBehindGreeting(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .word, tokens[index - 1].traits.contains(.greeting)
    else { return false }
    let next = tokens[index + 1]
    return isOrdinary(index) ? tokens[index].traits.contains(.first) && next.kind == .mark : true
  }

  /// Whether ", Vorname" follows: "Yılmaz, Ayşe".
  private func isBeforeFirstName(_ index: Int) -> Bool {
    guard tokens[index + 1].isMark(0x2C), index + 2 < tokens.count - 1,
      tokens[index + 2].traits.contains(.first),
      strength(index + 2) == 2
    else { return false }
    let traits = tokens[index].traits
    if !isOrdinary(index) { return true }
    return traits.contains(.last)
      && (index == 0 || tokens[index - 1].isMark(0x3A) || tokens[index - 1].traits.contains(.role))
  }

  /// Whether a word ends with s and a noun follows: "Nakips Mutter".
  private func isOwner(_ index: Int) -> Bool {
    let token = tokens[index]
    let next = tokens[index + 1]
    guard next.kind == .word, next.gap != .none, next.isCapital,
      next.traits.contains(.noun) || isCompound(index + 1),
      endsWithS(token) || cells[token.end - 1].fold == 0x78
    else {
      return next.isMark(0x27) && next.gap == .none && index + 2 < tokens.count
        && tokens[index + 2].byte == 0x73 && tokens[index + 2].count == 1
    }
    return index == 0 || tokens[index - 1].kind != .word
      || (tokens[index - 1].traits.isDisjoint(with: .article) && !isAdjective(index - 1))
  }

  /// Whether a name with s stands before a relation, as in "Kochs Mutter"; a common noun had an article.
  private func isOwnerOfRelative(_ index: Int) -> Bool {
    let next = tokens[index + 1]
    guard next.kind == .word, next.isCapital, next.gap == .space, next.traits.contains(.role),
      isGenitive(index) || tokens[index].traits.contains(.last)
    else { return false }
    guard endsWithS(tokens[index]), index > 0 else { return endsWithS(tokens[index]) }
    let before = tokens[index - 1]
    return before.kind != .word
      || (before.traits.isDisjoint(with: .article) && !isAdjective(index - 1))
  }

  /// Finds a name written small: behind a relation, a greeting, or a word that persons follow.
  mutating func findSmallName(_ index: Int) {
    let token = tokens[index]
    guard token.count >= 4,
      token.traits.isDisjoint(with: [.ordinary, .function, .place, .role, .verb]),
      token.cue == .none, index > 0
    else { return }
    let before = tokens[index - 1]
    guard before.kind == .word, token.gap != .none else { return }
    let isAddressed =
      !before.traits.isDisjoint(with: [.role, .greeting]) || before.cue == .named
      || isPersonal(index - 1)
    guard isAddressed || before.isTaken && isNameFind(index - 1),
      before.traits.isDisjoint(with: .degree)
    else { return }
    accept(from: index, through: index)
  }
}
