/// A file's text as UTF-8, with how its encoding was decided.
struct DecodedText {
  /// UTF-8; the file's own bytes if it is UTF-8 already.
  var bytes: [UInt8]
  /// Where the text starts in `bytes`, after a byte order mark.
  var start: Int
  var encoding: TextEncoding
  var decision: EncodingDecision
  /// What the bytes beyond ASCII say.
  private(set) var census = TextCensus()

  /// Decodes a file by the rule: given encoding, mark, null bytes, valid UTF-8, Windows-1252.
  ///
  /// - Parameters:
  ///   - stored: The file, inflated.
  ///   - given: The encoding, or `nil` to detect it.
  ///   - isPart: Whether `stored` is only the file's beginning, so that a character may be cut.
  ///   - notUTF8: The offset of the first byte that is not UTF-8, if that is known.
  /// - Throws: `undecodable`.
  init(
    _ stored: [UInt8], as given: TextEncoding?, isPart: Bool, notUTF8: Int? = nil
  ) throws(ExportFailure) {
    let mark = Self.mark(of: stored)
    if let given, let mark, mark.encoding != given {
      throw .undecodable(encoding: given, byteOffset: 0)
    }
    start = mark?.length ?? 0
    if let given {
      (encoding, decision) = (given, .given)
    } else if let mark {
      (encoding, decision) = (mark.encoding, .byteOrderMark)
    } else if let found = Self.wideEncoding(of: stored) {
      (encoding, decision) = (found, .nullBytes)
    } else if let invalid = notUTF8
      ?? Self.firstInvalidUTF8(in: stored, from: 0, isPart: isPart)
    {
      (encoding, decision) = (.windows1252, .fallback(firstByteNotUTF8: invalid))
    } else {
      (encoding, decision) = (.utf8, .validUTF8)
    }
    switch encoding {
    case .utf8:
      let isChecked = decision == .validUTF8
      if !isChecked,
        let invalid = Self.firstInvalidUTF8(in: stored, from: start, isPart: isPart)
      {
        throw .undecodable(encoding: .utf8, byteOffset: invalid)
      }
      bytes = stored
    case .windows1252:
      bytes = Windows1252.decode(stored)
    case .utf16LittleEndian, .utf16BigEndian:
      let isBig = encoding == .utf16BigEndian
      if decision == .given, mark == nil, !Self.hasPlainUnit(stored, isBig: isBig) {
        throw .undecodable(encoding: encoding, byteOffset: 0)
      }
      bytes = try Self.decodeWide(stored, from: start, as: encoding, isPart: isPart)
      start = 0
    }
    census = TextCensus.of(encoding, stored: stored, text: bytes)
  }

  /// Decodes a piece of a text that is not UTF-8.
  ///
  /// - Parameters:
  ///   - piece: The piece, from the start of a character to the end of one.
  ///   - encoding: The encoding.
  ///   - offset: The offset of the piece in the text.
  /// - Returns: UTF-8 without a byte order mark at the start of the text.
  /// - Throws: `undecodable`.
  static func decode(
    _ piece: [UInt8], as encoding: TextEncoding, at offset: Int
  ) throws(ExportFailure) -> [UInt8] {
    guard encoding != .windows1252 else { return Windows1252.decode(piece) }
    let start = offset == 0 ? mark(of: piece)?.length ?? 0 : 0
    do throws(ExportFailure) {
      return try decodeWide(piece, from: start, as: encoding, isPart: false)
    } catch .undecodable(let encoding, let place) {
      throw .undecodable(encoding: encoding, byteOffset: offset + place)
    }
  }

