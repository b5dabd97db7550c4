internal import Statistics

/// A dimension in two periods, over all organisations that are shown in both.
///
/// Source: Jones & Spiegelhalter (2009): what the first period lets expect for the second, with the
/// pooled standard deviation within organisations of each period; docs/statistics.md.
struct WaveComparison: Sendable {
  /// What was to be expected of one organisation without any change of its own, in points.
  struct Outlook: Sendable {
    /// The change to be expected: the common one and the return to the middle.
    let change: Double
    /// The part of it that is the return to the middle.
    let regression: Double
    /// The limits in which 95 % of changes are to be expected.
    let limits: Interval
  }

  /// The number of organisations.
  let count: Int
  /// The change that all have in common, in points.
  let common: Double
  private let outlooks: [Int: Outlook]

  /// Compares two periods.
  ///
  /// - Parameters:
  ///   - earlier: The first period.
  ///   - later: The second period of the same peer group, perspective and dimension.
  ///   - minimumPeers: The fewest organisations for any comparison.
  /// - Throws: Why nothing can be expected.
  init(
    from earlier: DimensionComparison, to later: DimensionComparison, minimumPeers: Int
  ) throws(Silence) {
    if let barrier = later.sample.barrier ?? earlier.sample.barrier { throw barrier }
    let members = later.sample.shown.filter { earlier.sample.silences[$0] == nil }
    guard members.count >= max(2, minimumPeers) else {
      throw Silence(reason: .notComparable, rule: .changeMinimumPeers)
    }
    func errors(_ sample: PeerSample) throws(Silence) -> [Double] {
      guard let within = OneWayAnalysis(members.compactMap { sample.samples[$0] }),
        within.meanSquareWithin > 0
      else { throw Silence(reason: .notComparable, rule: .changeNoInterval) }
      let deviation = within.meanSquareWithin.squareRoot() * sample.pointsPerUnit
      return members.map { deviation / Double(sample.count($0)).squareRoot() }
    }
    let (first, second) = (try errors(earlier.sample), try errors(later.sample))
    let before = members.map(earlier.sample.points)
    let found: TwoWaveChange
    do throws(ChangeFailure) {
      found = try TwoWaveChange(
        first: before, firstErrors: first, second: members.map(later.sample.points),
        secondErrors: second)
    } catch {
      throw Silence(reason: .notComparable, rule: .changeNoInterval)
    }
    let threshold = Normal.quantile(0.975) ?? 0
    var outlooks: [Int: Outlook] = [:]
    for (place, member) in members.enumerated() {
      let unit = found.units[place]
      let spread = second[place] * second[place] + unit.lambda * first[place] * first[place]
      let change = unit.expected - before[place]
      let half = threshold * spread.squareRoot()
      outlooks[member] = Outlook(
        change: change, regression: unit.expectedChange,
        limits: Interval(lower: change - half, upper: change + half))
    }
    count = members.count
    common = found.secondMean - found.firstMean
    self.outlooks = outlooks
  }

  /// What was to be expected of a member; nil if it is not shown in both periods.
  func outlook(of member: Int) -> Outlook? { outlooks[member] }
}
