internal import Tally

/// Whether figures of few organisations or answers follow from all published totals together.
///
/// Where everybody answers everything, a dimension's sum is the mean of the sums of its items, so
/// every published figure is a linear equation over the hidden sums. Hidden organisations for which
/// the same is hidden, asked and shown appear in all equations alike and form a class; only its sum
/// could follow. A combination that only holds hidden sums of one organisation, or of classes with
/// fewer than k answers together, must not follow from the equations.
struct TotalsCheck {
  /// Dimensions that share items, directly or by others, and their items.
  struct Part {
    var dimensions: [Int]
    var items: [Int]
  }

  /// Which dimensions of an organisation are taken for means of its items.
  enum Ties {
    /// All, as if few answers were missing: what follows roughly.
    case all
    /// Those whose items have as many answers as they have scores: what follows exactly.
    case complete
  }

  /// Organisations with the same pattern.
  private struct Class {
    /// The number of organisations.
    var organisations = 0
    /// The answers to each item and dimension.
    var sums: [Int]
    /// The column of each hidden sum, by place in the part: items first, then dimensions.
    var columns: [Int: Int] = [:]
    /// The number of independent equations that shown dimensions give.
    var known = 0
    /// The most answers to anything hidden.
    var answers: Int { sums.max() ?? 0 }
  }

  /// What is known of an item or dimension of one organisation.
  private enum State {
    case absent
    case shown
    case hidden
    /// A shown dimension that is not the mean of its items.
    case shownApart
    /// A hidden dimension that is not the mean of its items.
    case hiddenApart

    var hasColumn: Bool { self == .hidden || self == .hiddenApart }
  }

  private var classes: [Class] = []
  private var equations: [[UInt64]] = []
  private var columnCount = 0
  private let minimum: Int

  /// The most hidden sums that are worked on; with more, totals are withheld.
  private static let mostColumns = 300
  /// The most sets of classes that are tried; with more, totals are withheld.
  private static let mostSets = 500

  /// The parts of a schema that have several items; of a single one nothing else can follow.
  static func parts(of schema: Schema) -> [Part] {
    var parts: [Part] = []
    for (place, dimension) in schema.dimensions.enumerated() {
      var part = Part(dimensions: [place], items: dimension.items)
      parts.removeAll { other in
        guard other.items.contains(where: part.items.contains) else { return false }
        part.dimensions += other.dimensions
        part.items += other.items
        return true
      }
      part.items = Set(part.items).sorted()
      part.dimensions.sort()
      parts.append(part)
    }
    return parts.filter { $0.items.count > 1 }
  }

  /// Sets up the equations of a part.
  init(
    part: Part, ties: Ties, schema: Schema, disclosure: SliceDisclosure,
    thresholds: Definition.Thresholds
  ) {
    minimum = thresholds.minimumAnswers
    let width = part.items.count
    let measures =
      part.items.map { disclosure.items[$0] } + part.dimensions.map { disclosure.dimensions[$0] }
    let places = Dictionary(uniqueKeysWithValues: part.items.enumerated().map { ($1, $0) })
    let itemsOf = part.dimensions.map { place in
      schema.dimensions[place].items.compactMap { places[$0] }
    }

    func state(_ place: Int, of member: Int) -> State {
      let count = measures[place].count(member)
      guard count > 0 else { return .absent }
      let isShown = measures[place].silences[member] == nil
      let isTied =
        place < width || ties == .all
        || itemsOf[place - width].allSatisfy { [0, count].contains(measures[$0].count(member)) }
      return isTied ? (isShown ? .shown : .hidden) : (isShown ? .shownApart : .hiddenApart)
    }

    var classOf: [[State]: Int] = [:]
    var states: [[State]] = []
    for member in measures.first?.samples.indices ?? 0..<0 {
      let pattern = measures.indices.map { state($0, of: member) }
      guard pattern.prefix(width).contains(.hidden) else { continue }
      let index = classOf[pattern] ?? classes.count
      if index == classes.count {
        classOf[pattern] = index
        states.append(pattern)
        classes.append(Class(sums: [Int](repeating: 0, count: measures.count)))
      }
      classes[index].organisations += 1
      for place in measures.indices where pattern[place].hasColumn {
        classes[index].sums[place] += measures[place].count(member)
      }
    }
    for index in classes.indices {
      for place in measures.indices
      where states[index][place].hasColumn
        && (place < width || states[index][place] == .hiddenApart)
      {
        classes[index].columns[place] = columnCount
        columnCount += 1
      }
    }
    guard columnCount <= TotalsCheck.mostColumns else { return }
    let none = [UInt64](repeating: 0, count: columnCount)
    for index in classes.indices {
      var own: [[UInt64]] = []
      for (place, list) in itemsOf.enumerated() where states[index][width + place] == .shown {
        var row = none
        for column in list.compactMap({ classes[index].columns[$0] }) { row[column] = 1 }
        own.append(row)
      }
      classes[index].known = PrimeField.reduce(&own).count
      equations += own
    }
    for (place, measure) in measures.enumerated()
    where measure.mayShowTotal
      && measure.silences.count(where: { $0 == nil }) >= max(1, thresholds.minimumPeers)
    {
      var row = none
      for index in classes.indices {
        if let column = classes[index].columns[place] {
          row[column] = 1
        } else if place >= width, states[index][place] == .hidden {
          // A score is the mean of the items asked, so each counts by their number.
          let asked = itemsOf[place - width].filter { states[index][$0] != .absent }
          let share = PrimeField.inverse(of: UInt64(asked.count))
          for column in asked.compactMap({ classes[index].columns[$0] }) { row[column] = share }
        }
      }
      equations.append(row)
    }
  }

