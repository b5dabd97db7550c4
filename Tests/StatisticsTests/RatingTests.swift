import Statistics
import Testing

struct RatingTests {
  // 37 promoters, 28 passives, 25 detractors: 13 points, 95 % from -4 to +30.
  @Test func `a net promoter score of 90 answers says little`() throws {
    let score = try #require(NetPromoterScore(promoters: 37, passives: 28, detractors: 25))
    let wald = try #require(score.wald())
    #expect((score.score * 100).rounded() == 13)
    #expect((wald.lower * 100).rounded() == -4)
    #expect((wald.upper * 100).rounded() == 30)
    let adjusted = try #require(score.adjustedWald())
    #expect(adjusted.interval.lower < adjusted.score && adjusted.score < adjusted.interval.upper)
  }

  @Test func `a histogram is cut at 6 and 8`() throws {
    let score = try #require(NetPromoterScore(counts: [1, 1, 1, 1, 1, 1, 1, 10, 10, 100, 100]))
    #expect(score.detractors == 7 && score.passives == 20 && score.promoters == 200)
    #expect(NetPromoterScore(counts: [1, 2, 3]) == nil)
    #expect(NetPromoterScore(promoters: 0, passives: 0, detractors: 0) == nil)
    #expect(NetPromoterScore(promoters: -1, passives: 3, detractors: 0) == nil)
    #expect(NetPromoterScore(promoters: .max, passives: .max, detractors: 0) == nil)
  }

  @Test func `where all agree there is no standard error to divide by`() throws {
    let all = try #require(NetPromoterScore(promoters: 3, passives: 0, detractors: 0))
    #expect(all.variance == 0)
    #expect(all.z(minus: all) == nil)
    #expect(all.wald(confidence: 1) == nil)
    let one = try #require(NetPromoterScore(promoters: 0, passives: 1, detractors: 0))
    #expect(one.unbiasedVariance == nil)
  }

  // The formula's own value; 3.36869... that is often quoted is not.
  @Test func `Miller's bound follows from its formula`() throws {
    let score = try #require(
      StarScore(counts: [60, 80, 75, 20, 25], levels: [5, 4, 3, 2, 1]))
    #expect(agree(score.millerBound(z: 1.65), 3.36843074562091))
  }

  @Test func `no ratings leave the prior`() throws {
    let none = try #require(StarScore(counts: [0, 0, 0, 0, 0]))
    #expect(none.mean == nil)
    #expect(none.bayesianAverage(prior: 3.9, weight: 10) == 3.9)
    #expect(none.bayesianAverage(prior: 3.9, weight: 0) == nil)
    #expect(none.bayesianAverage(prior: .nan, weight: 1) == nil)
    #expect(none.dirichlet(prior: 0) == nil)
    #expect(none.millerBound(z: .infinity) == nil)
    #expect(StarScore(counts: [3]) == nil)
    #expect(StarScore(counts: [3, -1]) == nil)
    #expect(StarScore(counts: [3, 1], levels: [1]) == nil)
  }
}
