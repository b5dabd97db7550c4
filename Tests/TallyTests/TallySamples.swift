import Cleaning
import Tally

/// Small tallies with numbers from a fixed generator, for tests of adding and storing.
enum TallySamples {
  static let schema = Schema(
    items: [
      Schema.Item(key: "a", levels: 5), Schema.Item(key: "b", levels: 5),
      Schema.Item(key: "c", levels: 3),
    ],
    dimensions: [
      Schema.Dimension(key: "ab", items: [0, 1], minimumAnswered: 1),
      Schema.Dimension(key: "abc", items: [0, 1, 2], minimumAnswered: 2),
    ],
    perspectives: ["user", "staff"])

  /// Counts drawn from SplitMix64 (Steele, Lea and Flood 2014), so that every seed differs.
  static func counts(seed: UInt64) -> GroupCounts {
    var state = seed
    func next(below bound: UInt64) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % bound)
    }
    var counts = GroupCounts(schema: schema)
    counts.respondents = next(below: 1000)
    for item in counts.items.indices {
      for level in counts.items[item].levels.indices {
        counts.items[item].levels[level] = next(below: 300)
      }
      counts.items[item].empty = next(below: 9)
      counts.items[item].notShown = next(below: 9)
      counts.items[item].nonAnswer = next(below: 9)
      counts.items[item].blanked = next(below: 9)
    }
    for dimension in counts.dimensions.indices {
      counts.dimensions[dimension].scored = next(below: 500)
      counts.dimensions[dimension].sum = Int128(next(below: 1 << 40)) << 40
      counts.dimensions[dimension].sumOfSquares = Int128(next(below: 1 << 40)) << 70
      counts.dimensions[dimension].complete = next(below: 400)
      for item in counts.dimensions[dimension].itemSums.indices {
        counts.dimensions[dimension].itemSums[item] = next(below: 2000)
      }
      for pair in counts.dimensions[dimension].crossProducts.indices {
        counts.dimensions[dimension].crossProducts[pair] = next(below: 9000)
      }
    }
    return counts
  }

  /// A tally of a few groups whose keys overlap with those of other seeds.
  static func tally(seed: UInt64) -> Tally {
    var tally = Tally(schema: schema)
    for group in 0..<5 {
      tally.add(
        counts(seed: seed &* 31 &+ UInt64(group)),
        to: GroupKey(
          organisation: "E\((Int(seed) + group) % 4)", period: "202\(group % 3)",
          perspective: group % 2))
    }
    return tally
  }

  static func document(seed: UInt64, fingerprints: [UInt64] = []) -> TallyDocument {
    var ledger = Ledger()
    ledger.read = 10 + Int(seed)
    ledger.accepted = 7 + Int(seed)
    ledger.rejected = ["missing-cell": 2]
    ledger.skip("header")
    return TallyDocument(
      definition: Array(#"{"pipeline":"sample"}"#.utf8), tally: tally(seed: seed),
      inputs: [
        InputRecord(
          source: "users", file: "part\(seed).csv", sha256: "00\(seed)", byteCount: 100,
          encoding: "utf-8", separator: ",", ledger: ledger, rejects: [])
      ],
      fingerprints: fingerprints)
  }
}
