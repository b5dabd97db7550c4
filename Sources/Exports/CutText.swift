/// Records that end with a cell of exactly 255 characters: what stood behind was cut off with it.
enum CutText {
  /// The code of the finding that says so, beside the one that names what is missing.
  static let code = "truncated-value"

  /// Whether the last cell of a record has exactly the length at which tools cut.
  ///
  /// - Parameter fields: The record.
  /// - Returns: Whether it has.
  static func endsCut(_ fields: RecordFields) -> Bool {
    guard fields.count > 0 else { return false }
    return CellLength(fields.bytes.span, fields.range(fields.count - 1))
      .isExactly(TextLengths.Limit.short.rawValue)
  }

  /// The column of a quoted cell that does not end, if it has exactly that length up to the end of
  /// the line.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - separator: The separator.
  /// - Returns: The column, counted from 1, or `nil`.
  static func openColumn(of line: Span<UInt8>, _ separator: UInt8) -> Int? {
    var column = 1
    var content: [UInt8] = []
    var isInside = false
    var place = 0
    while place < line.count {
      let byte = line[place]
      if byte == quote {
        if isInside, place + 1 < line.count, line[place + 1] == quote {
          content.append(byte)
          place += 1
        } else {
          isInside.toggle()
          content = []
        }
      } else if isInside {
        content.append(byte)
      } else if byte == separator {
        column += 1
      }
      place += 1
    }
    guard isInside else { return nil }
    let length = CellLength(content.span, 0..<content.count)
    return length.isExactly(TextLengths.Limit.short.rawValue) ? column : nil
  }

  /// How many records have such a finding.
  ///
  /// - Parameter findings: The findings of some records.
  /// - Returns: The number.
  static func count(_ findings: [Finding]) -> Int { findings.count { $0.code == code } }
}
