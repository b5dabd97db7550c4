/// How cells could differ from their values together without any published figure changing.
struct Movement: Sendable {
  /// The cells that differ, in order.
  var cells: [Int] = []
  /// By how much, by place in `cells`.
  var amounts: [Double] = []

  /// How far the movement can be stretched along its direction and against it.
  ///
  /// - Parameter room: How far a cell can shrink.
  /// - Returns: Factors, infinite where nothing stops it.
  func reach(_ room: (Int) -> Int) -> (along: Double, against: Double) {
    var (along, against) = (Double.infinity, Double.infinity)
    for (cell, amount) in zip(cells, amounts) {
      if amount < 0 {
        along = min(along, Double(room(cell)) / -amount)
      } else {
        against = min(against, Double(room(cell)) / amount)
      }
    }
    return (along, against)
  }
}

/// The program that moves one cell while as little as possible of what is published moves along.
///
/// Every cell of a region moves by u - v with u >= 0 and 0 <= v <= x, so that no value becomes
/// negative; moving hidden cells costs nothing, others their cost per unit. Cells outside of the
/// region stay where they are.
final class MovementProgram {
  let frame: Frame
  /// The cells of the region, in order.
  let region: [Int]
  let program = LinearProgram()
  private var localOf: [Int: Int] = [:]
  private var costs: [Double]
  /// The relations of the region; rows stand in this order.
  let rows: [Int]
  private var pinned: Int?
  private var insider: Int?
  static let least = 1e-7

  init(_ frame: Frame, region: [Int]) {
    self.frame = frame
    self.region = region
    costs = [Double](repeating: 0, count: region.count)
    localOf.reserveCapacity(region.count)
    for (local, cell) in region.enumerated() { localOf[cell] = local }
    rows = Set(region.flatMap { frame.relationsOf[$0] }).sorted()
    program.addColumns(2 * region.count)
    for local in region.indices {
      program.bound(2 * local, 0, .infinity)
      program.bound(2 * local + 1, 0, Double(frame.values[region[local]]))
    }
    program.addRows(rows.count)
    for (row, relation) in rows.enumerated() {
      var terms: [LinearProgram.Term] = []
      for member in frame.relations[relation] {
        guard let local = localOf[member.cell] else { continue }
        terms.append(.init(index: 2 * local, value: Double(member.sign)))
        terms.append(.init(index: 2 * local + 1, value: Double(-member.sign)))
      }
      program.setRow(row, terms)
    }
  }

  /// Whether a cell belongs to the region.
  func contains(_ cell: Int) -> Bool { localOf[cell] != nil }

  /// Sets what it costs to move a cell of the region.
  func setCost(_ cell: Int, _ cost: Double) {
    guard let local = localOf[cell], costs[local] != cost else { return }
    costs[local] = cost
    program.setCost(2 * local, cost)
    program.setCost(2 * local + 1, cost)
  }

  private func room(_ local: Int) -> Double {
    Double(frame.room(region[local], insider))
  }

  private func see(as other: Int?) {
    guard other != insider else { return }
    let touched = [insider, other].compactMap { $0 }.flatMap { frame.insiderRoom[$0].keys }
    insider = other
    for cell in Set(touched).sorted() {
      guard let local = localOf[cell] else { continue }
      loosen(local)
    }
  }

  func loosenAll() {
    for local in region.indices { loosen(local) }
  }

  private func loosen(_ local: Int) {
    let room = room(local)
    program.bound(2 * local, 0, room < 0 ? 0 : .infinity)
    program.bound(2 * local + 1, 0, max(0, room))
  }

  /// Moves the cell of a target as far as required, at the least cost.
  ///
  /// - Returns: The movement and its cost, or nil if there is none in the region.
  func move(_ target: Frame.Target) -> (movement: Movement, cost: Double)? {
    see(as: target.insider)
    guard let local = localOf[target.cell] else { return nil }
    if let pinned, pinned != local { loosen(pinned) }
    pinned = local
    let required = Double(target.required)
    program.bound(2 * local, target.grows ? required : 0, target.grows ? required : 0)
    program.bound(2 * local + 1, target.grows ? 0 : required, target.grows ? 0 : required)
    guard program.solve(isDual: true) == .optimal else { return nil }
    var movement = Movement()
    for (local, cell) in region.enumerated() {
      let amount = program.value(2 * local) - program.value(2 * local + 1)
      guard abs(amount) > MovementProgram.least else { continue }
      movement.cells.append(cell)
      movement.amounts.append(abs(amount - amount.rounded()) < 1e-7 ? amount.rounded() : amount)
    }
    return (movement, program.objective)
  }

