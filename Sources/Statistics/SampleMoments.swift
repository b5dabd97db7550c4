/// A sample of numbers, boiled down to its count, mean and squared deviations.
public struct SampleMoments: Sendable, Equatable {
  /// The number of values.
  public let count: Int
  /// The mean.
  public let mean: Double
  /// The sum of the squared deviations from the mean, not negative.
  public let sumOfSquaredDeviations: Double

  private init(count: Int, mean: Double, squares: Double) {
    self.count = count
    self.mean = mean
    sumOfSquaredDeviations = squares
  }

  /// Takes values; fails without values or if they are not all finite or too large to be squared.
  ///
  /// - Parameter values: Any order.
  public init?(_ values: [Double]) {
    guard let value = values.first else { return nil }
    if values.allSatisfy({ $0 == value }) {
      // Exactly, so that rounding never looks like spread.
      self.init(count: values.count, mean: value, standardDeviation: 0)
      return
    }
    let first = compensatedSum(values) / Double(values.count)
    guard first.isFinite else { return nil }
    // The second pass corrects the mean by what rounding left, and the squares with it.
    let deviations = values.map { $0 - first }
    let rest = compensatedSum(deviations) / Double(values.count)
    let squares = compensatedSum(deviations.lazy.map { $0 * $0 })
    let sum = squares - Double(values.count) * rest * rest
    guard sum.isFinite else { return nil }
    self.init(count: values.count, mean: first + rest, squares: max(0, sum))
  }

  /// Takes values that occur several times; fails as for single values.
  init?(_ values: [Double], counts: [Int]) {
    let total = counts.reduce(0, +)
    guard total > 0, values.count == counts.count else { return nil }
    let kept = zip(values, counts).filter { $0.1 > 0 }
    if kept.count == 1 {
      self.init(count: total, mean: kept[0].0, standardDeviation: 0)
      return
    }
    let n = Double(total)
    let first = compensatedSum(zip(values, counts).lazy.map { $0 * Double($1) }) / n
    guard first.isFinite else { return nil }
    let rest = compensatedSum(zip(values, counts).lazy.map { ($0 - first) * Double($1) }) / n
    let squares = compensatedSum(
      zip(values, counts).lazy.map { ($0 - first) * ($0 - first) * Double($1) })
    let sum = squares - n * rest * rest
    guard sum.isFinite else { return nil }
    self.init(count: total, mean: first + rest, squares: max(0, sum))
  }

  /// Takes count, mean and standard deviation.
  ///
  /// - Parameters:
  ///   - count: At least 1; otherwise there are none.
  ///   - mean: Finite.
  ///   - standardDeviation: With divisor n - 1, not negative and finite; any for one value.
  public init?(count: Int, mean: Double, standardDeviation: Double) {
    guard count > 0, mean.isFinite, standardDeviation >= 0 || count == 1 else { return nil }
    let sum =
      count == 1 ? 0 : Double(count - 1) * standardDeviation * standardDeviation
    guard sum.isFinite else { return nil }
    self.init(count: count, mean: mean, squares: sum)
  }

  /// Takes exact sums, or nothing from an empty sample.
  ///
  /// - Parameter sums: The sums.
  public init?(_ sums: SampleSums) {
    guard let mean = sums.mean else { return nil }
    self.init(count: sums.count, mean: mean, squares: sums.sumOfSquaredDeviations)
  }

  /// The variance with divisor n - 1, or nil for a single value.
  public var variance: Double? {
    count > 1 ? sumOfSquaredDeviations / Double(count - 1) : nil
  }

  /// The standard deviation with divisor n - 1, or nil for a single value.
  public var standardDeviation: Double? { variance?.squareRoot() }

  /// The estimate that intervals and tests of means take, or nil for a single value.
  public var estimate: MeanEstimate? {
    standardDeviation.map {
      MeanEstimate(
        mean: mean, standardDeviation: $0, count: count, degreesOfFreedom: Double(count - 1))
    }
  }
}
