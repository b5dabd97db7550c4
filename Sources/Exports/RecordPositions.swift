/// Where the rows of a chunk stand in the file.
public struct RecordPositions: Sendable, RandomAccessCollection {
  /// A position, counted from that of the chunk's first record.
  private struct Place: Sendable {
    var record: UInt32
    var line: UInt32
    var breaks: UInt32
    var offset: UInt32
    var count: UInt32
  }

  private let base: RecordPosition
  private var places: [Place] = []

  /// Starts with no row.
  ///
  /// - Parameter base: Where the chunk's first record stands.
  init(base: RecordPosition) { self.base = base }

  /// The first index.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { places.count }

  /// Where a row stands.
  ///
  /// - Parameter row: The row, from 0.
  public subscript(row: Int) -> RecordPosition {
    let place = places[row]
    let line = base.line + Int(place.line)
    return RecordPosition(
      record: base.record + Int(place.record), line: line, lastLine: line + Int(place.breaks),
      byteOffset: base.byteOffset + Int(place.offset), byteCount: Int(place.count))
  }

  /// Makes room.
  ///
  /// - Parameter count: The number of rows.
  mutating func reserveCapacity(_ count: Int) { places.reserveCapacity(count) }

  /// Adds a row.
  ///
  /// - Parameter position: Where it stands, not before the base.
  mutating func append(_ position: RecordPosition) {
    places.append(
      Place(
        record: UInt32(position.record - base.record), line: UInt32(position.line - base.line),
        breaks: UInt32(position.lastLine - position.line),
        offset: UInt32(position.byteOffset - base.byteOffset), count: UInt32(position.byteCount)))
  }
}

extension RecordPositions {
  /// Adds a row of a block.
  ///
  /// - Parameters:
  ///   - record: The record; the block's first record stands at the base.
  ///   - number: Its number in the block, from 0.
  ///   - first: The offset of the block's first record in the block.
  @inline(__always) mutating func append(_ record: IndexedRecord, number: Int, first: UInt32) {
    places.append(
      Place(
        record: UInt32(truncatingIfNeeded: number), line: record.line, breaks: record.breaks,
        offset: record.start &- first, count: record.count))
  }

  /// Where a record of a block stands.
  ///
  /// - Parameters:
  ///   - record: The record; the block's first record stands at the base.
  ///   - number: Its number in the block, from 0.
  ///   - first: The offset of the block's first record in the block.
  /// - Returns: The position.
  func position(of record: IndexedRecord, number: Int, first: UInt32) -> RecordPosition {
    let line = base.line + Int(record.line)
    return RecordPosition(
      record: base.record + number, line: line, lastLine: line + Int(record.breaks),
      byteOffset: base.byteOffset + Int(record.start - first), byteCount: Int(record.count))
  }
}
