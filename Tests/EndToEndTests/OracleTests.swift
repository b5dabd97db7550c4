import Foundation
import Testing

/// Figures of shipped pipelines over open data equal reference numbers computed in R.
///
/// Tolerance: 1e-12 relative for closed forms, 1e-9 for what rests on quantiles of distributions
/// (fixtures/oracles/end-to-end/README.md).
struct OracleTests {
  private static let closed = 1e-12
  private static let inverse = 1e-9

  private func oracle<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value {
    let file = Project.fixtures.appending(path: "oracles/end-to-end/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }

  private func expect(
    _ found: Double?, equals expected: Double, within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try #require(found, sourceLocation: sourceLocation)
    #expect(
      abs(found - expected) <= tolerance * max(1, abs(expected)), "\(found) \(expected)",
      sourceLocation: sourceLocation)
  }

  struct Described: Decodable {
    let n: Int
    let mean: Double
    let sd: Double
    let ci95: [Double]
    let counts: [Int]
    let top2box: Double
    let pomp_mean: Double
  }

  struct Descriptives: Decodable {
    let insteval_all: Described
    let bfi_items: [String: Described]
  }

  struct OneWay: Decodable {
    let N: Int
    let MSW: Double
    let icc1: Double
    let icc1_ci95: [Double]
    let n_for_rel: [String: Double]
  }

  struct Agreement: Decodable {
    let insteval_lecturer: OneWay
    let bhr2000_leadership_mean: OneWay
  }

  struct Unit: Decodable {
    let unit: String
    let n: Int
    let mean: Double
    let zD: Double
    let band: Int
    let l95: Double
    let u95: Double
    let l998: Double
    let u998: Double
  }

  struct Funnel: Decodable {
    let T: Double
    let I: Int
    let pooled_sd: Double
    let phi: Double
    let tau2: Double
    let bands_count: [String: Int]
    let units: [Unit]
  }

  struct FunnelFile: Decodable { let MEAN_insteval_lecturers_n30: Funnel }

  struct Alpha: Decodable {
    let n_complete: Int
    let alpha_raw: Double
    let feldt95: [Double]
  }

  struct Alphas: Decodable {
    let bfi_A: Alpha
    let bfi_C: Alpha
    let bfi_E: Alpha
    let bhr2000: Alpha
  }

  /// Points of a mean on a scale from 1 to 5 or 6.
  private func points(_ mean: Double, of levels: Double) -> Double {
    (mean - 1) / (levels - 1) * 100
  }

  @Test func `73,421 ratings of 1,128 lecturers`() throws {
    let place = try Workplace()
    let cells = try place.cells(ofPipeline: "teaching")
    let peers = "peer.lecturers/all/students/lecture/"

    let all = try oracle("02_descriptives", Descriptives.self).insteval_all
    try expect(cells.value(peers + "points"), equals: all.pomp_mean, within: Self.closed)
    #expect(cells.rows[peers + "points"]?.n == "\(all.n)")
    // R's interval takes the ratings as independent; that of lecturers drawn at random is wider
    // (BenchmarkTests hold its ends to a computation of their own).
    let ends = cells.interval(peers + "points")
    #expect(ends.count == 2)
    #expect(ends[0] < points(all.ci95[0], of: 5) && ends[1] > points(all.ci95[1], of: 5))

    let oneWay = try oracle("06_icc", Agreement.self).insteval_lecturer
    try expect(cells.value(peers + "icc"), equals: oneWay.icc1, within: Self.closed)
    let iccEnds = cells.interval(peers + "icc")
    #expect(iccEnds.count == 2)
    for (found, expected) in zip(iccEnds, oneWay.icc1_ci95) {
      try expect(found, equals: expected, within: Self.inverse)
    }
    let needed = try #require(oneWay.n_for_rel["r70"])
    #expect(cells.value(peers + "answers_needed") == needed.rounded(.up))

    let funnel = try oracle("08_funnel_insteval", FunnelFile.self).MEAN_insteval_lecturers_n30
    try expect(
      cells.value(peers + "within_sd"), equals: funnel.pooled_sd * 25, within: Self.closed)
    try expect(cells.value(peers + "overdispersion"), equals: funnel.phi, within: Self.closed)
    try expect(
      cells.value(peers + "between_sd"), equals: funnel.tau2.squareRoot() * 25,
      within: Self.closed)
    #expect(funnel.units.count == funnel.I)
    let words = [-2: "below2", -1: "below", 0: "within", 1: "above", 2: "above2"]
    for unit in funnel.units {
      let own = "org.\(unit.unit)/all/students/lecture/"
      try expect(
        cells.value(own + "points"), equals: points(unit.mean, of: 5), within: Self.closed)
      #expect(cells.rows[own + "points"]?.n == "\(unit.n)")
      try expect(
        cells.value(own + "expected"), equals: points(funnel.T, of: 5), within: Self.closed)
      let limits = cells.interval(own + "expected") + cells.interval(own + "expected998")
      #expect(limits.count == 4)
      for (found, expected) in zip(limits, [unit.l95, unit.u95, unit.l998, unit.u998]) {
        let inScale = min(max(points(expected, of: 5), 0), 100)
        try expect(found, equals: inScale, within: Self.inverse)
      }
      #expect(cells.rows[own + "reading"]?.value == words[unit.band], "\(unit.unit)")
    }
    for (band, count) in funnel.bands_count {
      let word = try #require(Int(band).flatMap { words[$0] })
      #expect(cells.value(peers + "count_\(word)") == Double(count))
    }
  }

  @Test func `members of 99 companies rate their leadership`() throws {
    let place = try Workplace()
    // The reference is about all companies, those with eight or nine members included.
    let shipped = Project.folder.appending(path: "pipelines/leadership.yaml")
    try place.write(
      "all.yaml",
      String(contentsOf: shipped, encoding: .utf8)
        + "\nthresholds: {minimum_answers: 1, allow_small_counts: true}\n")
    let outcome = try place.echolot(
      "run", "all.yaml", "--out", "out", "--input",
      "bhr2000=" + Project.fixtures.appending(path: "open-data/bhr2000.csv.gz").path)
    try #require(outcome.exit == 0, "\(outcome.errors)")
    let cells = try CellRows(place.read("out/leadership/latest/cells.csv"))
    let peers = "peer.companies/all/members/leadership/"
    let oneWay = try oracle("06_icc", Agreement.self).bhr2000_leadership_mean
    try expect(cells.value(peers + "icc"), equals: oneWay.icc1, within: Self.closed)
    let ends = cells.interval(peers + "icc")
    #expect(ends.count == 2)
    for (found, expected) in zip(ends, oneWay.icc1_ci95) {
      try expect(found, equals: expected, within: Self.inverse)
    }
    let needed = try #require(oneWay.n_for_rel["r70"])
    #expect(cells.value(peers + "answers_needed") == needed.rounded(.up))
    try expectAlpha(
      cells, peers + "alpha", try oracle("05_alpha", Alphas.self).bhr2000)
  }

  @Test func `2,800 self-descriptions by 25 items, seven of them reversed`() throws {
    let place = try Workplace()
    let cells = try place.cells(ofPipeline: "personality")
    let alphas = try oracle("05_alpha", Alphas.self)
    let names = ["agreeable", "careful", "outgoing"]
    for (name, alpha) in zip(names, [alphas.bfi_A, alphas.bfi_C, alphas.bfi_E]) {
      try expectAlpha(cells, "peer.samples/all/self/\(name)/alpha", alpha)
    }
    let reversed: Set = ["A1", "C4", "C5", "E1", "E2", "O2", "O5"]
    let items = try oracle("02_descriptives", Descriptives.self).bfi_items
    #expect(items.count == 25)
    for (name, described) in items {
      let item = "org.sample/all/self/item:\(name.lowercased())/"
      let turned = reversed.contains(name)
      let expected = turned ? 100 - described.pomp_mean : described.pomp_mean
      try expect(cells.value(item + "points"), equals: expected, within: Self.closed)
      #expect(cells.rows[item + "points"]?.n == "\(described.n)", "\(name)")
      let counts = turned ? described.counts.reversed() : described.counts
      for (level, count) in counts.enumerated() {
        #expect(cells.value(item + "level\(level)") == Double(count), "\(name) \(level)")
      }
      let ends = described.ci95.map { points($0, of: 6) }
      for (found, limit) in zip(
        cells.interval(item + "points"), turned ? ends.reversed().map { 100 - $0 } : ends)
      {
        try expect(found, equals: limit, within: Self.inverse)
      }
      if !turned {
        try expect(
          cells.value(item + "top2_share"), equals: described.top2box, within: Self.closed)
      }
    }
  }

  private func expectAlpha(_ cells: CellRows, _ id: String, _ alpha: Alpha) throws {
    try expect(cells.value(id), equals: alpha.alpha_raw, within: Self.closed)
    #expect(cells.rows[id]?.n == "\(alpha.n_complete)")
    let ends = cells.interval(id)
    #expect(ends.count == 2)
    for (found, expected) in zip(ends, alpha.feldt95) {
      try expect(found, equals: expected, within: Self.inverse)
    }
  }
}
