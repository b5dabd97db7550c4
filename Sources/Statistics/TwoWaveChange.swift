/// Whether units changed from one wave to the next by more than noise, also corrected for regression
/// to the mean.
///
/// Source: Jones & Spiegelhalter (2009). tau² is that of the first wave (DerSimonian & Laird), m1 and
/// m2 are the means weighted by 1/(s² + tau²), lambda = tau²/(tau² + s1²). The naive score is
/// (y2 - y1 - (m2 - m1)) / √(s1² + s2²); the corrected one compares y2 with what the first wave let
/// expect: (y2 - m2 - lambda (y1 - m1)) / √(s2² + lambda s1²). A change that all share is not counted.
public struct TwoWaveChange: Sendable, Equatable {
  /// One unit.
  public struct Unit: Sendable, Equatable {
    /// The share of its first deviation that is to be expected to last.
    public let lambda: Double
    /// What the first wave lets expect for the second: m2 + lambda (y1 - m1).
    public let expected: Double
    /// Its change beyond the common one: y2 - y1 - (m2 - m1).
    public let change: Double
    /// The part of that to be expected from regression to the mean alone: (lambda - 1)(y1 - m1).
    public let expectedChange: Double
    /// The smallest change that would differ from 0 at 95 %: 1.96 √(s1² + s2²).
    public let detectableChange: Double
    /// The naive score.
    public let naiveScore: Double
    /// The score corrected for regression to the mean.
    public let score: Double
    /// The two-sided p-value of the naive score.
    public let naiveProbability: Double
    /// The two-sided p-value of the corrected score.
    public let probability: Double
  }

  /// What regression to the mean does to the units that were lowest in the first wave.
  public struct Lowest: Sendable, Equatable {
    /// Their mean change beyond the common one.
    public let meanChange: Double
    /// The mean change to be expected from regression to the mean alone.
    public let expectedChange: Double
    /// How many improved by the naive score at 95 %.
    public let naiveImprovers: Int
    /// How many improved by the corrected score at 95 %.
    public let improvers: Int
  }

  /// How much the units differ in the first wave.
  public let firstWave: RandomEffectsVariance
  /// The weighted mean of the first wave.
  public let firstMean: Double
  /// The weighted mean of the second wave, with tau² of the first.
  public let secondMean: Double
  /// The correlation of the two waves, or nil if one of them does not vary.
  public let correlation: Double?
  /// The units.
  public let units: [Unit]

  private let first: [Double]

  /// Compares two waves.
  ///
  /// - Parameters:
  ///   - first: Per unit, its figure in the first wave.
  ///   - firstErrors: Their standard errors, above 0.
  ///   - second: Per unit, its figure in the second wave.
  ///   - secondErrors: Their standard errors, above 0.
  /// - Throws: Why that cannot be.
  public init(
    first: [Double], firstErrors: [Double], second: [Double], secondErrors: [Double]
  ) throws(ChangeFailure) {
    guard first.count == second.count, second.count == secondErrors.count else {
      throw .differingLengths
    }
    guard (second + secondErrors).allSatisfy(\.isFinite) else { throw .notFinite }
    guard secondErrors.allSatisfy({ $0 > 0 }) else { throw .notPositive }
    let wave = try RandomEffectsVariance(values: first, standardErrors: firstErrors)
    let between = wave.varianceBetween
    let m1 = wave.mean
    let m2 = precisionWeightedMean(second, secondErrors, varianceBetween: between)
    guard let threshold = Normal.quantile(0.975) else { throw .outOfRange }
    units = first.indices.map { place in
      let (s1, s2) = (firstErrors[place], secondErrors[place])
      let lambda = between / (between + s1 * s1)
      let distance = first[place] - m1
      let spread = (s1 * s1 + s2 * s2).squareRoot()
      let change = second[place] - first[place] - (m2 - m1)
      let naive = change / spread
      let score =
        (second[place] - m2 - lambda * distance) / (s2 * s2 + lambda * s1 * s1).squareRoot()
      return Unit(
        lambda: lambda, expected: m2 + lambda * distance, change: change,
        expectedChange: (lambda - 1) * distance, detectableChange: threshold * spread,
        naiveScore: naive, score: score, naiveProbability: Normal.twoSided(naive) ?? 1,
        probability: Normal.twoSided(score) ?? 1)
    }
    firstWave = wave
    firstMean = m1
    secondMean = m2
    correlation = momentCorrelation(first, second)
    self.first = first
  }

  /// What happened to the units that were lowest in the first wave.
  ///
  /// - Parameter count: How many, at least 1; of equal ones those that come first are taken.
  /// - Returns: Their change and the part to be expected.
  /// - Throws: `outOfRange` for more than there are.
  public func lowest(_ count: Int) throws(ChangeFailure) -> Lowest {
    guard (1...first.count).contains(count), let threshold = Normal.quantile(0.975) else {
      throw .outOfRange
    }
    let places = first.indices.sorted { (first[$0], $0) < (first[$1], $1) }.prefix(count)
    let chosen = places.map { units[$0] }
    func mean(_ figure: KeyPath<Unit, Double>) -> Double {
      chosen.reduce(0) { $0 + $1[keyPath: figure] } / Double(count)
    }
    return Lowest(
      meanChange: mean(\.change), expectedChange: mean(\.expectedChange),
      naiveImprovers: chosen.count { $0.naiveScore > threshold },
      improvers: chosen.count { $0.score > threshold })
  }
}

/// Pearson's correlation of two columns, or nil where one of them does not vary.
func momentCorrelation(_ x: [Double], _ y: [Double]) -> Double? {
  guard x.count == y.count, x.count > 1 else { return nil }
  let size = Double(x.count)
  let (meanX, meanY) = (x.reduce(0, +) / size, y.reduce(0, +) / size)
  var (xx, yy, xy) = (0.0, 0.0, 0.0)
  for (a, b) in zip(x, y) {
    xx += (a - meanX) * (a - meanX)
    yy += (b - meanY) * (b - meanY)
    xy += (a - meanX) * (b - meanY)
  }
  guard xx > 0, yy > 0 else { return nil }
  let r = xy / (xx * yy).squareRoot()
  return r.isFinite ? min(1, max(-1, r)) : nil
}
