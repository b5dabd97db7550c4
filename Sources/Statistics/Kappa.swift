/// Agreement of two raters beyond chance.
///
/// Source: Cohen (1960), with weights Cohen (1968).
public struct CohensKappa: Sendable, Equatable {
  /// How much two categories differ.
  public enum Weights: String, Sendable, CaseIterable {
    /// Any two differ alike.
    case unweighted
    /// By the number of steps between them.
    case linear
    /// By the square of that number.
    case quadratic
  }

  /// The coefficient: 1 full agreement, 0 chance, below 0 worse.
  public let value: Double
  /// The mean weight of agreement that was observed, 0 to 1.
  public let observed: Double
  /// The mean weight of agreement that chance would give, 0 to 1.
  public let expected: Double

  /// Compares two raters.
  ///
  /// - Parameters:
  ///   - counts: How often the first rater chose the row's and the second the column's category; k x
  ///     k, categories in order.
  ///   - weights: How much categories differ.
  /// - Throws: `tooFewGroups` (fewer than two categories), `differentLengths`, `negativeCount`,
  ///   `tooFewValues` (no ratings), `noSpread` (both raters always chose the same category).
  public init(_ counts: [[Int]], _ weights: Weights) throws(ComparisonFailure) {
    let size = counts.count
    guard size > 1 else { throw .tooFewGroups }
    guard counts.allSatisfy({ $0.count == size }) else { throw .differentLengths }
    guard counts.allSatisfy({ $0.allSatisfy { (0..<1 << 40).contains($0) } }) else {
      throw .negativeCount
    }
    let rows = counts.map { Double($0.reduce(0, +)) }
    let columns = (0..<size).map { place in Double(counts.reduce(0) { $0 + $1[place] }) }
    let total = rows.reduce(0, +)
    guard total > 0 else { throw .tooFewValues }
    var (seen, chance) = ([Double](), [Double]())
    for row in 0..<size {
      for column in 0..<size where row != column {
        let steps = Double((row - column).magnitude) / Double(size - 1)
        let distance =
          switch weights {
          case .unweighted: 1.0
          case .linear: steps
          case .quadratic: steps * steps
          }
        seen.append(distance * Double(counts[row][column]) / total)
        chance.append(distance * rows[row] / total * columns[column] / total)
      }
    }
    let (disagreement, byChance) = (compensatedSum(seen), compensatedSum(chance))
    guard byChance > 0 else { throw .noSpread }
    value = 1 - disagreement / byChance
    observed = 1 - disagreement
    expected = 1 - byChance
  }
}

/// Agreement of the same number of raters per unit, who need not be the same, beyond chance.
///
/// Source: Fleiss (1971).
public struct FleissKappa: Sendable, Equatable {
  /// The coefficient.
  public let value: Double
  /// The mean share of pairs of raters who agree.
  public let observed: Double
  /// The share that chance would give.
  public let expected: Double

  /// Measures agreement.
  ///
  /// - Parameter counts: Per unit, how many raters chose each category.
  /// - Throws: `tooFewGroups` (no unit or fewer than two categories), `differentLengths` (categories
  ///   or numbers of raters differ), `negativeCount`, `tooFewValues` (fewer than two raters),
  ///   `noSpread` (all chose the same category).
  public init(_ counts: [[Int]]) throws(ComparisonFailure) {
    guard let first = counts.first, first.count > 1 else { throw .tooFewGroups }
    guard counts.allSatisfy({ $0.allSatisfy { (0..<1 << 20).contains($0) } }) else {
      throw .negativeCount
    }
    let raters = first.reduce(0, +)
    guard counts.allSatisfy({ $0.count == first.count && $0.reduce(0, +) == raters }) else {
      throw .differentLengths
    }
    guard raters > 1 else { throw .tooFewValues }
    let pairs = counts.reduce(0) { $0 + $1.reduce(0) { $0 + $1 * ($1 - 1) } }
    observed = Double(pairs) / (Double(counts.count) * Double(raters) * Double(raters - 1))
    let all = Double(counts.count) * Double(raters)
    let shares = first.indices.map { place in Double(counts.reduce(0) { $0 + $1[place] }) / all }
    expected = compensatedSum(shares.map { $0 * $0 })
    // 1 - Σp² as Σp(1 - p), which is 0 where one category takes all.
    let chance = compensatedSum(shares.map { $0 * (1 - $0) })
    guard chance > 0 else { throw .noSpread }
    value = (observed - expected) / chance
  }
}
