/// A part of the hidden cells that hangs together by totals, with what is known about it.
struct AuditPart: Sendable {
  /// An equation: the members add up to what published cells leave.
  struct Equation: Sendable {
    var members: [(column: Int, sign: Int)]
    var sum: Int
  }

  /// The cells, by place in the problem, in order.
  let cells: [Int]
  /// Per cell, the least value that is known beforehand.
  let least: [Int]
  /// Per cell, its value.
  let values: [Int]
  /// The equations.
  let equations: [Equation]
  /// In whose eyes.
  let insider: Int?

  /// The parts of a pattern in somebody's eyes.
  static func parts(
    of problem: TableProblem, isHidden hidden: [Bool], insider: Int?
  ) -> [AuditPart] {
    var isHidden = hidden
    let somebody = insider.map { problem.insiders[$0] }
    for cell in somebody?.knownCells ?? [] { isHidden[cell] = false }
    var leader = Array(problem.cells.indices)
    func find(_ start: Int) -> Int {
      var cell = start
      while leader[cell] != cell {
        leader[cell] = leader[leader[cell]]
        cell = leader[cell]
      }
      return cell
    }
    for relation in problem.relations {
      let members = (relation.parts + [relation.total]).filter { isHidden[$0] }
      for member in members.dropFirst() {
        let (a, b) = (find(members[0]), find(member))
        leader[max(a, b)] = min(a, b)
      }
    }
    var groups: [Int: [Int]] = [:]
    for cell in problem.cells.indices where isHidden[cell] {
      groups[find(cell), default: []].append(cell)
    }
    var equationsOf: [Int: [Equation]] = [:]
    var columnOf = [Int](repeating: 0, count: problem.cells.count)
    for cells in groups.values {
      for (column, cell) in cells.enumerated() { columnOf[cell] = column }
    }
    for relation in problem.relations {
      var members: [(column: Int, sign: Int)] = []
      var sum = 0
      var group: Int?
      for (cell, sign) in relation.parts.map({ ($0, 1) }) + [(relation.total, -1)] {
        if isHidden[cell] {
          members.append((columnOf[cell], sign))
          group = find(cell)
        } else {
          sum -= sign * problem.cells[cell].value
        }
      }
      if let group { equationsOf[group, default: []].append(Equation(members: members, sum: sum)) }
    }
    return groups.keys.sorted().map { group in
      let cells = groups[group] ?? []
      return AuditPart(
        cells: cells, least: cells.map { somebody?.ownParts[$0] ?? 0 },
        values: cells.map { problem.cells[$0].value }, equations: equationsOf[group] ?? [],
        insider: insider)
    }
  }

  /// The part with all but some cells as they are.
  ///
  /// Tables that fit it fit the whole part, so it can show that cells are protected.
  func restricted(to columns: [Int]) -> AuditPart {
    var own = [Int](repeating: -1, count: cells.count)
    for (place, column) in columns.enumerated() { own[column] = place }
    var lists: [Equation] = []
    for equation in equations {
      let members = equation.members.filter { own[$0.column] >= 0 }
        .map { (column: own[$0.column], sign: $0.sign) }
      guard !members.isEmpty else { continue }
      let sum = members.reduce(0) { $0 + $1.sign * values[columns[$1.column]] }
      lists.append(Equation(members: members, sum: sum))
    }
    return AuditPart(
      cells: columns.map { cells[$0] }, least: columns.map { least[$0] },
      values: columns.map { values[$0] },
      equations: lists, insider: insider)
  }

  /// Whether whole values fit everything that is known.
  func allows(_ values: [Int]) -> Bool {
    zip(values, least).allSatisfy { $0 >= $1 }
      && equations.allSatisfy { equation in
        equation.members.reduce(0) { $0 + $1.sign * values[$1.column] } == equation.sum
      }
  }
}
