internal import Parallel

/// What an attacker can find out about hidden cells from everything that is published.
///
/// This is a path of its own: it shares neither equations nor movements with the search. For every
/// part of the hidden cells that hangs together it solves, with x >= 0 and published cells as they
/// are, the least and the greatest value of each cell by the simplex method of GLPK. Values are whole
/// numbers, and that may narrow an interval: where a corner of the program is not whole, branch and
/// bound looks for the last whole value.
public struct TableAudit: Sendable {
  /// What follows about one hidden cell.
  public struct Interval: Sendable, Equatable {
    /// The place of the cell in the problem.
    public var cell: Int
    /// The place of the insider in whose eyes, or nil for everybody else.
    public var insider: Int?
    /// The least value of the linear program.
    public var lower: Double
    /// The greatest value of the linear program; infinite if there is none.
    public var upper: Double
    /// The least whole value.
    public var wholeLower: Int
    /// The greatest whole value, or nil if there is none.
    public var wholeUpper: Int?
    /// Whether whole values were found at both ends; if not, the interval may be narrower.
    public var isExact: Bool
  }

  /// A primary cell about which more follows than its protection allows.
  public struct Leak: Sendable, Equatable {
    /// The place of the cell in the problem.
    public var cell: Int
    /// The place of the insider in whose eyes, or nil for everybody else.
    public var insider: Int?
    /// Whether it is provably greater than its protection allows.
    public var isBoundBelow: Bool
    /// Whether it is provably smaller than its protection allows.
    public var isBoundAbove: Bool
    /// Whether its value follows exactly.
    public var isExact: Bool
  }

  let problem: TableProblem
  let workers: Int?
  let isHidden: [Bool]

  /// Looks at a pattern.
  ///
  /// - Parameters:
  ///   - problem: The table.
  ///   - hidden: The places of the cells that are not published.
  ///   - workers: The most workers, or nil for all processors.
  public init(_ problem: TableProblem, hidden: [Int], workers: Int? = nil) {
    self.problem = problem
    self.workers = workers
    var isHidden = [Bool](repeating: false, count: problem.cells.count)
    for cell in hidden where !problem.cells[cell].isKnown { isHidden[cell] = true }
    self.isHidden = isHidden
  }

  /// A piece of work: some cells of one part of the hidden cells, in the eyes of somebody.
  private struct Piece: Sendable {
    var part: AuditPart
    var cells: [Int]
  }

  private func pieces(_ wanted: (Int) -> Bool, size: Int) -> [Piece] {
    ([nil] + problem.insiders.indices.map(Optional.some)).flatMap { insider in
      AuditPart.parts(of: problem, isHidden: isHidden, insider: insider).flatMap { part in
        let cells = part.cells.filter(wanted)
        return stride(from: 0, to: cells.count, by: size).map { start in
          Piece(part: part, cells: Array(cells[start..<min(start + size, cells.count)]))
        }
      }
    }
  }

  /// The exact interval of every hidden cell.
  ///
  /// - Returns: Intervals, by insider (everybody else first), then by place of the cell.
  public func intervals() -> [Interval] {
    let pieces = pieces({ _ in true }, size: 150)
    let found = Parallel.map(count: pieces.count, workers: workers) { number in
      let program = AuditProgram(pieces[number].part)
      return pieces[number].cells.map { program.interval(of: $0) }
    }
    return found.flatMap(\.self).sorted {
      ($0.insider ?? -1, $0.cell) < ($1.insider ?? -1, $1.cell)
    }
  }

  /// The primary cells whose protection does not hold, without finding all ends of intervals.
  ///
  /// - Returns: Leaks, by insider (everybody else first), then by place of the cell.
  public func leaks() -> [Leak] {
    let shown = problem.primary.filter { !isHidden[$0] && !problem.cells[$0].isKnown }.map {
      Leak(cell: $0, insider: nil, isBoundBelow: true, isBoundAbove: true, isExact: true)
    }
    let pieces = pieces({ problem.cells[$0].protection != nil }, size: 400)
    let found = Parallel.map(count: pieces.count, workers: workers) { number in
      var verdict = AuditVerdict(pieces[number].part, cells: pieces[number].cells, of: problem)
      return verdict.leaks(problem)
    }
    return (shown + found.flatMap(\.self)).sorted {
      ($0.insider ?? -1, $0.cell) < ($1.insider ?? -1, $1.cell)
    }
  }

  /// The leaks that intervals show.
  ///
  /// - Parameter intervals: What `intervals()` gave.
  /// - Returns: Leaks, in the order of the intervals.
  public func leaks(in intervals: [Interval]) -> [Leak] {
    intervals.compactMap { interval in
      guard let protection = problem.cells[interval.cell].protection else { return nil }
      let value = problem.cells[interval.cell].value
      let own = interval.insider.flatMap { problem.insiders[$0].ownParts[interval.cell] } ?? 0
      return TableAudit.leak(interval, protection, value: value, own: own)
    }
  }

  static func leak(
    _ interval: Interval, _ protection: Protection, value: Int, own: Int
  ) -> Leak? {
    let upper = interval.wholeUpper ?? .max
    let width = interval.wholeUpper.map { $0 - interval.wholeLower } ?? .max
    let isNarrow = width < protection.sliding
    let isBoundBelow = interval.wholeLower > max(own, value - protection.lower)
    let isBoundAbove = upper < value + protection.upper
    let isExact = width == 0
    guard isNarrow || isBoundBelow || isBoundAbove || isExact else { return nil }
    return Leak(
      cell: interval.cell, insider: interval.insider, isBoundBelow: isBoundBelow,
      isBoundAbove: isBoundAbove || isNarrow, isExact: isExact)
  }
}
