internal import Benchmark
internal import Exports
import FoundationEssentials
internal import Reports

/// A run as it was published, read back from its folder.
struct PublishedRun {
  /// A cell as it stands in `cells.csv`.
  struct Row {
    var value: String
    var lower: String
    var upper: String
    var n: String
    var reason: String
    var rule: String

    /// The value as a number.
    var number: Double? { Double(value) }
  }

  /// All cells by id.
  let cells: [String: Row]
  /// What gives them their meaning.
  let definition: Definition
  /// What the run read and left out.
  let summary: RunSummary

  /// Reads a run.
  ///
  /// - Parameter folder: The folder of the run.
  /// - Throws: A failure if it is none.
  init(folder: String) throws(Failure) {
    do {
      let table = try PlainTable(
        bytes: try Disk.read(folder + "/cells.csv"), separator: UInt8(ascii: ","))
      cells = try Self.rows(of: table)
      definition = try JSONDecoder().decode(
        Definition.self, from: Data(try Disk.read(folder + "/definition.json")))
      summary = try JSONDecoder().decode(
        RunSummary.self, from: Data(try Disk.read(folder + "/run-summary.json")))
    } catch {
      throw Failure(
        .inputMissing,
        Notice(
          code: "EL-E-0801", place: Notice.Place(file: folder),
          problem: LocalisedText(
            de: "Das ist kein vollständiger Lauf (cells.csv, definition.json, run-summary.json)",
            en: "This is no complete run (cells.csv, definition.json, run-summary.json)"),
          wayOut: LocalisedText(
            de: "Nennen Sie mit --run den Ordner eines Laufs, etwa reports/PIPELINE/latest",
            en: "Name the folder of a run with --run, for example reports/PIPELINE/latest")))
    }
  }

  private struct MissingColumn: Error {}

  private static func rows(of table: PlainTable) throws -> [String: Row] {
    let names = ["cell", "value", "lower", "upper", "n", "reason", "rule"]
    let places = try names.map { name in
      guard let place = table.headings.firstIndex(of: name) else { throw MissingColumn() }
      return place
    }
    return Dictionary(
      table.rows.map { row in
        let fields = places.map { row.fields[$0] }
        return (
          fields[0],
          Row(
            value: fields[1], lower: fields[2], upper: fields[3], n: fields[4],
            reason: fields[5], rule: fields[6])
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
