import Statistics
import Testing

struct AnswerQualityTests {
  @Test(arguments: [
    ([1.0, 1, 1, 2, 2], 3, 2.5), ([1, 2, 3], 1, 1), ([4, 4, 4, 4], 4, 4),
    ([1, nil, 1], 1, 1), ([nil, 2, 2, nil], 2, 2),
  ])
  func `strings of equal answers by hand`(answers: [Double?], longest: Int, average: Double) {
    let signs = CarelessAnswers(answers)
    #expect(signs.longString == longest)
    #expect(signs.averageString == average)
  }

  @Test func `variability and missing answers by hand`() {
    let signs = CarelessAnswers([1, 3, nil, nil])
    #expect(agree(signs.variability, 2.0.squareRoot()))
    #expect(signs.missingShare == 0.5)
    #expect(CarelessAnswers([5, 5]).variability == 0)
    #expect(CarelessAnswers([5, nil]).variability == nil)
    let none = CarelessAnswers([nil, nil])
    #expect(none.longString == 0)
    #expect(none.averageString == nil)
    #expect(CarelessAnswers([]).missingShare == nil)
  }

  @Test func `a person may follow the items' means or not`() {
    #expect(agree(personTotalCorrelation([1, 2, 3], itemMeans: [2, 3, 4]), 1))
    #expect(agree(personTotalCorrelation([3, nil, 2, 1], itemMeans: [2, 9, 3, 4]), -1))
    #expect(personTotalCorrelation([1, 2, nil], itemMeans: [2, 3, 4]) == nil)
    #expect(personTotalCorrelation([2, 2, 2], itemMeans: [2, 3, 4]) == nil)
    #expect(personTotalCorrelation([1, 2], itemMeans: [1]) == nil)
  }

  @Test func `distances by hand`() throws {
    // S = [[2, 1], [1, 2]], its inverse [[2, -1], [-1, 2]] / 3: (1, 1) has D² = 2/3, (1, -1) has 2.
    let cloud = try MahalanobisDistance(means: [0, 0], covariances: [2, 1, 1, 2])
    #expect(agree(cloud.squared([1, 1]), 2.0 / 3))
    #expect(agree(cloud.squared([1, -1]), 2))
    #expect(agree(cloud.logDeterminant, 1.0986122886681098))
    // chi-squared with 2 df: exp(-D²/2).
    #expect(agree(cloud.probability(ofAtLeast: 2), 0.36787944117144233, within: 1e-11))
    #expect(cloud.squared([1]) == nil)
    #expect(cloud.squared([1, .nan]) == nil)
    #expect(cloud.probability(ofAtLeast: -1) == nil)
  }

  @Test func `distances average to items times (n - 1) over n`() throws {
    let rows = [[1.0, 2], [2, 1], [3, 5], [4, 3], [2, 2]]
    let cloud = try MahalanobisDistance(rows: rows)
    let sum = rows.compactMap { cloud.squared($0) }.reduce(0, +)
    #expect(agree(sum, 2 * 4))
  }

  @Test(arguments: [
    ([[1.0, 1], [2, 2], [3, 3]], MahalanobisDistance.Failure.singularCovariance),
    ([[1.0, 5], [2, 5], [3, 5]], .singularCovariance), ([[1.0, 2], [2, 1]], .tooFewRows),
    ([[1.0, 2], [2]], .differingLengths), ([], .differingLengths), ([[]], .differingLengths),
    ([[1, 2], [2, 1], [.nan, 1]], .notFinite),
  ])
  func `clouds name their reasons`(rows: [[Double]], reason: MahalanobisDistance.Failure) {
    #expect(throws: reason) { try MahalanobisDistance(rows: rows) }
  }

