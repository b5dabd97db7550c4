internal import Statistics

extension ReferenceFunction {
  private static let boundedParameters = [
    Parameter("values", "whole numbers and nulls on the scale"),
    Parameter("groups", "labels, one per value"),
    Parameter("lowest", "the lowest value of the scale; 1 if not given"),
    Parameter("highest", "the highest value of the scale; 5 if not given"),
    Parameter("confidence", "between 0 and 1; 0.95 if not given"),
  ]

  static let resamplingFunctions = [
    ReferenceFunction(
      "bounded-mean-interval",
      "Score intervals of means of groups on a bounded scale, with the dispersion of all groups; "
        + "they hold their level for few answers on five points.",
      boundedParameters, rows: RowColumns(numbers: ["values"], labels: ["groups"]), boundedMeans),
    ReferenceFunction(
      "clustered-mean-interval",
      "The mean over groups drawn at random on a bounded scale, by leaving out one group at a time.",
      boundedParameters, rows: RowColumns(numbers: ["values"], labels: ["groups"]), clusteredMean),
    ReferenceFunction(
      "person-bootstrap",
      "Bootstrap of whole persons (Efron & Tibshirani 1993) with counter-based random numbers.",
      [
        Parameter("sums", "per person, the sum of their values"),
        Parameter("counts", "per person, the number of their values; 1 each if not given"),
        Parameter("key", "what all draws depend on; 1 if not given"),
        Parameter("stream", "what belongs together; 0 if not given"),
        Parameter("replications", "2000 if not given"),
        Parameter("confidence", "between 0 and 1; 0.95 if not given"),
      ], rows: RowColumns(numbers: ["sums", "counts"]), bootstrap),
    ReferenceFunction(
      "philox", "Four words of a key and a counter by Philox4x32-10 (Salmon et al. 2011).",
      [
        Parameter("counter", "four whole numbers below 2^32"),
        Parameter("key", "two whole numbers below 2^32"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let counter = try input.integers("counter").compactMap { UInt32(exactly: $0) }
      let key = try input.integers("key").compactMap { UInt32(exactly: $0) }
      guard counter.count == 4, key.count == 2 else { throw .noResult("out-of-range") }
      let words = Philox(key: SIMD2(key)).block(SIMD4(counter))
      return .object(["words": .list((0..<4).map { .number(Double(words[$0])) })])
    },
  ]

  private static func samples(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> (labels: [String], sums: [SampleSums], ClosedRange<Double>) {
    let (values, groups) = (try input.optionalNumbers("values"), try input.labels("groups"))
    guard values.count == groups.count else { throw .noResult("different-lengths") }
    guard values.allSatisfy({ $0.map { Int32(exactly: $0) != nil } ?? true }) else {
      throw .wrongKind(name: "values", expected: "a list of whole numbers and nulls")
    }
    let (lowest, highest) = (
      try input.number("lowest", else: 1), try input.number("highest", else: 5)
    )
    guard lowest < highest else { throw .noResult("out-of-range") }
    let grouped = GroupedValues(values, by: groups)
    let sums = grouped.values.map { values in
      values.reduce(into: SampleSums(count: 0, sum: 0, sumOfSquares: 0)) { sums, value in
        let whole = Int128(value)
        sums += SampleSums(count: 1, sum: whole, sumOfSquares: whole * whole)
      }
    }
    return (grouped.labels, sums, lowest...highest)
  }

  private static func boundedMeans(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let (labels, sums, range) = try samples(input)
    let confidence = try input.number("confidence", else: 0.95)
    let dispersion = try orNoResult { () throws(BoundedDispersion.Failure) in
      try BoundedDispersion(sums, range: range)
    }
    let groups = zip(labels, sums).map { label, sums in
      let interval = sums.mean.flatMap {
        dispersion.interval(mean: $0, count: sums.count, confidence: confidence)
      }
      return JSONValue.object([
        "group": .text(label), "n": .of(sums.count), "mean": .of(sums.mean),
        "lower": .of(interval?.lower), "upper": .of(interval?.upper),
      ])
    }
    return .object([
      "phi": .of(dispersion.phi), "df": .of(dispersion.degreesOfFreedom), "groups": .list(groups),
    ])
  }

  private static func clusteredMean(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let (_, sums, range) = try samples(input)
    let found = try orNoResult { () throws(ClusteredMean.Failure) in
      try ClusteredMean(sums, range: range)
    }
    let interval = try demanded(
      found.interval(confidence: try input.number("confidence", else: 0.95)), "out-of-range")
    return .object([
      "mean": .of(found.mean), "groups": .of(found.groups), "df": .of(found.degreesOfFreedom),
      "se_log_odds": .of(found.logOddsError), "lower": .of(interval.lower),
      "upper": .of(interval.upper),
    ])
  }

  private static func bootstrap(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let sums = try input.numbers("sums")
    let counts = input.has("counts") ? try input.integers("counts") : sums.map { _ in 1 }
    guard sums.count == counts.count else { throw .noResult("different-lengths") }
    let (key, stream) = (
      try input.integer("key", else: 1), try input.integer("stream", else: 0)
    )
    let replications = try input.integer("replications", else: 2_000)
    let confidence = try input.number("confidence", else: 0.95)
    guard key >= 0, stream >= 0, (2...1_000_000).contains(replications) else {
      throw .noResult("out-of-range")
    }
    let outcome = try orNoResult { () throws(PersonBootstrap.Failure) in
      try PersonBootstrap(key: UInt64(key), replications: replications).outcome(
        of: zip(sums, counts).map { PersonSums(sum: $0, count: $1) }, stream: UInt64(stream),
        confidence: confidence)
    }
    return .object([
      "estimate": .of(outcome.estimate), "se": .of(outcome.standardError),
      "percentile": .pair(outcome.percentile), "bca": .pair(outcome.corrected),
    ])
  }
}
