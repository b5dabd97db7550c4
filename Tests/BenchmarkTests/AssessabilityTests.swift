import Benchmark
import Testing

struct AssessabilityTests {
  /// Organisations of 40 answers each, in turn `lean` more answers at the third level than at the
  /// second and as many fewer.
  private func panel(_ organisations: Int, lean: Int) -> Panel {
    var panel = Panel()
    for place in 1...organisations {
      let shift = place.isMultiple(of: 2) ? lean : -lean
      panel.add(histogram: [0, 20 - shift, 20 + shift, 0, 0], of: "E\(place)")
    }
    return panel
  }

  /// A verdict and what it rests on.
  struct Case: Sendable {
    var organisations: Int
    var lean: Int
    var word: String?
    var reliability: Double
    var lower: Double
    var upper: Double
    var needed: Double?
  }

  // Of G balanced samples of 40: MSW = (10 - lean² / 40) / 39, MSB = lean² / 40 for an even G times
  // G / (G - 1), R = 1 - MSW/MSB, and its interval 1 - q MSW/MSB with the F quantiles q of scipy.
  @Test(arguments: [
    Case(
      organisations: 12, lean: 9, word: "reliable", reliability: 0.9074337870634168,
      lower: 0.8129816555128941, upper: 0.968066194997177, needed: 10),
    Case(
      organisations: 12, lean: 7, word: "reliable", reliability: 0.8316326530612246,
      lower: 0.6598350360109456, upper: 0.941916063589325, needed: 19),
    // Reliability is high, but its lower end is not even medium.
    Case(
      organisations: 6, lean: 7, word: "partly", reliability: 0.8469387755102042,
      lower: 0.5988215532124839, upper: 0.9746716985434437, needed: 17),
    Case(
      organisations: 12, lean: 6, word: "partly", reliability: 0.7623456790123454,
      lower: 0.519849454122445, upper: 0.9180132090993351, needed: 30),
    // Low, but with so few organisations it might be high.
    Case(
      organisations: 12, lean: 4, word: nil, reliability: 0.4358974358974371, lower: 0,
      upper: 0.8053939908291918, needed: 121),
    Case(
      organisations: 12, lean: 3, word: "not", reliability: 0, lower: 0,
      upper: 0.6477270852509895, needed: nil),
    Case(
      organisations: 12, lean: 2, word: "not", reliability: 0, lower: 0,
      upper: 0.19725021217041627, needed: nil),
  ])
  func `a verdict follows the reliability and its interval`(_ expected: Case) throws {
    let table = panel(expected.organisations, lean: expected.lean).table
    let verdict = try #require(table.cell(peer: .assessability))
    if let word = expected.word {
      #expect(verdict.word == word)
      #expect(verdict.n == expected.organisations)
    } else {
      #expect(verdict.value == .none(.notComparable))
      #expect(verdict.rule == "assessability.too-few-organisations")
      #expect(verdict.n == nil)
    }
    let typical = try #require(table.cell(peer: .typicalReliability))
    #expect(agree(typical.number, expected.reliability))
    #expect(agree(typical.lower, expected.lower, within: 1e-9))
    #expect(agree(typical.upper, expected.upper, within: 1e-9))
    #expect(table.cell(peer: .typicalAnswers)?.number == 40)
    let missing = try #require(table.cell(peer: .answersMissing))
    if let needed = expected.needed {
      #expect(table.cell(peer: .answersNeeded)?.number == needed)
      #expect(missing.number == max(0, needed - 40))
    } else {
      #expect(missing.rule == "reliability.no-between-variance")
    }
    #expect(table.cell(org: "E1", .answersMissing)?.value == missing.value)
  }

  @Test func `a wide interval is never reliable`() {
    for organisations in 5...14 {
      for lean in 1...15 {
        let table = panel(organisations, lean: lean).table
        guard let icc = table.cell(peer: .icc), icc.lower == 0 else { continue }
        let word = table.cell(peer: .assessability)?.word
        #expect(word != "reliable" && word != "partly", "\(organisations) \(lean)")
      }
    }
  }

  @Test func `typical is the lower median`() {
    var panel = Panel()
    for (place, size) in [10, 12, 30, 50, 400, 1000].enumerated() {
      panel.add(histogram: [0, size / 2, size / 2, 0, 0], of: "E\(place)")
    }
    let cell = panel.table.cell(peer: .typicalAnswers)
    #expect(cell?.number == 30)
    #expect(cell?.n == 6)
  }

  @Test func `without any spread there is a reason`() {
    var panel = Panel()
    for place in 1...6 { panel.add(histogram: [0, 0, 40, 0, 0], of: "E\(place)") }
    let table = panel.table
    for statistic: Statistic in [.assessability, .typicalReliability, .distinguishablePairs] {
      #expect(table.cell(peer: statistic)?.rule == "reliability.not-estimable")
      #expect(table.cell(peer: statistic)?.reason == .notComparable)
    }
  }

  @Test func `with too few organisations nothing is said`() {
    let table = panel(4, lean: 9).table
    for statistic: Statistic in [.assessability, .ceilingShare, .answersMissing] {
      #expect(table.cell(peer: statistic)?.rule == "peers.minimum")
    }
    #expect(table.cell(org: "E1", .answersMissing)?.rule == "peers.minimum")
  }

  @Test func `pairs of different kinds can be told apart, pairs of one kind not`() {
    // Six and six: 36 of 66 pairs are of different kinds, t = 0.9 / (0.447 √(2 / 40)) = 9.0.
    let cell = panel(12, lean: 18).table.cell(peer: .distinguishablePairs)
    #expect(agree(cell?.number, 36.0 / 66))
    #expect(cell?.n == 12)
    #expect(panel(12, lean: 1).table.cell(peer: .distinguishablePairs)?.number == 0)
  }

  @Test func `the share at the best level counts all items`() {
    var panel = Panel(dimensions: [("d", ["a", "b"])], minimumAnswered: 1)
    // Ten of 40 answer the best level of a, thirty of 40 that of b.
    for place in 1...6 {
      panel.add(
        (0..<40).map { row in [row < 10 ? 4 : 2, row < 30 ? 4 : 1] }, of: "E\(place)")
    }
    let cell = panel.table.cell(peer: .ceilingShare)
    #expect(cell?.number == 0.5)
    #expect(cell?.n == 480)
  }

  @Test func `questions that are hidden do not count at the best level`() {
    var panel = Panel(dimensions: [("d", ["a", "b"])], minimumAnswered: 1)
    for place in 1...6 {
      panel.add((0..<40).map { row in [row % 5, (row + 1) % 5] }, of: "E\(place)")
    }
    let open = panel.table.cell(peer: .ceilingShare)
    #expect(open?.number == 0.2)
    // All best in a, but only five and six answered b: the questions of both are hidden.
    for (key, count) in [("F1", 5), ("F2", 6)] {
      panel.add((0..<20).map { row in [4, row < count ? 4 : nil] }, of: key)
    }
    let table = panel.table
    #expect(table.cell(org: "F1", .points)?.number == 100)
    #expect(table.cell(org: "F1", .points, of: .item("a"))?.reason == .protected)
    #expect(table.cell(peer: .ceilingShare) == open)
  }
}
