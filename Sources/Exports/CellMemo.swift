/// What short cells were read as before, so that the same bytes are not read twice.
///
/// The cells of a survey are few and the same again and again. A cell of up to 15 bytes is looked up
/// as two words; one that is not there, or longer, is read.
struct CellMemo: Sendable {
  private var entries: [Entry]
  private let shift: UInt64

  private struct Entry: Sendable {
    var low: UInt64 = 0
    var high = UInt64.max  // no cell has this key
    var value: Int32 = 0
  }

  /// Makes an empty memo.
  ///
  /// - Parameter bits: The number of entries as a power of two.
  init(bits: Int) {
    entries = [Entry](repeating: Entry(), count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// The longest cell that is remembered, in bytes.
  static let longest = 15

  /// The key of a cell.
  ///
  /// - Parameters:
  ///   - bytes: What holds the cell, with at least 16 bytes behind its start.
  ///   - start: Where it starts.
  ///   - count: The number of its bytes, at most `longest`.
  /// - Returns: Two words that no other cell has.
  @inline(__always) static func key(
    _ bytes: RawSpan, _ start: Int, _ count: Int
  ) -> (low: UInt64, high: UInt64) {
    let low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
    let bits = UInt64(truncatingIfNeeded: count) &<< 3
    let size = UInt64(truncatingIfNeeded: count) &<< 56
    if count < 8 { return (low & (1 &<< bits &- 1), size) }
    let high = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start + 8, as: UInt64.self)
    return (low, high & (1 &<< (bits &- 64) &- 1) | size)
  }

  /// What a cell was read as.
  ///
  /// - Parameter key: Its key.
  /// - Returns: The value, or `nil` if it is not known.
  @inline(__always) func value(of key: (low: UInt64, high: UInt64)) -> Int32? {
    let entry = entries[place(of: key)]
    return entry.low == key.low && entry.high == key.high ? entry.value : nil
  }

  /// Remembers what a cell was read as, in place of another one.
  ///
  /// - Parameters:
  ///   - value: What it was read as.
  ///   - key: Its key.
  mutating func remember(_ value: Int32, for key: (low: UInt64, high: UInt64)) {
    entries[place(of: key)] = Entry(low: key.low, high: key.high, value: value)
  }

  @inline(__always) private func place(of key: (low: UInt64, high: UInt64)) -> Int {
    let mixed = (key.low ^ key.high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed &>> shift)
  }
}
