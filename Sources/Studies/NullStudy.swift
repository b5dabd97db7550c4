public import Benchmark
internal import Parallel

/// What whole reports say where there is nothing to say: surveys without any true difference.
public struct NullStudy: Sendable, Equatable {
  /// What came of all surveys.
  public struct Outcome: Sendable, Equatable {
    /// The reports of organisations.
    public internal(set) var reports = 0
    /// The reports with a headline, `keep` or `look`.
    public internal(set) var headlines = 0
    /// The readings.
    public internal(set) var readings = 0
    /// The readings outside the 95 % limits.
    public internal(set) var outside = 0
    /// The readings outside the 99.8 % limits.
    public internal(set) var farOutside = 0
    /// The changes that were tested.
    public internal(set) var changes = 0
    /// The changes beyond noise alone.
    public internal(set) var naiveChanges = 0
    /// The changes beyond noise and what was to be expected.
    public internal(set) var foundChanges = 0
    /// The intraclass correlations of all dimensions, added up, and their number.
    var correlations: (sum: Double, count: Int) = (0, 0)
    /// How often each verdict on a dimension was given; `""` counts those left open.
    public internal(set) var verdicts: [String: Int] = [:]
    /// Per survey, its reports and its reports with a headline.
    var surveys: [(reports: Int, headlines: Int)] = []

    /// The share of reports with a headline.
    public var share: Double { reports > 0 ? Double(headlines) / Double(reports) : 0 }

    /// The mean intraclass correlation of the dimensions.
    public var meanCorrelation: Double {
      correlations.count > 0 ? correlations.sum / Double(correlations.count) : 0
    }

    /// The standard error of the share, reports of one survey taken together.
    public var standardError: Double {
      guard surveys.count > 1, reports > 0 else { return 0 }
      let squares = surveys.reduce(0.0) { sum, survey in
        let distance = Double(survey.headlines) - share * Double(survey.reports)
        return sum + distance * distance
      }
      let size = Double(surveys.count)
      return (squares * size / (size - 1)).squareRoot() / Double(reports)
    }

    /// Adds the outcome of other surveys.
    static func += (left: inout Outcome, right: Outcome) {
      left.reports += right.reports
      left.headlines += right.headlines
      left.readings += right.readings
      left.outside += right.outside
      left.farOutside += right.farOutside
      left.changes += right.changes
      left.naiveChanges += right.naiveChanges
      left.foundChanges += right.foundChanges
      left.correlations.sum += right.correlations.sum
      left.correlations.count += right.correlations.count
      left.verdicts.merge(right.verdicts, uniquingKeysWith: +)
      left.surveys += right.surveys
    }

    /// Whether two outcomes are the same in all that is counted.
    ///
    /// - Parameters:
    ///   - left: The first outcome.
    ///   - right: The second outcome.
    /// - Returns: Whether they are.
    public static func == (left: Outcome, right: Outcome) -> Bool {
      left.reports == right.reports && left.headlines == right.headlines
        && left.readings == right.readings && left.outside == right.outside
        && left.farOutside == right.farOutside && left.changes == right.changes
        && left.naiveChanges == right.naiveChanges && left.foundChanges == right.foundChanges
        && left.verdicts == right.verdicts && left.correlations == right.correlations
        && left.surveys.elementsEqual(right.surveys) { $0 == $1 }
    }
  }

  /// What all surveys depend on.
  public var key: UInt64
  /// What surveys may be like.
  public var frame: NullSurvey.Frame
  /// The thresholds of the reports.
  public var thresholds: Definition.Thresholds

  /// Makes a study.
  ///
  /// - Parameters:
  ///   - key: What all surveys depend on.
  ///   - frame: What surveys may be like.
  ///   - thresholds: The thresholds of the reports.
  public init(
    key: UInt64, frame: NullSurvey.Frame = NullSurvey.Frame(),
    thresholds: Definition.Thresholds = .init()
  ) {
    self.key = key
    self.frame = frame
    self.thresholds = thresholds
  }

  /// Generates surveys and makes their cells.
  ///
  /// - Parameters:
  ///   - surveys: How many.
  ///   - workers: The most workers to use; all processors if not given.
  /// - Returns: What came of them, the same for any number of workers.
  public func run(surveys: Int, workers: Int? = nil) -> Outcome {
    let outcomes = Parallel.map(count: surveys, workers: workers) { number in
      let survey = NullSurvey(number: number, key: key, frame: frame, thresholds: thresholds)
      return NullStudy.outcome(
        of: Benchmark.table(of: survey.tally, definition: survey.definition, workers: 1))
    }
    return outcomes.reduce(into: Outcome()) { $0 += $1 }
  }

  private static func outcome(of table: CellTable) -> Outcome {
    var outcome = Outcome()
    var loud: Set<String> = []
    for cell in table.cells where cell.id.period == table.latestPeriods["peers"] {
      switch (cell.id.subject, cell.id.statistic, cell.value) {
      case (.organisation(let key), .headline, .word(let word)):
        if word != "none" { loud.insert(key) }
      case (.organisation, .reading, .word(let word)):
        outcome.readings += 1
        let reading = Reading(rawValue: word)
        if reading != .within { outcome.outside += 1 }
        if reading == .wellAbove || reading == .wellBelow { outcome.farOutside += 1 }
      case (.organisation, .changeVerdict, .word(let word)):
        if word == Change.untestable.rawValue { continue }
        outcome.changes += 1
        if word != Change.usual.rawValue { outcome.foundChanges += 1 }
      case (.organisation, .changeVerdictNaive, .word(let word)):
        if word == Change.up.rawValue || word == Change.down.rawValue {
          outcome.naiveChanges += 1
        }
      case (.peerGroup, .icc, .number(let icc)):
        outcome.correlations.sum += icc
        outcome.correlations.count += 1
      case (.peerGroup, .assessability, .word(let word)):
        outcome.verdicts[word, default: 0] += 1
      case (.peerGroup, .assessability, .none): outcome.verdicts["", default: 0] += 1
      default: continue
      }
    }
    outcome.reports = table.definition.organisations.count
    outcome.headlines = loud.count
    outcome.surveys = [(outcome.reports, outcome.headlines)]
    return outcome
  }
}
