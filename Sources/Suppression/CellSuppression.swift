internal import Parallel

/// Complementary suppression: which further cells must be hidden so that the primary ones cannot be
/// found out, with a small loss.
///
/// A search by ruin and recreate (`PatternSearch`) finds a pattern; for small tables cutting planes
/// prove how far it is from the best possible (`LossBound`). Large tables are searched in parts at
/// the same time. The result does not depend on workers or on the order of cells and relations.
public struct CellSuppression: Sendable {
  /// How long to search.
  public struct Effort: Sendable, Equatable {
    /// Rounds of improvement for a small table, for each of several starts.
    public var rounds = 150
    /// The number of starts for a small table.
    public var starts = 4
    /// Rounds of improvement per part of a large table.
    public var roundsPerPart = 20
    /// The number of cells up to which a table is small.
    public var smallTable = 700
    /// The number of cells per part of a large table.
    public var partSize = 700
    /// Nodes of the branch and cut tree that proves the loss of a small table; 0 for no proof.
    public var nodes = 2_000

    /// Makes an effort.
    public init() {}
  }

  /// What is hidden.
  public struct Pattern: Sendable, Equatable {
    /// The cells that the rules demand, by place in the problem, in order.
    public var primary: [Int]
    /// The cells that are hidden for their sake, by place in the problem, in order.
    public var secondary: [Int]
    /// What the secondary cells cost.
    public var loss: Int
    /// What they would cost at least in any pattern that protects; 0 where nothing was proved.
    public var bound: Int
    /// The primary cells that cannot be protected, whatever is hidden.
    public var unprotected: [Int]

    /// Whether no pattern costs less.
    public var isOptimal: Bool { loss == bound }
  }

  /// How long to search.
  public var effort: Effort
  /// The most workers, or nil for all processors.
  public var workers: Int?
  /// Whether there is no time left; then what is needed is still done.
  public var isOver: @Sendable () -> Bool

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - effort: How long to search.
  ///   - workers: The most workers, or nil for all processors.
  ///   - isOver: Whether there is no time left.
  public init(
    effort: Effort = Effort(), workers: Int? = nil,
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    self.effort = effort
    self.workers = workers
    self.isOver = isOver
  }

  /// What is hidden, while searching.
  private struct State: Sendable {
    var isHidden: [Bool]
    var movements: [Movement?]

    func loss(_ frame: Frame) -> [Int] {
      let hidden = isHidden.indices.filter { isHidden[$0] && !frame.isPrimary[$0] }
      return [
        movements.count(where: { $0 == nil }), hidden.reduce(0) { $0 + frame.weights[$1] },
        hidden.reduce(0) { $0 + frame.values[$1] },
      ] + hidden
    }
  }

  /// Chooses the cells to hide.
  ///
  /// - Parameter problem: The table.
  /// - Returns: The pattern.
  public func pattern(for problem: TableProblem) -> Pattern {
    let frame = Frame(problem)
    let start = State(
      isHidden: frame.isPrimary,
      movements: [Movement?](repeating: nil, count: frame.targets.count))
    let free = frame.values.indices.filter { frame.isFree[$0] }
    let isSmall = free.count <= effort.smallTable
    var state = isSmall ? small(frame, free, start) : large(frame, start)
    let leaks = repair(problem, frame, &state)
    let secondary = state.isHidden.indices.filter { state.isHidden[$0] && !frame.isPrimary[$0] }
    let loss = secondary.reduce(0) { $0 + frame.weights[$1] }
    var bound = 0
    if isSmall, leaks.isEmpty, loss > 0, effort.nodes > 0 {
      bound = LossBound(frame, cells: free).bound(
        below: loss, nodes: effort.nodes, isOver: isOver)
    }
    return Pattern(
      primary: problem.primary, secondary: secondary.map { frame.places[$0] }.sorted(), loss: loss,
      bound: bound, unprotected: leaks)
  }

  private func small(_ frame: Frame, _ free: [Int], _ start: State) -> State {
    let states = Parallel.map(count: max(1, effort.starts), workers: workers) { number in
      searched(frame, free, start, seed: number + 1, rounds: effort.rounds)
    }
    let best = states.min { $0.loss(frame).lexicographicallyPrecedes($1.loss(frame)) }
    return best ?? start
  }

  private func searched(
    _ frame: Frame, _ region: [Int], _ start: State, seed: Int, rounds: Int
  ) -> State {
    let search = PatternSearch(
      frame, region: region, isHidden: start.isHidden, movements: start.movements, seed: seed)
    search.meetAll()
    search.prune(search.dearestFirst)
    search.improve(rounds: rounds, isOver: isOver)
    var state = start
    for cell in region { state.isHidden[cell] = search.isHidden[cell] }
    for target in search.targets { state.movements[target] = search.movements[target] }
    return state
  }

