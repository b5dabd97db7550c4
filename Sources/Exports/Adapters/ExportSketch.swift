/// What an export looks like: its tool, its heading rows, and a sketch of each column.
///
/// It is made to propose a pipeline. Cell texts stay inside; what may be shown of them is decided by
/// `ColumnSketch`.
public struct ExportSketch: Sendable, CustomStringConvertible, CustomReflectable {
  /// The file's name.
  public let fileName: String
  /// The encoding.
  public let encoding: TextEncoding
  /// The separator.
  public let separator: UInt8
  /// The number of heading rows.
  public let headerRows: Int
  /// The number of records read, without headings and blank ones.
  public let records: Int
  /// The number of records that have not as many cells as there are headings, or damaged quotes.
  public let irregularRecords: Int
  /// Whether only the beginning of the file was read.
  public let isPart: Bool
  /// The tools that fit, the best first.
  public let candidates: [AdapterRecognition.Candidate]
  /// The columns, in the order of the file.
  public let columns: [ColumnSketch]

  /// The most bytes that are read of a file, before and after inflating.
  public static let mostBytes = 64 << 20

  /// The adapter that fits best, `nil` if none does.
  public var adapter: Adapter? { candidates.first.map { Adapter.adapter(for: $0.tool) } }

  /// Looks at a file.
  ///
  /// - Parameter path: The path.
  /// - Returns: The sketch.
  /// - Throws: Why it cannot be read at all.
  public static func read(path: String) throws(ExportFailure) -> ExportSketch {
    let (stored, isPart) = try StoredFile.read(path: path, limit: mostBytes)
    return try read(
      bytes: stored, fileName: StoredFile.baseName(of: path), isPart: isPart)
  }

  /// Looks at a file whose bytes are in memory already.
  ///
  /// - Parameters:
  ///   - bytes: The bytes as they would lie on disk.
  ///   - fileName: The name.
  ///   - isPart: Whether the file goes on after them.
  /// - Returns: The sketch.
  /// - Throws: Why it cannot be read at all.
  public static func read(
    bytes: [UInt8], fileName: String, isPart: Bool = false
  ) throws(ExportFailure) -> ExportSketch {
    let loaded = try LoadedText(bytes, isPart: isPart, limit: mostBytes, encoding: nil)
    let head = try ExportHead(loaded, layout: SourceLayout(columns: []))
    return try ExportSketch(loaded, head: head, fileName: fileName)
  }

  private init(
    _ loaded: LoadedText, head: ExportHead, fileName: String
  ) throws(ExportFailure) {
    self.fileName = fileName
    encoding = loaded.text.encoding
    separator = head.separator
    isPart = loaded.isPart
    let headings = head.headings
    candidates = AdapterRecognition.recognise(headings: headings, firstRecords: head.records)
    let adapter = candidates.first.map { Adapter.adapter(for: $0.tool) }
    if adapter == nil { try Self.refuseTitles(loaded, head) }
    let extra = adapter.map { $0.extraHeaderRows(headings, head.records) }
    var count = RecordCount(loaded, head, furtherRows: extra ?? HeadingBlock.furtherRows(head))
    if extra == nil, count.furtherRows > 0, !HeadingBlock.isApart(head.records[0], count.counters) {
      count = RecordCount(loaded, head, furtherRows: 0)
    }
    headerRows = 1 + count.furtherRows
    if candidates.isEmpty, HeadlessFile.isOne(headings, count.counters) {
      throw .noHeader(line: head.firstLine, betterSeparator: nil)
    }
    records = count.records
    irregularRecords = count.irregular
    let hasTitles = count.furtherRows > 0 && adapter?.hasTitlesInSecondRow == true
    let titles = hasTitles ? head.records.first ?? [] : []
    let regular = count.records - count.irregular
    columns = zip(count.names, count.counters).enumerated().map { index, column in
      ColumnSketch(
        heading: column.0, title: index < titles.count ? titles[index] : "", records: regular,
        counter: column.1)
    }
  }

  /// Refuses a file with a title above its headings, whatever separates its cells.
  private static func refuseTitles(
    _ loaded: LoadedText, _ head: ExportHead
  ) throws(ExportFailure) {
    guard head.headings.count < 2 else { return }
    for separator in SeparatorTrial.candidates {
      let records = ExportHead.read(loaded, separator: separator, after: head.firstLine, most: 8)
      if let title = HeadingBlock.titled(records.records) {
        throw .titleRows(headingLine: records.lines[title])
      }
    }
  }

  /// The file's name.
  public var description: String { fileName }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

/// The records of an export, counted by columns.
private struct RecordCount {
  /// The number of heading rows after the first.
  let furtherRows: Int
  /// The names of the columns; a second heading row names those that the first leaves blank.
  let names: [String]
  private(set) var counters: [ColumnCounter]
  private(set) var records = 0
  private(set) var irregular = 0
  private let cellCount: Int

