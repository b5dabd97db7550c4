/// A one-way analysis of variance of values in groups, with what follows from it for group means.
///
/// All squares are in the squared unit of the samples. Groups may differ in size.
public struct OneWayAnalysis: Sendable, Equatable {
  /// The number of groups with at least one value.
  public let groups: Int
  /// The number of values.
  public let count: Int
  /// The mean over all values.
  public let mean: Double
  /// The typical group size n0 = (N - Σn²/N) / (G - 1).
  public let typicalSize: Double
  /// The sum of squares between groups.
  public let sumOfSquaresBetween: Double
  /// The sum of squares within groups.
  public let sumOfSquaresWithin: Double

  /// Analyses groups; empty ones are left out.
  ///
  /// Fails for fewer than two groups with values, or when no group has two values.
  ///
  /// - Parameter samples: One per group, all in the same unit.
  public init?(_ samples: [SampleSums]) {
    var (groups, total, within) = (0, SampleSums(count: 0, sum: 0, sumOfSquares: 0), 0.0)
    var squaredSizes: Int128 = 0
    for sample in samples where sample.count > 0 {
      groups += 1
      total += sample
      squaredSizes += Int128(sample.count) * Int128(sample.count)
      within += sample.sumOfSquaredDeviations
    }
    guard groups > 1, total.count > groups, let mean = total.mean else { return nil }
    var between = 0.0
    let size = Int128(total.count)
    for sample in samples where sample.count > 0 {
      let shift = exactDifference(
        of: sample.sum, times: size, minus: total.sum, times: Int128(sample.count))
      let distance = shift / Double(total.count)
      between += distance * distance / Double(sample.count)
    }
    self.groups = groups
    self.mean = mean
    count = total.count
    typicalSize =
      Double(size * size - squaredSizes) / (Double(total.count) * Double(groups - 1))
    sumOfSquaresBetween = between
    sumOfSquaresWithin = within
  }

  init(
    groups: Int, count: Int, mean: Double, typicalSize: Double, sumOfSquaresBetween: Double,
    sumOfSquaresWithin: Double
  ) {
    self.groups = groups
    self.count = count
    self.mean = mean
    self.typicalSize = typicalSize
    self.sumOfSquaresBetween = sumOfSquaresBetween
    self.sumOfSquaresWithin = sumOfSquaresWithin
  }

  /// The degrees of freedom between groups.
  public var freedomBetween: Double { Double(groups - 1) }
  /// The degrees of freedom within groups.
  public var freedomWithin: Double { Double(count - groups) }
  /// The mean square between groups.
  public var meanSquareBetween: Double { sumOfSquaresBetween / freedomBetween }
  /// The mean square within groups: the variance of one value inside its group.
  public var meanSquareWithin: Double { sumOfSquaresWithin / freedomWithin }
  /// The F ratio, or nil without any spread within groups.
  public var fRatio: Double? {
    meanSquareWithin > 0 ? meanSquareBetween / meanSquareWithin : nil
  }
  /// The estimated variance of true group means; below 0 when groups differ less than by chance.
  public var varianceBetween: Double { (meanSquareBetween - meanSquareWithin) / typicalSize }

  /// The intraclass correlation ICC(1), or nil without any spread at all.
  ///
  /// Source: (MSB - MSW) / (MSB + (n0 - 1) MSW); below 0 when groups differ less than by chance.
  public var icc1: Double? {
    let divisor = meanSquareBetween + (typicalSize - 1) * meanSquareWithin
    return divisor > 0 ? (meanSquareBetween - meanSquareWithin) / divisor : nil
  }

  /// The reliability ICC(2) of the mean of a group of typical size, or nil if all means are equal.
  public var icc2: Double? {
    meanSquareBetween > 0 ? 1 - meanSquareWithin / meanSquareBetween : nil
  }

  /// The confidence interval of ICC(1).
  ///
  /// Source: Searle (1971) with n0 for the group size: (F/q - 1) / (F/q + n0 - 1) with the upper and
  /// lower F quantile q. Exact for groups of equal size, close for others.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil without any spread within groups.
  public func icc1Interval(confidence: Double = 0.95) -> Interval? {
    guard let ratio = fRatio,
      let distribution = FisherF(numerator: freedomBetween, denominator: freedomWithin),
      let high = distribution.quantile((1 + confidence) / 2),
      let low = distribution.quantile((1 - confidence) / 2), low > 0
    else { return nil }
    func end(_ f: Double) -> Double { (f - 1) / (f + typicalSize - 1) }
    return Interval(lower: end(ratio / high), upper: end(ratio / low))
  }

  /// The reliability of the mean of `size` values: τ² / (τ² + σ²/n), with τ² at least 0.
  ///
  /// - Parameter size: At least 1.
  /// - Returns: From 0 to 1, or nil without any spread at all.
  public func reliability(ofMeanOver size: Int) -> Double? {
    guard size > 0 else { return nil }
    let between = max(0, varianceBetween)
    let divisor = between + meanSquareWithin / Double(size)
    return divisor > 0 ? between / divisor : nil
  }

  /// The values a group needs for its mean to reach a reliability: r/(1-r) · (1-ICC)/ICC.
  ///
  /// - Parameter reliability: Above 0 and below 1.
  /// - Returns: Not rounded, or nil if groups do not differ beyond chance.
  public func valuesNeeded(for reliability: Double) -> Double? {
    guard reliability > 0, reliability < 1, let icc1, icc1 > 0 else { return nil }
    return reliability / (1 - reliability) * (1 - icc1) / icc1
  }
}
