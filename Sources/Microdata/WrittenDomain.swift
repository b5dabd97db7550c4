internal import Glibc

/// What a column may hold: labels as bytes, with the leaves that each stands for.
struct WrittenDomain: Sendable {
  let leaves: [[UInt8]: Int]
  let size: Int
  let height: Int
  let index: Int

  init(_ hierarchy: Hierarchy, level: Int?, at index: Int) {
    var leaves: [[UInt8]: Int] = [:]
    for candidate in level.map({ [$0] }) ?? Array(0..<hierarchy.levelCount) {
      let labels = hierarchy.labels[candidate]
      var counts: [[UInt8]: Int] = [:]
      for value in hierarchy.values(atLevel: candidate) {
        counts[Array(labels[value].utf8), default: 0] += 1
      }
      for (label, count) in counts { leaves[label] = max(leaves[label] ?? 0, count) }
    }
    self.leaves = leaves
    size = hierarchy.leafCount
    height = hierarchy.levelCount - 1
    self.index = index
  }

  static func together(_ losses: [Double], _ aggregate: LossMeasure.Aggregate) -> Double {
    switch aggregate {
    case .mean: losses.reduce(0, +) / Double(losses.count)
    case .sum: losses.reduce(0, +)
    case .max: losses.max() ?? 0
    case .geometric: exp(losses.reduce(0) { $0 + log1p($1) } / Double(losses.count)) - 1
    }
  }
}
