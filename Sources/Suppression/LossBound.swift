/// How little any pattern that protects can cost, by cutting planes.
///
/// Source: Fischetti & Salazar (2001): capacity constraints from the attacker's program, first
/// without wholeness, then in branch and cut by GLPK.
struct LossBound {
  let frame: Frame
  /// The cells that can move, in order.
  let cells: [Int]

  init(_ frame: Frame, cells: [Int]) {
    self.frame = frame
    self.cells = cells
  }

  /// A bound of the loss.
  ///
  /// - Parameters:
  ///   - loss: The loss of a known pattern.
  ///   - nodes: The most nodes of the tree.
  ///   - isOver: Whether there is no time left.
  /// - Returns: What any pattern costs at least; `loss` if the known one is the best.
  func bound(below loss: Int, nodes: Int, isOver: @escaping () -> Bool) -> Int {
    let choice = cells.filter { !frame.isPrimary[$0] }
    let master = CutProgram(frame, cells: choice)
    let movement = MovementProgram(frame, region: cells)
    var shares = [Double](repeating: 0, count: frame.values.count)
    for cell in cells where frame.isPrimary[cell] { shares[cell] = 1 }
    var relaxed = 0.0

    func separate(_ values: [Double], most: Int = .max, least: Double) -> [Cut] {
      for (column, cell) in choice.enumerated() {
        let value = values[column]
        shares[cell] = value < 1e-6 ? 0 : value > 1 - 1e-6 ? 1 : value
      }
      let local = cells.map { shares[$0] }
      var found: [Cut] = []
      for target in frame.targets where found.count < most {
        guard let reached = movement.stretch(target, shares: local),
          reached < Double(target.required) - 1e-5, let cut = movement.cut(target),
          cut.total({ shares[$0] }) < 1 - least
        else { continue }
        found.append(cut)
      }
      return found
    }

    for _ in 0..<200 where !isOver() {
      guard let (value, values) = master.relax() else { return loss }
      relaxed = value
      if Int((relaxed - 1e-6).rounded(.up)) >= loss { return loss }
      let cuts = separate(values, least: 1e-3)
      if cuts.isEmpty { break }
      for cut in cuts { master.add(cut) }
    }
    let first = max(0, Int((relaxed - 1e-6).rounded(.up)))
    guard !isOver() else { return min(first, loss) }
    master.demand(atMost: loss - 1)
    let result = master.solve(nodes: nodes, isOver: isOver) { values in
      let isWhole = values.allSatisfy { $0 < 1e-6 || $0 > 1 - 1e-6 }
      return separate(values, least: isWhole ? 1e-6 : 0.02)
    }
    switch result.ending {
    case .infeasible: return loss
    case .optimal, .stopped:
      guard result.bound.isFinite else { return first }
      return min(loss, max(first, Int((result.bound - 1e-6).rounded(.up))))
    }
  }
}
