internal import CLanes

/// A record found in a block of text.
struct IndexedRecord: Sendable {
  /// What is known about its quotes.
  enum Shape: UInt8 {
    /// Regular beyond doubt: its fields end at the marks.
    case proven
    /// To be read by libcsv, which may accept it or not.
    case open
    /// One line with a quote in a wrong place.
    case strayQuote
    /// The first line of a record whose quoted field does not end where it may.
    case unclosedQuote
  }

  /// The offset of its first byte in the block.
  var start: UInt32
  /// The number of bytes without the line end.
  var count: UInt32
  /// The index of its first field's end among the marks.
  var firstMark: UInt32
  /// The number of its fields; 0 unless it is proven.
  var fields: UInt32
  /// The physical line it starts on, counted from the block's first.
  var line: UInt32
  /// How many line breaks it holds.
  var breaks: UInt32
  var shape: Shape

  var range: Range<Int> { Int(start)..<(Int(start) + Int(count)) }

  /// Whether a quoted field in it may be over a limit.
  func mayBreak(_ limits: ReadingLimits) -> Bool {
    Int(count) > limits.quotedBytes || Int(breaks) >= limits.quotedLines
  }
}

/// Where the records and fields of a block of text are, found 64 bytes at a time.
///
/// Quotes alternate between opening and closing, so a running parity tells what is inside. That
/// holds only while quotes stand where they may: an opening one at the start of a field, a closing
/// one at its end. A record in which one stands elsewhere is handed to `RecordSplitter`, which walks
/// libcsv's automaton byte by byte, and the index goes on after it. So both always give the same
/// records; tests hold them together.
struct RecordIndex: Sendable {
  /// What stands after the text that is indexed.
  enum End {
    /// Nothing: the file ends, and so does its last record.
    case file
    /// More text; a record that reaches the end is not complete.
    case text
    /// The start of a record, so that a carriage return at the end is a whole line end.
    case record
  }

  private(set) var records: [IndexedRecord] = []
  /// The ends of the fields of all proven records, as offsets in the block.
  private(set) var marks: [UInt32] = []
  /// Where the first record starts that is not complete; the end of the text if there is none.
  private(set) var tail = 0
  /// The number of line ends before `tail`.
  private(set) var lines: UInt32 = 0

  private var markCount = 0

  /// Room to load the last 64 bytes from; a text to be indexed needs as many bytes behind its end.
  static let padding = 64

  /// Starts anew, keeping the memory.
  mutating func clear() {
    records.removeAll(keepingCapacity: true)
    markCount = 0
    tail = 0
    lines = 0
  }

  /// Puts the records of another index of the same block before these.
  ///
  /// - Parameter head: Records that stand before these; their lines count from the same one.
  mutating func prepend(_ head: RecordIndex) {
    let offset = UInt32(markCount)
    reserve(markCount + head.markCount + 64)
    for mark in 0..<head.markCount { marks[markCount + mark] = head.marks[mark] }
    markCount += head.markCount
    for index in records.indices { records[index].line += head.lines }
    lines += head.lines
    records.insert(
      contentsOf: head.records.lazy.map { record in
        var record = record
        record.firstMark += offset
        return record
      }, at: 0)
  }

  private mutating func reserve(_ count: Int) {
    guard marks.count < count else { return }
    marks.append(contentsOf: repeatElement(0, count: max(count, marks.count * 2) - marks.count))
  }

  /// Indexes a text from the start of a record on, after what is indexed already.
  ///
  /// - Parameters:
  ///   - block: What holds the text, with `padding` bytes behind its end.
  ///   - text: The text; `block` may go on behind it.
  ///   - end: What stands after the text.
  ///   - separator: The separator.
  ///   - limits: The limits of quoted fields.
  mutating func add(
    _ block: Span<UInt8>, _ text: Range<Int>, end: End, separator: UInt8, limits: ReadingLimits
  ) {
    var position = text.lowerBound
    while position < text.upperBound {
      let first = records.count
      position = addProven(block, position..<text.upperBound, end: end, separator: separator)
      if let wide = records[first...].firstIndex(where: { $0.mayBreak(limits) }) {
        position = Int(records[wide].start)
        lines = records[wide].line
        markCount = Int(records[wide].firstMark)
        records.removeLast(records.count - wide)
      }
      guard position < text.upperBound,
        let next = addOpen(
          block, position..<text.upperBound, end: end, separator: separator, limits: limits)
      else { break }
      position = next
    }
    tail = position
  }

