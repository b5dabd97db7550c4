internal import Statistics

extension ReferenceFunction {
  private static let extremeParameters = [
    Parameter("extremes", "winsorised, truncated or kept; winsorised if not given"),
    Parameter("extreme_share", "share at either end, 0.1 if not given"),
    Parameter("labels", "names of the units; their numbers from 1 if not given"),
  ]

  static let funnelFunctions = [
    ReferenceFunction(
      "funnel-proportions",
      "Expected range of proportions by arcsine with additive over-dispersion (Spiegelhalter 2012), "
        + "with exact and score limits beside it.",
      [
        Parameter("successes", "whole numbers, one per unit"),
        Parameter("counts", "whole numbers from 1, one per unit"),
      ] + extremeParameters,
      rows: RowColumns(numbers: ["successes", "counts"], others: ["labels"]), proportions),
    ReferenceFunction(
      "funnel-ratios",
      "Expected range of observed / expected by the SHMI's or the CQC's method (Spiegelhalter 2005).",
      [
        Parameter("observed", "numbers, one per unit"),
        Parameter("expected", "numbers above 0, one per unit"),
        Parameter("method", "shmi (log, truncated) or cqc (root, winsorised); shmi if not given"),
        Parameter("extreme_share", "share truncated or winsorised at either end, 0.1 if not given"),
        Parameter("labels", "names of the units; their numbers from 1 if not given"),
      ], rows: RowColumns(numbers: ["observed", "expected"], others: ["labels"]), ratios),
    ReferenceFunction(
      "funnel-means",
      "Expected range of means with additive over-dispersion (Spiegelhalter 2012).",
      [
        Parameter("values", "numbers and nulls; or give counts, means and sds"),
        Parameter("groups", "labels, one per value"),
        Parameter("minimum_count", "units with fewer values are left out; 1 if not given"),
        Parameter("counts", "whole numbers from 1, one per unit"),
        Parameter("means", "numbers, one per unit"),
        Parameter("sds", "standard deviations (n - 1), null for a single value"),
        Parameter("standard_error", "pooled or own standard deviation; pooled if not given"),
        Parameter("centre", "what is compared with; the mean over all values if not given"),
      ] + extremeParameters, rows: RowColumns(numbers: ["values"], labels: ["groups"]), means),
    ReferenceFunction(
      "over-dispersion",
      "Additive over-dispersion of any figures with standard errors (Spiegelhalter 2005, 2012).",
      [
        Parameter("values", "numbers, one per unit"),
        Parameter("standard_errors", "numbers above 0, one per unit"),
        Parameter("centre", "number"),
      ] + extremeParameters,
      rows: RowColumns(numbers: ["values", "standard_errors"], others: ["labels"]), figures),
  ]

