import Foundation
import Statistics
import Testing

struct GeneralisedRegressionTests {
  private static func fit(
    _ family: GeneralisedRegression.Family, _ outcome: [Double], _ x: [[Double]] = [],
    exposures: [Double]? = nil
  ) throws -> GeneralisedRegression {
    try GeneralisedRegression(
      family, outcome: outcome, columns: [outcome.map { _ in 1 }] + x, exposures: exposures)
  }

  @Test func `a table of two by two gives its odds ratio`() throws {
    // 1 of 4 against 3 of 5: odds 1/3 and 3/2; the variance of its logarithm is the sum of inverses.
    let fit = try Self.fit(
      .logistic, [1, 0, 0, 0, 1, 1, 1, 0, 0], [[0, 0, 0, 0, 1, 1, 1, 1, 1]])
    #expect(agree(fit.coefficients[0], log(1.0 / 3)))
    #expect(agree(fit.coefficients[1], log(4.5)))
    #expect(agree(fit.standardErrors[1], (1 + 1 / 3.0 + 1 / 3.0 + 1 / 2.0).squareRoot()))
    #expect(agree(fit.fitted[0], 0.25))
  }

  @Test func `counts per exposure give rates`() throws {
    // 3 + 5 per 4 units, and 12 per 2: rates 2 and 6.
    let fit = try Self.fit(.poisson, [3, 5, 12], [[0, 0, 1]], exposures: [1, 3, 2])
    #expect(agree(fit.coefficients[0], log(2)))
    #expect(agree(fit.coefficients[1], log(3)))
    #expect(agree(fit.standardErrors[0], (1 / 8.0).squareRoot()))
    #expect(agree(fit.fitted[1], 6))
  }

  @Test(
    arguments: [
      // All below 3 are 0, all above are 1.
      ([0, 0, 0, 1, 1, 1], [[1, 2, 2.5, 3.5, 4, 5]]),
      // They meet at 3 only.
      ([0, 0, 0, 1, 1, 1], [[1, 2, 3, 3, 4, 5]]),
      // A group without any event.
      ([0, 0, 0, 1, 0, 1], [[1, 1, 1, 0, 0, 0]]),
    ] as [([Double], [[Double]])])
  func `perfect separation is found out`(outcome: [Double], x: [[Double]]) {
    #expect(throws: GeneralisedRegression.Failure.perfectSeparation) {
      try Self.fit(.logistic, outcome, x)
    }
  }

  @Test func `a group without any count is perfect separation too`() {
    #expect(throws: GeneralisedRegression.Failure.perfectSeparation) {
      try Self.fit(.poisson, [0, 0, 0, 3, 2, 1], [[1, 1, 1, 0, 0, 0]])
    }
  }

  @Test func `degenerate data have a reason`() {
    typealias Failure = GeneralisedRegression.Failure
    #expect(throws: Failure.noSpread) { try Self.fit(.logistic, [1, 1, 1]) }
    #expect(throws: Failure.noSpread) { try Self.fit(.poisson, [0, 0, 0], exposures: [1, 2, 3]) }
    #expect(throws: Failure.badOutcome) { try Self.fit(.logistic, [0, 1, 2]) }
    #expect(throws: Failure.badOutcome) { try Self.fit(.poisson, [0, -1, 2]) }
    #expect(throws: Failure.badOutcome) { try Self.fit(.poisson, [0, 1], exposures: [1, 0]) }
    #expect(throws: Failure.badInput) { try Self.fit(.logistic, [0, .nan]) }
    #expect(throws: Failure.badInput) { try Self.fit(.logistic, [0, 1, 1], [[1, 2]]) }
    #expect(throws: Failure.badInput) { try Self.fit(.logistic, [0, 1, 1], [[1, 2, .infinity]]) }
    #expect(throws: Failure.tooFewRows) { try Self.fit(.logistic, [0, 1], [[1, 2]]) }
    #expect(throws: Failure.singularDesign) {
      try Self.fit(.logistic, [0, 1, 1, 0], [[2, 2, 2, 2]])
    }
    #expect(throws: Failure.self) {
      try GeneralisedRegression(.logistic, outcome: [], columns: [[]])
    }
  }
}

