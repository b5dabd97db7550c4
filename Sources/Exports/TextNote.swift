/// Something about a file's text that somebody should know, though the file can be read.
///
/// It holds counts and places; nothing of a cell.
public struct TextNote: Sendable, Equatable {
  /// What it is about, by its stable code.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// Nobody says how the file is encoded, and it is not UTF-8: Windows-1252 is assumed. `count` is
    /// that of the bytes that are not UTF-8, `others` that of those that Windows-1252 does not have.
    case encodingAssumed = "encoding-assumed"
    /// The file is read as Windows-1252, but holds characters in UTF-8. `count` is that of these
    /// characters, `others` that of the other bytes beyond ASCII.
    case mixedEncoding = "mixed-encoding"
    /// Characters were damaged before the file was written: `count` of them stand there as two of
    /// Windows-1252, in place of `others` there is U+FFFD.
    case mojibakeSuspected = "mojibake-suspected"
    /// Cells of `heading` have exactly `length` characters and none is longer; or, without a
    /// heading, records end with such a cell.
    case truncatedValue = "truncated-value"
  }

  /// What it is about.
  public let kind: Kind
  /// How many there are.
  public let count: Int
  /// How many others there are beside them.
  public var others = 0
  /// The offset of the first byte that is not UTF-8, in the inflated file, from 0.
  public var byteOffset: Int?
  /// The physical line that this byte stands on, from 1.
  public var line: Int?
  /// The heading of the column, as the layout names it.
  public var heading: String?
  /// The number of characters of a cell.
  public var length: Int?

  init(_ kind: Kind, count: Int) {
    self.kind = kind
    self.count = count
  }

  /// How many cells of exactly 255 characters are no chance, if none is longer.
  private static let leastCells = 2

  /// What somebody should know of a file that was read to its end.
  ///
  /// - Parameters:
  ///   - facts: What reading found out.
  ///   - lengths: The lengths of its free texts.
  /// - Returns: Encoding first, then columns in the order of the file.
  public static func notes(_ facts: ExportFacts, _ lengths: TextLengths) -> [TextNote] {
    encoding(facts) + mojibake(facts.census) + truncated(lengths)
  }

  private static func encoding(_ facts: ExportFacts) -> [TextNote] {
    guard facts.encoding == .windows1252 else { return [] }
    let census = facts.census
    var offset: Int?
    if case .fallback(let first) = facts.encodingDecision { offset = first }
    if census.utf8Characters > 0 {
      var note = TextNote(.mixedEncoding, count: census.utf8Characters)
      note.others = census.otherBytes
      (note.byteOffset, note.line) = (offset, facts.firstLineNotUTF8)
      return [note]
    }
    guard let offset else { return [] }
    var note = TextNote(.encodingAssumed, count: census.otherBytes)
    note.others = census.undefinedBytes
    (note.byteOffset, note.line) = (offset, facts.firstLineNotUTF8)
    return [note]
  }

  private static func mojibake(_ census: TextCensus) -> [TextNote] {
    guard census.garbledCharacters + census.replacementCharacters > 0 else { return [] }
    var note = TextNote(.mojibakeSuspected, count: census.garbledCharacters)
    note.others = census.replacementCharacters
    return [note]
  }

  private static func truncated(_ lengths: TextLengths) -> [TextNote] {
    var notes: [TextNote] = []
    for column in lengths.columns {
      for limit in TextLengths.Limit.allCases {
        let count = column.exact[limit] ?? 0
        let least = limit == .short ? leastCells : 1
        guard count >= least, column.longer[limit] == nil else { continue }
        var note = TextNote(.truncatedValue, count: count)
        note.heading = column.heading
        note.length = limit.rawValue
        notes.append(note)
      }
    }
    if lengths.cutRecords > 0 {
      var note = TextNote(.truncatedValue, count: lengths.cutRecords)
      note.length = TextLengths.Limit.short.rawValue
      notes.append(note)
    }
    return notes
  }
}
