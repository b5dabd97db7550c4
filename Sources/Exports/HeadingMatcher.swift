/// Finds wanted headings among those of a file.
///
/// Headings are compared exactly first, then without regard to case. Before that blanks at the ends
/// are cut off, every run of blanks and line breaks becomes one space, and characters without width
/// and soft hyphens are dropped.
public struct HeadingMatcher: Sendable {
  /// What becomes of a wanted heading.
  public enum Match: Sendable, Equatable {
    /// One column has it; counted from 0.
    case column(Int)
    /// Several columns have it; counted from 0.
    case ambiguous([Int])
    /// No column has it; the nearest heading is given if it is a small misspelling.
    case missing(nearest: String?)
  }

  private let headings: [String]
  private let exact: [String: [Int]]
  private let folded: [String: [Int]]

  /// Makes a matcher.
  ///
  /// - Parameter headings: The headings of a file, in the order of its columns.
  public init(headings: [String]) {
    let normal = headings.map(Self.normalise)
    let columns = normal.indices.filter { !normal[$0].isEmpty }
    self.headings = normal
    exact = Dictionary(grouping: columns) { normal[$0] }
    folded = Dictionary(grouping: columns) { normal[$0].lowercased() }
  }

  /// Finds a heading.
  ///
  /// - Parameter wanted: The wanted heading.
  /// - Returns: Where it stands, or the nearest one.
  public func match(_ wanted: String) -> Match {
    let normal = Self.normalise(wanted)
    if let columns = exact[normal] ?? folded[normal.lowercased()] {
      return columns.count == 1 ? .column(columns[0]) : .ambiguous(columns)
    }
    return .missing(nearest: nearest(to: normal))
  }

  /// Whether the file's first row can be believed to name columns: it has half of the wanted headings.
  ///
  /// Otherwise it may be a row of answers, and none of its texts may be shown.
  ///
  /// - Parameter wanted: All wanted headings.
  /// - Returns: Whether a nearest heading may be shown.
  public func namesColumns(_ wanted: [String]) -> Bool {
    let different = Set(wanted.map(Self.normalise))
    return 2 * countFound(Array(different)) >= different.count
  }

  /// How many of the wanted headings at least one column has.
  func countFound(_ wanted: [String]) -> Int {
    wanted.count { text in
      let normal = Self.normalise(text)
      return exact[normal] != nil || folded[normal.lowercased()] != nil
    }
  }

  /// Brings a heading into the form in which headings are compared and shown.
  ///
  /// - Parameter heading: The heading as it stands in the file.
  /// - Returns: The heading with single spaces and without anything invisible.
  public static func normalise(_ heading: String) -> String {
    var result = String.UnicodeScalarView()
    var isAfterBlank = false
    for scalar in heading.unicodeScalars {
      if Blanks.hasNoWidth(scalar.value) || scalar.value == 0xAD { continue }
      if Blanks.isBlank(scalar.value) {
        isAfterBlank = true
        continue
      }
      if isAfterBlank, !result.isEmpty { result.append(" ") }
      isAfterBlank = false
      result.append(scalar)
    }
    return String(result)
  }

  /// The first heading of least distance, at most a third of the wanted one's length and at most 8.
  private func nearest(to wanted: String) -> String? {
    let target = Array(wanted.lowercased().unicodeScalars)
    var best: String?
    var limit = min(8, target.count / 3)
    guard limit > 0 else { return nil }
    for heading in headings {
      let other = Array(heading.lowercased().unicodeScalars)
      if let distance = Self.distance(target, other, atMost: limit) {
        best = heading
        limit = distance - 1
        if limit < 0 { break }
      }
    }
    return best
  }

  /// The edit distance (insert, delete, replace, swap of neighbours), or `nil` if above the limit.
  private static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit, !right.isEmpty else { return nil }
    let beyond = limit + 1
    var before = [Int](repeating: beyond, count: right.count + 1)
    var above = (0...right.count).map { min($0, beyond) }
    for row in 1...left.count {
      var current = [Int](repeating: beyond, count: right.count + 1)
      current[0] = min(row, beyond)
      // Cells further from the diagonal than the limit cannot be on a short enough path.
      let columns = max(1, row - limit)...max(1, min(right.count, row + limit))
      for column in columns {
        let isEqual = left[row - 1] == right[column - 1]
        var cost = min(
          above[column] + 1, current[column - 1] + 1, above[column - 1] + (isEqual ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, before[column - 2] + 1)
        }
        current[column] = min(cost, beyond)
      }
      (before, above) = (above, current)
    }
    return above[right.count] <= limit ? above[right.count] : nil
  }
}
