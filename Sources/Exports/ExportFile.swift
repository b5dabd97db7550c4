/// An export file, ready to be turned into typed answers chunk by chunk.
///
/// Opening reads, inflates, decodes, finds the separator and the columns, and splits the text into
/// records, one after the other. Chunks depend on nothing but the file and the layout, so they may be
/// read in any order and by several threads at once.
///
/// It holds the text of the export, so printing or reflecting it shows nothing but the file's name.
public struct ExportFile: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// What reading found out about the file as a whole.
  public let facts: ExportFacts
  /// The headings, normalised (`HeadingMatcher.normalise`), empty ones at the end left out.
  public let headings: [String]

  private let stored: [UInt8]
  private let source: RecordSource
  private let chunkRows: Int

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The path of a `.csv` or `.csv.gz` file; what it is, its content decides.
  ///   - layout: What to read and how.
  ///   - limits: Sizes to keep to.
  /// - Returns: The file.
  /// - Throws: Why it cannot be read at all.
  public static func open(
    path: String, layout: SourceLayout, limits: ReadingLimits = .init()
  ) throws(ExportFailure) -> ExportFile {
    let stored = try StoredFile.read(path: path, limit: .max - 1).bytes
    return try open(
      bytes: stored, fileName: StoredFile.baseName(of: path), layout: layout, limits: limits)
  }

  /// Opens a file whose bytes are in memory already.
  ///
  /// - Parameters:
  ///   - bytes: The bytes as they would lie on disk.
  ///   - fileName: The name to give in `facts`.
  ///   - layout: What to read and how.
  ///   - limits: Sizes to keep to.
  /// - Returns: The file.
  /// - Throws: Why it cannot be read at all.
  public static func open(
    bytes: [UInt8], fileName: String, layout: SourceLayout, limits: ReadingLimits = .init()
  ) throws(ExportFailure) -> ExportFile {
    check(layout, limits)
    let loaded = try LoadedText(bytes, isPart: false, limit: .max - 1, encoding: layout.encoding)
    return try ExportFile(loaded, fileName: fileName, layout: layout, limits: limits)
  }

  /// The headings of a file, read from no more than its first 1 MiB (inflated).
  ///
  /// Wanted headings that are missing are no failure here; `HeadingMatcher` finds them.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - layout: What to read and how; its columns help to find the separator.
  /// - Returns: The normalised headings, empty ones at the end left out.
  /// - Throws: Why it cannot be read at all.
  public static func headings(
    path: String, layout: SourceLayout
  ) throws(ExportFailure) -> [String] {
    let limits = ReadingLimits()
    check(layout, limits)
    let (stored, isPart) = try StoredFile.read(path: path, limit: 1 << 20)
    let loaded = try LoadedText(
      stored, isPart: isPart, limit: 1 << 20, encoding: layout.encoding)
    return try Dialect(loaded, layout: layout, limits: limits).header.headings
  }

  private init(
    _ loaded: LoadedText, fileName: String, layout: SourceLayout, limits: ReadingLimits
  ) throws(ExportFailure) {
    let dialect = try Dialect(loaded, layout: layout, limits: limits)
    let plan = try ReadingPlan(layout, dialect.header)
    var source = RecordSource(
      loaded, dialect: dialect, plan: plan, headerRows: layout.headerRows, limits: limits)
    let decisions = try source.decideColumns(layout)
    self.source = source
    stored = loaded.stored
    headings = dialect.header.headings
    chunkRows = limits.chunkRows
    var facts = ExportFacts(
      fileName: fileName, storedByteCount: loaded.stored.count, compression: loaded.compression,
      encoding: loaded.text.encoding, encodingDecision: loaded.text.decision,
      census: loaded.text.census, separator: dialect.trial.separator,
      separatorDecision: dialect.decision, fittingRecords: dialect.trial.fitting,
      sampledRecords: dialect.trial.sampled, lineEnd: source.lineEnd,
      headingCount: dialect.header.headings.count, decisions: decisions)
    try facts.findLine(in: StoredBytes(loaded.stored))
    self.facts = facts
  }

  /// The number of chunks, at least 1; the first one also counts the heading rows.
  public var chunkCount: Int {
    max(1, (source.dataRecords.count + chunkRows - 1) / chunkRows)
  }

  /// Reads and types one chunk.
  ///
  /// - Parameter index: The chunk, from 0.
  /// - Returns: Its rows, findings and counts.
  public func chunk(_ index: Int) -> TypedChunk {
    precondition(index >= 0 && index < chunkCount, "no such chunk")
    let records = source.dataRecords
    let start = records.lowerBound + index * chunkRows
    return source.chunk(start..<min(start + chunkRows, records.upperBound), isFirst: index == 0)
  }

  /// Lends the file's bytes as they lie on disk, for a digest.
  ///
  /// - Parameter body: What to do with the bytes.
  /// - Returns: What `body` returns.
  public func withStoredBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(stored.span)
  }

  /// The file's name.
  public var description: String { facts.fileName }
  /// The file's name.
  public var debugDescription: String { facts.fileName }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }

  private static func check(_ layout: SourceLayout, _ limits: ReadingLimits) {
    precondition(layout.headerRows >= 1, "at least one heading row")
    precondition(layout.separator.map(isSeparator) ?? true, "a separator is one ASCII mark or tab")
    precondition(limits.chunkRows >= 1, "at least one record per chunk")
    precondition(limits.quotedLines >= 1 && limits.quotedBytes >= 1, "limits are positive")
  }
}
