/// Decoding Windows-1252, which has a meaning for every byte, so that it never fails.
///
/// The five bytes 81, 8D, 8F, 90 and 9D are undefined. Like the web (WHATWG Encoding Standard) we
/// read them as the control characters U+0081 and so on: nothing is lost, and they are counted.
enum Windows1252 {
  /// Decodes to UTF-8.
  ///
  /// - Parameter bytes: Windows-1252.
  /// - Returns: UTF-8, and the number of undefined bytes.
  static func decode(_ bytes: [UInt8]) -> (text: [UInt8], undefined: Int) {
    let source = bytes.span
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var undefined = 0
    for index in 0..<source.count {
      let byte = source[index]
      if byte < 0x80 {
        output.append(byte)
      } else if byte >= 0xA0 {
        output.append(0xC0 | byte >> 6)
        output.append(0x80 | byte & 0x3F)
      } else {
        let scalar = scalars[Int(byte - 0x80)]
        if scalar == UInt32(byte) { undefined += 1 }
        appendUTF8(scalar, to: &output)
      }
    }
    return (output, undefined)
  }

  /// The scalar values of 80 to 9F.
  private static let scalars: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
