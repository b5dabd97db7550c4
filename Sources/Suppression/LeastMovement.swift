/// The program that brings one cell of a part to a value while all cells together change least.
///
/// Such changes are short and nearly always whole, so each of them is a table that could be the true
/// one, and settles many cells at once.
final class LeastMovement {
  private let part: AuditPart
  private let program = LinearProgram()
  private var pinned = 0
  /// Whether to look for whole values where the simplex method finds none.
  private let isThorough: Bool
  /// The most nodes of a search for whole values, fewer where each takes long.
  private var nodes: Int32 { part.cells.count <= 600 ? 500 : 50 }

  init(_ part: AuditPart, isThorough: Bool) {
    self.part = part
    self.isThorough = isThorough
    program.addColumns(2 * part.cells.count)
    for column in part.cells.indices {
      loosen(column)
      program.setCost(2 * column, 1)
      program.setCost(2 * column + 1, 1)
    }
    program.addRows(part.equations.count)
    for (row, equation) in part.equations.enumerated() {
      program.setRow(
        row,
        equation.members.flatMap { member in
          [
            LinearProgram.Term(index: 2 * member.column, value: Double(member.sign)),
            LinearProgram.Term(index: 2 * member.column + 1, value: Double(-member.sign)),
          ]
        })
    }
  }

  private func loosen(_ column: Int) {
    program.bound(2 * column, 0, .infinity)
    program.bound(2 * column + 1, 0, Double(part.values[column] - part.least[column]))
  }

  /// Whole values that fit everything that is known, with one cell at a value.
  ///
  /// - Returns: The values, or nil if there are none or none were found.
  func values(_ column: Int, at value: Int) -> [Int]? {
    let change = value - part.values[column]
    guard change != 0 else { return part.values }
    loosen(pinned)
    pinned = column
    let (up, down) = (Double(max(0, change)), Double(max(0, -change)))
    program.bound(2 * column, up, up)
    program.bound(2 * column + 1, down, down)
    guard program.solve(isDual: true) == .optimal else { return nil }
    if let values = values({ program.value($0) }) { return values }
    guard isThorough else { return nil }
    for place in 0..<2 * part.cells.count { program.makeWhole(place) }
    guard program.solveWhole(nodes: nodes) == .optimal else { return nil }
    return values { program.wholeValue($0) }
  }

  private func values(_ found: (Int) -> Double) -> [Int]? {
    var values = part.values
    for column in values.indices {
      let change = found(2 * column) - found(2 * column + 1)
      guard abs(change - change.rounded()) < 1e-5 else { return nil }
      values[column] += Int(change.rounded())
    }
    return part.allows(values) ? values : nil
  }
}
