import FoundationEssentials

/// A suite of cases that other readers are tested with, from `fixtures/suites`.
struct Suite: Decodable {
  struct Case: Decodable {
    var id: String
    /// The file, if it is UTF-8.
    var text: String?
    var base64: String?
    var separator: String?
    /// What the case asks for beyond a separator: a quote other than `"`, comments, escapes.
    var options: [String: String]?
    /// The expected rows; in `libcsv`, those before the error.
    var rows: [[String?]]?
    /// The expected rows of a case whose bytes are no text.
    var rowsBase64: [[String]]?
    /// In `libcsv`: the byte that ended each row, -1 for the end of the file.
    var rowEnds: [Int32]?
    /// In `libcsv`: the fields of the row that the error interrupts.
    var openFields: [String]?
    /// Whether the other reader refuses the file or a part of it.
    var isError: Bool?
    /// In `frictionless`: how many rows are blank or have too few or too many cells.
    var shape: [String: Int]?
    /// Whether libcsv 3.0.3 passes the case in any mode; `nil` if it was not tried.
    var libcsv: Bool?

    var bytes: [UInt8] {
      if let text { return Array(text.utf8) }
      return base64.flatMap { Data(base64Encoded: $0) }.map { Array($0) } ?? []
    }

    var separatorByte: UInt8 { separator?.utf8.first ?? UInt8(ascii: ",") }
  }

  var suite: String
  var cases: [Case]

  /// Reads a suite from `fixtures/suites`.
  init(_ name: String) throws {
    let data = try Data(contentsOf: fixtures.appending(path: "suites/\(name).json"))
    self = try JSONDecoder().decode(Suite.self, from: data)
  }
}

/// The folder of fixtures.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "fixtures")

/// What an environment variable says, `nil` if it is not set or empty.
func setting(_ name: String) -> String? {
  ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
}
