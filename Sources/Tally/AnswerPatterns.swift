import Cleaning

/// What a row with all items of a dimension answered adds to its group's sums, looked up at once.
///
/// The lanes of a group hold, item by item, how often each level but the lowest was answered; then the
/// sums of the products of each two items' levels (the upper triangle by rows, without its diagonal);
/// then the number of rows. Everything else follows from these.
struct AnswerPatterns: Sendable {
  /// Lanes that are added together.
  typealias Lanes = SIMD32<UInt16>

  /// The number of levels of each item.
  let levels: [Int]
  /// The number of lanes that are used.
  let laneCount: Int
  /// The number of vectors that hold them.
  let width: Int
  /// The most rows whose sum surely fits into a lane; any number if there is no table.
  let mostRows: Int
  /// Per pattern of answers, what it adds; empty if there are too many patterns.
  let table: [Lanes]
  /// What a level of each item adds to the number of a pattern.
  private let steps: [UInt16]

  /// The most patterns of a table.
  private static let most = 4_096

  /// Works out the table.
  ///
  /// - Parameter levels: The number of levels of each item, at least 2 and at most `Level.most`.
  init(levels: [Int]) {
    self.levels = levels
    laneCount = levels.reduce(0) { $0 + $1 - 1 } + levels.count * (levels.count - 1) / 2 + 1
    width = (laneCount + Lanes.scalarCount - 1) / Lanes.scalarCount
    var steps: [UInt16] = []
    var count = 1
    for number in levels where count <= Self.most {
      steps.append(UInt16(count))
      count *= number
    }
    self.steps = steps
    let isTable = count <= Self.most
    let greatest = levels.count > 1 ? levels.sorted().suffix(2).reduce(1) { $0 * ($1 - 1) } : 1
    mostRows = isTable ? Int(UInt16.max) / greatest : Int.max
    var table = [Lanes](repeating: Lanes(), count: isTable ? count * width : 0)
    for pattern in 0..<(isTable ? count : 0) {
      var rest = pattern
      let answers = levels.map { number in
        defer { rest /= number }
        return rest % number
      }
      Self.forEachLane(answers, of: levels) { lane, value in
        let place = pattern * table.count / count + lane / Lanes.scalarCount
        table[place][lane % Lanes.scalarCount] = UInt16(value)
      }
    }
    self.table = table
  }

  /// Goes over the lanes to which a row adds something.
  ///
  /// - Parameters:
  ///   - answers: Its levels.
  ///   - levels: The number of levels of each item.
  ///   - body: Is given a lane and what is added.
  @inline(__always) static func forEachLane(
    _ answers: [Int], of levels: [Int], _ body: (_ lane: Int, _ value: Int) -> Void
  ) {
    var lane = 0
    for item in answers.indices {
      if answers[item] > 0 { body(lane + answers[item] - 1, 1) }
      lane += levels[item] - 1
    }
    for first in answers.indices {
      for second in (first + 1)..<max(first + 1, answers.count) {
        body(lane, answers[first] * answers[second])
        lane += 1
      }
    }
    body(lane, 1)
  }

  /// The number of the pattern of each row; of no meaning where an answer is missing.
  ///
  /// - Parameters:
  ///   - grid: Levels.
  ///   - columns: The column of each item.
  /// - Returns: One number per row.
  func patterns(_ grid: LevelGrid, _ columns: [Int]) -> [UInt16] {
    grid.sums(columns, times: steps)
  }

  /// Adds rows to their groups' lanes.
  ///
  /// - Parameters:
  ///   - pattern: The pattern of each row.
  ///   - highest: The highest level of each row, a missing state if it has one.
  ///   - groupOfRow: The group of each row; there are lanes for it.
  ///   - lanes: The lanes of all groups.
  ///   - rest: Takes the rows that have a missing state.
  func add(
    _ pattern: [UInt16], _ highest: [UInt8], _ groupOfRow: [Int32], to lanes: inout [Lanes],
    rest: inout [Int]
  ) {
    precondition(
      highest.count == pattern.count && groupOfRow.count == pattern.count, "one of each per row")
    let groups = lanes.count / width
    unsafe lanes.withUnsafeMutableBufferPointer { lanes in
      unsafe table.withUnsafeBufferPointer { table in
        for row in pattern.indices {
          guard highest[row] < Level.empty.raw else {
            rest.append(row)
            continue
          }
          let (number, group) = (Int(pattern[row]), Int(groupOfRow[row]))
          precondition(group < groups, "the group has lanes")
          if width == 1 {
            unsafe lanes[group] &+= table[number]
            continue
          }
          for place in 0..<width {
            unsafe lanes[group &* width &+ place] &+= table[number &* width &+ place]
          }
        }
      }
    }
  }
}
