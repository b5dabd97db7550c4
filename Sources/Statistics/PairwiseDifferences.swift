/// How many pairs of groups differ beyond chance, with the false discovery rate held over all pairs.
///
/// Source: t tests of all pairs on the standard deviation within groups, pooled over all of them, as
/// R's `pairwise.t.test`, adjusted by Benjamini & Hochberg (1995); for comparing many units this was
/// proposed by Williams, Jones & Tukey (1999). Limits: values are taken as independent with one
/// spread; tests of pairs that share a group depend on each other.
public struct PairwiseDifferences: Sendable, Equatable {
  /// The number of groups that were compared.
  public let groups: Int
  /// The number of pairs.
  public let pairs: Int
  /// How many of them differ.
  public let different: Int

  /// The share of pairs that differ.
  public var share: Double { Double(different) / Double(pairs) }

  /// Compares all pairs of groups; empty ones are left out.
  ///
  /// Fails for fewer than two groups, or without any spread within groups.
  ///
  /// - Parameters:
  ///   - samples: One per group, all in the same unit.
  ///   - rate: The false discovery rate, above 0 and below 1.
  ///   - mostGroups: Of more groups only every second, third and so on is compared, in the order
  ///     given, because pairs grow with the square; the spread rests on all of them.
  public init?(_ samples: [SampleSums], rate: Double = 0.05, mostGroups: Int = 1_000) {
    let filled = samples.filter { $0.count > 0 }
    guard let analysis = OneWayAnalysis(filled) else { return nil }
    self.init(
      counts: filled.map(\.count), means: filled.map { $0.mean ?? 0 }, analysis: analysis,
      rate: rate, mostGroups: mostGroups)
  }

  /// Compares all pairs of groups of values that need not be whole; empty ones are left out.
  ///
  /// - Parameters:
  ///   - moments: One per group, all in the same unit.
  ///   - rate: The false discovery rate, above 0 and below 1.
  ///   - mostGroups: As above.
  public init?(moments: [SampleMoments], rate: Double = 0.05, mostGroups: Int = 1_000) {
    let filled = moments.filter { $0.count > 0 }
    guard let analysis = OneWayAnalysis(moments: filled) else { return nil }
    self.init(
      counts: filled.map(\.count), means: filled.map(\.mean), analysis: analysis, rate: rate,
      mostGroups: mostGroups)
  }

  private init?(
    counts: [Int], means: [Double], analysis: OneWayAnalysis, rate: Double, mostGroups: Int
  ) {
    guard rate > 0, rate < 1, analysis.meanSquareWithin > 0,
      let student = StudentT(degreesOfFreedom: analysis.freedomWithin)
    else { return nil }
    let step = (counts.count + max(2, mostGroups) - 1) / max(2, mostGroups)
    let compared = Array(stride(from: 0, to: counts.count, by: step))
    guard compared.count > 1 else { return nil }
    let means = compared.map { means[$0] }
    let parts = compared.map { analysis.meanSquareWithin / Double(counts[$0]) }
    var squares: [Double] = []
    squares.reserveCapacity(means.count * (means.count - 1) / 2)
    for left in means.indices {
      for right in (left + 1)..<means.count {
        let distance = means[left] - means[right]
        squares.append(distance * distance / (parts[left] + parts[right]))
      }
    }
    groups = means.count
    pairs = squares.count
    // The largest k such that k pairs lie at or beyond the quantile for k/m · rate: counting again
    // with the quantile of the count before comes down to it, because fewer pairs never need less.
    var count = squares.count
    while count > 0 {
      let tail = rate * Double(count) / Double(squares.count) / 2
      guard let limit = student.quantile(1 - tail) else { return nil }
      let found = squares.count { $0 >= limit * limit }
      if found == count { break }
      count = found
    }
    different = count
  }
}
