import Statistics
import Testing

struct CountDistributionTests {
  @Test(arguments: [(1, 0.5), (20, 0.05), (100, 0.3), (1000, 0.001), (400, 0.999)])
  func `binomial masses add up to the tails`(trials: Int, probability: Double) throws {
    let binomial = try #require(BinomialDistribution(trials: trials, probability: probability))
    var sum = 0.0
    for k in 0...trials {
      sum += binomial.mass(k)
      let (lower, upper) = (
        try #require(binomial.lowerTail(k)), try #require(binomial.upperTail(k))
      )
      #expect((lower - sum).magnitude < 1e-12)
      #expect((lower + upper - 1).magnitude < 1e-12)
    }
    #expect(binomial.mass(-1) == 0 && binomial.mass(trials + 1) == 0)
    #expect(binomial.lowerTail(-1) == 0 && binomial.upperTail(trials) == 0)
  }

  @Test(arguments: [0.0, 0.1, 1, 7.5, 300])
  func `Poisson masses add up to the tails`(mean: Double) throws {
    let poisson = try #require(PoissonDistribution(mean: mean))
    var sum = 0.0
    for k in 0...400 {
      sum += poisson.mass(k)
      #expect((try #require(poisson.lowerTail(k)) - sum).magnitude < 1e-12)
    }
    #expect(poisson.lowerTail(-1) == 0)
  }

  @Test func `quantiles are the least numbers that reach a share`() throws {
    let binomial = try #require(BinomialDistribution(trials: 30, probability: 0.3))
    let poisson = try #require(PoissonDistribution(mean: 4.2))
    for percent in 1..<100 {
      let share = Double(percent) / 100
      let k = try #require(binomial.quantile(share))
      #expect(try #require(binomial.lowerTail(k)) >= share - 1e-13)
      #expect(try #require(binomial.lowerTail(k - 1)) < share)
      let events = try #require(poisson.quantile(share))
      #expect(try #require(poisson.lowerTail(events)) >= share - 1e-13)
      #expect(try #require(poisson.lowerTail(events - 1)) < share)
    }
    #expect(binomial.quantile(0) == 0 && binomial.quantile(1) == 30)
  }

  @Test func `what is certain is certain`() throws {
    let never = try #require(BinomialDistribution(trials: 5, probability: 0))
    #expect(never.mass(0) == 1 && never.lowerTail(0) == 1 && never.upperTail(0) == 0)
    let always = try #require(BinomialDistribution(trials: 5, probability: 1))
    #expect(always.mass(5) == 1 && always.lowerTail(4) == 0 && always.upperTail(4) == 1)
    let none = try #require(BinomialDistribution(trials: 0, probability: 0.5))
    #expect(none.mass(0) == 1 && none.quantile(0.5) == 0)
  }

  @Test(arguments: [Double.nan, .infinity, -1, 1.5])
  func `impossible probabilities make no distribution`(value: Double) {
    #expect(BinomialDistribution(trials: 5, probability: value) == nil)
    #expect(BinomialDistribution(trials: -1, probability: 0.5) == nil)
    #expect((PoissonDistribution(mean: value) == nil) == !(value == 1.5))
    #expect((GammaDistribution(shape: value) == nil) == !(value == 1.5))
    #expect((GammaFunction.digamma(value) == nil) == !(value == 1.5))
    #expect(StudentizedRange(means: 3, degreesOfFreedom: value == 1.5 ? 0.5 : value) == nil)
  }

  // Two means: the range is √2 times the magnitude of Student's t.
  @Test(arguments: [1.0, 2.5, 7, 120, 5000])
  func `the range of two means is Student's t`(freedom: Double) throws {
    let range = try #require(StudentizedRange(means: 2, degreesOfFreedom: freedom))
    let t = try #require(StudentT(degreesOfFreedom: freedom))
    for q in [0.1, 1, 3, 6, 20] {
      let upper = try #require(t.upperTail(q / 2.0.squareRoot()))
      #expect(agree(range.upperTail(q), 2 * upper, within: 1e-11))
      #expect(agree(range.lowerTail(q), 1 - 2 * upper, within: 1e-11))
      guard q == 3 else { continue }
      #expect(agree(range.quantile(1 - 2 * upper), q, within: 1e-8))
    }
    #expect(range.lowerTail(0) == 0 && range.upperTail(-1) == 1)
    #expect(range.lowerTail(.nan) == nil && range.quantile(1) == nil)
  }

  // Closed forms: χ² with 2 degrees is exponential, t with 1 is Cauchy's, beta (1, n) is 1 - (1-x)^n.
  @Test func `far tails keep their digits`() throws {
    let chi = try #require(ChiSquared(degreesOfFreedom: 2))
    #expect(agree(chi.upperTail(1000), 7.124576406741285e-218))
    let beta = try #require(BetaDistribution(a: 1, b: 50))
    #expect(agree(beta.upperTail(0.9), 1e-50))
    let cauchy = try #require(StudentT(degreesOfFreedom: 1))
    #expect(agree(cauchy.upperTail(1e9), 3.183098861837907e-10))
    let f = try #require(FisherF(numerator: 2, denominator: 2))
    #expect(agree(f.upperTail(1e12 - 1), 1e-12))
  }
}
