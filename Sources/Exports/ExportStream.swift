internal import Parallel

/// An export file that is read once from its beginning to its end, by several workers, in pieces.
///
/// It gives the same rows, findings and counts as `ExportFile`, but holds no more of the file than a
/// few pieces per worker. That a file is UTF-8 where nobody says so is known at its end only: if it
/// turns out otherwise, reading stops with `notUTF8`, and the file is to be opened again.
public struct ExportStream: ~Copyable {
  /// Why reading stops.
  public enum Stop: Error, Sendable, Equatable {
    /// The file cannot be read.
    case failure(ExportFailure)
    /// The file is not UTF-8 after all; the offset is that of the first byte that is not.
    case notUTF8(byteOffset: Int)
  }

  /// What reading found out about the file; of its records, from its beginning only.
  public var facts: ExportFacts {
    var facts = head.facts
    facts.census = census
    return facts
  }
  /// The headings, normalised (`HeadingMatcher.normalise`), empty ones at the end left out.
  public var headings: [String] { head.headings }
  /// How many bytes of the file as it lies on disk have been read, about.
  public var readBytes: Int { isAtEnd ? facts.storedByteCount : source.readBytes }
  /// Whether there is nothing more to read.
  public private(set) var isAtEnd = false

  private let head: StreamHead
  private let limits: ReadingLimits
  private let workers: Int
  private let source: PieceSource
  private let memories = Pool<ReadingMemory>()
  private let spare = Pool<TextBlock>()
  /// Pieces that the next step reads, made ahead.
  private var ahead: [TextPieces.Piece] = []
  /// Blocks whose records are known, to be typed as soon as it is known whether data follows them.
  private var known: [TextBlock] = []
  /// What the last block left over: the text from the start of a record on.
  private var rest: [UInt8] = []
  private var isStarted = false
  private var isLoaded = false
  private var isFirst = true
  /// What the texts say, if all of the file was surveyed before.
  private var surveyed: Texts?
  /// What the text says so far, and its last bytes.
  private var census = TextCensus()
  private var lastBytes: [UInt8] = []
  private var nextOffset = 0
  private var nextRecord = 0
  private var nextLine: Int
  /// The offset in the text from which on there are only summary rows and blank ones; beyond any text
  /// until the end has been seen.
  private var footer = Int.max / 2

  /// Opens a file or bytes: looks at the beginning, and settles what the layout leaves open.
  init(
    _ file: StoredBytes, name: String, layout: SourceLayout, limits: ReadingLimits, workers: Int?,
    notUTF8: Int?
  ) throws(Stop) {
    let workers = max(1, workers ?? Parallel.availableWorkers)
    var surveyed: Texts?
    var head = try Self.stopping { () throws(ExportFailure) in
      try StreamHead(file, name: name, layout: layout, limits: limits, notUTF8: notUTF8)
    }
    if layout.leavesFormsOpen {
      // The cells of the whole file decide, so it is read once more.
      var first = ExportStream(file, head, limits, workers)
      let (surveys, texts) = try first.survey(layout)
      try Self.stopping { () throws(ExportFailure) in try head.settle(layout, surveys) }
      surveyed = texts
    }
    self.init(file, head, limits, workers)
    self.surveyed = surveyed
  }

  /// What all of a file's texts say, none of which is kept.
  struct Texts {
    var census = TextCensus()
    var lengths: TextLengths
    var counts = RecordCounts()
    var rejects = FileLook.Rejects()
  }

  private init(
    _ file: StoredBytes, _ head: StreamHead, _ limits: ReadingLimits, _ workers: Int
  ) {
    (self.head, self.limits, self.workers) = (head, limits, workers)
    source = PieceSource(
      file, isGzip: head.isGzip, encoding: head.facts.encoding, pieceBytes: limits.pieceBytes)
    nextLine = head.dataLine
  }

  static func stopping<Result>(
    _ body: () throws(ExportFailure) -> Result
  ) throws(Stop) -> Result {
    do throws(ExportFailure) {
      return try body()
    } catch {
      throw .failure(error)
    }
  }

  /// What all rows say about the columns that the layout leaves open, and about their texts.
  private mutating func survey(_ layout: SourceLayout) throws(Stop) -> (ColumnSurveys, Texts) {
    let reader = head.reader
    let empty = ColumnSurveys(layout, reader.plan)
    var (sum, texts) = (empty, Texts(lengths: reader.plan.lengths))
    while !isAtEnd {
      let parts = try readOn({ _ in }) { block, footer, isFirst in
        let rows = reader.rows(of: block, footer: footer, isFirst: isFirst)
        var part = empty
        if !part.isEmpty { part.add(rows.cells) }
        return (part, rows.lengths, rows.counts, FileLook.Rejects(rows.findings))
      }
      for part in parts {
        sum += part.0
        texts.lengths += part.1
        texts.counts += part.2
        texts.rejects += part.3
      }
    }
    texts.census = census
    return (sum, texts)
  }

  /// What the texts of the whole file say; it is read to its end for that unless it was before.
  ///
  /// - Throws: Why reading stops.
  mutating func texts(_ layout: SourceLayout) throws(Stop) -> Texts {
    if let surveyed { return surveyed }
    return try survey(layout).1
  }

