/// Whether a person's score changed by more than measurement error.
///
/// Source: Jacobson & Truax (1991): (x2 - x1) / (sd √2 √(1 - r)), sd being the standard deviation
/// of the first measurement and r its reliability.
public struct ReliableChange: Sendable, Equatable {
  /// The standard error of a difference: sd √2 √(1 - r).
  public let standardError: Double

  /// Takes the precision of the measurement.
  ///
  /// - Parameters:
  ///   - deviation: The standard deviation of the first measurement, above 0.
  ///   - reliability: From 0 to below 1.
  /// - Throws: `noSpread` or `outOfRange`; a reliability of 1 would make any difference reliable.
  public init(deviation: Double, reliability: Double) throws(ChangeFailure) {
    guard deviation.isFinite else { throw .notFinite }
    guard deviation > 0 else { throw .noSpread }
    guard reliability >= 0, reliability < 1 else { throw .outOfRange }
    standardError = deviation * 2.0.squareRoot() * (1 - reliability).squareRoot()
  }

  /// The reliable change index of a person.
  ///
  /// - Parameters:
  ///   - first: The first score.
  ///   - second: The second score.
  /// - Returns: Beyond ±1.96 the change is more than measurement error at 95 %.
  public func index(first: Double, second: Double) -> Double { (second - first) / standardError }

  /// The smallest change beyond measurement error.
  ///
  /// - Parameter z: 1.96 for 95 %, as published, not the exact quantile.
  /// - Returns: In the unit of the scores.
  public func detectableChange(z: Double = 1.96) -> Double { z * standardError }
}

/// The smallest difference of two means that would be found.
///
/// Source: Cohen (1988): (z(confidence) + z(power)) √(s1² + s2²). With a power of one half this is the
/// smallest difference that is significant once it is seen.
///
/// - Parameters:
///   - firstError: The standard error of the first mean, not negative.
///   - secondError: The standard error of the second mean, not negative.
///   - confidence: Above 0 and below 1, two-sided.
///   - power: The chance to find such a difference, above 0 and below 1.
/// - Returns: The difference, or nil where the input allows none.
public func detectableDifference(
  firstError: Double, secondError: Double, confidence: Double = 0.95, power: Double = 0.5
) -> Double? {
  guard firstError >= 0, secondError >= 0, firstError.isFinite, secondError.isFinite,
    let z = Normal.quantile((1 + confidence) / 2), let more = Normal.quantile(power)
  else { return nil }
  let spread = (firstError * firstError + secondError * secondError).squareRoot()
  let sum = z + more
  return spread > 0 && sum > 0 ? sum * spread : nil
}
