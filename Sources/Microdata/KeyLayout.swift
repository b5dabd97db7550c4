/// Where each quasi-identifier stands in the one number that holds a whole combination.
struct KeyLayout: Sendable {
  /// One code per quasi-identifier.
  let codes: [PathCode]
  /// The bits below each code; the first quasi-identifier stands highest.
  let shifts: [Int]
  /// The lowest bits, which hold the sensitive value.
  let sensitiveBits: Int
  /// All bits used.
  let bits: Int

  /// Lays out codes.
  ///
  /// - Parameters:
  ///   - hierarchies: One per quasi-identifier.
  ///   - sensitiveValues: How many sensitive values there are; 0 for none.
  init(_ hierarchies: [Hierarchy], sensitiveValues: Int) {
    codes = hierarchies.map(PathCode.init)
    sensitiveBits = PathCode.width(sensitiveValues)
    var next = sensitiveBits
    var shifts = [Int](repeating: 0, count: codes.count)
    for index in codes.indices.reversed() {
      shifts[index] = next
      next += codes[index].bits
    }
    self.shifts = shifts
    bits = next
  }

  /// The bits that stay when a combination is generalised to a node, without the sensitive value.
  ///
  /// - Parameter levels: One level per quasi-identifier.
  /// - Returns: The mask.
  func mask<Key: CombinationKey>(_ levels: [Int]) -> Key {
    var mask: Key = 0
    for (index, level) in levels.enumerated() {
      let code = codes[index]
      let kept = code.bits - code.cleared[level]
      guard kept > 0 else { continue }
      let ones = Key.max >> Key(Key.bitWidth - kept)
      mask |= ones << Key(shifts[index] + code.cleared[level])
    }
    return mask
  }

  /// The key of one row.
  ///
  /// - Parameters:
  ///   - leaves: The number of its leaf in each hierarchy.
  ///   - sensitive: The number of its sensitive value.
  /// - Returns: The key.
  func key<Key: CombinationKey>(_ leaves: [Int], sensitive: Int) -> Key {
    var key = Key(sensitive)
    for (index, leaf) in leaves.enumerated() {
      key |= Key(codes[index].leafCodes[leaf]) << Key(shifts[index])
    }
    return key
  }

  /// The code of one quasi-identifier in a key, without the bits cleared on a level.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - index: The quasi-identifier.
  ///   - level: The level.
  /// - Returns: An index into the level's values.
  func code<Key: CombinationKey>(_ key: Key, _ index: Int, level: Int) -> Int {
    let code = codes[index]
    let kept = code.bits - code.cleared[level]
    let shifted = key >> Key(shifts[index] + code.cleared[level])
    return Int(truncatingIfNeeded: shifted) & ((1 << kept) - 1)
  }
}

/// An unsigned number that holds a combination of codes.
protocol CombinationKey: FixedWidthInteger, UnsignedInteger, Sendable {
  /// A number of 64 bits that spreads over all of them.
  var spread: UInt64 { get }
}

extension UInt64: CombinationKey {
  @inline(__always)
  var spread: UInt64 { (self ^ (self >> 29)) &* 0x9E37_79B9_7F4A_7C15 }
}

extension UInt128: CombinationKey {
  @inline(__always)
  var spread: UInt64 {
    let low = UInt64(truncatingIfNeeded: self)
    let high = UInt64(truncatingIfNeeded: self >> 64)
    let mixed = low ^ (high &* 0xC2B2_AE3D_27D4_EB4F)
    return (mixed ^ (mixed >> 29)) &* 0x9E37_79B9_7F4A_7C15
  }
}
