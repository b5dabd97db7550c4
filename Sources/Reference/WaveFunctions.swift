internal import Statistics

extension ReferenceFunction {
  static let waveFunctions = [
    ReferenceFunction(
      "change-over-waves",
      "Levels, slopes and noise of organisations over many waves, by REML and by own lines.",
      [
        Parameter("y", "scores, n numbers; null for missing ones, which are left out"),
        Parameter("organisation", "n labels"),
        Parameter("wave", "n labels"),
        Parameter("wave_levels", "the labels of the waves in order; sorted if not given"),
        Parameter("wave_times", "their times, rising; the labels as numbers if not given"),
        Parameter("alpha", "what counts as significant; 0.05 if not given"),
      ],
      rows: RowColumns(numbers: ["y"], labels: ["organisation", "wave"])
    ) { input throws(FunctionInput.Failure) in
      try waveChange(input)
    }
  ]

  private static func waveChange(
    _ input: FunctionInput
  ) throws(FunctionInput.Failure) -> JSONValue {
    let y = try input.optionalNumbers("y")
    let labels = try input.labels("organisation")
    let waveLabels = try input.labels("wave")
    guard labels.count == y.count, waveLabels.count == y.count else {
      throw .noResult("different-lengths")
    }
    let rows = y.indices.filter { y[$0] != nil }
    let organisations = CodedLabels(rows.map { labels[$0] })
    let levels =
      input.has("wave_levels")
      ? try input.labels("wave_levels") : CodedLabels(rows.map { waveLabels[$0] }).levels
    let times =
      input.has("wave_times") ? try input.numbers("wave_times") : levels.compactMap { Double($0) }
    let waves = rows.compactMap { levels.firstIndex(of: waveLabels[$0]) }
    guard waves.count == rows.count, times.count == levels.count else {
      throw .noResult("unknown-wave")
    }
    let change = try figure { () throws(WaveChange.Failure) in
      try WaveChange(
        scores: rows.compactMap { y[$0] }, organisations: organisations.codes,
        organisationCount: organisations.levels.count, waves: waves, times: times)
    }
    return result(
      change, rows.count, organisations.levels, times, try input.number("alpha", else: 0.05))
  }

  private static func result(
    _ change: WaveChange, _ count: Int, _ names: [String], _ times: [Double], _ alpha: Double
  ) -> JSONValue {
    let (levels, slopes) = (change.levels, change.slopes)
    let correlations = change.lagCorrelations.compactMap(\.self)
    func tally(_ lines: [WaveChange.Line], adjusted: Bool, sign: Double) -> JSONValue {
      .of(
        lines.count { line in
          let p = adjusted ? line.adjusted : line.regression.probability
          return (p ?? 1) < alpha && line.regression.slope * sign > 0
        })
    }
    func list(_ lines: [WaveChange.Line]) -> JSONValue {
      var parts: [String: JSONValue] = [:]
      for line in lines {
        parts[names[line.organisation]] = .object([
          "n": .of(line.regression.count), "slope": .of(line.regression.slope),
          "se": .of(line.regression.standardError), "p": .of(line.regression.probability),
          "bh": .of(line.adjusted),
        ])
      }
      return .object(parts)
    }
    return .object([
      "n_obs": .of(count), "n_org": .of(names.count), "years": .of(times),
      "year_means": .of(change.waveMeans), "var_org": .of(levels.varianceBetween),
      "var_resid": .of(levels.varianceWithin), "icc_over_time": .of(levels.icc),
      "reml_ri": .of(levels.deviance), "reml_rs": .of(slopes.deviance),
      "var_intercept_rs": .of(slopes.firstVariance), "var_slope": .of(slopes.secondVariance),
      "cov_is": .of(slopes.mixedCovariance), "sigma2_rs": .of(slopes.residualVariance),
      "lrt_slopes": .of(change.slopeTest.statistic),
      "p_slopes_mix": .of(change.slopeTest.probability),
      "mean_Sxx": .of(change.meanSumOfSquares),
      "slope_reliability": .of(change.slopeReliability),
      "mean_lag1_cor_between_orgs": correlations.isEmpty
        ? .null : .of(correlations.reduce(0, +) / Double(correlations.count)),
      "lag1_cors": .of(change.lagCorrelations),
      "own_slopes_sig_up": tally(change.own, adjusted: false, sign: 1),
      "own_slopes_sig_down": tally(change.own, adjusted: false, sign: -1),
      "own_bh_up": tally(change.own, adjusted: true, sign: 1),
      "own_bh_down": tally(change.own, adjusted: true, sign: -1),
      "relative_sig_up": tally(change.relative, adjusted: false, sign: 1),
      "relative_sig_down": tally(change.relative, adjusted: false, sign: -1),
      "relative_bh_up": tally(change.relative, adjusted: true, sign: 1),
      "relative_bh_down": tally(change.relative, adjusted: true, sign: -1),
      "relative_bh_sig": .of(change.relative.count { ($0.adjusted ?? 1) < alpha }),
      "n_slopes": .of(change.own.count), "own": list(change.own),
      "relative": list(change.relative),
    ])
  }
}
