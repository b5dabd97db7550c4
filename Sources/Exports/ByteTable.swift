/// A table from byte strings to numbers, so that cells are looked up without making strings.
struct ByteTable: Sendable {
  private var keys: [UInt8] = []
  private var ends: [Int] = []
  private var values: [Int32] = []
  /// Indices into `values`, -1 if free; the size is a power of two, at least twice the keys.
  private var slots = [Int32](repeating: -1, count: 16)

  /// The number of keys.
  var count: Int { values.count }

  /// The values, in the order they were added.
  var allValues: [Int32] { values }

  /// The value of a key.
  ///
  /// - Parameters:
  ///   - bytes: What holds the key.
  ///   - range: Where it stands.
  /// - Returns: Its value, or `nil` if it is not in the table.
  func value(of bytes: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    let entry = slots[slot(bytes, range)]
    return entry < 0 ? nil : values[Int(entry)]
  }

  /// Adds a key unless it is there already.
  ///
  /// - Parameters:
  ///   - bytes: What holds the key.
  ///   - range: Where it stands.
  ///   - value: Its value.
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>, value: Int32) {
    let place = slot(bytes, range)
    guard slots[place] < 0 else { return }
    slots[place] = Int32(values.count)
    for index in range { keys.append(bytes[index]) }
    ends.append(keys.count)
    values.append(value)
    if values.count * 2 >= slots.count { grow() }
  }

  /// Adds a text, trimmed, unless it is there already.
  ///
  /// - Parameters:
  ///   - text: The key.
  ///   - value: Its value.
  mutating func add(_ text: String, value: Int32) {
    let bytes = Array(text.utf8)
    add(bytes.span, Blanks.trim(bytes.span, 0..<bytes.count), value: value)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for entry in values.indices {
      let start = entry == 0 ? 0 : ends[entry - 1]
      slots[slot(keys.span, start..<ends[entry])] = Int32(entry)
    }
  }

  /// The slot that holds a key, or the free one where it belongs.
  private func slot(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let mask = slots.count - 1
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[place] >= 0, !holds(Int(slots[place]), bytes, range) { place = (place + 1) & mask }
    return place
  }

  private func holds(_ entry: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = entry == 0 ? 0 : ends[entry - 1]
    guard ends[entry] - start == range.count else { return false }
    for offset in 0..<range.count where keys[start + offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }
}
