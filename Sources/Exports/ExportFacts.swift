/// What was found out about an export file before its records were read.
public struct ExportFacts: Sendable, Equatable {
  /// The name of the file without its folder.
  public let name: String
  /// The size of the file as stored, in bytes.
  public let storedByteCount: Int
  /// Whether it was compressed by gzip.
  public let isCompressed: Bool
  /// The encoding it was read in.
  public let encoding: TextEncoding
  /// Whether it began with a byte order mark.
  public let hasByteOrderMark: Bool
  /// The separator, as an ASCII byte.
  public let separator: UInt8
  /// The headings, trimmed, in the order of the file.
  public let headings: [String]
}

/// The limits within which a file is read.
public struct ReadingLimits: Sendable, Equatable {
  /// Records per chunk, at least 1; no result depends on it.
  public var chunkRows: Int
  /// The most physical lines a quoted cell may run over before its quote counts as unclosed.
  public var quotedLines: Int
  /// The most bytes a record may have before its quote counts as unclosed.
  public var recordBytes: Int

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - chunkRows: Records per chunk.
  ///   - quotedLines: The most lines of a quoted cell.
  ///   - recordBytes: The most bytes of a record.
  public init(chunkRows: Int = 65_536, quotedLines: Int = 200, recordBytes: Int = 1 << 20) {
    precondition(chunkRows >= 1 && quotedLines >= 1 && recordBytes >= 1, "limits are positive")
    self.chunkRows = chunkRows
    self.quotedLines = quotedLines
    self.recordBytes = recordBytes
  }
}
