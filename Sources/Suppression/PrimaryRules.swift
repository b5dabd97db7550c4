/// Which cells must be hidden for what they show themselves, and how well.
///
/// Source: Hundepool et al., Handbook on Statistical Disclosure Control, chapter 4.2.
public struct PrimaryRules: Sendable, Equatable {
  /// The rule that the n largest contributors must not hold more than a share of the total.
  public struct Dominance: Sendable, Equatable, Decodable {
    /// The number of contributors, at least 1.
    public var n: Int
    /// The share in per cent, above 0 and below 100.
    public var percent: Int

    /// Makes a rule.
    ///
    /// - Parameters:
    ///   - n: The number of contributors, at least 1.
    ///   - percent: The share in per cent.
    public init(n: Int, percent: Int) {
      self.n = n
      self.percent = percent
    }
  }

  /// The fewest answers for a cell to be shown; a count from 1 up to it must be hidden.
  public var minimumCount: Int
  /// The rules of dominance, for cells with contributions.
  public var dominance: [Dominance]
  /// The p of the p per cent rule, for cells with contributions.
  public var percent: Int?
  /// Whether a count of 0 must be hidden as well.
  public var protectsZeros: Bool

  /// Makes rules.
  ///
  /// - Parameters:
  ///   - minimumCount: The fewest answers for a cell to be shown.
  ///   - dominance: The rules of dominance.
  ///   - percent: The p of the p per cent rule.
  ///   - protectsZeros: Whether a count of 0 must be hidden as well.
  public init(
    minimumCount: Int = 5, dominance: [Dominance] = [], percent: Int? = nil,
    protectsZeros: Bool = false
  ) {
    self.minimumCount = minimumCount
    self.dominance = dominance
    self.percent = percent
    self.protectsZeros = protectsZeros
  }

  /// What the interval of a cell must be like, or nil if the cell may be shown.
  ///
  /// - A count n with 1 <= n < T: neither 0 nor T may be excluded, so lower n and upper T - n.
  /// - (n, k): the n largest, x1 + ... + xn, hold more than k per cent of x. Upper is the least u
  ///   for which they would not: (x1 + ... + xn) * 100 / k - x. Lower is the same.
  /// - p per cent: x - x1 - x2 < p / 100 * x1, so that the second contributor can estimate the
  ///   first too well. Upper is the difference of both sides. Lower is the same.
  ///
  /// Where several rules hold, the largest protection counts.
  ///
  /// - Parameters:
  ///   - value: The value of the cell, not negative.
  ///   - holdings: The contributions, not negative, in any order; empty for a count of answers.
  /// - Returns: The protection.
  public func protection(value: Int, holdings: [Int] = []) -> Protection? {
    let count = holdings.isEmpty ? value : holdings.count(where: { $0 > 0 })
    let isSmall = count < minimumCount && (count > 0 || (protectsZeros && value == 0))
    guard !holdings.isEmpty else {
      return isSmall && minimumCount > 0
        ? Protection(lower: value, upper: max(1, minimumCount - value)) : nil
    }
    let largest = holdings.sorted(by: >)
    var needed = 0
    for rule in dominance where rule.percent > 0 && rule.n > 0 {
      let held = largest.prefix(rule.n).reduce(0, +)
      if held * 100 > rule.percent * value {
        needed = max(needed, ceilingOfQuotient(held * 100, rule.percent) - value)
      }
    }
    if let percent, let first = largest.first {
      let rest = value - first - (largest.count > 1 ? largest[1] : 0)
      if rest * 100 < percent * first {
        needed = max(needed, ceilingOfQuotient(percent * first, 100) - rest)
      }
    }
    if isSmall { needed = max(needed, 1, largest.first ?? 0) }
    return needed > 0 ? Protection(lower: min(value, needed), upper: needed) : nil
  }

  private func ceilingOfQuotient(_ number: Int, _ divisor: Int) -> Int {
    (number + divisor - 1) / divisor
  }
}
