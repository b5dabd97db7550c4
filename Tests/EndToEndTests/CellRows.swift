import Exports
import Foundation

/// The cells of a run as `cells.csv` has them.
struct CellRows {
  struct Row {
    let value: String
    let lower: String
    let upper: String
    let n: String
    let reason: String
  }

  let rows: [String: Row]

  init(_ bytes: Data) throws {
    let table = try PlainTable(bytes: Array(bytes), separator: UInt8(ascii: ","))
    var rows: [String: Row] = [:]
    let place = Dictionary(
      table.headings.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for row in table.rows {
      func field(_ name: String) -> String { place[name].map { row.fields[$0] } ?? "" }
      rows[field("cell")] = Row(
        value: field("value"), lower: field("lower"), upper: field("upper"), n: field("n"),
        reason: field("reason"))
    }
    self.rows = rows
  }

  func value(_ id: String) -> Double? { rows[id].flatMap { Double($0.value) } }

  func interval(_ id: String) -> [Double] {
    rows[id].map { [$0.lower, $0.upper].compactMap(Double.init) } ?? []
  }
}

extension Workplace {
  /// Runs one of the shipped pipelines and reads its cells.
  func cells(ofPipeline name: String, _ more: String...) throws -> CellRows {
    let outcome = try start(
      Project.program("echolot"),
      ["run", Project.folder.appending(path: "pipelines/\(name).yaml").path, "--out", "out"]
        + more)
    guard [0, 3].contains(outcome.exit) else { throw Unexpected(errors: outcome.errors) }
    return try CellRows(read("out/\(name)/latest/cells.csv"))
  }

  struct Unexpected: Error { let errors: String }
}
