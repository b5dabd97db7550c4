/// Why weights cannot be fitted to known totals.
public enum WeightingFailure: Error, Sendable, Equatable {
  /// Columns differ in length, or there is no record.
  case differentLengths
  /// A weight or a target is negative or not finite.
  case badNumber
  /// A record belongs to no cell of this margin.
  case unknownCell(margin: Int)
  /// A cell has a target, but nobody in the sample stands for it.
  case emptyCell(margin: Int, cell: Int)
  /// The sample has records in a cell whose target is 0.
  case targetIsZero(margin: Int, cell: Int)
  /// The totals of two margins differ.
  case inconsistentTotals(margin: Int)
  /// The margins cannot be met together.
  case noConvergence
}

/// A known distribution: which cell each record is in, and how many the population has in each.
public struct WeightingMargin: Sendable, Equatable {
  /// Per record, its cell, from 0.
  public let cells: [Int]
  /// Per cell, the number in the population.
  public let targets: [Double]

  /// Makes a margin.
  ///
  /// - Parameters:
  ///   - cells: Per record, its cell, from 0.
  ///   - targets: Per cell, the number in the population, not negative.
  public init(cells: [Int], targets: [Double]) {
    self.cells = cells
    self.targets = targets
  }

  /// The sums of weights per cell.
  ///
  /// - Parameter weights: One per record.
  /// - Returns: One sum per cell.
  public func totals(of weights: [Double]) -> [Double] {
    var totals = [Double](repeating: 0, count: targets.count)
    for (cell, weight) in zip(cells, weights) where targets.indices.contains(cell) {
      totals[cell] += weight
    }
    return totals
  }

  func check(_ weights: [Double], margin: Int) throws(WeightingFailure) {
    guard cells.count == weights.count, !weights.isEmpty else { throw .differentLengths }
    guard (weights + targets).allSatisfy({ $0 >= 0 && $0.isFinite }) else { throw .badNumber }
    guard cells.allSatisfy(targets.indices.contains) else { throw .unknownCell(margin: margin) }
    for (cell, total) in totals(of: weights).enumerated() {
      if targets[cell] > 0, total == 0 { throw .emptyCell(margin: margin, cell: cell) }
      if targets[cell] == 0, total > 0 { throw .targetIsZero(margin: margin, cell: cell) }
    }
  }
}

/// Weights that give every cell its share of the population (post-stratification, cell weights).
///
/// Source: w · N_h / Σw over the cell, as R's `survey::postStratify`.
///
/// - Parameters:
///   - weights: Design weights, one per record; all 1 if there are none.
///   - margin: The cells and their targets.
/// - Returns: One weight per record.
/// - Throws: Why there are none; an empty cell is named.
public func cellWeights(
  _ weights: [Double], margin: WeightingMargin
) throws(WeightingFailure) -> [Double] {
  try margin.check(weights, margin: 0)
  let totals = margin.totals(of: weights)
  return zip(weights, margin.cells).map { weight, cell in
    totals[cell] > 0 ? weight * margin.targets[cell] / totals[cell] : weight
  }
}

/// Weights that meet several margins at once (raking, iterative proportional fitting).
///
/// Source: Deming & Stephan (1940); equal to R's `survey::rake` in the limit. Design weights are
/// where the iteration starts, so their ratios within joint cells are kept.
///
/// Limits: only the margins are met, not the joint distribution.
public struct Raking: Sendable, Equatable {
  /// One weight per record.
  public let weights: [Double]
  /// How often all margins were gone through.
  public let iterations: Int
  /// Per margin and cell, the sum of weights before.
  public let before: [[Double]]
  /// Per margin and cell, the sum of weights after.
  public let after: [[Double]]

  /// Rakes weights.
  ///
  /// Stops when no total is off by more than `tolerance` (relative) when its turn comes, or when
  /// rounding allows no further progress.
  ///
  /// - Parameters:
  ///   - weights: Design weights, one per record.
  ///   - margins: At least one; all with the same total.
  ///   - tolerance: The largest relative deviation of a total.
  ///   - limit: The most iterations.
  /// - Throws: Why there are none; an empty cell is named.
  public init(
    _ weights: [Double], margins: [WeightingMargin], tolerance: Double = 1e-14, limit: Int = 1000
  ) throws(WeightingFailure) {
    guard let first = margins.first else { throw .differentLengths }
    let whole = first.targets.reduce(0, +)
    for (place, margin) in margins.enumerated() {
      try margin.check(weights, margin: place)
      guard (margin.targets.reduce(0, +) - whole).magnitude <= 1e-9 * whole else {
        throw .inconsistentTotals(margin: place)
      }
    }
    var current = weights
    var (iteration, last) = (0, Double.infinity)
    while true {
      iteration += 1
      var largest = 0.0
      for margin in margins {
        let totals = margin.totals(of: current)
        var factors = margin.targets
        for cell in factors.indices {
          guard totals[cell] > 0 else {
            factors[cell] = 1
            continue
          }
          largest = max(largest, (totals[cell] / margin.targets[cell] - 1).magnitude)
          factors[cell] = margin.targets[cell] / totals[cell]
        }
        for (record, cell) in margin.cells.enumerated() { current[record] *= factors[cell] }
      }
      guard largest.isFinite else { throw .noConvergence }
      if largest < tolerance || (largest < 1e-11 && largest >= last) { break }
      guard iteration < limit else { throw .noConvergence }
      last = largest
    }
    self.weights = current
    iterations = iteration
    before = margins.map { $0.totals(of: weights) }
    after = margins.map { $0.totals(of: current) }
  }
}
