internal import Statistics

extension DimensionComparison {
  /// The statistics that every organisation has for every dimension, as figures or as reasons.
  private static let statistics: [Statistic] = [
    .points, .answers, .expected, .expectedStrict, .reading, .readingHolds, .reliability,
    .informativeValue, .answersMissing,
  ]

  /// An organisation's cells for this dimension.
  func organisationCells(_ member: Int) -> [Cell] {
    let place = place(member)
    if let silence = sample.silences[member] {
      return DimensionComparison.statistics.map { place.cell($0, silence) }
    }
    return sample.pointsCells(member, at: place) + expectedCells(member, at: place)
      + readingCells(member, at: place) + reliabilityCells(member, at: place)
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

  private func readingCells(_ member: Int, at place: CellPlace) -> [Cell] {
    switch standings[member] {
    case .failure(let silence):
      return [place.cell(.reading, silence), place.cell(.readingHolds, silence)]
    case .success(let standing):
      let others = alternatives.compactMap { $0.reading(of: member) }
      let same = 1 + others.count { $0 == standing.reading }
      return [
        place.cell(
          .reading, word: standing.reading.rawValue, n: sample.count(member),
          rule: .readingLimits),
        place.cell(
          .readingHolds, Double(same), n: 1 + others.count, rule: .readingSpecifications),
      ]
    }
  }

  private func reliabilityCells(_ member: Int, at place: CellPlace) -> [Cell] {
    let count = sample.count(member)
    guard sample.barrier == nil, let analysis = sample.analysis,
      let reliability = analysis.reliability(ofMeanOver: count)
    else {
      let silence =
        sample.barrier ?? Silence(reason: .notComparable, rule: .reliabilityNotEstimable)
      let statistics: [Statistic] = [.reliability, .informativeValue, .answersMissing]
      return statistics.map { place.cell($0, silence) }
    }
    let value = InformativeValue(reliability: tidy(reliability))
    let rule: Rule =
      analysis.varianceBetween > 0 ? .reliabilityOneWay : .reliabilityNoBetweenVariance
    return [
      place.cell(.reliability, reliability, n: count, rule: rule),
      place.cell(.informativeValue, word: value.rawValue, n: count, rule: .informativeValueBands),
      answersMissingCell(from: count, at: place),
    ]
  }
}

extension InformativeValue {
  /// The reliability from which it is high.
  static let highFrom = TypicalReliability.highFrom
  /// The reliability from which it is medium.
  static let mediumFrom = TypicalReliability.mediumFrom

  /// The word for a reliability.
  init(reliability: Double) {
    if reliability >= InformativeValue.highFrom {
      self = .high
    } else {
      self = reliability >= InformativeValue.mediumFrom ? .medium : .low
    }
  }
}
