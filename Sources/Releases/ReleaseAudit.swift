/// What two releases give away together, by their published cells alone.
///
/// It knows nothing of tallies or of the gate: it reads what an outsider can read, the two tables of
/// cells, and subtracts. So a mistake in the gate, or figures published in another way, show here.
public struct ReleaseAudit: Sendable {
  /// A cell whose change is too small.
  public struct Finding: Sendable, Equatable {
    /// The id of the cell, or of the figure whose levels changed.
    public let cell: String
    /// By how many answers it changed.
    public let change: Int
  }

  private let minimumChange: Int

  /// Makes an audit.
  ///
  /// - Parameter minimumChange: The fewest answers by which a count may change.
  public init(minimumChange: Int) { self.minimumChange = minimumChange }

  /// Compares two releases.
  ///
  /// - Parameters:
  ///   - old: The published counts of the release before, by cell id (`…/answers`, `…/level0` …).
  ///   - new: Those that are about to be published.
  /// - Returns: What changed by too little, ordered by id.
  public func findings(from old: [String: Int], to new: [String: Int]) -> [Finding] {
    var findings: [Finding] = []
    /// Per item, how many answers its levels gained and lost.
    var levels: [Substring: (gained: Int, lost: Int)] = [:]
    for (cell, before) in old {
      guard let now = new[cell], now != before else { continue }
      guard let slash = cell.lastIndex(of: "/") else { continue }
      if cell[slash...].hasPrefix("/level") {
        levels[cell[..<slash], default: (0, 0)].gained += max(0, now - before)
        levels[cell[..<slash], default: (0, 0)].lost += max(0, before - now)
      } else if abs(now - before) < minimumChange {
        findings.append(Finding(cell: cell, change: abs(now - before)))
      }
    }
    for (item, change) in levels {
      for count in [change.gained, change.lost] where (1..<minimumChange).contains(count) {
        findings.append(Finding(cell: String(item), change: count))
      }
    }
    return findings.sorted { ($0.cell, $0.change) < ($1.cell, $1.change) }
  }
}
