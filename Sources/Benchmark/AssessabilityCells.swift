internal import Statistics
internal import Tally

extension PeerSample {
  /// What the shown organisations can tell about a typical one of them; nil where nothing varies.
  var typicalReliability: TypicalReliability? {
    analysis.flatMap { TypicalReliability(counts: shown.map(count), analysis: $0) }
  }
}

extension DimensionComparison {
  /// Whether the dimension can be assessed at all, and the figures that say so.
  func assessabilityCells(at place: CellPlace) -> [Cell] {
    let shown = sample.shown.count
    guard let typical = sample.typicalReliability else {
      let silence = Silence(reason: .notComparable, rule: .reliabilityNotEstimable)
      return DimensionComparison.assessability.map { place.cell($0, silence) }
    }
    let verdict =
      typical.verdict.map {
        place.cell(.assessability, word: $0.rawValue, n: shown, rule: .assessabilityBands)
      }
      ?? place.cell(
        .assessability, Silence(reason: .notComparable, rule: .assessabilityUncertain))
    return [
      verdict,
      place.cell(.typicalAnswers, Double(typical.size), n: shown, rule: .typicalMedian),
      place.cell(
        .typicalReliability, typical.value, within: typical.interval, n: shown,
        rule: .reliabilityTypical),
      answersMissingCell(from: typical.size, at: place),
      distinguishableCell(at: place), ceilingCell(at: place),
    ]
  }

  /// What `assessabilityCells` holds.
  static let assessability: [Statistic] = [
    .assessability, .typicalAnswers, .typicalReliability, .answersMissing, .distinguishablePairs,
    .ceilingShare,
  ]

  /// The answers that lack for a reliability of 0.70, from a number of answers.
  func answersMissingCell(from count: Int, at place: CellPlace) -> Cell {
    guard let needed = answersNeeded else {
      let rule: Rule =
        sample.analysis?.icc1 == nil ? .reliabilityNotEstimable : .reliabilityNoBetweenVariance
      return place.cell(.answersMissing, Silence(reason: .notComparable, rule: rule))
    }
    return place.cell(
      .answersMissing, max(0, needed - Double(count)), n: count, rule: .answersMissing)
  }

  /// The answers per organisation for a reliability of 0.70; nil if organisations do not differ.
  var answersNeeded: Double? {
    sample.analysis?.valuesNeeded(for: 0.7).map { max(1, tidy($0).rounded(.up)) }
  }

  private func distinguishableCell(at place: CellPlace) -> Cell {
    let rate = survey.definition.thresholds.falseDiscoveryRate
    let shown = sample.shown.compactMap { sample.samples[$0] }
    guard let found = PairwiseDifferences(shown, rate: rate) else {
      return place.cell(
        .distinguishablePairs, Silence(reason: .notComparable, rule: .distinguishableNoSpread))
    }
    return place.cell(
      .distinguishablePairs, found.share, n: found.groups, rule: .distinguishablePairs)
  }

  /// The share of answers at the best level, over organisations whose questions are all shown: from
  /// those of others, what is hidden of their questions could be worked out.
  private func ceilingCell(at place: CellPlace) -> Cell {
    var (best, answers) = (0, 0)
    for member in openMembers {
      for item in survey.schema.dimensions[dimension].items {
        guard let counts = survey.counts(in: slice)[member]?.items[item] else { continue }
        best += counts.levels.last ?? 0
        answers += counts.answered
      }
    }
    guard openMembers.count >= max(1, survey.definition.thresholds.minimumPeers), answers > 0
    else {
      return place.cell(.ceilingShare, Silence(reason: .notComparable, rule: .peersMinimum))
    }
    return place.cell(
      .ceilingShare, Double(best) / Double(answers), n: answers, rule: .ceilingBestLevel)
  }
}
