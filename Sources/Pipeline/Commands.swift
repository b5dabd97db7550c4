internal import Anonymising
internal import Benchmark
internal import Cleaning
import FoundationEssentials
internal import Tally

/// The commands of the command line.
public struct Commands {
  let options: Options

  /// Makes the commands.
  ///
  /// - Parameter options: What all commands have in common.
  public init(options: Options) { self.options = options }

  /// Reads exports and writes reports.
  ///
  /// - Parameters:
  ///   - pipeline: The pipeline file.
  ///   - out: The folder for all pipelines' runs.
  ///   - inputs: Files to read instead of the pipeline's, by source; none reads the pipeline's.
  /// - Returns: Done, or done with warnings.
  /// - Throws: Why nothing has been published; the last reports stand.
  public func run(
    pipeline: String, out: String, inputs: [(source: String, file: String)]
  ) throws(Failure) -> ExitCode {
    options.log.stage(1, of: 4, Words.checking)
    let plan = try options.timings.measure(Words.checking) { () throws(Failure) in
      try Plan.load(pipeline, inputs: inputs, options: options)
    }
    let folder = try RunFolder(out: out, pipeline: plan.definition.pipeline)
    let key = try key(for: plan, apartFrom: folder.path)
    let cache = try cache(options.cache ?? folder.path + "/.cache", for: plan, key)
    let sources = plan.sources(key: key)
    options.log.stage(2, of: 4, Words.reading)
    let document = try options.timings.measure(Words.reading) { () throws(Failure) in
      try ReadingStage(
        definition: plan.definition, sources: sources, limits: plan.limits, options: options,
        cache: cache
      ).run()
    }
    return try publish(document, in: folder, firstStage: 3, of: 4)
  }

  /// Checks configuration, headings and texts of the exports, without counting anything.
  ///
  /// - Parameter pipeline: The pipeline file.
  /// - Returns: Done, or done with warnings.
  /// - Throws: Everything that would keep a run from starting.
  public func check(pipeline: String) throws(Failure) -> ExitCode {
    let plan = try Plan.load(pipeline, inputs: [], options: options)
    let (warnings, remarks) = try plan.lookAtFiles(options)
    options.log.tell(warnings, remarks: remarks)
    Output.print(Words.checked(plan)[options.language] + "\n")
    return warnings.isEmpty ? .done : .warnings
  }

  /// Reads exports and writes their tally.
  ///
  /// - Parameters:
  ///   - pipeline: The pipeline file.
  ///   - out: The tally file.
  ///   - inputs: Files to read instead of the pipeline's, by source; none reads the pipeline's.
  /// - Returns: Done, or done with warnings.
  /// - Throws: Why no tally has been written.
  public func tally(
    pipeline: String, out: String, inputs: [(source: String, file: String)]
  ) throws(Failure) -> ExitCode {
    options.log.stage(1, of: 2, Words.checking)
    let plan = try options.timings.measure(Words.checking) { () throws(Failure) in
      try Plan.load(pipeline, inputs: inputs, options: options)
    }
    let key = try key(for: plan, apartFrom: out)
    let cache = try cache(options.cache, for: plan, key)
    let sources = plan.sources(key: key)
    options.log.stage(2, of: 2, Words.reading)
    let document = try options.timings.measure(Words.reading) { () throws(Failure) in
      try ReadingStage(
        definition: plan.definition, sources: sources, limits: plan.limits, options: options,
        cache: cache
      ).run()
    }
    try write(document, to: out)
    let warnings = document.inputs.flatMap {
      TextNotices($0, plan.definition.thresholds).warnings
    }
    for warning in warnings { options.log.tell(warning) }
    return warnings.isEmpty ? .done : .warnings
  }

  /// Adds up tallies.
  ///
  /// - Parameters:
  ///   - files: The tally files.
  ///   - out: The file to write.
  /// - Returns: Done.
  /// - Throws: Why they do not add up; nothing is written then.
  public func merge(files: [String], out: String) throws(Failure) -> ExitCode {
    var sum: TallyDocument?
    for file in files {
      try Interruption.check()
      let document = try TallyStore.read(file)
      guard var merged = sum else {
        sum = document
        continue
      }
      do throws(TallyDocument.MergeFailure) {
        try merged.merge(document)
      } catch {
        throw TallyStore.failure(error, file: file)
      }
      sum = merged
    }
    guard let sum else { preconditionFailure("the command line names at least one file") }
    try write(sum, to: out)
    return .done
  }

  /// Writes reports from a tally.
  ///
  /// - Parameters:
  ///   - tally: The tally file.
  ///   - out: The folder for all pipelines' runs.
  /// - Returns: Done, or done with warnings.
  /// - Throws: Why nothing has been published; the last reports stand.
  public func report(tally: String, out: String) throws(Failure) -> ExitCode {
    let document = try options.timings.measure(Words.readingTallies) { () throws(Failure) in
      try TallyStore.read(tally)
    }
    let definition = try TallyStore.definition(of: document, file: tally)
    let folder = try RunFolder(out: out, pipeline: definition.pipeline)
    return try publish(document, in: folder, firstStage: 1, of: 2)
  }

  /// Says how a number came about.
  ///
  /// - Parameters:
  ///   - cell: The id of the cell.
  ///   - run: The folder of the run.
  /// - Returns: Done.
  /// - Throws: When there is no such run or cell.
  public func explain(cell: String, run: String) throws(Failure) -> ExitCode {
    Output.print(try Explanation(run: run).text(of: cell, in: options.language))
    return .done
  }

  /// The counts of earlier nights, unless nobody wants them.
  private func cache(
    _ folder: String?, for plan: Plan, _ key: PseudonymKey?
  ) throws(Failure) -> TallyCache? {
    guard let folder, options.usesCache else { return nil }
    return try TallyCache(
      folder, definition: try canonical(plan.definition), files: plan.configurationFiles, key: key)
  }

  private func publish(
    _ document: TallyDocument, in folder: RunFolder, firstStage: Int, of stages: Int
  ) throws(Failure) -> ExitCode {
    do throws(Failure) {
      let outcome = try PublishingStage(
        counted: document, folder: folder, options: options, firstStage: firstStage,
        stages: stages
      ).run()
      for warning in outcome.warnings { options.log.tell(warning) }
      Output.print(Words.published(outcome)[options.language] + "\n")
      return outcome.warnings.isEmpty ? .done : .warnings
    } catch {
      try folder.abandon()
      throw error
    }
  }

  private func write(_ document: TallyDocument, to path: String) throws(Failure) {
    try TallyStore.write(document, to: path)
    if document.inputs.count > 1 {
      let total = document.inputs.reduce(into: Ledger()) { $0 += $1.ledger }
      options.log.note(LedgerLines.law(total))
    }
    Output.print(path + "\n")
  }

  /// The pseudonym key, made or read only where a source has respondent keys.
  private func key(for plan: Plan, apartFrom outputs: String) throws(Failure) -> PseudonymKey? {
    guard plan.needsKey else { return nil }
    let path = try KeyStore.path(named: options.keyFile, environment: options.environment)
    return try KeyStore.key(at: path, apartFrom: outputs)
  }
}
