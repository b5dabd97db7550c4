/// A straight line through points by least squares, with the test of its slope.
///
/// Limits: errors independent, normal and of equal variance; with few points the test has little
/// power.
public struct SimpleRegression: Sendable, Equatable {
  /// The number of points.
  public let count: Int
  /// The slope, in units of y per unit of x.
  public let slope: Double
  /// The standard error of the slope.
  public let standardError: Double
  /// The sum of squares of x about its mean.
  public let sumOfSquares: Double
  /// The two-sided p-value of the slope, from Student's t with n - 2; nil without any deviation.
  public let probability: Double?

  /// Draws the line.
  ///
  /// Fails for fewer than three points, for x without spread, or for values that are not finite.
  ///
  /// - Parameters:
  ///   - x: n values.
  ///   - y: n values.
  public init?(x: [Double], y: [Double]) {
    guard x.count == y.count, x.count > 2, (x + y).allSatisfy(\.isFinite) else { return nil }
    let n = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    let (dx, dy) = (x.map { $0 - meanX }, y.map { $0 - meanY })
    let squares = dot(dx, dx)
    guard squares > 0, squares.isFinite else { return nil }
    let slope = dot(dx, dy) / squares
    let left = zip(dx, dy).reduce(0) {
      let error = $1.1 - slope * $1.0
      return $0 + error * error
    }
    count = x.count
    self.slope = slope
    standardError = (left / (n - 2) / squares).squareRoot()
    sumOfSquares = squares
    // A line without any deviation beyond rounding has no test.
    let isExact = left <= 1e-24 * dot(dy, dy)
    probability =
      isExact
      ? nil
      : StudentT(degreesOfFreedom: n - 2)?.upperTail((slope / standardError).magnitude)
        .map { min(1, 2 * $0) }
  }
}

/// Pearson's correlation of two columns.
///
/// - Parameters:
///   - x: n values, finite.
///   - y: n values, finite.
/// - Returns: From -1 to 1, or nil for fewer than two values or a column without spread.
func pearson(_ x: [Double], _ y: [Double]) -> Double? {
  guard x.count == y.count, x.count > 1 else { return nil }
  let n = Double(x.count)
  let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
  let (dx, dy) = (x.map { $0 - meanX }, y.map { $0 - meanY })
  let spread = (dot(dx, dx) * dot(dy, dy)).squareRoot()
  guard spread > 0, spread.isFinite else { return nil }
  return max(-1, min(1, dot(dx, dy) / spread))
}
