/// Counts the classes of nodes.
struct NodeCounter<Key: CombinationKey>: Sendable {
  let layout: KeyLayout
  /// The combinations, ordered by each quasi-identifier that an order is kept for.
  let orderings: [(index: Int, ordering: Ordering<Key>)]
  let demands: Demands
  let costs: CellCosts?
  let sensitiveValues: Int
  /// The most records that may be suppressed.
  let mostSuppressed: Int
  /// Whether a node that suppresses too much proves that all finer ones do.
  let isMonotone: Bool
  /// How many values each quasi-identifier has on each level.
  let valueCounts: [[Int]]

  /// When counting may stop half-way: the wanted finer node cannot beat this score any more.
  struct Task: Sendable {
    var node: [Int]
    var wanted: [Int]
    var bestScore: Double
  }

  /// What a worker keeps between nodes.
  struct Scratch: Sendable {
    var table = ClassTable<Key>()
    var grouped = SensitiveClasses<Key>()
  }

  /// Counts the classes of a node.
  ///
  /// - Parameters:
  ///   - task: The node, and when to stop.
  ///   - scratch: Memory to work in.
  /// - Returns: What counting has shown.
  func count(_ task: Task, _ scratch: inout Scratch) -> NodeCount {
    var count = NodeCount(attributes: task.node.count)
    let mask: Key = layout.mask(task.node)
    let places = places(task)
    let penalties = costs?.penalties ?? []
    let ordering = ordering(for: task.node)
    let bound = classBound(task.node)
    let stretches = ordering.ordering.stretches(level: task.node[ordering.index], least: 4096)
    for (place, stretch) in stretches.enumerated() {
      let classes = min(stretch.count, bound)
      if demands.isSimple {
        scratch.table.clear(classes: classes)
        scratch.table.add(
          ordering.ordering.keys.span.extracting(stretch),
          ordering.ordering.counts.span.extracting(stretch), mask: mask)
        judge(scratch.table, places.span, &count, penalties.span)
      } else {
        scratch.grouped.clear(classes: classes, values: sensitiveValues)
        scratch.grouped.add(ordering.ordering, stretch, mask: mask, layout.sensitiveBits)
        judge(scratch.grouped, places.span, &count, penalties.span)
      }
      if place + 1 < stretches.count, isDecided(task, count) {
        count.isComplete = false
        return count
      }
    }
    return count
  }

  /// Whether the wanted node is out of the race by what has been counted so far.
  func isDecided(_ task: Task, _ count: NodeCount) -> Bool {
    let isSame = task.node == task.wanted
    if count.lost > mostSuppressed || (isMonotone || isSame) && count.suppressed > mostSuppressed {
      return true
    }
    guard let costs else { return false }
    let losses = costs.losses(task.wanted, extra: isSame ? count.extra : count.lostBelow)
    return costs.aggregate.score(losses) >= task.bestScore
  }

  /// The most classes that a node can have.
  private func classBound(_ node: [Int]) -> Int {
    var bound = 1
    for (index, level) in node.enumerated() {
      bound = min(1 << 40, bound * valueCounts[index][level])
    }
    return bound
  }

  private func ordering(for node: [Int]) -> (index: Int, ordering: Ordering<Key>) {
    var best = orderings[0]
    var least = Int.max
    for candidate in orderings {
      let largest = candidate.ordering.largest(level: node[candidate.index])
      if largest < least { (best, least) = (candidate, largest) }
    }
    return best
  }

  private func places(_ task: Task) -> [CodePlace] {
    guard let costs else { return [] }
    return task.node.indices.compactMap { index in
      let (level, wanted) = (task.node[index], task.wanted[index])
      let code = layout.codes[index]
      let kept = code.bits - code.cleared[level]
      // What is one value for all costs nothing more, on this level and on those below it.
      guard kept > 0 || level != wanted else { return nil }
      return CodePlace(
        index: index, shift: layout.shifts[index] + code.cleared[level], mask: (1 << kept) - 1,
        here: costs.penaltyStarts[index][level][level],
        below: costs.penaltyStarts[index][level][wanted])
    }
  }

  private func judge(
    _ table: ClassTable<Key>, _ places: Span<CodePlace>, _ count: inout NodeCount,
    _ penalties: Span<Int64>
  ) {
    let smallest = demands.smallest
    let (keys, counts) = (table.keys.span, table.counts.span)
    precondition(table.size <= counts.count && table.size <= keys.count, "slots exist")
    for slot in 0..<table.size {
      let size = unsafe Int(counts[unchecked: slot])
      guard size > 0 else { continue }
      let square = Int64(size) * Int64(size)
      count.allSquares += square
      if size >= smallest {
        count.large += 1
        count.classes += 1
        count.squares += square
      } else {
        count.inSmall += size
        count.suppressed += size
        count.lost += size
        let key = unsafe keys[unchecked: slot]
        for place in 0..<places.count {
          count.lose(key, Int64(size), places[place], penalties, isLost: true)
        }
      }
    }
  }

  private func judge(
    _ table: SensitiveClasses<Key>, _ places: Span<CodePlace>, _ count: inout NodeCount,
    _ penalties: Span<Int64>
  ) {
    for group in 0..<table.count {
      let size = Int(table.sizes[group])
      guard size > 0 else { continue }
      let square = Int64(size) * Int64(size)
      count.allSquares += square
      if size >= demands.smallest { count.large += 1 } else { count.inSmall += size }
      let verdict = table.verdict(of: group, by: demands)
      switch verdict {
      case .passes:
        count.classes += 1
        count.squares += square
      case .fails, .isLost:
        let isLost = verdict == .isLost || isMonotone
        count.suppressed += size
        if isLost { count.lost += size }
        for place in 0..<places.count {
          count.lose(table.keys[group], Int64(size), places[place], penalties, isLost: isLost)
        }
      }
    }
  }
}

/// Where a quasi-identifier's code stands in a class's key, and where the costs of its codes start.
struct CodePlace: Sendable {
  let index: Int
  let shift: Int
  let mask: Int
  let here: Int
  let below: Int
}

extension NodeCount {
  /// Adds what suppressing the records of a class costs for one quasi-identifier.
  @inline(__always)
  mutating func lose<Key: CombinationKey>(
    _ key: Key, _ size: Int64, _ place: CodePlace, _ penalties: Span<Int64>, isLost: Bool
  ) {
    let code = Int(truncatingIfNeeded: key &>> Key(place.shift)) & place.mask
    let cost = penalties[place.here + code] * size
    extra[place.index] += cost
    guard isLost else { return }
    lostHere[place.index] += cost
    lostBelow[place.index] +=
      place.here == place.below ? cost : penalties[place.below + code] * size
  }
}
