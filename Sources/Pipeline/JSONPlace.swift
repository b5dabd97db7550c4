/// Finds where a text stops being JSON (RFC 8259), because Foundation's decoder does not say.
struct JSONPlace {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private struct Stop: Error {}

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the first thing stands that does not belong.
  ///
  /// - Parameter bytes: UTF-8.
  /// - Returns: Line and column in characters, both from 1; `nil` if every byte could be JSON.
  static func firstMistake(in bytes: [UInt8]) -> (line: Int, column: Int)? {
    var scanner = JSONPlace(bytes)
    let isValue: Bool
    do throws(Stop) {
      try scanner.value()
      scanner.skipBlanks()
      isValue = true
    } catch {
      isValue = false
    }
    if isValue, scanner.position == bytes.count { return nil }
    let before = bytes[..<scanner.position]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return (line, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, [0x09, 0x0A, 0x0D, 0x20].contains(byte) { position += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) throws(Stop) {
    guard next == UInt8(ascii: sign) else { throw Stop() }
    position += 1
  }

  private mutating func value() throws(Stop) {
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): try elements(until: "}", isObject: true)
    case UInt8(ascii: "["): try elements(until: "]", isObject: false)
    case UInt8(ascii: "\""): try text()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
  }

  private mutating func elements(until end: Unicode.Scalar, isObject: Bool) throws(Stop) {
    guard depth < 256 else { throw Stop() }
    depth += 1
    position += 1
    skipBlanks()
    if next != UInt8(ascii: end) {
      while true {
        if isObject {
          skipBlanks()
          try text()
          skipBlanks()
          try take(":")
        }
        try value()
        skipBlanks()
        guard next == UInt8(ascii: ",") else { break }
        position += 1
      }
    }
    try take(end)
    depth -= 1
  }

  private mutating func text() throws(Stop) {
    try take("\"")
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw Stop() }
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(position, bytes.count)
    try take("\"")
  }

  private mutating func word(_ word: String) throws(Stop) {
    for byte in word.utf8 {
      guard next == byte else { throw Stop() }
      position += 1
    }
  }

  private mutating func number() throws(Stop) {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) || Array("+-.eE".utf8).contains(byte) {
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let digits = Array(text.utf8.drop { $0 == UInt8(ascii: "-") })
    let zero = UInt8(ascii: "0")
    guard let first = digits.first, (zero...zero + 9).contains(first),
      first != zero || digits.count == 1 || !(zero...zero + 9).contains(digits[1]),
      let number = Double(text), number.isFinite
    else {
      position = start
      throw Stop()
    }
  }
}
