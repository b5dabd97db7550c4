internal import Statistics

extension ReferenceFunction {
  static let groupReliabilityFunctions = [
    ReferenceFunction(
      "group-reliability",
      "How reliably group means tell groups apart: unbalanced one-way ICC(1) with Searle's (1971)"
        + " interval, ICC(2), reliability per group, values needed per group.",
      FunctionInput.momentParameters + [
        Parameter("reliability", "for values_needed, rounded up; 0.7 if not given"),
        Parameter("confidence", "of the interval of ICC(1); 0.95 if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let groups = try input.groupedMoments()
      guard groups.count > 1 else { throw .noResult("too-few-groups") }
      guard let analysis = OneWayAnalysis(moments: groups.map(\.moments)) else {
        throw .noResult("too-few-values")
      }
      guard let icc1 = analysis.icc1 else { throw .noResult("no-spread") }
      let target = try input.number("reliability", else: 0.7)
      guard target > 0, target < 1 else {
        throw .wrongKind(name: "reliability", expected: "a number between 0 and 1")
      }
      var parts = sizes(groups.map(\.moments.count))
      for (name, part) in squares(analysis) { parts[name] = part }
      parts["icc1"] = .of(icc1)
      parts["icc1_ci"] = .optional(analysis.icc1Interval(confidence: try input.confidence()))
      parts["icc2_mean"] = .of(analysis.icc2)
      parts["reliab_1_minus_1_over_F"] = .of(analysis.icc2)
      parts["n_for_rel"] = .object([
        "r50": .of(analysis.valuesNeeded(for: 0.5)), "r60": .of(analysis.valuesNeeded(for: 0.6)),
        "r70": .of(analysis.valuesNeeded(for: 0.7)), "r80": .of(analysis.valuesNeeded(for: 0.8)),
        "r90": .of(analysis.valuesNeeded(for: 0.9)),
      ])
      // A need that is whole but for rounding is not rounded up to the next number.
      parts["values_needed"] = .of(
        analysis.valuesNeeded(for: target).map { ($0 * (1 - 1e-12)).rounded(.up) })
      parts["groups"] = .list(
        groups.map { group in
          .object([
            "label": .text(group.label), "n": .of(group.moments.count),
            "mean": .of(group.moments.mean),
            "reliability": .of(analysis.reliability(ofMeanOver: group.moments.count)),
          ])
        })
      return .object(parts)
    },
    ReferenceFunction(
      "within-group-agreement",
      "Agreement inside groups: r_wg(j) (James 1984), r*_wg(j) (Lindell 1999), AD_M(j) (Burke 1999).",
      [
        Parameter("rows", "list of members, each a list of one answer per item, null for missing"),
        Parameter("labels", "the group of each member, null for none"),
        Parameter("levels", "number of levels of the answers, from 2"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let rows = try input.optionalMatrix("rows")
      let (labels, levels) = (try input.optionalLabels("labels"), try input.integer("levels"))
      guard rows.count == labels.count else {
        throw .wrongKind(name: "labels", expected: "as many labels as rows")
      }
      var groups: [String: [[Double?]]] = [:]
      for case (let row, let label?) in zip(rows, labels) { groups[label, default: []].append(row) }
      var results: [(label: String, agreement: WithinGroupAgreement)] = []
      var reasons: [JSONValue] = []
      for (label, rows) in groups.sorted(by: { FunctionInput.precedes($0.key, $1.key) }) {
        do throws(FunctionInput.Failure) {
          let agreement = try FunctionInput.comparing { () throws(ComparisonFailure) in
            try WithinGroupAgreement(rows, levels: levels)
          }
          results.append((label, agreement))
        } catch {
          guard case .noResult(let reason) = error else { throw error }
          reasons.append(.object(["GRP": .text(label), "reason": .text(reason)]))
        }
      }
      guard !results.isEmpty else { throw .noResult("too-few-values") }
      func median(_ part: (WithinGroupAgreement) -> Double) -> JSONValue {
        .of(quantile(of: results.map { part($0.agreement) }, at: 0.5))
      }
      return .object([
        "groups": .list(results.map { figures($0.label, $0.agreement) }),
        "without_result": .list(reasons),
        "median": .object([
          "rwgj": median(\.rwg), "r_star_wgj": median(\.rStarWg), "ADm": median(\.averageDeviation),
        ]),
      ])
    },
  ]

  private static func figures(_ label: String, _ agreement: WithinGroupAgreement) -> JSONValue {
    .object([
      "GRP": .text(label), "n": .of(agreement.count), "mean_item_var": .of(agreement.meanVariance),
      "rwgj": .of(agreement.rwg), "r_star_wgj": .of(agreement.rStarWg),
      "ADm": .of(agreement.averageDeviation),
    ])
  }

  private static func sizes(_ counts: [Int]) -> [String: JSONValue] {
    let groups = Double(counts.count)
    let total = counts.reduce(0, +)
    return [
      "G": .of(counts.count), "N": .of(total), "n_min": .of(counts.min() ?? 0),
      "n_max": .of(counts.max() ?? 0), "n_mean": .of(Double(total) / groups),
      "n_harmonic": .of(groups / counts.reduce(0) { $0 + 1 / Double($1) }),
    ]
  }

  private static func squares(_ analysis: OneWayAnalysis) -> [String: JSONValue] {
    [
      "n0": .of(analysis.typicalSize), "mean": .of(analysis.mean),
      "SSB": .of(analysis.sumOfSquaresBetween), "SSW": .of(analysis.sumOfSquaresWithin),
      "MSB": .of(analysis.meanSquareBetween), "MSW": .of(analysis.meanSquareWithin),
      "F": .of(analysis.fRatio), "p": .of(analysis.fProbability),
      "var_between_anova": .of(analysis.varianceBetween),
    ]
  }
}
