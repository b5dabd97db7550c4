/// What is known about a provider's rate of unwanted events against a limit, by Bayes' rule.
///
/// Source: IQTIG, decision-theoretic classification with Jeffreys' prior Beta(1/2, 1/2).
public struct RateDecision: Sendable, Equatable {
  /// The posterior probability that the rate is at most the limit.
  public let probabilityWithin: Double
  /// The events expected beyond the limit, `count` · E[max(0, rate - limit)].
  public let expectedExcess: Double

  /// Weighs a rate.
  ///
  /// - Parameters:
  ///   - events: From 0 to `count`; otherwise there is no decision.
  ///   - count: At least 1.
  ///   - limit: From 0 to 1.
  ///   - prior: Both shapes of the beta prior, above 0.
  public init?(events: Int, of count: Int, limit: Double, prior: Double = 0.5) {
    guard count > 0, (0...count).contains(events), limit >= 0, limit <= 1, prior > 0 else {
      return nil
    }
    let (a, b) = (Double(events) + prior, Double(count - events) + prior)
    guard let posterior = BetaDistribution(a: a, b: b),
      let within = posterior.lowerTail(limit), let beyond = posterior.upperTail(limit),
      let shifted = BetaDistribution(a: a + 1, b: b)?.upperTail(limit)
    else { return nil }
    probabilityWithin = within
    let mean = a / (a + b)
    let direct = mean * shifted - limit * beyond
    // Far out both parts nearly cancel; there a sum over the posterior's tail keeps the digits.
    let excess =
      direct > 1e-6 * mean * shifted
      ? direct : RateDecision.tailIntegral(posterior, from: limit) ?? direct
    expectedExcess = Double(count) * max(0, excess)
  }

  /// ∫ P(rate > t) dt from the limit to 1, by Simpson's rule on shrinking parts.
  private static func tailIntegral(_ posterior: BetaDistribution, from limit: Double) -> Double? {
    let sd =
      (posterior.a * posterior.b / (posterior.a + posterior.b + 1)).squareRoot()
      / (posterior.a + posterior.b)
    let end = min(1, limit + 20 * sd)
    let parts = 4_000
    let step = (end - limit) / Double(parts)
    var sum = 0.0
    for part in 0...parts {
      guard let tail = posterior.upperTail(limit + Double(part) * step) else { return nil }
      sum += (part == 0 || part == parts ? 1 : part % 2 == 0 ? 2 : 4) * tail
    }
    return sum * step / 3
  }
}
