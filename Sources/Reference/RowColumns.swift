/// Columns of one length, of which rows with a missing value can be left out together.
struct RowColumns: Sendable {
  /// Columns of numbers; null, "NA" and "NaN" are missing.
  var numbers: [String] = []
  /// Columns of labels; null is missing.
  var labels: [String] = []
  /// Lists of columns of numbers.
  var numberColumns: [String] = []
  /// Lists of columns of labels, or of lists of such columns.
  var labelColumns: [String] = []
  /// Columns and lists of columns whose missing values are the function's own business.
  var others: [String] = []

  /// The input without the rows in which anything is missing.
  ///
  /// - Parameter input: Values by name; those that are not given do not count.
  /// - Returns: The input, unchanged where columns are no lists or differ in length, and how many rows
  ///   were left out.
  func complete(_ input: FunctionInput) -> (FunctionInput, leftOut: Int) {
    var columns: [(isNumbers: Bool, values: [JSONValue])] = []
    for (names, isNumbers, isTable) in [
      (numbers, true, false), (labels, false, false), (numberColumns, true, true),
      (labelColumns, false, true),
    ] {
      for name in names where input.has(name) {
        guard let found = Self.columns(input.parts[name] ?? .null, isTable: isTable) else {
          return (input, 0)
        }
        columns += found.map { (isNumbers, $0) }
      }
    }
    guard let count = columns.first?.values.count,
      columns.allSatisfy({ $0.values.count == count })
    else { return (input, 0) }
    let kept = (0..<count).filter { row in
      columns.allSatisfy { column in
        let cell = column.values[row]
        return cell != .null && !(column.isNumbers && cell.isMissingNumber)
      }
    }
    guard kept.count < count else { return (input, 0) }
    var parts = input.parts
    for name in numbers + labels + numberColumns + labelColumns + others {
      parts[name] = parts[name].map { Self.rows(kept, of: $0, count: count) }
    }
    return (FunctionInput(parts), count - kept.count)
  }

  /// The columns that a value consists of, or nil if it is something else.
  private static func columns(_ value: JSONValue, isTable: Bool) -> [[JSONValue]]? {
    guard case .list(let elements) = value else { return nil }
    guard isTable else { return [elements] }
    var columns: [[JSONValue]] = []
    for element in elements {
      guard case .list(let parts) = element else { return nil }
      if case .list = parts.first {
        guard let inner = Self.columns(element, isTable: true) else { return nil }
        columns += inner
      } else {
        columns.append(parts)
      }
    }
    return columns
  }

  private static func rows(_ kept: [Int], of value: JSONValue, count: Int) -> JSONValue {
    guard case .list(let elements) = value else { return value }
    if case .list = elements.first {
      return .list(elements.map { rows(kept, of: $0, count: count) })
    }
    return elements.count == count ? .list(kept.map { elements[$0] }) : value
  }
}

extension JSONValue {
  /// Whether this is what R writes for a number that is missing.
  var isMissingNumber: Bool { self == .null || self == .text("NA") || self == .text("NaN") }
}
