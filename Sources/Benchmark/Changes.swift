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
  let minimum = survey.definition.thresholds.minimumForReading
  var cells: [Cell] = []
  for later in comparisons {
    let group = survey.groups[later.slice.group]
    for member in group.reported(in: later.slice.period) {
      guard
        let before = (0..<later.slice.period).last(where: {
          group.counts[$0][later.slice.perspective][member] != nil
        })
      else { continue }
      let slice = Survey.Slice(
        group: later.slice.group, period: before, perspective: later.slice.perspective)
      guard let earlier = places[DimensionKey(slice, later.dimension)] else { continue }
      cells += changeCells(of: member, from: earlier, to: later, minimum: minimum)
    }
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

private func changeCells(
  of member: Int, from earlier: DimensionComparison, to later: DimensionComparison, minimum: Int
) -> [Cell] {
  let place = later.place(member)
  if let silence = later.sample.silences[member] ?? earlier.sample.silences[member] {
    return [place.cell(.change, silence), place.cell(.changeVerdict, silence)]
  }
  let (before, now) = (earlier.sample.count(member), later.sample.count(member))
  let difference = later.sample.points(member) - earlier.sample.points(member)
  guard let first = earlier.sample.estimate(member), let second = later.sample.estimate(member),
    let interval = welchInterval(of: second.estimate, minus: first.estimate)
  else {
    return [
      place.cell(.change, difference, n: before + now, rule: .changeNoInterval),
      place.cell(
        .changeVerdict, word: Change.untestable.rawValue, n: before + now,
        rule: .changeNoInterval),
    ]
  }
  let change = place.cell(
    .change, difference, within: interval.clamped(to: -100...100), n: before + now,
    rule: .changeWelch)
  guard before >= minimum, now >= minimum else {
    return [
      change,
      place.cell(
        .changeVerdict, word: Change.untestable.rawValue, n: before + now,
        rule: .changeMinimumAnswers),
    ]
  }
  let verdict: Change
  if tidy(interval.lower) > 0 {
    verdict = .up
  } else {
    verdict = tidy(interval.upper) < 0 ? .down : .usual
  }
  return [
    change,
    place.cell(.changeVerdict, word: verdict.rawValue, n: before + now, rule: .changeWelch),
  ]
}
