/// What unequal weights cost: the effective number of answers.
///
/// Source: Kish (1965): n_eff = (Σw)² / Σw², design effect n / n_eff. *Limit:* holds where weights
/// have nothing to do with the answers.
public struct KishWeights: Sendable, Equatable {
  /// The number of answers with a weight above 0.
  public let count: Int
  /// The sum of the weights.
  public let sum: Double
  /// The effective number of answers.
  public let effectiveCount: Double
  /// n · Σw² / (Σw)².
  public let designEffect: Double

  /// Takes weights.
  ///
  /// - Parameter weights: Not negative and finite, at least one above 0; otherwise there is nothing.
  public init?(_ weights: [Double]) {
    guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }), let largest = weights.max(), largest > 0
    else { return nil }
    count = weights.count { $0 > 0 }
    // Against the largest weight, so that no square overflows.
    let scaled = weights.map { $0 / largest }
    let total = compensatedSum(scaled)
    sum = total * largest
    effectiveCount = total * total / compensatedSum(scaled.map { $0 * $0 })
    designEffect = Double(count) / effectiveCount
  }

  /// The weighted share of answers that fulfil a condition, with the effective number.
  ///
  /// - Parameters:
  ///   - hits: Per answer, whether it does.
  ///   - weights: Per answer, not negative and finite.
  /// - Returns: The proportion, or nil where the arrays allow none.
  public static func proportion(hits: [Bool], weights: [Double]) -> Proportion? {
    guard hits.count == weights.count, let kish = KishWeights(weights) else { return nil }
    let hit = compensatedSum(zip(hits, weights).map { $0 ? $1 : 0 })
    return Proportion(
      share: min(1, hit / kish.sum), effectiveCount: kish.effectiveCount)
  }
}
