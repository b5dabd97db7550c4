import Foundation
import Testing

/// Every input of `fixtures/broken` is refused for its own reason, or read as what it is.
struct BrokenFixtureTests {
  private static let pipeline = """
    echolot: 1
    pipeline: broken
    title: Kaputte Eingaben
    period: year
    organisations: {list: [{key: E01, name: Haus, peer_group: homes}, {key: E02, name: Hof, peer_group: homes}]}
    peer_groups: {homes: Heime}
    perspectives: {user: Nutzende}
    items: {a: {text: Frage, scale: {minimum: 1, maximum: 5}}}
    dimensions: {a: {name: Merkmal, items: [a]}}
    sources:
      - name: users
        files: [export.csv]
        perspective: user
        organisation: {column: organisation}
        period: {column: date, order: YYYY-MM-DD}
        respondent: {column: respondent}
        items: {answer: a}
    """

  private func run(_ file: String) throws -> Workplace.Outcome {
    let place = try Workplace()
    try place.write("broken.yaml", Self.pipeline + "\n")
    let content = try Data(contentsOf: Project.fixtures.appending(path: "broken/\(file)"))
    try place.write("export.csv", content)
    let outcome = try place.echolot("run", "broken.yaml", "--out", "out")
    let published = FileManager.default.fileExists(atPath: place.path("out/broken/latest"))
    #expect(published == [0, 3].contains(outcome.exit))
    return outcome
  }

  @Test(arguments: [
    ("empty.csv", "EL-E-0203", "empty-file"), ("mark-only.csv", "EL-E-0203", "empty-file"),
    ("header-only.csv", "EL-E-0211", "read = 0 accepted"),
    ("missing-column.csv", "EL-E-0212", "“answer”"),
    ("wrong-separator.csv", "EL-E-0209", "single-column"),
    ("binary.csv", "EL-E-0206", "binary file"), ("xlsx.csv", "EL-E-0206", "Excel"),
    ("html.csv", "EL-E-0206", "web page"),
    ("odd-utf-16.csv", "EL-E-0207", "unreadable-encoding"),
    ("truncated.csv.gz", "EL-E-0204", "gzip-truncated"),
    ("wrong-checksum.csv.gz", "EL-E-0205", "gzip-corrupt"),
  ])
  func `is refused`(file: String, code: String, reason: String) throws {
    let outcome = try run(file)
    #expect(outcome.exit == 65, "\(outcome.errors)")
    #expect(outcome.errors.contains(code), "\(outcome.errors)")
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
  }

  @Test(arguments: ["valid.csv", "not-gzip.csv.gz"])
  func `is read as what it is, whatever its name`(file: String) throws {
    let outcome = try run(file)
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("4 read = 3 accepted + 0 rejected + 1 skipped"))
  }
}
