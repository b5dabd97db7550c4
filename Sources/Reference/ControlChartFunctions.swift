internal import Statistics

extension ReferenceFunction {
  private static let series = Parameter("values", "numbers in order of time")

  static let controlChartFunctions = [
    ReferenceFunction(
      "individuals-chart",
      "XmR chart with the rules of NHS Making Data Count (NHSRplotthedots).",
      [
        series,
        Parameter("rebases", "1-based places at which new limits begin; none if not given"),
        Parameter("fix_after_n", "limits of a group rest on its first n values; all if not given"),
        Parameter("screen_outliers", "drop moving ranges of 3.267 AMR and more; true if not given"),
        Parameter("constant", "rounded (2.66) or exact (3/d2); rounded if not given"),
        Parameter("improvement", "increase, decrease or neutral; increase if not given"),
        Parameter("target", "what is to be reached; none if not given"),
      ], individuals),
    ReferenceFunction(
      "proportion-chart", "p-chart and Laney's p'-chart (Laney 2002).",
      [
        Parameter("successes", "whole numbers, one per period"),
        Parameter("counts", "whole numbers from 1, one per period"),
      ], proportionChart),
    ReferenceFunction(
      "mann-kendall",
      "Mann-Kendall trend test with ties and continuity correction, Sen's slope and interval.",
      [
        series, Parameter("times", "rising numbers; 1, 2, 3 and so on if not given"),
        Parameter("confidence", "of the slope's interval; 0.95 if not given"),
      ], rows: RowColumns(numbers: ["values", "times"]), trend),
    ReferenceFunction(
      "runs-test", "Wald and Wolfowitz's (1940) runs test about the median.", [series],
      rows: RowColumns(numbers: ["values"]), runs),
    ReferenceFunction(
      "cusum", "Tabular cumulative sums (Page 1954).",
      [
        series, Parameter("target", "what is compared with; the mean if not given"),
        Parameter("sigma", "standard deviation; mean moving range / d2 if not given"),
        Parameter("k", "allowance in standard deviations; 0.5 if not given"),
        Parameter("h", "decision limit in standard deviations; 4 if not given"),
      ], cusum),
  ]

  private static func optional(
    _ input: FunctionInput, _ name: String
  ) throws(FunctionInput.Failure) -> Double? {
    input.has(name) ? try input.number(name) : nil
  }

  private static func individuals(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let values = try input.numbers("values")
    let rebases = input.has("rebases") ? try input.integers("rebases") : []
    let fixed = input.has("fix_after_n") ? try input.integer("fix_after_n") : nil
    let screens = try input.flag("screen_outliers", else: true)
    let constant = try choice(input, "constant", else: IndividualsChart.Constant.rounded)
    guard rebases.allSatisfy({ (1...max(1, values.count)).contains($0) }) else {
      throw .noResult("out-of-range")
    }
    let chart = try orNoResult { () throws(IndividualsChart.Failure) in
      try IndividualsChart(
        values: values, rebases: rebases.map { $0 - 1 }, fixedPoints: fixed,
        screensOutliers: screens, constant: constant)
    }
    let verdict = ControlVerdict(
      chart, better: try choice(input, "improvement", else: ControlVerdict.Direction.increase),
      target: try optional(input, "target"))
    let signals = chart.signals
    func text<Word: RawRepresentable>(_ word: Word?) -> JSONValue where Word.RawValue == String {
      word.map { .text($0.rawValue) } ?? .null
    }
    let series = chart.groups.enumerated().flatMap { number, group in
      group.places.map { place in
        JSONValue.object([
          "i": .of(place + 1), "y": .of(values[place]), "rebase_group": .of(number + 1),
          "mean": .of(group.mean), "amr": .of(group.averageMovingRange),
          "lpl": .of(group.limits?.lower), "upl": .of(group.limits?.upper),
          "nlpl": .of(group.nearLimits?.lower), "nupl": .of(group.nearLimits?.upper),
          "type": text(signals[place]), "point_type": text(verdict.variations[place]),
          "reason": text(group.reason), "short_group_warning": .bool(group.isShort),
        ])
      }
    }
    return .object([
      "series": .list(series), "variation_type": text(verdict.variation),
      "assurance_type": text(verdict.assurance),
    ])
  }

  private static func proportionChart(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let (successes, counts) = (try input.integers("successes"), try input.integers("counts"))
    let chart = try orNoResult { () throws(ProportionChart.Failure) in
      try ProportionChart(successes: successes, sizes: counts)
    }
    return .list(
      chart.points.map { point in
        .object([
          "p": .of(point.proportion), "pbar": .of(chart.centre), "l": .of(point.limits.lower),
          "u": .of(point.limits.upper), "z": .of(point.score), "laney_sigma_z": .of(chart.sigma),
          "laney_l": .of(point.laneyLimits?.lower), "laney_u": .of(point.laneyLimits?.upper),
        ])
      })
  }

  private static func trend(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let values = try input.numbers("values")
    let times = input.has("times") ? try input.numbers("times") : nil
    let test = try orNoResult { () throws(MannKendall.Failure) in
      try MannKendall(values: values, times: times)
    }
    let interval = test.slopeInterval(confidence: try input.number("confidence", else: 0.95))
    return .object([
      "S": .of(test.score), "var": .of(test.variance), "z": .of(test.z),
      "p": .of(test.probability), "tau_b": .of(test.tau), "sen_slope": .of(test.slope),
      "sen_ci95": .pair(interval),
    ])
  }

  private static func runs(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let values = try input.numbers("values")
    let test = try orNoResult { () throws(RunsTest.Failure) in try RunsTest(values: values) }
    return .object([
      "median": .of(test.median), "above": .of(test.above), "below": .of(test.below),
      "runs": .of(test.runs), "expected_runs": .of(test.expected), "z": .of(test.z),
      "p": .of(test.probability), "longest_run": .of(test.longest),
    ])
  }

  private static func cusum(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let values = try input.numbers("values")
    let (target, sigma) = (try optional(input, "target"), try optional(input, "sigma"))
    let (k, h) = (try input.number("k", else: 0.5), try input.number("h", else: 4))
    let chart = try orNoResult { () throws(CumulativeSum.Failure) in
      try CumulativeSum(values: values, target: target, sigma: sigma, allowance: k, limit: h)
    }
    return .list(
      chart.points.map { point in
        .object([
          "z": .of(point.score), "hi": .of(point.up), "lo": .of(point.down),
          "signal": .of(point.signal),
        ])
      })
  }
}
