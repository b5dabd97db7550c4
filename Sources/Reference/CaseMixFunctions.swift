internal import Statistics

extension ReferenceFunction {
  static let caseMixFunctions = [
    ReferenceFunction(
      "case-mix-adjustment",
      "Case-mix adjusted means of organisations with tests and stars, as the CAHPS program.",
      [
        Parameter("organisation", "n labels"),
        Parameter("items", "per item, n answers, null for missing ones; several make a composite"),
        Parameter("adjusters", "per adjuster, n numbers, null for missing ones; none if not given"),
        Parameter("scale", "least and largest answer; answers beyond count as missing"),
        Parameter("weights", "n numbers from 0, for wgtresp and wgtmean; all alike if not given"),
        Parameter("wgtresp", "n numbers: weights of the regression and the variance alone"),
        Parameter("wgtmean", "n numbers: weights of the unadjusted means alone"),
        Parameter(
          "wt_type",
          "weights add up, in the regression, to 0 the answers of the organisation, 1 the same for all, "
            + "2 what they are; 0 if not given"),
        Parameter("impute", "missing adjusters at the organisation's mean; true if not given"),
        Parameter("even_wgt", "1 items alike (K rule), 0 by their answers; 1 if not given"),
        Parameter("k", "answers from which an item has full weight; 1 if not given"),
        Parameter("variance", "program, or manual: times n/(n-1); program if not given"),
        Parameter("df", "program: N-P-k, or manual: N/P for F, n-1 for t; program if not given"),
        Parameter("smoothing", "answers that the pooled variance counts for; 0 if not given"),
        Parameter("smoothing_rule", "program or manual; program if not given"),
        Parameter("pvalue", "for stars; 0.05 if not given"),
        Parameter("change", "share of the distance to the nearer end, for stars; 0 if not given"),
        Parameter("meandiff", "least difference for stars; 0 if not given"),
        Parameter("reliability", "that answers needed are given for; 0.7 if not given"),
      ],
      rows: RowColumns(
        labels: ["organisation"], others: ["items", "adjusters", "weights", "wgtresp", "wgtmean"])
    ) { input throws(FunctionInput.Failure) in
      let coded = CodedLabels(try input.labels("organisation"))
      let options = try caseMixOptions(input)
      let items = try input.optionalMatrix("items").map { item in
        item.map { answer in
          guard let scale = options.scale, let answer else { return answer }
          return scale.contains(answer) ? answer : nil
        }
      }
      let data = CaseMixData(
        organisations: coded.codes, organisationCount: coded.levels.count, items: items,
        adjusters: input.has("adjusters") ? try input.optionalMatrix("adjusters") : [],
        weights: try weights(input, "wgtresp"), meanWeights: try weights(input, "wgtmean"))
      let (adjustment, comparison) = try figure { () throws(CaseMixFailure) in
        let adjustment = try CaseMixAdjustment(data, options: options)
        return (adjustment, try CaseMixComparison(adjustment))
      }
      let target = try input.number("reliability", else: 0.7)
      guard target > 0, target < 1 else {
        throw .wrongKind(name: "reliability", expected: "between 0 and 1")
      }
      return caseMixResult(adjustment, comparison, coded.levels, reliability: target)
    }
  ]

  private static func weights(
    _ input: FunctionInput, _ name: String
  ) throws(FunctionInput.Failure) -> [Double?]? {
    if input.has(name) { return try input.optionalNumbers(name) }
    return input.has("weights") ? try input.optionalNumbers("weights") : nil
  }

