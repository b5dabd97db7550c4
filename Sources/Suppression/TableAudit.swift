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

  private var parts: [AuditPart] {
    ([nil] + problem.insiders.indices.map(Optional.some)).flatMap { insider in
      AuditPart.parts(of: problem, isHidden: isHidden, insider: insider)
    }
  }

  /// The exact interval of every hidden cell.
  ///
  /// - Returns: Intervals, by insider (everybody else first), then by place of the cell.
  public func intervals() -> [Interval] {
    let pieces = parts.flatMap { part in
      stride(from: 0, to: part.cells.count, by: 150).map { start in
        Piece(part: part, cells: Array(part.cells[start..<min(start + 150, part.cells.count)]))
      }
    }
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
    let parts = self.parts
    var doubtful: [Int: [Int]] = [:]
    look(at: parts, &doubtful)
    let far = doubtful.keys.sorted().flatMap { number in
      let cells = doubtful[number] ?? []
      return stride(from: 0, to: cells.count, by: 60).map { start in
        Piece(part: parts[number], cells: Array(cells[start..<min(start + 60, cells.count)]))
      }
    }
    let found = Parallel.map(count: far.count, workers: workers) { number in
      let part = far[number].part
      var verdict = AuditVerdict(part, cells: far[number].cells, of: problem)
      let open = verdict.doubtful(isThorough: true)
      guard !open.isEmpty else { return [Leak]() }
      let program = AuditProgram(part)
      return leaks(in: open.map { program.interval(of: $0) })
    }
    return (shown + found.flatMap(\.self)).sorted {
      ($0.insider ?? -1, $0.cell) < ($1.insider ?? -1, $1.cell)
    }
  }

  /// Leaves in doubt what cannot be shown to be protected by the cells of a block.
  ///
  /// A block only says where to look: what its cells show is true of the whole table.
  private func look(at parts: [AuditPart], _ doubtful: inout [Int: [Int]]) {
    let frame = Frame(problem)
    let blocks = Regions(frame: frame).partition(limit: 700)
    var blockOf = [Int](repeating: 0, count: problem.cells.count)
    for (number, block) in blocks.enumerated() {
      for cell in block { blockOf[frame.places[cell]] = number }
    }
    let pieces = parts.indices.flatMap { number in
      Dictionary(grouping: parts[number].cells.indices) { blockOf[parts[number].cells[$0]] }
        .sorted { $0.key < $1.key }.map { (number, $0.value) }
    }
    let found = Parallel.map(count: pieces.count, workers: workers) { place in
      let (number, columns) = pieces[place]
      let part = parts[number].restricted(to: columns)
      var verdict = AuditVerdict(part, cells: part.cells, of: problem)
      return verdict.doubtful(isThorough: true)
    }
    for ((number, _), cells) in zip(pieces, found) { doubtful[number, default: []] += cells }
  }

  /// All leaks, those that intervals show and primary cells that are published.
  ///
  /// - Parameter intervals: What `intervals()` gave.
  /// - Returns: Leaks, published cells first.
  public func leaks(showing intervals: [Interval]) -> [Leak] { shown + leaks(in: intervals) }

  private var shown: [Leak] {
    problem.primary.filter { !isHidden[$0] && !problem.cells[$0].isKnown }.map {
      Leak(cell: $0, insider: nil, isBoundBelow: true, isBoundAbove: true, isExact: true)
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
