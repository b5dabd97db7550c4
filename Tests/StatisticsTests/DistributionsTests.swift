import Statistics
import Testing

/// A row of the grids in `special-functions.json`; which fields there are depends on the grid.
private struct Row: Decodable {
  var x: Double?
  var p: Double?
  var q: Double?
  var df: Double?
  var df1: Double?
  var df2: Double?
  var a: Double?
  var b: Double?
  var lower: Double?
  var upper: Double?
}

struct DistributionsTests {
  private let grids: [String: [Row]]

  init() throws {
    grids = try oracle("special-functions", as: [String: [Row]].self)
  }

  private func rows(_ name: String, atLeast least: Int) throws -> [Row] {
    let rows = try #require(grids[name])
    #expect(rows.count >= least)
    return rows
  }

  private func given(_ figure: Double?) throws -> Double { try #require(figure) }

  @Test func `normal tails and quantiles agree with R`() throws {
    for row in try rows("pnorm", atLeast: 14) {
      let (x, lower, upper) = try (given(row.x), given(row.lower), given(row.upper))
      #expect(agree(Normal.lowerTail(x), lower), "at \(x)")
      #expect(agree(Normal.upperTail(x), upper), "at \(x)")
    }
    for row in try rows("qnorm", atLeast: 18) {
      let (p, q) = try (given(row.p), given(row.q))
      #expect(agree(Normal.quantile(p), q, within: 1e-9), "at \(p)")
    }
  }

  @Test func `t tails and quantiles agree with R`() throws {
    for row in try rows("pt", atLeast: 64) {
      let t = try #require(try StudentT(degreesOfFreedom: given(row.df)))
      let (x, lower, upper) = try (given(row.x), given(row.lower), given(row.upper))
      #expect(agree(t.lowerTail(x), lower, within: 1e-11), "at \(x), \(t)")
      #expect(agree(t.upperTail(x), upper, within: 1e-11), "at \(x), \(t)")
    }
    for row in try rows("qt", atLeast: 64) {
      let t = try #require(try StudentT(degreesOfFreedom: given(row.df)))
      let (p, q) = try (given(row.p), given(row.q))
      #expect(agree(t.quantile(p), q, within: 1e-9), "at \(p), \(t)")
    }
  }

  @Test func `chi-squared tails and quantiles agree with R`() throws {
    for row in try rows("pchisq", atLeast: 36) {
      let chi = try #require(try ChiSquared(degreesOfFreedom: given(row.df)))
      let (x, lower, upper) = try (given(row.x), given(row.lower), given(row.upper))
      #expect(agree(chi.lowerTail(x), lower), "at \(x), \(chi)")
      #expect(agree(chi.upperTail(x), upper), "at \(x), \(chi)")
    }
    for row in try rows("qchisq", atLeast: 35) {
      let chi = try #require(try ChiSquared(degreesOfFreedom: given(row.df)))
      let (p, q) = try (given(row.p), given(row.q))
      #expect(agree(chi.quantile(p), q, within: 1e-9), "at \(p), \(chi)")
    }
  }

  @Test func `F tails and quantiles agree with R`() throws {
    for row in try rows("pf", atLeast: 96) {
      let f = try #require(
        try FisherF(numerator: given(row.df1), denominator: given(row.df2)))
      let (x, lower, upper) = try (given(row.x), given(row.lower), given(row.upper))
      #expect(agree(f.lowerTail(x), lower), "at \(x), \(f)")
      #expect(agree(f.upperTail(x), upper), "at \(x), \(f)")
    }
    for row in try rows("qf", atLeast: 64) {
      let f = try #require(
        try FisherF(numerator: given(row.df1), denominator: given(row.df2)))
      let (p, q) = try (given(row.p), given(row.q))
      #expect(agree(f.quantile(p), q, within: 1e-9), "at \(p), \(f)")
    }
  }

  @Test func `beta tails and quantiles agree with R`() throws {
    for row in try rows("pbeta", atLeast: 150) {
      let beta = try #require(try BetaDistribution(a: given(row.a), b: given(row.b)))
      let (x, lower, upper) = try (given(row.x), given(row.lower), given(row.upper))
      #expect(agree(beta.lowerTail(x), lower), "at \(x), \(beta)")
      #expect(agree(beta.upperTail(x), upper), "at \(x), \(beta)")
    }
    for row in try rows("qbeta", atLeast: 125) {
      let beta = try #require(try BetaDistribution(a: given(row.a), b: given(row.b)))
      let (p, q) = try (given(row.p), given(row.q))
      #expect(agree(beta.quantile(p), q, within: 1e-9), "at \(p), \(beta)")
    }
  }

  @Test func `gives nothing instead of NaN for arguments out of range`() throws {
    #expect(Normal.lowerTail(.nan) == nil)
    #expect(Normal.quantile(0) == nil)
    #expect(Normal.quantile(1) == nil)
    #expect(Normal.quantile(.nan) == nil)
    #expect(Normal.twoSided(.nan) == nil)
    #expect(StudentT(degreesOfFreedom: 0) == nil)
    #expect(StudentT(degreesOfFreedom: .nan) == nil)
    #expect(ChiSquared(degreesOfFreedom: -1) == nil)
    #expect(FisherF(numerator: 0, denominator: 3) == nil)
    #expect(FisherF(numerator: 2, denominator: .infinity) == nil)
    #expect(BetaDistribution(a: 0, b: 1) == nil)
    let t = try #require(StudentT(degreesOfFreedom: 5))
    #expect(t.quantile(0) == nil)
    #expect(t.lowerTail(.nan) == nil)
    let f = try #require(FisherF(numerator: 2, denominator: 3))
    #expect(f.quantile(1) == nil)
    #expect(f.quantile(0) == 0)
    #expect(f.lowerTail(-1) == nil)
  }

  @Test func `doubles the tail for a two-sided probability`() {
    // qnorm(0.975) of R, so that 5 % lie outside.
    #expect(agree(Normal.twoSided(1.95996398454005), 0.05))
    #expect(agree(Normal.twoSided(-1.95996398454005), 0.05))
    #expect(Normal.twoSided(0) == 1)
  }
}

/// Quantiles so far out that only the power of the tail is left.
struct FarQuantileTests {
  // With one degree of freedom the quantile is -cot(πp), which is -1/(πp) for small p; with two it is
  // (2p - 1)/√(2p(1 - p)), which is -1/√(2p).
  @Test(arguments: [(1e-300, 1.0), (1e-30, 1), (1e-200, 2), (1e-18, 2)])
  func `quantiles of t far out follow the power of the tail`(p: Double, freedom: Double) throws {
    let student = try #require(StudentT(degreesOfFreedom: freedom))
    let expected = freedom == 1 ? -1 / (Double.pi * p) : -1 / (2 * p).squareRoot()
    let found = try #require(student.quantile(p))
    #expect((found / expected - 1).magnitude < 1e-9)
  }

  @Test func `a quantile beyond all doubles is none`() throws {
    #expect(try #require(StudentT(degreesOfFreedom: 0.3)).quantile(1e-300) == nil)
  }
}
