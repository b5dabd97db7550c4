import Reference
import Testing

/// Whatever stands in the input, a function gives a result of finite numbers or says why not.
struct DegenerateTests {
  /// Values of every kind that are wrong, empty, without spread, or at the end of what doubles hold.
  private static let pool: [JSONValue] = [
    .null, .bool(true), .text("x"), .number(-1), .number(0), .number(0.5), .number(1), .number(2),
    .number(3), .number(1e308), .number(-1e308), .number(Double.leastNonzeroMagnitude), .list([]),
    .list([.null, .null]),
    numbers([1]), numbers([0, 0]), numbers([2, 2, 2]), numbers([1, 2, 3]),
    numbers([1e308, -1e308]),
    numbers([1e200, 1, 0]), numbers([0, 1, 1]), numbers([1e-200, 2e-200, 0]),
    .list([.text("a"), .text("b"), .text("a")]), .list([.text("a"), .null, .text("a")]),
    .list([.list([]), .list([])]), .list([numbers([1, 2]), numbers([2, 1])]),
    .list([numbers([1, 1]), numbers([1, 1])]), .list([numbers([1, 2, 3]), numbers([4, 5, 7])]),
    .list([numbers([1, 2, 3]), numbers([2, 4, 6]), numbers([3, 6, 9])]),
    .list([numbers([1, 0, 0]), numbers([0, 0, 0]), numbers([0, 0, 1])]),
    .list([numbers([1e308, -1e308]), numbers([-1e308, 1e308])]), .list([numbers([1]), .text("x")]),
    .list([.list([.null, .number(1)]), .list([.number(1), .null])]), .object([:]),
  ]

  private static func numbers(_ values: [Double]) -> JSONValue { .of(values) }

  /// Numbers that look random and are the same in every run.
  private struct Draws {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  @Test(arguments: ReferenceFunction.all.map(\.name))
  func `degenerate input gives a reason, never a crash`(name: String) throws {
    let function = try #require(ReferenceFunction.all.first { $0.name == name })
    var draws = Draws(state: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }))
    for _ in 0..<1000 {
      var values: [String: JSONValue] = [:]
      for parameter in function.parameters where draws.below(3) > 0 {
        values[parameter.name] = Self.pool[draws.below(Self.pool.count)]
      }
      do throws(FunctionInput.Failure) {
        _ = try function(FunctionInput(values))
      } catch {
        guard case .noResult(let reason) = error else { continue }
        #expect(!reason.isEmpty)
        #expect(reason.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") })
      }
    }
  }
}
