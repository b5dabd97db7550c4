/// What the beginning of a file says about the whole: encoding, separator, headings, where data starts.
struct StreamHead: Sendable {
  private(set) var facts: ExportFacts
  let headings: [String]
  let isGzip: Bool
  let separator: UInt8
  /// Where the data starts in the text, and its physical line.
  let (dataStart, dataLine): (Int, Int)
  private(set) var reader: BlockReader

  /// The number of bytes that are looked at, before and after inflating.
  private static let mostBytes = 1 << 22

  /// Looks at the beginning of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - name: Its name.
  ///   - layout: What to read and how.
  ///   - limits: Sizes to keep to.
  ///   - notUTF8: The offset of the first byte that is not UTF-8, if that is known.
  /// - Throws: Why it cannot be read at all.
  init(
    _ file: StoredBytes, name: String, layout: SourceLayout, limits: ReadingLimits, notUTF8: Int?
  ) throws(ExportFailure) {
    let stored = try file.bytes(0..<min(file.count, Self.mostBytes))
    let loaded = try LoadedText(
      stored, isPart: stored.count < file.count, limit: Self.mostBytes, encoding: layout.encoding,
      notUTF8: notUTF8)
    let dialect = try Dialect(loaded, layout: layout, limits: limits)
    let plan = try ReadingPlan(layout, dialect.header)
    separator = dialect.trial.separator
    headings = dialect.header.headings
    isGzip = loaded.compression != .none

    let decoded = loaded.text.bytes
    let text = decoded.span
    var splitter = RecordSplitter(
      separator: separator, limits: limits, position: loaded.start.offset, line: loaded.start.line)
    var parser = RecordParser(separator: separator)
    var cells: [RecordCells] = []
    var counts = RecordCounts()
    while counts.header < layout.headerRows,
      let record = splitter.next(in: text, isCut: loaded.isPart)
    {
      if counts.header == 0, let line = dialect.trial.line, record.line < line {
        counts.blank += 1
        continue
      }
      counts.header += 1
      if record.shape == RawRecord.Shape.regular, parser.read(text.extracting(record.bytes)),
        !parser.fields.isBlank
      {
        cells.append(RecordCells(parser.fields))
      }
    }
    if counts.header < layout.headerRows, loaded.isPart {
      throw .noHeader(line: splitter.line, betterSeparator: nil)
    }
    (dataStart, dataLine) = (splitter.position, splitter.line)
    if loaded.separatorLine != nil { counts.header += 1 }
    counts.read = counts.header + counts.blank
    reader = BlockReader(
      judge: RecordJudge(
        header: dialect.header, headingCells: cells, columns: plan.named, separator: separator),
      plan: plan, separator: separator, base: loaded.text.start, headerCounts: counts)
    facts = ExportFacts(
      fileName: name, storedByteCount: file.count, compression: loaded.compression,
      encoding: loaded.text.encoding, encodingDecision: loaded.text.decision,
      census: loaded.text.census, separator: separator,
      separatorDecision: dialect.decision, fittingRecords: dialect.trial.fitting,
      sampledRecords: dialect.trial.sampled, lineEnd: .none,
      headingCount: dialect.header.headings.count, decisions: [])
    try facts.findLine(in: file)
  }

  /// Settles how columns are read that the layout leaves open.
  ///
  /// - Parameters:
  ///   - layout: What is wanted.
  ///   - surveys: What the cells of all rows say.
  /// - Throws: The first column that can be read in two ways.
  mutating func settle(
    _ layout: SourceLayout, _ surveys: ColumnSurveys
  ) throws(ExportFailure) {
    facts.decisions = try surveys.settle(layout, &reader.plan)
  }
}
