import Suppression
import Testing

@Suite struct TableAuditTests {
  @Test(arguments: ["t2d_small", "t2d_mid", "t3d_small", "t3d_mid"])
  func `finds the leaks of patterns that the oracle found, and the same intervals`(
    _ name: String
  ) throws {
    let layout = try Instances.layout(name)
    let oracle = try Instances.oracle(name)
    let gauss = try PatternDocument.hidden(
      in: Instances.bytes("\(name)_gauss.json"), of: layout)
    for (hidden, expected) in [
      (layout.problem.primary, oracle.primaryOnly), (gauss, oracle.gauss.audit),
    ] {
      let audit = TableAudit(layout.problem, hidden: hidden)
      let intervals = audit.intervals()
      let leaks = audit.leaks(showing: intervals)
      let exactly = leaks.count { $0.isExact }
      let below = leaks.count { $0.isBoundAbove }
      let positive = leaks.count { $0.isBoundBelow }
      let isSettled = intervals.allSatisfy { $0.isExact }
      #expect(exactly == expected.exactly)
      #expect(below == expected.below)
      #expect(positive == expected.positive)
      #expect(isSettled)
      #expect(audit.leaks() == leaks)
      for interval in intervals {
        guard let ends = expected.intervals?[layout.problem.cells[interval.cell].key] else {
          continue
        }
        #expect(ends.count == 2)
        if let lower = ends.first ?? nil { #expect(abs(lower - interval.lower) < 1e-3) }
        if let upper = ends.last ?? nil { #expect(abs(upper - interval.upper) < 1e-3) }
      }
    }
  }

  @Test(arguments: 0..<4)
  func `gives the intervals that listing all whole tables gives`(_ shape: Int) throws {
    for seed in 1...12 {
      let layout = try Instances.layout(
        json: RandomTable.json(shape, seed: seed, total: 5, threshold: 3))
      let problem = layout.problem
      let roots = Set(problem.relations.flatMap(\.parts))
      var chance = Chance(state: UInt64(seed * 31 + shape))
      // All totals that are part of nothing stay published, so that everything is finite.
      let hidden = problem.cells.indices.filter { roots.contains($0) && chance.next(100) < 55 }
      let everything = RandomTable.everything(problem, hidden: Set(hidden))
      let intervals = TableAudit(problem, hidden: hidden).intervals()
      #expect(intervals.map(\.cell) == hidden)
      for interval in intervals {
        #expect(interval.wholeLower == everything[interval.cell]?.lowerBound)
        #expect(interval.wholeUpper == everything[interval.cell]?.upperBound)
        #expect(interval.isExact)
      }
    }
  }

  @Test func `a cell follows though two are hidden in every line`() throws {
    // fixtures/suppression/two_per_line_but_recomputable.json: w|b is 47 exactly, and once x|b is
    // hidden as well it may be from 0 to 141.
    let layout = try Instances.layout(json: Self.twoPerLine)
    let problem = layout.problem
    let names = ["w|a", "w|b", "w|c", "x|a", "x|c", "y|b", "y|d", "z|b", "z|d"]
    func interval(_ hidden: [String]) throws -> TableAudit.Interval {
      let places = problem.cells.indices.filter { hidden.contains(problem.cells[$0].key) }
      let all = TableAudit(problem, hidden: places).intervals()
      return try #require(all.first { problem.cells[$0.cell].key == "w|b" })
    }
    #expect(try interval(names).lower == 47)
    #expect(try interval(names).upper == 47)
    #expect(try interval(names + ["x|b"]).lower == 0)
    #expect(try interval(names + ["x|b"]).upper == 141)
  }

  @Test func `an insider sees more`() throws {
    // Row 1: 1 + 4 = 5; row 2: 4 + 1 = 5. With all four hidden each may be anything from 0 to 5. Who
    // gave the one answer of 1|1 knows that it is at least 1, and who knows 1|1 knows all four.
    let table = """
      {"dims":[{"name":"a","hierarchy":{"T":["1","2"]}},{"name":"b","hierarchy":{"T":["1","2"]}}],
       "inner":[["1","1",1],["1","2",4],["2","1",4],["2","2",1]], "threshold":5,
       "insiders":[{"name":"respondent","owns":{"1|1":1}},{"name":"unit","knows":["1|1"]}]}
      """
    let problem = try Instances.layout(json: table).problem
    let hidden = problem.cells.indices.filter { !problem.cells[$0].key.contains("T") }
    let intervals = TableAudit(problem, hidden: hidden).intervals()
    let everybody = intervals.filter { $0.insider == nil }
    #expect(everybody.map(\.wholeLower) == [0, 0, 0, 0])
    #expect(everybody.map(\.wholeUpper) == [5, 5, 5, 5])
    let respondent = intervals.filter { $0.insider == 0 }
    #expect(respondent.map(\.wholeLower) == [1, 0, 0, 1])
    #expect(respondent.map(\.wholeUpper) == [5, 4, 4, 5])
    let unit = intervals.filter { $0.insider == 1 }
    #expect(unit.map(\.wholeLower) == [4, 4, 1])
    #expect(unit.map(\.wholeUpper) == [4, 4, 1])
  }

  @Test func `a primary cell that is published leaks`() throws {
    let problem = try Instances.layout("t2d_small").problem
    #expect(TableAudit(problem, hidden: []).leaks().map(\.cell) == problem.primary)
  }

  static let twoPerLine = """
    {"dims":[{"name":"r","hierarchy":{"T":["w","x","y","z"]}},
             {"name":"c","hierarchy":{"T":["a","b","c","d"]}}],
     "inner":[["w","a",30],["w","b",47],["w","c",64],["w","d",89],["x","a",90],["x","b",124],
       ["x","c",5],["x","d",31],["y","a",92],["y","b",100],["y","c",59],["y","d",85],
       ["z","a",800],["z","b",991],["z","c",651],["z","d",685]], "threshold":5}
    """
}