  private static func extremes(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> ExtremeScores {
    let share = try input.number("extreme_share", else: 0.1)
    switch try input.text("extremes", else: "winsorised") {
    case "winsorised": return .winsorised(share: share)
    case "truncated": return .truncated(share: share)
    case "kept": return .kept
    default: throw .wrongKind(name: "extremes", expected: "one of winsorised, truncated, kept")
    }
  }

  private static func labels(
    _ input: FunctionInput, count: Int
  ) throws(FunctionInput.Failure) -> [String] {
    guard input.has("labels") else { return (0..<count).map { String($0 + 1) } }
    let labels = try input.labels("labels")
    guard labels.count == count else { throw .noResult("different-lengths") }
    return labels
  }

  private static func proportions(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let (successes, counts) = (try input.integers("successes"), try input.integers("counts"))
    let chosen = try extremes(input)
    let range = try orNoResult { () throws(ExpectedRangeFailure) in
      try ProportionRange(successes: successes, counts: counts, extremes: chosen)
    }
    let names = try labels(input, count: counts.count)
    let comparisons = zip(successes, counts).map { range.comparison(successes: $0, of: $1) }
    let adjusted = benjaminiHochberg(comparisons.map { $0?.adjustedProbability })
    var units: [JSONValue] = []
    for place in counts.indices {
      let count = counts[place]
      var unit = unit(
        names[place], comparisons[place], range.overdispersion.usedScores[place], adjusted[place])
      unit["x"] = .of(successes[place])
      unit["n"] = .of(count)
      unit["p"] = .of(Double(successes[place]) / Double(count))
      unit["s"] = .of(ProportionRange.standardError(count: count))
      for (confidence, level) in levels {
        unit.add(range.limits(count: count, confidence: confidence), "", level)
        unit.add(
          range.limits(count: count, confidence: confidence, withPeers: false), "u", level)
        let exact = try orNoResult { () throws(ExpectedRangeFailure) in
          try ExactLimits.binomial(
            proportion: range.centre, count: count, confidence: confidence)
        }
        unit.add(exact, "exact_", level)
        let score = try orNoResult { () throws(ExpectedRangeFailure) in
          try ExactLimits.score(proportion: range.centre, count: count, confidence: confidence)
        }
        unit.add(score, "score_", level)
      }
      units.append(.object(unit))
    }
    return summary(range.overdispersion, comparisons, units).adding(["p0": .of(range.centre)])
  }

  private static func ratios(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let (observed, expected) = (try input.numbers("observed"), try input.numbers("expected"))
    let method = try choice(input, "method", else: RatioRange.Method.shmi)
    let share = try input.number("extreme_share", else: 0.1)
    let range = try orNoResult { () throws(ExpectedRangeFailure) in
      try RatioRange(observed: observed, expected: expected, method: method, extremeShare: share)
    }
    let names = try labels(input, count: expected.count)
    let comparisons = zip(observed, expected).map { range.comparison(observed: $0, expected: $1) }
    let adjusted = benjaminiHochberg(comparisons.map { $0?.adjustedProbability })
    var units: [JSONValue] = []
    for place in expected.indices {
      let number = RatioRange.used(expected[place], method)
      var unit = unit(
        names[place], comparisons[place], range.overdispersion.usedScores[place], adjusted[place])
      unit["O"] = .of(observed[place])
      unit["E"] = .of(number)
      unit["ratio"] = .of(observed[place] / number)
      unit["s"] = .of((method == .shmi ? 1 : 0.5) / number.squareRoot())
      for (confidence, level) in levels {
        unit.add(range.limits(expected: number, confidence: confidence), "", level)
        unit.add(
          range.limits(expected: number, confidence: confidence, withPeers: false), "u", level)
        if method == .cqc {
          unit.add(
            range.limits(expected: number, confidence: confidence, squaredBack: false), "", level,
            "_unsquared")
        }
        let exact = try orNoResult { () throws(ExpectedRangeFailure) in
          try ExactLimits.poisson(expected: number, confidence: confidence)
        }
        unit.add(exact, "exact_", level)
      }
      units.append(.object(unit))
    }
    return summary(range.overdispersion, comparisons, units)
      .adding(["T": .of(range.range.centre)])
  }

  private static func means(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let sample = try MeanSample(input)
    let names =
      sample.labels.isEmpty ? try labels(input, count: sample.counts.count) : sample.labels
    let spread = try choice(input, "standard_error", else: MeanRange.Spread.pooled)
    let centre: Double? = input.has("centre") ? try input.number("centre") : nil
    let chosen = try extremes(input)
    let range = try orNoResult { () throws(ExpectedRangeFailure) in
      try MeanRange(
        counts: sample.counts, means: sample.means, deviations: sample.deviations,
        spread: spread, centre: centre, extremes: chosen)
    }
    return funnel(
      names, sample.means, range.standardErrors, range.range, range.overdispersion
    ) { place in
      [
        "n": .of(sample.counts[place]), "mean": .of(sample.means[place]),
        "sd": .of(sample.deviations[place]),
      ]
    }.adding(["T": .of(range.centre), "pooled_sd": .of(range.pooledDeviation)])
  }

  private static func figures(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let (values, errors) = (try input.numbers("values"), try input.numbers("standard_errors"))
    let (centre, chosen) = (try input.number("centre"), try extremes(input))
    let found = try orNoResult { () throws(ExpectedRangeFailure) in
      try Overdispersion(
        values: values, standardErrors: errors, centre: centre, extremes: chosen)
    }
    let range = ExpectedRange(centre: centre, varianceBetween: found.varianceBetween)
    let names = try labels(input, count: values.count)
    return funnel(names, values, errors, range, found) { ["value": .of(values[$0])] }
      .adding(["T": .of(centre)])
  }

  /// A funnel of figures on their own scale.
  private static func funnel(
    _ names: [String], _ values: [Double], _ errors: [Double], _ range: ExpectedRange,
    _ found: Overdispersion, _ more: (Int) -> [String: JSONValue]
  ) -> JSONValue {
    let comparisons = zip(values, errors).map {
      PeerComparison(value: $0, standardError: $1, range: range)
    }
    let adjusted = benjaminiHochberg(comparisons.map { $0?.adjustedProbability })
    let chance = ExpectedRange(centre: range.centre, varianceBetween: 0)
    let units = values.indices.map { place in
      var unit = unit(
        names[place], comparisons[place], found.usedScores[place], adjusted[place])
      unit["s"] = .of(errors[place])
      for (confidence, level) in levels {
        unit.add(range.limits(standardError: errors[place], confidence: confidence), "", level)
        unit.add(chance.limits(standardError: errors[place], confidence: confidence), "u", level)
      }
      return JSONValue.object(unit.merging(more(place)) { $1 })
    }
    return summary(found, comparisons, units)
      .adding(["bh_sig_05": .of(adjusted.count { $0.map { $0 < 0.05 } ?? false })])
  }

  private static let levels = [(0.95, "95"), (0.998, "998")]

  private static func unit(
    _ name: String, _ comparison: PeerComparison?, _ used: Double?, _ adjusted: Double?
  ) -> [String: JSONValue] {
    [
      "unit": .text(name), "z": .ofFinite(comparison?.score), "zw": .ofFinite(used),
      "zD": .ofFinite(comparison?.adjustedScore),
      "band": comparison.map { .of($0.adjustedBand.rawValue) } ?? .null,
      "unadjusted_band": comparison.map { .of($0.band.rawValue) } ?? .null,
      "p_two_sided_z": .ofFinite(comparison?.probability),
      "p_two_sided_zD": .ofFinite(comparison?.adjustedProbability), "bh": .ofFinite(adjusted),
    ]
  }

  private static func summary(
    _ found: Overdispersion, _ comparisons: [PeerComparison?], _ units: [JSONValue]
  ) -> JSONValue {
    func counts(_ band: KeyPath<PeerComparison, PeerBand>) -> JSONValue {
      let bands = PeerBand.counts(of: comparisons.compactMap { $0?[keyPath: band] })
      return .object(
        Dictionary(uniqueKeysWithValues: bands.map { (String($0.key.rawValue), .of($0.value)) }))
    }
    return .object([
      "I": .of(found.units), "phi": .of(found.phi), "tau2": .of(found.varianceBetween),
      "wins": .pair(found.bounds), "bands_count": counts(\.adjustedBand),
      "unadj_bands_count": counts(\.band), "units": .list(units),
    ])
  }
}

extension [String: JSONValue] {
  /// Adds limits as `l95` and `u95` with something before and after.
  fileprivate mutating func add(
    _ limits: Interval?, _ before: String, _ level: String, _ after: String = ""
  ) {
    self["\(before)l\(level)\(after)"] = .ofFinite(limits?.lower)
    self["\(before)u\(level)\(after)"] = .ofFinite(limits?.upper)
  }
}
