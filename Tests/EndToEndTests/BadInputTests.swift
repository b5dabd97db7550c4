import Foundation
import Testing

/// What happens when an input is broken: a clear message with a stable code, the right exit status,
/// nothing half-written, and the reports of the run before exactly as they were.
struct BadInputTests {
  /// Runs the small pipeline well, breaks something, runs again, and checks what is left.
  private func expectRefusal(
    exit: Int32, code: String, mentions: [String] = [], pipeline: String = "small.yaml",
    sourceLocation: SourceLocation = #_sourceLocation,
    breaking breakIt: (borrowing Workplace) throws -> Void
  ) throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let good = try place.echolot("run", "small.yaml", "--out", "out")
    try #require(good.exit == 0, "\(good.errors)", sourceLocation: sourceLocation)
    let before = try place.tree("out")
    try breakIt(place)
    let bad = try place.echolot("run", pipeline, "--out", "out")
    #expect(bad.exit == exit, "\(bad.errors)", sourceLocation: sourceLocation)
    #expect(bad.errors.contains(code), "\(bad.errors)", sourceLocation: sourceLocation)
    for text in mentions {
      #expect(bad.errors.contains(text), "\(bad.errors)", sourceLocation: sourceLocation)
    }
    #expect(!bad.errors.contains("Canarius"), sourceLocation: sourceLocation)
    #expect(try place.tree("out") == before, sourceLocation: sourceLocation)
  }

  @Test func `a missing file`() throws {
    try expectRefusal(exit: 66, code: "EL-E-0179", mentions: ["export.csv"]) {
      try FileManager.default.removeItem(atPath: $0.path("export.csv"))
    }
  }

  @Test func `an empty file`() throws {
    try expectRefusal(exit: 65, code: "empty-file", mentions: ["export.csv"]) {
      try $0.write("export.csv", "")
    }
  }

  @Test func `a folder instead of a file`() throws {
    try expectRefusal(exit: 66, code: "EL-E-0179", mentions: ["export.csv"]) {
      try FileManager.default.removeItem(atPath: $0.path("export.csv"))
      try FileManager.default.createDirectory(
        atPath: $0.path("export.csv"), withIntermediateDirectories: false)
    }
  }

  @Test func `a gzip file that was cut off`() throws {
    try expectRefusal(exit: 65, code: "gzip-truncated", mentions: ["export.csv"]) {
      let whole = try Data(
        contentsOf: Project.folder.appendingPathComponent(
          "fixtures/open-data/lq2002.csv.gz"))
      try $0.write("export.csv", whole.prefix(whole.count / 2))
    }
  }

  @Test func `a spreadsheet under the name of a CSV file`() throws {
    try expectRefusal(exit: 65, code: "not-csv", mentions: ["export.csv"]) {
      try $0.write("export.csv", Data([0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0]))
    }
  }

  @Test func `a binary file`() throws {
    try expectRefusal(exit: 65, code: "EL-E-02", mentions: ["export.csv"]) {
      try $0.write("export.csv", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 * 7) }))
    }
  }

  @Test func `a separator that does not fit`() throws {
    try expectRefusal(exit: 65, code: "EL-E-02", mentions: ["export.csv"]) {
      try $0.write(
        "small.yaml",
        SmallSurvey.pipeline(replacing: [
          ("    perspective: user\n", "    separator: \"|\"\n    perspective: user\n")
        ]))
    }
  }

  @Test func `a header without a mapped column names the nearest one`() throws {
    try expectRefusal(exit: 65, code: "missing-label", mentions: ["export.csv", "“b”"]) {
      let text = SmallSurvey.export().replacingOccurrences(of: ";b;", with: ";bb;")
      try $0.write("export.csv", text)
    }
  }

  @Test func `organisations nobody knows stop the run when they are too many`() throws {
    try expectRefusal(exit: 65, code: "unknown-organisation", mentions: ["export.csv", "[org]"]) {
      let text = SmallSurvey.export().replacingOccurrences(of: ";E3;", with: ";Haus Canarius;")
        .replacingOccurrences(of: ";E4;", with: ";Haus Canarius;")
      try $0.write("export.csv", text)
    }
  }

  @Test func `a pipeline with a mistake`() throws {
    try expectRefusal(
      exit: 78, code: "EL-E-01", mentions: ["small.yaml:19:47:", "\"items\""]
    ) {
      try $0.write(
        "small.yaml",
        SmallSurvey.pipeline(replacing: [("Dimension C}, items:", "Dimension C}, itmes:")]))
    }
  }

  // By hand: the rows of five of twelve organisations hold no answer that can be read.
  @Test func `rows whose answers are all unreadable stop the run when they are too many`() throws {
    try expectRefusal(
      exit: 65, code: "EL-E-0210",
      mentions: ["export.csv", "unreadable-answers 200", "[a]", "scale, labels and missing"]
    ) {
      let lines = SmallSurvey.export().components(separatedBy: "\r\n")
      let broken = lines.map { line -> String in
        var cells = line.components(separatedBy: ";")
        guard ["E0", "E1", "E2", "E3", "E4"].contains(cells.count > 1 ? cells[1] : "") else {
          return line
        }
        cells[3...5] = ["voll Canarius", "9", "9"]
        return cells.joined(separator: ";")
      }
      try $0.write("export.csv", broken.joined(separator: "\r\n"))
    }
  }

  // By hand: of 480 rows 60 lack their last two cells, more than one in ten.
  @Test func `check foretells that a run will reject too much by its shape alone`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    var lines = SmallSurvey.export().components(separatedBy: "\r\n")
    func cut(_ rows: Range<Int>) throws {
      for row in rows {
        lines[row] = lines[row].components(separatedBy: ";")[..<5].joined(separator: ";")
      }
      try place.write("export.csv", lines.joined(separator: "\r\n"))
    }
    try cut(1..<7)
    let warned = try place.echolot("check", "small.yaml")
    #expect(warned.exit == 3, "\(warned.errors)")
    #expect(warned.errors.contains("6 records would be rejected"), "\(warned.errors)")
    #expect(warned.errors.contains("missing-cell 6"))
    #expect(warned.errors.contains("lines: 2 [c] missing-cell"), "\(warned.errors)")
    try cut(7..<61)
    let stopped = try place.echolot("check", "small.yaml")
    #expect(stopped.exit == 65)
    #expect(stopped.errors.contains("EL-E-0210"), "\(stopped.errors)")
    #expect(!FileManager.default.fileExists(atPath: place.path("out")))
    // By hand: all dates have the month first; 15 is no month.
    try place.write("export.csv", SmallSurvey.export())
    try place.addSmallSurvey(replacing: [("order: DD.MM.YYYY", "order: MM/DD/YYYY")])
    let dates = try place.echolot("run", "small.yaml", "--out", "out")
    #expect(dates.exit == 65)
    #expect(dates.errors.contains("Check order under period"), "\(dates.errors)")
  }

  @Test func `rows whose answers are all unreadable are no rows without an answer`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let text =
      SmallSurvey.export() + String(repeating: "r;E1;15.01.2026;;;;x\r\n", count: 4)
      + String(repeating: "s;E1;15.01.2026;;8;Canarius;x\r\n", count: 6)
    try place.write("export.csv", text)
    let outcome = try place.echolot("run", "small.yaml", "--out", "out")
    #expect(outcome.exit == 3, "\(outcome.errors)")
    #expect(outcome.errors.contains("EL-W-0201"), "\(outcome.errors)")
    #expect(outcome.errors.contains("unreadable-answers 6"), "\(outcome.errors)")
    let rejects = String(decoding: try place.read("out/small/latest/rejects.csv"), as: UTF8.self)
    // The headings, 480 records and four without an answer, then the first of the six.
    #expect(rejects.contains(";486;486;"))
    #expect(rejects.contains("unreadable-answers;;b;"), "\(rejects)")
    let page = String(
      decoding: try place.read("out/small/latest/run-summary.en.html"), as: UTF8.self)
    #expect(page.contains("unreadable-answers"))
    #expect(!page.contains("Canarius") && !rejects.contains("Canarius"))
  }

  // The days of the survey are all the 15th; without these every date fits both orders.
  @Test func `dates that fit both orders are found by check, before a run`() throws {
    let place = try Workplace()
    try place.addSmallSurvey(replacing: [("order: DD.MM.YYYY", "order: auto")])
    let clear = try place.echolot("check", "small.yaml")
    #expect(clear.exit == 0, "\(clear.errors)")
    let run = try place.echolot("run", "small.yaml", "--out", "out")
    #expect(run.exit == 0, "\(run.errors)")
    let page = String(
      decoding: try place.read("out/small/latest/run-summary.en.html"), as: UTF8.self)
    #expect(page.contains("dates, day first"))
    try place.write("export.csv", SmallSurvey.export().replacing(";15.", with: ";05."))
    for command in [["check", "small.yaml"], ["run", "small.yaml", "--out", "out"]] {
      let outcome = try place.start(Project.program("echolot"), command)
      #expect(outcome.exit == 65, "\(outcome.errors)")
      #expect(outcome.errors.contains("EL-E-0221"), "\(outcome.errors)")
    }
  }

  @Test func `a copy of an export that a pattern brings in`() throws {
    try expectRefusal(exit: 65, code: "EL-E-0216", mentions: ["copy.csv", "export.csv", "users"]) {
      try $0.write("copy.csv", SmallSurvey.export())
      try $0.write("small.yaml", SmallSurvey.pipeline(files: "export.csv, c*.csv"))
    }
  }

  @Test func `an export that two sources read`() throws {
    try expectRefusal(exit: 65, code: "EL-E-0216", mentions: ["export.csv", "users", "others"]) {
      let text = SmallSurvey.pipeline()
      let start = try #require(text.range(of: "  - name: users"))
      let source = String(text[start.lowerBound...])
      try $0.write("small.yaml", text + source.replacing("users", with: "others"))
    }
  }

  @Test func `files of one size are told apart by their bytes`() throws {
    let place = try Workplace()
    try place.write("export.csv", SmallSurvey.export())
    // The same rows again, as other respondents.
    let other = SmallSurvey.export().replacing("\r\nr", with: "\r\ns")
    try place.write("other.csv", other)
    try place.write("small.yaml", SmallSurvey.pipeline(files: "export.csv, other.csv"))
    let check = try place.echolot("check", "small.yaml")
    #expect(check.exit == 0, "\(check.errors)")
    try place.write("other.csv", SmallSurvey.export())
    let copied = try place.echolot("check", "small.yaml")
    #expect(copied.exit == 65)
    #expect(copied.errors.contains("EL-E-0216"), "\(copied.errors)")
  }

  @Test func `an organisation column that names people`() throws {
    try expectRefusal(exit: 65, code: "EL-E-0215") {
      let listed = SmallSurvey.pipeline()
      let start = try #require(listed.range(of: "  list: ["))
      let end = try #require(listed.range(of: "]\n", range: start.upperBound..<listed.endIndex))
      let open = listed.replacingCharacters(
        in: start.lowerBound..<end.upperBound,
        with: "  from_exports: {form: code, peer_group: homes}\n")
      try $0.write(
        "small.yaml",
        open.replacingOccurrences(of: "{column: org}", with: "{column: id}")
          .replacingOccurrences(of: "    respondent: {column: id}\n", with: ""))
    }
  }

  @Test func `a pipeline that is not there`() throws {
    try expectRefusal(exit: 66, code: "EL-E-0201", pipeline: "absent.yaml") { _ in }
  }

  @Test func `no answer that counts`() throws {
    try expectRefusal(exit: 65, code: "EL-E-0211") {
      try $0.write("export.csv", SmallSurvey.export(rows: 0..<0) + "r1;E1;15.01.2026;;;;x\r\n")
    }
  }

  @Test func `an unknown organisation alone is rejected by place and the run warns`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let text =
      SmallSurvey.export() + String(repeating: "r;Haus Canarius;15.01.2026;1;1;1;x\r\n", count: 6)
    try place.write("export.csv", text)
    let outcome = try place.echolot("run", "small.yaml", "--out", "out")
    #expect(outcome.exit == 3, "\(outcome.errors)")
    #expect(outcome.errors.contains("EL-W-0201"))
    #expect(outcome.errors.contains("unknown-organisation 6"))
    let rejects = String(decoding: try place.read("out/small/latest/rejects.csv"), as: UTF8.self)
    #expect(rejects.contains("export.csv"))
    #expect(rejects.contains("482"))  // header, 480 records, then the first of the six
    #expect(!rejects.contains("Canarius"))
  }

  // By hand: E1 becomes 468700000000, and of its 40 rows five are written rounded.
  @Test func `a listed number that a spreadsheet rounded is rejected by place`() throws {
    let place = try Workplace()
    let lines = SmallSurvey.export().replacingOccurrences(of: ";E1;", with: ";468700000000;")
      .components(separatedBy: "\r\n")
    let rounded = lines.enumerated().map { index, line in
      index > 420 ? line.replacingOccurrences(of: ";468700000000;", with: ";4,687E+11;") : line
    }
    try place.write("export.csv", rounded.joined(separator: "\r\n"))
    try place.write(
      "small.yaml",
      SmallSurvey.pipeline(replacing: [("{key: E1,", "{key: \"468700000000\",")]))
    let outcome = try place.echolot("run", "small.yaml", "--out", "out")
    #expect(outcome.exit == 3, "\(outcome.errors)")
    #expect(outcome.errors.contains("ambiguous-organisation 5"), "\(outcome.errors)")
    let rejects = String(decoding: try place.read("out/small/latest/rejects.csv"), as: UTF8.self)
    #expect(rejects.contains(";423;423;"))  // line 1 holds the headings, row 421 stands on line 423
    #expect(rejects.contains("ambiguous-organisation;"))
  }

  @Test func `an output folder that cannot be written`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    try place.write("file", "in the way")
    let outcome = try place.echolot("run", "small.yaml", "--out", "file/below")
    #expect(outcome.exit == 73, "\(outcome.errors)")
    #expect(outcome.errors.contains("EL-E-0301"))
    #expect(String(decoding: try place.read("file"), as: UTF8.self) == "in the way")
  }

  // A file size limit makes `write` fail part way through a file, as a full disk does.
  @Test func `a disk that fills up while writing`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    try #require(try place.echolot("run", "small.yaml", "--out", "out").exit == 0)
    let before = try place.tree("out")
    try place.write("export.csv", SmallSurvey.export(rows: 0..<470))
    let program = try Project.program("echolot").path
    let outcome = try place.start(
      URL(fileURLWithPath: "/bin/bash"),
      ["-c", "ulimit -f 8; exec '\(program)' run small.yaml --out out"])
    #expect(outcome.exit == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("EL-E-0303"), "\(outcome.errors)")
    #expect(try place.tree("out") == before)
  }

  // The signal is sent once the run has begun to write its 2,256 pages, which takes it a while.
  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func `an interruption by a signal`(signal: Int32, exit: Int32) throws {
    let place = try Workplace()
    try place.write("out/teaching/earlier/report.html", "the last good report")
    let before = try place.tree("out").filter { !$0.key.hasSuffix(".lock") }
    let process = try place.prepare(
      Project.program("echolot"),
      [
        "run", Project.folder.appendingPathComponent("pipelines/teaching.yaml").path, "--out",
        "out",
      ])
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let folder = place.path("out/teaching")
    while process.isRunning,
      try !FileManager.default.contentsOfDirectory(atPath: folder).contains(where: {
        $0.hasPrefix(".staging-")
      })
    { usleep(500) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationStatus == exit, "\(told)")
    #expect(told.contains("EL-E-0601"), "\(told)")
    #expect(try place.tree("out").filter { !$0.key.hasSuffix(".lock") } == before)
  }

  @Test func `a second run while one is writing`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    try #require(try place.echolot("run", "small.yaml", "--out", "out").exit == 0)
    let lock = unsafe open(place.path("out/small/.lock"), O_RDWR)
    try #require(flock(lock, LOCK_EX) == 0)
    defer { close(lock) }
    let outcome = try place.echolot("run", "small.yaml", "--out", "out")
    #expect(outcome.exit == 75)
    #expect(outcome.errors.contains("EL-E-0602"))
  }

  @Test func `what an ended run left behind is cleared by the next one`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    try place.write("out/small/.staging-abc/half.html", "half")
    #expect(try place.echolot("run", "small.yaml", "--out", "out").exit == 0)
    #expect(!FileManager.default.fileExists(atPath: place.path("out/small/.staging-abc")))
  }
}
