internal import Statistics

/// What organisations are compared with: centre and spread of those with enough answers for a
/// reading.
///
/// Source: Spiegelhalter (2005), additive over-dispersion; docs/statistics.md.
struct PeerReference: Sendable {
  /// The mean over all their answers, in points.
  let centre: Double
  /// The pooled standard deviation within them, in points.
  let withinSD: Double
  /// The number of their answers.
  let answers: Int
  /// How much their means differ beyond chance.
  let overdispersion: Overdispersion

  /// Compares the eligible members of a sample.
  ///
  /// - Parameters:
  ///   - eligible: The members with enough answers for a reading.
  ///   - sample: The answers of all members.
  ///   - minimumPeers: The fewest members for any comparison.
  /// - Throws: Why there is nothing to compare with.
  init(eligible: [Int], in sample: PeerSample, minimumPeers: Int) throws(Silence) {
    if let barrier = sample.barrier { throw barrier }
    guard eligible.count >= max(2, minimumPeers) else {
      throw Silence(reason: .notComparable, rule: .expectedMinimumPeers)
    }
    let samples = eligible.compactMap { sample.samples[$0] }
    var total = SampleSums(count: 0, sum: 0, sumOfSquares: 0)
    for sample in samples { total += sample }
    guard let within = OneWayAnalysis(samples)?.meanSquareWithin, within > 0,
      let mean = total.mean
    else { throw Silence(reason: .notComparable, rule: .expectedNoSpread) }
    let withinSD = within.squareRoot() * sample.pointsPerUnit
    let centre = mean * sample.pointsPerUnit
    guard
      let found = Overdispersion(
        values: eligible.map(sample.points),
        standardErrors: eligible.map { withinSD / Double(sample.count($0)).squareRoot() },
        centre: centre)
    else { throw Silence(reason: .notComparable, rule: .expectedNoSpread) }
    self.centre = centre
    self.withinSD = withinSD
    answers = total.count
    overdispersion = found
  }

  /// The expected range.
  var range: ExpectedRange {
    ExpectedRange(centre: centre, varianceBetween: overdispersion.varianceBetween)
  }

  /// The standard error of a mean of `count` answers, in points.
  func standardError(of count: Int) -> Double { withinSD / Double(count).squareRoot() }
}
