internal import FoundationEssentials
internal import Glibc

/// How often figures published together give answers away, over all answers a unit can get.
///
/// Exact: every histogram of n answers is weighed by its multinomial probability.
public struct UniquenessTable: Sendable {
  /// What figures give away, as shares from 0 to 1.
  public struct Row: Sendable, Equatable {
    /// That the whole distribution follows.
    public var unique: Double
    /// That the number of answers of the lowest level follows exactly.
    public var lowestKnown: Double
    /// That somebody certainly chose the lowest level.
    public var lowestProved: Double
  }

  private let n: Int
  private let histograms: [[Int]]
  private let weights: [Double]

  /// Lists all histograms.
  ///
  /// - Parameters:
  ///   - n: The number of answers, at least 2.
  ///   - probabilities: How often each level is chosen; they add up to 1.
  public init(n: Int, probabilities: [Double]) {
    var histograms: [[Int]] = []
    var histogram = [Int](repeating: 0, count: probabilities.count)
    func walk(_ level: Int, _ left: Int) {
      if level == probabilities.count - 1 {
        histogram[level] = left
        histograms.append(histogram)
        return
      }
      for count in 0...left {
        histogram[level] = count
        walk(level + 1, left - count)
      }
    }
    walk(0, n)
    let logs = (0...n).map { $0 < 2 ? 0 : (2...$0).reduce(0.0) { $0 + log(Double($1)) } }
    self.n = n
    self.histograms = histograms
    weights = histograms.map { histogram in
      exp(
        zip(histogram, probabilities).reduce(logs[n]) { sum, pair in
          sum - logs[pair.0] + (pair.0 > 0 ? Double(pair.0) * log(pair.1) : 0)
        })
    }
  }

  /// What the figures of a plan give away.
  ///
  /// - Parameters:
  ///   - plan: Which figures are published.
  ///   - top: The levels whose share is published.
  ///   - rounding: How halves are rounded.
  /// - Returns: The shares.
  public func row(
    _ plan: DerivedPlan, top: Set<Int>, rounding: PublishedFigures.Rounding = .up
  ) -> Row {
    struct Group {
      var weight = 0.0
      var count = 0
      var fewest = Int.max
      var most = 0
    }
    var groups: [[Int]: Group] = [:]
    var order: [[Int]] = []
    for (histogram, weight) in zip(histograms, weights) {
      let figures = plan.figures(of: histogram, top: top, rounding: rounding)
      let key = [
        figures.mean?.units ?? -1, figures.deviation?.units ?? -1,
        figures.shares.first?.percent.units ?? -1,
      ]
      if groups[key] == nil { order.append(key) }
      var group = groups[key] ?? Group()
      group.weight += weight
      group.count += 1
      group.fewest = min(group.fewest, histogram[0])
      group.most = max(group.most, histogram[0])
      groups[key] = group
    }
    var row = Row(unique: 0, lowestKnown: 0, lowestProved: 0)
    for case let group? in order.map({ groups[$0] }) {
      if group.count == 1 { row.unique += group.weight }
      if group.fewest == group.most { row.lowestKnown += group.weight }
      if group.fewest > 0 { row.lowestProved += group.weight }
    }
    return row
  }
}
