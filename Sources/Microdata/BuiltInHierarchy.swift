/// Hierarchies that need no table: built from the values that a column holds.
///
/// A missing value is a value of its own up to the root: it stands for nothing else.
public enum BuiltInHierarchy: String, Sendable, Equatable, CaseIterable {
  /// Whole years of age: bands of 5, 10 and 20 years.
  case age
  /// Whole numbers: bands of 10, 100 and 1000.
  case interval
  /// Postcodes of digits: one digit less on each level.
  case postcode
  /// Months or days (2024-03, 2024-03-17): month, quarter, year.
  case date
  /// Nationalities by German or English name or by ISO code: EU or continent, German or not.
  case nationality
  /// Any values: each as it is, or none.
  case flat

  /// Why values do not fit.
  public enum Failure: Error, Equatable, Sendable {
    /// The text at this place is no such value.
    case unfit(place: Int)
    /// The hierarchy itself is faulty.
    case hierarchy(Hierarchy.Failure)
  }

  /// Builds a hierarchy over the values of a column.
  ///
  /// - Parameters:
  ///   - texts: The distinct values.
  ///   - widths: For numbers, the widths of the bands, each a multiple of the one before; empty for the
  ///     usual ones.
  /// - Returns: The hierarchy, values in ascending order.
  /// - Throws: Which value does not fit.
  public func hierarchy(over texts: [String], widths: [Int] = []) throws(Failure) -> Hierarchy {
    var rows: [(order: String, cells: [String])] = []
    for (place, text) in texts.enumerated() {
      guard let row = text.isEmpty ? missing(widths) : row(text, widths) else {
        throw .unfit(place: place)
      }
      rows.append(row)
    }
    do throws(Hierarchy.Failure) {
      let longest = rows.map(\.cells.count).max() ?? 1
      let even = rows.sorted { $0.order < $1.order }.map { row in
        // Shorter paths wait below the root.
        row.cells.dropLast()
          + Array(repeating: row.cells.dropLast().last ?? "", count: longest - row.cells.count)
          + ["*"]
      }
      return try Hierarchy(rows: even.map(Array.init))
    } catch {
      throw .hierarchy(error)
    }
  }

  private func bands(_ widths: [Int]) -> [Int] {
    if !widths.isEmpty { return widths }
    return self == .age ? [5, 10, 20] : [10, 100, 1000]
  }

  private func missing(_ widths: [Int]) -> (order: String, cells: [String]) {
    let levels =
      switch self {
      case .age, .interval: bands(widths).count
      case .postcode: 1
      case .date: 2
      case .nationality: 2
      case .flat: 0
      }
    return ("", Array(repeating: "", count: levels + 1) + ["*"])
  }

  private func row(_ text: String, _ widths: [Int]) -> (order: String, cells: [String])? {
    switch self {
    case .flat: return (text, [text, "*"])
    case .age, .interval:
      guard let number = Int(text), number >= 0, number < 1 << 40 else { return nil }
      let digits = String(number)
      let order = String(repeating: "0", count: 20 - digits.count) + digits
      let levels = bands(widths).map { width in
        let low = number / width * width
        return "\(low)-\(low + width - 1)"
      }
      return (order, [text] + levels + ["*"])
    case .postcode:
      let digits = Array(text)
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
      let levels = (1..<max(1, digits.count)).map { cut in
        String(digits.dropLast(cut)) + String(repeating: "*", count: cut)
      }
      return (text, [text] + levels + ["*"])
    case .date:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard (2...3).contains(parts.count), parts[0].count == 4, let year = Int(parts[0]),
        let month = Int(parts[1]), (1...12).contains(month)
      else { return nil }
      let quarter = "\(year)-Q\((month - 1) / 3 + 1)"
      let above = parts.count == 3 ? ["\(parts[0])-\(parts[1])"] : []
      return (text, [text] + above + [quarter, "\(year)", "*"])
    case .nationality:
      guard let region = Nationality.region(of: text) else { return nil }
      let isGerman = region == Nationality.germany
      return (
        (isGerman ? "0" : "1") + region + text,
        [text, region, isGerman ? Nationality.german : Nationality.other, "*"]
      )
    }
  }
}
