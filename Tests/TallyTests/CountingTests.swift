import Anonymising
import Cleaning
import Exports
import Foundation
import Tally
import Testing

/// Counting, against sums worked out in floating point by a plain program.
struct CountingTests {
  private static let schema = Schema(
    items: [
      Schema.Item(key: "a", levels: 5), Schema.Item(key: "b", levels: 3),
      Schema.Item(key: "c", levels: 5), Schema.Item(key: "elsewhere", levels: 5),
    ],
    dimensions: [
      Schema.Dimension(key: "ab", items: [0, 1], minimumAnswered: 1),
      Schema.Dimension(key: "abc", items: [0, 1, 2], minimumAnswered: 2),
      Schema.Dimension(key: "other", items: [3], minimumAnswered: 1),
    ],
    perspectives: ["user"])

  /// Rows of three answers, `nil` for a blank cell.
  private static let rows: [[Int?]] = (0..<200).map { row in
    [
      row % 7 == 0 ? nil : row % 5, row % 4 == 0 ? nil : row % 3,
      row % 3 == 0 ? nil : (row * 3) % 5,
    ]
  }

  private func chunk(_ rows: [[Int?]]) throws -> AnonymousChunk {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "counting-\(UUID().uuidString).csv")
    let lines = rows.map { row in row.map { $0.map { "\($0)" } ?? "" }.joined(separator: ";") }
    try Data((["a;b;c"] + lines).joined(separator: "\n").utf8).write(to: file)
    defer { unsafe unlink(file.path) }
    let layout = SourceLayout(
      columns: ["a", "b", "c"].map {
        ColumnRequest(heading: $0, kind: .answer(AnswerFormat()))
      })
    let rules = CleaningRules(
      items: [4, 2, 4].enumerated().map { index, most in
        CleaningRules.Item(
          column: index, item: index, minimum: 0, maximum: most, step: 1, reversed: false)
      },
      organisation: .constant(0), perspective: .constant(0), period: .constant("2026"))
    let export = try ExportFile.open(path: file.path, layout: layout)
    return Anonymiser(
      pipeline: "p", organisations: ["E1"], perspectives: ["user"], slice: .year,
      items: [0, 1, 2], key: nil
    ).anonymise(Cleaner(rules: rules).clean(export.chunk(0)))
  }

  @Test func `scores are the mean points of the answered items`() throws {
    var tally = Tally(schema: Self.schema)
    tally.count(try chunk(Self.rows))
    let counts = try #require(
      tally.groups[GroupKey(organisation: "E1", period: "2026", perspective: 0)])
    let most: [Double] = [4, 2, 4]
    for (dimension, (items, minimum)) in [([0, 1], 1), ([0, 1, 2], 2)].enumerated() {
      var scores: [Double] = []
      var complete = 0
      for row in Self.rows {
        let points = items.compactMap { item in row[item].map { Double($0) / most[item] * 100 } }
        if points.count >= minimum { scores.append(points.reduce(0, +) / Double(points.count)) }
        if points.count == items.count { complete += 1 }
      }
      let sums = counts.dimensions[dimension]
      let units = Double(tally.scoreUnits(of: dimension)) / 100
      #expect(sums.scored == scores.count)
      #expect(abs(Double(sums.sum) / units - scores.reduce(0, +)) < 1e-8)
      #expect(
        abs(Double(sums.sumOfSquares) / units / units - scores.reduce(0) { $0 + $1 * $1 }) < 1e-5)
      #expect(sums.complete == complete)
    }
  }

  @Test func `cross products are those of complete respondents`() throws {
    var tally = Tally(schema: Self.schema)
    tally.count(try chunk(Self.rows))
    let sums = try #require(tally.groups.values.first?.dimensions[1])
    let complete = Self.rows.compactMap { row in
      row.contains(nil) ? nil : row.compactMap { $0 }
    }
    #expect(sums.itemSums == (0..<3).map { i in complete.reduce(0) { $0 + $1[i] } })
    let pairs = [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
    #expect(
      sums.crossProducts == pairs.map { i, j in complete.reduce(0) { $0 + $1[i] * $1[j] } })
  }

  @Test func `an item that the source does not have was not asked`() throws {
    var tally = Tally(schema: Self.schema)
    tally.count(try chunk(Self.rows))
    let counts = try #require(tally.groups.values.first)
    #expect(!counts.items[3].wasAsked)
    #expect(counts.items[3].notShown == counts.respondents)
    #expect(counts.dimensions[2].scored == 0)
  }

  @Test(arguments: [1, 7, 64, 199])
  func `parts add up to the whole`(size: Int) throws {
    var whole = Tally(schema: Self.schema)
    whole.count(try chunk(Self.rows))
    var parts = Tally(schema: Self.schema)
    for start in stride(from: 0, to: Self.rows.count, by: size) {
      let end = min(start + size, Self.rows.count)
      parts.count(try chunk(Array(Self.rows[start..<end])))
    }
    #expect(parts == whole)
  }

  @Test func `rows that are left out leave no trace`() throws {
    var some = Tally(schema: Self.schema)
    let keep = Array(Self.rows.prefix(50))
    some.count(try chunk(keep))
    var all = Tally(schema: Self.schema)
    let chunk = try chunk(Self.rows)
    let kept = try self.chunk(keep).count
    all.count(chunk, leavingOut: (0..<chunk.count).map { $0 >= kept })
    #expect(all == some)
  }
}
