internal import Statistics

extension ReferenceFunction {
  static let slopeFunctions = [
    ReferenceFunction(
      "slope-tests",
      "Lines of units over many waves, own and relative to the others, with Benjamini & Hochberg, lag "
        + "correlations, what noise alone would give, and the reliability of slopes.",
      [
        Parameter("y", "figures, n numbers; null for missing ones, which are left out"),
        Parameter("organisation", "n labels"),
        Parameter("wave", "n labels"),
        Parameter("wave_levels", "the labels of the waves in order; sorted if not given"),
        Parameter("wave_times", "their times, rising; the labels as numbers if not given"),
        Parameter("alpha", "what counts as significant; 0.05 if not given"),
        Parameter("var_slope", "variance of true slopes, for the reliability; not needed"),
        Parameter("sigma2", "variance around the lines, for the reliability; not needed"),
        Parameter("lines_shown", "so many units are listed; all if not given"),
      ], rows: RowColumns(numbers: ["y"], labels: ["organisation", "wave"]), slopes)
  ]

  private static func slopes(_ input: FunctionInput) throws(FunctionInput.Failure) -> JSONValue {
    let table = try WaveTable(input)
    let alpha = try input.number("alpha", else: 0.05)
    guard alpha > 0, alpha < 1 else { throw .noResult("out-of-range") }
    let (own, relative) = try orNoResult { () throws(ChangeFailure) in
      (
        try SlopeTests(times: table.times, figures: table.figures),
        try SlopeTests.relative(times: table.times, figures: table.figures)
      )
    }
    let correlations = lagCorrelations(table.figures)
    let known = correlations.compactMap(\.self)
    let (up, down) = own.counts(level: alpha, adjusted: false)
    let (adjustedUp, adjustedDown) = own.counts(level: alpha, adjusted: true)
    let (relativeUp, relativeDown) = relative.counts(level: alpha, adjusted: false)
    let relativeAdjusted = relative.counts(level: alpha, adjusted: true)
    let shown = try input.integer("lines_shown", else: table.organisations.count)
    let chance = ChanceSignals(tests: own.tested, level: alpha / 2)
    var result: [String: JSONValue] = [
      "n_obs": .of(table.observations), "n_org": .of(table.organisations.count),
      "years": .of(table.times), "year_means": .of(SlopeTests.timeMeans(table.figures)),
      "mean_Sxx": .of(own.meanTimeSquares), "lag1_cors": .of(correlations),
      "mean_lag1_cor_between_orgs": known.isEmpty
        ? .null : .of(known.reduce(0, +) / Double(known.count)),
      "own_slopes_sig_up": .of(up), "own_slopes_sig_down": .of(down),
      "own_bh_up": .of(adjustedUp), "own_bh_down": .of(adjustedDown),
      "relative_sig_up": .of(relativeUp), "relative_sig_down": .of(relativeDown),
      "relative_bh_sig": .of(relativeAdjusted.up + relativeAdjusted.down),
      "n_slopes": .of(own.lines.count { $0 != nil }),
      "share_up": .of(own.tested > 0 ? Double(up) / Double(own.tested) : nil),
      "share_up_by_noise": .of(alpha / 2), "expected_up_by_noise": .of(chance?.expected),
      "p_up_by_noise": .of(chance?.probability(ofAtLeast: up)),
      "lines": lines(table.organisations, own, shown),
      "relative_lines": lines(table.organisations, relative, shown),
    ]
    if input.has("var_slope") {
      result["slope_reliability"] = .of(
        try demanded(
          slopeReliability(
            slopeVariance: try input.number("var_slope"),
            residualVariance: try input.number("sigma2"), timeSquares: own.meanTimeSquares),
          "out-of-range"))
    }
    return .object(result)
  }

  private static func lines(
    _ names: [String], _ tests: SlopeTests, _ shown: Int
  ) -> JSONValue {
    .list(
      names.indices.prefix(max(0, shown)).map { place in
        let line = tests.lines[place]
        return .object([
          "g": .text(names[place]), "n": line.map { .of($0.count) } ?? .null,
          "slope": .of(line?.slope), "se": .of(line?.standardError), "p": .of(line?.probability),
          "bh": .of(tests.adjusted[place]),
        ])
      })
  }
}

/// Figures of units over waves, as one row per unit.
private struct WaveTable {
  let organisations: [String]
  let times: [Double]
  let figures: [[Double?]]
  let observations: Int

  init(_ input: FunctionInput) throws(FunctionInput.Failure) {
    let y = try input.optionalNumbers("y")
    let (names, waves) = (try input.labels("organisation"), try input.labels("wave"))
    guard names.count == y.count, waves.count == y.count else {
      throw .noResult("different-lengths")
    }
    let levels =
      input.has("wave_levels")
      ? try input.labels("wave_levels") : Set(waves).sorted(by: labelsAscend)
    let times =
      input.has("wave_times") ? try input.numbers("wave_times") : levels.compactMap { Double($0) }
    guard times.count == levels.count, Set(levels).count == levels.count,
      zip(times, times.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw .noResult("unknown-wave") }
    let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
    var rows: [String: [Double?]] = [:]
    var observations = 0
    for (place, figure) in y.enumerated() {
      guard let figure else { continue }
      guard let wave = places[waves[place]] else { throw .noResult("unknown-wave") }
      var row = rows[names[place]] ?? Array(repeating: nil, count: levels.count)
      guard row[wave] == nil else { throw .noResult("repeated-wave") }
      row[wave] = figure
      rows[names[place]] = row
      observations += 1
    }
    organisations = rows.keys.sorted(by: labelsAscend)
    figures = organisations.map { rows[$0] ?? [] }
    self.times = times
    self.observations = observations
  }
}
