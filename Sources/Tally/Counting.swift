public import Anonymising
import Cleaning

/// Counts the rows of chunks that were made with one group memory, group by group.
///
/// All counts are whole numbers, so that it does not matter which counter counts which chunk.
public struct TallyCounter: Sendable {
  private let schema: Schema
  private var groups: [AnonymousChunk.Group] = []
  private var respondents: [Int] = []
  /// Per item of the schema and group, how often each level and each missing state occurs.
  ///
  /// The counts of a group stand side by side, so that a row finds all it adds to in one place.
  private var items: [UInt32] = []
  private let places: [ItemPlace]
  private var dimensions: [DimensionCounter]
  /// The most rows that may be counted without a number running over, and how many have been.
  private let mostRows: Int
  private var rows = 0
  /// What was counted before that.
  private var earlier: [(key: GroupKey, counts: GroupCounts)] = []
  private var earlierCells: [[Int]]

  /// The states of a level behind the levels of its scale.
  private static let states = 6

  /// Starts with nothing counted.
  ///
  /// - Parameter schema: What is counted.
  public init(schema: Schema) {
    self.schema = schema
    var places: [ItemPlace] = []
    for item in schema.items {
      places.append(ItemPlace(start: places.last?.end ?? 0, levels: item.levels))
    }
    self.places = places
    dimensions = schema.dimensions.map { DimensionCounter($0, in: schema) }
    mostRows = dimensions.map(\.mostRows).min() ?? Int(UInt32.max)
    earlierCells = schema.items.map { [Int](repeating: 0, count: $0.levels + Self.states) }
  }

  /// Counts the rows of a chunk.
  ///
  /// - Parameters:
  ///   - chunk: Anonymous rows; of all chunks the groups are numbered alike.
  ///   - repeated: Per row, whether to leave it out as a duplicate; empty leaves out none.
  public mutating func count(_ chunk: AnonymousChunk, leavingOut repeated: [Bool] = []) {
    let kept =
      repeated.contains(true)
      ? chunk.groupOfRow.indices.filter { !repeated[$0] } : nil
    let groupOfRow = kept.map { rows in rows.map { chunk.groupOfRow[$0] } } ?? chunk.groupOfRow
    let columns =
      kept.map { rows in chunk.levels.map { column in rows.map { column[$0] } } }
      ?? chunk.levels
    if rows + groupOfRow.count > mostRows { setAside() }
    rows += groupOfRow.count
    makeRoom(for: chunk.groups)
    for group in groupOfRow { respondents[Int(group)] += 1 }
    var columnOfItem = [Int?](repeating: nil, count: schema.items.count)
    for (column, item) in chunk.items.enumerated() { columnOfItem[item] = column }
    countItems(columns, chunk.items.map { places[$0] }, groupOfRow)
    for dimension in dimensions.indices {
      dimensions[dimension].count(columns, columnOfItem, groupOfRow)
    }
  }

  /// Puts what has been counted aside and starts anew.
  private mutating func setAside() {
    var next = TallyCounter(schema: schema)
    next.earlier = counted
    next.earlierCells = schema.items.indices.map { cells(of: $0) }
    self = next
  }

  private mutating func makeRoom(for known: [AnonymousChunk.Group]) {
    guard known.count > groups.count else { return }
    let added = known.count - groups.count
    groups = known
    respondents += [Int](repeating: 0, count: added)
    items += [UInt32](repeating: 0, count: added * (places.last?.end ?? 0))
    for dimension in dimensions.indices { dimensions[dimension].makeRoom(for: known.count) }
  }

  /// Counts the levels of rows, row by row.
  private mutating func countItems(
    _ columns: [[Level]], _ places: [ItemPlace], _ groupOfRow: [Int32]
  ) {
    let (rows, stride) = (groupOfRow.count, self.places.last?.end ?? 0)
    var levels: [Level] = []
    levels.reserveCapacity(rows * columns.count)
    for column in columns { levels.append(contentsOf: column) }
    precondition(levels.count == rows * places.count, "one level per row and item")
    unsafe levels.withUnsafeBufferPointer { levels in
      unsafe places.withUnsafeBufferPointer { places in
        for row in 0..<rows {
          let group = Int(groupOfRow[row]) &* stride
          var cell = row
          for item in places.indices {
            let place = unsafe places[item]
            let raw = unsafe Int(levels[cell].raw)
            items[group &+ place.start &+ (raw < place.levels ? raw : raw &- place.gap)] &+= 1
            cell &+= rows
          }
        }
      }
    }
  }

  /// Where the counts of an item stand among those of a group: levels first, then the missing states.
  private struct ItemPlace: Sendable {
    let start: Int
    let levels: Int

    /// What is taken off a missing state, so that states follow on the levels.
    var gap: Int { Int(Level.empty.raw) - levels }
    var end: Int { start + levels + TallyCounter.states }
  }
}

extension TallyCounter {
  /// How often each level and each state of an item was counted, over all groups.
  ///
  /// - Parameter item: The item, by its index in the schema.
  /// - Returns: One count per element of `Level.all`.
  public func cells(of item: Int) -> [Int] {
    var sum = earlierCells[item]
    let place = places[item]
    for group in groups.indices {
      let start = group * (places.last?.end ?? 0) + place.start
      for slot in sum.indices { sum[slot] += Int(items[start + slot]) }
    }
    return sum
  }

  /// The counts of each group that has a respondent, with its key.
  var counted: [(key: GroupKey, counts: GroupCounts)] {
    earlier
      + groups.indices.filter { respondents[$0] > 0 }.map { group in
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
    let start = group * (places.last?.end ?? 0) + places[item].start
    let slots = items[start..<(start + levels + Self.states)].map(Int.init)
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
