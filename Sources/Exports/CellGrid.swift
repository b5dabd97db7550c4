/// The trimmed cells of the requested columns, for all rows of a chunk.
struct CellGrid {
  /// The columns that are kept, counted from 0, in ascending order; their index is the slot.
  let columns: [Int]
  /// All kept cells, row by row, end to end.
  private(set) var bytes: [UInt8] = []
  /// The end of each cell in `bytes`, doubled, plus 1 if it was a bare empty field rather than `""`.
  private var ends: [Int] = []
  private(set) var rows = 0

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
      ends.append(bytes.count << 1 | (fields.isBareEmpty[column] ? 1 : 0))
    }
    rows += 1
  }

  /// Whether a cell was bare and empty, which some tools tell from `""`.
  func isBareEmpty(row: Int, slot: Int) -> Bool { ends[row * columns.count + slot] & 1 == 1 }

  /// Makes one element from each cell of a column.
  ///
  /// - Parameters:
  ///   - slot: The column's place in `columns`.
  ///   - body: What to make of a cell, given by its range in `bytes`.
  /// - Returns: One element per row.
  func map<Element>(_ slot: Int, _ body: (Range<Int>) -> Element) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(rows)
    var index = slot
    for _ in 0..<rows {
      let start = index == 0 ? 0 : ends[index - 1] >> 1
      result.append(body(start..<(ends[index] >> 1)))
      index += columns.count
    }
    return result
  }
}
