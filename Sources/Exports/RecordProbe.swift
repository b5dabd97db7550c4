/// What the splitter and libcsv make of a text, before headings, shape and types.
///
/// For tests of reading by itself. It holds cell texts, so it is no part of the interface that other
/// rooms see.
@_spi(Testing) public struct RecordProbe: Sendable, Equatable {
  /// Where the record stands in the text, without its line end.
  public let bytes: Range<Int>
  /// The physical line it starts on, from 1.
  public let line: Int
  /// The physical line it ends on.
  public let lastLine: Int
  /// Its fields with all blanks, none for an empty line; `nil` if the record is rejected.
  public let fields: [[UInt8]]?
  /// Whether it is rejected because a quoted field does not end where it may.
  public let isUnclosed: Bool

  /// Splits and parses a text as `ExportFile` does.
  ///
  /// - Parameters:
  ///   - text: UTF-8 without a byte order mark.
  ///   - separator: The separator.
  ///   - limits: The limits of quoted fields.
  /// - Returns: All records in order.
  public static func records(
    of text: [UInt8], separator: UInt8, limits: ReadingLimits = .init()
  ) -> [RecordProbe] {
    precondition(isSeparator(separator), "a separator is one ASCII mark or tab")
    let span = text.span
    var splitter = RecordSplitter(separator: separator, limits: limits, position: 0, line: 1)
    var parser = RecordParser(separator: separator)
    var records: [RecordProbe] = []
    while let record = splitter.next(in: span) {
      let isRead = record.shape == .regular && parser.read(span.extracting(record.bytes))
      let fields = parser.fields
      records.append(
        RecordProbe(
          bytes: record.bytes, line: record.line, lastLine: record.line + Int(record.breaks),
          fields: isRead ? (0..<fields.count).map { Array(fields.bytes[fields.range($0)]) } : nil,
          isUnclosed: record.shape == .unclosedQuote))
    }
    return records
  }
}
