internal import Parallel

/// Finds the line that a byte of a file stands on.
enum LineCount {
  /// Counts lines up to a byte; each of CRLF, LF and CR ends one.
  ///
  /// - Parameters:
  ///   - offset: The offset of the byte, after inflating.
  ///   - file: The file.
  ///   - isGzip: Whether it must be inflated.
  /// - Returns: The line, from 1.
  /// - Throws: Why the file cannot be read.
  static func line(
    of offset: Int, in file: StoredBytes, isGzip: Bool
  ) throws(ExportFailure) -> Int {
    var pieces = TextPieces(file, isGzip: isGzip, encoding: .windows1252, pieceBytes: 1 << 20)
    var line = 1
    var wasReturn = false
    while true {
      guard let piece = try pieces.next(1, spare: Pool(), observe: { _ in }).first else {
        return line
      }
      let bytes: [UInt8]
      if let inflated = piece.bytes {
        bytes = inflated
      } else {
        bytes = try file.bytes(piece.range)
      }
      for byte in bytes.prefix(offset - piece.offset) {
        if byte == carriageReturn || (byte == lineFeed && !wasReturn) { line += 1 }
        wasReturn = byte == carriageReturn
      }
      if piece.offset + bytes.count >= offset { return line }
    }
  }
}

extension ExportFile {
  /// Finds the line that a byte of a file stands on.
  ///
  /// - Parameters:
  ///   - byteOffset: The offset of the byte, after inflating; the file is no UTF-16.
  ///   - path: The path.
  /// - Returns: The physical line, from 1.
  /// - Throws: Why the file cannot be read.
  public static func line(of byteOffset: Int, path: String) throws(ExportFailure) -> Int {
    let file = try StoredBytes(path: path)
    let start = try file.bytes(0..<min(file.count, 2))
    return try LineCount.line(of: byteOffset, in: file, isGzip: Inflating.isGzip(start))
  }
}

extension ExportFacts {
  /// Finds the line of the first byte that is not UTF-8, if that decided the encoding.
  ///
  /// - Parameter file: The file.
  /// - Throws: Why it cannot be read.
  mutating func findLine(in file: StoredBytes) throws(ExportFailure) {
    guard case .fallback(let offset) = encodingDecision else { return }
    firstLineNotUTF8 = try LineCount.line(of: offset, in: file, isGzip: compression != .none)
  }
}
