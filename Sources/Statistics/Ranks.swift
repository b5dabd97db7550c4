/// Values replaced by their ranks from 1, equal ones sharing the mean of theirs.
struct Ranks {
  /// Per value, its rank.
  let ranks: [Double]
  /// The sizes of groups of equal values, single ones left out.
  let ties: [Int]

  init(_ values: [Double]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var ties: [Int] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let rank = Double(start + end + 1) / 2
      for place in start..<end { ranks[order[place]] = rank }
      if end - start > 1 { ties.append(end - start) }
      start = end
    }
    self.ranks = ranks
    self.ties = ties
  }

  /// Σ (t³ - t) over groups of equal values.
  var tieSum: Double {
    ties.reduce(0) { $0 + Double($1) * Double($1) * Double($1) - Double($1) }
  }
}
