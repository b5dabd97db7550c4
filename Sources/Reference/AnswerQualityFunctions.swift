internal import Statistics

extension ReferenceFunction {
  static let answerQualityFunctions = [
    ReferenceFunction(
      "careless-answers",
      "Long strings, average strings, response variability, Mahalanobis distance and person-total "
        + "correlation of rows of answers, as R's careless.",
      [
        Parameter("answers", "rows of numbers and nulls, one per person, items in order"),
        Parameter("ids", "names of the persons; their numbers from 1 if not given"),
        Parameter("rows_shown", "so many persons are listed; all if not given"),
      ], careless),
    ReferenceFunction(
      "mahalanobis-distance",
      "Squared Mahalanobis distance of rows, from rows or from means and covariances.",
      [
        Parameter("rows", "rows of numbers"),
        Parameter("means", "means of the items; those of the rows if not given"),
        Parameter("covariances", "rows of the covariance matrix; that of the rows if not given"),
      ], mahalanobis),
    ReferenceFunction(
      "ordinal-shape",
      "Van der Eijk's (2001) agreement, polarisation, J index and entropy of ordered categories.",
      [Parameter("counts", "whole numbers, one per category in order")]
    ) { input throws(FunctionInput.Failure) in
      let shape = try demanded(
        OrdinalShape(counts: try input.integers("counts")), "no-answers-or-categories")
      return .object([
        "A": .of(shape.agreement), "polarization": .of(shape.polarisation),
        "j_index": .of(shape.jIndex), "entropy": .of(shape.entropy),
        "evenness": .of(shape.evenness), "shares": .of(shape.shares),
      ])
    },
    ReferenceFunction(
      "shape-test", "Chi-squared test of a unit's distribution against the pooled one.",
      [
        Parameter("counts", "whole numbers, one per category"),
        Parameter("pooled", "whole numbers of all units, this one among them"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let test = try demanded(
        ShapeTest(counts: try input.integers("counts"), pooled: try input.integers("pooled")))
      return .object([
        "chisq": .of(test.statistic), "df": .of(test.freedom), "p": .of(test.probability),
        "smallest_expected": .of(test.smallestExpected),
      ])
    },
    ReferenceFunction(
      "removal-effect", "What leaving some values out does to their mean.",
      [
        Parameter("values", "numbers"),
        Parameter("removed", "1 for a value that is left out, else 0; one per value"),
      ],
      rows: RowColumns(numbers: ["values", "removed"])
    ) { input throws(FunctionInput.Failure) in
      let (values, removed) = (try input.numbers("values"), try input.integers("removed"))
      let effect = try orNoResult { () throws(RemovalEffect.Failure) in
        try RemovalEffect(values: values, removed: removed.map { $0 != 0 })
      }
      return .object([
        "mean_with": .of(effect.meanWith), "mean_without": .of(effect.meanWithout),
        "mean_removed": .of(effect.meanOfRemoved), "share_removed": .of(effect.share),
        "difference": .of(effect.difference), "d": .of(effect.standardisedDifference),
      ])
    },
  ]

  private static func careless(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let answers = try input.optionalMatrix("answers")
    let names =
      input.has("ids") ? try input.labels("ids") : answers.indices.map { String($0 + 1) }
    guard names.count == answers.count else { throw .noResult("different-lengths") }
    guard let items = answers.first?.count, items > 0 else { throw .noResult("no-answers") }
    let shown = try input.integer("rows_shown", else: answers.count)
    let complete = answers.compactMap { row -> [Double]? in
      let given = row.compactMap(\.self)
      return given.count == items ? given : nil
    }
    // Without distances the other signs stand, with the reason beside them.
    var (cloud, reason) = (MahalanobisDistance?.none, JSONValue.null)
    do {
      cloud = try MahalanobisDistance(rows: complete)
    } catch {
      reason = .text(error.rawValue)
    }
    let means = (0..<items).map { item -> Double in
      let given = answers.compactMap { $0[item] }
      return given.isEmpty ? 0 : given.reduce(0, +) / Double(given.count)
    }
    let signs = complete.map { CarelessAnswers($0) }
    let distances = complete.compactMap { cloud?.squared($0) }
    let tails = distances.compactMap { cloud?.probability(ofAtLeast: $0) }
    var table: [String: Int] = [:]
    for sign in signs { table[String(sign.longString), default: 0] += 1 }
    let variabilities = signs.compactMap(\.variability)
    let rows = answers.indices.prefix(max(0, shown)).map { place in
      row(names[place], answers[place], cloud, means)
    }
    return .object([
      "n": .of(complete.count), "items": .of(items),
      "longstring_table": .object(table.mapValues { .of($0) }),
      "mean_irv": .ofFinite(variabilities.reduce(0, +) / Double(variabilities.count)),
      "d2_gt_999": cloud == nil ? .null : .of(tails.count { $0 < 0.001 }),
      "mahal_mean": .ofFinite(distances.reduce(0, +) / Double(distances.count)),
      "logdet_cov": .of(cloud?.logDeterminant), "mahal_reason": reason, "rows": .list(rows),
    ])
  }

  private static func row(
    _ name: String, _ answers: [Double?], _ cloud: MahalanobisDistance?, _ means: [Double]
  ) -> JSONValue {
    let signs = CarelessAnswers(answers)
    let given = answers.compactMap(\.self)
    let squared = given.count == answers.count ? cloud?.squared(given) : nil
    return .object([
      "id": Int(name).map { .of($0) } ?? .text(name), "longstring": .of(signs.longString),
      "avgstring": .of(signs.averageString), "irv": .of(signs.variability), "d2": .of(squared),
      "p": .of(squared.flatMap { cloud?.probability(ofAtLeast: $0) }),
      "person_total": .of(personTotalCorrelation(answers, itemMeans: means)),
      "missing": .of(signs.missingShare),
    ])
  }

  private static func mahalanobis(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let rows = try input.matrix("rows")
    let cloud: MahalanobisDistance
    if input.has("covariances") {
      let (means, matrix) = (try input.numbers("means"), try input.matrix("covariances"))
      cloud = try orNoResult { () throws(MahalanobisDistance.Failure) in
        try MahalanobisDistance(means: means, covariances: matrix.flatMap(\.self))
      }
    } else {
      cloud = try orNoResult { () throws(MahalanobisDistance.Failure) in
        try MahalanobisDistance(rows: rows)
      }
    }
    let distances = rows.map { cloud.squared($0) }
    return .object([
      "d2": .of(distances),
      "p": .of(distances.map { $0.flatMap { cloud.probability(ofAtLeast: $0) } }),
      "logdet_cov": .of(cloud.logDeterminant),
    ])
  }
}
