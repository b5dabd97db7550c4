import Benchmark
import Testing

private struct Welch: Decodable {
  var histograms: [[Int]]
  var mean: [Double]
  // swift-format-ignore: AlwaysUseLowerCamelCase
  var diff_ci95: [Double]
}

struct ChangeTests {
  @Test func `a change between two periods agrees with Welch's test in R`() throws {
    let expected = try oracle("welch", as: Welch.self)
    var panel = Panel()
    panel.add(histogram: expected.histograms[1], of: "E1", period: "2025")
    panel.add(histogram: expected.histograms[0], of: "E1", period: "2026")
    let table = panel.table
    let change = try #require(table.cell(org: "E1", .change))
    #expect(agree(change.number, 25 * (expected.mean[0] - expected.mean[1]), within: 1e-10))
    #expect(agree(change.lower, 25 * expected.diff_ci95[0], within: 1e-10))
    #expect(agree(change.upper, 25 * expected.diff_ci95[1], within: 1e-10))
    #expect(change.n == 2598 + 1224)
    #expect(table.cell(org: "E1", .changeVerdict)?.word == Change.down.rawValue)
    #expect(table.cell(org: "E1", .change, period: "2025") == nil)
    #expect(table.latestPeriods == ["peers": "2026"])
  }

  /// E1 with these answers of the year before and of the latest year.
  private func table(from before: [Int], to now: [Int], year: String = "2025") -> CellTable {
    var panel = Panel()
    panel.add(histogram: before, of: "E1", period: year)
    panel.add(histogram: now, of: "E1", period: "2026")
    return panel.table
  }

  @Test func `verdicts tell up, down and usual apart`() {
    let (low, high): ([Int], [Int]) = ([0, 20, 20, 0, 0], [0, 0, 20, 20, 0])
    let up = table(from: low, to: high)
    #expect(up.cell(org: "E1", .changeVerdict)?.word == "up")
    #expect(up.cell(org: "E1", .change)?.number == 25)
    #expect(table(from: high, to: low).cell(org: "E1", .changeVerdict)?.word == "down")
    let usual = table(from: low, to: [0, 19, 21, 0, 0]).cell(org: "E1", .changeVerdict)
    #expect(usual?.word == "usual")
    #expect(usual?.rule == "change.welch")
  }

  @Test func `below thirty answers a change cannot be tested yet`() throws {
    let table = table(from: [0, 10, 10, 0, 0], to: [0, 0, 0, 20, 20])
    let verdict = try #require(table.cell(org: "E1", .changeVerdict))
    #expect(verdict.word == "untestable")
    #expect(verdict.rule == "change.minimum-answers")
    #expect(table.cell(org: "E1", .change)?.number == 50)
    #expect(table.cell(org: "E1", .change)?.lower != nil)
  }

  @Test func `a hidden year hides the change`() throws {
    let hiddenBefore = table(from: [0, 3, 3, 0, 0], to: [0, 0, 0, 20, 20])
    let change = try #require(hiddenBefore.cell(org: "E1", .change))
    #expect(change.value == .none(.tooFew))
    #expect(change.n == nil)
    let hiddenNow = table(from: [0, 0, 0, 20, 20], to: [0, 3, 3, 0, 0])
    #expect(hiddenNow.cell(org: "E1", .changeVerdict)?.value == .none(.tooFew))
  }

  @Test func `answers without spread cannot be tested`() {
    let table = table(from: [0, 40, 0, 0, 0], to: [0, 0, 0, 40, 0])
    #expect(table.cell(org: "E1", .change)?.number == 50)
    #expect(table.cell(org: "E1", .change)?.lower == nil)
    #expect(table.cell(org: "E1", .changeVerdict)?.word == "untestable")
    #expect(table.cell(org: "E1", .changeVerdict)?.rule == "change.no-interval")
  }

  @Test func `a gap in the years is bridged`() {
    var panel = Panel()
    panel.add(histogram: [0, 20, 20, 0, 0], of: "E1", period: "2023")
    panel.add(histogram: [0, 20, 20, 0, 0], of: "E2", period: "2024")
    panel.add(histogram: [0, 0, 20, 20, 0], of: "E1", period: "2026")
    let table = panel.table
    #expect(table.cell(org: "E1", .change)?.number == 25)
    // E2 is silent in the latest year, which its report is about.
    #expect(table.cell(org: "E2", .points)?.reason == .notAsked)
    #expect(table.cell(org: "E2", .change)?.reason == .notAsked)
    #expect(table.cell(org: "E1", .points, period: "2024") == nil)
  }

  @Test func `headlines stand in the latest period only`() {
    let table = table(from: [0, 20, 20, 0, 0], to: [0, 0, 20, 20, 0])
    #expect(table.cell(org: "E1", .headline) != nil)
    #expect(table.cell(org: "E1", .headline, period: "2025") == nil)
  }
}
