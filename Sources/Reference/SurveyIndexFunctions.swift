internal import Statistics

extension ReferenceFunction {
  static let surveyIndexFunctions = [
    ReferenceFunction(
      "iqtig-index",
      "The quality index of the German statutory patient surveys (IQTIG), with a person-clustered "
        + "interval and the design effect beside it.",
      [
        Parameter("answers", "rows of numbers and nulls, one per person, one column per item"),
        Parameter("attributes", "labels, one per item: the attribute (Merkmal) it belongs to"),
        Parameter("levels", "K, the number of answer levels per item, or one for all"),
        Parameter(
          "coding", "levels (0 to K-1), codes (1 to K) or points (0 to 100); points if not given"),
        Parameter("successes", "or sums of levels per attribute, without persons; with trials"),
        Parameter("trials", "answers · (K - 1) per attribute"),
        Parameter("prior", "both shapes of the prior; 0.5 if not given"),
        Parameter("confidence", "between 0 and 1; 0.95 if not given"),
        Parameter(
          "reference", "reference value from 0 to 1, at least is better; none if not given"),
        Parameter("threshold", "of the Bayes decision; 0.05 if not given"),
      ], surveyIndex),
    ReferenceFunction(
      "beta-mean",
      "Quantiles and tails of the mean of independent beta variables, by convolution.",
      [
        Parameter("a", "first shapes"), Parameter("b", "second shapes"),
        Parameter("p", "shares, for quantiles; none if not given"),
        Parameter("x", "values, for lower tails; none if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let (a, b) = (try input.numbers("a"), try input.numbers("b"))
      let shapes = zip(a, b).compactMap { BetaDistribution(a: $0, b: $1) }
      guard a.count == b.count, shapes.count == a.count else { throw .noResult("out-of-range") }
      let mean = try demanded(BetaMean(shapes), "no-attributes")
      let shares = input.has("p") ? try input.numbers("p") : []
      let places = input.has("x") ? try input.numbers("x") : []
      return .object([
        "mean": .of(mean.mean), "variance": .of(mean.variance),
        "quantiles": .of(shares.map { mean.quantile($0) }),
        "lower_tails": .of(places.map { mean.lowerTail($0) }),
      ])
    },
  ]

  private static func surveyIndex(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let sample = try IndexSample(input)
    let prior = try input.number("prior", else: 0.5)
    let confidence = try input.number("confidence", else: 0.95)
    let index = try orNoResult { () throws(SurveyIndex.Failure) in
      try SurveyIndex(attributes: sample.counts, prior: prior)
    }
    let interval = try demanded(index.interval(confidence: confidence), "out-of-range")
    var result: [String: JSONValue] = [
      "QI_hat": .of(index.value), "lower": .of(interval.lower), "upper": .of(interval.upper),
      "se": .of(index.variance.squareRoot()), "J": .of(sample.persons.count),
      "attributes": .list(
        index.posteriors.indices.map { place in
          let posterior = index.posteriors[place]
          return .object([
            "attribute": .text(sample.names[place]), "astar": .of(posterior.a),
            "bstar": .of(posterior.b), "postmean": .of(posterior.a / (posterior.a + posterior.b)),
            "trials": .of(index.attributes[place].trials),
            "lower": .of(posterior.quantile((1 - confidence) / 2)),
            "upper": .of(posterior.quantile((1 + confidence) / 2)),
          ])
        }),
    ]
    if input.has("reference") {
      let reference = try input.number("reference")
      let decision = try demanded(
        index.decision(
          reference: reference, threshold: try input.number("threshold", else: 0.05),
          confidence: confidence), "out-of-range")
      result["p_at_least_reference"] = .of(decision.probabilityOfReaching)
      result["auff_stat"] = .bool(decision.isBelowByInterval)
      result["bayes_outlier"] = .bool(decision.isBelowByDecision)
      result["expected_shortfall"] = .of(index.expectedShortfall(below: reference))
    }
    guard !sample.persons.isEmpty else { return .object(result) }
    do {
      let clustered = try ClusteredIndex(persons: sample.persons)
      result["clustered"] = .object([
        "index": .of(clustered.value), "se": .of(clustered.variance.squareRoot()),
        "persons": .of(clustered.persons), "deff": .of(clustered.designEffect),
        "deff_posterior": .of(clustered.variance / index.variance),
        "se_ratio": .of((clustered.variance / index.variance).squareRoot()),
      ]).adding(
        clustered.interval(confidence: confidence).map {
          ["lower": .of($0.lower), "upper": .of($0.upper)]
        } ?? [:])
    } catch {
      result["clustered"] = .object(["reason": .text(error.rawValue)])
    }
    return .object(result)
  }
}

/// Answers as counts per person and attribute, or counts per attribute alone.
private struct IndexSample {
  private(set) var names: [String] = []
  private(set) var counts: [SurveyIndex.Counts] = []
  private(set) var persons: [[SurveyIndex.Counts]] = []

  init(_ input: FunctionInput) throws(FunctionInput.Failure) {
    guard input.has("answers") else {
      let (successes, trials) = (try input.integers("successes"), try input.integers("trials"))
      guard successes.count == trials.count else { throw .noResult("different-lengths") }
      counts = zip(successes, trials).map { .init(successes: $0, trials: $1) }
      names =
        input.has("attributes")
        ? try input.labels("attributes") : counts.indices.map { String($0 + 1) }
      guard names.count == counts.count else { throw .noResult("different-lengths") }
      return
    }
    let rows = try input.optionalMatrix("answers")
    let labels = try input.labels("attributes")
    let highest = try IndexSample.highest(input, items: labels.count)
    guard rows.allSatisfy({ $0.count == labels.count }) else {
      throw .noResult("different-lengths")
    }
    let coding = try input.text("coding", else: "points")
    for label in labels where !names.contains(label) { names.append(label) }
    let places = labels.map { label in names.firstIndex(of: label) ?? 0 }
    counts = Array(repeating: .init(successes: 0, trials: 0), count: names.count)
    for row in rows {
      var person = Array(
        repeating: SurveyIndex.Counts(successes: 0, trials: 0), count: names.count)
      for (item, answer) in row.enumerated() {
        guard let answer else { continue }
        let level = try IndexSample.level(answer, highest: highest[item], coding: coding)
        person[places[item]].successes += level
        person[places[item]].trials += highest[item]
      }
      for (place, own) in person.enumerated() {
        counts[place].successes += own.successes
        counts[place].trials += own.trials
      }
      persons.append(person)
    }
  }

  private static func highest(
    _ input: FunctionInput, items: Int
  ) throws(FunctionInput.Failure) -> [Int] {
    let levels: [Int]
    do {
      levels = Array(repeating: try input.integer("levels"), count: items)
    } catch .wrongKind {
      levels = try input.integers("levels")
    }
    guard levels.count == items else { throw .noResult("different-lengths") }
    guard levels.allSatisfy({ (2...1_000).contains($0) }) else { throw .noResult("out-of-range") }
    return levels.map { $0 - 1 }
  }

  private static func level(
    _ answer: Double, highest: Int, coding: String
  ) throws(FunctionInput.Failure) -> Int {
    let exact: Double
    switch coding {
    case "levels": exact = answer
    case "codes": exact = answer - 1
    case "points":
      // Points are rounded to whole ones, so 33 stands for one third.
      exact = (answer / 100 * Double(highest)).rounded()
      guard (answer - 100 * exact / Double(highest)).magnitude <= 0.5 else {
        throw .noResult("not-a-level")
      }
    default: throw .wrongKind(name: "coding", expected: "one of levels, codes, points")
    }
    guard let level = Int(exactly: exact), (0...highest).contains(level) else {
      throw .noResult("not-a-level")
    }
    return level
  }
}
