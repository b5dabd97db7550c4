import Foundation
import Testing

/// Proposing pipelines from exports, as a person would let the program do it.
struct InitTests {
  private static let folder = Project.folder.appending(path: "fixtures/samples")

  private static let samples: [String] = {
    guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".csv") }.sorted()
  }()

  /// Samples in an encoding that nobody states: saved by Excel, or on an old Mac.
  private static let assumed: Set<String> = [
    "microsoft-forms/german.csv", "microsoft-forms/hot-dog-autumn.csv",
    "sosci/labels-windows-1252.csv", "surveymonkey/star-wars.csv",
  ]

  @Test func `there are samples`() { #expect(Self.samples.count >= 25) }

  @Test(arguments: samples)
  func `the proposal for a sample passes its check and runs without editing`(
    sample: String
  ) throws {
    let place = try Workplace()
    let export = Self.folder.appending(path: sample)
    try place.write("exports/data.csv", try Data(contentsOf: export))
    let proposed = try place.echolot("init", "exports/data.csv", "--out", "mine.yaml")
    #expect(proposed.exit == 0, "\(proposed.errors)")
    let text = String(decoding: try place.read("mine.yaml"), as: UTF8.self)
    #expect(text.contains("tool: \(sample.prefix { $0 != "/" })\n"))
    #expect(text.contains("files: [\"exports/data.csv\"]"))
    let isAssumed = Self.assumed.contains(sample)
    let check = try place.echolot("check", "mine.yaml")
    #expect(check.exit == (isAssumed ? 3 : 0), "\(check.errors)")
    let run = try place.echolot("run", "mine.yaml", "--out", "out")
    #expect(run.exit == 0 || run.exit == 3, "\(run.errors)")
    let inspected = try place.echolot("inspect", "exports/data.csv")
    #expect(inspected.exit == (isAssumed ? 3 : 0), "\(inspected.errors)")
    for said in [text, check.errors, run.errors, inspected.errors] {
      #expect(said.contains("encoding-assumed") == isAssumed, "\(said)")
    }
  }

  @Test func `no cell of a person reaches pipeline or table`() throws {
    let place = try Workplace()
    // One house is rare, so that even its name must not appear.
    var text = "Vorname;Mail;Einrichtung;Frage 1;Sonstiges;Code\n"
    for row in 0..<40 {
      let house = row == 7 ? "Villa Geheim" : "Haus Offen"
      let answer = row == 5 ? "weiß nicht" : "stimmt eher"
      text += "Erika\(row);e\(row)@example.org;\(house);\(answer);Herr Muster half \(row);K\(row)\n"
    }
    text += "Otto;o@example.org;Haus Offen;stimmt völlig;;K99\n"
    try place.write("data.csv", text)
    for arguments in [["init", "data.csv"], ["inspect", "data.csv"]] {
      for language in ["de", "en"] {
        let outcome = try place.start(
          Project.program("echolot"), arguments + ["--lang", language])
        #expect(outcome.exit == 0, "\(outcome.errors)")
        for secret in ["Erika", "Otto", "example.org", "Villa", "Haus Offen", "Muster", "K99"] {
          #expect(!(outcome.output + outcome.errors).contains(secret), "\(arguments[0]) \(secret)")
        }
      }
    }
    let table = try place.echolot("inspect", "data.csv").output
    #expect(table.contains("stimmt eher = 4"))
    // Once only, so it is not shown.
    #expect(!table.contains("stimmt völlig"))
    #expect(!table.contains("weiß nicht"))
  }

  @Test func `organisations are listed where each stands ten times or more`() throws {
    let place = try Workplace()
    var text = "Einrichtung,Frage 1\n"
    for row in 0..<20 {
      text += "\(row % 2 == 0 ? "Haus am See" : "Haus am Wald"),\(row % 5 + 1)\n"
    }
    try place.write("data.csv", text)
    let listed = try place.echolot("init", "data.csv").output
    #expect(listed.contains("{key: O01, name: \"Haus am See\", peer_group: all}"))
    #expect(listed.contains("\"Haus am Wald\": O02"))
    try place.write(
      "codes.csv", text.replacing("Haus am See", with: "17").replacing("Haus am Wald", with: "18"))
    let codes = try place.echolot("init", "codes.csv").output
    #expect(codes.contains("from_exports: {form: number, peer_group: all}"))
  }

  @Test func `a team that looks like persons is asked about and never read`() throws {
    let place = try Workplace()
    var text = "Team,Frage 1\n"
    for row in 0..<40 {
      text += "\(row % 2 == 0 ? "Erika Muster" : "Otto Beispiel"),\(row % 5 + 1)\n"
    }
    try place.write("data.csv", text)
    for (language, question) in [
      ("de", "Nennt die Spalte „Team“ Personen?"), ("en", "Does column “Team” name persons?"),
    ] {
      let proposed = try place.echolot("init", "data.csv", "--lang", language)
      #expect(proposed.exit == 0)
      #expect(proposed.output.contains(question), "\(proposed.output)")
      #expect(proposed.output.contains("identifiers:\n      - \"Team\"\n"))
      #expect(!proposed.output.contains("Muster"))
    }
    #expect(try place.echolot("init", "data.csv", "--out", "mine.yaml").exit == 0)
    #expect(try place.echolot("run", "mine.yaml", "--out", "out").exit == 0)
  }

  @Test func `an export that is named twice, or a copy, is refused`() throws {
    let place = try Workplace()
    let text = "Einrichtung,Frage 1\n" + String(repeating: "Haus,3\nHof,4\n", count: 12)
    try place.write("a.csv", text)
    try place.write("b.csv", text)
    try place.write("c.csv", text.replacing("3", with: "2"))
    for exports in [["a.csv", "a.csv"], ["a.csv", "c.csv", "b.csv"]] {
      let outcome = try place.start(
        Project.program("echolot"), ["init"] + exports + ["--out", "mine.yaml"])
      #expect(outcome.exit == 64, "\(outcome.errors)")
      #expect(outcome.errors.contains("EL-E-0915"), "\(outcome.errors)")
      #expect(outcome.errors.contains("\(exports.last ?? ""): "), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: place.path("mine.yaml")))
    }
    #expect(try place.echolot("init", "a.csv", "c.csv").exit == 0)
  }

  @Test func `several exports make one pipeline with common items`() throws {
    let place = try Workplace()
    try place.write("a.csv", "Hilfe,Rat\n1,2\n5,4\n3,3\n")
    try place.write("b.csv", "Rat,Zeit\n7,2\n1,5\n")
    let proposed = try place.echolot("init", "a.csv", "b.csv", "--out", "deep.yaml")
    #expect(proposed.exit == 0)
    let text = String(decoding: try place.read("deep.yaml"), as: UTF8.self)
    #expect(text.contains("name: export\n") && text.contains("name: export_2\n"))
    #expect(text.components(separatedBy: "  rat:\n").count == 3, "one item, one dimension")
    #expect(text.contains("    text: \"Rat\"\n    scale: {minimum: 1, maximum: 7}"))
    #expect(try place.echolot("check", "deep.yaml").exit == 0)
  }

  @Test func `an existing file is never overwritten`() throws {
    let place = try Workplace()
    try place.write("data.csv", "a,b\n1,5\n2,4\n")
    try place.write("mine.yaml", "precious")
    let outcome = try place.echolot("init", "data.csv", "--out", "mine.yaml")
    #expect(outcome.exit == 73)
    #expect(outcome.errors.contains("EL-E-0912"))
    #expect(try place.read("mine.yaml") == Data("precious".utf8))
  }

  @Test func `the proposal loads whatever headings and marks are`() throws {
    let place = try Workplace()
    var rows = "null;~;: a #;Komma;Punkt\n"
    for row in 0..<40 {
      let level = row % 5
      rows += "\(level + 1);\(5 - level);\(level + 1);"
      rows += "\(level)\(level.isMultiple(of: 2) ? "" : ",5");\(level)\(level == 3 ? ".5" : "")\n"
    }
    try place.write("null.csv", rows)
    let proposed = try place.echolot("init", "null.csv", "--out", "null.yaml")
    #expect(proposed.exit == 0, "\(proposed.errors)")
    let text = String(decoding: try place.read("null.yaml"), as: UTF8.self)
    #expect(text.contains("decimal_mark: auto\n"))
    #expect(try place.echolot("check", "null.yaml").exit == 0)
    let run = try place.echolot("run", "null.yaml", "--out", "out")
    #expect(run.exit == 0, "\(run.output) \(run.errors)")
  }

  @Test func `a proposal that no check would accept is not written`() throws {
    let place = try Workplace()
    let row = Array(repeating: "3", count: 10_000).joined(separator: ";") + "\n"
    let headings = (1...10_000).map { "Frage \($0)" }.joined(separator: ";") + "\n"
    try place.write("wide.csv", headings + row + row)
    let proposed = try place.echolot("init", "wide.csv", "--out", "wide.yaml")
    #expect(proposed.exit == 65)
    #expect(proposed.errors.contains("EL-E-0914"))
    #expect(throws: (any Error).self) { try place.read("wide.yaml") }
  }

  // First bytes of the formats, from their specifications.
  @Test(arguments: [
    ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00] as [UInt8], "EL-E-0206"),
    (Array("%PDF-1.7\n1 0 obj".utf8), "EL-E-0206"),
    (Array("<!DOCTYPE html><html></html>".utf8), "EL-E-0206"),
    (Array("$FL2@(#) SPSS DATA FILE".utf8), "EL-E-0206"),
    ([0x1F, 0x8B, 0x08, 0x00], "EL-E-0204"), ([], "EL-E-0203"),
  ])
  func `files of other kinds are named`(bytes: [UInt8], code: String) throws {
    let place = try Workplace()
    try place.write("data.csv", Data(bytes))
    try place.write("data.xlsx", Data(bytes))
    for arguments in [["init", "data.csv"], ["inspect", "data.csv"], ["init", "data.xlsx"]] {
      let outcome = try place.start(Project.program("echolot"), arguments)
      #expect(outcome.exit == 65)
      #expect(outcome.errors.contains(code), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `what cannot be proposed is said with its code`() throws {
    let place = try Workplace()
    #expect(try place.echolot("init", "absent.csv").exit == 66)
    #expect(try place.echolot("inspect", "absent.csv").exit == 66)
    try place.write("words.csv", "Wort,Satz\nAuto,Das Auto fährt\nHaus,Das Haus steht\n")
    let none = try place.echolot("init", "words.csv")
    #expect(none.exit == 65)
    #expect(none.errors.contains("EL-E-0910"))
    try place.write("data.txt", "a,b\n1,5\n2,4\n")
    let ending = try place.echolot("init", "data.txt")
    #expect(ending.exit == 65)
    #expect(ending.errors.contains("EL-E-0911"))
  }
}

