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
    let configuration: Configuration
    switch Configuration.load(path: path, organisationRows: OrganisationList.rows) {
    case .success(let loaded): configuration = loaded
    case .failure(let errors): throw Failure(.configuration, errors.findings.map(notice))
    }
    let limits = ReadingLimits(
      chunkRows: options.chunkRows, quotedLines: configuration.unclosedQuoteLines)
    let plan = Plan(
      configuration: configuration, files: try files(of: configuration, inputs: inputs),
      limits: limits)
    try plan.checkHeadings()
    return plan
  }

  /// The sources, ready to be read.
  ///
  /// - Parameter key: The pseudonym key, if a source has respondent keys.
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
          step: item.step, reversed: item.reversed)
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
      let plan = configuration.plan(for: source)
      for file in files {
        try Interruption.check()
        do throws(ExportFailure) {
          let names = try ExportFile.headings(path: file, layout: plan.layout)
          problems += unread(names, of: source, file: file)
          problems += readAgainstWill(names, of: source, file: file)
        } catch {
          let failure = ExportWords.failure(error, path: file)
          exit = max(exit, failure.exit)
          problems += place(failure, error, of: source, file: file)
        }
      }
    }
    guard problems.isEmpty else {
      throw Failure(exit == .done ? .dataRejected : exit, problems)
    }
  }

  /// A missing heading is told at the place where the pipeline names it.
  private func place(
    _ failure: Failure, _ reason: ExportFailure, of source: Source, file: String
  ) -> [Notice] {
    guard case .headingsMissing(let missing) = reason else { return failure.notices }
    return missing.map { heading in
      absent(
        heading.heading, nearest: heading.nearest, at: placeOf(heading.heading, in: source),
        file: file)
    }
  }

  /// Columns that are declared as never read but do not exist: probably a misspelt identifier.
  private func unread(_ names: [String], of source: Source, file: String) -> [Notice] {
    let known = Set(names.map { $0.lowercased() })
    return source.declaredHeadings.filter(\.role.isNeverRead).compactMap { declared in
      guard !known.contains(ExportFile.normalised(declared.heading.text).lowercased()) else {
        return nil
      }
      return absent(
        declared.heading.text, nearest: Spelling.nearest(to: declared.heading.text, in: names),
        at: declared.heading.place, file: file)
    }
  }

  /// Columns that are declared as never read but are read under another spelling of their heading.
  private func readAgainstWill(_ names: [String], of source: Source, file: String) -> [Notice] {
    func key(_ heading: Heading) -> String {
      ExportFile.normalised(heading.text).lowercased()
    }
    let columns = Dictionary(grouping: names.indices) { names[$0].lowercased() }
    let read = source.declaredHeadings.filter { !$0.role.isNeverRead }
    return source.declaredHeadings.filter(\.role.isNeverRead).flatMap { hidden in
      read.filter { used in
        key(used.heading) == key(hidden.heading) && columns[key(used.heading)]?.count == 1
      }.map { used in
        Notice(
          code: "EL-E-0214",
          place: Notice.Place(
            file: configuration.path, line: used.heading.place.line,
            column: used.heading.place.column),
          problem: LocalisedText(
            de: "In \(Disk.name(of: file)) ist „\(used.heading.text)“ dieselbe Spalte wie"
              + " „\(hidden.heading.text)“, die nie gelesen werden soll",
            en: "In \(Disk.name(of: file)) “\(used.heading.text)” is the same column as"
              + " “\(hidden.heading.text)”, which shall never be read"),
          wayOut: LocalisedText(
            de: "Nennen Sie die Spalte nur einmal, und so, wie sie im Export heißt",
            en: "Name the column once only, as it stands in the export"))
      }
    }
  }

  private func placeOf(_ heading: String, in source: Source) -> Place {
    source.declaredHeadings.first { $0.heading.text == heading }?.heading.place ?? source.place
  }

  private func absent(
    _ heading: String, nearest: String?, at place: Place, file: String
  ) -> Notice {
    let name = Disk.name(of: file)
    return Notice(
      code: "EL-E-0212",
      place: Notice.Place(file: configuration.path, line: place.line, column: place.column),
      problem: LocalisedText(
        de: "\(name) hat keine Spalte „\(heading)“ [missing-label]",
        en: "\(name) has no column “\(heading)” [missing-label]"),
      wayOut: nearest.map {
        LocalisedText(de: "Meinten Sie „\($0)“?", en: "Did you mean “\($0)”?")
      }
        ?? LocalisedText(
          de: "Schreiben Sie den Namen so, wie er im Export steht",
          en: "Write the name as it stands in the export"))
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
