import Benchmark
import FoundationEssentials
import Glibc
import Pipeline

/// From a command line to an exit status.
enum EntryPoint {
  /// Runs a command line.
  ///
  /// - Parameter words: The words after the program's name.
  /// - Returns: How the command ended.
  static func run(_ words: [String]) -> ExitCode {
    let environment = ProcessInfo.processInfo.environment
    let language = language(of: environment)
    do throws(Arguments.Mistake) {
      let arguments = try Arguments(words, language: language)
      if arguments.wantsVersion {
        Output.print("echolot \(Version.current)\n")
        return .done
      }
      if arguments.wantsHelp, arguments.command != .stats || arguments.operands.isEmpty {
        Output.print(Help.text(arguments.command, arguments.language))
        return .done
      }
      return perform(arguments, environment: environment)
    } catch {
      // The language asked for counts even where the rest of the line is wrong.
      let asked = words.firstIndex(of: "--lang").flatMap { words.dropFirst($0 + 1).first }
      let spoken = asked.flatMap(Language.init(rawValue:)) ?? language
      let log = Log(language: spoken, format: .text, isQuiet: false, isTerminal: false)
      let command = error.command.map { " \($0.rawValue)" } ?? ""
      log.tell(
        Notice(
          code: "EL-E-0901", problem: error.problem,
          wayOut: LocalisedText(
            de: "Hilfe gibt: echolot\(command) --help", en: "For help: echolot\(command) --help")))
      return .usage
    }
  }

  private static func perform(
    _ arguments: Arguments, environment: [String: String]
  ) -> ExitCode {
    let log = Log(
      language: arguments.language, format: arguments.logFormat, isQuiet: arguments.isQuiet,
      isTerminal: isatty(STDERR_FILENO) == 1)
    Interruption.watch()
    do throws(Failure) {
      let options = Options(
        jobs: arguments.jobs, pieceBytes: arguments.pieceBytes,
        reader: arguments.reader, keyFile: arguments.keyFile,
        environment: environment, log: log, wantsTimings: arguments.wantsTimings,
        cache: arguments.cache, usesCache: arguments.usesCache,
        releasesAnew: arguments.releasesAnew)
      let code = try perform(arguments, options: options)
      options.tellTimings()
      return code
    } catch {
      for notice in error.notices { log.tell(notice) }
      return error.exit
    }
  }

  private static func perform(
    _ arguments: Arguments, options: Options
  ) throws(Failure) -> ExitCode {
    let commands = Commands(options: options)
    let operand = arguments.operands.first ?? ""
    switch arguments.command {
    case .run:
      return try commands.run(
        pipeline: operand, out: arguments.out ?? "reports", inputs: arguments.inputs)
    case .check:
      return try commands.check(pipeline: operand)
    case .initialise:
      return try commands.initialise(exports: arguments.operands, out: arguments.out)
    case .inspect:
      return try commands.inspect(export: operand)
    case .tally:
      return try commands.tally(
        pipeline: operand, out: arguments.out ?? "", inputs: arguments.inputs)
    case .merge:
      return try commands.merge(files: arguments.operands, out: arguments.out ?? "")
    case .report:
      return try commands.report(tally: operand, out: arguments.out ?? "reports")
    case .explain:
      return try commands.explain(cell: operand, run: arguments.run ?? "")
    case .stats where arguments.operands.isEmpty:
      return commands.listStatistics()
    case .stats where arguments.wantsHelp:
      return try commands.describeStatistic(operand)
    case .stats:
      return try commands.computeStatistic(operand)
    case .protect:
      return try commands.protect(
        table: operand, out: arguments.out, seconds: arguments.timeLimit,
        asJSON: arguments.wantsJSON)
    case .auditTable:
      return try commands.auditTable(
        operand, pattern: arguments.operands.last ?? "", asJSON: arguments.wantsJSON)
    case .derived:
      return try commands.derived(operand, asJSON: arguments.wantsJSON)
    case .verify:
      return try commands.verifyOracles(in: arguments.operands.first ?? "fixtures/oracles")
    case .microdata:
      return try commands.microdata(
        MicrodataRequest(data: operand, settings: arguments.settings))
    case .risk:
      return try commands.risk(MicrodataRequest(data: operand, settings: arguments.settings))
    case .redact:
      if let file = arguments.evaluated {
        return try commands.evaluateRedaction(file, arguments.redactForm)
      }
      return try commands.redact(arguments.operands.first, arguments.redactForm)
    case nil:
      preconditionFailure("a command line without a command is a mistake")
    }
  }

  /// The language of messages by the environment, as other tools choose it.
  private static func language(of environment: [String: String]) -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return named?.hasPrefix("de") == true ? .german : .english
  }
}
