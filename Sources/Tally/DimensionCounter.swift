import Cleaning

/// Counts the answers to one dimension and its scores, group by group, as whole numbers.
///
/// Of a row with all items answered, everything that is counted stands in the lanes of `AnswerPatterns`;
/// where patterns of answers are few, such a row adds one line of a table.
struct DimensionCounter: Sendable {
  /// Sums over the scores of rows with some item not answered.
  private struct PartSums: Sendable {
    var scored = 0
    var sum: Int128 = 0
    var sumOfSquares: Int128 = 0
  }

  private let items: [Int]
  private let minimumAnswered: Int
  /// Per item, what a level adds to a total.
  private let weights: [Int]
  /// Per number of answered items, what turns a total into a score.
  private let factors: [Int]
  private let patterns: AnswerPatterns
  private var parts: [PartSums] = []
  /// Per group, what its complete rows add up to since they were last carried over.
  private var fresh: [AnswerPatterns.Lanes] = []
  /// Per group and lane, what was carried over.
  private var carried: [Int] = []

  /// Starts with nothing counted.
  ///
  /// - Parameters:
  ///   - dimension: The dimension.
  ///   - schema: The schema it belongs to.
  ///   - patterns: What rows of its items' levels add.
  init(_ dimension: Schema.Dimension, in schema: Schema, _ patterns: AnswerPatterns) {
    items = dimension.items
    minimumAnswered = max(1, dimension.minimumAnswered)
    let units = Tally.scoreUnits(of: dimension, in: schema)
    let levels = dimension.items.map { schema.items[$0].levels }
    let scale = levels.reduce(1) { leastCommonMultiple($0, $1 - 1) }
    weights = levels.map { scale / ($0 - 1) }
    // The units are a multiple of the scale and of every number of answers that gives a score.
    factors = (0...dimension.items.count).map { $0 == 0 ? 0 : units / scale / $0 }
    self.patterns = patterns
  }

  /// The most rows of one group that may be counted before its lanes are carried over.
  var mostRows: Int { patterns.mostRows }

  /// Makes room for more groups.
  ///
  /// - Parameter groups: The number of groups.
  mutating func makeRoom(for groups: Int) {
    parts += [PartSums](repeating: PartSums(), count: groups - parts.count)
    fresh += [AnswerPatterns.Lanes](
      repeating: AnswerPatterns.Lanes(), count: groups * patterns.width - fresh.count)
    carried += [Int](repeating: 0, count: groups * patterns.laneCount - carried.count)
  }

  /// Adds what a group's lanes hold to what was carried over before, so that they cannot run over.
  ///
  /// - Parameter group: The group.
  mutating func carry(_ group: Int) {
    let (vectors, lanes) = (group * patterns.width, group * patterns.laneCount)
    for lane in 0..<patterns.laneCount {
      let size = AnswerPatterns.Lanes.scalarCount
      carried[lanes + lane] += Int(fresh[vectors + lane / size][lane % size])
    }
    for place in 0..<patterns.width { fresh[vectors + place] = AnswerPatterns.Lanes() }
  }

  /// Counts rows.
  ///
  /// - Parameters:
  ///   - grid: The levels of the rows.
  ///   - columnOfItem: The column of each item of the schema; `nil` for items that are not there.
  ///   - groupOfRow: The group of each row.
  /// - Returns: The rows whose answers to the items are not counted here, because some is missing;
  ///   `nil` if these are all rows.
  mutating func count(
    _ grid: LevelGrid, _ columnOfItem: [Int?], _ groupOfRow: [Int32]
  ) -> [Int]? {
    let places = items.indices.filter { columnOfItem[items[$0]] != nil }
    let columns = places.compactMap { columnOfItem[items[$0]] }
    let weights = places.map { self.weights[$0] }
    guard columns.count == items.count else {
      if !columns.isEmpty {
        countParts(Array(groupOfRow.indices), grid, columns, weights, groupOfRow)
      }
      return nil
    }
    let highest = grid.highest(columns)
    var rest: [Int] = []
    rest.reserveCapacity(grid.rows)
    if patterns.table.isEmpty {
      addOneByOne(grid, columns, highest, groupOfRow, rest: &rest)
    } else {
      patterns.add(
        patterns.patterns(grid, columns), highest, groupOfRow, to: &fresh, rest: &rest)
    }
    countParts(rest, grid, columns, weights, groupOfRow)
    return rest
  }

