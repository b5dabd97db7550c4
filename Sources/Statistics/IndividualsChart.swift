/// A control chart of single values in order of time (XmR), by the rules of the NHS.
///
/// Source: NHS "Making Data Count" as NHSRplotthedots 0.2 computes it. Limits are mean ± c · AMR, AMR
/// being the mean moving range |y(t) - y(t - 1)| inside a group. Values are taken as independent;
/// a season or a trend widens the limits.
public struct IndividualsChart: Sendable, Equatable {
  /// Why there is no chart.
  public enum Failure: String, Error, Sendable, Equatable {
    /// No value at all.
    case noValues = "no-values"
    /// A value that is no finite number; periods without a value are to be left out.
    case notFinite = "not-finite"
    /// A group that starts outside the series, or a number of fixed points below 1.
    case outOfRange = "out-of-range"
  }

  /// Why a group has no limits.
  public enum NoLimits: String, Sendable, Equatable {
    /// One value only.
    case tooFewPoints = "too-few-points"
    /// All values that limits rest on are alike.
    case noVariation = "no-variation"
  }

  /// The factor from the mean moving range to three standard deviations.
  public enum Constant: String, Sendable, Equatable, CaseIterable {
    /// 2.66, as the NHS's tools have it.
    case rounded
    /// 3 / d2 with d2 = 2/√π, which is 2.658681.
    case exact

    /// The factor.
    public var value: Double {
      self == .rounded ? 2.66 : 3 * Double.pi.squareRoot() / 2
    }
  }

  /// Values that share their limits.
  public struct Group: Sendable, Equatable {
    /// Which values, by place.
    public let places: Range<Int>
    /// The mean of the values that limits rest on.
    public let mean: Double
    /// Their mean moving range, after screening; nil where there are no limits.
    public let averageMovingRange: Double?
    /// The lower and upper process limit, or nil.
    public let limits: Interval?
    /// Limits at two thirds of the way, or nil.
    public let nearLimits: Interval?
    /// Why there are no limits.
    public let reason: NoLimits?
    /// Whether fewer than twelve values stand in the group, too few to rely on its limits.
    public var isShort: Bool { places.count < 12 }
  }

  /// The values.
  public let values: [Double]
  /// The groups in order.
  public let groups: [Group]

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - values: In order of time, at least one.
  ///   - rebases: The places at which a new group with limits of its own begins; 0 always does.
  ///   - fixedPoints: If given, limits of each group rest on its first so many values.
  ///   - screensOutliers: Whether moving ranges of 3.267 · AMR and more are dropped and the AMR
  ///     computed once more.
  ///   - constant: The factor of the limits.
  /// - Throws: Why there is no chart.
  public init(
    values: [Double], rebases: [Int] = [], fixedPoints: Int? = nil, screensOutliers: Bool = true,
    constant: Constant = .rounded
  ) throws(Failure) {
    guard !values.isEmpty else { throw .noValues }
    guard values.allSatisfy(\.isFinite) else { throw .notFinite }
    guard rebases.allSatisfy({ values.indices.contains($0) }), fixedPoints ?? 1 > 0 else {
      throw .outOfRange
    }
    let starts = Set(rebases).union([0]).sorted()
    self.values = values
    groups = starts.indices.map { place in
      let end = place + 1 < starts.count ? starts[place + 1] : values.count
      return IndividualsChart.group(
        values, starts[place]..<end, fixedPoints, screensOutliers, constant.value)
    }
  }

  private static func group(
    _ values: [Double], _ places: Range<Int>, _ fixedPoints: Int?, _ screens: Bool,
    _ constant: Double
  ) -> Group {
    let base = Array(values[places].prefix(fixedPoints ?? .max))
    let mean = base.reduce(0, +) / Double(base.count)
    let ranges = zip(base.dropFirst(), base).map { ($0 - $1).magnitude }
    func average(_ ranges: [Double]) -> Double { ranges.reduce(0, +) / Double(ranges.count) }
    guard !ranges.isEmpty else {
      return Group(
        places: places, mean: mean, averageMovingRange: nil, limits: nil, nearLimits: nil,
        reason: .tooFewPoints)
    }
    var spread = average(ranges)
    guard spread > 0 else {
      return Group(
        places: places, mean: mean, averageMovingRange: nil, limits: nil, nearLimits: nil,
        reason: .noVariation)
    }
    if screens {
      let bound = 3.267 * spread
      spread = average(ranges.filter { $0 < bound })
    }
    guard spread > 0 else {
      return Group(
        places: places, mean: mean, averageMovingRange: nil, limits: nil, nearLimits: nil,
        reason: .noVariation)
    }
    func limits(_ factor: Double) -> Interval {
      Interval(lower: mean - factor * spread, upper: mean + factor * spread)
    }
    return Group(
      places: places, mean: mean, averageMovingRange: spread, limits: limits(constant),
      nearLimits: limits(2 * (constant / 3)), reason: nil)
  }
}
