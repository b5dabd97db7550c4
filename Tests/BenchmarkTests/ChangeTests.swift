import Benchmark
import Testing

private struct Welch: Decodable {
  var histograms: [[Int]]
  var mean: [Double]
  // swift-format-ignore: AlwaysUseLowerCamelCase
  var diff_ci95: [Double]
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct TwoWaves: Decodable {
  var keys: [String]
  var first: [[Int]]
  var second: [[Int]]
  var m1: Double
  var m2: Double
  var lambda1: [Double]
  var s1: [Double]
  var s2: [Double]
  var z_rtm: [Double]
  var mean_expected_of_lowest_20: Double
}

struct ChangeTests {
  @Test func `a change between two periods agrees with Welch's test in R`() throws {
    let expected = try oracle("welch", as: Welch.self)
    var panel = Panel()
    panel.add(histogram: expected.histograms[1], of: "E1", period: "2025")
    panel.add(histogram: expected.histograms[0], of: "E1", period: "2026")
    let table = panel.table
    let change = try #require(table.cell(org: "E1", .change))
    #expect(agree(change.number, 25 * (expected.mean[0] - expected.mean[1]), within: 1e-10))
    #expect(agree(change.lower, 25 * expected.diff_ci95[0], within: 1e-10))
    #expect(agree(change.upper, 25 * expected.diff_ci95[1], within: 1e-10))
    #expect(change.n == 2598 + 1224)
    #expect(table.cell(org: "E1", .changeVerdict)?.word == Change.down.rawValue)
    #expect(table.cell(org: "E1", .change, period: "2025") == nil)
    #expect(table.latestPeriods == ["peers": "2026"])
  }

  /// E1 with these answers of the year before and of the latest year.
  private func table(from before: [Int], to now: [Int], year: String = "2025") -> CellTable {
    var panel = Panel()
    panel.add(histogram: before, of: "E1", period: year)
    panel.add(histogram: now, of: "E1", period: "2026")
    return panel.table
  }

  @Test func `verdicts tell up, down and usual apart`() {
    let (low, high): ([Int], [Int]) = ([0, 20, 20, 0, 0], [0, 0, 20, 20, 0])
    let up = table(from: low, to: high)
    #expect(up.cell(org: "E1", .changeVerdict)?.word == "up")
    #expect(up.cell(org: "E1", .change)?.number == 25)
    #expect(table(from: high, to: low).cell(org: "E1", .changeVerdict)?.word == "down")
    let usual = table(from: low, to: [0, 19, 21, 0, 0]).cell(org: "E1", .changeVerdict)
    #expect(usual?.word == "usual")
    #expect(usual?.rule == "change.welch")
  }

  @Test func `below thirty answers a change cannot be tested yet`() throws {
    let table = table(from: [0, 10, 10, 0, 0], to: [0, 0, 0, 20, 20])
    let verdict = try #require(table.cell(org: "E1", .changeVerdict))
    #expect(verdict.word == "untestable")
    #expect(verdict.rule == "change.minimum-answers")
    #expect(table.cell(org: "E1", .change)?.number == 50)
    #expect(table.cell(org: "E1", .change)?.lower != nil)
  }

  @Test func `a hidden year hides the change`() throws {
    let hiddenBefore = table(from: [0, 3, 3, 0, 0], to: [0, 0, 0, 20, 20])
    let change = try #require(hiddenBefore.cell(org: "E1", .change))
    #expect(change.value == .none(.tooFew))
    #expect(change.n == nil)
    let hiddenNow = table(from: [0, 0, 0, 20, 20], to: [0, 3, 3, 0, 0])
    #expect(hiddenNow.cell(org: "E1", .changeVerdict)?.value == .none(.tooFew))
  }

  @Test func `answers without spread cannot be tested`() {
    let table = table(from: [0, 40, 0, 0, 0], to: [0, 0, 0, 40, 0])
    #expect(table.cell(org: "E1", .change)?.number == 50)
    #expect(table.cell(org: "E1", .change)?.lower == nil)
    #expect(table.cell(org: "E1", .changeVerdict)?.word == "untestable")
    #expect(table.cell(org: "E1", .changeVerdict)?.rule == "change.no-interval")
  }

