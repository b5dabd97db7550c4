internal import Statistics

extension DimensionComparison {
  /// The statistics that every organisation has for every dimension, as figures or as reasons.
  private static let statistics: [Statistic] = [
    .points, .answers, .expected, .expectedStrict, .reading, .reliability, .informativeValue,
  ]

  /// An organisation's cells for this dimension.
  func organisationCells(_ member: Int) -> [Cell] {
    let place = place(member)
    if let silence = sample.silences[member] {
      return DimensionComparison.statistics.map { place.cell($0, silence) }
    }
    return sample.pointsCells(member, at: place) + expectedCells(member, at: place) + [
      readingCell(member, at: place)
    ] + reliabilityCells(member, at: place)
  }

  private func expectedCells(_ member: Int, at place: CellPlace) -> [Cell] {
    let count = sample.count(member)
    switch reference {
    case .failure(let silence):
      return [place.cell(.expected, silence), place.cell(.expectedStrict, silence)]
    case .success(let reference):
      let range = reference.range
      let error = reference.standardError(of: count)
      let levels: [(statistic: Statistic, confidence: Double)] = [
        (.expected, 0.95), (.expectedStrict, 0.998),
      ]
      return levels.map { level in
        let limits = range.limits(standardError: error, confidence: level.confidence)
        return place.cell(
          level.statistic, range.centre, within: limits?.clamped(to: 0...100), n: count,
          rule: .expectedOverdispersion)
      }
    }
  }

  private func readingCell(_ member: Int, at place: CellPlace) -> Cell {
    switch standings[member] {
    case .failure(let silence): place.cell(.reading, silence)
    case .success(let standing):
      place.cell(
        .reading, word: standing.reading.rawValue, n: sample.count(member), rule: .readingLimits)
    }
  }

  private func reliabilityCells(_ member: Int, at place: CellPlace) -> [Cell] {
    let count = sample.count(member)
    guard sample.barrier == nil, let analysis = sample.analysis,
      let reliability = analysis.reliability(ofMeanOver: count)
    else {
      let silence =
        sample.barrier ?? Silence(reason: .notComparable, rule: .reliabilityNotEstimable)
      return [place.cell(.reliability, silence), place.cell(.informativeValue, silence)]
    }
    let value = InformativeValue(reliability: tidy(reliability))
    let rule: Rule =
      analysis.varianceBetween > 0 ? .reliabilityOneWay : .reliabilityNoBetweenVariance
    return [
      place.cell(.reliability, reliability, n: count, rule: rule),
      place.cell(.informativeValue, word: value.rawValue, n: count, rule: .informativeValueBands),
    ]
  }
}

extension InformativeValue {
  /// The word for a reliability.
  init(reliability: Double) {
    if reliability >= 0.8 {
      self = .high
    } else {
      self = reliability >= 0.6 ? .medium : .low
    }
  }
}
