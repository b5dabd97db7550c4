/// The cells of some columns, for all rows of a chunk.
protocol CellGrid {
  /// Makes one element from each cell of a column.
  ///
  /// - Parameters:
  ///   - slot: The column's place among those that are kept.
  ///   - body: What to make of a cell, given by where it stands in what holds it, without blanks.
  /// - Returns: One element per row.
  func map<Element>(
    _ slot: Int, _ body: (_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Element
  ) -> [Element]
}

/// The trimmed cells of the requested columns, copied out of what libcsv read.
struct CopiedCells: CellGrid {
  /// The columns that are kept, counted from 0, in ascending order; their index is the slot.
  let columns: [Int]
  /// All kept cells, row by row, end to end.
  private var bytes: [UInt8] = []
  /// The end of each cell in `bytes`.
  private var ends: [Int] = []
  private var rows = 0

  /// Makes an empty grid.
  ///
  /// - Parameter columns: The columns to keep, in ascending order.
  init(columns: [Int]) { self.columns = columns }

  /// Adds the requested cells of a record.
  ///
  /// - Parameter fields: Its fields; they reach to the last kept column.
  mutating func append(_ fields: RecordFields) {
    for column in columns {
      let range = Blanks.trim(fields.bytes.span, fields.range(column))
      bytes.append(contentsOf: fields.bytes[range])
      ends.append(bytes.count)
    }
    rows += 1
  }

  func map<Element>(
    _ slot: Int, _ body: (_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Element
  ) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(rows)
    var index = slot
    for _ in 0..<rows {
      let start = index == 0 ? 0 : ends[index - 1]
      result.append(body(bytes.span, start..<ends[index]))
      index += columns.count
    }
    return result
  }
}
