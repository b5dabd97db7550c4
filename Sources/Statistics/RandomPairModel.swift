internal import Glibc

/// Two correlated random effects per group with fixed effects, fitted by restricted maximum
/// likelihood: an intercept and a slope over time, or the levels that two kinds of raters see.
///
/// y = x'b + u z₁ + v z₂ + e with an unstructured covariance matrix of (u, v) and errors of variance
/// σ². The criterion is that of R's `lme4::lmer` (Bates et al. 2015); it is minimised over the
/// Cholesky factor of the relative covariance matrix by Newton's method on exact derivatives, so
/// that a variance of 0 or a correlation of ±1 are plain results.
///
/// Limits: errors independent and of equal variance; the time of a wave is taken as known.
public struct RandomPairModel: Sendable, Equatable {
  /// Why a model cannot be fitted.
  public enum Failure: Error, Sendable, Equatable {
    /// Columns differ in length, or hold something not finite.
    case badInput
    /// Fewer than two groups.
    case tooFewGroups
    /// Not more rows than fixed effects and groups.
    case tooFewRows
    /// A fixed effect is a combination of others, or an effect never varies.
    case singularDesign
    /// Nothing is left to explain.
    case noSpread
    /// The search for the minimum did not come to an end.
    case noConvergence
  }

  /// The number of rows.
  public let count: Int
  /// The number of groups.
  public let groupCount: Int
  /// The fixed effects.
  public let coefficients: [Double]
  /// The covariance matrix of the fixed effects, by rows.
  public let covariance: [Double]
  /// The variance of the first effect.
  public let firstVariance: Double
  /// The variance of the second effect.
  public let secondVariance: Double
  /// Their covariance.
  public let mixedCovariance: Double
  /// The variance of the errors.
  public let residualVariance: Double
  /// The REML criterion at its minimum.
  public let deviance: Double

  /// The correlation of the two effects, or nil if one has no variance.
  public var correlation: Double? {
    let spread = (firstVariance * secondVariance).squareRoot()
    return spread > 0 ? max(-1, min(1, mixedCovariance / spread)) : nil
  }

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - outcome: y, n values.
  ///   - fixed: Columns of n values each; a column of ones is the intercept.
  ///   - first: z₁, n values; ones for a random intercept.
  ///   - second: z₂, n values; for a random slope the time, best centred.
  ///   - groups: Per row, its group, 0 to `groupCount` - 1.
  ///   - groupCount: The number of groups.
  /// - Throws: Why it cannot be fitted.
  public init(
    outcome: [Double], fixed: [[Double]], first: [Double], second: [Double], groups: [Int],
    groupCount: Int
  ) throws(Failure) {
    let columns = fixed + [outcome, first, second]
    guard columns.allSatisfy({ $0.count == groups.count && $0.allSatisfy(\.isFinite) }),
      groups.allSatisfy({ (0..<groupCount).contains($0) })
    else { throw .badInput }
    let used = Set(groups).count
    guard used > 1 else { throw .tooFewGroups }
    guard outcome.count > fixed.count + 1, outcome.count > used else { throw .tooFewRows }
    // In units in which both effects are about 1, the search is well conditioned.
    let scales = [first, second].map { (dot($0, $0) / Double($0.count)).squareRoot() }
    guard scales.allSatisfy({ $0 > 0 }),
      let moments = BivariateMoments(
        outcome: outcome, fixed: fixed,
        effects: (first.map { $0 / scales[0] }, second.map { $0 / scales[1] }), groups: groups,
        groupCount: groupCount)
    else { throw .singularDesign }
    guard moments.yy > moments.roundingError else { throw .noSpread }
    guard let lower = RemlSearch(moments).minimum() else { throw .noConvergence }
    let delta = RemlSearch.product(lower)
    guard let fit = moments.fit(delta) else { throw .noConvergence }
    guard fit.scale > 1e-13 * moments.yy / moments.freedom else { throw .noSpread }
    count = outcome.count
    self.groupCount = used
    coefficients = fit.coefficients
    covariance = fit.factor.inverse.map { $0 * fit.scale }
    firstVariance = delta[0] * fit.scale / (scales[0] * scales[0])
    mixedCovariance = delta[1] * fit.scale / (scales[0] * scales[1])
    secondVariance = delta[2] * fit.scale / (scales[1] * scales[1])
    residualVariance = fit.scale
    deviance = fit.deviance
  }
}

