/// The expected range of means of units.
///
/// Source: Spiegelhalter (2005, 2012) with Y the mean of a unit, T the mean over all values, and
/// s = sd/√n with one of two standard deviations.
public struct MeanRange: Sendable, Equatable {
  /// Whose standard deviation makes a unit's standard error.
  public enum Spread: String, Sendable, Equatable, CaseIterable {
    /// The one within all units: √(Σ(n - 1)sd² / (N - I)).
    case pooled
    /// The unit's own; then every unit needs two values and some spread.
    case own
  }

  /// The mean over all values.
  public let centre: Double
  /// The standard deviation within units, or nil if no unit has two values.
  public let pooledDeviation: Double?
  /// Per unit, its standard error.
  public let standardErrors: [Double]
  /// How much the means differ beyond chance.
  public let overdispersion: Overdispersion
  /// The expected range.
  public let range: ExpectedRange

  /// Compares means.
  ///
  /// - Parameters:
  ///   - counts: Per unit, the number of values, at least 1.
  ///   - means: Per unit, the mean.
  ///   - deviations: Per unit, the standard deviation (n - 1), or nil for a single value.
  ///   - spread: Whose standard deviation is taken.
  ///   - centre: What units are compared with; the mean over all values if not given.
  ///   - extremes: What is done with extreme z scores.
  /// - Throws: Why there is no range; `noSpread` if nothing varies within units.
  public init(
    counts: [Int], means: [Double], deviations: [Double?], spread: Spread = .pooled,
    centre: Double? = nil, extremes: ExtremeScores = .winsorised(share: 0.1)
  ) throws(ExpectedRangeFailure) {
    guard counts.count == means.count, counts.count == deviations.count else {
      throw .differingLengths
    }
    guard counts.count > 1 else { throw .tooFewUnits }
    guard counts.allSatisfy({ $0 > 0 }) else { throw .notPositive }
    guard means.allSatisfy(\.isFinite),
      deviations.allSatisfy({ $0.map { $0.isFinite && $0 >= 0 } ?? true })
    else { throw .notFinite }
    let (size, squares, freedom) = MeanRange.sums(counts, deviations)
    let middle = centre ?? zip(counts, means).reduce(0) { $0 + Double($1.0) * $1.1 } / size
    let pooled = freedom > 0 ? (squares / freedom).squareRoot() : nil
    var errors: [Double] = []
    for (count, deviation) in zip(counts, deviations) {
      guard let used = spread == .pooled ? pooled : deviation, used > 0 else { throw .noSpread }
      errors.append(used / Double(count).squareRoot())
    }
    self.centre = middle
    pooledDeviation = pooled
    standardErrors = errors
    overdispersion = try Overdispersion(
      values: means, standardErrors: errors, centre: middle, extremes: extremes)
    range = ExpectedRange(centre: middle, varianceBetween: overdispersion.varianceBetween)
  }

  /// The number of values, the squares within units, and the degrees of freedom of these.
  private static func sums(_ counts: [Int], _ deviations: [Double?]) -> (Double, Double, Double) {
    var (size, squares, freedom) = (0.0, 0.0, 0.0)
    for (count, deviation) in zip(counts, deviations) {
      size += Double(count)
      guard count > 1, let deviation else { continue }
      freedom += Double(count - 1)
      squares += Double(count - 1) * deviation * deviation
    }
    return (size, squares, freedom)
  }
}
