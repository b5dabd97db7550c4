import Statistics
import Testing

struct WeightingTests {
  private static let sexes = [0, 0, 0, 1, 1, 1]
  private static let ages = [0, 0, 1, 0, 1, 1]

  private static func margins(_ first: [Double], _ second: [Double]) -> [WeightingMargin] {
    [WeightingMargin(cells: sexes, targets: first), WeightingMargin(cells: ages, targets: second)]
  }

  @Test func `margins that are met already change nothing`() throws {
    let raking = try Raking(
      [1, 1, 1, 1, 1, 1], margins: Self.margins([3, 3], [3, 3]))
    #expect(raking.weights == [1, 1, 1, 1, 1, 1])
    #expect(raking.iterations == 1)
  }

  @Test func `margins are met, and cross ratios of design weights are kept`() throws {
    let design: [Double] = [2, 4, 1, 3, 1, 5]
    let raking = try Raking(design, margins: Self.margins([40, 60], [30, 70]))
    for (margin, targets) in zip(raking.after, [[40.0, 60], [30, 70]]) {
      for (total, target) in zip(margin, targets) { #expect(agree(total, target)) }
    }
    #expect(raking.before == [[7, 9], [9, 7]])
    let w = raking.weights
    // Records 0 and 1 share a cell; the cross ratio of the four cells is that of the start.
    #expect(agree(w[1] / w[0], 2))
    #expect(agree(w[5] / w[4], 5))
    #expect(agree((w[0] + w[1]) * (w[4] + w[5]) / (w[2] * w[3]), 6.0 * 6 / (1 * 3), within: 1e-10))
  }

  @Test func `an empty cell and other things that cannot be are named`() {
    let ones: [Double] = [1, 1, 1, 1, 1, 1]
    func failure(_ margins: [WeightingMargin], _ weights: [Double] = ones) -> WeightingFailure? {
      do throws(WeightingFailure) {
        _ = try Raking(weights, margins: margins)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      failure(Self.margins([3, 3], [3, 2, 1].map(Double.init))) == .emptyCell(margin: 1, cell: 2))
    #expect(failure(Self.margins([3, 3], [6, 0])) == .targetIsZero(margin: 1, cell: 1))
    #expect(failure(Self.margins([3, 3], [3, 4])) == .inconsistentTotals(margin: 1))
    #expect(failure(Self.margins([6], [3, 3])) == .unknownCell(margin: 0))
    #expect(failure(Self.margins([3, .nan], [3, 3])) == .badNumber)
    #expect(failure(Self.margins([3, 3], [3, 3]), [1, 1, 1, -1, 1, 1]) == .badNumber)
    #expect(failure(Self.margins([3, 3], [3, 3]), [1, 1]) == .differentLengths)
    #expect(failure([], ones) == .differentLengths)
    #expect(
      failure(Self.margins([3, 3], [3, 3]), [1, 1, 1, 0, 0, 0]) == .emptyCell(margin: 0, cell: 1))
  }

  @Test func `margins that cannot be met together do not converge`() {
    // Cells (0, 0) and (1, 1) only, so both margins say the same, differently.
    let margins = [
      WeightingMargin(cells: [0, 1], targets: [3, 7]),
      WeightingMargin(cells: [0, 1], targets: [4, 6]),
    ]
    #expect(throws: WeightingFailure.noConvergence) { try Raking([1, 1], margins: margins) }
  }

  @Test func `cell weights by hand`() throws {
    let margin = WeightingMargin(cells: [0, 0, 1], targets: [30, 20])
    #expect(try cellWeights([1, 2, 5], margin: margin) == [10, 20, 20])
  }

  @Test func `Kish's effect by hand`() throws {
    // 3 · (1 + 1 + 4) / 16.
    let summary = try #require(WeightSummary([1, 1, 2]))
    #expect(agree(summary.designEffect, 18.0 / 16))
    #expect(agree(summary.effectiveCount, 16.0 / 6))
    #expect(WeightSummary([4])?.standardDeviation == nil)
    for weights in [[], [0, 0], [1, -1], [1, .nan], [1, .infinity]] as [[Double]] {
      #expect(WeightSummary(weights) == nil)
    }
  }

  @Test func `trimming loses weight or keeps it`() throws {
    let simple = try #require(TrimmedWeights([1, 1, 2, 6], cap: 3, rule: .simple))
    #expect(simple.weights == [1, 1, 2, 3])
    #expect(simple.trimmed == 1)
    // 3 to share among 4: times 7/4; 3.5 is above the cap, so 4 remain for the two ones.
    let kept = try #require(TrimmedWeights([1, 1, 2, 6], cap: 3, rule: .redistributed))
    for (weight, expected) in zip(kept.weights, [2, 2, 3, 3]) {
      #expect(agree(weight, Double(expected)))
    }
    #expect(TrimmedWeights([1, 1, 2, 6], cap: 2, rule: .redistributed) == nil)
    #expect(TrimmedWeights([1, 1], cap: 0, rule: .simple) == nil)
    #expect(TrimmedWeights.cap(of: [3]) == nil)
    // Mean 2, sd 2.
    #expect(agree(TrimmedWeights.cap(of: [0, 2, 4]), 6))
  }

  @Test func `weighted quantiles by hand`() {
    let values: [Double] = [5, 1, 3]
    #expect(weightedQuantile(of: values, weights: [1, 1, 2], at: 0.25) == 1)
    #expect(weightedQuantile(of: values, weights: [1, 1, 2], at: 0.26) == 3)
    #expect(weightedQuantile(of: values, weights: [1, 1, 2], at: 1) == 5)
    #expect(weightedQuantile(of: values, weights: [1, 0, 2], at: 0) == 3)
    #expect(weightedQuantile(of: values, weights: [1, 1], at: 0.5) == nil)
    #expect(weightedQuantile(of: values, weights: [1, 1, 1], at: 1.1) == nil)
    #expect(weightedQuantile(of: [1, .nan, 3], weights: [1, 1, 1], at: 0.5) == nil)
  }
}

struct SurveyDesignTests {
  @Test func `a simple random sample has the known error`() throws {
    // Variance 5/3 of 1, 2, 3, 4 over n = 4, and half of it if the population has 8.
    let plain = try SurveyDesign(weights: [2, 2, 2, 2]).mean(of: [1, 2, 3, 4])
    #expect(agree(plain.standardError, (5.0 / 12).squareRoot()))
    let finite = try SurveyDesign(weights: [2, 2, 2, 2], populations: [8, 8, 8, 8])
    #expect(agree(try finite.mean(of: [1, 2, 3, 4]).standardError, (5.0 / 24).squareRoot()))
    #expect(agree(try finite.mean(of: [1, 2, 3, 4]).designEffect, 1))
    #expect(finite.degreesOfFreedom == 3)
  }

