import Microdata
import Testing

@Suite struct RiskTests {
  /// The records of sdcMicro's `francdat`: four keys and weights; results of sdcMicro 5.8.1.
  private static let keys: [[Int]] = [
    [1, 1, 1, 3, 4, 4, 6, 1], [2, 2, 2, 3, 3, 3, 2, 2], [5, 1, 1, 1, 1, 1, 1, 5],
    [1, 1, 1, 5, 4, 1, 5, 1],
  ]
  private static let weights = [18, 45.5, 39, 17, 541, 8, 5, 92]

  @Test func `gives the individual risks of sdcMicro`() {
    let sample = IndividualRisk.sample(
      Self.keys.map { $0.map { UInt32($0) } }, weights: Self.weights)
    #expect(sample.frequencies == [2, 2, 2, 1, 1, 1, 1, 2])
    #expect(sample.weights == [110, 84.5, 84.5, 17, 541, 8, 5, 110])
    let expected = [
      0.01714426159629, 0.02204232618326, 0.02204232618326, 0.1770758340035, 0.01165448014601,
      0.2970630773828, 0.4023594781085, 0.01714426159629,
    ]
    for (risk, value) in zip(sample.risks, expected) { #expect(abs(risk - value) < 1e-12) }
  }

  static let wildcards: [(Double, [Double], [Double])] = [
    (1, [3, 2, 4, 3, 3, 2, 2, 3], [149, 84.5, 194.5, 563, 566, 549, 22, 149]),
    (
      0.5, [2.5, 1.5, 4, 2.5, 2, 1.5, 1.5, 2.5],
      [129.5, 65, 194.5, 292.5, 553.5, 278.5, 13.5, 129.5]
    ),
    (0, [2, 1, 4, 2, 1, 1, 1, 2], [110, 45.5, 194.5, 22, 541, 8, 5, 110]),
  ]

  /// The same with missing values in record 3 (third key), 4 and 6 (first two), 5 (fourth).
  @Test(arguments: wildcards)
  func `counts missing values as wildcards like sdcMicro`(
    _ alpha: Double, _ frequencies: [Double], _ weights: [Double]
  ) {
    var keys = Self.keys.map { $0.map { Optional(UInt32($0)) } }
    keys[2][2] = nil
    keys[0][3] = nil
    keys[1][3] = nil
    keys[3][4] = nil
    keys[0][5] = nil
    let result = IndividualRisk.withWildcards(keys, weights: Self.weights, alpha: alpha)
    #expect(result.frequencies == frequencies)
    #expect(result.weights == weights)
  }

  @Test func `knows a sample that is the population`() {
    #expect(IndividualRisk.risk(frequency: 1, weight: 1) == 1)
    #expect(IndividualRisk.risk(frequency: 4, weight: 3) == 0.25)
  }

  @Test func `gives the three models' risks`() {
    // Classes of 1, 2 and 5 in the sample, of 4, 2 and 10 in the population, by hand.
    let risks = ReidentificationRisks(frequencies: [1, 2, 5], populations: [4, 2, 10])
    #expect(risks.records == 8 && risks.uniques == 1 && risks.smallestClass == 1)
    #expect(risks.prosecutorMaximum == 1 && risks.prosecutorMean == 3.0 / 8)
    #expect(risks.journalistMaximum == 0.5)
    #expect(abs(risks.marketer - (0.25 + 1 + 0.5) / 8) < 1e-15)
  }

  @Test func `finds minimal sample uniques`() {
    // By hand: the first value alone gives record 0 away (2! points); the second and third together
    // give all four away, the first and second record 3, the first and third record 2 (1! point each).
    let columns: [[UInt32]] = [[1, 0, 0, 0], [0, 1, 1, 0], [0, 1, 0, 1]]
    let suda = SpecialUniques(columns)
    #expect(suda.scores == [3, 1, 2, 2])
    #expect(suda.bySize == [1, 6, 0])
    // First: 2 + 1 + 1 of 8 points; second: 4 + 1; third: 4 + 1.
    #expect(suda.contributions == [0.5, 0.625, 0.625])
    // Without pairs a unique record of the sample is taken for a unique one of the population.
    #expect(suda.risks == [1, 1, 1, 1])
  }

  @Test func `a record that is not alone has no score`() {
    let suda = SpecialUniques([[1, 1, 2, 2], [1, 1, 2, 2]])
    #expect(suda.scores == [0, 0, 0, 0] && suda.risks == [0, 0, 0, 0])
  }
}
