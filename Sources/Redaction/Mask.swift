/// What stands in a text where personal data was: the kind in capitals and brackets, such as `[NAME]`.
enum Mask {
  /// The masks as bytes, by kind.
  static let bytes: [[UInt8]] = Kind.allCases.map { Array("[\($0.code)]".utf8) }
  private static let known = Set(bytes)

  /// The length of the mask that begins at a bracket.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - start: Where the opening bracket stands.
  /// - Returns: Its length in bytes, or `nil` if no mask begins there.
  static func length(in text: Span<UInt8>, at start: Int) -> Int? {
    var index = start + 1
    while index < text.count, index < start + 20 {
      let byte = text[index]
      if byte == UInt8(ascii: "]") {
        let candidate = (start...index).map { text[$0] }
        return known.contains(candidate) ? candidate.count : nil
      }
      guard (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_") else { return nil }
      index += 1
    }
    return nil
  }
}
