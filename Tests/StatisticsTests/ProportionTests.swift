import Statistics
import Testing

private struct Proportions: Decodable {
  struct Case: Decodable {
    var x: Int
    var n: Int
    var wilson95: [Double]
    var wilson998: [Double]
  }
  var single: [Case]
}

struct ProportionTests {
  @Test func `Wilson's interval agrees with R`() throws {
    let cases = try oracle("proportions", as: Proportions.self).single
    #expect(cases.count == 14)
    for expected in cases {
      let usual = try #require(wilsonInterval(successes: expected.x, of: expected.n))
      #expect(agree(usual.lower, expected.wilson95[0]), "\(expected)")
      #expect(agree(usual.upper, expected.wilson95[1]), "\(expected)")
      let wide = try #require(
        wilsonInterval(successes: expected.x, of: expected.n, confidence: 0.998))
      #expect(agree(wide.lower, expected.wilson998[0]), "\(expected)")
      #expect(agree(wide.upper, expected.wilson998[1]), "\(expected)")
    }
  }

  @Test func `ends exactly at 0 and 1`() throws {
    #expect(try #require(wilsonInterval(successes: 0, of: 17)).lower == 0)
    #expect(try #require(wilsonInterval(successes: 17, of: 17)).upper == 1)
  }

  @Test(arguments: [(0, 0), (-1, 5), (6, 5), (1, -1)])
  func `gives nothing for counts that cannot be`(successes: Int, count: Int) {
    #expect(wilsonInterval(successes: successes, of: count) == nil)
  }
}
