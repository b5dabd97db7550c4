public import Cleaning
public import Exports

/// One export file that went into a tally: what it was, and what became of its records.
public struct InputRecord: Sendable, Equatable, Codable {
  /// A record that was rejected: places and codes, never a value.
  public struct Reject: Sendable, Equatable, Codable {
    /// The number of the record, the first one after the heading rows being 1.
    public var record: Int
    /// The physical line the record starts on.
    public var line: Int
    /// The physical line the record ends on.
    public var lastLine: Int
    /// The offset of its first byte in the decoded file.
    public var byteOffset: Int
    /// The number of its bytes.
    public var byteCount: Int
    /// The stage that found it.
    public var stage: String
    /// The stable code.
    public var code: String
    /// The column, from 1.
    public var column: Int?
    /// The heading of that column.
    public var heading: String?

    /// Takes over a finding.
    ///
    /// - Parameter finding: Why a record was rejected.
    public init(_ finding: Finding) {
      record = finding.position.record
      line = finding.position.line
      lastLine = finding.position.lastLine
      byteOffset = finding.position.byteOffset
      byteCount = finding.position.byteCount
      stage = finding.stage.rawValue
      code = finding.code
      column = finding.column
      heading = finding.heading
    }
  }

  /// How a column is written that decided this itself.
  public struct Decided: Sendable, Equatable, Codable {
    /// The heading of the column, as the pipeline names it.
    public var heading: String
    /// The form, for example `DD.MM.YYYY` or `decimal-comma`.
    public var form: String

    /// Takes over a decision.
    ///
    /// - Parameter decision: What reading found.
    public init(_ decision: ColumnDecision) {
      heading = decision.heading
      form = decision.form.rawValue
    }
  }

  /// Something about the file's text that somebody should know.
  public struct Note: Sendable, Equatable, Codable {
    /// The stable code, for example `mixed-encoding`.
    public var code: String
    /// How many bytes, characters, cells or records it is about.
    public var count: Int
    /// How many others stand beside them.
    public var others: Int
    /// The offset of the first byte that is not UTF-8.
    public var byteOffset: Int?
    /// The physical line of that byte.
    public var line: Int?
    /// The heading of the column, as the pipeline names it.
    public var heading: String?
    /// The number of characters of a cell.
    public var length: Int?

    /// Takes over a note.
    ///
    /// - Parameter note: What reading found.
    public init(_ note: TextNote) {
      code = note.kind.rawValue
      count = note.count
      others = note.others
      byteOffset = note.byteOffset
      line = note.line
      heading = note.heading
      length = note.length
    }
  }

  /// The most rejects listed per file; the ledger has the true total.
  public static let mostRejects = 100_000

  /// The name of the source in the pipeline.
  public var source: String
  /// The name of the file without its folder.
  public var file: String
  /// SHA-256 of the file as stored, in hexadecimal digits.
  public var sha256: String
  /// The size of the file as stored, in bytes.
  public var byteCount: Int
  /// The encoding it was read in.
  public var encoding: String
  /// The separator it was read with.
  public var separator: String
  /// How columns are written that the pipeline left open, `nil` if there are none.
  public var decided: [Decided]?
  /// What somebody should know of its text, `nil` if nothing.
  public var notes: [Note]?
  /// What became of its records.
  public var ledger: Ledger
  /// The rejected records in file order, at most `mostRejects`.
  public var rejects: [Reject]

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - source: The name of the source.
  ///   - file: The name of the file without its folder.
  ///   - sha256: Its digest in hexadecimal digits.
  ///   - byteCount: Its size in bytes.
  ///   - encoding: The encoding it was read in.
  ///   - separator: The separator it was read with.
  ///   - ledger: What became of its records.
  ///   - rejects: The rejected records.
  ///   - decisions: How columns are written that the pipeline left open.
  ///   - notes: What somebody should know of its text.
  public init(
    source: String, file: String, sha256: String, byteCount: Int, encoding: String,
    separator: String, ledger: Ledger, rejects: [Reject], decisions: [ColumnDecision] = [],
    notes: [TextNote] = []
  ) {
    self.notes = notes.isEmpty ? nil : notes.map(Note.init)
    decided = decisions.isEmpty ? nil : decisions.map(Decided.init)
    self.source = source
    self.file = file
    self.sha256 = sha256
    self.byteCount = byteCount
    self.encoding = encoding
    self.separator = separator
    self.ledger = ledger
    self.rejects = rejects
  }
}
