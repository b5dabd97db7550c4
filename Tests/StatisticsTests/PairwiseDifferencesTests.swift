import Statistics
import Testing

struct PairwiseDifferencesTests {
  /// Samples of whole numbers.
  private func samples(_ groups: [[Int]]) -> [SampleSums] {
    groups.map { values in
      SampleSums(
        count: values.count, sum: Int128(values.reduce(0, +)),
        sumOfSquares: values.reduce(0) { $0 + Int128($1 * $1) })
    }
  }

  /// Yields of six batches of dyestuff (Davies 1947; `fixtures/open-data/dyestuff.csv`).
  private let dyestuff = [
    [1545, 1440, 1440, 1520, 1580], [1540, 1555, 1490, 1560, 1495],
    [1595, 1550, 1605, 1510, 1560], [1445, 1440, 1595, 1465, 1545],
    [1595, 1630, 1515, 1635, 1625], [1520, 1455, 1450, 1480, 1445],
  ]

  @Test(arguments: [(0.05, 4), (0.02, 1), (0.005, 0), (0.1, 5), (0.15, 8), (0.9, 15)])
  func `batches differ as scipy's t tests and a step-up by hand say`(
    _ rate: Double, _ different: Int
  ) throws {
    // Adjusted p-values of the 15 pairs: 0.0054, three of 0.0232, 0.0915, 0.1142, two of 0.1431,
    // three of 0.3746, 0.4345, 0.4386, 0.5033, 0.8250 (scipy.stats.t on 24 degrees of freedom).
    let found = try #require(PairwiseDifferences(samples(dyestuff), rate: rate))
    #expect(found.different == different)
    #expect(found.pairs == 15)
    #expect(found.groups == 6)
  }

  @Test func `counting down gives what adjusted p-values give`() throws {
    let draws = RandomDraws(key: 5)
    for trial in 0..<40 {
      let groups = (0..<12).map { group in
        (0..<(3 + (group + trial) % 7)).map { value in
          draws.choice(of: 20, UInt64(trial * 1_000 + group * 50 + value)) + group * (trial % 5)
        }
      }
      let sums = samples(groups)
      let analysis = try #require(OneWayAnalysis(sums))
      let student = try #require(StudentT(degreesOfFreedom: analysis.freedomWithin))
      var probabilities: [Double?] = []
      for left in sums.indices {
        for right in sums.indices where right > left {
          let (a, b) = (sums[left], sums[right])
          let error = analysis.meanSquareWithin * (1 / Double(a.count) + 1 / Double(b.count))
          let t = ((a.mean ?? 0) - (b.mean ?? 0)) / error.squareRoot()
          probabilities.append(student.upperTail(t.magnitude).map { 2 * $0 })
        }
      }
      let expected = benjaminiHochberg(probabilities).count { ($0 ?? 1) <= 0.05 }
      #expect(PairwiseDifferences(sums)?.different == expected)
    }
  }

  @Test func `many groups are thinned out evenly`() throws {
    let groups = (0..<25).map { [$0 * 100, $0 * 100 + 1, $0 * 100 + 2] }
    let found = try #require(PairwiseDifferences(samples(groups), mostGroups: 10))
    #expect(found.groups == 9)
    #expect(found.pairs == 36)
    #expect(found.share == 1)
  }

  @Test func `degenerate input has no result`() {
    #expect(PairwiseDifferences([]) == nil)
    #expect(PairwiseDifferences(samples([[1, 2, 3]])) == nil)
    #expect(PairwiseDifferences(samples([[1], [2], [3]])) == nil)
    #expect(PairwiseDifferences(samples([[4, 4], [5, 5]])) == nil)
    #expect(PairwiseDifferences(samples([[4, 5], [5, 6]]), rate: 0) == nil)
    #expect(PairwiseDifferences(samples([[4, 5], [], [5, 6]]))?.groups == 2)
  }
}
