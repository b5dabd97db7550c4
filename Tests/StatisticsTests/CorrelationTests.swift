import Statistics
import Testing

struct CorrelationTests {
  private static func pairs(_ x: [Double], _ y: [Double]) -> [(Double, Double)] {
    Array(zip(x, y))
  }

  @Test(arguments: Correlation.Kind.allCases)
  func `rising and falling lines are 1 and -1`(kind: Correlation.Kind) throws {
    let x = [1.0, 2, 3, 5, 8]
    let up = try Correlation(of: Self.pairs(x, x.map { 3 * $0 + 1 }), kind)
    let down = try Correlation(of: Self.pairs(x, x.map { -$0 }), kind)
    #expect((up.coefficient - 1).magnitude < 1e-15)
    #expect((down.coefficient + 1).magnitude < 1e-15)
    #expect(up.interval() == nil || up.coefficient < 1)
  }

  // Order of pairs in (1,1), (2,3), (3,2): two like, one unlike.
  @Test func `Kendall's tau by hand`() throws {
    let tau = try Correlation(of: Self.pairs([1, 2, 3], [1, 3, 2]), .kendall)
    #expect(agree(tau.coefficient, 1.0 / 3))
    // x tied once: 2 like, 0 unlike, √(3 - 1) √3 below.
    let tied = try Correlation(of: Self.pairs([1, 1, 2], [1, 2, 3]), .kendall)
    #expect(agree(tied.coefficient, 2 / 6.0.squareRoot()))
  }

  /// The quick count of pairs against counting them one by one.
  @Test func `Kendall's tau equals counting all pairs`() throws {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Double((state >> 40) % 6)
    }
    for size in [2, 3, 10, 57, 200] {
      let pairs = (0..<size).map { _ in (next(), next()) }
      var (sum, first, second) = (0, 0, 0)
      for one in pairs.indices {
        for two in pairs[..<one].indices {
          let x = (pairs[one].0 - pairs[two].0), y = (pairs[one].1 - pairs[two].1)
          sum += x * y > 0 ? 1 : x * y < 0 ? -1 : 0
          first += x == 0 ? 0 : 1
          second += y == 0 ? 0 : 1
        }
      }
      guard first > 0, second > 0 else { continue }
      let tau = try Correlation(of: pairs, .kendall)
      #expect(
        (tau.coefficient - Double(sum) / (Double(first) * Double(second)).squareRoot()).magnitude
          < 1e-14)
    }
  }

  @Test(arguments: Correlation.Kind.allCases)
  func `degenerate pairs say why not`(kind: Correlation.Kind) {
    #expect(throws: ComparisonFailure.tooFewValues) { try Correlation(of: [(1, 2)], kind) }
    #expect(throws: ComparisonFailure.noSpread) { try Correlation(of: [(1, 2), (1, 3)], kind) }
    #expect(throws: ComparisonFailure.noSpread) { try Correlation(of: [(1, 2), (3, 2)], kind) }
    #expect(throws: ComparisonFailure.notFinite) { try Correlation(of: [(1, .nan), (3, 2)], kind) }
  }

  @Test func `two cases have no p-value`() throws {
    let two = try Correlation(of: [(1, 2), (2, 5)])
    #expect(two.probability == nil && two.interval() == nil)
  }
}
