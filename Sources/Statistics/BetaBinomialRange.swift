internal import Glibc

/// The expected range of proportions whose true values differ from unit to unit.
///
/// Counts follow a beta-binomial distribution with the overall proportion and an intraclass
/// correlation rho. Unlike limits on the arcsine scale, its limits are right for small numbers of
/// answers: they are predictive, and interpolated between counts as in `ExactLimits`.
public struct BetaBinomialRange: Sendable, Equatable {
  /// The overall proportion.
  public let proportion: Double
  /// The intraclass correlation rho of two answers in one unit; 0 if units do not differ.
  public let correlation: Double

  /// Makes a range.
  ///
  /// - Parameters:
  ///   - proportion: Above 0 and below 1; otherwise there is none.
  ///   - correlation: From 0 to below 1; otherwise there is none.
  public init?(proportion: Double, correlation: Double) {
    guard proportion > 0, proportion < 1, correlation >= 0, correlation < 1 else { return nil }
    self.proportion = proportion
    self.correlation = correlation
  }

  /// Estimates a range from units.
  ///
  /// Source: moments, as Williams (1982): rho = (X² - (I - 1)) / Σ(n - 1)(1 - n/N), where X² is
  /// Pearson's Σ(x - np)² / np(1 - p). Below 0 it is set to 0.
  ///
  /// - Parameters:
  ///   - successes: Per unit, from 0 to its count.
  ///   - counts: Per unit, at least 1.
  /// - Throws: Why there is no estimate; `noSpread` if all answers are alike or each is alone.
  public init(successes: [Int], counts: [Int]) throws(ExpectedRangeFailure) {
    guard successes.count == counts.count else { throw .differingLengths }
    guard counts.count > 1 else { throw .tooFewUnits }
    guard counts.allSatisfy({ $0 > 0 }) else { throw .notPositive }
    guard zip(successes, counts).allSatisfy({ (0...$1).contains($0) }) else { throw .outOfRange }
    let total = counts.reduce(0.0) { $0 + Double($1) }
    let overall = successes.reduce(0.0) { $0 + Double($1) } / total
    guard overall > 0, overall < 1 else { throw .noSpread }
    var (squares, divisor) = (0.0, 0.0)
    for (success, count) in zip(successes, counts) {
      let size = Double(count)
      let distance = Double(success) - size * overall
      squares += distance * distance / (size * overall * (1 - overall))
      divisor += (size - 1) * (1 - size / total)
    }
    guard divisor > 0 else { throw .noSpread }
    let estimate = (squares - Double(counts.count - 1)) / divisor
    proportion = overall
    // With rho = 1 every unit would be all or nothing; the largest number below keeps it a range.
    correlation = min(max(0, estimate), 1 - 1e-9)
  }

  /// The limits for a unit with `count` answers.
  ///
  /// - Parameters:
  ///   - count: From 1 to 10 million; the limits are found by going through all counts.
  ///   - confidence: Above 0 and below 1.
  /// - Returns: Limits as proportions; outside 0..1 no count lies beyond them.
  /// - Throws: `notPositive` or `outOfRange`.
  public func limits(count: Int, confidence: Double) throws(ExpectedRangeFailure) -> Interval {
    guard correlation > 0 else {
      return try ExactLimits.binomial(proportion: proportion, count: count, confidence: confidence)
    }
    guard count > 0 else { throw .notPositive }
    guard confidence > 0, confidence < 1, count <= 10_000_000 else { throw .outOfRange }
    let tails = lowerTails(count: count)
    let share = (1 - confidence) / 2
    func atMost(_ number: Int) -> Double? {
      number < 0 ? 0 : tails[min(number, tails.count - 1)]
    }
    func end(_ p: Double) -> Double? {
      interpolated(
        at: p, quantile: { lowestCount(reaching: $0, atMost: atMost) }, atMost: atMost)
    }
    guard let lower = end(share), let upper = end(1 - share) else { throw .outOfRange }
    return Interval(lower: lower / Double(count), upper: upper / Double(count))
  }

  /// The lower tails of the counts 0 to `count`.
  private func lowerTails(count: Int) -> [Double] {
    let total = (1 - correlation) / correlation
    let (a, b) = (proportion * total, (1 - proportion) * total)
    let n = Double(count)
    var logarithms = [Double](repeating: 0, count: count + 1)
    for number in 0..<count {
      let x = Double(number)
      logarithms[number + 1] =
        logarithms[number] + log((n - x) / (x + 1)) + log((a + x) / (b + n - 1 - x))
    }
    let highest = logarithms.max() ?? 0
    let weights = logarithms.map { exp($0 - highest) }
    let sum = weights.reduce(0, +)
    var reached = 0.0
    var tails = weights.map { weight in
      reached += weight / sum
      return reached
    }
    tails[count] = 1
    return tails
  }
}
