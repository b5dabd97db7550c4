import FoundationEssentials
internal import Parallel

/// What came of the cases of one file.
public struct OracleRun: Sendable, Equatable {
  /// A case that does not give what it must.
  public struct Mismatch: Sendable, Equatable {
    /// The name of the case.
    public let name: String
    /// The function.
    public let function: String
    /// What was found, and where in the result.
    public let finding: String
  }

  /// The number of cases.
  public let cases: Int
  /// The largest deviation of a number: relative, or absolute where 0 is expected.
  public let largestDeviation: Double
  /// The tolerances of the cases, rising, each once.
  public let tolerances: [Double]
  /// The cases that do not give what they must, in order.
  public let mismatches: [Mismatch]

  /// Runs every case of a file.
  ///
  /// - Parameters:
  ///   - suite: The file.
  ///   - data: Where inputs that refer to data find them.
  ///   - workers: The most workers, or `nil` for all processors; the result does not depend on it.
  public init(_ suite: OracleSuite, data: OpenData, workers: Int? = nil) {
    let functions = Dictionary(
      ReferenceFunction.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let outcomes = Parallel.map(count: suite.cases.count, workers: workers) { place in
      let oracle = suite.cases[place]
      return oracle.outcome(of: functions[oracle.function], data: data)
    }
    cases = suite.cases.count
    largestDeviation = outcomes.map(\.largest).max() ?? 0
    tolerances = Set(suite.cases.map(\.tolerance)).sorted()
    mismatches = zip(suite.cases, outcomes).compactMap { oracle, outcome in
      outcome.mismatch.map {
        Mismatch(name: oracle.name, function: oracle.function, finding: $0)
      }
    }
  }

  /// Whether every case gives what it must.
  public var isMet: Bool { mismatches.isEmpty }
}

extension OracleSuite.Case {
  fileprivate func outcome(
    of function: ReferenceFunction?, data: OpenData
  ) -> (largest: Double, mismatch: String?) {
    guard let function else { return (.infinity, "there is no such function") }
    let resolved: JSONValue
    do throws(OpenData.Failure) {
      resolved = try data.resolve(.object(input))
    } catch {
      return (.infinity, "\(error)")
    }
    guard case .object(let values) = resolved else { return (.infinity, "input is no object") }
    let result: JSONValue
    do throws(FunctionInput.Failure) {
      result = try function(FunctionInput(values))
    } catch {
      guard case .noResult(let reason) = error else { return (.infinity, "\(error)") }
      result = .object(["reason": .text(reason)])
    }
    let comparison = OracleComparison(result, expected: expected, tolerance: tolerance)
    return (comparison.largest, comparison.mismatch)
  }
}

extension OracleSuite {
  /// Reads a file of cases.
  ///
  /// - Parameter path: The file.
  /// - Throws: What Foundation says about a file that cannot be read or is no such file.
  public init(path: String) throws {
    self = try JSONDecoder().decode(
      OracleSuite.self, from: Data(contentsOf: URL(filePath: path)))
  }

  /// The names of the files of cases in a folder, in order.
  ///
  /// - Parameter folder: The folder.
  /// - Returns: All names that end in `.json`.
  /// - Throws: What Foundation says about a folder that cannot be read.
  public static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") }.sorted()
  }
}
