/// The variance of true values between units, from estimates with standard errors.
///
/// Source: DerSimonian & Laird (1986): Q = Σw(y - ȳ)² with w = 1/s² and ȳ the mean weighted so;
/// tau² = max(0, (Q - (I - 1)) / (Σw - Σw²/Σw)). Limits: for few units tau² is rough, and Q is
/// compared with chi-squared as if the standard errors were known exactly.
public struct RandomEffectsVariance: Sendable, Equatable {
  /// The number of units.
  public let units: Int
  /// Cochran's Q.
  public let heterogeneity: Double
  /// The p-value of Q under chi-squared with I - 1 degrees of freedom.
  public let probability: Double
  /// tau², 0 if the units differ no more than by chance.
  public let varianceBetween: Double
  /// The mean weighted by 1/s².
  public let fixedMean: Double
  /// The mean weighted by 1/(s² + tau²).
  public let mean: Double

  /// Estimates the variance.
  ///
  /// - Parameters:
  ///   - values: One per unit.
  ///   - standardErrors: One per unit, above 0.
  /// - Throws: Why there is no estimate.
  public init(values: [Double], standardErrors: [Double]) throws(ChangeFailure) {
    guard values.count == standardErrors.count else { throw .differingLengths }
    guard values.count > 1 else { throw .tooFewUnits }
    guard (values + standardErrors).allSatisfy(\.isFinite) else { throw .notFinite }
    guard standardErrors.allSatisfy({ $0 > 0 }) else { throw .notPositive }
    let weights = standardErrors.map { 1 / ($0 * $0) }
    let sum = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    let centre = precisionWeightedMean(values, standardErrors, varianceBetween: 0)
    let heterogeneity = zip(values, weights).reduce(0) {
      $0 + $1.1 * ($1.0 - centre) * ($1.0 - centre)
    }
    let freedom = Double(values.count - 1)
    let between = max(0, (heterogeneity - freedom) / (sum - squares / sum))
    guard between.isFinite,
      let tail = ChiSquared(degreesOfFreedom: freedom)?.upperTail(heterogeneity)
    else { throw .notFinite }
    units = values.count
    self.heterogeneity = heterogeneity
    probability = tail
    varianceBetween = between
    fixedMean = centre
    mean = precisionWeightedMean(values, standardErrors, varianceBetween: between)
  }
}

/// The mean of values weighted by 1/(s² + tau²).
func precisionWeightedMean(
  _ values: [Double], _ standardErrors: [Double], varianceBetween: Double
) -> Double {
  let weights = standardErrors.map { 1 / ($0 * $0 + varianceBetween) }
  let sum = NeumaierSum(zip(values, weights).map { $0 * $1 })
  return sum.value / NeumaierSum(weights).value
}

/// Why nothing can be said about change.
public enum ChangeFailure: String, Error, Sendable, Equatable {
  /// Fewer than two units.
  case tooFewUnits = "too-few-units"
  /// Arrays that belong together differ in length.
  case differingLengths = "different-lengths"
  /// A value that is no finite number.
  case notFinite = "not-finite"
  /// A standard error that is not above 0.
  case notPositive = "not-positive"
  /// A number of units, a reliability or a variance outside its range.
  case outOfRange = "out-of-range"
  /// Nothing varies.
  case noSpread = "no-spread"
  /// Fewer than three points in time, or all at the same time.
  case tooFewTimes = "too-few-times"
}
