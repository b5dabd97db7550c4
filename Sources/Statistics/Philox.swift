/// Random numbers that are a function of a key and a counter, so that none depends on who drew first.
///
/// Source: Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3":
/// Philox4x32 with ten rounds. Passes the known answers published with it. Not for secrets.
public struct Philox: Sendable, Equatable {
  /// The key: two words.
  public let key: SIMD2<UInt32>

  /// Makes a generator.
  ///
  /// - Parameter key: Two words.
  public init(key: SIMD2<UInt32>) { self.key = key }

  /// The four words of a counter.
  ///
  /// - Parameter counter: Four words.
  /// - Returns: Four words, each evenly distributed.
  @inlinable
  public func block(_ counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter[0], counter[1], counter[2], counter[3])
    var (k0, k1) = (key[0], key[1])
    for _ in 0..<10 {
      let a = UInt64(c0) &* 0xD251_1F53
      let b = UInt64(c2) &* 0xCD9E_8D57
      (c0, c1, c2, c3) = (
        UInt32(truncatingIfNeeded: b >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: b),
        UInt32(truncatingIfNeeded: a >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: a)
      )
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
