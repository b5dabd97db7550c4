/// A chart of cumulative sums, which finds small lasting shifts sooner than single values do.
///
/// Source: Page (1954), tabular form: up = max(0, up + z - k), down = max(0, down - z - k) with
/// z = (y - target)/sigma; a signal where one exceeds h.
public struct CumulativeSum: Sendable, Equatable {
  /// Why there is no chart.
  public enum Failure: String, Error, Sendable, Equatable {
    /// No value at all.
    case noValues = "no-values"
    /// A number that is not finite.
    case notFinite = "not-finite"
    /// A standard deviation that is not above 0, or values that do not move.
    case noVariation = "no-variation"
    /// An allowance below 0 or a decision limit that is not above 0.
    case outOfRange = "out-of-range"
  }

  /// One value.
  public struct Point: Sendable, Equatable {
    /// Its distance from the target in standard deviations.
    public let score: Double
    /// The sum of what went up.
    public let up: Double
    /// The sum of what went down, as a positive number.
    public let down: Double
    /// 1 if the sum up exceeds the limit, -1 if the sum down does, else 0.
    public let signal: Int
  }

  /// What values are compared with.
  public let target: Double
  /// The standard deviation of a value.
  public let sigma: Double
  /// The values.
  public let points: [Point]

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - values: In order of time.
  ///   - target: What values are compared with; their mean if not given.
  ///   - sigma: The standard deviation of a value; the mean moving range over d2 = 2/√π if not given.
  ///   - allowance: k, half the shift to be found, in standard deviations.
  ///   - limit: h, in standard deviations.
  /// - Throws: Why there is no chart.
  public init(
    values: [Double], target: Double? = nil, sigma: Double? = nil, allowance: Double = 0.5,
    limit: Double = 4
  ) throws(Failure) {
    guard !values.isEmpty else { throw .noValues }
    guard values.allSatisfy(\.isFinite), (target ?? 0).isFinite, (sigma ?? 1).isFinite else {
      throw .notFinite
    }
    guard allowance >= 0, limit > 0, allowance.isFinite, limit.isFinite else {
      throw .outOfRange
    }
    let moves = zip(values.dropFirst(), values).map { ($0 - $1).magnitude }
    let own = moves.reduce(0, +) / Double(max(1, moves.count)) / (2 / Double.pi.squareRoot())
    let centre = target ?? values.reduce(0, +) / Double(values.count)
    let deviation = sigma ?? own
    guard deviation > 0 else { throw .noVariation }
    var (up, down) = (0.0, 0.0)
    points = values.map { value in
      let score = (value - centre) / deviation
      up = max(0, up + score - allowance)
      down = max(0, down - score - allowance)
      return Point(
        score: score, up: up, down: down, signal: up > limit ? 1 : (down > limit ? -1 : 0))
    }
    self.target = centre
    self.sigma = deviation
  }
}
