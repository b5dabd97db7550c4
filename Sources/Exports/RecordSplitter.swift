/// A record as the splitter found it, before its fields are known.
struct RawRecord {
  enum Shape: UInt8 {
    /// Its quotes are in order.
    case regular
    /// One line with a quote in a wrong place.
    case strayQuote
    /// The first line of a record whose quoted field does not end, ends too late, or ends wrongly on
    /// a later line.
    case unclosedQuote
  }

  /// The offset of the first byte.
  var offset: Int
  /// The number of bytes without the line end.
  var count: Int
  /// The first physical line.
  var line: Int
  /// How many line breaks the record holds.
  var breaks: Int32
  var shape: Shape
  /// The bytes of the line end: 0 at the end of the file, 1 for LF, 2 for CRLF, 3 for CR.
  var ending: UInt8

  var bytes: Range<Int> { offset..<(offset + count) }
}

/// Cuts text into records where no quotes are open, in linear time and with bounded loss.
///
/// It walks the automaton that libcsv walks in strict mode with blanks allowed round quotes. Where
/// that automaton fails, or a quoted field runs over the limits or the end of the file, only the
/// record's first physical line is given up, and reading goes on with the next line.
///
/// Going back costs no more than linear time: quotes alternate between opening and closing, so a
/// line that leaves a quote open when it is entered closed has an odd number of them, while a line
/// inside a quote that stays open has an even number. Read again from outside, the lines that an
/// open quote had swallowed leave none open, so stretches that are read twice do not overlap.
struct RecordSplitter {
  let separator: UInt8
  let limits: ReadingLimits
  /// Where the next record starts.
  var position: Int
  /// The physical line it starts on, from 1.
  var line: Int

  private enum State {
    case fieldStart, plain, quoted, afterQuote, afterBlank
  }

  /// Finds the next record.
  ///
  /// - Parameters:
  ///   - text: The whole text, always the same.
  ///   - isCut: Whether the text goes on behind its end.
  /// - Returns: The record, or `nil` at the end, and where the text is cut inside the record.
  mutating func next(in text: Span<UInt8>, isCut: Bool = false) -> RawRecord? {
    let (before, lineBefore) = (position, line)
    guard let record = read(in: text, isCut: isCut) else { return nil }
    guard isCut, record.ending == 0 else { return record }
    (position, line) = (before, lineBefore)
    return nil
  }

  private mutating func read(in text: Span<UInt8>, isCut: Bool) -> RawRecord? {
    let end = text.count
    let start = position
    guard start < end else { return nil }
    var state = State.fieldStart
    var cursor = start
    var breaks = 0
    var firstBreak = -1
    var fieldStart = start
    var fieldBreaks = 0
    scan: while cursor < end {
      let byte = text[cursor]
      switch state {
      case .plain:
        if byte == separator {
          state = .fieldStart
        } else if byte == quote {
          return giveUp(text, at: cursor, firstBreak)
        } else if byte == lineFeed || byte == carriageReturn {
          break scan
        }
      case .quoted:
        if byte == quote {
          state = .afterQuote
        } else if byte == lineFeed || byte == carriageReturn {
          if firstBreak < 0 { firstBreak = cursor }
          breaks += 1
          if breaks - fieldBreaks >= limits.quotedLines {
            return giveUp(text, at: cursor, firstBreak, isUnclosed: true)
          }
          if byte == carriageReturn, cursor + 1 < end, text[cursor + 1] == lineFeed { cursor += 1 }
        }
        if cursor - fieldStart > limits.quotedBytes {
          return giveUp(text, at: cursor, firstBreak, isUnclosed: true)
        }
      case .fieldStart:
        if byte == quote {
          state = .quoted
          fieldStart = cursor
          fieldBreaks = breaks
        } else if byte == lineFeed || byte == carriageReturn {
          break scan
        } else if byte != separator, byte != 0x20, byte != 0x09 {
          state = .plain
        }
      case .afterQuote, .afterBlank:
        if byte == separator {
          state = .fieldStart
        } else if byte == lineFeed || byte == carriageReturn {
          break scan
        } else if byte == quote, state == .afterQuote {
          state = .quoted
        } else if byte == 0x20 || byte == 0x09 {
          state = .afterBlank
        } else {
          return giveUp(text, at: cursor, firstBreak)
        }
      }
      cursor += 1
    }
    if state == .quoted {
      // What is cut off may close it.
      return isCut ? nil : giveUp(text, at: end, firstBreak, isUnclosed: true)
    }
    return finish(text, at: cursor, breaks: breaks, .regular)
  }

  /// Ends the record at its first line break.
  private mutating func giveUp(
    _ text: Span<UInt8>, at cursor: Int, _ firstBreak: Int, isUnclosed: Bool = false
  ) -> RawRecord {
    var stop = firstBreak
    if stop < 0 {
      stop = cursor
      while stop < text.count, text[stop] != lineFeed, text[stop] != carriageReturn { stop += 1 }
    }
    let shape: RawRecord.Shape = isUnclosed || firstBreak >= 0 ? .unclosedQuote : .strayQuote
    return finish(text, at: stop, breaks: 0, shape)
  }

  /// Ends the record at a line break or the end of the text, and steps over the line break.
  private mutating func finish(
    _ text: Span<UInt8>, at stop: Int, breaks: Int, _ shape: RawRecord.Shape
  ) -> RawRecord {
    var ending: UInt8 = 0
    var next = stop
    if stop < text.count {
      let isPair =
        text[stop] == carriageReturn && stop + 1 < text.count && text[stop + 1] == lineFeed
      ending = text[stop] == lineFeed ? 1 : isPair ? 2 : 3
      next += isPair ? 2 : 1
    }
    let record = RawRecord(
      offset: position, count: stop - position, line: line, breaks: Int32(clamping: breaks),
      shape: shape, ending: ending)
    position = next
    line += breaks + 1
    return record
  }
}

let quote = UInt8(ascii: "\"")
let lineFeed: UInt8 = 0x0A
let carriageReturn: UInt8 = 0x0D
