import Foundation
import Microdata

/// Full-domain generalisation the slow way: every node, every record, texts and dictionaries.
struct SlowTwin {
  let table: RandomTable
  let criteria: [Criterion]
  let measure: LossMeasure
  let limit: Double

  /// All nodes with what they lose and suppress; only those within the limit.
  func nodes() -> [(node: [Int], loss: Double, suppressed: Int)] {
    let most = Int((limit * Double(table.sensitive.count) + 1e-9).rounded(.down))
    return lattice().compactMap { node in
      let (loss, suppressed) = outcome(node)
      return suppressed <= most ? (node, loss, suppressed) : nil
    }
  }

  func lattice() -> [[Int]] {
    table.hierarchies.reduce([[]]) { nodes, rows in
      nodes.flatMap { node in rows[0].indices.map { node + [$0] } }
    }
  }

  func outcome(_ node: [Int]) -> (loss: Double, suppressed: Int) {
    let records = table.sensitive.indices
    let groups = Dictionary(grouping: records) { record in
      node.indices.map { table.hierarchies[$0][table.columns[$0][record]][node[$0]] }
    }
    let kept = groups.filter { holds($0.value) }
    let keptRecords = kept.values.flatMap(\.self)
    let suppressed = records.count - keptRecords.count
    let n = Double(records.count)
    switch measure {
    case .discernibility:
      return (
        kept.values.reduce(n * Double(suppressed)) { $0 + Double($1.count * $1.count) }, suppressed
      )
    case .averageClassSize:
      return (n / Double(max(1, kept.count + (suppressed > 0 ? 1 : 0))), suppressed)
    case .loss(let aggregate), .entropy(let aggregate), .precision(let aggregate):
      let losses = node.indices.map { loss($0, node[$0], keptRecords, suppressed) }
      switch aggregate {
      case .mean: return (losses.reduce(0, +) / Double(losses.count), suppressed)
      case .sum: return (losses.reduce(0, +), suppressed)
      case .max: return (losses.max() ?? 0, suppressed)
      case .geometric:
        return (
          pow(losses.reduce(1) { $0 * ($1 + 1) }, 1 / Double(losses.count)) - 1, suppressed
        )
      }
    }
  }

  private func loss(_ index: Int, _ level: Int, _ kept: [Int], _ suppressed: Int) -> Double {
    let rows = table.hierarchies[index]
    let (column, n) = (table.columns[index], Double(table.sensitive.count))
    let values = rows.map { $0[level] }
    switch measure {
    case .precision:
      let height = Double(rows[0].count - 1)
      return (Double(level) / height * Double(kept.count) + Double(suppressed)) / n
    case .entropy:
      let count = { (leaf: Int) in Double(column.count { $0 == leaf }) }
      let above = { (leaf: Int) in Double(column.count { values[$0] == values[leaf] }) }
      let isKept = Set(kept)
      var (lost, all) = (0.0, 0.0)
      for record in column.indices {
        let leaf = column[record]
        all += log2(n / count(leaf))
        lost += isKept.contains(record) ? log2(above(leaf) / count(leaf)) : log2(n / count(leaf))
      }
      return all > 0 ? lost / all : 0
    default:
      let domain = Double(rows.count)
      let share = { (leaf: Int) in Double(values.count { $0 == values[leaf] }) / domain }
      let sum = kept.reduce(Double(suppressed)) { $0 + share(column[$1]) }
      return (sum - n / domain) / (n - n / domain)
    }
  }

  private func holds(_ group: [Int]) -> Bool {
    let counts = (0..<table.sensitiveValues).map { value in
      group.count { table.sensitive[$0] == value }
    }
    let size = Double(group.count)
    let present = counts.filter { $0 > 0 }.sorted(by: >)
    let all = Double(table.sensitive.count)
    let q = (0..<table.sensitiveValues).map { value in
      Double(table.sensitive.count { $0 == value }) / all
    }
    return criteria.allSatisfy { criterion in
      switch criterion {
      case .anonymity(let k): return group.count >= k
      case .distinct(let l): return present.count >= l
      case .entropy(let l):
        let entropy = present.reduce(0) { $0 - Double($1) / size * log(Double($1) / size) }
        return entropy >= log(l) - 1e-9
      case .recursive(let c, let l):
        return present.count >= l
          && Double(present[0]) < c * Double(present[(l - 1)...].reduce(0, +))
      case .closeness(let t, let distance):
        let p = counts.map { Double($0) / size }
        switch distance {
        case .equal: return zip(p, q).reduce(0) { $0 + abs($1.0 - $1.1) } / 2 <= t + 1e-9
        case .ordered:
          var (sum, total) = (0.0, 0.0)
          for (one, other) in zip(p, q) {
            sum += one - other
            total += abs(sum)
          }
          return total / Double(q.count - 1) <= t + 1e-9
        case .hierarchical: return true
        }
      case .map, .presence: return true
      }
    }
  }
}