struct ResponsePropensityTests {
  @Test func `equal propensities are representative and tell nothing`() throws {
    let propensity = try #require(
      ResponsePropensity([0.5, 0.5, 0.5, 0.5], answered: [true, false, true, false]))
    #expect(propensity.representativity == 1)
    #expect(propensity.areaUnderCurve == 0.5)
    #expect(propensity.weights == [2, 0, 2, 0])
    #expect(agree(propensity.weightedMean(of: [1, 9, 4, 9]), 2.5))
  }

  @Test func `everybody or nobody answering gives nothing`() {
    #expect(ResponsePropensity([0.5, 0.5], answered: [true, true]) == nil)
    #expect(ResponsePropensity([0.5, 0.5], answered: [false, false]) == nil)
    #expect(ResponsePropensity([0, 0.5], answered: [true, false]) == nil)
    #expect(ResponsePropensity([.nan, 0.5], answered: [true, false]) == nil)
  }
}

struct DriverTests {
  @Test func `two drivers by hand`() throws {
    // r = .5 between drivers, .6 and .5 with the outcome: R² = (.36 + .25 - .3) / .75.
    let shares = try DriverShares(matrix: [1, 0.5, 0.6, 0.5, 1, 0.5, 0.6, 0.5, 1])
    let r2 = 0.31 / 0.75
    #expect(agree(shares.rSquared, r2))
    #expect(agree(shares.standardised[0], 0.35 / 0.75))
    #expect(agree(shares.inflation[0], 1 / 0.75))
    let shapley = try #require(shares.shapley)
    #expect(agree(shapley[0], (0.36 + r2 - 0.25) / 2))
    #expect(agree(shapley[1], (0.25 + r2 - 0.36) / 2))
    for part in [shapley, shares.relativeWeights, shares.pratt, shares.car] {
      #expect(agree(part.reduce(0, +), r2))
    }
    #expect(agree(shares.last[0], r2 - 0.25))
  }

  @Test func `unrelated drivers have the same share by every method`() throws {
    let shares = try DriverShares(matrix: [1, 0, 0.6, 0, 1, 0.5, 0.6, 0.5, 1])
    for part in [
      shares.first, shares.last, shares.pratt, shares.relativeWeights, shares.car,
      shares.shapley ?? [],
    ] {
      #expect(agree(part.first, 0.36) && agree(part.last, 0.25))
    }
    #expect(shares.inflated.isEmpty)
  }

  @Test func `drivers of the same thing are warned of`() throws {
    let shares = try DriverShares(matrix: [1, 0.95, 0.6, 0.95, 1, 0.6, 0.6, 0.6, 1])
    #expect(shares.inflated == [0, 1])
  }

  @Test(arguments: [1, 2, 3]) func `any number of workers gives the same`(workers: Int) throws {
    let size = 11
    let matrix = (0..<size * size).map { place -> Double in
      let (row, column) = place.quotientAndRemainder(dividingBy: size)
      return row == column ? 1 : 0.3 + 0.02 * Double((row + column) % 5)
    }
    let one = try DriverShares(matrix: matrix, workers: 1)
    #expect(try DriverShares(matrix: matrix, workers: workers) == one)
  }

  @Test func `more than twelve drivers have no Shapley shares, but all others`() throws {
    let size = 14
    let matrix = (0..<size * size).map { $0 / size == $0 % size ? 1 : 0.2 }
    let shares = try DriverShares(matrix: matrix)
    #expect(shares.shapley == nil)
    #expect(agree(shares.relativeWeights.reduce(0, +), shares.rSquared))
  }

  @Test(
    arguments: [
      ([1, 0.5, 0.5], DriverShares.Failure.badInput),
      ([1, 0.5, 0.4, 1], .badInput),
      ([1, .nan, .nan, 1], .badInput),
      ([1, 2, 2, 1], .badInput),
      ([0, 0, 0, 1], .noSpread),
      ([1, 1, 0.5, 1, 1, 0.5, 0.5, 0.5, 1], .singularDesign),
      ([], .badInput),
    ] as [([Double], DriverShares.Failure)])
  func `a matrix that is none has a reason`(matrix: [Double], reason: DriverShares.Failure) {
    #expect(throws: reason) { try DriverShares(matrix: matrix) }
  }

