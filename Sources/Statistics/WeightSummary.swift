/// What weights do to a sample: their spread, and how many equal answers they are worth.
///
/// Source: Kish (1965, 1992): deff = n Σw² / (Σw)², effective n = n / deff.
///
/// Limits: the loss of precision holds for outcomes unrelated to the weights.
public struct WeightSummary: Sendable, Equatable {
  /// The number of weights.
  public let count: Int
  /// Their sum.
  public let sum: Double
  /// Their mean.
  public let mean: Double
  /// Their standard deviation (divisor n - 1), nil for a single one.
  public let standardDeviation: Double?
  /// The least one.
  public let least: Double
  /// The largest one.
  public let largest: Double
  /// Kish's design effect, at least 1.
  public let designEffect: Double

  /// The number of equally weighted answers that would be as precise.
  public var effectiveCount: Double { Double(count) / designEffect }
  /// The standard deviation over the mean, nil for a single weight.
  public var variation: Double? { standardDeviation.map { $0 / mean } }

  /// Sums up weights.
  ///
  /// Fails without weights, or if one is negative or not finite, or if all are 0.
  ///
  /// - Parameter weights: At least one.
  public init?(_ weights: [Double]) {
    let sum = weights.reduce(0, +)
    guard let least = weights.min(), let largest = weights.max(), least >= 0, sum > 0,
      sum.isFinite, weights.allSatisfy(\.isFinite)
    else { return nil }
    let n = Double(weights.count)
    count = weights.count
    self.sum = sum
    mean = sum / n
    self.least = least
    self.largest = largest
    let mean = sum / n
    let squares = weights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardDeviation = n > 1 ? (squares / (n - 1)).squareRoot() : nil
    designEffect = n * dot(weights, weights) / (sum * sum)
  }
}
