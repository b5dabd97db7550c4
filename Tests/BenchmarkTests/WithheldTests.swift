import Benchmark
import Testing

/// Answers that an analyst withholds as implausible count nowhere and are said to be withheld.
struct WithheldTests {
  private func panel(without odd: Bool, perspectives: [String] = ["user", "staff"]) -> Panel {
    var panel = Panel(perspectives: perspectives)
    for place in 0..<12 {
      let shift = place % 3
      for perspective in perspectives.indices {
        if odd, place == 4, perspective == 0 { continue }
        panel.add(
          histogram: [2, 5 + shift, 10, 12 - shift, 6], of: "E\(place)", perspective: perspective)
      }
    }
    panel.list("E4")
    return panel
  }

  @Test func `peers are as if the answers had not been given`() throws {
    var panel = panel(without: false)
    panel.definition.withheld = [
      Definition.Withheld(
        organisation: "E4", period: nil, perspective: "user", reason: "one hand, one evening")
    ]
    let (found, clean) = (panel.table, self.panel(without: true).table)
    for cell in clean.cells where cell.id.subject != .organisation("E4") {
      guard cell.id.statistic != .withheld else { continue }
      #expect(found[cell.id] == cell, "\(cell.id)")
    }
    for cell in found.cells
    where cell.id.subject == .organisation("E4") && cell.id.perspective == "user" {
      guard cell.id.statistic != .headline else { continue }
      #expect(cell.value == .none(.implausible), "\(cell.id)")
      #expect(cell.rule == "withheld.implausible")
      #expect(cell.n == nil)
    }
    #expect(found.cell(org: "E4", .points, perspective: "staff")?.number != nil)
  }

  @Test func `only the named period is withheld`() throws {
    var panel = panel(without: false)
    for place in 0..<12 {
      panel.add(histogram: [2, 5, 10, 12, 6], of: "E\(place)", period: "2025")
    }
    panel.definition.withheld = [
      Definition.Withheld(organisation: "E4", period: "2025", perspective: nil, reason: "x")
    ]
    let table = panel.table
    #expect(table.cell(org: "E4", .points, period: "2025")?.value == .none(.implausible))
    #expect(table.cell(org: "E4", .points)?.number != nil)
    #expect(table.cell(org: "E5", .points, period: "2025")?.number != nil)
  }
}
