@_spi(Testing) import Exports

/// What must hold for any text at all.
struct FuzzCheck {
  struct Totals {
    var records = 0
    var rejected = 0
    var compared = 0
    var opened = 0
  }

  let text: [UInt8]
  let separator: UInt8
  /// The chunk size to give libcsv, and the records per chunk to give the reader.
  let chunk: Int

  /// The names of all promises that are broken.
  func run(_ totals: inout Totals) -> [String] {
    var broken: [String] = []
    var limits = ReadingLimits()
    limits.quotedLines = 100_000
    let records = RecordProbe.records(of: text, separator: separator, limits: limits)
    totals.records += records.count
    totals.rejected += records.count { $0.fields == nil }
    if !covers(records) { broken.append("records and line ends are the text") }
    if !records.allSatisfy({ $0.fields != nil || $0.line == $0.lastLine }) {
      broken.append("what is rejected is one line")
    }
    if text.count < 2_000, !agreesWithTwin(records, limits) { broken.append("the slow twin") }
    if !agreesWithLibcsv(records, &totals) { broken.append("the file as libcsv reads it") }
    if !records.allSatisfy(agreesWithLibcsv) { broken.append("a record as libcsv reads it") }
    limits.quotedLines = 3
    limits.quotedBytes = 50
    let narrow = RecordProbe.records(of: text, separator: separator, limits: limits)
    if !covers(narrow) { broken.append("records and line ends are the text, under narrow limits") }
    if text.count < 2_000, !agreesWithTwin(narrow, limits) {
      broken.append("the slow twin, under narrow limits")
    }
    if let difference = readersDiffer(limits) { broken.append("both readers: \(difference)") }
    limits = ReadingLimits()
    if let difference = readersDiffer(limits) { broken.append("both readers: \(difference)") }
    return broken + tableBreaks(&totals)
  }

  /// Nothing is lost or read twice: between records stands exactly one line end, and lines count up.
  private func covers(_ records: [RecordProbe]) -> Bool {
    var position = 0
    var line = 1
    for record in records {
      guard record.bytes.lowerBound == position, record.line == line else { return false }
      position = record.bytes.upperBound
      line = record.lastLine
      if position < text.count {
        guard text[position] == 10 || text[position] == 13 else { return false }
        let isPair = text[position] == 13 && position + 1 < text.count && text[position + 1] == 10
        position += isPair ? 2 : 1
        line += 1
      }
    }
    return position == text.count
  }

  /// The rules written for plainness give the same records.
  private func agreesWithTwin(_ records: [RecordProbe], _ limits: ReadingLimits) -> Bool {
    let twin = SlowTwin(
      separator: separator, quotedLines: limits.quotedLines, quotedBytes: limits.quotedBytes)
    return twin.records(of: text).elementsEqual(records) { twin, record in
      twin.offset == record.bytes.lowerBound && twin.count == record.bytes.count
        && twin.line == record.line && twin.lastLine == record.lastLine
        && (twin.fields == nil) == (record.fields == nil)
        && twin.fields.map(\.count) ?? 0
          == max(record.fields.map(\.count) ?? 0, twin.fields == nil ? 0 : 1)
    }
  }

  private var driver: LibcsvDriver {
    LibcsvDriver(options: LibcsvDriver.strict, separator: separator, keepsBlanks: true)
  }

  /// libcsv reads the whole text strictly: the rows before the first error are our first records,
  /// and without an error they are all of them.
  private func agreesWithLibcsv(_ records: [RecordProbe], _ totals: inout Totals) -> Bool {
    let outcome = driver.read(text, chunk: chunk)
    let filled = records.filter { $0.fields?.isEmpty != true }
    totals.compared += outcome.rows.count
    guard outcome.rows.count <= filled.count else { return false }
    for (row, record) in zip(outcome.rows, filled) where row.map({ $0 ?? [] }) != record.fields {
      return false
    }
    return outcome.isError || outcome.rows.count == filled.count
  }

