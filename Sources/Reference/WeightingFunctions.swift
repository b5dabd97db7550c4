internal import Statistics

extension ReferenceFunction {
  private static let weightParameter = Parameter(
    "weights", "design weights, n numbers from 0; all 1 if not given")

  static let weightingFunctions = [
    ReferenceFunction(
      "rake-weights",
      "Raking (Deming & Stephan 1940) from design weights, equal to R's survey::rake.",
      [weightParameter] + MarginInput.parameters + [
        Parameter("tolerance", "largest relative deviation of a total; 1e-14 if not given")
      ]
    ) { input throws(FunctionInput.Failure) in
      let margins = try MarginInput(input)
      let weights = try margins.weights(input)
      let tolerance = try input.number("tolerance", else: 1e-14)
      return try margins.result { () throws(WeightingFailure) in
        try Raking(weights, margins: margins.margins, tolerance: tolerance)
      } _: { raking in
        .object([
          "weights": .of(raking.weights), "iterations": .of(raking.iterations),
          "kish": .of(WeightSummary(raking.weights)),
          "margins": margins.table(before: raking.before, after: raking.after),
          "cell_weights": margins.cellWeights(raking.weights),
        ])
      }
    },
    ReferenceFunction(
      "post-stratify",
      "Cell weights w N / Σw, as R's survey::postStratify.",
      [
        weightParameter,
        Parameter("cells", "columns of n labels each, whose combinations are the cells"),
        Parameter("levels", "the labels of the cells, those of combinations joined by :"),
        Parameter("targets", "per level, the number in the population"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let margins = try MarginInput(single: input)
      let weights = try margins.weights(input)
      return try margins.result { () throws(WeightingFailure) in
        try cellWeights(weights, margin: margins.margins[0])
      } _: { fitted in
        .object([
          "weights": .of(fitted), "kish": .of(WeightSummary(fitted)),
          "margins": margins.table(
            before: margins.margins.map { $0.totals(of: weights) },
            after: margins.margins.map { $0.totals(of: fitted) }),
          "cell_weights": margins.cellWeights(fitted),
        ])
      }
    },
    ReferenceFunction(
      "trim-weights",
      "Weights cut at a cap (mean + 2 sd if none is given), simply or with the rest redistributed.",
      [
        Parameter("weights", "n numbers from 0"),
        Parameter("cap", "the largest weight; mean + deviations · sd if not given"),
        Parameter("deviations", "2 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let weights = try input.numbers("weights")
      let cap =
        input.has("cap")
        ? try input.number("cap")
        : TrimmedWeights.cap(
          of: weights, deviations: try input.number("deviations", else: 2))
      guard let cap, let simple = TrimmedWeights(weights, cap: cap, rule: .simple) else {
        throw .noResult("not-estimable")
      }
      let kept = TrimmedWeights(weights, cap: cap, rule: .redistributed)
      return .object([
        "cap": .of(cap), "n_trimmed": .of(simple.trimmed), "simple": .of(simple.weights),
        "simple_kish": .of(WeightSummary(simple.weights)),
        "iterative": kept.map { .of($0.weights) } ?? .null,
        "iterative_kish": kept.map { .of(WeightSummary($0.weights)) } ?? .null,
      ])
    },
    ReferenceFunction(
      "kish-design-effect", "Kish's design effect n Σw² / (Σw)² and effective n of weights.",
      [Parameter("weights", "n numbers from 0")],
      rows: RowColumns(numbers: ["weights"])
    ) { input throws(FunctionInput.Failure) in
      guard let summary = WeightSummary(try input.numbers("weights")) else {
        throw .noResult("not-estimable")
      }
      return .of(summary)
    },
    ReferenceFunction(
      "weighted-quantile",
      "Weighted quantiles by the inverse distribution function, as svyquantile(qrule = \"math\").",
      [
        Parameter("values", "n numbers"), weightParameter,
        Parameter("shares", "numbers from 0 to 1"),
      ],
      rows: RowColumns(numbers: ["values", "weights"])
    ) { input throws(FunctionInput.Failure) in
      let values = try input.numbers("values")
      let weights = input.has("weights") ? try input.numbers("weights") : values.map { _ in 1 }
      let quantiles = try input.numbers("shares").map {
        weightedQuantile(of: values, weights: weights, at: $0)
      }
      guard quantiles.allSatisfy({ $0 != nil }) else { throw .noResult("not-estimable") }
      return .object(["quantiles": .of(quantiles)])
    },
  ]
}

extension JSONValue {
  /// A summary of weights with the names of the oracle.
  static func of(_ summary: WeightSummary?) -> JSONValue {
    guard let summary else { return .null }
    return .object([
      "n": .of(summary.count), "sum": .of(summary.sum), "mean": .of(summary.mean),
      "sd": .of(summary.standardDeviation), "min": .of(summary.least), "max": .of(summary.largest),
      "cv": .of(summary.variation), "deff_kish": .of(summary.designEffect),
      "n_eff": .of(summary.effectiveCount),
    ])
  }
}
