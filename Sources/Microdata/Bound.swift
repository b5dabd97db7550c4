/// Scores of nodes and what they cannot fall below.
struct Bound: Sendable {
  let measure: LossMeasure
  let costs: CellCosts?
  let records: Int

  init(_ measure: LossMeasure, _ costs: CellCosts?, records: Int) {
    (self.measure, self.costs, self.records) = (measure, costs, records)
  }

  /// The score that a node has if nothing is suppressed, or the least it can have.
  func start(_ lattice: Lattice, _ node: UInt64, _ smallest: Int) -> Double {
    guard let costs else {
      let least = Double(min(smallest, records))
      return measure == .discernibility ? Double(records) * least : least
    }
    return costs.aggregate.score(
      lattice.levels.indices.map { index in
        costs.loss(index, cost: costs.base[index][lattice.level(node, index)])
      })
  }

  /// The score of a node that has been counted completely.
  func score(_ node: [Int], _ count: NodeCount) -> Double {
    if let costs { return costs.aggregate.score(costs.losses(node, extra: count.extra)) }
    if measure == .discernibility {
      return Double(count.squares) + Double(records) * Double(count.suppressed)
    }
    return Double(records) / Double(max(1, count.classes + (count.suppressed > 0 ? 1 : 0)))
  }
}

/// What counting one node says about others.
struct Ruling: Sendable {
  let bound: Bound
  let node: UInt64
  let lattice: Lattice
  /// Whether all finer nodes suppress too much.
  let isDead: Bool
  let best: Double
  /// By quasi-identifier and level, the loss that finer nodes cannot fall below.
  private let losses: [[Double]]
  /// The score that no coarser node can fall below, and no finer one.
  private let above: Double
  private let below: Double

  init(
    bound: Bound, node: UInt64, task: (node: [Int], wanted: [Int]), count: NodeCount,
    lattice: Lattice, isDead: Bool, best: Double, smallest: Int
  ) {
    (self.bound, self.node, self.lattice) = (bound, node, lattice)
    (self.isDead, self.best) = (isDead, best)
    let records = Double(bound.records)
    if let costs = bound.costs {
      losses = task.node.indices.map { index in
        (0...task.node[index]).map { level in
          let extra = level <= task.wanted[index] ? count.lostBelow : count.lostHere
          return costs.loss(index, cost: costs.base[index][level] + extra[index])
        }
      }
      (above, below) = (0, 0)
    } else if bound.measure == .discernibility {
      losses = []
      above = count.isComplete ? Double(count.allSquares) : 0
      below = records * Double(count.lost) + Double(smallest) * (records - Double(count.lost))
    } else {
      losses = []
      let most = count.large + count.inSmall / max(1, smallest) + 1
      above = count.isComplete ? records / Double(most) : 0
      below = records / Double((bound.records - count.lost) / max(1, smallest) + 1)
    }
  }

  /// The bound of a candidate, or `nil` if it is out of the race.
  ///
  /// - Parameters:
  ///   - candidate: Its levels, packed.
  ///   - known: What it could not fall below before.
  /// - Returns: The bound.
  func bound(of candidate: UInt64, known: Double) -> Double? {
    if candidate == node || known >= best { return nil }
    guard lattice.isBelow(candidate, node) else {
      guard above > known, lattice.isBelow(node, candidate) else { return known }
      return above >= best ? nil : above
    }
    if isDead { return nil }
    guard let costs = bound.costs else {
      let value = max(known, below)
      return value >= best ? nil : value
    }
    let value: Double
    switch costs.aggregate {
    case .mean, .sum:
      var sum = 0.0
      for index in losses.indices { sum += losses[index][lattice.level(candidate, index)] }
      value = sum
    case .geometric:
      var product = 1.0
      for index in losses.indices {
        product *= losses[index][lattice.level(candidate, index)] + 1
      }
      value = product
    case .max:
      var largest = 0.0
      for index in losses.indices {
        largest = max(largest, losses[index][lattice.level(candidate, index)])
      }
      value = largest
    }
    if value >= best { return nil }
    return max(value, known)
  }
}
