/// One figure: an id, a value or the reason for having none, an interval, n, and the rule that made it.
///
/// Every report, table and explanation reads cells; nothing is computed while rendering.
public struct Cell: Sendable, Equatable {
  /// Which figure this is.
  public var id: CellID
  /// The value, or why there is none.
  public var value: CellValue
  /// The lower end of the interval (95 % unless the statistic says otherwise), in the value's unit.
  public var lower: Double?
  /// The upper end of the interval.
  public var upper: Double?
  /// The number of answers (or organisations) the figure rests on; `nil` where it must not be shown.
  public var n: Int?
  /// The key of the rule that made it, for example `points.mean` or `reading.minimum-answers`.
  public var rule: String

  /// Makes a cell.
  ///
  /// - Parameters:
  ///   - id: Which figure this is.
  ///   - value: The value, or why there is none.
  ///   - lower: The lower end of the interval.
  ///   - upper: The upper end of the interval.
  ///   - n: The number of answers the figure rests on.
  ///   - rule: The key of the rule that made it.
  public init(
    id: CellID, value: CellValue, lower: Double? = nil, upper: Double? = nil, n: Int? = nil,
    rule: String
  ) {
    self.id = id
    self.value = value
    self.lower = lower
    self.upper = upper
    self.n = n
    self.rule = rule
  }
}

/// The value of a cell.
public enum CellValue: Sendable, Equatable {
  /// A figure; its unit follows from the statistic.
  case number(Double)
  /// A word from a fixed list, for example a reading.
  case word(String)
  /// No value, and why.
  case none(Reason)
}

/// Why a cell has no value.
public enum Reason: String, Sendable, Equatable, CaseIterable, Codable {
  /// Fewer answers than the threshold.
  case tooFew = "too_few"
  /// Other answers could be worked out.
  case protected = "protected"
  /// Not asked in this survey.
  case notAsked = "not_asked"
  /// Asked, but not comparable (other wording or mode, or too few peers).
  case notComparable = "not_comparable"
  /// Withheld because the data are implausible.
  case implausible = "implausible"
}

/// Where a value lies in the expected range: a signal, never a verdict.
public enum Reading: String, Sendable, Equatable, CaseIterable {
  /// Below the 99.8 % limits.
  case wellBelow = "below2"
  /// Below the 95 % limits.
  case below = "below"
  /// Within the 95 % limits.
  case within = "within"
  /// Above the 95 % limits.
  case above = "above"
  /// Above the 99.8 % limits.
  case wellAbove = "above2"
}

/// Whether a change is larger than usual variation.
public enum Change: String, Sendable, Equatable, CaseIterable {
  /// Larger than usual variation, upwards.
  case up
  /// Larger than usual variation, downwards.
  case down
  /// Within usual variation.
  case usual
  /// Cannot be tested yet.
  case untestable
}

/// How well a figure can tell organisations apart.
public enum InformativeValue: String, Sendable, Equatable, CaseIterable {
  /// Reliability of at least 0.80.
  case high
  /// Reliability from 0.60 to below 0.80.
  case medium
  /// Reliability below 0.60.
  case low
}

/// Which figure a cell is: `subject/period/perspective/measure/statistic`.
///
/// For example `org.E04/2026/user/respect/points` or `peer.residential/2026/user/respect/icc`.
public struct CellID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Who or what the figure is about.
  public enum Subject: Sendable, Hashable {
    /// One organisation, by key.
    case organisation(String)
    /// One peer group, by key.
    case peerGroup(String)
  }

  /// Who or what the figure is about.
  public let subject: Subject
  /// The calendar slice, or `all`.
  public let period: String
  /// The key of the perspective.
  public let perspective: String
  /// The key of the dimension or item; item keys are written `item:KEY`.
  public let measure: Measure
  /// Which figure of it.
  public let statistic: Statistic

  /// What is measured.
  public enum Measure: Sendable, Hashable {
    /// A dimension, by key.
    case dimension(String)
    /// An item, by key.
    case item(String)
  }

  /// Makes an id.
  ///
  /// - Parameters:
  ///   - subject: Who or what the figure is about.
  ///   - period: The calendar slice, or `all`.
  ///   - perspective: The key of the perspective.
  ///   - measure: The dimension or item.
  ///   - statistic: Which figure of it.
  public init(
    subject: Subject, period: String, perspective: String, measure: Measure, statistic: Statistic
  ) {
    self.subject = subject
    self.period = period
    self.perspective = perspective
    self.measure = measure
    self.statistic = statistic
  }

  /// The id as it is written in tables and asked for by `explain`.
  public var description: String {
    let who =
      switch subject {
      case .organisation(let key): "org.\(key)"
      case .peerGroup(let key): "peer.\(key)"
      }
    let what =
      switch measure {
      case .dimension(let key): key
      case .item(let key): "item:\(key)"
      }
    return "\(who)/\(period)/\(perspective)/\(what)/\(statistic.name)"
  }

  /// Orders by the written form, by bytes.
  ///
  /// - Parameters:
  ///   - left: The first id.
  ///   - right: The second id.
  /// - Returns: Whether `left` stands before `right`.
  public static func < (left: CellID, right: CellID) -> Bool {
    left.description < right.description
  }
}

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
  /// A `Change` as a word.
  case changeVerdict
  /// The reliability of the organisation's figure, 0..1.
  case reliability
  /// An `InformativeValue` as a word.
  case informativeValue
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
    case .reliability: "reliability"
    case .informativeValue: "informative_value"
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
    }
  }
}
