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
