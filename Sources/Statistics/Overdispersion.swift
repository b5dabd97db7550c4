/// How much more units differ than their standard errors explain, by the additive model.
///
/// Source: Spiegelhalter (2005, 2012): z scores are winsorised at two quantiles (type 7), phi is
/// the mean of their squares, and tau² the variance between units that would explain it.
public struct Overdispersion: Sendable, Equatable {
  /// The number of units.
  public let units: Int
  /// The mean of the squared winsorised z scores; 1 is what chance alone would give.
  public let phi: Double
  /// The variance between units beyond chance, tau²; 0 if there is none.
  public let varianceBetween: Double
  /// Where the z scores were winsorised.
  public let bounds: Interval

  /// Estimates over-dispersion.
  ///
  /// Fails for fewer than two units, or input that does not fit together.
  ///
  /// - Parameters:
  ///   - values: The figure of each unit.
  ///   - standardErrors: Their standard errors, all above 0.
  ///   - centre: What the units are compared with.
  ///   - winsorisedShare: The share pulled in at either end, from 0 to below one half.
  public init?(
    values: [Double], standardErrors: [Double], centre: Double, winsorisedShare: Double = 0.1
  ) {
    guard values.count > 1, values.count == standardErrors.count,
      standardErrors.allSatisfy({ $0 > 0 && $0.isFinite }), winsorisedShare < 0.5
    else { return nil }
    let scores = zip(values, standardErrors).map { ($0 - centre) / $1 }
    let sorted = scores.sorted()
    guard let lower = quantile(ofSorted: sorted, at: winsorisedShare),
      let upper = quantile(ofSorted: sorted, at: 1 - winsorisedShare)
    else { return nil }
    let size = Double(scores.count)
    let squares = scores.reduce(0.0) { sum, score in
      let kept = min(max(score, lower), upper)
      return sum + kept * kept
    }
    let weights = standardErrors.map { 1 / ($0 * $0) }
    let sum = weights.reduce(0, +)
    let divisor = sum - weights.reduce(0) { $0 + $1 * $1 } / sum
    let phi = squares / size
    let excess = size * phi - (size - 1)
    guard phi.isFinite, divisor > 0 else { return nil }
    units = scores.count
    self.phi = phi
    varianceBetween = max(0, excess / divisor)
    bounds = Interval(lower: lower, upper: upper)
  }
}

/// The range in which a unit's figure is to be expected among its peers.
public struct ExpectedRange: Sendable, Equatable {
  /// The centre.
  public let centre: Double
  /// The variance between units beyond chance, tau².
  public let varianceBetween: Double

  /// Makes a range.
  ///
  /// - Parameters:
  ///   - centre: The centre.
  ///   - varianceBetween: The variance between units beyond chance, not negative.
  public init(centre: Double, varianceBetween: Double) {
    self.centre = centre
    self.varianceBetween = max(0, varianceBetween)
  }

  /// The limits for a unit: centre ± z √(s² + tau²).
  ///
  /// - Parameters:
  ///   - standardError: The unit's standard error s, not negative.
  ///   - confidence: Above 0 and below 1, for example 0.95 or 0.998.
  /// - Returns: The limits, or nil where the input allows none.
  public func limits(standardError: Double, confidence: Double) -> Interval? {
    guard standardError >= 0, standardError.isFinite,
      let z = Normal.quantile((1 + confidence) / 2)
    else { return nil }
    let half = z * (standardError * standardError + varianceBetween).squareRoot()
    return Interval(lower: centre - half, upper: centre + half)
  }

  /// How far a value lies from the centre, in standard deviations √(s² + tau²).
  ///
  /// - Parameters:
  ///   - value: The unit's figure.
  ///   - standardError: The unit's standard error s.
  /// - Returns: The score, or nil if the standard deviation is 0.
  public func score(of value: Double, standardError: Double) -> Double? {
    let variance = standardError * standardError + varianceBetween
    guard variance > 0, variance.isFinite, value.isFinite else { return nil }
    return (value - centre) / variance.squareRoot()
  }
}
