/// How the dates of one column are written, once that is known.
enum DateForm: Sendable, Equatable {
  /// In the given order.
  case text(DateOrder)
  /// In the given order, or with the year first.
  case textOrYearFirst(DateOrder)
  /// As days since 1899-12-30, as Excel counts them since March 1900; decimals are the time of day.
  case serial
  /// As seconds since 1970-01-01 UTC.
  case seconds
  /// As milliseconds since 1970-01-01 UTC.
  case milliseconds

  /// The form that a pipeline asks for; one that is to be decided reads with the year first only.
  ///
  /// - Parameter order: The order.
  init(_ order: DateOrder) { self = .text(order == .auto ? .yearMonthDay : order) }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - bytes: What holds the cell.
  ///   - range: Where it stands, trimmed.
  /// - Returns: Days since 1970-01-01, or `nil` if it is no date of this form.
  func day(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    switch self {
    case .text(let order): dayNumber(bytes, range, order: order)
    case .textOrYearFirst(let order):
      dayNumber(bytes, range, order: order) ?? dayNumber(bytes, range, order: .yearMonthDay)
    case .serial:
      // From 1954 to 2119, so that years and small numbers are no dates.
      wholePart(bytes, range, digits: 5...5).flatMap {
        (20_000...80_000).contains($0) ? Int32($0 - 25_569) : nil
      }
    case .seconds: wholePart(bytes, range, digits: 9...10).map { Int32($0 / 86_400) }
    case .milliseconds: wholePart(bytes, range, digits: 12...13).map { Int32($0 / 86_400_000) }
    }
  }
}

extension DateForm {
  /// How many bytes of a cell say its day, if they are a date with a time of day.
  ///
  /// A date has at most ten bytes, so the eleventh or an earlier one separates it from the time, which
  /// must start with a digit and does not matter.
  static let decisiveBytes = 12

  /// Whether bytes, blanks included, are a date in writing.
  func isTextDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    switch self {
    case .text, .textOrYearFirst: day(bytes, range) != nil
    case .serial, .seconds, .milliseconds: false
    }
  }
}

/// The whole part of an unsigned number with so many digits before its decimal mark, if any.
private func wholePart(
  _ bytes: Span<UInt8>, _ range: Range<Int>, digits: ClosedRange<Int>
) -> Int? {
  var value = 0
  var index = range.lowerBound
  while index < range.upperBound, index - range.lowerBound < digits.upperBound,
    isDigit(bytes[index])
  {
    value = value * 10 + Int(bytes[index] - 0x30)
    index += 1
  }
  guard digits.contains(index - range.lowerBound) else { return nil }
  if index == range.upperBound { return value }
  guard bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") else { return nil }
  index += 1
  guard index < range.upperBound else { return nil }
  for place in index..<range.upperBound where !isDigit(bytes[place]) { return nil }
  return value
}

/// Reads a calendar date; a time of day after a blank, a comma and blank, or `T` is ignored.
///
/// Day and month have one or two digits. The year has four; where it comes last it may have two, 00
/// to 68 meaning 2000 to 2068 and 69 to 99 meaning 1969 to 1999, as POSIX has it. Both marks must
/// be the same one of `.`, `/` and `-`, and the date must exist.
///
/// - Parameters:
///   - bytes: What holds the date.
///   - range: Where it stands, trimmed.
///   - order: The order of day, month and year.
/// - Returns: Days since 1970-01-01 in the proleptic Gregorian calendar, or `nil` if it is no date.
func dayNumber(_ bytes: Span<UInt8>, _ range: Range<Int>, order: DateOrder) -> Int32? {
  var index = range.lowerBound
  let end = range.upperBound
  func number() -> (value: Int, digits: Int) {
    var value = 0
    let start = index
    while index < end, index - start < 5, bytes[index] >= 0x30, bytes[index] <= 0x39 {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return (value, index - start)
  }
  let first = number()
  guard index < end, case let mark = bytes[index], isDateMark(mark) else { return nil }
  index += 1
  let second = number()
  guard index < end, bytes[index] == mark else { return nil }
  index += 1
  let third = number()
  guard isTimeOfDay(bytes, index..<end) else { return nil }

  let (year, month, day) =
    switch order {
    case .dayMonthYear: (third, second, first)
    case .monthDayYear: (third, first, second)
    case .yearMonthDay, .auto: (first, second, third)
    }
  guard (1...2).contains(month.digits), (1...2).contains(day.digits) else { return nil }
  let isShort = year.digits == 2 && order != .yearMonthDay
  guard year.digits == 4 || isShort else { return nil }
  let fullYear = isShort ? year.value + (year.value <= 68 ? 2000 : 1900) : year.value
  return dayNumber(year: fullYear, month: month.value, day: day.value)
}

private func isDateMark(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
}

/// Whether what follows a date is nothing, or a blank or `T` and then something with a digit first.
private func isTimeOfDay(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard !range.isEmpty else { return true }
  var start = range.lowerBound
  if bytes[start] == UInt8(ascii: "T") {
    start += 1
  } else {
    if bytes[start] == UInt8(ascii: ",") { start += 1 }
    let rest = Blanks.trim(bytes, start..<range.upperBound)
    guard rest.lowerBound > start else { return false }
    start = rest.lowerBound
  }
  return start < range.upperBound && bytes[start] >= 0x30 && bytes[start] <= 0x39
}

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
///
/// - Parameters:
///   - year: From 1 to 9999.
///   - month: From 1 to 12.
///   - day: From 1.
/// - Returns: The day number, or `nil` if there is no such day.
func dayNumber(year: Int, month: Int, day: Int) -> Int32? {
  guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  guard (1...length).contains(day) else { return nil }
  let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
  let years = year - 1
  let leapDays = years / 4 - years / 100 + years / 400
  let days = years * 365 + leapDays + before[month - 1] + (month > 2 && isLeap ? 1 : 0) + day - 1
  return Int32(days - 719_162)  // days from 0001-01-01 to 1970-01-01
}
