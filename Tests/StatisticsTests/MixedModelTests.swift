import Statistics
import Testing

struct RandomInterceptModelTests {
  private static func moments(
    _ y: [Double], _ groups: [Int], fixed: [[Double]] = []
  ) throws -> GroupMoments {
    try GroupMoments(
      outcome: y, fixed: [y.map { _ in 1 }] + fixed, groups: groups,
      groupCount: (groups.max() ?? 0) + 1)
  }

  @Test func `equal groups give the estimates of the analysis of variance`() throws {
    // Means 2, 5, 8 of three values each; within 1, 4, 1 times 2: MSB = 27, MSW = 2.
    let y: [Double] = [1, 2, 3, 3, 5, 7, 7, 8, 9]
    let model = try RandomInterceptModel(Self.moments(y, [0, 0, 0, 1, 1, 1, 2, 2, 2]))
    #expect(agree(model.varianceWithin, 2))
    #expect(agree(model.varianceBetween, 25.0 / 3))
    #expect(agree(model.coefficients.first, 5))
    #expect(agree(model.standardErrors.first, 3.0.squareRoot()))
    #expect(agree(model.groups[0].effect, 25.0 / 27 * -3))
    #expect(agree(model.groups[0].reliability, 25.0 / 27))
  }

  @Test func `effects of all groups cancel out`() throws {
    let y: [Double] = [1, 4, 2, 8, 5, 7, 9, 3, 6, 6, 12]
    let model = try RandomInterceptModel(Self.moments(y, [0, 0, 0, 1, 1, 2, 2, 3, 3, 3, 3]))
    let sum = model.groups.reduce(0) { $0 + $1.effect }
    #expect(sum.magnitude < 1e-12)
  }

  @Test func `sums give what rows give`() throws {
    let y: [Double] = [1, 4, 2, 8, 5, 7, 9, 3]
    let x: [Double] = [0, 1, 1, 2, 0, 1, 3, 1]
    let groups = [0, 0, 0, 1, 1, 2, 2, 2]
    let rows = try RandomInterceptModel(Self.moments(y, groups, fixed: [x]))
    let columns = [y.map { _ in 1.0 }, x, y]
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let sums = try RandomInterceptModel(
      GroupMoments(
        counts: [3, 2, 0, 3],
        sums: [0, 1, 9, 2].map { group in
          columns.map { column in
            zip(column, groups).reduce(0) { $0 + ($1.1 == group ? $1.0 : 0) }
          }
        },
        crossProducts: columns.flatMap { row in columns.map { product(row, $0) } }))
    #expect(agree(sums.varianceWithin, rows.varianceWithin, within: 1e-11))
    #expect(agree(sums.coefficients[1], rows.coefficients[1], within: 1e-11))
    #expect(agree(sums.deviance, rows.deviance, within: 1e-11))
  }

  @Test func `exact samples give what rows give`() throws {
    let samples = [SampleSums(histogram: [1, 2, 3]), SampleSums(histogram: [4, 0, 1])]
    let y: [Double] = [0, 1, 1, 2, 2, 2, 0, 0, 0, 0, 2]
    let rows = try RandomInterceptModel(Self.moments(y, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]))
    let exact = try RandomInterceptModel(GroupMoments(samples: samples))
    #expect(agree(exact.deviance, rows.deviance))
    #expect(agree(exact.varianceBetween, rows.varianceBetween))
  }

  @Test func `groups that differ less than by chance have no variance, and no test`() throws {
    let model = try RandomInterceptModel(
      Self.moments([1, 5, 9, 2, 5, 8], [0, 0, 0, 1, 1, 1]))
    #expect(model.varianceBetween == 0)
    #expect(model.icc == 0)
    #expect(model.test.statistic == 0 && model.test.probability == 1)
    #expect(model.groups.allSatisfy { $0.effect == 0 && $0.reliability == 0 })
  }

  @Test(
    arguments: [
      ([1, 2, 3], [0, 0, 0], [], RandomInterceptModel.Failure.tooFewGroups),
      ([1, 2, 3], [0, 1, 2], [], .tooFewRows),
      ([3, 3, 3, 3], [0, 0, 1, 1], [], .noSpread),
      ([3, 3, 5, 5], [0, 0, 1, 1], [], .noSpread),
      ([1, 2, 4, 3, 7], [0, 0, 1, 1, 1], [[2, 2, 2, 2, 2]], .singularDesign),
      // The covariate explains everything.
      ([1, 2, 3, 4, 5], [0, 0, 1, 1, 1], [[1, 2, 3, 4, 5]], .noSpread),
    ] as [([Double], [Int], [[Double]], RandomInterceptModel.Failure)])
  func `degenerate data have a reason`(
    y: [Double], groups: [Int], fixed: [[Double]], reason: RandomInterceptModel.Failure
  ) throws {
    let moments = try Self.moments(y, groups, fixed: fixed)
    #expect(throws: reason) { try RandomInterceptModel(moments) }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `values that are not finite are refused`(value: Double) {
    #expect(throws: GroupMoments.Failure.notFinite) {
      try Self.moments([1, value, 2], [0, 0, 1])
    }
    #expect(throws: GroupMoments.Failure.notFinite) {
      try GroupMoments(counts: [1], sums: [[1, value]], crossProducts: [1, 1, 1, 1])
    }
  }

  @Test func `data that do not fit together are refused`() {
    #expect(throws: GroupMoments.Failure.differentLengths) { try Self.moments([], []) }
    #expect(throws: GroupMoments.Failure.differentLengths) { try Self.moments([1], [0, 1]) }
    #expect(throws: GroupMoments.Failure.differentLengths) {
      try GroupMoments(counts: [0, 0], sums: [[1], [2]], crossProducts: [1])
    }
    #expect(throws: GroupMoments.Failure.differentLengths) { try GroupMoments(samples: []) }
  }
}