  @Test func `clusters of equal answers count as one each`() throws {
    let design = try SurveyDesign(weights: [1, 1, 1, 1], clusters: [0, 0, 1, 1])
    // Cluster totals of influences ±0.5: 2/1 · (0.25 + 0.25).
    #expect(agree(try design.mean(of: [1, 1, 3, 3]).standardError, 1))
    #expect(design.clusterCount == 2)
  }

  @Test func `weights cell by cell take away what cells explain`() throws {
    let margin = WeightingMargin(cells: [0, 0, 1, 1], targets: [10, 10])
    let design = try SurveyDesign(weights: [5, 5, 5, 5], margins: [margin])
    #expect(try design.mean(of: [1, 1, 3, 3]).standardError < 1e-12)
  }

  @Test func `a whole census has no error`() throws {
    let design = try SurveyDesign(weights: [1, 1], strata: [0, 1], populations: [1, 1])
    #expect(try design.mean(of: [1, 5]).standardError == 0)
  }

  @Test func `designs without an answer are named`() {
    func failure(
      weights: [Double] = [1, 1, 1], strata: [Int]? = nil, clusters: [Int]? = nil,
      populations: [Double]? = nil
    ) -> SurveyDesign.Failure? {
      do throws(SurveyDesign.Failure) {
        _ = try SurveyDesign(
          weights: weights, strata: strata, clusters: clusters, populations: populations)
        return nil
      } catch {
        return error
      }
    }
    #expect(failure(strata: [7, 7, 9]) == .lonelyCluster(stratum: 9))
    #expect(failure(clusters: [1, 1, 1]) == .tooFewClusters)
    #expect(failure(weights: [1]) == .tooFewClusters)
    #expect(failure(populations: [2, 2, 2]) == .badPopulation(stratum: 0))
    #expect(failure(populations: [9, 8, 9]) == .badPopulation(stratum: 0))
    #expect(failure(weights: []) == .differentLengths)
    #expect(failure(strata: [1]) == .differentLengths)
    #expect(failure(weights: [1, .nan, 1]) == .badNumber)
    #expect(failure(weights: [0, 0, 0]) == .badNumber)
  }

  @Test func `values and shares without an answer are named`() throws {
    let design = try SurveyDesign(weights: [1, 1, 1])
    #expect(throws: SurveyDesign.Failure.badNumber) { try design.mean(of: [1, .infinity, 2]) }
    #expect(throws: SurveyDesign.Failure.differentLengths) { try design.total(of: [1]) }
    #expect(throws: SurveyDesign.Failure.emptyGroup) {
      try design.mean(of: [1, 2, 3], group: [false, false, false])
    }
    for method in [SurveyDesign.ShareInterval.logit, .beta] {
      #expect(throws: SurveyDesign.Failure.noSpread) {
        try design.shareInterval(of: [true, true, true], method: method)
      }
    }
  }
}
