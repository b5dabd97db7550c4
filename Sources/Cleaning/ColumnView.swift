import Exports

/// The columns of a chunk, asked for by role; a column of the wrong kind is our own mistake.
struct ColumnView {
  private let chunk: TypedChunk

  init(_ chunk: TypedChunk) { self.chunk = chunk }

  func answers(_ column: Int) -> [Answer] {
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

  func codes(_ origin: CleaningRules.Origin, rows: [Int]) -> [Int32] {
    switch origin {
    case .constant(let code): [Int32](repeating: code, count: rows.count)
    case .column(let column, _): rows.map { code(column, $0) }
    }
  }

  func names(_ origin: CleaningRules.Origin) -> [String]? {
    guard case .column(let column, _) = origin, case .open(_, let names) = chunk.columns[column]
    else { return nil }
    return names
  }

  func period(_ origin: CleaningRules.PeriodOrigin, rows: [Int]) -> CleanChunk.Period {
    switch origin {
    case .constant(let slice): .constant(slice)
    case .date(let column, _): .days(rows.map { day(column, $0) })
    }
  }
}
