/// Decoding Windows-1252, which has a meaning for every byte, so that it never fails.
///
/// The five bytes 81, 8D, 8F, 90 and 9D are undefined. Like the web (WHATWG Encoding Standard) we
/// read them as the control characters U+0081 and so on: nothing is lost, and `TextCensus` counts them.
enum Windows1252 {
  /// Decodes to UTF-8.
  ///
  /// - Parameter bytes: Windows-1252.
  /// - Returns: UTF-8.
  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    let source = bytes.span
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for index in 0..<source.count {
      let byte = source[index]
      if byte < 0x80 {
        output.append(byte)
      } else if byte >= 0xA0 {
        output.append(0xC0 | byte >> 6)
        output.append(0x80 | byte & 0x3F)
      } else {
        appendUTF8(scalars[Int(byte - 0x80)], to: &output)
      }
    }
    return output
  }

  /// Whether a byte is undefined.
  ///
  /// - Parameter byte: The byte.
  /// - Returns: Whether it is.
  static func isUndefined(_ byte: UInt8) -> Bool {
    byte >= 0x80 && byte < 0xA0 && scalars[Int(byte - 0x80)] == UInt32(byte)
  }

  /// Whether a scalar value is one of those beyond Latin-1, which are 80 to 9F.
  ///
  /// - Parameter scalar: The scalar value.
  /// - Returns: Whether it is.
  static func isUpper(_ scalar: UInt32) -> Bool { scalar > 0xFF && scalars.contains(scalar) }

  /// The scalar values of 80 to 9F.
  private static let scalars: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
