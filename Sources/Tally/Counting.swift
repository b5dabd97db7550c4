public import Anonymising
import Cleaning

/// Counts the rows of chunks that were made with one group memory, group by group.
///
/// All counts are whole numbers, so that it does not matter which counter counts which chunk.
public struct TallyCounter: Sendable {
  private let schema: Schema
  private let layout: [DimensionLayout]
  private var groups: [AnonymousChunk.Group] = []
  private var respondents: [Int] = []
  /// Per item of the schema and group, how often each level and each missing state occurs.
  private var items: [[Int]]
  /// Per dimension and group, the sums.
  private var dimensions: [[Sums]]
  /// Per dimension and group, the sums of levels and of products of levels.
  private var products: [[Int]]

  /// The states of a level behind the levels of its scale.
  private static let states = 6

  private struct Sums: Sendable {
    var scored = 0
    var sum: Int128 = 0
    var sumOfSquares: Int128 = 0
    var complete = 0
  }

  /// Starts with nothing counted.
  ///
  /// - Parameter schema: What is counted.
  public init(schema: Schema) {
    self.schema = schema
    layout = schema.dimensions.map { DimensionLayout($0, in: schema) }
    items = schema.items.map { _ in [] }
    dimensions = schema.dimensions.map { _ in [] }
    products = schema.dimensions.map { _ in [] }
  }

  /// Counts the rows of a chunk.
  ///
  /// - Parameters:
  ///   - chunk: Anonymous rows; of all chunks the groups are numbered alike.
  ///   - repeated: Per row, whether to leave it out as a duplicate; empty leaves out none.
  public mutating func count(_ chunk: AnonymousChunk, leavingOut repeated: [Bool] = []) {
    makeRoom(for: chunk.groups)
    let rows =
      repeated.contains(true)
      ? chunk.groupOfRow.indices.filter { !repeated[$0] } : nil
    let groupOfRow = rows.map { rows in rows.map { chunk.groupOfRow[$0] } } ?? chunk.groupOfRow
    let columns =
      rows.map { rows in chunk.levels.map { column in rows.map { column[$0] } } }
      ?? chunk.levels
    for group in groupOfRow { respondents[Int(group)] += 1 }
    var columnOfItem = [Int?](repeating: nil, count: schema.items.count)
    for (column, item) in chunk.items.enumerated() {
      columnOfItem[item] = column
      Self.count(columns[column], groupOfRow, levels: schema.items[item].levels, into: &items[item])
    }
    for (index, layout) in layout.enumerated() {
      layout.count(
        columns, columnOfItem, groupOfRow, into: &dimensions[index], products: &products[index])
    }
  }

  private mutating func makeRoom(for known: [AnonymousChunk.Group]) {
    guard known.count > groups.count else { return }
    let added = known.count - groups.count
    groups = known
    respondents += [Int](repeating: 0, count: added)
    for item in items.indices {
      let slots = schema.items[item].levels + Self.states
      items[item] += [Int](repeating: 0, count: added * slots)
    }
    for dimension in layout.indices {
      dimensions[dimension] += [Sums](repeating: Sums(), count: added)
      products[dimension] += [Int](repeating: 0, count: added * layout[dimension].products)
    }
  }

  private static func count(
    _ column: [Level], _ groupOfRow: [Int32], levels: Int, into counts: inout [Int]
  ) {
    let slots = levels + states
    // The states follow on the levels of the scale.
    let gap = Int(Level.empty.raw) - levels
    for row in groupOfRow.indices {
      let raw = Int(column[row].raw)
      counts[Int(groupOfRow[row]) &* slots &+ (raw < levels ? raw : raw &- gap)] &+= 1
    }
  }

  /// How the scores of a dimension are computed as whole numbers.
  private struct DimensionLayout: Sendable {
    let items: [Int]
    let minimumAnswered: Int
    /// Per item, what a level adds to a total.
    let weights: [Int]
    /// Per number of answered items, what turns a total into a score.
    let factors: [Int]
    /// The number of sums of levels and of products of levels.
    let products: Int

    init(_ dimension: Schema.Dimension, in schema: Schema) {
      items = dimension.items
      minimumAnswered = max(1, dimension.minimumAnswered)
      let units = Tally.scoreUnits(of: dimension, in: schema)
      let scale = dimension.items.reduce(1) { leastCommonMultiple($0, schema.items[$1].levels - 1) }
      weights = dimension.items.map { scale / (schema.items[$0].levels - 1) }
      // The units are a multiple of the scale and of every number of answers that gives a score.
      factors = (0...dimension.items.count).map { $0 == 0 ? 0 : units / scale / $0 }
      products = items.count + items.count * (items.count + 1) / 2
    }