  /// Whether nothing that must stay hidden follows.
  var keepsSecrets: Bool {
    guard columnCount > 0 else { return true }
    guard columnCount <= TotalsCheck.mostColumns else { return false }
    let freedom = freedom
    for index in classes.indices where classes[index].organisations == 1 {
      if isGivenAway([index], freedom) { return false }
    }
    let small = classes.indices.filter { classes[$0].answers < minimum }
    var sets: [(classes: [Int], answers: Int, next: Int)] = [([], 0, 0)]
    var tried = 0
    while let set = sets.popLast() {
      for next in set.next..<small.count {
        let answers = set.answers + classes[small[next]].answers
        guard answers < minimum else { continue }
        let larger = set.classes + [small[next]]
        tried += 1
        if tried > TotalsCheck.mostSets || isGivenAway(larger, freedom) { return false }
        sets.append((larger, answers, next + 1))
      }
    }
    return true
  }

  /// By hidden sum, how it moves with each direction that the equations leave free.
  private var freedom: [[UInt64]] {
    var rows = equations
    let pivots = PrimeField.reduce(&rows)
    let isPivot = Set(pivots)
    let free = (0..<columnCount).filter { !isPivot.contains($0) }
    var freedom = [[UInt64]](
      repeating: [UInt64](repeating: 0, count: free.count), count: columnCount)
    for (direction, column) in free.enumerated() {
      freedom[column][direction] = 1
      for (row, pivot) in pivots.enumerated() {
        freedom[pivot][direction] = PrimeField.negative(rows[row][column])
      }
    }
    return freedom
  }

  /// Whether more follows about some classes than their shown dimensions say.
  ///
  /// A combination of sums follows if it is the same in every free direction, so what follows about
  /// some sums has as many dimensions as there are sums less the rank of their directions.
  private func isGivenAway(_ indices: [Int], _ freedom: [[UInt64]]) -> Bool {
    var directions = indices.flatMap { classes[$0].columns.values.sorted() }.map { freedom[$0] }
    let count = directions.count
    let known = indices.reduce(0) { $0 + classes[$1].known }
    return count - PrimeField.reduce(&directions).count > known
  }
}

/// Exact linear algebra on whole numbers modulo the prime 2^31 - 1.
private enum PrimeField {
  static let prime: UInt64 = 2_147_483_647

  static func negative(_ number: UInt64) -> UInt64 { number == 0 ? 0 : prime - number }

  /// The number that gives 1 when multiplied, by Fermat's little theorem.
  static func inverse(of number: UInt64) -> UInt64 {
    var (result, base, exponent): (UInt64, UInt64, UInt64) = (1, number % prime, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }

  /// Brings rows into reduced echelon form and drops those that say nothing.
  ///
  /// - Parameter rows: The rows, all of one length.
  /// - Returns: The pivot column of each row that is left.
  @discardableResult
  static func reduce(_ rows: inout [[UInt64]]) -> [Int] {
    var pivots: [Int] = []
    for column in 0..<(rows.first?.count ?? 0) {
      let place = pivots.count
      guard let found = (place..<rows.count).first(where: { rows[$0][column] != 0 }) else {
        continue
      }
      rows.swapAt(place, found)
      let factor = inverse(of: rows[place][column])
      let pivot = rows[place].map { $0 * factor % prime }
      rows[place] = pivot
      for row in rows.indices where row != place && rows[row][column] != 0 {
        let times = negative(rows[row][column])
        for other in column..<pivot.count where pivot[other] != 0 {
          rows[row][other] = (rows[row][other] + times * pivot[other]) % prime
        }
      }
      pivots.append(column)
    }
    rows.removeLast(rows.count - pivots.count)
    return pivots
  }
}
