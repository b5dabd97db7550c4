import Exports
import Foundation
import Microdata
import Reference

/// The shipped microdata and what other programs found in them.
enum MicrodataFixture {
  static let folder = #filePath.components(separatedBy: "/Tests/")[0] + "/fixtures/microdata"

  static let adultColumns = [
    "sex", "age", "race", "marital-status", "education", "native-country", "workclass",
    "occupation", "salary-class",
  ]

  /// Adult with its hierarchies.
  static func adult(_ columns: [String], sensitive: String? = nil) throws -> Microdata {
    let wanted = columns + (sensitive.map { [$0] } ?? [])
    let table = try CategoryTable(path: folder + "/adult/adult.csv.gz") { _ in wanted }
    let hierarchies = try columns.map { name in
      let bytes = [UInt8](
        try Data(contentsOf: URL(filePath: "\(folder)/adult/adult_hierarchy_\(name).csv")))
      let rows = try PlainTable(bytes: bytes)
      return try Hierarchy(rows: [rows.headings] + rows.rows.map(\.fields))
    }
    let leaves = zip(hierarchies, table.columns).map { hierarchy, column in
      let numbers = hierarchy.leafNumbers
      let map = column.texts.map { UInt32(numbers[$0] ?? 0) }
      return column.codes.map { map[Int($0)] }
    }
    let last = table.columns[wanted.count - 1]
    return try Microdata(
      hierarchies: hierarchies, leaves: leaves, sensitive: sensitive == nil ? [] : last.codes,
      sensitiveValues: sensitive == nil ? 0 : last.texts.count)
  }

  /// A file of reference results.
  static func oracle(_ name: String) throws -> JSONValue {
    // The table reader inflates; a JSON text on one line is a table of one cell at most, so it is read
    // by its own means.
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", "\(folder)/oracles/\(name).json.gz"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(JSONValue.self, from: data)
  }
}

extension JSONValue {
  subscript(_ name: String) -> JSONValue {
    if case .object(let values) = self { return values[name] ?? .null }
    return .null
  }

  var number: Double {
    if case .number(let value) = self { return value }
    return .nan
  }

  var list: [JSONValue] {
    if case .list(let values) = self { return values }
    return []
  }

  var numbers: [Int] { list.map { Int($0.number) } }
}
