internal import Glibc

/// Criteria by the book, for one class at a time.
struct StrictCriteria: Sendable {
  private let criteria: [Criterion]
  private let shares: [Double]

  init(_ criteria: [Criterion], shares: [Double]) {
    (self.criteria, self.shares) = (criteria, shares)
  }

  func holds(size: Int, counts: [Int]) -> Bool {
    let present = counts.filter { $0 > 0 }.sorted(by: >)
    return criteria.allSatisfy { criterion in
      switch criterion {
      case .anonymity(let k): size >= k
      case .map, .presence: true
      case .distinct(let l): present.count >= l
      case .entropy(let l):
        exp(present.reduce(0) { $0 - share($1, size) * log(share($1, size)) }) >= l - 1e-6
      case .recursive(let c, let l):
        present.count >= l
          && Double(present[0]) < c * Double(present.dropFirst(l - 1).reduce(0, +))
      case .closeness(let t, let distance): self.distance(distance, size, counts) <= t + 1e-6
      }
    }
  }

  private func share(_ count: Int, _ size: Int) -> Double { Double(count) / Double(size) }

  private func distance(_ kind: Criterion.Distance, _ size: Int, _ counts: [Int]) -> Double {
    let differences = zip(counts, shares).map { share($0, size) - $1 }
    switch kind {
    case .equal: return differences.reduce(0) { $0 + max(0, $1) }
    case .ordered:
      let sums = differences.indices.map { abs(differences[...$0].reduce(0, +)) }
      return sums.reduce(0, +) / Double(max(1, differences.count - 1))
    case .hierarchical(let hierarchy):
      // What has to cross the border of a value has to rise above it: half the flows over all edges.
      let height = hierarchy.levelCount - 1
      guard height > 0 else { return 0 }
      return (0..<height).reduce(0) { sum, level in
        var flows = [Double](repeating: 0, count: hierarchy.labels[level].count)
        for (leaf, value) in hierarchy.values(atLevel: level).enumerated()
        where leaf < differences.count {
          flows[value] += differences[leaf]
        }
        return sum + flows.reduce(0) { $0 + abs($1) } / 2 / Double(height)
      }
    }
  }
}
