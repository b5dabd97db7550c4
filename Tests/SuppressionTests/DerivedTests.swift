import Foundation
import Suppression
import Testing

@Suite struct DerivedTests {
  private struct Row: Decodable {
    var n: Int
    var published: String
    var unique: Double
    var known: Double
    var proved: Double

    enum CodingKeys: String, CodingKey {
      case n, published
      case unique = "p_full_distribution_unique"
      case known = "p_count_of_1star_known_exactly"
      case proved = "p_at_least_one_1star_proved"
    }
  }

  @Test func `gives the table of unique distributions to the last digit`() throws {
    let rows = try JSONDecoder().decode(
      [Row].self, from: Data(Instances.bytes("derived_stats_uniqueness.json")))
    #expect(rows.count == 56)
    for n in Set(rows.map(\.n)).sorted() {
      let table = UniquenessTable(n: n, probabilities: [0.06, 0.07, 0.12, 0.30, 0.45])
      for row in rows where row.n == n {
        let parts = Set(row.published.split(separator: "+").map(String.init))
        let plan = DerivedPlan(
          meanDecimals: parts.contains("mean2") ? 2 : parts.contains("mean1") ? 1 : nil,
          deviationDecimals: parts.contains("sd2") ? 2 : parts.contains("sd1") ? 1 : nil,
          shareDecimals: parts.contains("top2pct0") ? 0 : nil)
        let found = table.row(plan, top: [4, 5])
        #expect(abs(found.unique - row.unique) < 5.1e-5)
        #expect(abs(found.lowestKnown - row.known) < 5.1e-5)
        #expect(abs(found.lowestProved - row.proved) < 5.1e-5)
      }
    }
  }

  @Test func `finds exactly the histograms that listing all of them finds`() {
    let n = 8
    var all: [[Int]] = []
    for a in 0...n {
      for b in 0...(n - a) {
        for c in 0...(n - a - b) { all.append([a, b, c, n - a - b - c]) }
      }
    }
    let plan = DerivedPlan(
      meanDecimals: 1, deviationDecimals: 1, shareDecimals: 0, shareMultiple: 5)
    for histogram in all {
      let figures = plan.figures(of: histogram, top: [3, 4])
      let fitting = all.filter { plan.figures(of: $0, top: [3, 4]) == figures }
      let audit = DerivedAudit(figures)
      #expect(audit.histograms == fitting.count)
      #expect(audit.fewest[0] == fitting.map { $0[0] }.min())
      #expect(audit.largest[0] == fitting.map { $0[0] }.max())
      let findings = audit.findings(figures, sensitive: [1])
      #expect(findings.contains(.unique) == (fitting.count == 1))
      #expect(findings.contains(.proved(level: 1)) == fitting.allSatisfy { $0[0] > 0 })
    }
  }

  @Test func `pins a hidden n`() {
    // A mean of 3.33 with one answer in three to level 1 of 5: of 5 to 9 answers only 6 and 9 give
    // 33 per cent, and a mean of 3.33 needs 20 or 30 points; 20 / 6 and 30 / 9 both do. A mean of
    // 3.17 needs 19 / 6.
    var figures = PublishedFigures(levels: 5, n: 5...9)
    figures.shares = [.init(levels: [1], percent: .init(units: 33, decimals: 0))]
    figures.mean = .init(units: 317, decimals: 2)
    let audit = DerivedAudit(figures)
    #expect(audit.n == 6...6)
    #expect(audit.findings(figures, sensitive: []).contains(.pinnedCount))
  }

  @Test func `remedies give nothing away`() throws {
    for histogram in [[1, 1, 2, 3, 3], [0, 0, 0, 2, 8], [2, 2, 2, 2, 2], [0, 1, 5, 9, 15]] {
      let wanted = DerivedPlan()
      guard let plan = wanted.remedy(for: histogram, top: [4, 5], sensitive: [1]) else { continue }
      let figures = plan.figures(of: histogram, top: [4, 5])
      #expect(figures.fits(histogram))
      #expect(DerivedAudit(figures).findings(figures, sensitive: [1]).isEmpty)
    }
  }

  @Test func `reads figures as they are printed`() throws {
    let json = #"{"units":[{"n":[5,9],"mean":"3,17","shares":[{"levels":[1],"percent":"33"}]}]}"#
    let unit = try #require(try DerivedDocument(Array(json.utf8)).units.first)
    #expect(unit.figures.mean == .init(units: 317, decimals: 2))
    #expect(unit.figures.n == 5...9)
    #expect(throws: DerivedDocument.Failure.unreadable("units.0.n")) {
      try DerivedDocument(Array(#"{"mean":"3.1"}"#.utf8))
    }
    #expect(throws: DerivedDocument.Failure.notJSON) { try DerivedDocument(Array("{".utf8)) }
  }
}
