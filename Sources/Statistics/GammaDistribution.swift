/// The gamma distribution with rate 1.
public struct GammaDistribution: Sendable, Equatable {
  /// The shape.
  public let shape: Double

  /// Makes a distribution.
  ///
  /// - Parameter shape: Above 0 and finite; otherwise there is none.
  public init?(shape: Double) {
    guard shape > 0, shape.isFinite else { return nil }
    self.shape = shape
  }

  /// The probability of a value of at most `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func lowerTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    return gammaTails(shape: shape, x: x)?.lower
  }

  /// The probability of a value above `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func upperTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    return gammaTails(shape: shape, x: x)?.upper
  }

  /// The value below which a share of `p` lies.
  ///
  /// - Parameter p: At least 0 and below 1.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(_ p: Double) -> Double? {
    guard p >= 0, p < 1 else { return nil }
    if p == 0 { return 0 }
    var upper = max(1, 2 * shape)
    while let reached = lowerTail(upper), reached < p {
      upper *= 2
      guard upper.isFinite else { return nil }
    }
    return halved(from: 0, to: upper, reaching: p, lowerTail: lowerTail, upperTail: upperTail)
  }
}
