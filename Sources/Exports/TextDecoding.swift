/// Turns the bytes of an export into UTF-8 by a plain rule: byte order mark, null bytes of UTF-16,
/// valid UTF-8, and otherwise Windows-1252.
struct DecodedText {
  /// UTF-8 without a byte order mark.
  let bytes: [UInt8]
  /// The encoding of the file.
  let encoding: TextEncoding
  /// Whether the file began with a byte order mark.
  let hasByteOrderMark: Bool

  /// Decodes bytes.
  ///
  /// - Parameters:
  ///   - stored: The inflated bytes of the file.
  ///   - given: The encoding the pipeline names, or `nil` to detect it.
  ///   - isPart: Whether the bytes may be cut off in the middle of a character.
  /// - Throws: That the bytes are no text, or not of the given encoding.
  init(_ stored: [UInt8], given: TextEncoding?, isPart: Bool = false) throws(ExportFailure) {
    if let kind = DecodedText.foreignKind(stored) { throw .notCSV(kind) }
    let mark = DecodedText.mark(stored)
    let encoding = given ?? mark?.encoding ?? DecodedText.guess(stored, isPart: isPart)
    let body = mark.map { $0.encoding == encoding ? $0.length : 0 } ?? 0
    switch encoding {
    case .utf8:
      if let bad = firstInvalidUTF8(stored, from: body, isPart: isPart) {
        throw .undecodable(.utf8, byteOffset: bad)
      }
      bytes = body == 0 ? stored : Array(stored[body...])
    case .utf16LittleEndian, .utf16BigEndian:
      bytes = try DecodedText.utf16(
        stored, from: body, isLittle: encoding == .utf16LittleEndian, isPart: isPart)
    case .windows1252:
      bytes = Windows1252.decode(stored)
    }
    self.encoding = encoding
    hasByteOrderMark = body > 0
    if DecodedText.looksBinary(bytes) { throw .notCSV(.binary) }
  }

  private static func mark(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// Files that are known by their first bytes not to be CSV.
  private static func foreignKind(_ bytes: [UInt8]) -> ExportFailure.Kind? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
    if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .excel }
    if bytes.starts(with: Array("$FL2".utf8)) || bytes.starts(with: Array("$FL3".utf8)) {
      return .spss
    }
    let start = bytes.prefix(512).drop { $0 <= 0x20 || $0 >= 0xBB }.prefix(14)
    let lower = String(decoding: start, as: UTF8.self).lowercased()
    return lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") ? .html : nil
  }

  /// Whether more than one in five hundred of the first characters is a control character that no
  /// text has; a single null byte in a long file is damage to one cell, not a binary file.
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(1 << 16)
    let controls = sample.count { $0 < 0x20 && !($0 >= 0x09 && $0 <= 0x0D) }
    return controls * 500 > sample.count
  }

  /// UTF-16 of European text has a null byte in nearly every other place.
  private static func guess(_ bytes: [UInt8], isPart: Bool) -> TextEncoding {
    let sample = bytes.prefix(4096)
    var nulls = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { nulls[index & 1] += 1 }
    let half = sample.count / 2
    if half >= 2, bytes.count % 2 == 0 || isPart {
      if nulls[1] * 2 > half, nulls[0] * 10 < half { return .utf16LittleEndian }
      if nulls[0] * 2 > half, nulls[1] * 10 < half { return .utf16BigEndian }
    }
    return firstInvalidUTF8(bytes, from: 0, isPart: isPart) == nil ? .utf8 : .windows1252
  }

  private static func utf16(
    _ bytes: [UInt8], from start: Int, isLittle: Bool, isPart: Bool
  ) throws(ExportFailure) -> [UInt8] {
    let encoding: TextEncoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count / 2 + 16)
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    var index = start
    while index + 1 < bytes.count {
      var value = unit(index)
      index += 2
      if value & 0xF800 == 0xD800 {
        guard index + 1 < bytes.count else {
          if isPart { return output }
          throw .undecodable(encoding, byteOffset: index - 2)
        }
        let low = unit(index)
        guard value < 0xDC00, low & 0xFC00 == 0xDC00 else {
          throw .undecodable(encoding, byteOffset: index - 2)
        }
        value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
        index += 2
      }
      appendUTF8(value, to: &output)
    }
    guard index == bytes.count || isPart else {
      throw .undecodable(encoding, byteOffset: index)
    }
    return output
  }
}

/// Appends one scalar value as UTF-8.
func appendUTF8(_ value: UInt32, to output: inout [UInt8]) {
  switch value {
  case 0..<0x80: output.append(UInt8(value))
  case 0x80..<0x800:
    output.append(UInt8(0xC0 | value >> 6))
    output.append(UInt8(0x80 | value & 0x3F))
  case 0x800..<0x10000:
    output.append(UInt8(0xE0 | value >> 12))
    output.append(UInt8(0x80 | value >> 6 & 0x3F))
    output.append(UInt8(0x80 | value & 0x3F))
  default:
    output.append(UInt8(0xF0 | value >> 18))
    output.append(UInt8(0x80 | value >> 12 & 0x3F))
    output.append(UInt8(0x80 | value >> 6 & 0x3F))
    output.append(UInt8(0x80 | value & 0x3F))
  }
}

/// The offset of the first byte that is not well-formed UTF-8, or `nil` if all is.
///
/// Source: The Unicode Standard, table 3-7 (well-formed byte sequences).
func firstInvalidUTF8(_ bytes: [UInt8], from start: Int, isPart: Bool) -> Int? {
  var index = start
  while index < bytes.count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    let (length, low, high): (Int, UInt8, UInt8)
    switch lead {
    case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
    case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
    case 0xED: (length, low, high) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
    case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
    case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
    default: return index
    }
    for step in 1..<length {
      guard index + step < bytes.count else { return isPart ? nil : index }
      let byte = bytes[index + step]
      guard step == 1 ? (low...high).contains(byte) : byte & 0xC0 == 0x80 else { return index }
    }
    index += length
  }
  return nil
}

/// Windows-1252: Latin-1 with printable characters from 0x80 to 0x9F.
///
/// Source: the WHATWG Encoding Standard; the five unused bytes stand for the control characters of
/// the same number, so that decoding never fails.
enum Windows1252 {
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0..<0x80: output.append(byte)
      case 0x80..<0xA0: appendUTF8(upper[Int(byte) - 0x80], to: &output)
      default: appendUTF8(UInt32(byte), to: &output)
      }
    }
    return output
  }
}
