/// The word lists that the finders rest on.
///
/// A list is front-coded: each word begins with a sign from `0` (U+0030) to `?` (U+003F) that says how many
/// of its bytes are those that the word before it begins with; then the rest of the word follows. Line
/// breaks mean nothing.
enum Words {
  /// Calls `body` with every word of a front-coded list.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - body: Gets the UTF-8 bytes of a word.
  static func forEach(in list: StaticString, _ body: ([UInt8]) -> Void) {
    var word: [UInt8] = []
    var isOpen = false
    forEachByte(of: list) { byte in
      switch byte {
      case 0x0A: break
      case 0x30...0x3F:
        if isOpen { body(word) }
        word.removeSubrange(Int(byte &- 0x30)...)
        isOpen = true
      default: word.append(byte)
      }
    }
    if isOpen { body(word) }
  }

  /// Calls `body` with every word of a list with blanks or line breaks between words.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - body: Gets the UTF-8 bytes of a word.
  static func forEach(spacedIn list: StaticString, _ body: ([UInt8]) -> Void) {
    var word: [UInt8] = []
    forEachByte(of: list) { byte in
      if byte == 0x20 || byte == 0x0A {
        if !word.isEmpty { body(word) }
        word.removeAll(keepingCapacity: true)
      } else {
        word.append(byte)
      }
    }
    if !word.isEmpty { body(word) }
  }

  /// The bytes of a list without line breaks.
  static func bytes(of list: StaticString) -> [UInt8] {
    var bytes: [UInt8] = []
    forEachByte(of: list) { byte in if byte != 0x0A { bytes.append(byte) } }
    return bytes
  }

  private static func forEachByte(of list: StaticString, _ body: (UInt8) -> Void) {
    list.withUTF8Buffer { buffer in
      for index in buffer.indices { unsafe body(buffer[index]) }
    }
  }
}
