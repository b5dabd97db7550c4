internal import Parallel

/// Records with quasi-identifiers, ready for generalising: leaves, hierarchies and sensitive values.
///
/// It holds codes of persons and is never written anywhere.
public struct Microdata: Sendable {
  /// Why records cannot be generalised.
  public enum Failure: Error, Equatable, Sendable {
    /// No record.
    case empty
    /// No quasi-identifier.
    case noQuasiIdentifier
    /// All codes together need more than 128 bits.
    case tooWide(bits: Int)
    /// There are more nodes than the search can hold.
    case tooManyNodes
    /// Counts over different hierarchies do not add up.
    case differentHierarchies
    /// A criterion that needs sensitive values, but there are none.
    case noSensitive
    /// A criterion that needs a population, but there is none.
    case noPopulation
  }

  /// One hierarchy per quasi-identifier.
  public let hierarchies: [Hierarchy]
  /// One leaf number per record, for each quasi-identifier.
  public let leaves: [[UInt32]]
  /// One value number per record, or empty.
  public let sensitive: [UInt32]
  /// How many sensitive values there are; 0 for none.
  public let sensitiveValues: Int

  /// Takes records together.
  ///
  /// - Parameters:
  ///   - hierarchies: One per quasi-identifier.
  ///   - leaves: For each quasi-identifier one leaf number per record.
  ///   - sensitive: One value number per record, or empty.
  ///   - sensitiveValues: How many sensitive values there are.
  /// - Throws: Why the records cannot be generalised.
  public init(
    hierarchies: [Hierarchy], leaves: [[UInt32]], sensitive: [UInt32] = [], sensitiveValues: Int = 0
  ) throws(Failure) {
    precondition(hierarchies.count == leaves.count, "one column per hierarchy")
    guard let first = leaves.first else { throw .noQuasiIdentifier }
    guard !first.isEmpty else { throw .empty }
    precondition(leaves.allSatisfy { $0.count == first.count }, "columns are equally long")
    precondition(sensitive.isEmpty || sensitive.count == first.count, "one value per record")
    self.hierarchies = hierarchies
    self.leaves = leaves
    self.sensitive = sensitive
    self.sensitiveValues = sensitive.isEmpty ? 0 : sensitiveValues
  }

  /// The number of records.
  public var count: Int { leaves[0].count }

  /// The records at some places.
  ///
  /// - Parameter rows: Places, at least one.
  /// - Returns: Those records, with the same hierarchies.
  /// - Throws: When there are none.
  func keeping(_ rows: [Int]) throws(Failure) -> Microdata {
    try Microdata(
      hierarchies: hierarchies, leaves: leaves.map { column in rows.map { column[$0] } },
      sensitive: sensitive.isEmpty ? [] : rows.map { sensitive[$0] },
      sensitiveValues: sensitiveValues)
  }

  /// Distinct combinations of leaves and sensitive value, with how often each occurs.
  ///
  /// - Parameters:
  ///   - layout: Where what stands in a key.
  ///   - workers: The most workers; the result does not depend on it.
  /// - Returns: The counts.
  func counted<Key: CombinationKey>(_ layout: KeyLayout, workers: Int?) -> CountedKeys<Key> {
    let piece = 1 << 18
    let pieces = (count + piece - 1) / piece
    let lists = Parallel.map(count: pieces, workers: workers) { index in
      let rows = (index * piece)..<min(count, (index + 1) * piece)
      return CountedKeys<Key>(keys(layout, rows))
    }
    return CountedKeys.sum(lists, workers: workers)
  }

  /// The keys of some rows.
  ///
  /// - Parameters:
  ///   - layout: Where what stands in a key.
  ///   - rows: The rows.
  ///   - withSensitive: Whether the sensitive value is part of the keys, if the layout has room for it.
  /// - Returns: One key per row.
  func keys<Key: CombinationKey>(
    _ layout: KeyLayout, _ rows: Range<Int>, withSensitive: Bool = true
  ) -> [Key] {
    var keys = [Key](repeating: 0, count: rows.count)
    for (index, column) in leaves.enumerated() {
      let codes = layout.codes[index].leafCodes.map { Key($0) << Key(layout.shifts[index]) }
      for (place, row) in rows.enumerated() { keys[place] |= codes[Int(column[row])] }
    }
    guard withSensitive, layout.sensitiveBits > 0 else { return keys }
    for (place, row) in rows.enumerated() { keys[place] |= Key(sensitive[row]) }
    return keys
  }
}