  /// Adds complete rows without a table.
  private mutating func addOneByOne(
    _ grid: LevelGrid, _ columns: [Int], _ highest: [UInt8], _ groupOfRow: [Int32],
    rest: inout [Int]
  ) {
    var answers = [Int](repeating: 0, count: columns.count)
    unsafe grid.withLevels { levels in
      for row in groupOfRow.indices {
        guard highest[row] < Level.empty.raw else {
          rest.append(row)
          continue
        }
        for (place, column) in columns.enumerated() {
          answers[place] = unsafe Int(levels[column &* grid.rows &+ row].raw)
        }
        let start = Int(groupOfRow[row]) * patterns.laneCount
        AnswerPatterns.forEachLane(answers, of: patterns.levels) { lane, value in
          carried[start &+ lane] &+= value
        }
      }
    }
  }

  private mutating func countParts(
    _ rows: [Int], _ grid: LevelGrid, _ columns: [Int], _ weights: [Int], _ groupOfRow: [Int32]
  ) {
    unsafe grid.withLevels { levels in
      for row in rows {
        var answered = 0
        var total = 0
        for place in columns.indices {
          let level = unsafe levels[columns[place] &* grid.rows &+ row]
          let isAnswered = level.isLevel ? 1 : 0
          total &+= Int(level.raw) &* weights[place] &* isAnswered
          answered &+= isAnswered
        }
        guard answered >= minimumAnswered else { continue }
        let (group, score) = (Int(groupOfRow[row]), total &* factors[answered])
        parts[group].scored &+= 1
        parts[group].sum &+= Int128(score)
        parts[group].sumOfSquares &+= Int128(score) &* Int128(score)
      }
    }
  }
}

extension DimensionCounter {
  /// How often each level of an item was answered in the complete rows of a group.
  ///
  /// - Parameters:
  ///   - place: The item's place in the dimension.
  ///   - group: The group.
  /// - Returns: One count per level.
  func levels(of place: Int, in group: Int) -> [Int] {
    let start = patterns.levels[..<place].reduce(0) { $0 + $1 - 1 }
    let above = (0..<(patterns.levels[place] - 1)).map { lane(start + $0, group) }
    return [lane(patterns.laneCount - 1, group) - above.reduce(0, +)] + above
  }

  private func lane(_ lane: Int, _ group: Int) -> Int {
    let size = AnswerPatterns.Lanes.scalarCount
    return carried[group * patterns.laneCount + lane]
      + Int(fresh[group * patterns.width + lane / size][lane % size])
  }

  /// What was counted of a group.
  ///
  /// - Parameter group: The group.
  /// - Returns: Its sums.
  func sums(of group: Int) -> DimensionSums {
    let count = items.count
    var result = DimensionSums(items: count)
    result.complete = lane(patterns.laneCount - 1, group)
    // A complete row's score is its weighted total times this factor.
    let factor = Int128(factors[count])
    var (total, square): (Int128, Int128) = (0, 0)
    var (pair, product) = (patterns.laneCount - 1 - count * (count - 1) / 2, 0)
    for first in 0..<count {
      let levels = levels(of: first, in: group)
      result.itemSums[first] = levels.indices.reduce(0) { $0 + $1 * levels[$1] }
      result.crossProducts[product] = levels.indices.reduce(0) { $0 + $1 * $1 * levels[$1] }
      total += Int128(weights[first]) * Int128(result.itemSums[first])
      square +=
        Int128(weights[first] * weights[first]) * Int128(result.crossProducts[product])
      product += 1
      for second in (first + 1)..<max(first + 1, count) {
        result.crossProducts[product] = lane(pair, group)
        square +=
          Int128(2 * weights[first] * weights[second]) * Int128(result.crossProducts[product])
        product += 1
        pair += 1
      }
    }
    // With fewer answers than a score takes, complete rows have none.
    let isScored = count >= minimumAnswered
    result.scored = parts[group].scored + (isScored ? result.complete : 0)
    result.sum = parts[group].sum + (isScored ? factor * total : 0)
    result.sumOfSquares = parts[group].sumOfSquares + (isScored ? factor * factor * square : 0)
    return result
  }
}
