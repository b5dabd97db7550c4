/// The outcome of a study: a table, what it means, and what in it is not as promised.
public struct StudyReport: Sendable, Equatable {
  /// What stands between the marks of a page, such as `coverage` for `<!-- coverage -->`.
  public let mark: String
  /// What was done, in front of the table.
  public let introduction: String
  /// The headings of the columns.
  public let headings: [String]
  /// The lines of the table.
  public let rows: [[String]]
  /// What follows the table, a paragraph each.
  public let notes: [String]
  /// What is not as promised, in words; empty if everything is.
  public let failures: [String]

  /// The whole in Markdown, columns aligned so that it can be read as it is.
  public var text: String {
    let widths = headings.indices.map { place in
      ([headings] + rows).map { $0[place].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).enumerated().map { place, cell in
        let gap = String(repeating: " ", count: cell.1 - cell.0.count)
        return place == 0 ? cell.0 + gap : gap + cell.0
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = widths.enumerated().map { place, width in
      String(repeating: "-", count: max(2, width) - (place == 0 ? 0 : 1)) + (place == 0 ? "" : ":")
    }
    let verdict =
      failures.isEmpty
      ? "Everything is as promised."
      : "Not as promised: " + failures.joined(separator: "; ") + "."
    let table = ([line(headings), line(rule)] + rows.map(line)).joined(separator: "\n")
    return ([introduction, table] + notes + [verdict]).joined(separator: "\n\n") + "\n"
  }

  /// A page with the text in place of what stood between the marks.
  ///
  /// - Parameter page: The page.
  /// - Returns: The new page, or nil if it does not hold `<!-- mark -->` and `<!-- end of mark -->`
  ///   in this order.
  public func written(into page: String) -> String? {
    let (begin, end) = ("<!-- \(mark) -->\n", "<!-- end of \(mark) -->")
    let halves = page.split(separator: begin, maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    let rest = halves[1].split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)
    guard rest.count == 2 else { return nil }
    return halves[0] + begin + "\n" + text + "\n" + end + rest[1]
  }

  /// A share as percent with so many decimals.
  ///
  /// - Parameters:
  ///   - share: The share.
  ///   - decimals: The number of decimals.
  /// - Returns: Such as `4.45`.
  static func percent(_ share: Double, decimals: Int) -> String {
    var units = 100.0
    for _ in 0..<decimals { units *= 10 }
    let whole = String(Int((share * units).rounded()))
    let digits = String(repeating: "0", count: max(0, decimals + 1 - whole.count)) + whole
    guard decimals > 0 else { return digits }
    return digits.dropLast(decimals) + "." + digits.suffix(decimals)
  }
}
