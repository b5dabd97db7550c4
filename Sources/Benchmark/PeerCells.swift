internal import Statistics
internal import Tally

extension DimensionComparison {
  /// The peer group's cells for this dimension.
  var peerCells: [Cell] {
    let place = place(nil)
    if let barrier = sample.barrier {
      var statistics: [Statistic] = [
        .points, .answers, .organisations, .withheld, .icc, .answersNeeded, .withinSD,
        .betweenSD, .overdispersion, .expectedByChance,
      ]
      statistics += Reading.allCases.map { .count($0) } + DimensionComparison.assessability
      if hasAlpha { statistics.append(.alpha) }
      return statistics.map { place.cell($0, barrier) }
    }
    let (shown, withheld) = (sample.shown.count, sample.withheld)
    let counts = [
      place.cell(.organisations, Double(shown), n: shown, rule: .organisationsCount),
      place.cell(.withheld, Double(withheld), n: withheld, rule: .withheldCount),
    ]
    return sample.totalCells(at: place) + counts + varianceCells(at: place)
      + spreadCells(at: place) + readingCounts(at: place) + alphaCells(at: place)
      + assessabilityCells(at: place)
  }

  private func varianceCells(at place: CellPlace) -> [Cell] {
    guard let analysis = sample.analysis, let icc = analysis.icc1 else {
      let silence = Silence(reason: .notComparable, rule: .reliabilityNotEstimable)
      return [.icc, .answersNeeded].map { place.cell($0, silence) }
    }
    let interval = analysis.icc1Interval()?.clamped(to: 0...1)
    guard icc > 0, let needed = answersNeeded else {
      let silence = Silence(reason: .notComparable, rule: .reliabilityNoBetweenVariance)
      return [
        place.cell(
          .icc, 0, within: interval, n: analysis.count, rule: .reliabilityNoBetweenVariance),
        place.cell(.answersNeeded, silence),
      ]
    }
    return [
      place.cell(.icc, icc, within: interval, n: analysis.count, rule: .iccOneWay),
      place.cell(.answersNeeded, needed, n: analysis.count, rule: .answersNeeded),
    ]
  }

  private func spreadCells(at place: CellPlace) -> [Cell] {
    switch reference {
    case .failure(let silence):
      return [.withinSD, .betweenSD, .overdispersion].map { place.cell($0, silence) }
    case .success(let reference):
      let found = reference.overdispersion
      return [
        place.cell(
          .withinSD, reference.withinSD, n: reference.answers, rule: .withinPooled),
        place.cell(
          .betweenSD, found.varianceBetween.squareRoot(), n: found.units,
          rule: .betweenOverdispersion),
        place.cell(.overdispersion, found.phi, n: found.units, rule: .overdispersionPhi),
      ]
    }
  }

  private func readingCounts(at place: CellPlace) -> [Cell] {
    let thresholds = survey.definition.thresholds
    var barrier: Silence?
    if eligible.count < thresholds.minimumPeersForReading {
      barrier = Silence(reason: .notComparable, rule: .readingMinimumPeers)
    } else if case .failure(let silence) = reference {
      barrier = silence
    }
    let statistics = Reading.allCases.map { Statistic.count($0) }
    if let barrier {
      return ([.expectedByChance] + statistics).map { place.cell($0, barrier) }
    }
    let readings = readings
    return [
      place.cell(
        .expectedByChance, 0.05 * Double(readings.count), n: readings.count, rule: .chanceShare)
    ]
      + Reading.allCases.map { reading in
        place.cell(
          .count(reading), Double(readings.count { $0 == reading }), n: readings.count,
          rule: .countReadings)
      }
  }

  /// All readings given, in the order of the members.
  private var readings: [Reading] {
    standings.compactMap { standing in
      if case .success(let standing) = standing { return standing.reading }
      return nil
    }
  }

  /// Whether the dimension has several items; of a single one there is no inner consistency.
  private var hasAlpha: Bool { survey.schema.dimensions[dimension].items.count > 1 }

  private func alphaCells(at place: CellPlace) -> [Cell] {
    guard hasAlpha else { return [] }
    let items = survey.schema.dimensions[dimension].items
    var sums = DimensionSums(items: items.count)
    for case let counts? in survey.counts(in: slice) { sums += counts.dimensions[dimension] }
    guard sums.complete >= max(2, survey.definition.thresholds.minimumAnswers) else {
      return [place.cell(.alpha, Silence(reason: .tooFew, rule: .alphaMinimumAnswers))]
    }
    // Items count by their points, as in the score, whatever their numbers of levels.
    let scales = items.map { 100 / Double(survey.schema.items[$0].levels - 1) }
    guard
      let matrix = covariances(
        count: sums.complete, sums: sums.itemSums, crossProducts: sums.crossProducts,
        scales: scales),
      let alpha = CronbachAlpha(covariances: matrix, count: sums.complete)
    else { return [place.cell(.alpha, Silence(reason: .notComparable, rule: .alphaNoSpread))] }
    return [
      place.cell(
        .alpha, alpha.raw, within: alpha.interval(), n: sums.complete, rule: .alphaFeldt)
    ]
  }

  /// The limits as curves over the number of answers; nil if no organisation has a reading.
  var funnel: CellTable.Funnel? {
    guard !readings.isEmpty, case .success(let reference) = reference,
      let largest = sample.shown.map(sample.count).max()
    else { return nil }
    let range = reference.range
    let group = survey.groups[slice.group]
    let smallest = max(1, survey.definition.thresholds.minimumAnswers)
    let limits = sizes(from: smallest, to: largest).compactMap { n -> CellTable.Funnel.Limits? in
      let error = reference.standardError(of: n)
      guard
        let usual = range.limits(standardError: error, confidence: 0.95)?.clamped(to: 0...100),
        let strict = range.limits(standardError: error, confidence: 0.998)?.clamped(to: 0...100)
      else { return nil }
      return CellTable.Funnel.Limits(
        n: n, lower95: tidy(usual.lower), upper95: tidy(usual.upper),
        lower998: tidy(strict.lower), upper998: tidy(strict.upper))
    }
    return CellTable.Funnel(
      peerGroup: group.key, period: group.periods[slice.period],
      perspective: survey.schema.perspectives[slice.perspective],
      dimension: survey.schema.dimensions[dimension].key, centre: tidy(range.centre),
      limits: limits)
  }

  /// At most 60 whole numbers with evenly spaced square roots, both ends included.
  private func sizes(from smallest: Int, to largest: Int) -> [Int] {
    let (start, end) = (Double(smallest).squareRoot(), Double(largest).squareRoot())
    var sizes: [Int] = []
    for step in 0...59 {
      let root = start + (end - start) * Double(step) / 59
      let size = step == 59 ? largest : Int((root * root).rounded())
      if size > sizes.last ?? 0 { sizes.append(size) }
    }
    return sizes
  }
}
