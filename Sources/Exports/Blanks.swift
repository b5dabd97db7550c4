/// What counts as blank at the ends of a cell, by bytes of UTF-8.
///
/// Blanks and controls of ASCII, the no-break spaces, the other spaces of Unicode, and characters
/// without width: byte order mark, zero-width space and joiners, direction marks.
enum Blanks {
  /// Cuts blanks off both ends.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - range: The cell in `bytes`.
  /// - Returns: The range without blanks; empty if there is nothing else.
  static func trim(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let width = leading(bytes, start, end)
      if width == 0 { break }
      start += width
    }
    while start < end {
      let width = trailing(bytes, start, end)
      if width == 0 { break }
      end -= width
    }
    return start..<end
  }

  /// Whether a scalar value counts as blank.
  ///
  /// - Parameter scalar: The scalar value.
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: hasNoWidth(scalar)
    }
  }

  /// Whether a scalar value shows nothing and takes no room.
  ///
  /// - Parameter scalar: The scalar value.
  static func hasNoWidth(_ scalar: UInt32) -> Bool {
    (0x200B...0x200F).contains(scalar) || scalar == 0x2060 || scalar == 0xFEFF
  }

  /// The number of bytes of the blank at `start`, 0 if there is none.
  private static func leading(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let byte = bytes[start]
    if byte < 0x80 { return isBlank(UInt32(byte)) ? 1 : 0 }
    let width = byte == 0xC2 ? 2 : byte & 0xF0 == 0xE0 ? 3 : 0
    guard width > 0, end - start >= width else { return 0 }
    return isBlank(scalar(bytes, start, width)) ? width : 0
  }

  /// The number of bytes of the blank before `end`, 0 if there is none.
  private static func trailing(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let byte = bytes[end - 1]
    if byte < 0x80 { return isBlank(UInt32(byte)) ? 1 : 0 }
    for width in 2...3 where end - start >= width {
      let first = bytes[end - width]
      let isFirst = width == 2 ? first == 0xC2 : first & 0xF0 == 0xE0
      if isFirst { return isBlank(scalar(bytes, end - width, width)) ? width : 0 }
    }
    return 0
  }

  private static func scalar(_ bytes: Span<UInt8>, _ start: Int, _ width: Int) -> UInt32 {
    let low = UInt32(bytes[start + 1] & 0x3F)
    if width == 2 { return UInt32(bytes[start] & 0x1F) << 6 | low }
    return UInt32(bytes[start] & 0x0F) << 12 | low << 6 | UInt32(bytes[start + 2] & 0x3F)
  }
}
