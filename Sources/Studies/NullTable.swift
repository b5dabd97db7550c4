internal import Benchmark

/// What `make null-simulation` prints: headlines and changes where there is nothing to say.
public struct NullTable: Sendable {
  /// A kind of survey and report.
  private struct Kind: Sendable {
    let name: String
    let study: @Sendable (UInt64) -> NullStudy
    /// Whether no organisation differs, so that headlines are false.
    var isNull = true
  }

  private let surveys: Int
  private let key: UInt64

  /// Names the surveys.
  ///
  /// - Parameters:
  ///   - surveys: How many of each kind.
  ///   - key: What they depend on.
  public init(surveys: Int, key: UInt64) {
    self.surveys = surveys
    self.key = key
  }

  /// The kinds of surveys and reports, the first being those that are shipped.
  private static let kinds = [
    Kind(name: "as shipped", study: { NullStudy(key: $0) }),
    Kind(name: "as shipped, 4 perspectives") { key in
      var frame = NullSurvey.Frame()
      frame.perspectives = 4
      return NullStudy(key: key, frame: frame)
    },
    Kind(name: "`minimum_reliability` 0") { key in
      NullStudy(key: key, thresholds: unreliable)
    },
    Kind(name: "`minimum_reliability` 0, 32 readings") { key in
      var frame = NullSurvey.Frame()
      frame.perspectives = 4
      frame.dimensions = 8...8
      frame.answers = 40...200
      return NullStudy(key: key, frame: frame, thresholds: unreliable)
    },
    Kind(
      name: "organisations differ, none changes",
      study: { key in
        var frame = NullSurvey.Frame()
        frame.difference = 0.25
        frame.periods = 2...2
        return NullStudy(key: key, frame: frame)
      }, isNull: false),
  ]

  private static var unreliable: Definition.Thresholds {
    var thresholds = Definition.Thresholds()
    thresholds.minimumReliability = 0
    return thresholds
  }

  private static let headings = [
    "surveys and reports", "reports", "headline %", "se", "readings", "> 95 %", "> 99.8 %",
    "changes", "called %", "by noise %", "reliable %", "partly %", "ICC %",
  ]

  private static let notes = [
    """
    *headline*: reports with one, at most 5 % where nothing differs; *se*: its standard error, the \
    reports of a survey taken together. *> 95 %*, *> 99.8 %*: readings outside those limits, of \
    those that are given. *called*: tested changes that are called `up` or `down`, at most 5 %; *by \
    noise*: those beyond noise alone, of which the common change and the return to the middle are \
    not taken off. *reliable*, *partly*: dimensions that are said to tell organisations apart. \
    *ICC*: mean over dimensions.
    """
  ]

  /// Runs all studies.
  ///
  /// - Returns: A line per kind; a failure where more than 5 % of reports carry a headline though nothing
  ///   differs, more than 5 % of changes are called though nothing changes, or a dimension of a survey
  ///   without differences is called reliable.
  public func report() -> StudyReport {
    let frame = NullSurvey.Frame()
    func range(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) to \(range.upperBound)" }
    var (rows, failures) = ([[String]](), [String]())
    for kind in NullTable.kinds {
      let outcome = kind.study(key).run(surveys: surveys)
      rows.append(NullTable.row(kind.name, outcome))
      let reliable = outcome.verdicts["reliable"] ?? 0
      if kind.isNull, outcome.share > 0.05 { failures.append("headlines \(kind.name)") }
      if kind.isNull, reliable > 0 { failures.append("\(reliable) reliable \(kind.name)") }
      if outcome.foundChanges * 20 > outcome.changes { failures.append("changes \(kind.name)") }
    }
    return StudyReport(
      mark: "null-simulation",
      introduction: """
        \(surveys) surveys per line, none with a true change, and none but those of the last line with \
        a true difference (key \(key)): \(range(frame.organisations)) organisations, \
        \(range(frame.answers)) answers each, \(range(frame.dimensions)) dimensions, one or two periods.
        """,
      headings: NullTable.headings, rows: rows, notes: NullTable.notes, failures: failures)
  }

  private static func row(_ name: String, _ outcome: NullStudy.Outcome) -> [String] {
    func percent(_ share: Double) -> String { StudyReport.percent(share, decimals: 2) }
    func part(_ count: Int, of all: Int) -> String {
      all > 0 ? percent(Double(count) / Double(all)) : "-"
    }
    let verdicts = outcome.verdicts.values.reduce(0, +)
    return [
      name, "\(outcome.reports)", percent(outcome.share), percent(outcome.standardError),
      "\(outcome.readings)", part(outcome.outside, of: outcome.readings),
      part(outcome.farOutside, of: outcome.readings), "\(outcome.changes)",
      part(outcome.foundChanges, of: outcome.changes),
      part(outcome.naiveChanges, of: outcome.changes),
      part(outcome.verdicts["reliable"] ?? 0, of: verdicts),
      part(outcome.verdicts["partly"] ?? 0, of: verdicts), percent(outcome.meanCorrelation),
    ]
  }
}
