import Statistics
import Testing

struct PeerRangeTests {
  @Test func `truncation leaves out the lowest and highest tenth by rank`() throws {
    // Ranks 1...10 of 10: floor(rank · 10 / 11) is 0 for rank 1 and 9 for rank 10 alone.
    let values = (1...10).map(Double.init)
    let found = try Overdispersion(
      values: values, standardErrors: Array(repeating: 1, count: 10), centre: 0,
      extremes: .truncated(share: 0.1))
    #expect(found.units == 8)
    #expect(found.usedScores.first == .some(nil))
    #expect(found.usedScores.last == .some(nil))
    // Σ k² for 2...9 is 284, over 8.
    #expect(agree(found.phi, 35.5))
    // (284 - 7) / (8 - 1), all weights being 1.
    #expect(agree(found.varianceBetween, 277.0 / 7))
  }

  @Test func `equal scores share their mean rank`() throws {
    // Two lowest of 20 with rank 1.5: floor(15/21) = 0, so that both go; rank 3 stays.
    let values = [1.0, 1] + (2...19).map(Double.init)
    let found = try Overdispersion(
      values: values, standardErrors: Array(repeating: 1, count: 20), centre: 0,
      extremes: .truncated(share: 0.1))
    #expect(found.usedScores.prefix(3).map { $0 == nil } == [true, true, false])
  }

  @Test func `nothing beyond chance is a variance of 0`() throws {
    let found = try Overdispersion(
      values: [1, 1.1, 0.9], standardErrors: [1, 1, 1], centre: 1, extremes: .kept)
    #expect(found.varianceBetween == 0)
  }

