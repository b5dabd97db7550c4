extension OneWayAnalysis {
  /// Analyses groups of numbers; fails as for sums.
  ///
  /// - Parameter samples: One per group.
  public init?(moments samples: [SampleMoments]) {
    let total = samples.reduce(0) { $0 + $1.count }
    guard samples.count > 1, total > samples.count else { return nil }
    let n = Double(total)
    let mean = compensatedSum(samples.lazy.map { Double($0.count) / n * $0.mean })
    let sizes = compensatedSum(samples.lazy.map { Double($0.count) * Double($0.count) })
    let between = compensatedSum(
      samples.lazy.map { Double($0.count) * ($0.mean - mean) * ($0.mean - mean) })
    guard between.isFinite else { return nil }
    self.init(
      groups: samples.count, count: total, mean: mean,
      typicalSize: (n - sizes / n) / Double(samples.count - 1), sumOfSquaresBetween: between,
      sumOfSquaresWithin: compensatedSum(samples.lazy.map(\.sumOfSquaredDeviations)))
  }

  /// The p-value of the F ratio, or nil without any spread within groups.
  public var fProbability: Double? {
    guard let fRatio else { return nil }
    return FisherF(numerator: freedomBetween, denominator: freedomWithin)?.upperTail(fRatio)
  }

  /// The share of all squares that lie between groups, or nil without any spread at all.
  ///
  /// Source: Pearson (1905). Too large for what holds beyond the sample; see `omegaSquared`.
  public var etaSquared: Double? {
    let total = sumOfSquaresBetween + sumOfSquaresWithin
    return total > 0 ? sumOfSquaresBetween / total : nil
  }

  /// The share of variance between groups, corrected for chance: below 0 where they differ less.
  ///
  /// Source: Hays (1963): (SSB - dfB · MSW) / (SST + MSW).
  public var omegaSquared: Double? {
    let divisor = sumOfSquaresBetween + sumOfSquaresWithin + meanSquareWithin
    guard divisor > 0 else { return nil }
    return (sumOfSquaresBetween - freedomBetween * meanSquareWithin) / divisor
  }
}

/// Welch's analysis of variance of groups with unequal variances.
///
/// Source: Welch (1951), Biometrika 38, as R's `oneway.test`.
public struct WelchAnalysis: Sendable, Equatable {
  /// The F ratio.
  public let fRatio: Double
  /// The degrees of freedom of the numerator.
  public let numerator: Double
  /// The degrees of freedom of the denominator.
  public let denominator: Double
  /// The p-value.
  public let probability: Double

  /// Compares groups.
  ///
  /// - Parameter samples: One per group.
  /// - Throws: `tooFewGroups`, `tooFewValues` (a group with one value), `noSpread` (a group without).
  public init(_ samples: [SampleMoments]) throws(ComparisonFailure) {
    guard samples.count > 1 else { throw .tooFewGroups }
    var weights: [Double] = []
    for sample in samples {
      guard let variance = sample.variance else { throw .tooFewValues }
      guard variance > 0 else { throw .noSpread }
      weights.append(Double(sample.count) / variance)
    }
    let total = compensatedSum(weights)
    let mean = compensatedSum(zip(weights, samples).map { $0 / total * $1.mean })
    let between = compensatedSum(
      zip(weights, samples).map { $0 * ($1.mean - mean) * ($1.mean - mean) })
    let k = Double(samples.count)
    let correction = compensatedSum(
      zip(weights, samples).map { weight, sample in
        (1 - weight / total) * (1 - weight / total) / Double(sample.count - 1)
      })
    numerator = k - 1
    denominator = (k * k - 1) / (3 * correction)
    fRatio = between / (k - 1) / (1 + 2 * (k - 2) / (k * k - 1) * correction)
    guard fRatio.isFinite,
      let tail = FisherF(numerator: numerator, denominator: denominator)?.upperTail(fRatio)
    else { throw .notFinite }
    probability = tail
  }
}
