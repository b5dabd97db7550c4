extension ReleaseVerifier {
  /// What is claimed.
  public struct Claim: Sendable {
    /// The quasi-identifiers' headings.
    public var quasiIdentifiers: [String]
    /// Their hierarchies.
    public var hierarchies: [Hierarchy]
    /// The levels, or `nil` where classes have levels of their own.
    public var node: [Int]?
    /// The criteria; those that need a population are not checked here.
    public var criteria: [Criterion]
    /// The heading of the sensitive column.
    public var sensitive: String?
    /// The shares of the sensitive values, by text, in the order the criteria want.
    public var sensitiveShares: [(text: String, share: Double)]
    /// How many records were read.
    public var records: Int
    /// How many of them are suppressed.
    public var suppressed: Int
    /// How many may be.
    public var mostSuppressed: Int
    /// How many classes there are.
    public var classes: Int
    /// The measure and the loss, or `nil` where it cannot be worked out from the file.
    public var loss: (measure: LossMeasure, value: Double)?

    /// Takes claims together.
    public init(
      quasiIdentifiers: [String], hierarchies: [Hierarchy], node: [Int]?, criteria: [Criterion],
      sensitive: String?, sensitiveShares: [(text: String, share: Double)], records: Int,
      suppressed: Int, mostSuppressed: Int, classes: Int,
      loss: (measure: LossMeasure, value: Double)?
    ) {
      self.quasiIdentifiers = quasiIdentifiers
      self.hierarchies = hierarchies
      self.node = node
      self.criteria = criteria
      self.sensitive = sensitive
      self.sensitiveShares = sensitiveShares
      self.records = records
      self.suppressed = suppressed
      self.mostSuppressed = mostSuppressed
      self.classes = classes
      self.loss = loss
    }
  }
}
