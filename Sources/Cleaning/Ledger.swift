import Exports

/// What reading, cleaning and anonymising did to the records of one file, counted by reason.
///
/// The conservation law: `read = accepted + rejected + skipped`. Nothing is dropped silently.
public struct Ledger: Sendable, Equatable, Codable {
  /// Records found in the file, heading rows and blank rows included.
  public var read = 0
  /// Records that entered the tally.
  public var accepted = 0
  /// Records rejected, by the code of their first finding.
  public var rejected: [String: Int] = [:]
  /// Records left out by a rule, by the rule: `header`, `blank-row`, `test-record`, ...
  public var skipped: [String: Int] = [:]
  /// Cells of accepted records that were blanked, by code: `type-error`, `out-of-scale`,
  /// `excel-date`.
  public var blanked: [String: Int] = [:]
  /// Answers of accepted records that were turned round because low is good.
  public var reversed = 0
  /// Answers of accepted records that are missing, by state: `empty`, `not-shown`, `non-answer`.
  public var missing: [String: Int] = [:]

  /// Cells understood although not written as expected, in all rows, by code: `label-drift`, ...
  public var repaired: [String: Int] = [:]

  /// Makes an empty ledger.
  public init() {}

  /// Records rejected, for whatever reason.
  public var rejectedTotal: Int { rejected.values.reduce(0, +) }
  /// Records left out by rules.
  public var skippedTotal: Int { skipped.values.reduce(0, +) }
  /// Cells blanked.
  public var blankedTotal: Int { blanked.values.reduce(0, +) }

  /// Whether every record read is accounted for.
  public var isConserved: Bool { read == accepted + rejectedTotal + skippedTotal }

  /// Rejected records that should have held data: all but the totals and means at the end of a file.
  public var rejectedData: Int { rejectedTotal - (rejected["summary-row"] ?? 0) }

  /// The share of rejected records among those that hold data; heading rows, blank rows and totals
  /// at the end of a file are none.
  public var rejectedShare: Double {
    dataRecords == 0 ? 0 : Double(rejectedData) / Double(dataRecords)
  }

  /// Records that hold data.
  public var dataRecords: Int {
    read - (skipped["header"] ?? 0) - (skipped["blank-row"] ?? 0)
      - (rejected["summary-row"] ?? 0)
  }

  /// Adds the ledger of other records.
  ///
  /// - Parameters:
  ///   - left: The sum so far.
  ///   - right: What is added.
  public static func += (left: inout Ledger, right: Ledger) {
    left.read += right.read
    left.accepted += right.accepted
    left.rejected.merge(right.rejected, uniquingKeysWith: +)
    left.skipped.merge(right.skipped, uniquingKeysWith: +)
    left.blanked.merge(right.blanked, uniquingKeysWith: +)
    left.reversed += right.reversed
    left.missing.merge(right.missing, uniquingKeysWith: +)
    left.repaired.merge(right.repaired, uniquingKeysWith: +)
  }

  /// Enters what reading did, without the rows it handed on.
  ///
  /// - Parameters:
  ///   - counts: What became of the records.
  ///   - findings: Why records were rejected, in file order.
  mutating func enter(_ counts: RecordCounts, findings: [Finding]) {
    read += counts.read
    skip("header", counts.header)
    skip("blank-row", counts.blank)
    var last: RecordPosition?
    for finding in findings where finding.position != last {
      rejected[finding.code, default: 0] += 1
      last = finding.position
    }
  }

  /// Enters cells of accepted records.
  ///
  /// - Parameters:
  ///   - level: What cleaning made of the cell.
  ///   - count: In how many cells it made that.
  ///   - isReversed: Whether the item is turned round.
  public mutating func enter(_ level: Level, _ count: Int = 1, isReversed: Bool) {
    if count == 0 { return }
    switch level {
    case .empty: missing["empty", default: 0] += count
    case .notShown: missing["not-shown", default: 0] += count
    case .nonAnswer: missing["non-answer", default: 0] += count
    case .unreadable: blanked["type-error", default: 0] += count
    case .outOfScale: blanked["out-of-scale", default: 0] += count
    case .excelDate: blanked["excel-date", default: 0] += count
    default: if isReversed { reversed += count }
    }
  }

  /// Enters records left out by a rule.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - count: How many records; zero leaves no trace.
  public mutating func skip(_ rule: String, _ count: Int = 1) {
    if count > 0 { skipped[rule, default: 0] += count }
  }
}
