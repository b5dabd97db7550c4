import Cleaning
import Exports
import Foundation
import Testing

struct CleanerTests {
  /// Columns of the small export: code of organisation, day, done, mode, answer a, answer b.
  private static let layout = SourceLayout(columns: [
    ColumnRequest(heading: "org", kind: .known(["E1": 0, "E2": 1])),
    ColumnRequest(heading: "day", kind: .date(.dayMonthYear)),
    ColumnRequest(heading: "done", kind: .presence),
    ColumnRequest(heading: "mode", kind: .known(["test": 0])),
    ColumnRequest(
      heading: "a",
      kind: .answer(
        AnswerFormat(missing: ["-9": .nonAnswer, "-8": .notShown, "-1": .empty]))),
    ColumnRequest(heading: "b", kind: .answer(AnswerFormat(decimals: 1, decimalMark: 0x2C))),
  ])

  private static let rules = CleaningRules(
    items: [
      CleaningRules.Item(
        column: 4, item: 0, minimum: 1, maximum: 5, step: 1, reversed: false, heading: "a"),
      CleaningRules.Item(
        column: 5, item: 1, minimum: 10, maximum: 50, step: 5, reversed: true, heading: "b"),
    ],
    organisation: .column(0, heading: "org"), perspective: .constant(0),
    period: .date(1, heading: "day"), completed: 2, tests: 3)

