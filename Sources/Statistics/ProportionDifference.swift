/// The difference of two independent proportions, first minus second.
public struct ProportionDifference: Sendable, Equatable {
  /// The first proportion.
  public let first: Proportion
  /// The second proportion.
  public let second: Proportion

  /// Compares two proportions.
  ///
  /// - Parameters:
  ///   - first: The first proportion.
  ///   - second: The second proportion.
  public init(_ first: Proportion, minus second: Proportion) {
    self.first = first
    self.second = second
  }

  /// The difference, from -1 to 1.
  public var difference: Double { first.share - second.share }

  /// The interval of the difference from the squares of both Wilson limits' distances.
  ///
  /// Source: Newcombe (1998b), method 10 (hybrid score).
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval inside -1..1, or nil for an impossible level.
  public func newcombe(confidence: Double = 0.95) -> Interval? {
    guard let one = first.wilson(confidence: confidence),
      let two = second.wilson(confidence: confidence)
    else { return nil }
    func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    return Interval(
      lower: max(-1, difference - distance(first.share - one.lower, two.upper - second.share)),
      upper: min(1, difference + distance(one.upper - first.share, second.share - two.lower)))
  }

  /// The difference in standard errors under equal shares, or nil if all answers agree.
  ///
  /// Source: the score test with the pooled share.
  public var pooledZ: Double? {
    let p = (first.successes + second.successes) / (first.count + second.count)
    let variance = p * (1 - p) * (1 / first.count + 1 / second.count)
    return variance > 0 ? difference / variance.squareRoot() : nil
  }

  /// Fisher's exact two-sided p-value: that of all tables with the same margins that are as
  /// improbable as the observed one or more.
  ///
  /// Source: Fisher (1935), two-sided as R's `fisher.test`. Whole counts only, nil where
  /// more than ten million tables have these margins.
  public var fisherP: Double? {
    let values = [first.successes, first.count, second.successes, second.count]
    let whole = values.compactMap { Int(exactly: $0) }
    guard whole.count == 4, whole[1] + whole[3] < 1 << 31 else { return nil }
    let (x, m, n) = (whole[0], whole[1], whole[3])
    let k = x + whole[2]
    // Hypergeometric masses as products of binomial ones, which lose no digits; the share cancels.
    let share = min(max(Double(k) / Double(m + n), 1e-12), 1 - 1e-12)
    func mass(_ successes: Int) -> Double {
      binomialMass(successes: successes, failures: m - successes, share: share)
        * binomialMass(successes: k - successes, failures: n - k + successes, share: share)
        / binomialMass(successes: k, failures: m + n - k, share: share)
    }
    let range = max(0, k - n)...min(k, m)
    guard range.count <= 10_000_000 else { return nil }
    let limit = mass(x) * (1 + 1e-7)
    var (within, total) = (0.0, 0.0)
    for successes in range {
      let mass = mass(successes)
      total += mass
      if mass <= limit { within += mass }
    }
    return total > 0 ? min(1, within / total) : nil
  }
}