  @Test func `an item that follows from three others makes a cloud singular`() throws {
    let rows = (0..<30).map { number -> [Double] in
      let (a, b, c) = (Double(number % 5), Double(number % 3), Double(number % 7))
      return [a, b, c, a + b - c / 3]
    }
    #expect(throws: MahalanobisDistance.Failure.singularCovariance) {
      try MahalanobisDistance(rows: rows)
    }
  }

  @Test func `agreement is what the R package agrmt documents`() throws {
    // The example of its manual page, given there with seven digits.
    let shape = try #require(OrdinalShape(counts: [30, 40, 210, 130, 530, 50, 10]))
    #expect(agree(shape.agreement, 0.6113333, within: 1e-7))
  }

  @Test(arguments: [
    ([10, 0, 0, 0, 10], -1.0, 1.0, 1.0), ([0, 0, 7, 0, 0], 1, 0, -1),
    ([2, 2, 2, 2, 2], 0, 0.5, -0.2),
    ([3, 0], 1, 0, 1), ([1, 1], 0, 0.5, 1),
  ])
  func `shapes by hand`(
    counts: [Int], agreement: Double, polarisation: Double, jIndex: Double
  ) throws {
    let shape = try #require(OrdinalShape(counts: counts))
    #expect(agree(shape.agreement, agreement))
    #expect(agree(shape.polarisation, polarisation))
    #expect(agree(shape.jIndex, jIndex))
  }

  @Test func `entropy is the logarithm of the number of even categories`() throws {
    let shape = try #require(OrdinalShape(counts: [5, 5, 0, 5, 5]))
    #expect(agree(shape.entropy, 1.3862943611198906))
    #expect(try #require(OrdinalShape(counts: [5, 5])).evenness == 1)
    #expect(try #require(OrdinalShape(counts: [5, 0])).entropy == 0)
  }

  @Test func `distributions without shape`() {
    #expect(OrdinalShape(counts: []) == nil)
    #expect(OrdinalShape(counts: [5]) == nil)
    #expect(OrdinalShape(counts: [0, 0]) == nil)
    #expect(OrdinalShape(counts: [-1, 5]) == nil)
    #expect(OrdinalShape(counts: [.max, .max]) == nil)
  }

  @Test func `a unit's shape against the pooled one`() throws {
    // Expected 5 and 5: (8 - 5)²/5 + (2 - 5)²/5 = 3.6 with 1 df.
    let test = try #require(ShapeTest(counts: [8, 2, 0], pooled: [50, 50, 0]))
    #expect(agree(test.statistic, 3.6))
    #expect(test.freedom == 1)
    #expect(test.smallestExpected == 5)
    #expect(ShapeTest(counts: [8], pooled: [50]) == nil)
    #expect(ShapeTest(counts: [0, 0], pooled: [5, 5]) == nil)
    #expect(ShapeTest(counts: [6, 0], pooled: [5, 5]) == nil)
  }

  @Test func `texts repeat whatever their case, blanks and marks`() {
    let found = DuplicateTexts(["Gut!", nil, " gut ", "...", "Sehr  gut\n", "sehr gut", "GUT"])
    #expect(found.firstPlaces == [0, nil, 0, nil, 4, 4, 0])
    #expect(found.count == 5)
    #expect(found.distinct == 2)
    #expect(found.repeats == 3)
    #expect(found.groups.map(\.first) == [0, 4])
    #expect(found.groups.map(\.count) == [3, 2])
    #expect(DuplicateTexts([]).count == 0)
    #expect(DuplicateTexts.normalised("Ärger -- „viel“  £5") == "ärger viel 5")
  }

  @Test func `texts overlap by their sequences`() {
    // abcdef: abcde, bcdef; bcdefg: bcdef, cdefg: one of three is shared.
    let similarity = TextSimilarity(["abcdef", "BCDEFG", "abc", nil])
    #expect(agree(similarity.similarity(0, 1), 1.0 / 3))
    #expect(similarity.similarity(0, 0) == 1)
    #expect(similarity.similarity(0, 2) == nil)
    #expect(similarity.similarity(0, 3) == nil)
    #expect(similarity.similarity(0, 9) == nil)
    #expect(TextSimilarity(["abc", "abc"], length: 0).similarity(0, 1) == nil)
  }

  @Test(arguments: [0.1, 0.3, 1.0 / 3, 0.5, 0.8, 1])
  func `similar pairs are those that comparing each with each finds`(threshold: Double) {
    let words = ["hilfe", "schnell", "freundlich", "langsam", "gut", "team"]
    let texts = (0..<60).map { number in
      (0..<4).map { words[(number * (2 * $0 + 1) + number / 7 + $0) % words.count] }
        .joined(separator: " ")
    }
    let similarity = TextSimilarity(texts)
    var expected: [[Int]] = []
    for first in texts.indices {
      for second in (first + 1)..<max(texts.count, first + 1) {
        if let value = similarity.similarity(first, second), value >= threshold {
          expected.append([first, second])
        }
      }
    }
    #expect(!expected.isEmpty)
    #expect(similarity.pairs(atLeast: threshold).map { [$0.first, $0.second] } == expected)
    #expect(similarity.pairs(atLeast: 0).isEmpty)
  }

  @Test func `bursts by hand`() throws {
    // Mean 1: P(X ≥ 1) = 1 - 1/e; variance (1 + 0 + 1)/2 = 1.
    let scan = try BurstScan(counts: [0, 1, 2])
    #expect(scan.mean == 1)
    #expect(scan.dispersion == 1)
    #expect(scan.probabilities[0] == 1)
    #expect(agree(scan.probabilities[1], 0.6321205588285577))
    #expect(scan.count(level: 0.3, adjusted: false) == 1)
    #expect(scan.count() == 0)
    #expect(throws: BurstScan.Failure.tooFewDays) { try BurstScan(counts: [1]) }
    #expect(throws: BurstScan.Failure.nothing) { try BurstScan(counts: [0, 0]) }
    #expect(throws: BurstScan.Failure.outOfRange) { try BurstScan(counts: [-1, 2]) }
  }

  @Test func `what leaving answers out does, from sums and from values`() throws {
    // Values 1, 2, 3, 4 without the first: 2.5 becomes 3.
    let effect = try RemovalEffect(
      all: SampleSums(count: 4, sum: 10, sumOfSquares: 30),
      removed: SampleSums(count: 1, sum: 1, sumOfSquares: 1))
    #expect(effect.meanWith == 2.5)
    #expect(effect.meanWithout == 3)
    #expect(effect.meanOfRemoved == 1)
    #expect(effect.share == 0.25)
    let values = try RemovalEffect(values: [1, 2, 3, 4], removed: [true, false, false, false])
    #expect(values == effect)
    // All that is left shares the value, and nothing at all is removed.
    let none = try RemovalEffect(values: [2, 2], removed: [false, false])
    #expect(none.difference == 0)
    #expect(none.standardisedDifference == nil)
    #expect(none.meanOfRemoved == nil)
  }

  @Test func `removal names its reasons`() {
    let nothing = SampleSums(count: 0, sum: 0, sumOfSquares: 0)
    let some = SampleSums(count: 2, sum: 3, sumOfSquares: 5)
    #expect(throws: RemovalEffect.Failure.nothing) {
      try RemovalEffect(all: nothing, removed: nothing)
    }
    #expect(throws: RemovalEffect.Failure.nothingLeft) {
      try RemovalEffect(all: some, removed: some)
    }
    #expect(throws: RemovalEffect.Failure.notAPart) {
      try RemovalEffect(all: some, removed: SampleSums(count: 3, sum: 3, sumOfSquares: 5))
    }
    #expect(throws: RemovalEffect.Failure.nothingLeft) {
      try RemovalEffect(values: [1], removed: [true])
    }
    #expect(throws: RemovalEffect.Failure.notAPart) {
      try RemovalEffect(values: [1, .nan], removed: [true, false])
    }
  }
}
