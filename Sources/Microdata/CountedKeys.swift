internal import Parallel

/// Distinct keys in ascending order with how often each occurs; sums of such lists are exact.
struct CountedKeys<Key: CombinationKey>: Sendable, Equatable {
  /// The keys, strictly ascending.
  private(set) var keys: [Key]
  /// How often each occurs.
  private(set) var counts: [UInt32]

  /// Counts keys.
  ///
  /// - Parameter unsorted: The keys, in any order.
  init(_ unsorted: [Key]) {
    let sorted = RadixSort.ascending(unsorted)
    keys = []
    counts = []
    keys.reserveCapacity(sorted.count)
    counts.reserveCapacity(sorted.count)
    for key in sorted {
      if key == keys.last, !keys.isEmpty {
        counts[counts.count - 1] += 1
      } else {
        keys.append(key)
        counts.append(1)
      }
    }
  }

  /// Adds two lists up.
  ///
  /// - Parameters:
  ///   - left: One list.
  ///   - right: The other.
  init(_ left: CountedKeys, plus right: CountedKeys) {
    keys = []
    counts = []
    keys.reserveCapacity(left.keys.count + right.keys.count)
    counts.reserveCapacity(left.keys.count + right.keys.count)
    var (first, second) = (0, 0)
    while first < left.keys.count, second < right.keys.count {
      let (one, other) = (left.keys[first], right.keys[second])
      keys.append(min(one, other))
      counts.append(
        (one <= other ? left.counts[first] : 0) + (other <= one ? right.counts[second] : 0))
      if one <= other { first += 1 }
      if other <= one { second += 1 }
    }
    keys += left.keys[first...]
    counts += left.counts[first...]
    keys += right.keys[second...]
    counts += right.counts[second...]
  }

  /// The number of rows counted.
  var total: Int { counts.reduce(0) { $0 + Int($1) } }

  /// Adds up many lists, two by two.
  static func sum(_ lists: [CountedKeys], workers: Int?) -> CountedKeys {
    var lists = lists
    while lists.count > 1 {
      let level = lists
      lists = Parallel.map(count: (level.count + 1) / 2, workers: workers) { index in
        let (left, right) = (2 * index, 2 * index + 1)
        return right < level.count ? CountedKeys(level[left], plus: level[right]) : level[left]
      }
    }
    return lists.first ?? CountedKeys([])
  }
}

/// Sorting by counting bytes, from the last byte to the first.
enum RadixSort {
  /// Sorts keys.
  ///
  /// - Parameter keys: Keys in any order.
  /// - Returns: The same keys, ascending.
  static func ascending<Key: CombinationKey>(_ keys: [Key]) -> [Key] {
    guard keys.count > 512 else { return keys.sorted() }
    let used = keys.reduce(0, |)
    var (source, target) = (keys, keys)
    for byte in 0..<(Key.bitWidth / 8) where used >> Key(8 * byte) & 0xFF != 0 {
      let shift = Key(8 * byte)
      var places = [Int](repeating: 0, count: 257)
      for key in source { places[Int(truncatingIfNeeded: key >> shift & 0xFF) + 1] += 1 }
      for value in 1...256 { places[value] += places[value - 1] }
      for key in source {
        let digit = Int(truncatingIfNeeded: key >> shift & 0xFF)
        target[places[digit]] = key
        places[digit] += 1
      }
      swap(&source, &target)
    }
    return source
  }
}