  @Test(arguments: [
    ([1.0], [1.0], ExpectedRangeFailure.tooFewUnits), ([1, 2], [1], .differingLengths),
    ([1, .nan], [1, 1], .notFinite), ([1, .infinity], [1, 1], .notFinite),
    ([1, 2], [1, 0], .notPositive), ([1, 2], [1, .infinity], .notFinite), ([], [], .tooFewUnits),
  ])
  func `over-dispersion names its reasons`(
    values: [Double], errors: [Double], reason: ExpectedRangeFailure
  ) {
    #expect(throws: reason) {
      try Overdispersion(
        values: values, standardErrors: errors, centre: 1, extremes: .winsorised(share: 0.1))
    }
  }

  @Test func `bands change at the normal quantiles`() {
    #expect(PeerBand(score: 1.9599) == .within)
    #expect(PeerBand(score: -1.96) == .moderateBelow)
    #expect(PeerBand(score: 3.09) == .moderateAbove)
    #expect(PeerBand(score: 3.0903) == .strongAbove)
    #expect(PeerBand(score: -.infinity) == .strongBelow)
    #expect(PeerBand(score: .nan) == nil)
  }

  @Test func `both questions are answered side by side`() throws {
    // z = 4 on s = 1; with tau² = 15 the standard deviation is 4 and the score 1.
    let comparison = try #require(
      PeerComparison(
        value: 14, standardError: 1, range: ExpectedRange(centre: 10, varianceBetween: 15)))
    #expect(comparison.score == 4)
    #expect(comparison.band == .strongAbove)
    #expect(comparison.adjustedScore == 1)
    #expect(comparison.adjustedBand == .within)
    #expect(comparison.probability < comparison.adjustedProbability)
  }

  @Test(arguments: [(0.125, 0.12), (0.375, 0.38), (2.675, 2.67), (0.15, 0.15), (12.3456, 12.35)])
  func `expected numbers are rounded as R rounds`(number: Double, rounded: Double) {
    // 0.125 and 0.375 lie halfway and go to the even digit; 2.675 is below the half in binary.
    #expect(RatioRange.used(number, .shmi) == rounded)
    #expect(RatioRange.used(number, .cqc) == number)
  }

  @Test func `the root's limits are squared back unless the reference's are asked for`() throws {
    let range = try RatioRange(
      observed: [25, 25, 25], expected: [25, 25, 25], method: .cqc)
    // s = 0.1, tau² = 0: 1 ± 1.96 · 0.1.
    let drawn = try #require(range.limits(expected: 25, confidence: 0.95, squaredBack: false))
    #expect(agree(drawn.upper, 1.1959963984540054, within: 1e-9))
    let right = try #require(range.limits(expected: 25, confidence: 0.95))
    #expect(agree(right.upper, drawn.upper * drawn.upper))
    #expect(agree(right.lower, drawn.lower * drawn.lower))
    // With little expected the root's lower limit is below 0; squaring it would make it rise again.
    #expect(range.limits(expected: 0.5, confidence: 0.998)?.lower == 0)
  }

  @Test func `nothing observed is a reason only where its logarithm counts`() throws {
    let many = (1...20).map(Double.init)
    let expected = Array(repeating: 10.0, count: 20)
    let range = try RatioRange(observed: [0] + many.dropFirst(), expected: expected, method: .shmi)
    // floor(rank · 10 / 21) is 0 for ranks 1 and 2, and 9 for 19 and 20.
    #expect(range.overdispersion.units == 16)
    #expect(range.comparison(observed: 0, expected: 10) == nil)
    #expect(throws: ExpectedRangeFailure.zeroObserved) {
      try RatioRange(observed: [0, 1, 2], expected: [1, 1, 1], method: .shmi, extremeShare: 0.01)
    }
    #expect(throws: ExpectedRangeFailure.notPositive) {
      try RatioRange(observed: [1, 1], expected: [0.004, 1], method: .shmi)
    }
    #expect(throws: ExpectedRangeFailure.outOfRange) {
      try RatioRange(observed: [-1, 1], expected: [1, 1], method: .cqc)
    }
  }

  @Test func `means need spread within units`() throws {
    #expect(throws: ExpectedRangeFailure.noSpread) {
      try MeanRange(counts: [2, 2], means: [1, 2], deviations: [0, 0])
    }
    #expect(throws: ExpectedRangeFailure.noSpread) {
      try MeanRange(counts: [1, 1], means: [1, 2], deviations: [nil, nil])
    }
    #expect(throws: ExpectedRangeFailure.noSpread) {
      try MeanRange(counts: [5, 5], means: [1, 2], deviations: [1, 0], spread: .own)
    }
    #expect(throws: ExpectedRangeFailure.tooFewUnits) {
      try MeanRange(counts: [5], means: [1], deviations: [1])
    }
    // T = (4·1 + 2·4)/6 = 2; pooled variance (3·1 + 1·9)/4 = 3.
    let range = try MeanRange(counts: [4, 2], means: [1, 4], deviations: [1, 3])
    #expect(range.centre == 2)
    #expect(agree(range.pooledDeviation, 3.0.squareRoot()))
    #expect(agree(range.standardErrors[0], 0.75.squareRoot()))
  }

  @Test func `proportions without spread have no range`() {
    #expect(throws: ExpectedRangeFailure.noSpread) {
      try ProportionRange(successes: [3, 4], counts: [3, 4], extremes: .kept)
    }
    #expect(throws: ExpectedRangeFailure.outOfRange) {
      try ProportionRange(successes: [4, 4], counts: [3, 4], extremes: .kept)
    }
    #expect(throws: ExpectedRangeFailure.tooFewUnits) {
      try ProportionRange(successes: [1], counts: [3], extremes: .kept)
    }
  }

  @Test func `exact limits of one answer`() throws {
    // F(0) = F(0) of one trial = 0.5, F(1) = 1. At 0.025: r = 0, a = (0.5 - 0.025)/0.5 = 0.95.
    let limits = try ExactLimits.binomial(proportion: 0.5, count: 1, confidence: 0.95)
    #expect(agree(limits.lower, -0.95))
    #expect(agree(limits.upper, 0.95))
    #expect(throws: ExpectedRangeFailure.notPositive) {
      try ExactLimits.binomial(proportion: 0.5, count: 0, confidence: 0.95)
    }
    #expect(throws: ExpectedRangeFailure.outOfRange) {
      try ExactLimits.binomial(proportion: 1, count: 5, confidence: 0.95)
    }
    #expect(throws: ExpectedRangeFailure.outOfRange) {
      try ExactLimits.binomial(proportion: 0.5, count: 5, confidence: 1)
    }
  }

  @Test func `exact limits of a small expected number`() throws {
    // With mean ln 2, F(0) = 0.5: at 0.025 the limit is 0 - (0.5 - 0.025)/0.5 = -0.95 events.
    let mean = 0.6931471805599453
    let limits = try ExactLimits.poisson(expected: mean, confidence: 0.95)
    #expect(agree(limits.lower, -0.95 / mean, within: 1e-11))
    // F(2) = 0.5 (1 + m + m²/2) = 0.96668, F(3) = 0.99443: the upper limit lies between 2 and 3.
    #expect(limits.upper * mean > 2 && limits.upper * mean < 3)
    #expect(throws: ExpectedRangeFailure.notPositive) {
      try ExactLimits.poisson(expected: 0, confidence: 0.95)
    }
  }

  @Test(arguments: [(3, 10), (0, 7), (40, 41), (500, 1_000)])
  func `score limits are where Wilson's interval ends at the overall proportion`(
    successes: Int, count: Int
  ) throws {
    let wilson = try #require(wilsonInterval(successes: successes, of: count))
    for end in [wilson.lower, wilson.upper] where end > 0 && end < 1 {
      let limits = try ExactLimits.score(proportion: end, count: count, confidence: 0.95)
      let share = Double(successes) / Double(count)
      let distance = min((limits.lower - share).magnitude, (limits.upper - share).magnitude)
      #expect(distance < 1e-12)
    }
  }

  @Test func `beta-binomial limits by hand`() throws {
    // a = b = 1 (rho = 1/3): all counts of 0...4 have probability 0.2.
    let range = try #require(BetaBinomialRange(proportion: 0.5, correlation: 1.0 / 3))
    let limits = try range.limits(count: 4, confidence: 0.8)
    // At 0.1: r = 0, a = (0.2 - 0.1)/0.2 = 0.5; at 0.9: r = 4, a = (1 - 0.9)/0.2 = 0.5.
    #expect(agree(limits.lower, -0.5 / 4, within: 1e-9))
    #expect(agree(limits.upper, 3.5 / 4, within: 1e-9))
  }

  @Test func `beta-binomial limits without differences are binomial`() throws {
    let range = try BetaBinomialRange(successes: [5, 5, 5], counts: [10, 10, 10])
    #expect(range.correlation == 0)
    let exact = try ExactLimits.binomial(proportion: 0.5, count: 10, confidence: 0.95)
    #expect(try range.limits(count: 10, confidence: 0.95) == exact)
  }

  @Test func `beta-binomial moments by hand`() throws {
    // p = 0.5, X² = 25/2.5 · 2 = 20, rho = (20 - 1)/(2 · 9 · 0.5) = 19/9, which is cut to below 1.
    let range = try BetaBinomialRange(successes: [0, 10], counts: [10, 10])
    #expect(range.correlation < 1)
    #expect(range.correlation > 0.999)
    // X² = (4 + 4)/2.5 = 3.2, rho = 2.2/9.
    let other = try BetaBinomialRange(successes: [3, 7], counts: [10, 10])
    #expect(agree(other.correlation, 2.2 / 9))
    #expect(throws: ExpectedRangeFailure.noSpread) {
      try BetaBinomialRange(successes: [10, 10], counts: [10, 10])
    }
    #expect(throws: ExpectedRangeFailure.noSpread) {
      try BetaBinomialRange(successes: [0, 1], counts: [1, 1])
    }
  }
}
