/// What the cells of one column say about how the column is written.
///
/// Readings that exclude one another are counted by cells that only one of them fits. One such cell
/// in a hundred may be a mistake; more of them on either side, or none on both, and the column is
/// ambiguous: then no reading is chosen.
struct ColumnSurvey: Sendable {
  private enum Question {
    case date
    case mark(point: AnswerReader, comma: AnswerReader)
  }

  /// Cells that fit only one of two readings, and cells that fit both with different results.
  private struct Pair {
    var first = 0
    var second = 0
    var either = 0

    /// Whether the first reading is right; `nil` where nothing tells.
    func isFirst() throws(AmbiguousColumn.Reason) -> Bool? {
      let (few, many) = (min(first, second), max(first, second))
      if few * 100 > many { throw .mixed }
      if many > 0 { return first > second }
      if either > 0 { throw .undecided }
      return nil
    }
  }

  private let question: Question
  /// Day first and month first, or decimal point and decimal comma.
  private var pair = Pair()
  private var yearFirst = 0
  private var serial = 0
  private var seconds = 0
  private var milliseconds = 0
  /// Cells that both orders read as the same day.
  private var sameDay = 0

  /// Prepares to look at a column, `nil` if there is nothing to decide.
  ///
  /// - Parameter kind: What the cells mean.
  init?(_ kind: ColumnKind) {
    switch kind {
    case .date(.auto): question = .date
    case .answer(var format) where format.isMarkDecided:
      format.decimalMark = UInt8(ascii: ".")
      let point = AnswerReader(format)
      format.decimalMark = UInt8(ascii: ",")
      question = .mark(point: point, comma: AnswerReader(format))
    default: return nil
    }
  }

  /// Looks at a cell.
  ///
  /// - Parameters:
  ///   - bytes: What holds the cell.
  ///   - range: Where it stands, trimmed.
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if range.isEmpty { return }
    switch question {
    case .date: addDate(bytes, range)
    case .mark(let point, let comma):
      // Without a mark both read the same.
      guard holdsMark(bytes, range) else { return }
      var repairs = Repairs()
      let left = point.answer(bytes, range, &repairs)
      let right = comma.answer(bytes, range, &repairs)
      add(
        point.isPlausible(left) ? left.raw : nil, comma.isPlausible(right) ? right.raw : nil)
    }
  }

  private func holdsMark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range
    where bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
      return true
    }
    return false
  }

  private mutating func addDate(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    // With one or two digits first it can only be a day or a month.
    var start = range.lowerBound
    while start < range.upperBound, start < range.lowerBound + 3, isDigit(bytes[start]) {
      start += 1
    }
    if start < range.lowerBound + 3 {
      add(
        DateForm.text(.dayMonthYear).day(bytes, range),
        DateForm.text(.monthDayYear).day(bytes, range))
    } else if DateForm.text(.yearMonthDay).day(bytes, range) != nil {
      yearFirst += 1
    } else if DateForm.serial.day(bytes, range) != nil {
      serial += 1
    } else if DateForm.seconds.day(bytes, range) != nil {
      seconds += 1
    } else if DateForm.milliseconds.day(bytes, range) != nil {
      milliseconds += 1
    }
  }

  private mutating func add(_ left: Int32?, _ right: Int32?) {
    switch (left, right) {
    case (nil, nil): break
    case (_?, nil): pair.first += 1
    case (nil, _?): pair.second += 1
    case (let left?, let right?):
      if left == right { sameDay += 1 } else { pair.either += 1 }
    }
  }

  /// Adds what other cells of the column say.
  ///
  /// - Parameters:
  ///   - left: The sum so far.
  ///   - right: What is added.
  static func += (left: inout ColumnSurvey, right: ColumnSurvey) {
    left.pair.first += right.pair.first
    left.pair.second += right.pair.second
    left.pair.either += right.pair.either
    left.yearFirst += right.yearFirst
    left.serial += right.serial
    left.seconds += right.seconds
    left.milliseconds += right.milliseconds
    left.sameDay += right.sameDay
  }

  /// How the column is written.
  ///
  /// - Returns: The form of its dates, or the mark of its numbers.
  /// - Throws: Why nothing can be decided.
  func decision() throws(AmbiguousColumn.Reason) -> Decision {
    guard case .date = question else {
      return .mark(try pair.isFirst().map { UInt8(ascii: $0 ? "." : ",") })
    }
    let texts = yearFirst + sameDay + pair.first + pair.second + pair.either
    let numbers: [(count: Int, form: DateForm)] = [
      (serial, .serial), (seconds, .seconds), (milliseconds, .milliseconds),
    ]
    let most = numbers.map(\.count).reduce(texts, max)
    let others = texts + numbers.map(\.count).reduce(0, +) - most
    if others * 100 > most { throw .mixed }
    if most > texts, let number = numbers.first(where: { $0.count == most }) {
      return .date(number.form, isTold: true)
    }
    guard let isDayFirst = try pair.isFirst() else {
      return yearFirst > 0 && sameDay == 0
        ? .date(.text(.yearMonthDay), isTold: true)
        : .date(.textOrYearFirst(.dayMonthYear), isTold: false)
    }
    return .date(.textOrYearFirst(isDayFirst ? .dayMonthYear : .monthDayYear), isTold: true)
  }

  /// What a column turned out to be.
  enum Decision {
    /// A column of dates of this form; where no cell tells, all forms read its cells alike.
    case date(DateForm, isTold: Bool)
    /// A column of numbers with this decimal mark, `nil` if no cell has one.
    case mark(UInt8?)
  }
}

