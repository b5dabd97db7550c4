internal import Statistics

extension ReferenceFunction {
  static let proportionFunctions = [
    ReferenceFunction(
      "wilson-interval", "Wilson's (1927) score interval of a proportion.",
      [
        Parameter("successes", "whole number, 0 to n"),
        Parameter("count", "n, whole number from 1"),
        Parameter("confidence", "between 0 and 1; 0.95 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let interval = wilsonInterval(
        successes: try input.integer("successes"), of: try input.integer("count"),
        confidence: try input.number("confidence", else: 0.95))
      return try .of(interval)
    }
  ]
}

extension JSONValue {
  /// An interval as `lower` and `upper`.
  ///
  /// - Parameters:
  ///   - interval: The interval.
  ///   - reason: Why there may be none.
  /// - Returns: The value.
  /// - Throws: The reason if there is no interval.
  static func of(
    _ interval: Interval?, else reason: String = "not-estimable"
  ) throws(FunctionInput.Failure) -> JSONValue {
    guard let interval else { throw .noResult(reason) }
    return .object(["lower": .of(interval.lower), "upper": .of(interval.upper)])
  }
}
