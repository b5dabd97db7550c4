import FoundationEssentials

/// Reference results from outside that functions are held to.
///
/// A file of `fixtures/oracles/cases`: where the numbers come from, and cases of one function each.
public struct OracleSuite: Sendable, Decodable {
  /// One call and what it must give.
  public struct Case: Sendable, Decodable {
    /// What the case is about.
    public let name: String
    /// The function.
    public let function: String
    /// Its input.
    ///
    /// `{"data": FILE, "column": NAME}` stands for a column of a CSV file of
    /// `fixtures/open-data`, as numbers with null for empty cells, or as texts with `"as": "labels"`;
    /// with `"where": {NAME: TEXT, ...}` for the rows only that hold these texts there. More in
    /// `DataReference`.
    public let input: [String: JSONValue]
    /// What it must give; of objects, the named parts only.
    ///
    /// `{"reason": TEXT}` stands for no result.
    public let expected: JSONValue
    /// The largest deviation allowed, relative to the expected number; absolute where that is 0.
    public let tolerance: Double
  }

  /// What computed the numbers, and of which data.
  public let source: String
  /// The cases.
  public let cases: [Case]
}