  /// Reads on: types the rows of the next blocks and hands each of them to a transformation, side by
  /// side.
  ///
  /// - Parameters:
  ///   - observe: Is lent the bytes of the file as they lie on disk, each once and in order.
  ///   - transform: Makes something of a chunk; runs on any worker.
  /// - Returns: What was made, in the order of the file; nothing if more must be read first.
  /// - Throws: Why reading stops.
  public mutating func step<Output: Sendable>(
    observe: @Sendable (Span<UInt8>) -> Void = { _ in },
    _ transform: @Sendable (TypedChunk) -> Output
  ) throws(Stop) -> [Output] {
    let (reader, memories) = (head.reader, memories)
    return try readOn(observe) { block, footer, isFirst in
      var memory = memories.take() ?? ReadingMemory(reader.plan)
      defer { memories.give(memory) }
      return transform(reader.chunk(block, footer: footer, isFirst: isFirst, &memory))
    }
  }

  /// What is done with a block: where the data ends, and whether it is the first block.
  private typealias Use<Output> = @Sendable (TextBlock, _ footer: Int, _ isFirst: Bool) -> Output

  private mutating func readOn<Output: Sendable>(
    _ observe: @Sendable (Span<UInt8>) -> Void, _ use: Use<Output>
  ) throws(Stop) -> [Output] {
    if !isStarted {
      isStarted = true
      ahead = try source.next(workers, observe)
    }
    let ready = takeReady()
    let results = try work(on: ready, observe, use)
    isFirst = isFirst && ready.isEmpty
    for block in consume ready { spare.give(block) }
    return try take(results)
  }

  private enum Work<Output: Sendable>: Sendable {
    case pieces([TextPieces.Piece])
    case lent
    case block(TextBlock)
    case output(Output)
  }

  /// Reads ahead, lends the bytes in order, indexes the next blocks and types the ready ones.
  private func work<Output: Sendable>(
    on ready: [TextBlock], _ observe: @Sendable (Span<UInt8>) -> Void,
    _ use: Use<Output>
  ) throws(Stop) -> [Work<Output>] {
    let (pieces, footer, isFirst) = (ahead, footer, isFirst)
    let (head, source, spare, limits) = (head, source, spare, limits)
    let batch = Self.batch * workers
    // What cannot be shared out comes first, so that nobody waits for it in the end.
    return try Parallel.map(
      count: 2 + pieces.count + ready.count, workers: workers
    ) { task throws(Stop) -> Work<Output> in
      if task == 0 { return .pieces(try source.next(batch, observe)) }
      if task == 1 {
        if !head.isGzip { for block in ready { block.lend(to: observe) } }
        return .lent
      }
      if task - 2 < pieces.count {
        var block = spare.take() ?? TextBlock()
        try source.load(pieces[task - 2], into: &block, decision: head.facts.encodingDecision)
        block.indexByGuess(separator: head.separator, limits: limits)
        return .block(block)
      }
      let place = task - 2 - pieces.count
      return .output(use(ready[place], footer, isFirst && place == 0))
    }
  }

  /// The blocks of a step for each worker.
  private static let batch = 4

  /// Sorts what a step made, and finds out where the records of the new blocks really start.
  private mutating func take<Output>(_ results: consuming [Work<Output>]) throws(Stop) -> [Output] {
    var outputs: [Output] = []
    ahead = []
    results.reverse()
    while let result = results.popLast() {
      switch consume result {
      case .pieces(let pieces): ahead = pieces
      case .lent: break
      case .output(let output): outputs.append(output)
      case .block(let block): try enter(block)
      }
    }
    if isLoaded, known.isEmpty { isAtEnd = true }
    return outputs
  }

  private mutating func enter(_ loaded: consuming TextBlock) throws(Stop) {
    var block = loaded
    count(block)
    block.offset = nextOffset
    nextOffset += block.text.count
    let start = block.text.lowerBound + head.dataStart - block.offset
    if start > block.text.lowerBound {
      block.addRecords(
        from: min(start, block.text.upperBound), separator: head.separator, limits: limits)
      rest = block.rest
    } else if block.onlyContinues(rest) {
      rest += block.bytes[block.text]
    } else {
      block.join(rest, separator: head.separator, limits: limits)
      rest = block.rest
    }
    // No export has such a record: what has no line ends is no table.
    if rest.count > 1 << 28 { throw .failure(.notCSV(kind: .binary)) }
    block.firstRecord = nextRecord
    block.firstLine = nextLine
    nextRecord += block.index.records.count
    nextLine += Int(block.index.lines)
    let isLast = block.isLast
    known.append(block)
    if isLast {
      isLoaded = true
      footer = findFooter()
    }
  }

  private mutating func count(_ block: borrowing TextBlock) {
    let (first, last) = block.edges(head.facts.encoding)
    census += block.census
    census += TextCensus.seam(lastBytes, first, head.facts.encoding)
    lastBytes = Array((lastBytes + last).suffix(TextCensus.reach))
  }

  /// Takes the blocks out that can be typed: those behind which enough text is known to tell
  /// whether summary rows at the end of the file reach back to them.
  private mutating func takeReady() -> [TextBlock] {
    var count = known.count
    if !isLoaded {
      var behind = 0
      while count > 0, behind <= SummaryRow.farthest {
        count -= 1
        behind += known[count].text.count
      }
    }
    let ready = Array(known[..<count])
    known.removeFirst(count)
    return ready
  }

  private func findFooter() -> Int {
    var parts: [ArraySlice<UInt8>] = []
    var length = 0
    for block in known.reversed() where length <= SummaryRow.farthest {
      let start = max(block.text.lowerBound, block.text.lowerBound + head.dataStart - block.offset)
      guard start < block.text.upperBound else { continue }
      parts.append(block.bytes[start..<block.text.upperBound])
      length += block.text.upperBound - start
    }
    let tail = Array(parts.reversed().joined())
    let place = SummaryRow.footer(
      of: tail.span, from: 0, separator: head.separator, limits: limits)
    return nextOffset - tail.count + place
  }
}
