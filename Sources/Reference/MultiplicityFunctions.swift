internal import Statistics

extension ReferenceFunction {
  private static let p = Parameter("p", "p-values from 0 to 1, null for missing ones")

  static let multiplicityFunctions = [
    ReferenceFunction(
      "adjusted-p-values",
      "p-values adjusted by Bonferroni, Holm, Hochberg, Benjamini-Hochberg and Benjamini-Yekutieli, "
        + "as R's p.adjust, with Storey's share of true null hypotheses.",
      [p, Parameter("lambda", "for Storey's pi0, from 0 to below 1; 0.5 if not given")]
    ) { input throws(FunctionInput.Failure) in
      let probabilities = try input.optionalNumbers("p")
      let lambda = try input.number("lambda", else: 0.5)
      guard probabilities.allSatisfy({ $0.map { (0...1).contains($0) } ?? true }) else {
        throw .noResult("out-of-range")
      }
      var result: [String: JSONValue] = ["p": .of(probabilities)]
      for method in PValueAdjustment.allCases {
        result[method.rawValue] = .of(method(probabilities))
      }
      result["pi0_storey"] = .of(
        try demanded(trueNullShare(probabilities, lambda: lambda), "no-probabilities"))
      return .object(result)
    },
    ReferenceFunction(
      "fisher-combination", "Fisher's (1932) combination of independent p-values.", [p]
    ) { input throws(FunctionInput.Failure) in
      let probabilities = try input.optionalNumbers("p")
      let combined = try orNoResult { () throws(CombinedProbability.Failure) in
        try CombinedProbability.fisher(probabilities)
      }
      return .object([
        "fisher_chisq": .of(combined.statistic), "fisher_df": .of(2 * combined.count),
        "fisher_p": .of(combined.probability),
      ])
    },
    ReferenceFunction(
      "stouffer-combination",
      "Stouffer's (1949) combination of independent one-sided p-values.", [p]
    ) { input throws(FunctionInput.Failure) in
      let probabilities = try input.optionalNumbers("p")
      let combined = try orNoResult { () throws(CombinedProbability.Failure) in
        try CombinedProbability.stouffer(probabilities)
      }
      return .object([
        "stouffer_z": .of(combined.statistic), "stouffer_p": .of(combined.probability),
      ])
    },
    ReferenceFunction(
      "chance-signals",
      "The number of signals that chance alone gives among independent tests.",
      [
        Parameter("tests", "whole number from 1"),
        Parameter("level", "chance of a false signal in one test; 0.05 if not given"),
        Parameter("signals", "the number seen; not needed"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let found = try demanded(
        ChanceSignals(
          tests: try input.integer("tests"), level: try input.number("level", else: 0.05)),
        "out-of-range")
      let result = JSONValue.object([
        "expected": .of(found.expected), "any_probability": .of(found.anyProbability),
        "usual_most": .of(found.usualMost),
      ])
      guard input.has("signals") else { return result }
      let tail = found.probability(ofAtLeast: try input.integer("signals"))
      return result.adding(["p_at_least": .of(try demanded(tail, "out-of-range"))])
    },
    ReferenceFunction(
      "rank-uncertainty",
      "Expected ranks and the probability of a rank among the highest, from independent normals.",
      [
        Parameter("means", "numbers, one per unit; rank 1 is the highest"),
        Parameter("ses", "standard errors, not negative"),
        Parameter("highest", "m for the probability of rank 1 to m; 3 (or all) if not given"),
        Parameter("labels", "names of the units; their numbers from 1 if not given"),
      ],
      rows: RowColumns(numbers: ["means", "ses"], others: ["labels"])
    ) { input throws(FunctionInput.Failure) in
      let (means, errors) = (try input.numbers("means"), try input.numbers("ses"))
      let most = try input.integer("highest", else: max(1, min(3, means.count)))
      let names =
        input.has("labels") ? try input.labels("labels") : means.indices.map { String($0 + 1) }
      guard names.count == means.count else { throw .noResult("different-lengths") }
      let (ranking, within) = try orNoResult { () throws(RankUncertainty.Failure) in
        let ranking = try RankUncertainty(values: means, standardErrors: errors)
        return (ranking, try ranking.probabilities(ofRankWithin: most))
      }
      let (ranks, expected) = (ranking.ranks, ranking.expectedRanks)
      return .list(
        means.indices.map { place in
          .object([
            "unit": .text(names[place]), "mean": .of(means[place]), "se": .of(errors[place]),
            "rank": .of(ranks[place]), "expected_rank": .of(expected[place]),
            "p_rank_within": .of(within[place]),
          ])
        })
    },
  ]
}
