internal import Statistics
internal import Tally

/// One item of a peer group, period and perspective.
///
/// The items of a dimension are shown together or not at all: from the dimension's figure and the
/// shown items a hidden one could be worked out.
struct ItemComparison: Sendable {
  let survey: Survey
  let slice: Survey.Slice
  /// The item, by its index in the schema.
  let item: Int
  let sample: PeerSample

  init(
    of item: Int, in slice: Survey.Slice, disclosure: SliceDisclosure, survey: Survey
  ) {
    self.survey = survey
    self.slice = slice
    self.item = item
    sample = PeerSample(
      disclosure.items[item], unitsPerScale: survey.schema.items[item].levels - 1,
      minimumPeers: survey.definition.thresholds.minimumPeers)
  }

  /// The cells of the item, of organisations and of the peer group.
  var cells: [Cell] {
    let measure = CellID.Measure.item(survey.schema.items[item].key)
    let counts = survey.counts(in: slice)
    let own = survey.groups[slice.group].reported(in: slice.period).flatMap { member in
      organisationCells(
        member, counts[member]?.items[item].levels ?? [],
        at: survey.place(member, measure, in: slice))
    }
    return own + sample.totalCells(at: survey.place(nil, measure, in: slice))
  }

  private func organisationCells(
    _ member: Int, _ counts: [Int], at place: CellPlace
  ) -> [Cell] {
    let levels = survey.schema.items[item].levels
    // Of two levels, the two best are all there is.
    let hasTopTwo = levels > 2
    if let silence = sample.silences[member] {
      let statistics: [Statistic] =
        [.points, .answers] + (hasTopTwo ? [.topTwoShare] : [])
        + (0..<levels).map { .level($0) }
      return statistics.map { place.cell($0, silence) }
    }
    let count = sample.count(member)
    var cells = sample.pointsCells(member, at: place)
    if hasTopTwo {
      let best = counts.suffix(2).reduce(0, +)
      cells.append(
        place.cell(
          .topTwoShare, Double(best) / Double(count),
          within: wilsonInterval(successes: best, of: count), n: count, rule: .topTwoWilson))
    }
    return cells
      + counts.enumerated().map { level, times in
        place.cell(.level(level), Double(times), n: count, rule: .levelCount)
      }
  }
}
