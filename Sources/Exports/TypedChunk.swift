/// A run of consecutive records of one file as typed columns.
///
/// Row r of every column belongs to `positions[r]`. Only records that have the shape of the header
/// are rows; the others are `findings`, and `counts` accounts for all of them.
public struct TypedChunk: Sendable {
  /// Where each row stands in the file.
  public let positions: RecordPositions
  /// One typed column per requested column, in the order of the layout.
  public let columns: [TypedColumn]
  /// Records that were rejected, in file order; a record may have several findings.
  public let findings: [Finding]
  /// How many records were read and what became of them.
  public let counts: RecordCounts
  /// Cells of rows that were understood although they are not written as expected.
  public let repairs: Repairs
  /// Where cells of free text end.
  public let lengths: TextLengths
  /// Of chunks with the same number, the names of an open column only ever grow; never a file's own.
  public let naming: Int

  init(
    positions: RecordPositions, columns: [TypedColumn], findings: [Finding], counts: RecordCounts,
    repairs: Repairs, lengths: TextLengths, naming: Int
  ) {
    self.positions = positions
    self.columns = columns
    self.findings = findings
    self.counts = counts
    self.repairs = repairs
    self.lengths = lengths
    self.naming = naming
  }
}

/// A column of a chunk; all cases have one element per row.
public enum TypedColumn: Sendable {
  /// Answers to an item.
  case answers(AnswerColumn)
  /// Codes of listed values; -1 blank, -2 not listed, -3 a number with an exponent, which stands for
  /// several.
  case codes([Int32])
  /// Codes into `names`, which hold only values of the requested form; -1 blank, -2 of another form,
  /// -3 a number with an exponent, which stands for several.
  case open(codes: [Int32], names: [String])
  /// Days since 1970-01-01 (proleptic Gregorian); `missingDay` if blank, `unreadableDay` if no date.
  case days([Int32])
  /// Whether the cell holds anything but blanks.
  case presence([Bool])
  /// Values that identify a person.
  case secret(SecretColumn)

  /// The day number of a blank date cell.
  public static let missingDay = Int32.min
  /// The day number of a cell that is no date.
  public static let unreadableDay = Int32.min + 1
}

/// Where a record stands in its file.
public struct RecordPosition: Sendable, Hashable {
  /// The number of the record, the first one after the heading rows being 1.
  public let record: Int
  /// The physical line the record starts on, from 1, heading rows included.
  public let line: Int
  /// The physical line the record ends on.
  public let lastLine: Int
  /// The offset of the record's first byte in the file after decompression and decoding to UTF-8.
  public let byteOffset: Int
  /// The number of bytes of the record, without its line end.
  public let byteCount: Int

  /// Makes a position.
  ///
  /// - Parameters:
  ///   - record: The number of the record, from 1.
  ///   - line: The first physical line, from 1.
  ///   - lastLine: The last physical line.
  ///   - byteOffset: The offset of the first byte in the decoded file.
  ///   - byteCount: The number of bytes without the line end.
  public init(record: Int, line: Int, lastLine: Int, byteOffset: Int, byteCount: Int) {
    self.record = record
    self.line = line
    self.lastLine = lastLine
    self.byteOffset = byteOffset
    self.byteCount = byteCount
  }
}

/// Why a record was rejected: places and codes, never the text of a cell.
public struct Finding: Sendable, Hashable {
  /// The stage that found it.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// Decoding bytes to text.
    case decode
    /// Splitting text into fields.
    case parse
    /// Comparing the record with the header.
    case shape
    /// Turning a cell into a value.
    case type
    /// A rule of cleaning.
    case rule
  }

  /// Where the record stands.
  public let position: RecordPosition
  /// The stage that found it.
  public let stage: Stage
  /// The stable code, for example `unclosed-quote` (docs/messages.md lists them all).
  public let code: String
  /// The column it concerns, from 1, or `nil` for the whole record.
  public let column: Int?
  /// The heading of that column.
  public let heading: String?

  /// Makes a finding.
  ///
  /// - Parameters:
  ///   - position: Where the record stands.
  ///   - stage: The stage that found it.
  ///   - code: The stable code.
  ///   - column: The column, from 1, or `nil` for the whole record.
  ///   - heading: The heading of that column.
  public init(
    position: RecordPosition, stage: Stage, code: String, column: Int? = nil,
    heading: String? = nil
  ) {
    self.position = position
    self.stage = stage
    self.code = code
    self.column = column
    self.heading = heading
  }
}

/// How many records a file or chunk held and what reading made of them.
///
/// Conservation: `read = rows + rejected + header + blank`.
public struct RecordCounts: Sendable, Equatable {
  /// Records found, heading rows and blank rows included.
  public var read = 0
  /// Heading rows.
  public var header = 0
  /// Rows without any content.
  public var blank = 0
  /// Records handed on as rows.
  public var rows = 0
  /// Records rejected by reading.
  public var rejected = 0

  /// Makes zero counts.
  public init() {}

  /// Adds the counts of another chunk.
  ///
  /// - Parameters:
  ///   - left: The sum so far.
  ///   - right: What is added.
  public static func += (left: inout RecordCounts, right: RecordCounts) {
    left.read += right.read
    left.header += right.header
    left.blank += right.blank
    left.rows += right.rows
    left.rejected += right.rejected
  }

  /// Whether every record read is accounted for.
  public var isConserved: Bool { read == rows + rejected + header + blank }
}
