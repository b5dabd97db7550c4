internal import Exports

/// A reference to columns of a CSV file, in the input of an oracle case.
///
/// - `data`: the file, in `fixtures/open-data`; `column`: its heading, giving a list; or `columns`:
///   several headings, giving a list of rows. Cells are numbers, empty ones null.
/// - `as`: `"labels"` takes cells as texts, empty ones as null.
/// - `where`: only rows that hold these texts, as in `{"dept": "2"}` or `{"dept": ["1", "2"]}`.
/// - `complete`: only rows with no empty cell in these columns (`true`: in those taken).
/// - `first`: only so many rows, counted after all other choices.
/// - `reflect`: per column a number from which its cells are subtracted, as in `{"A1": 7}`.
/// - `mean`: `true` takes the mean of each row instead of the row, null if a cell is empty.
struct DataReference {
  let file: String
  private let columns: [String]
  private let isList: Bool
  private let isLabels: Bool
  private let isMean: Bool
  private let conditions: [(column: String, texts: Set<String>)]
  private let complete: [String]
  private let first: Int
  private let reflect: [String: Double]

  init(_ parts: [String: JSONValue]) throws(OpenData.Failure) {
    let known: Set<String> = [
      "data", "column", "columns", "as", "where", "complete", "first", "reflect", "mean",
    ]
    if let other = parts.keys.sorted().first(where: { !known.contains($0) }) {
      throw .badReference("\(other) is not known")
    }
    file = try DataReference.text(parts["data"], "data")
    guard !file.split(separator: "/").contains("..") else {
      throw .badReference("data names a file of the folder")
    }
    isList = parts["column"] != nil
    let taken = parts["column"] ?? parts["columns"] ?? .null
    columns = try DataReference.texts(taken, "column or columns")
    isLabels = parts["as"] == .text("labels")
    isMean = parts["mean"] == .bool(true)
    conditions = try DataReference.conditions(parts["where"])
    complete =
      parts["complete"] == .bool(true)
      ? columns : try DataReference.texts(parts["complete"] ?? .list([]), "complete")
    first = Int(try DataReference.number(parts["first"], "first", else: 1e9))
    reflect = try DataReference.numbers(parts["reflect"])
    guard !columns.isEmpty, parts["as"] == nil || isLabels, !(isLabels && isMean) else {
      throw .badReference("a column, several columns, and as is only labels")
    }
  }

  func values(of table: PlainTable) throws(OpenData.Failure) -> JSONValue {
    let places = try columns.map { (name) throws(OpenData.Failure) in try place(name, in: table) }
    var chosen = try conditions.map { (condition) throws(OpenData.Failure) in
      (try place(condition.column, in: table), condition.texts)
    }
    let whole = try complete.map { (name) throws(OpenData.Failure) in try place(name, in: table) }
    chosen.sort { $0.0 < $1.0 }
    var values: [JSONValue] = []
    for row in table.rows where values.count < first {
      guard chosen.allSatisfy({ $0.1.contains(row.fields[$0.0]) }),
        whole.allSatisfy({ !row.fields[$0].isEmpty })
      else { continue }
      var cells: [JSONValue] = []
      for (name, place) in zip(columns, places) { cells.append(try cell(row, place, name)) }
      values.append(isMean ? DataReference.mean(cells) : isList ? cells[0] : .list(cells))
    }
    return .list(values)
  }

  private func cell(
    _ row: PlainTable.Row, _ place: Int, _ name: String
  ) throws(OpenData.Failure) -> JSONValue {
    let text = row.fields[place]
    if text.isEmpty { return .null }
    if isLabels { return .text(text) }
    guard let number = Double(text), number.isFinite else {
      throw .notANumber(file: file, line: row.line, column: name)
    }
    return .number(reflect[name].map { $0 - number } ?? number)
  }

  private func place(_ name: String, in table: PlainTable) throws(OpenData.Failure) -> Int {
    guard let place = table.headings.firstIndex(of: name) else {
      throw .noColumn(file: file, column: name)
    }
    return place
  }

  private static func mean(_ cells: [JSONValue]) -> JSONValue {
    var sum = 0.0
    for cell in cells {
      guard case .number(let number) = cell else { return .null }
      sum += number
    }
    return .number(sum / Double(cells.count))
  }

  private static func text(
    _ value: JSONValue?, _ name: String
  ) throws(OpenData.Failure) -> String {
    guard case .text(let text) = value else { throw .badReference("\(name) is a text") }
    return text
  }

  private static func texts(
    _ value: JSONValue, _ name: String
  ) throws(OpenData.Failure) -> [String] {
    if case .text(let text) = value { return [text] }
    guard case .list(let elements) = value else {
      throw .badReference("\(name) is a text or a list of texts")
    }
    return try elements.map { (element) throws(OpenData.Failure) in try text(element, name) }
  }

  private static func conditions(
    _ value: JSONValue?
  ) throws(OpenData.Failure) -> [(column: String, texts: Set<String>)] {
    guard let value else { return [] }
    guard case .object(let parts) = value else {
      throw .badReference("where holds texts by column")
    }
    return try parts.map { (part) throws(OpenData.Failure) in
      (part.key, Set(try texts(part.value, "where")))
    }
  }

  private static func number(
    _ value: JSONValue?, _ name: String, else standard: Double
  ) throws(OpenData.Failure) -> Double {
    guard let value else { return standard }
    guard case .number(let number) = value, number >= 0, number <= 1e9 else {
      throw .badReference("\(name) is a number from 0")
    }
    return number
  }

  private static func numbers(
    _ value: JSONValue?
  ) throws(OpenData.Failure) -> [String: Double] {
    guard let value else { return [:] }
    guard case .object(let parts) = value else {
      throw .badReference("reflect holds numbers by column")
    }
    var numbers: [String: Double] = [:]
    for (name, part) in parts { numbers[name] = try number(part, "reflect", else: 0) }
    return numbers
  }
}
