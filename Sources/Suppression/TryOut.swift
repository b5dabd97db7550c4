public func tryOut(_ problem: TableProblem, rounds: Int) -> String {
  let frame = Frame(problem)
  let search = PatternSearch(frame, region: frame.values.indices.filter { frame.isFree[$0] }, isHidden: frame.isPrimary, movements: frame.targets.map { _ in nil }, seed: 1)
  let clock = ContinuousClock()
  let a = clock.measure { search.meetAll() }
  let s1 = search.cost, l1 = search.program.program.solutions
  let b = clock.measure { search.prune(search.dearestFirst) }
  var r = "greedy \(s1) in \(a) (\(l1) programs), reverse \(search.cost) in \(b) (\(search.program.program.solutions))"
  for _ in 0..<10 {
    let c = clock.measure { search.improve(rounds: rounds, isOver: { false })  }
    r += "\n   \(search.loss) in \(c) (\(search.program.program.solutions))"
  }
  return r
}
