/// Decisions about a proportion that count the observed number of successes half.
///
/// Source: Lancaster (1961); Berry & Armitage (1995) for the interval.
public enum MidP {
  /// The probability of fewer successes than observed, and half that of as many, if `share` is true.
  ///
  /// The German Institute for Quality Assurance (IQTIG) flags a provider below a reference range
  /// where this is at most 0.05.
  ///
  /// - Parameters:
  ///   - successes: From 0 to `count`.
  ///   - count: At least 1.
  ///   - share: From 0 to 1.
  /// - Returns: From 0 to 1, or nil where the input allows none.
  public static func less(_ successes: Int, of count: Int, share: Double) -> Double? {
    guard count > 0, (0...count).contains(successes),
      let distribution = BinomialDistribution(trials: count, probability: share),
      let below = distribution.lowerTail(successes - 1)
    else { return nil }
    return below + distribution.mass(successes) / 2
  }

  /// The probability of more successes than observed, and half that of as many, if `share` is true.
  ///
  /// - Parameters:
  ///   - successes: From 0 to `count`.
  ///   - count: At least 1.
  ///   - share: From 0 to 1.
  /// - Returns: From 0 to 1, or nil where the input allows none.
  public static func greater(_ successes: Int, of count: Int, share: Double) -> Double? {
    guard count > 0, (0...count).contains(successes),
      let distribution = BinomialDistribution(trials: count, probability: share),
      let above = distribution.upperTail(successes)
    else { return nil }
    return above + distribution.mass(successes) / 2
  }

  /// The shares that neither one-sided mid-p test rejects.
  ///
  /// - Parameters:
  ///   - successes: From 0 to `count`.
  ///   - count: At least 1.
  ///   - confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil where the input allows none.
  public static func interval(
    _ successes: Int, of count: Int, confidence: Double = 0.95
  ) -> Interval? {
    guard count > 0, (0...count).contains(successes), confidence > 0, confidence < 1 else {
      return nil
    }
    let level = (1 - confidence) / 2
    // Each test's p-value moves one way with the share.
    let lower =
      successes == 0 ? 0 : crossing { greater(successes, of: count, share: $0).map { $0 < level } }
    let upper =
      successes == count
      ? 1 : crossing { less(successes, of: count, share: $0).map { $0 > level } }
    return Interval(lower, upper)
  }

  /// The share at which a condition that holds near 0 stops to hold.
  private static func crossing(_ holds: (Double) -> Bool?) -> Double? {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<1_100 {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      guard let isBelow = holds(middle) else { return nil }
      if isBelow { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}
