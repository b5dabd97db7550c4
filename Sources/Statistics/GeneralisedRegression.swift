internal import Glibc

/// A regression of yes-or-no outcomes or of counts, by maximum likelihood.
///
/// Source: iteratively reweighted least squares, McCullagh & Nelder (1989), as R's `glm` with the
/// canonical link. It is stopped when the linear predictors no longer move, so that perfect
/// separation, in which they move for ever, is found out.
///
/// Limits: records are independent. For rare outcomes and many covariates estimates are biased.
public struct GeneralisedRegression: Sendable, Equatable {
  /// What is explained.
  public enum Family: Sendable {
    /// Outcomes 0 and 1 with the logit link.
    case logistic
    /// Counts with the logarithm as link.
    case poisson
  }

  /// Why there is no regression.
  public enum Failure: Error, Sendable, Equatable {
    /// Columns differ in length, or hold something not finite.
    case badInput
    /// An outcome is neither 0 nor 1, or a count is negative, or an exposure not above 0.
    case badOutcome
    /// All outcomes are the same.
    case noSpread
    /// Not more records than coefficients.
    case tooFewRows
    /// A covariate is a combination of others.
    case singularDesign
    /// Some covariates foretell some outcomes perfectly, so that a coefficient is infinite.
    case perfectSeparation
    /// The iteration did not come to an end.
    case noConvergence
  }

  /// The coefficients.
  public let coefficients: [Double]
  /// Their covariance matrix, by rows.
  public let covariance: [Double]
  /// Per record, the fitted probability or the expected count.
  public let fitted: [Double]
  /// The deviance.
  public let deviance: Double
  /// The deviance with an intercept (and the exposures) alone.
  public let nullDeviance: Double
  /// The log-likelihood.
  public let logLikelihood: Double
  /// The number of iterations.
  public let iterations: Int

  /// The standard errors of the coefficients.
  public var standardErrors: [Double] {
    let size = coefficients.count
    return (0..<size).map { covariance[$0 * size + $0].squareRoot() }
  }

  /// Fits a regression.
  ///
  /// - Parameters:
  ///   - family: What is explained.
  ///   - outcome: n values.
  ///   - columns: Covariates of n values each; a column of ones is the intercept.
  ///   - exposures: For counts, n numbers above 0 to which expected counts are proportional; nil
  ///     for 1.
  /// - Throws: Why there is none.
  public init(
    _ family: Family, outcome: [Double], columns: [[Double]], exposures: [Double]? = nil
  ) throws(Failure) {
    let count = outcome.count
    guard columns.allSatisfy({ $0.count == count && $0.allSatisfy(\.isFinite) }),
      !columns.isEmpty, outcome.allSatisfy(\.isFinite), (exposures ?? outcome).count == count
    else { throw .badInput }
    let link = LinkFunction(family)
    guard outcome.allSatisfy(link.allows), (exposures ?? []).allSatisfy({ $0 > 0 && $0.isFinite })
    else { throw .badOutcome }
    guard count > columns.count else { throw .tooFewRows }
    guard outcome.contains(where: { $0 != outcome[0] }) || (exposures != nil && outcome[0] > 0)
    else { throw .noSpread }
    let squares = columns.flatMap { row in columns.map { dot(row, $0) } }
    guard CholeskyFactor(squares, size: columns.count) != nil else { throw .singularDesign }
    let offsets = (exposures ?? outcome.map { _ in 1 }).map { log($0) }
    let fit = try Self.iterate(link, outcome, columns, offsets)
    coefficients = fit.coefficients
    covariance = fit.factor.inverse
    fitted = fit.fitted
    iterations = fit.iterations
    deviance = link.deviance(outcome, fit.fitted)
    let rate = outcome.reduce(0, +) / offsets.reduce(0) { $0 + exp($1) }
    nullDeviance = link.deviance(outcome, offsets.map { rate * exp($0) })
    logLikelihood = link.logLikelihood(outcome, fit.fitted)
  }

