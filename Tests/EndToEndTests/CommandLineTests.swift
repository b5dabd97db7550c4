import Foundation
import Testing

/// What the program says to a person at a terminal and to a scheduler.
struct CommandLineTests {
  @Test func `help teaches in both languages`() throws {
    let place = try Workplace()
    let english = try place.echolot("--help")
    #expect(english.exit == 0)
    let german = try place.echolot("--help", environment: ["LANG": "de_DE.UTF-8"])
    for command in [
      "run", "check", "init", "inspect", "tally", "merge", "report", "explain", "stats", "verify",
      "redact",
    ] {
      #expect(english.output.contains("  \(command) "))
      #expect(german.output.contains("  \(command) "))
      let help = try place.echolot(command, "--help")
      #expect(help.exit == 0)
      #expect(help.output.contains("Usage: echolot \(command)"))
      #expect(help.output.contains("--jobs"))
      #expect(
        try place.echolot(command, "--help", "--lang", "de").output.contains(
          "Aufruf: echolot \(command)"))
    }
  }

  @Test(arguments: [
    [], ["walk"], ["run"], ["run", "a", "b"], ["run", "a", "--jobs", "0"],
    ["run", "a", "--jobs", "many"], ["run", "a", "--jobs"], ["run", "a", "--colour"],
    ["run", "a", "--lang", "fr"], ["run", "a", "--log-format", "xml"], ["tally", "a"],
    ["merge", "--out", "a"], ["explain", "a"], ["check", "a", "--input", "b=c"],
    ["run", "a", "--quiet=yes"], ["init"], ["inspect"], ["inspect", "a", "b"],
    ["tally", "a", "--out", "b", "--input", "c"], ["stats", "a", "b"], ["verify"],
    ["verify", "a"], ["verify", "--oracles", "a", "b"], ["verify", "--oracles=a"],
  ])
  func `a wrong command line ends with 64 and says what is wrong`(arguments: [String]) throws {
    let place = try Workplace()
    let outcome = try place.start(Project.program("echolot"), arguments)
    #expect(outcome.exit == 64)
    #expect(outcome.errors.contains("EL-E-0901"))
    #expect(outcome.errors.contains("--help"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `check reads headings only and finds everything at once`() throws {
    let place = try Workplace()
    try place.addSmallSurvey(replacing: [
      ("items: {a: a, b: b, c: c}", "items: {a: a, bb: b, cc: c}")
    ])
    let outcome = try place.echolot("check", "small.yaml")
    #expect(outcome.exit == 65)
    #expect(outcome.errors.contains("“bb”"))
    #expect(outcome.errors.contains("“cc”"))
    #expect(outcome.errors.contains("small.yaml:27:19:"), "\(outcome.errors)")
    try place.addSmallSurvey()
    let good = try place.echolot("check", "small.yaml")
    #expect(good.exit == 0)
    #expect(good.output.contains("1 file, 3 items, 2 dimensions"))
  }

  @Test func `configuration messages read on to the way out`() throws {
    let place = try Workplace()
    try place.addSmallSurvey(replacing: [("perspective:", "perspektive:")])
    let outcome = try place.echolot("check", "small.yaml")
    #expect(outcome.exit == 78)
    #expect(
      outcome.errors.contains(
        "EL-E-0107 unknown key \"perspektive\"; did you mean \"perspective\"?\n"))
  }

  @Test func `a tally never takes the place of a device or pipe`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let pipe = place.folder.appending(path: "pipe").path
    let made = unsafe mkfifo(pipe, 0o600)
    try #require(made == 0)
    let outcome = try place.echolot("tally", "small.yaml", "--out", "pipe")
    #expect(outcome.exit == 73)
    #expect(outcome.errors.contains("EL-E-0504 The name belongs to a device"))
    let kind = try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType
    #expect(kind != .typeRegular)
  }

  @Test func `every shipped pipeline passes its check`() throws {
    let place = try Workplace()
    let folder = Project.folder.appending(path: "pipelines")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }
    #expect(names.count >= 4)
    for name in names {
      let outcome = try place.echolot("check", folder.appending(path: name).path)
      // The invented world of youth welfare has the ordinary dirt of exports, and check says so.
      let isDirty = name == "jugendhilfe.yaml"
      #expect(outcome.exit == (isDirty ? 3 : 0), "\(name): \(outcome.errors)")
      #expect(outcome.errors.contains("EL-W-0201") == isDirty)
    }
  }

  @Test func `only the reports and languages that are asked for are written`() throws {
    let place = try Workplace()
    try place.addSmallSurvey(replacing: [
      ("period: year", "period: year\noutputs: {languages: [en], reports: [funder]}")
    ])
    try #require(try place.echolot("run", "small.yaml", "--out", "out").exit == 0)
    let files = Set(try place.tree("out/small/latest").keys)
    #expect(
      files == [
        "cells.csv", "definition.json", "funder/funder.en.html", "index.html", "rejects.csv",
        "run-summary.html", "run-summary.json",
      ])
    let index = String(decoding: try place.read("out/small/latest/index.html"), as: UTF8.self)
    #expect(!index.contains("organisations/"))
  }

  @Test func `a first row of answers is not offered as a heading`() throws {
    let place = try Workplace()
    try place.addSmallSurvey(replacing: [
      ("respondent: {column: id}", "respondent: {column: Klasse}")
    ])
    // "Klaus" is as near to "Klasse" as a misspelling would be. With one heading that is there the
    // others are named; with none of them one message says so.
    for (second, said) in [("org", "Klasse"), ("E1", "None of the 7 columns")] {
      try place.write(
        "export.csv", "Klaus;\(second);15.01.2026;5;4;3\nKlara;E2;15.01.2026;5;4;3\n")
      for format in ["text", "json"] {
        let outcome = try place.echolot("check", "small.yaml", "--log-format", format)
        #expect(outcome.exit == 65)
        #expect(outcome.errors.contains(said), "\(outcome.errors)")
        #expect(!outcome.errors.contains("Klaus"))
      }
    }
  }

  @Test func `quiet tells nothing when all is well`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let outcome = try place.echolot("run", "small.yaml", "--out", "out", "--quiet")
    #expect(outcome.exit == 0)
    #expect(outcome.errors.isEmpty)
  }

  @Test func `the log as JSON is one object a line`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let outcome = try place.echolot("run", "small.yaml", "--out", "out", "--log-format", "json")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count >= 5)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["level"] as? String == "info")
      #expect(object?["event"] != nil)
    }
  }

  @Test func `the conservation law is printed for every file`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    let outcome = try place.echolot("run", "small.yaml", "--out", "out")
    #expect(
      outcome.errors.contains(
        "export.csv: 481 read = 480 accepted + 0 rejected + 1 skipped (header 1)"))
  }

  @Test func `every kind of cell can be explained`() throws {
    let place = try Workplace()
    try place.addSmallSurvey()
    try #require(try place.echolot("run", "small.yaml", "--out", "out").exit == 0)
    let cells = String(decoding: try place.read("out/small/latest/cells.csv"), as: UTF8.self)
    var seen: Set<Substring> = []
    for line in cells.split(separator: "\n").dropFirst() {
      let id = line.prefix { $0 != "," }
      guard let statistic = id.split(separator: "/").last, seen.insert(statistic).inserted else {
        continue
      }
      let outcome = try place.echolot("explain", String(id), "--run", "out/small/latest")
      #expect(outcome.exit == 0, "\(id) \(outcome.errors)")
      #expect(outcome.output.contains("Rule: ") && outcome.output.contains("Formula: "))
      #expect(outcome.output.contains("481 read, 480 accepted"))
    }
    #expect(seen.count >= 15)
    let unknown = try place.echolot("explain", "org.E1", "--run", "out/small/latest")
    #expect(unknown.exit == 66)
    #expect(unknown.errors.contains("EL-E-0802"))
    #expect(unknown.errors.contains("org.E1/"))
    #expect(try place.echolot("explain", "x", "--run", "nowhere").exit == 66)
  }
}