/// The key `tool` of a source.
struct ToolKeyTests {
  private static let pipeline = """
    echolot: 1
    pipeline: p
    title: T
    organisations: {list: [{key: E, name: E, peer_group: g}]}
    peer_groups: {g: G}
    perspectives: {user: U}
    items: {a: {text: A, scale: {minimum: 1, maximum: 5}}}
    dimensions: {d: {name: D, items: [a]}}
    sources:
      - name: s
        tool: sosci
        encoding: windows-1252
        files: [data.csv]
        perspective: user
        organisation: {constant: E}
        items: {ZU01_01: a}

    """

  @Test func `fills heading rows, tests, completed rows and missing codes`() throws {
    let place = try Workplace()
    let sample = Project.folder.appending(
      path: "fixtures/samples/sosci/labels-windows-1252.csv")
    try place.write("data.csv", try Data(contentsOf: sample))
    try place.write("p.yaml", Self.pipeline)
    let run = try place.echolot("run", "p.yaml", "--out", "out")
    #expect(run.exit == 0, "\(run.errors)")
    // 52 rows: names, labels, 50 people; the first 3 are in debug mode, and of the others rows
    // 11, 22, 33, 44 (counted from 0) are not finished.
    let json = String(decoding: try place.read("out/p/latest/run-summary.json"), as: UTF8.self)
    let summary = json.filter { !$0.isWhitespace }
    #expect(summary.contains("\"code\":\"test-record\",\"count\":3"))
    #expect(summary.contains("\"code\":\"incomplete\",\"count\":4"))
  }

