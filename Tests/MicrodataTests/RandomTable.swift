import Microdata

/// Numbers that look random and are the same in every run.
struct Draws: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A small table with hierarchies, as texts, for slow twins.
struct RandomTable {
  var hierarchies: [[[String]]]
  /// For each quasi-identifier one leaf per record.
  var columns: [[Int]]
  var sensitive: [Int]
  let sensitiveValues = 4

  /// Three quasi-identifiers with three, four and two levels.
  init(seed: UInt64, records: Int) {
    var draws = Draws(seed: seed)
    hierarchies = [
      (0..<6).map { ["a\($0)", "A\($0 / 2)", "*"] },
      (0..<8).map { ["b\($0)", "B\($0 / 2)", "C\($0 / 5)", "*"].map { $0 } },
      (0..<3).map { ["c\($0)", "*"] },
    ]
    // A tree: values 4 and 5 of the second share their parent on level 1 but not on level 2 above.
    hierarchies[1] = (0..<8).map { ["b\($0)", "B\($0 / 2)", "C\($0 / 4)", "*"] }
    columns = hierarchies.map { rows in
      (0..<records).map { _ in
        min(
          Int.random(in: 0..<rows.count, using: &draws),
          Int.random(in: 0..<rows.count, using: &draws))
      }
    }
    sensitive = (0..<records).map { _ in
      min(Int.random(in: 0..<4, using: &draws), Int.random(in: 0..<4, using: &draws))
    }
  }

  /// The records as the room takes them.
  func microdata() throws -> Microdata {
    let built = try hierarchies.map { try Hierarchy(rows: $0) }
    let leaves = built.indices.map { index in
      let numbers = built[index].leafNumbers
      return columns[index].map { UInt32(numbers[hierarchies[index][$0][0]] ?? 0) }
    }
    return try Microdata(
      hierarchies: built, leaves: leaves, sensitive: sensitive.map { UInt32($0) },
      sensitiveValues: sensitiveValues)
  }
}
