/// Checks UTF-8 without making anything of it; stretches of ASCII cost next to nothing.
enum UTF8Check {
  /// Finds the first byte that is not UTF-8, and looks at the characters before it.
  ///
  /// - Parameters:
  ///   - block: What holds the text.
  ///   - text: The text, from the start of a character on.
  ///   - census: Where characters are counted that look damaged.
  /// - Returns: The index of the first byte of what is no character, `nil` if all is UTF-8.
  static func firstInvalid(
    _ block: Span<UInt8>, _ text: Range<Int>, _ census: inout TextCensus
  ) -> Int? {
    let bytes = unsafe block.bytes
    var place = text.lowerBound
    let end = text.upperBound
    while place < end {
      while place &+ 64 <= end {
        let words = unsafe bytes.unsafeLoadUnaligned(
          fromByteOffset: place, as: SIMD8<UInt64>.self)
        let halves = words.lowHalf | words.highHalf
        let quarters = halves.lowHalf | halves.highHalf
        if (quarters[0] | quarters[1]) & 0x8080_8080_8080_8080 != 0 { break }
        place &+= 64
      }
      // Up to the end of these 64 bytes, and of the character there.
      let stop = min(place &+ 64, end)
      while place < stop {
        if place &+ 8 <= end {
          let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
          let marked = word & 0x8080_8080_8080_8080
          if marked == 0 {
            place &+= 8
            continue
          }
          place &+= marked.trailingZeroBitCount &>> 3
        }
        if block[place] < 0x80 {
          place &+= 1
          continue
        }
        let length = characterLength(block, place, end)
        if length == 0 { return place }
        census.look(block, place, end)
        place &+= length
      }
    }
    return nil
  }

  /// The number of bytes of the character at a place that is not ASCII, 0 if there is none.
  ///
  /// Source: The Unicode Standard, table 3-7.
  static func characterLength(_ block: Span<UInt8>, _ place: Int, _ end: Int) -> Int {
    let lead = block[place]
    let (length, lowest, highest): (Int, UInt8, UInt8) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    guard length > 0, place + length <= end else { return 0 }
    guard block[place + 1] >= lowest, block[place + 1] <= highest else { return 0 }
    for index in (place + 2)..<max(place + 2, place + length) where block[index] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
