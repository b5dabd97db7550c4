/// The rank test of several groups.
///
/// Source: Kruskal & Wallis (1952), corrected for ties; ε² = H / (n - 1), Kelley (1935).
public struct KruskalWallis: Sendable, Equatable {
  /// The statistic, corrected for ties.
  public let h: Double
  /// The degrees of freedom, groups - 1.
  public let degreesOfFreedom: Int
  /// The p-value from the chi-squared distribution.
  public let probability: Double
  /// The effect size ε², from 0 to 1.
  public let epsilonSquared: Double

  /// Compares groups.
  ///
  /// - Parameter groups: Finite values; empty groups are left out.
  /// - Throws: `tooFewGroups`, `noSpread` (all values alike), `notFinite`.
  public init(_ groups: [[Double]]) throws(ComparisonFailure) {
    let groups = groups.filter { !$0.isEmpty }
    guard groups.count > 1 else { throw .tooFewGroups }
    let values = groups.flatMap(\.self)
    guard values.allSatisfy(\.isFinite) else { throw .notFinite }
    let ranks = Ranks(values)
    let n = Double(values.count)
    var place = 0
    var sum = 0.0
    for group in groups {
      let total = compensatedSum(ranks.ranks[place..<place + group.count])
      place += group.count
      // As the distance of the mean rank from the middle, which does not cancel.
      let distance = total / Double(group.count) - (n + 1) / 2
      sum += Double(group.count) * distance * distance
    }
    let correction = 1 - ranks.tieSum / (n * n * n - n)
    guard correction > 0 else { throw .noSpread }
    h = 12 * sum / (n * (n + 1)) / correction
    degreesOfFreedom = groups.count - 1
    guard let tail = ChiSquared(degreesOfFreedom: Double(degreesOfFreedom))?.upperTail(h) else {
      throw .notFinite
    }
    probability = tail
    epsilonSquared = h / (n - 1)
  }
}

/// The rank test of two groups, with the effect sizes that belong to it.
///
/// Source: Mann & Whitney (1947); normal approximation with correction for ties and continuity, as
/// R's `wilcox.test(exact = FALSE)`. R itself gives an exact p below 50 values without ties.
public struct MannWhitney: Sendable, Equatable {
  /// How often a value of the first group is larger than one of the second, ties counting half.
  public let u: Double
  /// The two-sided p-value.
  public let probability: Double
  /// The probability that a value of the first group is larger, ties counting half.
  ///
  /// Source: McGraw & Wong (1992).
  public let superiority: Double
  /// How much more often values of the first group are larger than smaller, from -1 to 1.
  ///
  /// Source: Cliff (1993).
  public let cliffsDelta: Double

  /// Compares two groups.
  ///
  /// - Parameters:
  ///   - first: Finite values.
  ///   - second: Finite values.
  /// - Throws: `tooFewValues` (a group without values), `noSpread` (all values alike), `notFinite`.
  public init(_ first: [Double], _ second: [Double]) throws(ComparisonFailure) {
    guard !first.isEmpty, !second.isEmpty else { throw .tooFewValues }
    let values = first + second
    guard values.allSatisfy(\.isFinite) else { throw .notFinite }
    let ranks = Ranks(values)
    let (n1, n2) = (Double(first.count), Double(second.count))
    let n = n1 + n2
    u = compensatedSum(ranks.ranks[..<first.count]) - n1 * (n1 + 1) / 2
    let variance = n1 * n2 / 12 * (n + 1 - ranks.tieSum / (n * (n - 1)))
    guard variance > 0 else { throw .noSpread }
    let distance = u - n1 * n2 / 2
    let corrected = max(0, distance.magnitude - 0.5)
    guard let p = Normal.twoSided(corrected / variance.squareRoot()) else { throw .notFinite }
    probability = p
    superiority = u / (n1 * n2)
    cliffsDelta = 2 * distance / (n1 * n2)
  }
}