  /// Adds one record as the splitter finds it.
  ///
  /// - Returns: Where the next record starts, or `nil` if the record is not complete.
  private mutating func addOpen(
    _ block: Span<UInt8>, _ text: Range<Int>, end: End, separator: UInt8, limits: ReadingLimits
  ) -> Int? {
    var splitter = RecordSplitter(
      separator: separator, limits: limits, position: text.lowerBound, line: Int(lines))
    guard
      let record = splitter.next(
        in: block.extracting(0..<text.upperBound), isCut: end != .file)
    else { return nil }
    if end == .text, splitter.position == text.upperBound, record.ending == 3 { return nil }
    records.append(
      IndexedRecord(
        start: UInt32(record.offset), count: UInt32(record.count), firstMark: UInt32(markCount),
        fields: 0, line: lines, breaks: UInt32(record.breaks),
        shape: record.shape == .regular
          ? .open : record.shape == .strayQuote ? .strayQuote : .unclosedQuote))
    lines += UInt32(record.breaks) + (record.ending == 0 ? 0 : 1)
    return splitter.position
  }

  /// Adds records as long as they are regular beyond doubt.
  ///
  /// - Returns: Where the first record starts that is not, or not complete.
  private mutating func addProven(
    _ block: Span<UInt8>, _ text: Range<Int>, end: End, separator: UInt8
  ) -> Int {
    // No more marks than bytes, and four at a time.
    reserve(markCount + text.count + 4)
    var marks: [UInt32] = []
    swap(&marks, &self.marks)
    defer { swap(&marks, &self.marks) }
    return unsafe block.withUnsafeBufferPointer { block in
      unsafe marks.withUnsafeMutableBufferPointer { marks in
        unsafe addProven(block, text, end: end, separator: separator, &marks)
      }
    }
  }

