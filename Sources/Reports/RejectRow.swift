/// One finding on a rejected record, as written to `rejects.csv`: its place and why, never its content.
public struct RejectRow: Sendable, Equatable {
  /// The base name of the file.
  public var file: String
  /// The number of the record, the first after the heading rows being 1.
  public var record: Int
  /// The physical line the record starts on, from 1.
  public var line: Int
  /// The physical line the record ends on.
  public var lastLine: Int
  /// The offset of its first byte in the decoded file.
  public var byteOffset: Int
  /// The number of its bytes.
  public var byteCount: Int
  /// The stage that found it: `decode`, `parse`, `shape`, `type` or `rule`.
  public var stage: String
  /// The stable code.
  public var code: String
  /// The column it concerns, from 1, or `nil` for the whole record.
  public var column: Int?
  /// The heading of that column.
  public var heading: String?

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - file: The base name of the file.
  ///   - record: The number of the record, from 1.
  ///   - line: The first physical line.
  ///   - lastLine: The last physical line.
  ///   - byteOffset: The offset of the first byte.
  ///   - byteCount: The number of bytes.
  ///   - stage: The stage that found it.
  ///   - code: The stable code.
  ///   - column: The column, from 1, or `nil`.
  ///   - heading: The heading of that column.
  public init(
    file: String, record: Int, line: Int, lastLine: Int, byteOffset: Int, byteCount: Int,
    stage: String, code: String, column: Int? = nil, heading: String? = nil
  ) {
    self.file = file
    self.record = record
    self.line = line
    self.lastLine = lastLine
    self.byteOffset = byteOffset
    self.byteCount = byteCount
    self.stage = stage
    self.code = code
    self.column = column
    self.heading = heading
  }
}
