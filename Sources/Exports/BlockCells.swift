/// The cells of the rows of a text block, where they stand.
struct BlockCells: CellGrid {
  /// A record that is a row.
  struct Row {
    /// The offset of its first byte.
    var start: UInt32
    /// The index of its first field's end among the marks.
    var firstMark: UInt32
  }

  /// The columns that are kept, counted from 0, in ascending order; their index is the slot.
  let columns: [Int]
  private(set) var rows: [Row] = []
  private var bytes: [UInt8]
  private var marks: [UInt32]
  /// Where in `bytes` records are written anew that libcsv read.
  private var end: Int

  /// Prepares to take rows of a block.
  ///
  /// - Parameters:
  ///   - columns: The columns to keep, in ascending order.
  ///   - block: The block.
  init(columns: [Int], of block: TextBlock) {
    self.columns = columns
    bytes = block.bytes
    marks = block.index.marks
    end = block.text.upperBound
    rows.reserveCapacity(block.index.records.count)
  }

  /// Adds a record whose fields are marked in the block.
  ///
  /// - Parameter record: The record; its fields reach to the last kept column.
  @inline(__always) mutating func append(_ record: IndexedRecord) {
    rows.append(Row(start: record.start, firstMark: record.firstMark))
  }

  /// Adds a record that libcsv read, quoted anew behind the text.
  ///
  /// - Parameter fields: Its fields; they reach to the last kept column.
  mutating func append(_ fields: RecordFields) {
    bytes.removeLast(bytes.count - end)
    rows.append(Row(start: UInt32(end), firstMark: UInt32(marks.count)))
    for field in 0..<fields.count {
      bytes.append(quote)
      for byte in fields.bytes[fields.range(field)] {
        bytes.append(byte)
        if byte == quote { bytes.append(quote) }
      }
      bytes.append(quote)
      marks.append(UInt32(bytes.count))
      bytes.append(lineFeed)
    }
    end = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: RecordIndex.padding))
  }

  /// Where a field of a row stands, with its quotes.
  @inline(__always) private func range(_ row: Row, _ column: Int) -> Range<Int> {
    let mark = Int(row.firstMark) &+ column
    let start = column == 0 ? Int(row.start) : Int(marks[mark &- 1]) &+ 1
    return start..<Int(marks[mark])
  }

  func map<Element>(
    _ slot: Int, _ body: (_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Element
  ) -> [Element] {
    let column = columns[slot]
    var result: [Element] = []
    result.reserveCapacity(rows.count)
    for row in rows {
      result.append(read(range(row, column), body))
    }
    return result
  }

  /// Makes one number from each cell of a column, reading only cells that are not known yet.
  ///
  /// - Parameters:
  ///   - slot: The column's place in `columns`.
  ///   - memo: What is known.
  ///   - body: Reads a cell; says whether the same bytes may be read as the same number again, or
  ///     `nil` to give up.
  /// - Returns: One number per row, or `nil` if reading gave up.
  func map<Number: FixedWidthInteger>(
    _ slot: Int, memo: inout CellMemo,
    _ body: (_ bytes: Span<UInt8>, _ cell: Range<Int>) -> (value: Int32, isSure: Bool)?
  ) -> [Number]? {
    let column = columns[slot]
    let raw = unsafe bytes.span.bytes
    var result = [Number](repeating: 0, count: rows.count)
    for place in rows.indices {
      let cell = range(rows[place], column)
      guard cell.count <= CellMemo.longest else {
        guard let read = read(cell, body) else { return nil }
        result[place] = Number(truncatingIfNeeded: read.value)
        continue
      }
      let key = CellMemo.key(raw, cell.lowerBound, cell.count)
      if let value = memo.value(of: key) {
        result[place] = Number(truncatingIfNeeded: value)
        continue
      }
      guard let read = read(cell, body) else { return nil }
      if read.isSure { memo.remember(read.value, for: key) }
      result[place] = Number(truncatingIfNeeded: read.value)
    }
    return result
  }

  /// Lends a cell without its quotes and blanks.
  private func read<Result>(
    _ cell: Range<Int>, _ body: (_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Result
  ) -> Result {
    let block = bytes.span
    guard !cell.isEmpty, block[cell.lowerBound] == quote else {
      return body(block, Blanks.trim(block, cell))
    }
    let inner = (cell.lowerBound + 1)..<(cell.upperBound - 1)
    guard inner.contains(where: { block[$0] == quote }) else {
      return body(block, Blanks.trim(block, inner))
    }
    var text: [UInt8] = []
    text.reserveCapacity(inner.count)
    var place = inner.lowerBound
    while place < inner.upperBound {
      text.append(block[place])
      place += block[place] == quote ? 2 : 1
    }
    return body(text.span, Blanks.trim(text.span, 0..<text.count))
  }

  /// Whether no field of a proven record holds anything but blanks.
  ///
  /// - Parameter record: The record.
  /// - Returns: Whether it is blank.
  func isBlank(_ record: IndexedRecord) -> Bool {
    let row = Row(start: record.start, firstMark: record.firstMark)
    return (0..<Int(record.fields)).allSatisfy { field in
      read(range(row, field)) { $1.isEmpty }
    }
  }

  /// Whether all fields of a proven record from one on hold nothing but blanks.
  ///
  /// - Parameters:
  ///   - first: The first field to look at.
  ///   - record: The record.
  /// - Returns: The first field that holds something, `nil` if none does.
  func firstFilled(from first: Int, of record: IndexedRecord) -> Int? {
    let row = Row(start: record.start, firstMark: record.firstMark)
    return (first..<max(first, Int(record.fields))).first { field in
      read(range(row, field)) { !$1.isEmpty }
    }
  }
}
