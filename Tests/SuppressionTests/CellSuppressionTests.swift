import Suppression
import Testing

@Suite struct CellSuppressionTests {
  private func quick(rounds: Int, starts: Int = 1, nodes: Int = 0) -> CellSuppression {
    var search = CellSuppression()
    search.effort.rounds = rounds
    search.effort.starts = starts
    search.effort.nodes = nodes
    return search
  }

  private func isSafe(_ problem: TableProblem, _ pattern: CellSuppression.Pattern) -> Bool {
    TableAudit(problem, hidden: pattern.primary + pattern.secondary).leaks().isEmpty
  }

  @Test(arguments: [("t2d_small", 9), ("t2d_mid", 15)])
  func `finds the optimum and proves it`(_ name: String, _ optimum: Int) throws {
    // Optima: fixtures/suppression/*_optimum_interval.json.
    let problem = try Instances.layout(name).problem
    let pattern = quick(rounds: 150, starts: 2, nodes: 500).pattern(for: problem)
    #expect(pattern.secondary.count == optimum)
    #expect(pattern.isOptimal)
    #expect(isSafe(problem, pattern))
  }

  @Test(arguments: [("t3d_small", 30, 60), ("t3d_mid", 60, 160)])
  func `hides few cells of tables with three dimensions`(
    _ name: String, _ most: Int, _ rounds: Int
  ) throws {
    let problem = try Instances.layout(name).problem
    let pattern = quick(rounds: rounds, starts: 2).pattern(for: problem)
    #expect(pattern.secondary.count <= most)
    #expect(pattern.unprotected.isEmpty)
    #expect(isSafe(problem, pattern))
  }

  @Test(arguments: 0..<4)
  func `every random table is safe, by listing all whole tables`(_ shape: Int) throws {
    for seed in 1...10 {
      let problem = try Instances.layout(
        json: RandomTable.json(shape, seed: seed, total: 7, threshold: 3)
      ).problem
      let pattern = quick(rounds: 10).pattern(for: problem)
      let roots = Set(problem.cells.indices).subtracting(problem.relations.flatMap(\.parts))
      let hidden = Set(pattern.primary + pattern.secondary)
      // Where a total that is part of nothing is hidden there is no end to the tables.
      guard pattern.unprotected.isEmpty, roots.isDisjoint(with: hidden) else { continue }
      let everything = RandomTable.everything(problem, hidden: hidden)
      for cell in pattern.primary {
        #expect(everything[cell]?.lowerBound == 0)
        #expect(everything[cell]?.upperBound ?? 0 >= 3)
      }
    }
  }

  @Test func `nothing depends on workers or on order`() throws {
    let problem = try Instances.layout("t3d_small").problem
    var search = quick(rounds: 15, starts: 3)
    var patterns: [CellSuppression.Pattern] = []
    for workers in 1...3 {
      search.workers = workers
      patterns.append(search.pattern(for: problem))
    }
    #expect(patterns[0] == patterns[1])
    #expect(patterns[0] == patterns[2])
    let order = Array(problem.cells.indices.reversed())
    let reversed = try TableProblem(
      cells: order.map { problem.cells[$0] },
      relations: problem.relations.reversed().map { relation in
        .init(
          total: order.count - 1 - relation.total,
          parts: relation.parts.reversed().map { order.count - 1 - $0 })
      })
    let keys = { (problem: TableProblem, pattern: CellSuppression.Pattern) in
      Set(pattern.secondary.map { problem.cells[$0].key })
    }
    #expect(keys(problem, patterns[0]) == keys(reversed, search.pattern(for: reversed)))
  }

  @Test func `tables in parts are safe too, whatever the workers`() throws {
    let problem = try Instances.layout("t3d_mid").problem
    var search = quick(rounds: 0)
    search.effort.smallTable = 100
    search.effort.partSize = 130
    search.effort.roundsPerPart = 4
    search.workers = 1
    let alone = search.pattern(for: problem)
    search.workers = 3
    #expect(search.pattern(for: problem) == alone)
    #expect(isSafe(problem, alone))
  }

  @Test func `hides for insiders and keeps what was published`() throws {
    let table = """
      {"dims":[{"name":"a","hierarchy":{"T":["1","2","3"]}},
               {"name":"b","hierarchy":{"T":["1","2","3"]}}],
       "inner":[["1","1",2],["1","2",9],["1","3",9],["2","1",9],["2","2",9],["2","3",9],
                ["3","1",9],["3","2",9],["3","3",9]],
       "threshold":5, "published":["2|2","2|1","1|2"], EXTRA}
      """
    let plain = try Instances.layout(
      json: table.replacing("EXTRA", with: #""waived":[]"#)
    ).problem
    let pattern = quick(rounds: 20).pattern(for: plain)
    // One rectangle is needed; only that of 1|3, 3|1 and 3|3 leaves what was published alone.
    #expect(pattern.secondary.map { plain.cells[$0].key }.sorted() == ["1|3", "3|1", "3|3"])
    let watched = try Instances.layout(
      json: table.replacing(
        "EXTRA", with: #""insiders":[{"name":"unit 3","knows":["3|1","3|2","3|3"]}]"#)
    ).problem
    let wider = quick(rounds: 20).pattern(for: watched)
    #expect(isSafe(watched, wider))
    #expect(!isSafe(watched, pattern))
  }

  @Test func `says what cannot be protected`() throws {
    let table = #"{"cells":[{"key":"only","n":2}],"relations":[],"threshold":5}"#
    let problem = try Instances.layout(json: table).problem
    #expect(quick(rounds: 1).pattern(for: problem).unprotected == [])
    let known = """
      {"cells":[{"key":"a","n":2},{"key":"b","n":9,"known":true},{"key":"t","n":11,"known":true}],
       "relations":[{"total":"t","parts":["a","b"]}],"threshold":5}
      """
    let fixed = try Instances.layout(json: known).problem
    #expect(quick(rounds: 1).pattern(for: fixed).unprotected == [0])
  }
}
