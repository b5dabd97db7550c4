internal import Statistics

extension ReferenceFunction {
  static let descriptiveFunctions = [
    ReferenceFunction(
      "descriptives",
      "Mean, spread, shape, quantiles and shares of the highest and lowest levels of one variable.",
      [
        Parameter("values", "list of numbers, null for missing"),
        Parameter(
          "counts", "instead of values: how often each level from minimum on was answered"),
        Parameter(
          "minimum", "lowest level of the scale; smallest value if not given, 1 with counts"),
        Parameter("maximum", "highest level of the scale; largest value if not given"),
        Parameter("shares", "where to take quantiles; 0.05, 0.25, 0.5, 0.75, 0.95 if not given"),
        Parameter("confidence", "of the interval of the mean; 0.95 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let (sample, missing) = try input.sample()
      guard let figures = sample else { throw .noResult("not-finite") }
      var parts = try moments(figures, confidence: try input.confidence())
      parts["missing"] = .of(missing)
      let shares =
        input.has("shares") ? try input.numbers("shares") : [0.05, 0.25, 0.5, 0.75, 0.95]
      for definition in QuantileDefinition.allCases {
        parts["q\(definition.rawValue)"] = .of(shares.map { figures.quantile(at: $0, definition) })
      }
      for (name, part) in try levels(figures, input) { parts[name] = part }
      return .object(parts)
    },
    ReferenceFunction(
      "quantile", "The value below which a share lies, by three definitions (Hyndman & Fan 1996).",
      [
        Parameter("values", "list of numbers, null for missing"),
        Parameter("share", "from 0 to 1"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let values = try input.optionalNumbers("values").compactMap(\.self)
      let share = try input.number("share")
      var parts: [String: JSONValue] = [:]
      for definition in QuantileDefinition.allCases {
        guard let value = definition.quantile(of: values, at: share) else {
          throw .noResult("no-answers")
        }
        parts["q\(definition.rawValue)"] = .of(value)
      }
      return .object(parts)
    },
    ReferenceFunction(
      "mean-interval", "The interval of a mean by Student's t.",
      [
        Parameter("mean", "the mean"), Parameter("sd", "standard deviation, divisor n - 1"),
        Parameter("count", "the number of values, from 2"),
        Parameter("values", "instead of the three: list of numbers, null for missing"),
        Parameter("confidence", "between 0 and 1; 0.95 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let moments =
        input.has("values")
        ? SampleMoments(try input.optionalNumbers("values").compactMap(\.self))
        : SampleMoments(
          count: try input.integer("count"), mean: try input.number("mean"),
          standardDeviation: try input.number("sd"))
      guard let moments else { throw .noResult("no-answers") }
      guard let sd = moments.standardDeviation else { throw .noResult("too-few-values") }
      return try .of(
        meanInterval(
          mean: moments.mean, standardDeviation: sd, count: moments.count,
          degreesOfFreedom: Double(moments.count - 1), confidence: try input.confidence()))
    },
  ]

  private static func moments(
    _ figures: Descriptives, confidence: Double
  ) throws(FunctionInput.Failure) -> [String: JSONValue] {
    let moments = figures.moments
    let interval = moments.standardDeviation.flatMap { sd in
      meanInterval(
        mean: moments.mean, standardDeviation: sd, count: moments.count,
        degreesOfFreedom: Double(moments.count - 1), confidence: confidence)
    }
    return [
      "n": .of(moments.count), "sum": .of(figures.sum), "mean": .of(moments.mean),
      "sd": .of(moments.standardDeviation), "se": .of(figures.standardError),
      "ci": .optional(interval), "median": .of(figures.median),
      "min": .of(figures.values.first), "max": .of(figures.values.last),
      "mad_raw": .of(figures.medianDeviation), "skew_g1": .of(figures.skewness),
      "kurt_g2": .of(figures.kurtosis), "skew_G1": .of(figures.sampleSkewness),
      "kurt_G2": .of(figures.sampleKurtosis),
    ]
  }

  /// What only levels in whole steps have; nothing for other values.
  private static func levels(
    _ figures: Descriptives, _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> [String: JSONValue] {
    guard let least = figures.values.first, let most = figures.values.last else { return [:] }
    let low = try input.number("minimum", else: input.has("counts") ? 1 : least)
    let high = try input.number("maximum", else: max(most, low))
    guard let lowest = Int(exactly: low), let highest = Int(exactly: high), lowest < highest,
      highest - lowest <= 1000, least >= low, most <= high,
      figures.values.allSatisfy({ Int(exactly: $0) != nil })
    else { return [:] }
    var counts = [Int](repeating: 0, count: highest - lowest + 1)
    for (value, count) in zip(figures.values, figures.counts) {
      counts[Int(value) - lowest] = count
    }
    guard let levels = LevelDistribution(counts: counts) else { return [:] }
    return [
      "counts": .list(counts.map { .of($0) }), "topbox": .of(levels.topShare(1)),
      "top2box": .of(levels.topShare(2)), "bottom2box": .of(levels.bottomShare(2)),
      "entropy_bits": .of(levels.entropy), "pomp_mean": .of(levels.percentOfMaximum),
    ]
  }
}

extension FunctionInput {
  /// A sample of values, or of counts per level, and how many answers are missing.
  fileprivate func sample() throws(Failure) -> (Descriptives?, missing: Int) {
    guard has("counts") else {
      let given = try optionalNumbers("values")
      let values = given.compactMap(\.self)
      guard !values.isEmpty else { throw .noResult("no-answers") }
      return (Descriptives(values), given.count - values.count)
    }
    let first = try number("minimum", else: 1)
    let counts = try integers("counts")
    guard counts.allSatisfy({ $0 >= 0 }) else { throw .noResult("impossible-counts") }
    guard counts.contains(where: { $0 > 0 }) else { throw .noResult("no-answers") }
    return (Descriptives(values: counts.indices.map { first + Double($0) }, counts: counts), 0)
  }
}
