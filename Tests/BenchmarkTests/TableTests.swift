import Benchmark
import Tally
import Testing

struct TableTests {
  @Test func `open organisations with too few answers are only counted`() throws {
    var panel = Panel(open: "peers")
    for key in ["7", "100", "23", "4", "15"] {
      panel.add(histogram: [0, 20, 20, 0, 0], of: key)
    }
    panel.add(histogram: [0, 5, 4, 0, 0], of: "9")
    panel.add(histogram: [0, 3, 3, 0, 0], of: "8")
    let table = panel.table
    #expect(table.unnamedOrganisations == 2)
    #expect(table.definition.organisations.map(\.key) == ["4", "7", "15", "23", "100"])
    #expect(table.definition.organisations.map(\.name) == ["4", "7", "15", "23", "100"])
    #expect(table.definition.organisations.allSatisfy { $0.peerGroup == "peers" })
    for key in ["8", "9"] {
      #expect(!table.cells.contains { $0.id.subject == .organisation(key) })
    }
    // Their 15 answers count in the total all the same.
    #expect(table.cell(peer: .answers)?.number == 215)
    #expect(table.cell(peer: .withheld)?.number == 2)
  }

  @Test func `an unnamed organisation takes a named one with it like any other`() {
    var panel = Panel(open: "peers")
    for key in 1...6 { panel.add(histogram: [0, 20 + key, 20, 0, 0], of: "\(key)") }
    panel.add(histogram: [0, 5, 4, 0, 0], of: "7")
    let table = panel.table
    #expect(table.unnamedOrganisations == 1)
    #expect(table.cell(org: "1", .points)?.reason == .protected)
    #expect(table.cell(peer: .withheld)?.number == 2)
  }

  @Test func `listed organisations keep their report without a single answer`() {
    var panel = Panel()
    panel.list("silent")
    for key in ["E10", "E9", "E1"] { panel.add(histogram: [0, 20, 20, 0, 0], of: key) }
    let table = panel.table
    #expect(table.definition.organisations.map(\.key) == ["E1", "E10", "E9", "silent"])
    #expect(table.unnamedOrganisations == 0)
    #expect(table.cell(org: "silent", .points)?.reason == .notAsked)
  }

  @Test func `an empty tally has an empty table`() {
    let table = Panel(open: "peers").table
    #expect(table.cells.isEmpty)
    #expect(table.funnels.isEmpty)
    #expect(table.latestPeriods.isEmpty)
  }

  @Test func `numbers come first and by value`() {
    var panel = Panel(open: "peers")
    for key in ["B2", "0010", "9", "A10", "010", "11"] {
      panel.add(histogram: [0, 20, 20, 0, 0], of: key)
    }
    #expect(
      panel.table.definition.organisations.map(\.key) == ["9", "0010", "010", "11", "A10", "B2"])
  }

  @Test func `a funnel runs from the smallest to the largest number of answers`() throws {
    var panel = Panel()
    for place in 1...12 {
      let size = 20 * place
      panel.add(
        histogram: place.isMultiple(of: 2) ? [0, size, size, 0, 0] : [0, 0, size, size, 0],
        of: "E\(place)")
    }
    let table = panel.table
    let funnel = try #require(table.funnels.first)
    #expect(table.funnels.count == 1)
    #expect(funnel.dimension == "d")
    #expect(funnel.period == "2026")
    #expect(funnel.limits.first?.n == 10)
    #expect(funnel.limits.last?.n == 480)
    #expect(funnel.limits.count > 40)
    #expect(funnel.limits.count <= 60)
    #expect(zip(funnel.limits, funnel.limits.dropFirst()).allSatisfy { $0.n < $1.n })
    // At an organisation's own n the curve passes through its limits.
    let own = try #require(table.cell(org: "E12", .expected))
    #expect(funnel.limits.last?.lower95 == own.lower)
    #expect(funnel.limits.last?.upper95 == own.upper)
    #expect(funnel.centre == own.number)
    let strict = try #require(table.cell(org: "E12", .expectedStrict))
    #expect(funnel.limits.last?.lower998 == strict.lower)
  }
}
