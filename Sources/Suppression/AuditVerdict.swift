/// Whether the primary cells of a part are protected, found with few programs.
///
/// Every table that fits what is published settles all cells that are low or high enough in it, and
/// so does the table with the opposite changes where it fits; only cells that are still in doubt are
/// asked for, and the whole interval only of those about which too much follows.
struct AuditVerdict {
  private let part: AuditPart
  private let columns: [Int]
  private var demands: [Int: (low: Int, high: Int)] = [:]
  private var isLow: Set<Int> = []
  private var isHigh: Set<Int> = []

  init(_ part: AuditPart, cells: [Int], of problem: TableProblem) {
    self.part = part
    let wanted = Set(cells)
    columns = part.cells.indices.filter { wanted.contains(part.cells[$0]) }
    for column in columns {
      guard let protection = problem.cells[part.cells[column]].protection else { continue }
      let value = part.values[column]
      let low = max(part.least[column], value - protection.lower)
      demands[column] = (low, max(value + protection.upper, low + protection.sliding))
    }
  }

  /// The cells that could not be shown to be protected, by place in the problem.
  ///
  /// - Parameter isThorough: Whether to look for whole values where the simplex method finds none.
  /// - Returns: Places, in order.
  mutating func doubtful(isThorough: Bool) -> [Int] {
    let movement = LeastMovement(part, isThorough: isThorough)
    settle(part.values)
    for column in columns {
      guard let demand = demands[column] else { continue }
      if !isHigh.contains(column) {
        if let values = movement.values(column, at: demand.high) { settleBoth(values) }
      }
      if !isLow.contains(column) {
        if let values = movement.values(column, at: demand.low) { settleBoth(values) }
      }
    }
    return columns.filter { demands[$0] != nil && !(isLow.contains($0) && isHigh.contains($0)) }
      .map { part.cells[$0] }
  }

  private mutating func settleBoth(_ values: [Int]) {
    settle(values)
    let opposite = zip(values, part.values).map { 2 * $1 - $0 }
    if zip(opposite, part.least).allSatisfy({ $0 >= $1 }) { settle(opposite) }
  }

  private mutating func settle(_ values: [Int]) {
    for column in columns {
      guard let demand = demands[column] else { continue }
      if values[column] <= demand.low { isLow.insert(column) }
      if values[column] >= demand.high { isHigh.insert(column) }
    }
  }
}