  private func clean(_ rows: [String]) throws -> CleanChunk {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "cleaning-\(UUID().uuidString).csv")
    let text = (["org;day;done;mode;a;b"] + rows).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: file)
    defer { unsafe unlink(file.path) }
    let export = try ExportFile.open(path: file.path, layout: Self.layout)
    return Cleaner(rules: Self.rules).clean(export.chunk(0))
  }

  // By hand: a runs 1...5, so that 4 is level 3. b runs 1,0...5,0 by halves and is reversed:
  // 4,5 lies 7 steps above the lowest of 9 levels, turned round it is level 8 - 7 = 1.
  @Test func `answers become levels, best last`() throws {
    let chunk = try clean(["E2;1.2.2026;x;;4;4,5"])
    #expect(chunk.levels.map { $0.map(\.raw) } == [[3], [1]])
    #expect(chunk.organisations == [1])
    #expect(chunk.ledger.isConserved)
  }

  @Test(arguments: [
    ("", Level.empty), ("-1", .empty), ("-8", .notShown), ("-9", .nonAnswer), ("6", .outOfScale),
    ("0", .outOfScale), ("ja", .unreadable), ("2.5", .unreadable),
  ])
  func `each missing state and each wrong value keeps its own name`(
    cell: String, level: Level
  ) throws {
    let chunk = try clean(["E1;1.2.2026;x;;\(cell);3,0"])
    #expect(chunk.levels[0] == [level])
  }

  @Test func `a value between two levels is out of the scale`() throws {
    #expect(try clean(["E1;1.2.2026;x;;3;2,3"]).levels[1] == [.outOfScale])
  }

  @Test(arguments: [
    ("E1;1.2.2026;x;test;3;3,0", "test-record"), ("E1;1.2.2026;;;3;3,0", "incomplete"),
    ("E1;1.2.2026;x;;-9;", "no-answer"), (";;x;test;;", "test-record"),
    (";;;other;3;", "incomplete"),
  ])
  func `rules that skip a record`(row: String, rule: String) throws {
    let ledger = try clean([row]).ledger
    #expect(ledger.skipped == ["header": 1, rule: 1])
    #expect(ledger.accepted == 0)
    #expect(ledger.isConserved)
  }

  @Test(arguments: [
    ("Haus;1.2.2026;x;;3;3,0", "unknown-organisation", "org"),
    (" ;1.2.2026;x;;3;3,0", "blank-organisation", "org"),
    ("E1;1.2.2026;x;;-9;9,9", "unreadable-answers", "b"),
    ("E1;1.2.2026;x;;6;ja", "unreadable-answers", "a"),
    ("E1;;x;;3;3,0", "blank-date", "day"), ("E1;31.2.2026;x;;3;3,0", "unreadable-date", "day"),
  ])
  func `rules that reject a record name its place and column`(
    row: String, code: String, heading: String
  ) throws {
    let chunk = try clean(["E1;1.2.2026;x;;3;3,0", row])
    #expect(chunk.ledger.rejected == [code: 1])
    #expect(chunk.ledger.accepted == 1)
    #expect(chunk.ledger.isConserved)
    let finding = try #require(chunk.findings.first)
    #expect(chunk.findings.count == 1)
    #expect(finding.code == code)
    #expect(finding.heading == heading)
    #expect(finding.position.line == 3)
    #expect(finding.position.record == 2)
  }

  @Test func `a record that is rejected anyway names its unreadable answers too`() throws {
    let chunk = try clean([";1.2.2026;x;;ja;", "E1;1.2.2026;;;ja;", "E1;1.2.2026;x;;ja;3,0"])
    #expect(
      chunk.findings.map { "\($0.position.line) \($0.code)" } == [
        "2 blank-organisation", "2 unreadable-answers",
      ])
    #expect(chunk.ledger.rejected == ["blank-organisation": 1])
    #expect(chunk.ledger.skipped == ["header": 1, "incomplete": 1])
    #expect(chunk.ledger.accepted == 1)
    #expect(chunk.ledger.isConserved)
  }

  // By hand: the first and the last day that count, and the days next to them that do not.
  @Test(arguments: [
    ("31.12.1989", false), ("1.1.1990", true), ("31.12.2100", true), ("1.1.2101", false),
    ("1.2.0206", false), ("1.2.2206", false),
  ])
  func `a year outside 1990 to 2100 makes no period`(day: String, isKept: Bool) throws {
    let chunk = try clean(["E1;\(day);x;;3;3,0"])
    #expect(chunk.ledger.accepted == (isKept ? 1 : 0))
    #expect(chunk.ledger.rejected == (isKept ? [:] : ["implausible-date": 1]))
    #expect(chunk.findings.map(\.heading) == (isKept ? [] : ["day"]))
    #expect(chunk.ledger.isConserved)
  }

  @Test func `a record with several mistakes lists them all and counts once`() throws {
    let chunk = try clean(["Haus;31.2.2026;x;;;", ";;x;;3;3,0", "E1;1.2.2026;x;;3;3,0"])
    #expect(
      chunk.findings.map { "\($0.position.line) \($0.code) \($0.heading ?? "")" } == [
        "2 unknown-organisation org", "2 unreadable-date day", "3 blank-organisation org",
        "3 blank-date day",
      ])
    #expect(chunk.ledger.rejected == ["unknown-organisation": 1, "blank-organisation": 1])
    #expect(chunk.ledger.accepted == 1)
    #expect(chunk.ledger.isConserved)
  }

  @Test func `the ledger keeps missing, turned and blanked answers apart`() {
    var ledger = Ledger()
    for level in [Level.empty, .empty, .notShown, .nonAnswer, .unreadable, .outOfScale] {
      ledger.enter(level, isReversed: true)
    }
    #expect(ledger.missing == ["empty": 2, "not-shown": 1, "non-answer": 1])
    #expect(ledger.blanked == ["type-error": 1, "out-of-scale": 1])
    #expect(ledger.reversed == 0)
    var twice = ledger
    twice += ledger
    #expect(twice.missing == ["empty": 4, "not-shown": 2, "non-answer": 2])
  }

  @Test func `findings of reading and of cleaning stand in file order`() throws {
    let chunk = try clean([
      "Haus;1.2.2026;x;;3;3,0", "E1;1.2.2026;x", "E1;;x;;3;3,0", "E1;1.2.2026;x;;3;3,0;9",
    ])
    #expect(
      chunk.findings.map(\.code) == [
        "unknown-organisation", "missing-cell", "blank-date", "extra-cell",
      ])
    #expect(chunk.ledger.read == 5)
    #expect(chunk.ledger.rejectedTotal == 4)
    #expect(chunk.ledger.isConserved)
  }

  @Test func `the rejected share is one of records that hold data`() throws {
    let ledger = try clean(["E1;1.2.2026;x;;3;3,0", ";;;;;", "", "Haus;1.2.2026;x;;3;3,0"]).ledger
    #expect(ledger.skipped["blank-row"] == 2)
    #expect(ledger.rejectedShare == 0.5)
  }

  // By hand: the number of the organisation is written with decimals in two rows, and the second of
  // them is rejected for its date.
  @Test func `cells understood though written otherwise count in rejected rows too`() throws {
    let layout = SourceLayout(columns: [
      ColumnRequest(heading: "org", kind: .known(["17": 0])),
      ColumnRequest(heading: "day", kind: .date(.dayMonthYear)),
      ColumnRequest(heading: "a", kind: .answer(AnswerFormat())),
    ])
    let rules = CleaningRules(
      items: [
        CleaningRules.Item(column: 2, item: 0, minimum: 1, maximum: 5, step: 1, reversed: false)
      ],
      organisation: .column(0, heading: "org"), perspective: .constant(0),
      period: .date(1, heading: "day"))
    let text = "org;day;a\n17.0;1.2.2026;3\n17.0;31.2.2026;4\n17;1.2.2026;5\n"
    let file = try ExportFile.open(bytes: Array(text.utf8), fileName: "o.csv", layout: layout)
    let ledger = Cleaner(rules: rules).clean(file.chunk(0)).ledger
    #expect(ledger.accepted == 2)
    #expect(ledger.rejected == ["unreadable-date": 1])
    #expect(ledger.repaired == ["id-as-float": 2])
  }

  // By hand: three rows of data, one of them rejected; the two totals are in neither number.
  @Test func `totals below the data are rejected but are no part of the rejected share`() throws {
    let ledger = try clean([
      "E1;1.2.2026;x;;3;3,0", "Haus;1.2.2026;x;;3;3,0", "E2;1.2.2026;x;;3;3,0",
      "Summe;3;;;9;9,0", "Mittelwert;;;;3;3,0",
    ]).ledger
    #expect(ledger.rejected == ["unknown-organisation": 1, "summary-row": 2])
    #expect(ledger.rejectedData == 1)
    #expect(ledger.rejectedShare == 1.0 / 3)
    #expect(ledger.isConserved)
    #expect(try clean(["Summe;3;;;9;9,0"]).ledger.rejectedShare == 0)
  }
}
