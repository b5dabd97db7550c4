import Foundation
import Testing

/// Same input, same bytes: for any number of cores, any size of pieces, either reader, and any way of
/// splitting.
struct SameBytesTests {
  @Test func `no number of workers and no size of pieces changes a byte`() throws {
    let place = try Workplace()
    let pipeline = Project.folder.appendingPathComponent("pipelines/jugendhilfe.yaml").path
    var trees: [[String: Data]] = []
    let variants = [
      ["--jobs", "1"], ["--jobs", "2"], ["--jobs", "7"], ["--piece-bytes", "61"],
      ["--piece-bytes", "997", "--jobs", "3"],
    ]
    for (number, variant) in variants.enumerated() {
      let outcome = try place.start(
        Project.program("echolot"), ["run", pipeline, "--out", "out\(number)"] + variant)
      #expect([0, 3].contains(outcome.exit), "\(variant): \(outcome.errors)")
      trees.append(try place.tree("out\(number)"))
    }
    #expect(trees[0].count > 50)
    for tree in trees.dropFirst() { #expect(tree == trees[0]) }
  }

  @Test(arguments: ["jugendhilfe", "leadership", "personality", "teaching"])
  func `reading all of a file by libcsv changes no byte`(_ name: String) throws {
    let place = try Workplace()
    let pipeline = Project.folder.appendingPathComponent("pipelines/\(name).yaml").path
    for reader in ["stream", "plain"] {
      let outcome = try place.echolot("run", pipeline, "--out", reader, "--reader", reader)
      #expect([0, 3].contains(outcome.exit), "\(outcome.errors)")
    }
    #expect(try place.tree("stream") == place.tree("plain"))
  }

  @Test func `merging the tallies of split files gives the run of the whole`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let cuts = [0..<100, 100..<101, 101..<480]
    for (number, rows) in cuts.enumerated() {
      try place.write("part\(number).csv", SmallSurvey.export(rows: rows))
    }
    try place.write(
      "parts.yaml", SmallSurvey.pipeline(files: "part0.csv, part1.csv, part2.csv"))
    func expectDone(_ arguments: String...) throws {
      let outcome = try place.start(Project.program("echolot"), arguments)
      #expect(outcome.exit == 0, "\(arguments): \(outcome.errors)")
    }
    try expectDone("run", "parts.yaml", "--out", "whole")
    try expectDone("tally", "parts.yaml", "--out", "whole.tally")
    for number in cuts.indices {
      try expectDone(
        "tally", "small.yaml", "--input", "users=part\(number).csv", "--out", "\(number).tally")
    }
    try expectDone("merge", "2.tally", "0.tally", "1.tally", "--out", "merged.tally")
    #expect(try place.read("merged.tally") == place.read("whole.tally"))
    try expectDone("report", "merged.tally", "--out", "merged")
    #expect(try place.tree("merged") == place.tree("whole"))

    // The counts are those of the one file, too; only the names of the inputs differ.
    try expectDone("run", "small.yaml", "--out", "single")
    #expect(
      try place.read("single/small/latest/cells.csv")
        == place.read("whole/small/latest/cells.csv"))
  }

  @Test func `counting a part or a respondent twice is refused`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    try place.write("overlap.csv", SmallSurvey.export(rows: 470..<490))
    try #require(try place.echolot("tally", "small.yaml", "--out", "a.tally").exit == 0)
    try #require(
      try place.echolot(
        "tally", "small.yaml", "--input", "users=overlap.csv", "--out", "b.tally"
      ).exit == 0)
    let twice = try place.echolot("merge", "a.tally", "a.tally", "--out", "c.tally")
    #expect(twice.exit == 65)
    #expect(twice.errors.contains("EL-E-0503"))
    let shared = try place.echolot("merge", "a.tally", "b.tally", "--out", "c.tally")
    #expect(shared.exit == 65)
    #expect(shared.errors.contains("10 respondents"), "\(shared.errors)")
    #expect(!FileManager.default.fileExists(atPath: place.path("c.tally")))
  }

  @Test func `a tally is for its owner only and damage to it is noticed`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    try #require(try place.echolot("tally", "small.yaml", "--out", "a.tally").exit == 0)
    let rights = try FileManager.default.attributesOfItem(atPath: place.path("a.tally"))
    #expect(rights[.posixPermissions] as? Int == 0o600)
    var bytes = try place.read("a.tally")
    bytes[bytes.count / 2] ^= 1
    try place.write("a.tally", bytes)
    let outcome = try place.echolot("report", "a.tally", "--out", "out")
    #expect(outcome.exit == 65)
    #expect(outcome.errors.contains("EL-E-0505"))
    try place.write("a.tally", "id;q1\n")
    #expect(try place.echolot("report", "a.tally", "--out", "out").errors.contains("EL-E-0501"))
  }

  @Test func `running twice changes nothing`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    try #require(try place.echolot("run", "small.yaml", "--out", "out").exit == 0)
    let before = try place.tree("out")
    try #require(try place.echolot("run", "small.yaml", "--out", "out").exit == 0)
    #expect(try place.tree("out") == before)
  }
}
