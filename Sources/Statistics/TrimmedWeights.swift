/// Weights with the largest cut off, so that no single answer counts too much.
///
/// Source: the cap mean + 2 sd of Public Health Scotland's cancer patient experience survey 2024.
///
/// Limits: trimmed weights no longer meet the margins; the estimate becomes steadier and biased.
public struct TrimmedWeights: Sendable, Equatable {
  /// What becomes of the weight that is cut off.
  public enum Rule: Sendable {
    /// It is lost; the sum of weights falls.
    case simple
    /// It is shared out among those below the cap in proportion, again and again, until none is
    /// above the cap; the sum of weights stays.
    case redistributed
  }

  /// One weight per record.
  public let weights: [Double]
  /// The cap.
  public let cap: Double
  /// How many weights were above the cap at first.
  public let trimmed: Int

  /// The cap mean + k · sd (divisor n - 1).
  ///
  /// - Parameters:
  ///   - weights: At least two.
  ///   - deviations: k.
  /// - Returns: The cap, or nil where the weights allow none.
  public static func cap(of weights: [Double], deviations: Double = 2) -> Double? {
    guard let summary = WeightSummary(weights), let sd = summary.standardDeviation else {
      return nil
    }
    let cap = summary.mean + deviations * sd
    return cap > 0 && cap.isFinite ? cap : nil
  }

  /// Trims weights.
  ///
  /// Fails for weights that are negative, not finite or all 0, for a cap that is not above 0, and
  /// with redistribution for a cap below the mean, under which the sum cannot be kept.
  ///
  /// - Parameters:
  ///   - weights: One per record.
  ///   - cap: The largest weight allowed.
  ///   - rule: What becomes of the rest.
  public init?(_ weights: [Double], cap: Double, rule: Rule) {
    guard let summary = WeightSummary(weights), cap > 0, cap.isFinite else { return nil }
    self.cap = cap
    trimmed = weights.count { $0 > cap }
    switch rule {
    case .simple:
      self.weights = weights.map { min($0, cap) }
    case .redistributed:
      let positive = Double(weights.count { $0 > 0 })
      guard summary.sum <= cap * positive * (1 + 1e-12) else { return nil }
      var current = weights
      // Every round caps at least one more, so there are no more rounds than records.
      while current.contains(where: { $0 > cap }) {
        current = current.map { min($0, cap) }
        let below = current.filter { $0 < cap }.reduce(0, +)
        guard below > 0 else { break }
        let capped = cap * Double(current.count { $0 >= cap })
        let factor = (summary.sum - capped) / below
        current = current.map { $0 < cap ? $0 * factor : $0 }
      }
      self.weights = current.map { min($0, cap) }
    }
  }
}
