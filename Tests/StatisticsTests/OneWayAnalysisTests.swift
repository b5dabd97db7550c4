import Statistics
import Testing

private struct Reference: Decodable {
  // swift-format-ignore: AlwaysUseLowerCamelCase
  struct Case: Decodable {
    var G: Int
    var N: Int
    var n0: Double
    var SSB: Double
    var SSW: Double
    var MSB: Double
    var MSW: Double
    var F: Double
    var var_between_anova: Double
    var icc1: Double
    var icc1_ci95: [Double]
    var icc2_mean: Double
    var n_for_rel: [String: Double]
  }
}

private struct Samples: Decodable {
  struct Lecturers: Decodable {
    var histograms: [[Int]]
  }
  // swift-format-ignore: AlwaysUseLowerCamelCase
  struct Companies: Decodable {
    var n: [Int]
    var sum: [Int]
    var sum_of_squares: [Int]
    var HRS: [[Int]]
    var RELIG: [[Int]]
  }
  // swift-format-ignore: AlwaysUseLowerCamelCase
  var insteval_lecturers: Lecturers
  var bhr2000: Companies
}

struct OneWayAnalysisTests {
  /// The open data as samples, with the factor from their unit to the reference's.
  private func sample(_ name: String) throws -> (groups: [SampleSums], unit: Double) {
    let data = try oracle("samples", as: Samples.self)
    func sums(_ triples: [[Int]]) -> [SampleSums] {
      triples.map {
        SampleSums(count: $0[0], sum: Int128($0[1]), sumOfSquares: Int128($0[2]))
      }
    }
    switch name {
    case "insteval_lecturer":
      return (data.insteval_lecturers.histograms.map { SampleSums(histogram: $0) }, 1)
    case "bhr2000_HRS": return (sums(data.bhr2000.HRS), 1)
    case "bhr2000_RELIG": return (sums(data.bhr2000.RELIG), 1)
    default:
      let companies = data.bhr2000
      let triples = companies.n.indices.map {
        [companies.n[$0], companies.sum[$0], companies.sum_of_squares[$0]]
      }
      return (sums(triples), 1.0 / 11)  // the mean of eleven items
    }
  }

  @Test(
    arguments: ["insteval_lecturer", "bhr2000_leadership_mean", "bhr2000_HRS", "bhr2000_RELIG"])
  func `agrees with R on open data`(name: String) throws {
    let expected = try #require(try oracle("icc", as: [String: Reference.Case].self)[name])
    let (groups, unit) = try sample(name)
    let analysis = try #require(OneWayAnalysis(groups))
    let square = unit * unit
    #expect(analysis.groups == expected.G)
    #expect(analysis.count == expected.N)
    #expect(agree(analysis.typicalSize, expected.n0))
    #expect(agree(analysis.sumOfSquaresBetween * square, expected.SSB))
    #expect(agree(analysis.sumOfSquaresWithin * square, expected.SSW))
    #expect(agree(analysis.meanSquareBetween * square, expected.MSB))
    #expect(agree(analysis.meanSquareWithin * square, expected.MSW))
    #expect(agree(analysis.fRatio, expected.F))
    #expect(agree(analysis.varianceBetween * square, expected.var_between_anova))
    #expect(agree(analysis.icc1, expected.icc1))
    #expect(agree(analysis.icc2, expected.icc2_mean))
    let interval = try #require(analysis.icc1Interval())
    #expect(agree(interval.lower, expected.icc1_ci95[0], within: 1e-9))
    #expect(agree(interval.upper, expected.icc1_ci95[1], within: 1e-9))
    for (share, key) in [(0.5, "r50"), (0.6, "r60"), (0.7, "r70"), (0.8, "r80"), (0.9, "r90")] {
      let needed = try #require(expected.n_for_rel[key])
      #expect(agree(analysis.valuesNeeded(for: share), needed))
    }
  }

  @Test func `reliability reaches 0.70 with the answers needed for it`() throws {
    // 12.26 answers are needed by the reference, so 12 fall short and 13 are enough.
    let analysis = try #require(OneWayAnalysis(try sample("insteval_lecturer").groups))
    let (twelve, thirteen) = (
      try #require(analysis.reliability(ofMeanOver: 12)),
      try #require(analysis.reliability(ofMeanOver: 13))
    )
    #expect(twelve < 0.7)
    #expect(thirteen > 0.7)
    #expect(analysis.reliability(ofMeanOver: 0) == nil)
  }

  @Test func `groups that differ less than by chance have no reliability`() throws {
    // Values 0 and 2 in either group: both means are 1, MSB = 0, MSW = 2, n0 = 2.
    let group = SampleSums(count: 2, sum: 2, sumOfSquares: 4)
    let analysis = try #require(OneWayAnalysis([group, group]))
    #expect(analysis.meanSquareBetween == 0)
    #expect(analysis.meanSquareWithin == 2)
    #expect(analysis.varianceBetween == -1)
    #expect(analysis.icc1 == -1)
    #expect(analysis.icc2 == nil)
    #expect(analysis.reliability(ofMeanOver: 10) == 0)
    #expect(analysis.valuesNeeded(for: 0.7) == nil)
  }

  @Test func `groups without inner spread are perfectly reliable`() throws {
    let low = SampleSums(count: 3, sum: 0, sumOfSquares: 0)
    let high = SampleSums(count: 3, sum: 9, sumOfSquares: 27)
    let analysis = try #require(OneWayAnalysis([low, high]))
    #expect(analysis.fRatio == nil)
    #expect(analysis.icc1Interval() == nil)
    #expect(analysis.icc1 == 1)
    #expect(analysis.reliability(ofMeanOver: 1) == 1)
  }

  @Test func `needs two groups and one spread`() {
    let empty = SampleSums(count: 0, sum: 0, sumOfSquares: 0)
    let single = SampleSums(count: 1, sum: 4, sumOfSquares: 16)
    let several = SampleSums(count: 3, sum: 3, sumOfSquares: 5)
    #expect(OneWayAnalysis([]) == nil)
    #expect(OneWayAnalysis([several, empty]) == nil)
    #expect(OneWayAnalysis([single, single]) == nil)
    #expect(OneWayAnalysis([several, single]) != nil)
  }

  @Test func `nothing varies at all`() throws {
    let same = SampleSums(count: 4, sum: 8, sumOfSquares: 16)
    let analysis = try #require(OneWayAnalysis([same, same]))
    #expect(analysis.icc1 == nil)
    #expect(analysis.fRatio == nil)
    #expect(analysis.reliability(ofMeanOver: 5) == nil)
    #expect(analysis.valuesNeeded(for: 0.7) == nil)
  }
}
