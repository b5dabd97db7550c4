internal import Statistics

extension ReferenceFunction {
  static let agreementFunctions = [
    ReferenceFunction(
      "intraclass-correlation",
      "The six intraclass correlations of Shrout & Fleiss (1979) with F tests and intervals.",
      [
        Parameter(
          "ratings", "per target a list of one rating per rater; targets with null are left out"),
        Parameter("confidence", "of the intervals; 0.95 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let given = try input.optionalMatrix("ratings")
      let complete = given.filter { !$0.contains(nil) }.map { $0.compactMap(\.self) }
      let icc = try FunctionInput.comparing { () throws(ComparisonFailure) in
        try IntraclassCorrelation(complete)
      }
      return .object(forms(icc, confidence: try input.confidence()))
    },
    ReferenceFunction(
      "krippendorff-alpha",
      "Krippendorff's (2004) alpha of any number of raters with gaps: nominal, ordinal and interval.",
      [Parameter("ratings", "per rater a list of one number per unit, null for not rated")]
    ) { input throws(FunctionInput.Failure) in
      let ratings = try input.optionalMatrix("ratings")
      let units = (0..<(ratings.first?.count ?? 0)).map { unit in ratings.compactMap { $0[unit] } }
      var parts: [String: JSONValue] = [:]
      for level in KrippendorffAlpha.Level.allCases {
        let alpha = try FunctionInput.comparing { () throws(ComparisonFailure) in
          try KrippendorffAlpha(units, level)
        }
        parts[level.rawValue] = .of(alpha.value)
        parts["units"] = .of(alpha.units)
        parts["ratings"] = .of(alpha.ratings)
      }
      return .object(parts)
    },
    ReferenceFunction(
      "cohens-kappa",
      "Cohen's (1960, 1968) kappa of two raters: unweighted, linear and quadratic weights.",
      [
        Parameter("x", "list of the first rater's categories, null for none"),
        Parameter("y", "as many of the second rater's"),
        Parameter(
          "categories", "all categories in order; those that occur if not given, numbers rising"),
        Parameter(
          "table", "instead of x and y: counts by the first rater's row, the second's column"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let counts = try input.agreementTable()
      var parts: [String: JSONValue] = [:]
      for weights in CohensKappa.Weights.allCases {
        let kappa = try FunctionInput.comparing { () throws(ComparisonFailure) in
          try CohensKappa(counts, weights)
        }
        parts[weights.rawValue] = .of(kappa.value)
      }
      parts["n"] = .of(counts.reduce(0) { $0 + $1.reduce(0, +) })
      return .object(parts)
    },
    ReferenceFunction(
      "fleiss-kappa", "Fleiss' (1971) kappa of a fixed number of raters per unit.",
      [Parameter("counts", "per unit a list of how many raters chose each category")]
    ) { input throws(FunctionInput.Failure) in
      let counts = try input.matrix("counts").map { (row) throws(FunctionInput.Failure) in
        try FunctionInput(["counts": .of(row)]).integers("counts")
      }
      let kappa = try FunctionInput.comparing { () throws(ComparisonFailure) in
        try FleissKappa(counts)
      }
      return .object([
        "kappa": .of(kappa.value), "observed": .of(kappa.observed),
        "expected": .of(kappa.expected),
      ])
    },
  ]

  private static func forms(
    _ icc: IntraclassCorrelation, confidence: Double
  ) -> [String: JSONValue] {
    var (values, intervals, tests) = ([String: JSONValue](), [String: JSONValue](), [JSONValue]())
    for form in IntraclassCorrelation.Form.allCases {
      for (suffix, ofMean) in [("", false), ("k", true)] {
        let estimate = icc.estimate(form, ofMean: ofMean, confidence: confidence)
        values[form.rawValue + suffix] = .of(estimate?.value)
        intervals[form.rawValue + suffix] = .optional(estimate?.interval)
        guard !ofMean else { continue }
        tests.append(
          .object([
            "F": .of(estimate?.fRatio), "df1": .of(estimate?.degreesOfFreedom.numerator),
            "df2": .of(estimate?.degreesOfFreedom.denominator), "p": .of(estimate?.probability),
          ]))
      }
    }
    return [
      "targets": .of(icc.targets), "raters": .of(icc.raters), "BMS": .of(icc.betweenTargets),
      "JMS": .of(icc.betweenRaters), "EMS": .of(icc.residual), "WMS": .of(icc.withinTargets),
      "icc": .object(values), "ci": .object(intervals), "tests": .list(tests),
      "F": .list(
        tests.map { if case .object(let parts) = $0 { parts["F"] ?? .null } else { .null } }),
      "model": .object([
        "ICC1": .text("one-way: each target has other raters"),
        "ICC2": .text("two-way, raters drawn at random: absolute agreement"),
        "ICC3": .text("two-way, these raters only: consistency"),
      ]),
    ]
  }
}

extension FunctionInput {
  /// Counts by two raters' categories.
  fileprivate func agreementTable() throws(Failure) -> [[Int]] {
    guard !has("table") else {
      return try matrix("table").map { (row) throws(Failure) in
        try FunctionInput(["table": .of(row)]).integers("table")
      }
    }
    let (x, y) = (try optionalLabels("x"), try optionalLabels("y"))
    guard x.count == y.count else {
      throw .wrongKind(name: "y", expected: "as many categories as x")
    }
    let pairs = zip(x, y).compactMap { x, y in x.flatMap { x in y.map { (x, $0) } } }
    let order =
      has("categories")
      ? try labels("categories")
      : Set(pairs.flatMap { [$0.0, $0.1] }).sorted(by: FunctionInput.precedes)
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: order.count), count: order.count)
    for (one, two) in pairs {
      guard let row = order.firstIndex(of: one), let column = order.firstIndex(of: two) else {
        throw .wrongKind(name: "categories", expected: "all categories of x and y")
      }
      counts[row][column] += 1
    }
    return counts
  }
}
