/// An opened export: its facts, and its records as typed chunks.
///
/// Opening reads, inflates, decodes and splits the file; chunks are parsed and typed on demand,
/// by any number of workers.
public struct ExportFile: Sendable {
  /// What was found out about the file.
  public let facts: ExportFacts

  private let layout: SourceLayout
  private let limits: ReadingLimits
  private let stored: [UInt8]
  private let text: [UInt8]
  private let records: [RecordSpan]
  private let headerRecords: [Int]
  private let headings: Headings
  private let headerFields: Fields
  private let places: [Int]

  /// Opens a file and finds its records.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - layout: What to read of it.
  ///   - limits: The limits of reading.
  /// - Returns: The opened file.
  /// - Throws: Why the file as a whole cannot be read.
  public static func open(
    path: String, layout: SourceLayout, limits: ReadingLimits = ReadingLimits()
  ) throws(ExportFailure) -> ExportFile {
    let stored = try StoredBytes.read(path)
    let isCompressed = Gzip.isCompressed(stored)
    let bytes = isCompressed ? try Gzip.inflate(stored) : stored
    return try ExportFile(
      name: path.split(separator: "/").last.map(String.init) ?? path, stored: stored,
      isCompressed: isCompressed, decoded: DecodedText(bytes, given: layout.encoding),
      layout: layout, limits: limits)
  }

  /// Reads the headings from the beginning of a file and looks for the requested ones.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - layout: What would be read of it.
  /// - Returns: All headings, trimmed.
  /// - Throws: Why the file cannot be read as far as its beginning shows.
  public static func headings(
    path: String, layout: SourceLayout
  ) throws(ExportFailure) -> [String] {
    let beginning = 1 << 20
    let stored = try StoredBytes.read(path, limit: beginning)
    let bytes =
      Gzip.isCompressed(stored) ? try Gzip.inflate(stored, limit: beginning) : stored
    let decoded = try DecodedText(
      bytes, given: layout.encoding, isPart: stored.count == beginning || bytes != stored)
    let file = try ExportFile(
      name: "", stored: [], isCompressed: false, decoded: decoded, layout: layout,
      limits: ReadingLimits(), headerOnly: true)
    return file.headings.names
  }

  /// A heading as it is compared: trimmed, every run of blanks one space.
  ///
  /// - Parameter heading: The heading as written.
  /// - Returns: The heading as `headings` lists it.
  public static func normalised(_ heading: String) -> String { normalisedHeading(heading) }

  private init(
    name: String, stored: [UInt8], isCompressed: Bool, decoded: DecodedText,
    layout: SourceLayout, limits: ReadingLimits, headerOnly: Bool = false
  ) throws(ExportFailure) {
    precondition(layout.headerRows >= 1, "an export has a heading row")
    let text = decoded.bytes
    let span = text.span
    guard !Trimming.trim(span, 0..<text.count).isEmpty else { throw .empty }
    let dialect = try Dialect(span, layout: layout, limits: limits)
    var splitter = RecordSplitter(
      separator: dialect.separator, limits: limits, offset: dialect.offset, line: dialect.line)
    let parser = FieldParser(separator: dialect.separator)
    var records: [RecordSpan] = []
    var header: Fields?
    var headerRecords: [Int] = []
    while let record = splitter.next(in: span) {
      records.append(record)
      guard headerRecords.count < layout.headerRows else { continue }
      // Blank lines above the headings are blank records like any other.
      guard record.end > record.start else { continue }
      guard parser.parse(span, record) else { throw .noHeader }
      if parser.fields.areBlank { continue }
      headerRecords.append(records.count - 1)
      if header == nil { header = parser.fields }
      if headerOnly { break }
    }
    guard let header, headerOnly || headerRecords.count == layout.headerRows
    else { throw .noHeader }
    let headings = Headings(names: header.headings())
    self.layout = layout
    self.limits = limits
    self.stored = stored
    self.text = text
    self.records = records
    self.headings = headings
    headerFields = header
    self.headerRecords = headerRecords
    places = try headings.places(of: layout.columns)
    facts = ExportFacts(
      name: name, storedByteCount: stored.count, isCompressed: isCompressed,
      encoding: decoded.encoding, hasByteOrderMark: decoded.hasByteOrderMark,
      separator: dialect.separator, headings: headings.names)
  }

  /// The number of chunks, at least 1.
  public var chunkCount: Int { max(1, (records.count + limits.chunkRows - 1) / limits.chunkRows) }

  /// Lends the bytes of the file as stored, for a digest.
  ///
  /// - Parameter body: What to do with the bytes.
  /// - Returns: What `body` returns.
  public func withStoredBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(stored.span)
  }

  /// Parses and types one chunk of records.
  ///
  /// - Parameter index: The chunk, from 0.
  /// - Returns: The rows, the rejected records and the counts.
  public func chunk(_ index: Int) -> TypedChunk {
    let first = index * limits.chunkRows
    let range = first..<min(records.count, first + limits.chunkRows)
    var reader = ChunkReader(
      layout: layout, headings: headings, header: headerFields, places: places,
      separator: facts.separator)
    let firstOfData = (headerRecords.last ?? -1) + 1
    for number in range {
      reader.read(
        records[number], number: number - firstOfData + 1,
        isHeader: number < firstOfData && headerRecords.contains(number), of: text.span)
    }
    return reader.chunk
  }
}
