/// A share of successes, with the number of answers it rests on, and its intervals.
///
/// Counts need not be whole: for weighted shares give Kish's effective number (`KishWeights`).
/// Ends are from 0 to 1 except where said; levels are two-sided.
public struct Proportion: Sendable, Equatable {
  /// The successes, whole unless weighted.
  public let successes: Double
  /// The answers, whole unless weighted.
  public let count: Double

  /// Takes counts.
  ///
  /// - Parameters:
  ///   - successes: From 0 to `count`; otherwise there is no proportion.
  ///   - count: At least 1.
  public init?(successes: Int, of count: Int) {
    guard count > 0, (0...count).contains(successes) else { return nil }
    self.successes = Double(successes)
    self.count = Double(count)
  }

  /// Takes a weighted share.
  ///
  /// - Parameters:
  ///   - share: From 0 to 1; otherwise there is no proportion.
  ///   - effectiveCount: Above 0 and finite.
  public init?(share: Double, effectiveCount: Double) {
    guard share >= 0, share <= 1, effectiveCount > 0, effectiveCount.isFinite else { return nil }
    count = effectiveCount
    successes = share * effectiveCount
  }

  /// The share, from 0 to 1.
  public var share: Double { successes / count }

  /// The standard normal value that leaves the rest of a level on both sides.
  private static func z(_ confidence: Double) -> Double? {
    guard confidence > 0, confidence < 1 else { return nil }
    return Normal.quantile((1 + confidence) / 2)
  }

  /// Wilson's score interval.
  ///
  /// Source: Wilson (1927); with continuity correction Newcombe (1998a), method 4.
  ///
  /// - Parameters:
  ///   - confidence: Above 0 and below 1.
  ///   - continuity: Whether to correct for continuity, which is more cautious.
  /// - Returns: The interval, or nil for an impossible level.
  public func wilson(confidence: Double = 0.95, continuity: Bool = false) -> Interval? {
    guard let z = Proportion.z(confidence) else { return nil }
    let (x, n, p, q) = (successes, count, share, 1 - share)
    let divisor = 2 * (n + z * z)
    let (low, high): (Double, Double)
    if continuity {
      let common = z * z - 1 / n
      low =
        (2 * x + z * z - 1 - z * max(0, common - 2 + 4 * p * (n * q + 1)).squareRoot()) / divisor
      high =
        (2 * x + z * z + 1 + z * max(0, common + 2 + 4 * p * (n * q - 1)).squareRoot()) / divisor
    } else {
      let root = z * (z * z + 4 * x * q).squareRoot()
      (low, high) = ((2 * x + z * z - root) / divisor, (2 * x + z * z + root) / divisor)
    }
    return Interval(lower: x == 0 ? 0 : max(0, low), upper: x == n ? 1 : min(1, high))
  }

  /// The exact interval from the binomial distribution, which is never too narrow.
  ///
  /// Source: Clopper & Pearson (1934), as quantiles of beta distributions.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil for an impossible level.
  public func clopperPearson(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1 else { return nil }
    let (x, y) = (successes, count - successes)
    let lower = x > 0 ? BetaDistribution(a: x, b: y + 1)?.quantile((1 - confidence) / 2) : 0
    let upper = y > 0 ? BetaDistribution(a: x + 1, b: y)?.quantile((1 + confidence) / 2) : 1
    return Interval(lower, upper)
  }

  /// The interval of the posterior under Jeffreys' prior Beta(1/2, 1/2), open where all answers agree.
  ///
  /// Source: Brown, Cai & DasGupta (2001).
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil for an impossible level.
  public func jeffreys(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1,
      let posterior = BetaDistribution(a: successes + 0.5, b: count - successes + 0.5)
    else { return nil }
    return Interval(
      successes == 0 ? 0 : posterior.quantile((1 - confidence) / 2),
      successes == count ? 1 : posterior.quantile((1 + confidence) / 2))
  }

  /// The normal interval around a share with z² answers added, half of them successes.
  ///
  /// Source: Agresti & Coull (1998). Its ends can lie outside 0..1.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil for an impossible level.
  public func agrestiCoull(confidence: Double = 0.95) -> Interval? {
    guard let z = Proportion.z(confidence) else { return nil }
    let n = count + z * z
    let p = (successes + z * z / 2) / n
    let half = z * (p * (1 - p) / n).squareRoot()
    return Interval(lower: p - half, upper: p + half)
  }
}

extension Interval {
  /// An interval if both ends are there.
  init?(_ lower: Double?, _ upper: Double?) {
    guard let lower, let upper, lower.isFinite, upper.isFinite else { return nil }
    self.init(lower: lower, upper: upper)
  }
}
