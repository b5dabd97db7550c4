/// What a control chart says in words: how it varies, and whether a target will be met.
public struct ControlVerdict: Sendable, Equatable {
  /// Which way is better.
  public enum Direction: String, Sendable, Equatable, CaseIterable {
    /// More is better.
    case increase
    /// Less is better.
    case decrease
    /// Neither.
    case neutral
  }

  /// How a point varies, with what that means.
  public enum Variation: String, Sendable, Equatable {
    /// As usual.
    case commonCause = "common_cause"
    /// Unusual and on the better side of the mean.
    case improvement = "special_cause_improvement"
    /// Unusual and not on the better side of the mean.
    case concern = "special_cause_concern"
    /// Unusual and above the mean, no direction being better.
    case neutralHigh = "special_cause_neutral_high"
    /// Unusual and not above the mean, no direction being better.
    case neutralLow = "special_cause_neutral_low"
  }

  /// Whether the process as it is will meet a target.
  public enum Assurance: String, Sendable, Equatable {
    /// Always: both limits are beyond it.
    case consistentPass = "consistent_pass"
    /// Never: both limits fall short of it.
    case consistentFail = "consistent_fail"
    /// Sometimes, by chance.
    case inconsistent
  }

  /// Per value, how it varies, or nil where there are no limits.
  public let variations: [Variation?]
  /// How the last value varies, or nil where there are no limits: the chart's variation icon.
  public let variation: Variation?
  /// Whether the target will be met by the last group's limits: the chart's assurance icon.
  ///
  /// nil without target, direction or limits.
  public let assurance: Assurance?

  /// Reads a chart.
  ///
  /// - Parameters:
  ///   - chart: The chart.
  ///   - direction: Which way is better.
  ///   - target: What is to be reached, if anything.
  public init(_ chart: IndividualsChart, better direction: Direction, target: Double? = nil) {
    var means: [Double] = []
    for group in chart.groups {
      means += Array(repeating: group.mean, count: group.places.count)
    }
    let signals = chart.signals
    variations = chart.values.indices.map { place in
      guard let signal = signals[place] else { return nil }
      if signal == .commonCause { return .commonCause }
      let (isAbove, isBelow) =
        (chart.values[place] > means[place], chart.values[place] < means[place])
      return switch direction {
      case .increase: isAbove ? .improvement : .concern
      case .decrease: isBelow ? .improvement : .concern
      case .neutral: isAbove ? .neutralHigh : .neutralLow
      }
    }
    variation = variations.last ?? nil
    guard let target, target.isFinite, direction != .neutral,
      let limits = chart.groups.last?.limits
    else {
      assurance = nil
      return
    }
    let isIncrease = direction == .increase
    if target > limits.upper {
      assurance = isIncrease ? .consistentFail : .consistentPass
    } else if target < limits.lower {
      assurance = isIncrease ? .consistentPass : .consistentFail
    } else {
      assurance = .inconsistent
    }
  }
}
