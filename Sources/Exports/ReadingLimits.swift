/// Sizes that reading keeps to, whatever the file holds.
public struct ReadingLimits: Sendable, Equatable {
  /// Records per chunk.
  public var chunkRows = 65_536
  /// Bytes of a piece of a file that is read in one pass.
  public var pieceBytes = 1 << 18
  /// Lines a quoted field may run over; one over more lines counts as unclosed.
  public var quotedLines = 200
  /// Bytes a quoted field may have; a longer one counts as unclosed.
  public var quotedBytes = 1 << 20

  /// Makes the usual limits.
  public init() {}
}