  @Test func `a gap in the years is bridged`() {
    var panel = Panel()
    panel.add(histogram: [0, 20, 20, 0, 0], of: "E1", period: "2023")
    panel.add(histogram: [0, 20, 20, 0, 0], of: "E2", period: "2024")
    panel.add(histogram: [0, 0, 20, 20, 0], of: "E1", period: "2026")
    let table = panel.table
    #expect(table.cell(org: "E1", .change)?.number == 25)
    // E2 is silent in the latest year, which its report is about.
    #expect(table.cell(org: "E2", .points)?.reason == .notAsked)
    #expect(table.cell(org: "E2", .change)?.reason == .notAsked)
    #expect(table.cell(org: "E1", .points, period: "2024") == nil)
  }

  @Test func `headlines stand in the latest period only`() {
    let table = table(from: [0, 20, 20, 0, 0], to: [0, 0, 20, 20, 0])
    #expect(table.cell(org: "E1", .headline) != nil)
    #expect(table.cell(org: "E1", .headline, period: "2025") == nil)
  }

  /// Six organisations whose means in both years are these levels times a hundredth.
  private func panel(_ before: [Int], _ now: [Int]) -> Panel {
    var panel = Panel()
    for (place, means) in zip(before, now).enumerated() {
      for (level, period) in [(means.0, "2025"), (means.1, "2026")] {
        // A share of the hundred answers is one level higher.
        var histogram = [Int](repeating: 0, count: 6)
        histogram[level / 100] = 100 - level % 100
        histogram[level / 100 + 1] = level % 100
        panel.add(
          histogram: Array(histogram.prefix(5)), of: "E\(place + 1)", period: period)
      }
    }
    return panel
  }

  @Test func `a return to the middle is no change beyond what is usual`() throws {
    // E1 was far below the others by chance alone: the others do not differ, so nothing lasts.
    let table = panel([120, 150, 150, 150, 150, 150], [140, 150, 150, 150, 150, 150]).table
    let naive = try #require(table.cell(org: "E1", .changeVerdictNaive))
    #expect(naive.word == "up")
    #expect(naive.rule == "change.welch")
    let verdict = try #require(table.cell(org: "E1", .changeVerdict))
    #expect(verdict.word == "usual")
    #expect(verdict.rule == "change.regression-to-mean")
    let change = try #require(table.cell(org: "E1", .change))
    let expected = try #require(table.cell(org: "E1", .changeExpected))
    #expect(agree(change.number, 5))
    #expect((expected.number ?? 0) > 0)
    #expect((expected.upper ?? 0) > 5)
    #expect((table.cell(org: "E1", .changeRegression)?.number ?? 0) > 0)
    #expect(table.cell(peer: .changesTested)?.number == 6)
    #expect(table.cell(peer: .changeCount(.up))?.number == 0)
    #expect(table.cell(peer: .changesByChance)?.number == 0.3)
  }

  @Test func `a change that all share is not an organisation's own`() throws {
    let table = panel([120, 130, 140, 150, 160, 170], [150, 160, 170, 180, 190, 195]).table
    #expect(table.cell(org: "E2", .changeVerdictNaive)?.word == "up")
    #expect(table.cell(org: "E2", .changeVerdict)?.word == "usual")
    let common = try #require(table.cell(peer: .changeCommon))
    #expect((common.number ?? 0) > 6)
    #expect(common.n == 6)
  }

  @Test func `a change of its own stays a change`() {
    let table = panel([120, 130, 140, 150, 160, 170], [190, 130, 140, 150, 160, 170]).table
    #expect(table.cell(org: "E1", .changeVerdictNaive)?.word == "up")
    #expect(table.cell(org: "E1", .changeVerdict)?.word == "up")
    #expect(table.cell(org: "E1", .changeVerdict)?.rule == "change.regression-to-mean")
    #expect(table.cell(peer: .changeCount(.up))?.number == 1)
    #expect(table.cell(peer: .changeCount(.down))?.number == 0)
  }

  @Test func `what stays below an expected rise is not called a fall`() {
    // All others rise by 30 points; E1 stays where it was, and says so.
    let table = panel([150, 130, 140, 150, 160, 170], [150, 250, 260, 270, 280, 290]).table
    #expect(table.cell(org: "E1", .changeVerdict)?.word == "usual")
  }

