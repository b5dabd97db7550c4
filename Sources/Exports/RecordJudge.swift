/// Decides which records are rows, and says why the others are none.
struct RecordJudge: Sendable {
  /// The row that names the columns.
  let header: HeadingRow
  /// The cells of the heading rows that can be read, to find them again among the records.
  let headingCells: [RecordCells]
  /// The columns whose headings the layout names, counted from 0.
  let columns: [Int]
  private let separator: UInt8

  /// Prepares to judge.
  ///
  /// - Parameters:
  ///   - header: The row that names the columns.
  ///   - headingCells: The cells of the heading rows that can be read.
  ///   - columns: The columns whose headings the layout names, counted from 0.
  ///   - separator: The separator.
  init(header: HeadingRow, headingCells: [RecordCells], columns: [Int], separator: UInt8) {
    self.header = header
    self.headingCells = headingCells
    self.columns = columns
    self.separator = separator
  }

  /// Whether a record must be looked at as a whole: it may be blank, or a heading row again.
  ///
  /// - Parameters:
  ///   - block: What holds the record.
  ///   - record: Where it stands.
  /// - Returns: `false` if it is surely neither.
  func maySayMore(_ block: Span<UInt8>, _ record: Range<Int>) -> Bool {
    var start = record.lowerBound
    while start < record.upperBound {
      let byte = block[start]
      if byte > 0x20, byte < 0x7F, byte != quote, byte != separator { break }
      start += 1
    }
    if start == record.upperBound { return true }
    return headingCells.contains { $0.mayStart(block, record, separator) }
  }

  /// Why a record is no row that neither the splitter nor libcsv accepts.
  ///
  /// - Parameters:
  ///   - shape: What the splitter found.
  ///   - position: Where the record stands.
  ///   - text: The record.
  /// - Returns: The findings, the reason first.
  func findings(
    _ shape: RawRecord.Shape, at position: RecordPosition, _ text: Span<UInt8>
  ) -> [Finding] {
    let isUnclosed = shape == .unclosedQuote || position.lastLine > position.line
    let reason = Finding(
      position: position, stage: .parse, code: isUnclosed ? "unclosed-quote" : "stray-quote")
    guard shape == .unclosedQuote, let column = CutText.openColumn(of: text, separator) else {
      return [reason]
    }
    return [reason, cut(column, at: position)]
  }

  /// Why a record that is not blank is no row, nothing if it is one.
  ///
  /// - Parameters:
  ///   - fields: Its fields.
  ///   - position: Where it stands.
  ///   - isBelowData: Whether only summary rows and blank ones follow it, and it is one itself.
  /// - Returns: The findings, the reason first.
  func findings(
    _ fields: RecordFields, at position: RecordPosition, isBelowData: Bool
  ) -> [Finding] {
    if headingCells.contains(where: { $0.equals(fields) }) {
      return [Finding(position: position, stage: .shape, code: "header-repeated")]
    }
    if isBelowData { return [Finding(position: position, stage: .shape, code: "summary-row")] }
    switch header.fit(of: fields) {
    case .fits: return []
    case .missing(let column):
      let reason = Finding(
        position: position, stage: .shape, code: "missing-cell", column: column,
        heading: heading(column))
      return CutText.endsCut(fields) ? [reason, cut(column - 1, at: position)] : [reason]
    case .extra(let column):
      return [Finding(position: position, stage: .shape, code: "extra-cell", column: column)]
    }
  }

  /// The cell of a column, counted from 1, is the last one and was cut.
  private func cut(_ column: Int, at position: RecordPosition) -> Finding {
    Finding(
      position: position, stage: .shape, code: CutText.code, column: column,
      heading: heading(column))
  }

  /// A heading, if the layout names it: others are the file's own texts and are not repeated.
  private func heading(_ column: Int) -> String? {
    columns.contains(column - 1) ? header.headings[column - 1] : nil
  }
}
