import Statistics
import Testing

struct ScaleReliabilityTests {
  /// Covariances of items that share one factor.
  private static func covariances(_ loadings: [Double], _ rest: [Double]) -> [Double] {
    loadings.indices.flatMap { row in
      loadings.indices.map { column in
        loadings[row] * loadings[column] + (row == column ? rest[row] : 0)
      }
    }
  }

  // What a model made exactly, the fit finds exactly.
  @Test(arguments: [
    ([1.0, 0.8, 1.2, 0.5], [0.5, 1.0, 0.7, 2.0]), ([0.6, 0.6, 0.6], [0.64, 0.64, 0.64]),
    ([10, -3, 0.1, 40, 7], [50, 2, 0.03, 900, 100]), ([0.3, 0.2, 0.4, 0.25], [1, 1, 1, 1]),
  ])
  func `a factor that is there is found`(loadings: [Double], rest: [Double]) throws {
    let items = try #require(
      ItemCovariances(values: Self.covariances(loadings, rest), count: 100))
    let model = try OneFactorModel(items)
    for item in loadings.indices {
      #expect(agree(model.loadings[item], loadings[item], within: 1e-8))
      #expect(agree(model.uniquenesses[item], rest[item], within: 1e-8))
    }
    #expect(model.discrepancy < 1e-12)
    let sum = loadings.reduce(0, +)
    #expect(agree(model.omegaTotal, sum * sum / (sum * sum + rest.reduce(0, +)), within: 1e-9))
    if loadings.count > 3 { #expect(try #require(model.probability) > 0.999) }
  }

  // λ = √(.8 · .7 / .5) is above 1: no standardised item can load so high.
  @Test func `a Heywood case is named`() throws {
    let items = try #require(
      ItemCovariances(values: [1, 0.8, 0.7, 0.8, 1, 0.5, 0.7, 0.5, 1], count: 50))
    #expect(throws: OneFactorModel.Failure.improper(item: 0)) { try OneFactorModel(items) }
  }

  @Test func `models that cannot be are refused`() throws {
    let two = try #require(ItemCovariances(values: [1, 0.5, 0.5, 1], count: 9))
    #expect(throws: OneFactorModel.Failure.tooFewItems) { try OneFactorModel(two) }
    let still = try #require(
      ItemCovariances(values: [1, 0, 0, 0, 0, 0, 0, 0, 1], count: 9))
    #expect(throws: OneFactorModel.Failure.noSpread) { try OneFactorModel(still) }
    let twins = try #require(
      ItemCovariances(values: [1, 1, 0.5, 1, 1, 0.5, 0.5, 0.5, 1], count: 9))
    #expect(throws: OneFactorModel.Failure.singular) { try OneFactorModel(twins) }
    #expect(try #require(ScaleReliability(twins)).lambda6 == nil)
  }

  // Parallel items: k r / (1 + (k - 1) r), and all coefficients agree.
  @Test func `parallel items agree on every coefficient`() throws {
    let items = try #require(
      ItemCovariances(values: Self.covariances([0.6, 0.6, 0.6], [0.64, 0.64, 0.64]), count: 80))
    let scale = try #require(ScaleReliability(items))
    let expected = 3 * 0.36 / (1 + 2 * 0.36)
    #expect(agree(scale.alpha.raw, expected))
    #expect(agree(scale.lambda2, expected))
    #expect(agree(try OneFactorModel(items).omegaTotal, expected, within: 1e-9))
    let (feldt, bonett) = (try #require(scale.alpha.interval()), try #require(scale.bonett()))
    #expect(feldt.lower < expected && expected < feldt.upper)
    #expect(bonett.lower < expected && expected < bonett.upper)
    #expect(scale.suspectedReversed.isEmpty && scale.negativeItemRest.isEmpty)
  }

  @Test func `an item asked the other way round is suspected, not flipped`() throws {
    let items = try #require(
      ItemCovariances(
        values: Self.covariances([0.7, 0.6, -0.8, 0.5, 0.02], [0.5, 0.6, 0.4, 0.7, 1]), count: 80))
    let scale = try #require(ScaleReliability(items))
    #expect(scale.suspectedReversed == [2])
    #expect(scale.negativeItemRest.contains(2))
    let restored = try #require(
      ItemCovariances(
        values: Self.covariances([0.7, 0.6, 0.8, 0.5, 0.02], [0.5, 0.6, 0.4, 0.7, 1]), count: 80))
    #expect(try #require(ScaleReliability(restored)).alpha.raw > scale.alpha.raw)
  }

  @Test func `lambda 2 is never below alpha`() throws {
    let items = try #require(
      ItemCovariances(values: Self.covariances([1, 0.2, 0.9, 0.4], [1, 2, 0.5, 1]), count: 80))
    let scale = try #require(ScaleReliability(items))
    #expect(scale.lambda2 >= scale.alpha.raw)
    #expect(try #require(scale.standardErrorOfMeasurement) > 0)
  }

  @Test func `pairwise and complete agree without gaps`() throws {
    let rows: [[Double?]] = [[1, 2, 2], [2, 3, 1], [4, 4, 5], [5, 3, 4]]
    #expect(try ItemCovariances(complete: rows) == ItemCovariances(pairwise: rows))
    let gaps = rows + [[nil, 1, 1]]
    #expect(try ItemCovariances(complete: gaps) == ItemCovariances(complete: rows))
    #expect(try ItemCovariances(pairwise: gaps) != ItemCovariances(complete: rows))
  }

  @Test func `degenerate scales say why not`() throws {
    #expect(throws: ComparisonFailure.tooFewGroups) { try ItemCovariances(complete: []) }
    #expect(throws: ComparisonFailure.tooFewGroups) { try ItemCovariances(complete: [[1], [2]]) }
    #expect(throws: ComparisonFailure.tooFewValues) { try ItemCovariances(complete: [[1, 2]]) }
    #expect(throws: ComparisonFailure.tooFewValues) {
      try ItemCovariances(complete: [[1, nil], [2, nil], [nil, 3]])
    }
    #expect(throws: ComparisonFailure.differentLengths) {
      try ItemCovariances(complete: [[1, 2], [1]])
    }
    #expect(throws: ComparisonFailure.notFinite) {
      try ItemCovariances(complete: [[1, .nan], [1, 3]])
    }
    #expect(ItemCovariances(values: [1, 0.5, 0.4, 1], count: 9) == nil)
    #expect(ItemCovariances(values: [1, 0.5, 0.5, -1], count: 9) == nil)
    #expect(ItemCovariances(values: [1, .nan, .nan, 1], count: 9) == nil)
    #expect(ItemCovariances(values: [1, 0.5, 0.5, 1], count: 1) == nil)
    let still = try #require(ItemCovariances(values: [0, 0, 0, 0], count: 9))
    #expect(ScaleReliability(still) == nil)
    let opposed = try #require(ItemCovariances(values: [1, -0.9, -0.9, 1], count: 9))
    let scale = try #require(ScaleReliability(opposed))
    #expect(scale.alpha.raw < 0 && scale.standardErrorOfMeasurement == nil)
  }
}
