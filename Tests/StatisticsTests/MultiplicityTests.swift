import Statistics
import Testing

struct MultiplicityTests {
  @Test(arguments: PValueAdjustment.allCases)
  func `missing p-values take no part and nothing stays nothing`(method: PValueAdjustment) {
    #expect(method([]).isEmpty)
    #expect(method([nil, nil]) == [nil, nil])
    #expect(method([nil, 0.03, .nan, 2]) == [nil, 0.03, nil, nil])
  }

  @Test(arguments: PValueAdjustment.allCases)
  func `adjusted p-values are in the order of the given ones and never smaller`(
    method: PValueAdjustment
  ) {
    let given = [0.04, 0.001, 0.2, 0.04, 0.9, 0.013]
    let adjusted = method(given).compactMap(\.self)
    #expect(adjusted.count == given.count)
    for (left, right) in [(1, 5), (5, 0), (0, 2), (2, 4)] {
      #expect(adjusted[left] <= adjusted[right])
    }
    #expect(adjusted[0] == adjusted[3])
    #expect(zip(adjusted, given).allSatisfy { $0 >= $1 && $0 <= 1 })
  }

  @Test func `the share of true null hypotheses by hand`() {
    // Two of four lie above 0.5: 2 / (0.5 · 4) = 1; above 0.8 one: 1 / (0.2 · 4), cut to 1.
    #expect(trueNullShare([0.1, 0.2, 0.6, 0.9]) == 1)
    #expect(trueNullShare([0.1, 0.2, 0.6, 0.9], lambda: 0.8) == 1)
    #expect(trueNullShare([0.1, 0.2, nil]) == 0)
    #expect(trueNullShare([nil]) == nil)
    #expect(trueNullShare([0.1], lambda: 1) == nil)
  }

  @Test func `combinations by hand`() throws {
    // -2 log(0.05 · 0.05) = 11.98293; its chi-squared tail with 4 df is exp(-x/2)(1 + x/2).
    let fisher = try CombinedProbability.fisher([0.05, nil, 0.05])
    #expect(agree(fisher.statistic, 11.982929094215963))
    #expect(agree(fisher.probability, 0.0025 * (1 + 11.982929094215963 / 2), within: 1e-11))
    let stouffer = try CombinedProbability.stouffer([0.5, 0.5])
    #expect(stouffer.statistic.magnitude < 1e-15)
    #expect(agree(stouffer.probability, 0.5))
  }

  @Test func `p-values far out stay finite in Stouffer's sum`() throws {
    let combined = try CombinedProbability.stouffer([1e-29])
    #expect(agree(combined.probability, 1e-29, within: 1e-9))
  }

  @Test func `combinations name their reasons`() {
    #expect(throws: CombinedProbability.Failure.noProbabilities) {
      try CombinedProbability.fisher([nil])
    }
    #expect(throws: CombinedProbability.Failure.zeroProbability) {
      try CombinedProbability.fisher([0, 0.5])
    }
    #expect(throws: CombinedProbability.Failure.outOfRange) {
      try CombinedProbability.fisher([.nan])
    }
    #expect(throws: CombinedProbability.Failure.certainProbability) {
      try CombinedProbability.stouffer([1, 0.5])
    }
  }

  @Test func `chance signals by hand`() throws {
    let chance = try #require(ChanceSignals(tests: 2, level: 0.05))
    #expect(agree(chance.expected, 0.1))
    #expect(agree(chance.anyProbability, 1 - 0.95 * 0.95))
    // P(0) = 0.9025 is below 0.95, P(at most 1) = 0.9975 is not.
    #expect(chance.usualMost == 1)
    #expect(agree(chance.probability(ofAtLeast: 2), 0.0025))
    #expect(chance.probability(ofAtLeast: 0) == 1)
    #expect(chance.probability(ofAtLeast: 3) == 0)
    #expect(ChanceSignals(tests: 0, level: 0.05) == nil)
    #expect(ChanceSignals(tests: 5, level: 1) == nil)
    #expect(ChanceSignals(tests: 5, level: .nan) == nil)
  }

  @Test func `equal units share ranks and chances`() throws {
    let ranking = try RankUncertainty(values: [5, 5, 5], standardErrors: [1, 1, 1])
    #expect(ranking.ranks == [2, 2, 2])
    for expected in ranking.expectedRanks { #expect(agree(expected, 2)) }
    for chance in try ranking.probabilities(ofRankWithin: 1) {
      #expect(agree(chance, 1.0 / 3, within: 1e-9))
    }
  }

  @Test func `chances of the highest ranks add up to their number`() throws {
    let ranking = try RankUncertainty(
      values: [1, 1.2, 3, 0.4, 2.9], standardErrors: [0.5, 0.01, 2, 1, 0.3])
    for most in 1...5 {
      let sum = try ranking.probabilities(ofRankWithin: most).reduce(0, +)
      #expect(agree(sum, Double(most), within: 1e-8))
    }
    #expect(agree(ranking.expectedRanks.reduce(0, +), 15))
  }

  @Test func `values known exactly have certain ranks`() throws {
    let ranking = try RankUncertainty(values: [3, 1, 2], standardErrors: [0, 0, 0])
    #expect(ranking.expectedRanks == [1, 3, 2])
    #expect(try ranking.probabilities(ofRankWithin: 2) == [1, 0, 1])
  }

  @Test func `rank uncertainty names its reasons`() throws {
    #expect(throws: RankUncertainty.Failure.noUnits) {
      try RankUncertainty(values: [], standardErrors: [])
    }
    #expect(throws: RankUncertainty.Failure.differingLengths) {
      try RankUncertainty(values: [1], standardErrors: [])
    }
    #expect(throws: RankUncertainty.Failure.notFinite) {
      try RankUncertainty(values: [.nan], standardErrors: [1])
    }
    #expect(throws: RankUncertainty.Failure.outOfRange) {
      try RankUncertainty(values: [1], standardErrors: [-1])
    }
    let one = try RankUncertainty(values: [1], standardErrors: [1])
    #expect(throws: RankUncertainty.Failure.outOfRange) { try one.probabilities(ofRankWithin: 2) }
    #expect(one.expectedRanks == [1])
  }
}
