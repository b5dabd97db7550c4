internal import Parallel

/// A file's bytes in pieces, before they are decoded.
///
/// A plain file is cut into pieces without reading it, so that workers read theirs side by side; what
/// must be inflated comes one piece after the other.
struct TextPieces: ~Copyable {
  /// A piece of the text, not read yet or inflated already.
  struct Piece: Sendable {
    /// Its text in a block, if it was inflated and needs no decoding.
    var block: TextBlock?
    /// Its bytes, if they were inflated and are to be decoded.
    var bytes: [UInt8]?
    /// The bytes of the file that it starts in, up to the bytes of the next piece.
    var range: Range<Int>
    /// The offset of its first byte after inflating.
    var offset: Int
    /// Whether the text ends with it.
    var isLast: Bool
    /// Whether it is to be read from the file as it lies there.
    var isPlain = false

    /// How many bytes of text it surely holds.
    ///
    /// - Parameter encoding: The encoding of the file.
    /// - Returns: A number of bytes.
    func textBytes(_ encoding: TextEncoding) -> Int {
      block?.text.count ?? encoding.fewestBytes(of: bytes?.count ?? range.count)
    }
  }

  private let file: StoredBytes
  private let pieceBytes: Int
  private let encoding: TextEncoding
  /// Where the next piece starts, after inflating.
  private var position: Int
  private let isGzip: Bool
  private var inflater: Inflater
  /// Inflated bytes that belong to the next piece: a character that is not complete.
  private var left: [UInt8] = []
  private(set) var isDone = false

  /// Starts at the beginning of a text.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - isGzip: Whether it must be inflated.
  ///   - encoding: The encoding, which says where characters may be cut.
  ///   - pieceBytes: The number of bytes of a piece.
  init(_ file: StoredBytes, isGzip: Bool, encoding: TextEncoding, pieceBytes: Int) {
    self.file = file
    self.encoding = encoding
    // Pieces of UTF-16 hold whole units.
    self.pieceBytes = encoding == .utf8 ? max(pieceBytes, 1) : max((pieceBytes + 1) & ~1, 2)
    position = 0
    self.isGzip = isGzip
    inflater = Inflater(file)
  }

  /// How many bytes of the file have been handed out.
  private(set) var readBytes = 0

  /// The next pieces.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - spare: Where blocks to inflate into are taken from.
  ///   - observe: Is lent the file's bytes in order if they are read here.
  /// - Returns: The pieces; none at the end.
  /// - Throws: What inflating or reading throws.
  mutating func next(
    _ count: Int, spare: Pool<TextBlock>, observe: @Sendable (Span<UInt8>) -> Void
  ) throws(ExportFailure) -> [Piece] {
    var pieces: [Piece] = []
    while pieces.count < count, !isDone {
      if !isGzip {
        let end = min(position + pieceBytes, file.count)
        pieces.append(
          Piece(
            range: position..<end, offset: position, isLast: end == file.count, isPlain: true))
        position = end
        isDone = end == file.count
        readBytes = end
      } else {
        pieces.append(
          encoding == .utf8 ? try inflateText(spare, observe) : try inflate(observe))
      }
    }
    return pieces
  }

  /// Inflates text to where it is to be read.
  private mutating func inflateText(
    _ spare: Pool<TextBlock>, _ observe: @Sendable (Span<UInt8>) -> Void
  ) throws(ExportFailure) -> Piece {
    var block = spare.take() ?? TextBlock()
    block.prepare(left.count + pieceBytes)
    let start = block.text.lowerBound
    for (place, byte) in left.enumerated() { block.bytes[start + place] = byte }
    let first = start + left.count
    let made = try inflater.read(
      into: &block.bytes, first..<(first + pieceBytes), observe: observe)
    left = []
    isDone = inflater.isDone
    readBytes = inflater.position
    var end = first + made
    if !isDone {
      let cut = encoding.wholeCharacters(block.bytes.span.extracting(start..<end))
      left = Array(block.bytes[(start + cut)..<end])
      end = start + cut
    }
    block.text = start..<end
    defer { position += end - start }
    return Piece(block: block, range: 0..<0, offset: position, isLast: isDone)
  }

  private mutating func inflate(
    _ observe: @Sendable (Span<UInt8>) -> Void
  ) throws(ExportFailure) -> Piece {
    let size = left.count + pieceBytes
    var bytes = [UInt8](repeating: 0, count: size)
    bytes.replaceSubrange(0..<left.count, with: left)
    let made = try inflater.read(into: &bytes, left.count..<size, observe: observe)
    bytes.removeLast(pieceBytes - made)
    left = []
    isDone = inflater.isDone
    readBytes = inflater.position
    if !isDone {
      let cut = encoding.wholeCharacters(bytes.span)
      left = Array(bytes[cut...])
      bytes.removeLast(bytes.count - cut)
    }
    defer { position += bytes.count }
    return Piece(bytes: bytes, range: 0..<0, offset: position, isLast: isDone)
  }
}

extension TextEncoding {
  /// The number of bytes up to the last place where no character is cut.
  ///
  /// - Parameter bytes: The beginning of a text, or bytes from such a place on.
  /// - Returns: The number of bytes; damage counts as a place, and decoding finds it.
  func wholeCharacters(_ bytes: Span<UInt8>) -> Int {
    switch self {
    case .windows1252: return bytes.count
    case .utf8:
      var start = bytes.count
      while start > 0, bytes.count - start < 3, bytes[start - 1] & 0xC0 == 0x80 { start -= 1 }
      guard start > 0, bytes[start - 1] >= 0xC0 else { return bytes.count }
      let lead = bytes[start - 1]
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      return bytes.count - (start - 1) < length ? start - 1 : bytes.count
    case .utf16LittleEndian, .utf16BigEndian:
      let even = bytes.count & ~1
      guard even >= 2 else { return 0 }
      let high = self == .utf16BigEndian ? bytes[even - 2] : bytes[even - 1]
      return high & 0xFC == 0xD8 ? even - 2 : even
    }
  }

  /// The fewest bytes of UTF-8 that some bytes of a text become.
  ///
  /// - Parameter count: How many they are; up to three of them may belong to a neighbour.
  /// - Returns: A number of bytes.
  func fewestBytes(of count: Int) -> Int {
    switch self {
    case .utf8, .windows1252: max(0, count - 3)
    case .utf16LittleEndian, .utf16BigEndian: max(0, count / 2 - 3)
    }
  }
}
