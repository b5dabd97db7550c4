import Statistics
import Testing

struct PersonBootstrapTests {
  private func organisations(_ count: Int, persons: Int) -> [[PersonSums]] {
    (0..<count).map { number in
      let draws = RandomDraws(key: 99, stream: UInt64(number))
      return (0..<persons).map { person in
        let items = draws.choice(of: 4, UInt64(person)) + 1
        return PersonSums(
          sum: (0..<items).reduce(0) {
            $0 + Double(draws.choice(of: 5, UInt64(1_000 + person * 8 + $1)))
          }, count: items)
      }
    }
  }

  @Test(arguments: [1, 2, 3, 7])
  func `any number of workers gives the same bits`(workers: Int) throws {
    let given = organisations(23, persons: 17) + [[PersonSums(sum: 1, count: 1)]]
    let bootstrap = PersonBootstrap(key: 5, replications: 200)
    let alone = given.indices.map { place in
      Result { () throws(PersonBootstrap.Failure) in
        try bootstrap.outcome(of: given[place], stream: UInt64(place))
      }
    }
    #expect(bootstrap.outcomes(of: given, workers: workers) == alone)
    #expect(alone.last == .failure(.tooFewPersons))
  }

  @Test func `the result belongs to the stream, not to the place`() throws {
    let given = organisations(2, persons: 9)
    let bootstrap = PersonBootstrap(key: 5, replications: 50)
    let both = bootstrap.outcomes(of: given, streams: [10, 20])
    let swapped = bootstrap.outcomes(of: given.reversed(), streams: [20, 10])
    #expect(both == swapped.reversed())
    #expect(bootstrap.outcomes(of: given, streams: [11, 20])[0] != both[0])
  }

  @Test func `the standard error is that of the mean, divisor n`() throws {
    let persons = (0..<30).map { PersonSums(sum: Double($0 % 5), count: 1) }
    let outcome = try PersonBootstrap(key: 1, replications: 4_000).outcome(of: persons, stream: 1)
    #expect(outcome.estimate == 2)
    // Values 0...4 in equal parts have the variance 2: the error is √(2/30), found to within 5 %.
    let error = (2.0 / 30).squareRoot()
    #expect((outcome.standardError - error).magnitude < 0.05 * error)
    #expect((outcome.percentile.lower - (2 - 1.96 * error)).magnitude < 0.06)
    let corrected = try #require(outcome.corrected)
    #expect((corrected.upper - (2 + 1.96 * error)).magnitude < 0.06)
  }

  @Test func `values of one person stay together`() throws {
    // Ten persons with 20 equal answers each: the error is that of ten values, not of 200.
    let persons = (0..<10).map { PersonSums(sum: Double($0 % 2) * 20, count: 20) }
    let outcome = try PersonBootstrap(key: 1, replications: 4_000).outcome(of: persons, stream: 1)
    let error = (0.25 / 10).squareRoot()
    #expect((outcome.standardError - error).magnitude < 0.05 * error)
  }

  @Test func `skewed values move the corrected interval`() throws {
    let persons = (0..<40).map { PersonSums(sum: $0 < 36 ? 4 : 0, count: 1) }
    let outcome = try PersonBootstrap(key: 1).outcome(of: persons, stream: 1)
    let corrected = try #require(outcome.corrected)
    #expect(corrected.lower < outcome.percentile.lower)
  }

  @Test(arguments: [
    ([PersonSums](), PersonBootstrap.Failure.tooFewPersons),
    ([PersonSums(sum: 1, count: 1), PersonSums(sum: 0, count: 0)], .tooFewPersons),
    ([PersonSums(sum: 2, count: 1), PersonSums(sum: 4, count: 2)], .noSpread),
    ([PersonSums(sum: .nan, count: 1), PersonSums(sum: 4, count: 2)], .notFinite),
  ])
  func `the bootstrap names its reasons`(persons: [PersonSums], reason: PersonBootstrap.Failure) {
    #expect(throws: reason) { try PersonBootstrap(key: 1).outcome(of: persons, stream: 1) }
  }

  @Test func `no confidence outside its range`() {
    let persons = [PersonSums(sum: 1, count: 1), PersonSums(sum: 2, count: 1)]
    #expect(throws: PersonBootstrap.Failure.outOfRange) {
      try PersonBootstrap(key: 1).outcome(of: persons, stream: 1, confidence: 1)
    }
    #expect(PersonBootstrap(key: 1, replications: 0).replications == 2)
    #expect(PersonBootstrap(key: 1).means(of: [], stream: 1).isEmpty)
  }
}
