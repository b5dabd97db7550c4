public import Benchmark
import Exports
import FoundationEssentials

extension Reports {
  /// All cells as a table for machines: UTF-8, comma, `.` as decimal mark, one line per cell.
  ///
  /// Figures have at most thirteen significant digits.
  ///
  /// - Parameter table: The cells.
  /// - Returns: `cells.csv`
  public static func cellsCSV(_ table: CellTable) -> ReportFile {
    var lines = CSVWriter()
    lines.append([
      "cell", "subject", "key", "period", "perspective", "measure_kind", "measure", "statistic",
      "value", "lower", "upper", "n", "reason", "rule",
    ])
    for cell in table.cells {
      let id = cell.id
      let (subject, key) =
        switch id.subject {
        case .organisation(let key): ("organisation", key)
        case .peerGroup(let key): ("peer_group", key)
        }
      let (kind, measure) =
        switch id.measure {
        case .dimension(let key): ("dimension", key)
        case .item(let key): ("item", key)
        }
      let value =
        switch cell.value {
        case .number(let number): FigureText(number).plain
        case .word(let word): word
        case .none: ""
        }
      lines.append([
        id.description, subject, key, id.period, id.perspective, kind, measure, id.statistic.name,
        value, written(cell.lower), written(cell.upper), cell.n.map(String.init) ?? "",
        cell.reason?.rawValue ?? "", cell.rule,
      ])
    }
    return ReportFile(path: "cells.csv", bytes: lines.bytes)
  }

  private static func written(_ figure: Double?) -> String {
    figure.map { FigureText($0).plain } ?? ""
  }

  /// All rejected records as a table: where each stands and why, never what it holds.
  ///
  /// It is written for a double click in a German Excel. A record with several findings has as many
  /// lines.
  ///
  /// - Parameter rejects: The findings, in the order they are to be written.
  /// - Returns: `rejects.csv`
  public static func rejectsCSV(_ rejects: [RejectRow]) -> ReportFile {
    var lines = CSVWriter(.spreadsheet)
    lines.append([
      "file", "record", "line", "last_line", "byte_offset", "byte_count", "stage", "code",
      "column", "heading", "message_de", "message_en",
    ])
    for row in rejects {
      let message = CodePhrase(code: row.code).text
      lines.append([
        row.file, String(row.record), String(row.line), String(row.lastLine),
        String(row.byteOffset), String(row.byteCount), row.stage, row.code,
        row.column.map(String.init) ?? "", row.heading ?? "", message.de, message.en,
      ])
    }
    return ReportFile(path: "rejects.csv", bytes: lines.bytes)
  }

  /// The summary of a run for machines, with sorted keys.
  ///
  /// - Parameter summary: What the run did.
  /// - Returns: `run-summary.json`
  /// - Throws: An `EncodingError` if an expected number is not finite.
  public static func runSummaryJSON(_ summary: RunSummary) throws -> ReportFile {
    var summary = summary
    for index in summary.readings.indices {
      summary.readings[index].expectedByChance = summary.readings[index].expectedByChance
        .map { Double(FigureText($0).plain) ?? $0 }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var bytes = [UInt8](try encoder.encode(summary))
    bytes.append(UInt8(ascii: "\n"))
    return ReportFile(path: "run-summary.json", bytes: bytes)
  }
}
