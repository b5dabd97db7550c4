/// A regression with an intercept by least squares, from means and a covariance matrix.
///
/// Source: as R's `lm` and `summary.lm`.
///
/// Limits: errors independent, normal and of equal variance; answers of one organisation are not
/// independent of each other, which makes standard errors too small.
public struct LinearRegression: Sendable, Equatable {
  /// Why there is no regression.
  public enum Failure: Error, Sendable, Equatable {
    /// Arrays do not fit together, or hold something not finite.
    case badInput
    /// Not more records than coefficients.
    case tooFewRows
    /// A covariate, or the outcome, does not vary.
    case noSpread
    /// A covariate is a combination of others.
    case singularDesign
  }

  /// The number of records.
  public let count: Int
  /// The coefficients, the intercept first.
  public let coefficients: [Double]
  /// Their standard errors.
  public let standardErrors: [Double]
  /// The coefficients in standard deviations of y per standard deviation of x, without intercept.
  public let standardised: [Double]
  /// The share of variance explained.
  public let rSquared: Double
  /// The standard deviation of the residuals.
  public let residualDeviation: Double

  /// The degrees of freedom of the residuals.
  public var degreesOfFreedom: Double { Double(count - coefficients.count) }

  /// The share of variance explained, corrected for the number of covariates.
  public var adjustedRSquared: Double {
    1 - (1 - rSquared) * Double(count - 1) / degreesOfFreedom
  }

  /// The F ratio of all covariates together, nil for an exact fit.
  public var fRatio: Double? {
    rSquared < 1
      ? rSquared / Double(coefficients.count - 1) / ((1 - rSquared) / degreesOfFreedom) : nil
  }

  /// Per coefficient, its ratio to its standard error; nil for an exact fit.
  public var tRatios: [Double?] {
    zip(coefficients, standardErrors).map { $1 > 0 ? $0 / $1 : nil }
  }

  /// Per coefficient, the two-sided p-value.
  public var probabilities: [Double?] {
    let distribution = StudentT(degreesOfFreedom: degreesOfFreedom)
    return tRatios.map { ratio in
      ratio.flatMap { distribution?.upperTail($0.magnitude) }.map { min(1, 2 * $0) }
    }
  }

  /// Fits a regression to moments.
  ///
  /// - Parameters:
  ///   - means: Of x and, last, of y.
  ///   - covariances: Of x and, last, of y, divisor n - 1; by rows.
  ///   - count: The number of records.
  /// - Throws: Why there is none.
  public init(means: [Double], covariances: [Double], count: Int) throws(Failure) {
    let size = means.count
    guard size > 1, covariances.count == size * size,
      (means + covariances).allSatisfy(\.isFinite)
    else { throw .badInput }
    guard count > size else { throw .tooFewRows }
    let deviations = (0..<size).map { covariances[$0 * size + $0].squareRoot() }
    guard deviations.allSatisfy({ $0 > 0 }) else { throw .noSpread }
    let x = size - 1
    let correlations = (0..<x).flatMap { row in
      (0..<x).map { covariances[row * size + $0] / (deviations[row] * deviations[$0]) }
    }
    guard let factor = CholeskyFactor(correlations, size: x) else { throw .singularDesign }
    let withOutcome = (0..<x).map { covariances[x * size + $0] / (deviations[$0] * deviations[x]) }
    let standardised = factor.solve(withOutcome)
    let rSquared = min(1, factor.quadraticForm(withOutcome))
    let slopes = (0..<x).map { standardised[$0] * deviations[x] / deviations[$0] }
    let freedom = Double(count - size)
    let residual = (1 - rSquared) * Double(count - 1) / freedom
    let sigma = residual.squareRoot() * deviations[x]
    let inverse = factor.inverse
    // (X'X)⁻¹ of the centred covariates is the inverse of the correlations over (n - 1) s s'.
    let squares = Double(count - 1)
    func variance(_ row: Int, _ column: Int) -> Double {
      inverse[row * x + column] / (squares * deviations[row] * deviations[column])
    }
    var ofMean = 1 / Double(count)
    for row in 0..<x {
      for column in 0..<x { ofMean += means[row] * variance(row, column) * means[column] }
    }
    self.count = count
    coefficients = [means[x] - dot(slopes, Array(means.prefix(x)))] + slopes
    standardErrors =
      [sigma * ofMean.squareRoot()] + (0..<x).map { sigma * variance($0, $0).squareRoot() }
    self.standardised = standardised
    self.rSquared = rSquared
    residualDeviation = sigma
  }
}

/// Means and covariances of columns, from deviations.
public struct ColumnMoments: Sendable, Equatable {
  /// The number of records.
  public let count: Int
  /// Per column, its mean.
  public let means: [Double]
  /// The covariances with divisor n - 1, by rows.
  public let covariances: [Double]

  /// Computes moments.
  ///
  /// Fails for fewer than two records, or columns that differ in length or are not finite.
  ///
  /// - Parameter columns: Columns of n values each.
  public init?(_ columns: [[Double]]) {
    guard let count = columns.first?.count, count > 1,
      columns.allSatisfy({ $0.count == count && $0.allSatisfy(\.isFinite) })
    else { return nil }
    let means = columns.map { $0.reduce(0, +) / Double(count) }
    let centred = zip(columns, means).map { column, mean in column.map { $0 - mean } }
    self.count = count
    self.means = means
    covariances = centred.flatMap { row in centred.map { dot(row, $0) / Double(count - 1) } }
    guard covariances.allSatisfy(\.isFinite) else { return nil }
  }
}
