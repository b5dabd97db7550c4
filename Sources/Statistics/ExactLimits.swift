/// Limits of counts at which nothing but chance is at work, interpolated between counts.
///
/// Source: Spiegelhalter (2005), appendix A.1.1: with r the lowest count whose lower tail F reaches
/// p, the limit is r - a with a = (F(r) - p) / (F(r) - F(r - 1)).
///
/// A lower limit may be below 0 and an upper limit above the number of trials: then no count lies
/// beyond it, and no result of a unit of that size can be remarkable on that side.
public enum ExactLimits {
  /// Limits of a proportion among a number of answers.
  ///
  /// - Parameters:
  ///   - proportion: The proportion in all units, above 0 and below 1.
  ///   - count: The number of answers, at least 1.
  ///   - confidence: Above 0 and below 1, for example 0.95 or 0.998.
  /// - Returns: Limits as proportions, not cut to 0..1.
  /// - Throws: `notPositive` for no answers, `outOfRange` for anything else out of range.
  public static func binomial(
    proportion: Double, count: Int, confidence: Double
  ) throws(ExpectedRangeFailure) -> Interval {
    guard count > 0 else { throw .notPositive }
    guard proportion > 0, proportion < 1 else { throw .outOfRange }
    return try limits(
      .binomial(trials: count, probability: proportion), unit: Double(count),
      confidence: confidence)
  }

  /// Limits of the ratio of an observed to an expected number.
  ///
  /// - Parameters:
  ///   - expected: The expected number, above 0.
  ///   - confidence: Above 0 and below 1, for example 0.95 or 0.998.
  /// - Returns: Limits of observed / expected; the lower one may be below 0.
  /// - Throws: `notPositive` or `outOfRange`.
  public static func poisson(
    expected: Double, confidence: Double
  ) throws(ExpectedRangeFailure) -> Interval {
    guard expected > 0, expected.isFinite else { throw .notPositive }
    return try limits(.poisson(mean: expected), unit: expected, confidence: confidence)
  }

  /// Limits of a proportion from the score test, which Wilson's interval inverts.
  ///
  /// A unit lies beyond them exactly if its Wilson interval leaves out the proportion of all:
  /// p ± z √(p(1 - p)/n). Source: Wilson (1927); the funnels of Public Health England.
  ///
  /// - Parameters:
  ///   - proportion: The proportion in all units, above 0 and below 1.
  ///   - count: The number of answers, at least 1.
  ///   - confidence: Above 0 and below 1.
  /// - Returns: Limits as proportions, not cut to 0..1.
  /// - Throws: `notPositive` or `outOfRange`.
  public static func score(
    proportion: Double, count: Int, confidence: Double
  ) throws(ExpectedRangeFailure) -> Interval {
    guard count > 0 else { throw .notPositive }
    guard proportion > 0, proportion < 1, let z = Normal.quantile((1 + confidence) / 2) else {
      throw .outOfRange
    }
    let half = z * (proportion * (1 - proportion) / Double(count)).squareRoot()
    return Interval(lower: proportion - half, upper: proportion + half)
  }

  private static func limits(
    _ tail: CountTail, unit: Double, confidence: Double
  ) throws(ExpectedRangeFailure) -> Interval {
    let share = (1 - confidence) / 2
    guard confidence > 0, confidence < 1,
      let lower = interpolated(at: share, quantile: tail.quantile, atMost: tail.atMost),
      let upper = interpolated(at: 1 - share, quantile: tail.quantile, atMost: tail.atMost)
    else { throw .outOfRange }
    return Interval(lower: lower / unit, upper: upper / unit)
  }
}

/// The count at which a lower tail would reach `p` if it rose evenly between whole counts.
func interpolated(
  at p: Double, quantile: (Double) -> Int?, atMost: (Int) -> Double?
) -> Double? {
  guard let count = quantile(p), let reached = atMost(count), let below = atMost(count - 1),
    reached > below
  else { return nil }
  return Double(count) - (reached - p) / (reached - below)
}
