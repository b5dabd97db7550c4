public import Anonymising
import Cleaning

/// Counts the rows of chunks that were made with one group memory, group by group.
///
/// All counts are whole numbers, so that it does not matter which counter counts which chunk.
public struct TallyCounter: Sendable {
  private let schema: Schema
  private var groups: [AnonymousChunk.Group] = []
  private var respondents: [Int] = []
  /// Per group, its rows since its counts were last carried over.
  private var fresh: [Int] = []
  /// Per group and item of the schema, how often each level and each missing state occurs, over the
  /// rows that no dimension counts it of; the counts of a group stand side by side.
  private var items: [UInt16] = []
  /// What was carried over of these.
  private var carried: [Int] = []
  private let places: [ItemPlace]
  private var dimensions: [DimensionCounter]
  /// The most rows of a group that its counts have room for.
  private let mostFresh: Int

  /// The states of a level behind the levels of its scale.
  private static let states = 6

  /// Where the counts of an item stand among those of a group: levels first, then missing states.
  private struct ItemPlace: Sendable {
    let start: Int
    let levels: Int
    /// The dimension that counts it in rows that are complete there, and its place in it.
    var home: (dimension: Int, place: Int)?

    /// What is taken off a missing state, so that states follow on the levels.
    var gap: Int { Int(Level.empty.raw) - levels }
    var end: Int { start + levels + TallyCounter.states }
  }

  /// Starts with nothing counted.
  ///
  /// - Parameter schema: What is counted.
  public init(schema: Schema) {
    self.schema = schema
    var places: [ItemPlace] = []
    for item in schema.items {
      places.append(ItemPlace(start: places.last?.end ?? 0, levels: item.levels))
    }
    for (number, dimension) in schema.dimensions.enumerated().reversed() {
      for (place, item) in dimension.items.enumerated() { places[item].home = (number, place) }
    }
    self.places = places
    // Dimensions with the same scales share their tables.
    var patterns: [[Int]: AnswerPatterns] = [:]
    dimensions = schema.dimensions.map { dimension in
      let levels = dimension.items.map { schema.items[$0].levels }
      let known = patterns[levels] ?? AnswerPatterns(levels: levels)
      patterns[levels] = known
      return DimensionCounter(dimension, in: schema, known)
    }
    mostFresh = min(dimensions.map(\.mostRows).min() ?? Int.max, Int(UInt16.max))
  }

  /// Counts the rows of a chunk.
  ///
  /// - Parameters:
  ///   - chunk: Anonymous rows; of all chunks the groups are numbered alike.
  ///   - repeated: Per row, whether to leave it out as a duplicate; empty leaves out none.
  public mutating func count(_ chunk: AnonymousChunk, leavingOut repeated: [Bool] = []) {
    makeRoom(for: chunk.groups)
    guard repeated.contains(true) || chunk.count > mostFresh else {
      return count(chunk.levels, of: chunk.items, chunk.groupOfRow)
    }
    let kept = chunk.groupOfRow.indices.filter { repeated.isEmpty || !repeated[$0] }
    for start in stride(from: 0, to: kept.count, by: mostFresh) {
      let part = kept[start..<min(kept.count, start + mostFresh)]
      count(
        chunk.levels.map { column in part.map { column[$0] } }, of: chunk.items,
        part.map { chunk.groupOfRow[$0] })
    }
  }

  /// Counts at most `mostFresh` rows.
  private mutating func count(_ columns: [[Level]], of items: [Int], _ groupOfRow: [Int32]) {
    enter(groupOfRow)
    var columnOfItem = [Int?](repeating: nil, count: schema.items.count)
    for (column, item) in items.enumerated() { columnOfItem[item] = column }
    let grid = LevelGrid(columns, rows: groupOfRow.count)
    var singly = items.indices.filter { places[items[$0]].home == nil }
    for dimension in dimensions.indices {
      let rest = dimensions[dimension].count(grid, columnOfItem, groupOfRow)
      let own = items.indices.filter { places[items[$0]].home?.dimension == dimension }
      if let rest { count(grid, own, of: items, groupOfRow, rest) } else { singly += own }
    }
    count(grid, singly, of: items, groupOfRow, Array(groupOfRow.indices))
  }

