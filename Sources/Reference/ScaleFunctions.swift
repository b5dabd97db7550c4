internal import Statistics

extension ReferenceFunction {
  private static let itemParameters = [
    Parameter("rows", "list of respondents, each a list of one number per item, null for missing"),
    Parameter("covariances", "instead of rows: k rows of k numbers, divisor n - 1"),
    Parameter("count", "with covariances: the number of respondents, from 2"),
  ]

  static let scaleFunctions = [
    ReferenceFunction(
      "scale-reliability",
      "Cronbach's alpha (raw, standardised, pairwise, if dropped) with Feldt's and Bonett's intervals,"
        + " item-rest correlations, Guttman's lambdas, and items that look reversed.",
      itemParameters + [Parameter("confidence", "of the intervals; 0.95 if not given")]
    ) { input throws(FunctionInput.Failure) in
      let covariances = try input.itemCovariances()
      guard let scale = ScaleReliability(covariances) else { throw .noResult("no-spread") }
      let level = try input.confidence()
      var parts = described(covariances)
      for (name, part) in coefficients(scale, confidence: level) { parts[name] = part }
      if input.has("rows") {
        let rows = try input.optionalMatrix("rows")
        let pairwise = try FunctionInput.comparing { () throws(ComparisonFailure) in
          try ItemCovariances(pairwise: rows)
        }
        parts["alpha_pairwise"] = .of(
          CronbachAlpha(covariances: pairwise.values, count: pairwise.count)?.raw)
        parts["n_pairwise"] = .of(pairwise.count)
        parts["n"] = .of(rows.count)
      }
      return .object(parts)
    },
    ReferenceFunction(
      "one-factor-model",
      "One factor by maximum likelihood (Jöreskog 1967), omega total (McDonald 1999).",
      itemParameters
    ) { input throws(FunctionInput.Failure) in
      let covariances = try input.itemCovariances()
      let model: OneFactorModel
      do throws(OneFactorModel.Failure) {
        model = try OneFactorModel(covariances)
      } catch {
        throw .noResult(reason(error))
      }
      return .object([
        "n_complete": .of(model.count), "omega_total_ML": .of(model.omegaTotal),
        "ml_loadings": .of(model.loadings), "ml_uniqueness": .of(model.uniquenesses),
        "ml_chisq": .of(model.chiSquared), "ml_df": .of(model.degreesOfFreedom),
        "ml_p": .of(model.probability), "ml_discrepancy": .of(model.discrepancy),
      ])
    },
  ]

  private static func described(_ covariances: ItemCovariances) -> [String: JSONValue] {
    let size = covariances.items
    return [
      "n_complete": .of(covariances.count), "k": .of(size), "item_mean": .of(covariances.means),
      "item_var": .of(covariances.variances),
      "cov": .list(
        (0..<size).map { .of(Array(covariances.values[$0 * size..<($0 + 1) * size])) }),
      "total_var": .of(covariances.totalVariance),
    ]
  }

  private static func coefficients(
    _ scale: ScaleReliability, confidence: Double
  ) -> [String: JSONValue] {
    let alpha = scale.alpha
    func items(_ places: [Int]) -> JSONValue { .list(places.map { .of($0 + 1) }) }
    return [
      "alpha_raw": .of(alpha.raw), "alpha_std": .of(alpha.standardised),
      "mean_r": .of(alpha.meanCorrelation), "item_rest": .of(alpha.itemRest),
      "alpha_drop": .of(alpha.ifDropped),
      "feldt": .optional(alpha.interval(confidence: confidence)),
      "bonett": .optional(scale.bonett(confidence: confidence)),
      "duhachek_ase": .of(scale.standardError), "lambda2": .of(scale.lambda2),
      "lambda6": .of(scale.lambda6), "lambda6_raw": .of(scale.rawLambda6),
      "sem_total": .of(scale.standardErrorOfMeasurement),
      "eigen_R": scale.eigenvalues.map { .of($0) } ?? .null,
      "negative_item_rest": items(scale.negativeItemRest),
      "suspected_reversed": items(scale.suspectedReversed),
      "warning": alpha.raw < 0 || !scale.suspectedReversed.isEmpty
        ? .text("check-item-codings") : .null,
    ]
  }

  private static func reason(_ failure: OneFactorModel.Failure) -> String {
    switch failure {
    case .tooFewItems: "too-few-items"
    case .noSpread: "no-spread"
    case .singular: "singular"
    case .improper: "improper-solution"
    case .notConverged: "not-converged"
    }
  }
}

extension FunctionInput {
  /// Covariances of complete respondents, or as given.
  fileprivate func itemCovariances() throws(Failure) -> ItemCovariances {
    if has("covariances") {
      let rows = try matrix("covariances")
      guard
        let covariances = ItemCovariances(
          values: rows.flatMap(\.self), count: try integer("count"))
      else { throw .noResult("impossible-covariances") }
      return covariances
    }
    let rows = try optionalMatrix("rows")
    return try FunctionInput.comparing { () throws(ComparisonFailure) in
      try ItemCovariances(complete: rows)
    }
  }
}
