/// One record as the splitter found it.
struct RecordSpan: Sendable, Equatable {
  /// What the splitter thinks of a record; libcsv decides on those it calls regular.
  enum Shape: UInt8, Sendable {
    /// Quotes stand where they may.
    case regular
    /// Blanks stand around a quoted cell.
    case blanksAroundQuotes
    /// A quote stands inside an unquoted cell or after a closing quote.
    case strayQuote
    /// A quoted cell does not end within the limits.
    case unclosedQuote
  }

  /// The offset of the first byte.
  var start: Int
  /// The offset after the last byte, line end excluded.
  var end: Int
  /// The first physical line, from 1.
  var line: Int32
  /// The number of line ends inside.
  var innerLines: Int32
  /// What the splitter thinks of it.
  var shape: Shape
}

/// Splits text into records, aware of quotes, with byte offsets and physical lines.
///
/// A record ends at LF, CR LF or CR outside quotes. After a quote that is not closed within the
/// limits, or a malformed quote in a record of several lines, only the record's first physical
/// line is given up, and splitting goes on with the next line: the loss is bounded, and every line
/// is scanned at most `quotedLines` times.
struct RecordSplitter {
  private let separator: UInt8
  private let quotedLines: Int
  private let recordBytes: Int
  /// The offset of the next record.
  private(set) var offset: Int
  /// The physical line of the next record.
  private(set) var line: Int32 = 1

  init(separator: UInt8, limits: ReadingLimits, offset: Int = 0, line: Int32 = 1) {
    self.separator = separator
    quotedLines = limits.quotedLines
    recordBytes = limits.recordBytes
    self.offset = offset
    self.line = line
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")

  /// The next record.
  ///
  /// - Parameter text: The whole text.
  /// - Returns: The record, or `nil` at the end of the text.
  mutating func next(in text: Span<UInt8>) -> RecordSpan? {
    guard offset < text.count else { return nil }
    let start = offset
    var index = start
    var inner: Int32 = 0
    var shape = RecordSpan.Shape.regular
    while true {
      // At the start of a cell.
      let cell = index
      index = skipBlanks(text, from: index)
      guard index < text.count, text[index] == Self.quote else {
        index = endOfUnquoted(text, from: cell, stray: &shape)
        if index < text.count, text[index] == separator {
          index += 1
          continue
        }
        return finish(text, start: start, end: index, inner: inner, shape: shape)
      }
      if index > cell, shape == .regular { shape = .blanksAroundQuotes }
      guard let close = endOfQuoted(text, from: index + 1, start: start, inner: &inner) else {
        return giveUp(text, start: start, shape: .unclosedQuote)
      }
      index = skipBlanks(text, from: close + 1)
      if index > close + 1, shape == .regular { shape = .blanksAroundQuotes }
      guard index < text.count, !isLineEnd(text[index]) else {
        return finish(text, start: start, end: index, inner: inner, shape: shape)
      }
      guard text[index] == separator else {
        return giveUp(text, start: start, shape: inner > 0 ? .unclosedQuote : .strayQuote)
      }
      index += 1
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private func skipBlanks(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      guard byte == Self.space || byte == Self.tab, byte != separator else { break }
      index += 1
    }
    return index
  }

  /// The offset of the separator or line end after an unquoted cell.
  private func endOfUnquoted(
    _ text: Span<UInt8>, from start: Int, stray shape: inout RecordSpan.Shape
  ) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte == separator || isLineEnd(byte) { break }
      if byte == Self.quote { shape = .strayQuote }
      index += 1
    }
    return index
  }

  /// The offset of the closing quote, or `nil` if there is none within the limits.
  private func endOfQuoted(
    _ text: Span<UInt8>, from start: Int, start record: Int, inner: inout Int32
  ) -> Int? {
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte == Self.quote {
        guard index + 1 < text.count, text[index + 1] == Self.quote else { return index }
        index += 2
        continue
      }
      if isLineEnd(byte) {
        if byte == Self.carriageReturn, index + 1 < text.count,
          text[index + 1] == Self.lineFeed
        {
          index += 1
        }
        inner += 1
        if Int(inner) > quotedLines { return nil }
      }
      if index - record > recordBytes { return nil }
      index += 1
    }
    return nil
  }

  private mutating func finish(
    _ text: Span<UInt8>, start: Int, end: Int, inner: Int32, shape: RecordSpan.Shape
  ) -> RecordSpan {
    let record = RecordSpan(start: start, end: end, line: line, innerLines: inner, shape: shape)
    offset = end
    line += inner
    guard end < text.count else { return record }
    offset += 1
    if text[end] == Self.carriageReturn, offset < text.count, text[offset] == Self.lineFeed {
      offset += 1
    }
    line += 1
    return record
  }

  /// Gives up the record's first physical line only.
  private mutating func giveUp(
    _ text: Span<UInt8>, start: Int, shape: RecordSpan.Shape
  ) -> RecordSpan {
    var end = start
    while end < text.count, !isLineEnd(text[end]) { end += 1 }
    return finish(text, start: start, end: end, inner: 0, shape: shape)
  }
}
