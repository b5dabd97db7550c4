internal import Glibc

/// The difference of two independent means, first minus second, with its test and effect sizes.
public struct MeanDifference: Sendable, Equatable {
  /// The difference.
  public let difference: Double
  /// Welch's t.
  ///
  /// Source: Welch (1947).
  public let t: Double
  /// Satterthwaite's degrees of freedom.
  public let degreesOfFreedom: Double
  /// The two-sided p-value.
  public let probability: Double
  /// The difference in pooled standard deviations.
  ///
  /// Source: Cohen (1988).
  public let cohensD: Double
  /// Cohen's d without its bias: d J with J = Γ(m/2) / (√(m/2) Γ((m - 1)/2)), m = n₁ + n₂ - 2.
  ///
  /// Source: Hedges (1981), exact J.
  public let hedgesG: Double
  private let estimates: [MeanEstimate]

  /// Compares two samples.
  ///
  /// - Parameters:
  ///   - first: The sample that is subtracted from.
  ///   - second: The sample that is subtracted.
  /// - Throws: `tooFewValues` (a sample of one), `noSpread` (in neither), `notFinite`.
  public init(_ first: SampleMoments, minus second: SampleMoments) throws(ComparisonFailure) {
    guard let one = first.estimate, let two = second.estimate else { throw .tooFewValues }
    estimates = [one, two]
    let a = first.sumOfSquaredDeviations / one.degreesOfFreedom / Double(first.count)
    let b = second.sumOfSquaredDeviations / two.degreesOfFreedom / Double(second.count)
    guard a + b > 0 else { throw .noSpread }
    difference = first.mean - second.mean
    t = difference / (a + b).squareRoot()
    // Shares of the sum, so that no square overflows or vanishes.
    let (share, rest) = (a / (a + b), b / (a + b))
    degreesOfFreedom =
      1 / (share * share / one.degreesOfFreedom + rest * rest / two.degreesOfFreedom)
    let m = one.degreesOfFreedom + two.degreesOfFreedom
    let pooled = (first.sumOfSquaredDeviations + second.sumOfSquaredDeviations) / m
    cohensD = difference / pooled.squareRoot()
    hedgesG = cohensD * exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / (m / 2).squareRoot()
    guard cohensD.isFinite, t.isFinite,
      let tail = StudentT(degreesOfFreedom: degreesOfFreedom)?.lowerTail(-t.magnitude)
    else { throw .notFinite }
    probability = min(1, 2 * tail)
  }

  /// Welch's confidence interval of the difference.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil for an impossible level.
  public func interval(confidence: Double = 0.95) -> Interval? {
    welchInterval(of: estimates[0], minus: estimates[1], confidence: confidence)
  }
}
