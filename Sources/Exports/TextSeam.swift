/// Where the text that has been read ends, and what the next piece must know of it.
struct TextSeam: Sendable {
  private let dataStart: Int
  private let separator: UInt8
  private let encoding: TextEncoding
  let limits: ReadingLimits
  /// What the last piece left over: the text from the start of a record on.
  private var rest: [UInt8] = []
  /// What the text says so far, and its last bytes.
  private(set) var census = TextCensus()
  private var lastBytes: [UInt8] = []
  /// The number of bytes so far.
  private(set) var offset = 0
  private var nextRecord = 0
  private var nextLine: Int
  /// Whether the text ends here.
  private(set) var isAtEnd = false

  /// Starts before the first piece.
  ///
  /// - Parameters:
  ///   - head: The beginning of the file.
  ///   - limits: Sizes to keep to.
  init(_ head: StreamHead, _ limits: ReadingLimits) {
    dataStart = head.dataStart
    separator = head.separator
    encoding = head.facts.encoding
    nextLine = head.dataLine
    self.limits = limits
  }

  /// Finds out where the records of the next piece really start.
  ///
  /// - Parameter block: The piece, indexed by guess.
  /// - Throws: That the text is no table.
  mutating func join(_ block: inout TextBlock) throws(ExportStream.Stop) {
    count(block)
    block.offset = offset
    offset += block.text.count
    let start = block.text.lowerBound + dataStart - block.offset
    if start > block.text.lowerBound {
      block.addRecords(
        from: min(start, block.text.upperBound), separator: separator, limits: limits)
      rest = block.rest
    } else if block.onlyContinues(rest) {
      rest += block.bytes[block.text]
    } else {
      block.join(rest, separator: separator, limits: limits)
      rest = block.rest
    }
    // No export has such a record: what has no line ends is no table.
    if rest.count > 1 << 28 { throw .failure(.notCSV(kind: .binary)) }
    block.firstRecord = nextRecord
    block.firstLine = nextLine
    nextRecord += block.index.records.count
    nextLine += Int(block.index.lines)
    isAtEnd = block.isLast
  }

  private mutating func count(_ block: borrowing TextBlock) {
    let (first, last) = block.edges(encoding)
    census += block.census
    census += TextCensus.seam(lastBytes, first, encoding)
    lastBytes = Array((lastBytes + last).suffix(TextCensus.reach))
  }
}
