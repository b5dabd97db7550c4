/// What is remarkable about a point of a control chart.
public enum ControlSignal: String, Sendable, Equatable, CaseIterable {
  /// Nothing: variation as usual.
  case commonCause = "Common Cause"
  /// Above the upper process limit.
  case aboveLimit = "Above UCL"
  /// Below the lower process limit.
  case belowLimit = "Below LCL"
  /// One of seven points that rise without a break.
  case rising = "7 Point Trend (Increasing)"
  /// One of seven points that fall without a break.
  case falling = "7 Point Trend (Decreasing)"
  /// Beyond two thirds of the way to the upper limit, as two of three points above the mean.
  case twoOfThreeAbove = "2 in 3 Above CL"
  /// Beyond two thirds of the way to the lower limit, as two of three points below the mean.
  case twoOfThreeBelow = "2 in 3 Below CL"
  /// One of seven points above the mean.
  case shiftAbove = "7 Points Above CL"
  /// One of seven points below the mean.
  case shiftBelow = "7 Points Below CL"
}

extension IndividualsChart {
  /// Per value, its signal, or nil in a group without limits.
  ///
  /// Rules look at the values of a group only. The first that applies counts: outside the limits,
  /// then a trend, then two of three, then a shift. A point exactly on the mean ends a shift, and one
  /// outside the limits is none of the two of three.
  public var signals: [ControlSignal?] {
    groups.flatMap { group -> [ControlSignal?] in
      guard let limits = group.limits, let near = group.nearLimits else {
        return Array(repeating: nil, count: group.places.count)
      }
      return ControlRules(
        values: Array(values[group.places]), mean: group.mean, limits: limits, near: near
      ).signals
    }
  }
}

/// The rules for the values of one group.
private struct ControlRules {
  let values: [Double]
  let sides: [Int]
  let outside: [Bool]
  let close: [Bool]

  init(values: [Double], mean: Double, limits: Interval, near: Interval) {
    self.values = values
    sides = values.map { $0 > mean ? 1 : ($0 < mean ? -1 : 0) }
    let outside = values.map { $0 > limits.upper || $0 < limits.lower }
    self.outside = outside
    close = values.indices.map { place in
      !outside[place] && (values[place] < near.lower || values[place] > near.upper)
    }
  }

  var signals: [ControlSignal] {
    let (trends, shifts, pairs) = (self.trends, self.shifts, self.pairs)
    return values.indices.map { place in
      let isAbove = sides[place] > 0
      if outside[place] { return isAbove ? .aboveLimit : .belowLimit }
      if trends[place] != 0 { return trends[place] > 0 ? .rising : .falling }
      if pairs[place] { return isAbove ? .twoOfThreeAbove : .twoOfThreeBelow }
      if shifts[place] { return isAbove ? .shiftAbove : .shiftBelow }
      return .commonCause
    }
  }

  /// Per value, whether it is one of seven in a row on one side of the mean.
  private var shifts: [Bool] {
    var marks = [Bool](repeating: false, count: values.count)
    for start in values.indices.dropLast(6)
    where sides[start] != 0 && sides[start...(start + 6)].allSatisfy({ $0 == sides[start] }) {
      for place in start...(start + 6) { marks[place] = true }
    }
    return marks
  }

  /// Per value, the direction of the trend of seven that it belongs to, or 0.
  ///
  /// Where a rise meets a fall, the step to the right decides if the next point is in a trend too.
  private var trends: [Int] {
    func direction(_ place: Int) -> Int {
      values[place + 1] > values[place] ? 1 : (values[place + 1] < values[place] ? -1 : 0)
    }
    var marks = [Bool](repeating: false, count: values.count)
    for start in values.indices.dropLast(6)
    where direction(start) != 0
      && (start...(start + 5)).allSatisfy({ direction($0) == direction(start) })
    {
      for place in start...(start + 6) { marks[place] = true }
    }
    return values.indices.map { place in
      guard marks[place] else { return 0 }
      let isFollowed = place + 1 < values.count && marks[place + 1]
      return isFollowed ? direction(place) : direction(place - 1)
    }
  }

  /// Per value, whether it is close to a limit as two of three are that lie on one side.
  private var pairs: [Bool] {
    var marks = [Bool](repeating: false, count: values.count)
    for start in values.indices.dropLast(2) {
      let window = start...(start + 2)
      guard window.count(where: { close[$0] }) >= 2,
        sides[window].reduce(0, +).magnitude == 3
      else { continue }
      for place in window where close[place] { marks[place] = true }
    }
    return marks
  }
}
