/// What cleaning does to the rows of one source: which column has which role, and what is accepted.
///
/// Column numbers are indices into `TypedChunk.columns`.
public struct CleaningRules: Sendable, Equatable {
  /// One item column: its place, its scale and its direction.
  public struct Item: Sendable, Equatable {
    /// The column of answers.
    public var column: Int
    /// The item's index in the tally's schema.
    public var item: Int
    /// The lowest value of the scale, in the column's fixed-point units.
    public var minimum: Int
    /// The highest value of the scale.
    public var maximum: Int
    /// The distance between two values of the scale.
    public var step: Int
    /// Whether a low value is good; levels are turned round.
    public var reversed: Bool
    /// The heading of the column, named in findings.
    public var heading: String?

    /// Makes an item rule.
    ///
    /// - Parameters:
    ///   - column: The column of answers.
    ///   - item: The item's index in the schema.
    ///   - minimum: The lowest value of the scale.
    ///   - maximum: The highest value of the scale.
    ///   - step: The distance between two values.
    ///   - reversed: Whether a low value is good.
    ///   - heading: The heading of the column.
    public init(
      column: Int, item: Int, minimum: Int, maximum: Int, step: Int, reversed: Bool,
      heading: String? = nil
    ) {
      self.column = column
      self.item = item
      self.minimum = minimum
      self.maximum = maximum
      self.step = step
      self.reversed = reversed
      self.heading = heading
    }
  }

  /// Where a row's organisation or perspective comes from.
  public enum Origin: Sendable, Equatable {
    /// The same code for all rows.
    case constant(Int32)
    /// A column of codes; its heading is named in findings.
    case column(Int, heading: String)
  }

  /// Where a row's period comes from.
  public enum PeriodOrigin: Sendable, Equatable {
    /// The same calendar slice for all rows.
    case constant(String)
    /// A column of dates; its heading is named in findings.
    case date(Int, heading: String)
  }

  /// The days that a date may mean, from 1990-01-01 to 2100-12-31, since 1970-01-01: nobody exported
  /// answers before, and a year such as 0206 or 2206 is a slip that would make a period of its own.
  static let plausibleDays: ClosedRange<Int32> = 7_305...47_846

  /// The item columns.
  public var items: [Item]
  /// Where the organisation comes from.
  public var organisation: Origin
  /// Where the perspective comes from.
  public var perspective: Origin
  /// Where the period comes from.
  public var period: PeriodOrigin
  /// The column that says whether a row was completed: presence, or a listed value.
  public var completed: Int?
  /// The column whose listed values mark tests and previews.
  public var tests: Int?
  /// The column of respondent keys.
  public var respondent: Int?

  /// Makes rules.
  ///
  /// - Parameters:
  ///   - items: The item columns.
  ///   - organisation: Where the organisation comes from.
  ///   - perspective: Where the perspective comes from.
  ///   - period: Where the period comes from.
  ///   - completed: The column that says whether a row was completed.
  ///   - tests: The column whose listed values mark tests.
  ///   - respondent: The column of respondent keys.
  public init(
    items: [Item], organisation: Origin, perspective: Origin, period: PeriodOrigin,
    completed: Int? = nil, tests: Int? = nil, respondent: Int? = nil
  ) {
    self.items = items
    self.organisation = organisation
    self.perspective = perspective
    self.period = period
    self.completed = completed
    self.tests = tests
    self.respondent = respondent
  }
}
