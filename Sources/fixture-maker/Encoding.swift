/// Text to bytes in the encodings that exports come in.
enum Encoding {
  /// UTF-8, with a byte order mark if wanted.
  static func utf8(_ text: String, mark: Bool = false) -> [UInt8] {
    (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }

  /// UTF-16, little endian, with a byte order mark.
  static func utf16LittleEndian(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  /// The signs of Windows-1252 that Latin-1 does not have and that are planted here.
  private static let windows: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‚": 0x82, "„": 0x84, "…": 0x85, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94,
    "•": 0x95, "–": 0x96, "—": 0x97,
  ]

  /// Windows-1252.
  static func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      if let byte = windows[scalar] { return byte }
      precondition(
        scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value), "a sign of Windows-1252")
      return UInt8(scalar.value)
    }
  }
}
