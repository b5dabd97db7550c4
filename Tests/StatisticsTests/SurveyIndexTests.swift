import Statistics
import Testing

struct SurveyIndexTests {
  private func uniform(_ count: Int) throws -> BetaMean {
    let part = try #require(BetaDistribution(a: 1, b: 1))
    return try #require(BetaMean(Array(repeating: part, count: count)))
  }

  /// P(mean of n uniform variables ≤ x): Irwin (1927), Hall (1927).
  private func irwinHall(_ x: Double, _ count: Int) -> Double {
    var (sum, coefficient, factorial) = (0.0, 1.0, 1.0)
    for k in 0...count {
      let distance = max(0, x * Double(count) - Double(k))
      sum += coefficient * (0..<count).reduce(1) { product, _ in product * distance }
      coefficient *= -Double(count - k) / Double(k + 1)
      if k > 0 { factorial *= Double(k) }
    }
    return sum / factorial
  }

  @Test(arguments: [(2, 0.3), (2, 0.75), (3, 0.1), (3, 0.5), (4, 0.4)])
  func `the mean of uniform variables is Irwin's and Hall's`(count: Int, x: Double) throws {
    #expect(agree(try uniform(count).lowerTail(x), irwinHall(x, count), within: 1e-11))
  }

  @Test func `the mean of two arcsine variables is symmetrical, their root at the ends kept`()
    throws
  {
    let part = try #require(BetaDistribution(a: 0.5, b: 0.5))
    let mean = try #require(BetaMean([part, part]))
    #expect(agree(mean.lowerTail(0.5), 0.5, within: 1e-12))
    let low = try #require(mean.lowerTail(0.2))
    #expect(agree(mean.lowerTail(0.8), 1 - low, within: 1e-12))
  }

  @Test func `one variable is exact, and quantiles invert tails`() throws {
    let part = try #require(BetaDistribution(a: 3.5, b: 20.5))
    #expect(BetaMean([part])?.quantile(0.3) == part.quantile(0.3))
    let other = try #require(BetaDistribution(a: 60.5, b: 0.5))
    let mean = try #require(BetaMean([part, other]))
    let middle = try #require(mean.quantile(0.3))
    #expect(agree(mean.lowerTail(middle), 0.3, within: 1e-11))
    #expect(mean.quantile(0) == nil)
    #expect(mean.lowerTail(.nan) == nil)
    #expect(mean.lowerTail(-1) == 0)
    #expect(mean.lowerTail(2) == 1)
    #expect(BetaMean([]) == nil)
    let thin = try #require(BetaDistribution(a: 0.1, b: 3))
    #expect(BetaMean([thin, part]) == nil)
    #expect(BetaMean([thin]) != nil)
  }

  @Test func `the expected shortfall by hand`() throws {
    // For one uniform variable E max(0, b - x) = b²/2; for the mean of two and b ≤ 1/2: 2b³/3.
    #expect(agree(try uniform(1).expectedShortfall(below: 0.4), 0.08))
    #expect(agree(try uniform(2).expectedShortfall(below: 0.5), 2 * 0.125 / 3, within: 1e-11))
    #expect(agree(try uniform(2).expectedShortfall(below: 1), 0.5, within: 1e-11))
    #expect(try uniform(2).expectedShortfall(below: 0) == 0)
    #expect(try uniform(2).expectedShortfall(below: 1.1) == nil)
  }

  @Test func `the index is the mean of posterior means`() throws {
    // (0.5 + 30)/(1 + 60) and (0.5 + 12)/(1 + 15).
    let index = try SurveyIndex(attributes: [
      .init(successes: 30, trials: 60), .init(successes: 12, trials: 15),
    ])
    #expect(agree(index.value, (30.5 / 61 + 12.5 / 16) / 2))
    let interval = try #require(index.interval())
    #expect(interval.lower < index.value && index.value < interval.upper)
    #expect(agree(index.probability(ofAtMost: interval.lower), 0.025, within: 1e-10))
    #expect(index.interval(confidence: 1) == nil)
  }

