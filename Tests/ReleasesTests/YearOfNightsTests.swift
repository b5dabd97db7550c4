import Releases
import Tally
import Testing

/// A year of nights, and somebody who keeps every release and subtracts.
struct YearOfNightsTests {
  private static let schema = Schema(
    items: [Schema.Item(key: "stars", levels: 5)],
    dimensions: [Schema.Dimension(key: "d", items: [0], minimumAnswered: 1)],
    perspectives: ["user"])

  private struct Draws {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  /// Single answers that follow from two releases: all that were added, or taken away, if they are one
  /// or all the same.
  private func given(away old: [Int], _ new: [Int]) -> Int {
    let changes = zip(old, new).map { $1 - $0 }
    let (more, less) = (changes.filter { $0 > 0 }, changes.filter { $0 < 0 })
    return [more, less.map { -$0 }].reduce(0) { $0 + ($1.count == 1 ? $1[0] : 0) }
  }

  /// Plays a year and returns how many answers there were, how many were given away, and how many
  /// nights published figures lay behind at most.
  private func play(_ minimumChange: Int, seed: UInt64) -> (answers: Int, lost: Int, lag: Int) {
    let gate = ReleaseGate(minimumChange: minimumChange)
    let audit = ReleaseAudit(minimumChange: minimumChange)
    var draws = Draws(state: seed)
    var counted = Tally(schema: Self.schema)
    var published: Tally?
    var (answers, lost, lag) = (0, 0, 0)
    var waiting = [Int](repeating: 0, count: 20)
    for _ in 0..<365 {
      var night = Tally(schema: Self.schema)
      for organisation in 0..<20 where draws.next(3) == 0 {
        var counts = GroupCounts(schema: Self.schema)
        counts.respondents = 1 + draws.next(2)
        for _ in 0..<counts.respondents {
          // Satisfied, as most are: half of all give the best answer.
          counts.items[0].levels[draws.next(2) == 0 ? 4 : draws.next(5)] += 1
        }
        counts.dimensions[0].scored = counts.respondents
        counts.dimensions[0].complete = counts.respondents
        answers += counts.respondents
        night.add(
          counts, to: GroupKey(organisation: "E\(organisation)", period: "2026", perspective: 0))
      }
      counted += night
      guard let before = published else {
        published = counted
        continue
      }
      let release = gate.release(counted, after: before)
      for organisation in 0..<20 {
        let key = GroupKey(organisation: "E\(organisation)", period: "2026", perspective: 0)
        let none = [0, 0, 0, 0, 0]
        let (old, new) = (
          before.groups[key]?.items[0].levels ?? none,
          release.tally.groups[key]?.items[0].levels ?? none
        )
        // Figures of fewer than ten answers are not published at all.
        if old.reduce(0, +) >= 10 { lost += given(away: old, new) }
        waiting[organisation] = old == new ? waiting[organisation] + 1 : 0
        if release.outcomes[key]?.contains(.held) == true { lag = max(lag, waiting[organisation]) }
      }
      func cells(_ tally: Tally) -> [String: Int] {
        var cells: [String: Int] = [:]
        for (key, counts) in tally.groups where counts.items[0].answered >= 10 {
          cells["org.\(key.organisation)/item:stars/answers"] = counts.items[0].answered
          for (level, count) in counts.items[0].levels.enumerated() {
            cells["org.\(key.organisation)/item:stars/level\(level)"] = count
          }
        }
        return cells
      }
      if minimumChange > 1 {
        #expect(audit.findings(from: cells(before), to: cells(release.tally)).isEmpty)
      }
      published = release.tally
    }
    return (answers, lost, lag)
  }

  @Test(arguments: [1, 2, 3]) func `with the gate no answer of a year is given away`(seed: UInt64) {
    let without = play(1, seed: seed)
    let with = play(5, seed: seed)
    #expect(without.answers == with.answers)
    #expect(without.lost > without.answers / 4)
    #expect(with.lost == 0)
    #expect(with.lag < 60)
  }

  @Test func `the audit finds what the gate would have held back`() {
    func found(in new: [String: Int]) -> [String] {
      ReleaseAudit(minimumChange: 5).findings(from: old, to: new).map { "\($0.cell) \($0.change)" }
    }
    let old = ["o/i/answers": 20, "o/i/level0": 10, "o/i/level1": 10, "o/j/answers": 30]
    #expect(found(in: old) == [])
    #expect(
      found(in: ["o/i/answers": 21, "o/i/level0": 10, "o/i/level1": 11, "o/j/answers": 35])
        == ["o/i 1", "o/i/answers 1"])
    // The number stays, but one answer was exchanged for another.
    #expect(
      found(in: ["o/i/answers": 20, "o/i/level0": 9, "o/i/level1": 11, "o/j/answers": 30])
        == ["o/i 1", "o/i 1"])
  }
}
