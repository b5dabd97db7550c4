/// What the bytes beyond ASCII say about how a text is encoded, counted over a whole file.
///
/// Two kinds of damage show in the bytes alone. In a file that is read as Windows-1252, characters
/// in UTF-8 say that it holds two encodings: each would come out as two or three wrong characters.
/// In a file that is UTF-8, `Ã¼` and the like say that a program took UTF-8 for Windows-1252
/// before it wrote the file, and U+FFFD that it could not read a character at all.
///
/// Every rule looks at a few bytes only, so counts of the parts of a text add up to those of the
/// whole, but for what stands across the seams (`seam`).
public struct TextCensus: Sendable, Equatable {
  /// Read as Windows-1252: characters that are encoded as UTF-8.
  public internal(set) var utf8Characters = 0
  /// Read as Windows-1252: bytes beyond ASCII that belong to no such character.
  public internal(set) var otherBytes = 0
  /// Read as Windows-1252: bytes that it leaves undefined.
  public internal(set) var undefinedBytes = 0
  /// Characters that were two characters of Windows-1252 instead of one before the file was written.
  public internal(set) var garbledCharacters = 0
  /// Characters U+FFFD, which stand for what was lost before the file was written.
  public internal(set) var replacementCharacters = 0

  /// How many bytes at each side of a seam may matter; no rule looks further than eight bytes.
  static let reach = 16

  static func += (left: inout TextCensus, right: TextCensus) {
    left.utf8Characters += right.utf8Characters
    left.otherBytes += right.otherBytes
    left.undefinedBytes += right.undefinedBytes
    left.garbledCharacters += right.garbledCharacters
    left.replacementCharacters += right.replacementCharacters
  }

  static func -= (left: inout TextCensus, right: TextCensus) {
    left.utf8Characters -= right.utf8Characters
    left.otherBytes -= right.otherBytes
    left.undefinedBytes -= right.undefinedBytes
    left.garbledCharacters -= right.garbledCharacters
    left.replacementCharacters -= right.replacementCharacters
  }

  /// Counts in a text.
  ///
  /// - Parameters:
  ///   - encoding: The encoding it is read in.
  ///   - stored: Its bytes.
  ///   - text: What they were decoded to.
  /// - Returns: The counts.
  static func of(_ encoding: TextEncoding, stored: [UInt8], text: [UInt8]) -> TextCensus {
    encoding == .windows1252
      ? ofWindows1252(stored.span) : ofUnicode(text.span, 0..<text.count)
  }

  /// What is to be added where two texts meet that were counted apart.
  ///
  /// - Parameters:
  ///   - left: The last `reach` bytes before the seam, or all if there are fewer.
  ///   - right: The first `reach` bytes after it, or all if there are fewer.
  ///   - encoding: The encoding.
  /// - Returns: The difference; it may be below zero.
  static func seam(_ left: [UInt8], _ right: [UInt8], _ encoding: TextEncoding) -> TextCensus {
    var sum = TextCensus()
    sum += of(encoding, stored: left + right, text: left + right)
    sum -= of(encoding, stored: left, text: left)
    sum -= of(encoding, stored: right, text: right)
    return sum
  }

  // MARK: UTF-8

  /// Counts in text that is UTF-8, or was made so.
  ///
  /// - Parameters:
  ///   - bytes: What holds the text.
  ///   - text: The text.
  /// - Returns: The counts.
  static func ofUnicode(_ bytes: Span<UInt8>, _ text: Range<Int>) -> TextCensus {
    var census = TextCensus()
    var place = beyondASCII(bytes, text.lowerBound, text.upperBound)
    while place < text.upperBound {
      census.look(bytes, place, text.upperBound)
      place = beyondASCII(bytes, place + 1, text.upperBound)
    }
    return census
  }

