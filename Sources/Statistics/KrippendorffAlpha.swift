/// Krippendorff's alpha: agreement of any number of raters who need not rate everything.
///
/// 1 is full agreement, 0 what chance would give, below 0 worse than that. Source: Krippendorff (2004),
/// Content Analysis, chapter 11: 1 - D_o / D_e over coincidences of values within units.
public struct KrippendorffAlpha: Sendable, Equatable {
  /// What makes two values differ, and how much.
  public enum Level: String, Sendable, CaseIterable {
    /// Values are alike or not.
    case nominal
    /// Values differ by how many lie between them: (Σ from c to k of n_g - (n_c + n_k)/2)².
    case ordinal
    /// Values differ by the square of their difference.
    case interval
  }

  /// How values differ.
  public let level: Level
  /// The coefficient.
  public let value: Double
  /// The number of units with at least two ratings.
  public let units: Int
  /// The number of ratings in them.
  public let ratings: Int

  /// Measures agreement.
  ///
  /// - Parameters:
  ///   - units: Per unit all ratings that it has, in any order.
  ///   - level: How values differ.
  /// - Throws: `tooFewValues` (no unit with two ratings), `noSpread` (all ratings alike),
  ///   `notFinite`.
  public init(_ units: [[Double]], _ level: Level) throws(ComparisonFailure) {
    let paired = units.filter { $0.count > 1 }
    guard !paired.isEmpty else { throw .tooFewValues }
    let all = paired.flatMap(\.self)
    guard all.allSatisfy(\.isFinite) else { throw .notFinite }
    let values = Set(all).sorted()
    guard values.count > 1 else { throw .noSpread }
    var places: [Double: Int] = [:]
    for (place, value) in values.enumerated() { places[value] = place }
    let size = values.count
    var totals = [Double](repeating: 0, count: size)
    for value in all { totals[places[value] ?? 0] += 1 }
    let distances = KrippendorffAlpha.distances(values, totals, level)
    var observed: [Double] = []
    for unit in paired {
      var counts: [Int: Double] = [:]
      for value in unit { counts[places[value] ?? 0, default: 0] += 1 }
      let sorted = counts.sorted { $0.key < $1.key }
      for (place, one) in sorted.enumerated() {
        for two in sorted[..<place] {
          observed.append(
            one.value * two.value * distances(one.key, two.key) / Double(unit.count - 1))
        }
      }
    }
    var expected: [Double] = []
    for first in 0..<size {
      for second in 0..<first {
        expected.append(totals[first] * totals[second] * distances(first, second))
      }
    }
    let n = Double(all.count)
    let chance = compensatedSum(expected) / (n - 1)
    guard chance > 0, chance.isFinite else { throw .notFinite }
    self.level = level
    value = 1 - compensatedSum(observed) / chance
    self.units = paired.count
    ratings = all.count
  }

  /// The squared difference of two values, by their places in rising order.
  private static func distances(
    _ values: [Double], _ totals: [Double], _ level: Level
  ) -> (Int, Int) -> Double {
    var below = [0.0]
    for total in totals { below.append((below.last ?? 0) + total) }
    let sums = below
    return { first, second in
      let (low, high) = (min(first, second), max(first, second))
      let distance: Double
      switch level {
      case .nominal: distance = 1
      case .ordinal:
        distance = sums[high + 1] - sums[low] - (totals[low] + totals[high]) / 2
      case .interval: distance = values[high] - values[low]
      }
      return distance * distance
    }
  }
}
