/// Character references of HTML that occur in exported texts.
///
/// Source: HTML, section "Named character references".
enum Entities {
  private static let named: [String: UInt32] = [
    "nbsp": 0xA0, "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "shy": 0xAD,
    "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4, "Ouml": 0xD6, "Uuml": 0xDC,
    "szlig": 0xDF,
    "eacute": 0xE9, "egrave": 0xE8, "ecirc": 0xEA, "Eacute": 0xC9, "agrave": 0xE0, "aacute": 0xE1,
    "acirc": 0xE2, "ccedil": 0xE7, "Ccedil": 0xC7, "oacute": 0xF3, "ocirc": 0xF4, "ntilde": 0xF1,
    "scaron": 0x161, "Scaron": 0x160, "zwj": 0x200D, "zwnj": 0x200C, "ndash": 0x2013,
    "mdash": 0x2014,
    "rsquo": 0x2019, "lsquo": 0x2018, "commat": 0x40, "period": 0x2E, "colon": 0x3A, "sol": 0x2F,
    "lpar": 0x28, "rpar": 0x29, "num": 0x23, "oslash": 0xF8, "aring": 0xE5, "iuml": 0xEF,
    "euml": 0xEB,
    "iacute": 0xED, "uacute": 0xFA, "ugrave": 0xF9, "ograve": 0xF2, "igrave": 0xEC, "icirc": 0xEE,
    "ucirc": 0xFB, "yacute": 0xFD, "atilde": 0xE3, "otilde": 0xF5, "thinsp": 0x2009, "ensp": 0x2002,
  ]

  /// Reads the reference that begins at an ampersand.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - start: Where the ampersand stands.
  /// - Returns: The code point and how many bytes the reference takes, or `nil` if there is none.
  static func read(_ text: Span<UInt8>, at start: Int) -> (point: UInt32, length: Int)? {
    var name: [UInt8] = []
    var index = start + 1
    while index < text.count, name.count < 9 {
      let byte = text[index]
      if byte == UInt8(ascii: ";") { break }
      guard byte < 0x80, byte > 0x20 else { return nil }
      name.append(byte)
      index += 1
    }
    guard index < text.count, text[index] == UInt8(ascii: ";"), !name.isEmpty else { return nil }
    guard let point = point(of: String(decoding: name, as: UTF8.self)) else { return nil }
    return (point, index + 1 - start)
  }

  private static func point(of name: String) -> UInt32? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let point =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let point, point > 0, point < 0x110000, !(0xD800..<0xE000).contains(point) else {
      return nil
    }
    return point
  }
}
