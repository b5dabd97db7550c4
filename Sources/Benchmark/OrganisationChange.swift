internal import Statistics

/// An organisation's change in one dimension between two periods, and whether it is more than noise.
struct OrganisationChange: Sendable {
  /// The cells.
  let cells: [Cell]
  /// The verdict; nil where the figures of one of the periods are hidden.
  let verdict: Change?

  private static let statistics: [Statistic] = [
    .change, .changeVerdict, .changeVerdictNaive, .changeDetectable, .changeExpected,
    .changeRegression, .changeReason,
  ]

  /// Compares two periods of a member.
  ///
  /// - Parameters:
  ///   - member: The organisation.
  ///   - earlier: The first period.
  ///   - later: The second period.
  ///   - wave: What peers let expect, or why they do not.
  init(
    of member: Int, from earlier: DimensionComparison, to later: DimensionComparison,
    wave: Result<WaveComparison, Silence>
  ) {
    let place = later.place(member)
    if let silence = later.sample.silences[member] ?? earlier.sample.silences[member] {
      cells = OrganisationChange.statistics.map { place.cell($0, silence) }
      verdict = nil
      return
    }
    let (before, now) = (earlier.sample.count(member), later.sample.count(member))
    let answers = before + now
    let difference = later.sample.points(member) - earlier.sample.points(member)
    let outlook = Result { () throws(Silence) in
      guard let outlook = try wave.get().outlook(of: member) else {
        throw Silence(reason: .notComparable, rule: .changeMinimumPeers)
      }
      return outlook
    }
    let expected = OrganisationChange.expectedCells(
      outlook, difference, answers: answers, at: place)
    guard let first = earlier.sample.estimate(member), let second = later.sample.estimate(member),
      let interval = welchInterval(of: second.estimate, minus: first.estimate)
    else {
      let untestable = [Statistic.changeVerdict, .changeVerdictNaive].map {
        place.cell($0, word: Change.untestable.rawValue, n: answers, rule: .changeNoInterval)
      }
      let none = Silence(reason: .notComparable, rule: .changeNoInterval)
      cells =
        [place.cell(.change, difference, n: answers, rule: .changeNoInterval)] + untestable
        + [place.cell(.changeDetectable, none)] + expected
      verdict = .untestable
      return
    }
    let minimum = later.survey.definition.thresholds.minimumForReading
    let (naive, found, rule) = OrganisationChange.verdicts(
      difference, interval, outlook, isTestable: min(before, now) >= minimum)
    cells =
      [
        place.cell(
          .change, difference, within: interval.clamped(to: -100...100), n: answers,
          rule: .changeWelch),
        place.cell(
          .changeVerdictNaive, word: naive.rawValue, n: answers,
          rule: naive == .untestable ? .changeMinimumAnswers : .changeWelch),
        place.cell(.changeVerdict, word: found.rawValue, n: answers, rule: rule),
        place.cell(
          .changeDetectable, (interval.upper - interval.lower) / 2, n: answers,
          rule: .changeDetectable),
      ] + expected
    verdict = found
  }

  /// The verdict by noise alone, the verdict, and its rule.
  private static func verdicts(
    _ difference: Double, _ interval: Interval, _ outlook: Result<WaveComparison.Outlook, Silence>,
    isTestable: Bool
  ) -> (naive: Change, verdict: Change, rule: Rule) {
    guard isTestable else { return (.untestable, .untestable, .changeMinimumAnswers) }
    let naive: Change =
      tidy(interval.lower) > 0 ? .up : tidy(interval.upper) < 0 ? .down : .usual
    guard case .success(let outlook) = outlook else { return (naive, naive, .changeWelch) }
    let isExpected =
      switch naive {
      case .up: tidy(difference) <= tidy(outlook.limits.upper)
      case .down: tidy(difference) >= tidy(outlook.limits.lower)
      default: true
      }
    return (naive, isExpected ? .usual : naive, .changeRegression)
  }

  private static func expectedCells(
    _ outlook: Result<WaveComparison.Outlook, Silence>, _ difference: Double, answers: Int,
    at place: CellPlace
  ) -> [Cell] {
    switch outlook {
    case .failure(let silence):
      let statistics: [Statistic] = [.changeExpected, .changeRegression, .changeReason]
      return statistics.map { place.cell($0, silence) }
    case .success(let outlook):
      let reason = ChangeReason(outlook, of: difference)
      return [
        place.cell(
          .changeExpected, outlook.change, within: outlook.limits.clamped(to: -100...100),
          n: answers, rule: .changeExpected),
        place.cell(.changeRegression, outlook.regression, n: answers, rule: .changeReturn),
        place.cell(.changeReason, word: reason.rawValue, n: answers, rule: .changeReason),
      ]
    }
  }
}

extension ChangeReason {
  /// Names the parts that go the way of a change by half a point or more.
  fileprivate init(_ outlook: WaveComparison.Outlook, of difference: Double) {
    func counts(_ part: Double) -> Bool {
      tidy(difference) < 0 ? tidy(part) <= -0.5 : tidy(difference) > 0 && tidy(part) >= 0.5
    }
    guard counts(outlook.change) else {
      self = .none
      return
    }
    let isRegression = counts(outlook.regression)
    let isCommon = counts(outlook.change - outlook.regression)
    self = isRegression ? (isCommon ? .both : .regression) : (isCommon ? .common : .none)
  }
}
