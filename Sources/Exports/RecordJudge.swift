/// Decides which records are rows, and says why the others are none.
struct RecordJudge: Sendable {
  /// The row that names the columns.
  let header: HeadingRow
  /// The cells of the heading rows that can be read, to find them again among the records.
  let headingCells: [RecordCells]
  /// The columns that are read, counted from 0.
  let columns: [Int]
  private let separator: UInt8

  /// Prepares to judge.
  ///
  /// - Parameters:
  ///   - header: The row that names the columns.
  ///   - headingCells: The cells of the heading rows that can be read.
  ///   - columns: The columns that are read, counted from 0.
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
  /// - Returns: The finding.
  func finding(_ shape: RawRecord.Shape, at position: RecordPosition) -> Finding {
    let isUnclosed = shape == .unclosedQuote || position.lastLine > position.line
    return Finding(
      position: position, stage: .parse, code: isUnclosed ? "unclosed-quote" : "stray-quote")
  }

  /// Why a record that is not blank is no row, `nil` if it is one.
  ///
  /// - Parameters:
  ///   - fields: Its fields.
  ///   - position: Where it stands.
  ///   - isBelowData: Whether only summary rows and blank ones follow it, and it is one itself.
  /// - Returns: The finding.
  func finding(
    _ fields: RecordFields, at position: RecordPosition, isBelowData: Bool
  ) -> Finding? {
    if headingCells.contains(where: { $0.equals(fields) }) {
      return Finding(position: position, stage: .shape, code: "header-repeated")
    }
    if isBelowData { return Finding(position: position, stage: .shape, code: "summary-row") }
    return finding(header.fit(of: fields), at: position)
  }

  /// Why a record is no row that does not fit the headings.
  ///
  /// - Parameters:
  ///   - fit: How it fits.
  ///   - position: Where it stands.
  /// - Returns: The finding, `nil` if it fits.
  func finding(_ fit: HeadingRow.Fit, at position: RecordPosition) -> Finding? {
    switch fit {
    case .fits: return nil
    case .missing(let column):
      // Other headings are the file's own texts; only those that the pipeline names are repeated.
      let isWanted = columns.contains(column - 1)
      return Finding(
        position: position, stage: .shape, code: "missing-cell", column: column,
        heading: isWanted ? header.headings[column - 1] : nil)
    case .extra(let column):
      return Finding(position: position, stage: .shape, code: "extra-cell", column: column)
    }
  }
}
