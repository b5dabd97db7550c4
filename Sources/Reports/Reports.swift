public import Benchmark

/// One file of a run, ready to be written.
public struct ReportFile: Sendable, Equatable {
  /// Where it belongs, relative to the run's folder, for example `organisations/E04/org.de.html`.
  public let path: String
  /// What it holds.
  public let bytes: [UInt8]
}

/// Which run a report comes from; holds no wall clock, so that equal inputs give equal bytes.
public struct RunIdentity: Sendable, Equatable, Codable {
  /// The id of the run: 12 hexadecimal digits derived from its inputs.
  public var id: String
  /// The version of Echolot.
  public var version: String

  /// Makes an identity.
  ///
  /// - Parameters:
  ///   - id: The id of the run.
  ///   - version: The version of Echolot.
  public init(id: String, version: String) {
    self.id = id
    self.version = version
  }
}

/// From cells to bytes: pages for people, tables for machines, all from the one cell table.
///
/// Every function is pure and may run on any worker.
public enum Reports {
  /// The page of one organisation.
  ///
  /// - Parameters:
  ///   - key: The key of the organisation; must stand in the table's definition.
  ///   - table: The cells.
  ///   - run: Which run this is.
  ///   - language: The language of the page.
  /// - Returns: `organisations/<key>/org.<language>.html`
  public static func organisation(
    _ key: String, in table: CellTable, run: RunIdentity, language: Language
  ) -> ReportFile {
    OrganisationPage(key: key, table: table, run: run, language: language).file()
  }

  /// The page for funders.
  ///
  /// - Parameters:
  ///   - table: The cells.
  ///   - run: Which run this is.
  ///   - language: The language of the page.
  /// - Returns: `funder/funder.<language>.html`
  public static func funder(
    _ table: CellTable, run: RunIdentity, language: Language
  ) -> ReportFile {
    FunderPage(table: table, run: run, language: language).file()
  }

  /// The start page of a run in all languages of its pipeline.
  ///
  /// - Parameters:
  ///   - table: The cells, for the definition.
  ///   - run: Which run this is.
  /// - Returns: `index.html`
  public static func index(_ table: CellTable, run: RunIdentity) -> ReportFile {
    IndexPage(definition: table.definition, run: run).file()
  }

  /// The summary of a run for people.
  ///
  /// - Parameters:
  ///   - summary: What the run did.
  ///   - language: The language of the page.
  /// - Returns: `run-summary.html` in the first language, `run-summary.<language>.html` in others
  public static func runSummary(_ summary: RunSummary, language: Language) -> ReportFile {
    SummaryPage(summary: summary, language: language).file()
  }
}
