/// A small gzip writer: one deflate block with the fixed codes, no name, no time.
///
/// Source: RFC 1951 and RFC 1952. It is here so that the compressed fixtures are the same bytes
/// on every machine, whatever version of zlib it has.
enum Gzip {
  /// One gzip member.
  static func member(_ bytes: [UInt8]) -> [UInt8] {
    var stream = BitStream(bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
    stream.append(0b011, count: 3)  // last block, fixed codes
    deflate(bytes, into: &stream)
    stream.append(literal: 256)
    stream.fillByte()
    return stream.bytes + little(checksum(bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// The CRC-32 of RFC 1952.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  private static func little(_ value: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static let window = 32768
  private static let longest = 258
  private static let tries = 64

  /// Greedy search for the longest match among the last places with the same three bytes.
  private static func deflate(_ bytes: [UInt8], into stream: inout BitStream) {
    var latest = [Int](repeating: -1, count: 1 << 15)
    var before = [Int](repeating: -1, count: bytes.count)
    func hash(_ place: Int) -> Int {
      let three =
        UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
        | UInt32(bytes[place + 2]) << 16
      return Int((three &* 0x9E37_79B1) >> 17)
    }
    func remember(_ place: Int) {
      guard place + 2 < bytes.count else { return }
      let slot = hash(place)
      before[place] = latest[slot]
      latest[slot] = place
    }
    func match(_ place: Int) -> (length: Int, distance: Int) {
      guard place + 2 < bytes.count else { return (0, 0) }
      var best = (length: 0, distance: 0)
      var candidate = latest[hash(place)]
      var left = tries
      while candidate >= 0, place - candidate <= window, left > 0 {
        var length = 0
        let most = min(longest, bytes.count - place)
        while length < most, bytes[candidate + length] == bytes[place + length] { length += 1 }
        if length > best.length { best = (length, place - candidate) }
        candidate = before[candidate]
        left -= 1
      }
      return best.length >= 3 ? best : (0, 0)
    }
    var place = 0
    while place < bytes.count {
      let found = match(place)
      if found.length == 0 {
        stream.append(literal: Int(bytes[place]))
        remember(place)
        place += 1
      } else {
        stream.append(length: found.length, distance: found.distance)
        for covered in place..<place + found.length { remember(covered) }
        place += found.length
      }
    }
  }
}

/// Bits packed from the lowest one up, as deflate wants them.
struct BitStream {
  private(set) var bytes: [UInt8]
  private var held: UInt32 = 0
  private var count = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Appends the low bits of a value, lowest first.
  mutating func append(_ value: Int, count added: Int) {
    held |= UInt32(value) << UInt32(count)
    count += added
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: held))
      held >>= 8
      count -= 8
    }
  }

  /// Appends a code, highest bit first.
  private mutating func append(code: Int, count added: Int) {
    var turned = 0
    for bit in 0..<added where code >> bit & 1 == 1 { turned |= 1 << (added - 1 - bit) }
    append(turned, count: added)
  }

  /// Appends a literal, the end of the block or a length code (RFC 1951, 3.2.6).
  mutating func append(literal: Int) {
    switch literal {
    case ..<144: append(code: 0x30 + literal, count: 8)
    case ..<256: append(code: 0x190 + literal - 144, count: 9)
    case ..<280: append(code: literal - 256, count: 7)
    default: append(code: 0xC0 + literal - 280, count: 8)
    }
  }

  /// Appends a match.
  mutating func append(length: Int, distance: Int) {
    if length == 258 {
      append(literal: 285)
    } else {
      let (code, extra, rest) = BitStream.group(length - 3, flat: 8, groupSize: 4)
      append(literal: 257 + code)
      append(rest, count: extra)
    }
    let (code, extra, rest) = BitStream.group(distance - 1, flat: 4, groupSize: 2)
    append(code: code, count: 5)
    append(rest, count: extra)
  }

  /// The code, the number of extra bits and their value (the tables of RFC 1951, 3.2.5).
  private static func group(
    _ value: Int, flat: Int, groupSize: Int
  ) -> (code: Int, extra: Int, rest: Int) {
    guard value >= flat else { return (value, 0, 0) }
    var extra = 1
    while value >= flat << extra { extra += 1 }
    let inner = value - (flat << (extra - 1))
    return (flat + (extra - 1) * groupSize + inner >> extra, extra, inner & (1 << extra - 1))
  }

  /// Fills up the last byte with zeros.
  mutating func fillByte() {
    if count > 0 { append(0, count: 8 - count) }
  }
}
