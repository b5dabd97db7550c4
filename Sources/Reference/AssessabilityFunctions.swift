internal import Statistics

extension ReferenceFunction {
  static let assessabilityFunctions = [
    ReferenceFunction(
      "assessability",
      "Whether a measure tells the organisations of a peer group apart at all, as reports say it.",
      FunctionInput.momentParameters + [
        Parameter("maximum", "with values: the best level, for the share of answers at it"),
        Parameter(
          "rate", "the false discovery rate of pairs, above 0 and below 1; 0.05 if not given"),
        Parameter("reliability", "for answers_needed, above 0 and below 1; 0.7 if not given"),
      ], assessability),
    ReferenceFunction(
      "reading-ways",
      "In how many ways of reckoning a unit has the same place among its peers, as reports say it.",
      [
        Parameter("values", "numbers and nulls; or give counts, means and sds"),
        Parameter("groups", "labels, one per value"),
        Parameter("counts", "whole numbers from 1, one per unit"),
        Parameter("means", "numbers, one per unit"),
        Parameter("sds", "standard deviations (n - 1), null for a single value"),
        Parameter("minimum_count", "units with fewer values are left out; 1 if not given"),
        Parameter("labels", "names of the units; their numbers from 1 if not given"),
      ], rows: RowColumns(numbers: ["values"], labels: ["groups"]), readingWays),
  ]

  private static func assessability(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let groups = try input.groupedMoments()
    guard groups.count > 1 else { throw .noResult("too-few-groups") }
    guard let analysis = OneWayAnalysis(moments: groups.map(\.moments)) else {
      throw .noResult("too-few-values")
    }
    guard
      let typical = TypicalReliability(counts: groups.map(\.moments.count), analysis: analysis)
    else { throw .noResult("no-spread") }
    let target = try input.number("reliability", else: 0.7)
    guard target > 0, target < 1 else {
      throw .wrongKind(name: "reliability", expected: "between 0 and 1")
    }
    let rate = try input.number("rate", else: 0.05)
    guard rate > 0, rate < 1 else {
      throw .wrongKind(name: "rate", expected: "above 0 and below 1")
    }
    let pairs = PairwiseDifferences(moments: groups.map(\.moments), rate: rate)
    // Rounded to 12 digits first, so that a whole number that is off in the last digit stays itself.
    let exact = analysis.valuesNeeded(for: target).flatMap { rounded($0, toSignificantDigits: 12) }
    let needed = exact.map { max(1, $0.rounded(.up)) }
    var parts: [String: JSONValue] = [
      "assessability": typical.verdict.map { .text($0.rawValue) } ?? .null,
      "organisations": .of(groups.count), "typical_answers": .of(typical.size),
      "typical_reliability": .of(typical.value), "reliability_ci95": .pair(typical.interval),
      "icc": .ofFinite(analysis.icc1), "answers_needed": .ofFinite(needed),
      "answers_missing": .ofFinite(needed.map { max(0, $0 - Double(typical.size)) }),
      "pairs": .of(pairs.map { Double($0.pairs) }),
      "pairs_different": .of(pairs.map { Double($0.different) }),
      "distinguishable_pairs": .of(pairs?.share),
      "expected_by_chance": .of(0.05 * Double(groups.count)),
    ]
    if input.has("maximum"), !input.has("means") {
      let best = try input.number("maximum")
      let values = try input.groupedValues().flatMap(\.values)
      parts["ceiling_share"] = .of(Double(values.count { $0 >= best }) / Double(values.count))
    }
    return .object(parts)
  }

  private static func readingWays(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let sample = try MeanSample(input)
    let ways = ReadingWay.Choice.all.map { choice in
      ReadingWay(
        choice, counts: sample.counts, means: sample.means, deviations: sample.deviations)
    }
    guard let usual = ways[0] else { throw .noResult("not-estimable") }
    var names = sample.labels.isEmpty ? sample.counts.indices.map { "\($0 + 1)" } : sample.labels
    if sample.labels.isEmpty, input.has("labels") { names = try input.labels("labels") }
    guard names.count == sample.counts.count else { throw .noResult("different-lengths") }
    let units = names.indices.map { unit in
      let bands = ways.map { $0?.standings[unit]?.band }
      let band = usual.standings[unit]?.band
      return JSONValue.object([
        "unit": .text(names[unit]), "n": .of(sample.counts[unit]),
        "mean": .of(sample.means[unit]), "band": .of(band.map { Double($0.rawValue) }),
        "ways": .of(bands.count { $0 != nil }), "holds": .of(bands.count { $0 == band }),
        "bands": .of(bands.map { $0.map { Double($0.rawValue) } }),
      ])
    }
    return .object(["ways": .of(ways.count { $0 != nil }), "units": .list(units)])
  }
}