/// Newton's method on the Cholesky factor (a, b, c) of the relative covariance matrix.
struct RemlSearch {
  private let moments: BivariateMoments

  init(_ moments: BivariateMoments) { self.moments = moments }

  /// The matrix of a factor: first, mixed, second.
  static func product(_ l: [Double]) -> [Double] {
    [l[0] * l[0], l[0] * l[1], l[1] * l[1] + l[2] * l[2]]
  }

  /// The criterion and its derivative by the factor.
  private func evaluate(_ l: [Double]) -> (value: Double, slope: [Double])? {
    guard let fit = moments.fit(Self.product(l)) else { return nil }
    let d = fit.gradient
    return (
      fit.deviance,
      [2 * (d[0] * l[0] + d[1] * l[1]), 2 * (d[1] * l[0] + d[2] * l[1]), 2 * d[2] * l[2]]
    )
  }

  /// The best of several starts.
  func minimum() -> [Double]? {
    let starts = [[1, 0, 1], [0.3, 0, 0.1], [1, 0.5, 0.2], [1, -0.5, 0.2], [0.1, 0, 1]]
    var best: (value: Double, place: [Double])?
    for start in starts {
      guard let end = descend(from: start), let value = evaluate(end)?.value else { continue }
      if value < (best?.value ?? .infinity) - 1e-9 { best = (value, end) }
    }
    return best?.place
  }

  private func descend(from start: [Double]) -> [Double]? {
    guard var now = evaluate(start) else { return nil }
    var (place, damping) = (start, 1e-3)
    for _ in 0..<300 {
      guard let curvature = curvature(at: place) else { return nil }
      let size = max(1, curvature[0].magnitude, curvature[4].magnitude, curvature[8].magnitude)
      var moved = false
      while damping < 1e12 {
        var matrix = curvature
        for k in 0..<3 { matrix[k * 4] += damping * size }
        if let factor = CholeskyFactor(matrix, size: 3) {
          let step = factor.solve(now.slope)
          let next = zip(place, step).map { $0 - $1 }
          // At the minimum the criterion no longer tells, but its derivative does.
          if let there = evaluate(next), there.value <= now.value + 1e-11 * now.value.magnitude,
            there.value < now.value || norm(there.slope) < norm(now.slope)
          {
            let shift = norm(step)
            (place, now, moved) = (next, there, true)
            damping = damping < 1e-14 ? 0 : damping / 10
            if shift <= 1e-13 * norm(place) { return place }
            break
          }
        }
        damping = max(damping * 10, 1e-12)
      }
      if !moved { break }
    }
    return norm(now.slope) <= 1e-4 * max(1, now.value.magnitude) ? place : nil
  }

  private func norm(_ vector: [Double]) -> Double { dot(vector, vector).squareRoot() }

  /// The second derivatives, from central differences of the first.
  private func curvature(at place: [Double]) -> [Double]? {
    var matrix = [Double](repeating: 0, count: 9)
    for k in 0..<3 {
      let step = 1e-5 * max(0.1, place[k].magnitude)
      var (up, down) = (place, place)
      up[k] += step
      down[k] -= step
      guard let a = evaluate(up)?.slope, let b = evaluate(down)?.slope else { return nil }
      for row in 0..<3 { matrix[row * 3 + k] = (a[row] - b[row]) / (2 * step) }
    }
    for row in 0..<3 {
      for column in 0..<row {
        let mean = (matrix[row * 3 + column] + matrix[column * 3 + row]) / 2
        matrix[row * 3 + column] = mean
        matrix[column * 3 + row] = mean
      }
    }
    return matrix
  }
}
