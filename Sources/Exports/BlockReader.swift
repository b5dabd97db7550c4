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
      repairs: repairs, naming: memory.naming)
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
    var cells = BlockCells(columns: plan.columns, of: block)
    let first = block.index.records.first?.start ?? UInt32(block.text.lowerBound)
    var positions = RecordPositions(
      base: RecordPosition(
        record: block.firstRecord + 1, line: block.firstLine, lastLine: 0,
        byteOffset: block.fileOffset(Int(first)) - base,
        byteCount: 0))
    positions.reserveCapacity(block.index.records.count)
    // Nothing below the data is a row; all offsets of the block are compared in its own terms.
    let dataEnd = footer - block.offset + block.text.lowerBound
    var findings: [Finding] = []
    var counts = isFirst ? headerCounts : RecordCounts()
    counts.read += block.index.records.count
    var parser: RecordParser?
    let cellCount = UInt32(judge.header.cellCount)
    for (place, record) in block.index.records.enumerated() {
      if record.shape == .proven, record.fields == cellCount, Int(record.start) < dataEnd,
        !judge.maySayMore(span, record.range)
      {
        cells.append(record)
        positions.append(record, number: place, first: first)
        continue
      }
      if parser == nil { parser = RecordParser(separator: separator) }
      let position = positions.position(of: record, number: place, first: first)
      let finding: Finding?
      if record.shape == .proven || record.shape == .open,
        parser?.read(span.extracting(record.range)) == true, let fields = parser?.fields
      {
        if fields.isBlank {
          counts.blank += 1
          continue
        }
        finding = judge.finding(
          fields, at: position, isBelowData: Int(record.start) >= dataEnd)
        if finding == nil {
          if record.shape == .proven { cells.append(record) } else { cells.append(fields) }
          positions.append(record, number: place, first: first)
        }
      } else {
        let shape: RawRecord.Shape = record.shape == .unclosedQuote ? .unclosedQuote : .strayQuote
        finding = judge.finding(shape, at: position)
      }
      if let finding { findings.append(finding) }
    }
    counts.rows += positions.count
    counts.rejected += findings.count
    return RowsRead(cells: cells, positions: positions, findings: findings, counts: counts)
  }
}

/// The rows among some records, and what became of the others.
struct RowsRead<Cells: CellGrid> {
  let cells: Cells
  let positions: RecordPositions
  let findings: [Finding]
  let counts: RecordCounts
}
