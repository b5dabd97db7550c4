/// The program that chooses the cells to hide: least cost, all inequalities found so far hold.
final class CutProgram {
  let frame: Frame
  /// The cells to decide about, in order.
  let cells: [Int]
  let program = LinearProgram()
  private var columnOf: [Int: Int] = [:]

  init(_ frame: Frame, cells: [Int]) {
    self.frame = frame
    self.cells = cells
    program.addColumns(cells.count)
    for (column, cell) in cells.enumerated() {
      columnOf[cell] = column
      program.bound(column, 0, 1)
      program.setCost(column, Double(frame.weights[cell]))
    }
  }

  func add(_ cut: Cut) {
    program.addRow(terms(cut), atLeast: 1 - 1e-9)
  }

  func terms(_ cut: Cut) -> [LinearProgram.Term] {
    zip(cut.cells, cut.coefficients).compactMap { cell, value in
      columnOf[cell].map { LinearProgram.Term(index: $0, value: value) }
    }
  }

  /// Solves without wholeness.
  func relax() -> (bound: Double, shares: [Double])? {
    guard program.solve(isDual: true) == .optimal else { return nil }
    return (
      program.objective,
      cells.indices.map { column in
        let value = program.value(column)
        return value < 1e-9 ? 0 : min(1, value)
      }
    )
  }

  enum Ending { case optimal, infeasible, stopped }

  /// Asks for a pattern that costs no more than a number.
  func demand(atMost most: Int) {
    let terms = cells.indices.map {
      LinearProgram.Term(index: $0, value: -Double(frame.weights[cells[$0]]))
    }
    program.addRow(terms, atLeast: -Double(most))
  }

  /// Solves with wholeness by branch and cut.
  ///
  /// - Parameters:
  ///   - nodes: The most nodes of the tree.
  ///   - isOver: Whether there is no time left.
  ///   - separate: Gives inequalities that values break.
  /// - Returns: How it ended, and the best bound of all open nodes.
  func solve(
    nodes: Int, isOver: @escaping () -> Bool, separate: @escaping ([Double]) -> [Cut]
  ) -> (ending: Ending, bound: Double) {
    for column in cells.indices { program.makeWhole(column) }
    switch program.solve(isDual: true) {
    case .optimal: break
    case .infeasible: return (.infeasible, .infinity)
    case .unbounded, .failed: return (.stopped, -.infinity)
    }
    let search = BranchSearch(self, nodes: nodes, isOver: isOver, separate: separate)
    return (program.branch(search), search.bound)
  }
}
