/// Turns records into rows of typed columns, findings and counts.
struct ChunkReader {
  private let headings: Headings
  private let header: Fields
  private let places: [Int]
  private let parser: FieldParser
  private var readers: [CellReader]
  private var positions: [RecordPosition] = []
  private var findings: [Finding] = []
  private var counts = RecordCounts()

  init(
    layout: SourceLayout, headings: Headings, header: Fields, places: [Int], separator: UInt8
  ) {
    self.headings = headings
    self.header = header
    self.places = places
    parser = FieldParser(separator: separator)
    readers = layout.columns.map { CellReader(kind: $0.kind) }
  }

  /// The chunk of all records read so far.
  var chunk: TypedChunk {
    TypedChunk(
      positions: positions, columns: readers.map(\.column), findings: findings, counts: counts)
  }

  /// Reads one record.
  ///
  /// - Parameters:
  ///   - record: The record as the splitter found it.
  ///   - number: Its number, the first one after the heading rows being 1.
  ///   - isHeader: Whether it is a heading row.
  ///   - text: The whole text.
  mutating func read(_ record: RecordSpan, number: Int, isHeader: Bool, of text: Span<UInt8>) {
    counts.read += 1
    if isHeader {
      counts.header += 1
      return
    }
    let position = RecordPosition(
      record: number, line: Int(record.line), lastLine: Int(record.line + record.innerLines),
      byteOffset: record.start, byteCount: record.end - record.start)
    switch record.shape {
    case .unclosedQuote: reject(position, .parse, "unclosed-quote")
    case .strayQuote: reject(position, .parse, "stray-quote")
    case .regular, .blanksAroundQuotes:
      if record.end == record.start {
        counts.blank += 1
      } else if parser.parse(text, record) {
        takeFields(position)
      } else {
        reject(position, .parse, "stray-quote")
      }
    }
  }

  /// Compares the record's shape with the header's and hands its cells on.
  private mutating func takeFields(_ position: RecordPosition) {
    let fields = parser.fields
    if fields.areBlank {
      counts.blank += 1
      return
    }
    if fields.ends == header.ends, fields.bytes == header.bytes {
      reject(position, .shape, "header-repeated")
      return
    }
    let span = fields.bytes.span
    if fields.count < headings.namedCount {
      let column = fields.count
      reject(
        position, .shape, "missing-cell", column: column + 1, heading: headings.names[column])
      return
    }
    if fields.count > headings.names.count {
      // A phantom column: separators at the end of the line with nothing behind them.
      let hasContent = (headings.names.count..<fields.count).contains {
        !Trimming.trim(span, fields.range($0)).isEmpty
      }
      if hasContent {
        reject(position, .shape, "extra-cell", column: headings.names.count + 1)
        return
      }
    }
    positions.append(position)
    counts.rows += 1
    for (reader, place) in places.enumerated() {
      let range = place < fields.count ? Trimming.trim(span, fields.range(place)) : 0..<0
      readers[reader].take(span, range)
    }
  }

  private mutating func reject(
    _ position: RecordPosition, _ stage: Finding.Stage, _ code: String, column: Int? = nil,
    heading: String? = nil
  ) {
    counts.rejected += 1
    findings.append(
      Finding(position: position, stage: stage, code: code, column: column, heading: heading))
  }
}
