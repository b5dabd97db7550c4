internal import Glibc

/// An estimate from a survey design with its linearised standard error.
public struct SurveyEstimate: Sendable, Equatable {
  /// The estimate, in the unit of the values.
  public let value: Double
  /// Its standard error.
  public let standardError: Double
  /// The degrees of freedom of the design.
  public let degreesOfFreedom: Int
  /// Its standard error if the records were a simple random sample with replacement, or nil for a
  /// group or a total.
  public let simpleStandardError: Double?
  /// The variance over that of a simple random sample without replacement, or nil for a group, a
  /// total, no spread, or weights that do not sum to a population.
  public let designEffect: Double?

  /// The confidence interval by Student's t.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil without degrees of freedom.
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard
      let t = StudentT(degreesOfFreedom: Double(degreesOfFreedom))?.quantile((1 + confidence) / 2)
    else { return nil }
    return Interval(lower: value - t * standardError, upper: value + t * standardError)
  }
}

extension SurveyDesign {
  private func checked(_ values: [Double]) throws(Failure) {
    guard values.count == weights.count else { throw .differentLengths }
    guard values.allSatisfy(\.isFinite) else { throw .badNumber }
  }

  /// The weighted mean.
  ///
  /// Source: Σwy / Σw with influences w(y - mean) / Σw. The design effect is that of
  /// `survey::svymean(deff = TRUE)`: against Σw(y - mean)² / Σw · n/(n-1) / n · (1 - n/Σw).
  ///
  /// - Parameters:
  ///   - values: One per record.
  ///   - group: Per record, whether it belongs to the group whose mean is wanted; nil for all. The
  ///     others stay in the design, as they must.
  /// - Returns: The estimate.
  /// - Throws: Why there is none.
  public func mean(
    of values: [Double], group: [Bool]? = nil
  ) throws(Failure) -> SurveyEstimate {
    try checked(values)
    let inside = group ?? [Bool](repeating: true, count: values.count)
    guard inside.count == values.count else { throw .differentLengths }
    let used = zip(weights, inside).map { $1 ? $0 : 0 }
    let whole = used.reduce(0, +)
    guard whole > 0 else { throw .emptyGroup }
    let mean = dot(used, values) / whole
    let variance = variance(of: zip(used, values).map { $0 * ($1 - mean) / whole })
    let n = Double(values.count)
    let squares = zip(used, values).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    let simple = n > 1 ? squares / whole / (n - 1) : 0
    let rest = simple * (1 - n / whole)
    return SurveyEstimate(
      value: mean, standardError: variance.squareRoot(), degreesOfFreedom: degreesOfFreedom,
      simpleStandardError: group == nil && n > 1 ? simple.squareRoot() : nil,
      designEffect: group == nil && rest > 0 ? variance / rest : nil)
  }

  /// The weighted total.
  ///
  /// - Parameter values: One per record.
  /// - Returns: The estimate.
  /// - Throws: Why there is none.
  public func total(of values: [Double]) throws(Failure) -> SurveyEstimate {
    try checked(values)
    let influences = zip(weights, values).map { $0 * $1 }
    return SurveyEstimate(
      value: influences.reduce(0, +), standardError: variance(of: influences).squareRoot(),
      degreesOfFreedom: degreesOfFreedom, simpleStandardError: nil, designEffect: nil)
  }

  /// How to make an interval for a share.
  public enum ShareInterval: Sendable {
    /// By Student's t on the scale of log odds, as `svyciprop(method = "logit")`.
    case logit
    /// Clopper & Pearson's interval at the effective sample size of Korn & Graubard (1998), as
    /// `svyciprop(method = "beta")`.
    case beta
  }

  /// The confidence interval of a weighted share.
  ///
  /// - Parameters:
  ///   - flags: Per record, whether it counts.
  ///   - method: How.
  ///   - confidence: Above 0 and below 1.
  /// - Returns: An interval inside 0..1.
  /// - Throws: `noSpread` for a share of 0 or 1 (or without variance), where neither exists.
  public func shareInterval(
    of flags: [Bool], method: ShareInterval, confidence: Double = 0.95
  ) throws(Failure) -> Interval {
    let estimate = try mean(of: flags.map { $0 ? 1 : 0 })
    let (p, freedom) = (estimate.value, Double(degreesOfFreedom))
    let level = (1 + confidence) / 2
    guard p > 0, p < 1, estimate.standardError > 0,
      let t = StudentT(degreesOfFreedom: freedom)?.quantile(level)
    else { throw .noSpread }
    switch method {
    case .logit:
      let centre = log(p / (1 - p))
      let half = t * estimate.standardError / (p * (1 - p))
      return Interval(lower: 1 / (1 + exp(half - centre)), upper: 1 / (1 + exp(-half - centre)))
    case .beta:
      let simple = StudentT(degreesOfFreedom: Double(flags.count - 1))?.quantile(level) ?? t
      let variance = estimate.standardError * estimate.standardError
      let effective = p * (1 - p) / variance * (simple / t) * (simple / t)
      let (x, rest) = (effective * p, effective * (1 - p))
      guard let lower = BetaDistribution(a: x, b: rest + 1)?.quantile(1 - level),
        let upper = BetaDistribution(a: x + 1, b: rest)?.quantile(level)
      else { throw .noSpread }
      return Interval(lower: lower, upper: upper)
    }
  }
}
