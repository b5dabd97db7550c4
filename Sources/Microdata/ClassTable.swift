/// A small table from keys to counts that is filled and emptied again and again.
struct ClassTable<Key: CombinationKey>: Sendable {
  private(set) var keys: [Key] = []
  /// The records of each slot; 0 is free.
  private(set) var counts: [UInt32] = []
  /// The slots in use.
  private(set) var size = 0

  /// Makes room for so many classes and clears it.
  ///
  /// - Parameter classes: The most classes that will be added.
  mutating func clear(classes: Int) {
    size = 1 << max(4, PathCode.width(classes + classes / 2))
    if counts.count < size {
      keys = [Key](repeating: 0, count: size)
      counts = [UInt32](repeating: 0, count: size)
    } else {
      for slot in 0..<size { counts[slot] = 0 }
    }
  }

  /// Adds the records of some keys to their classes.
  ///
  /// - Parameters:
  ///   - source: The keys.
  ///   - records: The records of each.
  ///   - mask: The bits that tell classes apart.
  mutating func add(_ source: Span<Key>, _ records: Span<UInt32>, mask: Key) {
    precondition(source.count == records.count, "one number per key")
    precondition(size <= keys.count && size <= counts.count, "the table has been cleared")
    ClassTable.add(source, records, mask: mask, to: &keys, &counts, size: size)
  }

  private static func add(
    _ source: Span<Key>, _ records: Span<UInt32>, mask: Key, to keys: inout [Key],
    _ counts: inout [UInt32], size: Int
  ) {
    let shift = UInt64(UInt64.bitWidth - PathCode.width(size))
    let last = size - 1
    var slotKeys = keys.mutableSpan
    var slotCounts = counts.mutableSpan
    for index in 0..<source.count {
      let key = unsafe source[unchecked: index] & mask
      let number = unsafe records[unchecked: index]
      var slot = Int(truncatingIfNeeded: key.spread &>> shift) & last
      while true {
        let there = unsafe slotCounts[unchecked: slot]
        if there == 0 {
          unsafe slotKeys[unchecked: slot] = key
          unsafe slotCounts[unchecked: slot] = number
          break
        }
        if unsafe slotKeys[unchecked: slot] == key {
          unsafe slotCounts[unchecked: slot] = there &+ number
          break
        }
        slot = (slot + 1) & last
      }
    }
  }
}
