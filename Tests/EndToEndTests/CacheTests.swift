import Foundation
import Testing

/// Counts of earlier nights: they save reading, and change nothing.
struct CacheTests {
  /// Three exports and their pipeline; respondents 150 to 159 stand in the first two.
  private func prepare(_ place: borrowing Workplace, respondents: Bool) throws {
    try place.write("day1.csv", SmallSurvey.export(rows: 0..<160))
    try place.write("day2.csv", SmallSurvey.export(rows: 150..<320))
    try place.write("day3.csv", SmallSurvey.export(rows: 320..<480))
    let replacing =
      respondents ? [] : [("    respondent: {column: id}\n", "")]
    try place.write("small.yaml", SmallSurvey.pipeline(files: "day*.csv", replacing: replacing))
  }

  /// The exports that a run read, by what `--timings` lists.
  private func run(
    _ place: borrowing Workplace, _ more: String...
  ) throws -> (
    Workplace.Outcome, read: [String]
  ) {
    let outcome = try place.start(
      Project.program("echolot"),
      ["run", "small.yaml", "--out", "out", "--timings", "--release-anew"] + more)
    #expect(outcome.exit == 0, "\(outcome.errors)")
    let files = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("  day") }
    return (outcome, files.map { String($0.split(separator: " ")[0]) })
  }

  /// What a run without a cache writes.
  private func expectAsWithout(_ place: borrowing Workplace) throws {
    let anew = try place.echolot(
      "run", "small.yaml", "--out", "anew", "--no-cache", "--release-anew")
    #expect(anew.exit == 0, "\(anew.errors)")
    #expect(try place.tree("out/small/latest") == place.tree("anew/small/latest"))
    #expect(!FileManager.default.fileExists(atPath: place.path("anew/small/.cache")))
  }

  @Test func `a night with one changed export reads that one only`() throws {
    let place = try Workplace()
    try prepare(place, respondents: false)
    #expect(try run(place).read == ["day1.csv", "day2.csv", "day3.csv"])
    #expect(try run(place).read == [])
    try expectAsWithout(place)
    try place.write("day1.csv", SmallSurvey.export(rows: 0..<140))
    #expect(try run(place).read == ["day1.csv"])
    try expectAsWithout(place)
    try place.write("day4.csv", SmallSurvey.export(rows: 480..<500))
    #expect(try run(place).read == ["day4.csv"])
    try expectAsWithout(place)
  }

  @Test func `where respondents may come again, exports after a changed one are read too`() throws {
    let place = try Workplace()
    try prepare(place, respondents: true)
    #expect(try run(place).read == ["day1.csv", "day2.csv", "day3.csv"])
    try expectAsWithout(place)
    #expect(try run(place).read == [])
    // The ten that stood in the first export count in the second one now.
    try place.write("day1.csv", SmallSurvey.export(rows: 0..<150))
    #expect(try run(place).read == ["day1.csv", "day2.csv", "day3.csv"])
    try expectAsWithout(place)
    try place.write("day4.csv", SmallSurvey.export(rows: 470..<500))
    #expect(try run(place).read == ["day4.csv"])
    try expectAsWithout(place)
  }

  @Test func `another pipeline, another key or a damaged entry is no use`() throws {
    let place = try Workplace()
    try prepare(place, respondents: true)
    _ = try run(place)
    let cache = place.path("out/small/.cache")
    let names = try FileManager.default.contentsOfDirectory(atPath: cache).sorted()
    #expect(names.count == 3)
    let handle = try FileHandle(forUpdating: URL(filePath: "\(cache)/\(names[1])"))
    try handle.seek(toOffset: 40)
    try handle.write(contentsOf: Data([0, 0, 0]))
    try handle.close()
    #expect(try run(place).read.count == 1)
    try expectAsWithout(place)
    #expect(try run(place, "--key-file", "other/key").read.count == 3)
    try place.write(
      "small.yaml",
      SmallSurvey.pipeline(files: "day*.csv", replacing: [("maximum: 5", "maximum: 4")])
        + "thresholds: {stop_rejected: 0.9, warn_rejected: 0.9}\n")
    #expect(try run(place).read.count == 3)
    // What is of no use any more is gone.
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache).count == 3)
  }

  @Test func `entries are for their owner only and name nobody`() throws {
    let place = try Workplace()
    try prepare(place, respondents: true)
    _ = try run(place)
    let cache = place.path("out/small/.cache")
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(cache) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: cache) {
      #expect(try mode("\(cache)/\(name)") == 0o600)
      #expect(name.count == 64)
      let bytes = try Data(contentsOf: URL(filePath: "\(cache)/\(name)"))
      #expect(bytes.range(of: Data("Canarius".utf8)) == nil)
      #expect(bytes.range(of: Data("r150".utf8)) == nil)
    }
  }

  @Test func `a column that names people is not kept either`() throws {
    let place = try Workplace()
    try prepare(place, respondents: false)
    let listed = SmallSurvey.pipeline(files: "day*.csv")
    let start = try #require(listed.range(of: "  list: ["))
    let end = try #require(listed.range(of: "]\n", range: start.upperBound..<listed.endIndex))
    try place.write(
      "small.yaml",
      listed.replacingCharacters(
        in: start.lowerBound..<end.upperBound,
        with: "  from_exports: {form: code, peer_group: homes}\n"
      ).replacingOccurrences(of: "{column: org}", with: "{column: id}")
        .replacingOccurrences(of: "    respondent: {column: id}\n", with: ""))
    let outcome = try place.echolot("run", "small.yaml", "--out", "out")
    #expect(outcome.exit == 65)
    #expect(outcome.errors.contains("EL-E-0215"), "\(outcome.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.path("out/small/.cache")) == [])
  }

  @Test func `tally keeps counts only where it is told to`() throws {
    let place = try Workplace()
    try prepare(place, respondents: true)
    let plain = try place.echolot("tally", "small.yaml", "--out", "a.tally")
    #expect(plain.exit == 0)
    for _ in 0..<2 {
      let outcome = try place.echolot(
        "tally", "small.yaml", "--out", "b.tally", "--cache", "kept", "--timings")
      #expect(outcome.exit == 0, "\(outcome.errors)")
    }
    #expect(try place.read("a.tally") == place.read("b.tally"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("kept")).count == 3)
  }
}
