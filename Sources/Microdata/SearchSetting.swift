internal import Parallel

/// Everything that a search needs to know besides the records.
struct SearchSetting: Sendable {
  let criteria: [Criterion]
  let measure: LossMeasure
  let mostSuppressed: Int
  let workers: Int?

  /// Counts the distinct combinations, puts them in order and makes the search.
  func search<Key: CombinationKey>(
    _ data: Microdata, _ population: Microdata?, _ layout: KeyLayout, _ lattice: Lattice
  ) -> Search<Key> {
    let marginals = data.marginals
    let costs = CellCosts(measure, data.hierarchies, layout, marginals: marginals)
    var (keys, counts, populations) = counted(data, layout) as ([Key], [UInt32], [UInt32])
    if let population { join(population, layout, &keys, &counts, &populations) }
    let demands = Demands(criteria, shares: layout.sensitiveBits > 0 ? data.shares : [])
    let hasPresence = criteria.contains { if case .presence = $0 { true } else { false } }
    let counter = NodeCounter(
      layout: layout, orderings: orderings(keys, counts, populations, layout, data.hierarchies),
      demands: demands, costs: costs, sensitiveValues: demands.needsSensitive ? data.sensitiveValues : 0,
      mostSuppressed: mostSuppressed, isMonotone: mostSuppressed == 0 && !hasPresence,
      valueCounts: data.hierarchies.map { $0.labels.map(\.count) })
    return Search(
      lattice: lattice, counter: counter, measure: measure, marginals: marginals,
      hierarchies: data.hierarchies)
  }

  private func counted<Key: CombinationKey>(
    _ data: Microdata, _ layout: KeyLayout
  ) -> ([Key], [UInt32], [UInt32]) {
    let counted: CountedKeys<Key> = data.counted(layout, workers: workers)
    return (counted.keys, counted.counts, [])
  }

  /// Adds the combinations of the population.
  private func join<Key: CombinationKey>(
    _ population: Microdata, _ layout: KeyLayout, _ keys: inout [Key], _ counts: inout [UInt32],
    _ populations: inout [UInt32]
  ) {
    let more: CountedKeys<Key> = population.counted(layout, workers: workers)
    keys += more.keys
    populations = [UInt32](repeating: 0, count: counts.count) + more.counts
    counts += [UInt32](repeating: 0, count: more.counts.count)
  }

  /// The combinations, ordered by each quasi-identifier that divides them well.
  private func orderings<Key: CombinationKey>(
    _ keys: [Key], _ counts: [UInt32], _ populations: [UInt32], _ layout: KeyLayout,
    _ hierarchies: [Hierarchy]
  ) -> [(index: Int, ordering: Ordering<Key>)] {
    let indices = hierarchies.indices.sorted { hierarchies[$0].leafCount > hierarchies[$1].leafCount }
    let kept = indices.prefix(6).sorted()
    return Parallel.map(count: kept.count, workers: workers) { place in
      (kept[place], Ordering(keys, counts, population: populations, by: kept[place], layout))
    }
  }
}

extension Microdata {
  /// How many records each leaf has, by quasi-identifier.
  var marginals: [[Int]] {
    zip(hierarchies, leaves).map { hierarchy, column in
      var counts = [Int](repeating: 0, count: hierarchy.leafCount)
      for leaf in column { counts[Int(leaf)] += 1 }
      return counts
    }
  }

  /// The highest level of each quasi-identifier.
  public var roots: [Int] { hierarchies.map { $0.levelCount - 1 } }

  /// The share of the records that has each sensitive value.
  public var sensitiveShares: [Double] { shares }

  /// The shares of the sensitive values.
  var shares: [Double] {
    var counts = [Int](repeating: 0, count: sensitiveValues)
    for value in sensitive { counts[Int(value)] += 1 }
    return counts.map { Double($0) / Double(count) }
  }
}
