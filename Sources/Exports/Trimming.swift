/// Blanks as exports have them: space, tab, line ends, no-break space, zero-width space, byte order
/// mark.
enum Trimming {
  /// The place of a text without the blanks around it.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - range: The place of the text.
  /// - Returns: The place of what is left, empty if nothing is.
  static func trim(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = blankLength(bytes, at: start, end: end)
      guard length > 0 else { break }
      start += length
    }
    while start < end {
      let length = blankLengthBefore(bytes, end: end, start: start)
      guard length > 0 else { break }
      end -= length
    }
    return start..<end
  }

  /// The length of the blank character at an offset, 0 if there is none.
  static func blankLength(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2: index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      index + 2 < end && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0x8B || bytes[index + 2] == 0xAF) ? 3 : 0
    case 0xEF:
      index + 2 < end && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : 0
    default: 0
    }
  }

  private static func blankLengthBefore(_ bytes: Span<UInt8>, end: Int, start: Int) -> Int {
    for length in 1...3 where end - length >= start {
      if blankLength(bytes, at: end - length, end: end) == length { return length }
    }
    return 0
  }
}

/// A heading as it is compared: trimmed, every run of blanks one space.
func normalisedHeading(_ text: String) -> String {
  let bytes = Array(text.utf8)
  let span = bytes.span
  let range = Trimming.trim(span, 0..<bytes.count)
  var output: [UInt8] = []
  var index = range.lowerBound
  while index < range.upperBound {
    let length = Trimming.blankLength(span, at: index, end: range.upperBound)
    if length == 0 {
      output.append(bytes[index])
      index += 1
    } else {
      if output.last != 0x20 { output.append(0x20) }
      index += length
    }
  }
  return String(decoding: output, as: UTF8.self)
}
