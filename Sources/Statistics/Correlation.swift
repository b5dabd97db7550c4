internal import Glibc

/// How closely two variables go together, over cases that have both.
public struct Correlation: Sendable, Equatable {
  /// Which relation is measured.
  public enum Kind: String, Sendable, CaseIterable {
    /// On a line. Source: Pearson (1896).
    case pearson
    /// In ranks, equal values sharing theirs. Source: Spearman (1904).
    case spearman
    /// In the order of pairs, corrected for ties in both. Source: Kendall (1945), tau-b.
    case kendall
  }

  /// Which relation is measured.
  public let kind: Kind
  /// The number of cases.
  public let count: Int
  /// From -1 to 1.
  public let coefficient: Double
  /// The two-sided p-value for no relation, or nil for fewer than three cases.
  ///
  /// Student's t with n - 2 for Pearson and Spearman; the normal distribution of Kendall's sum with
  /// its variance under ties, as R's `cor.test(exact = FALSE)`.
  public let probability: Double?

  /// Relates two variables.
  ///
  /// - Parameters:
  ///   - pairs: Both values of each case.
  ///   - kind: Which relation.
  /// - Throws: `tooFewValues` (fewer than two cases), `noSpread` (in one variable), `notFinite`.
  public init(
    of pairs: [(Double, Double)], _ kind: Kind = .pearson
  ) throws(ComparisonFailure) {
    guard pairs.count > 1 else { throw .tooFewValues }
    guard pairs.allSatisfy({ $0.0.isFinite && $0.1.isFinite }) else { throw .notFinite }
    self.kind = kind
    count = pairs.count
    switch kind {
    case .pearson:
      coefficient = try Correlation.product(pairs.map(\.0), pairs.map(\.1))
    case .spearman:
      coefficient = try Correlation.product(
        Ranks(pairs.map(\.0)).ranks, Ranks(pairs.map(\.1)).ranks)
    case .kendall:
      let order = try PairOrder(pairs)
      (coefficient, probability) = (order.tau, order.probability)
      return
    }
    let freedom = Double(count - 2)
    let rest = (1 - coefficient) * (1 + coefficient)
    if count < 3 {
      probability = nil
    } else if rest <= 0 {
      probability = 0
    } else {
      let t = coefficient.magnitude * (freedom / rest).squareRoot()
      probability = StudentT(degreesOfFreedom: freedom)?.upperTail(t).map { min(1, 2 * $0) }
    }
  }

  private static func product(
    _ first: [Double], _ second: [Double]
  ) throws(ComparisonFailure) -> Double {
    guard let one = SampleMoments(first), let two = SampleMoments(second) else { throw .notFinite }
    let squares = one.sumOfSquaredDeviations.squareRoot() * two.sumOfSquaredDeviations.squareRoot()
    guard squares > 0 else { throw .noSpread }
    let cross = compensatedSum(zip(first, second).lazy.map { ($0 - one.mean) * ($1 - two.mean) })
    guard cross.isFinite else { throw .notFinite }
    return min(1, max(-1, cross / squares))
  }

  /// The interval on Fisher's scale: tanh(atanh r ± z / √(n - 3)).
  ///
  /// Source: Fisher (1921); made for Pearson's r, rough for Spearman's.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil for Kendall's tau, fewer than four cases, or ±1.
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard kind != .kendall, count > 3, coefficient.magnitude < 1, confidence > 0, confidence < 1,
      let z = Normal.quantile((1 + confidence) / 2)
    else { return nil }
    let half = z / Double(count - 3).squareRoot()
    let centre = atanh(coefficient)
    return Interval(lower: tanh(centre - half), upper: tanh(centre + half))
  }
}

/// Kendall's count of pairs of cases in like and unlike order.
///
/// Source: Knight (1966), by merge sort in O(n log n).
private struct PairOrder {
  let tau: Double
  let probability: Double?

  init(_ pairs: [(Double, Double)]) throws(ComparisonFailure) {
    let sorted = pairs.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
    var second = sorted.map(\.1)
    let swaps = PairOrder.sort(&second)
    let (x, y) = (Ranks(pairs.map(\.0)).ties, Ranks(pairs.map(\.1)).ties)
    var both = 0
    var start = 0
    for end in 1...sorted.count where end == sorted.count || sorted[end] != sorted[start] {
      both += (end - start) * (end - start - 1) / 2
      start = end
    }
    func tied(_ ties: [Int]) -> Int { ties.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    let all = sorted.count * (sorted.count - 1) / 2
    let (tiedX, tiedY) = (tied(x), tied(y))
    guard all > tiedX, all > tiedY else { throw .noSpread }
    let sum = Double(all - tiedX - tiedY + both - 2 * swaps)
    tau = sum / (Double(all - tiedX).squareRoot() * Double(all - tiedY).squareRoot())
    probability = PairOrder.probability(sum: sum, count: Double(sorted.count), x, y)
  }

  private static func probability(
    sum: Double, count n: Double, _ x: [Int], _ y: [Int]
  ) -> Double? {
    guard n > 2 else { return nil }
    func moment(_ ties: [Int], _ term: (Double) -> Double) -> Double {
      ties.reduce(0) { $0 + term(Double($1)) }
    }
    let first = { (t: Double) in t * (t - 1) * (2 * t + 5) }
    let second = { (t: Double) in t * (t - 1) }
    let third = { (t: Double) in t * (t - 1) * (t - 2) }
    let variance =
      (first(n) - moment(x, first) - moment(y, first)) / 18
      + moment(x, second) * moment(y, second) / (2 * n * (n - 1))
      + moment(x, third) * moment(y, third) / (9 * n * (n - 1) * (n - 2))
    return variance > 0 ? Normal.twoSided(sum / variance.squareRoot()) : nil
  }

  /// Sorts, and counts how often a value stood before a smaller one.
  private static func sort(_ values: inout [Double]) -> Int {
    var (from, to) = (values, values)
    var (swaps, width) = (0, 1)
    while width < values.count {
      for start in stride(from: 0, to: values.count, by: 2 * width) {
        let (middle, end) = (min(start + width, values.count), min(start + 2 * width, values.count))
        var (left, right) = (start, middle)
        for place in start..<end {
          if right == end || left < middle && from[left] <= from[right] {
            to[place] = from[left]
            left += 1
          } else {
            to[place] = from[right]
            right += 1
            swaps += middle - left
          }
        }
      }
      (from, to) = (to, from)
      width *= 2
    }
    values = from
    return swaps
  }
}
