/// Why a file cannot be read at all; facts only, the words for them are made elsewhere.
///
/// No case holds the text of a cell. A nearest heading is given only when it is a small misspelling
/// of the wanted one, so that a file without headings cannot leak its first row.
public enum ExportFailure: Error, Equatable, Sendable {
  /// There is no file of that name.
  case notFound
  /// It is a folder.
  case isDirectory
  /// It is neither a file nor a folder but a pipe or a device.
  case notAFile
  /// The system refuses to read it, for the reason in `errno`.
  case notReadable(errno: Int32)
  /// It holds no byte, or nothing but blanks and line ends.
  case empty
  /// The compressed file ends too early, as after a broken transfer.
  case gzipTruncated
  /// A member of the compressed file, counted from 1, is damaged or fails its check sum.
  case gzipCorrupt(member: Int)
  /// It is something else than a CSV file.
  case notCSV(kind: ForeignKind)
  /// The bytes do not fit the encoding; the offset counts from the start of the inflated file.
  case undecodable(encoding: TextEncoding, byteOffset: Int)
  /// The first record, on the given line, has misplaced quotes and cannot name the columns.
  ///
  /// If another separator reads it, that one is given.
  case noHeader(line: Int, betterSeparator: UInt8?)
  /// Other lines stand above the headings, which stand on the given line.
  case titleRows(headingLine: Int)
  /// Wanted headings that the file does not have, all of them.
  case headingMissing([MissingHeading])
  /// A wanted heading that several columns (counted from 1) have.
  case headingAmbiguous(heading: String, columns: [Int])
  /// There is only one column, and it is not the wanted one; the separator is probably another.
  ///
  /// If another separator gives several columns, that one is given.
  case singleColumn(separator: UInt8, betterSeparator: UInt8?)
  /// A column that can be read in two ways and shall be decided by its cells.
  case columnAmbiguous(AmbiguousColumn)

  /// The stable code.
  public var code: String {
    switch self {
    case .notFound: "not-found"
    case .isDirectory: "is-directory"
    case .notAFile: "not-a-file"
    case .notReadable: "not-readable"
    case .empty: "empty-file"
    case .gzipTruncated: "gzip-truncated"
    case .gzipCorrupt: "gzip-corrupt"
    case .notCSV: "not-csv"
    case .undecodable: "unreadable-encoding"
    case .noHeader: "no-header"
    case .titleRows: "title-row"
    case .headingMissing: "missing-label"
    case .headingAmbiguous: "duplicate-label"
    case .singleColumn: "single-column"
    case .columnAmbiguous(let column): column.kind.rawValue
    }
  }
}

/// A wanted heading that a file does not have.
public struct MissingHeading: Sendable, Equatable {
  /// The wanted heading.
  public let wanted: String
  /// The file's heading that differs least from it, if the difference is small.
  public let nearest: String?

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - wanted: The wanted heading.
  ///   - nearest: The file's heading that differs least.
  public init(wanted: String, nearest: String?) {
    self.wanted = wanted
    self.nearest = nearest
  }
}
