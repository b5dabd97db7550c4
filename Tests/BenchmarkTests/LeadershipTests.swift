import Benchmark
import Tally
import Testing

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Samples: Decodable {
  struct Companies: Decodable {
    var groups: [String]
    var histograms: [[[Int]]]
    var n: [Int]
    var sum: [Int]
    var sum_of_squares: [Int]
    var item_sums: [Int]
    var cross_products: [Int]
    var RELIG: [[Int]]
  }
  var bhr2000: Companies
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Variance: Decodable {
  var N: Int
  var MSW: Double
  var icc1: Double
  var icc1_ci95: [Double]
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Alphas: Decodable {
  struct Scale: Decodable {
    var alpha_raw: Double
    var feldt95: [Double]
  }
  var bhr2000: Scale
}

/// The eleven leadership items of 99 companies (bhr2000) against R; a step of a mean is 25 points.
struct LeadershipTests {
  @Test func `leadership of 99 companies varies and holds together as R says`() throws {
    let data = try oracle("samples", as: Samples.self).bhr2000
    let items = (1...11).map { "i\($0)" }
    var panel = Panel(dimensions: [("d", items)], minimumAnswered: 11)
    #expect(panel.tally.scoreUnits(of: 0) == 44)  // 4 steps and 11 items
    for place in data.groups.indices {
      var counts = GroupCounts(schema: panel.definition.schema)
      counts.respondents = data.n[place]
      for (item, levels) in data.histograms[place].enumerated() {
        counts.items[item].levels = levels
      }
      counts.dimensions[0].scored = data.n[place]
      counts.dimensions[0].sum = Int128(data.sum[place])
      counts.dimensions[0].sumOfSquares = Int128(data.sum_of_squares[place])
      if place == 0 {
        // The data come with products over all companies; where they are added does not matter.
        counts.dimensions[0].complete = data.n.reduce(0, +)
        counts.dimensions[0].itemSums = data.item_sums
        counts.dimensions[0].crossProducts = data.cross_products
      }
      panel.list(data.groups[place])
      panel.tally.add(
        counts, to: GroupKey(organisation: data.groups[place], period: "2026", perspective: 0))
    }
    let table = panel.table
    // The reference is about all companies, and the analysis about those that are shown.
    panel.definition.thresholds.minimumAnswers = 1
    let whole = panel.table
    let expected = try #require(
      try oracle("icc", as: [String: Variance].self)["bhr2000_leadership_mean"])
    let icc = try #require(whole.cell(peer: .icc))
    #expect(agree(icc.number, expected.icc1))
    #expect(agree(icc.lower, expected.icc1_ci95[0], within: 1e-9))
    #expect(agree(icc.upper, expected.icc1_ci95[1], within: 1e-9))
    // 14.80 answers by the reference, so 15.
    #expect(whole.cell(peer: .answersNeeded)?.number == 15)
    #expect(table.cell(peer: .icc)?.number != icc.number)
    let alpha = try #require(table.cell(peer: .alpha))
    let scale = try oracle("alpha", as: Alphas.self).bhr2000
    #expect(agree(alpha.number, scale.alpha_raw))
    #expect(agree(alpha.lower, scale.feldt95[0], within: 1e-9))
    #expect(agree(alpha.upper, scale.feldt95[1], within: 1e-9))
    #expect(alpha.n == 5400)
    // Every company has at least 8 members; those with 8 or 9 are hidden.
    let small = data.n.count { $0 < 10 }
    #expect(small > 0)
    #expect((table.cell(peer: .withheld)?.number ?? 0) >= Double(small))
    #expect(table.cell(peer: .answers)?.number == 5400)
  }

  @Test func `a question that hardly differs between companies says little`() throws {
    // By the reference RELIG needs 162.1 answers for a reliability of 0.60 and 432.3 for 0.80; the
    // largest company has 188.
    let data = try oracle("samples", as: Samples.self).bhr2000
    var panel = Panel()
    panel.definition.thresholds.minimumAnswers = 1  // the reference is about all companies
    for (key, triple) in zip(data.groups, data.RELIG) {
      let (n, sum, squares) = (triple[0], triple[1], triple[2])
      var counts = GroupCounts(schema: panel.definition.schema)
      counts.respondents = n
      counts.items[0].nonAnswer = n  // asked; the single answers are not among the data
      counts.dimensions[0].scored = n
      counts.dimensions[0].sum = Int128(sum - n)  // levels count from 0
      counts.dimensions[0].sumOfSquares = Int128(squares - 2 * sum + n)
      panel.list(key)
      panel.tally.add(counts, to: GroupKey(organisation: key, period: "2026", perspective: 0))
    }
    let table = panel.table
    var words: [String: Int] = [:]
    for (key, n) in zip(data.groups, data.n) {
      let value = try #require(table.cell(org: key, .informativeValue))
      guard value.reason == nil else { continue }
      #expect(value.word == (n >= 163 ? "medium" : "low"), "company \(key)")
      words[value.word ?? "", default: 0] += 1
      let reading = try #require(table.cell(org: key, .reading))
      if n >= 30, n < 163 { #expect(reading.rule == "reading.minimum-reliability") }
      if n >= 163 { #expect(reading.rule == "reading.limits") }
    }
    #expect(words.keys.sorted() == ["low", "medium"])
    #expect(table.cell(peer: .answersNeeded)?.number == 253)  // 252.2 by the reference
  }
}
