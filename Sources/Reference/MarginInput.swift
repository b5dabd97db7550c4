internal import Statistics

/// Margins of an input, with the names that messages and results need.
struct MarginInput {
  let names: [String]
  let levels: [[String]]
  let columns: [[String]]
  let margins: [WeightingMargin]

  static let parameters: [ReferenceFunction.Parameter] = [
    .init("margins", "per margin, a column of n labels"),
    .init("margin_names", "their names; m1, m2 and so on if not given"),
    .init("margin_levels", "per margin, its labels"),
    .init("margin_targets", "per margin and label, the number in the population"),
  ]

  /// Reads several margins.
  init(_ input: FunctionInput) throws(FunctionInput.Failure) {
    let columns = try input.labelColumns("margins")
    let names =
      input.has("margin_names")
      ? try input.labels("margin_names") : columns.indices.map { "m\($0 + 1)" }
    try self.init(
      names: names, columns: columns, levels: try input.labelColumns("margin_levels"),
      targets: try input.labelColumns("margin_targets").map { $0.compactMap { Double($0) } })
  }

  /// Reads the cells of a post-stratification.
  init(single input: FunctionInput) throws(FunctionInput.Failure) {
    let columns = try input.labelColumns("cells")
    guard let first = columns.first, columns.allSatisfy({ $0.count == first.count }) else {
      throw .noResult("different-lengths")
    }
    let cells = first.indices.map { row in columns.map { $0[row] }.joined(separator: ":") }
    try self.init(
      names: ["cell"], columns: [cells], levels: [try input.labels("levels")],
      targets: [try input.numbers("targets")])
  }

  private init(
    names: [String], columns: [[String]], levels: [[String]], targets: [[Double]]
  ) throws(FunctionInput.Failure) {
    guard names.count == columns.count, levels.count == columns.count,
      targets.map(\.count) == levels.map(\.count)
    else { throw .noResult("different-lengths") }
    self.names = names
    self.columns = columns
    self.levels = levels
    margins = columns.indices.map { margin in
      let places = Dictionary(
        zip(levels[margin], levels[margin].indices), uniquingKeysWith: { first, _ in first })
      return WeightingMargin(
        cells: columns[margin].map { places[$0] ?? -1 }, targets: targets[margin])
    }
  }

  /// The design weights, all 1 if none are given.
  func weights(_ input: FunctionInput) throws(FunctionInput.Failure) -> [Double] {
    guard input.has("weights") else { return (columns.first ?? []).map { _ in 1 } }
    return try input.numbers("weights")
  }

  /// Calls a function and makes its result; a cell without anybody is named beside the reason.
  func result<Value>(
    _ body: () throws(WeightingFailure) -> Value, _ result: (Value) -> JSONValue
  ) throws(FunctionInput.Failure) -> JSONValue {
    do throws(WeightingFailure) {
      return result(try body())
    } catch {
      switch error {
      case .emptyCell(let margin, let cell): return named("empty-cell", margin, cell)
      case .targetIsZero(let margin, let cell): return named("target-is-zero", margin, cell)
      case .unknownCell(let margin): return named("unknown-cell", margin, nil)
      case .inconsistentTotals(let margin): return named("inconsistent-totals", margin, nil)
      case .differentLengths: throw .noResult("different-lengths")
      case .badNumber: throw .noResult("bad-number")
      case .noConvergence: throw .noResult("no-convergence")
      }
    }
  }

  private func named(_ reason: String, _ margin: Int, _ cell: Int?) -> JSONValue {
    .object([
      "reason": .text(reason), "margin": .text(names[margin]),
      "cell": cell.map { .text(levels[margin][$0]) } ?? .null,
    ])
  }

  /// Per margin and label, target and sums of weights before and after.
  func table(before: [[Double]], after: [[Double]]) -> JSONValue {
    var parts: [String: JSONValue] = [:]
    for (margin, name) in names.enumerated() {
      var cells: [String: JSONValue] = [:]
      for (cell, level) in levels[margin].enumerated() {
        cells[level] = .object([
          "target": .of(margins[margin].targets[cell]), "before": .of(before[margin][cell]),
          "after": .of(after[margin][cell]),
        ])
      }
      parts[name] = .object(cells)
    }
    return .object(parts)
  }

  /// The weight of each combination of labels that occurs, null where records differ in it.
  func cellWeights(_ weights: [Double]) -> JSONValue {
    var found: [[Int]: (least: Double, largest: Double)] = [:]
    for (record, weight) in weights.enumerated() {
      let key = margins.map { $0.cells[record] }
      let range = found[key] ?? (weight, weight)
      found[key] = (min(range.least, weight), max(range.largest, weight))
    }
    func value(_ range: (least: Double, largest: Double)) -> JSONValue {
      range.largest - range.least <= 1e-9 * range.largest ? .of(range.largest) : .null
    }
    let sorted = found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    if names.count == 1 {
      return .object(
        Dictionary(uniqueKeysWithValues: sorted.map { (levels[0][$0.key[0]], value($0.value)) }))
    }
    return .list(
      sorted.map { key, range in
        var parts: [String: JSONValue] = ["w": value(range)]
        for (margin, cell) in key.enumerated() {
          parts[names[margin]] = .text(levels[margin][cell])
        }
        return .object(parts)
      })
  }
}
