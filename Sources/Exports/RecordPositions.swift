/// Where the rows of a chunk stand in the file.
public struct RecordPositions: Sendable, RandomAccessCollection {
  private enum Places: Sendable {
    /// The position of each row.
    case listed([RecordPosition])
    /// Records of a block, the first of which stands at the base; which of them are rows, `nil` if all.
    case block([IndexedRecord], rows: [UInt32]?, base: RecordPosition)
  }

  private var places: Places

  /// Starts with no row.
  init() { places = .listed([]) }

  /// Takes the records of a block.
  ///
  /// - Parameters:
  ///   - records: The records.
  ///   - rows: Which of them are rows, `nil` if all are.
  ///   - base: Where the first record stands.
  init(_ records: [IndexedRecord], rows: [UInt32]?, base: RecordPosition) {
    places = .block(records, rows: rows, base: base)
  }

  /// The first index.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int {
    switch places {
    case .listed(let positions): positions.count
    case .block(let records, let rows, _): rows?.count ?? records.count
    }
  }

  /// Where a row stands.
  ///
  /// - Parameter row: The row, from 0.
  public subscript(row: Int) -> RecordPosition {
    switch places {
    case .listed(let positions): return positions[row]
    case .block(let records, let rows, let base):
      let number = rows.map { Int($0[row]) } ?? row
      return base.position(of: records[number], number: number, first: records[0].start)
    }
  }

  /// Adds a row.
  ///
  /// - Parameter position: Where it stands.
  mutating func append(_ position: RecordPosition) {
    guard case .listed(var positions) = places else { preconditionFailure("rows of a block") }
    places = .listed([])
    positions.append(position)
    places = .listed(positions)
  }
}

extension RecordPosition {
  /// Where a record of a block stands, this being where its first record stands.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - number: Its number in the block, from 0.
  ///   - first: The offset of the block's first record in the block.
  /// - Returns: The position.
  func position(of record: IndexedRecord, number: Int, first: UInt32) -> RecordPosition {
    let line = self.line + Int(record.line)
    return RecordPosition(
      record: self.record + number, line: line, lastLine: line + Int(record.breaks),
      byteOffset: byteOffset + Int(record.start - first), byteCount: Int(record.count))
  }
}
