/// The search for a small set of cells to hide within a region: what is hidden now, and for
/// everything that an attacker must not be able to exclude a movement that shows it is possible.
final class PatternSearch {
  let frame: Frame
  /// The cells that may be hidden or shown, and that may move.
  let region: [Int]
  /// The program that moves cells of the region.
  let program: MovementProgram
  private var tableau: HiddenTableau
  private(set) var isHidden: [Bool]
  private(set) var movements: [Movement?]
  /// By cell, the targets whose movement uses it.
  private var users: [[Int]]
  /// The targets that are looked after here.
  let targets: [Int]
  /// By cell, the targets it has.
  private let targetsOf: [[Int]]
  /// The cells that movements across the border of the region need hidden.
  let locked: Set<Int>
  /// The target that kept a cell hidden the last time.
  private var keeper: [Int: Int] = [:]
  /// What was changed since the last mark, to be taken back.
  var journal: [Change] = []
  private var amounts: [Double]
  private var random: UInt64
  /// By cell, by how much its cost is multiplied at the moment, for variety.
  var noise: [Double]
  private(set) var cost = 0

  /// Something that can be taken back.
  enum Change {
    case hidden(Int, Bool)
    case movement(Int, Movement?)
  }

  /// Sets a search up.
  ///
  /// - Parameters:
  ///   - frame: The problem.
  ///   - region: The cells that may move, in order.
  ///   - hidden: By cell, what is hidden.
  ///   - known: By target, the movement that shows it is met.
  ///   - seed: What chance depends on.
  init(
    _ frame: Frame, region: [Int], isHidden hidden: [Bool], movements known: [Movement?],
    seed: Int
  ) {
    self.frame = frame
    self.region = region
    let program = MovementProgram(frame, region: region)
    self.program = program
    tableau = HiddenTableau(frame, region: region) { hidden[$0] }
    random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    isHidden = hidden
    movements = [Movement?](repeating: nil, count: known.count)
    users = [[Int]](repeating: [], count: hidden.count)
    noise = [Double](repeating: 1, count: hidden.count)
    amounts = [Double](repeating: 0, count: hidden.count)
    var targets: [Int] = []
    var locked: Set<Int> = []
    for (place, target) in frame.targets.enumerated() {
      if let movement = known[place] {
        let isInside = movement.cells.allSatisfy { program.contains($0) }
        if !isInside || !program.contains(target.cell) {
          for cell in movement.cells where program.contains(cell) { locked.insert(cell) }
          continue
        }
        movements[place] = movement
      }
      if program.contains(target.cell) { targets.append(place) }
    }
    self.targets = targets
    self.locked = locked
    var targetsOf = [[Int]](repeating: [], count: hidden.count)
    for place in targets { targetsOf[frame.targets[place].cell].append(place) }
    self.targetsOf = targetsOf
    for place in targets {
      for cell in movements[place]?.cells ?? [] { users[cell].append(place) }
    }
    for cell in region {
      if isHidden[cell], !frame.isPrimary[cell] { cost += frame.weights[cell] }
      setCost(cell)
    }
    journal = []
  }

  /// The cells of the region that are hidden though they need not be.
  var secondary: [Int] { region.filter { isHidden[$0] && !frame.isPrimary[$0] } }

  /// The targets that are not known to be met.
  var open: [Int] { targets.filter { movements[$0] == nil } }

