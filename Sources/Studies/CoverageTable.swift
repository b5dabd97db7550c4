internal import Statistics

/// What `make coverage` prints: how often 95 % intervals contain the truth.
public struct CoverageTable: Sendable {
  /// One line of the table.
  private struct Line {
    let shape: String
    let correlation: Double
    let answers: Int
    let population: AnswerPopulation
  }

  private let replications: Int

  /// Names the study.
  ///
  /// - Parameter replications: The number of peer groups drawn per line.
  public init(replications: Int) { self.replications = replications }

  /// Five-point items as they come: evenly liked, liked, and liked by nearly all.
  private static let shapes: [(name: String, shares: [Double])] = [
    ("even", [0.1, 0.2, 0.4, 0.2, 0.1]), ("skewed", [0.03, 0.05, 0.12, 0.35, 0.45]),
    ("ceiling", [0.01, 0.02, 0.05, 0.17, 0.75]),
  ]

  private static var lines: [Line] {
    var lines: [Line] = []
    for shape in shapes {
      for correlation in [0, 0.05, 0.1, 0.3] {
        guard let population = AnswerPopulation(shares: shape.shares, correlation: correlation)
        else { continue }
        for answers in [5, 10, 30, 100] {
          lines.append(
            Line(
              shape: shape.name, correlation: correlation, answers: answers,
              population: population))
        }
      }
    }
    return lines
  }

  private static let headings = [
    "item", "ICC", "n", "**score**", "**cluster**", "**Wilson**", "possible", "t", "mid-p",
    "naive",
  ]

  private static let notes = [
    """
    In bold what reports give: *score* is the interval of an organisation's mean (`points.score`; \
    `bounded-mean-interval`), *cluster* that of the peer group's (`points.clustered`; \
    `clustered-mean-interval`; 10 organisations with 0.4 n to 2 n answers), *Wilson* that of the share \
    of the two best levels of an organisation (`top-two.wilson`), all outcomes added up and nothing \
    drawn. *possible*: whether any interval at all can hold 93 to 97 % at this one share.
    """,
    """
    For comparison: *t* is Student's of an organisation's own answers, *mid-p* inverts mid-p tests \
    of the share, *naive* is Student's t over respondents as if those of one organisation were \
    independent.
    """,
    """
    * lies outside 93 to 97 %. All lines of *score* and *cluster* have to lie inside, and those of \
    *Wilson* where organisations differ; at one fixed share (ICC 0) coverage jumps with every n, \
    whatever the interval.
    """,
  ]

  /// Draws and counts.
  ///
  /// - Returns: A line per item, ICC and n; a failure for each interval of reports outside 93 to 97 %.
  public func report() -> StudyReport {
    let lines = CoverageTable.lines
    let outcomes = CoverageStudy(replications: replications)
      .outcomes(lines.map { ($0.population, $0.answers) })
    var (rows, failures) = ([[String]](), [String]())
    for (line, outcome) in zip(lines, outcomes) {
      let share = ShareCoverage(population: line.population, answers: line.answers)
      rows.append([
        line.shape, "\(line.correlation)", "\(line.answers)",
        CoverageTable.percent(outcome.score.coverage),
        CoverageTable.percent(outcome.clustered.coverage), CoverageTable.percent(share.wilson),
        share.isAttainable.map { $0 ? "yes" : "no" } ?? "",
        CoverageTable.percent(outcome.student.coverage), CoverageTable.percent(share.midP),
        CoverageTable.percent(outcome.independent.coverage),
      ])
      let judged: [(name: String, coverage: Double?)] =
        [("score", outcome.score.coverage), ("cluster", outcome.clustered.coverage)]
        + (line.correlation > 0 ? [("Wilson", share.wilson)] : [])
      for (name, coverage) in judged where !CoverageTable.holds(coverage) {
        failures.append("\(name) at \(line.shape), ICC \(line.correlation), n \(line.answers)")
      }
    }
    let missing = outcomes.reduce(0) { $0 + $1.score.missing + $1.clustered.missing }
    return StudyReport(
      mark: "coverage",
      introduction: """
        How many of 100 intervals of 95 % contain the truth: five-point items, \(replications) peer \
        groups per line (20 organisations with n answers each, and 10 of uneven size). Without an \
        interval but with a reason (*score* and *cluster*, all lines): \(missing).
        """,
      headings: CoverageTable.headings, rows: rows, notes: CoverageTable.notes,
      failures: failures)
  }

  private static func holds(_ coverage: Double?) -> Bool {
    coverage.map { (0.93...0.97).contains($0) } ?? false
  }

  private static func percent(_ coverage: Double?) -> String {
    guard let coverage else { return "-" }
    return StudyReport.percent(coverage, decimals: 1) + (holds(coverage) ? "" : "*")
  }
}
