internal import Glibc

/// How much values on a bounded scale vary within groups, as a share of the most they could.
///
/// A value between a and b with mean m can have no larger variance than (m - a)(b - m), reached if all lie at
/// the ends. phi = Σ SSW / Σ ((n - 1)(m - a)(b - m) + SSW/n) over groups of n values with mean m and sum of
/// squares SSW; the last term makes the divisor unbiased. It lets groups near an end of the scale
/// have their smaller variance, and groups whose values are all alike one at all.
public struct BoundedDispersion: Sendable, Equatable {
  /// Why there is none.
  public enum Failure: String, Error, Sendable, Equatable {
    /// No group has two values.
    case tooFewValues = "too-few-values"
    /// No group has any spread.
    case noSpread = "no-spread"
    /// Values outside the scale, or a scale without length.
    case outOfRange = "out-of-range"
  }

  /// phi, above 0; 1 if all values lie at the ends of the scale.
  public let phi: Double
  /// The degrees of freedom: values less groups.
  public let degreesOfFreedom: Double
  /// The scale.
  public let range: ClosedRange<Double>

  /// Estimates phi.
  ///
  /// - Parameters:
  ///   - samples: One per group, in the unit of the scale; empty ones are left out.
  ///   - range: The scale from its lowest to its highest value.
  /// - Throws: Why there is none.
  public init(_ samples: [SampleSums], range: ClosedRange<Double>) throws(Failure) {
    let (a, b) = (range.lowerBound, range.upperBound)
    guard a < b, (b - a).isFinite else { throw .outOfRange }
    var (squares, most, freedom) = (0.0, 0.0, 0.0)
    for sample in samples {
      guard let mean = sample.mean else { continue }
      guard range.contains(mean) else { throw .outOfRange }
      let own = sample.sumOfSquaredDeviations
      let size = Double(sample.count)
      squares += own
      most += (size - 1) * (mean - a) * (b - mean) + own / size
      freedom += size - 1
    }
    guard freedom > 0 else { throw .tooFewValues }
    guard squares > 0, most > 0 else { throw .noSpread }
    phi = squares / most
    degreesOfFreedom = freedom
    self.range = range
  }

  /// The confidence interval of a group's mean, inside the scale.
  ///
  /// Wilson's score interval on the scale 0 to 1 with n/phi trials and Student's t for z: all m with
  /// |mean - m| ≤ t √(phi (m - a)(b - m)/n). With two answer levels and phi = 1 it is Wilson's. It holds its
  /// level for few answers on five points, where the t interval of a group's own spread does not (see
  /// `CoverageStudy`). Limit: phi is taken to be the same in all groups.
  ///
  /// - Parameters:
  ///   - mean: The group's mean, in the unit of the scale.
  ///   - count: The number of its values, at least 1.
  ///   - confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil where the input allows none.
  public func interval(mean: Double, count: Int, confidence: Double = 0.95) -> Interval? {
    guard range.contains(mean), count > 0,
      let t = StudentT(degreesOfFreedom: degreesOfFreedom)?.quantile((1 + confidence) / 2)
    else { return nil }
    let width = range.upperBound - range.lowerBound
    let share = (mean - range.lowerBound) / width
    let trials = Double(count) / phi
    let root = t * (share * (1 - share) / trials + t * t / (4 * trials * trials)).squareRoot()
    let (middle, divisor) = (share + t * t / (2 * trials), 1 + t * t / trials)
    return Interval(
      lower: range.lowerBound + width * max(0, (middle - root) / divisor),
      upper: range.lowerBound + width * min(1, (middle + root) / divisor))
  }
}

/// The mean over groups of values, with an interval for groups drawn at random.
///
/// The mean is that over all values. Its variance comes from leaving out one group at a time on the scale of
/// log odds, log((m - a)/(b - m)): (G - 1)/G Σ (l - l̄)². The interval takes t with 1/Σw² - 1 degrees of freedom,
/// w being the groups' shares of the values, and is turned back into the scale. Limits: five groups and
/// fewer of uneven size, or means that crowd at an end of the scale, can leave 93 to 97 %.
public struct ClusteredMean: Sendable, Equatable {
  /// Why there is none.
  public enum Failure: String, Error, Sendable, Equatable {
    /// Fewer than two groups with values.
    case tooFewGroups = "too-few-groups"
    /// All groups have the same mean.
    case noSpread = "no-spread"
    /// All values lie at an end of the scale, or do so once a group is left out.
    case atEndOfScale = "at-end-of-scale"
    /// Values outside the scale, or a scale without length.
    case outOfRange = "out-of-range"
  }

  /// The mean over all values.
  public let mean: Double
  /// The number of groups with values.
  public let groups: Int
  /// 1/Σw² - 1.
  public let degreesOfFreedom: Double
  /// The standard error on the scale of log odds.
  public let logOddsError: Double
  private let range: ClosedRange<Double>

  /// Estimates the mean.
  ///
  /// - Parameters:
  ///   - samples: One per group, in the unit of the scale; empty ones are left out.
  ///   - range: The scale from its lowest to its highest value.
  /// - Throws: Why there is none.
  public init(_ samples: [SampleSums], range: ClosedRange<Double>) throws(Failure) {
    let (a, b) = (range.lowerBound, range.upperBound)
    guard a < b, (b - a).isFinite else { throw .outOfRange }
    let used = samples.filter { $0.count > 0 }
    guard used.count > 1 else { throw .tooFewGroups }
    let means = used.compactMap(\.mean)
    guard means.allSatisfy(range.contains) else { throw .outOfRange }
    guard means.contains(where: { $0 != means[0] }) else { throw .noSpread }
    let total = used.reduce(0.0) { $0 + Double($1.count) }
    let sum = used.reduce(0.0) { $0 + Double($1.sum) }
    var odds: [Double] = []
    for sample in used {
      let rest = (sum - Double(sample.sum)) / (total - Double(sample.count))
      guard rest > a, rest < b else { throw .atEndOfScale }
      odds.append(log((rest - a) / (b - rest)))
    }
    let size = Double(odds.count)
    let middle = odds.reduce(0, +) / size
    let squares = odds.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    let weights = used.map { Double($0.count) / total }
    mean = sum / total
    groups = used.count
    degreesOfFreedom = 1 / weights.reduce(0) { $0 + $1 * $1 } - 1
    logOddsError = (squares * (size - 1) / size).squareRoot()
    self.range = range
  }

  /// The confidence interval, inside the scale.
  ///
  /// - Parameters:
  ///   - centre: The mean it is about, if some groups count in the mean but not here; inside the scale.
  ///   - confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil where the input allows none.
  public func interval(around centre: Double? = nil, confidence: Double = 0.95) -> Interval? {
    let (a, b) = (range.lowerBound, range.upperBound)
    let middle = centre ?? mean
    guard middle > a, middle < b,
      let t = StudentT(degreesOfFreedom: degreesOfFreedom)?.quantile((1 + confidence) / 2)
    else { return nil }
    let odds = log((middle - a) / (b - middle))
    func value(_ odds: Double) -> Double { a + (b - a) / (1 + exp(-odds)) }
    return Interval(
      lower: value(odds - t * logOddsError), upper: value(odds + t * logOddsError))
  }
}
