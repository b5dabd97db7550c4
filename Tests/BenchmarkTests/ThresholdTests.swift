import Benchmark
import Testing

struct ThresholdTests {
  /// Organisations E1, E2 and so on with these numbers of answers, every second one better.
  private func panel(
    _ sizes: [Int], thresholds: Definition.Thresholds = .init(), perspective: Int = 0
  ) -> Panel {
    var panel = Panel(thresholds: thresholds)
    for (place, size) in sizes.enumerated() {
      let low = place.isMultiple(of: 2) ? 1 : 2
      var histogram = [0, 0, 0, 0, 0]
      histogram[low] = (size + 1) / 2
      histogram[low + 1] = size / 2
      panel.add(histogram: histogram, of: "E\(place + 1)")
    }
    return panel
  }

  @Test func `ten answers are shown and nine are not`() throws {
    let table = panel([9, 9, 10, 40, 40, 40, 40]).table
    for key in ["E1", "E2"] {
      let points = try #require(table.cell(org: key, .points))
      #expect(points.value == .none(.tooFew))
      #expect(points.rule == "disclosure.minimum-answers")
      #expect(points.n == nil)
      #expect(table.cell(org: key, .answers)?.value == .none(.tooFew))
    }
    let shown = try #require(table.cell(org: "E3", .points))
    // Five answers at level 1 and five at level 2 of 0...4: 25 and 50 points.
    #expect(shown.number == 37.5)
    #expect(shown.n == 10)
    #expect(table.cell(org: "E3", .answers)?.number == 10)
    #expect(table.cell(peer: .organisations)?.number == 5)
    #expect(table.cell(peer: .withheld)?.number == 2)
    #expect(table.cell(peer: .answers)?.number == 188)
  }

  @Test func `thresholds are configuration`() {
    var thresholds = Definition.Thresholds()
    thresholds.minimumAnswers = 5
    let table = panel([4, 4, 5, 40, 40, 40, 40], thresholds: thresholds).table
    #expect(table.cell(org: "E2", .points)?.reason == .tooFew)
    #expect(table.cell(org: "E3", .points)?.n == 5)
  }

  @Test func `a lone small organisation is protected by the smallest shown one`() throws {
    let table = panel([5, 50, 20, 40, 40, 40, 40]).table
    #expect(table.cell(org: "E1", .points)?.value == .none(.tooFew))
    let points = try #require(table.cell(org: "E3", .points))
    #expect(points.value == .none(.protected))
    #expect(points.rule == "disclosure.complement")
    #expect(points.n == nil)
    #expect(points.lower == nil)
    #expect(table.cell(org: "E3", .reading)?.reason == .protected)
    #expect(table.cell(org: "E3", .headline)?.reason == .protected)
    #expect(table.cell(org: "E3", .level(1), of: .item("y"))?.reason == .protected)
    #expect(table.cell(peer: .answers)?.number == 235)
    #expect(table.cell(peer: .answers, of: .item("y"))?.number == 235)
    #expect(table.cell(peer: .withheld)?.number == 2)
  }

  @Test func `without five shown organisations nothing is compared`() throws {
    let table = panel([40, 40, 40, 40]).table
    #expect(table.cell(org: "E1", .points)?.number == 37.5)
    for statistic in [
      Statistic.expected, .expectedStrict, .reading, .headline, .reliability, .informativeValue,
    ] {
      let cell = try #require(table.cell(org: "E1", statistic))
      #expect(cell.value == .none(.notComparable))
      #expect(cell.rule == "peers.minimum")
      #expect(cell.n == nil)
    }
    for statistic in [
      Statistic.points, .answers, .organisations, .withheld, .icc, .answersNeeded, .withinSD,
      .betweenSD, .overdispersion, .expectedByChance, .count(.within),
    ] {
      #expect(table.cell(peer: statistic)?.value == .none(.notComparable), "\(statistic.name)")
    }
    #expect(table.funnels.isEmpty)
  }

