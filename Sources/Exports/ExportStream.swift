internal import Parallel
internal import Synchronization

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
    facts.census = seam.census
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
  /// Where the text that has been read ends.
  private var seam: TextSeam
  /// Blocks whose records are known, to be typed as soon as it is known whether data follows them.
  private var known: [TextBlock] = []
  private var isStarted = false
  private var isLoaded = false
  private var isFirst = true
  /// What the texts say, if all of the file was surveyed before.
  private var surveyed: Texts?
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
    seam = TextSeam(head, limits)
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
    texts.census = seam.census
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

  /// What a task of a step made.
  private enum Work<Output: Sendable>: Sendable {
    case pieces([TextPieces.Piece])
    case output(Output)
    case waiting(TextBlock)
    /// Nothing, because a piece before failed.
    case nothing
  }

  /// Reads the pieces that were made ahead, and makes the next ones meanwhile.
  ///
  /// A worker does all there is to do with a piece while it has it at hand: it reads and indexes it,
  /// learns from the piece before where its first record starts, and types it, unless more of the
  /// text must be known for that.
  private mutating func readOn<Output: Sendable>(
    _ observe: @Sendable (Span<UInt8>) -> Void, _ use: Use<Output>
  ) throws(Stop) -> [Output] {
    let batch = Self.batch * workers
    if !isStarted {
      isStarted = true
      ahead = try source.next(workers, spare, observe)
    }
    let behind = source.behind(ahead)
    let ready = takeReady(source.textBytes(ahead, behind))
    let (readyCount, count) = (ready.count, ready.count + ahead.count)
    let blocks = Handout(ready)
    let pieces = Handout(ahead)
    ahead = []
    let seam = Mutex(self.seam)
    let turns = Turns()
    let lender = BlockLender(isGzip: head.isGzip, spare: spare)
    let (footer, isFirst, head, source, spare) = (footer, isFirst, head, source, spare)
    // What cannot be shared out comes first, so that nobody waits for it in the end.
    let results = try Parallel.map(count: 1 + count, workers: workers) {
      task throws(Stop) -> Work<Output> in
      if task == 0 { return .pieces(try source.next(batch, spare, observe)) }
      let place = task - 1
      if let block = place < readyCount ? blocks.take(place) : nil {
        let output = use(block, footer, isFirst && place == 0)
        lender.lend(block, place, to: observe)
        return .output(output)
      }
      guard let piece = pieces.take(place - readyCount) else { return .nothing }
      var block: TextBlock
      do throws(Stop) {
        block = try source.load(piece, spare, decision: head.facts.encodingDecision)
      } catch {
        turns.giveUp(place - readyCount)
        throw error
      }
      block.indexByGuess(separator: head.separator, limits: seam.withLock { $0.limits })
      let isJoined: Void? = try turns.take(place - readyCount) { () throws(Stop) in
        try seam.withLock { seam in
          Result { () throws(Stop) in try seam.join(&block) }
        }.get()
      }
      guard isJoined != nil else { return .nothing }
      if behind[place - readyCount] <= SummaryRow.farthest { return .waiting(block) }
      let output = use(block, footer, isFirst && place == 0)
      lender.lend(block, place, to: observe)
      return .output(output)
    }
    self.seam = seam.withLock { $0 }
    return try take(results)
  }

  /// The pieces of a step for each worker.
  private static let batch = 16

  /// Sorts what a step made.
  private mutating func take<Output>(_ results: consuming [Work<Output>]) throws(Stop) -> [Output] {
    var outputs: [Output] = []
    results.reverse()
    while let result = results.popLast() {
      switch consume result {
      case .pieces(let pieces): ahead = pieces
      case .output(let output): outputs.append(output)
      case .waiting(let block): known.append(block)
      case .nothing: break
      }
    }
    isFirst = isFirst && outputs.isEmpty
    if seam.isAtEnd, !isLoaded {
      isLoaded = true
      footer = findFooter()
    }
    if isLoaded, known.isEmpty {
      try source.checkUnchanged()
      isAtEnd = true
    }
    return outputs
  }

  /// Takes the blocks out that can be typed: those behind which enough text is known to tell
  /// whether summary rows at the end of the file reach back to them.
  ///
  /// - Parameter more: The fewest bytes of text that follow on what is known.
  /// - Returns: The blocks, in order.
  private mutating func takeReady(_ more: Int) -> [TextBlock] {
    var count = known.count
    if !isLoaded {
      var behind = more
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
    return seam.offset - tail.count + place
  }
}