  private func large(_ frame: Frame, _ start: State) -> State {
    let parts = Regions(frame: frame).partition(limit: effort.partSize)
    var state = start
    searchAll(parts, frame, &state, seed: 1, rounds: effort.roundsPerPart)
    meetAcross(parts, frame, &state)
    for (pass, shift) in [0, 1].enumerated() where !isOver() {
      let pairs = stride(from: shift, to: parts.count, by: 2).map { first in
        (parts[first] + (first + 1 < parts.count ? parts[first + 1] : [])).sorted()
      }
      searchAll(pairs, frame, &state, seed: 2 + pass, rounds: effort.roundsPerPart / 4)
    }
    return state
  }

  private func searchAll(
    _ parts: [[Int]], _ frame: Frame, _ state: inout State, seed: Int, rounds: Int
  ) {
    let start = state
    let found = Parallel.map(count: parts.count, workers: workers) { number in
      let region = parts[number]
      let after = searched(
        frame, region, start, seed: seed &* 7_919 &+ number, rounds: rounds)
      let targets = frame.targets.indices.filter { place in
        (after.movements[place] == nil) != (start.movements[place] == nil)
          || after.movements[place].map { $0.cells } != start.movements[place].map { $0.cells }
          || after.movements[place].map { $0.amounts } != start.movements[place].map { $0.amounts }
      }
      return (
        region.map { after.isHidden[$0] }, targets, targets.map { after.movements[$0] }
      )
    }
    for (number, (hidden, targets, movements)) in found.enumerated() {
      for (cell, value) in zip(parts[number], hidden) { state.isHidden[cell] = value }
      for (target, movement) in zip(targets, movements) { state.movements[target] = movement }
    }
  }

  /// The number of cells above which no target is met across parts.
  private static let largestRegion = 6_000

  /// Meets targets that cannot be met within their part, in ever more parts around it.
  private func meetAcross(_ parts: [[Int]], _ frame: Frame, _ state: inout State) {
    var partOf = [Int](repeating: -1, count: frame.values.count)
    for (number, part) in parts.enumerated() { for cell in part { partOf[cell] = number } }
    for target in frame.targets.indices where state.movements[target] == nil {
      let cell = frame.targets[target].cell
      var near = [partOf[cell]]
      let siblings = frame.relationsOf[cell].flatMap { frame.relations[$0].map(\.cell) }
      let order = siblings.sorted { left, right in
        let (a, b) = (state.isHidden[left], state.isHidden[right])
        return a != b ? a : left < right
      }
      // What lies above several blocks can often take up what changes in one of them.
      let totals = parts[near[0]].flatMap { frame.relationsOf[$0] }.compactMap { relation in
        frame.relations[relation].first { $0.sign < 0 }.map { partOf[$0.cell] }
      }
      for part in Set(totals).sorted() where !near.contains(part) && part >= 0 { near.append(part) }
      for sibling in order where !near.contains(partOf[sibling]) { near.append(partOf[sibling]) }
      for number in parts.indices where !near.contains(number) { near.append(number) }
      var count = 3
      while state.movements[target] == nil {
        let region = near.prefix(count).flatMap { parts[$0] }.sorted()
        guard count == 3 || region.count <= CellSuppression.largestRegion else { break }
        state = searched(frame, region, state, seed: target + 1, rounds: 0)
        guard count < near.count else { break }
        count *= 2
      }
    }
  }

  /// Hides more where whole numbers leave an attacker less room than the search believed.
  ///
  /// - Returns: The primary cells that cannot be protected.
  private func repair(_ problem: TableProblem, _ frame: Frame, _ state: inout State) -> [Int] {
    var own = [Int](repeating: 0, count: frame.places.count)
    for (place, original) in frame.places.enumerated() { own[original] = place }
    for round in 0..<20 {
      let hidden = state.isHidden.indices.filter { state.isHidden[$0] }.map { frame.places[$0] }
      let leaks = TableAudit(problem, hidden: hidden, workers: workers).leaks().map(\.cell)
      if leaks.isEmpty || round == 19 { return Set(leaks).sorted() }
      var isChanged = false
      for leak in Set(leaks.map { own[$0] }).sorted() {
        for relation in frame.relationsOf[leak] {
          let shown = frame.relations[relation].map(\.cell).filter { !state.isHidden[$0] }
          let cheapest = shown.min {
            (frame.weights[$0], frame.values[$0], $0) < (frame.weights[$1], frame.values[$1], $1)
          }
          guard let cheapest else { continue }
          state.isHidden[cheapest] = true
          isChanged = true
        }
      }
      if !isChanged { return Set(leaks).sorted() }
    }
    return []
  }
}
