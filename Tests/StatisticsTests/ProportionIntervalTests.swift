import Statistics
import Testing

struct ProportionIntervalTests {
  private static let counts = [(0, 1), (1, 1), (0, 7), (3, 7), (7, 7), (29, 30), (50, 1000)]

  @Test(arguments: counts)
  func `intervals hold the share and mirror each other`(x: Int, n: Int) throws {
    let share = try #require(Proportion(successes: x, of: n))
    let other = try #require(Proportion(successes: n - x, of: n))
    let pairs = [
      (share.wilson(), other.wilson()),
      (share.wilson(continuity: true), other.wilson(continuity: true)),
      (share.clopperPearson(), other.clopperPearson()), (share.jeffreys(), other.jeffreys()),
      (share.agrestiCoull(), other.agrestiCoull()),
      (MidP.interval(x, of: n), MidP.interval(n - x, of: n)),
    ]
    for (interval, mirror) in pairs {
      let (interval, mirror) = (try #require(interval), try #require(mirror))
      #expect(interval.lower <= share.share && share.share <= interval.upper)
      #expect((interval.lower + mirror.upper - 1).magnitude < 1e-12)
      #expect((interval.upper + mirror.lower - 1).magnitude < 1e-12)
    }
    // The exact interval is never narrower than mid-p.
    let (exact, midP) = (try #require(pairs[2].0), try #require(pairs[5].0))
    #expect(exact.lower <= midP.lower + 1e-12 && midP.upper <= exact.upper + 1e-12)
  }

  @Test(arguments: [0.0, 1, -1, 2, Double.nan, .infinity])
  func `an impossible level gives no interval`(level: Double) throws {
    let share = try #require(Proportion(successes: 3, of: 7))
    #expect(share.wilson(confidence: level) == nil)
    #expect(share.clopperPearson(confidence: level) == nil)
    #expect(share.jeffreys(confidence: level) == nil)
    #expect(share.agrestiCoull(confidence: level) == nil)
    #expect(MidP.interval(3, of: 7, confidence: level) == nil)
    let difference = ProportionDifference(share, minus: share)
    #expect(difference.newcombe(confidence: level) == nil)
  }

  @Test func `impossible counts make no proportion`() {
    #expect(Proportion(successes: 0, of: 0) == nil)
    #expect(Proportion(successes: 3, of: 2) == nil)
    #expect(Proportion(successes: -1, of: 2) == nil)
    #expect(Proportion(share: .nan, effectiveCount: 3) == nil)
    #expect(Proportion(share: 0.5, effectiveCount: .infinity) == nil)
    #expect(MidP.less(3, of: 2, share: 0.5) == nil)
    #expect(MidP.less(1, of: 2, share: .nan) == nil)
    #expect(RateDecision(events: 3, of: 2, limit: 0.1) == nil)
    #expect(RateDecision(events: 1, of: 2, limit: .nan) == nil)
  }

  // IQTIG's own example: against 0.90, 13 of 18 are flagged at 0.05, 14 of 18 are not.
  @Test func `mid-p flags as IQTIG does`() throws {
    #expect(try #require(MidP.less(13, of: 18, share: 0.9)) <= 0.05)
    #expect(try #require(MidP.less(14, of: 18, share: 0.9)) > 0.05)
  }

  @Test func `both mid-p tests add up to one`() throws {
    for x in 0...12 {
      let less = try #require(MidP.less(x, of: 12, share: 0.3))
      let greater = try #require(MidP.greater(x, of: 12, share: 0.3))
      #expect((less + greater - 1).magnitude < 1e-13)
    }
  }

  // The lady tasting tea: 3 of 4 against 1 of 4; (16 + 1 + 16 + 1) / 70 of all tables.
  @Test func `Fisher's p counts tables`() throws {
    let three = try #require(Proportion(successes: 3, of: 4))
    let one = try #require(Proportion(successes: 1, of: 4))
    #expect(agree(ProportionDifference(three, minus: one).fisherP, 34.0 / 70))
    let half = try #require(Proportion(share: 0.4, effectiveCount: 7.3))
    #expect(ProportionDifference(half, minus: one).fisherP == nil)
    let all = try #require(Proportion(successes: 4, of: 4))
    #expect(ProportionDifference(all, minus: all).pooledZ == nil)
    #expect(ProportionDifference(all, minus: all).fisherP == 1)
  }

  // (1 + 1 + 2)² / (1 + 1 + 4).
  @Test func `weights cost answers`() throws {
    let kish = try #require(KishWeights([1, 1, 2, 0]))
    #expect(agree(kish.effectiveCount, 16.0 / 6))
    #expect(agree(kish.designEffect, 18.0 / 16))
    let even = try #require(KishWeights([3, 3, 3]))
    #expect(agree(even.effectiveCount, 3))
    let share = try #require(
      KishWeights.proportion(hits: [true, false, true], weights: [1, 1, 2]))
    #expect(agree(share.share, 0.75))
    #expect(agree(share.count, 16.0 / 6))
  }

  @Test(arguments: [[], [0, 0], [-1, 2], [Double.nan], [Double.infinity, 1]])
  func `impossible weights are refused`(weights: [Double]) {
    #expect(KishWeights(weights) == nil)
  }
}
