public import Benchmark
import FoundationEssentials

extension Reports {
  /// All cells as a table for machines: UTF-8, comma, `.` as decimal mark, one line per cell.
  ///
  /// Figures have at most twelve significant digits.
  ///
  /// - Parameter table: The cells.
  /// - Returns: `cells.csv`
  public static func cellsCSV(_ table: CellTable) -> ReportFile {
    var lines = CSVLines()
    for heading in [
      "cell", "subject", "key", "period", "perspective", "measure_kind", "measure", "statistic",
      "value", "lower", "upper", "n", "reason", "rule",
    ] {
      lines.cell(heading)
    }
    lines.end()
    for cell in table.cells {
      let id = cell.id
      lines.cell(id.description)
      switch id.subject {
      case .organisation(let key):
        lines.cell("organisation")
        lines.cell(key)
      case .peerGroup(let key):
        lines.cell("peer_group")
        lines.cell(key)
      }
      lines.cell(id.period)
      lines.cell(id.perspective)
      switch id.measure {
      case .dimension(let key):
        lines.cell("dimension")
        lines.cell(key)
      case .item(let key):
        lines.cell("item")
        lines.cell(key)
      }
      lines.cell(id.statistic.name)
      switch cell.value {
      case .number(let number): lines.cell(number)
      case .word(let word): lines.cell(word)
      case .none: lines.cell("")
      }
      lines.cell(cell.lower)
      lines.cell(cell.upper)
      lines.cell(cell.n.map(Double.init))
      lines.cell(cell.reason?.rawValue ?? "")
      lines.cell(cell.rule)
      lines.end()
    }
    return ReportFile(path: "cells.csv", bytes: lines.bytes)
  }

  /// All rejected records as a table: where each stands and why, never what it holds.
  ///
  /// - Parameter rejects: The records, in the order they are to be written.
  /// - Returns: `rejects.csv`
  public static func rejectsCSV(_ rejects: [RejectRow]) -> ReportFile {
    var lines = CSVLines()
    for heading in [
      "file", "record", "line", "last_line", "byte_offset", "byte_count", "stage", "code",
      "column", "heading", "message_de", "message_en",
    ] {
      lines.cell(heading)
    }
    lines.end()
    for row in rejects {
      let message = CodePhrase(code: row.code).text
      lines.cell(row.file)
      for number in [row.record, row.line, row.lastLine, row.byteOffset, row.byteCount] {
        lines.cell(Double(number))
      }
      lines.cell(row.stage)
      lines.cell(row.code)
      lines.cell(row.column.map(Double.init))
      lines.cell(row.heading ?? "")
      lines.cell(message.de)
      lines.cell(message.en)
      lines.end()
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
