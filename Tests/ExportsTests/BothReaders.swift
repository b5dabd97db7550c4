@_spi(Secrets) import Exports
import Testing

/// What one of the two readers makes of a file, in terms that do not depend on how it was cut.
struct ReadTable: Equatable {
  /// One cell of a typed column.
  enum Cell: Equatable {
    case answer(Answer)
    case code(Int32)
    case name(String)
    case day(Int32)
    case presence(Bool)
    case secret([UInt8])
  }

  var headings: [String] = []
  var encoding = TextEncoding.utf8
  var separator: UInt8 = 0
  var decisions: [ColumnDecision] = []
  var positions: [RecordPosition] = []
  var columns: [[Cell]] = []
  var findings: [Finding] = []
  var counts = RecordCounts()
  var repairs: [String: Int] = [:]
  var lengths = TextLengths()
  var notes: [TextNote] = []

  private mutating func add(_ chunk: TypedChunk) {
    positions += chunk.positions
    findings += chunk.findings
    counts += chunk.counts
    lengths += chunk.lengths
    for (code, count) in chunk.repairs.byCode { repairs[code, default: 0] += count }
    if columns.isEmpty { columns = chunk.columns.map { _ in [] } }
    for (index, column) in chunk.columns.enumerated() { columns[index] += Self.cells(column) }
  }

  private static func cells(_ column: TypedColumn) -> [Cell] {
    switch column {
    case .answers(let column): column.answers.map(Cell.answer)
    case .codes(let codes): codes.map(Cell.code)
    case .open(let codes, let names): codes.map { $0 < 0 ? .code($0) : .name(names[Int($0)]) }
    case .days(let days): days.map(Cell.day)
    case .presence(let presence): presence.map(Cell.presence)
    case .secret: column.secretBytes.map(Cell.secret)
    }
  }

  private mutating func take(_ facts: ExportFacts, _ headings: [String]) {
    self.headings = headings
    encoding = facts.encoding
    separator = facts.separator
    decisions = facts.decisions
    notes = TextNote.notes(facts, lengths)
  }

  /// What the reader that hands every record to libcsv gives.
  init(_ file: ExportFile) {
    for chunk in file.chunks { add(chunk) }
    take(file.facts, file.headings)
  }

  /// What the reader that reads pieces gives, if it can read the file.
  static func streamed(
    _ bytes: [UInt8], _ layout: SourceLayout, _ limits: ReadingLimits, workers: Int
  ) throws(ExportFailure) -> ReadTable {
    var notUTF8: Int?
    while true {
      do throws(ExportStream.Stop) {
        var stream = try ExportStream(
          bytes: bytes, fileName: "test.csv", layout: layout, limits: limits, workers: workers,
          notUTF8: notUTF8)
        var table = ReadTable()
        while !stream.isAtEnd {
          for chunk in try stream.step({ $0 }) { table.add(chunk) }
        }
        table.take(stream.facts, stream.headings)
        return table
      } catch {
        switch error {
        case .failure(let failure): throw failure
        case .notUTF8(let offset): notUTF8 = offset
        }
      }
    }
  }

  private init() {}
}

/// Holds the reader that reads pieces to the one that hands every record to libcsv.
func expectBothReadersAgree(
  _ bytes: [UInt8], _ layout: SourceLayout, _ limits: ReadingLimits,
  _ expected: Result<ReadTable, ExportFailure>
) {
  let difference = readersDiffer(bytes, layout, limits, expected)
  #expect(difference == nil)
}

/// The first difference between the two readers at several sizes of pieces, `nil` if there is none.
func readersDiffer(
  _ bytes: [UInt8], _ layout: SourceLayout, _ limits: ReadingLimits,
  _ expected: Result<ReadTable, ExportFailure>
) -> String? {
  // Small pieces of small files; of large ones not so many that it takes long.
  let least = max(1, bytes.count / 100)
  let sizes = [least + bytes.count % 7, least + 64 + bytes.count % 5, 1 << 20]
  for (place, size) in sizes.enumerated() {
    var limits = limits
    limits.pieceBytes = size
    let actual = Result { () throws(ExportFailure) in
      try ReadTable.streamed(bytes, layout, limits, workers: 1 + place)
    }
    if actual != expected {
      return "pieces of \(size) bytes of \(bytes.count): \(difference(actual, expected))"
    }
  }
  return nil
}

/// The counts of all records, by the reader that reads pieces.
func streamedCounts(
  _ bytes: [UInt8], _ layout: SourceLayout, limits: ReadingLimits = .init()
) throws -> RecordCounts {
  var stream = try ExportStream(
    bytes: bytes, fileName: "test.csv", layout: layout, limits: limits)
  var counts = RecordCounts()
  while !stream.isAtEnd {
    for part in try stream.step({ $0.counts }) { counts += part }
  }
  return counts
}

private func difference(
  _ actual: Result<ReadTable, ExportFailure>, _ expected: Result<ReadTable, ExportFailure>
) -> String {
  guard case .success(let actual) = actual, case .success(let expected) = expected else {
    return "\(actual) instead of \(expected)".prefix(500).description
  }
  if let place = expected.positions.indices.first(where: {
    $0 >= actual.positions.count || actual.positions[$0] != expected.positions[$0]
  }) {
    return "row \(place) should stand at \(expected.positions[place])"
  }
  if actual.positions.count > expected.positions.count { return "more rows" }
  if actual.findings != expected.findings {
    let pairs = zip(actual.findings, expected.findings)
    return "findings: \(pairs.first { $0 != $1 } as Any)"
  }
  if actual.counts != expected.counts { return "\(actual.counts), not \(expected.counts)" }
  if actual.columns != expected.columns { return "cells" }
  if actual.lengths != expected.lengths { return "\(actual.lengths), not \(expected.lengths)" }
  if actual.notes != expected.notes { return "\(actual.notes), not \(expected.notes)" }
  return "headings, encoding, separator, decisions or repairs"
}
