import Foundation
import Suppression

/// The instances of `fixtures/suppression`.
enum Instances {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "fixtures/suppression")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  static func layout(_ name: String) throws -> TableLayout {
    try TableLayout(TableDocument(bytes("\(name).json")))
  }

  static func layout(json: String) throws -> TableLayout {
    try TableLayout(TableDocument(Array(json.utf8)))
  }

  /// What an oracle file says about a pattern.
  struct Oracle: Decodable {
    struct Audit: Decodable {
      var exactly: Int
      var below: Int
      var positive: Int
      var intervals: [String: [Double?]]?

      enum CodingKeys: String, CodingKey {
        case exactly = "exactly_recomputable"
        case below = "proved_below_T"
        case positive = "proved_positive"
        case intervals
      }
    }
    struct Tool: Decodable { var audit: Audit }
    var primaryOnly: Audit
    var gauss: Tool

    enum CodingKeys: String, CodingKey {
      case primaryOnly = "audit_primary_only"
      case gauss
    }
  }

  static func oracle(_ name: String) throws -> Oracle {
    try JSONDecoder().decode(Oracle.self, from: Data(bytes("\(name)_oracle.json")))
  }
}

/// Numbers that depend on a seed alone (Steele, Lea & Flood 2014, SplitMix).
struct Chance {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 1) % limit
  }
}

/// Random tables of several shapes, small enough to list everything that could be true.
enum RandomTable {
  static let shapes: [(name: String, dims: String, inner: [[String]])] = [
    (
      "two dimensions",
      #"[{"name":"a","hierarchy":{"T":["1","2"]}},{"name":"b","hierarchy":{"T":["1","2","3"]}}]"#,
      product([["1", "2"], ["1", "2", "3"]])
    ),
    (
      "three dimensions",
      #"[{"name":"a","hierarchy":{"T":["1","2"]}},{"name":"b","hierarchy":{"T":["1","2"]}},"#
        + #"{"name":"c","hierarchy":{"T":["1","2"]}}]"#,
      product([["1", "2"], ["1", "2"], ["1", "2"]])
    ),
    (
      "a hierarchy",
      #"[{"name":"a","hierarchy":{"T":["X","Y"],"X":["1","2"],"Y":["3","4"]}},"#
        + #"{"name":"b","hierarchy":{"T":["1","2"]}}]"#,
      product([["1", "2", "3", "4"], ["1", "2"]])
    ),
    (
      "linked tables",
      #"[{"name":"a","hierarchy":{"S":["X","Y"],"X":["1","2"],"Y":["3","4"],"#
        + #""P":["V","W"],"V":["1","3"],"W":["2","4"]}},"#
        + #"{"name":"b","hierarchy":{"T":["1","2"]}}]"#,
      product([["1", "2", "3", "4"], ["1", "2"]])
    ),
  ]

  private static func product(_ lists: [[String]]) -> [[String]] {
    lists.reduce([[]]) { rows, list in rows.flatMap { row in list.map { row + [$0] } } }
  }

  /// A table of about `total` answers with many zeros.
  static func json(_ shape: Int, seed: Int, total: Int, threshold: Int) -> String {
    var chance = Chance(state: UInt64(seed))
    let inner = shapes[shape].inner
    var counts = [Int](repeating: 0, count: inner.count)
    for _ in 0..<total { counts[chance.next(chance.next(inner.count) + 1)] += 1 }
    let rows = zip(inner, counts).map { labels, count in
      "[\(labels.map { "\"\($0)\"" }.joined(separator: ",")),\(count)]"
    }
    return "{\"dims\":\(shapes[shape].dims),\"inner\":[\(rows.joined(separator: ","))],"
      + "\"threshold\":\(threshold)}"
  }

  /// By hidden cell, the least and greatest value of all whole tables that fit what is published.
  static func everything(_ problem: TableProblem, hidden: Set<Int>) -> [Int: ClosedRange<Int>] {
    let totals = Set(problem.relations.map(\.total))
    let inner = problem.cells.indices.filter { !totals.contains($0) }
    let sum = inner.reduce(0) { $0 + problem.cells[$1].value }
    var values = problem.cells.map(\.value)
    var found: [Int: ClosedRange<Int>] = [:]
    func check() {
      for relation in problem.relations {
        values[relation.total] = relation.parts.reduce(0) { $0 + values[$1] }
      }
      for cell in values.indices
      where !hidden.contains(cell) && values[cell] != problem.cells[cell].value { return }
      for cell in hidden {
        let range = found[cell] ?? values[cell]...values[cell]
        found[cell] = min(range.lowerBound, values[cell])...max(range.upperBound, values[cell])
      }
    }
    func walk(_ place: Int, _ left: Int) {
      let cell = inner[place]
      if place == inner.count - 1 {
        values[cell] = left
        check()
        return
      }
      for value in 0...left {
        values[cell] = value
        walk(place + 1, left - value)
      }
    }
    walk(0, sum)
    return found
  }
}
