internal import Glibc
internal import Parallel

/// The search for the node that loses least; each step makes the proof more complete.
///
/// A node's loss is at least what generalising to it costs, plus what suppressing the records costs
/// that a coarser node has shown to be lost: classes too small there are no larger on finer nodes.
/// Candidates are taken in the order of their bounds. For each, a node as coarse as possible is
/// counted that still rules it out, because that rules out other candidates as well. What is counted
/// depends on the data only, never on the number of workers.
struct Search<Key: CombinationKey>: Sendable {
  let lattice: Lattice
  let counter: NodeCounter<Key>
  let measure: LossMeasure
  let records: Int
  private(set) var candidates: Candidates
  private(set) var best: Best?
  /// How many nodes have been counted.
  private(set) var counted = 0
  private var seen: Set<UInt64> = []
  private var opening: Opening
  private var climber: Climber
  private let pool = Pool<NodeCounter<Key>.Scratch>()
  /// How many nodes are counted at the same time, whatever the number of workers.
  private static var width: Int { 8 }

  /// The best node so far.
  struct Best: Sendable {
    let node: [Int]
    let score: Double
    let count: NodeCount
  }

  /// Prepares a search.
  init(
    lattice: Lattice, counter: NodeCounter<Key>, measure: LossMeasure, marginals: [[Int]],
    hierarchies: [Hierarchy]
  ) {
    self.lattice = lattice
    self.counter = counter
    self.measure = measure
    let records = marginals[0].reduce(0, +)
    self.records = records
    let entropies = zip(hierarchies, marginals).map { hierarchy, marginal in
      (0..<hierarchy.levelCount).map { level in
        Search.entropy(hierarchy, marginal, level: level, records: records)
      }
    }
    let nodes = lattice.nodes
    climber = Climber(entropies, smallest: counter.demands.smallest, records: records)
    opening = Opening(most: entropies.reduce(0) { $0 + Float($1[0]) })
    let bound = Bound(measure, counter.costs, records: records)
    candidates = Candidates(
      nodes, scores: nodes.map { bound.start(lattice, $0, counter.demands.smallest) },
      entropies: nodes.map { node in
        entropies.indices.reduce(Float(0)) { $0 + Float(entropies[$1][lattice.level(node, $1)]) }
      })
  }

  /// Whether the best node is proved to be the optimum, or that there is none.
  var isFinished: Bool { candidates.count == 0 }

  /// The least score that the optimum can have.
  var lowerBound: Double {
    min(best?.score ?? .infinity, candidates.bounds.min() ?? .infinity)
  }

  /// Counts some nodes more.
  ///
  /// - Parameter workers: The most workers; the result does not depend on it.
  mutating func advance(workers: Int?) {
    guard !isFinished else { return }
    let tasks = opening.isOver ? closingTasks() : openingTasks()
    let (counter, pool) = (self.counter, self.pool)
    let counts = Parallel.map(count: tasks.count, workers: workers) { index in
      var scratch = pool.take() ?? NodeCounter<Key>.Scratch()
      let count = counter.count(tasks[index], &scratch)
      pool.give(scratch)
      return count
    }
    counted += tasks.count
    take(tasks, counts)
  }

  private static func entropy(
    _ hierarchy: Hierarchy, _ marginal: [Int], level: Int, records: Int
  ) -> Double {
    var counts = [Int](repeating: 0, count: hierarchy.labels[level].count)
    for (leaf, value) in hierarchy.values(atLevel: level).enumerated() {
      counts[value] += marginal[leaf]
    }
    return counts.reduce(0) {
      guard $1 > 0 else { return $0 }
      let share = Double($1) / Double(records)
      return $0 - share * log(share)
    }
  }

  /// Nodes that are likely to be good, to have something to measure others by.
  private mutating func openingTasks() -> [NodeCounter<Key>.Task] {
    var tasks: [NodeCounter<Key>.Task] = []
    var taken: Set<UInt64> = []
    let degrees = opening.next(Search.width, round: best.map { climber.entropy($0.node) })
    for entropy in degrees {
      let free = { (node: UInt64) in !seen.contains(node) && !taken.contains(node) }
      guard let place = candidates.first(entropy: entropy, where: free) else { continue }
      taken.insert(candidates.nodes[place])
      tasks.append(task(candidates.nodes[place], for: candidates.nodes[place]))
    }
    return tasks.isEmpty ? closingTasks() : tasks
  }

