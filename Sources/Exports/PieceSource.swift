internal import Parallel
import Synchronization

/// The pieces of a file, shared by the workers of a stream.
final class PieceSource: Sendable {
  private let file: StoredBytes
  private let encoding: TextEncoding
  private let pieces: Mutex<TextPieces>

  /// Starts at the beginning of a text.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - isGzip: Whether it must be inflated.
  ///   - encoding: The encoding.
  ///   - pieceBytes: The number of bytes of a piece.
  init(_ file: StoredBytes, isGzip: Bool, encoding: TextEncoding, pieceBytes: Int) {
    self.file = file
    self.encoding = encoding
    pieces = Mutex(
      TextPieces(file, isGzip: isGzip, encoding: encoding, pieceBytes: pieceBytes))
  }

  /// How many bytes of the file have been handed out.
  var readBytes: Int { pieces.withLock { $0.readBytes } }

  /// The next pieces; plain files are not read for it.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - spare: Where blocks to inflate into are taken from.
  ///   - observe: Is lent the file's bytes in order if they are read here.
  /// - Returns: The pieces; none at the end.
  /// - Throws: Why reading stops.
  func next(
    _ count: Int, _ spare: Pool<TextBlock>, _ observe: @Sendable (Span<UInt8>) -> Void
  ) throws(ExportStream.Stop) -> [TextPieces.Piece] {
    let outcome = pieces.withLock { pieces in
      Result { () throws(ExportFailure) in
        try pieces.next(count, spare: spare, observe: observe)
      }
    }
    return try outcome.mapError(ExportStream.Stop.failure).get()
  }

  /// How much text at least follows on each of some pieces that follow on each other.
  ///
  /// - Parameter pieces: The pieces; what follows on the last is known of plain files only.
  /// - Returns: Per piece, a number of bytes.
  func behind(_ pieces: [TextPieces.Piece]) -> [Int] {
    var behind = 0
    if let last = pieces.last, last.isPlain {
      behind = encoding.fewestBytes(of: file.count - last.range.upperBound)
    }
    var result: [Int] = []
    for piece in pieces.reversed() {
      result.append(behind)
      behind += piece.textBytes(encoding)
    }
    return result.reversed()
  }

  /// How much text at least some pieces hold, and what follows on them.
  ///
  /// - Parameters:
  ///   - pieces: The pieces.
  ///   - behind: What follows on each.
  /// - Returns: A number of bytes.
  func textBytes(_ pieces: [TextPieces.Piece], _ behind: [Int]) -> Int {
    guard let piece = pieces.first, let behind = behind.first else { return 0 }
    return piece.textBytes(encoding) + behind
  }

  /// Makes sure that the file is still the one that was opened.
  ///
  /// - Throws: That it is not.
  func checkUnchanged() throws(ExportStream.Stop) {
    do throws(ExportFailure) {
      try file.checkUnchanged()
    } catch {
      throw .failure(error)
    }
  }

  /// Reads and decodes a piece.
  ///
  /// - Parameters:
  ///   - piece: The piece.
  ///   - spare: Where a block for it is taken from.
  ///   - decision: How the encoding was decided, which says what a byte that is not UTF-8 means.
  /// - Returns: A block with its text.
  /// - Throws: Why reading stops.
  func load(
    _ piece: consuming TextPieces.Piece, _ spare: Pool<TextBlock>, decision: EncodingDecision
  ) throws(ExportStream.Stop) -> TextBlock {
    var block = piece.block ?? spare.take() ?? TextBlock()
    piece.block = nil
    block.isLast = piece.isLast
    do throws(ExportFailure) {
      guard encoding == .utf8 else {
        try decode(piece, into: &block)
        return block
      }
      if piece.isPlain { try loadText(piece, into: &block) }
    } catch {
      throw .failure(error)
    }
    var census = TextCensus()
    let invalid = UTF8Check.firstInvalid(block.bytes.span, block.text, &census)
    block.census = census
    if let invalid {
      let offset = piece.offset + invalid - block.text.lowerBound
      throw decision == .validUTF8
        ? .notUTF8(byteOffset: offset)
        : .failure(.undecodable(encoding: .utf8, byteOffset: offset))
    }
    return block
  }

  private func loadText(
    _ piece: TextPieces.Piece, into block: inout TextBlock
  ) throws(ExportFailure) {
    // A character that is cut belongs to the piece in which it starts.
    let end = min(piece.range.upperBound + 3, file.count)
    block.prepare(end - piece.range.lowerBound)
    let place = block.text.lowerBound
    try file.read(piece.range.lowerBound..<end, into: &block.bytes, at: place)
    func tails(from start: Int) -> Int {
      (0..<3).first { offset in
        let index = start + offset
        return index >= block.text.upperBound || block.bytes[index] & 0xC0 != 0x80
      } ?? 3
    }
    let skipped = piece.range.lowerBound == 0 ? 0 : tails(from: place)
    let last = place + piece.range.count
    let stop = piece.isLast ? last : last + tails(from: last)
    block.text = min(place + skipped, stop)..<stop
  }

  private func decode(
    _ piece: TextPieces.Piece, into block: inout TextBlock
  ) throws(ExportFailure) {
    var offset = piece.offset
    let bytes: [UInt8]
    if let inflated = piece.bytes {
      bytes = inflated
    } else {
      let end = min(piece.range.upperBound + 2, file.count)
      let raw = try file.bytes(piece.range.lowerBound..<end)
      let isFirst = piece.range.lowerBound == 0
      let start = isFirst ? 0 : encoding.cutCharacter(raw, at: 0)
      let stop =
        piece.range.count
        + (piece.isLast ? 0 : encoding.cutCharacter(raw, at: piece.range.count))
      bytes = Array(raw[min(start, stop)..<stop])
      offset += min(start, stop)
    }
    let text = try DecodedText.decode(bytes, as: encoding, at: offset)
    block.prepare(text.count)
    block.stored = bytes
    block.bytes.replaceSubrange(block.text, with: text)
    block.census = TextCensus.of(encoding, stored: bytes, text: text)
  }
}

extension TextEncoding {
  /// The number of bytes at a place that belong to a character that starts before it.
  ///
  /// - Parameters:
  ///   - bytes: Bytes of a text.
  ///   - place: The place.
  /// - Returns: 2 at the second half of a pair of UTF-16, otherwise 0.
  func cutCharacter(_ bytes: [UInt8], at place: Int) -> Int {
    guard self == .utf16BigEndian || self == .utf16LittleEndian, place + 1 < bytes.count else {
      return 0
    }
    return bytes[self == .utf16BigEndian ? place : place + 1] & 0xFC == 0xDC ? 2 : 0
  }
}
