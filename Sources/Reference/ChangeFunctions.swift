internal import Statistics

extension ReferenceFunction {
  static let changeFunctions = [
    ReferenceFunction(
      "two-wave-change",
      "Change of units between two waves, naive and corrected for regression to the mean (Jones & "
        + "Spiegelhalter 2009), with tau2 of DerSimonian and Laird.",
      [
        Parameter("y1", "figures of wave 1, one per unit; with s1, y2, s2"),
        Parameter("s1", "their standard errors, above 0"),
        Parameter("y2", "figures of wave 2"),
        Parameter("s2", "their standard errors, above 0"),
        Parameter("successes1", "or counts of wave 1, compared by arcsine; with counts1 and so on"),
        Parameter("counts1", "whole numbers from 1"),
        Parameter("successes2", "counts of wave 2"),
        Parameter("counts2", "whole numbers from 1"),
        Parameter("values", "or single values with groups and waves; s is the pooled sd / √n"),
        Parameter("groups", "labels, one per value"),
        Parameter("waves", "labels, one per value"),
        Parameter("first_waves", "the labels that make wave 1"),
        Parameter("second_waves", "the labels that make wave 2"),
        Parameter("minimum_count", "fewer values in a wave leave a unit out; 1 if not given"),
        Parameter("lowest", "how many of the lowest of wave 1 are looked at; 20 if not given"),
        Parameter("labels", "names of the units; their numbers from 1 if not given"),
      ],
      rows: RowColumns(
        numbers: [
          "y1", "s1", "y2", "s2", "successes1", "counts1", "successes2", "counts2", "values",
        ], labels: ["groups", "waves"], others: ["labels"]), twoWaves),
    ReferenceFunction(
      "random-effects-variance",
      "Cochran's Q and the between-variance of DerSimonian and Laird (1986).",
      [
        Parameter("values", "numbers, one per unit"),
        Parameter("standard_errors", "numbers above 0, one per unit"),
      ],
      rows: RowColumns(numbers: ["values", "standard_errors"])
    ) { input throws(FunctionInput.Failure) in
      let (values, errors) = (try input.numbers("values"), try input.numbers("standard_errors"))
      let found = try orNoResult { () throws(ChangeFailure) in
        try RandomEffectsVariance(values: values, standardErrors: errors)
      }
      return .object([
        "I": .of(found.units), "Q": .of(found.heterogeneity), "p": .of(found.probability),
        "tau2_dl": .of(found.varianceBetween), "fixed_mean": .of(found.fixedMean),
        "mean": .of(found.mean),
      ])
    },
    ReferenceFunction(
      "reliable-change-index", "Reliable change of persons (Jacobson & Truax 1991).",
      [
        Parameter("x1", "first scores, null for missing"),
        Parameter("x2", "second scores, null for missing"),
        Parameter("sd1", "standard deviation of the first measurement"),
        Parameter("r", "its reliability, from 0 to below 1"),
        Parameter("z", "for the detectable change; 1.96 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let (first, second) = (try input.optionalNumbers("x1"), try input.optionalNumbers("x2"))
      let (deviation, reliability) = (try input.number("sd1"), try input.number("r"))
      let change = try orNoResult { () throws(ChangeFailure) in
        try ReliableChange(deviation: deviation, reliability: reliability)
      }
      guard first.count == second.count else { throw .noResult("different-lengths") }
      return .object([
        "rci": .of(
          zip(first, second).map { first, second in
            if let first, let second { change.index(first: first, second: second) } else { nil }
          }),
        "mdc95": .of(change.detectableChange(z: try input.number("z", else: 1.96))),
      ])
    },
    ReferenceFunction(
      "detectable-difference", "The smallest difference of two means that would be found.",
      [
        Parameter("s1", "standard error of the first mean"),
        Parameter("s2", "standard error of the second mean"),
        Parameter("confidence", "between 0 and 1; 0.95 if not given"),
        Parameter("power", "chance to find it; 0.5 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      .object([
        "detectable": .of(
          try demanded(
            detectableDifference(
              firstError: try input.number("s1"), secondError: try input.number("s2"),
              confidence: try input.number("confidence", else: 0.95),
              power: try input.number("power", else: 0.5))))
      ])
    },
  ]

  private static func twoWaves(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let sample = try WavePair(input)
    let change = try orNoResult { () throws(ChangeFailure) in
      try TwoWaveChange(
        first: sample.first, firstErrors: sample.firstErrors, second: sample.second,
        secondErrors: sample.secondErrors)
    }
    let number = try input.integer("lowest", else: min(20, sample.first.count))
    let lowest = try orNoResult { () throws(ChangeFailure) in try change.lowest(number) }
    let naive = change.units.map(\.naiveProbability)
    let corrected = change.units.map(\.probability)
    let (naiveAdjusted, adjusted) = (benjaminiHochberg(naive), benjaminiHochberg(corrected))
    let units = change.units.indices.map { place in
      let unit = change.units[place]
      var parts: [String: JSONValue] = [
        "unit": .text(sample.labels[place]), "y1": .of(sample.first[place]),
        "y2": .of(sample.second[place]), "s1": .of(sample.firstErrors[place]),
        "s2": .of(sample.secondErrors[place]), "lambda1": .of(unit.lambda),
        "expected2": .of(unit.expected), "change": .of(unit.change),
        "expected_change": .of(unit.expectedChange), "mdc95": .of(unit.detectableChange),
        "z_naive": .of(unit.naiveScore), "z_rtm": .of(unit.score), "p_naive": .of(naive[place]),
        "p_rtm": .of(corrected[place]), "bh_naive": .of(naiveAdjusted[place]),
        "bh_rtm": .of(adjusted[place]),
      ]
      if let (n1, n2) = sample.counts.map({ ($0.first[place], $0.second[place]) }) {
        parts["n1"] = .of(n1)
        parts["n2"] = .of(n2)
      }
      return JSONValue.object(parts)
    }
    func below(_ probabilities: [Double?]) -> JSONValue {
      .of(probabilities.count { $0.map { $0 < 0.05 } ?? false })
    }
    return .object([
      "I": .of(change.units.count), "Q": .of(change.firstWave.heterogeneity),
      "tau2_dl": .of(change.firstWave.varianceBetween), "m1": .of(change.firstMean),
      "m2": .of(change.secondMean), "cor": .of(change.correlation),
      "flagged_naive": below(naive), "flagged_rtm": below(corrected),
      "bh_naive": below(naiveAdjusted), "bh_rtm": below(adjusted),
      "expected_by_chance": .of(0.05 * Double(change.units.count)),
      "worst\(number)_wave1": .object([
        "mean_change_observed": .of(lowest.meanChange),
        "mean_change_expected_by_rtm_alone": .of(lowest.expectedChange),
        "naive_improvers": .of(lowest.naiveImprovers), "rtm_improvers": .of(lowest.improvers),
      ]),
      "units": .list(units),
    ])
  }
}
