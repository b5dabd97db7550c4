import Foundation
import Testing

/// Night after night: what is published changes by enough answers, or not at all.
struct ReleaseTests {
  private func run(
    _ place: borrowing Workplace, rows: Int, _ more: String...
  ) throws -> Workplace.Outcome {
    try place.write("export.csv", SmallSurvey.export(rows: 0..<rows))
    return try place.start(
      Project.program("echolot"), ["run", "small.yaml", "--out", "out"] + more)
  }

  /// The published counts of item a of one organisation.
  private func answers(_ place: borrowing Workplace, _ organisation: String) throws -> String? {
    String(decoding: try place.read("out/small/latest/cells.csv"), as: UTF8.self).split(
      separator: "\n"
    ).first {
      $0.hasPrefix("org.\(organisation)/2026/user/item:a/answers,")
    }.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[8]) }
  }

  @Test func `one more answer waits until there are five`() throws {
    let place = try Workplace()
    try place.write("small.yaml", SmallSurvey.pipeline())
    #expect(try run(place, rows: 480).exit == 0)
    #expect(try answers(place, "E0") == "40")
    // Row 480 is an answer to E0.
    let second = try run(place, rows: 481, "--lang", "en")
    #expect(second.exit == 0, "\(second.errors)")
    #expect(second.output.contains("left as published: 2 (published anew: 0)"))
    #expect(try answers(place, "E0") == "40")
    // Sixty rows are five more for each of twelve organisations.
    #expect(try run(place, rows: 540).exit == 0)
    #expect(try answers(place, "E0") == "45")
    #expect(try answers(place, "E11") == "45")
  }

  @Test func `what a release rests on is for its owner, and only the newest is kept`() throws {
    let place = try Workplace()
    try place.write("small.yaml", SmallSurvey.pipeline())
    #expect(try run(place, rows: 480).exit == 0)
    #expect(try run(place, rows: 540).exit == 0)
    let folder = place.path("out/small/.releases")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let latest = try FileManager.default.destinationOfSymbolicLink(
      atPath: place.path("out/small/latest"))
    #expect(Set(names) == ["\(latest).tally", "ledger.csv"])
    for name in names + [""] {
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[
        .posixPermissions]
      #expect((mode as? Int).map { $0 & 0o077 } == 0)
    }
    let ledger = String(
      decoding: try place.read("out/small/.releases/ledger.csv"), as: UTF8.self)
    #expect(ledger.split(separator: "\n").count == 3)
  }

  @Test func `figures that would give answers away are not published`() throws {
    let place = try Workplace()
    try place.write("small.yaml", SmallSurvey.pipeline())
    #expect(try run(place, rows: 480).exit == 0)
    let before = try place.tree("out/small/latest")
    // Nobody knows any more what the last run rests on: the tables alone show the difference.
    try FileManager.default.removeItem(atPath: place.path("out/small/.releases"))
    let stopped = try run(place, rows: 481)
    #expect(stopped.exit == 20)
    #expect(stopped.errors.contains("EL-E-0231"))
    #expect(try place.tree("out/small/latest") == before)
    let anew = try run(place, rows: 481, "--release-anew")
    #expect(anew.exit == 0, "\(anew.errors)")
    #expect(try answers(place, "E0") == "41")
  }
}