  private func task(_ node: UInt64, for wanted: UInt64) -> NodeCounter<Key>.Task {
    NodeCounter<Key>.Task(
      node: lattice.node(node), wanted: lattice.node(wanted), bestScore: best?.score ?? .infinity)
  }

  /// Coarser nodes that may rule out the candidates with the lowest bounds.
  private mutating func closingTasks() -> [NodeCounter<Key>.Task] {
    var tasks: [NodeCounter<Key>.Task] = []
    var covers: [UInt64] = []
    let tops = climber.tops(of: candidates.nodes, lattice)
    for place in 0..<candidates.count where covers.count < Search.width {
      let wanted = candidates.nodes[place]
      if covers.contains(where: { lattice.isBelow(wanted, $0) }) { continue }
      let node = lattice.packed(
        climber.climb(
          lattice.node(wanted), tops: tops, attempts: Int(candidates.attempts[place]),
          isFree: { !seen.contains(lattice.packed($0)) }))
      candidates.noteAttempt(place)
      covers.append(node)
      tasks.append(task(node, for: wanted))
    }
    return tasks
  }

  /// Learns from counts.
  private mutating func take(_ tasks: [NodeCounter<Key>.Task], _ counts: [NodeCount]) {
    let bound = Bound(measure, counter.costs, records: records)
    for (task, count) in zip(tasks, counts) {
      seen.insert(lattice.packed(task.node))
      guard count.isComplete, count.suppressed <= counter.mostSuppressed else { continue }
      let score = bound.score(task.node, count)
      if score < best?.score ?? .infinity {
        best = Best(node: task.node, score: score, count: count)
      }
    }
    let limit = best?.score ?? .infinity
    let rulings = zip(tasks, counts).map { task, count in
      Ruling(
        bound: bound, node: lattice.packed(task.node), task: (task.node, task.wanted),
        count: count, lattice: lattice,
        isDead: count.lost > counter.mostSuppressed
          || counter.isMonotone && count.suppressed > counter.mostSuppressed,
        best: limit, smallest: counter.demands.smallest)
    }
    for (task, ruling) in zip(tasks, rulings) where task.node != task.wanted {
      let isOut = ruling.bound(of: lattice.packed(task.wanted), known: 0) == nil
      climber.note(success: isOut)
    }
    candidates.apply(rulings)
  }

  /// The classes of a node, and to which of them each record belongs.
  ///
  /// - Parameters:
  ///   - data: The records that the search was made for.
  ///   - node: The levels.
  /// - Returns: The release.
  func release(_ data: Microdata, _ node: [Int]) -> Release {
    let layout = counter.layout
    let mask: Key = layout.mask(node)
    let ordering = counter.orderings[0].ordering
    var groups = SensitiveClasses<Key>()
    groups.clear(classes: ordering.keys.count, values: counter.sensitiveValues)
    groups.add(ordering, ordering.keys.indices, mask: mask, layout.sensitiveBits)
    let kept = (0..<groups.count).filter {
      guard groups.sizes[$0] > 0, case .passes = groups.verdict(of: $0, by: counter.demands) else {
        return false
      }
      return true
    }.sorted { groups.keys[$0] < groups.keys[$1] }
    var number = [Int32](repeating: -1, count: groups.count)
    for (place, group) in kept.enumerated() { number[group] = Int32(place) }
    var classOfRecord: [Int32] = []
    classOfRecord.reserveCapacity(data.count)
    for start in stride(from: 0, to: data.count, by: 1 << 16) {
      let rows = start..<min(data.count, start + 1 << 16)
      for key in data.keys(layout, rows, withSensitive: false) as [Key] {
        classOfRecord.append(groups.find(key & mask).map { number[$0] } ?? -1)
      }
    }
    let classes = kept.map { group in
      Release.Class(
        node: node,
        values: node.indices.map { index in
          let code = layout.code(groups.keys[group], index, level: node[index])
          return Int(layout.codes[index].values[node[index]][code])
        }, size: Int(groups.sizes[group]), population: Int(groups.populations[group]))
    }
    return Release(
      hierarchies: data.hierarchies, classes: classes, classOfRecord: classOfRecord)
  }
}
