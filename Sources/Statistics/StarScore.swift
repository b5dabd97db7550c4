/// Ratings by stars, as counts per level, and scores that do not favour few ratings.
public struct StarScore: Sendable, Equatable {
  /// How often each level was given.
  public let counts: [Int]
  /// The worth of each level, in the same order.
  public let levels: [Double]

  /// Takes counts.
  ///
  /// - Parameters:
  ///   - counts: Per level, not negative; at least two levels, otherwise there is no score.
  ///   - levels: The worth of each level, finite; 1, 2, 3 and so on if not given.
  public init?(counts: [Int], levels: [Double]? = nil) {
    let worths = levels ?? (0..<counts.count).map { Double($0 + 1) }
    guard counts.count > 1, counts.count == worths.count, worths.allSatisfy(\.isFinite),
      counts.allSatisfy({ (0..<1 << 46).contains($0) })
    else { return nil }
    self.counts = counts
    self.levels = worths
  }

  /// The number of ratings.
  public var count: Int { counts.reduce(0, +) }
  private var sum: Double { zip(counts, levels).reduce(0) { $0 + Double($1.0) * $1.1 } }

  /// The mean, or nil without ratings.
  public var mean: Double? { count > 0 ? sum / Double(count) : nil }

  /// The mean with `weight` ratings of the prior mean added: (C m + Σ) / (C + n).
  ///
  /// With C = σ²/τ² it is the best linear prediction of a random intercept model.
  ///
  /// - Parameters:
  ///   - prior: The prior mean m.
  ///   - weight: The weight C, at least 0.
  /// - Returns: The score, or nil where the input allows none.
  public func bayesianAverage(prior: Double, weight: Double) -> Double? {
    let divisor = weight + Double(count)
    guard prior.isFinite, weight >= 0, divisor > 0, divisor.isFinite else { return nil }
    return (weight * prior + sum) / divisor
  }

  /// The lower limit of the expected rating under a uniform Dirichlet prior.
  ///
  /// Source: Miller (2014), Ranking items with star ratings: m - z √((q - m²) / (N + K + 1)) with m
  /// and q the means of s and s² over counts with one rating added per level. The value 3.36869...
  /// for 60, 80, 75, 20, 25 that is often quoted does not follow from this formula.
  ///
  /// - Parameter z: How many standard deviations below.
  /// - Returns: The limit, or nil for a z that is not finite.
  public func millerBound(z: Double) -> Double? {
    guard z.isFinite else { return nil }
    return dirichlet(prior: 1).map { $0.mean - z * $0.standardDeviation }
  }

  /// Mean and standard deviation of the expected rating under a Dirichlet posterior.
  ///
  /// - Parameter prior: The number of ratings that the prior adds to each level, above 0.
  /// - Returns: Both, or nil for an impossible prior.
  public func dirichlet(prior: Double = 1) -> (mean: Double, standardDeviation: Double)? {
    guard prior > 0, prior.isFinite else { return nil }
    let weights = counts.map { Double($0) + prior }
    let total = weights.reduce(0, +)
    let mean = zip(weights, levels).reduce(0) { $0 + $1.0 * $1.1 } / total
    let spread = zip(weights, levels).reduce(0) { sum, level in
      sum + level.0 * (level.1 - mean) * (level.1 - mean)
    }
    return (mean, (spread / total / (total + 1)).squareRoot())
  }
}
