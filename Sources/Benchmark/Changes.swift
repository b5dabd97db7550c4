internal import Statistics

/// The change cells: every period of an organisation and perspective against the one before.
///
/// The one before is the last earlier period with any answers of that organisation and perspective;
/// where there is none, there are no cells.
func changeCells(of comparisons: [DimensionComparison], survey: Survey) -> [Cell] {
  var places: [DimensionKey: DimensionComparison] = [:]
  for comparison in comparisons {
    places[DimensionKey(comparison.slice, comparison.dimension)] = comparison
  }
  var cells: [Cell] = []
  for later in comparisons {
    let group = survey.groups[later.slice.group]
    let earlier = (0..<later.slice.period).map { period in
      places[
        DimensionKey(
          Survey.Slice(
            group: later.slice.group, period: period, perspective: later.slice.perspective),
          later.dimension)]
    }
    var waves: [Int: Result<WaveComparison, Silence>] = [:]
    func wave(from period: Int) -> Result<WaveComparison, Silence>? {
      if let known = waves[period] { return known }
      guard let before = earlier[period] else { return nil }
      let wave = Result { () throws(Silence) in
        try WaveComparison(
          from: before, to: later,
          minimumPeers: survey.definition.thresholds.minimumPeers)
      }
      waves[period] = wave
      return wave
    }
    func hasAnswers(_ member: Int, _ period: Int) -> Bool {
      group.counts[period][later.slice.perspective][member] != nil
    }
    var verdicts: [Change] = []
    for member in group.reported(in: later.slice.period) {
      guard let period = earlier.indices.last(where: { hasAnswers(member, $0) }),
        let before = earlier[period], let wave = wave(from: period)
      else { continue }
      let change = OrganisationChange(of: member, from: before, to: later, wave: wave)
      cells += change.cells
      if let verdict = change.verdict, verdict != .untestable { verdicts.append(verdict) }
    }
    // What peers have in common is told against the last period in which any of them answered.
    let last = earlier.indices.last { period in
      group.members.indices.contains { hasAnswers($0, period) }
    }
    if let wave = last.flatMap(wave) { cells += later.changeCells(verdicts, wave) }
  }
  return cells
}

/// Which dimension of which slice.
private struct DimensionKey: Hashable {
  let group: Int
  let period: Int
  let perspective: Int
  let dimension: Int

  init(_ slice: Survey.Slice, _ dimension: Int) {
    group = slice.group
    period = slice.period
    perspective = slice.perspective
    self.dimension = dimension
  }
}

extension DimensionComparison {
  /// What the changes of a peer group have in common, and how many of them are beyond what is usual.
  fileprivate func changeCells(
    _ verdicts: [Change], _ wave: Result<WaveComparison, Silence>
  ) -> [Cell] {
    let place = place(nil)
    let counted: [Change] = [.up, .down]
    if let barrier = sample.barrier {
      let statistics: [Statistic] =
        [.changeCommon, .changesTested, .changesByChance] + counted.map { .changeCount($0) }
      return statistics.map { place.cell($0, barrier) }
    }
    let common: Cell =
      switch wave {
      case .failure(let silence): place.cell(.changeCommon, silence)
      case .success(let wave):
        place.cell(.changeCommon, wave.common, n: wave.count, rule: .changeCommon)
      }
    let tested = verdicts.count
    return [
      common,
      place.cell(.changesTested, Double(tested), n: tested, rule: .changeCount),
      place.cell(.changesByChance, 0.05 * Double(tested), n: tested, rule: .changeByChance),
    ]
      + counted.map { change in
        place.cell(
          .changeCount(change), Double(verdicts.count { $0 == change }), n: tested,
          rule: .changeCount)
      }
  }
}
