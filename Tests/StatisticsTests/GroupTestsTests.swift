import Statistics
import Testing

struct GroupTestsTests {
  private static func moments(_ groups: [[Double]]) -> [SampleMoments] {
    groups.compactMap { SampleMoments($0) }
  }

  // Two groups: Welch's F is the square of Welch's t, with its degrees of freedom.
  @Test func `Welch's analysis of two groups is Welch's t`() throws {
    let groups = Self.moments([[1, 2, 4, 7], [3, 3, 5, 6, 9, 12]])
    let analysis = try WelchAnalysis(groups)
    let test = try MeanDifference(groups[0], minus: groups[1])
    #expect(agree(analysis.fRatio, test.t * test.t))
    #expect(agree(analysis.denominator, test.degreesOfFreedom))
    #expect(agree(analysis.probability, test.probability))
    let interval = try #require(test.interval())
    #expect((interval.lower + interval.upper) / 2 - test.difference < 1e-12)
  }

  @Test func `sums, moments and values analyse alike`() throws {
    let values: [[Double]] = [[1, 2, 2], [3, 1], [3, 2, 3, 3]]
    let sums = values.map { group in
      SampleSums(histogram: (0...3).map { level in group.count { $0 == Double(level) } })
    }
    let one = try #require(OneWayAnalysis(sums))
    let two = try #require(OneWayAnalysis(moments: Self.moments(values)))
    #expect(agree(two.fRatio, try #require(one.fRatio)))
    #expect(agree(two.typicalSize, one.typicalSize))
    #expect(agree(two.omegaSquared, try #require(one.omegaSquared), within: 1e-10))
    let eta = try #require(one.etaSquared)
    #expect(eta > 0 && eta < 1)
  }

  // Means 0 and 1, both variances 1, n = 2 each: d = 1; J for m = 2 is Γ(1) / (1 · Γ(1/2)) = 1/√π.
  @Test func `Hedges' correction is exact`() throws {
    let root = 0.5.squareRoot()
    let groups = Self.moments([[1 - root, 1 + root], [-root, root]])
    let test = try MeanDifference(groups[0], minus: groups[1])
    #expect(agree(test.cohensD, 1))
    #expect(agree(test.hedgesG, 1 / Double.pi.squareRoot()))
  }

  @Test func `rank tests see order only`() throws {
    let one = try MannWhitney([4, 5, 6], [1, 2, 3])
    #expect(one.u == 9 && one.superiority == 1 && one.cliffsDelta == 1)
    let other = try MannWhitney([1, 2, 3], [4, 50, 600])
    #expect(other.u == 0 && other.cliffsDelta == -1)
    #expect(other.probability == one.probability)
    let even = try MannWhitney([1, 2], [1, 2])
    #expect(even.cliffsDelta == 0 && even.probability == 1)
    // Ranks 1..6 in groups of 2: sums 3, 7, 11; H = 12/42 · (9 + 49 + 121)/2 - 21.
    let kruskal = try KruskalWallis([[1, 2], [3, 4], [5, 6], []])
    #expect(agree(kruskal.h, 12.0 / 42 * 179 / 2 - 21))
    #expect(kruskal.degreesOfFreedom == 2)
    #expect(agree(kruskal.epsilonSquared, kruskal.h / 5))
  }

  // n(ad - bc)² over the product of the margins: 60 · 300² / 30⁴.
  @Test func `chi-squared by hand`() throws {
    let table = try ContingencyTable([[10, 20], [20, 10]])
    #expect(agree(table.chiSquared, 60 * 90_000.0 / 810_000))
    #expect(agree(table.cramersV, 1.0 / 3))
    #expect(table.degreesOfFreedom == 1 && table.smallestExpected == 15)
  }

  @Test(arguments: [
    ([[1.0, 2], []], ComparisonFailure.tooFewGroups), ([[1, 1], [1]], .noSpread),
    ([[1, .nan], [2]], .notFinite), ([], .tooFewGroups),
  ])
  func `Kruskal and Wallis say why not`(groups: [[Double]], reason: ComparisonFailure) {
    #expect(throws: reason) { try KruskalWallis(groups) }
  }

  @Test func `other tests say why not`() throws {
    #expect(throws: ComparisonFailure.tooFewValues) { try MannWhitney([], [1]) }
    #expect(throws: ComparisonFailure.noSpread) { try MannWhitney([1, 1], [1]) }
    #expect(throws: ComparisonFailure.notFinite) { try MannWhitney([.infinity], [1]) }
    let (one, pair, same) = (
      Self.moments([[1]])[0], Self.moments([[1, 2]])[0], Self.moments([[1, 1]])[0]
    )
    #expect(throws: ComparisonFailure.tooFewValues) { try MeanDifference(one, minus: pair) }
    #expect(throws: ComparisonFailure.noSpread) { try MeanDifference(same, minus: same) }
    #expect(throws: ComparisonFailure.noSpread) { try WelchAnalysis([pair, same]) }
    #expect(throws: ComparisonFailure.tooFewValues) { try WelchAnalysis([pair, one]) }
    #expect(throws: ComparisonFailure.tooFewGroups) { try WelchAnalysis([pair]) }
    #expect(OneWayAnalysis(moments: [one, one]) == nil)
    #expect(SampleMoments(count: 0, mean: 1, standardDeviation: 1) == nil)
    #expect(SampleMoments(count: 2, mean: 1, standardDeviation: -1) == nil)
    #expect(SampleMoments(count: 2, mean: .nan, standardDeviation: 1) == nil)
  }

  @Test(arguments: [
    ([[1, 2]], ComparisonFailure.tooFewGroups), ([[1], [2]], .tooFewGroups),
    ([[1, 2], [3]], .differentLengths), ([[1, -2], [3, 4]], .negativeCount),
    ([[0, 0], [3, 4]], .emptyRow), ([[0, 2], [0, 4]], .emptyRow),
  ])
  func `tables say why not`(counts: [[Int]], reason: ComparisonFailure) {
    #expect(throws: reason) { try ContingencyTable(counts) }
  }
}
