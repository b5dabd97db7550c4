/// A piece of a file's text with the index of its records.
///
/// The text stands behind some room, into which the beginning of its first record is copied from the
/// piece before, so that every record is in one piece.
struct TextBlock: Sendable {
  /// The most bytes before a text, into which what the piece before left over is copied.
  private static let mostHeadroom = 1 << 16

  /// The room, the text, and bytes to load the last words from.
  var bytes: [UInt8] = []
  /// The text that is new in this piece.
  var text = 0..<0
  /// The offset of `text` in the file's text.
  var offset = 0
  /// Whether the file ends with this piece.
  var isLast = false
  /// The bytes of the file that were decoded to this text; empty if they are the text itself.
  var stored: [UInt8] = []
  /// What the bytes beyond ASCII say.
  var census = TextCensus()
  /// Where the first record of this piece seems to start; `nil` if no record seems to start here.
  var guess: Int?
  /// The records: first those that seem to start here, in the end those that do.
  var index = RecordIndex()
  /// The number of the first record of the index, the first one after the heading rows being 0.
  var firstRecord = 0
  /// The physical line of the first record, from 1.
  var firstLine = 0

  /// The offset in the file's text of a place in this block.
  func fileOffset(_ place: Int) -> Int { offset + place - text.lowerBound }

  /// Lends the bytes of the file that this piece holds.
  ///
  /// - Parameter body: What to do with them.
  func lend(to body: (Span<UInt8>) -> Void) {
    if stored.isEmpty { body(bytes.span.extracting(text)) } else { body(stored.span) }
  }

  /// The bytes that `census` counts in, at the beginning and at the end, as far as a seam reaches.
  ///
  /// - Parameter encoding: The encoding of the file.
  /// - Returns: The first and the last bytes.
  func edges(_ encoding: TextEncoding) -> (first: [UInt8], last: [UInt8]) {
    let all = encoding == .windows1252 ? stored[...] : bytes[text]
    return (Array(all.prefix(TextCensus.reach)), Array(all.suffix(TextCensus.reach)))
  }

  /// Makes room for a text.
  ///
  /// - Parameter count: The number of its bytes.
  mutating func prepare(_ count: Int) {
    let headroom = min(count, Self.mostHeadroom)
    let size = headroom + count + RecordIndex.padding
    if bytes.count < size { bytes = [UInt8](repeating: 0, count: size) }
    text = headroom..<(headroom + count)
    stored = []
    guess = nil
    index.clear()
  }

  /// Finds where the first record seems to start, and the records from there on.
  ///
  /// A piece may start inside a quoted field. Read from the wrong side of a quote, text soon puts one
  /// where none may stand; so the side that goes on without such a quote for longer is taken. That
  /// is only a guess: `join` finds out.
  ///
  /// - Parameters:
  ///   - separator: The separator.
  ///   - limits: The limits of quoted fields.
  mutating func indexByGuess(separator: UInt8, limits: ReadingLimits) {
    guess = RecordGuess.start(in: bytes.span, text, separator: separator)
    if let guess { addRecords(from: guess, separator: separator, limits: limits) }
  }

  /// Finds the records from a place on where one surely starts.
  ///
  /// - Parameters:
  ///   - start: Where it starts.
  ///   - separator: The separator.
  ///   - limits: The limits of quoted fields.
  mutating func addRecords(from start: Int, separator: UInt8, limits: ReadingLimits) {
    let (range, end) = (start..<text.upperBound, isLast ? RecordIndex.End.file : .text)
    var records = RecordIndex()
    swap(&records, &index)  // keeps its memory
    records.clear()
    records.add(bytes.span, range, end: end, separator: separator, limits: limits)
    swap(&records, &index)
  }

  /// Whether this piece holds nothing but the middle of one long line, so that no record ends here.
  ///
  /// Read again from its start for each of its pieces, such a line would cost the square of its length.
  ///
  /// - Parameter rest: What the piece before left over.
  /// - Returns: Whether it does.
  func onlyContinues(_ rest: [UInt8]) -> Bool {
    guard guess == nil, !isLast, let last = rest.last, last != carriageReturn else { return false }
    return !bytes[text].contains { $0 == lineFeed || $0 == carriageReturn }
  }

  /// Puts what the piece before left over in front, and finds out where records really start.
  ///
  /// - Parameters:
  ///   - rest: The text from the start of a record to where this piece starts.
  ///   - separator: The separator.
  ///   - limits: The limits of quoted fields.
  mutating func join(_ rest: [UInt8], separator: UInt8, limits: ReadingLimits) {
    if rest.isEmpty, guess == text.lowerBound { return }
    let start: Int
    if rest.count <= text.lowerBound {
      start = text.lowerBound - rest.count
      for (place, byte) in rest.enumerated() { bytes[start + place] = byte }
    } else {
      bytes = rest + bytes[text.lowerBound...]
      let shift = rest.count - text.lowerBound
      text = (text.lowerBound + shift)..<(text.upperBound + shift)
      guess = nil
      start = 0
    }
    if let guess {
      var head = RecordIndex()
      head.add(bytes.span, start..<guess, end: .record, separator: separator, limits: limits)
      if head.tail == guess {
        index.prepend(head)
        return
      }
    }
    addRecords(from: start, separator: separator, limits: limits)
  }

  /// The text from the first record on that is not complete.
  var rest: [UInt8] { Array(bytes[index.tail..<text.upperBound]) }
}

/// Where the first record of a piece of text seems to start.
enum RecordGuess {
  /// How far to look for a quote, and how far behind the first one.
  private static let (farthest, enough) = (1 << 16, 1 << 12)

  /// Guesses.
  ///
  /// - Parameters:
  ///   - block: What holds the text.
  ///   - text: The text.
  ///   - separator: The separator.
  /// - Returns: Where a record seems to start behind a line end; `nil` if nowhere.
  static func start(in block: Span<UInt8>, _ text: Range<Int>, separator: UInt8) -> Int? {
    var far = text.lowerBound
    let stop = min(text.upperBound, far + farthest)
    while far < stop, block[far] != quote { far += 1 }
    far = min(text.upperBound, far + enough)
    let range = text.lowerBound..<far
    let outside = regularLength(block, range, isInside: false, separator)
    let inside = regularLength(block, range, isInside: true, separator)
    var isInside = inside > outside
    var place = text.lowerBound
    while place < text.upperBound {
      let byte = block[place]
      if byte == quote {
        isInside.toggle()
      } else if !isInside, byte == lineFeed || byte == carriageReturn {
        // The other half of a pair may stand in the next piece.
        guard byte == lineFeed || place + 1 < text.upperBound else { return nil }
        let isPair = byte == carriageReturn && block[place + 1] == lineFeed
        let start = place + (isPair ? 2 : 1)
        return start < text.upperBound ? start : nil
      }
      place += 1
    }
    return nil
  }

  /// The number of bytes before the first quote that stands where none may.
  private static func regularLength(
    _ block: Span<UInt8>, _ text: Range<Int>, isInside: Bool, _ separator: UInt8
  ) -> Int {
    var isInside = isInside
    func isEdge(_ byte: UInt8) -> Bool {
      byte == separator || byte == lineFeed || byte == carriageReturn || byte == quote
    }
    for place in text where block[place] == quote {
      if isInside {
        if place + 1 < text.upperBound, !isEdge(block[place + 1]) {
          return place - text.lowerBound
        }
      } else if place > text.lowerBound, !isEdge(block[place - 1]) {
        return place - text.lowerBound
      }
      isInside.toggle()
    }
    return text.count
  }
}
