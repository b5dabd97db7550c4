/// Values that identify persons: held in memory, readable only by the anonymising room.
///
/// It is not `Encodable`; printing, dumping or reflecting it shows nothing. The only way in is the
/// system interface `Secrets`, which a test allows nowhere but in `Anonymising`.
public struct SecretColumn: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let bytes: [UInt8]
  private let ends: [Int]

  /// Makes a column from the values' bytes laid end to end.
  ///
  /// - Parameters:
  ///   - bytes: All values, one after the other, trimmed, UTF-8.
  ///   - ends: The end of each row's value in `bytes`.
  init(bytes: [UInt8], ends: [Int]) {
    self.bytes = bytes
    self.ends = ends
  }

  /// The number of rows.
  public var count: Int { ends.count }

  /// Lends the bytes of one row's value; blank cells lend no byte.
  ///
  /// - Parameters:
  ///   - row: The row, from 0.
  ///   - body: What to do with the bytes; they must not be kept.
  /// - Returns: What `body` returns.
  @_spi(Secrets) public func withBytes<Result>(
    of row: Int, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    let start = row == 0 ? 0 : ends[row - 1]
    return body(bytes.span.extracting(start..<ends[row]))
  }

  /// A fixed text; never a value.
  public var description: String { "withheld" }
  /// A fixed text; never a value.
  public var debugDescription: String { "withheld" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
