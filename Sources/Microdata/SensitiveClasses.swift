/// Classes with their records of the sample, of the population and of each sensitive value.
struct SensitiveClasses<Key: CombinationKey>: Sendable {
  private(set) var keys: [Key] = []
  private(set) var sizes: [UInt32] = []
  private(set) var populations: [UInt32] = []
  private var histograms: [UInt32] = []
  private var slots: [Int32] = []
  private var valueCount = 0

  /// The number of classes.
  var count: Int { keys.count }

  /// What the demands say about one class.
  func verdict(of place: Int, by demands: Demands) -> Demands.Verdict {
    demands.verdict(
      size: Int(sizes[place]), population: Int(populations[place]),
      values: histograms.span.extracting((place * valueCount)..<((place + 1) * valueCount)))
  }

  /// Empties the table.
  ///
  /// - Parameters:
  ///   - classes: The most classes that will be added.
  ///   - values: The number of sensitive values.
  mutating func clear(classes: Int, values: Int) {
    keys.removeAll(keepingCapacity: true)
    sizes.removeAll(keepingCapacity: true)
    populations.removeAll(keepingCapacity: true)
    histograms.removeAll(keepingCapacity: true)
    valueCount = values
    let size = 1 << max(4, PathCode.width(classes + classes / 2))
    slots = [Int32](repeating: -1, count: size)
  }

  /// Adds combinations to their classes.
  ///
  /// - Parameters:
  ///   - ordering: The combinations.
  ///   - stretch: Which of them.
  ///   - mask: The bits that tell classes apart.
  ///   - sensitiveBits: The lowest bits, which hold the sensitive value.
  mutating func add(
    _ ordering: Ordering<Key>, _ stretch: Range<Int>, mask: Key, _ sensitiveBits: Int
  ) {
    let sensitiveMask = (1 << sensitiveBits) - 1
    for index in stretch {
      let place = place(of: ordering.keys[index] & mask)
      let records = ordering.counts[index]
      sizes[place] += records
      if !ordering.population.isEmpty { populations[place] += ordering.population[index] }
      guard valueCount > 0, records > 0 else { continue }
      let value = Int(truncatingIfNeeded: ordering.keys[index]) & sensitiveMask
      histograms[place * valueCount + value] += records
    }
  }

  /// The class of a key, `nil` if there is none.
  func find(_ key: Key) -> Int? {
    let place = slots[slot(of: key)]
    return place < 0 ? nil : Int(place)
  }

  /// The slot of a key, or the free one where it belongs.
  private func slot(of key: Key) -> Int {
    let last = slots.count - 1
    let shift = UInt64(UInt64.bitWidth - PathCode.width(slots.count))
    var slot = Int(truncatingIfNeeded: key.spread &>> shift) & last
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & last }
    return slot
  }

  private mutating func place(of key: Key) -> Int {
    let slot = slot(of: key)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    sizes.append(0)
    populations.append(0)
    histograms.append(contentsOf: repeatElement(0, count: valueCount))
    return keys.count - 1
  }
}
