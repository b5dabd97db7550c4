public import Exports

/// A column heading as the pipeline file names it, with the place where it does.
public struct Heading: Sendable, Hashable {
  /// The heading, trimmed.
  public let text: String
  /// Where it stands in the pipeline file.
  public let place: Place
}

/// What a column of an export is for.
public enum ColumnRole: String, Sendable, Hashable, CaseIterable {
  /// It says who speaks.
  case perspective
  /// It says who is spoken about.
  case organisation
  /// It says when.
  case period
  /// It identifies the person who answered.
  case respondent
  /// It holds the answers to an item.
  case item = "items"
  /// It says whether the answers are complete.
  case completed
  /// It says whether the row is a test.
  case testRows = "test_rows"
  /// It identifies a person and is never read.
  case identifier = "identifiers"
  /// It holds free text and is never read.
  case text = "texts"
  /// It could identify a person in combination and is never read.
  case quasiIdentifier = "quasi_identifiers"

  /// Whether columns of this role are never read.
  public var isNeverRead: Bool {
    switch self {
    case .identifier, .text, .quasiIdentifier: true
    default: false
    }
  }
}

/// A heading that a source declares, with the role of its column.
public struct DeclaredHeading: Sendable, Hashable {
  /// The heading and its place.
  public let heading: Heading
  /// What the column is for.
  public let role: ColumnRole
}

/// One kind of export: where its files are and what their columns mean.
public struct Source: Sendable, Equatable {
  /// One entry of `files`.
  public struct FilePattern: Sendable, Hashable {
    /// The path or pattern as written.
    public let text: String
    /// The path or pattern from the working directory: the pipeline file's folder put before it.
    public let path: String
    /// Where it stands in the pipeline file.
    public let place: Place
  }

  /// A cell text that stands for something listed in the pipeline.
  public struct CellText: Sendable, Hashable {
    /// The text, trimmed.
    public let text: String
    /// The index of what it stands for, in the list of the definition.
    public let index: Int
  }

  /// Who speaks.
  public enum Perspective: Sendable, Equatable {
    /// The same perspective for all rows, as index into the definition's perspectives.
    case constant(Int)
    /// A column whose texts stand for perspectives.
    case column(Heading, values: [CellText])
  }

  /// Who is spoken about.
  public enum Organisation: Sendable, Equatable {
    /// A column that holds the key.
    case column(Heading)
    /// A column whose texts stand for organisations, by index into the definition's organisations.
    case texts(Heading, values: [CellText])
    /// The same organisation for all rows, by its key.
    case constant(String)
  }

  /// When it was said.
  public enum Period: Sendable, Equatable {
    /// Not given; only where the pipeline's period is `all`.
    case none
    /// The same slice of time for all rows, for example `2026-Q1`.
    case constant(String)
    /// A column of dates.
    case column(Heading, DateOrder)
  }

  /// A column of answers.
  public struct ItemColumn: Sendable, Hashable {
    /// One option of a question of which several may be chosen.
    public struct Choice: Sendable, Hashable {
      /// The option's text.
      public let option: String
      /// The texts of all options of the question.
      public let options: [String]
      /// What stands between options in a cell.
      public let separator: String
    }

    /// The heading of the column.
    public let heading: Heading
    /// The key of the item.
    public let item: String
    /// The index of the item in the definition.
    public let index: Int
    /// The option that the item is about, where the cell holds several choices.
    public var choice: Choice?
  }

  /// A column with the texts that count, or with none if anything but a blank counts.
  public struct Marker: Sendable, Hashable {
    /// The heading of the column.
    public let heading: Heading
    /// The texts that count, trimmed; empty if every text counts.
    public let values: [String]
  }

  /// A tool, with the keys that the source leaves to what is known about it.
  public struct NamedTool: Sendable, Hashable {
    /// The tool.
    public let tool: Adapter.Tool
    /// Where it is named.
    public let place: Place
    /// Keys that the source does not give itself.
    public let unsaid: Set<String>
  }

  /// The key of the source, named in logs and the ledger.
  public internal(set) var name: String
  /// Where the entry starts in the pipeline file.
  public internal(set) var place: Place
  /// Which files belong to it.
  public internal(set) var files: [FilePattern]
  /// The tool that wrote the exports, if the source names it.
  public internal(set) var tool: NamedTool?
  /// The encoding, or `nil` to detect it.
  public internal(set) var encoding: TextEncoding?
  /// The separator as an ASCII byte, or `nil` to detect it.
  public internal(set) var separator: UInt8?
  /// The number of heading rows, at least 1.
  public internal(set) var headerRows: Int
  /// The decimal mark as an ASCII byte, `.` or `,`.
  public internal(set) var decimalMark: UInt8
  /// Whether the cells decide the decimal mark, column by column.
  public internal(set) var isMarkDecided: Bool
  /// Who speaks.
  public internal(set) var perspective: Perspective
  /// Who is spoken about.
  public internal(set) var organisation: Organisation
  /// What stands before the keys of organisations that are taken from the exports; mostly nothing.
  public internal(set) var organisationPrefix: String
  /// When it was said.
  public internal(set) var period: Period
  /// The column that identifies the person who answered.
  public internal(set) var respondent: Heading?
  /// The columns of answers, in the order of the file.
  public internal(set) var items: [ItemColumn]
  /// Cell texts (trimmed) that stand for a missing state, for all items.
  public internal(set) var missing: [String: Answer]
  /// The column that says whether the answers are complete.
  public internal(set) var completed: Marker?
  /// The column that marks rows to skip.
  public internal(set) var testRows: Marker?
  /// Every heading the source names, with its role, in the order of the file.
  public internal(set) var declaredHeadings: [DeclaredHeading]

  /// Columns that identify a person and are never read.
  public var identifiers: [Heading] { headings(of: .identifier) }
  /// Columns of free text that are never read.
  public var texts: [Heading] { headings(of: .text) }
  /// Columns that could identify a person in combination and are never read.
  public var quasiIdentifiers: [Heading] { headings(of: .quasiIdentifier) }

  private func headings(of role: ColumnRole) -> [Heading] {
    declaredHeadings.filter { $0.role == role }.map(\.heading)
  }
}
