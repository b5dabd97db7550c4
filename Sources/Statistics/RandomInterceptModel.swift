internal import Glibc

/// A random intercept per group with fixed effects, fitted by restricted maximum likelihood.
///
/// y = x'b + u + e with u of variance τ² per group and e of variance σ² per row. Only sums over
/// groups are needed; one step costs as many operations as there are groups.
///
/// Source: Laird & Ware (1982), Biometrics 38; the criterion is that of R's `lme4::lmer`, Bates et
/// al. (2015), Journal of Statistical Software 67(1): with θ = τ²/σ² and N rows, p fixed effects,
/// (N-p) log(2πs²) + (N-p) + Σ log(1 + nθ) + log|X'V⁻¹X|, s² = r'V⁻¹r / (N-p). Its derivative is
/// solved for 0. Where groups differ less than by chance, τ² is 0: a plain result, no failure.
///
/// Limits: errors of equal variance and independent within groups. For few groups τ² is uncertain;
/// the test of τ² = 0 is conservative there.
public struct RandomInterceptModel: Sendable, Equatable {
  /// Why a model cannot be fitted.
  public enum Failure: Error, Sendable, Equatable {
    /// Fewer than two groups.
    case tooFewGroups
    /// Not more rows than groups or fixed effects, so that nothing is left within groups.
    case tooFewRows
    /// A fixed effect is a combination of others.
    case singularDesign
    /// Nothing is left to explain: no residual spread within groups.
    case noSpread
  }

  /// The sums it rests on.
  public let moments: GroupMoments
  /// The ratio θ = τ²/σ².
  public let ratio: Double
  /// The variance between groups τ², 0 where groups differ less than by chance.
  public let varianceBetween: Double
  /// The variance within groups σ².
  public let varianceWithin: Double
  /// The fixed effects b.
  public let coefficients: [Double]
  /// The covariance matrix of b by rows.
  public let covariance: [Double]
  /// The REML criterion at its minimum: minus twice the restricted log-likelihood.
  public let deviance: Double
  /// The same for τ² = 0.
  public let devianceWithoutGroups: Double

  /// Fits the model.
  ///
  /// - Parameter moments: The sums; the columns hold the intercept if there is to be one.
  /// - Throws: Why it cannot be fitted.
  public init(_ moments: GroupMoments) throws(Failure) {
    let profile = RemlProfile(moments)
    guard moments.counts.count > 1 else { throw .tooFewGroups }
    guard profile.freedom > 0, moments.count > moments.counts.count else { throw .tooFewRows }
    guard let null = profile.fit(0) else { throw .singularDesign }
    guard null.residual > profile.roundingError else { throw .noSpread }
    guard profile.within() > max(1e-13 * null.residual, profile.roundingError) else {
      throw .noSpread
    }
    let ratio = profile.minimum()
    guard let best = profile.fit(ratio), best.residual > 0 else { throw .singularDesign }
    self.moments = moments
    self.ratio = ratio
    varianceWithin = best.residual / profile.freedom
    varianceBetween = ratio * varianceWithin
    coefficients = best.coefficients
    let variance = varianceWithin
    covariance = best.factor.inverse.map { $0 * variance }
    deviance = best.deviance
    devianceWithoutGroups = null.deviance
  }

  /// The number of rows.
  public var count: Int { moments.count }
  /// The restricted log-likelihood.
  public var logLikelihood: Double { -deviance / 2 }
  /// The share of the variance that lies between groups τ² / (τ² + σ²).
  public var icc: Double { ratio / (1 + ratio) }

  /// The standard errors of the fixed effects.
  public var standardErrors: [Double] {
    let size = coefficients.count
    return (0..<size).map { covariance[$0 * size + $0].squareRoot() }
  }

  /// The likelihood ratio test of τ² = 0, which lies on the boundary of what is possible.
  ///
  /// Source: Self & Liang (1987), JASA 82: half of the null distribution is chi-squared with one
  /// degree of freedom, half is 0.
  public var test: (statistic: Double, probability: Double) {
    let statistic = max(0, devianceWithoutGroups - deviance)
    guard statistic > 0, let tail = ChiSquared(degreesOfFreedom: 1)?.upperTail(statistic) else {
      return (0, 1)
    }
    return (statistic, tail / 2)
  }

  /// What the model says about one group.
  public struct Group: Sendable, Equatable {
    /// The number of its rows.
    public let count: Int
    /// The mean of its outcomes.
    public let mean: Double
    /// The predicted effect u: θn/(1 + θn) times the mean residual.
    public let effect: Double
    /// The standard deviation of u given the data, with b known.
    public let conditionalDeviation: Double
    /// The standard deviation of the prediction error, with b estimated.
    public let predictionDeviation: Double
    /// The reliability of the group's mean: τ² / (τ² + σ²/n).
    public let reliability: Double
  }

