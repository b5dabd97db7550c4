internal import Benchmark
import FoundationEssentials
import Glibc
internal import Reference

extension Commands {
  /// Prints the names of all statistical functions with what they compute.
  ///
  /// - Returns: Done.
  public func listStatistics() -> ExitCode {
    let functions = ReferenceFunction.all
    let width = functions.map(\.name.count).max() ?? 0
    for function in functions {
      let gap = String(repeating: " ", count: width - function.name.count)
      Output.print("\(function.name)\(gap)  \(function.summary)\n")
    }
    return .done
  }

  /// Prints what a statistical function computes and takes.
  ///
  /// - Parameter name: The function.
  /// - Returns: Done.
  /// - Throws: That there is no such function.
  public func describeStatistic(_ name: String) throws(Failure) -> ExitCode {
    Output.print(StatsWords.description(of: try statistic(name))[options.language])
    return .done
  }

  /// Computes one statistical function of the JSON on standard input and prints the result as JSON.
  ///
  /// - Parameter name: The function.
  /// - Returns: Done; done with warnings where there is no result but a reason for having none.
  /// - Throws: That there is no such function, or what is wrong with the input.
  public func computeStatistic(_ name: String) throws(Failure) -> ExitCode {
    let function = try statistic(name)
    guard isatty(STDIN_FILENO) == 0 else { return try describeStatistic(name) }
    let values = try StatsInput.values(of: StatsInput.standardInput(), for: function)
    do throws(FunctionInput.Failure) {
      try StatsInput.print(function(FunctionInput(values)))
      return .done
    } catch {
      guard case .noResult(let reason) = error else {
        throw StatsWords.failure(error, of: function, language: options.language)
      }
      StatsInput.print(.object(["reason": .text(reason)]))
      options.log.tell(StatsWords.noResult(reason, of: function))
      return .warnings
    }
  }

  private func statistic(_ name: String) throws(Failure) -> ReferenceFunction {
    guard let function = ReferenceFunction.all.first(where: { $0.name == name }) else {
      throw StatsWords.unknownFunction(name)
    }
    return function
  }
}

/// JSON in from standard input, JSON out to standard output.
enum StatsInput {
  /// Reads standard input to its end.
  static func standardInput() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw StatsWords.unreadableInput }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// The values in a JSON object, by name.
  static func values(
    of bytes: [UInt8], for function: ReferenceFunction
  ) throws(Failure) -> [String: JSONValue] {
    guard !bytes.allSatisfy({ [0x09, 0x0A, 0x0D, 0x20].contains($0) }) else {
      throw StatsWords.emptyInput(function)
    }
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw StatsWords.notJSON(JSONPlace.firstMistake(in: bytes))
    }
    guard case .object(let values) = value else { throw StatsWords.noObject(function) }
    return values
  }

  /// Prints a value on one line: sorted keys, numbers as short as they can be read back exactly.
  static func print(_ value: JSONValue) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      Output.print(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
    } catch {
      preconditionFailure("a result holds finite numbers only: \(error)")
    }
  }
}
