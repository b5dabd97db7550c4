import Statistics

/// Prints how often the 95 % intervals of reports contain the truth: `coverage-study [replications]`.
@main
struct CoverageTable {
  /// One line of the table.
  private struct Line {
    let shape: String
    let correlation: Double
    let answers: Int
    let population: AnswerPopulation
  }

  /// Five-point items as they come: evenly liked, liked, and liked by nearly all.
  private static let shapes: [(name: String, shares: [Double])] = [
    ("even", [0.1, 0.2, 0.4, 0.2, 0.1]), ("skewed", [0.03, 0.05, 0.12, 0.35, 0.45]),
    ("ceiling", [0.01, 0.02, 0.05, 0.17, 0.75]),
  ]

  static func main() {
    if CommandLine.arguments.dropFirst().first == "bootstrap" { return bootstrap() }
    let replications = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5_000
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
    let outcomes = CoverageStudy(replications: replications)
      .outcomes(lines.map { ($0.population, $0.answers) })
    print(explanation(replications))
    print(
      row(["item", "ICC", "n", "t", "score", "Wilson", "mid-p", "possible", "naive", "cluster"]))
    for (line, outcome) in zip(lines, outcomes) {
      let share = ShareCoverage(population: line.population, answers: line.answers)
      print(
        row([
          line.shape, "\(line.correlation)", "\(line.answers)", percent(outcome.student.coverage),
          percent(outcome.score.coverage), percent(share.wilson), percent(share.midP),
          share.isAttainable.map { $0 ? "yes" : "NO" } ?? "-",
          percent(outcome.independent.coverage), percent(outcome.clustered.coverage),
        ]))
    }
    let missing = outcomes.reduce(0) { $0 + $1.score.missing + $1.clustered.missing }
    print("\nWithout an interval, with a reason (score and cluster, all lines): \(missing)")
  }

  private static func explanation(_ replications: Int) -> String {
    """
    Coverage of 95 % intervals in percent; * outside 93 to 97. \(replications) peer groups per line.

    Mean of an organisation (20 organisations, n answers each):
      t        Student's t of its own answers, as reports give it
      score    score interval on the bounded scale with the peers' dispersion
    Share of the two best levels of an organisation (all outcomes added up, nothing drawn):
      Wilson   as reports give it
      mid-p    inverted mid-p tests
      possible whether any interval can have 93 to 97 % at this one share (ICC 0)
    Mean of a population of organisations (10 of them, 0.4 n to 2 n answers each):
      naive    Student's t over respondents as if they were independent
      cluster  leaving out one organisation at a time, on the scale of log odds

    """
  }

  private static func percent(_ coverage: Double?) -> String {
    guard let coverage else { return "-" }
    let tenths = Int((coverage * 1_000).rounded())
    let mark = coverage < 0.93 || coverage > 0.97 ? "*" : " "
    return "\(tenths / 10).\(tenths % 10)\(mark)"
  }

  private static func row(_ cells: [String]) -> String {
    cells.map { String(repeating: " ", count: max(0, 9 - $0.count)) + $0 }.joined()
  }

  /// Measures the bootstrap: 1,000 organisations, 100 persons each, 2,000 replications.
  private static func bootstrap() {
    let organisations = (0..<1_000).map { number in
      let draws = RandomDraws(key: 1, stream: UInt64(number))
      return (0..<100).map { person in
        let items = draws.choice(of: 5, UInt64(2 * person)) + 1
        return PersonSums(
          sum: Double(draws.choice(of: 4 * items + 1, UInt64(2 * person + 1))), count: items)
      }
    }
    var outcomes = 0
    let time = ContinuousClock().measure {
      outcomes = PersonBootstrap(key: 1).outcomes(of: organisations).count
    }
    print("\(outcomes) organisations of 100 persons, 2,000 replications: \(time)")
  }
}
