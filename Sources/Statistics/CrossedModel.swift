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
/// speak of; all other levels together, m, cost m³ operations a step and 24 m² bytes. More than
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
  public static let largestDensePart = 12_000

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
    let mean = outcome.reduce(0, +) / Double(outcome.count)
    let total = outcome.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let left = dot(design.residuals, design.residuals)
    guard left > 1e-14 * total else { throw .noSpread }
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

/// The average information method for the variance ratios of crossed random intercepts.
struct CrossedSearch {
  private let design: CrossedDesign

  init(_ design: CrossedDesign) { self.design = design }

  /// The equations at the minimum of the criterion, or nil if it is not found.
  func minimum() -> CrossedSystem? {
    guard var best = CrossedSystem(design, ratios: start()) else { return nil }
    var last = Double.infinity
    for _ in 0..<100 {
      guard let target = proposal(best) else { return nil }
      let old = best.ratios
      var next: CrossedSystem?
      var share = 1.0
      while next == nil, share > 1e-8 {
        let ratios = zip(old, target).map { $0 + share * ($1 - $0) }
        if let system = CrossedSystem(design, ratios: ratios),
          system.deviance <= best.deviance + 1e-12 * best.deviance.magnitude
        {
          next = system
        }
        share /= 2
      }
      guard let next else { return best }
      let shift = zip(old, next.ratios).map { ($0 - $1).magnitude / max($1, 1e-12) }.max() ?? 0
      best = settled(next)
      // Steps shrink by a steady factor, so what is left is the rest of a geometric series.
      let pace = last.isFinite ? min(0.9, shift / last) : 0.9
      if shift * pace / (1 - pace) < 1e-9 { return best }
      last = shift
    }
    return nil
  }

  /// Sets a ratio that has become very small to 0 if the criterion agrees.
  private func settled(_ system: CrossedSystem) -> CrossedSystem {
    var best = system
    for k in best.ratios.indices where best.ratios[k] > 0 && best.ratios[k] < 1e-5 {
      var ratios = best.ratios
      ratios[k] = 0
      if let without = CrossedSystem(design, ratios: ratios), without.deviance <= best.deviance {
        best = without
      }
    }
    return best
  }

  /// Ratios from one-way analyses of variance.
  private func start() -> [Double] {
    design.levels.indices.map { k in
      var counts = [Double](repeating: 0, count: design.levels[k])
      for code in design.codes[k] { counts[code] += 1 }
      let sums = design.sums(of: design.residuals, over: k)
      let between = zip(sums, counts).reduce(0) { $0 + $1.0 * $1.0 / $1.1 }
      let rows = Double(design.rows)
      let groups = Double(design.levels[k])
      let within = (dot(design.residuals, design.residuals) - between) / (rows - groups)
      let typical = (rows - dot(counts, counts) / rows) / (groups - 1)
      let ratio = within > 0 ? (between / (groups - 1) / within - 1) / typical : 1
      return min(10, max(0.02, ratio))
    }
  }

  /// The ratios after a Newton step on the variances with the average information.
  private func proposal(_ system: CrossedSystem) -> [Double]? {
    let free = system.ratios.indices.filter { system.ratios[$0] > 0 }
    let scale = system.scale
    let (effects, fixed) = system.solution()
    let errors = remainders(effects, fixed)
    let variances = system.errorVariances()
    var (vectors, scores, known) = ([[Double]](), [Double](), 0.0)
    for k in free {
      let ratio = system.ratios[k]
      let sums = design.sums(of: errors, over: k)
      let trace = (Double(design.levels[k]) - variances[k].reduce(0, +) / ratio) / ratio
      known += trace * ratio
      scores.append((dot(sums, sums) / scale - trace) / (2 * scale))
      vectors.append(design.codes[k].map { sums[$0] })
    }
    scores.append((dot(errors, errors) / scale - (design.freedom - known)) / (2 * scale))
    vectors.append(errors)
    let information = system.products(vectors).map { $0 / (2 * scale * scale * scale) }
    guard let factor = CholeskyFactor(information, size: vectors.count) else { return nil }
    let steps = factor.solve(scores)
    let residual = max(scale + (steps.last ?? 0), scale / 10)
    var ratios = system.ratios
    for (place, k) in free.enumerated() {
      let variance = system.ratios[k] * scale
      ratios[k] = max(variance + steps[place], variance / 10) / residual
    }
    return ratios
  }

  /// y - x'b - u: σ² times Py.
  private func remainders(_ effects: [[Double]], _ fixed: [Double]) -> [Double] {
    var errors = design.residuals
    for (column, coefficient) in zip(design.fixed, fixed) {
      for row in errors.indices { errors[row] -= coefficient * column[row] }
    }
    for (codes, effects) in zip(design.codes, effects) {
      for row in errors.indices { errors[row] -= effects[codes[row]] }
    }
    return errors
  }
}
