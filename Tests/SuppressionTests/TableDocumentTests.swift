import Suppression
import Testing

@Suite struct TableDocumentTests {
  @Test func `rules say what must be hidden and how well`() {
    let rules = PrimaryRules(minimumCount: 5, dominance: [.init(n: 1, percent: 50)], percent: 10)
    #expect(rules.protection(value: 0) == nil)
    #expect(rules.protection(value: 2) == Protection(lower: 2, upper: 3))
    #expect(rules.protection(value: 5) == nil)
    // 60 of 100 are more than half; with 20 more they would not be.
    #expect(rules.protection(value: 100, holdings: [60, 10, 10, 10, 10])?.upper == 20)
    #expect(rules.protection(value: 100, holdings: [20, 20, 20, 20, 20]) == nil)
    let percent = PrimaryRules(minimumCount: 1, percent: 10)
    // 100 - 50 - 48 = 2 < 10 % of 50 = 5: three are missing.
    #expect(percent.protection(value: 100, holdings: [50, 48, 2])?.upper == 3)
    #expect(percent.protection(value: 100, holdings: [40, 30, 30]) == nil)
  }

  @Test func `tables have the cells and primary cells of the oracle`() throws {
    for (name, cells, primary) in [
      ("t2d_small", 66, 20), ("t2d_mid", 174, 52), ("t3d_small", 144, 47), ("t3d_mid", 384, 106),
      ("t3d_large", 5304, 1459),
    ] {
      let problem = try Instances.layout(name).problem
      #expect(problem.cells.count == cells)
      #expect(problem.primary.count == primary)
    }
  }

  @Test func `patterns read back`() throws {
    let layout = try Instances.layout("t2d_small")
    let hidden = try PatternDocument.hidden(in: Instances.bytes("t2d_small_gauss.json"), of: layout)
    #expect(hidden.count == 28)
    var search = CellSuppression()
    search.effort.rounds = 1
    search.effort.starts = 1
    search.effort.nodes = 0
    let pattern = search.pattern(for: layout.problem)
    let bytes = PatternDocument.bytes(of: pattern, layout: layout, name: "t\"2")
    #expect(
      try PatternDocument.hidden(in: bytes, of: layout)
        == (pattern.primary + pattern.secondary).sorted())
    #expect(throws: PatternDocument.Failure.unknownCell(0)) {
      try PatternDocument.hidden(
        in: Array(#"{"pattern":[{"org":"nowhere","note":"1"}]}"#.utf8), of: layout)
    }
  }

  @Test(arguments: [
    ("[", TableDocument.Failure.notJSON),
    ("{}", .unreadable("dims")),
    (
      #"{"dims":[{"name":"a","hierarchy":{"T":["1"]}}],"inner":[["1","x"]]}"#,
      .unreadable("inner.0")
    ),
    (#"{"dims":[{"name":"a","hierarchy":{"T":["1"]}}],"inner":[["2",1]]}"#, .unknownLabel(0)),
    (#"{"dims":[{"name":"a","hierarchy":{"T":["1"]}}],"inner":[["T",1]]}"#, .unknownLabel(0)),
    (
      #"{"dims":[{"name":"a","hierarchy":{"T":["1"]}}],"inner":[["1",1],["1",1]]}"#,
      .repeatedInner(1)
    ),
    (#"{"dims":[{"name":"a","hierarchy":{"T":["U"],"U":["T"]}}],"inner":[]}"#, .circle("a")),
    (
      #"{"cells":[{"key":"a","n":1},{"key":"t","n":2}],"relations":[{"total":"t","parts":["a"]}]}"#,
      .problem(.wrongTotal(0))
    ),
    (#"{"cells":[{"key":"a","n":1},{"key":"a","n":2}]}"#, .problem(.repeatedCell(1))),
    (#"{"cells":[{"key":"a","n":-1}]}"#, .problem(.impossibleCell(0))),
    (#"{"cells":[{"key":"a","n":1}],"waived":["b"]}"#, .unknownCell("waived")),
  ])
  func `says what is wrong with a file`(_ json: String, _ failure: TableDocument.Failure) {
    #expect(throws: failure) { try Instances.layout(json: json) }
  }
}
