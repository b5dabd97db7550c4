internal import Statistics

extension ReferenceFunction {
  static let perspectiveFunctions = [
    ReferenceFunction(
      "perspective-agreement",
      "Agreement of two perspectives on the same organisations, freed of sampling error.",
      [
        Parameter("y", "answers, n numbers; or the means below"),
        Parameter("organisation", "n labels; with means the labels of the organisations"),
        Parameter("perspective", "n labels, two different ones, the first in order being 1"),
        Parameter("minimum", "answers that both perspectives need; 5 if not given, at least 1"),
        Parameter("mean1", "per organisation, the mean of the first perspective"),
        Parameter("se1", "its standard error"),
        Parameter("mean2", "per organisation, the mean of the second perspective"),
        Parameter("se2", "its standard error"),
      ],
      rows: RowColumns(
        numbers: ["y", "mean1", "se1", "mean2", "se2"], labels: ["organisation", "perspective"])
    ) { input throws(FunctionInput.Failure) in
      let seen =
        input.has("mean1") ? try givenPerspectives(input) : try countedPerspectives(input)
      guard let agreement = PerspectiveAgreement(seen.pairs) else {
        throw .noResult(seen.pairs.count > 2 ? "no-spread" : "too-few-organisations")
      }
      var parts = result(agreement, seen)
      for (name, value) in seen.reml(agreement) { parts[name] = value }
      return .object(parts)
    }
  ]

  private static func result(
    _ agreement: PerspectiveAgreement, _ seen: SeenPerspectives
  ) -> [String: JSONValue] {
    let scores = agreement.discordance(amongPeers: false)
    let peers = agreement.discordance(amongPeers: true)
    return [
      "I": .of(seen.pairs.count), "mean_difference": .of(agreement.meanDifference),
      "mean_difference_se": .of(agreement.meanDifferenceError), "r_naive": .of(agreement.naive),
      "r_corrected": .of(agreement.corrected),
      "r_corrected_clamped": .of(agreement.corrected.map { max(-1, min(1, $0)) }),
      "r_corrected_se": .of(agreement.correctedError), "covariance": .of(agreement.covariance),
      "true_var1": .of(agreement.trueVariances.first),
      "true_var2": .of(agreement.trueVariances.second),
      "reliability1": .of(agreement.reliabilities.first),
      "reliability2": .of(agreement.reliabilities.second),
      "tau_d2": .of(agreement.differenceVariance),
      "tau_d2_dl": .of(agreement.weightedDifferenceVariance),
      "sampling_share": .of(agreement.samplingShare),
      "organisations": .list(
        seen.pairs.indices.map { place in
          let pair = seen.pairs[place]
          return .object([
            "organisation": .text(seen.names[place]), "mean1": .of(pair.first),
            "se1": .of(pair.firstError), "mean2": .of(pair.second), "se2": .of(pair.secondError),
            "n1": seen.counts.isEmpty ? .null : .of(seen.counts[place].0),
            "n2": seen.counts.isEmpty ? .null : .of(seen.counts[place].1),
            "difference": .of(pair.first - pair.second), "z": .of(scores[place]),
            "z_peers": .of(peers[place]),
          ])
        }),
    ]
  }

  private static func givenPerspectives(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> SeenPerspectives {
    let (first, firstError) = (try input.numbers("mean1"), try input.numbers("se1"))
    let (second, secondError) = (try input.numbers("mean2"), try input.numbers("se2"))
    let names =
      input.has("organisation")
      ? try input.labels("organisation") : first.indices.map { "\($0 + 1)" }
    guard [firstError, second, secondError].allSatisfy({ $0.count == first.count }),
      names.count == first.count
    else { throw .noResult("different-lengths") }
    var seen = SeenPerspectives(names: names)
    seen.pairs = first.indices.map {
      .init(
        first: first[$0], firstError: firstError[$0], second: second[$0],
        secondError: secondError[$0])
    }
    return seen
  }

  private static func countedPerspectives(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> SeenPerspectives {
    let y = try input.numbers("y")
    let organisations = CodedLabels(try input.labels("organisation"))
    let sides = CodedLabels(try input.labels("perspective"))
    let minimum = max(1, try input.integer("minimum", else: 5))
    guard organisations.codes.count == y.count, sides.codes.count == y.count else {
      throw .noResult("different-lengths")
    }
    guard sides.levels.count == 2 else { throw .noResult("two-perspectives-wanted") }
    var counts = organisations.levels.map { _ in [0, 0] }
    for (organisation, side) in zip(organisations.codes, sides.codes) {
      counts[organisation][side] += 1
    }
    let kept = counts.indices.filter { (counts[$0].min() ?? 0) >= minimum }
    var places = counts.map { _ in Int?.none }
    for (place, organisation) in kept.enumerated() { places[organisation] = place }
    let rows = y.indices.filter { places[organisations.codes[$0]] != nil }
    guard kept.count > 2 else { throw .noResult("too-few-organisations") }
    var seen = SeenPerspectives(names: kept.map { organisations.levels[$0] })
    seen.counts = kept.map { (counts[$0][0], counts[$0][1]) }
    seen.outcome = rows.map { y[$0] }
    seen.groups = rows.map { places[organisations.codes[$0]] ?? 0 }
    seen.sides = rows.map { sides.codes[$0] }
    var parts: [(means: [Double], variance: Double)] = []
    for side in 0...1 {
      let own = seen.sides.indices.filter { seen.sides[$0] == side }
      let moments = try figure { () throws(GroupMoments.Failure) in
        try GroupMoments(
          outcome: own.map { seen.outcome[$0] }, fixed: [], groups: own.map { seen.groups[$0] },
          groupCount: kept.count)
      }
      let spare = own.count - kept.count
      guard spare > 0 else { throw .noResult("too-few-rows") }
      parts.append((moments.means.map { $0[0] }, moments.within[0] / Double(spare)))
    }
    seen.pairs = kept.indices.map { place in
      .init(
        first: parts[0].means[place],
        firstError: (parts[0].variance / Double(seen.counts[place].0)).squareRoot(),
        second: parts[1].means[place],
        secondError: (parts[1].variance / Double(seen.counts[place].1)).squareRoot())
    }
    return seen
  }
}

/// Two perspectives of an input, with the answers if there are any.
private struct SeenPerspectives {
  let names: [String]
  var pairs: [PerspectiveAgreement.Pair] = []
  var counts: [(Int, Int)] = []
  var outcome: [Double] = []
  var groups: [Int] = []
  var sides: [Int] = []

  /// The same by REML: a level per organisation and perspective, correlated; null without answers.
  func reml(_ agreement: PerspectiveAgreement) -> [String: JSONValue] {
    guard !outcome.isEmpty else { return [:] }
    let first = sides.map { $0 == 0 ? 1.0 : 0 }
    let second = sides.map { $0 == 1 ? 1.0 : 0 }
    do throws(RandomPairModel.Failure) {
      let model = try RandomPairModel(
        outcome: outcome, fixed: [first, second], first: first, second: second, groups: groups,
        groupCount: names.count)
      return [
        "r_reml": .of(model.correlation), "var1_reml": .of(model.firstVariance),
        "var2_reml": .of(model.secondVariance), "cov_reml": .of(model.mixedCovariance),
        "sigma2_reml": .of(model.residualVariance), "reml": .of(model.deviance),
      ]
    } catch {
      return ["r_reml": .null]
    }
  }
}