struct CrossedModelTests {
  /// Five rows by four columns, one value each.
  private static let table: [[Double]] = [
    [3, 5, 4, 8], [6, 9, 9, 11], [1, 4, 2, 4], [7, 7, 9, 12], [4, 8, 5, 9],
  ]

  private static func fit(_ table: [[Double]]) throws -> CrossedModel {
    let y = table.flatMap(\.self)
    let columns = table[0].count
    return try CrossedModel(
      outcome: y, fixed: [y.map { _ in 1 }],
      codes: [y.indices.map { $0 / columns }, y.indices.map { $0 % columns }],
      levels: [table.count, columns])
  }

  @Test func `a complete table gives the estimates of the analysis of variance`() throws {
    let (rows, columns) = (5.0, 4.0)
    let all = Self.table.flatMap(\.self)
    let mean = all.reduce(0, +) / 20
    let rowMeans = Self.table.map { $0.reduce(0, +) / columns }
    let columnMeans = (0..<4).map { column in Self.table.reduce(0) { $0 + $1[column] } / rows }
    let squares = { (values: [Double]) in values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
    let (byRow, byColumn) = (columns * squares(rowMeans), rows * squares(columnMeans))
    let error = (squares(all) - byRow - byColumn) / 12
    let model = try Self.fit(Self.table)
    #expect(agree(model.residualVariance, error, within: 1e-8))
    #expect(agree(model.variances[0], (byRow / 4 - error) / columns, within: 1e-8))
    #expect(agree(model.variances[1], (byColumn / 3 - error) / rows, within: 1e-8))
    #expect(agree(model.coefficients.first, mean))
  }

  @Test func `one factor alone gives the random intercept model`() throws {
    let y: [Double] = [1, 4, 2, 8, 5, 7, 9, 3, 6, 6, 12]
    let groups = [0, 0, 0, 1, 1, 2, 2, 3, 3, 3, 3]
    let x: [Double] = [0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1]
    let fixed = [y.map { _ in 1.0 }, x]
    let one = try RandomInterceptModel(
      GroupMoments(outcome: y, fixed: fixed, groups: groups, groupCount: 4))
    let crossed = try CrossedModel(outcome: y, fixed: fixed, codes: [groups], levels: [4])
    #expect(agree(crossed.deviance, one.deviance))
    #expect(agree(crossed.variances[0], one.varianceBetween, within: 1e-7))
    #expect(agree(crossed.standardErrors[1], one.standardErrors[1], within: 1e-7))
    for (group, effect) in zip(one.groups, crossed.effects[0]) {
      #expect(agree(effect, group.effect, within: 1e-7))
    }
    for (group, deviation) in zip(one.groups, crossed.predictionDeviations[0]) {
      #expect(agree(deviation, group.predictionDeviation, within: 1e-7))
    }
  }

  @Test func `a factor that makes no difference has no variance`() throws {
    // The columns' means are all alike.
    let model = try Self.fit([[1, 5, 9], [12, 16, 8], [5, 1, 3], [8, 4, 6]])
    #expect(model.variances[1] == 0)
    #expect(model.variances[0] > 0)
    #expect(model.effects[1].allSatisfy { $0 == 0 })
  }

  @Test(
    arguments: [
      ([1, 2, 3, 4], [[0, 0, 1, 1]], [3], CrossedModel.Failure.tooFewLevels),
      ([1, 2, 3, 4], [[0, 0, 0, 0]], [1], .tooFewLevels),
      ([1, 2, 3, 4], [[0, 1, 2, 3]], [4], .tooFewRows),
      ([1, 2, 3, 4], [[0, 0, 1]], [2], .badInput),
      ([1, 2, .nan, 4], [[0, 0, 1, 1]], [2], .badInput),
      ([1, 2, 3, 4], [], [], .badInput),
      ([5, 5, 5, 5], [[0, 0, 1, 1]], [2], .noSpread),
    ] as [([Double], [[Int]], [Int], CrossedModel.Failure)])
  func `degenerate data have a reason`(
    y: [Double], codes: [[Int]], levels: [Int], reason: CrossedModel.Failure
  ) {
    #expect(throws: reason) {
      try CrossedModel(outcome: y, fixed: [y.map { _ in 1 }], codes: codes, levels: levels)
    }
  }

