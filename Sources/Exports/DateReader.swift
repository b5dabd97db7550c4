/// Reads calendar dates from digits.
enum DateReader {
  /// The day number of a date; a time of day after a blank or `T` is ignored.
  ///
  /// Two-digit years from 00 to 68 are 2000 to 2068, from 69 to 99 they are 1969 to 1999 (POSIX).
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - range: The place of the cell, trimmed.
  ///   - order: The order of day, month and year in the column.
  /// - Returns: Days since 1970-01-01, or `nil` if this is no date of the calendar.
  static func day(_ bytes: Span<UInt8>, _ range: Range<Int>, _ order: DateOrder) -> Int32? {
    var parts = [0, 0, 0]
    var lengths = [0, 0, 0]
    var part = 0
    var mark: UInt8?
    var index = range.lowerBound
    scan: while index < range.upperBound {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard lengths[part] < 4 else { return nil }
        parts[part] = parts[part] * 10 + Int(byte - UInt8(ascii: "0"))
        lengths[part] += 1
      case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"):
        guard part < 2, lengths[part] > 0, mark == nil || mark == byte else { return nil }
        mark = byte
        part += 1
        // German dates are also written with blanks after the points: `3. 5. 2026`.
        while byte == UInt8(ascii: "."), index + 1 < range.upperBound,
          bytes[index + 1] == UInt8(ascii: " ")
        {
          index += 1
        }
      case UInt8(ascii: " "), UInt8(ascii: "T"):
        guard part == 2, index + 1 < range.upperBound, isDigit(bytes[index + 1]) else {
          return nil
        }
        break scan
      default: return nil
      }
      index += 1
    }
    guard part == 2 else { return nil }
    let places =
      switch order {
      case .dayMonthYear: (day: 0, month: 1, year: 2)
      case .monthDayYear: (day: 1, month: 0, year: 2)
      case .yearMonthDay: (day: 2, month: 1, year: 0)
      }
    guard (1...2).contains(lengths[places.day]), (1...2).contains(lengths[places.month]) else {
      return nil
    }
    var year = parts[places.year]
    switch lengths[places.year] {
    case 4: break
    case 2 where order != .yearMonthDay: year += year <= 68 ? 2000 : 1900
    default: return nil
    }
    return dayNumber(year: year, month: parts[places.month], day: parts[places.day])
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar, or `nil` if there is no such day.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int32? {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year >= 1, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
      return nil
    }
    // Years begin in March, so that the leap day stands last (400 years have 146,097 days).
    let shiftedYear = month <= 2 ? year - 1 : year
    let shiftedMonth = month <= 2 ? month + 9 : month - 3
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}
