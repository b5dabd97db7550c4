/// One character as finders see it: folded to what it is compared by, with where it stands in the text.
struct Cell {
  /// What kind of character it is.
  enum Kind: UInt8 {
    case space, newline, upper, lower, digit, mark, mask
  }

  /// The folded byte: `a`–`z` without accents, `0`–`9`, a byte of another script, or a mark.
  var fold: UInt8
  /// What kind of character it is.
  var kind: Kind
  /// Whether it is an accented letter that neither German nor its loan words have.
  var isForeign = false
  /// Where the character begins in the text, in bytes.
  var place: UInt32

  /// Whether it is a letter of any script.
  var isLetter: Bool { kind == .upper || kind == .lower }
}
