internal import Glibc

/// The joint evidence of independent p-values against all their null hypotheses together.
public struct CombinedProbability: Sendable, Equatable {
  /// Why there is none.
  public enum Failure: String, Error, Sendable, Equatable {
    /// No p-value at all.
    case noProbabilities = "no-probabilities"
    /// A p-value of 0, which would decide alone.
    case zeroProbability = "zero-probability"
    /// A p-value of 1, which would decide alone in Stouffer's sum.
    case certainProbability = "certain-probability"
    /// Something that is no probability.
    case outOfRange = "out-of-range"
  }

  /// The number of p-values.
  public let count: Int
  /// The test statistic: chi-squared (Fisher) or a standard normal score (Stouffer).
  public let statistic: Double
  /// The combined p-value.
  public let probability: Double

  /// Combines by Fisher's sum of logarithms.
  ///
  /// Source: Fisher (1932): -2 Σ log p, chi-squared with 2k degrees of freedom.
  ///
  /// - Parameter probabilities: Above 0, at most 1; nil takes no part.
  /// - Returns: The combination.
  /// - Throws: Why there is none.
  public static func fisher(
    _ probabilities: [Double?]
  ) throws(Failure) -> CombinedProbability {
    let valid = try checked(probabilities)
    let statistic = -2 * valid.reduce(0) { $0 + log($1) }
    guard let distribution = ChiSquared(degreesOfFreedom: Double(2 * valid.count)),
      let tail = distribution.upperTail(statistic)
    else { throw .outOfRange }
    return CombinedProbability(count: valid.count, statistic: statistic, probability: tail)
  }

  /// Combines by Stouffer's sum of normal scores.
  ///
  /// Source: Stouffer et al. (1949): Σ z / √k, z the normal score of the one-sided p. The scores are
  /// taken from the upper tail, so that p-values far below 1e-16 do not become infinite.
  ///
  /// - Parameter probabilities: One-sided, above 0 and below 1; nil takes no part.
  /// - Returns: The combination.
  /// - Throws: Why there is none.
  public static func stouffer(
    _ probabilities: [Double?]
  ) throws(Failure) -> CombinedProbability {
    let valid = try checked(probabilities)
    guard valid.allSatisfy({ $0 < 1 }) else { throw .certainProbability }
    let scores = valid.compactMap { Normal.quantile($0).map { -$0 } }
    guard scores.count == valid.count else { throw .outOfRange }
    let statistic = scores.reduce(0, +) / Double(scores.count).squareRoot()
    guard let tail = Normal.upperTail(statistic) else { throw .outOfRange }
    return CombinedProbability(count: valid.count, statistic: statistic, probability: tail)
  }

  private static func checked(_ probabilities: [Double?]) throws(Failure) -> [Double] {
    let valid = probabilities.compactMap(\.self)
    guard !valid.isEmpty else { throw .noProbabilities }
    guard valid.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .outOfRange }
    guard valid.allSatisfy({ $0 > 0 }) else { throw .zeroProbability }
    return valid
  }
}
