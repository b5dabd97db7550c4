import Statistics
import Testing

private struct Description: Decodable {
  var n: Int
  var mean: Double
  var sd: Double
  var ci95: [Double]
  var ci998: [Double]
  var q7: [Double]
  var counts: [Int]
  var top2box: Double
}

private struct Welch: Decodable {
  var histograms: [[Int]]
  var mean: [Double]
  // swift-format-ignore: AlwaysUseLowerCamelCase
  var diff_ci95: [Double]
}

struct SampleSumsTests {
  @Test func `mean, spread and t interval of a histogram agree with R`() throws {
    let cases = try oracle("descriptives", as: [String: Description].self)
    #expect(cases.count == 40)
    for (name, expected) in cases.sorted(by: { $0.key < $1.key }) {
      // The answers start at 1, the histogram at 0.
      let sample = SampleSums(histogram: [0] + expected.counts)
      #expect(sample.count == expected.n, "\(name)")
      #expect(agree(sample.mean, expected.mean), "\(name)")
      #expect(agree(sample.standardDeviation, expected.sd), "\(name)")
      let usual = try #require(meanInterval(of: sample))
      #expect(agree(usual.lower, expected.ci95[0]), "\(name)")
      #expect(agree(usual.upper, expected.ci95[1]), "\(name)")
      let wide = try #require(meanInterval(of: sample, confidence: 0.998))
      #expect(agree(wide.lower, expected.ci998[0]), "\(name)")
      #expect(agree(wide.upper, expected.ci998[1]), "\(name)")
      let answers = expected.counts.enumerated().flatMap { place, times in
        [Double](repeating: Double(place + 1), count: times)
      }
      for (share, value) in zip([0.05, 0.25, 0.5, 0.75, 0.95], expected.q7) {
        #expect(quantile(of: answers, at: share) == value, "\(name) at \(share)")
      }
    }
  }

  @Test func `has no mean without values and no spread with one`() {
    let empty = SampleSums(histogram: [0, 0])
    #expect(empty.mean == nil)
    #expect(empty.standardDeviation == nil)
    #expect(meanInterval(of: empty) == nil)
    let single = SampleSums(count: 1, sum: 7, sumOfSquares: 49)
    #expect(single.mean == 7)
    #expect(single.variance == nil)
    #expect(meanInterval(of: single) == nil)
  }

  @Test func `stays exact where squares leave 128 bits`() {
    // Ten values of 10^18 and ten of 10^18 + 2: every deviation is 1. The sum of squares is
    // 2 * 10^37 and times n = 20 it is 4 * 10^38, past the 1.7 * 10^38 of Int128.
    let low: Int128 = 1_000_000_000_000_000_000
    let high = low + 2
    let sample = SampleSums(
      count: 20, sum: 10 * (low + high), sumOfSquares: 10 * (low * low + high * high))
    #expect(sample.sumOfSquaredDeviations == 20)
  }

  @Test func `adds up like the whole`() {
    var sum = SampleSums(histogram: [1, 2, 3])
    sum += SampleSums(histogram: [4, 0, 1, 5])
    #expect(sum == SampleSums(histogram: [5, 2, 4, 5]))
  }

  @Test func `Welch's interval agrees with R`() throws {
    let expected = try oracle("welch", as: Welch.self)
    let estimates = try expected.histograms.map { histogram in
      let sample = SampleSums(histogram: [0] + histogram)
      return MeanEstimate(
        mean: try #require(sample.mean), standardDeviation: try #require(sample.standardDeviation),
        count: sample.count, degreesOfFreedom: Double(sample.count - 1))
    }
    #expect(agree(estimates[0].mean, expected.mean[0]))
    let interval = try #require(welchInterval(of: estimates[0], minus: estimates[1]))
    #expect(agree(interval.lower, expected.diff_ci95[0]))
    #expect(agree(interval.upper, expected.diff_ci95[1]))
  }

  @Test func `two means without spread have no Welch interval`() {
    let still = MeanEstimate(mean: 3, standardDeviation: 0, count: 9, degreesOfFreedom: 8)
    #expect(welchInterval(of: still, minus: still) == nil)
  }
}
