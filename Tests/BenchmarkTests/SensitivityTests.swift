import Benchmark
import Testing

private struct Holds: Decodable {
  var keys: [String]
  var ways: Int
  var reading: [Int]
  var holds: [Int]
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Samples: Decodable {
  struct Lecturers: Decodable {
    var keys: [String]
    var histograms: [[Int]]
  }
  var insteval_lecturers: Lecturers
}

/// In how many ways of reckoning a reading is the same.
struct SensitivityTests {
  @Test func `582 lecturers keep their readings in as many ways as numpy says`() throws {
    let expected = try oracle("reading-holds", as: Holds.self)
    let data = try oracle("samples", as: Samples.self).insteval_lecturers
    var panel = Panel(open: "peers")
    for (key, histogram) in zip(data.keys, data.histograms)
    where histogram.reduce(0, +) >= 30 {
      panel.add(histogram: histogram, of: key)
    }
    let table = panel.table
    let words: [Int: Reading] = [-2: .wellBelow, -1: .below, 0: .within, 1: .above, 2: .wellAbove]
    #expect(expected.keys.count == 582)
    for (place, key) in expected.keys.enumerated() {
      #expect(table.cell(org: key, .reading)?.word == words[expected.reading[place]]?.rawValue)
      let holds = try #require(table.cell(org: key, .readingHolds))
      #expect(holds.number == Double(expected.holds[place]), "lecturer \(key)")
      #expect(holds.n == expected.ways)
      #expect(holds.rule == "reading-holds.specifications")
    }
  }

  /// Twelve organisations with spread, of which the last is far off; two items.
  private func panel(skipping: Int) -> Panel {
    var panel = Panel(dimensions: [("d", ["a", "b"])], minimumAnswered: 1)
    for place in 1...12 {
      let rows = (0..<60).map { row -> [Int?] in
        let level = place == 12 ? (row % 3 == 0 ? 4 : 3) : (row + place) % (place % 3 + 3)
        return [level, row < skipping && place == 1 ? nil : level]
      }
      panel.add(rows, of: "E\(place)")
    }
    return panel
  }

  @Test func `where nobody skips a question there are sixteen ways, else thirty-two`() {
    #expect(panel(skipping: 0).table.cell(org: "E12", .readingHolds)?.n == 16)
    #expect(panel(skipping: 1).table.cell(org: "E2", .readingHolds)?.n == 32)
  }

  @Test func `too few complete answers leave out an organisation's ways, not those of others`() {
    // Of 60 respondents of E1 only 25 answered both items: fewer than a reading takes.
    let table = panel(skipping: 35).table
    #expect(table.cell(org: "E1", .readingHolds)?.n == 16)
    #expect(table.cell(org: "E2", .readingHolds)?.n == 32)
  }

  @Test func `an organisation without spread of its own has no standard error of its own`() {
    var panel = panel(skipping: 0)
    panel.add([[Int?]](repeating: [2, 2], count: 60), of: "E13")
    let table = panel.table
    #expect(table.cell(org: "E13", .readingHolds)?.n == 8)
    #expect(table.cell(org: "E12", .readingHolds)?.n == 16)
  }

  @Test func `each reading holds at least in the way of the report`() {
    for skipping in [0, 5, 40] {
      let table = panel(skipping: skipping).table
      for place in 1...12 {
        guard let reading = table.cell(org: "E\(place)", .reading), reading.word != nil,
          let holds = table.cell(org: "E\(place)", .readingHolds), let ways = holds.n
        else { continue }
        #expect((1...Double(ways)).contains(holds.number ?? 0))
      }
    }
  }

  @Test func `without a reading nothing can hold`() throws {
    var panel = Panel()
    for place in 1...6 { panel.add(histogram: [0, 20, 20 + place, 0, 0], of: "E\(place)") }
    let table = panel.table
    let cell = try #require(table.cell(org: "E1", .readingHolds))
    #expect(cell.value == table.cell(org: "E1", .reading)?.value)
    #expect(cell.rule == "reading.minimum-peers")
    #expect(cell.n == nil)
  }
}
