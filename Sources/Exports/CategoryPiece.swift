/// What one piece of a file holds: its own codes and texts.
struct CategoryPiece: Sendable {
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
