internal import Glibc

/// What describes the distribution of a sample.
///
/// Computed of how often each value occurs, so that a tally of levels serves as well as values.
public struct Descriptives: Sendable, Equatable {
  /// Count, mean and squares.
  public let moments: SampleMoments
  /// The sum of the values.
  public let sum: Double
  /// The values that occur, rising, each once.
  public let values: [Double]
  /// How often each of them occurs.
  public let counts: [Int]
  private let third: Double
  private let fourth: Double

  /// Takes values; fails without values or if they are not all finite or too large to be squared.
  ///
  /// - Parameter sample: Any order, missing ones left out by the caller.
  /// - Complexity: O(n log n)
  public init?(_ sample: [Double]) {
    var (values, counts) = ([Double](), [Int]())
    for value in sample.sorted() {
      if value == values.last {
        counts[counts.count - 1] += 1
      } else {
        values.append(value)
        counts.append(1)
      }
    }
    self.init(values: values, counts: counts)
  }

  /// Takes values with how often they occur; fails as for single values, and for counts below 0.
  ///
  /// - Parameters:
  ///   - values: Any order, each once.
  ///   - counts: Per value.
  public init?(values: [Double], counts: [Int]) {
    guard values.count == counts.count, counts.allSatisfy({ (0..<1 << 46).contains($0) }),
      Set(values).count == values.count
    else { return nil }
    let pairs = zip(values, counts).filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
    guard let moments = SampleMoments(pairs.map(\.0), counts: pairs.map(\.1)) else { return nil }
    self.moments = moments
    self.values = pairs.map(\.0)
    self.counts = pairs.map(\.1)
    sum = compensatedSum(pairs.lazy.map { $0.0 * Double($0.1) })
    let n = Double(moments.count)
    func moment(_ power: (Double) -> Double) -> Double {
      compensatedSum(pairs.map { power($0.0 - moments.mean) * Double($0.1) }) / n
    }
    third = moment { $0 * $0 * $0 }
    fourth = moment { $0 * $0 * $0 * $0 }
  }

  private var count: Double { Double(moments.count) }
  private var second: Double { moments.sumOfSquaredDeviations / count }

  /// The standard error of the mean, or nil for a single value.
  public var standardError: Double? {
    moments.standardDeviation.map { $0 / count.squareRoot() }
  }

  /// The value in the middle, or the mean of both.
  public var median: Double? { quantile(at: 0.5) }

  /// The quantile by a definition.
  ///
  /// - Parameters:
  ///   - share: From 0 to 1.
  ///   - definition: Which one.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(at share: Double, _ definition: QuantileDefinition = .linear) -> Double? {
    var ends: [Int] = []
    for count in counts { ends.append((ends.last ?? 0) + count) }
    return definition.quantile(count: moments.count, at: share) { place in
      values[ends.firstIndex { $0 > place } ?? values.count - 1]
    }
  }

  /// The median distance from the median, without the factor that makes it a standard deviation.
  public var medianDeviation: Double? {
    guard let median else { return nil }
    var distances: [Double: Int] = [:]
    for (value, count) in zip(values, counts) {
      distances[(value - median).magnitude, default: 0] += count
    }
    return Descriptives(values: Array(distances.keys), counts: Array(distances.values))?.median
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

  /// The entropy of the shares in bits: -Σ p log₂ p.
  ///
  /// Source: Shannon (1948).
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
