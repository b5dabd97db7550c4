import Statistics
import Testing

struct BoundedMeanTests {
  @Test func `dispersion by hand`() throws {
    // Means 1 and 3 of four values each on 0...4, SSW 2 and 2: 4 / (3·3 + 2/4 + 3·3 + 2/4).
    let dispersion = try BoundedDispersion(
      [SampleSums(histogram: [1, 2, 1]), SampleSums(histogram: [0, 0, 1, 2, 1])], range: 0...4)
    #expect(agree(dispersion.phi, 4.0 / 19))
    #expect(dispersion.degreesOfFreedom == 6)
  }

  @Test(arguments: [(3, 10), (0, 7), (7, 7), (40, 80)])
  func `answers of two levels have dispersion 1 and Wilson's interval`(x: Int, n: Int) throws {
    // So many degrees of freedom that Student's t is the normal quantile to six digits.
    let dispersion = try BoundedDispersion(
      [SampleSums(histogram: [400_000, 600_000])], range: 0...1)
    #expect(agree(dispersion.phi, 1))
    let interval = try #require(dispersion.interval(mean: Double(x) / Double(n), count: n))
    let wilson = try #require(wilsonInterval(successes: x, of: n))
    #expect((interval.lower - wilson.lower).magnitude < 1e-5)
    #expect((interval.upper - wilson.upper).magnitude < 1e-5)
  }

  @Test func `a group whose answers are all alike has an interval inside the scale`() throws {
    let dispersion = try BoundedDispersion(
      [SampleSums(histogram: [0, 0, 0, 0, 5]), SampleSums(histogram: [1, 0, 2, 1, 1])],
      range: 0...4)
    let interval = try #require(dispersion.interval(mean: 4, count: 5))
    #expect(agree(interval.upper, 4))
    #expect(interval.lower < 4 && interval.lower > 0)
  }

  @Test func `the scale may start and end anywhere`() throws {
    let from0 = try BoundedDispersion([SampleSums(histogram: [1, 2, 3, 2, 1])], range: 0...4)
    let from1 = try BoundedDispersion([SampleSums(histogram: [0, 1, 2, 3, 2, 1])], range: 1...5)
    #expect(agree(from1.phi, from0.phi))
    let (a, b) = (from0.interval(mean: 3, count: 4), from1.interval(mean: 4, count: 4))
    #expect(agree(b?.lower, try #require(a).lower + 1))
    #expect(from0.interval(mean: 5, count: 4) == nil)
    #expect(from0.interval(mean: 3, count: 0) == nil)
    #expect(from0.interval(mean: .nan, count: 4) == nil)
  }

  @Test(arguments: [
    ([[0, 1], [1]], BoundedDispersion.Failure.tooFewValues), ([], .tooFewValues),
    ([[0, 3], [2, 0]], .noSpread), ([[0, 0, 0, 0, 0, 3]], .outOfRange),
  ])
  func `dispersion names its reasons`(
    histograms: [[Int]], reason: BoundedDispersion.Failure
  ) {
    #expect(throws: reason) {
      try BoundedDispersion(histograms.map { SampleSums(histogram: $0) }, range: 0...4)
    }
    #expect(throws: BoundedDispersion.Failure.outOfRange) {
      try BoundedDispersion([SampleSums(histogram: [1, 1])], range: 1...1)
    }
  }

  @Test func `the mean over groups by hand`() throws {
    // Two groups of two with means 1 and 3 on 0...4: leaving one out gives log odds ±log 3; the error is
    // √(1/2 · 2 (log 3)²) = log 3, with 1/(1/4 + 1/4) - 1 = 1 degree of freedom.
    let mean = try ClusteredMean(
      [SampleSums(histogram: [0, 2]), SampleSums(histogram: [0, 0, 0, 2])], range: 0...4)
    #expect(mean.mean == 2)
    #expect(mean.degreesOfFreedom == 1)
    #expect(agree(mean.logOddsError, 1.0986122886681098))
    let interval = try #require(mean.interval())
    #expect(agree(interval.lower + interval.upper, 4))
    #expect(interval.lower > 0)
    #expect(mean.interval(confidence: 1) == nil)
  }

  @Test func `uneven groups count as fewer`() throws {
    let mean = try ClusteredMean(
      [SampleSums(histogram: [5, 5]), SampleSums(histogram: [10, 80])], range: 0...1)
    // Shares 0.1 and 0.9: 1/0.82 - 1.
    #expect(agree(mean.degreesOfFreedom, 1 / 0.82 - 1))
  }

  @Test(arguments: [
    ([[1, 1]], ClusteredMean.Failure.tooFewGroups), ([[], []], .tooFewGroups),
    ([[1, 1], [2, 2]], .noSpread), ([[1, 1], [0, 2]], .atEndOfScale),
    ([[0, 0, 0, 0, 0, 1], [1]], .outOfRange),
  ])
  func `means over groups name their reasons`(
    histograms: [[Int]], reason: ClusteredMean.Failure
  ) {
    #expect(throws: reason) {
      try ClusteredMean(histograms.map { SampleSums(histogram: $0) }, range: 0...1)
    }
  }
}
