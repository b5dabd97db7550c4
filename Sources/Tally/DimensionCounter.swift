import Cleaning

/// Counts the scores of one dimension, group by group, as whole numbers.
///
/// Of a row with all items answered, everything that is summed is a sum of levels or of products of
/// levels; where patterns of answers are few, such a row adds one line of a table.
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
  /// Per group, what its complete rows add up to, in the lanes of the patterns.
  private var complete: [SIMD16<UInt32>] = []

  /// Starts with nothing counted.
  ///
  /// - Parameters:
  ///   - dimension: The dimension.
  ///   - schema: The schema it belongs to.
  init(_ dimension: Schema.Dimension, in schema: Schema) {
    items = dimension.items
    minimumAnswered = max(1, dimension.minimumAnswered)
    let units = Tally.scoreUnits(of: dimension, in: schema)
    let levels = dimension.items.map { schema.items[$0].levels }
    let scale = levels.reduce(1) { leastCommonMultiple($0, $1 - 1) }
    weights = levels.map { scale / ($0 - 1) }
    // The units are a multiple of the scale and of every number of answers that gives a score.
    factors = (0...dimension.items.count).map { $0 == 0 ? 0 : units / scale / $0 }
    patterns = AnswerPatterns(levels: levels)
  }

  /// The most rows that may be counted without a lane running over.
  var mostRows: Int { patterns.mostRows }

  /// Makes room for more groups.
  ///
  /// - Parameter groups: The number of groups.
  mutating func makeRoom(for groups: Int) {
    parts += [PartSums](repeating: PartSums(), count: groups - parts.count)
    complete += [SIMD16<UInt32>](
      repeating: SIMD16(), count: groups * patterns.width - complete.count)
  }

  /// Counts rows.
  ///
  /// - Parameters:
  ///   - columns: Levels by column.
  ///   - columnOfItem: The column of each item of the schema; `nil` for items that are not there.
  ///   - groupOfRow: The group of each row.
  mutating func count(_ columns: [[Level]], _ columnOfItem: [Int?], _ groupOfRow: [Int32]) {
    let present = items.indices.compactMap { place in
      columnOfItem[items[place]].map { (weight: weights[place], levels: columns[$0]) }
    }
    guard present.count == items.count else {
      if present.isEmpty { return }
      for row in groupOfRow.indices { countPart(row, present, Int(groupOfRow[row])) }
      return
    }
    let highest = LevelColumns.highest(present.map(\.levels))
    if patterns.table.isEmpty {
      for row in groupOfRow.indices {
        let group = Int(groupOfRow[row])
        if highest[row].isLevel {
          patterns.add(present.map { UInt32($0.levels[row].raw) }, to: &complete, group)
        } else {
          countPart(row, present, group)
        }
      }
      return
    }
    let pattern = patterns.patterns(present.map(\.levels))
    var rest: [Int] = []
    patterns.add(pattern, highest, groupOfRow, to: &complete, rest: &rest)
    for row in rest { countPart(row, present, Int(groupOfRow[row])) }
  }

  private mutating func countPart(
    _ row: Int, _ present: [(weight: Int, levels: [Level])], _ group: Int
  ) {
    var answered = 0
    var total = 0
    for (weight, levels) in present where levels[row].isLevel {
      total &+= Int(levels[row].raw) &* weight
      answered &+= 1
    }
    guard answered >= minimumAnswered else { return }
    let score = total &* factors[answered]
    parts[group].scored &+= 1
    parts[group].sum &+= Int128(score)
    parts[group].sumOfSquares &+= Int128(score) &* Int128(score)
  }

  /// What was counted of a group.
  ///
  /// - Parameter group: The group.
  /// - Returns: Its sums.
  func sums(of group: Int) -> DimensionSums {
    let lanes = patterns.lanes(of: group, in: complete)
    let count = items.count
    var result = DimensionSums(items: count)
    result.itemSums = Array(lanes[..<count])
    result.crossProducts = Array(lanes[count..<(lanes.count - 1)])
    result.complete = lanes[lanes.count - 1]
    // A complete row's score is its weighted total times this factor.
    let factor = Int128(factors[count])
    var (total, square): (Int128, Int128) = (0, 0)
    var place = 0
    for first in 0..<count {
      total += Int128(weights[first]) * Int128(result.itemSums[first])
      for second in first..<count {
        let product = Int128(weights[first] * weights[second]) * Int128(result.crossProducts[place])
        square += first == second ? product : 2 * product
        place += 1
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
