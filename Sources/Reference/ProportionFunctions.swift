internal import Statistics

extension ReferenceFunction {
  static let proportionFunctions = [
    ReferenceFunction(
      "wilson-interval", "Wilson's (1927) score interval of a proportion.",
      shareParameters + [
        Parameter(
          "continuity", "true: corrected for continuity (Newcombe 1998); false if not given")
      ],
      rows: RowColumns(numbers: ["values", "weights"])
    ) { input throws(FunctionInput.Failure) in
      try .of(
        input.proportion().wilson(
          confidence: try input.confidence(), continuity: try input.flag("continuity", else: false))
      )
    },
    ReferenceFunction(
      "proportion-intervals",
      "A proportion with its intervals: Wilson (with and without continuity correction),"
        + " Clopper-Pearson, Jeffreys, Agresti-Coull; for whole counts also mid-p.",
      shareParameters,
      rows: RowColumns(numbers: ["values", "weights"])
    ) { input throws(FunctionInput.Failure) in
      let proportion = try input.proportion()
      let level = try input.confidence()
      var parts: [String: JSONValue] = [
        "p": .of(proportion.share), "n": .of(proportion.count),
        "wilson": try .of(proportion.wilson(confidence: level)),
        "wilson_cc": try .of(proportion.wilson(confidence: level, continuity: true)),
        "clopper_pearson": try .of(proportion.clopperPearson(confidence: level)),
        "jeffreys": try .of(proportion.jeffreys(confidence: level)),
        "agresti_coull": try .of(proportion.agrestiCoull(confidence: level)),
      ]
      if let x = Int(exactly: proportion.successes), let n = Int(exactly: proportion.count) {
        parts["midp"] = try .of(MidP.interval(x, of: n, confidence: level))
      }
      return .object(parts)
    },
    ReferenceFunction(
      "proportion-difference",
      "Difference of two independent proportions: Newcombe's (1998) hybrid score interval, pooled z,"
        + " Fisher's exact two-sided p.",
      [
        Parameter("successes1", "whole number, 0 to count1"), Parameter("count1", "from 1"),
        Parameter("successes2", "whole number, 0 to count2"), Parameter("count2", "from 1"),
        Parameter("confidence", "between 0 and 1; 0.95 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      guard
        let first = Proportion(
          successes: try input.integer("successes1"), of: try input.integer("count1")),
        let second = Proportion(
          successes: try input.integer("successes2"), of: try input.integer("count2"))
      else { throw .noResult("impossible-counts") }
      let difference = ProportionDifference(first, minus: second)
      return .object([
        "diff": .of(difference.difference),
        "newcombe10": try .of(difference.newcombe(confidence: try input.confidence())),
        "z_pooled": .of(difference.pooledZ), "fisher_p": .of(difference.fisherP),
      ])
    },
    ReferenceFunction(
      "mid-p-test",
      "One-sided mid-p tests of a proportion against a share, as IQTIG flags providers.",
      [
        Parameter("successes", "whole number, 0 to count"), Parameter("count", "from 1"),
        Parameter("share", "the share tested against, from 0 to 1"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let (x, n) = (try input.integer("successes"), try input.integer("count"))
      let share = try input.number("share")
      guard let less = MidP.less(x, of: n, share: share),
        let greater = MidP.greater(x, of: n, share: share)
      else { throw .noResult("impossible-counts") }
      return .object(["less": .of(less), "greater": .of(greater)])
    },
    ReferenceFunction(
      "rate-decision",
      "Posterior of a rate of unwanted events against a limit, prior Beta(1/2, 1/2), as IQTIG decides.",
      [
        Parameter("events", "whole number, 0 to count"), Parameter("count", "from 1"),
        Parameter("limit", "the reference rate, from 0 to 1"),
        Parameter("prior", "both shapes of the beta prior, above 0; 0.5 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      guard
        let decision = RateDecision(
          events: try input.integer("events"), of: try input.integer("count"),
          limit: try input.number("limit"), prior: try input.number("prior", else: 0.5))
      else { throw .noResult("impossible-counts") }
      return .object([
        "post_prob_theta_le_R": .of(decision.probabilityWithin),
        "expected_excess_cases": .of(decision.expectedExcess),
      ])
    },
    ReferenceFunction(
      "effective-count", "Kish's (1965) effective number of answers and design effect of weights.",
      [Parameter("weights", "list of numbers from 0, at least one above 0")],
      rows: RowColumns(numbers: ["weights"])
    ) { input throws(FunctionInput.Failure) in
      guard let kish = KishWeights(try input.numbers("weights")) else {
        throw .noResult("impossible-weights")
      }
      return .object([
        "n": .of(kish.count), "sum": .of(kish.sum), "n_eff": .of(kish.effectiveCount),
        "deff": .of(kish.designEffect),
      ])
    },
  ]

  private static let shareParameters = [
    Parameter("successes", "whole number, 0 to count"),
    Parameter("count", "whole number from 1"),
    Parameter("values", "instead of both: list of 0 and 1, null for missing"),
    Parameter("weights", "with values: as many numbers from 0; then n is Kish's effective number"),
    Parameter("share", "instead of counts: a weighted share, from 0 to 1"),
    Parameter("effective_count", "with share: the effective number of answers, above 0"),
    Parameter("confidence", "between 0 and 1; 0.95 if not given"),
  ]
}

extension FunctionInput {
  /// The level of an interval, 0.95 if not given.
  func confidence() throws(Failure) -> Double {
    let level = try number("confidence", else: 0.95)
    guard level > 0, level < 1 else {
      throw .wrongKind(name: "confidence", expected: "a number between 0 and 1")
    }
    return level
  }

  /// A proportion from counts, from zeros and ones, or from a weighted share.
  fileprivate func proportion() throws(Failure) -> Proportion {
    if has("values") { return try proportionOfValues() }
    let proportion =
      has("share")
      ? Proportion(
        share: try number("share"), effectiveCount: try number("effective_count"))
      : Proportion(successes: try integer("successes"), of: try integer("count"))
    guard let proportion else { throw .noResult("impossible-counts") }
    return proportion
  }

  private func proportionOfValues() throws(Failure) -> Proportion {
    let values = try optionalNumbers("values")
    guard values.allSatisfy({ $0 == nil || $0 == 0 || $0 == 1 }) else {
      throw .wrongKind(name: "values", expected: "a list of 0, 1 and null")
    }
    let weights = has("weights") ? try numbers("weights") : values.map { _ in 1 }
    guard weights.count == values.count else {
      throw .wrongKind(name: "weights", expected: "as many numbers as values")
    }
    let kept = zip(values, weights).compactMap { value, weight in value.map { ($0 == 1, weight) } }
    let proportion =
      has("weights")
      ? KishWeights.proportion(hits: kept.map(\.0), weights: kept.map(\.1))
      : Proportion(successes: kept.count { $0.0 }, of: kept.count)
    guard let proportion else { throw .noResult("no-answers") }
    return proportion
  }
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

  /// An interval as `lower` and `upper`, or null.
  ///
  /// - Parameter interval: The interval, if there is one.
  /// - Returns: The value.
  static func optional(_ interval: Interval?) -> JSONValue {
    guard let interval else { return .null }
    return .object(["lower": .of(interval.lower), "upper": .of(interval.upper)])
  }
}
