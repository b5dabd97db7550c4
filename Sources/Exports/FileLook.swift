/// What a file looks like that was read to its end without typing any cell.
public struct FileLook: Sendable {
  /// The records that are no rows.
  public struct Rejects: Sendable, Equatable {
    /// How many, by the code of their first finding.
    public private(set) var counts: [String: Int] = [:]
    /// The first of them.
    public private(set) var first: [Finding] = []

    /// How many records are given by place.
    private static let mostPlaces = 3

    init() {}

    init(_ findings: [Finding]) {
      var last: RecordPosition?
      for finding in findings where finding.position != last {
        counts[finding.code, default: 0] += 1
        if first.count < Self.mostPlaces { first.append(finding) }
        last = finding.position
      }
    }

    static func += (left: inout Rejects, right: Rejects) {
      left.counts.merge(right.counts, uniquingKeysWith: +)
      left.first += right.first.prefix(mostPlaces - left.first.count)
    }
  }

  /// What reading found out about the file as a whole.
  public let facts: ExportFacts
  /// What somebody should know of its text.
  public let notes: [TextNote]
  /// How many records it holds, and how many of them are rows.
  public let counts: RecordCounts
  /// The records that are no rows.
  public let rejects: Rejects
}