/// A column whose cells can be read in two ways.
public struct AmbiguousColumn: Error, Sendable, Equatable {
  /// What kind of column it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A column of dates.
    case date = "ambiguous-date"
    /// A column of numbers.
    case number = "ambiguous-number"
  }

  /// Why nothing was decided.
  public enum Reason: Error, Sendable, CaseIterable {
    /// All cells can be read in two ways, with different results.
    case undecided
    /// Some cells can be read in one way only, and others only in another.
    case mixed
  }

  /// What kind of column it is.
  public let kind: Kind
  /// Why nothing was decided.
  public let reason: Reason
  /// The heading, as the layout names it.
  public let heading: String

  /// Makes a report of an ambiguous column.
  ///
  /// - Parameters:
  ///   - kind: What kind of column it is.
  ///   - reason: Why nothing was decided.
  ///   - heading: The heading.
  public init(kind: Kind, reason: Reason, heading: String) {
    self.kind = kind
    self.reason = reason
    self.heading = heading
  }
}

/// What the cells of a file say about the columns that the layout leaves open.
struct ColumnSurveys: Sendable {
  private var surveys: [(request: Int, slot: Int, survey: ColumnSurvey)] = []

  /// Prepares to look at the columns that are open.
  ///
  /// - Parameters:
  ///   - layout: What is wanted.
  ///   - plan: Which columns of the file that is.
  init(_ layout: SourceLayout, _ plan: ReadingPlan) {
    for (index, request) in layout.columns.enumerated() {
      if let survey = ColumnSurvey(request.kind) {
        surveys.append((index, plan.requests[index].slot, survey))
      }
    }
  }

  /// Whether no column is open.
  var isEmpty: Bool { surveys.isEmpty }

  /// Looks at all rows of a grid.
  ///
  /// - Parameter grid: The cells.
  mutating func add(_ grid: some CellGrid) {
    for index in surveys.indices {
      var survey = surveys[index].survey
      let _: [Void] = grid.map(surveys[index].slot) { survey.add($0, $1) }
      surveys[index].survey = survey
    }
  }

  /// Adds what other rows of the same file say.
  ///
  /// - Parameters:
  ///   - left: The sum so far.
  ///   - right: What is added.
  static func += (left: inout ColumnSurveys, right: ColumnSurveys) {
    for index in left.surveys.indices { left.surveys[index].survey += right.surveys[index].survey }
  }

  /// Decides how the columns are written that the layout leaves open, from all rows.
  ///
  /// - Parameters:
  ///   - layout: What is wanted.
  ///   - plan: Which columns of the file that is; it is told how they are written.
  /// - Returns: How they are written, where a cell of the column or of another one tells.
  /// - Throws: The first column that can be read in two ways.
  func settle(
    _ layout: SourceLayout, _ plan: inout ReadingPlan
  ) throws(ExportFailure) -> [ColumnDecision] {
    var told: [(request: Int, form: ColumnDecision.Form)] = []
    var marks: [(request: Int, mark: UInt8?)] = []
    var open: [AmbiguousColumn] = []
    for (request, _, survey) in surveys {
      let heading = layout.columns[request].heading
      do throws(AmbiguousColumn.Reason) {
        switch try survey.decision() {
        case .date(let form, let isTold):
          plan.settle(request, as: .date(form))
          if isTold { told.append((request, form.told)) }
        case .mark(let mark): marks.append((request, mark))
        }
      } catch {
        guard case .answer = layout.columns[request].kind else {
          throw .columnAmbiguous(AmbiguousColumn(kind: .date, reason: error, heading: heading))
        }
        open.append(AmbiguousColumn(kind: .number, reason: error, heading: heading))
        if error == .undecided { marks.append((request, nil)) }
      }
    }
    // What one column leaves open, the others of the file decide if they agree.
    let decided = Set(marks.compactMap(\.mark))
    if let first = open.first(where: { $0.reason == .mixed || decided.count != 1 }) {
      throw .columnAmbiguous(first)
    }
    for (request, mark) in marks {
      guard case .answer(var format) = layout.columns[request].kind else { continue }
      let chosen = mark ?? (decided.count == 1 ? decided.first : nil)
      format.decimalMark = chosen ?? format.decimalMark
      plan.settle(request, as: .answer(AnswerReader(format)))
      if let chosen {
        told.append((request, chosen == UInt8(ascii: ",") ? .decimalComma : .decimalPoint))
      }
    }
    return told.sorted { $0.request < $1.request }.map {
      ColumnDecision(heading: layout.columns[$0.request].heading, form: $0.form)
    }
  }
}

extension DateForm {
  /// The name of the form for people.
  fileprivate var told: ColumnDecision.Form {
    switch self {
    case .text(let order), .textOrYearFirst(let order):
      switch order {
      case .dayMonthYear: .dayFirst
      case .monthDayYear: .monthFirst
      case .yearMonthDay, .auto: .yearFirst
      }
    case .serial: .excelDays
    case .seconds: .unixSeconds
    case .milliseconds: .unixMilliseconds
    }
  }
}
