/// The row that names the columns.
struct HeadingRow: Sendable {
  /// The normalised headings, empty ones at the end left out.
  let headings: [String]
  /// The number of cells, with the empty ones at the end.
  let cellCount: Int

  /// Takes over the fields of the heading record.
  ///
  /// - Parameter fields: Its fields.
  init(_ fields: RecordFields) {
    var headings = (0..<fields.count).map { field in
      HeadingMatcher.normalise(String(decoding: fields.bytes[fields.range(field)], as: UTF8.self))
    }
    cellCount = headings.count
    while headings.last?.isEmpty == true { headings.removeLast() }
    self.headings = headings
  }

  /// The row with blank headings named by the question to their left and the cell below them.
  ///
  /// Tools with two heading rows name a question once, over its first column, and its options below.
  ///
  /// - Parameter fields: The fields of the second heading row.
  /// - Returns: This row, with names such as `Question [option]` where it had none.
  func joined(with fields: RecordFields) -> HeadingRow {
    let below = (0..<fields.count).map { field in
      String(decoding: fields.bytes[fields.range(field)], as: UTF8.self)
    }
    return HeadingRow(
      headings: Self.join(headings, below), cellCount: max(cellCount, fields.count))
  }

  private init(headings: [String], cellCount: Int) {
    self.headings = headings
    self.cellCount = cellCount
  }

  /// Names blank headings by the question to their left and the cell below them.
  ///
  /// - Parameters:
  ///   - headings: The first heading row, empty ones at the end left out.
  ///   - below: The second heading row.
  /// - Returns: The headings, as many as the last one that has a name.
  static func join(_ headings: [String], _ below: [String]) -> [String] {
    var names = headings
    var question = ""
    for column in 0..<max(headings.count, below.count) {
      if column < headings.count, !headings[column].isEmpty {
        question = headings[column]
        continue
      }
      if column >= names.count { names.append("") }
      let option = column < below.count ? HeadingMatcher.normalise(below[column]) : ""
      if !question.isEmpty, !option.isEmpty { names[column] = "\(question) [\(option)]" }
    }
    while names.last?.isEmpty == true { names.removeLast() }
    return names
  }

  /// How a record's cells compare with the headings.
  enum Fit: Equatable {
    /// One cell for each heading, and at most empty ones after them.
    case fits
    /// The first column (from 1) without a cell.
    case missing(Int)
    /// The first column (from 1) with content beyond the heading row.
    case extra(Int)
  }

  /// Compares a record with the headings.
  ///
  /// - Parameter fields: Its fields.
  /// - Returns: How it fits.
  func fit(of fields: RecordFields) -> Fit {
    if fields.count < headings.count { return .missing(fields.count + 1) }
    guard fields.count > cellCount else { return .fits }
    for field in cellCount..<fields.count where !fields.isBlank(field) { return .extra(field + 1) }
    return .fits
  }
}

extension RecordFields {
  /// Whether no field holds anything but blanks.
  var isBlank: Bool { Blanks.trim(bytes.span, 0..<bytes.count).isEmpty }

  /// Whether a field holds nothing but blanks.
  func isBlank(_ field: Int) -> Bool { Blanks.trim(bytes.span, range(field)).isEmpty }
}
