internal import Anonymising
internal import Benchmark
internal import Cleaning
internal import Exports

/// A pipeline that has been checked and can be run: its definition, and what to read from where.
struct Plan {
  let configuration: Configuration
  /// The files of each source, in the order of the configuration.
  let files: [[String]]
  /// The limits of reading.
  let limits: ReadingLimits

  var definition: Definition { configuration.definition }

  /// The number of export files.
  var fileCount: Int { files.reduce(0) { $0 + $1.count } }

  /// The files that say how exports are read.
  var configurationFiles: [String] {
    [configuration.path] + (configuration.organisationsFile.map { [$0] } ?? [])
  }

  /// Whether a source has respondent keys.
  var needsKey: Bool { configuration.sources.contains { $0.respondent != nil } }

  /// Reads a pipeline and the headings of its exports.
  ///
  /// - Parameters:
  ///   - path: The pipeline file.
  ///   - inputs: Files to read instead of the pipeline's, by source; none reads the pipeline's.
  ///   - options: What all commands have in common.
  /// - Returns: The plan.
  /// - Throws: Everything that is wrong with the configuration or the headings.
  static func load(
    _ path: String, inputs: [(source: String, file: String)], options: Options
  ) throws(Failure) -> Plan {
    guard Disk.exists(path), !Disk.isDirectory(path) else {
      _ = try Disk.read(path)
      preconditionFailure("what is absent or a folder cannot be read")
    }
    var configuration: Configuration
    switch Configuration.load(path: path, organisationRows: OrganisationList.rows) {
    case .success(let loaded): configuration = loaded
    case .failure(let errors): throw Failure(.configuration, errors.findings.map(notice))
    }
    var limits = ReadingLimits()
    limits.pieceBytes = options.pieceBytes
    limits.quotedLines = configuration.unclosedQuoteLines
    let files = try files(of: configuration, inputs: inputs)
    try ToolDefaults.fill(&configuration, files: files)
    let plan = Plan(configuration: configuration, files: files, limits: limits)
    try plan.checkHeadings()
    try plan.checkRepeatedFiles()
    return plan
  }

  /// The sources, ready to be read.
  ///
  /// - Parameter key: The pseudonym key, if a source has respondent keys.
  /// - Returns: One reading per source, in the order of the configuration.
  func sources(key: PseudonymKey?) -> [SourceReading] {
    zip(configuration.sources, files).map { source, files in
      let plan = configuration.plan(for: source)
      let keys: [String]
      if case .constant(let organisation) = plan.organisation {
        keys = [organisation]
      } else {
        keys = definition.organisations.map(\.key)
      }
      return SourceReading(
        name: source.name, files: files, layout: plan.layout,
        cleaner: Cleaner(rules: rules(for: plan)),
        anonymiser: Anonymiser(
          pipeline: definition.pipeline, organisations: keys,
          organisationPrefix: source.organisationPrefix,
          perspectives: definition.perspectives.map(\.key), slice: slice,
          items: plan.items.map(\.item), key: key))
    }
  }

  private var slice: PeriodSlice {
    switch definition.period {
    case .all: .all
    case .year: .year
    case .quarter: .quarter
    case .month: .month
    }
  }

  /// Turns the roles of columns into the rules of cleaning.
  private func rules(for plan: SourcePlan) -> CleaningRules {
    func heading(_ column: Int) -> String { plan.layout.columns[column].heading }
    let organisation: CleaningRules.Origin =
      switch plan.organisation {
      case .constant: .constant(0)
      case .codes(let column), .open(let column): .column(column, heading: heading(column))
      }
    let perspective: CleaningRules.Origin =
      switch plan.perspective {
      case .constant(let index): .constant(Int32(index))
      case .codes(let column): .column(column, heading: heading(column))
      }
    let period: CleaningRules.PeriodOrigin =
      switch plan.period {
      case .constant(let slice): .constant(slice)
      case .days(let column): .date(column, heading: heading(column))
      }
    let completed: Int? =
      switch plan.completed {
      case .presence(let column), .codes(let column): column
      case nil: nil
      }
    return CleaningRules(
      items: plan.items.map { column in
        let item = definition.items[column.item]
        return CleaningRules.Item(
          column: column.column, item: column.item, minimum: item.minimum, maximum: item.maximum,
          step: item.step, reversed: item.reversed, heading: heading(column.column))
      },
      organisation: organisation, perspective: perspective, period: period,
      completed: completed, tests: plan.testRows, respondent: plan.respondent)
  }

  /// The files of each source: the pipeline's, or those named on the command line instead.
  private static func files(
    of configuration: Configuration, inputs: [(source: String, file: String)]
  ) throws(Failure) -> [[String]] {
    guard inputs.isEmpty else {
      let names = configuration.sources.map(\.name)
      for input in inputs where !names.contains(input.source) {
        throw Failure(
          .usage,
          Notice(
            code: "EL-E-0902", place: Notice.Place(file: configuration.path),
            problem: LocalisedText(
              de: "Die Pipeline hat keine Quelle „\(input.source)“",
              en: "The pipeline has no source “\(input.source)”"),
            wayOut: LocalisedText(
              de: "Ihre Quellen sind: \(names.joined(separator: ", "))",
              en: "Its sources are: \(names.joined(separator: ", "))")))
      }
      return names.map { name in inputs.filter { $0.source == name }.map(\.file) }
    }
    var problems: [Notice] = []
    var all: [[String]] = []
    for source in configuration.sources {
      switch configuration.files(of: source) {
      case .success(let files): all.append(files.map(\.path))
      case .failure(let errors): problems.append(contentsOf: errors.findings.map(notice))
      }
    }
    guard problems.isEmpty else { throw Failure(.inputMissing, problems) }
    return all
  }

  /// Compares the headings of every file with those the pipeline names, columns that are never
  /// read included, so that a mistake is found before a long run.
  private func checkHeadings() throws(Failure) {
    var exit = ExitCode.done
    var problems: [Notice] = []
    for (source, files) in zip(configuration.sources, files) {
      let layout = configuration.plan(for: source).layout
      for file in files {
        try Interruption.check()
        do throws(ExportFailure) {
          let names = try ExportFile.headings(path: file, layout: layout)
          problems +=
            HeadingCheck(
              source: source, file: Disk.name(of: file), pipeline: configuration.path,
              matcher: HeadingMatcher(headings: names)
            ).problems
        } catch {
          let failure = ExportWords.failure(error, path: file)
          exit = max(exit, failure.exit)
          problems += failure.notices
        }
      }
    }
    guard problems.isEmpty else {
      throw Failure(exit == .done ? .dataRejected : exit, problems)
    }
  }

  private static func notice(_ finding: ConfigurationFinding) -> Notice {
    Notice(
      code: finding.code.rawValue,
      place: Notice.Place(file: finding.file, line: finding.line, column: finding.column),
      problem: finding.problem, wayOut: finding.wayOut)
  }
}

extension ExitCode: Comparable {
  /// Orders by status, so that the graver of two failures can be told.
  ///
  /// - Parameters:
  ///   - left: The first status.
  ///   - right: The second status.
  /// - Returns: Whether `left` is the smaller number.
  public static func < (left: ExitCode, right: ExitCode) -> Bool {
    left.rawValue < right.rawValue
  }
}
