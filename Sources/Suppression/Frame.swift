/// A problem in an order of its own, so that nothing depends on the order in which it was given.
struct Frame: Sendable {
  /// A cell in a relation, with +1 for parts and -1 for the total.
  struct Member: Sendable, Hashable {
    var cell: Int
    var sign: Int
  }

  /// One thing that an attacker must not be able to exclude.
  struct Target: Sendable {
    /// The cell.
    var cell: Int
    /// Whether the cell must be able to grow, or to shrink.
    var grows: Bool
    /// By how much, at least 1.
    var required: Int
    /// The place of the insider in whose eyes, or nil for everybody else.
    var insider: Int?
  }

  /// By own place of a cell, its place in the problem.
  let places: [Int]
  /// The values of the cells.
  let values: [Int]
  /// What hiding the cells costs.
  let weights: [Int]
  /// Whether a cell may differ from its value at all.
  let isFree: [Bool]
  /// Whether a cell must be hidden.
  let isPrimary: [Bool]
  /// The relations, free cells only.
  let relations: [[Member]]
  /// By cell, the places of its relations.
  let relationsOf: [[Int]]
  /// What must not be excluded.
  let targets: [Target]
  /// By insider, how far a cell can shrink in the insider's eyes where that is not its value.
  let insiderRoom: [[Int: Int]]

  init(_ problem: TableProblem) {
    let cells = problem.cells
    let keys = cells.map { Array($0.key.utf8) }
    places = cells.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    var own = [Int](repeating: 0, count: cells.count)
    for (place, original) in places.enumerated() { own[original] = place }
    values = places.map { cells[$0].value }
    weights = places.map { cells[$0].weight }
    let isFree = places.map { !cells[$0].isKnown }
    self.isFree = isFree
    isPrimary = places.map { cells[$0].protection != nil }
    relations = Frame.ordered(problem.relations, own: own, isFree: isFree)
    var relationsOf = [[Int]](repeating: [], count: cells.count)
    for (place, relation) in relations.enumerated() {
      for member in relation { relationsOf[member.cell].append(place) }
    }
    self.relationsOf = relationsOf
    var rooms: [[Int: Int]] = []
    for insider in problem.insiders.sorted(by: {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }) {
      var room: [Int: Int] = [:]
      for (place, part) in insider.ownParts { room[own[place]] = cells[place].value - part }
      for place in insider.knownCells { room[own[place]] = -1 }
      rooms.append(room)
    }
    insiderRoom = rooms
    var targets: [Target] = []
    for (place, original) in places.enumerated() {
      guard let protection = cells[original].protection else { continue }
      for insider in [Int?.none] + rooms.indices.map(Optional.some) {
        let room = insider.flatMap { rooms[$0][place] } ?? cells[original].value
        guard room >= 0 else { continue }
        let below = min(protection.lower, room)
        // What an interval must be wide beyond both is asked of its upper end.
        let above = max(protection.upper, protection.sliding - below)
        if above > 0 {
          targets.append(Target(cell: place, grows: true, required: above, insider: insider))
        }
        if below > 0 {
          targets.append(Target(cell: place, grows: false, required: below, insider: insider))
        }
      }
    }
    self.targets = targets
  }

  /// How far a cell can shrink in the eyes of an insider or of everybody else.
  func room(_ cell: Int, _ insider: Int?) -> Int {
    guard let insider, let room = insiderRoom[insider][cell] else { return values[cell] }
    return room
  }

  /// Whether a movement leaves all totals right and no value negative.
  func allows(_ movement: Movement, scratch amounts: inout [Double]) -> Bool {
    for (cell, amount) in zip(movement.cells, movement.amounts) { amounts[cell] = amount }
    defer { for cell in movement.cells { amounts[cell] = 0 } }
    for cell in movement.cells {
      guard amounts[cell] >= -Double(values[cell]) - 1e-7 else { return false }
      for relation in relationsOf[cell] {
        var sum = 0.0
        for member in relations[relation] { sum += Double(member.sign) * amounts[member.cell] }
        guard abs(sum) < 1e-6 else { return false }
      }
    }
    return true
  }

  private static func ordered(
    _ relations: [TableProblem.Relation], own: [Int], isFree: [Bool]
  ) -> [[Member]] {
    var lists: Set<[Member]> = []
    for relation in relations {
      var members = relation.parts.map { Member(cell: own[$0], sign: 1) }
      members.append(Member(cell: own[relation.total], sign: -1))
      members.removeAll { !isFree[$0.cell] }
      members.sort { $0.cell < $1.cell }
      if !members.isEmpty { lists.insert(members) }
    }
    return lists.sorted { left, right in
      left.lexicographicallyPrecedes(right) { ($0.cell, $0.sign) < ($1.cell, $1.sign) }
    }
  }
}
