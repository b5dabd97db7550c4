/// What reading found out about a file as a whole.
public struct ExportFacts: Sendable, Equatable {
  /// The file's name without its folders.
  public internal(set) var fileName: String
  /// The number of bytes on disk.
  public internal(set) var storedByteCount: Int
  /// How the file is compressed.
  public internal(set) var compression: Compression
  /// The encoding.
  public internal(set) var encoding: TextEncoding
  /// How the encoding was decided.
  public internal(set) var encodingDecision: EncodingDecision
  /// The physical line, from 1, of the first byte that is not UTF-8, where that decided the encoding.
  public internal(set) var firstLineNotUTF8: Int?
  /// What the bytes beyond ASCII say; of the whole file once it has been read to its end.
  public internal(set) var census: TextCensus
  /// The separator as an ASCII byte.
  public internal(set) var separator: UInt8
  /// How the separator was decided.
  public internal(set) var separatorDecision: SeparatorDecision
  /// Of the first records after the first heading row, how many have as many cells as it has headings.
  public internal(set) var fittingRecords: Int
  /// How many records were compared for `fittingRecords`, at most 200.
  public internal(set) var sampledRecords: Int
  /// How records end.
  public internal(set) var lineEnd: LineEnd
  /// The number of columns, empty headings at the end of the heading row left out.
  public internal(set) var headingCount: Int
  /// How the columns are written that the layout left open, in the order of the layout.
  public internal(set) var decisions: [ColumnDecision]
}

/// How a file is compressed.
public enum Compression: Sendable, Equatable {
  /// Not at all.
  case none
  /// By gzip, in that many members.
  case gzip(members: Int)
}

/// How a file's encoding was decided; the rules are tried in this order.
public enum EncodingDecision: Sendable, Equatable {
  /// The layout names it.
  case given
  /// The file begins with a byte order mark.
  case byteOrderMark
  /// Null bytes stand where UTF-16 has them.
  case nullBytes
  /// All bytes are valid UTF-8.
  case validUTF8
  /// Nothing else fits: Windows-1252; the offset is that of the first byte that is not UTF-8.
  case fallback(firstByteNotUTF8: Int)
}

/// How a file's separator was decided.
public enum SeparatorDecision: String, Sendable, Equatable, CaseIterable {
  /// The layout names it.
  case given
  /// The first line says it, as in `sep=;`.
  case separatorLine = "separator-line"
  /// More of the wanted headings are found under it than under any other.
  case headings
  /// The records fit the heading row best under it.
  case statistics
}

/// How the records of a file end.
public enum LineEnd: String, Sendable, Equatable, CaseIterable {
  /// Line feed.
  case lf
  /// Carriage return and line feed.
  case crlf
  /// Carriage return.
  case cr
  /// Not all alike.
  case mixed
  /// There is no line end at all.
  case none
}
