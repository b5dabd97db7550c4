/// Tells which tool wrote an export, by headings and content alone.
///
/// Separator, quotes, encoding and file name say nothing: people save exports anew.
public enum AdapterRecognition {
  /// A tool that an export may come from.
  public struct Candidate: Sendable, Equatable {
    /// The tool.
    public let tool: Adapter.Tool
    /// How well it fits: 1 is enough; more headings of the tool give more, up to 2.
    public let score: Double
    /// The headings that speak for it, as they stand in the file.
    public let evidence: [String]
  }

  /// Finds the tools that fit an export.
  ///
  /// - Parameters:
  ///   - headings: The headings.
  ///   - firstRecords: The first records after the headings, cell by cell.
  /// - Returns: The candidates, the best first; none if the file looks like none of the tools.
  public static func recognise(headings: [String], firstRecords: [[String]]) -> [Candidate] {
    let normal = headings.map(HeadingMatcher.normalise)
    var candidates: [(order: Int, candidate: Candidate)] = []
    for (order, adapter) in Adapter.all.enumerated() {
      if let candidate = candidate(adapter, normal, firstRecords) {
        candidates.append((order, candidate))
      }
    }
    candidates.sort {
      ($1.candidate.score, $0.order) < ($0.candidate.score, $1.order)
    }
    return candidates.map(\.candidate)
  }

  private static func candidate(
    _ adapter: Adapter, _ headings: [String], _ records: [[String]]
  ) -> Candidate? {
    // A first line with names for people may stand above the codes (LimeSurvey VV, old Qualtrics).
    let rows = [headings] + records.prefix(1).map { $0.map(HeadingMatcher.normalise) }
    var best: Candidate?
    for fingerprint in adapter.fingerprints {
      for row in rows {
        let folded = row.map { $0.lowercased() }
        let found = fingerprint.headings.compactMap { pattern in
          folded.firstIndex { pattern.fits($0) }
        }
        guard found.count >= fingerprint.needed else { continue }
        let total = fingerprint.headings.count
        let beyond = total == fingerprint.needed ? 1 : total - fingerprint.needed
        let score = 1 + Double(found.count - fingerprint.needed) / Double(beyond)
        if score > best?.score ?? 0 {
          // Cells of the second line are headings only if they fit, so they may be named.
          best = Candidate(tool: adapter.tool, score: score, evidence: found.map { row[$0] })
        }
      }
    }
    guard let best, adapter.contentAgrees(headings, records) else { return nil }
    return best
  }
}
