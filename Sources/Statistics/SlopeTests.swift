/// Lines through the figures of units at many points in time, and what noise alone would give.
///
/// Per unit, ordinary least squares with the t test of the slope (n - 2 degrees of freedom). p-values
/// are adjusted by Benjamini & Hochberg over all units with a test. Limits: figures of a unit are
/// taken as independent over time with equal variance.
public struct SlopeTests: Sendable, Equatable {
  /// One unit's line.
  public struct Line: Sendable, Equatable {
    /// The number of points.
    public let count: Int
    /// The sum of squared distances of the times from their mean.
    public let timeSquares: Double
    /// The slope for one unit of time.
    public let slope: Double
    /// Its standard error.
    public let standardError: Double
    /// The two-sided p-value; nil where the points lie on a line, so that noise cannot be seen.
    public let probability: Double?
  }

  /// Per unit, its line; nil for fewer than three points or all at one time.
  public let lines: [Line?]
  /// Per unit, the p-value adjusted by Benjamini & Hochberg, or nil.
  public let adjusted: [Double?]

  /// Draws lines.
  ///
  /// - Parameters:
  ///   - times: Rising points in time.
  ///   - figures: Per unit, one figure per time, nil for missing ones.
  /// - Throws: Why there are none; `tooFewTimes` if no unit has three figures.
  public init(times: [Double], figures: [[Double?]]) throws(ChangeFailure) {
    guard figures.allSatisfy({ $0.count == times.count }) else { throw .differingLengths }
    guard !figures.isEmpty else { throw .tooFewUnits }
    guard times.allSatisfy(\.isFinite),
      figures.allSatisfy({ $0.allSatisfy { $0?.isFinite ?? true } })
    else { throw .notFinite }
    lines = figures.map { SlopeTests.line(times, $0) }
    guard lines.contains(where: { $0 != nil }) else { throw .tooFewTimes }
    adjusted = benjaminiHochberg(lines.map { $0?.probability })
  }

  /// The same after the mean of all units at each time is taken away: movement beside the others.
  ///
  /// - Parameters:
  ///   - times: Rising points in time.
  ///   - figures: Per unit, one figure per time, nil for missing ones.
  /// - Returns: The lines.
  /// - Throws: Why there are none.
  public static func relative(
    times: [Double], figures: [[Double?]]
  ) throws(ChangeFailure) -> SlopeTests {
    let means = timeMeans(figures)
    return try SlopeTests(
      times: times,
      figures: figures.map { row in
        row.indices.map { place in
          guard let value = row[place], place < means.count, let mean = means[place] else {
            return nil
          }
          return value - mean
        }
      })
  }

  /// The mean over units at each time, or nil where nobody has a figure.
  ///
  /// - Parameter figures: Per unit, one figure per time.
  /// - Returns: One mean per time.
  public static func timeMeans(_ figures: [[Double?]]) -> [Double?] {
    (0..<(figures.map(\.count).min() ?? 0)).map { place in
      let values = figures.compactMap { $0[place] }
      return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
  }

  private static func line(_ times: [Double], _ figures: [Double?]) -> Line? {
    let points = zip(times, figures).compactMap { time, figure in figure.map { (time, $0) } }
    guard points.count > 2 else { return nil }
    let size = Double(points.count)
    let meanTime = points.reduce(0) { $0 + $1.0 } / size
    let mean = points.reduce(0) { $0 + $1.1 } / size
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (time, figure) in points {
      xx += (time - meanTime) * (time - meanTime)
      xy += (time - meanTime) * (figure - mean)
      yy += figure * figure
    }
    guard xx > 0, xx.isFinite else { return nil }
    let slope = xy / xx
    let left = points.reduce(0) { sum, point in
      let rest = point.1 - mean - slope * (point.0 - meanTime)
      return sum + rest * rest
    }
    // What is left by rounding alone is no noise that a test could rest on.
    let isExact = left <= 1e-25 * yy
    let error = isExact ? 0 : (left / (size - 2) / xx).squareRoot()
    let tail = StudentT(degreesOfFreedom: size - 2)?.upperTail((slope / error).magnitude)
    return Line(
      count: points.count, timeSquares: xx, slope: slope, standardError: error,
      probability: isExact ? nil : tail.map { min(1, 2 * $0) })
  }

  /// The number of units with a test.
  public var tested: Int { lines.count { $0?.probability != nil } }

  /// How many rise or fall significantly.
  ///
  /// - Parameters:
  ///   - level: The level of the two-sided test.
  ///   - adjusted: Whether p-values adjusted by Benjamini & Hochberg are taken.
  /// - Returns: The numbers of risers and fallers.
  public func counts(level: Double = 0.05, adjusted: Bool) -> (up: Int, down: Int) {
    var (up, down) = (0, 0)
    for (line, corrected) in zip(lines, self.adjusted) {
      guard let line, let p = adjusted ? corrected : line.probability, p < level else { continue }
      if line.slope > 0 { up += 1 } else { down += 1 }
    }
    return (up, down)
  }

  /// The mean of the sums of squared times over the units with a line.
  public var meanTimeSquares: Double {
    let squares = lines.compactMap { $0?.timeSquares }
    return squares.reduce(0, +) / Double(squares.count)
  }
}

/// How reliably own slopes tell units apart: var(slope) / (var(slope) + sigma² / Σ(t - t̄)²).
///
/// - Parameters:
///   - slopeVariance: The variance of true slopes, not negative.
///   - residualVariance: The variance around the lines, not negative.
///   - timeSquares: Σ(t - t̄)², above 0.
/// - Returns: From 0 to 1, or nil where the input allows none.
public func slopeReliability(
  slopeVariance: Double, residualVariance: Double, timeSquares: Double
) -> Double? {
  guard slopeVariance >= 0, residualVariance >= 0, timeSquares > 0, timeSquares.isFinite else {
    return nil
  }
  let total = slopeVariance + residualVariance / timeSquares
  return total > 0 && total.isFinite ? slopeVariance / total : nil
}

/// The correlation over units between two points in time a number of steps apart.
///
/// - Parameters:
///   - figures: Per unit, one figure per time, nil for missing ones.
///   - lag: The number of steps, at least 1.
/// - Returns: Per first time, the correlation over units that have both, or nil where it is none.
public func lagCorrelations(_ figures: [[Double?]], lag: Int = 1) -> [Double?] {
  let times = figures.map(\.count).min() ?? 0
  guard lag > 0, lag < times else { return [] }
  return (0..<(times - lag)).map { time in
    let pairs = figures.compactMap { row in
      row[time].flatMap { first in row[time + lag].map { (first, $0) } }
    }
    return momentCorrelation(pairs.map(\.0), pairs.map(\.1))
  }
}
