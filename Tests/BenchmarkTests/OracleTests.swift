import Benchmark
import Testing

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Samples: Decodable {
  struct Lecturers: Decodable {
    var keys: [String]
    var histograms: [[Int]]
  }
  var insteval_lecturers: Lecturers
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Variance: Decodable {
  var G: Int
  var N: Int
  var MSW: Double
  var var_between_anova: Double
  var icc1: Double
  var icc1_ci95: [Double]
}

private struct Description: Decodable {
  var n: Int
  var mean: Double
  var ci95: [Double]
  var counts: [Int]
  var top2box: Double
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Funnel: Decodable {
  struct Overall: Decodable {
    var T: Double?
    var pooled_sd: Double?
    var phi: Double
    var tau2: Double
  }
  struct Units: Decodable {
    var unit: [String]
    var n: [Int]
    var mean: [Double]
    var zD: [Double]
    var band: [Int]
    var l95: [Double]
    var u95: [Double]
    var l998: [Double]
    var u998: [Double]
  }
  var means: Overall
  var means_bands: [String: Int]
  var mean_units: Units
}

/// Intervals that R does not have, computed in Python from their definitions.
private struct BoundedIntervals: Decodable {
  var departments: [String: [Double]]
  var lecturers: [Double]
}

/// Figures of whole peer groups against R, from the InstEval ratings 1 to 5; a rating step is 25 points.
struct OracleTests {
  private func lecturers(withAtLeast least: Int = 0) throws -> Panel {
    let data = try oracle("samples", as: Samples.self).insteval_lecturers
    var panel = Panel(open: "peers")
    for (key, histogram) in zip(data.keys, data.histograms)
    where histogram.reduce(0, +) >= least {
      panel.add(histogram: histogram, of: key)
    }
    return panel
  }

  @Test func `1,128 lecturers vary as R says`() throws {
    let expected = try #require(
      try oracle("icc", as: [String: Variance].self)["insteval_lecturer"])
    let table = try lecturers().table
    let icc = try #require(table.cell(peer: .icc))
    #expect(agree(icc.number, expected.icc1))
    #expect(agree(icc.lower, expected.icc1_ci95[0], within: 1e-9))
    #expect(agree(icc.upper, expected.icc1_ci95[1], within: 1e-9))
    #expect(icc.n == expected.N)
    let within = table.cell(peer: .withinSD)?.number
    // Oracle 08, the 582 lecturers with at least 30 ratings: pooled_sd, here in points.
    #expect(agree(within, 25 * 1.22530653615755))
    #expect(table.cell(peer: .organisations)?.number == Double(expected.G))
    #expect(table.cell(peer: .withheld)?.number == 0)
    // 12.26 answers by the reference, so 13.
    #expect(table.cell(peer: .answersNeeded)?.number == 13)
    // Lecturer 6 has 31 ratings: reliability = tau2 / (tau2 + MSW / 31).
    let tau2 = expected.var_between_anova
    let reliability = table.cell(org: "6", .reliability)
    #expect(agree(reliability?.number, tau2 / (tau2 + expected.MSW / 31)))
    #expect(reliability?.n == 31)
    #expect(table.cell(org: "6", .informativeValue)?.word == InformativeValue.high.rawValue)
  }

  @Test func `informative value follows the answers needed`() throws {
    // By the reference 21.02 answers are needed for a reliability of 0.80 and 7.88 for 0.60;
    // every lecturer has at least 10.
    let data = try oracle("samples", as: Samples.self).insteval_lecturers
    let table = try lecturers().table
    var words: Set<String> = []
    for (key, histogram) in zip(data.keys, data.histograms) {
      let word = try #require(table.cell(org: key, .informativeValue)?.word)
      #expect(word == (histogram.reduce(0, +) >= 22 ? "high" : "medium"), "lecturer \(key)")
      words.insert(word)
    }
    #expect(words.count == 2)
  }

  @Test func `the mean over all ratings agrees with R`() throws {
    let expected = try #require(
      try oracle("descriptives", as: [String: Description].self)["insteval"])
    let points = try #require(try lecturers().table.cell(peer: .points))
    #expect(agree(points.number, 25 * (expected.mean - 1)))
    let ends = try oracle("bounded-intervals", as: BoundedIntervals.self).lecturers
    #expect(agree(points.lower, ends[0], within: 1e-9))
    #expect(agree(points.upper, ends[1], within: 1e-9))
    #expect(points.rule == "points.clustered")
    #expect(points.n == 73_421)
  }

  @Test func `582 lecturers lie in their expected ranges as R says`() throws {
    let funnel = try oracle("funnel", as: Funnel.self)
    let table = try lecturers(withAtLeast: 30).table
    #expect(agree(table.cell(peer: .overdispersion)?.number, funnel.means.phi, within: 1e-11))
    #expect(table.cell(peer: .overdispersion)?.n == 582)
    #expect(agree(table.cell(peer: .betweenSD)?.number, 25 * funnel.means.tau2.squareRoot()))
    let centre = try #require(funnel.means.T)
    let spread = try #require(funnel.means.pooled_sd)
    #expect(agree(table.cell(peer: .withinSD)?.number, 25 * spread))
    let words: [Int: Reading] = [-2: .wellBelow, -1: .below, 0: .within, 1: .above, 2: .wellAbove]
    let units = funnel.mean_units
    for place in units.unit.indices {
      let key = units.unit[place]
      #expect(agree(table.cell(org: key, .points)?.number, 25 * (units.mean[place] - 1)))
      let usual = try #require(table.cell(org: key, .expected))
      #expect(agree(usual.number, 25 * (centre - 1)))
      #expect(agree(usual.lower, max(0, 25 * (units.l95[place] - 1)), within: 1e-11))
      #expect(agree(usual.upper, min(100, 25 * (units.u95[place] - 1)), within: 1e-11))
      let strict = try #require(table.cell(org: key, .expectedStrict))
      #expect(agree(strict.lower, max(0, 25 * (units.l998[place] - 1)), within: 1e-11))
      #expect(agree(strict.upper, min(100, 25 * (units.u998[place] - 1)), within: 1e-11))
      let reading = try #require(words[units.band[place]])
      #expect(table.cell(org: key, .reading)?.word == reading.rawValue, "lecturer \(key)")
    }
    for (band, word) in words {
      let count = try #require(funnel.means_bands["\(band)"])
      #expect(table.cell(peer: .count(word))?.number == Double(count))
    }
    // 5 % of 582 readings.
    #expect(table.cell(peer: .expectedByChance)?.number == 29.1)
  }

  @Test func `several readings share one false discovery rate`() throws {
    // A second perspective in which all lecturers are alike: its p-values are 1. Of two tests
    // Benjamini-Hochberg doubles the smaller p-value, so that a reading outside 95 % stays in the
    // headline from |z| = qnorm(1 - 0.05 / 4) = 2.241402727604947 on.
    let funnel = try oracle("funnel", as: Funnel.self)
    let data = try oracle("samples", as: Samples.self).insteval_lecturers
    var thresholds = Definition.Thresholds()
    thresholds.minimumReliability = 0
    var panel = Panel(perspectives: ["user", "staff"], open: "peers", thresholds: thresholds)
    for (key, histogram) in zip(data.keys, data.histograms)
    where histogram.reduce(0, +) >= 30 {
      panel.add(histogram: histogram, of: key)
      panel.add(histogram: [0, 20, 20, 0, 0], of: key, perspective: 1)
    }
    let table = panel.table
    var words: [String: Int] = [:]
    for (key, score) in zip(funnel.mean_units.unit, funnel.mean_units.zD) {
      let headline = try #require(table.cell(org: key, .headline))
      let isFound = score.magnitude > 2.241402727604947
      let isStrict = score.magnitude > 3.09023230616781
      #expect(headline.word == (isFound ? (score > 0 ? "keep" : "look") : "none"))
      let rule = isFound ? (isStrict ? "strict-limit" : "false-discovery") : "no-finding"
      #expect(headline.rule == "headline.\(rule)")
      words[headline.rule, default: 0] += 1
      #expect(table.cell(org: key, .headline, perspective: "staff")?.word == "none")
    }
    #expect(words.count == 3)
    // 72 are outside 95 % but inside 99.8 %; some of them lose their headline, not all.
    #expect((1..<72).contains(words["headline.false-discovery"] ?? 0))
  }

  @Test func `departments have the means and shares of R`() throws {
    let cases = try oracle("descriptives", as: [String: Description].self)
      .filter { $0.key.hasPrefix("insteval_department_") }
    #expect(cases.count == 14)
    let intervals = try oracle("bounded-intervals", as: BoundedIntervals.self).departments
    var panel = Panel()
    for (key, expected) in cases { panel.add(histogram: expected.counts, of: key) }
    let table = panel.table
    for (key, expected) in cases {
      for measure in [CellID.Measure.dimension("d"), .item("y")] {
        let points = try #require(table.cell(org: key, .points, of: measure))
        #expect(agree(points.number, 25 * (expected.mean - 1)))
        let ends = try #require(intervals[key])
        #expect(agree(points.lower, ends[0], within: 1e-9))
        #expect(agree(points.upper, ends[1], within: 1e-9))
        #expect(points.n == expected.n)
        #expect(points.rule == "points.score")
      }
      let share = table.cell(org: key, .topTwoShare, of: .item("y"))
      #expect(agree(share?.number, expected.top2box))
      for (level, count) in expected.counts.enumerated() {
        let cell = table.cell(org: key, .level(level), of: .item("y"))
        #expect(cell?.number == Double(count))
      }
    }
  }
}
