/// Whether the values of groups can tell the groups apart at all, judged by a typical one.
///
/// The reliability of a mean of a typical number of values (the lower median of the groups' sizes) is
/// n ICC / (1 + (n - 1) ICC); its interval puts the ends of Searle's interval of ICC(1) into the same
/// formula. Bands after Landis & Koch (1977); that the interval has to bear a verdict out follows Koo &
/// Li (2016). Limits: those of the interval (groups of very uneven size, values pressed to one end); the
/// verdict is about a typical group, larger ones may be told apart better.
public struct TypicalReliability: Sendable, Equatable {
  /// Whether groups can be told apart.
  public enum Verdict: String, Sendable, Equatable, CaseIterable {
    /// A reliability of at least 0.80, and surely not below 0.60.
    case reliable
    /// A reliability of at least 0.60, and groups surely differ.
    case partly
    /// A reliability below 0.60, and surely below 0.80.
    case not
  }

  /// From here on a reliability is high.
  public static let highFrom = 0.8
  /// From here on a reliability is medium.
  public static let mediumFrom = 0.6

  /// The lower median of the sizes of the groups.
  public let size: Int
  /// The reliability of a mean of that many values.
  public let value: Double
  /// Its 95 % interval, from that of the intraclass correlation.
  public let interval: Interval

  /// Judges groups.
  ///
  /// Fails for groups without values, or where nothing varies.
  ///
  /// - Parameters:
  ///   - counts: Per group, the number of values; empty groups do not count.
  ///   - analysis: The one-way analysis of the same groups.
  public init?(counts: [Int], analysis: OneWayAnalysis) {
    let sizes = counts.filter { $0 > 0 }.sorted()
    guard !sizes.isEmpty else { return nil }
    let median = sizes[(sizes.count - 1) / 2]
    guard let value = analysis.reliability(ofMeanOver: median),
      let correlation = analysis.icc1Interval()
    else { return nil }
    func reliability(_ icc: Double) -> Double {
      let share = min(1, max(0, icc))
      return Double(median) * share / (1 + Double(median - 1) * share)
    }
    size = median
    self.value = value
    interval = Interval(
      lower: reliability(correlation.lower), upper: reliability(correlation.upper))
  }

  /// The verdict, or nil where the groups are too few for one; decided on figures of 12 digits.
  public var verdict: Verdict? {
    func tidy(_ value: Double) -> Double { rounded(value, toSignificantDigits: 12) ?? value }
    let (value, lower, upper) = (tidy(value), tidy(interval.lower), tidy(interval.upper))
    if value >= Self.highFrom, lower >= Self.mediumFrom { return .reliable }
    if value >= Self.mediumFrom { return lower > 0 ? .partly : nil }
    return upper < Self.highFrom ? .not : nil
  }
}
