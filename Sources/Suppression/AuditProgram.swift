/// The attacker's linear program over one part of the hidden cells.
final class AuditProgram {
  let part: AuditPart
  private let program = LinearProgram()
  private var columnOf: [Int: Int] = [:]
  private static let nodes: Int32 = 2_000

  init(_ part: AuditPart) {
    self.part = part
    program.addColumns(part.cells.count)
    for (column, cell) in part.cells.enumerated() {
      columnOf[cell] = column
      program.bound(column, Double(part.least[column]), .infinity)
    }
    program.addRows(part.equations.count)
    for (row, equation) in part.equations.enumerated() {
      program.setRow(row, equation.members.map { .init(index: $0.column, value: Double($0.sign)) })
      program.setRow(row, equals: Double(equation.sum))
    }
  }

  /// Solves with costs for some columns.
  ///
  /// - Returns: The values of all columns, or nil with whether there is no end to it.
  func solve(_ costs: [(column: Int, cost: Double)]) -> (values: [Double]?, isUnbounded: Bool) {
    for (column, cost) in costs { program.setCost(column, cost) }
    defer { for (column, _) in costs { program.setCost(column, 0) } }
    switch program.solve() {
    case .optimal: return (part.cells.indices.map { program.value($0) }, false)
    case .unbounded: return (nil, true)
    case .infeasible, .failed: return (nil, false)
    }
  }

  /// Values as whole numbers, if they are whole and fit.
  func whole(_ values: [Double]) -> [Int]? {
    let rounded = values.map { $0.rounded() }
    guard zip(values, rounded).allSatisfy({ abs($0 - $1) < 1e-5 }) else { return nil }
    let whole = rounded.map { Int($0) }
    return part.allows(whole) ? whole : nil
  }

  /// The interval of a cell of the part.
  func interval(of cell: Int) -> TableAudit.Interval {
    let column = columnOf[cell] ?? 0
    let below = end(column, 1)
    let above = end(column, -1)
    return TableAudit.Interval(
      cell: cell, insider: part.insider, lower: below.linear, upper: above.linear,
      wholeLower: below.whole ?? 0, wholeUpper: above.whole,
      isExact: below.isExact && above.isExact)
  }

  private func end(_ column: Int, _ cost: Double) -> (linear: Double, whole: Int?, isExact: Bool) {
    let (found, isUnbounded) = solve([(column, cost)])
    guard let values = found else {
      // Where the program fails nothing is claimed but what the value itself shows.
      return isUnbounded
        ? (.infinity, nil, true)
        : (Double(part.values[column]), part.values[column], false)
    }
    let nearest = values[column].rounded()
    let linear = abs(values[column] - nearest) < 1e-6 ? nearest : values[column]
    if whole(values) != nil { return (linear, Int(linear), true) }
    let bound = Int(linear.rounded(cost > 0 ? .up : .down))
    let reached = furthest(column, cost)
    return (linear, reached ?? bound, reached != nil)
  }

  /// The last whole value of a column, or nil if it was not found.
  func furthest(_ column: Int, _ cost: Double, upTo limit: Int? = nil) -> Int? {
    program.setCost(column, cost)
    for place in part.cells.indices { program.makeWhole(place) }
    defer {
      program.setCost(column, 0)
      program.bound(column, Double(part.least[column]), .infinity)
    }
    if let limit {
      let (low, high) =
        cost > 0
        ? (Double(limit), Double.infinity) : (Double(part.least[column]), Double(limit))
      program.bound(column, low, high)
    }
    guard program.solve() == .optimal, program.solveWhole(nodes: AuditProgram.nodes) == .optimal
    else { return nil }
    let values = part.cells.indices.map { program.wholeValue($0) }
    return whole(values)?[column]
  }
}

/// Whether the primary cells of a part are protected, found with few programs.
///
/// The sum over all cells that are still in doubt is made as large as possible, and every cell that
/// comes out large enough is settled, since the values found are those of a table that could be the
/// true one; this goes on until none is settled, and the rest are looked at one by one.
struct AuditVerdict {
  private let program: AuditProgram
  private let columns: [Int]

  init(_ part: AuditPart, cells: [Int]) {
    program = AuditProgram(part)
    let wanted = Set(cells)
    columns = part.cells.indices.filter { wanted.contains(part.cells[$0]) }
  }

  func leaks(_ problem: TableProblem) -> [TableAudit.Leak] {
    let part = program.part
    var demands: [Int: (low: Int, high: Int)] = [:]
    for column in columns {
      guard let protection = problem.cells[part.cells[column]].protection else { continue }
      let value = part.values[column]
      let low = max(part.least[column], value - protection.lower)
      demands[column] = (low, max(value + protection.upper, low + protection.sliding))
    }
    var isLow: Set<Int> = []
    var isHigh: Set<Int> = []
    func settle(_ values: [Int]) {
      for (column, demand) in demands {
        if values[column] <= demand.low { isLow.insert(column) }
        if values[column] >= demand.high { isHigh.insert(column) }
      }
    }
    settle(part.values)
    for grows in [true, false] {
      func open() -> [Int] {
        columns.filter { demands[$0] != nil && !(grows ? isHigh : isLow).contains($0) }
      }
      var before = Int.max
      while case let left = open(), !left.isEmpty, left.count < before {
        before = left.count
        let found = program.solve(left.map { ($0, grows ? -1 : 1) })
        if let values = found.values.flatMap({ program.whole($0) }) { settle(values) }
      }
      for column in open() where !(grows ? isHigh : isLow).contains(column) {
        let (found, isUnbounded) = program.solve([(column, grows ? -1 : 1)])
        guard let demand = demands[column] else { continue }
        if isUnbounded {
          isHigh.insert(column)
        } else if let found {
          if let values = program.whole(found) {
            settle(values)
          } else if grows ? found[column] > Double(demand.high) - 1e-6
            : found[column] < Double(demand.low) + 1e-6
          {
            let limit = grows ? demand.high : demand.low
            if program.furthest(column, grows ? -1 : 1, upTo: limit) == limit {
              if grows { isHigh.insert(column) } else { isLow.insert(column) }
            }
          }
        }
      }
    }
    return columns.compactMap { column in
      guard demands[column] != nil, !isLow.contains(column) || !isHigh.contains(column) else {
        return nil
      }
      let cell = part.cells[column]
      let interval = program.interval(of: cell)
      guard let protection = problem.cells[cell].protection else { return nil }
      return TableAudit.leak(
        interval, protection, value: part.values[column], own: part.least[column])
    }
  }
}
