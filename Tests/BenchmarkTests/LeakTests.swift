import Benchmark
import FoundationEssentials
import Testing

/// Many small surveys made by a fixed rule, searched for anything hidden that shows.
struct LeakTests {
  /// A linear congruential generator (Knuth's MMIX constants); the same surveys on every machine.
  private struct Numbers {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private func panel(_ seed: UInt64) -> (panel: Panel, answers: [String: [Int]]) {
    var numbers = Numbers(state: seed)
    var panel = Panel(
      dimensions: [("d", ["a", "b"]), ("e", ["b", "c"])], loose: ["z"],
      open: seed.isMultiple(of: 2) ? "peers" : nil, minimumAnswered: 1)
    var answers: [String: [Int]] = [:]
    for place in 0..<(6 + numbers.next(below: 6)) {
      let size = [4, 8, 12, 15, 40, 60][numbers.next(below: 6)]
      let isAsked = (0..<4).map { _ in numbers.next(below: 8) > 0 }
      let rows = (0..<size).map { _ in
        isAsked.map { asked -> Int? in
          asked && numbers.next(below: 5) > 0 ? numbers.next(below: 5) : nil
        }
      }
      let key = "E\(place)"
      panel.add(rows, of: key)
      // a, b, c and z, then the dimensions d of a and b, e of b and c: one answered item is enough.
      let sets = [[0], [1], [2], [3], [0, 1], [1, 2]]
      answers[key] = sets.map { set in rows.count { row in set.contains { row[$0] != nil } } }
    }
    return (panel, answers)
  }

  /// The dimension of which an organisation was asked this item only, by its numbers of answers.
  private func onlyDimension(of item: Int, _ counts: [Int]) -> String? {
    switch item {
    case 0 where counts[1] == 0: "d"
    case 1 where counts[0] == 0: "d"
    case 1 where counts[2] == 0: "e"
    case 2 where counts[1] == 0: "e"
    default: nil
    }
  }

  @Test func `hidden cells hold neither n nor interval`() {
    var hidden = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      for cell in panel(seed).panel.table.cells where cell.reason != nil {
        hidden += 1
        #expect(cell.n == nil, "\(cell.id)")
        #expect(cell.lower == nil, "\(cell.id)")
        #expect(cell.upper == nil, "\(cell.id)")
      }
    }
    #expect(hidden > 1000)
  }

  @Test func `no hidden answers follow from the total`() {
    var totals = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let (panel, answers) = panel(seed)
      let table = panel.table
      let measures: [CellID.Measure] = [
        .item("a"), .item("b"), .item("c"), .item("z"), .dimension("d"), .dimension("e"),
      ]
      for (place, measure) in measures.enumerated() {
        guard let total = table.cell(peer: .answers, of: measure)?.number else { continue }
        totals += 1
        var rest = Int(total)
        var hidden: [Int] = []
        for (organisation, counts) in answers where counts[place] > 0 {
          if let shown = table.cell(org: organisation, .answers, of: measure)?.number {
            #expect(Int(shown) == counts[place])
            #expect(shown >= 10)
            rest -= counts[place]
          } else if let dimension = onlyDimension(of: place, counts),
            table.cell(org: organisation, .answers, of: .dimension(dimension))?.number != nil
          {
            // The item follows from the shown figure of a dimension of which it is all there is.
            rest -= counts[place]
          } else {
            hidden.append(counts[place])
          }
        }
        #expect(rest == hidden.reduce(0, +))
        #expect(hidden.isEmpty || (hidden.count > 1 && rest >= 10), "\(measure) at \(seed)")
      }
    }
    #expect(totals > 100)
  }

  /// The same survey over two years, in which hidden organisations answer otherwise if asked to.
  private func twoYears(_ seed: UInt64, turning hidden: Set<String>) -> Panel {
    var panel = Panel(
      dimensions: [("d", ["a", "b"]), ("e", ["b", "c"])], minimumAnswered: 1)
    for period in ["2025", "2026"] {
      var numbers = Numbers(state: seed &* (period == "2025" ? 3 : 5))
      for place in 0..<14 {
        let size = [6, 12, 35, 40, 60, 90][numbers.next(below: 6)]
        let isAsked = (0..<3).map { _ in numbers.next(below: 9) > 0 }
        let rows = (0..<size).map { _ in
          isAsked.map { asked -> Int? in
            let isAnswered = numbers.next(below: 8) > 0
            let level = numbers.next(below: 3) + (place % 3)
            return asked && isAnswered ? level : nil
          }
        }
        // Every answer of a hidden organisation is turned round: other means, the same counts.
        let turned = hidden.contains("E\(place)/\(period)")
        panel.add(
          turned ? rows.map { $0.map { $0.map { 4 - $0 } } } : rows, of: "E\(place)",
          period: period)
      }
    }
    return panel
  }

  @Test func `nothing but totals and alpha moves with the answers of hidden organisations`() {
    var (moved, held, hiddenOnes) = (0, 0, 0)
    for seed in 1...40 as ClosedRange<UInt64> {
      let table = twoYears(seed, turning: []).table
      var hidden: Set<String> = []
      for period in ["2025", "2026"] {
        for place in 0..<14 {
          // Turned round are those of whom nothing at all is shown in a period.
          let shown = table.cells.contains { cell in
            cell.id.subject == .organisation("E\(place)") && cell.id.period == period
              && cell.id.statistic == .answers && cell.number != nil
          }
          if !shown { hidden.insert("E\(place)/\(period)") }
        }
      }
      if hidden.isEmpty { continue }
      hiddenOnes += hidden.count
      let other = twoYears(seed, turning: hidden).table
      #expect(table.cells.count == other.cells.count)
      for (cell, twin) in zip(table.cells, other.cells) {
        if case .peerGroup = cell.id.subject,
          [Statistic.points, .alpha].contains(cell.id.statistic)
        {
          if cell != twin { moved += 1 }
          continue
        }
        if cell.number != nil { held += 1 }
        #expect(cell == twin, "\(cell.id) at \(seed)")
      }
    }
    #expect(moved > 50 && held > 5_000 && hiddenOnes > 40)
  }

  @Test func `a table does not depend on the number of workers`() {
    for seed in 1...5 as ClosedRange<UInt64> {
      let panel = panel(seed).panel
      let tables = [1, 2, 7].map {
        Benchmark.table(of: panel.tally, definition: panel.definition, workers: $0)
      }
      #expect(!tables[0].cells.isEmpty)
      #expect(tables[0] == tables[1])
      #expect(tables[0] == tables[2])
    }
  }

  @Test func `every rule is described in the method notes`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let notes = try String(
      contentsOf: root.appending(path: "docs/statistics.md"), encoding: .utf8)
    var rules: Set<String> = []
    for seed in 1...60 as ClosedRange<UInt64> {
      rules.formUnion(panel(seed).panel.table.cells.map(\.rule))
      if seed <= 20 { rules.formUnion(twoYears(seed, turning: []).table.cells.map(\.rule)) }
    }
    #expect(rules.count > 10)
    for rule in rules.sorted() { #expect(notes.contains("`\(rule)`"), "\(rule)") }
  }

  @Test func `points lie inside their interval and the scale`() {
    var checked = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      for cell in panel(seed).panel.table.cells where cell.id.statistic == .points {
        guard let number = cell.number, let lower = cell.lower, let upper = cell.upper else {
          continue
        }
        checked += 1
        #expect(0 <= lower && lower <= number && number <= upper && upper <= 100, "\(cell.id)")
      }
    }
    #expect(checked > 1000)
  }
}
