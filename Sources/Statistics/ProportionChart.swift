/// A control chart of proportions in periods, with Shewhart's and Laney's limits.
///
/// Source: p-chart: p ± 3 √(p(1 - p)/n). Laney (2002): the same times sigma_z, the standard deviation
/// of the z scores from their mean moving range over d2 = 2/√π, for large n at which nearly every
/// point would lie outside. Limits are not cut: one outside 0 to 1 cannot be crossed.
public struct ProportionChart: Sendable, Equatable {
  /// Why there is no chart.
  public enum Failure: String, Error, Sendable, Equatable {
    /// No period at all.
    case noPeriods = "no-periods"
    /// Counts and sizes differ in number.
    case differingLengths = "different-lengths"
    /// A period without answers.
    case emptyPeriod = "empty-period"
    /// A count below 0 or above its size.
    case outOfRange = "out-of-range"
    /// All successes or none, in all periods.
    case noSpread = "no-spread"
  }

  /// One period.
  public struct Point: Sendable, Equatable {
    /// The proportion.
    public let proportion: Double
    /// Its distance from the centre in binomial standard deviations.
    public let score: Double
    /// Shewhart's limits.
    public let limits: Interval
    /// Laney's limits, or nil for a single period or if the scores do not move.
    public let laneyLimits: Interval?
  }

  /// The proportion over all periods.
  public let centre: Double
  /// Laney's sigma_z, how much more the proportions move than chance; nil for a single period.
  public let sigma: Double?
  /// The periods.
  public let points: [Point]

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - successes: Per period, from 0 to its size.
  ///   - sizes: Per period, at least 1.
  /// - Throws: Why there is no chart.
  public init(successes: [Int], sizes: [Int]) throws(Failure) {
    guard successes.count == sizes.count else { throw .differingLengths }
    guard !sizes.isEmpty else { throw .noPeriods }
    guard sizes.allSatisfy({ $0 > 0 }) else { throw .emptyPeriod }
    guard zip(successes, sizes).allSatisfy({ (0...$1).contains($0) }) else { throw .outOfRange }
    let centre = successes.reduce(0.0) { $0 + Double($1) } / sizes.reduce(0.0) { $0 + Double($1) }
    guard centre > 0, centre < 1 else { throw .noSpread }
    let deviations = sizes.map { (centre * (1 - centre) / Double($0)).squareRoot() }
    let proportions = zip(successes, sizes).map { Double($0) / Double($1) }
    let scores = zip(proportions, deviations).map { ($0 - centre) / $1 }
    let moves = zip(scores.dropFirst(), scores).map { ($0 - $1).magnitude }
    let sigma =
      moves.isEmpty
      ? nil : moves.reduce(0, +) / Double(moves.count) / (2 / Double.pi.squareRoot())
    self.centre = centre
    self.sigma = sigma
    points = scores.indices.map { place in
      let half = 3 * deviations[place]
      func limits(_ factor: Double) -> Interval {
        Interval(lower: centre - half * factor, upper: centre + half * factor)
      }
      return Point(
        proportion: proportions[place], score: scores[place], limits: limits(1),
        laneyLimits: sigma.flatMap { $0 > 0 ? limits($0) : nil })
    }
  }
}
