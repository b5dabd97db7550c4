internal import Statistics

extension ReferenceFunction {
  static let regressionFunctions = [
    ReferenceFunction(
      "logistic-regression",
      "Logistic regression by iteratively reweighted least squares, as R's glm(binomial).",
      [
        Parameter("y", "n numbers"),
        Parameter("event", "the number that counts as 1, all others as 0; 1 if not given"),
        Parameter("group", "n labels; observed and expected events of every group too"),
        Parameter(
          "answers",
          "n numbers, null for missing; their mean over events, weighted by 1/probability, too"),
      ] + DesignInput.parameters,
      rows: RowColumns(
        numbers: ["y"], labels: ["group"], numberColumns: ["covariates"], labelColumns: ["factors"],
        others: ["answers"])
    ) { input throws(FunctionInput.Failure) in
      let event = try input.number("event", else: 1)
      let y = try input.numbers("y").map { $0 == event ? 1.0 : 0 }
      var parts = try regression(.logistic, input, y, exposures: nil)
      guard case .list(let values) = parts["fitted"] else { return .object(parts) }
      let fitted = values.compactMap { value in
        if case .number(let number) = value { number } else { nil }
      }
      guard let propensity = ResponsePropensity(fitted, answered: y.map { $0 == 1 }) else {
        return .object(parts)
      }
      parts["R_indicator"] = .of(propensity.representativity)
      parts["auc"] = .of(propensity.areaUnderCurve)
      parts["weights"] = .of(propensity.weights)
      if input.has("answers") {
        let answers = try input.optionalNumbers("answers")
        guard answers.count == y.count else { throw .noResult("different-lengths") }
        parts["ipw_mean"] = .of(propensity.weightedMean(of: answers))
        let given = zip(answers, y).compactMap { $1 == 1 ? $0 : nil }
        parts["complete_mean"] = .ofFinite(given.reduce(0, +) / Double(given.count))
      }
      return .object(parts)
    },
    ReferenceFunction(
      "poisson-regression",
      "Poisson regression of counts by iteratively reweighted least squares, as R's glm(poisson).",
      [
        Parameter("y", "n counts"),
        Parameter("exposures", "n numbers above 0 that expected counts are proportional to"),
        Parameter("group", "n labels; observed and expected counts of every group too"),
      ] + DesignInput.parameters,
      rows: RowColumns(
        numbers: ["y", "exposures"], labels: ["group"], numberColumns: ["covariates"],
        labelColumns: ["factors"])
    ) { input throws(FunctionInput.Failure) in
      let exposures = input.has("exposures") ? try input.numbers("exposures") : nil
      return .object(
        try regression(.poisson, input, try input.numbers("y"), exposures: exposures))
    },
  ]

  private static func regression(
    _ family: GeneralisedRegression.Family, _ input: FunctionInput, _ y: [Double],
    exposures: [Double]?
  ) throws(FunctionInput.Failure) -> [String: JSONValue] {
    let design = try DesignInput(input, count: y.count)
    let fit = try figure { () throws(GeneralisedRegression.Failure) in
      try GeneralisedRegression(
        family, outcome: y, columns: design.columns, exposures: exposures)
    }
    var parts: [String: JSONValue] = [
      "n": .of(y.count), "coef": .named(design.names, fit.coefficients),
      "se": .named(design.names, fit.standardErrors), "deviance": .of(fit.deviance),
      "null_deviance": .of(fit.nullDeviance), "loglik": .of(fit.logLikelihood),
      "iterations": .of(fit.iterations), "fitted": .of(fit.fitted),
    ]
    if input.has("group") {
      let coded = CodedLabels(try input.labels("group"))
      guard coded.codes.count == y.count else { throw .noResult("different-lengths") }
      var (observed, expected) = (coded.levels.map { _ in 0.0 }, coded.levels.map { _ in 0.0 })
      for (record, group) in coded.codes.enumerated() {
        observed[group] += y[record]
        expected[group] += fit.fitted[record]
      }
      parts["observed"] = .named(coded.levels, observed)
      parts["expected"] = .named(coded.levels, expected)
      parts["ratio"] = .named(coded.levels, zip(observed, expected).map { $0 / $1 })
    }
    return parts
  }
}
