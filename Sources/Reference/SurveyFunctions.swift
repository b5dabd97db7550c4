internal import Statistics

extension ReferenceFunction {
  private static let designParameters =
    [
      Parameter("weights", "n numbers from 0; all 1 if not given"),
      Parameter("strata", "n labels; one stratum if not given"),
      Parameter("clusters", "n labels, clusters nested in strata; each its own if not given"),
      Parameter(
        "fpc", "n numbers: clusters in the stratum's population; with replacement if not given"),
      Parameter("fit", "rake or post-stratify the weights to the margins first; none if not given"),
      Parameter("tolerance", "of raking, the largest relative deviation; 1e-14 if not given"),
    ] + MarginInput.parameters

  static let surveyFunctions = [
    ReferenceFunction(
      "survey-mean",
      "A weighted mean and total with linearised errors, as R's survey::svymean and svytotal.",
      [
        Parameter(
          "values", "n numbers; null for missing ones, which stay in the design but in no estimate"),
        Parameter("by", "n labels; the mean of every group too, the design kept whole"),
        Parameter("shares", "shares whose weighted quantiles are wanted too"),
      ] + designParameters
    ) { input throws(FunctionInput.Failure) in
      try surveyMean(input)
    },
    ReferenceFunction(
      "survey-proportion",
      "A weighted share with intervals, as R's survey::svyciprop (logit, beta).",
      [
        Parameter("labels", "n labels"),
        Parameter("counted", "the label whose share is wanted"),
        Parameter("confidence", "0.95 if not given"),
      ] + designParameters
    ) { input throws(FunctionInput.Failure) in
      try surveyProportion(input)
    },
  ]

  private static func surveyMean(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let given = try input.optionalNumbers("values")
    let isGiven = given.map { $0 != nil }
    let values = given.map { $0 ?? 0 }
    let design = try surveyDesign(input, count: values.count)
    let (mean, total) = try figure { () throws(SurveyDesign.Failure) in
      (
        try design.mean(of: values, group: isGiven.contains(false) ? isGiven : nil),
        try design.total(of: values)
      )
    }
    let interval = mean.interval()
    var parts: [String: JSONValue] = [
      "mean": .of(mean.value), "se": .of(mean.standardError), "deff": .of(mean.designEffect),
      "se_srs": .of(mean.simpleStandardError), "df": .of(design.degreesOfFreedom),
      "lower": .of(interval?.lower), "upper": .of(interval?.upper), "total": .of(total.value),
      "se_total": .of(total.standardError), "missing": .of(isGiven.count { !$0 }),
      "kish": .of(WeightSummary(design.weights)),
    ]
    if input.has("by") {
      let coded = CodedLabels(try input.labels("by"))
      guard coded.codes.count == values.count else { throw .noResult("different-lengths") }
      var estimates: [SurveyEstimate] = []
      for level in coded.levels.indices {
        estimates.append(
          try figure { () throws(SurveyDesign.Failure) in
            try design.mean(
              of: values, group: zip(coded.codes, isGiven).map { $0 == level && $1 })
          })
      }
      parts["by"] = .object([
        "level": .texts(coded.levels), "mean": .of(estimates.map(\.value)),
        "se": .of(estimates.map(\.standardError)),
      ])
    }
    if input.has("shares") {
      parts["quantiles"] = .of(
        try input.numbers("shares").map {
          weightedQuantile(
            of: given.compactMap(\.self),
            weights: zip(design.weights, isGiven).compactMap { $1 ? $0 : nil }, at: $0)
        })
    }
    return .object(parts)
  }

  private static func surveyProportion(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let counted = try input.text("counted")
    let flags = try input.labels("labels").map { $0 == counted }
    let confidence = try input.number("confidence", else: 0.95)
    let design = try surveyDesign(input, count: flags.count)
    let (estimate, logit, beta) = try figure { () throws(SurveyDesign.Failure) in
      (
        try design.mean(of: flags.map { $0 ? 1 : 0 }),
        try design.shareInterval(of: flags, method: .logit, confidence: confidence),
        try design.shareInterval(of: flags, method: .beta, confidence: confidence)
      )
    }
    return .object([
      "prop": .of(estimate.value), "se": .of(estimate.standardError),
      "deff": .of(estimate.designEffect), "df": .of(design.degreesOfFreedom),
      "ci_logit": .of([logit.lower, logit.upper]), "ci_beta": .of([beta.lower, beta.upper]),
    ])
  }

  private static func surveyDesign(
    _ input: FunctionInput, count: Int
  ) throws(FunctionInput.Failure) -> SurveyDesign {
    let given =
      input.has("weights")
      ? try input.numbers("weights") : [Double](repeating: 1, count: count)
    let strata = input.has("strata") ? CodedLabels(try input.labels("strata")).codes : nil
    let clusters = input.has("clusters") ? CodedLabels(try input.labels("clusters")).codes : nil
    let populations = input.has("fpc") ? try input.numbers("fpc") : nil
    guard given.count == count else { throw .noResult("different-lengths") }
    var (fitted, margins) = (given, [WeightingMargin]())
    switch try input.text("fit", else: "none") {
    case "none": break
    case "rake":
      let known = try MarginInput(input)
      margins = known.margins
      let tolerance = try input.number("tolerance", else: 1e-14)
      fitted = try figure { () throws(WeightingFailure) in
        try Raking(given, margins: known.margins, tolerance: tolerance).weights
      }
    case "post-stratify":
      let known = try MarginInput(input)
      margins = known.margins
      guard margins.count == 1 else { throw .noResult("one-margin-wanted") }
      fitted = try figure { () throws(WeightingFailure) in
        try cellWeights(given, margin: known.margins[0])
      }
    default: throw .wrongKind(name: "fit", expected: "none, rake or post-stratify")
    }
    return try figure { () throws(SurveyDesign.Failure) in
      try SurveyDesign(
        weights: fitted, strata: strata, clusters: clusters, populations: populations,
        margins: margins, designWeights: given)
    }
  }
}
