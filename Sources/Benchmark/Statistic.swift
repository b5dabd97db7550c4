/// Which figure of a dimension or item a cell holds.
public enum Statistic: Sendable, Hashable {
  /// The mean in points 0..100 with its 95 % t interval; n answers. Organisations and peer groups.
  case points
  /// The number of answers. Organisations (shown ones) and peer groups (all of them).
  case answers
  /// The centre of the expected range with its 95 % limits at this organisation's n, in points.
  case expected
  /// The centre of the expected range with its 99.8 % limits at this organisation's n, in points.
  case expectedStrict
  /// A `Reading` as a word.
  case reading
  /// `keep`, `look` or `none`: whether the reading may stand in a headline.
  case headline
  /// The difference to the period before in points, with its 95 % interval.
  case change
  /// A `Change` as a word: beyond noise, and beyond what is to be expected anyway where that is known.
  case changeVerdict
  /// A `Change` as a word by noise alone.
  case changeVerdictNaive
  /// The smallest change that would lie beyond noise, in points.
  case changeDetectable
  /// The change to be expected without any of the organisation's own, in points, with its 95 % limits.
  case changeExpected
  /// The part of it that is a return to the middle, in points.
  case changeRegression
  /// A `ChangeReason` as a word: why a part of the change was to be expected.
  case changeReason
  /// The reliability of the organisation's figure, 0..1.
  case reliability
  /// An `InformativeValue` as a word.
  case informativeValue
  /// Answers this organisation still needs for a reliability of 0.70; of peer groups, a typical one.
  case answersMissing
  /// In how many ways of reckoning the reading is the same; n is the number of ways.
  case readingHolds
  /// The share of the two best levels, 0..1, with its Wilson interval. Items of organisations.
  case topTwoShare
  /// How often one level was answered, as a count; level 0 is worst. Items of organisations.
  case level(Int)
  /// The number of organisations with a figure. Peer groups.
  case organisations
  /// The number of organisations without a figure because of too few answers or for protection. Peer groups.
  case withheld
  /// The one-way intraclass correlation ICC(1) with its 95 % interval. Peer groups.
  case icc
  /// Answers needed per organisation for a reliability of 0.70. Peer groups.
  case answersNeeded
  /// The standard deviation within organisations, in points. Peer groups.
  case withinSD
  /// The standard deviation between organisations beyond chance (tau of over-dispersion), in points. Peer groups.
  case betweenSD
  /// The over-dispersion factor phi of winsorised z values. Peer groups.
  case overdispersion
  /// Cronbach's alpha over listwise complete respondents with Feldt's 95 % interval. Peer groups.
  case alpha
  /// How many readings outside the 95 % limits chance alone would give. Peer groups.
  case expectedByChance
  /// How many organisations have a given reading. Peer groups.
  case count(Reading)
  /// An `Assessability` as a word. Peer groups.
  case assessability
  /// The number of answers of a typical organisation, the lower median. Peer groups.
  case typicalAnswers
  /// The reliability of the figure of a typical organisation, 0..1, with its 95 % interval. Peer groups.
  case typicalReliability
  /// The share of pairs of organisations that can be told apart, 0..1. Peer groups.
  case distinguishablePairs
  /// The share of answers at the best level, 0..1. Peer groups.
  case ceilingShare
  /// The change that the organisations have in common, in points. Peer groups.
  case changeCommon
  /// How many changes were tested. Peer groups.
  case changesTested
  /// How many organisations have a given verdict on their change. Peer groups.
  case changeCount(Change)
  /// How many changes at most chance alone would put beyond usual variation. Peer groups.
  case changesByChance

  /// The name used in ids and tables.
  public var name: String {
    switch self {
    case .points: "points"
    case .answers: "answers"
    case .expected: "expected"
    case .expectedStrict: "expected998"
    case .reading: "reading"
    case .headline: "headline"
    case .change: "change"
    case .changeVerdict: "change_verdict"
    case .changeVerdictNaive: "change_verdict_naive"
    case .changeDetectable: "change_detectable"
    case .changeExpected: "change_expected"
    case .changeRegression: "change_regression"
    case .changeReason: "change_reason"
    case .reliability: "reliability"
    case .informativeValue: "informative_value"
    case .answersMissing: "answers_missing"
    case .readingHolds: "reading_holds"
    case .topTwoShare: "top2_share"
    case .level(let level): "level\(level)"
    case .organisations: "organisations"
    case .withheld: "withheld"
    case .icc: "icc"
    case .answersNeeded: "answers_needed"
    case .withinSD: "within_sd"
    case .betweenSD: "between_sd"
    case .overdispersion: "overdispersion"
    case .alpha: "alpha"
    case .expectedByChance: "expected_by_chance"
    case .count(let reading): "count_\(reading.rawValue)"
    case .assessability: "assessability"
    case .typicalAnswers: "typical_answers"
    case .typicalReliability: "typical_reliability"
    case .distinguishablePairs: "distinguishable_pairs"
    case .ceilingShare: "ceiling_share"
    case .changeCommon: "change_common"
    case .changesTested: "changes_tested"
    case .changeCount(let change): "change_\(change.rawValue)"
    case .changesByChance: "changes_by_chance"
    }
  }
}
