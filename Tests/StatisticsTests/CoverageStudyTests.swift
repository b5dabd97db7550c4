import Statistics
import Testing

struct CoverageStudyTests {
  private static let skewed = [0.03, 0.05, 0.12, 0.35, 0.45]
  private static let ceiling = [0.01, 0.02, 0.05, 0.17, 0.75]

  @Test func `populations have the shares and the correlation asked for`() throws {
    let population = try #require(AnswerPopulation(shares: Self.skewed, correlation: 0.3))
    for level in 0..<5 {
      let share = population.average { population.shares(at: $0)[level] }
      #expect(agree(share, Self.skewed[level], within: 1e-7))
    }
    let mean = population.mean
    let between = population.average { population.mean(at: $0) * population.mean(at: $0) }
    let total = Self.skewed.enumerated().reduce(0) {
      $0 + Double($1.offset * $1.offset) * $1.element
    }
    #expect(agree((between - mean * mean) / (total - mean * mean), 0.3, within: 1e-7))
  }

  @Test func `populations that cannot be are none`() {
    #expect(AnswerPopulation(shares: [1], correlation: 0) == nil)
    #expect(AnswerPopulation(shares: [0.5, 0.6], correlation: 0) == nil)
    #expect(AnswerPopulation(shares: [0.5, 0.5], correlation: -0.1) == nil)
    #expect(AnswerPopulation(shares: [0.5, 0.5], correlation: 1) == nil)
    #expect(AnswerPopulation(shares: [0.5, 0.5], correlation: .nan) == nil)
  }

  @Test func `coverage does not depend on the number of workers`() throws {
    let population = try #require(AnswerPopulation(shares: Self.skewed, correlation: 0.1))
    let settings = [(population, 5), (population, 10)]
    let study = CoverageStudy(key: 3, replications: 20)
    let alone = study.outcomes(settings, workers: 1)
    for workers in [2, 3, 7] { #expect(study.outcomes(settings, workers: workers) == alone) }
    #expect(alone[0].score.given + alone[0].score.missing == 20 * 20)
    #expect(alone[0].clustered.given + alone[0].clustered.missing == 20)
  }

  /// 400 peer groups of 20: a coverage of 0.95 has a standard error of 0.0025.
  @Test(arguments: [0, 0.3], [5, 10])
  func `score intervals hold their level where t intervals do not`(
    correlation: Double, answers: Int
  ) throws {
    let population = try #require(
      AnswerPopulation(shares: Self.ceiling, correlation: correlation))
    let outcome = CoverageStudy(key: 1, replications: 400).outcomes([(population, answers)])[0]
    let score = try #require(outcome.score.coverage)
    #expect(score > 0.93 && score < 0.97)
    if correlation == 0 {
      let student = try #require(outcome.student.coverage)
      #expect(student < 0.93 || student > 0.97)
    }
  }

  /// 800 peer groups: a coverage of 0.95 has a standard error of 0.008.
  @Test func `means over organisations need their number, not that of respondents`() throws {
    let population = try #require(AnswerPopulation(shares: Self.skewed, correlation: 0.3))
    let outcome = CoverageStudy(key: 1, replications: 800).outcomes([(population, 10)])[0]
    let (clustered, independent) = try (
      #require(outcome.clustered.coverage), #require(outcome.independent.coverage)
    )
    #expect(clustered > 0.93 && clustered < 0.97)
    #expect(independent < 0.7)
  }

  @Test func `coverage of a share by hand`() throws {
    // One answer, share 1/2: Wilson's intervals (0, 0.79) and (0.21, 1) both contain it.
    let even = try #require(AnswerPopulation(shares: [0.5, 0.5], correlation: 0))
    let one = ShareCoverage(population: even, answers: 1, highest: 1)
    #expect(agree(one.wilson, 1))
    #expect(agree(one.midP, 1))
    // Chances 1/2 and 1/2: neighbouring counts have 0.5 or 1, nothing between.
    #expect(one.isAttainable == false)
    // Ten answers, share 0.3: P(1 to 5) = 0.9244 is what Wilson's interval covers.
    let third = try #require(AnswerPopulation(shares: [0.7, 0.3], correlation: 0))
    let ten = ShareCoverage(population: third, answers: 10, highest: 1)
    #expect(agree(ten.wilson, 0.924403, within: 1e-6))
    #expect(ten.isAttainable == true)
  }

  @Test func `Wilson's interval holds its level where organisations differ`() throws {
    for answers in [5, 10, 30] {
      let population = try #require(AnswerPopulation(shares: Self.skewed, correlation: 0.1))
      let coverage = ShareCoverage(population: population, answers: answers)
      #expect(coverage.wilson > 0.93 && coverage.wilson < 0.97)
      #expect(coverage.isAttainable == nil)
    }
  }
}
