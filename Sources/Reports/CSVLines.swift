/// Lines of a comma-separated table, for the tables of this room.
struct CSVLines {
  /// What has been written so far.
  private(set) var bytes: [UInt8] = []
  private var isLineStart = true

  /// Appends a text cell.
  ///
  /// - Parameter text: Any text.
  mutating func cell(_ text: String) {
    separate()
    let special: Set<UInt8> = [
      UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
    ]
    if text.utf8.contains(where: special.contains) {
      bytes.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    } else {
      bytes.append(contentsOf: text.utf8)
    }
  }

  /// Appends a figure.
  ///
  /// - Parameter value: The figure, or `nil` for an empty cell.
  mutating func cell(_ value: Double?) {
    separate()
    if let value { FigureText(value).write(to: &bytes) }
  }

  /// Ends the line.
  mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    isLineStart = true
  }

  private mutating func separate() {
    if !isLineStart { bytes.append(UInt8(ascii: ",")) }
    isLineStart = false
  }
}
