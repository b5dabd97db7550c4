internal import Glibc

/// Optimal full-domain generalisation with record suppression: every quasi-identifier is generalised
/// to one level, records in classes that fail a criterion are suppressed, and no other choice of
/// levels loses less.
///
/// The optimum is proved, not estimated. A search that is stopped early gives the best node so far and
/// a bound that no node falls below. The result depends neither on the number of workers nor on the
/// order of the records.
///
/// Limits: at most 16 million nodes, and combinations of at most 128 bits.
public struct OptimalSearch: Sendable {
  private enum Width: Sendable {
    case narrow(Search<UInt64>)
    case wide(Search<UInt128>)
  }

  private var search: Width
  private let measure: LossMeasure
  private let attributes: Int
  /// The most records that may be suppressed.
  public let mostSuppressed: Int
  /// The number of nodes.
  public let nodeCount: Int

  /// Prepares a search over records: counts the distinct combinations and puts them in order.
  ///
  /// - Parameters:
  ///   - data: The records.
  ///   - criteria: What every class must fulfil.
  ///   - measure: What is to be as small as possible.
  ///   - suppressionLimit: The share of the records that may be suppressed, from 0 to 1.
  ///   - population: Records of the population with the same hierarchies, for k-map and presence.
  ///   - workers: The most workers; the result does not depend on it.
  /// - Throws: Why the records cannot be generalised.
  public init(
    _ data: Microdata, criteria: [Criterion], measure: LossMeasure = .loss(.mean),
    suppressionLimit: Double, population: Microdata? = nil, workers: Int? = nil
  ) throws(Microdata.Failure) {
    let needsSensitive = criteria.contains(where: \.needsSensitive)
    guard !needsSensitive || data.sensitiveValues > 0 else { throw .noSensitive }
    var others: CombinationCounts?
    if let population {
      others = try CombinationCounts(
        population.sharing(data, withSensitive: needsSensitive), withSensitive: needsSensitive,
        workers: workers)
    }
    try self.init(
      CombinationCounts(data, withSensitive: needsSensitive, workers: workers),
      criteria: criteria, measure: measure, suppressionLimit: suppressionLimit,
      population: others, workers: workers)
  }

  /// Prepares a search over counted combinations.
  ///
  /// - Parameters:
  ///   - counts: The combinations of the sample.
  ///   - criteria: What every class must fulfil.
  ///   - measure: What is to be as small as possible.
  ///   - suppressionLimit: The share of the records that may be suppressed, from 0 to 1.
  ///   - population: The combinations of the population, for k-map and presence.
  ///   - workers: The most workers; the result does not depend on it.
  /// - Throws: Why there is nothing to search.
  public init(
    _ counts: CombinationCounts, criteria: [Criterion], measure: LossMeasure = .loss(.mean),
    suppressionLimit: Double, population: CombinationCounts? = nil, workers: Int? = nil
  ) throws(Microdata.Failure) {
    precondition((0...1).contains(suppressionLimit), "a share is from 0 to 1")
    guard !criteria.contains(where: \.needsSensitive) || counts.sensitiveValues > 0 else {
      throw .noSensitive
    }
    guard !criteria.contains(where: \.needsPopulation) || population != nil else {
      throw .noPopulation
    }
    let layout = KeyLayout(counts.hierarchies, sensitiveValues: counts.sensitiveValues)
    let lattice = try Lattice(levels: counts.hierarchies.map(\.levelCount))
    mostSuppressed = Int((suppressionLimit * Double(counts.records) + 1e-9).rounded(.down))
    nodeCount = lattice.count
    attributes = counts.hierarchies.count
    self.measure = measure
    let setting = SearchSetting(
      criteria: criteria, measure: measure, mostSuppressed: mostSuppressed, workers: workers)
    switch (counts.storage, population?.storage) {
    case (.narrow(let sample), .narrow(let others)):
      search = .narrow(setting.search(sample, others, layout, lattice, counts))
    case (.narrow(let sample), nil):
      search = .narrow(setting.search(sample, nil, layout, lattice, counts))
    case (.wide(let sample), .wide(let others)):
      search = .wide(setting.search(sample, others, layout, lattice, counts))
    case (.wide(let sample), nil):
      search = .wide(setting.search(sample, nil, layout, lattice, counts))
    default: throw .differentHierarchies
    }
  }

  /// Whether the best node is proved to be the optimum, or that no node is allowed.
  public var isFinished: Bool {
    switch search {
    case .narrow(let search): search.isFinished
    case .wide(let search): search.isFinished
    }
  }

  /// Counts a few nodes more; a caller with a clock calls it until it is finished or late.
  ///
  /// - Parameter workers: The most workers; the result does not depend on it.
  public mutating func advance(workers: Int? = nil) {
    switch search {
    case .narrow(var inner):
      inner.advance(workers: workers)
      search = .narrow(inner)
    case .wide(var inner):
      inner.advance(workers: workers)
      search = .wide(inner)
    }
  }

  /// Searches to the end.
  ///
  /// - Parameter workers: The most workers; the result does not depend on it.
  /// - Returns: The optimum, or `nil` if no node is allowed.
  public mutating func finish(workers: Int? = nil) -> Optimum? {
    while !isFinished { advance(workers: workers) }
    return optimum
  }

  /// How many nodes have been counted so far.
  public var countedNodes: Int {
    switch search {
    case .narrow(let search): search.counted
    case .wide(let search): search.counted
    }
  }

  /// The best node so far, `nil` if none is allowed or none has been found yet.
  public var optimum: Optimum? {
    switch search {
    case .narrow(let search): optimum(search)
    case .wide(let search): optimum(search)
    }
  }

  /// The release that a node gives.
  ///
  /// - Parameters:
  ///   - data: The records that the search was prepared with.
  ///   - node: One level per quasi-identifier.
  /// - Returns: Classes that fulfil all criteria, and to which of them each record belongs.
  public func release(_ data: Microdata, node: [Int]) -> Release {
    switch search {
    case .narrow(let search): search.release(data, node)
    case .wide(let search): search.release(data, node)
    }
  }

  private func optimum<Key>(_ search: Search<Key>) -> Optimum? {
    guard let best = search.best else { return nil }
    return Optimum(
      node: best.node, loss: measure.loss(best.score, attributes: attributes),
      losses: search.counter.costs?.losses(best.node, extra: best.count.extra) ?? [],
      suppressed: best.count.suppressed, classes: best.count.classes,
      lowerBound: measure.loss(search.lowerBound, attributes: attributes),
      countedNodes: search.counted)
  }
}

/// The best node that a search has found.
public struct Optimum: Sendable, Equatable {
  /// The level of each quasi-identifier.
  public let node: [Int]
  /// The loss of the release.
  public let loss: Double
  /// The loss of each quasi-identifier, where the measure adds up over cells; otherwise empty.
  public let losses: [Double]
  /// How many records are suppressed.
  public let suppressed: Int
  /// How many classes are kept.
  public let classes: Int
  /// What no node's loss falls below; the loss itself once it is proved.
  public let lowerBound: Double
  /// How many nodes have been counted.
  public let countedNodes: Int

  /// How much smaller than the best, as a share of it, an unknown optimum may be; 0 once proved.
  public var gap: Double { loss > lowerBound ? (loss - lowerBound) / loss : 0 }
}

extension LossMeasure {
  /// The loss that belongs to a score.
  func loss(_ score: Double, attributes: Int) -> Double {
    switch aggregate {
    case .mean: score / Double(attributes)
    case .geometric: pow(score, 1 / Double(attributes)) - 1
    case .max, .sum, nil: score
    }
  }
}