  /// The predicted effects of all groups (best linear unbiased predictions), in order.
  public var groups: [Group] {
    let size = coefficients.count
    return moments.counts.indices.map { place in
      let n = Double(moments.counts[place])
      let fixed = Array(moments.means[place].prefix(size))
      let mean = moments.means[place][size]
      let shrinkage = ratio * n / (1 + ratio * n)
      let conditional = varianceBetween / (1 + ratio * n)
      var ofMean = 0.0
      for row in 0..<size {
        for column in 0..<size {
          ofMean += fixed[row] * covariance[row * size + column] * fixed[column]
        }
      }
      return Group(
        count: moments.counts[place], mean: mean,
        effect: shrinkage * (mean - dot(fixed, coefficients)),
        conditionalDeviation: conditional.squareRoot(),
        predictionDeviation: (conditional + shrinkage * shrinkage * ofMean).squareRoot(),
        reliability: shrinkage)
    }
  }
}

/// The profiled REML criterion of a random intercept as a function of θ.
struct RemlProfile {
  /// What the criterion is made of at one θ.
  struct Fit {
    var coefficients: [Double]
    var residual: Double
    var factor: CholeskyFactor
    var deviance: Double
  }

  let moments: GroupMoments
  let fixed: Int
  let freedom: Double

  init(_ moments: GroupMoments) {
    self.moments = moments
    fixed = moments.columns - 1
    freedom = Double(moments.count - fixed)
  }

  /// Residuals with a smaller sum of squares than this come from rounding.
  var roundingError: Double {
    let mean =
      zip(moments.counts, moments.means).reduce(0) { $0 + Double($1.0) * $1.1[fixed] }
      / Double(moments.count)
    let total = zip(moments.counts, moments.means).reduce(moments.within.last ?? 0) {
      let distance = $1.1[fixed] - mean
      return $0 + Double($1.0) * distance * distance
    }
    return max(1e-14 * total, 1e-28 * Double(moments.count) * mean * mean)
  }

  /// The residual sum of squares within groups, fixed effects taken out.
  func within() -> Double {
    let size = fixed + 1
    let places = (0..<fixed).filter { moments.within[$0 * size + $0] > 0 }
    let matrix = places.flatMap { row in places.map { moments.within[row * size + $0] } }
    let vector = places.map { moments.within[$0 * size + fixed] }
    let whole = moments.within[fixed * size + fixed]
    guard let factor = CholeskyFactor(matrix, size: places.count) else { return whole }
    return whole - factor.quadraticForm(vector)
  }

  func fit(_ ratio: Double) -> Fit? {
    let size = fixed + 1
    var sums = moments.within
    var logs = 0.0
    for (count, means) in zip(moments.counts, moments.means) {
      let n = Double(count)
      let weight = n / (1 + n * ratio)
      logs += log1p(n * ratio)
      for row in 0..<size {
        for column in 0...row { sums[row * size + column] += weight * means[row] * means[column] }
      }
    }
    let matrix = (0..<fixed).flatMap { row in (0..<fixed).map { sums[row * size + $0] } }
    guard let factor = CholeskyFactor(matrix, size: fixed) else { return nil }
    let products = (0..<fixed).map { sums[fixed * size + $0] }
    let coefficients = factor.solve(products)
    let residual = residual(ratio, coefficients)
    return Fit(
      coefficients: coefficients, residual: residual, factor: factor,
      deviance: freedom * (1 + log(2 * .pi * residual / freedom)) + logs + factor.logDeterminant)
  }

  /// r'V⁻¹r, from deviations and not from differences of sums.
  private func residual(_ ratio: Double, _ coefficients: [Double]) -> Double {
    let size = fixed + 1
    let contrast = coefficients.map { -$0 } + [1]
    var sum = 0.0
    for row in 0..<size {
      for column in 0..<size {
        sum += contrast[row] * moments.within[row * size + column] * contrast[column]
      }
    }
    for (count, means) in zip(moments.counts, moments.means) {
      let n = Double(count)
      let distance = dot(means, contrast)
      sum += n / (1 + n * ratio) * distance * distance
    }
    return sum
  }

  /// The derivative of the criterion.
  func slope(_ ratio: Double) -> Double {
    guard let fit = fit(ratio) else { return .nan }
    let contrast = fit.coefficients.map { -$0 } + [1]
    var (trace, correction, squares) = (0.0, 0.0, 0.0)
    for (count, means) in zip(moments.counts, moments.means) {
      let weight = Double(count) / (1 + Double(count) * ratio)
      let distance = weight * dot(means, contrast)
      trace += weight
      correction += weight * weight * fit.factor.quadraticForm(Array(means.prefix(fixed)))
      squares += distance * distance
    }
    return trace - correction - freedom * squares / fit.residual
  }

  /// Where the criterion is least: 0, or where its derivative crosses 0.
  func minimum() -> Double {
    let grid = [0] + (-24...24).map { pow(10, Double($0) / 4) }
    let values = grid.map { fit($0)?.deviance ?? .infinity }
    guard let place = values.indices.min(by: { values[$0] < values[$1] }) else { return 0 }
    let low = grid[max(0, place - 1)]
    let high = grid[min(grid.count - 1, place + 1)]
    guard let root = bracketedRoot(from: low, to: high, of: slope) else {
      return slope(0) >= 0 ? 0 : grid[place]
    }
    return (fit(root)?.deviance ?? .infinity) <= values[0] ? root : 0
  }
}
