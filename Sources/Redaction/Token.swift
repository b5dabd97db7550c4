/// A word, a number, a mark or a mask.
struct Token {
  /// What it is made of.
  enum Kind: UInt8 {
    case word, number, mark, mask
  }

  /// What stands between it and the token before.
  enum Gap: UInt8 {
    case none, space, newline
  }

  /// What it is made of.
  var kind: Kind
  /// What stands before it.
  var gap: Gap
  /// Whether it begins with a capital.
  var isCapital = false
  /// Whether all of its letters are capitals.
  var isAllCapital = false
  /// Whether it has a letter that German does not have.
  var isForeign = false
  /// How strongly it looks like a name by itself (`Search.strength`).
  var strength: Int8 = 0
  /// Whether a name that was found covers it.
  var isName = false
  /// Whether a find covers it.
  var isTaken = false
  /// What it promises.
  var cue = Cue.none
  /// The mark, or the first folded byte.
  var byte: UInt8
  /// Its first cell.
  var start: Int
  /// The cell after its last one.
  var end: Int
  /// The hash of its folded form.
  var hash: UInt64 = 0
  /// The hash of its folded form without the last byte.
  var stem: UInt64 = 0
  /// What is known about it.
  var traits: Traits = []

  /// Its length in cells.
  var count: Int { end - start }
  /// Whether it is a word or a number.
  var isAlphanumeric: Bool { kind == .word || kind == .number }

  /// Whether it is this mark.
  func isMark(_ mark: UInt8) -> Bool { kind == .mark && byte == mark }
}
