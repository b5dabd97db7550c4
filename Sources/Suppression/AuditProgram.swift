/// The attacker's linear program over one part of the hidden cells.
final class AuditProgram {
  let part: AuditPart
  private let program = LinearProgram()
  private let movement: LeastMovement
  private var columnOf: [Int: Int] = [:]
  private var isWhole = false
  /// The most nodes of a search for whole values, fewer where each takes long.
  private var nodes: Int32 { part.cells.count <= 600 ? 2_000 : 50 }

  init(_ part: AuditPart) {
    self.part = part
    movement = LeastMovement(part, isThorough: true)
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
    let bound = Int(linear.rounded(cost > 0 ? .up : .down))
    if movement.values(column, at: bound) != nil { return (linear, bound, true) }
    program.setCost(column, cost)
    defer { program.setCost(column, 0) }
    let reached = wholeSolution()?[column]
    return (linear, reached ?? bound, reached != nil)
  }

  private func wholeSolution() -> [Int]? {
    if !isWhole {
      for place in part.cells.indices { program.makeWhole(place) }
      isWhole = true
    }
    guard program.solve() == .optimal, program.solveWhole(nodes: nodes) == .optimal
    else { return nil }
    return whole(part.cells.indices.map { program.wholeValue($0) })
  }
}
