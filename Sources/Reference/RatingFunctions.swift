internal import Statistics

extension ReferenceFunction {
  static let ratingFunctions = [
    ReferenceFunction(
      "net-promoter-score",
      "Net promoter score (Reichheld 2003) with Wald's and the adjusted Wald interval (Rocks 2016).",
      [
        Parameter("promoters", "how many, from 0"), Parameter("passives", "how many, from 0"),
        Parameter("detractors", "how many, from 0"),
        Parameter("values", "instead of the three: list of answers 0 to 10, null for missing"),
        Parameter("confidence", "between 0 and 1; 0.95 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let score = try input.netPromoterScore("")
      let level = try input.confidence()
      let adjusted = score.adjustedWald(confidence: level)
      return .object([
        "n": .of(score.count), "promoters": .of(score.promoters), "passives": .of(score.passives),
        "detractors": .of(score.detractors), "nps": .of(score.score), "var_ml": .of(score.variance),
        "var_unbiased": .of(score.unbiasedVariance),
        "wald": try .of(score.wald(confidence: level)), "adj_nps": .of(adjusted?.score),
        "adj_wald": try .of(adjusted?.interval),
      ])
    },
    ReferenceFunction(
      "net-promoter-score-difference",
      "How many standard errors lie between two net promoter scores, first minus second.",
      ["1", "2"].flatMap { group in
        [
          Parameter("promoters\(group)", "how many, from 0"),
          Parameter("passives\(group)", "how many, from 0"),
          Parameter("detractors\(group)", "how many, from 0"),
          Parameter("values\(group)", "instead of the three: answers 0 to 10, null for missing"),
        ]
      }
    ) { input throws(FunctionInput.Failure) in
      let (first, second) = (try input.netPromoterScore("1"), try input.netPromoterScore("2"))
      guard let z = first.z(minus: second) else { throw .noResult("no-spread") }
      return .object([
        "diff": .of(first.score - second.score), "z": .of(z), "p": .of(Normal.twoSided(z)),
      ])
    },
    ReferenceFunction(
      "star-score",
      "Scores of star ratings: mean, Bayesian average, Miller's (2014) lower bound, Dirichlet posterior,"
        + " Wilson's interval of the share of the two best levels.",
      [
        Parameter("counts", "how often each level was given, whole numbers from 0"),
        Parameter(
          "levels", "the worth of each level, in the same order; 1, 2, 3, ... if not given"),
        Parameter("prior_mean", "of the Bayesian average; the middle of the levels if not given"),
        Parameter("prior_weight", "of the Bayesian average, in ratings; 10 if not given"),
        Parameter("z", "of Miller's bound; 1.65 if not given"),
        Parameter("dirichlet_prior", "ratings that the prior adds to each level; 1 if not given"),
        Parameter("confidence", "of Wilson's interval; 0.95 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let levels = input.has("levels") ? try input.numbers("levels") : nil
      guard let score = StarScore(counts: try input.integers("counts"), levels: levels),
        let best = score.levels.max(), let worst = score.levels.min()
      else { throw .noResult("impossible-counts") }
      let dirichlet = score.dirichlet(prior: try input.number("dirichlet_prior", else: 1))
      let order = zip(score.levels, score.counts).sorted { $0.0 > $1.0 }
      let top = Proportion(successes: order.prefix(2).reduce(0) { $0 + $1.1 }, of: score.count)
      return .object([
        "N": .of(score.count), "mean": .of(score.mean),
        "bayes_average": .of(
          score.bayesianAverage(
            prior: try input.number("prior_mean", else: (best + worst) / 2),
            weight: try input.number("prior_weight", else: 10))),
        "evan_miller": .of(score.millerBound(z: try input.number("z", else: 1.65))),
        "dirichlet_mean": .of(dirichlet?.mean), "dirichlet_sd": .of(dirichlet?.standardDeviation),
        "top2": .of(top?.share),
        "top2_wilson": .optional(top?.wilson(confidence: try input.confidence())),
      ])
    },
  ]
}

extension FunctionInput {
  fileprivate func netPromoterScore(_ group: String) throws(Failure) -> NetPromoterScore {
    let name = "values\(group)"
    let score: NetPromoterScore?
    if has(name) {
      var counts = [Int](repeating: 0, count: 11)
      for case let value? in try optionalNumbers(name) {
        guard let answer = Int(exactly: value), (0...10).contains(answer) else {
          throw .wrongKind(name: name, expected: "a list of whole numbers 0 to 10 and null")
        }
        counts[answer] += 1
      }
      score = NetPromoterScore(counts: counts)
    } else {
      score = NetPromoterScore(
        promoters: try integer("promoters\(group)"), passives: try integer("passives\(group)"),
        detractors: try integer("detractors\(group)"))
    }
    guard let score else { throw .noResult("no-answers") }
    return score
  }
}
