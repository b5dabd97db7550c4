/// Exact, mergeable counts of everything that was answered.
///
/// A tally of the whole equals the sum of the tallies of its parts, whatever the parts, their order
/// or the number of workers. It holds no person, but small counts: treat the file as confidential.
public struct Tally: Sendable, Equatable {
  /// What is counted.
  public let schema: Schema
  /// The counts per organisation, period and perspective; absent groups have no respondent.
  public internal(set) var groups: [GroupKey: GroupCounts]

  /// Makes an empty tally.
  ///
  /// - Parameter schema: What is counted.
  public init(schema: Schema) {
    self.schema = schema
    groups = [:]
  }

  /// Adds the counts of a disjoint set of respondents to a group.
  ///
  /// - Parameters:
  ///   - counts: Counts made for the same schema.
  ///   - key: The group they belong to.
  public mutating func add(_ counts: GroupCounts, to key: GroupKey) {
    groups[key, default: GroupCounts(schema: schema)] += counts
  }

  /// The group keys in order.
  public var sortedKeys: [GroupKey] { groups.keys.sorted() }

  /// Adds a tally of other respondents; the order of adding does not matter.
  ///
  /// - Parameters:
  ///   - left: The sum so far.
  ///   - right: A tally of the same schema.
  public static func += (left: inout Tally, right: Tally) {
    precondition(left.schema == right.schema, "only tallies of one schema add up")
    for (key, counts) in right.groups { left.add(counts, to: key) }
  }

  /// The units one dimension's scores are counted in: a score of u units is 100 u / units points.
  ///
  /// It is the least common multiple of `levels - 1` of all its items, times that of all numbers
  /// of answered items that give a score.
  ///
  /// - Parameter dimension: Index into the schema's dimensions.
  /// - Returns: The number of units in 100 points.
  public func scoreUnits(of dimension: Int) -> Int {
    Tally.scoreUnits(of: schema.dimensions[dimension], in: schema)
  }

  /// The units one dimension's scores are counted in.
  ///
  /// - Parameters:
  ///   - dimension: The dimension.
  ///   - schema: The schema it belongs to.
  /// - Returns: The number of units in 100 points.
  public static func scoreUnits(of dimension: Schema.Dimension, in schema: Schema) -> Int {
    let scale = dimension.items.reduce(1) { leastCommonMultiple($0, schema.items[$1].levels - 1) }
    let counts = dimension.minimumAnswered...max(dimension.minimumAnswered, dimension.items.count)
    return scale * counts.reduce(1, leastCommonMultiple)
  }
}

/// The least common multiple of two positive numbers.
func leastCommonMultiple(_ left: Int, _ right: Int) -> Int {
  var (a, b) = (left, right)
  while b != 0 { (a, b) = (b, a % b) }
  return left / a * right
}
