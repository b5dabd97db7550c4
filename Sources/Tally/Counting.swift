public import Anonymising
import Cleaning

extension Tally {
  /// Counts the rows of a chunk.
  ///
  /// - Parameters:
  ///   - chunk: Anonymous rows.
  ///   - repeated: Per row, whether to leave it out as a duplicate; empty leaves out none.
  public mutating func count(_ chunk: AnonymousChunk, leavingOut repeated: [Bool] = []) {
    var partial = chunk.groups.map { _ in GroupCounts(schema: schema) }
    let columnOfItem = columns(of: chunk)
    let scorers = schema.dimensions.indices.map { Scorer(dimension: $0, of: self) }
    var row = 0
    while row < chunk.count {
      defer { row += 1 }
      if !repeated.isEmpty, repeated[row] { continue }
      let group = Int(chunk.groupOfRow[row])
      partial[group].respondents += 1
      for item in schema.items.indices {
        partial[group].items[item].enter(columnOfItem[item].map { chunk.levels[$0][row] })
      }
      for (dimension, scorer) in scorers.enumerated() {
        scorer.enter(
          row: row, of: chunk, columns: columnOfItem, into: &partial[group].dimensions[dimension])
      }
    }
    for (group, counts) in zip(chunk.groups, partial) where counts.respondents > 0 {
      add(
        counts,
        to: GroupKey(
          organisation: group.organisation, period: group.period, perspective: group.perspective))
    }
  }

  /// The chunk's column of each schema item, or `nil` for items the source does not have.
  private func columns(of chunk: AnonymousChunk) -> [Int?] {
    var columns = [Int?](repeating: nil, count: schema.items.count)
    for (column, item) in chunk.items.enumerated() { columns[item] = column }
    return columns
  }
}

extension ItemCounts {
  /// Enters one answer; `nil` means that the source does not have the item.
  fileprivate mutating func enter(_ level: Level?) {
    guard let level else {
      notShown += 1
      return
    }
    switch level {
    case .empty: empty += 1
    case .notShown: notShown += 1
    case .nonAnswer: nonAnswer += 1
    case .unreadable, .outOfScale, .excelDate: blanked += 1
    default: levels[Int(level.raw)] += 1
    }
  }
}

/// Computes one dimension's scores as integers.
private struct Scorer {
  let items: [Int]
  let minimumAnswered: Int
  /// Score units per level of each item, when it is the only item answered.
  let unitsPerLevel: [Int]

  init(dimension: Int, of tally: Tally) {
    let dimension = tally.schema.dimensions[dimension]
    let units = Tally.scoreUnits(of: dimension, in: tally.schema)
    items = dimension.items
    minimumAnswered = dimension.minimumAnswered
    unitsPerLevel = dimension.items.map { units / (tally.schema.items[$0].levels - 1) }
  }

  func enter(
    row: Int, of chunk: AnonymousChunk, columns: [Int?], into sums: inout DimensionSums
  ) {
    var answered = 0
    var total = 0
    for (place, item) in items.enumerated() {
      guard let column = columns[item] else { continue }
      let level = chunk.levels[column][row]
      guard level.isLevel else { continue }
      answered += 1
      total += Int(level.raw) * unitsPerLevel[place]
    }
    guard answered >= minimumAnswered, answered > 0 else { return }
    let score = Int128(total / answered)  // exact: the units are a multiple of every count
    sums.scored += 1
    sums.sum += score
    sums.sumOfSquares += score * score
    if answered == items.count { enterComplete(row: row, of: chunk, columns: columns, into: &sums) }
  }

  private func enterComplete(
    row: Int, of chunk: AnonymousChunk, columns: [Int?], into sums: inout DimensionSums
  ) {
    let levels = items.map { item -> Int in
      guard let column = columns[item] else { preconditionFailure("a complete row has every item") }
      return Int(chunk.levels[column][row].raw)
    }
    sums.complete += 1
    var pair = 0
    for first in levels.indices {
      sums.itemSums[first] += levels[first]
      for second in first..<levels.count {
        sums.crossProducts[pair] += levels[first] * levels[second]
        pair += 1
      }
    }
  }
}