  @Test func `five organisations have an expected range but no reading`() throws {
    let table = panel([40, 40, 40, 40, 40]).table
    let expected = try #require(table.cell(org: "E1", .expected))
    // Three at 37.5 and two at 62.5 points, 40 answers each.
    #expect(expected.number == 47.5)
    #expect(expected.rule == "expected.over-dispersion")
    let reading = try #require(table.cell(org: "E1", .reading))
    #expect(reading.value == .none(.notComparable))
    #expect(reading.rule == "reading.minimum-peers")
    #expect(table.cell(org: "E1", .headline)?.rule == "reading.minimum-peers")
    #expect(table.cell(peer: .count(.within))?.rule == "reading.minimum-peers")
    #expect(table.cell(peer: .expectedByChance)?.rule == "reading.minimum-peers")
    #expect(table.funnels.isEmpty)
  }

  @Test func `too few large organisations give no expected range`() throws {
    let table = panel([40, 40, 40, 40, 29]).table
    let expected = try #require(table.cell(org: "E1", .expected))
    #expect(expected.value == .none(.notComparable))
    #expect(expected.rule == "expected.minimum-peers")
    #expect(table.cell(peer: .betweenSD)?.rule == "expected.minimum-peers")
    #expect(table.cell(peer: .overdispersion)?.rule == "expected.minimum-peers")
  }

  @Test func `a reading needs thirty answers and ten such organisations`() throws {
    let nine = [Int](repeating: 40, count: 9)
    let few = panel(nine + [29]).table
    #expect(few.cell(org: "E1", .reading)?.rule == "reading.minimum-peers")
    #expect(few.cell(org: "E10", .reading)?.value == .none(.tooFew))
    #expect(few.cell(org: "E10", .reading)?.rule == "reading.minimum-answers")

    let enough = panel(nine + [30, 29]).table
    let reading = try #require(enough.cell(org: "E10", .reading))
    #expect(reading.word == Reading.within.rawValue)
    #expect(reading.n == 30)
    #expect(reading.rule == "reading.limits")
    #expect(enough.cell(org: "E10", .headline)?.word == "none")
    #expect(enough.cell(org: "E10", .headline)?.rule == "headline.no-finding")
    let small = try #require(enough.cell(org: "E11", .reading))
    #expect(small.value == .none(.tooFew))
    #expect(small.rule == "reading.minimum-answers")
    #expect(enough.cell(org: "E11", .expected)?.number != nil)
    #expect(enough.cell(peer: .count(.within))?.number == 10)
    #expect(enough.cell(peer: .count(.above))?.number == 0)
    // 5 % of ten readings.
    #expect(enough.cell(peer: .expectedByChance)?.number == 0.5)
    #expect(enough.cell(peer: .expectedByChance)?.n == 10)
  }

  @Test func `a reading needs a reliable figure`() throws {
    var thresholds = Definition.Thresholds()
    thresholds.minimumReliability = 0.999
    let table = panel([Int](repeating: 40, count: 10), thresholds: thresholds).table
    let reading = try #require(table.cell(org: "E1", .reading))
    #expect(reading.value == .none(.notComparable))
    #expect(reading.rule == "reading.minimum-reliability")
    #expect(table.cell(org: "E1", .reliability)?.number != nil)
    #expect(table.cell(peer: .count(.within))?.number == 0)
    #expect(table.funnels.isEmpty)
  }

  @Test func `organisations that do not differ have no reliability`() throws {
    var panel = Panel()
    for place in 1...10 { panel.add(histogram: [0, 20, 20, 0, 0], of: "E\(place)") }
    let table = panel.table
    let reliability = try #require(table.cell(org: "E1", .reliability))
    #expect(reliability.number == 0)
    #expect(reliability.rule == "reliability.no-between-variance")
    #expect(table.cell(org: "E1", .informativeValue)?.word == InformativeValue.low.rawValue)
    let needed = try #require(table.cell(peer: .answersNeeded))
    #expect(needed.value == .none(.notComparable))
    #expect(needed.rule == "reliability.no-between-variance")
    #expect(table.cell(peer: .icc)?.number == 0)
    #expect(table.cell(peer: .icc)?.lower == 0)
    #expect(table.cell(peer: .betweenSD)?.number == 0)
    #expect(table.cell(org: "E1", .reading)?.rule == "reading.minimum-reliability")
  }

  private struct WithoutSpread: Decodable {
    var ends: [Double]

    enum CodingKeys: String, CodingKey { case ends = "without_spread" }
  }

