import Statistics
import Testing

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Funnel: Decodable {
  struct Overall: Decodable {
    var p0: Double?
    var T: Double?
    var I: Int
    var pooled_sd: Double?
    var phi: Double
    var tau2: Double
    var wins: [Double]
  }
  struct Proportions: Decodable {
    var x: [Int]
    var n: [Int]
    var zD: [Double]
    var l95: [Double]
    var u95: [Double]
    var l998: [Double]
    var u998: [Double]
    var p_two_sided_zD: [Double]
    var bh: [Double]
  }
  struct Means: Decodable {
    var n: [Int]
    var unit: [String]
    var mean: [Double]
    var zD: [Double]
    var l95: [Double]
    var u95: [Double]
    var l998: [Double]
    var u998: [Double]
  }
  var proportions: Overall
  var proportion_units: Proportions
  var means: Overall
  var mean_units: Means
}

struct ExpectedRangeTests {
  @Test func `means of 582 lecturers agree with R`() throws {
    let funnel = try oracle("funnel", as: Funnel.self)
    let units = funnel.mean_units
    let (centre, sd) = try (#require(funnel.means.T), #require(funnel.means.pooled_sd))
    let errors = units.n.map { sd / Double($0).squareRoot() }
    let found = try #require(
      Overdispersion(values: units.mean, standardErrors: errors, centre: centre))
    #expect(found.units == 582)
    #expect(agree(found.phi, funnel.means.phi))
    #expect(agree(found.varianceBetween, funnel.means.tau2))
    #expect(agree(found.bounds.lower, funnel.means.wins[0]))
    #expect(agree(found.bounds.upper, funnel.means.wins[1]))
    let range = ExpectedRange(centre: centre, varianceBetween: found.varianceBetween)
    for place in units.n.indices {
      let score = range.score(of: units.mean[place], standardError: errors[place])
      #expect(agree(score, units.zD[place], within: 1e-10))
      let usual = try #require(range.limits(standardError: errors[place], confidence: 0.95))
      #expect(agree(usual.lower, units.l95[place]))
      #expect(agree(usual.upper, units.u95[place]))
      let strict = try #require(range.limits(standardError: errors[place], confidence: 0.998))
      #expect(agree(strict.lower, units.l998[place]))
      #expect(agree(strict.upper, units.u998[place]))
    }
  }

  @Test func `proportions of 134 hospitals agree with R`() throws {
    let funnel = try oracle("funnel", as: Funnel.self)
    let units = funnel.proportion_units
    let range = try #require(ProportionRange(successes: units.x, counts: units.n))
    #expect(agree(range.centre, try #require(funnel.proportions.p0)))
    #expect(range.overdispersion.units == 134)
    #expect(agree(range.overdispersion.phi, funnel.proportions.phi))
    #expect(agree(range.overdispersion.varianceBetween, funnel.proportions.tau2))
    var probabilities: [Double?] = []
    for place in units.n.indices {
      let score = try #require(range.score(successes: units.x[place], of: units.n[place]))
      #expect(agree(score, units.zD[place], within: 1e-10))
      probabilities.append(Normal.twoSided(score))
      #expect(agree(probabilities[place], units.p_two_sided_zD[place], within: 1e-9))
      let usual = try #require(range.limits(count: units.n[place], confidence: 0.95))
      #expect(agree(usual.lower, units.l95[place], within: 1e-11))
      #expect(agree(usual.upper, units.u95[place]))
      let strict = try #require(range.limits(count: units.n[place], confidence: 0.998))
      #expect(agree(strict.lower, units.l998[place], within: 1e-11))
      #expect(agree(strict.upper, units.u998[place]))
    }
    for (adjusted, expected) in zip(benjaminiHochberg(probabilities), units.bh) {
      #expect(agree(adjusted, expected, within: 1e-9))
    }
  }

  @Test func `units that differ less than by chance have no variance between`() throws {
    // z scores are all 0, so phi is 0.
    let found = try #require(
      Overdispersion(values: [5, 5, 5], standardErrors: [1, 2, 3], centre: 5))
    #expect(found.phi == 0)
    #expect(found.varianceBetween == 0)
  }

  @Test func `input that does not fit together gives nothing`() {
    #expect(Overdispersion(values: [1], standardErrors: [1], centre: 0) == nil)
    #expect(Overdispersion(values: [1, 2], standardErrors: [1], centre: 0) == nil)
    #expect(Overdispersion(values: [1, 2], standardErrors: [1, 0], centre: 0) == nil)
    #expect(Overdispersion(values: [1, .nan], standardErrors: [1, 1], centre: 0) == nil)
    #expect(ProportionRange(successes: [], counts: []) == nil)
    #expect(ProportionRange(successes: [3, 1], counts: [2, 4]) == nil)
    #expect(ProportionRange(successes: [1, 1], counts: [0, 4]) == nil)
    let still = ExpectedRange(centre: 1, varianceBetween: 0)
    #expect(still.score(of: 2, standardError: 0) == nil)
    #expect(still.limits(standardError: -1, confidence: 0.95) == nil)
  }
}
