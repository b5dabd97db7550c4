internal import Glibc

/// What describes the distribution of a sample.
public struct Descriptives: Sendable, Equatable {
  /// Count, mean and squares.
  public let moments: SampleMoments
  /// The sum of the values.
  public let sum: Double
  /// The values in rising order.
  public let sorted: [Double]
  private let third: Double
  private let fourth: Double

  /// Takes values; fails without values or if they are not all finite or too large to be squared.
  ///
  /// - Parameter values: Any order, missing ones left out by the caller.
  /// - Complexity: O(n log n)
  public init?(_ values: [Double]) {
    guard let moments = SampleMoments(values) else { return nil }
    self.moments = moments
    sum = compensatedSum(values)
    sorted = values.sorted()
    let deviations = values.map { $0 - moments.mean }
    third = compensatedSum(deviations.lazy.map { $0 * $0 * $0 }) / Double(values.count)
    fourth = compensatedSum(deviations.lazy.map { $0 * $0 * $0 * $0 }) / Double(values.count)
  }

  private var count: Double { Double(moments.count) }
  private var second: Double { moments.sumOfSquaredDeviations / count }

  /// The standard error of the mean, or nil for a single value.
  public var standardError: Double? {
    moments.standardDeviation.map { $0 / count.squareRoot() }
  }

  /// The value in the middle.
  public var median: Double? { Statistics.quantile(ofSorted: sorted, at: 0.5) }

  /// The quantile by a definition.
  ///
  /// - Parameters:
  ///   - share: From 0 to 1.
  ///   - definition: Which one.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(at share: Double, _ definition: QuantileDefinition = .linear) -> Double? {
    definition.quantile(ofSorted: sorted, at: share)
  }

  /// The median distance from the median, without the factor that makes it a standard deviation.
  public var medianDeviation: Double? {
    median.flatMap { middle in
      Statistics.quantile(of: sorted.map { ($0 - middle).magnitude }, at: 0.5)
    }
  }

  /// The skewness g1 = m3 / m2^1.5 of the population moments, or nil without spread.
  public var skewness: Double? {
    guard second > 0 else { return nil }
    let value = third / (second * second.squareRoot())
    return value.isFinite ? value : nil
  }

  /// The excess kurtosis g2 = m4 / m2² - 3 of the population moments, or nil without spread.
  public var kurtosis: Double? {
    guard second > 0 else { return nil }
    let value = fourth / (second * second) - 3
    return value.isFinite ? value : nil
  }

  /// The skewness G1 = g1 √(n(n - 1)) / (n - 2) of SAS, SPSS and Excel, or nil below three values.
  public var sampleSkewness: Double? {
    guard moments.count > 2, let skewness else { return nil }
    return skewness * (count * (count - 1)).squareRoot() / (count - 2)
  }

  /// The excess kurtosis G2 of SAS, SPSS and Excel, or nil below four values:
  /// (n - 1) / ((n - 2)(n - 3)) · ((n + 1) g2 + 6).
  public var sampleKurtosis: Double? {
    guard moments.count > 3, let kurtosis else { return nil }
    return (count - 1) / ((count - 2) * (count - 3)) * ((count + 1) * kurtosis + 6)
  }
}

/// How the answers to an item of few levels are distributed.
public struct LevelDistribution: Sendable, Equatable {
  /// How often each level was answered, worst first.
  public let counts: [Int]

  /// Takes counts; fails for fewer than two levels or no answers.
  ///
  /// - Parameter counts: Per level, not negative.
  public init?(counts: [Int]) {
    guard counts.count > 1, counts.allSatisfy({ (0..<1 << 46).contains($0) }),
      counts.contains(where: { $0 > 0 })
    else { return nil }
    self.counts = counts
  }

  /// The number of answers.
  public var count: Int { counts.reduce(0, +) }

  /// The share of answers at the highest levels.
  ///
  /// - Parameter levels: How many of them count.
  /// - Returns: From 0 to 1.
  public func topShare(_ levels: Int) -> Double {
    Double(counts.suffix(max(0, levels)).reduce(0, +)) / Double(count)
  }

  /// The share of answers at the lowest levels.
  ///
  /// - Parameter levels: How many of them count.
  /// - Returns: From 0 to 1.
  public func bottomShare(_ levels: Int) -> Double {
    Double(counts.prefix(max(0, levels)).reduce(0, +)) / Double(count)
  }

  /// The entropy of the shares in bits: -Σ p log₂ p. Source: Shannon (1948).
  public var entropy: Double {
    -compensatedSum(
      counts.lazy.filter { $0 > 0 }.map { count in
        let share = Double(count) / Double(self.count)
        return share * log2(share)
      })
  }

  /// The mean as a percentage of the maximum possible: 0 at the lowest, 100 at the highest level.
  ///
  /// Source: Cohen and others (1999).
  public var percentOfMaximum: Double {
    let sum = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    return 100 * Double(sum) / (Double(counts.count - 1) * Double(count))
  }
}
