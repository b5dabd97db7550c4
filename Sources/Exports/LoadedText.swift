/// A file's bytes, inflated and decoded, with what was found out on the way.
struct LoadedText {
  /// The bytes on disk.
  let stored: [UInt8]
  let text: DecodedText
  let compression: Compression
  /// Whether the text goes on after what was loaded.
  let isPart: Bool
  /// A first line `sep=;`, if there is one.
  let separatorLine: SeparatorLine?

  /// Inflates and decodes.
  ///
  /// - Parameters:
  ///   - stored: The bytes on disk, or the first of them.
  ///   - isPart: Whether the file goes on after them.
  ///   - limit: The number of inflated bytes after which to stop.
  ///   - encoding: The encoding, or `nil` to detect it.
  ///   - notUTF8: The offset of the first byte that is not UTF-8, if that is known.
  /// - Throws: Any failure that needs no knowledge of the columns.
  init(
    _ stored: [UInt8], isPart: Bool, limit: Int, encoding: TextEncoding?, notUTF8: Int? = nil
  ) throws(ExportFailure) {
    self.stored = stored
    guard !stored.isEmpty else { throw .empty }
    var bytes = stored
    var isPart = isPart
    if Inflating.isGzip(stored) {
      let inflated = try Inflating.inflate(stored, isPart: isPart, limit: limit)
      (bytes, isPart) = (inflated.bytes, inflated.isPart)
      compression = .gzip(members: inflated.members)
    } else {
      compression = .none
    }
    if let kind = ForeignKind.recognise(bytes.span) { throw .notCSV(kind: kind) }
    let text = try DecodedText(bytes, as: encoding, isPart: isPart, notUTF8: notUTF8)
    let decoded = text.bytes
    let content = decoded.span
    if ForeignKind.looksBinary(content.extracting(text.start..<content.count)) {
      throw .notCSV(kind: .binary)
    }
    let separatorLine = SeparatorLine(content, at: text.start)
    let first = separatorLine?.end ?? text.start
    if Blanks.trim(content, first..<content.count).isEmpty { throw .empty }
    self.text = text
    self.isPart = isPart
    self.separatorLine = separatorLine
  }

  /// Where the first record starts, and its line.
  var start: (offset: Int, line: Int) {
    separatorLine.map { ($0.end, 2) } ?? (text.start, 1)
  }
}

/// A first line that tells Excel the separator, as in `sep=;`.
struct SeparatorLine {
  let separator: UInt8
  /// Where the next line starts.
  let end: Int

  /// Reads the line, if it is one.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - start: Where its first line starts.
  init?(_ text: Span<UInt8>, at start: Int) {
    var stop = start
    while stop < text.count, stop < start + 8, text[stop] != lineFeed, text[stop] != carriageReturn
    {
      stop += 1
    }
    guard stop == text.count || text[stop] == lineFeed || text[stop] == carriageReturn else {
      return nil
    }
    var line: [UInt8] = []
    for index in start..<stop { line.append(text[index]) }
    if line.count == 7, line[0] == quote, line[6] == quote { line = Array(line[1..<6]) }
    guard line.count == 5, line[0] | 0x20 == UInt8(ascii: "s"), line[1] | 0x20 == UInt8(ascii: "e"),
      line[2] | 0x20 == UInt8(ascii: "p"), line[3] == UInt8(ascii: "="), isSeparator(line[4])
    else { return nil }
    separator = line[4]
    let isPair =
      stop + 1 < text.count && text[stop] == carriageReturn && text[stop + 1] == lineFeed
    end = min(text.count, stop + (isPair ? 2 : 1))
  }
}

/// Whether a byte can separate fields: tab, or an ASCII mark other than the quote.
///
/// - Parameter byte: The byte.
/// - Returns: Whether it can.
func isSeparator(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x09: true
  case quote: false
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}
