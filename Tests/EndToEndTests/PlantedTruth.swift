import Foundation

/// What is true in the invented world of `fixtures/jugendhilfe`, as `truth.json` tells it.
///
/// The format is described in `fixtures/README.md`.
struct PlantedTruth: Decodable {
  struct Item: Decodable {
    let key: String
    let dimension: String
    let levels: Int
  }

  struct FileAccount: Decodable {
    let records: Int
    let header: Int
    let blank: Int
    let accepted: Int
    let rejected: [String: Int]
    let skipped: [String: Int]
    let blankedCellsOfAccepted: Int
    let rejectedLines: [Place]
    let skippedLines: [Place]

    enum CodingKeys: String, CodingKey {
      case records, header, blank, accepted, rejected, skipped
      case blankedCellsOfAccepted = "blanked_cells_of_accepted"
      case rejectedLines = "rejected_lines"
      case skippedLines = "skipped_lines"
    }
  }

  /// A physical line, from 1, and a code.
  struct Place: Decodable, Hashable {
    let line: Int
    let code: String

    init(from decoder: any Decoder) throws {
      var pair = try decoder.unkeyedContainer()
      line = try pair.decode(Int.self)
      code = try pair.decode(String.self)
    }
  }

  /// The accepted answers of one organisation, period and perspective.
  struct Group: Decodable {
    let organisation: String
    let period: String
    let perspective: String
    let respondents: Int
    /// Per item: the levels from worst to best, then empty, not shown, no answer, blanked.
    ///
    /// Items that nobody of the group was shown are left out.
    let items: [String: [Int]]
  }

  /// A planted difference from the level that all organisations share.
  struct Shift: Decodable {
    let organisation: String
    let perspective: String
    let dimension: String
    let periods: [String]
    let points: Double
  }

  let version: Int
  let items: [Item]
  let files: [String: FileAccount]
  let groups: [Group]
  /// By organisation, period, perspective and dimension, in points from 0 to 100.
  let trueMeans: [String: [String: [String: [String: Double]]]]
  let shifts: [Shift]
  /// Texts that must never leave the exports, by kind.
  let canaries: [String: [String]]

  enum CodingKeys: String, CodingKey {
    case version, items, files, groups, shifts, canaries
    case trueMeans = "true_means"
  }

  /// Reads `fixtures/jugendhilfe/truth.json`.
  ///
  /// - Returns: The truth.
  /// - Throws: What Foundation throws when the file is missing or of another form.
  static func read() throws -> PlantedTruth {
    let file = Project.fixtures.appending(path: "jugendhilfe/truth.json")
    return try JSONDecoder().decode(PlantedTruth.self, from: Data(contentsOf: file))
  }
}

/// Where the project's files and built programs are.
enum Project {
  /// The folder with `Package.swift`.
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder with the fixtures.
  static let fixtures = folder.appending(path: "fixtures")

  /// A program built beside the tests.
  ///
  /// - Parameter name: The name of the product.
  /// - Returns: Its place.
  /// - Throws: What Foundation throws when the place of the tests cannot be found out.
  static func program(_ name: String) throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = URL(filePath: tests).deletingLastPathComponent().appending(path: name)
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return bundle.appending(path: name)
  }
}
