internal import Statistics
internal import Tally

/// What a peer group's answers to a dimension can tell about a typical organisation of it.
struct TypicalReliability: Sendable {
  /// The lower median of the answers of the shown organisations.
  let answers: Int
  /// The reliability of a mean of that many answers.
  let value: Double
  /// Its 95 % interval, from that of the intraclass correlation.
  let interval: Interval

  /// Looks at the shown organisations of a sample; nil where nothing varies.
  init?(_ sample: PeerSample) {
    let counts = sample.shown.map(sample.count).filter { $0 > 0 }.sorted()
    guard !counts.isEmpty, let analysis = sample.analysis else { return nil }
    let median = counts[(counts.count - 1) / 2]
    guard let value = analysis.reliability(ofMeanOver: median),
      let correlation = analysis.icc1Interval()?.clamped(to: 0...1)
    else { return nil }
    func reliability(_ icc: Double) -> Double {
      Double(median) * icc / (1 + Double(median - 1) * icc)
    }
    answers = median
    self.value = value
    interval = Interval(
      lower: reliability(correlation.lower), upper: reliability(correlation.upper))
  }

  /// The verdict, or nil where the organisations are too few for one.
  ///
  /// The bands are those of single organisations, and the interval has to bear the verdict out:
  /// `reliable` must not be low, `partly` must not be 0, `not` must not be high.
  var verdict: Assessability? {
    let (value, lower, upper) = (tidy(value), tidy(interval.lower), tidy(interval.upper))
    if value >= InformativeValue.highFrom, lower >= InformativeValue.mediumFrom {
      return .reliable
    }
    if value >= InformativeValue.mediumFrom { return lower > 0 ? .partly : nil }
    return upper < InformativeValue.highFrom ? .not : nil
  }
}

extension DimensionComparison {
  /// Whether the dimension can be assessed at all, and the figures that say so.
  func assessabilityCells(at place: CellPlace) -> [Cell] {
    let shown = sample.shown.count
    guard let typical = TypicalReliability(sample) else {
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
      place.cell(.typicalAnswers, Double(typical.answers), n: shown, rule: .typicalMedian),
      place.cell(
        .typicalReliability, typical.value, within: typical.interval, n: shown,
        rule: .reliabilityTypical),
      answersMissingCell(from: typical.answers, at: place),
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
