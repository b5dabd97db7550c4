/// How a column is written that the layout left open, as its cells have it.
public struct ColumnDecision: Sendable, Equatable {
  /// The form of its dates or numbers.
  public enum Form: String, Sendable, Equatable, CaseIterable {
    /// Dates with the day first; dates with the year first may stand among them.
    case dayFirst = "DD.MM.YYYY"
    /// Dates with the month first; dates with the year first may stand among them.
    case monthFirst = "MM/DD/YYYY"
    /// Dates with the year first.
    case yearFirst = "YYYY-MM-DD"
    /// Dates as Excel's days.
    case excelDays = "excel-days"
    /// Dates as seconds since 1970.
    case unixSeconds = "unix-seconds"
    /// Dates as milliseconds since 1970.
    case unixMilliseconds = "unix-milliseconds"
    /// Numbers with a decimal comma; points group thousands.
    case decimalComma = "decimal-comma"
    /// Numbers with a decimal point; commas group thousands.
    case decimalPoint = "decimal-point"
  }

  /// The heading, as the layout names it.
  public let heading: String
  /// How the column is written.
  public let form: Form

  /// Makes a decision.
  ///
  /// - Parameters:
  ///   - heading: The heading.
  ///   - form: How the column is written.
  public init(heading: String, form: Form) {
    self.heading = heading
    self.form = form
  }
}

extension SourceLayout {
  /// Whether the cells of a column decide how it is written.
  public var leavesFormsOpen: Bool {
    columns.contains { request in
      switch request.kind {
      case .date(.auto): true
      case .answer(let format): format.isMarkDecided
      default: false
      }
    }
  }
}
