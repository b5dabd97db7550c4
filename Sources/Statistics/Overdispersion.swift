/// Why there is no expected range.
public enum ExpectedRangeFailure: String, Error, Sendable, Equatable {
  /// Fewer units than needed: two, also after truncation.
  case tooFewUnits = "too-few-units"
  /// Arrays that belong together differ in length.
  case differingLengths = "different-lengths"
  /// A value that is no finite number.
  case notFinite = "not-finite"
  /// A standard error, a count or an expected number that is not above 0.
  case notPositive = "not-positive"
  /// A share, a proportion or a count outside its range.
  case outOfRange = "out-of-range"
  /// Nothing varies, so that nothing can be expected to.
  case noSpread = "no-spread"
  /// Nothing was observed in a unit whose logarithm is needed.
  case zeroObserved = "zero-observed"
}

/// What is done with the lowest and highest z scores before over-dispersion is estimated.
public enum ExtremeScores: Sendable, Equatable {
  /// They are pulled in to two quantiles (type 7), as in the NHS and CQC's method.
  case winsorised(share: Double)
  /// They are left out, by floor(rank · 1/share / (I + 1)), as in the SHMI's method.
  case truncated(share: Double)
  /// Nothing: all scores count as they are.
  case kept
}

/// How much more units differ than their standard errors explain, by the additive model.
///
/// Source: Spiegelhalter (2005, 2012): z scores are winsorised at two quantiles (type 7), phi is
/// the mean of their squares, and tau² the variance between units that would explain it.
public struct Overdispersion: Sendable, Equatable {
  /// The number of units that it rests on; truncated ones are not among them.
  public let units: Int
  /// The mean of the squared winsorised z scores; 1 is what chance alone would give.
  public let phi: Double
  /// The variance between units beyond chance, tau²; 0 if there is none.
  public let varianceBetween: Double
  /// Where the z scores were winsorised; of truncated or kept ones, the lowest and highest.
  public let bounds: Interval
  /// Per unit, the z score that counted; nil where it was truncated.
  public let usedScores: [Double?]

  /// Estimates over-dispersion.
  ///
  /// Fails for fewer than two units, or input that does not fit together.
  ///
  /// - Parameters:
  ///   - values: The figure of each unit.
  ///   - standardErrors: Their standard errors, all above 0.
  ///   - centre: What the units are compared with.
  ///   - winsorisedShare: The share pulled in at either end, from 0 to below one half.
  public init?(
    values: [Double], standardErrors: [Double], centre: Double, winsorisedShare: Double = 0.1
  ) {
    do throws(ExpectedRangeFailure) {
      try self.init(
        values: values, standardErrors: standardErrors, centre: centre,
        extremes: .winsorised(share: winsorisedShare))
    } catch {
      return nil
    }
  }

  /// Estimates over-dispersion, with a choice of what is done with extreme scores.
  ///
  /// tau² = max(0, (I phi - (I - 1)) / (Σw - Σw²/Σw)) with w = 1/s² over the I units that count.
  ///
  /// - Parameters:
  ///   - values: The figure of each unit; an infinite one is allowed where it is truncated.
  ///   - standardErrors: Their standard errors, all above 0.
  ///   - centre: What the units are compared with.
  ///   - extremes: What is done with the lowest and highest z scores.
  /// - Throws: Why there is no estimate.
  public init(
    values: [Double], standardErrors: [Double], centre: Double, extremes: ExtremeScores
  ) throws(ExpectedRangeFailure) {
    guard values.count == standardErrors.count else { throw .differingLengths }
    guard values.count > 1 else { throw .tooFewUnits }
    guard centre.isFinite, values.allSatisfy({ !$0.isNaN }),
      standardErrors.allSatisfy(\.isFinite)
    else { throw .notFinite }
    guard standardErrors.allSatisfy({ $0 > 0 }) else { throw .notPositive }
    let scores = zip(values, standardErrors).map { ($0 - centre) / $1 }
    let used = try Overdispersion.used(scores, extremes)
    let kept = used.compactMap(\.self)
    guard kept.count > 1 else { throw .tooFewUnits }
    guard kept.allSatisfy(\.isFinite), let low = kept.min(), let high = kept.max() else {
      throw .notFinite
    }
    let size = Double(kept.count)
    let weights = zip(used, standardErrors).compactMap { $0 == nil ? nil : 1 / ($1 * $1) }
    let sum = weights.reduce(0, +)
    let divisor = sum - weights.reduce(0) { $0 + $1 * $1 } / sum
    let phi = kept.reduce(0) { $0 + $1 * $1 } / size
    guard phi.isFinite, divisor > 0, divisor.isFinite else { throw .notFinite }
    units = kept.count
    self.phi = phi
    varianceBetween = max(0, (size * phi - (size - 1)) / divisor)
    bounds = Interval(lower: low, upper: high)
    usedScores = used
  }

  private static func used(
    _ scores: [Double], _ extremes: ExtremeScores
  ) throws(ExpectedRangeFailure) -> [Double?] {
    switch extremes {
    case .kept: return scores
    case .winsorised(let share):
      guard share >= 0, share < 0.5 else { throw .outOfRange }
      let sorted = scores.sorted()
      guard let lower = quantile(ofSorted: sorted, at: share),
        let upper = quantile(ofSorted: sorted, at: 1 - share)
      else { throw .notFinite }
      return scores.map { min(max($0, lower), upper) }
    case .truncated(let share):
      guard share > 0, share < 0.5 else { throw .outOfRange }
      let parts = 1 / share
      return zip(scores, midRanks(scores)).map { score, rank in
        let part = (rank * parts / Double(scores.count + 1)).rounded(.down)
        return part > 0 && part < parts - 1 ? score : nil
      }
    }
  }
}

/// The ranks of values from 1 for the lowest; equal ones share the mean of theirs.
func midRanks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  var ranks = [Double](repeating: 0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
    for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
    start = end
  }
  return ranks
}

/// The range in which a unit's figure is to be expected among its peers.
public struct ExpectedRange: Sendable, Equatable {
  /// The centre.
  public let centre: Double
  /// The variance between units beyond chance, tau².
  public let varianceBetween: Double

  /// Makes a range.
  ///
  /// - Parameters:
  ///   - centre: The centre.
  ///   - varianceBetween: The variance between units beyond chance, not negative.
  public init(centre: Double, varianceBetween: Double) {
    self.centre = centre
    self.varianceBetween = max(0, varianceBetween)
  }

  /// The limits for a unit: centre ± z √(s² + tau²).
  ///
  /// - Parameters:
  ///   - standardError: The unit's standard error s, not negative.
  ///   - confidence: Above 0 and below 1, for example 0.95 or 0.998.
  /// - Returns: The limits, or nil where the input allows none.
  public func limits(standardError: Double, confidence: Double) -> Interval? {
    guard standardError >= 0, standardError.isFinite,
      let z = Normal.quantile((1 + confidence) / 2)
    else { return nil }
    let half = z * (standardError * standardError + varianceBetween).squareRoot()
    return Interval(lower: centre - half, upper: centre + half)
  }

  /// How far a value lies from the centre, in standard deviations √(s² + tau²).
  ///
  /// - Parameters:
  ///   - value: The unit's figure.
  ///   - standardError: The unit's standard error s.
  /// - Returns: The score, or nil if the standard deviation is 0.
  public func score(of value: Double, standardError: Double) -> Double? {
    let variance = standardError * standardError + varianceBetween
    guard variance > 0, variance.isFinite, value.isFinite else { return nil }
    return (value - centre) / variance.squareRoot()
  }
}
