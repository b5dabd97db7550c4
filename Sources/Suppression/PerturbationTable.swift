internal import FoundationEssentials
internal import Glibc

/// The probabilities with which the cell-key method changes counts.
///
/// Row i gives the changes of a count i: those of the greatest entropy with mean 0, a variance of at
/// most V, no change beyond D, no outcome from 1 to js, and probability `stay` for no change where
/// that is allowed; away from no change they do not grow. A count of 0 stays 0. Counts from the last
/// row on share it. Source: Marley & Leaver (2011), A method for confidentialising user-defined
/// tables; Giessing (2016), Computational issues in the design of transition probabilities.
public struct PerturbationTable: Sendable, Equatable {
  /// One possible change of a count.
  public struct Change: Sendable, Equatable {
    /// By how much the count changes.
    public var amount: Int
    /// How often, from 0 to 1.
    public var probability: Double
    /// The cell key up to which it applies, beginning where the change before ends.
    public var upTo: Double
  }

  /// Why there is no table.
  public enum Failure: Error, Equatable {
    /// D is not from 1 to 30, js not from 0 to D - 1, or stay not from 0 to below 1.
    case impossibleParameters
    /// No probabilities meet all conditions for a count; the count.
    case noProbabilities(count: Int)
  }

  /// By count, the changes in order.
  public let rows: [[Change]]

  /// Computes a table.
  ///
  /// - Parameters:
  ///   - deviation: The largest change D.
  ///   - variance: The largest variance V.
  ///   - smallest: The largest count js, from 1, that must not come out; 0 for none.
  ///   - stay: The probability of no change.
  /// - Throws: Why there is none.
  public init(
    deviation: Int, variance: Double, smallest: Int = 0, stay: Double = 0.5
  ) throws(Failure) {
    guard (1...30).contains(deviation), (0..<deviation).contains(smallest), variance > 0,
      (0..<1).contains(stay)
    else { throw .impossibleParameters }
    var rows = [[Change(amount: 0, probability: 1, upTo: 1)]]
    for count in 1...(deviation + smallest + 1) {
      let amounts = (-deviation...deviation).filter {
        count + $0 == 0 || count + $0 > smallest
      }
      let family = EntropyFamily(
        amounts: amounts, variance: variance, stay: amounts.contains(0) ? stay : nil)
      guard let found = family.probabilities() else { throw .noProbabilities(count: count) }
      var sum = 0.0
      var row: [Change] = []
      for (amount, probability) in zip(amounts, found) where probability > 0 {
        sum += probability
        row.append(Change(amount: amount, probability: probability, upTo: sum))
      }
      if !row.isEmpty { row[row.count - 1].upTo = 1 }
      rows.append(row)
    }
    self.rows = rows
  }

  /// The key of a cell from the keys of its records, so that equal cells change equally.
  ///
  /// - Parameter records: Keyed hash values of the records; their upper 53 bits count.
  /// - Returns: The fractional part of the sum of the keys, above 0 and at most 1.
  public static func cellKey(of records: some Sequence<UInt64>) -> Double {
    var sum: UInt64 = 0
    for record in records { sum = (sum + (record >> 11)) & 0x1F_FFFF_FFFF_FFFF }
    return sum == 0 ? 1 : Double(sum) / 9_007_199_254_740_992
  }

  /// What a count becomes.
  ///
  /// - Parameters:
  ///   - count: The count, not negative.
  ///   - key: The key of the cell, above 0 and at most 1.
  /// - Returns: The changed count, not negative.
  public func perturbed(_ count: Int, key: Double) -> Int {
    guard count > 0 else { return 0 }
    let row = rows[min(count, rows.count - 1)]
    let change = row.first { key <= $0.upTo } ?? row[row.count - 1]
    return count + change.amount
  }
}

/// Probabilities of the greatest entropy over whole amounts.
private struct EntropyFamily {
  let amounts: [Int]
  let variance: Double
  let stay: Double?

  /// Free amounts that share one probability, with the mean of their amounts and squares.
  private struct Group {
    var members: [Int]
    var mean: Double { members.reduce(0) { $0 + Double($1) } / Double(members.count) }
    var square: Double { members.reduce(0) { $0 + Double($1 * $1) } / Double(members.count) }
  }

