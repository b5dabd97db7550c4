import Statistics
import Testing

struct AgreementTests {
  // Shrout & Fleiss (1979), table 2, and what they print: .17 .29 .71 .44 .62 .91.
  private static let judged: [[Double]] = [
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
  ]

  @Test func `the six correlations of Shrout and Fleiss`() throws {
    let icc = try IntraclassCorrelation(Self.judged)
    let printed: [(IntraclassCorrelation.Form, Bool, Double)] = [
      (.oneWay, false, 0.17), (.agreement, false, 0.29), (.consistency, false, 0.71),
      (.oneWay, true, 0.44), (.agreement, true, 0.62), (.consistency, true, 0.91),
    ]
    for (form, ofMean, value) in printed {
      let estimate = try #require(icc.estimate(form, ofMean: ofMean))
      #expect((estimate.value * 100).rounded() / 100 == value)
      #expect(estimate.interval.lower < estimate.value)
      #expect(estimate.value < estimate.interval.upper)
    }
  }

  @Test func `strict raters disagree, but consistently`() throws {
    let strict = [[1.0, 3], [2, 4], [4, 6.1], [5, 7]]
    let icc = try IntraclassCorrelation(strict)
    #expect(try #require(icc.estimate(.consistency)).value > 0.99)
    #expect(try #require(icc.estimate(.agreement)).value < 0.7)
  }

  @Test func `degenerate ratings say why not`() throws {
    #expect(throws: ComparisonFailure.tooFewGroups) { try IntraclassCorrelation([[1, 2]]) }
    #expect(throws: ComparisonFailure.tooFewValues) { try IntraclassCorrelation([[1], [2]]) }
    #expect(throws: ComparisonFailure.differentLengths) {
      try IntraclassCorrelation([[1, 2], [2]])
    }
    #expect(throws: ComparisonFailure.noSpread) { try IntraclassCorrelation([[1, 1], [2, 2]]) }
    #expect(throws: ComparisonFailure.notFinite) {
      try IntraclassCorrelation([[1, .nan], [2, 2]])
    }
    // Raters differ by exactly 1 everywhere: no residual is left to compare with.
    let exact = try IntraclassCorrelation([[1, 2], [3, 4], [7, 8]])
    #expect(exact.estimate(.consistency) == nil)
    #expect(exact.estimate(.oneWay) != nil)
    #expect(exact.estimate(.oneWay, confidence: 1) == nil)
  }

  // Four levels: random variance 15/12; answers 1, 2 have variance 1/2, distance 1/2.
  @Test func `agreement within a group by hand`() throws {
    let group = try WithinGroupAgreement([[1, 1], [2, 2], [nil, 4]], levels: 4)
    #expect(group.count == 2 && group.meanVariance == 0.5 && group.averageDeviation == 0.5)
    #expect(agree(group.rStarWg, 0.6))
    // 2 · 0.6 / (2 · 0.6 + 0.4).
    #expect(agree(group.rwg, 0.75))
    let same = try WithinGroupAgreement([[3], [3]], levels: 5)
    #expect(same.rwg == 1 && same.rStarWg == 1 && same.averageDeviation == 0)
    let split = try WithinGroupAgreement([[1], [5], [1], [5]], levels: 5)
    #expect(split.rwg == 0 && split.rStarWg < 0)
  }

  @Test(arguments: [
    ([[1]], 5, ComparisonFailure.tooFewValues), ([], 5, .tooFewValues),
    ([[1], [2]], 1, .tooFewValues), ([[nil], [2]], 5, .tooFewValues),
    ([[1, 2], [2]], 5, .differentLengths), ([[.nan], [2]], 5, .notFinite),
  ])
  func `groups say why not`(rows: [[Double?]], levels: Int, reason: ComparisonFailure) {
    #expect(throws: reason) { try WithinGroupAgreement(rows, levels: levels) }
  }

  // Cohen's kappa of 20, 5, 10, 15: observed 0.7, by chance 0.5.
  @Test func `kappa by hand`() throws {
    let kappa = try CohensKappa([[20, 5], [10, 15]], .unweighted)
    #expect(agree(kappa.value, 0.4))
    #expect(agree(kappa.observed, 0.7) && agree(kappa.expected, 0.5))
    #expect(agree(try CohensKappa([[20, 5], [10, 15]], .linear).value, 0.4))
    #expect(try CohensKappa([[3, 0], [0, 4]], .quadratic).value == 1)
  }

  @Test func `kappas say why not`() {
    #expect(throws: ComparisonFailure.noSpread) { try CohensKappa([[5, 0], [0, 0]], .linear) }
    #expect(throws: ComparisonFailure.tooFewValues) {
      try CohensKappa([[0, 0], [0, 0]], .linear)
    }
    #expect(throws: ComparisonFailure.tooFewGroups) { try CohensKappa([[5]], .linear) }
    #expect(throws: ComparisonFailure.differentLengths) {
      try CohensKappa([[5, 1], [2]], .linear)
    }
    #expect(throws: ComparisonFailure.noSpread) { try FleissKappa([[3, 0], [3, 0]]) }
    #expect(throws: ComparisonFailure.tooFewValues) { try FleissKappa([[1, 0], [0, 1]]) }
    #expect(throws: ComparisonFailure.differentLengths) { try FleissKappa([[3, 0], [2, 0]]) }
    #expect(throws: ComparisonFailure.negativeCount) { try FleissKappa([[3, -1]]) }
    #expect(throws: ComparisonFailure.tooFewGroups) { try FleissKappa([]) }
  }

  // Full agreement is 1 at every level; a unit with one rating tells nothing.
  @Test(arguments: KrippendorffAlpha.Level.allCases)
  func `Krippendorff's alpha`(level: KrippendorffAlpha.Level) throws {
    #expect(try KrippendorffAlpha([[1, 1], [3, 3, 3], [5]], level).value == 1)
    let units: [[Double]] = [[1, 2], [2, 2], [4, 1]]
    #expect(
      try KrippendorffAlpha(units, level).value
        == KrippendorffAlpha(units + [[5], []], level).value)
    #expect(try KrippendorffAlpha([[1, 4], [4, 1]], level).value < 0)
    #expect(throws: ComparisonFailure.noSpread) { try KrippendorffAlpha([[2, 2]], level) }
    #expect(throws: ComparisonFailure.tooFewValues) { try KrippendorffAlpha([[2], [3]], level) }
    #expect(throws: ComparisonFailure.notFinite) { try KrippendorffAlpha([[2, .nan]], level) }
  }
}
