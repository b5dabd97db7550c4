internal import FoundationEssentials
internal import Glibc
internal import Suppression

/// What suppression reaches on the instances of a folder, and how long it takes.
public struct SuppressionFigures {
  private let folder: String

  /// Makes figures.
  ///
  /// - Parameter folder: The folder of the instances, `fixtures/suppression` for example.
  public init(folder: String) { self.folder = folder }

  private static let names = ["t2d_small", "t2d_mid", "t3d_small", "t3d_mid", "t3d_large"]

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: name)))
  }

  /// Prints all figures, line by line.
  ///
  /// - Parameter print: What takes a line.
  /// - Throws: That a file is missing or unreadable.
  public func tell(_ print: (String) -> Void) throws {
    print("Patterns (cells, primary, secondary, proved at least, leaks; seconds and CPU seconds)")
    for name in Self.names { print(try pattern(name)) }
    print("")
    print("Patterns of GaussSuppression 1.2.3 (exactly, proved below, proved above; by the oracle)")
    for name in Self.names { print(try gauss(name)) }
    print("")
    print("Five-point item: share of answers that give away (all, lowest known, lowest proved)")
    for line in try uniqueness() { print(line) }
  }

  private func pattern(_ name: String) throws -> String {
    let layout = try TableLayout(TableDocument(bytes("\(name).json")))
    let start = Measured.now
    let end = ContinuousClock.now.advanced(by: .seconds(120))
    let pattern = CellSuppression(isOver: { ContinuousClock.now > end })
      .pattern(for: layout.problem)
    let middle = Measured.now
    let leaks = TableAudit(layout.problem, hidden: pattern.primary + pattern.secondary).leaks()
    let finish = Measured.now
    let bound = pattern.bound > 0 ? "\(pattern.bound)" : "-"
    return "\(name): \(layout.problem.cells.count), \(pattern.primary.count), "
      + "\(pattern.secondary.count), \(bound), \(leaks.count); "
      + "pattern \(middle.since(start)), audit \(finish.since(middle))"
  }

  private func gauss(_ name: String) throws -> String {
    let layout = try TableLayout(TableDocument(bytes("\(name).json")))
    let hidden = try PatternDocument.hidden(in: bytes("\(name)_gauss.json"), of: layout)
    let start = Measured.now
    let leaks = TableAudit(layout.problem, hidden: hidden).leaks()
    let time = Measured.now.since(start)
    let oracle = try JSONDecoder().decode(Oracle.self, from: Data(bytes("\(name)_oracle.json")))
    let expected = oracle.gauss.audit
    let counts = [
      leaks.count(where: { $0.isExact }), leaks.count(where: { $0.isBoundAbove }),
      leaks.count(where: { $0.isBoundBelow }),
    ]
    let other = [
      expected.exactly_recomputable, expected.proved_below_T, expected.proved_positive,
    ]
    let words = { (numbers: [Int]) in numbers.map(String.init).joined(separator: ", ") }
    return "\(name): \(words(counts)); \(words(other)); \(counts == other ? "equal" : "DIFFERENT")"
      + "; \(time)"
  }

  private struct Oracle: Decodable {
    struct Audit: Decodable {
      var exactly_recomputable: Int
      var proved_below_T: Int
      var proved_positive: Int
    }
    struct Tool: Decodable { var audit: Audit }
    var gauss: Tool
  }

  private struct Row: Decodable {
    var n: Int
    var published: String
    var p_full_distribution_unique: Double
    var p_count_of_1star_known_exactly: Double
    var p_at_least_one_1star_proved: Double
  }

  private func uniqueness() throws -> [String] {
    let rows = try JSONDecoder().decode(
      [Row].self, from: Data(bytes("derived_stats_uniqueness.json")))
    var lines: [String] = []
    var equal = 0
    var table: (n: Int, table: UniquenessTable)?
    for row in rows {
      if table?.n != row.n {
        table = (row.n, UniquenessTable(n: row.n, probabilities: [0.06, 0.07, 0.12, 0.30, 0.45]))
      }
      guard let table else { continue }
      let parts = Set(row.published.split(separator: "+").map(String.init))
      let plan = DerivedPlan(
        meanDecimals: parts.contains("mean2") ? 2 : parts.contains("mean1") ? 1 : nil,
        deviationDecimals: parts.contains("sd2") ? 2 : parts.contains("sd1") ? 1 : nil,
        shareDecimals: parts.contains("top2pct0") ? 0 : nil)
      let found = table.table.row(plan, top: [4, 5])
      let numbers = [found.unique, found.lowestKnown, found.lowestProved].map {
        ($0 * 10_000).rounded() / 10_000
      }
      let expected = [
        row.p_full_distribution_unique, row.p_count_of_1star_known_exactly,
        row.p_at_least_one_1star_proved,
      ]
      if numbers == expected { equal += 1 }
      let shown = numbers.map { "\($0)" }.joined(separator: ", ")
      lines.append("n = \(row.n), \(row.published): \(shown)")
    }
    return lines + ["\(equal) of \(rows.count) rows equal to the oracle"]
  }
}

/// A moment, by the clock and by the processor time of the process.
private struct Measured {
  var moment: ContinuousClock.Instant
  var processor: Double

  static var now: Measured {
    var time = timespec()
    let outcome = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    let seconds = outcome == 0 ? Double(time.tv_sec) + Double(time.tv_nsec) / 1e9 : 0
    return Measured(moment: .now, processor: seconds)
  }

  func since(_ other: Measured) -> String {
    let parts = other.moment.duration(to: moment).components
    let wall = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    func short(_ seconds: Double) -> String { "\((seconds * 100).rounded() / 100)" }
    return "\(short(wall)) s (CPU \(short(processor - other.processor)))"
  }
}
