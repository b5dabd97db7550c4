internal import Glibc

/// Several crossed random intercepts with fixed effects, fitted by restricted maximum likelihood.
///
/// y = x'b + u₁ + u₂ + ... + e: for example raters and organisations, where every rater judges
/// several organisations. Factors may be crossed or nested, complete or not.
///
/// Source: the criterion of R's `lme4::lmer` (Bates et al. 2015, Journal of Statistical Software
/// 67(1)), minimised by the average information method (Gilmour, Thompson & Cullis 1995,
/// Biometrics 51) with exact traces. A factor without variance is a plain result, 0.
///
/// Limits: errors independent and of equal variance. The factor with most levels costs nothing to
/// speak of; all other levels together, m, cost m³ operations a step and some 40 m² bytes. More than
/// `CrossedModel.largestDensePart` are refused.
public struct CrossedModel: Sendable, Equatable {
  /// Why a model cannot be fitted.
  public enum Failure: Error, Sendable, Equatable {
    /// Columns differ in length, hold something not finite, or there is no factor.
    case badInput
    /// A factor has fewer than two levels.
    case tooFewLevels
    /// Not more rows than fixed effects, or a factor with a level for each row.
    case tooFewRows
    /// More levels outside the largest factor than can be handled.
    case tooLarge
    /// A fixed effect is a combination of others.
    case singularDesign
    /// Nothing is left to explain.
    case noSpread
    /// The search for the minimum did not come to an end.
    case noConvergence
  }

  /// The most levels outside the factor with most levels.
  public static let largestDensePart = 10_000

  /// The number of rows.
  public let count: Int
  /// Per factor, its variance; 0 if its levels differ less than by chance.
  public let variances: [Double]
  /// The variance of the errors.
  public let residualVariance: Double
  /// The fixed effects.
  public let coefficients: [Double]
  /// The covariance matrix of the fixed effects, by rows.
  public let covariance: [Double]
  /// The REML criterion at its minimum.
  public let deviance: Double
  /// Per factor and level, the predicted effect.
  public let effects: [[Double]]
  /// Per factor and level, the standard deviation of the prediction error.
  public let predictionDeviations: [[Double]]

  /// The standard errors of the fixed effects.
  public var standardErrors: [Double] {
    let size = coefficients.count
    return (0..<size).map { covariance[$0 * size + $0].squareRoot() }
  }

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - outcome: y, n values.
  ///   - fixed: Columns of n values each; a column of ones is the intercept.
  ///   - codes: Per factor, the level of each row, from 0.
  ///   - levels: Per factor, the number of its levels; each occurs.
  /// - Throws: Why it cannot be fitted.
  public init(
    outcome: [Double], fixed: [[Double]], codes: [[Int]], levels: [Int]
  ) throws(Failure) {
    try Self.check(outcome: outcome, fixed: fixed, codes: codes, levels: levels)
    guard
      let design = CrossedDesign(outcome: outcome, fixed: fixed, codes: codes, levels: levels)
    else { throw .singularDesign }
    let left = dot(design.residuals, design.residuals)
    guard left > BivariateMoments.roundingError(of: outcome) else { throw .noSpread }
    guard let system = CrossedSearch(design).minimum() else { throw .noConvergence }
    guard system.residual > 1e-13 * left else { throw .noSpread }
    let (effects, fixed) = system.solution()
    count = outcome.count
    variances = system.ratios.map { $0 * system.scale }
    residualVariance = system.scale
    coefficients = zip(design.start, fixed).map { $0 + $1 }
    covariance = system.fixedCovariance().map { $0 * system.scale }
    deviance = system.deviance
    self.effects = effects
    predictionDeviations = system.errorVariances().map { factor in
      factor.map { ($0 * system.scale).squareRoot() }
    }
  }

  private static func check(
    outcome: [Double], fixed: [[Double]], codes: [[Int]], levels: [Int]
  ) throws(Failure) {
    let columns = fixed + [outcome]
    guard !codes.isEmpty, codes.count == levels.count,
      columns.allSatisfy({ $0.count == outcome.count && $0.allSatisfy(\.isFinite) }),
      zip(codes, levels).allSatisfy({ codes, levels in
        codes.count == outcome.count && codes.allSatisfy { (0..<levels).contains($0) }
      })
    else { throw .badInput }
    guard zip(codes, levels).allSatisfy({ $1 > 1 && Set($0).count == $1 }) else {
      throw .tooFewLevels
    }
    guard outcome.count > fixed.count + 1, levels.allSatisfy({ $0 < outcome.count }) else {
      throw .tooFewRows
    }
    let dense = levels.reduce(0, +) - (levels.max() ?? 0)
    guard dense <= largestDensePart else { throw .tooLarge }
  }
}