  @Test func `a fixed effect that says what another says is refused`() {
    let y: [Double] = [1, 2, 3, 4, 7, 5]
    #expect(throws: CrossedModel.Failure.singularDesign) {
      try CrossedModel(
        outcome: y, fixed: [y.map { _ in 1 }, y.map { _ in 3 }], codes: [[0, 0, 1, 1, 2, 2]],
        levels: [3])
    }
  }

  @Test func `more levels than can be handled are refused before they cost anything`() {
    let levels = CrossedModel.largestDensePart + 1
    let codes = (0..<2 * levels).map { $0 / 2 }
    #expect(throws: CrossedModel.Failure.tooLarge) {
      try CrossedModel(
        outcome: codes.map(Double.init), fixed: [codes.map { _ in 1 }],
        codes: [codes, codes.reversed()], levels: [levels, levels])
    }
  }

  @Test func `many levels, over several blocks, give the analysis of variance too`() throws {
    // 300 rows by 150 columns of a made-up pattern.
    func cell(_ row: Int, _ column: Int) -> Double {
      let own = Double((row * 37) % 101) / 20 + Double((column * 53) % 89) / 30
      let noise: Int = (row * 7919 + column * 104_729 + row * column * 31) % 1009
      return own + Double(noise) / 200
    }
    let table: [[Double]] = (0..<300).map { row in (0..<150).map { cell(row, $0) } }
    let model = try Self.fit(table)
    let all: [Double] = table.flatMap { $0 }
    let mean = all.reduce(0, +) / 45_000
    func squares(_ values: [Double]) -> Double {
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let rowMeans: [Double] = table.map { $0.reduce(0, +) / 150 }
    let columnMeans: [Double] = (0..<150).map { column in
      table.reduce(0) { $0 + $1[column] } / 300
    }
    let (rows, columns) = (150 * squares(rowMeans), 300 * squares(columnMeans))
    let error = (squares(all) - rows - columns) / Double(299 * 149)
    #expect(agree(model.residualVariance, error, within: 1e-8))
    #expect(agree(model.variances[0], (rows / 299 - error) / 150, within: 1e-7))
    #expect(agree(model.variances[1], (columns / 149 - error) / 300, within: 1e-7))
  }
}

struct GeneralisabilityTests {
  @Test func `shares and dependability by hand`() throws {
    // 1 / (1 + 2/4 + 5/4) with components 1 (object), 2 and 5.
    let study = try #require(
      Generalisability(variances: [1, 2, 5], object: 0, numbers: [1, 4, 4]))
    #expect(study.shares == [0.125, 0.25, 0.625])
    #expect(agree(study.coefficient, 4.0 / 11))
  }

  @Test func `no variance, negative variance or no conditions give nothing`() {
    #expect(Generalisability(variances: [0, 0], object: 0, numbers: [1, 1]) == nil)
    #expect(Generalisability(variances: [1, -1], object: 0, numbers: [1, 1]) == nil)
    #expect(Generalisability(variances: [1, .nan], object: 0, numbers: [1, 1]) == nil)
    #expect(Generalisability(variances: [1, 1], object: 0, numbers: [1, 0]) == nil)
    #expect(Generalisability(variances: [1, 1], object: 2, numbers: [1, 1]) == nil)
  }
}
