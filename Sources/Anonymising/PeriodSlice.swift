/// How finely days are cut into calendar slices.
public enum PeriodSlice: String, Sendable, Equatable, CaseIterable {
  /// One slice called `all`.
  case all
  /// `2026`.
  case year
  /// `2026-Q1`.
  case quarter
  /// `2026-03`.
  case month

  /// The name of the slice a day belongs to.
  ///
  /// Source of the civil calendar from day numbers: the proleptic Gregorian rule (400 years have
  /// 146,097 days), counted from 1 March so that the leap day stands last.
  ///
  /// - Parameter day: Days since 1970-01-01.
  /// - Returns: The name, which sorts by time within one kind of slice.
  public func name(ofDay day: Int32) -> String {
    if self == .all { return "all" }
    let (year, month) = civilMonth(ofDay: Int(day))
    let years = padded(year, to: 4)
    switch self {
    case .all, .year: return years
    case .quarter: return "\(years)-Q\((month + 2) / 3)"
    case .month: return "\(years)-\(padded(month, to: 2))"
    }
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// The year and month (1...12) of a day number.
func civilMonth(ofDay day: Int) -> (year: Int, month: Int) {
  let shifted = day + 719_468  // days from 0000-03-01 to 1970-01-01
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let marchMonth = (5 * dayOfYear + 2) / 153
  let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month)
}
