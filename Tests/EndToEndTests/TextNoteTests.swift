import Foundation
import Testing

/// What commands say about the texts of exports that can be read but are not as they should be.
struct TextNoteTests {
  private static let commands = [
    ["check", "small.yaml"], ["run", "small.yaml", "--out", "out"], ["inspect", "export.csv"],
    ["tally", "small.yaml", "--out", "small.tally"],
  ]

  /// Runs every command that reads an export, in both languages.
  private func outcomes(_ place: borrowing Workplace) throws -> [Workplace.Outcome] {
    try ["de", "en"].flatMap { language in
      try Self.commands.map {
        try place.start(Project.program("echolot"), $0 + ["--lang", language])
      }
    }
  }

  private func summary(_ place: borrowing Workplace) throws -> String {
    String(decoding: try place.read("out/small/latest/run-summary.json"), as: UTF8.self)
      .filter { !$0.isWhitespace }
  }

  // By hand: the headings are "id;org;day;a;b;c;name" with 21 bytes and CRLF; the first row begins
  // "r0;E0;15.01.2026;1;3;1;" with 23 bytes; then the name.
  @Test func `one byte that is not UTF-8 is a warning everywhere`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    var bytes = Array(SmallSurvey.export().utf8)
    bytes[46] = 0xFC
    try place.write("export.csv", Data(bytes))
    for outcome in try outcomes(place) {
      #expect(outcome.exit == 3, "\(outcome.errors)")
      #expect(outcome.errors.contains("export.csv:2: EL-W-0203"), "\(outcome.errors)")
      #expect(outcome.errors.contains("yte 46)"), "\(outcome.errors)")
      #expect(outcome.errors.contains("windows-1252"), "\(outcome.errors)")
    }
    let page = String(
      decoding: try place.read("out/small/latest/run-summary.en.html"), as: UTF8.self)
    #expect(page.contains("encoding-assumed") || page.contains("EL-W-0203"))
    #expect(try summary(place).contains("\"code\":\"encoding-assumed\",\"count\":1"))
    let proposed = try place.echolot("init", "export.csv")
    #expect(proposed.exit == 0)
    #expect(proposed.output.contains("encoding-assumed"), "\(proposed.output)")
    // Who says so is not warned again.
    try place.write(
      "small.yaml",
      SmallSurvey.pipeline(replacing: [
        ("    perspective: user\n", "    encoding: windows-1252\n    perspective: user\n")
      ]))
    for command in Self.commands.prefix(2) {
      let outcome = try place.start(Project.program("echolot"), command)
      #expect(outcome.exit == 0, "\(outcome.errors)")
    }
  }

  @Test func `two encodings in one file are a warning everywhere, never a guess`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let text = SmallSurvey.export()
      .replacing("Zacharias Canarius 3\r\n", with: "Jürgen Canarius\r\n")
    var bytes = Array(text.utf8)
    bytes[46] = 0xE4
    try place.write("export.csv", Data(bytes))
    for outcome in try outcomes(place) {
      #expect(outcome.exit == 3, "\(outcome.errors)")
      #expect(outcome.errors.contains("EL-W-0204"), "\(outcome.errors)")
      #expect(outcome.errors.contains("mixed-encoding"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("Jürgen") && !outcome.errors.contains("Canarius"))
    }
    #expect(try summary(place).contains("\"code\":\"mixed-encoding\",\"count\":1"))
  }

  // 480 records; warn_rejected is 1 %, so 4 damaged characters are a remark and 5 a warning.
  @Test(arguments: [(4, Int32(0)), (5, Int32(3))])
  func `damage from before is counted, and a warning where there is much`(
    count: Int, exit: Int32
  ) throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    var lines = SmallSurvey.export().components(separatedBy: "\r\n")
    for row in 1...count { lines[row] += row.isMultiple(of: 2) ? " fÃ¼r" : " \u{FFFD}" }
    try place.write("export.csv", lines.joined(separator: "\r\n"))
    for outcome in try outcomes(place) {
      #expect(outcome.exit == exit, "\(outcome.errors)")
      #expect(outcome.errors.contains("mojibake-suspected"), "\(outcome.errors)")
      #expect(outcome.errors.contains("EL-W-0205"), "\(outcome.errors)")
    }
    // Every second one is a pair, the others are lost.
    #expect(
      try summary(place).contains("\"code\":\"mojibake-suspected\",\"count\":\(count / 2)"))
    let quiet = try place.echolot("check", "small.yaml", "--quiet")
    #expect(quiet.errors.isEmpty == (exit == 0))
  }

  @Test func `texts that were cut off are counted by column, never shown`() throws {
    let place = try Workplace()
    try place.addSmallSurvey(replacing: [("identifiers: [name]", "texts: [Bemerkung]")])
    var lines = SmallSurvey.export().replacing(";name\r\n", with: ";Bemerkung\r\n")
      .components(separatedBy: "\r\n")
    let secret = "Geheimnis von Canarius "
    for row in [3, 7, 11] {
      let cells = lines[row].components(separatedBy: ";").dropLast()
      lines[row] =
        cells.joined(separator: ";") + ";" + secret
        + String(repeating: "x", count: 255 - secret.count)
    }
    try place.write("export.csv", lines.joined(separator: "\r\n"))
    for outcome in try outcomes(place) {
      #expect(outcome.exit == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("EL-W-0206"), "\(outcome.errors)")
      #expect(outcome.errors.contains("truncated-value"), "\(outcome.errors)")
      #expect(outcome.errors.contains(" 3 ") && outcome.errors.contains("Bemerkung"))
      #expect(!outcome.errors.contains("Geheimnis"))
    }
    #expect(try summary(place).contains("\"code\":\"truncated-value\",\"count\":3"))
    for (name, content) in try place.tree("out") {
      #expect(!String(decoding: content, as: UTF8.self).contains("Geheimnis"), "\(name)")
    }
  }

  // By hand: two records of 480 lose their last two cells with the end of a text of 255 characters.
  @Test func `records that a cut left short are named in rejects and summary`() throws {
    let place = try Workplace()
    try place.addSmallSurvey(replacing: [
      ("identifiers: [name]", "texts: [name]"),
      ("items: {a: a, b: b, c: c}", "items: {a: a, b: b, c: c}"),
    ])
    var lines = SmallSurvey.export().components(separatedBy: "\r\n").map { line in
      // The text stands before the last two items.
      var cells = line.components(separatedBy: ";")
      if cells.count == 7 { cells.insert(cells.removeLast(), at: 4) }
      return cells.joined(separator: ";")
    }
    for row in [3, 7] {
      let cells = lines[row].components(separatedBy: ";").prefix(4)
      lines[row] = cells.joined(separator: ";") + ";" + String(repeating: "x", count: 255)
    }
    try place.write("export.csv", lines.joined(separator: "\r\n"))
    let outcome = try place.echolot("run", "small.yaml", "--out", "out")
    #expect(outcome.exit == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("2 records break off after exactly 255 characters"))
    let rejects = String(decoding: try place.read("out/small/latest/rejects.csv"), as: UTF8.self)
    #expect(rejects.components(separatedBy: "missing-cell").count == 3)
    #expect(rejects.components(separatedBy: "truncated-value;5;name").count == 3, "\(rejects)")
  }

  @Test func `both readers note the same`() throws {
    let place = try Workplace()
    try place.addSmallSurvey(replacing: [("identifiers: [name]", "texts: [name]")])
    let text = SmallSurvey.export()
      .replacing("Canarius 3\r\n", with: String(repeating: "y", count: 245) + "\r\n")
      .replacing("Canarius 5\r\n", with: String(repeating: "z", count: 245) + "\r\n")
      .replacing("Canarius 9\r\n", with: "fÃ¼r\r\n")
    try place.write("export.csv", text)
    for reader in ["stream", "plain"] {
      let outcome = try place.echolot(
        "run", "small.yaml", "--out", reader, "--reader", reader, "--piece-bytes", "100")
      #expect(outcome.exit == 0, "\(outcome.errors)")
    }
    #expect(try place.tree("stream") == place.tree("plain"))
    let summary = String(
      decoding: try place.read("plain/small/latest/run-summary.json"), as: UTF8.self)
    #expect(summary.contains("truncated-value") && summary.contains("mojibake-suspected"))
  }
}