  private static func caseMixOptions(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> CaseMixOptions {
    func source(_ name: String) throws(FunctionInput.Failure) -> CaseMixOptions.Source {
      switch try input.text(name, else: "program") {
      case "program": return .program
      case "manual": return .manual
      default: throw .wrongKind(name: name, expected: "program or manual")
      }
    }
    var options = CaseMixOptions()
    options.imputes = try input.flag("impute", else: true)
    let k = try input.integer("k", else: 1)
    guard k > 0 else { throw .wrongKind(name: "k", expected: "a whole number from 1") }
    switch try input.integer("even_wgt", else: 1) {
    case 1: options.itemWeights = .equal(minimumAnswers: k)
    case 0: options.itemWeights = .byAnswers
    default: throw .wrongKind(name: "even_wgt", expected: "0 or 1")
    }
    switch try input.integer("wt_type", else: 0) {
    case 0: options.weightTotals = .answers
    case 1: options.weightTotals = .equal
    case 2: options.weightTotals = .given
    default: throw .wrongKind(name: "wt_type", expected: "0, 1 or 2")
    }
    options.variance = try source("variance")
    options.freedom = try source("df")
    options.smoothing = try input.number("smoothing", else: 0)
    options.smoothingRule = try source("smoothing_rule")
    options.significance = try input.number("pvalue", else: 0.05)
    options.change = try input.number("change", else: 0)
    options.meanDifference = try input.number("meandiff", else: 0)
    if input.has("scale") {
      let ends = try input.numbers("scale")
      guard ends.count == 2, ends[0] < ends[1] else {
        throw .wrongKind(name: "scale", expected: "two rising numbers")
      }
      options.scale = ends[0]...ends[1]
    }
    return options
  }

  private static func caseMixResult(
    _ adjustment: CaseMixAdjustment, _ comparison: CaseMixComparison, _ names: [String],
    reliability: Double
  ) -> JSONValue {
    let all = adjustment.organisations
    let between = comparison.varianceBetween
    // The variance of one answer, pooled: Σ (n - 1) n V / Σ (n - 1).
    let spare = all.reduce(0) { $0 + Double($1.usable - 1) }
    let within =
      all.reduce(0) { $0 + Double($1.usable - 1) * Double($1.usable) * $1.variance } / spare
    let needed =
      between > 0 ? reliability / (1 - reliability) * within / between : nil
    return .object([
      "overall_mean": .of(adjustment.overallMean), "grand_mean": .of(comparison.grandMean),
      "F": .of(comparison.fRatio), "df1": .of(comparison.numeratorFreedom),
      "df2": .of(comparison.denominatorFreedom), "p": .of(comparison.probability),
      "n": .of(adjustment.count), "entities": .of(all.count),
      "dropped": .texts(adjustment.dropped.map { names[$0] }),
      "reliability": .of(comparison.reliability), "tau2": .of(between),
      "tau2_weighted": .of(comparison.weightedVarianceBetween), "sigma2": .of(within),
      "icc": .of(between + within > 0 ? between / (between + within) : nil),
      "n_needed": .of(needed),
      "coefficients": .list(adjustment.regressions.map { .of($0.coefficients) }),
      "coefficient_se": .list(adjustment.regressions.map { .of($0.standardErrors) }),
      "r_squared": .of(adjustment.regressions.map(\.rSquared)),
      "organisations": .list(
        zip(all, comparison.organisations).map { one, test in
          .object([
            "organisation": .text(names[one.organisation]), "n_records": .of(one.records),
            "n_usable": .of(one.usable), "n_items": .of(one.answers.map(Double.init)),
            "item_weights": .of(one.itemWeights), "unadj_mean": .of(one.unadjusted),
            "adj_mean": .of(one.adjusted), "shift": .of(one.shift), "vp": .of(one.variance),
            "vp_full": .of(one.fullVariance), "delta": .of(test.difference),
            "se": .of(test.standardError), "se_full": .of(test.fullStandardError),
            "cl95": .of(1.96 * test.standardError), "t": .of(test.tRatio), "df": .of(test.freedom),
            "p": .of(test.probability), "stars": .of(test.stars),
            "lower": .of(test.interval?.lower), "upper": .of(test.interval?.upper),
            "adj_mean_clamped": .of(test.clamped), "clamped": .bool(test.isClamped),
            "reliability": .of(
              between + one.variance > 0 ? between / (between + one.variance) : nil),
          ])
        }),
    ])
  }
}
