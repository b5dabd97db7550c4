/// What is counted together: one organisation's answers of one period and perspective.
public struct GroupKey: Sendable, Hashable, Comparable, Codable {
  /// The organisation's key.
  public let organisation: String
  /// The calendar slice (`2026`, `2026-Q1`, `2026-03`) or `all`.
  public let period: String
  /// Index into the schema's perspectives.
  public let perspective: Int

  /// Makes a key.
  ///
  /// - Parameters:
  ///   - organisation: The organisation's key.
  ///   - period: The calendar slice, or `all`.
  ///   - perspective: Index into the schema's perspectives.
  public init(organisation: String, period: String, perspective: Int) {
    self.organisation = organisation
    self.period = period
    self.perspective = perspective
  }

  /// Orders by organisation, then period, then perspective, by bytes.
  ///
  /// - Parameters:
  ///   - left: The first key.
  ///   - right: The second key.
  /// - Returns: Whether `left` stands before `right`.
  public static func < (left: GroupKey, right: GroupKey) -> Bool {
    if left.organisation != right.organisation { return left.organisation < right.organisation }
    if left.period != right.period { return left.period < right.period }
    return left.perspective < right.perspective
  }
}

/// The exact counts of one group; integers only, so that merging is addition.
public struct GroupCounts: Sendable, Equatable {
  /// Respondents (accepted records).
  public var respondents: Int
  /// Per item, in schema order.
  public var items: [ItemCounts]
  /// Per dimension, in schema order.
  public var dimensions: [DimensionSums]

  /// Makes zero counts for a schema.
  ///
  /// - Parameter schema: What is counted.
  public init(schema: Schema) {
    respondents = 0
    items = schema.items.map { ItemCounts(levels: $0.levels) }
    dimensions = schema.dimensions.map { DimensionSums(items: $0.items.count) }
  }

  /// Adds the counts of a disjoint set of respondents of the same schema.
  ///
  /// - Parameters:
  ///   - left: The sum so far.
  ///   - right: What is added.
  public static func += (left: inout GroupCounts, right: GroupCounts) {
    left.respondents += right.respondents
    for index in left.items.indices { left.items[index] += right.items[index] }
    for index in left.dimensions.indices { left.dimensions[index] += right.dimensions[index] }
  }
}

/// The answers to one item: how often each level, and how often each missing state.
public struct ItemCounts: Sendable, Equatable {
  /// How often each level was answered; level 0 is worst, the last one best.
  public var levels: [Int]
  /// Left blank.
  public var empty = 0
  /// Never shown, filtered, or not part of the source.
  public var notShown = 0
  /// Don't know, refused, does not apply.
  public var nonAnswer = 0
  /// Blanked by cleaning: unreadable or out of the scale.
  public var blanked = 0

  /// Makes zero counts.
  ///
  /// - Parameter levels: The number of levels of the item's scale.
  public init(levels: Int) { self.levels = [Int](repeating: 0, count: levels) }

  /// The number of answers.
  public var answered: Int { levels.reduce(0, +) }

  /// Whether the item was put to anybody here: answered, left blank or refused.
  public var wasAsked: Bool { answered + empty + nonAnswer + blanked > 0 }

  static func += (left: inout ItemCounts, right: ItemCounts) {
    for index in left.levels.indices { left.levels[index] += right.levels[index] }
    left.empty += right.empty
    left.notShown += right.notShown
    left.nonAnswer += right.nonAnswer
    left.blanked += right.blanked
  }
}

/// The sums of one dimension's scores, exact in integers.
///
/// A respondent's score is the mean of the answered items' points. It is kept as an integer in
/// units of 100 / `Tally.scoreUnits(of:)` points, a common multiple of all scales and of all
/// numbers of answered items, so that no score is ever rounded.
public struct DimensionSums: Sendable, Equatable {
  /// Respondents with a score.
  public var scored = 0
  /// The sum of their scores, in score units.
  public var sum: Int128 = 0
  /// The sum of the squares of their scores, in squared score units.
  public var sumOfSquares: Int128 = 0
  /// Respondents who answered every item of the dimension (listwise complete).
  public var complete = 0
  /// Per item, the sum of levels over complete respondents.
  public var itemSums: [Int]
  /// Sums of products of levels over complete respondents, upper triangle by rows: (0,0), (0,1), ...
  public var crossProducts: [Int]

  /// Makes zero sums.
  ///
  /// - Parameter items: The number of items of the dimension.
  public init(items: Int) {
    itemSums = [Int](repeating: 0, count: items)
    crossProducts = [Int](repeating: 0, count: items * (items + 1) / 2)
  }

  /// Adds the sums of a disjoint set of respondents.
  ///
  /// - Parameters:
  ///   - left: The sum so far.
  ///   - right: What is added.
  public static func += (left: inout DimensionSums, right: DimensionSums) {
    left.scored += right.scored
    left.sum += right.sum
    left.sumOfSquares += right.sumOfSquares
    left.complete += right.complete
    for index in left.itemSums.indices { left.itemSums[index] += right.itemSums[index] }
    for index in left.crossProducts.indices {
      left.crossProducts[index] += right.crossProducts[index]
    }
  }
}