  private mutating func addProven(
    _ block: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, end: End, separator: UInt8,
    _ marks: inout UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    precondition(block.count >= text.upperBound + Self.padding || text.isEmpty, "it is padded")
    guard let bytes = block.baseAddress, let markBase = marks.baseAddress else {
      return text.lowerBound
    }
    var start = text.lowerBound  // of the record
    var firstMark = markCount
    var recordLine = lines
    var count = markCount  // of marks
    var lineCount = lines
    var isInside: UInt64 = 0  // all bits set inside a quoted field
    var mayOpen: UInt64 = 1  // whether a quote may open at the next byte
    var hasClosed: UInt64 = 0  // whether the byte before was a closing quote
    var wasReturn: UInt64 = 0  // whether the byte before was a carriage return
    var offset = text.lowerBound

    while offset < text.upperBound {
      let found = unsafe echolot_find_structure(bytes + offset, separator)
      var valid = UInt64.max
      if text.upperBound - offset < 64 { valid = 1 &<< UInt64(text.upperBound - offset) &- 1 }
      let quoteBits = found.quotes & valid
      let separatorBits = found.separators & valid
      var breakBits = (found.line_feeds | found.returns) & valid
      var inside = isInside
      if quoteBits != 0 || isInside != 0 || hasClosed != 0 {
        inside ^= prefixXor(quoteBits)
        let structural = (separatorBits | breakBits) & ~inside
        let opening = quoteBits & inside
        let closing = quoteBits & ~inside
        let afterClosing = closing &<< 1 | hasClosed
        let misplaced =
          opening & ~((structural | closing) &<< 1 | mayOpen)
          | afterClosing & ~(structural | opening) & valid
        mayOpen = (structural | closing) &>> 63
        hasClosed = closing &>> 63
        isInside = UInt64(bitPattern: Int64(bitPattern: inside) &>> 63)
        if misplaced != 0 { valid &= 1 &<< UInt64(misplaced.trailingZeroBitCount) &- 1 }
        if misplaced != 0 { hasClosed = 2 }  // marks the end of what can be proven
      } else {
        mayOpen = (separatorBits | breakBits) &>> 63
      }
      if breakBits != 0 || wasReturn != 0 {
        let returnBits = breakBits & found.returns
        let pairs = breakBits & ~returnBits & (returnBits &<< 1 | wasReturn)
        if returnBits != 0 || wasReturn != 0 { breakBits &= ~pairs }
        wasReturn = returnBits &>> 63
      }
      let ends = breakBits & ~inside & valid
      var marksHere = (separatorBits & ~inside | ends) & valid
      let base = UInt32(truncatingIfNeeded: offset)
      let first = count
      count &+= marksHere.nonzeroBitCount
      var place = unsafe markBase + first
      while marksHere != 0 {
        for step in 0..<4 {
          unsafe place[step] = base &+ UInt32(truncatingIfNeeded: marksHere.trailingZeroBitCount)
          marksHere &= marksHere &- 1
        }
        unsafe place += 4
      }
      if ends != 0 {
        let all = (separatorBits & ~inside | ends) & valid
        var rest = ends
        while rest != 0 {
          let bit = rest.trailingZeroBitCount
          let below = (1 &<< UInt64(bit)) &- 1
          let stop = offset &+ bit
          // A line end that may be the first half of a pair is not complete.
          let isReturn = unsafe bytes[stop] == carriageReturn
          let isLast = isReturn && stop + 1 == text.upperBound
          if isLast, end == .text { break }
          let marked = first &+ (all & below).nonzeroBitCount &+ 1
          let lineHere =
            lineCount &+ UInt32(truncatingIfNeeded: (breakBits & below).nonzeroBitCount)
          records.append(
            IndexedRecord(
              start: UInt32(truncatingIfNeeded: start),
              count: UInt32(truncatingIfNeeded: stop &- start),
              firstMark: UInt32(truncatingIfNeeded: firstMark),
              fields: UInt32(truncatingIfNeeded: marked &- firstMark), line: recordLine,
              breaks: lineHere &- recordLine, shape: .proven))
          start = stop &+ 1
          if isReturn, start < text.upperBound, unsafe bytes[start] == lineFeed { start &+= 1 }
          firstMark = marked
          recordLine = lineHere &+ 1
          rest &= rest &- 1
        }
      }
      if hasClosed == 2 { break }
      lineCount &+= UInt32(truncatingIfNeeded: breakBits.nonzeroBitCount)
      offset &+= 64
    }
    markCount = firstMark
    lines = recordLine
    let isDone = hasClosed != 2 && start < text.upperBound && end == .file && isInside == 0
    guard isDone else { return start }
    // The file ends without a line end, outside quotes and with all quotes in order.
    unsafe markBase[count] = UInt32(truncatingIfNeeded: text.upperBound)
    records.append(
      IndexedRecord(
        start: UInt32(truncatingIfNeeded: start),
        count: UInt32(truncatingIfNeeded: text.upperBound - start),
        firstMark: UInt32(truncatingIfNeeded: firstMark),
        fields: UInt32(truncatingIfNeeded: count + 1 - firstMark), line: recordLine,
        breaks: lineCount - recordLine, shape: .proven))
    markCount = count + 1
    lines = lineCount
    return text.upperBound
  }
}

/// For each bit, whether the number of set bits up to it is odd.
@inline(__always) private func prefixXor(_ bits: UInt64) -> UInt64 {
  var bits = bits
  bits ^= bits &<< 1
  bits ^= bits &<< 2
  bits ^= bits &<< 4
  bits ^= bits &<< 8
  bits ^= bits &<< 16
  bits ^= bits &<< 32
  return bits
}
