extension PatternSearch {
  /// Secondary cells near one of them, by steps over relations.
  private func neighbours(of start: Int, count: Int) -> [Int] {
    var found: [Int] = []
    var seen: Set<Int> = [start]
    var layer = [start]
    while !layer.isEmpty, found.count < count {
      var following: [Int] = []
      for cell in layer {
        if isHidden[cell], !frame.isPrimary[cell], !locked.contains(cell) {
          found.append(cell)
        }
        for relation in frame.relationsOf[cell] {
          for member in frame.relations[relation]
          where program.contains(member.cell) && seen.insert(member.cell).inserted {
            following.append(member.cell)
          }
        }
      }
      for place in following.indices.dropLast() {
        following.swapAt(place, place + next(following.count - place))
      }
      layer = following
    }
    return Array(found.prefix(count))
  }

  /// What hidden cells cost, and their values where that is equal.
  var loss: (cost: Int, value: Int) {
    (cost, secondary.reduce(0) { $0 + frame.values[$1] })
  }

  /// Shows some cells, hides what is then needed, and keeps the outcome unless it is worse.
  ///
  /// Source: Schrimpf et al. (2000), Record breaking optimization results using the ruin and
  /// recreate principle, Journal of Computational Physics 159.
  func improve(rounds: Int, isOver: () -> Bool) {
    for _ in 0..<rounds where !isOver() {
      let all = secondary.filter { !locked.contains($0) }
      guard !all.isEmpty else { return }
      journal = []
      let before = loss
      let wasOpen = open.count
      let ruined = neighbours(of: all[next(all.count)], count: 2 + next(7))
      for cell in region { noise[cell] = 1 + Double(next(60)) / 100 }
      for cell in ruined { hide(cell, false) }
      for cell in region { setCost(cell) }
      var openNow = open
      for place in openNow.indices.dropLast() {
        openNow.swapAt(place, place + next(openNow.count - place))
      }
      for target in openNow where movements[target] == nil { _ = meet(target) }
      var added: [Int] = []
      for change in journal {
        if case .hidden(let cell, false) = change, isHidden[cell] { added.append(cell) }
      }
      prune(added)
      if loss.cost < before.cost { prune(dearestFirst) }
      if loss > before || open.count > wasOpen { undo(to: 0) }
    }
    journal = []
  }
}
