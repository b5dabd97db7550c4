internal import Benchmark

/// What `make null-simulation` prints.
public struct NullTable: Sendable {
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
  private static let kinds: [(name: String, study: @Sendable (UInt64) -> NullStudy)] = [
    ("as shipped", { NullStudy(key: $0) }),
    (
      "as shipped, 4 perspectives",
      { key in
        var frame = NullSurvey.Frame()
        frame.perspectives = 4
        return NullStudy(key: key, frame: frame)
      }
    ),
    (
      "minimum_reliability 0",
      { key in
        var thresholds = Definition.Thresholds()
        thresholds.minimumReliability = 0
        return NullStudy(key: key, thresholds: thresholds)
      }
    ),
    (
      "minimum_reliability 0, 32 readings",
      { key in
        var frame = NullSurvey.Frame()
        frame.perspectives = 4
        frame.dimensions = 8...8
        frame.answers = 40...200
        var thresholds = Definition.Thresholds()
        thresholds.minimumReliability = 0
        return NullStudy(key: key, frame: frame, thresholds: thresholds)
      }
    ),
    (
      "organisations differ, none changes",
      { key in
        var frame = NullSurvey.Frame()
        frame.difference = 0.25
        frame.periods = 2...2
        return NullStudy(key: key, frame: frame)
      }
    ),
  ]

  /// Runs all studies and sets their outcomes as a table.
  public var text: String {
    let frame = NullSurvey.Frame()
    var lines = [
      "\(surveys) surveys per line, without any true difference but in the last (key \(key)): "
        + "\(frame.organisations.lowerBound) to \(frame.organisations.upperBound) organisations, "
        + "\(frame.answers.lowerBound) to \(frame.answers.upperBound) answers each, "
        + "\(frame.dimensions.lowerBound) to \(frame.dimensions.upperBound) dimensions, "
        + "one or two periods.",
      "Without true differences a headline may stand on 5 % of reports at most. se: standard error, surveys as clusters.",
      "",
      row(
        "", ["reports", "headline %", "se", "readings", ">95 %", ">99.8 %", "change", "naive"]),
    ]
    for kind in NullTable.kinds {
      let outcome = kind.study(key).run(surveys: surveys)
      lines.append(
        row(
          kind.name,
          [
            "\(outcome.reports)", percent(outcome.share), percent(outcome.standardError),
            "\(outcome.readings)", percent(outcome.outside, of: outcome.readings),
            percent(outcome.farOutside, of: outcome.readings),
            percent(outcome.foundChanges, of: outcome.changes),
            percent(outcome.naiveChanges, of: outcome.changes),
          ]))
      let verdicts = outcome.verdicts.values.reduce(0, +)
      let words = [("reliable", "reliable"), ("partly", "partly"), ("not", "not"), ("", "open")]
      lines.append(
        "  dimensions: "
          + words.map { word, name in
            "\(name) \(percent(outcome.verdicts[word] ?? 0, of: verdicts)) %"
          }.joined(separator: ", ") + "; mean ICC \(percent(outcome.meanCorrelation)) %")
    }
    lines.append("")
    lines.append(
      "change: share of tested changes beyond what was to be expected; naive: beyond noise alone.")
    return lines.joined(separator: "\n")
  }

  private func percent(_ count: Int, of all: Int) -> String {
    all > 0 ? percent(Double(count) / Double(all)) : "-"
  }

  private func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    let title = name + String(repeating: " ", count: max(0, 38 - name.count))
    return title + cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
  }
}
