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

extension RecordSource {
  /// The records at the end of a file from which on there are only summary rows and blank ones.
  ///
  /// - Parameters:
  ///   - records: All records.
  ///   - dataRecords: Those that may be rows.
  ///   - text: The text they stand in.
  ///   - separator: The separator.
  /// - Returns: The index of the first one, or the end.
  static func footer(
    of records: [RawRecord], _ dataRecords: Range<Int>, in text: Span<UInt8>, separator: UInt8
  ) -> Int {
    var parser = RecordParser(separator: separator)
    var footer = dataRecords.upperBound
    for index in dataRecords.reversed() {
      let record = records[index]
      guard record.shape == .regular, parser.read(text.extracting(record.bytes)) else { break }
      if parser.fields.isBlank { continue }
      guard SummaryRow.isOne(parser.fields) else { break }
      footer = index
    }
    return footer
  }
}
