internal import Glibc

/// Random draws by key, stream and index: the same whoever draws them, and in which order.
///
/// Each draw is a function of its three numbers. A stream is what belongs together, for example the
/// resamples of one organisation; the index counts in it. Figures that use the exponential function
/// or logarithms (normal draws) may differ in the last bit between mathematics libraries.
public struct RandomDraws: Sendable, Equatable {
  /// What all draws depend on, such as a run's seed.
  public let key: UInt64
  /// What belongs together.
  public let stream: UInt64
  private let philox: Philox

  /// Makes draws.
  ///
  /// - Parameters:
  ///   - key: What all draws depend on.
  ///   - stream: What belongs together.
  public init(key: UInt64, stream: UInt64 = 0) {
    self.key = key
    self.stream = stream
    philox = Philox(
      key: SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)))
  }

  /// Four words of an index.
  func words(_ index: UInt64) -> SIMD4<UInt32> {
    philox.block(
      SIMD4(
        UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32),
        UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)))
  }

  /// An even draw between 0 and 1, neither of them among the results.
  ///
  /// - Parameter index: Which draw.
  /// - Returns: One of 2^53 equally likely numbers, evenly spaced.
  public func uniform(_ index: UInt64) -> Double {
    let words = words(index)
    let bits = UInt64(words[0]) << 32 | UInt64(words[1])
    return (Double(bits >> 11) + 0.5) * 0x1p-53
  }

  /// A standard normal draw.
  ///
  /// Source: the inverse of the distribution function at an even draw.
  ///
  /// - Parameter index: Which draw.
  /// - Returns: The number.
  public func normal(_ index: UInt64) -> Double { Normal.quantile(uniform(index)) ?? 0 }

  /// A draw among `count` equally likely numbers.
  ///
  /// Source: Lemire (2019), the upper half of a 64 x 64 bit product. No number is more likely than
  /// another by more than `count` / 2^64.
  ///
  /// - Parameters:
  ///   - count: How many, at least 1.
  ///   - index: Which draw.
  /// - Returns: From 0 to `count` - 1.
  public func choice(of count: Int, _ index: UInt64) -> Int {
    precondition(count > 0, "one of nothing cannot be drawn")
    let words = words(index)
    let bits = UInt64(words[0]) << 32 | UInt64(words[1])
    return Int(bits.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A draw among numbered kinds that are not equally likely.
  ///
  /// - Parameters:
  ///   - cumulative: Per kind, the chance of it or an earlier one; rising, the last being 1.
  ///   - index: Which draw.
  /// - Returns: The number of the kind, from 0.
  public func kind(_ cumulative: [Double], _ index: UInt64) -> Int {
    let place = uniform(index)
    return cumulative.firstIndex { place < $0 } ?? max(0, cumulative.count - 1)
  }
}
