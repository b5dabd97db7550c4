internal import Parallel

/// Some columns of a CSV file as categories: one small number per record, and the distinct texts.
///
/// For releases of microdata and their risks, where combinations of values are counted. Columns that
/// nobody asked for are never turned into texts. What is read may identify persons: it lives in memory
/// only, and of the texts only those of columns that a release keeps may be written.
public struct CategoryTable: Sendable {
  /// Why a file is no such table; never with the text of a cell.
  public enum Failure: Error, Equatable, Sendable {
    /// It cannot be read at all, or lacks a column.
    case file(ExportFailure)
    /// A record with more or fewer fields than the heading, on this line.
    case ragged(line: Int, fields: Int, expected: Int)
    /// Quotes in a wrong place, on this line or in a field that begins there.
    case malformed(line: Int)
  }

  /// One column.
  public struct Column: Sendable {
    /// The heading, trimmed.
    public let heading: String
    /// One number into `texts` per record.
    public let codes: [UInt32]
    /// The distinct texts, trimmed, in the order of their first appearance.
    public let texts: [String]
    /// The record, from 0, in which each text appears first.
    public let firstRecords: [Int]
  }

  /// The columns that were asked for, in that order.
  public let columns: [Column]
  /// The number of records.
  public let count: Int

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: A CSV file, compressed with gzip or not, in UTF-8, UTF-16 or Windows-1252.
  ///   - workers: The most workers; the result does not depend on it.
  ///   - choose: Picks the columns from all headings; an unknown or repeated heading is a failure.
  /// - Throws: Why the file is no such table.
  public init(
    path: String, workers: Int? = nil, choose: ([String]) -> [String]
  ) throws(Failure) {
    let loaded: LoadedText
    do throws(ExportFailure) {
      let stored = try StoredFile.read(path: path, limit: .max)
      loaded = try LoadedText(stored.bytes, isPart: false, limit: .max, encoding: nil)
    } catch {
      throw .file(error)
    }
    try self.init(loaded, workers: workers, choose: choose)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - bytes: The content of a CSV file.
  ///   - workers: The most workers; the result does not depend on it.
  ///   - choose: Picks the columns from all headings.
  /// - Throws: Why the text is no such table.
  public init(
    bytes: [UInt8], workers: Int? = nil, choose: ([String]) -> [String]
  ) throws(Failure) {
    let loaded: LoadedText
    do throws(ExportFailure) {
      loaded = try LoadedText(bytes, isPart: false, limit: .max, encoding: nil)
    } catch {
      throw .file(error)
    }
    try self.init(loaded, workers: workers, choose: choose)
  }

  private init(
    _ loaded: LoadedText, workers: Int?, choose: ([String]) -> [String]
  ) throws(Failure) {
    let bytes = loaded.text.bytes
    let (start, line) = loaded.start
    let separator =
      loaded.separatorLine?.separator ?? CategoryTable.separator(bytes.span, from: start)
    var scanner = CategoryScanner(separator: separator, position: start, line: line)
    guard let header = try scanner.next(in: bytes.span) else { throw .file(.empty) }
    let headings = header.map { CategoryTable.text(bytes.span, $0) }
    let wanted = choose(headings)
    var chosen: [Int] = []
    for heading in wanted {
      let found = headings.indices.filter { headings[$0] == heading }
      guard let place = found.first else {
        throw .file(.headingMissing([MissingHeading(wanted: heading, nearest: nil)]))
      }
      guard found.count == 1 else {
        throw .file(.headingAmbiguous(heading: heading, columns: found.map { $0 + 1 }))
      }
      chosen.append(place)
    }
    let cuts = CategoryTable.cuts(bytes.span, from: scanner.position)
    let (first, fields, places) = (scanner, headings.count, chosen)
    let pieces = try Parallel.map(count: cuts.count - 1, workers: workers) {
      (index) throws(Failure) -> CategoryPiece in
      var scanner = first
      scanner.position = cuts[index]
      scanner.line = 0
      var piece = CategoryPiece(columns: places.count)
      do throws(Failure) {
        try piece.read(bytes.span, cuts[index + 1], &scanner, places, fields: fields)
        return piece
      } catch {
        throw error.moved(by: CategoryTable.lines(bytes.span, start..<cuts[index]) + line)
      }
    }
    count = pieces.reduce(0) { $0 + $1.count }
    columns = wanted.indices.map { CategoryPiece.joined(pieces, column: $0, wanted[$0]) }
  }

  /// A text at some place, without quotes and blanks at its ends.
  static func text(_ bytes: Span<UInt8>, _ field: CategoryField) -> String {
    let cell = Blanks.trim(bytes, field.range)
    var content: [UInt8] = []
    content.reserveCapacity(cell.count)
    var isEscaped = false
    for index in cell {
      isEscaped = field.hasQuotes && bytes[index] == quote && !isEscaped
      if !isEscaped { content.append(bytes[index]) }
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// The likeliest separator of the first line.
  private static func separator(_ bytes: Span<UInt8>, from start: Int) -> UInt8 {
    var counts = [Int](repeating: 0, count: SeparatorTrial.candidates.count)
    var index = start
    while index < bytes.count, bytes[index] != lineFeed, bytes[index] != carriageReturn {
      if let place = SeparatorTrial.candidates.firstIndex(of: bytes[index]) { counts[place] += 1 }
      index += 1
    }
    let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return counts[most] > 0 ? SeparatorTrial.candidates[most] : UInt8(ascii: ",")
  }

  /// Where pieces start, and the end: after line ends, and nowhere if there are quotes.
  private static func cuts(_ bytes: Span<UInt8>, from start: Int) -> [Int] {
    let size = 1 << 20
    var cuts = [start]
    for index in start..<bytes.count where bytes[index] == quote { return [start, bytes.count] }
    while let last = cuts.last, last + size < bytes.count {
      var next = last + size
      while next < bytes.count, bytes[next - 1] != lineFeed { next += 1 }
      if next == bytes.count { break }
      cuts.append(next)
    }
    return cuts + [bytes.count]
  }

  private static func lines(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var lines = 0
    for index in range where bytes[index] == lineFeed { lines += 1 }
    return lines
  }
}

extension CategoryTable.Failure {
  func moved(by lines: Int) -> CategoryTable.Failure {
    switch self {
    case .file: self
    case .ragged(let line, let fields, let expected):
      .ragged(line: line + lines, fields: fields, expected: expected)
    case .malformed(let line): .malformed(line: line + lines)
    }
  }
}
