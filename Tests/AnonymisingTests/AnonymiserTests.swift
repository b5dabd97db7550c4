import Anonymising
import Cleaning
import Exports
import Foundation
import Testing

struct AnonymiserTests {
  private func anonymise(
    _ rows: [String], pipeline: String = "p", keyByte: UInt8 = 1, slice: PeriodSlice = .year,
    prefix: String = ""
  ) throws -> AnonymousChunk {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "anonymising-\(UUID().uuidString).csv")
    try Data((["who;org;day;a"] + rows).joined(separator: "\n").utf8).write(to: file)
    defer { unsafe unlink(file.path) }
    let layout = SourceLayout(columns: [
      ColumnRequest(heading: "who", kind: .secret),
      ColumnRequest(heading: "org", kind: .open(.code)),
      ColumnRequest(heading: "day", kind: .date(.yearMonthDay)),
      ColumnRequest(heading: "a", kind: .answer(AnswerFormat())),
    ])
    let rules = CleaningRules(
      items: [
        CleaningRules.Item(column: 3, item: 0, minimum: 1, maximum: 5, step: 1, reversed: false)
      ],
      organisation: .column(1, heading: "org"), perspective: .constant(0),
      period: .date(2, heading: "day"), respondent: 0)
    let key = try #require(PseudonymKey(bytes: [UInt8](repeating: keyByte, count: 32)))
    let export = try ExportFile.open(path: file.path, layout: layout)
    return Anonymiser(
      pipeline: pipeline, organisations: [], organisationPrefix: prefix, perspectives: ["user"],
      slice: slice, items: [0], key: key
    ).anonymise(Cleaner(rules: rules).clean(export.chunk(0)))
  }

  @Test func `rows fall into groups of organisation and slice`() throws {
    let chunk = try anonymise(
      ["a;E1;2026-01-31;1", "b;E2;2026-02-01;2", "c;E1;2026-04-01;3", "d;E1;2026-03-31;3"],
      slice: .quarter, prefix: "x")
    #expect(chunk.groups.map(\.organisation) == ["xE1", "xE2", "xE1"])
    #expect(chunk.groups.map(\.period) == ["2026-Q1", "2026-Q1", "2026-Q2"])
    #expect(chunk.groupOfRow == [0, 1, 2, 0])
  }

  @Test func `one respondent has one fingerprint in a group and others elsewhere`() throws {
    let prints = try anonymise([
      "anna;E1;2026-01-31;1", "anna;E1;2026-12-31;5", "anna;E2;2026-01-31;1",
      "anna;E1;2025-01-31;1", "Anna;E1;2026-01-31;1", ";E1;2026-01-31;1",
    ]).fingerprints
    #expect(prints[0] == prints[1])
    #expect(Set(prints).count == 5)
    #expect(prints[5] == 0)
  }

  @Test func `fingerprints of other keys and other pipelines cannot be linked`() throws {
    let row = ["anna;E1;2026-01-31;1"]
    let prints = [
      try anonymise(row).fingerprints, try anonymise(row, keyByte: 2).fingerprints,
      try anonymise(row, pipeline: "q").fingerprints,
    ]
    #expect(Set(prints).count == 3)
    #expect(try anonymise(row).fingerprints == prints[0])
  }

  @Test func `the first record of a respondent counts, also across chunks`() throws {
    var duplicates = Duplicates()
    let first = try anonymise(["a;E1;2026-01-31;1", "b;E1;2026-01-31;1", "a;E1;2026-02-01;2"])
    let second = try anonymise(["b;E1;2026-01-31;1", ";E1;2026-01-31;1", ";E1;2026-01-31;1"])
    let third = try anonymise(["c;E1;2026-01-31;1"])
    #expect(duplicates.repeats(in: first) == [false, false, true])
    #expect(duplicates.repeats(in: second) == [true, false, false])
    #expect(duplicates.repeats(in: third).isEmpty)
    #expect(duplicates.fingerprints.count == 3)
  }
}
