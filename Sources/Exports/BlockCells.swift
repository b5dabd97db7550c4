/// The cells of the rows of a text block, where they stand.
struct BlockCells: CellGrid {
  /// The columns that are kept, counted from 0, in ascending order; their index is the slot.
  let columns: [Int]
  /// The records of the block; those that libcsv read stand where they are written anew.
  private var records: [IndexedRecord]
  /// Which records are rows; `nil` if all are.
  private var rows: [UInt32]?
  private var bytes: [UInt8]
  private var marks: [UInt32]
  /// Where in `bytes` records are written anew that libcsv read.
  private var end: Int

  /// Takes a block of which all records are rows so far.
  ///
  /// - Parameters:
  ///   - columns: The columns to keep, in ascending order.
  ///   - block: The block.
  init(columns: [Int], of block: TextBlock) {
    self.columns = columns
    records = block.index.records
    bytes = block.bytes
    marks = block.index.marks
    end = block.text.upperBound
  }

  /// The number of rows.
  var count: Int { rows?.count ?? records.count }

  /// Keeps some records only.
  ///
  /// - Parameter rows: The records that are rows.
  mutating func keep(_ rows: [UInt32]) { self.rows = rows }

  /// Puts a record that libcsv read behind the text, quoted anew.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - fields: Its fields; they reach to the last kept column.
  mutating func replace(_ record: Int, by fields: RecordFields) {
    bytes.removeLast(bytes.count - end)
    records[record].start = UInt32(end)
    records[record].firstMark = UInt32(marks.count)
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
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - column: The field, counted from 0.
  /// - Returns: The bytes.
  @inline(__always) func range(_ row: Int, _ column: Int) -> Range<Int> {
    let record = records[rows.map { Int($0[row]) } ?? row]
    let mark = Int(record.firstMark) &+ column
    let start = column == 0 ? Int(record.start) : Int(marks[mark &- 1]) &+ 1
    return unsafe Range(uncheckedBounds: (start, Int(marks[mark])))
  }

  /// Goes over the rows.
  ///
  /// - Parameter body: What to do with a row: its number, what holds its cells, where its first cell
  ///   starts, and where each cell ends, of which there are as many as the last kept column needs.
  @inline(__always) func forEachRow(
    _ body: (
      _ row: Int, _ bytes: UnsafePointer<UInt8>, _ start: Int, _ ends: UnsafePointer<UInt32>
    ) -> Void
  ) {
    let last = columns.last ?? 0
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe marks.withUnsafeBufferPointer { marks in
        unsafe records.withUnsafeBufferPointer { records in
          guard let bytes = bytes.baseAddress, let base = marks.baseAddress else { return }
          for row in 0..<count {
            let number = rows.map { Int($0[row]) } ?? row
            precondition(number < records.count, "the row is a record")
            let record = unsafe records[number]
            let first = Int(record.firstMark)
            precondition(first + last < marks.count, "the row has these fields")
            unsafe body(row, bytes, Int(record.start), base + first)
          }
        }
      }
    }
  }

  /// The key of a cell of at most `CellMemo.longest` bytes.
  @inline(__always) func key(of cell: Range<Int>) -> (low: UInt64, high: UInt64) {
    unsafe CellMemo.key(bytes.span.bytes, cell.lowerBound, cell.count)
  }

  func map<Element>(
    _ slot: Int, _ body: (_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Element
  ) -> [Element] {
    let column = columns[slot]
    var result: [Element] = []
    result.reserveCapacity(count)
    for row in 0..<count { result.append(read(range(row, column), body)) }
    return result
  }

  /// Makes one number from each cell of a column, reading only cells that are not known yet.
  ///
  /// - Parameters:
  ///   - slot: The column's place in `columns`.
  ///   - memo: What is known.
  ///   - body: Reads a cell; says whether the same bytes may be read as the same number again.
  /// - Returns: One number per row.
  func map(
    _ slot: Int, memo: inout CellMemo,
    _ body: (_ bytes: Span<UInt8>, _ cell: Range<Int>) -> (value: Int32, isSure: Bool)
  ) -> [Int32] {
    let column = columns[slot]
    var result = [Int32](repeating: 0, count: count)
    for row in result.indices {
      let cell = range(row, column)
      guard cell.count <= CellMemo.longest else {
        result[row] = read(cell, body).value
        continue
      }
      let key = key(of: cell)
      if let value = memo.value(of: key) {
        result[row] = value
        continue
      }
      let read = read(cell, body)
      if read.isSure { memo.remember(read.value, for: key) }
      result[row] = read.value
    }
    return result
  }

  /// Reads the days of a column.
  ///
  /// Of a longer cell the first bytes are looked up: where they are a date with a time of day already,
  /// nothing behind them changes the day.
  ///
  /// - Parameters:
  ///   - slot: The column's place in `columns`.
  ///   - form: How the dates are written.
  ///   - memo: What is known.
  /// - Returns: One day per row, or the state in which there is none.
  func days(_ slot: Int, _ form: DateForm, memo: inout CellMemo) -> [Int32] {
    let column = columns[slot]
    var result = [Int32](repeating: 0, count: count)
    for row in result.indices {
      let cell = range(row, column)
      let isLong = cell.count > CellMemo.longest
      let known = isLong ? cell.lowerBound..<(cell.lowerBound + DateForm.decisiveBytes) : cell
      var key = key(of: known)
      if isLong { key.high |= 1 << 63 }  // no short cell has this key
      if let value = memo.value(of: key) {
        result[row] = value
        continue
      }
      result[row] = read(cell) { form.dayOrState($0, $1) }
      if !isLong || form.isTextDate(bytes.span, known) { memo.remember(result[row], for: key) }
    }
    return result
  }

  /// Lends a cell without its quotes and blanks.
  ///
  /// - Parameters:
  ///   - cell: Where it stands, with its quotes.
  ///   - body: What to do with it.
  /// - Returns: What `body` returns.
  func read<Result>(
    _ cell: Range<Int>, _ body: (_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Result
  ) -> Result {
    withContent(cell) { body($0, Blanks.trim($0, $1)) }
  }

  /// Lends a cell without its quotes, but with its blanks.
  ///
  /// - Parameters:
  ///   - cell: Where it stands, with its quotes.
  ///   - body: What to do with it.
  /// - Returns: What `body` returns.
  func withContent<Result>(
    _ cell: Range<Int>, _ body: (_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Result
  ) -> Result {
    let block = bytes.span
    guard !cell.isEmpty, block[cell.lowerBound] == quote else { return body(block, cell) }
    let inner = (cell.lowerBound + 1)..<(cell.upperBound - 1)
    guard inner.contains(where: { block[$0] == quote }) else { return body(block, inner) }
    var text: [UInt8] = []
    text.reserveCapacity(inner.count)
    var place = inner.lowerBound
    while place < inner.upperBound {
      text.append(block[place])
      place += block[place] == quote ? 2 : 1
    }
    return body(text.span, 0..<text.count)
  }
}
