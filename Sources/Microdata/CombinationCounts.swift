internal import Parallel

/// How often each combination of leaves (and sensitive value) occurs; counts of parts add up exactly.
///
/// This is all that the search needs to know of records, and the parts may be counted on any machine,
/// in any order. It holds small counts of persons: it is confidential like a tally.
public struct CombinationCounts: Sendable, Equatable {
  enum Storage: Sendable, Equatable {
    case narrow(CountedKeys<UInt64>)
    case wide(CountedKeys<UInt128>)
  }

  /// One hierarchy per quasi-identifier.
  public let hierarchies: [Hierarchy]
  /// How many sensitive values are told apart; 0 for none.
  public let sensitiveValues: Int
  private(set) var storage: Storage

  /// Counts records.
  ///
  /// - Parameters:
  ///   - data: The records.
  ///   - withSensitive: Whether sensitive values are told apart.
  ///   - workers: The most workers; the result does not depend on it.
  /// - Throws: That combinations need more than 128 bits.
  public init(
    _ data: Microdata, withSensitive: Bool = false, workers: Int? = nil
  ) throws(Microdata.Failure) {
    hierarchies = data.hierarchies
    sensitiveValues = withSensitive ? data.sensitiveValues : 0
    let layout = KeyLayout(hierarchies, sensitiveValues: sensitiveValues)
    guard layout.bits <= 128 else { throw .tooWide(bits: layout.bits) }
    storage =
      layout.bits <= 64
      ? .narrow(data.counted(layout, workers: workers))
      : .wide(data.counted(layout, workers: workers))
  }

  /// Adds the counts of another part.
  ///
  /// - Parameter other: Counts over the same hierarchies and sensitive values.
  /// - Throws: That they are over others.
  public mutating func merge(_ other: CombinationCounts) throws(Microdata.Failure) {
    guard other.hierarchies == hierarchies, other.sensitiveValues == sensitiveValues else {
      throw .differentHierarchies
    }
    switch (storage, other.storage) {
    case (.narrow(let left), .narrow(let right)):
      storage = .narrow(CountedKeys(left, plus: right))
    case (.wide(let left), .wide(let right)):
      storage = .wide(CountedKeys(left, plus: right))
    default: preconditionFailure("the same hierarchies need the same number of bits")
    }
  }

  /// The number of records.
  public var records: Int {
    switch storage {
    case .narrow(let keys): keys.total
    case .wide(let keys): keys.total
    }
  }

  /// The number of distinct combinations.
  public var distinct: Int {
    switch storage {
    case .narrow(let keys): keys.keys.count
    case .wide(let keys): keys.keys.count
    }
  }
}

extension CountedKeys {
  /// How many records each leaf has, by quasi-identifier.
  func marginals(_ layout: KeyLayout, _ hierarchies: [Hierarchy]) -> [[Int]] {
    hierarchies.indices.map { index in
      let values = layout.codes[index].values[0]
      var marginal = [Int](repeating: 0, count: hierarchies[index].leafCount)
      for (key, count) in zip(keys, counts) {
        marginal[Int(values[layout.code(key, index, level: 0)])] += Int(count)
      }
      return marginal
    }
  }

  /// The share of the records that has each sensitive value.
  func shares(_ layout: KeyLayout, values: Int) -> [Double] {
    let mask = (1 << layout.sensitiveBits) - 1
    var numbers = [Int](repeating: 0, count: values)
    for (key, count) in zip(keys, counts) {
      let value = Int(truncatingIfNeeded: key) & mask
      if value < values { numbers[value] += Int(count) }
    }
    let records = Double(total)
    return numbers.map { Double($0) / records }
  }
}