  @Test func `regression by hand, and its reasons`() throws {
    // y = 1, 2, 4 on x = 0, 1, 2: slope 1.5, intercept 5/6, residual sum of squares 1/6.
    let moments = try #require(ColumnMoments([[0, 1, 2], [1, 2, 4]]))
    let fit = try LinearRegression(
      means: moments.means, covariances: moments.covariances, count: 3)
    #expect(agree(fit.coefficients[0], 5.0 / 6))
    #expect(agree(fit.coefficients[1], 1.5))
    #expect(agree(fit.standardErrors[1], (1.0 / 12).squareRoot()))
    #expect(agree(fit.residualDeviation, (1.0 / 6).squareRoot()))
    #expect(ColumnMoments([[1]]) == nil)
    #expect(ColumnMoments([[1, 2], [1, .nan]]) == nil)
    #expect(throws: LinearRegression.Failure.tooFewRows) {
      try LinearRegression(means: [1, 2], covariances: [1, 0, 0, 1], count: 2)
    }
    #expect(throws: LinearRegression.Failure.noSpread) {
      try LinearRegression(means: [1, 2], covariances: [0, 0, 0, 1], count: 9)
    }
    #expect(throws: LinearRegression.Failure.singularDesign) {
      try LinearRegression(means: [1, 1, 2], covariances: [1, 1, 1, 1, 1, 1, 1, 1, 2], count: 9)
    }
  }

  @Test func `within and between organisations things may be opposite`() throws {
    // Within, y falls with x; means rise with it.
    let split = try #require(
      DriverSplit(
        [[1, 2, 3, 4, 5, 6], [3, 2, 1, 6, 5, 4]], groups: [0, 0, 0, 1, 1, 1], groupCount: 2))
    #expect(split.within == [1, -1, -1, 1])
    #expect(split.between == [4.5, 4.5, 4.5, 4.5])
    let single = try #require(
      DriverSplit([[1, 2], [2, 3]], groups: [0, 0], groupCount: 1))
    #expect(single.between == nil)
    let alone = try #require(DriverSplit([[1, 2], [2, 3]], groups: [0, 1], groupCount: 2))
    #expect(alone.within == nil)
    #expect(DriverSplit([[1, .nan], [2, 3]], groups: [0, 1], groupCount: 2) == nil)
    #expect(DriverSplit([[1], [2, 3]], groups: [0, 1], groupCount: 2) == nil)
  }
}

struct PerspectiveAgreementTests {
  private static func pairs(
    _ values: [(Double, Double)], error: Double
  ) -> [PerspectiveAgreement.Pair] {
    values.map {
      .init(first: $0.0, firstError: error, second: $0.1, secondError: error)
    }
  }

  @Test func `by hand`() throws {
    // Means 1, 2, 3, 6 and 2, 1, 4, 5: variances 14/3 and 10/3, covariance 10/3; errors of 1.
    let agreement = try #require(
      PerspectiveAgreement(Self.pairs([(1, 2), (2, 1), (3, 4), (6, 5)], error: 1)))
    #expect(agree(agreement.naive, 10 / 140.0.squareRoot()))
    #expect(agree(agreement.corrected, 10.0 / 3 / (11.0 / 3 * 7 / 3).squareRoot()))
    #expect(agree(agreement.meanDifference, 0, within: 1e-15))
    // Differences -1, 1, -1, 1: variance 4/3 against 2 of sampling.
    #expect(agreement.differenceVariance == 0)
    #expect(agree(agreement.samplingShare, 1.5))
    #expect(agree(agreement.discordance(amongPeers: false)[0], -1 / 2.0.squareRoot()))
  }

  @Test func `without sampling error nothing is corrected`() throws {
    let agreement = try #require(
      PerspectiveAgreement(Self.pairs([(1, 2), (2, 1), (3, 4), (6, 5)], error: 0)))
    #expect(agree(agreement.corrected, agreement.naive))
    #expect(agreement.samplingShare == 0)
    #expect(agree(agreement.differenceVariance, 4.0 / 3))
  }

  @Test func `a perspective that cannot tell organisations apart has no corrected correlation`()
    throws
  {
    let agreement = try #require(
      PerspectiveAgreement(Self.pairs([(1, 2), (2, 1), (3, 4), (6, 5)], error: 3)))
    #expect(agreement.corrected == nil)
    #expect(agreement.correctedError == nil)
    #expect(agreement.reliabilities.first == 0)
  }

  @Test func `degenerate input gives nothing`() {
    #expect(PerspectiveAgreement([]) == nil)
    #expect(PerspectiveAgreement(Self.pairs([(1, 2), (2, 3)], error: 1)) == nil)
    #expect(PerspectiveAgreement(Self.pairs([(1, 2), (1, 3), (1, 4)], error: 1)) == nil)
    #expect(PerspectiveAgreement(Self.pairs([(1, 2), (2, .nan), (1, 4)], error: 1)) == nil)
    #expect(PerspectiveAgreement(Self.pairs([(1, 2), (2, 5), (1, 4)], error: -1)) == nil)
  }
}
