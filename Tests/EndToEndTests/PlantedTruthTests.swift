import Cleaning
import Foundation
import Tally
import Testing

/// The synthetic world of youth welfare: what was planted is what is found, and nothing else leaves.
struct PlantedTruthTests {
  private static let pipeline = Project.folder.appending(path: "pipelines/jugendhilfe.yaml").path

  private func document(_ place: borrowing Workplace) throws -> TallyDocument {
    let outcome = try place.echolot("tally", Self.pipeline, "--out", "world.tally")
    try #require(outcome.exit == 0, "\(outcome.errors)")
    return try TallyFile.decode(Array(place.read("world.tally")))
  }

  @Test func `every record of every file has the fate that was planted`() throws {
    let truth = try PlantedTruth.read()
    let inputs = try document(Workplace()).inputs
    #expect(Set(inputs.map(\.file)) == Set(truth.files.keys))
    for input in inputs {
      let account = try #require(truth.files[input.file])
      let ledger = input.ledger
      #expect(ledger.isConserved, "\(input.file)")
      #expect(ledger.read == account.records, "\(input.file)")
      #expect(ledger.accepted == account.accepted, "\(input.file)")
      #expect(ledger.rejected == account.rejected, "\(input.file)")
      #expect(ledger.skipped["header"] == account.header, "\(input.file)")
      #expect(ledger.skipped["blank-row"] ?? 0 == account.blank, "\(input.file)")
      let rules = ledger.skipped.filter { $0.key != "header" && $0.key != "blank-row" }
      #expect(rules == account.skipped, "\(input.file)")
      #expect(ledger.blankedTotal == account.blankedCellsOfAccepted, "\(input.file)")
      #expect(
        firstFindings(input.rejects).map { "\($0.line) \($0.code)" }
          == account.rejectedLines.sorted { $0.line < $1.line }.map { "\($0.line) \($0.code)" },
        "\(input.file)")
    }
  }

  /// The first finding of each record, under which the record is counted.
  private func firstFindings(_ rejects: [InputRecord.Reject]) -> [InputRecord.Reject] {
    rejects.indices.filter { $0 == 0 || rejects[$0].record != rejects[$0 - 1].record }
      .map { rejects[$0] }
  }

  @Test func `every count of every group is the planted one`() throws {
    let truth = try PlantedTruth.read()
    let tally = try document(Workplace()).tally
    #expect(tally.groups.count == truth.groups.count)
    for group in truth.groups {
      let perspective = try #require(
        tally.schema.perspectives.firstIndex(of: group.perspective))
      let counts = try #require(
        tally.groups[
          GroupKey(
            organisation: group.organisation, period: group.period, perspective: perspective)])
      #expect(counts.respondents == group.respondents)
      for (item, found) in zip(tally.schema.items, counts.items) {
        let states = [found.empty, found.notShown, found.nonAnswer, found.blanked]
        guard let planted = group.items[item.key] else {
          #expect(found.answered == 0, "\(group.organisation) \(item.key)")
          #expect(!found.wasAsked, "\(group.organisation) \(item.key)")
          continue
        }
        #expect(found.levels + states == planted, "\(group.organisation) \(item.key)")
      }
    }
  }

  @Test func `no planted name, address or text appears in anything written`() throws {
    let truth = try PlantedTruth.read()
    let canaries = truth.canaries.values.flatMap { $0 }.map { Data($0.utf8) }
    #expect(canaries.count >= 50)
    let place = try Workplace()
    // Debris of crashes and temporary files would lie in the folder for temporary files.
    try place.write("tmp/.keep", "")
    let variables = ["TMPDIR": place.path("tmp")]
    var told = Data()
    for format in ["text", "json"] {
      let outcome = try place.echolot(
        "run", Self.pipeline, "--out", "out", "--log-format", format, "--lang", "de",
        environment: variables)
      try #require([0, 3].contains(outcome.exit), "\(outcome.errors)")
      told += Data((outcome.output + outcome.errors).utf8)
    }
    let tally = try place.echolot(
      "tally", Self.pipeline, "--out", "world.tally", environment: variables)
    told += Data((tally.output + tally.errors).utf8)
    var written = try place.tree(".", withCache: true)
    #expect(written.count > 50)
    written["terminal"] = told
    written["file names"] = Data(written.keys.joined(separator: "\n").utf8)
    for (name, content) in written {
      for canary in canaries where holds(content, canary) {
        Issue.record("\(name) holds a planted text of \(canary.count) bytes")
      }
    }
  }

  /// Whether a planted text stands in the content; one of digits only, such as a postcode, must stand
  /// by itself, for digits inside a longer number say nothing.
  private func holds(_ content: Data, _ canary: Data) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    guard canary.allSatisfy(isDigit) else { return content.range(of: canary) != nil }
    var start = content.startIndex
    while let range = content.range(of: canary, in: start..<content.endIndex) {
      let before = range.lowerBound > content.startIndex ? content[range.lowerBound - 1] : 0x20
      let after = range.upperBound < content.endIndex ? content[range.upperBound] : 0x20
      if !isDigit(before), before != 0x2E, !isDigit(after) { return true }
      start = range.upperBound
    }
    return false
  }

  @Test func `the search for planted texts finds them in the exports themselves`() throws {
    let truth = try PlantedTruth.read()
    let reviews = try Data(
      contentsOf: Project.fixtures.appending(path: "jugendhilfe/bewertungen.csv"))
    let found = truth.canaries.values.flatMap { $0 }.count {
      reviews.range(of: Data($0.utf8)) != nil
    }
    #expect(found >= 10)
  }
}
