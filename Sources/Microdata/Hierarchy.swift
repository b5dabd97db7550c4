/// How the values of one quasi-identifier are generalised, level by level, up to one value for all.
///
/// Level 0 holds the values themselves (leaves). Each value of a level has exactly one value above
/// it, so the classes of a coarser node are unions of classes of a finer one. Two spellings that
/// differ only in blanks at the ends or in their Unicode form (NFC, NFD) are one value.
public struct Hierarchy: Sendable, Equatable {
  /// Why a table is no hierarchy; rows and levels count from 1 and 0.
  public enum Failure: Error, Equatable, Sendable {
    /// No row.
    case empty
    /// A row with more or fewer levels than the first.
    case ragged(row: Int, levels: Int, expected: Int)
    /// A leaf that stands in an earlier row already, perhaps in another spelling.
    case duplicate(row: Int, earlier: Int)
    /// A value of a level stands below two different values of the next level.
    case twoParents(level: Int, row: Int, earlier: Int)
    /// The last level has more than one value.
    case twoRoots(row: Int)
  }

  /// The names of the values of each level; values below one value stand together.
  public let labels: [[String]]
  /// The value of the next level above each value; one list less than levels.
  let parents: [[Int]]
  /// How many leaves stand below each value of each level.
  let leafCounts: [[Int]]

  /// Makes a hierarchy from a table: leaf, value of level 1, value of level 2 and so on.
  ///
  /// This is the format of ARX's hierarchy files.
  ///
  /// - Parameter rows: One row per leaf, every row with the same number of levels.
  /// - Throws: Why the table is no hierarchy.
  public init(rows: [[String]]) throws(Failure) {
    guard let first = rows.first, !first.isEmpty else { throw .empty }
    let rows = rows.map { $0.map(Hierarchy.trimmed) }
    for (row, cells) in rows.enumerated() where cells.count != first.count {
      throw .ragged(row: row + 1, levels: cells.count, expected: first.count)
    }
    try Hierarchy.checkTree(rows)
    let order = Hierarchy.together(rows)
    var labels = [[String]](repeating: [], count: first.count)
    var parents = [[Int]](repeating: [], count: first.count - 1)
    var leafCounts = [[Int]](repeating: [], count: first.count)
    var last: [String?] = Array(repeating: nil, count: first.count)
    for row in order {
      for level in stride(from: first.count - 1, through: 0, by: -1) {
        if level > 0, rows[row][level] == last[level] {
          leafCounts[level][leafCounts[level].count - 1] += 1
          continue
        }
        last[level] = rows[row][level]
        labels[level].append(rows[row][level])
        leafCounts[level].append(1)
        if level + 1 < first.count { parents[level].append(labels[level + 1].count - 1) }
      }
    }
    (self.labels, self.parents, self.leafCounts) = (labels, parents, leafCounts)
  }

  /// The number of levels, the leaves included; at least 1.
  public var levelCount: Int { labels.count }

  /// The number of leaves; at least 1.
  public var leafCount: Int { labels[0].count }

  /// Where the leaves stand, by name.
  ///
  /// Names that are the same character by character but written in different Unicode forms are the
  /// same key.
  public var leafNumbers: [String: Int] {
    Dictionary(uniqueKeysWithValues: labels[0].enumerated().map { ($1, $0) })
  }

  /// The value of every leaf on a level.
  ///
  /// - Parameter level: From 0.
  /// - Returns: One number into `labels[level]` per leaf.
  public func values(atLevel level: Int) -> [Int] {
    var values = Array(labels[0].indices)
    for step in 0..<level { values = values.map { parents[step][$0] } }
    return values
  }

  /// The hierarchy with some of its levels only.
  ///
  /// - Parameter levels: The levels to keep, ascending, 0 and the last among them.
  /// - Returns: The shorter hierarchy.
  func keeping(levels: [Int]) -> Hierarchy {
    precondition(levels.first == 0 && levels.last == levelCount - 1, "leaves and root stay")
    let parents = zip(levels, levels.dropFirst()).map { lower, upper in
      labels[lower].indices.map { value in
        (lower..<upper).reduce(value) { self.parents[$1][$0] }
      }
    }
    return Hierarchy(
      labels: levels.map { labels[$0] }, parents: parents,
      leafCounts: levels.map { leafCounts[$0] })
  }

  private init(labels: [[String]], parents: [[Int]], leafCounts: [[Int]]) {
    (self.labels, self.parents, self.leafCounts) = (labels, parents, leafCounts)
  }

  private static func checkTree(_ rows: [[String]]) throws(Failure) {
    let levels = rows[0].count
    var seen = [[String: Int]](repeating: [:], count: levels)
    for (row, cells) in rows.enumerated() {
      if let earlier = seen[0][cells[0]] {
        throw .duplicate(row: row + 1, earlier: earlier + 1)
      }
      for level in 0..<levels {
        guard let earlier = seen[level][cells[level]] else {
          seen[level][cells[level]] = row
          continue
        }
        if level + 1 < levels, rows[earlier][level + 1] != cells[level + 1] {
          throw .twoParents(level: level, row: row + 1, earlier: earlier + 1)
        }
      }
      if seen[levels - 1].count > 1 { throw .twoRoots(row: row + 1) }
    }
  }

  /// The rows, so ordered that the leaves below any value stand together.
  private static func together(_ rows: [[String]]) -> [Int] {
    let levels = rows[0].count
    var firstRow = [[String: Int]](repeating: [:], count: levels)
    let places = rows.enumerated().map { row, cells in
      (0..<levels).reversed().map { level in
        let first = firstRow[level][cells[level]] ?? row
        firstRow[level][cells[level]] = first
        return first
      }
    }
    return rows.indices.sorted { places[$0].lexicographicallyPrecedes(places[$1]) }
  }

  /// A text without blanks at its ends.
  static func trimmed(_ text: String) -> String {
    let isBlank = { (character: Character) in character.isWhitespace }
    guard text.first.map(isBlank) == true || text.last.map(isBlank) == true else { return text }
    let head = text.drop(while: isBlank)
    return String(head.reversed().drop(while: isBlank).reversed())
  }
}
