import Statistics
import Testing

struct RandomPairModelTests {
  private static let time: [Double] = [-1, 0, 1, -1, 0, 1, -1, 0, 1, -1, 0, 1]
  private static let groups = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]

  private static func fit(_ y: [Double], time: [Double] = time) throws -> RandomPairModel {
    try RandomPairModel(
      outcome: y, fixed: [y.map { _ in 1 }, time], first: y.map { _ in 1 }, second: time,
      groups: groups, groupCount: 4)
  }

  @Test func `balanced data give the covariances of the groups' own lines`() throws {
    // Own levels 1, 5, 9, 9 and slopes -2, 1, 3, 6 with deviations ±(1, -2, 1) times 0.5, so the
    // residual variance is the sum of squares 4 · 1.5 over 4. Levels have error variance s²/3,
    // slopes s²/2, and none in common.
    let (levels, slopes, noise) = ([1.0, 5, 9, 9], [-2.0, 1, 3, 6], [0.5, -1, 0.5])
    let y = Self.groups.indices.map { row -> Double in
      let group = Self.groups[row]
      let sign: Double = group.isMultiple(of: 2) ? 1 : -1
      return levels[group] + slopes[group] * Self.time[row] + sign * noise[row % 3]
    }
    let model = try Self.fit(y)
    #expect(agree(model.residualVariance, 1.5, within: 1e-9))
    #expect(agree(model.firstVariance, 44.0 / 3 - 0.5, within: 1e-8))
    #expect(agree(model.secondVariance, 34.0 / 3 - 0.75, within: 1e-8))
    #expect(agree(model.mixedCovariance, 36.0 / 3, within: 1e-8))
    #expect(agree(model.coefficients[0], 6))
    #expect(agree(model.coefficients[1], 2))
  }

  @Test func `the unit of time does not matter`() throws {
    let y: [Double] = [1, 4, 2, 8, 5, 7, 9, 3, 6, 6, 12, 11]
    let months = try Self.fit(y, time: Self.time.map { $0 * 12 })
    let years = try Self.fit(y)
    #expect(agree(months.residualVariance, years.residualVariance, within: 1e-8))
    #expect(agree(months.secondVariance * 144, years.secondVariance, within: 1e-6))
  }

  @Test func `lines that are all parallel have no variance of slopes`() throws {
    // Deviations of the slopes are smaller than chance: levels 0, 4, 8, 12 and the same noise.
    let y = Self.groups.indices.map { row in
      4 * Double(Self.groups[row]) + [1, -2, 1][row % 3] * (Self.groups[row] < 2 ? 1.0 : -1)
    }
    let model = try Self.fit(y)
    #expect(model.secondVariance < 1e-12)
    #expect(model.firstVariance > 10)
  }

  @Test func `degenerate data have a reason`() {
    let y = Self.time
    #expect(throws: RandomPairModel.Failure.noSpread) { try Self.fit(y) }
    #expect(throws: RandomPairModel.Failure.noSpread) { try Self.fit(y.map { _ in 2 }) }
    #expect(throws: RandomPairModel.Failure.badInput) { try Self.fit(y.map { _ in .nan }) }
    #expect(throws: RandomPairModel.Failure.singularDesign) {
      try Self.fit([1, 4, 2, 8, 5, 7, 9, 3, 6, 6, 12, 11], time: y.map { _ in 0 })
    }
    #expect(throws: RandomPairModel.Failure.tooFewGroups) {
      try RandomPairModel(
        outcome: [1, 2, 4], fixed: [[1, 1, 1]], first: [1, 1, 1], second: [0, 1, 2],
        groups: [0, 0, 0], groupCount: 1)
    }
    #expect(throws: RandomPairModel.Failure.tooFewRows) {
      try RandomPairModel(
        outcome: [1, 2, 4], fixed: [[1, 1, 1]], first: [1, 1, 1], second: [0, 1, 2],
        groups: [0, 1, 2], groupCount: 3)
    }
  }
}

struct WaveChangeTests {
  private static func change(
    _ scores: [Double], organisations: [Int], waves: [Int], times: [Double] = [1, 2, 3]
  ) throws -> WaveChange {
    try WaveChange(
      scores: scores, organisations: organisations,
      organisationCount: (organisations.max() ?? 0) + 1, waves: waves, times: times)
  }

  private static let organisations = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3]
  private static let waves = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 2]
  private static let scores: [Double] = [1, 2, 4, 7, 5, 6, 3, 3, 1, 9, 8]

  @Test func `an organisation with two waves has no line of its own`() throws {
    let change = try Self.change(
      Self.scores, organisations: Self.organisations, waves: Self.waves)
    #expect(change.own.map(\.organisation) == [0, 1, 2])
    #expect(change.waveMeans == [5, 10.0 / 3, 4.75])
    // 1, 2, 4 on 1, 2, 3: slope 3/2.
    #expect(agree(change.own.first?.regression.slope, 1.5))
    #expect(agree(change.meanSumOfSquares, 2))
    #expect((0...1).contains(change.slopeReliability ?? -1))
  }

  @Test func `degenerate data have a reason`() {
    let (organisations, waves) = (Self.organisations, Self.waves)
    #expect(throws: WaveChange.Failure.noSpread) {
      try Self.change(organisations.map(Double.init), organisations: organisations, waves: waves)
    }
    #expect(throws: WaveChange.Failure.tooFewOrganisations) {
      try Self.change([1, 2, 4], organisations: [0, 0, 0], waves: [0, 1, 2])
    }
    #expect(throws: WaveChange.Failure.tooFewWaves) {
      try Self.change(
        [1, 2, 4, 4], organisations: [0, 0, 1, 1], waves: [0, 1, 0, 1], times: [1, 2])
    }
    #expect(throws: WaveChange.Failure.badInput) {
      try Self.change([1, 2, 4], organisations: [0, 0, 1], waves: [0, 0, 1])
    }
    #expect(throws: WaveChange.Failure.badInput) {
      try Self.change([1, .infinity, 4], organisations: [0, 1, 1], waves: [0, 1, 2])
    }
    #expect(throws: WaveChange.Failure.badInput) {
      try Self.change(
        Self.scores, organisations: organisations, waves: waves, times: [3, 2, 1])
    }
  }

  @Test func `a line without deviation has no test`() throws {
    let line = try #require(SimpleRegression(x: [1, 2, 3, 4], y: [3, 5, 7, 9]))
    #expect(agree(line.slope, 2))
    #expect(line.probability == nil)
    #expect(SimpleRegression(x: [1, 2], y: [1, 2]) == nil)
    #expect(SimpleRegression(x: [1, 1, 1], y: [1, 2, 3]) == nil)
    #expect(SimpleRegression(x: [1, 2, .nan], y: [1, 2, 3]) == nil)
  }
}
