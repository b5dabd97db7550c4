import Microdata
import Testing

@Suite struct LocalRecodingTests {
  @Test(arguments: [LocalRecoding.Levels.all, .suppressionOnly])
  func `loses less than one node for all, and every class holds strictly`(
    _ levels: LocalRecoding.Levels
  ) throws {
    for seed in 31...34 {
      let data = try RandomTable(seed: UInt64(seed), records: 400).microdata()
      let release = try LocalRecoding.release(
        data, criteria: [.anonymity(k: 5)], measure: .loss(.mean), levels: levels)
      var counts: [[String]: Int] = [:]
      for group in release.classOfRecord where group >= 0 {
        counts[release.labels(ofClass: Int(group)), default: 0] += 1
      }
      #expect(counts.values.allSatisfy { $0 >= 5 } && counts.count == release.classes.count)
      #expect(release.suppressed == release.classOfRecord.count - counts.values.reduce(0, +))
      guard levels == .all else { continue }
      var search = try OptimalSearch(
        data, criteria: [.anonymity(k: 5)], suppressionLimit: 1)
      let proved = search.finish()
      let optimum = try #require(proved)
      #expect(UtilityReport(release).loss <= optimum.loss)
    }
  }

  @Test func `reports what a release still says`() throws {
    // Four records, one suppressed; a stays as it is, b goes up: by hand.
    let one = try Hierarchy(rows: [["x", "*"], ["y", "*"]])
    let other = try Hierarchy(rows: [["p", "*"], ["q", "*"], ["r", "*"]])
    let data = try Microdata(hierarchies: [one, other], leaves: [[0, 0, 0, 1], [0, 1, 2, 0]])
    let search = try OptimalSearch(data, criteria: [.anonymity(k: 3)], suppressionLimit: 1)
    let report = UtilityReport(search.release(data, node: [0, 1]))
    #expect(report.suppressed == 1 && report.classes == 1)
    // a: 3/2 kept and 1 suppressed less 4/2, of 4 less 4/2; b: everything lost.
    #expect(report.losses == [0.25, 1])
    #expect(report.discernibility == 13 && report.averageClassSize == 2)
    #expect(report.levels == [[3, 0], [0, 3]] && report.suppressedCells == [0, 3])
    #expect(report.precision == (0.25 + 1) / 2)
    #expect(report.classSizes == (3, 3.0, 3))
  }
}
