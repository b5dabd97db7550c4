import Statistics
import Testing

struct DescriptivesTests {
  // Hyndman & Fan's definitions by hand on 1, 2, 3, 4: n p = 1, (n + 1) p = 1.25, 1 + (n - 1) p = 1.75.
  @Test(arguments: [
    (QuantileDefinition.averagedInverse, 0.25, 1.5), (.weibull, 0.25, 1.25), (.linear, 0.25, 1.75),
    (.averagedInverse, 0.3, 2), (.weibull, 0.3, 1.5), (.linear, 0.3, 1.9),
    (.averagedInverse, 0, 1), (.weibull, 0, 1), (.linear, 0, 1), (.averagedInverse, 1, 4),
    (.weibull, 1, 4), (.linear, 1, 4),
  ])
  func `quantiles follow their definition`(
    definition: QuantileDefinition, share: Double, expected: Double
  ) throws {
    #expect(agree(definition.quantile(of: [4, 2, 1, 3], at: share), expected))
    let figures = try #require(Descriptives([4, 2, 1, 3]))
    #expect(agree(figures.quantile(at: share, definition), expected))
  }

  @Test func `what looks whole counts as whole`() {
    // 0.1 · 3 is a little more than 0.3 in binary; the place is 3 of 10 all the same.
    let ten = (1...10).map(Double.init)
    #expect(QuantileDefinition.averagedInverse.quantile(of: ten, at: 0.1 * 3) == 3.5)
  }

  // 0, 0, 0, 4: mean 1, m2 = 3, m3 = (27 - 3)/4 = 6, m4 = (81 + 3)/4 = 21.
  @Test func `moments by hand`() throws {
    let figures = try #require(Descriptives([0, 0, 4, 0]))
    #expect(figures.moments.mean == 1 && figures.moments.variance == 4)
    #expect(agree(figures.standardError, 1))
    #expect(agree(figures.skewness, 6 / (3 * 3.0.squareRoot())))
    #expect(agree(figures.kurtosis, 21.0 / 9 - 3))
    #expect(agree(figures.sampleSkewness, 2))
    #expect(agree(figures.sampleKurtosis, 4))
    #expect(figures.median == 0 && figures.medianDeviation == 0)
  }

  @Test func `counts and values describe the same sample`() throws {
    let values = [1.0, 1, 2, 5, 5, 5]
    #expect(Descriptives(values) == Descriptives(values: [5, 2, 1], counts: [3, 1, 2]))
    #expect(SampleMoments(values) == SampleMoments(SampleSums(histogram: [0, 2, 1, 0, 0, 3])))
  }

  @Test func `large offsets do not swallow the spread`() throws {
    let near = try #require(SampleMoments([1e9 + 1, 1e9 + 2, 1e9 + 3]))
    #expect(near.variance == 1)
  }

  @Test func `degenerate samples have no shape`() throws {
    #expect(Descriptives([]) == nil)
    #expect(Descriptives([1, .nan]) == nil)
    #expect(Descriptives([1, .infinity]) == nil)
    #expect(Descriptives([1e308, -1e308]) == nil)
    #expect(Descriptives(values: [1, 1], counts: [1, 1]) == nil)
    #expect(Descriptives(values: [1], counts: [-1]) == nil)
    let same = try #require(Descriptives([2, 2, 2]))
    #expect(same.skewness == nil && same.kurtosis == nil && same.sampleSkewness == nil)
    let one = try #require(Descriptives([2]))
    #expect(one.standardError == nil && one.moments.estimate == nil)
    #expect(QuantileDefinition.weibull.quantile(of: [], at: 0.5) == nil)
    #expect(QuantileDefinition.weibull.quantile(of: [1], at: .nan) == nil)
  }

  @Test func `shares of levels`() throws {
    let levels = try #require(LevelDistribution(counts: [1, 0, 1, 2]))
    #expect(
      levels.topShare(1) == 0.5 && levels.topShare(2) == 0.75 && levels.bottomShare(2) == 0.25)
    // Shares 1/4, 1/4, 1/2: 2 · 1/4 · 2 + 1/2 · 1 bits.
    #expect(agree(levels.entropy, 1.5))
    // (0 + 2 + 3 + 3) of 12.
    #expect(agree(levels.percentOfMaximum, 100 * 8.0 / 12))
    #expect(LevelDistribution(counts: [3]) == nil)
    #expect(LevelDistribution(counts: [0, 0]) == nil)
    #expect(LevelDistribution(counts: [1, -1]) == nil)
  }
}