  /// A whole number from 0 up to a limit, by chance (Steele, Lea & Flood 2014, SplitMix).
  func next(_ limit: Int) -> Int {
    random &+= 0x9E37_79B9_7F4A_7C15
    var mixed = random
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 1) % limit
  }

  /// Tells the program what a cell costs now.
  func setCost(_ cell: Int) {
    program.setCost(cell, isHidden[cell] ? 0 : noise[cell] * Double(frame.weights[cell]))
  }

  /// Hides or shows a cell; shown cells leave the targets open whose movements use them.
  func hide(_ cell: Int, _ value: Bool) {
    journal.append(.hidden(cell, !value))
    isHidden[cell] = value
    cost += value ? frame.weights[cell] : -frame.weights[cell]
    setCost(cell)
    tableau.set(cell, hidden: value)
    if !value { for target in users[cell] { set(target, nil) } }
  }

  private func set(_ target: Int, _ movement: Movement?) {
    let old = movements[target]
    journal.append(.movement(target, old))
    exchange(target, old, movement)
  }

  private func exchange(_ target: Int, _ old: Movement?, _ new: Movement?) {
    for cell in old?.cells ?? [] {
      guard let place = users[cell].lastIndex(of: target) else { continue }
      users[cell].swapAt(place, users[cell].count - 1)
      users[cell].removeLast()
    }
    for cell in new?.cells ?? [] { users[cell].append(target) }
    movements[target] = new
  }

  /// Takes changes back.
  func undo(to mark: Int) {
    while journal.count > mark, let change = journal.popLast() {
      switch change {
      case .hidden(let cell, let value):
        isHidden[cell] = value
        cost += value ? frame.weights[cell] : -frame.weights[cell]
        setCost(cell)
        tableau.set(cell, hidden: value)
      case .movement(let target, let movement):
        exchange(target, movements[target], movement)
      }
    }
  }

  /// Takes a movement over for all targets that it meets.
  private func harvest(_ movement: Movement, of target: Int) {
    let insider = frame.targets[target].insider
    let reach = movement.reach { frame.room($0, insider) }
    for (cell, amount) in zip(movement.cells, movement.amounts) {
      for place in targetsOf[cell] where movements[place] == nil {
        let other = frame.targets[place]
        guard other.insider == insider else { continue }
        let needed = Double(other.required) / abs(amount)
        if needed <= ((amount > 0) == other.grows ? reach.along : reach.against) + 1e-9 {
          set(place, movement)
        }
      }
    }
    if movements[target] == nil { set(target, movement) }
  }

  /// Hides what is needed for a target.
  ///
  /// The cost of a movement grows with its length, the cost of hiding does not; so costs are
  /// weighted anew by the lengths (Candès, Wakin & Boyd 2008, reweighted l1) and the movement that
  /// needs the fewest cells counts.
  ///
  /// - Returns: Whether it can be met in the region.
  func meet(_ target: Int) -> Bool {
    if let movement = freeMovement(target) {
      harvest(movement, of: target)
      return true
    }
    var best: (movement: Movement, cost: Int)?
    var touched: Set<Int> = []
    for round in 0..<3 {
      guard let found = program.move(frame.targets[target]) else { break }
      let new = found.movement.cells.filter { !isHidden[$0] }
      let price = new.reduce(0) { $0 + frame.weights[$1] }
      if price < best?.cost ?? .max { best = (found.movement, price) }
      if new.count < 2 || round == 2 { break }
      for (cell, amount) in zip(found.movement.cells, found.movement.amounts)
      where !isHidden[cell] {
        touched.insert(cell)
        program.setCost(
          cell, noise[cell] * Double(frame.weights[cell]) / (abs(amount) + 0.1))
      }
    }
    for cell in touched.sorted() { setCost(cell) }
    guard let best else { return false }
    for cell in best.movement.cells where !isHidden[cell] { hide(cell, true) }
    harvest(best.movement, of: target)
    return true
  }

  /// Hides what is needed for all targets that can be met in the region.
  func meetAll() {
    let order = open.sorted { left, right in
      let (a, b) = (frame.targets[left].required, frame.targets[right].required)
      return a != b ? a > b : left < right
    }
    for target in order where movements[target] == nil { _ = meet(target) }
  }

  /// Shows cells again that need not be hidden.
  func prune(_ cells: [Int]) {
    for cell in cells where isHidden[cell] && !locked.contains(cell) { _ = show(cell) }
  }

  /// All secondary cells, those first whose showing gains most.
  var dearestFirst: [Int] {
    secondary.sorted { left, right in
      (frame.weights[left], frame.values[left], right)
        > (frame.weights[right], frame.values[right], left)
    }
  }

  private func show(_ cell: Int) -> Bool {
    let mark = journal.count
    hide(cell, false)
    var open = (users[cell])
    for change in journal[mark...] {
      if case .movement(let target, _) = change { open.append(target) }
    }
    if let last = keeper[cell], open.contains(last) { open.insert(last, at: 0) }
    for target in open where movements[target] == nil {
      guard let movement = freeMovement(target) else {
        keeper[cell] = target
        undo(to: mark)
        return false
      }
      harvest(movement, of: target)
    }
    return true
  }

  /// A movement of hidden cells alone that meets a target.
  private func freeMovement(_ target: Int) -> Movement? {
    if frame.targets[target].insider == nil {
      switch tableau.move(frame.targets[target]) {
      case .met(let movement) where frame.allows(movement, scratch: &amounts): return movement
      case .unmet where tableau.pivots < 2_000: return nil
      default: tableau.renew()
      }
    }
    guard let found = program.move(frame.targets[target]), found.cost < 1e-6,
      found.movement.cells.allSatisfy({ isHidden[$0] })
    else { return nil }
    return found.movement
  }
}
