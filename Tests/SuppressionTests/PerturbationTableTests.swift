import Foundation
import Suppression
import Testing

@Suite struct PerturbationTableTests {
  private struct Oracle: Decodable {
    struct Row: Decodable {
      var i: Int
      var v: Int
      var p: Double
      var ub: Double?
    }
    var rows: [Row]
  }

  @Test func `gives the published probabilities`() throws {
    // ptable 1.0: D = 5, V = 3, js = 2, nine digits, by a numerical optimiser.
    let oracle = try JSONDecoder().decode(
      Oracle.self, from: Data(Instances.bytes("ckm_ptable_D5_V3_js2.json")))
    let table = try PerturbationTable(deviation: 5, variance: 3, smallest: 2)
    #expect(table.rows.map(\.count).reduce(0, +) == oracle.rows.count)
    for row in oracle.rows {
      let change = try #require(table.rows[row.i].first { $0.amount == row.v })
      #expect(abs(change.probability - row.p) < 1e-7)
      if let upTo = row.ub { #expect(abs(change.upTo - upTo) < 1e-7) }
    }
  }

  @Test func `keeps zeros and never gives small counts`() throws {
    let table = try PerturbationTable(deviation: 5, variance: 3, smallest: 2)
    #expect(table.perturbed(0, key: 0.3) == 0)
    for count in 1...40 {
      for step in 1...200 {
        let outcome = table.perturbed(count, key: Double(step) / 200)
        #expect(outcome == 0 || outcome > 2)
        #expect(abs(outcome - count) <= 5)
      }
    }
  }

  @Test func `keys add up to the key of the cell`() {
    // 0.75 + 0.5 = 1.25, of which 0.25 stays; nothing at all counts as 1.
    let three: UInt64 = 0b11 << 62
    #expect(PerturbationTable.cellKey(of: [three]) == 0.75)
    #expect(PerturbationTable.cellKey(of: [three, 1 << 63]) == 0.25)
    #expect(PerturbationTable.cellKey(of: []) == 1)
  }

  @Test func `says why there is no table`() {
    #expect(throws: PerturbationTable.Failure.impossibleParameters) {
      try PerturbationTable(deviation: 0, variance: 3)
    }
    // A count of 1 must become 0 or at least 3; with a variance of 0.1 and mean 0 it cannot.
    #expect(throws: PerturbationTable.Failure.noProbabilities(count: 1)) {
      try PerturbationTable(deviation: 5, variance: 0.1, smallest: 2)
    }
  }
}
