import Cleaning

/// What rows with all items of a dimension answered add to its sums: levels, products of levels, and 1.
///
/// The lanes of a group hold the sums of the items' levels, the sums of the products of each two items
/// (the upper triangle by rows, with its diagonal), and the number of rows.
struct AnswerPatterns: Sendable {
  /// The number of vectors that hold the lanes.
  let width: Int
  /// The most rows whose sum surely fits into a lane.
  let mostRows: Int
  /// Per pattern, what it adds; empty if there are too many patterns.
  let table: [SIMD16<UInt32>]
  /// What a level of each item adds to the number of a pattern.
  private let steps: [UInt16]
  private let laneCount: Int

  /// The most patterns of a table.
  private static let most = 4_096

  /// Works out the table.
  ///
  /// - Parameter levels: The number of levels of each item, at least 2.
  init(levels: [Int]) {
    let lanes = levels.count + levels.count * (levels.count + 1) / 2 + 1
    let width = (lanes + 15) / 16
    let most = (levels.max() ?? 2) - 1
    mostRows = Int(UInt32.max) / (most * most)
    laneCount = lanes
    self.width = width
    var steps: [UInt16] = []
    var count = 1
    for number in levels where count <= Self.most {
      steps.append(UInt16(count))
      count *= number
    }
    self.steps = steps
    guard count <= Self.most else {
      table = []
      return
    }
    table = (0..<count).flatMap { pattern in
      var rest = pattern
      return Self.vectors(
        levels.map { number in
          defer { rest /= number }
          return UInt32(rest % number)
        }, width: width)
    }
  }

  /// What a row adds.
  private static func vectors(_ levels: [UInt32], width: Int) -> [SIMD16<UInt32>] {
    var vectors = [SIMD16<UInt32>](repeating: SIMD16(), count: width)
    var lane = 0
    func put(_ value: UInt32) {
      vectors[lane / 16][lane % 16] = value
      lane += 1
    }
    for level in levels { put(level) }
    for first in levels.indices {
      for second in first..<levels.count { put(levels[first] * levels[second]) }
    }
    put(1)
    return vectors
  }

  /// The number of the pattern of each row; of no meaning where an answer is missing.
  ///
  /// - Parameter columns: The levels of each item.
  /// - Returns: One number per row.
  func patterns(_ columns: [[Level]]) -> [UInt16] {
    var patterns = [UInt16](repeating: 0, count: columns[0].count)
    unsafe patterns.withUnsafeMutableBufferPointer { patterns in
      for (column, step) in zip(columns, steps) {
        precondition(column.count == patterns.count, "columns of one length")
        unsafe column.withUnsafeBufferPointer { column in
          for row in patterns.indices {
            unsafe patterns[row] &+= UInt16(column[row].raw) &* step
          }
        }
      }
    }
    return patterns
  }

  /// Adds rows to their groups' lanes.
  ///
  /// - Parameters:
  ///   - pattern: The pattern of each row.
  ///   - highest: The highest level of each row, a missing state if it has one.
  ///   - groupOfRow: The group of each row.
  ///   - lanes: The lanes of all groups.
  ///   - rest: Takes the rows that have a missing state.
  func add(
    _ pattern: [UInt16], _ highest: [Level], _ groupOfRow: [Int32],
    to lanes: inout [SIMD16<UInt32>], rest: inout [Int]
  ) {
    for row in pattern.indices {
      guard highest[row].isLevel else {
        rest.append(row)
        continue
      }
      let (source, target) = (Int(pattern[row]) &* width, Int(groupOfRow[row]) &* width)
      for place in 0..<width { lanes[target &+ place] &+= table[source &+ place] }
    }
  }

  /// Adds one row to its group's lanes, without a table.
  ///
  /// - Parameters:
  ///   - levels: Its levels.
  ///   - lanes: The lanes of all groups.
  ///   - group: Its group.
  func add(_ levels: [UInt32], to lanes: inout [SIMD16<UInt32>], _ group: Int) {
    for (place, vector) in Self.vectors(levels, width: width).enumerated() {
      lanes[group * width + place] &+= vector
    }
  }

  /// The lanes of a group.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - lanes: The lanes of all groups.
  /// - Returns: One number per lane that is used.
  func lanes(of group: Int, in lanes: [SIMD16<UInt32>]) -> [Int] {
    (0..<laneCount).map { Int(lanes[group * width + $0 / 16][$0 % 16]) }
  }
}
