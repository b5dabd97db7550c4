internal import Parallel

/// Everything that a search needs to know besides the records.
struct SearchSetting: Sendable {
  let criteria: [Criterion]
  let measure: LossMeasure
  let mostSuppressed: Int
  let workers: Int?

  /// Puts combinations in order and makes the search.
  func search<Key: CombinationKey>(
    _ sample: CountedKeys<Key>, _ population: CountedKeys<Key>?, _ layout: KeyLayout,
    _ lattice: Lattice, _ combinations: CombinationCounts
  ) -> Search<Key> {
    let hierarchies = combinations.hierarchies
    let sensitiveValues = combinations.sensitiveValues
    let marginals = sample.marginals(layout, hierarchies)
    let costs = CellCosts(measure, hierarchies, layout, marginals: marginals)
    var (keys, counts, populations) = (sample.keys, sample.counts, [UInt32]())
    if let population {
      keys += population.keys
      populations = counts.map { _ in 0 } + population.counts
      counts += population.counts.map { _ in 0 }
    }
    let shares = sensitiveValues > 0 ? sample.shares(layout, values: sensitiveValues) : []
    let demands = Demands(criteria, shares: shares)
    let hasPresence = criteria.contains { if case .presence = $0 { true } else { false } }
    let counter = NodeCounter(
      layout: layout, orderings: orderings(keys, counts, populations, layout, hierarchies),
      demands: demands, costs: costs, sensitiveValues: sensitiveValues,
      mostSuppressed: mostSuppressed, isMonotone: mostSuppressed == 0 && !hasPresence,
      valueCounts: hierarchies.map { $0.labels.map(\.count) })
    return Search(
      lattice: lattice, counter: counter, measure: measure, marginals: marginals,
      hierarchies: hierarchies)
  }

  /// The combinations, ordered by each quasi-identifier that divides them well.
  private func orderings<Key: CombinationKey>(
    _ keys: [Key], _ counts: [UInt32], _ populations: [UInt32], _ layout: KeyLayout,
    _ hierarchies: [Hierarchy]
  ) -> [(index: Int, ordering: Ordering<Key>)] {
    let indices = hierarchies.indices.sorted {
      hierarchies[$0].leafCount > hierarchies[$1].leafCount
    }
    let kept = indices.prefix(6).sorted()
    return Parallel.map(count: kept.count, workers: workers) { place in
      (kept[place], Ordering(keys, counts, population: populations, by: kept[place], layout))
    }
  }
}

extension Microdata {
  /// The records with as many sensitive values as others, so that their combinations fit together.
  ///
  /// - Parameters:
  ///   - sample: The others.
  ///   - withSensitive: Whether sensitive values are told apart.
  /// - Returns: The records, the first sensitive value standing for one that is not known.
  /// - Throws: When there are none.
  func sharing(_ sample: Microdata, withSensitive: Bool) throws(Failure) -> Microdata {
    guard withSensitive else { return self }
    return try Microdata(
      hierarchies: hierarchies, leaves: leaves, sensitive: [UInt32](repeating: 0, count: count),
      sensitiveValues: sample.sensitiveValues)
  }

  /// The highest level of each quasi-identifier.
  public var roots: [Int] { hierarchies.map { $0.levelCount - 1 } }

  /// The share of the records that has each sensitive value.
  public var sensitiveShares: [Double] {
    var counts = [Int](repeating: 0, count: sensitiveValues)
    for value in sensitive { counts[Int(value)] += 1 }
    return counts.map { Double($0) / Double(count) }
  }
}
