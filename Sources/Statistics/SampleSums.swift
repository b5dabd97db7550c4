/// A sample of whole numbers, boiled down to its count, sum and sum of squares.
///
/// Exact whatever the order in which parts are added. Values are in a unit of the caller's choice.
public struct SampleSums: Sendable, Equatable {
  /// The number of values.
  public var count: Int
  /// The sum of the values.
  public var sum: Int128
  /// The sum of the squares of the values.
  public var sumOfSquares: Int128

  /// Makes sums.
  ///
  /// - Parameters:
  ///   - count: The number of values, not negative.
  ///   - sum: The sum of the values.
  ///   - sumOfSquares: The sum of the squares of the values.
  public init(count: Int, sum: Int128, sumOfSquares: Int128) {
    self.count = count
    self.sum = sum
    self.sumOfSquares = sumOfSquares
  }

  /// Makes the sums of a histogram.
  ///
  /// - Parameter histogram: How often each of the values 0, 1, 2 and so on occurs.
  public init(histogram: [Int]) {
    count = 0
    sum = 0
    sumOfSquares = 0
    for (value, times) in histogram.enumerated() {
      count += times
      sum += Int128(times) * Int128(value)
      sumOfSquares += Int128(times) * Int128(value) * Int128(value)
    }
  }

  /// Adds the sums of another sample.
  ///
  /// - Parameters:
  ///   - left: The sums so far.
  ///   - right: What is added.
  public static func += (left: inout SampleSums, right: SampleSums) {
    left.count += right.count
    left.sum += right.sum
    left.sumOfSquares += right.sumOfSquares
  }

  /// The mean, or nil for an empty sample.
  public var mean: Double? { count > 0 ? rounded(sum) / Double(count) : nil }

  /// The sum of the squared deviations from the mean, computed without cancellation.
  public var sumOfSquaredDeviations: Double {
    guard count > 0 else { return 0 }
    let scaled = exactDifference(of: Int128(count), times: sumOfSquares, minus: sum, times: sum)
    return max(0, scaled) / Double(count)
  }

  /// The variance with divisor n - 1, or nil for fewer than two values.
  public var variance: Double? {
    count > 1 ? sumOfSquaredDeviations / Double(count - 1) : nil
  }

  /// The standard deviation with divisor n - 1, or nil for fewer than two values.
  public var standardDeviation: Double? { variance?.squareRoot() }
}

/// a * b - c * d, formed in 256 bits and rounded once.
func exactDifference(
  of a: Int128, times b: Int128, minus c: Int128, times d: Int128
) -> Double {
  let (first, overflowsFirst) = a.multipliedReportingOverflow(by: b)
  let (second, overflowsSecond) = c.multipliedReportingOverflow(by: d)
  let (difference, overflows) = first.subtractingReportingOverflow(second)
  if !overflowsFirst, !overflowsSecond, !overflows { return rounded(difference) }
  let left = a.multipliedFullWidth(by: b)
  let right = c.multipliedFullWidth(by: d)
  let isNegative =
    left.high != right.high ? left.high < right.high : left.low < right.low
  let (larger, smaller) = isNegative ? (right, left) : (left, right)
  let (low, borrows) = larger.low.subtractingReportingOverflow(smaller.low)
  let high = larger.high - smaller.high - (borrows ? 1 : 0)
  let magnitude = Double(high) * 0x1p128 + Double(low)
  return isNegative ? -magnitude : magnitude
}

/// The nearest number; what fits into 64 bits, which is nearly everything, is converted at once.
func rounded(_ value: Int128) -> Double {
  if let short = Int64(exactly: value) { return Double(short) }
  return Double(value)
}
