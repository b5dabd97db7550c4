import Benchmark
import Testing

struct ItemTests {
  /// Six organisations of 40 respondents who answer both items a and b of d, and c apart.
  private var panel: Panel {
    var panel = Panel(dimensions: [("d", ["a", "b"])], loose: ["c"], minimumAnswered: 1)
    for place in 1...6 { panel.add(rows(40, 40, 40), of: "E\(place)") }
    return panel
  }

  /// Respondents of whom the first so many answer each item, in turn with level 1 and 3.
  private func rows(_ a: Int, _ b: Int, _ c: Int) -> [[Int?]] {
    (0..<max(a, b, c)).map { row in
      let level = row.isMultiple(of: 2) ? 1 : 3
      return [row < a ? level : nil, row < b ? level : nil, row < c ? level : nil]
    }
  }

  @Test func `an item shows mean, share of the two best and every level`() throws {
    let table = panel.table
    #expect(table.cell(org: "E1", .points, of: .item("a"))?.number == 50)
    let share = try #require(table.cell(org: "E1", .topTwoShare, of: .item("a")))
    #expect(share.number == 0.5)
    // Wilson with z = 1.959964: (2*20 + z2 -+ z sqrt(z2 + 4*20*0.5)) / (2 (40 + z2)), z2 = 3.841459
    // = (43.841459 -+ 1.959964 * 6.621288) / 87.682918.
    #expect(((share.lower ?? 0) - 0.351994).magnitude < 1e-5)
    #expect(((share.upper ?? 0) - 0.648006).magnitude < 1e-5)
    let levels = (0..<5).map { table.cell(org: "E1", .level($0), of: .item("a"))?.number }
    #expect(levels == [0, 20, 0, 20, 0])
    #expect(table.cell(peer: .points, of: .item("a"))?.number == 50)
    #expect(table.cell(peer: .answers, of: .item("a"))?.number == 240)
  }

  @Test func `items with two levels have no share of the two best`() {
    var panel = Panel(levels: 2)
    for place in 1...5 { panel.add(histogram: [20, 20], of: "E\(place)") }
    let table = panel.table
    #expect(table.cell(org: "E1", .topTwoShare, of: .item("y")) == nil)
    #expect(table.cell(org: "E1", .points, of: .item("y"))?.number == 50)
    #expect(table.cell(org: "E1", .level(1), of: .item("y"))?.number == 20)
  }

  @Test func `a small item takes the other items of its dimension with it`() throws {
    var panel = panel
    panel.add(rows(20, 5, 20), of: "F1")
    panel.add(rows(20, 6, 20), of: "F2")
    let table = panel.table
    // Five and six answers to b make eleven behind two organisations, so b protects nobody else.
    #expect(table.cell(org: "F1", .points)?.number != nil)
    let small = try #require(table.cell(org: "F1", .points, of: .item("b")))
    #expect(small.value == .none(.tooFew))
    for statistic in [Statistic.points, .answers, .topTwoShare, .level(0), .level(4)] {
      let cell = try #require(table.cell(org: "F1", statistic, of: .item("a")))
      #expect(cell.value == .none(.protected))
      #expect(cell.rule == "disclosure.items-together")
      #expect(cell.n == nil)
    }
    // c belongs to no dimension and is judged alone.
    #expect(table.cell(org: "F1", .points, of: .item("c"))?.number == 50)
    #expect(table.cell(org: "E1", .points, of: .item("b"))?.number == 50)
    #expect(table.cell(peer: .answers, of: .item("b"))?.number == 251)
  }

  @Test func `a hidden dimension hides its items`() {
    var panel = Panel(dimensions: [("d", ["a", "b"])], minimumAnswered: 2)
    for place in 1...6 { panel.add(rows(40, 40, 0).map { Array($0.prefix(2)) }, of: "E\(place)") }
    // Twelve answers to each item, but only nine people answered both.
    for key in ["F1", "F2"] {
      var rows = [[Int?]](repeating: [2, 3], count: 9)
      rows += [[Int?]](repeating: [1, nil], count: 3) + [[Int?]](repeating: [nil, 1], count: 3)
      panel.add(rows, of: key)
    }
    let table = panel.table
    #expect(table.cell(org: "F1", .points)?.reason == .tooFew)
    #expect(table.cell(org: "F1", .points, of: .item("a"))?.rule == "disclosure.items-together")
    #expect(table.cell(org: "F1", .points, of: .item("b"))?.reason == .protected)
  }

  @Test(arguments: [false, true])
  func `an item shared by two dimensions carries the hiding over`(isTurned: Bool) {
    // The items are listed as b, c, a when the dimensions are turned round.
    func order(_ a: Int, _ b: Int, _ c: Int) -> [[Int?]] {
      let listed = rows(a, b, c)
      return isTurned ? listed.map { [$0[1], $0[2], $0[0]] } : listed
    }
    let dimensions = [(key: "d", items: ["a", "b"]), (key: "e", items: ["b", "c"])]
    var panel = Panel(
      dimensions: isTurned ? dimensions.reversed() : dimensions, minimumAnswered: 1)
    for place in 1...6 { panel.add(order(40, 40, 40), of: "E\(place)") }
    panel.add(order(5, 20, 20), of: "F1")
    panel.add(order(6, 20, 20), of: "F2")
    let table = panel.table
    #expect(table.cell(org: "F1", .points, of: .item("a"))?.reason == .tooFew)
    #expect(table.cell(org: "F1", .points, of: .item("b"))?.reason == .protected)
    #expect(table.cell(org: "F1", .points, of: .item("c"))?.reason == .protected)
    #expect(table.cell(org: "F1", .points, of: .dimension("e"))?.number != nil)
  }

  @Test func `an item whose total would give one organisation away has no total`() throws {
    var panel = panel
    // X hides in a with 5 answers, and Y (15, the smallest) is hidden there to protect it. Y was
    // not asked b, so X would be the only one hidden in b, and 15 answers would follow.
    panel.add(rows(5, 15, 20), of: "X")
    panel.add(rows(15, 0, 20), of: "Y")
    let table = panel.table
    #expect(table.cell(org: "X", .points, of: .item("a"))?.reason == .tooFew)
    #expect(table.cell(org: "Y", .points, of: .item("a"))?.rule == "disclosure.complement")
    #expect(table.cell(org: "X", .points, of: .item("b"))?.rule == "disclosure.items-together")
    #expect(table.cell(org: "Y", .points, of: .item("b"))?.reason == .notAsked)
    let total = try #require(table.cell(peer: .answers, of: .item("b")))
    #expect(total.value == .none(.protected))
    #expect(total.rule == "disclosure.total")
    #expect(total.n == nil)
    // Y answered a alone, so its item follows from its dimension: the total of a is hidden too.
    #expect(table.cell(org: "Y", .points)?.number != nil)
    #expect(table.cell(peer: .answers, of: .item("a"))?.reason == .protected)
  }
}
