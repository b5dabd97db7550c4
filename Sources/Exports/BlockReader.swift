/// Turns text blocks whose records are known into typed chunks.
struct BlockReader: Sendable {
  let judge: RecordJudge
  /// Which columns to read.
  var plan: ReadingPlan
  let separator: UInt8
  /// What record offsets are counted from: the first byte after a byte order mark.
  let base: Int
  /// Heading rows, with a `sep=` line, and blank records before them.
  let headerCounts: RecordCounts

  /// Types the rows of a block.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - footer: The offset in the file's text from which on there are only summary rows and blanks.
  ///   - isFirst: Whether to count the heading rows too.
  ///   - memory: What the worker remembers.
  /// - Returns: Rows, findings and counts.
  func chunk(
    _ block: TextBlock, footer: Int, isFirst: Bool, _ memory: inout ReadingMemory
  ) -> TypedChunk {
    let rows = rows(of: block, footer: footer, isFirst: isFirst)
    let (columns, repairs) = memory.columns(plan, of: rows.cells)
    return TypedChunk(
      positions: rows.positions, columns: columns, findings: rows.findings, counts: rows.counts,
      repairs: repairs, lengths: rows.lengths, naming: memory.naming)
  }

  /// Finds the rows of a block.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - footer: The offset in the file's text from which on there are only summary rows and blanks.
  ///   - isFirst: Whether to count the heading rows too.
  /// - Returns: Cells, findings and counts.
  func rows(of block: TextBlock, footer: Int, isFirst: Bool) -> RowsRead<BlockCells> {
    let span = block.bytes.span
    let records = block.index.records
    var cells = BlockCells(columns: plan.columns, of: block)
    let first = records.first?.start ?? UInt32(block.text.lowerBound)
    let base = RecordPosition(
      record: block.firstRecord + 1, line: block.firstLine, lastLine: 0,
      byteOffset: block.fileOffset(Int(first)) - self.base, byteCount: 0)
    // Nothing below the data is a row; all offsets of the block are compared in its own terms.
    let dataEnd = footer - block.offset + block.text.lowerBound
    var rows: [UInt32]?  // as soon as some record is none
    var findings: [Finding] = []
    var counts = isFirst ? headerCounts : RecordCounts()
    counts.read += records.count
    var parser: RecordParser?
    let cellCount = UInt32(judge.header.cellCount)
    for number in records.indices {
      let record = records[number]
      if record.shape == .proven, record.fields == cellCount, Int(record.start) < dataEnd,
        !judge.maySayMore(span, record.range)
      {
        rows?.append(UInt32(truncatingIfNeeded: number))
        continue
      }
      if parser == nil { parser = RecordParser(separator: separator) }
      let isRead =
        (record.shape == .proven || record.shape == .open)
        && parser?.read(span.extracting(record.range)) == true
      let fields = isRead ? parser?.fields : nil
      if fields?.isBlank == true {
        counts.blank += 1
        if rows == nil { rows = (0..<number).map { UInt32($0) } }
        continue
      }
      let position = base.position(of: record, number: number, first: first)
      let found: [Finding]
      if let fields {
        found = judge.findings(fields, at: position, isBelowData: Int(record.start) >= dataEnd)
      } else {
        let isUnclosed = record.shape == .unclosedQuote
        found = judge.findings(
          isUnclosed ? .unclosedQuote : .strayQuote, at: position, span.extracting(record.range))
      }
      if !found.isEmpty {
        findings += found
        counts.rejected += 1
        if rows == nil { rows = (0..<number).map { UInt32($0) } }
        continue
      }
      if let fields, record.shape == .open { cells.replace(number, by: fields) }
      rows?.append(UInt32(number))
    }
    if let rows { cells.keep(rows) }
    counts.rows += cells.count
    var lengths = plan.lengths
    lengths.add(cells, plan.texts.map(\.column))
    lengths.cutRecords = CutText.count(findings)
    return RowsRead(
      cells: cells, positions: RecordPositions(records, rows: rows, base: base),
      findings: findings, counts: counts, lengths: lengths)
  }
}

/// The rows among some records, and what became of the others.
struct RowsRead<Cells: CellGrid> {
  let cells: Cells
  let positions: RecordPositions
  let findings: [Finding]
  let counts: RecordCounts
  let lengths: TextLengths
}