    /// Enters the scores of rows.
    func count(
      _ columns: [[Level]], _ columnOfItem: [Int?], _ groupOfRow: [Int32],
      into sums: inout [Sums], products: inout [Int]
    ) {
      // Items that the source does not have are never answered.
      let present = items.indices.compactMap { place in
        columnOfItem[items[place]].map { (weight: weights[place], levels: columns[$0]) }
      }
      guard !present.isEmpty else { return }
      let rows = groupOfRow.count
      var levels = [Int](repeating: 0, count: items.count)
      for row in 0..<rows {
        var answered = 0
        var total = 0
        for place in present.indices {
          let level = present[place].levels[row]
          if level.isLevel {
            levels[answered] = Int(level.raw)
            total &+= Int(level.raw) &* present[place].weight
            answered &+= 1
          }
        }
        guard answered >= minimumAnswered else { continue }
        let group = Int(groupOfRow[row])
        let score = total &* factors[answered]
        sums[group].scored &+= 1
        sums[group].sum &+= Int128(score)
        sums[group].sumOfSquares &+= Int128(score) &* Int128(score)
        guard answered == items.count else { continue }
        sums[group].complete &+= 1
        var slot = group &* self.products
        for level in levels {
          products[slot] &+= level
          slot &+= 1
        }
        for first in levels.indices {
          for second in first..<levels.count {
            products[slot] &+= levels[first] &* levels[second]
            slot &+= 1
          }
        }
      }
    }
  }
}

extension TallyCounter {
  /// How often each level and each state of an item was counted, over all groups.
  ///
  /// - Parameter item: The item, by its index in the schema.
  /// - Returns: One count per element of `Level.all`.
  public func cells(of item: Int) -> [Int] {
    let slots = schema.items[item].levels + Self.states
    var sum = [Int](repeating: 0, count: slots)
    for (place, count) in items[item].enumerated() { sum[place % slots] += count }
    return sum
  }

  /// The counts of each group that has a respondent, with its key.
  var counted: [(key: GroupKey, counts: GroupCounts)] {
    groups.indices.filter { respondents[$0] > 0 }.map { group in
      var counts = GroupCounts(schema: schema)
      counts.respondents = respondents[group]
      for item in schema.items.indices {
        counts.items[item] = itemCounts(item, group)
      }
      for dimension in layout.indices {
        counts.dimensions[dimension] = dimensionSums(dimension, group)
      }
      let key = GroupKey(
        organisation: groups[group].organisation, period: groups[group].period,
        perspective: groups[group].perspective)
      return (key, counts)
    }
  }

  private func itemCounts(_ item: Int, _ group: Int) -> ItemCounts {
    let levels = schema.items[item].levels
    let start = group * (levels + Self.states)
    let slots = items[item][start..<(start + levels + Self.states)]
    var counts = ItemCounts(levels: levels)
    counts.levels = Array(slots.prefix(levels))
    let states = Array(slots.suffix(Self.states))
    counts.empty = states[0]
    // A source that does not have the item has shown it to nobody.
    let isAbsent = slots.allSatisfy { $0 == 0 }
    counts.notShown = isAbsent ? respondents[group] : states[1]
    counts.nonAnswer = states[2]
    counts.blanked = states[3] + states[4] + states[5]
    return counts
  }

  private func dimensionSums(_ dimension: Int, _ group: Int) -> DimensionSums {
    let count = layout[dimension].items.count
    let start = group * layout[dimension].products
    let sums = dimensions[dimension][group]
    var result = DimensionSums(items: count)
    result.scored = sums.scored
    result.sum = sums.sum
    result.sumOfSquares = sums.sumOfSquares
    result.complete = sums.complete
    result.itemSums = Array(products[dimension][start..<(start + count)])
    result.crossProducts = Array(
      products[dimension][(start + count)..<(start + layout[dimension].products)])
    return result
  }
}

extension Tally {
  /// Adds what a counter has counted.
  ///
  /// - Parameter counter: A counter of the same schema.
  public mutating func add(_ counter: TallyCounter) {
    for (key, counts) in counter.counted { add(counts, to: key) }
  }

  /// Counts the rows of a chunk.
  ///
  /// - Parameters:
  ///   - chunk: Anonymous rows.
  ///   - repeated: Per row, whether to leave it out as a duplicate; empty leaves out none.
  public mutating func count(_ chunk: AnonymousChunk, leavingOut repeated: [Bool] = []) {
    var counter = TallyCounter(schema: schema)
    counter.count(chunk, leavingOut: repeated)
    add(counter)
  }
}