  /// Looks at one character that is not ASCII.
  ///
  /// - Parameters:
  ///   - bytes: What holds it.
  ///   - place: Where it starts.
  ///   - end: Where the text ends.
  @inline(__always) mutating func look(_ bytes: Span<UInt8>, _ place: Int, _ end: Int) {
    switch bytes[place] {
    case 0xC3:
      if place + 2 < end, bytes[place + 2] >= 0xC2, isGarbled(bytes, place, end) {
        garbledCharacters += 1
      }
    case 0xEF:
      if place + 2 < end, bytes[place + 1] == 0xBF, bytes[place + 2] == 0xBD {
        replacementCharacters += 1
      }
    default: break
    }
  }

  /// Whether `Ã`, `Â` or `â` stands before what Windows-1252 makes of the second byte of a character.
  ///
  /// Only these three: they lead to the letters of western Europe and to its quotes and dashes, and
  /// no language puts such a sign after them, as German does after `ß` in `„Gruß“`.
  private func isGarbled(_ bytes: Span<UInt8>, _ place: Int, _ end: Int) -> Bool {
    let next = place + 2
    let length = UTF8Check.characterLength(bytes, next, end)
    guard length > 0 else { return false }
    var scalar = UInt32(bytes[next]) & (length == 2 ? 0x1F : 0x0F)
    for index in (next + 1)..<(next + length) { scalar = scalar << 6 | UInt32(bytes[index] & 0x3F) }
    switch bytes[place + 1] {
    case 0x83: return (0x80...0xBF).contains(scalar) || Windows1252.isUpper(scalar)  // Ã
    case 0x82: return (0xA0...0xBF).contains(scalar)  // Â
    case 0xA2: return scalar == 0x20AC || scalar == 0x201A  // â, then € or ‚
    default: return false
    }
  }

  // MARK: Windows-1252

  /// Counts in bytes that are read as Windows-1252.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: The counts.
  static func ofWindows1252(_ bytes: Span<UInt8>) -> TextCensus {
    var census = TextCensus()
    var last = (end: -1, length: 0, isCounted: true)
    var place = 0
    while true {
      place = beyondASCII(bytes, place, bytes.count)
      guard place < bytes.count else { return census }
      if Windows1252.isUndefined(bytes[place]) { census.undefinedBytes += 1 }
      let length = UTF8Check.characterLength(bytes, place, bytes.count)
      guard length > 0 else {
        census.otherBytes += 1
        place += 1
        continue
      }
      for index in (place + 1)..<(place + length) where Windows1252.isUndefined(bytes[index]) {
        census.undefinedBytes += 1
      }
      let follows = last.end == place
      if follows, !last.isCounted {
        census.otherBytes -= last.length
        census.utf8Characters += 1
      }
      let isCounted = follows || isUnlikely(bytes, place)
      if isCounted { census.utf8Characters += 1 } else { census.otherBytes += length }
      place += length
      last = (place, length, isCounted)
    }
  }

  /// The place of the next byte beyond ASCII, the end if there is none.
  @inline(__always) private static func beyondASCII(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    let raw = unsafe bytes.bytes
    var place = start
    while place &+ 8 <= end {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let marked = word & 0x8080_8080_8080_8080
      if marked != 0 { return place &+ marked.trailingZeroBitCount &>> 3 }
      place &+= 8
    }
    while place < end, bytes[place] < 0x80 { place &+= 1 }
    return place
  }

  /// Whether bytes that would be a character in UTF-8 hardly ever stand together in Windows-1252.
  ///
  /// Such are a letter of western Europe, a quote or dash, the euro sign. `ß“`, which would be a
  /// character too, is ordinary German; two of them in a row are ordinary nowhere.
  private static func isUnlikely(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    switch bytes[place] {
    case 0xC2: bytes[place + 1] >= 0xA0
    case 0xC3: true
    case 0xE2: bytes[place + 1] == 0x80 || (bytes[place + 1] == 0x82 && bytes[place + 2] == 0xAC)
    default: false
    }
  }
}
