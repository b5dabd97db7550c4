import Statistics
import Testing

struct ChangeTests {
  @Test func `the variance between units by hand`() throws {
    // w = 1 each, mean 2, Q = 4 + 0 + 4 = 8; (8 - 2) / (3 - 3/3) = 3.
    let found = try RandomEffectsVariance(values: [0, 2, 4], standardErrors: [1, 1, 1])
    #expect(found.heterogeneity == 8)
    #expect(found.varianceBetween == 3)
    #expect(found.mean == 2)
    // chi-squared with 2 df: exp(-8/2).
    #expect(agree(found.probability, 0.01831563888873418, within: 1e-11))
    #expect(
      try RandomEffectsVariance(values: [1, 1.1], standardErrors: [1, 1]).varianceBetween == 0)
  }

  @Test func `change and what regression to the mean explains of it`() throws {
    // tau² = 3, s² = 1: lambda 0.75. Means 2 and 2: the first unit is expected at 2 - 0.75 · 2.
    let change = try TwoWaveChange(
      first: [0, 2, 4], firstErrors: [1, 1, 1], second: [1, 2, 3], secondErrors: [1, 1, 1])
    let unit = try #require(change.units.first)
    #expect(unit.lambda == 0.75)
    #expect(unit.expected == 0.5)
    #expect(unit.change == 1)
    #expect(unit.expectedChange == 0.5)
    #expect(agree(unit.naiveScore, 1 / 2.0.squareRoot()))
    #expect(agree(unit.score, 0.5 / 1.75.squareRoot()))
    #expect(agree(unit.detectableChange, 1.959963984540054 * 2.0.squareRoot(), within: 1e-9))
    let lowest = try change.lowest(1)
    #expect(lowest.meanChange == 1)
    #expect(lowest.expectedChange == 0.5)
    #expect(lowest.naiveImprovers == 0)
    #expect(agree(change.correlation, 1))
    #expect(throws: ChangeFailure.outOfRange) { try change.lowest(4) }
    #expect(throws: ChangeFailure.outOfRange) { try change.lowest(0) }
  }

  @Test func `a change of all alike is no change of one`() throws {
    let change = try TwoWaveChange(
      first: [1, 2, 3], firstErrors: [1, 1, 1], second: [11, 12, 13], secondErrors: [1, 1, 1])
    for unit in change.units { #expect(unit.change.magnitude < 1e-12) }
  }

  @Test(arguments: [
    ([1.0], [1.0], [1.0], [1.0], ChangeFailure.tooFewUnits),
    ([1, 2], [1, 1], [1], [1], .differingLengths),
    ([1, 2], [1, 0], [1, 2], [1, 1], .notPositive),
    ([1, 2], [1, 1], [1, 2], [1, -1], .notPositive),
    ([1, .nan], [1, 1], [1, 2], [1, 1], .notFinite),
    ([1, 2], [1, 1], [1, .infinity], [1, 1], .notFinite), ([], [], [], [], .tooFewUnits),
  ])
  func `two waves name their reasons`(
    first: [Double], firstErrors: [Double], second: [Double], secondErrors: [Double],
    reason: ChangeFailure
  ) {
    #expect(throws: reason) {
      try TwoWaveChange(
        first: first, firstErrors: firstErrors, second: second, secondErrors: secondErrors)
    }
  }

  @Test func `reliable change needs spread and a reliability below 1`() throws {
    // sd √2 √(1 - 0.5) = sd.
    let change = try ReliableChange(deviation: 4, reliability: 0.5)
    #expect(agree(change.index(first: 10, second: 2), -2))
    #expect(agree(change.detectableChange(), 7.84))
    #expect(throws: ChangeFailure.noSpread) { try ReliableChange(deviation: 0, reliability: 0.5) }
    #expect(throws: ChangeFailure.outOfRange) { try ReliableChange(deviation: 1, reliability: 1) }
    #expect(throws: ChangeFailure.outOfRange) {
      try ReliableChange(deviation: 1, reliability: .nan)
    }
    #expect(throws: ChangeFailure.notFinite) {
      try ReliableChange(deviation: .infinity, reliability: 0.5)
    }
  }

  @Test func `detectable differences by hand`() throws {
    // √(3² + 4²) = 5.
    #expect(agree(detectableDifference(firstError: 3, secondError: 4), 5 * 1.959963984540054))
    // 1.959964 + 0.841621 for a power of 0.8.
    let difference = detectableDifference(firstError: 3, secondError: 4, power: 0.8)
    #expect(agree(difference, 5 * 2.801585218112969, within: 1e-9))
    #expect(detectableDifference(firstError: 0, secondError: 0) == nil)
    #expect(detectableDifference(firstError: -1, secondError: 1) == nil)
    #expect(detectableDifference(firstError: 1, secondError: 1, power: 1) == nil)
  }

  @Test func `slopes by hand`() throws {
    // Points (0, 0), (1, 2), (2, 1): slope 1/2, left over 1.5, se √(1.5 / 1 / 2).
    let tests = try SlopeTests(times: [0, 1, 2], figures: [[0, 2, 1], [0, 1, nil], [5, 5, 5]])
    let line = try #require(tests.lines[0])
    #expect(line.slope == 0.5)
    #expect(agree(line.standardError, 0.75.squareRoot()))
    // t = 0.57735 with 1 df: two-sided p = 1 - 2/π atan(t) = 2/3.
    #expect(agree(line.probability, 2.0 / 3, within: 1e-11))
    #expect(tests.lines[1] == nil)
    #expect(tests.lines[2]?.probability == nil)
    #expect(tests.adjusted == [tests.lines[0]?.probability, nil, nil])
    #expect(tests.tested == 1)
    #expect(tests.meanTimeSquares == 2)
    #expect(tests.counts(level: 0.7, adjusted: false) == (1, 0))
    #expect(tests.counts(level: 0.05, adjusted: true) == (0, 0))
  }

  @Test func `a common movement is none beside the others`() throws {
    let figures: [[Double?]] = [[1, 2, 3.5, 4], [2, 3, 4.5, 5], [0, 1, 2.5, 3]]
    #expect(SlopeTests.timeMeans(figures) == [1, 2, 3.5, 4])
    let tests = try SlopeTests.relative(times: [1, 2, 3, 4], figures: figures)
    for line in tests.lines { #expect(line?.slope == 0) }
  }

  @Test func `slope tests name their reasons`() {
    #expect(throws: ChangeFailure.tooFewUnits) { try SlopeTests(times: [1, 2, 3], figures: []) }
    #expect(throws: ChangeFailure.tooFewTimes) {
      try SlopeTests(times: [1, 2], figures: [[1, 2]])
    }
    #expect(throws: ChangeFailure.tooFewTimes) {
      try SlopeTests(times: [1, 1, 1], figures: [[1, 2, 3]])
    }
    #expect(throws: ChangeFailure.differingLengths) {
      try SlopeTests(times: [1, 2, 3], figures: [[1, 2]])
    }
    #expect(throws: ChangeFailure.notFinite) {
      try SlopeTests(times: [1, 2, 3], figures: [[1, 2, .nan]])
    }
  }

  @Test func `slope reliability and lag correlations`() {
    #expect(slopeReliability(slopeVariance: 1, residualVariance: 10, timeSquares: 10) == 0.5)
    #expect(slopeReliability(slopeVariance: 0, residualVariance: 0, timeSquares: 10) == nil)
    #expect(slopeReliability(slopeVariance: -1, residualVariance: 1, timeSquares: 10) == nil)
    #expect(slopeReliability(slopeVariance: 1, residualVariance: 1, timeSquares: 0) == nil)
    let figures: [[Double?]] = [[1, 2, 9], [2, 4, nil], [3, 6, 9]]
    let found = lagCorrelations(figures)
    #expect(agree(found[0], 1))
    #expect(found[1] == nil)
    #expect(lagCorrelations(figures, lag: 2) == [nil])
    #expect(lagCorrelations(figures, lag: 3).isEmpty)
    #expect(lagCorrelations([]).isEmpty)
  }
}