  func probabilities() -> [Double]? {
    let free = amounts.filter { stay == nil || $0 != 0 }
    var groups = free.map { Group(members: [$0]) }
    while true {
      guard let levels = levels(groups) else { return nil }
      guard let place = violation(groups, levels) else {
        return amounts.map { amount in
          if amount == 0, let stay { return stay }
          return groups.indices.first { groups[$0].members.contains(amount) }
            .map { levels[$0] } ?? 0
        }
      }
      groups[place].members += groups[place + 1].members
      groups.remove(at: place + 1)
    }
  }

  /// The first pair of neighbours of which the one further from 0 is more probable.
  private func violation(_ groups: [Group], _ levels: [Double]) -> Int? {
    groups.indices.dropLast().first { place in
      let (left, right) = (groups[place], groups[place + 1])
      guard let last = left.members.last, let first = right.members.first else { return false }
      guard stay != nil, first == last + 1 else { return false }
      if first < 0 { return levels[place] > levels[place + 1] * (1 + 1e-12) }
      if last > 0 { return levels[place + 1] > levels[place] * (1 + 1e-12) }
      return false
    }
  }

  /// By group, its probability; nil if the conditions cannot be met.
  private func levels(_ groups: [Group]) -> [Double]? {
    if let loose = solve(groups, hasVariance: false) {
      let found = zip(groups, loose).reduce(0.0) {
        $0 + $1.1 * $1.0.square * Double($1.0.members.count)
      }
      if found <= variance { return loose }
    }
    return solve(groups, hasVariance: true)
  }

  /// Newton's method on the dual: p = exp(a + b v + c v^2), with damping.
  private func solve(_ groups: [Group], hasVariance: Bool) -> [Double]? {
    let goal = [1 - (stay ?? 0), 0, variance]
    let size = hasVariance ? 3 : 2
    var multipliers = [-log(Double(groups.count)), 0.0, 0.0]
    func level(_ group: Group, _ m: [Double]) -> Double {
      exp(m[0] + m[1] * group.mean + m[2] * group.square)
    }
    func dual(_ m: [Double]) -> Double {
      groups.reduce(0.0) { $0 + Double($1.members.count) * level($1, m) }
        - (0..<size).reduce(0.0) { $0 + m[$1] * goal[$1] }
    }
    for _ in 0..<200 {
      var gradient = [Double](repeating: 0, count: size)
      var curvature = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
      for group in groups {
        let features = [1, group.mean, group.square]
        let weight = Double(group.members.count) * level(group, multipliers)
        for row in 0..<size {
          gradient[row] += weight * features[row]
          for column in 0..<size {
            curvature[row][column] += weight * features[row] * features[column]
          }
        }
      }
      for row in 0..<size { gradient[row] -= goal[row] }
      if gradient.allSatisfy({ abs($0) < 1e-13 }) { break }
      guard let step = EntropyFamily.solution(curvature, gradient) else { return nil }
      var (length, next) = (1.0, multipliers)
      let start = dual(multipliers)
      repeat {
        for row in 0..<size { next[row] = multipliers[row] - length * step[row] }
        length /= 2
      } while !(dual(next) <= start + 1e-15) && length > 1e-10
      multipliers = next
    }
    let levels = groups.map { level($0, multipliers) }
    var reached = [0.0, 0.0, 0.0]
    for (group, level) in zip(groups, levels) {
      let count = Double(group.members.count)
      reached[0] += count * level
      reached[1] += count * level * group.mean
      reached[2] += count * level * group.square
    }
    let isMet = (0..<size).allSatisfy { abs(reached[$0] - goal[$0]) < 1e-9 }
    return isMet ? levels : nil
  }

  /// Gauss' elimination with the largest pivot.
  private static func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    var rows = matrix.indices.map { matrix[$0] + [right[$0]] }
    for column in rows.indices {
      let best = rows[column...].indices.max { abs(rows[$0][column]) < abs(rows[$1][column]) }
      guard let best, abs(rows[best][column]) > 1e-300 else { return nil }
      rows.swapAt(column, best)
      for row in rows.indices where row != column {
        let factor = rows[row][column] / rows[column][column]
        for place in column...rows.count { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
  }
}
