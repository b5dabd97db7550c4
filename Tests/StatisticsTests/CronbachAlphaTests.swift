import Statistics
import Testing

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Scale: Decodable {
  var n_complete: Int
  var k: Int
  var cov: [[Double]]
  var alpha_raw: Double
  var alpha_std: Double
  var mean_r: Double
  var item_rest: [Double]
  var alpha_drop: [Double]
  var feldt95: [Double]
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Alphas: Decodable {
  struct Unreversed: Decodable {
    var count: Int
    var sums: [Int]
    var cross_products: [Int]
    var alpha_raw: Double
    var item_rest: [Double]
  }
  var bfi_A: Scale
  var bfi_C: Scale
  var bfi_E: Scale
  var attitude: Scale
  var bhr2000: Scale
  var bfi_E_not_reversed: Unreversed
}

struct CronbachAlphaTests {
  @Test func `agrees with R on five scales`() throws {
    let alphas = try oracle("alpha", as: Alphas.self)
    for scale in [alphas.bfi_A, alphas.bfi_C, alphas.bfi_E, alphas.attitude, alphas.bhr2000] {
      let alpha = try #require(
        CronbachAlpha(covariances: scale.cov.flatMap(\.self), count: scale.n_complete))
      #expect(alpha.items == scale.k)
      #expect(agree(alpha.raw, scale.alpha_raw))
      #expect(agree(alpha.standardised, scale.alpha_std))
      #expect(agree(alpha.meanCorrelation, scale.mean_r))
      for item in 0..<scale.k {
        #expect(agree(alpha.itemRest[item], scale.item_rest[item]))
        #expect(agree(alpha.ifDropped[item], scale.alpha_drop[item]))
      }
      let interval = try #require(alpha.interval())
      #expect(agree(interval.lower, scale.feldt95[0], within: 1e-9))
      #expect(agree(interval.upper, scale.feldt95[1], within: 1e-9))
    }
  }

  @Test func `a missed reversal shows as a negative alpha from exact sums`() throws {
    let expected = try oracle("alpha", as: Alphas.self).bfi_E_not_reversed
    let matrix = try #require(
      covariances(
        count: expected.count, sums: expected.sums, crossProducts: expected.cross_products,
        scales: [1, 1, 1, 1, 1]))
    let alpha = try #require(CronbachAlpha(covariances: matrix, count: expected.count))
    #expect(agree(alpha.raw, expected.alpha_raw))
    for (item, rest) in expected.item_rest.enumerated() {
      #expect(agree(alpha.itemRest[item], rest))
    }
  }

  @Test func `scales stretch covariances`() throws {
    // Cases (0,1) and (2,5): deviations are ±1 and ±2, so the covariances are 2, 4 and 8.
    let matrix = covariances(count: 2, sums: [2, 6], crossProducts: [4, 10, 26], scales: [1, 10])
    #expect(matrix == [2, 40, 40, 800])
  }

  @Test func `sums that do not fit together have no covariances`() {
    #expect(covariances(count: 1, sums: [1], crossProducts: [1], scales: [1]) == nil)
    #expect(covariances(count: 2, sums: [1, 2], crossProducts: [1], scales: [1, 1]) == nil)
    #expect(covariances(count: 2, sums: [1], crossProducts: [1], scales: []) == nil)
  }

  @Test func `needs two items, two respondents and a spread`() {
    #expect(CronbachAlpha(covariances: [2], count: 10) == nil)
    #expect(CronbachAlpha(covariances: [2, 1, 1, 2], count: 1) == nil)
    #expect(CronbachAlpha(covariances: [0, 0, 0, 0], count: 10) == nil)
    #expect(CronbachAlpha(covariances: [1, 2, 3], count: 10) == nil)
    #expect(CronbachAlpha(covariances: [1, .nan, .nan, 1], count: 10) == nil)
  }

  @Test func `an item without spread has no correlation`() throws {
    // Variances 0, 2 and 2, covariance of the last two 1: total 6, alpha = 1.5 (1 - 4/6) = 0.5.
    let alpha = try #require(
      CronbachAlpha(covariances: [0, 0, 0, 0, 2, 1, 0, 1, 2], count: 9))
    #expect(agree(alpha.raw, 0.5))
    #expect(alpha.standardised == nil)
    #expect(alpha.itemRest[0] == nil)
    #expect(alpha.itemRest[1] == 0.5)
    // Without the first item: 2 (1 - 4/6).
    #expect(agree(alpha.ifDropped[0], 2.0 / 3))
  }
}