  private struct Fit {
    var coefficients: [Double]
    var fitted: [Double]
    var factor: CholeskyFactor
    var iterations: Int
  }

  private static func iterate(
    _ link: LinkFunction, _ outcome: [Double], _ columns: [[Double]], _ offsets: [Double]
  ) throws(Failure) -> Fit {
    let size = columns.count
    // Starts as R does: from the outcomes, pulled in from the ends of what is possible.
    var predictors = zip(outcome, offsets).map { link.start($0, offset: $1) }
    var coefficients = [Double](repeating: 0, count: size)
    var isFirst = true
    for iteration in 1...100 {
      let means = predictors.map(link.mean)
      let weights = means.map(link.variance)
      let working = outcome.indices.map {
        predictors[$0] - offsets[$0] + (outcome[$0] - means[$0]) / weights[$0]
      }
      let weighted = columns.map { column in zip(column, weights).map { $0 * $1 } }
      let matrix = weighted.flatMap { row in columns.map { dot(row, $0) } }
      guard let factor = CholeskyFactor(matrix, size: size, tolerance: 1e-13) else {
        throw .perfectSeparation
      }
      coefficients = factor.solve(weighted.map { dot($0, working) })
      var next = offsets
      for (column, coefficient) in zip(columns, coefficients) {
        for record in next.indices { next[record] += coefficient * column[record] }
      }
      guard next.allSatisfy(\.isFinite) else { throw .noConvergence }
      let shift = zip(next, predictors).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      predictors = next
      // Where a coefficient is infinite, predictors move by about 1 in every iteration.
      if iteration > 25, predictors.contains(where: { $0.magnitude > 15 }), shift > 0.5 {
        throw .perfectSeparation
      }
      if !isFirst, shift < 1e-11 * max(1, predictors.reduce(0) { max($0, $1.magnitude) }) {
        return Fit(
          coefficients: coefficients, fitted: predictors.map(link.mean), factor: factor,
          iterations: iteration)
      }
      isFirst = false
    }
    throw predictors.contains { $0.magnitude > 15 } ? .perfectSeparation : .noConvergence
  }
}

/// What the families differ in.
private struct LinkFunction {
  let family: GeneralisedRegression.Family

  init(_ family: GeneralisedRegression.Family) { self.family = family }

  func allows(_ outcome: Double) -> Bool {
    switch family {
    case .logistic: outcome == 0 || outcome == 1
    case .poisson: outcome >= 0
    }
  }

  func start(_ outcome: Double, offset: Double) -> Double {
    switch family {
    case .logistic: log((outcome + 0.5) / (1.5 - outcome))
    case .poisson: log(outcome + 0.1)
    }
  }

  func mean(_ predictor: Double) -> Double {
    switch family {
    case .logistic: 1 / (1 + exp(-predictor))
    case .poisson: exp(predictor)
    }
  }

  func variance(_ mean: Double) -> Double {
    switch family {
    case .logistic: max(mean * (1 - mean), 1e-300)
    case .poisson: max(mean, 1e-300)
    }
  }

  func deviance(_ outcomes: [Double], _ means: [Double]) -> Double {
    zip(outcomes, means).reduce(0) { sum, pair in
      let (y, m) = pair
      switch family {
      case .logistic: return sum - 2 * (y > 0 ? log(m) : log1p(-m))
      case .poisson: return sum + 2 * ((y > 0 ? y * log(y / m) : 0) - (y - m))
      }
    }
  }

  func logLikelihood(_ outcomes: [Double], _ means: [Double]) -> Double {
    switch family {
    case .logistic: -deviance(outcomes, means) / 2
    case .poisson:
      zip(outcomes, means).reduce(0) { $0 + $1.0 * log($1.1) - $1.1 - lgamma($1.0 + 1) }
    }
  }
}
