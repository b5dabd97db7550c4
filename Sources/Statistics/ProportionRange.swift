internal import Glibc

/// The expected range of proportions, on the arcsine scale.
///
/// Source: Spiegelhalter (2012): Y = asin √(x/n), s = 1/(2√n), centre asin √(Σx/Σn).
public struct ProportionRange: Sendable, Equatable {
  /// The overall proportion.
  public let centre: Double
  /// How much the proportions differ beyond chance, on the arcsine scale.
  public let overdispersion: Overdispersion

  private let range: ExpectedRange

  /// Compares proportions.
  ///
  /// Fails for fewer than two units, or input that does not fit together.
  ///
  /// - Parameters:
  ///   - successes: Per unit, from 0 to its count.
  ///   - counts: Per unit, at least 1.
  ///   - winsorisedShare: The share of z scores pulled in at either end.
  public init?(successes: [Int], counts: [Int], winsorisedShare: Double = 0.1) {
    guard successes.count == counts.count, counts.allSatisfy({ $0 > 0 }),
      zip(successes, counts).allSatisfy({ (0...$1).contains($0) }), !counts.isEmpty
    else { return nil }
    centre = Double(successes.reduce(0, +)) / Double(counts.reduce(0, +))
    let middle = asin(centre.squareRoot())
    guard
      let overdispersion = Overdispersion(
        values: zip(successes, counts).map(ProportionRange.angle),
        standardErrors: counts.map(ProportionRange.standardError), centre: middle,
        winsorisedShare: winsorisedShare)
    else { return nil }
    self.overdispersion = overdispersion
    range = ExpectedRange(centre: middle, varianceBetween: overdispersion.varianceBetween)
  }

  private static func angle(successes: Int, count: Int) -> Double {
    asin((Double(successes) / Double(count)).squareRoot())
  }

  private static func standardError(count: Int) -> Double { 0.5 / Double(count).squareRoot() }

  /// How far a proportion lies from the centre, in standard deviations.
  ///
  /// - Parameters:
  ///   - successes: From 0 to `count`.
  ///   - count: At least 1.
  /// - Returns: The score, or nil where the input allows none.
  public func score(successes: Int, of count: Int) -> Double? {
    guard count > 0, (0...count).contains(successes) else { return nil }
    return range.score(
      of: ProportionRange.angle(successes: successes, count: count),
      standardError: ProportionRange.standardError(count: count))
  }

  /// The limits for a unit with `count` answers, inside 0..1.
  ///
  /// - Parameters:
  ///   - count: At least 1.
  ///   - confidence: Above 0 and below 1.
  /// - Returns: The limits, or nil where the input allows none.
  public func limits(count: Int, confidence: Double) -> Interval? {
    guard count > 0,
      let limits = range.limits(
        standardError: ProportionRange.standardError(count: count), confidence: confidence)
    else { return nil }
    func share(_ angle: Double) -> Double {
      let sine = sin(min(max(angle, 0), .pi / 2))
      return sine * sine
    }
    return Interval(lower: share(limits.lower), upper: share(limits.upper))
  }
}
