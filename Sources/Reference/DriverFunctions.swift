internal import Statistics

extension ReferenceFunction {
  static let driverFunctions = [
    ReferenceFunction(
      "key-drivers",
      "Importance of drivers: regression, LMG (Shapley), dominance, relative weights, CAR, Pratt.",
      [
        Parameter("y", "the outcome, n numbers; or covariance instead"),
        Parameter("x", "the drivers, a column of n numbers each; or covariance instead"),
        Parameter("names", "their names; x1, x2 and so on if not given"),
        Parameter("covariance", "covariances or correlations of the drivers and, last, y"),
        Parameter("means", "with covariance: the means of the drivers and, last, y"),
        Parameter("n", "with covariance: the number of records, if regression is wanted"),
      ] + bootstrapParameters,
      rows: RowColumns(numbers: ["y"], numberColumns: ["x"], others: ["group"])
    ) { input throws(FunctionInput.Failure) in
      if input.has("covariance") {
        let matrix = try input.matrix("covariance")
        let covariances = matrix.flatMap(\.self)
        let means = input.has("means") ? try input.numbers("means") : matrix.map { _ in 0 }
        let count = input.has("n") ? try input.integer("n") : nil
        return .object(
          try drivers(
            covariances, means: means, count: count, names: try names(input, matrix.count - 1)))
      }
      let columns = try input.matrix("x") + [try input.numbers("y")]
      guard let moments = ColumnMoments(columns) else { throw .noResult("bad-input") }
      var parts = try drivers(
        moments.covariances, means: moments.means, count: moments.count,
        names: try names(input, columns.count - 1))
      if input.has("replications") { parts["bootstrap"] = try bootstrap(columns, input) }
      return .object(parts)
    },
    ReferenceFunction(
      "drivers-within-between",
      "The same within organisations (pooled deviations) and between them (means), apart.",
      [
        Parameter("y", "the outcome, n numbers"),
        Parameter("x", "the drivers, a column of n numbers each"),
        Parameter("names", "their names; x1, x2 and so on if not given"),
        Parameter("group", "n labels of organisations"),
        Parameter("weighted", "whether organisations count by their answers; false if not given"),
      ],
      rows: RowColumns(numbers: ["y"], labels: ["group"], numberColumns: ["x"])
    ) { input throws(FunctionInput.Failure) in
      let columns = try input.matrix("x") + [try input.numbers("y")]
      let coded = CodedLabels(try input.labels("group"))
      let names = try names(input, columns.count - 1)
      guard
        let split = DriverSplit(
          columns, groups: coded.codes, groupCount: coded.levels.count,
          weighted: try input.flag("weighted", else: false))
      else { throw .noResult("bad-input") }
      func part(_ covariances: [Double]?) -> JSONValue {
        guard let covariances else { return .object(["reason": .text("too-few-rows")]) }
        do throws(FunctionInput.Failure) {
          return .object(
            try drivers(
              covariances, means: columns.map { _ in 0 }, count: nil, names: names))
        } catch {
          guard case .noResult(let word) = error else { return .null }
          return .object(["reason": .text(word)])
        }
      }
      return .object([
        "n": .of(split.count), "organisations": .of(split.organisations),
        "within": part(split.within), "between": part(split.between),
      ])
    },
  ]

  private static let bootstrapParameters = [
    Parameter("replications", "of a bootstrap of the shares, from 20; no bootstrap if not given"),
    Parameter(
      "group", "for the bootstrap: n labels of organisations, drawn whole; persons if not given"),
    Parameter("key", "what the draws of the bootstrap depend on; 1 if not given"),
    Parameter("confidence", "of the intervals of the bootstrap; 0.95 if not given"),
  ]

  private static func bootstrap(
    _ columns: [[Double]], _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let key = try input.integer("key", else: 1)
    guard key >= 0 else { throw .wrongKind(name: "key", expected: "a whole number from 0") }
    let replications = try input.integer("replications")
    guard (20...100_000).contains(replications) else {
      throw .wrongKind(name: "replications", expected: "a whole number from 20 to 100000")
    }
    let groups = input.has("group") ? CodedLabels(try input.labels("group")).codes : nil
    let confidence = try input.confidence()
    let outcome = try figure { () throws(DriverBootstrap.Failure) in
      try DriverBootstrap(key: UInt64(key), replications: replications)
        .outcome(of: columns, groups: groups, confidence: confidence)
    }
    func part(_ figures: [DriverBootstrap.Figure]) -> JSONValue {
      .object([
        "se": .of(figures.map(\.standardError)), "lower": .of(figures.map(\.interval.lower)),
        "upper": .of(figures.map(\.interval.upper)),
      ])
    }
    return .object([
      "units": .of(outcome.units), "replications": .of(outcome.replications),
      "R2": .object([
        "se": .of(outcome.rSquared.standardError), "lower": .of(outcome.rSquared.interval.lower),
        "upper": .of(outcome.rSquared.interval.upper),
      ]),
      "relative_weights": part(outcome.relativeWeights),
      "lmg": outcome.shapley.map(part) ?? .null, "beta_std": part(outcome.standardised),
      "largest": .of(outcome.largest),
    ])
  }

  private static func names(
    _ input: FunctionInput, _ count: Int
  ) throws(FunctionInput.Failure) -> [String] {
    guard input.has("names") else { return (1...max(1, count)).map { "x\($0)" } }
    let names = try input.labels("names")
    guard names.count == count else {
      throw .wrongKind(name: "names", expected: "a name per driver")
    }
    return names
  }

  private static func drivers(
    _ covariances: [Double], means: [Double], count: Int?, names: [String]
  ) throws(FunctionInput.Failure) -> [String: JSONValue] {
    let shares = try figure { () throws(DriverShares.Failure) in
      try DriverShares(matrix: covariances)
    }
    let weights = shares.relativeWeights
    var parts: [String: JSONValue] = [
      "names": .texts(names), "R2": .of(shares.rSquared), "r_y": .of(shares.correlations),
      "beta_std": .of(shares.standardised), "vif": .of(shares.inflation),
      "vif_warnings": .texts(shares.inflated.map { names[$0] }), "pratt": .of(shares.pratt),
      "relative_weights": .of(weights),
      "rw_pct": .of(weights.map { 100 * $0 / weights.reduce(0, +) }), "car": .of(shares.car),
      "first": .of(shares.first), "last": .of(shares.last),
      "lmg": shares.shapley.map { .of($0) } ?? .null,
      "conditional_dominance": shares.conditionalDominance.map { .list($0.map { .of($0) }) }
        ?? .null,
    ]
    guard let count else { return parts }
    let regression = try figure { () throws(LinearRegression.Failure) in
      try LinearRegression(means: means, covariances: covariances, count: count)
    }
    parts["n"] = .of(count)
    parts["adjR2"] = .of(regression.adjustedRSquared)
    parts["coef"] = .of(regression.coefficients)
    parts["se"] = .of(regression.standardErrors)
    parts["t"] = .of(regression.tRatios)
    parts["p"] = .of(regression.probabilities)
    parts["sigma"] = .of(regression.residualDeviation)
    parts["F"] = .of([
      regression.fRatio, Double(regression.coefficients.count - 1), regression.degreesOfFreedom,
    ])
    return parts
  }
}
