import Exports

/// The columns of a chunk, asked for by role; a column of the wrong kind is our own mistake.
struct ColumnView {
  private let chunk: TypedChunk

  init(_ chunk: TypedChunk) { self.chunk = chunk }

  func answers(_ column: Int) -> AnswerColumn {
    guard case .answers(let answers) = chunk.columns[column] else {
      preconditionFailure("an item column holds answers")
    }
    return answers
  }

  func code(_ column: Int, _ row: Int) -> Int32 {
    switch chunk.columns[column] {
    case .codes(let codes), .open(let codes, _): codes[row]
    default: preconditionFailure("an organisation or perspective column holds codes")
    }
  }

  func day(_ column: Int, _ row: Int) -> Int32 {
    guard case .days(let days) = chunk.columns[column] else {
      preconditionFailure("a period column holds days")
    }
    return days[row]
  }

  /// Whether the cell is filled (presence) or holds a listed value (codes).
  func isListed(_ column: Int, _ row: Int) -> Bool {
    switch chunk.columns[column] {
    case .presence(let filled): filled[row]
    case .codes(let codes): codes[row] >= 0
    default: preconditionFailure("a marking column holds presence or codes")
    }
  }

  func secret(_ column: Int) -> SecretColumn {
    guard case .secret(let secrets) = chunk.columns[column] else {
      preconditionFailure("a respondent column is secret")
    }
    return secrets
  }

  /// The number of rows.
  var count: Int { chunk.positions.count }

  /// Marks rows.
  func mark(_ rows: inout [Bool], where isMarked: (Int) -> Bool) {
    for row in rows.indices where isMarked(row) { rows[row] = true }
  }

  /// Marks rows whose cell has no code.
  func mark(_ rows: inout [Bool], codesBelowZeroIn column: Int) {
    let codes = codes(column)
    for row in rows.indices where codes[row] < 0 { rows[row] = true }
  }

  /// Marks rows whose day is not among some, or that have none.
  func mark(_ rows: inout [Bool], daysOutside range: ClosedRange<Int32>, in column: Int) {
    guard case .days(let days) = chunk.columns[column] else {
      preconditionFailure("a period column holds days")
    }
    for row in rows.indices where !range.contains(days[row]) { rows[row] = true }
  }

  /// The codes of a column.
  private func codes(_ column: Int) -> [Int32] {
    switch chunk.columns[column] {
    case .codes(let codes), .open(let codes, _): codes
    default: preconditionFailure("an organisation or perspective column holds codes")
    }
  }

  /// One code per row; of all rows, or of those that are kept.
  func codes(_ origin: CleaningRules.Origin, rows: [Int]?, of count: Int) -> [Int32] {
    switch origin {
    case .constant(let code): [Int32](repeating: code, count: rows?.count ?? count)
    case .column(let column, _): pick(codes(column), rows)
    }
  }

  func names(_ origin: CleaningRules.Origin) -> [String]? {
    guard case .column(let column, _) = origin, case .open(_, let names) = chunk.columns[column]
    else { return nil }
    return names
  }

  /// The period of all rows, or of those that are kept.
  func period(
    _ origin: CleaningRules.PeriodOrigin, rows: [Int]?, of count: Int
  ) -> CleanChunk.Period {
    switch origin {
    case .constant(let slice): return .constant(slice)
    case .date(let column, _):
      guard case .days(let days) = chunk.columns[column] else {
        preconditionFailure("a period column holds days")
      }
      return .days(pick(days, rows))
    }
  }

  private func pick(_ values: [Int32], _ rows: [Int]?) -> [Int32] {
    guard let rows else { return values }
    return rows.map { values[$0] }
  }
}
