internal import Glibc

/// The expected range of ratios of observed to expected numbers.
///
/// Source: Spiegelhalter (2005, 2012); NHS Digital (SHMI) and Care Quality Commission (CQC) as
/// FunnelPlotR 0.6.0 states them. Expected numbers are taken as known.
public struct RatioRange: Sendable, Equatable {
  /// On which scale ratios are compared, and what is done with extreme ones.
  public enum Method: String, Sendable, Equatable, CaseIterable {
    /// log(O/E), s = 1/√E with E rounded to two decimals, extremes truncated.
    case shmi
    /// √(O/E), s = 1/(2√E), extremes winsorised.
    case cqc
  }

  /// The method.
  public let method: Method
  /// How much the ratios differ beyond chance, on the method's scale.
  public let overdispersion: Overdispersion
  /// The expected range on the method's scale.
  public let range: ExpectedRange

  /// Compares ratios.
  ///
  /// - Parameters:
  ///   - observed: Per unit, the observed number, not negative; on the SHMI's scale a 0 is allowed
  ///     only where it is truncated.
  ///   - expected: Per unit, the expected number, above 0 (for the SHMI also after rounding).
  ///   - method: The scale.
  ///   - extremeShare: The share truncated or winsorised at either end.
  /// - Throws: Why there is no range.
  public init(
    observed: [Double], expected: [Double], method: Method, extremeShare: Double = 0.1
  ) throws(ExpectedRangeFailure) {
    guard observed.count == expected.count else { throw .differingLengths }
    guard (observed + expected).allSatisfy(\.isFinite) else { throw .notFinite }
    guard observed.allSatisfy({ $0 >= 0 }) else { throw .outOfRange }
    guard expected.allSatisfy({ RatioRange.used($0, method) > 0 }) else { throw .notPositive }
    self.method = method
    let centre = method == .shmi ? 0.0 : 1.0
    let values = zip(observed, expected).map { RatioRange.scaled($0, $1, method) }
    do {
      overdispersion = try Overdispersion(
        values: values, standardErrors: expected.map { RatioRange.error($0, method) },
        centre: centre,
        extremes: method == .shmi
          ? .truncated(share: extremeShare) : .winsorised(share: extremeShare))
    } catch {
      throw error == .notFinite ? .zeroObserved : error
    }
    range = ExpectedRange(centre: centre, varianceBetween: overdispersion.varianceBetween)
  }

  /// The expected number that the method goes on with.
  ///
  /// - Parameters:
  ///   - expected: The expected number.
  ///   - method: The scale.
  /// - Returns: For the SHMI rounded to two decimals (to even where both are as near), as R rounds.
  public static func used(_ expected: Double, _ method: Method) -> Double {
    guard method == .shmi, expected < 1e13 else { return expected }
    let low = (expected * 100).rounded(.down) / 100
    let high = (expected * 100).rounded(.up) / 100
    let (below, above) = (expected - low, high - expected)
    if below == above {
      return (expected * 100).rounded(.down).remainder(dividingBy: 2) == 0 ? low : high
    }
    return below < above ? low : high
  }

  static func scaled(_ observed: Double, _ expected: Double, _ method: Method) -> Double {
    let ratio = observed / used(expected, method)
    return method == .shmi ? log(ratio) : ratio.squareRoot()
  }

  static func error(_ expected: Double, _ method: Method) -> Double {
    (method == .shmi ? 1 : 0.5) / used(expected, method).squareRoot()
  }

  /// A unit under both questions, or nil where nothing was observed and the logarithm is needed.
  ///
  /// - Parameters:
  ///   - observed: Its observed number.
  ///   - expected: Its expected number, above 0.
  /// - Returns: The comparison.
  public func comparison(observed: Double, expected: Double) -> PeerComparison? {
    guard observed >= 0, expected > 0 else { return nil }
    return PeerComparison(
      value: RatioRange.scaled(observed, expected, method),
      standardError: RatioRange.error(expected, method), range: range)
  }

  /// The limits of the ratio of a unit with an expected number.
  ///
  /// - Parameters:
  ///   - expected: Above 0.
  ///   - confidence: Above 0 and below 1.
  ///   - withPeers: Whether the variance between units is added ("unusual among peers?"); without
  ///     it the limits answer "different from the average?".
  ///   - squaredBack: Whether limits on the root scale are squared back to ratios, as they must
  ///     be; `false` repeats what FunnelPlotR up to 0.6.0 draws for the CQC's method.
  /// - Returns: The limits, or nil where the input allows none; a lower end of the root scale below
  ///   0 is 0.
  public func limits(
    expected: Double, confidence: Double, withPeers: Bool = true, squaredBack: Bool = true
  ) -> Interval? {
    guard expected > 0, expected.isFinite else { return nil }
    let between = withPeers ? range.varianceBetween : 0
    guard
      let limits = ExpectedRange(centre: range.centre, varianceBetween: between)
        .limits(standardError: RatioRange.error(expected, method), confidence: confidence)
    else { return nil }
    if method == .shmi { return Interval(lower: exp(limits.lower), upper: exp(limits.upper)) }
    guard squaredBack else { return limits }
    let low = max(0, limits.lower)
    return Interval(lower: low * low, upper: limits.upper * limits.upper)
  }
}
