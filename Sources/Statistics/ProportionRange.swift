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
    do throws(ExpectedRangeFailure) {
      try self.init(
        successes: successes, counts: counts, extremes: .winsorised(share: winsorisedShare))
    } catch {
      return nil
    }
  }

  /// Compares proportions, with a choice of what is done with extreme scores.
  ///
  /// - Parameters:
  ///   - successes: Per unit, from 0 to its count.
  ///   - counts: Per unit, at least 1.
  ///   - extremes: What is done with the lowest and highest z scores.
  /// - Throws: Why there is no range; `noSpread` if all successes or none were seen.
  public init(
    successes: [Int], counts: [Int], extremes: ExtremeScores
  ) throws(ExpectedRangeFailure) {
    guard successes.count == counts.count else { throw .differingLengths }
    guard counts.count > 1 else { throw .tooFewUnits }
    guard counts.allSatisfy({ $0 > 0 }) else { throw .notPositive }
    guard zip(successes, counts).allSatisfy({ (0...$1).contains($0) }) else { throw .outOfRange }
    let centre = successes.reduce(0.0) { $0 + Double($1) } / counts.reduce(0.0) { $0 + Double($1) }
    guard centre > 0, centre < 1 else { throw .noSpread }
    let middle = asin(centre.squareRoot())
    self.centre = centre
    overdispersion = try Overdispersion(
      values: zip(successes, counts).map(ProportionRange.angle),
      standardErrors: counts.map(ProportionRange.standardError), centre: middle,
      extremes: extremes)
    range = ExpectedRange(centre: middle, varianceBetween: overdispersion.varianceBetween)
  }

  private static func angle(successes: Int, count: Int) -> Double {
    asin((Double(successes) / Double(count)).squareRoot())
  }

  /// The standard error of a proportion on the arcsine scale, 1/(2√n).
  ///
  /// - Parameter count: At least 1.
  /// - Returns: The standard error.
  public static func standardError(count: Int) -> Double { 0.5 / Double(count).squareRoot() }

  /// A unit under both questions, "different from the average?" and "unusual among its peers?".
  ///
  /// - Parameters:
  ///   - successes: From 0 to `count`.
  ///   - count: At least 1.
  /// - Returns: The comparison, or nil where the input allows none.
  public func comparison(successes: Int, of count: Int) -> PeerComparison? {
    guard count > 0, (0...count).contains(successes) else { return nil }
    return PeerComparison(
      value: ProportionRange.angle(successes: successes, count: count),
      standardError: ProportionRange.standardError(count: count), range: range)
  }

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
  ///   - withPeers: Whether the variance between units is added ("unusual among peers?"); without
  ///     it the limits answer "different from the average?".
  /// - Returns: The limits, or nil where the input allows none.
  public func limits(count: Int, confidence: Double, withPeers: Bool = true) -> Interval? {
    let scale = ExpectedRange(
      centre: range.centre, varianceBetween: withPeers ? range.varianceBetween : 0)
    guard count > 0,
      let limits = scale.limits(
        standardError: ProportionRange.standardError(count: count), confidence: confidence)
    else { return nil }
    func share(_ angle: Double) -> Double {
      let sine = sin(min(max(angle, 0), .pi / 2))
      return sine * sine
    }
    return Interval(lower: share(limits.lower), upper: share(limits.upper))
  }
}
