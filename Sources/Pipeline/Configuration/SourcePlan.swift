internal import Benchmark
public import Exports

/// What to read from the exports of one source, and which column of the layout is for what.
///
/// Columns are given by their index in `layout.columns`, which is also that in a chunk's columns.
public struct SourcePlan: Sendable, Equatable {
  /// Who speaks.
  public enum Perspective: Sendable, Equatable {
    /// The same for all rows: index into the definition's perspectives.
    case constant(Int)
    /// A column of codes that are indices into the definition's perspectives.
    case codes(column: Int)
  }

  /// Who is spoken about.
  public enum Organisation: Sendable, Equatable {
    /// The same for all rows, by its key.
    case constant(String)
    /// A column of codes that are indices into the definition's organisations.
    case codes(column: Int)
    /// A column of open codes, whose names are the keys.
    case open(column: Int)
  }

  /// When it was said.
  public enum Period: Sendable, Equatable {
    /// The same slice of time for all rows, for example `2026-Q1`, or `all`.
    case constant(String)
    /// A column of days.
    case days(column: Int)
  }

  /// Which rows a column speaks for.
  public enum Completed: Sendable, Equatable {
    /// A column of presences: a row counts if its cell holds anything.
    case presence(column: Int)
    /// A column of codes: a row counts if its code is 0.
    case codes(column: Int)
  }

  /// A column of answers.
  public struct Item: Sendable, Hashable {
    /// The index in the layout.
    public let column: Int
    /// The index into the definition's items.
    public let item: Int
  }

  /// The columns to read.
  public let layout: SourceLayout
  /// The columns of answers; items of the definition that are not among them were not asked.
  public let items: [Item]
  /// Who speaks.
  public let perspective: Perspective
  /// Who is spoken about.
  public let organisation: Organisation
  /// When it was said.
  public let period: Period
  /// The column of secrets that identify who answered.
  public let respondent: Int?
  /// Which rows are complete; all if there is none.
  public let completed: Completed?
  /// A column of codes: a row is a test if its code is 0.
  public let testRows: Int?
  /// Every heading that must be in the exports, with role and place; also those never read.
  public let declaredHeadings: [DeclaredHeading]
}

extension Configuration {
  /// Says what to read from the exports of a source.
  ///
  /// - Parameter source: One of this configuration's sources.
  /// - Returns: The layout, with the role of each of its columns.
  public func plan(for source: Source) -> SourcePlan {
    var columns: [ColumnRequest] = []
    func add(_ heading: Heading, _ kind: ColumnKind) -> Int {
      columns.append(ColumnRequest(heading: heading.text, kind: kind))
      return columns.count - 1
    }
    let items = source.items.map { column in
      let item = definition.items[column.index]
      let format = AnswerFormat(
        decimals: item.decimals, decimalMark: source.decimalMark, labels: labels[column.index],
        missing: source.missing, isMarkDecided: source.isMarkDecided,
        bounds: Int32(item.minimum)...Int32(item.maximum))
      let kind: ColumnKind =
        column.choice.map { choice in
          .choice(
            ChoiceFormat(
              option: choice.option, options: choice.options, separator: choice.separator,
              missing: source.missing))
        } ?? .answer(format)
      return SourcePlan.Item(column: add(column.heading, kind), item: column.index)
    }
    let perspective: SourcePlan.Perspective =
      switch source.perspective {
      case .constant(let index): .constant(index)
      case .column(let heading, let values):
        .codes(column: add(heading, .known(Self.codes(values))))
      }
    let organisation: SourcePlan.Organisation =
      switch source.organisation {
      case .constant(let key): .constant(key)
      case .texts(let heading, let values):
        .codes(column: add(heading, .known(Self.codes(values))))
      case .column(let heading):
        if let form = organisationForm {
          .open(column: add(heading, .open(form)))
        } else {
          .codes(column: add(heading, .known(Self.codes(definition.organisations.map(\.key)))))
        }
      }
    let period: SourcePlan.Period =
      switch source.period {
      case .none: .constant("all")
      case .constant(let slice): .constant(slice)
      // Sliced by nothing, the dates are not needed: what is not needed is not read.
      case .column where definition.period == .all: .constant("all")
      case .column(let heading, let order): .days(column: add(heading, .date(order)))
      }
    let respondent = source.respondent.map { add($0, .secret) }
    let completed = source.completed.map { marker -> SourcePlan.Completed in
      marker.values.isEmpty
        ? .presence(column: add(marker.heading, .presence))
        : .codes(column: add(marker.heading, .known(Self.marked(marker))))
    }
    let testRows = source.testRows.map { add($0.heading, .known(Self.marked($0))) }
    return SourcePlan(
      layout: SourceLayout(
        separator: source.separator, encoding: source.encoding, headerRows: source.headerRows,
        columns: columns, texts: source.texts.map(\.text)),
      items: items, perspective: perspective, organisation: organisation, period: period,
      respondent: respondent, completed: completed, testRows: testRows,
      declaredHeadings: source.declaredHeadings)
  }

  private static func codes(_ values: [Source.CellText]) -> [String: Int32] {
    Dictionary(
      values.map { ($0.text, Int32($0.index)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func codes(_ keys: [String]) -> [String: Int32] {
    Dictionary(
      keys.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func marked(_ marker: Source.Marker) -> [String: Int32] {
    Dictionary(marker.values.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
  }
}
