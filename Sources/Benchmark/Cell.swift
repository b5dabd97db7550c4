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
