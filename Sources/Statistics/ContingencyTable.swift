/// Counts of cases by two characteristics, and whether these go together.
public struct ContingencyTable: Sendable, Equatable {
  /// The counts by rows.
  public let counts: [[Int]]
  /// Pearson's chi-squared without continuity correction.
  ///
  /// Source: Pearson (1900).
  public let chiSquared: Double
  /// The degrees of freedom.
  public let degreesOfFreedom: Int
  /// The p-value.
  public let probability: Double
  /// The strength of the association, 0 to 1.
  ///
  /// Source: Cramér (1946).
  public let cramersV: Double
  /// The smallest count expected under independence; below 5 the p-value is rough.
  public let smallestExpected: Double

  /// Tests independence.
  ///
  /// - Parameter counts: At least two rows of equal length, at least two columns.
  /// - Throws: `tooFewGroups`, `differentLengths`, `negativeCount`, `emptyRow` (or column).
  public init(_ counts: [[Int]]) throws(ComparisonFailure) {
    guard let width = counts.first?.count, counts.count > 1, width > 1 else { throw .tooFewGroups }
    guard counts.allSatisfy({ $0.count == width }) else { throw .differentLengths }
    guard counts.allSatisfy({ $0.allSatisfy { (0..<1 << 40).contains($0) } }) else {
      throw .negativeCount
    }
    let rows = counts.map { Double($0.reduce(0, +)) }
    let columns = (0..<width).map { place in Double(counts.reduce(0) { $0 + $1[place] }) }
    guard rows.allSatisfy({ $0 > 0 }), columns.allSatisfy({ $0 > 0 }) else { throw .emptyRow }
    let total = rows.reduce(0, +)
    var terms: [Double] = []
    var smallest = Double.infinity
    for (row, line) in zip(rows, counts) {
      for (column, count) in zip(columns, line) {
        let expected = row * column / total
        smallest = min(smallest, expected)
        terms.append((Double(count) - expected) * (Double(count) - expected) / expected)
      }
    }
    self.counts = counts
    smallestExpected = smallest
    chiSquared = compensatedSum(terms)
    degreesOfFreedom = (counts.count - 1) * (width - 1)
    cramersV = (chiSquared / (total * Double(min(counts.count, width) - 1))).squareRoot()
    guard let tail = ChiSquared(degreesOfFreedom: Double(degreesOfFreedom))?.upperTail(chiSquared)
    else { throw .notFinite }
    probability = tail
  }
}