  /// Counts whose rows come now, and carries counts over that would run over.
  private mutating func enter(_ groupOfRow: [Int32]) {
    var isFull = false
    for group in groupOfRow {
      respondents[Int(group)] += 1
      fresh[Int(group)] += 1
      if fresh[Int(group)] > mostFresh { isFull = true }
    }
    guard isFull else { return }
    for group in fresh.indices where fresh[group] > mostFresh {
      for dimension in dimensions.indices { dimensions[dimension].carry(group) }
      let size = places.last?.end ?? 0
      for slot in (group * size)..<((group + 1) * size) {
        carried[slot] += Int(items[slot])
        items[slot] = 0
      }
      fresh[group] = groupOfRow.count { Int($0) == group }
    }
  }

  private mutating func makeRoom(for known: [AnonymousChunk.Group]) {
    guard known.count > groups.count else { return }
    let added = known.count - groups.count
    groups = known
    respondents += [Int](repeating: 0, count: added)
    fresh += [Int](repeating: 0, count: added)
    items += [UInt16](repeating: 0, count: added * (places.last?.end ?? 0))
    carried += [Int](repeating: 0, count: added * (places.last?.end ?? 0))
    for dimension in dimensions.indices { dimensions[dimension].makeRoom(for: known.count) }
  }

  /// Counts the answers in some columns and rows one by one.
  private mutating func count(
    _ grid: LevelGrid, _ columns: [Int], of items: [Int], _ groupOfRow: [Int32], _ rows: [Int]
  ) {
    if columns.isEmpty { return }
    let stride = places.last?.end ?? 0
    let places = columns.map { self.places[items[$0]] }
    unsafe grid.withLevels { levels in
      unsafe self.items.withUnsafeMutableBufferPointer { counts in
        for row in rows {
          let group = Int(groupOfRow[row]) &* stride
          precondition(group < counts.count, "the group has counts")
          for index in columns.indices {
            let raw = unsafe Int(levels[columns[index] &* grid.rows &+ row].raw)
            let place = places[index]
            let slot = raw < place.levels ? raw : raw &- place.gap
            unsafe counts[group &+ place.start &+ slot] &+= 1
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
    let none = [Int](repeating: 0, count: schema.items[item].levels + Self.states)
    return groups.indices.reduce(none) { sum, group in zip(sum, slots(of: item, group)).map(+) }
  }

  /// How often each level and each state of an item was counted in a group.
  private func slots(of item: Int, _ group: Int) -> [Int] {
    let place = places[item]
    let start = group * (places.last?.end ?? 0)
    let range = (start + place.start)..<(start + place.end)
    var slots = zip(items[range], carried[range]).map { Int($0) + $1 }
    guard let home = place.home else { return slots }
    let complete = dimensions[home.dimension].levels(of: home.place, in: group)
    for level in complete.indices { slots[level] += complete[level] }
    return slots
  }

  /// The counts of each group that has a respondent, with its key.
  var counted: [(key: GroupKey, counts: GroupCounts)] {
    groups.indices.filter { respondents[$0] > 0 }.map { group in
      var counts = GroupCounts(schema: schema)
      counts.respondents = respondents[group]
      for item in schema.items.indices {
        counts.items[item] = itemCounts(item, group)
      }
      for dimension in dimensions.indices {
        counts.dimensions[dimension] = dimensions[dimension].sums(of: group)
      }
      let key = GroupKey(
        organisation: groups[group].organisation, period: groups[group].period,
        perspective: groups[group].perspective)
      return (key, counts)
    }
  }

  private func itemCounts(_ item: Int, _ group: Int) -> ItemCounts {
    let levels = schema.items[item].levels
    let slots = slots(of: item, group)
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
