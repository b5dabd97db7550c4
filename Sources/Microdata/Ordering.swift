/// Combinations with their counts, ordered by one quasi-identifier, whose values stand together.
///
/// Classes of a node never reach over the borders of the node's values of that quasi-identifier, so
/// they can be counted stretch by stretch, in small tables, and counting can stop half-way.
struct Ordering<Key: CombinationKey>: Sendable {
  /// The keys.
  let keys: [Key]
  /// How many records of the sample each key has.
  let counts: [UInt32]
  /// How many records of the population each key has, or empty.
  let population: [UInt32]
  /// Where each code of the quasi-identifier starts, and the end.
  private let starts: [UInt32]
  private let code: PathCode

  /// Orders combinations.
  ///
  /// - Parameters:
  ///   - keys: The keys.
  ///   - counts: The records of the sample.
  ///   - population: The records of the population, or empty.
  ///   - index: The quasi-identifier.
  ///   - layout: Where it stands in a key.
  init(_ keys: [Key], _ counts: [UInt32], population: [UInt32], by index: Int, _ layout: KeyLayout)
  {
    code = layout.codes[index]
    var starts = [UInt32](repeating: 0, count: 1 << code.bits + 1)
    for key in keys { starts[layout.code(key, index, level: 0) + 1] += 1 }
    for value in 1..<starts.count { starts[value] += starts[value - 1] }
    self.starts = starts
    var (orderedKeys, orderedCounts, orderedPopulation) = (keys, counts, population)
    for (place, key) in keys.enumerated() {
      let value = layout.code(key, index, level: 0)
      let target = Int(starts[value])
      starts[value] += 1
      orderedKeys[target] = key
      orderedCounts[target] = counts[place]
      if !population.isEmpty { orderedPopulation[target] = population[place] }
    }
    (self.keys, self.counts, self.population) = (orderedKeys, orderedCounts, orderedPopulation)
  }

  /// Stretches that classes of a level do not reach over, each as small as possible but not tiny.
  ///
  /// - Parameters:
  ///   - level: The level of the quasi-identifier.
  ///   - least: The keys that a stretch holds at least, but for the last.
  /// - Returns: Ranges of keys, in order.
  func stretches(level: Int, least: Int) -> [Range<Int>] {
    let step = 1 << code.cleared[level]
    var stretches: [Range<Int>] = []
    var start = 0
    for value in stride(from: step, to: starts.count, by: step) {
      let end = Int(starts[value])
      if end - start >= least || (end == keys.count && end > start) {
        stretches.append(start..<end)
        start = end
      }
    }
    return stretches
  }

  /// How many keys the largest stretch of a level holds.
  ///
  /// - Parameter level: The level of the quasi-identifier.
  /// - Returns: The number of keys.
  func largest(level: Int) -> Int {
    let step = 1 << code.cleared[level]
    var largest = 0
    for value in stride(from: step, to: starts.count, by: step) {
      largest = max(largest, Int(starts[value] - starts[value - step]))
    }
    return largest
  }
}