  @Test func `what the pipeline says counts more`() throws {
    let place = try Workplace()
    let sample = Project.folder.appending(
      path: "fixtures/samples/sosci/labels-windows-1252.csv")
    try place.write("data.csv", try Data(contentsOf: sample))
    try place.write(
      "p.yaml",
      Self.pipeline.replacing(
        "tool: sosci", with: "tool: sosci\n    test_rows: {column: MODE, values: [nothing]}"))
    let run = try place.echolot("run", "p.yaml", "--out", "out")
    #expect(run.exit == 0, "\(run.errors)")
    let summary = String(decoding: try place.read("out/p/latest/run-summary.json"), as: UTF8.self)
    #expect(!summary.contains("test-record"))
  }

  @Test func `another tool's headings are an error`() throws {
    let place = try Workplace()
    try place.write("data.csv", "ZU01_01,b\n1,2\n")
    try place.write("p.yaml", Self.pipeline)
    let check = try place.echolot("check", "p.yaml")
    #expect(check.exit == 65)
    #expect(check.errors.contains("p.yaml:11:11: EL-E-0913"), "\(check.errors)")
    try place.write("p.yaml", Self.pipeline.replacing("sosci", with: "sosy"))
    #expect(try place.echolot("check", "p.yaml").errors.contains("sosci"))
  }
}
