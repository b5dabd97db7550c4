/// One cell of a rated item: a value, or one of the states in which there is none.
///
/// The four missing states are kept apart because response rates and means depend on them:
/// `empty` (left blank), `notShown` (filtered or dropped out before), `nonAnswer` (the tool's code
/// for "don't know" and the like) and `unreadable` (a cell that is no number of this column), of which
/// `excelDate` is a kind of its own.
public struct Answer: Sendable, Hashable {
  /// The value in units of 10^-`decimals` of the column's format, or a state near `Int32.min`.
  public let raw: Int32

  /// Wraps a value in fixed-point units.
  ///
  /// - Parameter value: In units of 10^-`decimals`; must not collide with the missing states.
  public init(value: Int32) {
    precondition(value > Int32.min + 8, "the lowest values are reserved for missing states")
    raw = value
  }

  private init(state: Int32) { raw = Int32.min + state }

  /// Takes over a raw value that was an answer before.
  init(raw: Int32) { self.raw = raw }

  /// The respondent left the cell blank.
  public static let empty = Answer(state: 0)
  /// The respondent never saw the question.
  public static let notShown = Answer(state: 1)
  /// The tool's code for a refusal, "don't know" or "does not apply".
  public static let nonAnswer = Answer(state: 2)
  /// The cell holds something that is no answer to this item.
  public static let unreadable = Answer(state: 3)
  /// The cell holds a date, which a spreadsheet made of the answer; what it was cannot be told.
  public static let excelDate = Answer(state: 4)

  /// Whether this is a value rather than a missing state.
  @inlinable public var isValue: Bool { raw > Int32.min + 8 }
}

/// How the cells of an item column turn into answers.
public struct AnswerFormat: Sendable, Equatable {
  /// Digits kept after the decimal mark; the value is stored in units of 10^-`decimals` (0 to 3).
  public var decimals: Int
  /// The decimal mark, `.` or `,`, as an ASCII byte.
  ///
  /// Thousands marks are accepted only if the mark is decided by the column.
  public var decimalMark: UInt8
  /// Whether the whole column decides the decimal mark; the other mark then groups thousands.
  public var isMarkDecided: Bool
  /// Labels that stand for a value, in fixed-point units.
  ///
  /// A cell that differs in case, blanks, dashes, quotation marks or punctuation at its end counts
  /// as the label if it can be no other.
  public var labels: [String: Int32]
  /// Cell texts that stand for a missing state, for example `-9` or `k. A.`, found like labels.
  public var missing: [String: Answer]
  /// The lowest and highest value of the scale in fixed-point units, if known.
  ///
  /// It only helps to tell what a number is; values outside are answers all the same.
  public var bounds: ClosedRange<Int32>?

  /// Makes a format.
  ///
  /// - Parameters:
  ///   - decimals: Digits kept after the decimal mark, 0 to 3.
  ///   - decimalMark: `.` or `,` as an ASCII byte.
  ///   - labels: Cell text to value, in fixed-point units.
  ///   - missing: Cell text to missing state; the blank cell is `empty` unless named here.
  ///   - isMarkDecided: Whether the whole column decides the decimal mark.
  ///   - bounds: The lowest and highest value of the scale in fixed-point units, if known.
  public init(
    decimals: Int = 0, decimalMark: UInt8 = UInt8(ascii: "."), labels: [String: Int32] = [:],
    missing: [String: Answer] = [:], isMarkDecided: Bool = false,
    bounds: ClosedRange<Int32>? = nil
  ) {
    self.decimals = decimals
    self.decimalMark = decimalMark
    self.labels = labels
    self.missing = missing
    self.isMarkDecided = isMarkDecided
    self.bounds = bounds
  }
}
