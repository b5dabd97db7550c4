/// How single characters are folded: lower case, no accents, `ä` as `ae`, `ß` as `ss`.
struct Folding: Sendable {
  /// The tables, made once.
  static let shared = Folding()

  /// What becomes of a code point.
  enum Outcome {
    /// Nothing: it has no width, or only marks the letter before it.
    case nothing
    /// An `e` after a, o or u: the combining diaeresis.
    case diaeresis
    /// A blank of some width.
    case space
    /// A mark; the byte is the ASCII mark it stands for, 2 for any other.
    case mark(UInt8)
    /// An ASCII character written in full width.
    case ascii(UInt8)
    /// One or two Latin letters; the second is 0 for none.
    case latin(UInt8, UInt8, isCapital: Bool)
    /// A letter of another script, in lower case.
    case foreign(UInt32, isCapital: Bool)
  }

  /// The kind of each ASCII character.
  let kinds: [Cell.Kind]
  /// The lower-case form of each ASCII character.
  let lower: [UInt8]
  private let first: [UInt8]
  private let second: [UInt8]
  private let capital: [UInt8]
  private let firstAdditional: [UInt8]
  private let secondAdditional: [UInt8]
  private let capitalAdditional: [UInt8]

  private init() {
    kinds = (0..<128).map { byte in
      switch UInt8(byte) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
      case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
      case 0x0A, 0x0D, 0x0B, 0x0C: .newline
      case 0x20, 0x09: .space
      default: .mark
      }
    }
    lower = (0..<128).map { byte in
      (0x41...0x5A).contains(byte) ? UInt8(byte + 32) : UInt8(byte)
    }
    first = Words.bytes(of: LatinLetters.first)
    second = Words.bytes(of: LatinLetters.second)
    capital = Words.bytes(of: LatinLetters.capital)
    firstAdditional = Words.bytes(of: LatinLetters.additional.first)
    secondAdditional = Words.bytes(of: LatinLetters.additional.second)
    capitalAdditional = Words.bytes(of: LatinLetters.additional.capital)
  }

  /// Folds a code point that is not ASCII.
  ///
  /// - Parameter point: The code point, at least 0x80.
  /// - Returns: What becomes of it.
  func outcome(of point: UInt32) -> Outcome {
    switch point {
    case 0xAA, 0xBA: .mark(2)
    case 0xC0..<0x250:
      latin(Int(point) - 0xC0, first, second, capital)
    case 0x1E00..<0x1F00:
      latin(Int(point) - 0x1E00, firstAdditional, secondAdditional, capitalAdditional)
    case 0x308: .diaeresis
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF,
      0x180E, 0x34F, 0xFE00...0xFE0F:
      .nothing
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x1680: .space
    case 0x2010...0x2015, 0x2212, 0xFE63: .mark(UInt8(ascii: "-"))
    case 0x2018...0x201B, 0x2BC, 0x2B9, 0x2BB, 0xB4: .mark(UInt8(ascii: "'"))
    case 0xFF01...0xFF5E: .ascii(UInt8(point - 0xFEE0))
    case 0x2044, 0x2215: .mark(UInt8(ascii: "/"))
    case 0x250..<0x300: .latin(UInt8(ascii: "e"), 0, isCapital: false)
    case 0x370..<0x2000, 0x3040..<0xD800, 0xF900..<0xFE00, 0xFE70..<0xFEFF: foreign(point)
    default: .mark(2)
    }
  }

  /// Whether a letter is accented in a way that neither German nor its loan words have.
  static func isForeign(_ point: UInt32) -> Bool {
    switch point {
    case 0x100..<0x250, 0x1E00..<0x1F00: point != 0x152 && point != 0x153 && point != 0x1E9E
    case 0xC3, 0xC5, 0xD0, 0xD2, 0xD5, 0xD8, 0xDD, 0xDE, 0xE3, 0xE5, 0xEC, 0xF0, 0xF2, 0xF5, 0xF8,
      0xFD, 0xFE:
      true
    default: false
    }
  }

  /// Whether a combining mark is one that neither German nor its loan words have.
  static func isForeignMark(_ point: UInt32) -> Bool {
    (0x300...0x36F).contains(point) && ![0x300, 0x301, 0x302, 0x327].contains(point)
  }

  private func latin(
    _ index: Int, _ first: [UInt8], _ second: [UInt8], _ capital: [UInt8]
  ) -> Outcome {
    let letter = first[index]
    guard letter != UInt8(ascii: "?") else { return .mark(2) }
    let next = second[index] == UInt8(ascii: ".") ? 0 : second[index]
    return .latin(letter, next, isCapital: capital[index] == UInt8(ascii: "U"))
  }

  private func foreign(_ point: UInt32) -> Outcome {
    switch point {
    case 0x391...0x3A9, 0x410...0x42F: .foreign(point + 0x20, isCapital: true)
    case 0x400...0x40F: .foreign(point + 0x50, isCapital: true)
    case 0x531...0x556: .foreign(point + 0x30, isCapital: true)
    case 0x37E, 0x387, 0x55A...0x55F, 0x589, 0x5BE, 0x5C0, 0x5C3, 0x60C, 0x61B, 0x61F,
      0x66A...0x66D,
      0x6D4:
      .mark(2)
    default: .foreign(point, isCapital: false)
    }
  }
}
