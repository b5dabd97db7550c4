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
  let judge: RecordJudge
  /// The offset in the text from which on there are only summary rows and blank ones.
  private let footer: Int
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
    judge = RecordJudge(
      header: dialect.header, headingCells: cells, columns: plan.named,
      separator: separator)
    let data = end < records.count ? records[end].offset : text.count
    footer = SummaryRow.footer(of: span, from: data, separator: separator, limits: limits)
  }

  /// Reads and types a run of records.
  ///
  /// - Parameters:
  ///   - range: The records, within `dataRecords`.
  ///   - isFirst: Whether to count the heading rows too.
  /// - Returns: Rows, findings and counts.
  func chunk(_ range: Range<Int>, isFirst: Bool) -> TypedChunk {
    let rows = rows(range, isFirst: isFirst)
    let (columns, repairs) = plan.columns(of: rows.cells)
    return TypedChunk(
      positions: rows.positions, columns: columns, findings: rows.findings, counts: rows.counts,
      repairs: repairs, lengths: rows.lengths, naming: Naming.next())
  }

  /// Settles how columns are read that the layout leaves open.
  ///
  /// - Parameter layout: What is wanted.
  /// - Returns: How they are written.
  /// - Throws: The first column that can be read in two ways.
  mutating func decideColumns(_ layout: SourceLayout) throws(ExportFailure) -> [ColumnDecision] {
    var surveys = ColumnSurveys(layout, plan)
    if !surveys.isEmpty { surveys.add(rows(dataRecords, isFirst: true).cells) }
    return try surveys.settle(layout, &plan)
  }

  /// Finds the rows among records.
  private func rows(_ range: Range<Int>, isFirst: Bool) -> RowsRead<CopiedCells> {
    let span = text.span
    var parser = RecordParser(separator: separator)
    var grid = CopiedCells(columns: plan.columns)
    var positions = RecordPositions()
    var findings: [Finding] = []
    var counts = isFirst ? headerCounts : RecordCounts()
    var lengths = plan.lengths
    let texts = plan.texts.map(\.column)
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
      let found =
        isRead
        ? judge.findings(parser.fields, at: position, isBelowData: record.offset >= footer)
        : judge.findings(record.shape, at: position, span.extracting(record.bytes))
      if !found.isEmpty {
        findings += found
        counts.rejected += 1
      } else {
        positions.append(position)
        grid.append(parser.fields)
        lengths.add(parser.fields, texts)
        counts.rows += 1
      }
    }
    lengths.cutRecords = CutText.count(findings)
    return RowsRead(
      cells: grid, positions: positions, findings: findings, counts: counts, lengths: lengths)
  }
}

/// The cells of a record, kept to compare others with.
struct RecordCells: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int]

  /// Whether a record may start with the first of these cells.
  ///
  /// - Parameters:
  ///   - block: What holds the record.
  ///   - record: Where it stands.
  ///   - separator: The separator.
  /// - Returns: `false` if it surely does not.
  func mayStart(_ block: Span<UInt8>, _ record: Range<Int>, _ separator: UInt8) -> Bool {
    guard let end = ends.first else { return true }
    var place = record.lowerBound
    if place < record.upperBound, block[place] == quote { place += 1 }
    // Files joined end to end keep the byte order mark of each; these cells may have one, too.
    if bytes.first == 0xEF { return true }
    if place + 2 < record.upperBound, block[place] == 0xEF, block[place + 1] == 0xBB { place += 3 }
    for index in 0..<end {
      if bytes[index] == quote { return true }
      guard place < record.upperBound, block[place] == bytes[index] else { return false }
      place += 1
    }
    return place == record.upperBound || block[place] == separator || block[place] == quote
  }

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
