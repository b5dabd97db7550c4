import Anonymising
import Cleaning
import Exports
import Foundation
import Tally
import Testing

/// Rows of one group, many more than the narrow counters hold, against plain loops.
struct ManyRowsTests {
  /// Levels of the items: pairs with patterns in a table that holds 16 rows, four of five levels, whose
  /// table holds 4,095, and four of eleven, which have no table.
  private static let levels = [64, 64, 5, 5, 5, 5, 11, 11, 11, 11, 7]
  private static let dimensions = [[0, 1], [2, 3, 4, 5], [6, 7, 8, 9], [5, 0]]
  private static let schema = Schema(
    items: levels.enumerated().map { Schema.Item(key: "i\($0)", levels: $1) },
    dimensions: dimensions.enumerated().map {
      Schema.Dimension(key: "d\($0)", items: $1, minimumAnswered: 1)
    },
    perspectives: ["user"])

  /// Answers that wander over all levels; every eleventh cell or so is blank.
  private static func rows(_ count: Int) -> [[Int?]] {
    var state: UInt32 = 7
    return (0..<count).map { _ in
      levels.map { most in
        state = state &* 1_664_525 &+ 1_013_904_223
        let drawn = Int(state >> 8)
        return drawn % 11 == 0 ? nil : drawn / 11 % most
      }
    }
  }

  private func chunk(_ rows: [[Int?]]) throws -> AnonymousChunk {
    let names = Self.schema.items.map(\.key)
    let lines = rows.map { row in row.map { $0.map { "\($0)" } ?? "" }.joined(separator: ";") }
    let text = ([names.joined(separator: ";")] + lines).joined(separator: "\n")
    let layout = SourceLayout(
      columns: names.map { ColumnRequest(heading: $0, kind: .answer(AnswerFormat())) })
    let rules = CleaningRules(
      items: Self.levels.enumerated().map { index, levels in
        CleaningRules.Item(
          column: index, item: index, minimum: 0, maximum: levels - 1, step: 1, reversed: false)
      },
      organisation: .constant(0), perspective: .constant(0), period: .constant("2026"))
    let anonymiser = Anonymiser(
      pipeline: "p", organisations: ["E1"], perspectives: ["user"], slice: .year,
      items: Array(Self.levels.indices), key: nil)
    let file = FileManager.default.temporaryDirectory
      .appending(path: "rows-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { unsafe unlink(file.path) }
    let export = try ExportFile.open(path: file.path, layout: layout)
    return anonymiser.anonymise(Cleaner(rules: rules).clean(export.chunk(0)))
  }

  private func expect(_ tally: Tally, of rows: [[Int?]]) throws {
    let counts = try #require(tally.groups.values.first)
    #expect(counts.respondents == rows.count)
    for item in Self.levels.indices {
      var levels = [Int](repeating: 0, count: Self.levels[item])
      for row in rows { if let level = row[item] { levels[level] += 1 } }
      #expect(counts.items[item].levels == levels)
      #expect(counts.items[item].empty == rows.count { $0[item] == nil })
    }
    for (place, items) in Self.dimensions.enumerated() {
      let complete = rows.compactMap { row in
        let answers = items.compactMap { row[$0] }
        return answers.count == items.count ? answers : nil
      }
      let sums = counts.dimensions[place]
      #expect(sums.complete == complete.count)
      #expect(sums.itemSums == items.indices.map { item in complete.reduce(0) { $0 + $1[item] } })
      let products = items.indices.flatMap { first in
        (first..<items.count).map { second in
          complete.reduce(0) { $0 + $1[first] * $1[second] }
        }
      }
      #expect(sums.crossProducts == products)
      // Points of a row are the mean of its answers' points; all in whole units.
      let units = Int128(tally.scoreUnits(of: place))
      let scores = rows.compactMap { row -> Int128? in
        let answered = items.filter { row[$0] != nil }
        if answered.isEmpty { return nil }
        return answered.reduce(Int128(0)) { sum, item in
          sum + units / Int128((Self.levels[item] - 1) * answered.count) * Int128(row[item] ?? 0)
        }
      }
      #expect(sums.scored == scores.count)
      #expect(sums.sum == scores.reduce(0, +))
      #expect(sums.sumOfSquares == scores.reduce(0) { $0 + $1 * $1 })
    }
  }

  @Test func `one chunk of more rows than narrow counters hold is counted exactly`() throws {
    let rows = Self.rows(9_000)
    var tally = Tally(schema: Self.schema)
    tally.count(try chunk(rows))
    try expect(tally, of: rows)
  }

  @Test func `many chunks in one counter are counted exactly`() throws {
    let rows = Self.rows(500)
    let part = try chunk(rows)
    var counter = TallyCounter(schema: Self.schema)
    for _ in 0..<20 { counter.count(part) }
    var tally = Tally(schema: Self.schema)
    tally.add(counter)
    try expect(tally, of: [[[Int?]]](repeating: rows, count: 20).flatMap(\.self))
    for item in Self.levels.indices {
      let answered = tally.groups.values.first?.items[item].levels ?? []
      #expect(Array(counter.cells(of: item).prefix(answered.count)) == answered)
    }
  }

  @Test func `rows that are left out are left out of every count`() throws {
    let rows = Self.rows(5_000)
    let leftOut = rows.indices.map { $0 % 3 == 1 }
    var tally = Tally(schema: Self.schema)
    tally.count(try chunk(rows), leavingOut: leftOut)
    try expect(tally, of: rows.indices.filter { !leftOut[$0] }.map { rows[$0] })
  }
}
