import Tally
import Testing

struct TallyTests {
  @Test func `adding tallies does not depend on order or grouping`() {
    let parts = (1...6).map { TallySamples.tally(seed: UInt64($0)) }
    func sum(_ order: [Int]) -> Tally {
      order.reduce(into: Tally(schema: TallySamples.schema)) { $0 += parts[$1] }
    }
    var left = sum([0, 1, 2])
    left += sum([3, 4, 5])
    var right = sum([5, 4])
    right += sum([3, 2, 1, 0])
    #expect(left == right)
    #expect(left == sum([4, 0, 5, 1, 3, 2]))
  }

  // By hand: items a and b have 5 levels (4 steps), c has 3 (2 steps): least common multiple 4.
  // A score may rest on 1 or 2 of 2 items: lcm(1, 2) = 2; on 2 or 3 of 3: lcm(2, 3) = 6.
  @Test func `score units are a multiple of every scale and every number of answers`() {
    let tally = Tally(schema: TallySamples.schema)
    #expect(tally.scoreUnits(of: 0) == 4 * 2)
    #expect(tally.scoreUnits(of: 1) == 4 * 6)
  }

  @Test func `different schemas do not add up`() async {
    await #expect(processExitsWith: .failure) {
      var tally = Tally(schema: Schema(items: [], dimensions: [], perspectives: ["a"]))
      tally += Tally(schema: Schema(items: [], dimensions: [], perspectives: ["b"]))
    }
  }
}
