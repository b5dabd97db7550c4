public import Benchmark
public import Exports
internal import FoundationEssentials

/// A pipeline file that was read and found free of errors.
public struct Configuration: Sendable, Equatable {
  /// The path of the pipeline file as it was given.
  public let path: String
  /// What the pipeline is about; it travels inside tallies.
  public let definition: Definition
  /// The kinds of exports, in the order of the file; at least one.
  public internal(set) var sources: [Source]
  /// Whether fewer than 10 answers may give a figure; reports then say so.
  public let allowSmallCounts: Bool
  /// After how many lines a quoted cell counts as unclosed.
  public let unclosedQuoteLines: Int
  /// The form of the keys of organisations taken from the exports, or `nil` when they are listed.
  public let organisationForm: CodeForm?
  /// The path of the list of organisations, or `nil` if there is none.
  public let organisationsFile: String?
  /// Per item of the definition, the cell texts that stand for values, in the item's units.
  public let labels: [[String: Int32]]

  /// Reads a pipeline file.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - organisationRows: Reads the list of organisations at a path; called only if the file
  ///     names one.
  /// - Returns: The configuration, or everything that is wrong with it.
  public static func load(
    path: String,
    organisationRows: (_ path: String) -> Result<[OrganisationRow], OrganisationFileProblem>
  ) -> Result<Configuration, ConfigurationErrors> {
    func refused(_ message: Message) -> Result<Configuration, ConfigurationErrors> {
      let finding = ConfigurationFinding(file: path, line: nil, column: nil, message: message)
      return .failure(ConfigurationErrors(findings: [finding]))
    }
    guard let size = FilePatterns.size(of: path) else { return refused(.fileUnreadable()) }
    guard size <= YAMLReader.greatestSize else { return refused(.fileTooLarge()) }
    guard let data = FileManager.default.contents(atPath: path) else {
      return refused(.fileUnreadable())
    }
    return read([UInt8](data), path: path, organisationRows: organisationRows)
  }

  /// Reads the content of a pipeline file.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: The path it came from; other paths are relative to its folder.
  ///   - organisationRows: Reads the list of organisations at a path.
  /// - Returns: The configuration, or everything that is wrong with it.
  public static func read(
    _ bytes: [UInt8], path: String,
    organisationRows: (_ path: String) -> Result<[OrganisationRow], OrganisationFileProblem>
  ) -> Result<Configuration, ConfigurationErrors> {
    var decoding = Decoding(file: path)
    let document = YAMLReader.read(bytes)
    for problem in document.problems { decoding.report(problem.message, at: problem.place) }
    let configuration = document.root.flatMap {
      decoding.configuration($0, organisationRows: organisationRows)
    }
    let findings = decoding.findings
    guard findings.isEmpty, let configuration else {
      return .failure(ConfigurationErrors(findings: findings))
    }
    return .success(configuration)
  }
}
