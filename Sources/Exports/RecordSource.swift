/// The records of a file and how to read them.
struct RecordSource: Sendable {
  /// The records that may be rows, as a range of all records; heading rows stand before them.
  let dataRecords: Range<Int>
  /// How records end.
  let lineEnd: LineEnd

  let text: [UInt8]
  /// What record offsets are counted from: the first byte after a byte order mark.
  private let base: Int
  let records: [RawRecord]
  let header: HeadingRow
  /// From which record on there are only summary rows and blank ones.
  private let footer: Int
  /// The cells of the heading rows that can be read, to find them again among the records.
  private let headingCells: [RecordCells]
  let separator: UInt8
  /// Which columns to read; `decideColumns` settles what the layout leaves open.
  var plan: ReadingPlan
  /// Heading rows, with a `sep=` line, and blank records before them.
  private let headerCounts: RecordCounts

  /// Splits a text.
  ///
  /// - Parameters:
  ///   - loaded: The text.
  ///   - dialect: Its separator and heading row.
  ///   - plan: Which columns to read.
  ///   - headerRows: The number of heading rows; those after the first are the records that follow
  ///     it, whatever they hold.
  ///   - limits: The limits of quoted fields.
  init(
    _ loaded: LoadedText, dialect: Dialect, plan: ReadingPlan, headerRows: Int,
    limits: ReadingLimits
  ) {
    let text = loaded.text.bytes
    self.text = text
    base = loaded.text.start
    header = dialect.header
    separator = dialect.trial.separator
    self.plan = plan

    let span = text.span
    var splitter = RecordSplitter(
      separator: separator, limits: limits, position: loaded.start.offset, line: loaded.start.line)
    var records: [RawRecord] = []
    var endings = [0, 0, 0, 0]
    while let record = splitter.next(in: span) {
      endings[Int(record.ending)] += 1
      records.append(record)
    }
    self.records = records
    lineEnd =
      switch (endings[1] > 0, endings[2] > 0, endings[3] > 0) {
      case (false, false, false): .none
      case (true, false, false): .lf
      case (false, true, false): .crlf
      case (false, false, true): .cr
      default: .mixed
      }

    let first = records.firstIndex { $0.line == dialect.trial.line } ?? 0
    let end = min(first + headerRows, records.count)
    dataRecords = end..<records.count
    var counts = RecordCounts()
    counts.header = end - first + (loaded.separatorLine == nil ? 0 : 1)
    counts.blank = first
    counts.read = counts.header + counts.blank
    headerCounts = counts

    var parser = RecordParser(separator: separator)
    var cells: [RecordCells] = []
    for record in records[first..<end] where record.shape == .regular {
      if parser.read(span.extracting(record.bytes)), !parser.fields.isBlank {
        cells.append(RecordCells(parser.fields))
      }
    }
    headingCells = cells
    footer = Self.footer(of: records, end..<records.count, in: span, separator: separator)
  }

  /// Reads and types a run of records.
  ///
  /// - Parameters:
  ///   - range: The records, within `dataRecords`.
  ///   - isFirst: Whether to count the heading rows too.
  /// - Returns: Rows, findings and counts.
  func chunk(_ range: Range<Int>, isFirst: Bool) -> TypedChunk {
    let span = text.span
    var parser = RecordParser(separator: separator)
    var grid = CellGrid(columns: plan.columns)
    var positions: [RecordPosition] = []
    var findings: [Finding] = []
    var counts = isFirst ? headerCounts : RecordCounts()
    positions.reserveCapacity(range.count)
    for index in range {
      let record = records[index]
      counts.read += 1
      let isRead = record.shape == .regular && parser.read(span.extracting(record.bytes))
      if isRead, parser.fields.isBlank {
        counts.blank += 1
        continue
      }
      let position = RecordPosition(
        record: index - dataRecords.lowerBound + 1, line: record.line,
        lastLine: record.line + Int(record.breaks), byteOffset: record.offset - base,
        byteCount: record.count)
      if let finding = finding(record, at: position, isRead ? parser.fields : nil) {
        findings.append(finding)
        counts.rejected += 1
      } else {
        positions.append(position)
        grid.append(parser.fields)
        counts.rows += 1
      }
    }
    let (columns, repairs) = plan.columns(of: grid)
    return TypedChunk(
      positions: positions, columns: columns, findings: findings, counts: counts, repairs: repairs)
  }

  /// Why a record is no row, `nil` if it is one.
  private func finding(
    _ record: RawRecord, at position: RecordPosition, _ fields: RecordFields?
  ) -> Finding? {
    guard let fields else {
      let isUnclosed = record.shape == .unclosedQuote || record.breaks > 0
      return Finding(
        position: position, stage: .parse, code: isUnclosed ? "unclosed-quote" : "stray-quote")
    }
    if headingCells.contains(where: { $0.equals(fields) }) {
      return Finding(position: position, stage: .shape, code: "header-repeated")
    }
    if position.record > footer - dataRecords.lowerBound {
      return Finding(position: position, stage: .shape, code: "summary-row")
    }
    switch header.fit(of: fields) {
    case .fits: return nil
    case .missing(let column):
      // Other headings are the file's own texts; only those that the pipeline names are repeated.
      let isWanted = plan.columns.contains(column - 1)
      return Finding(
        position: position, stage: .shape, code: "missing-cell", column: column,
        heading: isWanted ? header.headings[column - 1] : nil)
    case .extra(let column):
      return Finding(position: position, stage: .shape, code: "extra-cell", column: column)
    }
  }
}

/// The cells of a record, kept to compare others with.
struct RecordCells: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int]

  /// Keeps the fields of a record.
  init(_ fields: RecordFields) {
    bytes = fields.bytes
    ends = fields.ends
  }

  /// Whether a record has the same cells, byte for byte, apart from a byte order mark before them:
  /// files joined end to end keep the mark of each.
  func equals(_ fields: RecordFields) -> Bool {
    let mark = fields.bytes.count - bytes.count
    guard mark == 0 || (mark == 3 && fields.bytes.starts(with: [0xEF, 0xBB, 0xBF])) else {
      return false
    }
    return ends.elementsEqual(fields.ends.lazy.map { $0 - mark })
      && bytes.elementsEqual(fields.bytes[mark...])
  }
}