  @Test func `answers without any spread borrow that of the peers`() throws {
    var panel = panel([40, 40, 40, 40, 40])
    panel.add(histogram: [0, 0, 0, 0, 16], of: "F")
    let points = try #require(panel.table.cell(org: "F", .points))
    #expect(points.number == 100)
    #expect(points.rule == "points.score")
    let ends = try oracle("bounded-intervals", as: WithoutSpread.self).ends
    #expect(agree(points.lower, ends[0], within: 1e-9))
    #expect(agree(points.upper, ends[1], within: 1e-9))

    // With too few peers nothing is borrowed: their spread is a comparison, too.
    var few = self.panel([40, 40, 40])
    few.add(histogram: [0, 0, 0, 0, 16], of: "F")
    let alone = try #require(few.table.cell(org: "F", .points))
    #expect(alone.rule == "points.mean-no-interval")
    #expect(alone.number == 100)
    #expect(alone.lower == nil)
  }

  @Test func `no spread anywhere gives no expected range`() throws {
    var panel = Panel()
    for place in 1...10 {
      panel.add(histogram: place < 6 ? [0, 40, 0, 0, 0] : [0, 0, 40, 0, 0], of: "E\(place)")
    }
    let table = panel.table
    #expect(table.cell(org: "E1", .expected)?.rule == "expected.no-spread")
    #expect(table.cell(org: "E1", .reading)?.rule == "expected.no-spread")
    #expect(table.cell(org: "E1", .reliability)?.number == 1)
    #expect(table.cell(peer: .icc)?.number == 1)
    #expect(table.cell(peer: .icc)?.lower == nil)
    #expect(table.cell(peer: .answersNeeded)?.number == 1)
    #expect(table.cell(peer: .count(.within))?.rule == "expected.no-spread")
  }

  @Test func `a perspective that was not asked says so`() throws {
    var panel = Panel(perspectives: ["user", "staff"])
    for place in 1...6 { panel.add(histogram: [0, 20, 20, 0, 0], of: "E\(place)") }
    panel.add(histogram: [0, 0, 20, 20, 0], of: "E1", perspective: 1)
    let table = panel.table
    let other = try #require(table.cell(org: "E2", .points, perspective: "staff"))
    #expect(other.value == .none(.notAsked))
    #expect(other.rule == "disclosure.not-asked")
    let item = table.cell(org: "E2", .points, of: .item("y"), perspective: "staff")
    #expect(item?.reason == .notAsked)
    #expect(table.cell(org: "E1", .points, perspective: "staff")?.number == 62.5)
    #expect(table.cell(peer: .points, perspective: "staff")?.reason == .notComparable)
  }

  @Test func `a peer group is compared with itself only`() throws {
    var panel = panel([40, 40, 40, 40, 40])
    panel.list("X", in: "others")
    panel.add(histogram: [0, 0, 0, 20, 20], of: "X")
    let table = panel.table
    #expect(table.cell(peer: .answers)?.number == 200)
    #expect(table.cell(peer: .answers, group: "others")?.reason == .notComparable)
    #expect(table.cell(org: "X", .points)?.number == 87.5)
  }

  @Test func `a tally of another definition is refused`() async {
    await #expect(processExitsWith: .failure) {
      var panel = Panel()
      panel.definition.items[0].maximum = 9
      _ = panel.table
    }
  }

  @Test(arguments: [(25, "keep", "headline.strict-limit"), (40, "none", "headline.no-finding")])
  func `among many readings the strict limit is not strict enough`(
    _ perspectives: Int, _ word: String, _ rule: String
  ) throws {
    var thresholds = Definition.Thresholds()
    thresholds.minimumReliability = 0
    var panel = Panel(perspectives: (0..<perspectives).map { "p\($0)" }, thresholds: thresholds)
    for place in 1...14 {
      for perspective in 0..<perspectives {
        // One organisation, from one perspective: z = 3.2, so p = 0.0014, and 40 p is above 0.05.
        let shift = place == 1 && perspective == 0 ? 11 : 0
        panel.add(
          histogram: [0, 20 - shift, 20 + shift, 0, 0], of: "E\(place)", perspective: perspective)
      }
    }
    let table = panel.table
    #expect(table.cell(org: "E1", .reading, perspective: "p0")?.word == Reading.wellAbove.rawValue)
    let headline = try #require(table.cell(org: "E1", .headline, perspective: "p0"))
    #expect(headline.word == word)
    #expect(headline.rule == rule)
  }
}
