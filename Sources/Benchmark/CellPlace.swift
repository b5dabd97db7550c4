internal import Statistics

/// Where a group of cells belongs: all of an id but the statistic.
struct CellPlace: Sendable {
  let subject: CellID.Subject
  let period: String
  let perspective: String
  let measure: CellID.Measure

  private func id(_ statistic: Statistic) -> CellID {
    CellID(
      subject: subject, period: period, perspective: perspective, measure: measure,
      statistic: statistic)
  }

  /// A cell with a figure, rounded.
  func cell(
    _ statistic: Statistic, _ number: Double, within interval: Interval? = nil, n: Int, rule: Rule
  ) -> Cell {
    Cell(
      id: id(statistic), value: .number(tidy(number)), lower: interval.map { tidy($0.lower) },
      upper: interval.map { tidy($0.upper) }, n: n, rule: rule.rawValue)
  }

  /// A cell with a word.
  func cell(_ statistic: Statistic, word: String, n: Int, rule: Rule) -> Cell {
    Cell(id: id(statistic), value: .word(word), n: n, rule: rule.rawValue)
  }

  /// A cell without a figure: no n, no interval, so that nothing hidden shows.
  func cell(_ statistic: Statistic, _ silence: Silence) -> Cell {
    Cell(id: id(statistic), value: .none(silence.reason), rule: silence.rule.rawValue)
  }
}

/// Rounds a figure for print and files: 13 significant digits, so that last bits never show.
func tidy(_ value: Double) -> Double {
  rounded(value, toSignificantDigits: 13) ?? value
}

extension Interval {
  /// The interval cut to a scale.
  func clamped(to scale: ClosedRange<Double>) -> Interval {
    Interval(
      lower: min(max(lower, scale.lowerBound), scale.upperBound),
      upper: min(max(upper, scale.lowerBound), scale.upperBound))
  }
}
