/// Labels as codes of their levels; levels are in order, as numbers if all are numbers.
struct CodedLabels {
  let levels: [String]
  let codes: [Int]

  init(_ labels: [String]) {
    let distinct = Set(labels).sorted()
    let numbers = distinct.compactMap { label in Double(label).map { ($0, label) } }
    levels =
      numbers.count == distinct.count
      ? numbers.sorted { $0.0 < $1.0 }.map(\.1) : distinct
    var places: [String: Int] = [:]
    for (place, level) in levels.enumerated() { places[level] = place }
    codes = labels.map { places[$0] ?? 0 }
  }
}

/// The fixed effects of a model: an intercept, numeric columns, factors with treatment coding.
struct DesignInput {
  let names: [String]
  let columns: [[Double]]

  /// What it reads of an input.
  static let parameters: [ReferenceFunction.Parameter] = [
    .init("covariates", "columns of numbers as fixed effects, nothing missing; none if not given"),
    .init("covariate_names", "their names; x1, x2 and so on if not given"),
    .init("factors", "columns of labels as fixed effects, the first level being the reference"),
    .init("factor_names", "their names; f1, f2 and so on if not given"),
    .init("intercept", "whether there is an intercept; true if not given"),
  ]

  init(_ input: FunctionInput, count: Int) throws(FunctionInput.Failure) {
    var names: [String] = []
    var columns: [[Double]] = []
    if try input.flag("intercept", else: true) {
      names.append("(Intercept)")
      columns.append([Double](repeating: 1, count: count))
    }
    if input.has("covariates") {
      let given = try input.matrix("covariates")
      names += try Self.names(input, "covariate_names", "x", given.count)
      columns += given
    }
    if input.has("factors") {
      let given = try input.labelColumns("factors")
      for (name, labels) in zip(try Self.names(input, "factor_names", "f", given.count), given) {
        let coded = CodedLabels(labels)
        for (place, level) in coded.levels.enumerated().dropFirst() {
          names.append(name + level)
          columns.append(coded.codes.map { $0 == place ? 1 : 0 })
        }
      }
    }
    guard columns.allSatisfy({ $0.count == count }) else { throw .noResult("different-lengths") }
    self.names = names
    self.columns = columns
  }

  private static func names(
    _ input: FunctionInput, _ parameter: String, _ standard: String, _ count: Int
  ) throws(FunctionInput.Failure) -> [String] {
    guard input.has(parameter) else { return (1...max(1, count)).map { "\(standard)\($0)" } }
    let names = try input.labels(parameter)
    guard names.count == count else {
      throw .wrongKind(name: parameter, expected: "as many names as columns")
    }
    return names
  }
}

extension JSONValue {
  /// Values by name; of two with one name the last counts.
  static func named(_ names: [String], _ values: [Double?]) -> JSONValue {
    var parts: [String: JSONValue] = [:]
    for (name, value) in zip(names, values) { parts[name] = .of(value) }
    return .object(parts)
  }

  /// Texts in order.
  static func texts(_ values: [String]) -> JSONValue { .list(values.map(JSONValue.text)) }
}

/// Calls a function of `Statistics`; a failure becomes a reason, such as `too-few-rows` for
/// `tooFewRows`.
func figure<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(FunctionInput.Failure) -> Result {
  do throws(Failure) {
    return try body()
  } catch {
    var word = ""
    for character in "\(error)".prefix(while: { $0 != "(" }) {
      if character.isUppercase { word += "-" }
      word += character.lowercased()
    }
    throw .noResult(word)
  }
}

extension FunctionInput {
  /// Columns of labels; a column may be a list of columns, whose labels are joined by `:`.
  ///
  /// - Parameter name: Their name.
  /// - Returns: The columns.
  /// - Throws: That they are missing or something else.
  func labelColumns(_ name: String) throws(Failure) -> [[String]] {
    guard case .list(let elements) = try value(name) else {
      throw .wrongKind(name: name, expected: "a list of columns of texts or numbers")
    }
    var columns: [[String]] = []
    for element in elements {
      guard case .list(let parts) = element, case .list = parts.first else {
        columns.append(try FunctionInput([name: element]).labels(name))
        continue
      }
      let joined = try FunctionInput([name: element]).labelColumns(name)
      guard let first = joined.first, joined.allSatisfy({ $0.count == first.count }) else {
        throw .wrongKind(name: name, expected: "columns of one length")
      }
      columns.append(
        first.indices.map { row in joined.map { $0[row] }.joined(separator: ":") })
    }
    return columns
  }
}
