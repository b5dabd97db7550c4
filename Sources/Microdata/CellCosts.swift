internal import Glibc

/// Losses that add up over cells: what generalising costs, and what suppressing costs on top of it.
///
/// All costs are whole numbers, so that sums do not depend on their order. What suppressing costs
/// never grows with the level.
struct CellCosts: Sendable {
  /// How the quasi-identifiers become one number.
  let aggregate: LossMeasure.Aggregate
  /// The sum over all records when nothing is suppressed, by quasi-identifier and level.
  let base: [[Int64]]
  /// What suppressing a record costs at least, all tables one after the other.
  let penalties: [Int64]
  /// Where the tables start, by quasi-identifier, level of a class and wanted level below it; each
  /// has one number per code of the class's level.
  let penaltyStarts: [[[Int]]]
  /// What the loss of each quasi-identifier is counted from, and its scale.
  let zero: [Int64]
  let span: [Int64]

  /// Works out the costs.
  ///
  /// - Parameters:
  ///   - measure: A loss that adds up over cells.
  ///   - hierarchies: One per quasi-identifier.
  ///   - layout: The codes.
  ///   - marginals: How many records each leaf has, by quasi-identifier.
  init?(
    _ measure: LossMeasure, _ hierarchies: [Hierarchy], _ layout: KeyLayout, marginals: [[Int]]
  ) {
    guard let aggregate = measure.aggregate else { return nil }
    self.aggregate = aggregate
    let records = marginals[0].reduce(0, +)
    var base: [[Int64]] = []
    var penalties: [Int64] = []
    var penaltyStarts: [[[Int]]] = []
    var zero: [Int64] = []
    var span: [Int64] = []
    for (index, hierarchy) in hierarchies.enumerated() {
      let costs = AttributeCosts(measure, hierarchy, marginal: marginals[index], records: records)
      base.append(costs.base)
      penaltyStarts.append(
        costs.penalties(layout.codes[index], hierarchy).map { tables in
          tables.map { table in
            penalties += table
            return penalties.count - table.count
          }
        })
      zero.append(costs.zero)
      span.append(costs.most - costs.zero)
    }
    (self.base, self.penalties, self.penaltyStarts) = (base, penalties, penaltyStarts)
    (self.zero, self.span) = (zero, span)
  }

  /// The loss of one quasi-identifier.
  ///
  /// - Parameters:
  ///   - index: The quasi-identifier.
  ///   - cost: The sum over all records.
  /// - Returns: 0 untouched, 1 all suppressed; 0 where a hierarchy leaves nothing to lose.
  func loss(_ index: Int, cost: Int64) -> Double {
    span[index] > 0 ? Double(cost - zero[index]) / Double(span[index]) : 0
  }

  /// The losses of all quasi-identifiers.
  func losses(_ levels: [Int], extra: [Int64]) -> [Double] {
    levels.indices.map { loss($0, cost: base[$0][levels[$0]] + extra[$0]) }
  }
}

/// The costs of the cells of one quasi-identifier.
private struct AttributeCosts {
  let base: [Int64]
  let zero: Int64
  let most: Int64
  /// What suppressing a record costs on top of generalising it, by level and value.
  private let penalty: [[Int64]]

  /// Bits are counted in units of this.
  private static let unit = Double(1 << 30)

  init(_ measure: LossMeasure, _ hierarchy: Hierarchy, marginal: [Int], records: Int) {
    let levels = hierarchy.levelCount
    let counts = (0..<levels).map { level in
      var counts = [Int](repeating: 0, count: hierarchy.labels[level].count)
      for (leaf, value) in hierarchy.values(atLevel: level).enumerated() {
        counts[value] += marginal[leaf]
      }
      return counts
    }
    switch measure {
    case .precision:
      let height = Int64(levels - 1)
      penalty = (0..<levels).map { level in counts[level].map { _ in height - Int64(level) } }
      base = (0..<levels).map { Int64(records) * Int64($0) }
      (zero, most) = (0, Int64(records) * height)
    case .entropy:
      let bits = { (count: Int) in
        count == 0 ? 0 : Int64((log2(Double(records) / Double(count)) * Self.unit).rounded())
      }
      penalty = counts.map { $0.map(bits) }
      let all = zip(marginal, counts[0].map(bits)).reduce(Int64(0)) { $0 + Int64($1.0) * $1.1 }
      base = (0..<levels).map { level in
        all - counts[level].reduce(Int64(0)) { $0 + Int64($1) * bits($1) }
      }
      (zero, most) = (0, all)
    case .loss, .discernibility, .averageClassSize:
      let domain = Int64(hierarchy.leafCount)
      penalty = hierarchy.leafCounts.map { $0.map { domain - Int64($0) } }
      base = (0..<levels).map { level in
        zip(counts[level], hierarchy.leafCounts[level]).reduce(Int64(0)) {
          $0 + Int64($1.0) * Int64($1.1)
        }
      }
      (zero, most) = (Int64(records), Int64(records) * domain)
    }
  }

  /// By level of a class and wanted level: the least penalty of what stands below each code.
  func penalties(_ code: PathCode, _ hierarchy: Hierarchy) -> [[[Int64]]] {
    penalty.indices.map { level in
      (0...level).map { wanted in
        var least = [Int64](repeating: .max, count: hierarchy.labels[level].count)
        for value in hierarchy.labels[wanted].indices {
          let above = (wanted..<level).reduce(value) { hierarchy.parents[$1][$0] }
          least[above] = min(least[above], penalty[wanted][value])
        }
        return code.values[level].map { $0 < 0 ? 0 : least[Int($0)] }
      }
    }
  }
}
