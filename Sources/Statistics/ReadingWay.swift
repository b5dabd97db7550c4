/// One of the ways in which it could be reckoned whether groups are unusual among their peers.
///
/// Every way asks the same question of the same groups; ways that ask another one, such as limits
/// without the variance between groups, are none.
///
/// Source: `MeanRange` (Spiegelhalter 2005); without winsorising the estimate is DerSimonian & Laird's
/// (1986); Student's t with G - 2 degrees of freedom after Higgins, Thompson & Spiegelhalter (2009).
public struct ReadingWay: Sendable, Equatable {
  /// What can be chosen; the first of each is the usual.
  public struct Choice: Sendable, Equatable {
    /// Whether the centre is the mean over groups instead of that over values.
    public var isOverGroups = false
    /// Whose standard deviation makes the standard error.
    public var spread = MeanRange.Spread.pooled
    /// What is done with extreme groups when it is judged how much they differ.
    public var extremes = ExtremeScores.winsorised(share: 0.1)
    /// Whether limits allow for the number of groups, by Student's t.
    public var isStudent = false

    /// All sixteen choices, the usual one first.
    public static let all: [Choice] = [false, true].flatMap { isOverGroups in
      [MeanRange.Spread.pooled, .own].flatMap { spread in
        [ExtremeScores.winsorised(share: 0.1), .kept].flatMap { extremes in
          [false, true].map { isStudent in
            Choice(
              isOverGroups: isOverGroups, spread: spread, extremes: extremes, isStudent: isStudent)
          }
        }
      }
    }
  }

  /// Where a group lies.
  public struct Standing: Sendable, Equatable {
    /// Its mean.
    public let mean: Double
    /// The 95 % limits at its standard error.
    public let usual: Interval
    /// The 99.8 % limits.
    public let strict: Interval

    /// The band of the mean, decided on figures of 12 digits; on a limit counts as inside.
    public var band: PeerBand {
      func tidy(_ value: Double) -> Double { rounded(value, toSignificantDigits: 12) ?? value }
      let value = tidy(mean)
      if value < tidy(strict.lower) { return .strongBelow }
      if value > tidy(strict.upper) { return .strongAbove }
      if value < tidy(usual.lower) { return .moderateBelow }
      return value > tidy(usual.upper) ? .moderateAbove : .within
    }
  }

  /// Per group, where it lies; nil for groups that this way leaves out.
  public let standings: [Standing?]

  /// Reckons one way.
  ///
  /// Fails where it cannot be gone: fewer than three groups, or than `minimumGroups`, or no spread.
  ///
  /// - Parameters:
  ///   - choice: The way.
  ///   - counts: Per group, the number of values.
  ///   - means: Per group, the mean.
  ///   - deviations: Per group, the standard deviation (n - 1), nil for a single value.
  ///   - minimumCount: Groups with fewer values are left out.
  ///   - minimumGroups: The least number of groups.
  public init?(
    _ choice: Choice, counts: [Int], means: [Double], deviations: [Double?], minimumCount: Int = 1,
    minimumGroups: Int = 3
  ) {
    guard counts.count == means.count, counts.count == deviations.count else { return nil }
    let members = counts.indices.filter { group in
      // Without any spread of its own a group has no standard error of its own.
      counts[group] >= max(1, minimumCount)
        && (choice.spread == .pooled || deviations[group] ?? 0 > 0)
    }
    guard members.count >= max(3, minimumGroups) else { return nil }
    let own = members.map { means[$0] }
    let centre = own.reduce(0, +) / Double(own.count)
    let found: MeanRange
    do throws(ExpectedRangeFailure) {
      found = try MeanRange(
        counts: members.map { counts[$0] }, means: own, deviations: members.map { deviations[$0] },
        spread: choice.spread, centre: choice.isOverGroups ? centre : nil,
        extremes: choice.extremes)
    } catch {
      return nil
    }
    let student = choice.isStudent ? StudentT(degreesOfFreedom: Double(members.count - 2)) : nil
    func quantile(_ share: Double) -> Double? {
      choice.isStudent ? student?.quantile(share) : Normal.quantile(share)
    }
    guard let usual = quantile(0.975), let strict = quantile(0.999) else { return nil }
    var standings = [Standing?](repeating: nil, count: counts.count)
    for (place, group) in members.enumerated() {
      let error = found.standardErrors[place]
      let spread = (error * error + found.range.varianceBetween).squareRoot()
      func limits(_ quantile: Double) -> Interval {
        Interval(
          lower: found.range.centre - quantile * spread,
          upper: found.range.centre + quantile * spread)
      }
      standings[group] = Standing(mean: own[place], usual: limits(usual), strict: limits(strict))
    }
    self.standings = standings
  }
}
