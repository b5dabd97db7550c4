/// What to read from an export file and how; made from a pipeline's configuration.
public struct SourceLayout: Sendable, Equatable {
  /// The separator as an ASCII byte, or `nil` to detect it.
  public var separator: UInt8?
  /// The encoding, or `nil` to detect it by the rule: mark, null bytes, valid UTF-8, Windows-1252.
  public var encoding: TextEncoding?
  /// The number of heading rows; the last `headerRows - 1` of them are skipped, the first names the columns.
  public var headerRows: Int
  /// The columns to read, each found by its heading; all other columns are never looked at.
  public var columns: [ColumnRequest]
  /// Headings of free texts, those that a file does not have passed over.
  ///
  /// Of their cells nothing but the length is looked at, to see whether the tool cut them.
  public var texts: [String]

  /// Makes a layout.
  ///
  /// - Parameters:
  ///   - separator: An ASCII byte, or `nil` to detect it.
  ///   - encoding: The encoding, or `nil` to detect it.
  ///   - headerRows: Heading rows, at least 1.
  ///   - columns: The columns to read.
  ///   - texts: Headings of free texts, whose lengths are looked at.
  public init(
    separator: UInt8? = nil, encoding: TextEncoding? = nil, headerRows: Int = 1,
    columns: [ColumnRequest], texts: [String] = []
  ) {
    self.separator = separator
    self.encoding = encoding
    self.headerRows = headerRows
    self.columns = columns
    self.texts = texts
  }
}

/// An encoding that exports come in.
public enum TextEncoding: String, Sendable, Equatable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, little endian.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, big endian.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, the superset of Latin-1 that German Excel writes.
  case windows1252 = "windows-1252"
}

/// One column to read: its heading and what its cells mean.
public struct ColumnRequest: Sendable, Equatable {
  /// The heading, compared after trimming blanks; exact first, then without regard to case.
  public var heading: String
  /// What the cells mean.
  public var kind: ColumnKind

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - heading: The column's heading.
  ///   - kind: What the cells mean.
  public init(heading: String, kind: ColumnKind) {
    self.heading = heading
    self.kind = kind
  }
}

/// What the cells of a column mean, which decides the typed column they become.
public enum ColumnKind: Sendable, Equatable {
  /// Answers to a rated item; becomes `TypedColumn.answers`.
  case answer(AnswerFormat)
  /// Whether one of several options in the cell is chosen: 1 or 0; becomes `TypedColumn.answers`.
  case choice(ChoiceFormat)
  /// One of the listed values (trimmed, exact), given as code 0 and up; becomes `.codes`.
  ///
  /// Listed numbers are also found where a spreadsheet wrote `17.0`, and where it dropped
  /// zeros at the start if only one listed number can be meant; both is counted in `repairs`.
  /// A blank cell is code -1, a number such as `1E+12` that is not listed so -3, any other value -2. The text itself is dropped.
  case known([String: Int32])
  /// Values not known beforehand but of a form that cannot hold a name; becomes `.open`.
  case open(CodeForm)
  /// Calendar dates, with or without a time of day that is dropped; becomes `.days`.
  case date(DateOrder)
  /// Whether the cell holds anything; becomes `.presence`.
  case presence
  /// A value that identifies a person; becomes `.secret`, which no one can print, encode or write.
  case secret
}

/// The form a value must have to be taken over from an export without being listed beforehand.
public enum CodeForm: String, Sendable, Equatable, CaseIterable {
  /// 1 to 18 digits.
  case number
  /// 1 to 32 ASCII letters, digits, `-` and `_`, with at least one digit.
  case code
}

/// How a date column writes its dates.
public enum DateOrder: String, Sendable, Equatable, CaseIterable {
  /// `31.12.2026` or `31.12.26`, also with `/` or `-`.
  case dayMonthYear = "DD.MM.YYYY"
  /// `12/31/2026`, also with `-` or `.`.
  case monthDayYear = "MM/DD/YYYY"
  /// `2026-12-31`, also ISO 8601 with time and zone, also with `/` or `.`.
  case yearMonthDay = "YYYY-MM-DD"
  /// The whole column decides, once per file.
  case auto
}
