internal import Statistics

extension ReferenceFunction {
  static let mixedModelFunctions = [
    ReferenceFunction(
      "random-intercept-reml",
      "A random intercept per group with fixed effects by REML, as lme4's lmer.",
      [
        Parameter("y", "the outcome, n numbers"),
        Parameter("group", "n labels"),
      ] + DesignInput.parameters,
      rows: RowColumns(
        numbers: ["y"], labels: ["group"], numberColumns: ["covariates"], labelColumns: ["factors"])
    ) { input throws(FunctionInput.Failure) in
      let y = try input.numbers("y")
      let coded = CodedLabels(try input.labels("group"))
      let design = try DesignInput(input, count: y.count)
      let moments = try figure { () throws(GroupMoments.Failure) in
        try GroupMoments(
          outcome: y, fixed: design.columns, groups: coded.codes, groupCount: coded.levels.count)
      }
      return try randomIntercept(moments, levels: coded.levels, names: design.names)
    },
    ReferenceFunction(
      "random-intercept-reml-from-sums",
      "The same from sums over groups, which may come from tallies.",
      [
        Parameter("counts", "per group, the number of rows; groups with 0 are left out"),
        Parameter("sums", "per group, the sums of the fixed effects x (intercept first) and of y"),
        Parameter("cross_products", "the sums of products of x and y over all rows, a matrix"),
        Parameter("levels", "the names of the groups; 1, 2 and so on if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let counts = try input.integers("counts")
      let levels =
        input.has("levels") ? try input.labels("levels") : counts.indices.map { "\($0 + 1)" }
      let sums = try input.matrix("sums")
      let products = try input.matrix("cross_products").flatMap(\.self)
      guard levels.count == counts.count else { throw .noResult("different-lengths") }
      let moments = try figure { () throws(GroupMoments.Failure) in
        try GroupMoments(counts: counts, sums: sums, crossProducts: products)
      }
      let used = counts.indices.filter { counts[$0] > 0 }.map { levels[$0] }
      let names = (1..<max(2, moments.columns)).map { "x\($0)" }
      return try randomIntercept(moments, levels: used, names: names)
    },
    ReferenceFunction(
      "crossed-random-intercepts-reml",
      "Several crossed or nested random intercepts with fixed effects by REML, as lme4's lmer.",
      [
        Parameter("y", "the outcome, n numbers"),
        Parameter(
          "random", "per factor a column of n labels, or a list of columns for their interaction"),
        Parameter("random_names", "their names; r1, r2 and so on if not given"),
      ] + DesignInput.parameters,
      rows: RowColumns(
        numbers: ["y"], numberColumns: ["covariates"], labelColumns: ["random", "factors"])
    ) { input throws(FunctionInput.Failure) in
      try crossed(input)
    },
    ReferenceFunction(
      "random-slope-reml",
      "A random intercept and slope over time per group with fixed effects by REML, as lme4's lmer.",
      [
        Parameter("y", "the outcome, n numbers"),
        Parameter("group", "n labels"),
        Parameter("time", "n numbers, best centred; the slope belongs to it"),
      ] + DesignInput.parameters,
      rows: RowColumns(
        numbers: ["y", "time"], labels: ["group"], numberColumns: ["covariates"],
        labelColumns: ["factors"])
    ) { input throws(FunctionInput.Failure) in
      try randomSlope(input)
    },
    ReferenceFunction(
      "generalisability",
      "Shares of variance and the generalizability coefficients of Brennan (2001).",
      [
        Parameter("variances", "variance components, numbers from 0, the residual last"),
        Parameter("names", "their names"),
        Parameter("object", "the name of what is to be told apart, such as the organisation"),
        Parameter(
          "numbers", "per component, over how many conditions a mean goes; ignored for the object"),
      ]
    ) { input throws(FunctionInput.Failure) in
      try generalisability(input)
    },
  ]

  private static func randomIntercept(
    _ moments: GroupMoments, levels: [String], names: [String]
  ) throws(FunctionInput.Failure) -> JSONValue {
    let model = try figure { () throws(RandomInterceptModel.Failure) in
      try RandomInterceptModel(moments)
    }
    return .object([
      "N": .of(model.count), "G": .of(moments.counts.count), "theta2": .of(model.ratio),
      "tau2": .of(model.varianceBetween), "sigma2": .of(model.varianceWithin),
      "icc": .of(model.icc), "beta": .of(model.coefficients), "se": .of(model.standardErrors),
      "colnames": .texts(names), "reml_deviance": .of(model.deviance),
      "reml_loglik": .of(model.logLikelihood), "lrt0": .of(model.test.statistic),
      "lrt0_p": .of(model.test.probability),
      "groups": .list(
        zip(levels, model.groups).map { level, group in
          .object([
            "group": .text(level), "n": .of(group.count), "mean": .of(group.mean),
            "blup": .of(group.effect), "cond_sd": .of(group.conditionalDeviation),
            "pev_sd": .of(group.predictionDeviation), "reliability": .of(group.reliability),
          ])
        }),
    ])
  }

  private static func crossed(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let y = try input.numbers("y")
    let factors = try input.labelColumns("random").map(CodedLabels.init)
    let names =
      input.has("random_names")
      ? try input.labels("random_names") : factors.indices.map { "r\($0 + 1)" }
    guard names.count == factors.count else { throw .noResult("different-lengths") }
    let design = try DesignInput(input, count: y.count)
    let model = try figure { () throws(CrossedModel.Failure) in
      try CrossedModel(
        outcome: y, fixed: design.columns, codes: factors.map(\.codes),
        levels: factors.map(\.levels.count))
    }
    let variances = model.variances + [model.residualVariance]
    let total = variances.reduce(0, +)
    var (effects, errors) = ([String: JSONValue](), [String: JSONValue]())
    for (place, name) in names.enumerated() {
      effects[name] = .named(factors[place].levels, model.effects[place])
      errors[name] = .named(factors[place].levels, model.predictionDeviations[place])
    }
    return .object([
      "vcov": .named(names + ["Residual"], variances),
      "shares": .named(names + ["Residual"], variances.map { $0 / total }),
      "fixef": .named(design.names, model.coefficients),
      "se": .named(design.names, model.standardErrors), "reml": .of(model.deviance),
      "N": .of(model.count), "blup": .object(effects), "pev_sd": .object(errors),
    ])
  }

  private static func randomSlope(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let y = try input.numbers("y")
    let coded = CodedLabels(try input.labels("group"))
    let time = try input.numbers("time")
    let design = try DesignInput(input, count: y.count)
    let model = try figure { () throws(RandomPairModel.Failure) in
      try RandomPairModel(
        outcome: y, fixed: design.columns, first: [Double](repeating: 1, count: y.count),
        second: time, groups: coded.codes, groupCount: coded.levels.count)
    }
    return .object([
      "N": .of(model.count), "G": .of(model.groupCount),
      "fixef": .named(design.names, model.coefficients),
      "var_intercept": .of(model.firstVariance), "var_slope": .of(model.secondVariance),
      "cov_is": .of(model.mixedCovariance), "cor_is": .of(model.correlation),
      "sigma2": .of(model.residualVariance), "reml": .of(model.deviance),
    ])
  }

  private static func generalisability(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let names = try input.labels("names")
    let object = try input.text("object")
    guard let place = names.firstIndex(of: object) else { throw .noResult("unknown-object") }
    let study = Generalisability(
      variances: try input.numbers("variances"), object: place,
      numbers: try input.integers("numbers"))
    guard let study else { throw .noResult("not-estimable") }
    return .object([
      "shares": .named(names, study.shares),
      "relative_error": .of(study.errorVariance), "coefficient": .of(study.coefficient),
    ])
  }
}
