/// What spreadsheets make of answers such as `3-5` and `5/3`: dates.
enum ExcelDamage {
  private static let months: Set<String> = [
    "jan", "feb", "mrz", "mär", "mar", "apr", "mai", "may", "jun", "jul", "aug", "sep", "sept",
    "okt", "oct", "nov", "dez", "dec",
  ]

  /// Whether a cell is a day and a month name, a month name and a year, or a whole date.
  ///
  /// - Parameters:
  ///   - bytes: What holds the cell.
  ///   - range: Where it stands, trimmed.
  /// - Returns: Whether it is: `05. Mrz`, `5-Mar`, `Mrz 05`, `03.05.2026`, `2026-05-03 00:00:00`.
  static func looksLikeDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard (4...24).contains(range.count) else { return false }
    for order in [DateOrder.yearMonthDay, .dayMonthYear, .monthDayYear]
    where dayNumber(bytes, range, order: order) != nil { return true }
    var words: [[UInt8]] = [[]]
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"):
        if words[words.count - 1].isEmpty { continue }
        words.append([])
      default: words[words.count - 1].append(bytes[index])
      }
    }
    if words.last?.isEmpty == true { words.removeLast() }
    guard words.count == 2 else { return false }
    return isMonth(words[0]) && isNumber(words[1]) || isNumber(words[0]) && isMonth(words[1])
  }

  private static func isMonth(_ word: [UInt8]) -> Bool {
    months.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  /// A day, or a year of two or four digits.
  private static func isNumber(_ word: [UInt8]) -> Bool {
    word.allSatisfy(isDigit) && (1...2).contains(word.count)
      || word.count == 4
        && word.allSatisfy(isDigit)
  }
}
