/// Rows that a spreadsheet adds below the data: totals and means.
enum SummaryRow {
  private static let words: Set<String> = [
    "summe", "gesamt", "gesamtsumme", "gesamtergebnis", "insgesamt", "mittelwert", "durchschnitt",
    "mittel", "median", "standardabweichung", "anzahl", "total", "totals", "grand total", "sum",
    "mean", "average", "avg", "std dev", "standard deviation", "count",
  ]

  /// Whether a record is such a row: its first cell that is not blank says so, and all others that
  /// are not blank are figures.
  ///
  /// - Parameter fields: The fields of the record.
  /// - Returns: Whether it is.
  static func isOne(_ fields: RecordFields) -> Bool {
    let bytes = fields.bytes.span
    var isNamed = false
    for field in 0..<fields.count {
      let range = Blanks.trim(bytes, fields.range(field))
      if range.isEmpty { continue }
      if isNamed {
        for index in range where !isOfFigure(bytes[index]) { return false }
      } else {
        guard range.count <= 24 else { return false }
        var text: [UInt8] = []
        for index in range { text.append(bytes[index]) }
        let folded = LabelFold.fold(String(decoding: text, as: UTF8.self))
        guard words.contains(folded) else { return false }
        isNamed = true
      }
    }
    return isNamed
  }

  private static func isOfFigure(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "%"),
      UInt8(ascii: " "):
      true
    default: false
    }
  }
}

extension SummaryRow {
  /// How much of the end of a text is searched for summary rows, in bytes.
  static let farthest = 1 << 16

  /// Where the lines at the end of a text start that are only summary rows and blank ones.
  ///
  /// Line by line from the end is enough: a line inside a quoted field is followed by one that closes
  /// it, whose quotes are not in order by itself; and a field that nothing closes is given up.
  ///
  /// - Parameters:
  ///   - text: The text, or its end.
  ///   - start: Where the data starts.
  ///   - separator: The separator.
  ///   - limits: The limits of quoted fields.
  /// - Returns: The offset of the first such row within the last 65,536 bytes, or the text's end.
  static func footer(
    of text: Span<UInt8>, from start: Int, separator: UInt8, limits: ReadingLimits
  ) -> Int {
    var parser = RecordParser(separator: separator)
    let first = max(start, text.count - farthest)
    var footer = text.count
    var end = text.count
    while end > first {
      var stop = end
      if text[stop - 1] == lineFeed { stop -= 1 }
      if stop > first, text[stop - 1] == carriageReturn, stop == end || stop == end - 1 {
        stop -= 1
      }
      var begin = stop
      while begin > first, text[begin - 1] != lineFeed, text[begin - 1] != carriageReturn {
        begin -= 1
      }
      // A line that is cut by the search's own limit is none.
      if begin == first, first > start { break }
      guard parser.read(text.extracting(begin..<stop)) else { break }
      if !parser.fields.isBlank {
        guard isOne(parser.fields) else { break }
        footer = begin
      }
      end = begin
    }
    return footer
  }
}
