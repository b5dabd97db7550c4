/// What a text must be before a YAML parser may see it: UTF-8 without control characters.
enum YAMLText {
  /// Finds the first byte that is not UTF-8 or the first control character.
  ///
  /// - Parameter bytes: The text without a byte order mark.
  /// - Returns: What is wrong and where, or `nil`.
  static func firstProblem(in bytes: [UInt8]) -> (message: Message, place: Place)? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (line, column) = (1, 1)
    var afterReturn = false
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput:
        return nil
      case .error:
        return (.notUTF8(), Place(line: line, column: column))
      case .scalarValue(let scalar):
        guard isAllowed(scalar.value) else {
          return (.controlCharacter(), Place(line: line, column: column))
        }
        if scalar == "\n" && afterReturn {
          column = 1
        } else if scalar == "\n" || scalar == "\r" {
          (line, column) = (line + 1, 1)
        } else {
          column += 1
        }
        afterReturn = scalar == "\r"
      }
    }
  }

  /// The character at a position.
  ///
  /// - Parameters:
  ///   - bytes: A valid UTF-8 text.
  ///   - index: The number of Unicode scalars before it.
  /// - Returns: The character, or `nil` at the end.
  static func scalar(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(index).first
  }

  /// Whether YAML 1.2 lets a character stand in a file (section 5.1, `c-printable`).
  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD: true
    default: value >= 0x10000
    }
  }
}
