/// Numbers that look random and follow from a stream's name, a row and a counter alone.
///
/// Source: Steele, Lea & Flood (2014), SplitMix64. No draw depends on how many others were made in
/// another stream or row, so that adding one export never changes the others.
struct Draws {
  private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
  private let key: UInt64
  private var counter: UInt64 = 0

  /// Opens the draws of one row of a stream.
  ///
  /// - Parameters:
  ///   - stream: The stream's name.
  ///   - row: The row.
  init(_ stream: String, row: Int) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    key = Draws.mixed(hash &+ Draws.mixed(UInt64(row) &+ Draws.golden))
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    counter &+= 1
    return Draws.mixed(key &+ counter &* Draws.golden)
  }

  /// A whole number from 0 to `bound - 1`.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A whole number of a range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True in `parts` of `whole` cases.
  mutating func chance(_ parts: Int, in whole: Int) -> Bool { below(whole) < parts }

  /// One of the listed values.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
