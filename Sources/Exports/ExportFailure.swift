/// Why an export file as a whole cannot be read; facts only, the words are made elsewhere.
public enum ExportFailure: Error, Equatable, Sendable {
  /// What a file is that is no CSV.
  public enum Kind: String, Equatable, Sendable {
    /// A ZIP archive, as spreadsheets (xlsx, ods) are.
    case zip
    /// A portable document.
    case pdf
    /// A web page.
    case html
    /// An old Excel workbook.
    case excel
    /// An SPSS data file.
    case spss
    /// Anything else with null bytes that are no UTF-16.
    case binary
  }

  /// A requested heading that the file does not have, with the nearest one that it has.
  public struct Missing: Equatable, Sendable {
    /// The heading asked for.
    public let heading: String
    /// The nearest heading of the file, if any is near.
    public let nearest: String?
  }

  /// There is no such file.
  case notFound
  /// The path is a folder.
  case isDirectory
  /// Reading failed with this error number of the system.
  case notReadable(Int32)
  /// No byte in it, or nothing but blanks.
  case empty
  /// A gzip member ends too early.
  case gzipTruncated
  /// A gzip member is damaged: its data or its checksum.
  case gzipCorrupt(member: Int)
  /// Not a CSV file at all.
  case notCSV(Kind)
  /// The bytes are not of the given encoding, from this offset on.
  case undecodable(TextEncoding, byteOffset: Int)
  /// Fewer rows than heading rows.
  case noHeader
  /// Only one column was found where more are asked for.
  case singleColumn(separator: UInt8, better: UInt8?)
  /// Headings asked for that the file does not have.
  case headingsMissing([Missing])
  /// A heading asked for that several columns have.
  case headingAmbiguous(heading: String, columns: [Int])

  /// The stable code.
  public var code: String {
    switch self {
    case .notFound: "not-found"
    case .isDirectory: "is-directory"
    case .notReadable: "not-readable"
    case .empty: "empty-file"
    case .gzipTruncated: "gzip-truncated"
    case .gzipCorrupt: "gzip-corrupt"
    case .notCSV: "not-csv"
    case .undecodable: "unreadable-encoding"
    case .noHeader: "no-header"
    case .singleColumn: "single-column"
    case .headingsMissing: "missing-label"
    case .headingAmbiguous: "duplicate-label"
    }
  }
}
