import Releases
import Tally
import Testing

struct ReleaseGateTests {
  private static let schema = Schema(
    items: [
      Schema.Item(key: "a", levels: 5), Schema.Item(key: "b", levels: 5),
      Schema.Item(key: "c", levels: 5),
    ],
    dimensions: [Schema.Dimension(key: "ab", items: [0, 1], minimumAnswered: 1)],
    perspectives: ["user"])
  private static let key = GroupKey(organisation: "E1", period: "2026", perspective: 0)

  /// A tally of one group in which everybody answered both items of the dimension alike, and item c.
  private func tally(ab: [Int], c: [Int]) -> Tally {
    var counts = GroupCounts(schema: Self.schema)
    counts.respondents = max(ab.reduce(0, +), c.reduce(0, +))
    counts.items[0].levels = ab
    counts.items[1].levels = ab
    counts.items[2].levels = c
    counts.dimensions[0].scored = ab.reduce(0, +)
    counts.dimensions[0].complete = ab.reduce(0, +)
    var tally = Tally(schema: Self.schema)
    tally.add(counts, to: Self.key)
    return tally
  }

  @Test func `parts are dimensions joined by items, and items of none`() {
    let schema = Schema(
      items: (0..<6).map { Schema.Item(key: "i\($0)", levels: 5) },
      dimensions: [
        Schema.Dimension(key: "x", items: [0, 1], minimumAnswered: 1),
        Schema.Dimension(key: "y", items: [3, 4], minimumAnswered: 1),
        Schema.Dimension(key: "z", items: [1, 5], minimumAnswered: 1),
      ], perspectives: ["user"])
    let parts = Parts(schema).all
    #expect(parts.map(\.items) == [[0, 1, 5], [2], [3, 4]])
    #expect(parts.map(\.dimensions) == [[0, 2], [], [1]])
  }

  /// Counts before and after, and what may be published of the dimension's items; worked out by hand.
  @Test(arguments: [
    (before: [4, 4, 4, 4, 4], after: [4, 4, 4, 4, 4], passes: true, "nothing changed"),
    (before: [4, 4, 4, 4, 4], after: [4, 4, 4, 4, 8], passes: false, "four added"),
    (before: [4, 4, 4, 4, 4], after: [4, 4, 4, 4, 9], passes: false, "five added, all the same"),
    (
      before: [4, 4, 4, 4, 4], after: [4, 4, 4, 5, 8], passes: true, "five added, not all the same"
    ),
    (before: [4, 4, 4, 4, 4], after: [3, 4, 4, 6, 9], passes: false, "one taken away"),
    (before: [4, 4, 4, 4, 4], after: [0, 4, 4, 4, 4], passes: false, "four taken away"),
    (before: [4, 4, 4, 4, 4], after: [1, 2, 4, 4, 4], passes: true, "five taken away"),
    (
      before: [4, 4, 4, 4, 4], after: [1, 2, 4, 8, 9], passes: false, "nine added, five taken away"
    ),
    (before: [0, 0, 0, 0, 0], after: [0, 0, 0, 0, 9], passes: true, "first answers"),
    (before: [0, 0, 0, 0, 0], after: [0, 0, 0, 2, 2], passes: false, "four first answers"),
  ])
  func `counts change by enough or not at all`(
    before: [Int], after: [Int], passes: Bool, why: String
  ) throws {
    let c = [6, 6, 6, 6, 6]
    let release = ReleaseGate(minimumChange: 5).release(
      tally(ab: after, c: c), after: tally(ab: before, c: c))
    let counts = try #require(release.tally.groups[Self.key])
    // Nine more and five fewer are a change of four in all, by which sums must not change.
    #expect(counts.items[0].levels == (passes ? after : before))
    #expect(counts.items[1].levels == (passes ? after : before))
    #expect(counts.items[2].levels == c)
    #expect(counts.dimensions[0].scored == (passes ? after : before).reduce(0, +))
  }

  @Test func `parts are decided by themselves`() throws {
    let release = ReleaseGate(minimumChange: 5).release(
      tally(ab: [4, 4, 4, 6, 9], c: [5, 5, 5, 5, 6]),
      after: tally(ab: [4, 4, 4, 4, 4], c: [5, 5, 5, 5, 5]))
    let counts = try #require(release.tally.groups[Self.key])
    #expect(counts.items[0].levels == [4, 4, 4, 6, 9])
    #expect(counts.items[2].levels == [5, 5, 5, 5, 5])
    #expect(release.count(of: .updated) == 1)
    #expect(release.count(of: .held) == 1)
  }

  @Test func `a group that vanishes stays unless enough were taken away`() {
    let gate = ReleaseGate(minimumChange: 5)
    let none = Tally(schema: Self.schema)
    let few = tally(ab: [1, 1, 1, 1, 0], c: [1, 1, 1, 1, 0])
    #expect(gate.release(none, after: few).tally == few)
    let many = tally(ab: [4, 4, 4, 4, 4], c: [4, 4, 4, 4, 4])
    #expect(gate.release(none, after: many).tally == none)
  }

  @Test func `a smallest change of one lets everything pass`() {
    let (old, new) = (
      tally(ab: [4, 4, 4, 4, 4], c: [4, 4, 4, 4, 4]),
      tally(ab: [4, 4, 4, 4, 5], c: [4, 4, 4, 4, 4])
    )
    #expect(ReleaseGate(minimumChange: 1).release(new, after: old).tally == new)
  }
}