  /// libcsv reads a record by itself: strictly, or with blanks allowed round quotes, or not at all.
  ///
  /// Of a record whose quoted field does not end, only the first line is there: libcsv may accept
  /// none of it.
  private func agreesWithLibcsv(_ record: RecordProbe) -> Bool {
    let bytes = Array(text[record.bytes])
    var driver = driver
    var outcome = driver.read(bytes, chunk: chunk)
    if outcome.isError {
      driver.keepsBlanks = false
      outcome = driver.read(bytes, chunk: chunk)
    }
    guard let fields = record.fields else { return outcome.isError }
    let rows = outcome.rows.map { $0.map { $0 ?? [] } }
    return !outcome.isError && rows == (fields.isEmpty ? [] : [fields])
  }

  /// What a file gives, comparable.
  private struct Table: Equatable {
    var counts: RecordCounts
    var rows: [[String]]
    var problems: [String]
  }

  /// A layout that reads the first column whose heading is its own, and measures all others.
  private func layout(_ bytes: [UInt8]) throws(ExportFailure) -> SourceLayout {
    let heading = try openPlain(bytes, SourceLayout(columns: [])).headings
    let wanted = heading.indices.first { index in
      !heading[index].isEmpty
        && heading.count { $0.lowercased() == heading[index].lowercased() } == 1
    }
    return SourceLayout(
      columns: wanted.map { [ColumnRequest(heading: heading[$0], kind: .secret)] } ?? [],
      texts: heading.filter { !$0.isEmpty })
  }

  private func table(_ bytes: [UInt8], chunkRows: Int) throws(ExportFailure) -> Table {
    var limits = ReadingLimits()
    limits.chunkRows = chunkRows
    let file = try openPlain(bytes, layout(bytes), limits: limits)
    return Table(counts: file.counts, rows: file.rows, problems: file.problems)
  }

  private func readersDiffer(_ limits: ReadingLimits) -> String? {
    let layout: SourceLayout
    do {
      layout = try self.layout(text)
    } catch {
      layout = SourceLayout(columns: [])
    }
    let plain = Result { () throws(ExportFailure) in
      ReadTable(try openPlain(text, layout, limits: limits))
    }
    return ExportsTests.readersDiffer(text, layout, limits, plain)
  }

  /// The file as a table: every record is accounted for, and neither the size of chunks nor gzip
  /// nor UTF-16 changes anything.
  private func tableBreaks(_ totals: inout Totals) -> [String] {
    guard let whole = result(text, chunkRows: 65_536) else {
      return result(text, chunkRows: chunk) == nil ? [] : ["chunk sizes agree on failing"]
    }
    totals.opened += 1
    var broken: [String] = []
    let counts = whole.counts
    if counts.read != counts.rows + counts.rejected + counts.header + counts.blank {
      broken.append("conservation")
    }
    // A record that a cut left short has a second finding.
    let rejected = whole.problems.count { !$0.hasSuffix("truncated-value") }
    if counts.rejected != rejected || counts.rows != whole.rows.count {
      broken.append("counts are what is there")
    }
    for size in [1, chunk] where result(text, chunkRows: size) != whole {
      broken.append("chunk sizes agree")
    }
    // A seed that is gzip itself would be packed twice.
    if !text.starts(with: [0x1F, 0x8B]), result(gzip(text), chunkRows: chunk) != whole {
      broken.append("gzip changes nothing")
    }
    if let string = String(validating: text, as: UTF8.self),
      !string.utf8.starts(with: [0xEF, 0xBB]),
      !text.contains(0)
    {
      let wide = ("\u{FEFF}" + string).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      if let twin = result(wide, chunkRows: chunk), twin != whole {
        broken.append("UTF-16 changes nothing")
      }
    }
    return broken
  }

  private func result(_ bytes: [UInt8], chunkRows: Int) -> Table? {
    do {
      return try table(bytes, chunkRows: chunkRows)
    } catch {
      return nil
    }
  }
}