  init(_ loaded: LoadedText, _ head: ExportHead, furtherRows: Int) {
    self.furtherRows = furtherRows
    let second = furtherRows > 0 ? head.records.first ?? [] : []
    names = furtherRows > 0 ? HeadingRow.join(head.headings, second) : head.headings
    cellCount = max(head.cellCount, second.count)
    counters = [ColumnCounter](repeating: ColumnCounter(), count: names.count)
    // What a run rejects says nothing about the columns: headings once more, and totals at the end.
    let headingRows = [head.headings] + head.records.prefix(furtherRows)
    var skipped = 0
    var totals: [[String]?] = []
    var kept: [[String]?] = []
    head.forEachRecord(of: loaded) { cells, isSummary in
      kept = []
      if skipped < furtherRows {
        skipped += 1
      } else if let cells, headingRows.contains(where: { $0 == cells }) {
        return
      } else if isSummary {
        totals.append(cells)
      } else {
        kept = totals + [cells]
        totals = []
      }
      for cells in kept { add(cells) }
    }
  }

  private mutating func add(_ cells: [String]?) {
    records += 1
    guard let cells, cells.count >= names.count,
      cells.dropFirst(cellCount).allSatisfy(\.isEmpty)
    else {
      irregular += 1
      return
    }
    for (index, cell) in cells.prefix(names.count).enumerated() { counters[index].add(cell) }
  }
}

extension Adapter {
  /// Whether the second heading row holds the questions in full.
  var hasTitlesInSecondRow: Bool { tool == .qualtrics || tool == .sosci }
}

/// The headings of an export and its first records, to tell its tool by.
public struct ExportHead: Sendable, CustomStringConvertible, CustomReflectable {
  /// The normalised headings.
  public let headings: [String]
  /// The separator.
  let separator: UInt8
  /// The number of cells of the heading row, with the empty ones at its end.
  let cellCount: Int
  /// The first records after the headings.
  let records: [[String]]
  /// The line of the headings, counted from 1.
  let firstLine: Int

  /// Reads the beginning of a file.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - layout: How to read it; its columns help to find the separator.
  /// - Throws: Why it cannot be read at all.
  public init(path: String, layout: SourceLayout) throws(ExportFailure) {
    let (stored, isPart) = try StoredFile.read(path: path, limit: 1 << 20)
    let loaded = try LoadedText(
      stored, isPart: isPart, limit: 1 << 20, encoding: layout.encoding)
    try self.init(loaded, layout: layout)
  }

  init(_ loaded: LoadedText, layout: SourceLayout) throws(ExportFailure) {
    let dialect = try Dialect(loaded, layout: layout, limits: ReadingLimits())
    headings = dialect.header.headings
    separator = dialect.trial.separator
    cellCount = dialect.header.cellCount
    firstLine = dialect.trial.line ?? 1
    records = Self.read(loaded, separator: separator, after: firstLine, most: 8).records
  }

  /// The tools that fit, the best first.
  public var candidates: [AdapterRecognition.Candidate] {
    AdapterRecognition.recognise(headings: headings, firstRecords: records)
  }

  /// The number of heading rows if a tool wrote the file.
  ///
  /// - Parameter adapter: What is known about the tool.
  /// - Returns: At least 1.
  public func headerRows(by adapter: Adapter) -> Int {
    1 + adapter.extraHeaderRows(headings, records)
  }

  /// Whether a tool wrote the file.
  ///
  /// - Parameter adapter: What is known about the tool.
  /// - Returns: Whether it is among the candidates.
  public func fits(_ adapter: Adapter) -> Bool {
    candidates.contains { $0.tool == adapter.tool }
  }

  /// Nothing but the number of columns.
  public var description: String { "\(headings.count) columns" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }

  /// The first records after a line, with the lines they start on.
  static func read(
    _ loaded: LoadedText, separator: UInt8, after line: Int, most: Int
  ) -> (records: [[String]], lines: [Int]) {
    var records: [[String]] = []
    var lines: [Int] = []
    walk(loaded, separator: separator, after: line) { cells, line, _ in
      if let cells {
        records.append(cells)
        lines.append(line)
      }
      return records.count < most
    }
    return (records, lines)
  }

  /// Gives every record after the first heading row, `nil` for damaged ones; blank ones are left out.
  ///
  /// Beside the cells stands whether they look like totals below a table.
  func forEachRecord(of loaded: LoadedText, _ body: ([String]?, Bool) -> Void) {
    Self.walk(loaded, separator: separator, after: firstLine) { cells, _, isSummary in
      body(cells, isSummary)
      return true
    }
  }

  private static func walk(
    _ loaded: LoadedText, separator: UInt8, after line: Int,
    _ body: (_ cells: [String]?, _ line: Int, _ isSummary: Bool) -> Bool
  ) {
    let text = loaded.text.bytes.span
    var splitter = RecordSplitter(
      separator: separator, limits: ReadingLimits(), position: loaded.start.offset,
      line: loaded.start.line)
    var parser = RecordParser(separator: separator)
    while let record = splitter.next(in: text) {
      guard record.line > line else { continue }
      if loaded.isPart, record.ending == 0 { return }
      let isRead = record.shape == .regular && parser.read(text.extracting(record.bytes))
      if isRead, parser.fields.isBlank { continue }
      let isSummary = isRead && SummaryRow.isOne(parser.fields)
      guard body(isRead ? parser.fields.trimmedTexts : nil, record.line, isSummary) else {
        return
      }
    }
  }
}

extension RecordFields {
  /// The cells as texts, without blanks at their ends.
  fileprivate var trimmedTexts: [String] {
    (0..<count).map { field in
      let range = Blanks.trim(bytes.span, range(field))
      return String(decoding: bytes[range], as: UTF8.self)
    }
  }
}