  /// Moves the cell of a target as far as partly hidden cells allow.
  ///
  /// - Parameters:
  ///   - target: The target.
  ///   - shares: By local place, how much of a cell is hidden, from 0 to 1.
  /// - Returns: How far the cell moves, at most as far as required.
  func stretch(_ target: Frame.Target, shares: [Double]) -> Double? {
    see(as: target.insider)
    guard let own = localOf[target.cell] else { return nil }
    let required = Double(target.required)
    for local in region.indices where local != own {
      let room = room(local)
      program.bound(2 * local, 0, room < 0 ? 0 : required * shares[local])
      program.bound(2 * local + 1, 0, max(0, room * shares[local]))
    }
    program.bound(2 * own, 0, target.grows ? required : 0)
    program.bound(2 * own + 1, 0, target.grows ? 0 : required)
    for local in region.indices where costs[local] != 0 {
      costs[local] = 0
      program.setCost(2 * local, 0)
      program.setCost(2 * local + 1, 0)
    }
    program.setCost(2 * own + (target.grows ? 0 : 1), -1)
    let outcome = program.solve()
    let objective = program.objective
    program.setCost(2 * own + (target.grows ? 0 : 1), 0)
    guard outcome == .optimal else { return nil }
    return -objective
  }

  /// The inequality over hidden cells that follows from the multipliers of the last solution.
  ///
  /// For any multipliers of the rows and g = A' multipliers, every movement d has g d = 0, so with
  /// R = -g_p d_p the cell p can only move as far as required if the others have g d >= R together.
  /// A hidden cell adds at most R where g > 0, and at most -g x where g < 0; one that is not hidden
  /// adds nothing. Source: Fischetti & Salazar (2001), capacity constraints, coefficients cut to R.
  func cut(_ target: Frame.Target) -> Cut? {
    guard let own = localOf[target.cell] else { return nil }
    var gradient = [Double](repeating: 0, count: region.count)
    for (row, relation) in rows.enumerated() {
      let multiplier = program.multiplier(row)
      guard multiplier != 0 else { continue }
      for member in frame.relations[relation] {
        guard let local = localOf[member.cell] else { continue }
        gradient[local] += multiplier * Double(member.sign)
      }
    }
    let needed = -gradient[own] * Double(target.grows ? target.required : -target.required)
    guard needed > 1e-6 else { return nil }
    var cut = Cut(target: target.cell)
    var given = 0.0
    for (local, cell) in region.enumerated() where local != own {
      let slope = gradient[local] / needed
      let room = room(local)
      guard room >= 0, abs(slope) > 1e-7 else { continue }
      let coefficient = slope > 0 ? 1 : min(1, -slope * room)
      if frame.isPrimary[cell] {
        given += coefficient
      } else if coefficient > 0 {
        cut.cells.append(cell)
        cut.coefficients.append(coefficient)
      }
    }
    let rest = 1 - given
    guard rest > 1e-6 else { return nil }
    for place in cut.coefficients.indices {
      let coefficient = min(1, cut.coefficients[place] / rest)
      cut.coefficients[place] = coefficient > 1 - 1e-7 ? 1 : coefficient
    }
    return cut
  }
}

/// That the coefficients of hidden cells add up to at least 1.
struct Cut: Sendable {
  /// The cell that the inequality protects.
  var target: Int
  /// The cells.
  var cells: [Int] = []
  /// Their coefficients, above 0 and at most 1.
  var coefficients: [Double] = []

  /// What the coefficients add up to.
  func total(_ share: (Int) -> Double) -> Double {
    zip(cells, coefficients).reduce(0) { $0 + $1.1 * share($1.0) }
  }
}
