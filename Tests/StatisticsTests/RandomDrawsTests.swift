import Statistics
import Testing

struct RandomDrawsTests {
  @Test(arguments: [
    // Published with Random123 (file kat_vectors): counter, key, result.
    (
      SIMD4<UInt32>(0, 0, 0, 0), SIMD2<UInt32>(0, 0),
      SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      SIMD4(.max, .max, .max, .max), SIMD2(.max, .max),
      SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
      SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ])
  func `the published answers`(
    counter: SIMD4<UInt32>, key: SIMD2<UInt32>, expected: SIMD4<UInt32>
  ) {
    #expect(Philox(key: key).block(counter) == expected)
  }

  @Test func `draws do not depend on who drew first`() {
    let forward = (0..<100).map { RandomDraws(key: 7, stream: 3).uniform(UInt64($0)) }
    let backward = (0..<100).reversed().map { RandomDraws(key: 7, stream: 3).uniform(UInt64($0)) }
    #expect(forward == backward.reversed())
    #expect(RandomDraws(key: 7, stream: 3).uniform(5) != RandomDraws(key: 7, stream: 4).uniform(5))
    #expect(RandomDraws(key: 8, stream: 3).uniform(5) != RandomDraws(key: 7, stream: 3).uniform(5))
    #expect(RandomDraws(key: 7, stream: 3).uniform(5) != RandomDraws(key: 7, stream: 3).uniform(6))
  }

  @Test func `even draws spread evenly`() {
    let draws = RandomDraws(key: 1)
    var counts = [Int](repeating: 0, count: 10)
    for index in 0..<20_000 { counts[Int(draws.uniform(UInt64(index)) * 10)] += 1 }
    // Chi-squared with 9 degrees of freedom exceeds 27.88 in one of a thousand cases.
    let squares = counts.reduce(0.0) { $0 + (Double($1) - 2_000) * (Double($1) - 2_000) / 2_000 }
    #expect(squares < 27.88)
  }

  @Test func `normal draws have mean 0 and variance 1`() {
    let draws = RandomDraws(key: 2)
    let values = (0..<20_000).map { draws.normal(UInt64($0)) }
    let mean = values.reduce(0, +) / 20_000
    let variance = values.reduce(0) { $0 + $1 * $1 } / 20_000
    // Four standard errors: 4/√20000 and 4 √(2/20000).
    #expect(mean.magnitude < 0.0283)
    #expect((variance - 1).magnitude < 0.04)
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func `choices reach every number and no other`(count: Int) {
    let draws = RandomDraws(key: 3)
    let seen = Set((0..<(40 * count)).map { draws.choice(of: count, UInt64($0)) })
    #expect(seen == Set(0..<count))
  }

  @Test func `kinds come as often as their chances say`() {
    let draws = RandomDraws(key: 4)
    var counts = [0, 0, 0]
    for index in 0..<10_000 { counts[draws.kind([0.2, 0.2, 1], UInt64(index))] += 1 }
    // The middle kind has no chance; four standard errors of 0.2 are 0.016.
    #expect(counts[1] == 0)
    #expect((Double(counts[0]) / 10_000 - 0.2).magnitude < 0.016)
  }

  @Test func `one of nothing cannot be drawn`() async {
    await #expect(processExitsWith: .failure) {
      _ = RandomDraws(key: 1).choice(of: 0, 0)
    }
  }
}
