@_spi(Secrets) import Exports
import FoundationEssentials

/// Opens a text as if it were a file.
func open(
  _ text: String, _ layout: SourceLayout, limits: ReadingLimits = .init()
) throws(ExportFailure) -> ExportFile {
  try open(Array(text.utf8), layout, limits: limits)
}

/// Opens bytes as if they were a file, and holds both readers to each other.
func open(
  _ bytes: [UInt8], _ layout: SourceLayout, limits: ReadingLimits = .init()
) throws(ExportFailure) -> ExportFile {
  let file = Result { () throws(ExportFailure) in try openPlain(bytes, layout, limits: limits) }
  expectBothReadersAgree(bytes, layout, limits, file.map(ReadTable.init))
  return try file.get()
}

/// Opens bytes as if they were a file, with the reader that hands every record to libcsv.
func openPlain(
  _ bytes: [UInt8], _ layout: SourceLayout, limits: ReadingLimits = .init()
) throws(ExportFailure) -> ExportFile {
  try ExportFile.open(bytes: bytes, fileName: "test.csv", layout: layout, limits: limits)
}

/// Why opening fails, `nil` if it does not.
func failure(_ bytes: [UInt8], _ layout: SourceLayout = secrets()) -> ExportFailure? {
  do {
    _ = try open(bytes, layout)
    return nil
  } catch {
    return error
  }
}

/// Why opening a text fails, `nil` if it does not.
func failure(_ text: String, _ layout: SourceLayout = secrets()) -> ExportFailure? {
  failure(Array(text.utf8), layout)
}

/// A layout that reads columns as secrets, whose bytes a test may see.
func secrets(
  _ headings: String..., separator: Character? = nil, encoding: TextEncoding? = nil,
  headerRows: Int = 1
) -> SourceLayout {
  SourceLayout(
    separator: separator.flatMap(\.asciiValue), encoding: encoding, headerRows: headerRows,
    columns: headings.map { ColumnRequest(heading: $0, kind: .secret) })
}

/// A layout with one column.
func one(_ heading: String, _ kind: ColumnKind, separator: Character = ";") -> SourceLayout {
  SourceLayout(
    separator: separator.asciiValue, columns: [ColumnRequest(heading: heading, kind: kind)])
}

extension TypedColumn {
  /// The bytes of a secret column, for comparison in tests.
  var secretBytes: [[UInt8]] {
    guard case .secret(let column) = self else { return [] }
    return (0..<column.count).map { row in
      column.withBytes(of: row) { span in span.indices.map { span[$0] } }
    }
  }

  /// The texts of a secret column, for comparison in tests.
  var secretTexts: [String] { secretBytes.map { String(decoding: $0, as: UTF8.self) } }

  var answers: [Answer] {
    if case .answers(let column) = self { column.answers } else { [] }
  }

  var days: [Int32] {
    if case .days(let values) = self { values } else { [] }
  }

  var codes: [Int32] {
    switch self {
    case .codes(let values), .open(let values, _): values
    default: []
    }
  }

  var names: [String] {
    if case .open(_, let names) = self { names } else { [] }
  }

  var presence: [Bool] {
    if case .presence(let values) = self { values } else { [] }
  }
}

extension ExportFile {
  /// All chunks in order.
  var chunks: [TypedChunk] { (0..<chunkCount).map { chunk($0) } }

  /// The sum of all chunks' counts.
  var counts: RecordCounts {
    var sum = RecordCounts()
    for chunk in chunks { sum += chunk.counts }
    return sum
  }

  /// All rows of secret columns as texts.
  var rows: [[String]] {
    chunks.flatMap { chunk in
      let columns = chunk.columns.map(\.secretTexts)
      return chunk.positions.indices.map { row in columns.map { $0[row] } }
    }
  }

  /// All findings as "line: code".
  var problems: [String] {
    chunks.flatMap(\.findings).map { "\($0.position.line): \($0.code)" }
  }
}

/// A folder that is removed after use.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "echolot-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { removeFolder(folder) }
  return try body(folder.path)
}

private func removeFolder(_ folder: URL) {
  do {
    try FileManager.default.removeItem(at: folder)
  } catch {
    print("could not remove a test folder: \(error)")
  }
}

/// Writes a file into a folder and returns its path.
func write(_ bytes: [UInt8], to folder: String, as name: String) throws -> String {
  let path = folder + "/" + name
  try Data(bytes).write(to: URL(filePath: path))
  return path
}

/// One gzip member with stored (uncompressed) blocks, made without zlib after RFC 1951 and 1952.
func gzip(_ text: [UInt8]) -> [UInt8] {
  var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var start = 0
  repeat {
    let end = min(start + 65_535, text.count)
    let length = UInt16(end - start)
    result.append(end == text.count ? 1 : 0)
    result += [UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8)]
    result += text[start..<end]
    start = end
  } while start < text.count
  var check: UInt32 = 0xFFFF_FFFF
  for byte in text {
    check ^= UInt32(byte)
    for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
  }
  for value in [~check, UInt32(text.count)] {
    for shift in [0, 8, 16, 24] as [UInt32] { result.append(UInt8(value >> shift & 255)) }
  }
  return result
}

/// A small generator of numbers that are the same on every machine (xorshift, Marsaglia 2003).
struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number below `bound`.
  mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }
}
