internal import Statistics

extension ReferenceFunction {
  private static let limitParameters = [
    Parameter("confidence", "between 0 and 1; 0.95 if not given")
  ]

  static let limitFunctions = [
    ReferenceFunction(
      "exact-binomial-limits",
      "Interpolated binomial limits of a proportion (Spiegelhalter 2005, A.1.1).",
      [
        Parameter("proportion", "between 0 and 1"),
        Parameter("count", "number of answers, whole number from 1"),
      ] + limitParameters
    ) { input throws(FunctionInput.Failure) in
      let (proportion, count) = (try input.number("proportion"), try input.integer("count"))
      return try limits(input) { confidence throws(ExpectedRangeFailure) in
        try ExactLimits.binomial(proportion: proportion, count: count, confidence: confidence)
      }
    },
    ReferenceFunction(
      "exact-poisson-limits",
      "Interpolated Poisson limits of observed / expected (Spiegelhalter 2005, A.1.1).",
      [Parameter("expected", "number above 0")] + limitParameters
    ) { input throws(FunctionInput.Failure) in
      let expected = try input.number("expected")
      return try limits(input) { confidence throws(ExpectedRangeFailure) in
        try ExactLimits.poisson(expected: expected, confidence: confidence)
      }
    },
    ReferenceFunction(
      "score-limits",
      "Limits of a proportion at which Wilson's interval ends at the overall one (PHE's funnels).",
      [
        Parameter("proportion", "between 0 and 1"),
        Parameter("count", "number of answers, whole number from 1"),
      ] + limitParameters
    ) { input throws(FunctionInput.Failure) in
      let (proportion, count) = (try input.number("proportion"), try input.integer("count"))
      return try limits(input) { confidence throws(ExpectedRangeFailure) in
        try ExactLimits.score(proportion: proportion, count: count, confidence: confidence)
      }
    },
    ReferenceFunction(
      "beta-binomial-limits",
      "Predictive limits of proportions that differ between units, rho by moments (Williams 1982).",
      [
        Parameter("successes", "whole numbers, one per unit; or give proportion and correlation"),
        Parameter("counts", "whole numbers from 1, one per unit"),
        Parameter("proportion", "between 0 and 1"),
        Parameter("correlation", "rho, from 0 to below 1"),
        Parameter("count", "number of answers, whole number from 1"),
      ] + limitParameters,
      rows: RowColumns(numbers: ["successes", "counts"])
    ) { input throws(FunctionInput.Failure) in
      let range: BetaBinomialRange
      if input.has("successes") {
        let (successes, counts) = (try input.integers("successes"), try input.integers("counts"))
        range = try orNoResult { () throws(ExpectedRangeFailure) in
          try BetaBinomialRange(successes: successes, counts: counts)
        }
      } else {
        range = try demanded(
          BetaBinomialRange(
            proportion: try input.number("proportion"),
            correlation: try input.number("correlation")), "out-of-range")
      }
      let count = try input.integer("count")
      return try limits(input) { confidence throws(ExpectedRangeFailure) in
        try range.limits(count: count, confidence: confidence)
      }.adding([
        "proportion": .of(range.proportion), "correlation": .of(range.correlation),
      ])
    },
  ]

  private static func limits(
    _ input: FunctionInput, _ body: (Double) throws(ExpectedRangeFailure) -> Interval
  ) throws(FunctionInput.Failure) -> JSONValue {
    let confidence = try input.number("confidence", else: 0.95)
    return try .of(orNoResult { () throws(ExpectedRangeFailure) in try body(confidence) })
  }
}
