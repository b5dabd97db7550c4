internal import Statistics

extension ReferenceFunction {
  static let comparisonFunctions = [
    ReferenceFunction(
      "analysis-of-variance",
      "One-way analysis of variance, classical and Welch's (1951), with eta squared and omega squared.",
      FunctionInput.momentParameters
    ) { input throws(FunctionInput.Failure) in
      let groups = try input.groupedMoments()
      guard groups.count > 1 else { throw .noResult("too-few-groups") }
      guard let analysis = OneWayAnalysis(moments: groups.map(\.moments)) else {
        throw .noResult("too-few-values")
      }
      guard let ratio = analysis.fRatio else { throw .noResult("no-spread") }
      var parts: [String: JSONValue] = [
        "anova": .object([
          "df": .of([analysis.freedomBetween, analysis.freedomWithin]),
          "SS": .of([analysis.sumOfSquaresBetween, analysis.sumOfSquaresWithin]),
          "MS": .of([analysis.meanSquareBetween, analysis.meanSquareWithin]),
          "F": .of(ratio), "p": .of(analysis.fProbability),
        ]),
        "eta2": .of(analysis.etaSquared), "omega2": .of(analysis.omegaSquared),
        "groups": .list(groups.map { .text($0.label) }),
      ]
      do throws(ComparisonFailure) {
        let welch = try WelchAnalysis(groups.map(\.moments))
        parts["welch_F"] = .of(welch.fRatio)
        parts["welch_df"] = .of([welch.numerator, welch.denominator])
        parts["welch_p"] = .of(welch.probability)
      } catch {
        // A group of one value, or without spread: only the classical analysis stands.
        for name in ["welch_F", "welch_df", "welch_p"] { parts[name] = .null }
      }
      return .object(parts)
    },
    ReferenceFunction(
      "kruskal-wallis", "Kruskal's and Wallis' (1952) rank test with epsilon squared.",
      FunctionInput.groupParameters
    ) { input throws(FunctionInput.Failure) in
      let groups = try input.groupedValues()
      let test = try FunctionInput.comparing { () throws(ComparisonFailure) in
        try KruskalWallis(groups.map(\.values))
      }
      return .object([
        "kw_H": .of(test.h), "kw_df": .of(test.degreesOfFreedom), "kw_p": .of(test.probability),
        "epsilon2_kw": .of(test.epsilonSquared),
      ])
    },
    ReferenceFunction(
      "two-means",
      "Difference of two means: Welch's (1947) t and interval, Cohen's d, Hedges' g with exact J.",
      FunctionInput.momentParameters + [
        Parameter("confidence", "of the interval; 0.95 if not given"),
        Parameter(
          "first", "with labels: the group that is subtracted from; the first if not given"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let groups = try input.inOrder(input.groupedMoments()) { $0.label }
      guard groups.count == 2 else { throw .noResult("not-two-groups") }
      let test = try FunctionInput.comparing { () throws(ComparisonFailure) in
        try MeanDifference(groups[0].moments, minus: groups[1].moments)
      }
      return .object([
        "n": .list(groups.map { .of($0.moments.count) }),
        "mean": .of(groups.map(\.moments.mean)), "diff": .of(test.difference),
        "welch_t": .of(test.t), "welch_df": .of(test.degreesOfFreedom),
        "welch_p": .of(test.probability),
        "diff_ci": .optional(test.interval(confidence: try input.confidence())),
        "cohens_d": .of(test.cohensD), "hedges_g_exactJ": .of(test.hedgesG),
      ])
    },
    ReferenceFunction(
      "mann-whitney",
      "Mann's and Whitney's (1947) rank test of two groups, corrected for ties and continuity, with"
        + " Cliff's delta and the probability of superiority.",
      FunctionInput.groupParameters + [
        Parameter("first", "with labels: the group that U counts for; the first if not given")
      ]
    ) { input throws(FunctionInput.Failure) in
      let groups = try input.inOrder(input.groupedValues()) { $0.label }
      guard groups.count == 2 else { throw .noResult("not-two-groups") }
      let test = try FunctionInput.comparing { () throws(ComparisonFailure) in
        try MannWhitney(groups[0].values, groups[1].values)
      }
      return .object([
        "U_x": .of(test.u), "mw_p": .of(test.probability), "cliffs_delta": .of(test.cliffsDelta),
        "prob_superiority": .of(test.superiority),
      ])
    },
    ReferenceFunction(
      "chi-squared-test", "Pearson's (1900) chi-squared test of independence with Cramér's V.",
      [
        Parameter("table", "list of rows of counts"),
        Parameter("rows", "instead of table: list of labels, null for missing"),
        Parameter("columns", "with rows: as many labels, null for missing"),
      ]
    ) { input throws(FunctionInput.Failure) in
      let (counts, rows, columns) = try input.table()
      let table = try FunctionInput.comparing { () throws(ComparisonFailure) in
        try ContingencyTable(counts)
      }
      return .object([
        "chisq": .of(table.chiSquared), "df": .of(table.degreesOfFreedom),
        "p": .of(table.probability), "cramers_v": .of(table.cramersV),
        "smallest_expected": .of(table.smallestExpected),
        "n": .of(counts.reduce(0) { $0 + $1.reduce(0, +) }),
        "table": .list(counts.map { .list($0.map { .of($0) }) }),
        "row_labels": .list(rows.map { .text($0) }),
        "column_labels": .list(columns.map { .text($0) }),
      ])
    },
  ]
}

extension FunctionInput {
  /// Two groups with the one named by `first` in front.
  fileprivate func inOrder<Group>(
    _ groups: [Group], _ label: (Group) -> String
  ) throws(Failure) -> [Group] {
    guard has("first") else { return groups }
    let named = try FunctionInput(["first": .list([value("first")])]).labels("first")[0]
    return groups.filter { label($0) == named } + groups.filter { label($0) != named }
  }

  /// Counts by two characteristics, rows and columns by label.
  fileprivate func table() throws(Failure) -> ([[Int]], rows: [String], columns: [String]) {
    guard has("rows") else {
      let counts = try matrix("table").map { (row) throws(Failure) in
        let counts = row.compactMap { Int(exactly: $0) }
        guard counts.count == row.count else {
          throw .wrongKind(name: "table", expected: "a list of rows of whole numbers")
        }
        return counts
      }
      let width = counts.first?.count ?? 0
      return (counts, (0..<counts.count).map { "\($0 + 1)" }, (0..<width).map { "\($0 + 1)" })
    }
    let (rows, columns) = (try optionalLabels("rows"), try optionalLabels("columns"))
    guard rows.count == columns.count else {
      throw .wrongKind(name: "columns", expected: "as many labels as rows")
    }
    var cells: [String: [String: Int]] = [:]
    var seen: Set<String> = []
    for case (let row?, let column?) in zip(rows, columns) {
      cells[row, default: [:]][column, default: 0] += 1
      seen.insert(column)
    }
    let order = seen.sorted(by: FunctionInput.precedes)
    let sorted = cells.sorted { FunctionInput.precedes($0.key, $1.key) }
    return (sorted.map { row in order.map { row.value[$0] ?? 0 } }, sorted.map(\.key), order)
  }
}
