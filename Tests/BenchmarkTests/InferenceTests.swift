import Benchmark
import Testing

/// Attacks with exact arithmetic on everything that is published about a slice.
struct InferenceTests {
  /// Respondents with fixed answers that differ between organisations and items.
  private func rows(_ count: Int, of items: [Bool], shift: Int = 0) -> [[Int?]] {
    (0..<count).map { row in
      items.enumerated().map { item, isAsked in
        isAsked ? (row * (item + 2) + row / 3 + shift) % 5 : nil
      }
    }
  }

  /// The sum of points over all answers, if it is shown.
  private func sum(_ cell: Cell?) -> Double? {
    guard let cell, let number = cell.number, let n = cell.n else { return nil }
    return number * Double(n)
  }

  /// The published total less all published figures of organisations.
  private func rest(_ measure: CellID.Measure, _ table: CellTable, _ keys: [String]) -> Double? {
    sum(table.cell(peer: .points, of: measure)).map { total in
      keys.reduce(total) { $0 - (sum(table.cell(org: $1, .points, of: measure)) ?? 0) }
    }
  }

  @Test func `how organisations differ rests on shown ones only`() throws {
    var panel = Panel()
    for place in 0..<8 { panel.add(histogram: [place, 4, 9, 8 - place, 6], of: "E\(place)") }
    let open = panel.table
    // 5 and 12 answers: with their sizes, sums and squares the mean of each could be solved for.
    panel.add(histogram: [0, 0, 0, 1, 4], of: "Q")
    panel.add(histogram: [9, 3, 0, 0, 0], of: "P")
    let table = panel.table
    #expect(table.cell(org: "Q", .points)?.reason == .tooFew)
    #expect(table.cell(org: "P", .points)?.reason == .protected)
    #expect(table.cell(peer: .answers)?.number == 233)
    for statistic in [Statistic.icc, .answersNeeded, .withinSD, .betweenSD, .overdispersion] {
      #expect(table.cell(peer: statistic) == open.cell(peer: statistic), "\(statistic)")
    }
    #expect(table.cell(org: "E1", .reliability) == open.cell(org: "E1", .reliability))
    #expect(table.cell(peer: .icc)?.n == 216)
  }

  @Test func `an organisation that was asked less does not follow from three totals`() throws {
    var panel = Panel(dimensions: [("d", ["a", "b"])], minimumAnswered: 1)
    let keys = (0..<8).map { "E\($0)" } + ["P", "Q", "R"]
    for (place, key) in keys.prefix(8).enumerated() {
      panel.add(rows(30, of: [true, true], shift: place), of: key)
    }
    panel.add(rows(7, of: [true, true]), of: "Q")
    panel.add(rows(7, of: [true, true], shift: 1), of: "R")
    let items = ["a", "b"].map { CellID.Measure.item($0) }
    let before = panel.table
    for item in items { #expect(rest(item, before, keys) != nil) }
    // P was asked a only: twice the rest of d, less those of a and b, would be its sum.
    panel.add(rows(5, of: [true, false]), of: "P")
    let table = panel.table
    #expect(table.cell(org: "P", .points)?.reason == .tooFew)
    #expect(rest(.dimension("d"), table, keys) != nil)
    for item in items {
      #expect(rest(item, table, keys) == nil)
      #expect(table.cell(peer: .points, of: item)?.rule == "disclosure.total")
    }
  }

  @Test func `a dimension that follows from two others protects nobody`() throws {
    var panel = Panel(
      dimensions: [("x", ["a", "b", "c"]), ("w", ["a", "b"]), ("v", ["c"])], minimumAnswered: 1)
    let keys = (0..<8).map { "E\($0)" } + ["P", "Q"]
    for (place, key) in keys.prefix(8).enumerated() {
      panel.add(rows(30, of: [true, true, true], shift: place), of: key)
    }
    let all = panel.table
    for measure in ["x", "w", "v"] {
      #expect(rest(.dimension(measure), all, keys) != nil)
    }
    panel.add(rows(20, of: [true, true, true], shift: 2), of: "P")
    panel.add(
      rows(4, of: [true, true, true]) + rows(21, of: [true, true, false], shift: 3), of: "Q")
    let table = panel.table
    #expect(table.cell(org: "Q", .points, of: .dimension("v"))?.reason == .tooFew)
    #expect(table.cell(org: "P", .points, of: .dimension("v"))?.reason == .protected)
    // Hidden, but three times x less twice w is v for P, who answered everything.
    let x = try #require(table.cell(org: "P", .points, of: .dimension("x"))?.number)
    let w = try #require(table.cell(org: "P", .points, of: .dimension("w"))?.number)
    #expect((0...100).contains(3 * x - 2 * w))
    #expect(table.cell(peer: .points, of: .dimension("v"))?.rule == "disclosure.total")
    #expect(table.cell(peer: .points, of: .item("c"))?.rule == "disclosure.total")
  }

  @Test func `hidden organisations that are alike keep their totals`() {
    var panel = Panel(dimensions: [("d", ["a", "b"])], minimumAnswered: 1)
    for place in 0..<8 { panel.add(rows(30, of: [true, true], shift: place), of: "E\(place)") }
    for key in ["P", "Q"] { panel.add(rows(6, of: [true, true]), of: key) }
    let table = panel.table
    for measure in [CellID.Measure.dimension("d"), .item("a"), .item("b")] {
      #expect(table.cell(peer: .answers, of: measure)?.number == 252)
    }
  }

  @Test func `where a total is withheld nothing that compares is given`() throws {
    var panel = Panel(
      dimensions: [("x", ["a", "b", "c"]), ("w", ["a", "b"]), ("v", ["c"])], minimumAnswered: 1)
    let keys = (0..<12).map { "E\($0)" }
    for (place, key) in keys.enumerated() {
      panel.add(rows(60, of: [true, true, true], shift: place), of: key, period: "2025")
      panel.add(rows(60, of: [true, true, true], shift: 2 * place), of: key)
    }
    // As above: the total of v would give away what four people of Q answered.
    panel.add(rows(20, of: [true, true, true], shift: 2), of: "P")
    panel.add(
      rows(4, of: [true, true, true]) + rows(21, of: [true, true, false], shift: 3), of: "Q")
    let table = panel.table
    let measure = CellID.Measure.dimension("v")
    let peers: [Statistic] = [
      .assessability, .typicalAnswers, .typicalReliability, .answersMissing,
      .distinguishablePairs, .ceilingShare, .icc, .expectedByChance, .changeCommon,
      .changesTested, .changesByChance, .changeCount(.up), .changeCount(.down),
    ]
    for statistic in peers {
      let cell = try #require(table.cell(peer: statistic, of: measure), "\(statistic)")
      #expect(cell.value == .none(.protected), "\(statistic)")
      #expect(cell.rule == "disclosure.total", "\(statistic)")
      #expect(cell.n == nil)
    }
    let own: [Statistic] = [
      .expected, .reading, .readingHolds, .reliability, .answersMissing, .changeExpected,
      .changeRegression,
    ]
    for statistic in own {
      let cell = try #require(table.cell(org: "E1", statistic, of: measure), "\(statistic)")
      #expect(cell.value == .none(.protected), "\(statistic)")
    }
    // What rests on the organisation alone stays.
    #expect(table.cell(org: "E1", .change, of: measure)?.number != nil)
    #expect(table.cell(org: "E1", .changeDetectable, of: measure)?.number != nil)
    #expect(table.cell(org: "E1", .changeVerdict, of: measure)?.rule == "change.welch")
  }
}
