/// What a tally counts: items with their levels, dimensions over items, and perspectives.
///
/// Two tallies can be merged when their schemas are equal.
public struct Schema: Sendable, Equatable, Codable {
  /// One question: its key and the number of levels of its scale.
  public struct Item: Sendable, Equatable, Codable {
    /// The stable key.
    public var key: String
    /// The number of levels, 2 to 240; level 0 is worst, `levels - 1` best (reversal already done).
    public var levels: Int

    /// Makes an item.
    ///
    /// - Parameters:
    ///   - key: The stable key.
    ///   - levels: The number of levels of its scale.
    public init(key: String, levels: Int) {
      self.key = key
      self.levels = levels
    }
  }

  /// A named set of items.
  public struct Dimension: Sendable, Equatable, Codable {
    /// The stable key.
    public var key: String
    /// Indices into `items`.
    public var items: [Int]
    /// The fewest items a respondent must have answered to get a score, at least 1.
    public var minimumAnswered: Int

    /// Makes a dimension.
    ///
    /// - Parameters:
    ///   - key: The stable key.
    ///   - items: Indices into the schema's items.
    ///   - minimumAnswered: The fewest answered items for a score.
    public init(key: String, items: [Int], minimumAnswered: Int) {
      self.key = key
      self.items = items
      self.minimumAnswered = minimumAnswered
    }
  }

  /// The items, in the order of the pipeline.
  public var items: [Item]
  /// The dimensions, in the order of the pipeline.
  public var dimensions: [Dimension]
  /// The keys of the perspectives, in the order of the pipeline.
  public var perspectives: [String]

  /// Makes a schema.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - dimensions: The dimensions.
  ///   - perspectives: The keys of the perspectives.
  public init(items: [Item], dimensions: [Dimension], perspectives: [String]) {
    self.items = items
    self.dimensions = dimensions
    self.perspectives = perspectives
  }
}
