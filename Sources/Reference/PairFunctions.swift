internal import Statistics

extension ReferenceFunction {
  static let pairFunctions = [
    ReferenceFunction(
      "pairwise-differences",
      "How many pairs of groups differ: t tests on the pooled standard deviation, adjusted by"
        + " Benjamini & Hochberg (1995), as R's pairwise.t.test.",
      FunctionInput.momentParameters + [
        Parameter("rate", "the false discovery rate, above 0 and below 1; 0.05 if not given"),
        Parameter("most_groups", "of more, every second, third ... is compared; 1000 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let groups = try input.groupedMoments().map(\.moments).filter { $0.count > 0 }
      let rate = try input.number("rate", else: 0.05)
      guard rate > 0, rate < 1 else {
        throw .wrongKind(name: "rate", expected: "a number between 0 and 1")
      }
      let most = try input.integer("most_groups", else: 1_000)
      guard groups.count > 1 else { throw .noResult("too-few-groups") }
      guard OneWayAnalysis(moments: groups) != nil else { throw .noResult("too-few-values") }
      guard let found = PairwiseDifferences(moments: groups, rate: rate, mostGroups: most) else {
        throw .noResult("no-spread")
      }
      return .object([
        "groups": .of(found.groups), "pairs": .of(found.pairs), "different": .of(found.different),
        "share": .of(found.share),
      ])
    }
  ]
}