  private static func mark(of bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark: of the first 4,096 bytes, one half has at least two null bytes, in at
  /// least one of twenty places, and at least four times as many as the other half.
  private static func wideEncoding(of bytes: [UInt8]) -> TextEncoding? {
    let length = min(bytes.count, 4_096)
    var even = 0
    var odd = 0
    for index in 0..<length where bytes[index] == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    if odd * 40 >= length, odd >= 4 * even, odd > 1 { return .utf16LittleEndian }
    if even * 40 >= length, even >= 4 * odd, even > 1 { return .utf16BigEndian }
    return nil
  }

  /// Whether the first 4,096 bytes hold an ASCII character in UTF-16, as every export does.
  private static func hasPlainUnit(_ bytes: [UInt8], isBig: Bool) -> Bool {
    stride(from: 0, to: min(bytes.count, 4_096) - 1, by: 2).contains { index in
      let (high, low) = isBig ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
      return high == 0 && low > 0 && low < 0x80
    }
  }

  private static func firstInvalidUTF8(in bytes: [UInt8], from start: Int, isPart: Bool) -> Int? {
    let span = bytes.span.extracting(start..<bytes.count)
    do {
      _ = try UTF8Span(validating: span)
      return nil
    } catch {
      let offset = start + error.byteOffsets.lowerBound
      // A character cut at the end of the part: at most three of its bytes are there.
      let isCut = isPart && bytes.count - offset < 4 && bytes[offset] >= 0xC2
      let isWhole = !isCut || bytes[(offset + 1)...].contains { $0 & 0xC0 != 0x80 }
      return isWhole ? offset : nil
    }
  }

  private static func decodeWide(
    _ stored: [UInt8], from start: Int, as encoding: TextEncoding, isPart: Bool
  ) throws(ExportFailure) -> [UInt8] {
    let isBig = encoding == .utf16BigEndian
    let source = stored.span
    var output: [UInt8] = []
    output.reserveCapacity(stored.count / 2 + stored.count / 8)
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(source[index]), UInt32(source[index + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    var index = start
    while index + 1 < source.count {
      let plain = plainLength(source, from: index, isBig: isBig)
      if plain > 0 {
        appendPlain(source, from: isBig ? index + 1 : index, count: plain / 2, to: &output)
        index += plain
        continue
      }
      let value = unit(index)
      if value < 0x80 {
        output.append(UInt8(truncatingIfNeeded: value))
      } else if value < 0xD800 || value > 0xDFFF {
        appendUTF8(value, to: &output)
      } else {
        if isPart, value < 0xDC00, index + 3 >= source.count { return output }
        guard value < 0xDC00, index + 3 < source.count, case let low = unit(index + 2),
          low >= 0xDC00, low <= 0xDFFF
        else { throw .undecodable(encoding: encoding, byteOffset: index) }
        appendUTF8(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00), to: &output)
        index += 2
      }
      index += 2
    }
    guard index == source.count || isPart else {
      throw .undecodable(encoding: encoding, byteOffset: index)
    }
    return output
  }
}

/// The number of bytes, a multiple of 16, that hold nothing but ASCII characters in UTF-16.
private func plainLength(_ source: Span<UInt8>, from start: Int, isBig: Bool) -> Int {
  let bytes = unsafe source.bytes
  // Of two bytes the first one in memory is the lower half of a little-endian word.
  let mask: UInt64 = isBig ? 0x80FF_80FF_80FF_80FF : 0xFF80_FF80_FF80_FF80
  var place = start
  while place &+ 16 <= source.count {
    let low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    let high = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self)
    if (low | high).littleEndian & mask != 0 { break }
    place &+= 16
  }
  return place - start
}

/// Appends every other byte.
private func appendPlain(
  _ source: Span<UInt8>, from start: Int, count: Int, to output: inout [UInt8]
) {
  let before = output.count
  output.append(contentsOf: repeatElement(0, count: count))
  unsafe source.withUnsafeBufferPointer { source in
    unsafe output.withUnsafeMutableBufferPointer { output in
      for place in 0..<count {
        unsafe output[before &+ place] = source[start &+ place &* 2]
      }
    }
  }
}

/// Appends a scalar value of at least 0x80 as UTF-8.
///
/// - Parameters:
///   - value: The scalar value; no surrogate.
///   - output: What it is appended to.
func appendUTF8(_ value: UInt32, to output: inout [UInt8]) {
  func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: value >> shift & 0x3F) }
  if value < 0x800 {
    output.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
  } else if value < 0x10000 {
    output.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
    output.append(tail(6))
  } else {
    output.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
    output.append(tail(12))
    output.append(tail(6))
  }
  output.append(tail(0))
}
