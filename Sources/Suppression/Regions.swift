/// Parts of a table that hang together, so that a search need not look at all of it.
struct Regions {
  let frame: Frame

  /// Cuts all cells that can move into parts.
  ///
  /// A part grows by the relation that adds the fewest cells, so that it fills a block of a table
  /// with its totals, and it stops where it would spread to the next one.
  ///
  /// - Parameter limit: The number of cells at which a part stops growing.
  /// - Returns: The parts, each in order.
  func partition(limit: Int) -> [[Int]] {
    var part = [Int](repeating: -1, count: frame.values.count)
    var parts: [[Int]] = []
    // Cells with small relations first: what lies above several blocks is left for the end.
    let width = frame.values.indices.map { cell in
      frame.relationsOf[cell].reduce(0) { max($0, frame.relations[$1].count) }
    }
    let seeds = frame.values.indices.sorted { (width[$0], $0) < (width[$1], $1) }
    for seed in seeds where frame.isFree[seed] && part[seed] < 0 {
      parts.append(grow(from: seed, limit: limit, number: parts.count, part: &part))
    }
    return parts
  }

  private func grow(from seed: Int, limit: Int, number: Int, part: inout [Int]) -> [Int] {
    var region = [seed]
    part[seed] = number
    var touched: Set<Int> = []
    var open: [Int] = []
    var (next, largest) = (0, 0)
    while region.count < limit {
      while next < region.count {
        for relation in frame.relationsOf[region[next]] where touched.insert(relation).inserted {
          open.append(relation)
        }
        next += 1
      }
      var best: (count: Int, relation: Int)?
      var kept: [Int] = []
      for relation in open {
        let count = frame.relations[relation].count(where: { part[$0.cell] < 0 })
        guard count > 0 else { continue }
        kept.append(relation)
        if (count, relation) < best ?? (.max, .max) { best = (count, relation) }
      }
      open = kept
      guard let best, region.count + best.count <= limit else { break }
      // A relation larger than all before leads to the next block.
      if best.count > largest, region.count > limit / 4 { break }
      largest = max(largest, best.count)
      for member in frame.relations[best.relation] where part[member.cell] < 0 {
        part[member.cell] = number
        region.append(member.cell)
      }
    }
    return region.sorted()
  }
}
