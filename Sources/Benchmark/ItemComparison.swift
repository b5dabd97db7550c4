internal import Anonymising
internal import Statistics
internal import Tally

/// All items of a peer group, period and perspective.
///
/// The items of a dimension are shown together or not at all: from the dimension's figure and the
/// shown items a hidden one could be worked out.
struct ItemComparison: Sendable {
  let survey: Survey
  let slice: Survey.Slice
  /// By item.
  let samples: [PeerSample]

  init(in slice: Survey.Slice, dimensions: [DimensionComparison], survey: Survey) {
    self.survey = survey
    self.slice = slice
    let schema = survey.schema
    let thresholds = survey.definition.thresholds
    let members = survey.groups[slice.group].members
    let counts = survey.counts(in: slice)
    let answers: [[SampleSums?]] = schema.items.indices.map { item in
      counts.map { counts in
        guard let counts = counts?.items[item], counts.wasAsked else { return nil }
        return SampleSums(histogram: counts.levels)
      }
    }
    var silences = answers.map { samples in
      survey.silences(
        Disclosure.decide(
          zip(members, samples).map { Disclosure.Entry(key: $0.key, count: $1?.count) },
          minimum: thresholds.minimumAnswers), in: slice)
    }
    for member in members.indices where counts[member] != nil {
      ItemComparison.hideTogether(
        member, silences: &silences, dimensions: dimensions, schema: schema)
    }
    samples = schema.items.indices.map { item in
      let hidden = members.indices.compactMap { member -> Int? in
        guard silences[item][member] != nil,
          !ItemComparison.isKnown(
            item, of: member, silences: silences, dimensions: dimensions, schema: schema)
        else { return nil }
        return answers[item][member]?.count
      }
      return PeerSample(
        samples: answers[item], silences: silences[item],
        mayShowTotal: Disclosure.mayShowTotal(
          besidesHidden: hidden, minimum: thresholds.minimumAnswers),
        unitsPerScale: schema.items[item].levels - 1, minimumPeers: thresholds.minimumPeers)
    }
  }

  /// Hides all items of every dimension that has something hidden, until nothing changes.
  private static func hideTogether(
    _ member: Int, silences: inout [[Silence?]], dimensions: [DimensionComparison],
    schema: Schema
  ) {
    let together = Silence(reason: .protected, rule: .disclosureItemsTogether)
    var isChanged = true
    while isChanged {
      isChanged = false
      for (place, dimension) in schema.dimensions.enumerated() {
        let decision = dimensions[place].decisions[member]
        let asked = dimension.items.filter { silences[$0][member]?.reason != .notAsked }
        let isHidden =
          decision == .tooFew || decision == .protected
          || asked.contains { silences[$0][member] != nil }
        guard isHidden else { continue }
        for item in asked where silences[item][member] == nil {
          silences[item][member] = together
          isChanged = true
        }
      }
    }
  }

  /// Whether a hidden item's figure follows from a shown dimension of which it is the only one asked.
  private static func isKnown(
    _ item: Int, of member: Int, silences: [[Silence?]], dimensions: [DimensionComparison],
    schema: Schema
  ) -> Bool {
    schema.dimensions.enumerated().contains { place, dimension in
      dimensions[place].decisions[member] == .shown
        && dimension.items.filter { silences[$0][member]?.reason != .notAsked } == [item]
    }
  }

  /// The cells of all items, of organisations and of the peer group.
  var cells: [Cell] {
    let reported = survey.groups[slice.group].reported(in: slice.period)
    return samples.indices.flatMap { item -> [Cell] in
      let measure = CellID.Measure.item(survey.schema.items[item].key)
      let own = reported.flatMap { member in
        organisationCells(item, member, at: survey.place(member, measure, in: slice))
      }
      return own + samples[item].totalCells(at: survey.place(nil, measure, in: slice))
    }
  }

  private func organisationCells(_ item: Int, _ member: Int, at place: CellPlace) -> [Cell] {
    let sample = samples[item]
    let levels = survey.schema.items[item].levels
    let counts = survey.counts(in: slice)[member]?.items[item].levels ?? []
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