  @Test func `one attribute at an end of the scale has a closed interval`() throws {
    let all = try SurveyIndex(attributes: [.init(successes: 12, trials: 12)])
    #expect(all.interval()?.upper == 1)
    let none = try SurveyIndex(attributes: [.init(successes: 0, trials: 12)])
    #expect(none.interval()?.lower == 0)
    let both = try SurveyIndex(attributes: [
      .init(successes: 12, trials: 12), .init(successes: 12, trials: 12),
    ])
    let open = try #require(both.interval())
    #expect(open.upper < 1)
  }

  @Test func `decisions look at the side that matters`() throws {
    let poor = try SurveyIndex(attributes: [.init(successes: 20, trials: 100)])
    let decision = try #require(poor.decision(reference: 0.5))
    #expect(decision.isBelowByInterval && decision.isBelowByDecision)
    #expect(decision.probabilityOfReaching < 1e-6)
    let rich = try SurveyIndex(attributes: [.init(successes: 80, trials: 100)])
    let good = try #require(rich.decision(reference: 0.5))
    #expect(!good.isBelowByInterval && !good.isBelowByDecision)
    #expect(poor.decision(reference: 2) == nil)
  }

  @Test(arguments: [
    ([SurveyIndex.Counts](), SurveyIndex.Failure.noAttributes),
    ([.init(successes: 0, trials: 0)], .noAnswers), ([.init(successes: 5, trials: 4)], .outOfRange),
    ([.init(successes: -1, trials: 4)], .outOfRange),
    ([.init(successes: 0, trials: -1)], .outOfRange),
  ])
  func `indices name their reasons`(counts: [SurveyIndex.Counts], reason: SurveyIndex.Failure) {
    #expect(throws: reason) { try SurveyIndex(attributes: counts) }
    #expect(throws: SurveyIndex.Failure.outOfRange) {
      try SurveyIndex(attributes: [.init(successes: 1, trials: 2)], prior: 0)
    }
  }

  @Test func `persons make the interval wider`() throws {
    // theta 1/2, z = ±(4 - 2)/8, variance 2/1 · 2/16 = 1/4 against (1/4)/8 for independent trials.
    let index = try ClusteredIndex(persons: [
      [.init(successes: 4, trials: 4)], [.init(successes: 0, trials: 4)],
    ])
    #expect(index.value == 0.5)
    #expect(index.variance == 0.25)
    #expect(index.designEffect == 8)
    // t with 1 df is 12.7: cut off at both ends.
    #expect(index.interval() == Interval(lower: 0, upper: 1))
  }

  @Test func `persons without an answer are none`() throws {
    let persons: [[SurveyIndex.Counts]] = [
      [.init(successes: 4, trials: 4)], [.init(successes: 2, trials: 4)],
      [.init(successes: 0, trials: 0)], [.init(successes: 1, trials: 4)],
    ]
    #expect(try ClusteredIndex(persons: persons).persons == 3)
  }

  @Test(arguments: [
    ([[SurveyIndex.Counts]](), SurveyIndex.Failure.noAttributes),
    ([[.init(successes: 1, trials: 2)]], .tooFewPersons),
    ([[.init(successes: 1, trials: 2)], [.init(successes: 1, trials: 2)]], .noSpread),
    ([[.init(successes: 1, trials: 2)], []], .differingLengths),
    ([[.init(successes: 0, trials: 0)], [.init(successes: 0, trials: 0)]], .noAnswers),
    ([[.init(successes: 3, trials: 2)], [.init(successes: 1, trials: 2)]], .outOfRange),
    (
      [
        [.init(successes: 1, trials: 2), .init(successes: 0, trials: 0)],
        [.init(successes: 2, trials: 2), .init(successes: 0, trials: 0)],
      ], .unansweredAttribute
    ),
  ])
  func `clustered indices name their reasons`(
    persons: [[SurveyIndex.Counts]], reason: SurveyIndex.Failure
  ) {
    #expect(throws: reason) { try ClusteredIndex(persons: persons) }
  }
}
