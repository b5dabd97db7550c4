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
  fileprivate static func text(_ bytes: Span<UInt8>, _ field: CategoryField) -> String {
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
  fileprivate func moved(by lines: Int) -> CategoryTable.Failure {
    switch self {
    case .file: self
    case .ragged(let line, let fields, let expected):
      .ragged(line: line + lines, fields: fields, expected: expected)
    case .malformed(let line): .malformed(line: line + lines)
    }
  }
}

/// Where a field stands, without the quotes round it.
private struct CategoryField {
  var range: Range<Int>
  /// Whether quotes inside it are doubled.
  var hasQuotes = false
}

/// Walks over records, strictly: a quote stands round a whole field or doubled inside one.
private struct CategoryScanner {
  let separator: UInt8
  var position: Int
  var line: Int

  /// The fields of the next record that is not blank, `nil` at the end.
  mutating func next(in bytes: Span<UInt8>) throws(CategoryTable.Failure) -> [CategoryField]? {
    var fields: [CategoryField] = []
    return try next(in: bytes, bytes.count, &fields) ? fields : nil
  }

  /// Finds the fields of the next record that is not blank.
  mutating func next(
    in bytes: Span<UInt8>, _ end: Int, _ fields: inout [CategoryField]
  ) throws(CategoryTable.Failure) -> Bool {
    fields.removeAll(keepingCapacity: true)
    while position < end {
      let byte = bytes[position]
      if byte == quote {
        fields.append(try quoted(bytes, end))
      } else {
        let start = position
        while position < end {
          let byte = unsafe bytes[unchecked: position]
          if byte == separator || byte == lineFeed || byte == carriageReturn { break }
          if byte == quote { throw .malformed(line: line) }
          position += 1
        }
        fields.append(CategoryField(range: start..<position))
      }
      guard position < end else { break }
      if bytes[position] == separator {
        position += 1
        // A separator at the very end opens one more field.
        if position == end { fields.append(CategoryField(range: position..<position)) }
        continue
      }
      stepOverLineEnd(bytes, end)
      if fields.count == 1, Blanks.trim(bytes, fields[0].range).isEmpty {
        fields.removeAll(keepingCapacity: true)
        continue
      }
      return true
    }
    return fields.count > 1 || fields.count == 1 && !Blanks.trim(bytes, fields[0].range).isEmpty
  }

  private mutating func stepOverLineEnd(_ bytes: Span<UInt8>, _ end: Int) {
    if bytes[position] == carriageReturn, position + 1 < end, bytes[position + 1] == lineFeed {
      position += 1
    }
    position += 1
    line += 1
  }

  private mutating func quoted(
    _ bytes: Span<UInt8>, _ end: Int
  ) throws(CategoryTable.Failure) -> CategoryField {
    let first = line
    position += 1
    var field = CategoryField(range: position..<position)
    while position < end {
      let byte = bytes[position]
      if byte == quote {
        guard position + 1 < end, bytes[position + 1] == quote else { break }
        field.hasQuotes = true
        position += 1
      } else if byte == lineFeed {
        line += 1
      }
      position += 1
    }
    guard position < end else { throw .malformed(line: first) }
    field.range = field.range.lowerBound..<position
    position += 1
    while position < end, bytes[position] == 0x20 { position += 1 }
    guard position < end else { return field }
    let next = bytes[position]
    guard next == separator || next == lineFeed || next == carriageReturn else {
      throw .malformed(line: line)
    }
    return field
  }
}

/// What one piece of a file holds: its own codes and texts.
private struct CategoryPiece: Sendable {
  private var codes: [[UInt32]]
  private var texts: [[String]]
  private var firstRecords: [[Int]]
  private var tables: [ByteTable]
  private(set) var count = 0

  init(columns: Int) {
    codes = Array(repeating: [], count: columns)
    texts = Array(repeating: [], count: columns)
    firstRecords = Array(repeating: [], count: columns)
    tables = Array(repeating: ByteTable(), count: columns)
  }

  mutating func read(
    _ bytes: Span<UInt8>, _ end: Int, _ scanner: inout CategoryScanner, _ places: [Int],
    fields expected: Int
  ) throws(CategoryTable.Failure) {
    var fields: [CategoryField] = []
    var line = scanner.line
    while try scanner.next(in: bytes, end, &fields) {
      guard fields.count == expected else {
        throw .ragged(line: line, fields: fields.count, expected: expected)
      }
      for (column, place) in places.enumerated() { take(bytes, fields[place], column) }
      count += 1
      line = scanner.line
    }
  }

  private mutating func take(_ bytes: Span<UInt8>, _ field: CategoryField, _ column: Int) {
    let cell = Blanks.trim(bytes, field.range)
    if let code = tables[column].value(of: bytes, cell) {
      codes[column].append(UInt32(code))
      return
    }
    let code = texts[column].count
    tables[column].add(bytes, cell, value: Int32(code))
    texts[column].append(CategoryTable.text(bytes, field))
    firstRecords[column].append(count)
    codes[column].append(UInt32(code))
  }

  /// One column of all pieces, in their order.
  static func joined(
    _ pieces: [CategoryPiece], column: Int, _ heading: String
  ) -> CategoryTable.Column {
    var places: [[UInt8]: UInt32] = [:]
    var (texts, firstRecords, codes): ([String], [Int], [UInt32]) = ([], [], [])
    codes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    var start = 0
    for piece in pieces {
      let map = piece.texts[column].enumerated().map { place, text in
        if let code = places[Array(text.utf8)] { return code }
        let code = UInt32(texts.count)
        places[Array(text.utf8)] = code
        texts.append(text)
        firstRecords.append(start + piece.firstRecords[column][place])
        return code
      }
      for code in piece.codes[column] { codes.append(map[Int(code)]) }
      start += piece.count
    }
    return CategoryTable.Column(
      heading: heading, codes: codes, texts: texts, firstRecords: firstRecords)
  }
}
