import Statistics
import Testing

struct ControlChartTests {
  private func noise(_ count: Int) -> [Double] { (0..<count).map { $0 % 2 == 0 ? 1 : -1 } }

  @Test func `limits by hand`() throws {
    // Moving ranges 2, 2, 2, 6: AMR 3, none screened (6 < 9.8); mean 1.
    let chart = try IndividualsChart(values: [1, -1, 1, -1, 5])
    let group = try #require(chart.groups.first)
    #expect(group.mean == 1)
    #expect(group.averageMovingRange == 3)
    #expect(agree(group.limits?.upper, 1 + 2.66 * 3))
    #expect(agree(group.nearLimits?.lower, 1 - 2 * 2.66 / 3 * 3))
    #expect(group.isShort)
  }

  @Test func `moving ranges far out are dropped once`() throws {
    // Ranges 1 nine times and 30: AMR 3.9, bound 12.74, so 30 goes and the AMR is 1.
    let values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 31.0]
    #expect(try IndividualsChart(values: values).groups[0].averageMovingRange == 1)
    let kept = try IndividualsChart(values: values, screensOutliers: false)
    #expect(agree(kept.groups[0].averageMovingRange, 3.9))
  }

  @Test func `the exact constant is 3 over d2`() throws {
    #expect(agree(IndividualsChart.Constant.exact.value, 2.65868077635827))
  }

  @Test func `limits may rest on the first values and begin anew`() throws {
    let values = noise(12) + noise(12).map { $0 + 10 }
    let fixed = try IndividualsChart(values: values, fixedPoints: 12)
    #expect(fixed.groups[0].mean == 0)
    #expect(fixed.signals.suffix(12).allSatisfy { $0 == .aboveLimit })
    let rebased = try IndividualsChart(values: values, rebases: [12])
    #expect(rebased.groups.map(\.mean) == [0, 10])
    #expect(rebased.groups.map(\.places) == [0..<12, 12..<24])
    #expect(rebased.signals.allSatisfy { $0 == .commonCause })
    #expect(!rebased.groups[0].isShort)
  }

  @Test(arguments: [true, false])
  func `a constant series has a reason instead of limits`(screens: Bool) throws {
    let chart = try IndividualsChart(values: [3, 3, 3, 3], screensOutliers: screens)
    #expect(chart.groups[0].reason == .noVariation)
    #expect(chart.groups[0].limits == nil)
    #expect(chart.signals == [nil, nil, nil, nil])
  }

  @Test func `one value has a reason instead of limits`() throws {
    let chart = try IndividualsChart(values: [1, 2, 3], rebases: [2])
    #expect(chart.groups.map(\.reason) == [nil, .tooFewPoints])
  }

  @Test func `charts name their reasons`() {
    #expect(throws: IndividualsChart.Failure.noValues) { try IndividualsChart(values: []) }
    #expect(throws: IndividualsChart.Failure.notFinite) { try IndividualsChart(values: [1, .nan]) }
    #expect(throws: IndividualsChart.Failure.outOfRange) {
      try IndividualsChart(values: [1, 2], rebases: [2])
    }
    #expect(throws: IndividualsChart.Failure.outOfRange) {
      try IndividualsChart(values: [1, 2], fixedPoints: 0)
    }
  }

  @Test func `six rising steps are a trend, five are none`() throws {
    let rise = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    let values = noise(8) + rise + noise(8)
    // The step into the rise goes up as well: from -1 to 0.
    let signals = try IndividualsChart(values: values).signals
    #expect(signals.count { $0 == .rising } >= 7)
    let tied = noise(8) + [0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5] + noise(8)
    #expect(try !IndividualsChart(values: tied).signals.contains(.rising))
  }

  @Test(arguments: [
    (ControlVerdict.Direction.increase, ControlVerdict.Variation.improvement),
    (.decrease, .concern), (.neutral, .neutralHigh),
  ])
  func `the last point gives the icon of variation`(
    direction: ControlVerdict.Direction, variation: ControlVerdict.Variation
  ) throws {
    let chart = try IndividualsChart(values: noise(14) + [20], fixedPoints: 14)
    #expect(ControlVerdict(chart, better: direction).variation == variation)
    #expect(ControlVerdict(chart, better: direction).variations.first == .commonCause)
  }

  @Test(arguments: [
    (ControlVerdict.Direction.increase, 100.0, ControlVerdict.Assurance?.some(.consistentFail)),
    (.increase, -100, .consistentPass), (.increase, 0, .inconsistent),
    (.decrease, 100, .consistentPass), (.decrease, -100, .consistentFail), (.neutral, 0, nil),
  ])
  func `a target outside the limits is always or never met`(
    direction: ControlVerdict.Direction, target: Double, assurance: ControlVerdict.Assurance?
  ) throws {
    let chart = try IndividualsChart(values: noise(14))
    #expect(ControlVerdict(chart, better: direction, target: target).assurance == assurance)
    #expect(ControlVerdict(chart, better: direction).assurance == nil)
  }

  @Test func `proportions by hand`() throws {
    // p = 0.5, s = 0.05; z = -2 and 2: sigma_z = 4 / 1.128379 = 3.544908.
    let chart = try ProportionChart(successes: [40, 60], sizes: [100, 100])
    #expect(chart.centre == 0.5)
    #expect(agree(chart.sigma, 3.5449077018110318))
    #expect(agree(chart.points[0].limits.lower, 0.35))
    #expect(agree(chart.points[0].score, -2))
    #expect(agree(chart.points[0].laneyLimits?.upper, 0.5 + 0.15 * 3.5449077018110318))
    #expect(try ProportionChart(successes: [1], sizes: [2]).sigma == nil)
    #expect(try ProportionChart(successes: [1, 1], sizes: [2, 2]).points[0].laneyLimits == nil)
  }

  @Test(arguments: [
    ([Int](), [Int](), ProportionChart.Failure.noPeriods), ([1], [], .differingLengths),
    ([0], [0], .emptyPeriod), ([3], [2], .outOfRange), ([2, 2], [2, 2], .noSpread),
    ([0], [2], .noSpread),
  ])
  func `proportion charts name their reasons`(
    successes: [Int], sizes: [Int], reason: ProportionChart.Failure
  ) {
    #expect(throws: reason) { try ProportionChart(successes: successes, sizes: sizes) }
  }

  @Test func `trend tests by hand`() throws {
    // Pairs of 1, 2, 4: all rise. S = 3, var = 3·2·11/18, slopes 1, 1.5, 2.
    let test = try MannKendall(values: [1, 2, 4])
    #expect(test.score == 3)
    #expect(agree(test.variance, 66.0 / 18))
    #expect(agree(test.z, 2 / (66.0 / 18).squareRoot()))
    #expect(test.tau == 1)
    #expect(test.slope == 1.5)
    #expect(test.slopeInterval() == nil)
    #expect(try MannKendall(values: [1, 2, 4], times: [0, 10, 20]).slope == 0.15)
  }

  @Test func `trend tests name their reasons`() {
    #expect(throws: MannKendall.Failure.tooFewPoints) { try MannKendall(values: [1, 2]) }
    #expect(throws: MannKendall.Failure.noVariation) { try MannKendall(values: [1, 1, 1]) }
    #expect(throws: MannKendall.Failure.notFinite) { try MannKendall(values: [1, .nan, 2]) }
    #expect(throws: MannKendall.Failure.timesNotRising) {
      try MannKendall(values: [1, 2, 3], times: [1, 1, 2])
    }
  }

  @Test func `runs by hand`() throws {
    // Median 2.5 (the mean of 2 and 3): below, above, above, below, above, below -> 5 runs.
    let test = try RunsTest(values: [1, 3, 4, 2, 5, 0])
    #expect(test.median == 2.5)
    #expect(test.runs == 5)
    #expect(test.longest == 2)
    // Expected 2·3·3/6 + 1 = 4; variance 18·12/(36·5) = 1.2.
    #expect(test.expected == 4)
    #expect(agree(test.z, 1 / 1.2.squareRoot()))
    #expect(throws: RunsTest.Failure.noVariation) { try RunsTest(values: [1, 1, 1]) }
    #expect(throws: RunsTest.Failure.noVariation) { try RunsTest(values: []) }
    #expect(throws: RunsTest.Failure.noVariation) { try RunsTest(values: [1, 2]) }
    #expect(throws: RunsTest.Failure.notFinite) { try RunsTest(values: [1, .infinity]) }
  }

  @Test func `cumulative sums by hand`() throws {
    let chart = try CumulativeSum(values: [3, 3, -9], target: 0, sigma: 1)
    // Up: 2.5, 5, 0; down: 0, 0, 8.5.
    #expect(chart.points.map(\.up) == [2.5, 5, 0])
    #expect(chart.points.map(\.down) == [0, 0, 8.5])
    #expect(chart.points.map(\.signal) == [0, 1, -1])
    #expect(throws: CumulativeSum.Failure.noVariation) { try CumulativeSum(values: [1, 1]) }
    #expect(throws: CumulativeSum.Failure.noVariation) { try CumulativeSum(values: [1]) }
    #expect(throws: CumulativeSum.Failure.noValues) { try CumulativeSum(values: []) }
    #expect(throws: CumulativeSum.Failure.notFinite) { try CumulativeSum(values: [.nan]) }
    #expect(throws: CumulativeSum.Failure.outOfRange) {
      try CumulativeSum(values: [1, 2], limit: 0)
    }
  }
}