  @Test func `with four organisations noise alone decides`() throws {
    let table = panel([120, 150, 150, 150], [150, 150, 150, 150]).table
    #expect(table.cell(org: "E1", .changeVerdict)?.word == "up")
    #expect(table.cell(org: "E1", .changeVerdict)?.rule == "change.welch")
    #expect(table.cell(org: "E1", .changeExpected)?.rule == "peers.minimum")
    #expect(table.cell(peer: .changeCommon)?.rule == "peers.minimum")
  }

  @Test func `organisations that were shown once only do not count among the expected`() {
    // Six in the latest year, but only four of them in the year before as well.
    var panel = panel([120, 150, 150, 150], [150, 150, 150, 150])
    for key in ["F1", "F2"] { panel.add(histogram: [0, 50, 50, 0, 0], of: key) }
    for key in ["G1", "G2"] { panel.add(histogram: [0, 50, 50, 0, 0], of: key, period: "2025") }
    let table = panel.table
    #expect(table.cell(org: "E1", .changeExpected)?.rule == "change.minimum-peers")
    #expect(table.cell(org: "E1", .changeVerdict)?.rule == "change.welch")
    #expect(table.cell(peer: .changeCommon)?.rule == "change.minimum-peers")
    #expect(table.cell(org: "F1", .changeExpected) == nil)
  }

  @Test func `the smallest detectable change is half the interval`() throws {
    let table = panel([120, 130, 140, 150, 160, 170], [140, 130, 140, 150, 160, 170]).table
    for place in 1...6 {
      let change = try #require(table.cell(org: "E\(place)", .change))
      let detectable = try #require(table.cell(org: "E\(place)", .changeDetectable)?.number)
      let (lower, upper) = (try #require(change.lower), try #require(change.upper))
      #expect(agree(detectable, (upper - lower) / 2, within: 1e-11))
      let isNaive = table.cell(org: "E\(place)", .changeVerdictNaive)?.word != "usual"
      #expect(isNaive == ((change.number ?? 0).magnitude > detectable))
    }
  }

  @Test func `what 411 lecturers' first years let expect agrees with R`() throws {
    let expected = try oracle("two-waves", as: TwoWaves.self)
    var thresholds = Definition.Thresholds()
    thresholds.minimumAnswers = 8
    thresholds.minimumForReading = 8
    var panel = Panel(open: "peers", thresholds: thresholds)
    for (place, key) in expected.keys.enumerated() {
      panel.add(histogram: expected.first[place], of: key, period: "2025")
      panel.add(histogram: expected.second[place], of: key, period: "2026")
    }
    let table = panel.table
    #expect(
      agree(
        table.cell(peer: .changeCommon)?.number, 25 * (expected.m2 - expected.m1), within: 1e-10))
    #expect(table.cell(peer: .changeCommon)?.n == 411)
    var returns: [(first: Double, share: Double)] = []
    for (place, key) in expected.keys.enumerated() {
      func mean(_ histogram: [Int]) -> Double {
        Double(histogram.enumerated().reduce(0) { $0 + $1.element * ($1.offset + 1) })
          / Double(histogram.reduce(0, +))
      }
      let (y1, y2) = (mean(expected.first[place]), mean(expected.second[place]))
      let lambda = expected.lambda1[place]
      let middle = expected.m2 + lambda * (y1 - expected.m1) - y1
      let (s1, s2) = (expected.s1[place], expected.s2[place])
      let half = 1.959963984540054 * (s2 * s2 + lambda * s1 * s1).squareRoot()
      let cell = try #require(table.cell(org: key, .changeExpected))
      #expect(((cell.number ?? 0) - 25 * middle).magnitude < 1e-9, "lecturer \(key)")
      #expect(((cell.lower ?? 0) - max(-100, 25 * (middle - half))).magnitude < 1e-9)
      #expect(((cell.upper ?? 0) - min(100, 25 * (middle + half))).magnitude < 1e-9)
      // Beyond these limits is what R's corrected score is beyond 1.96.
      let change = y2 - y1
      #expect((change > middle + half) == (expected.z_rtm[place] > 1.959963984540054))
      let back = try #require(table.cell(org: key, .changeRegression)?.number)
      returns.append((y1, back))
    }
    let lowest = returns.enumerated().sorted {
      ($0.element.first, $0.offset) < ($1.element.first, $1.offset)
    }
    let mean = lowest.prefix(20).reduce(0) { $0 + $1.element.share } / 20
    #expect((mean - 25 * expected.mean_expected_of_lowest_20).magnitude < 1e-9)
  }
}
