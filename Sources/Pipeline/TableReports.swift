internal import Benchmark
internal import Suppression

/// What `audit-table` prints: one line per hidden cell, with its interval and what leaks.
struct AuditReport {
  let problem: TableProblem
  let intervals: [TableAudit.Interval]
  let leaks: [TableAudit.Leak]

  init(
    _ problem: TableProblem, intervals: [TableAudit.Interval], leaks: [TableAudit.Leak]
  ) {
    self.problem = problem
    self.intervals = intervals
    self.leaks = leaks
  }

  private var counts: (exact: Int, above: Int, below: Int, redundant: Int) {
    (
      leaks.count(where: \.isExact), leaks.count(where: \.isBoundAbove),
      leaks.count(where: \.isBoundBelow),
      intervals.count(where: { $0.wholeLower == $0.wholeUpper })
    )
  }

  private func insider(_ place: Int?) -> String? { place.map { problem.insiders[$0].key } }

  var text: LocalisedText {
    var lines = ""
    let leaking = Dictionary(grouping: leaks) { [$0.cell, $0.insider ?? -1] }
    for interval in intervals {
      let isPrimary = problem.cells[interval.cell].protection != nil
      var line = problem.cells[interval.cell].key
      if let insider = insider(interval.insider) { line += " (\(insider))" }
      line += "\t\(interval.wholeLower)\t\(interval.wholeUpper.map(String.init) ?? "inf")"
      line += isPrimary ? "\tprimary" : "\tsecondary"
      if !interval.isExact { line += "\touter" }
      if let leak = leaking[[interval.cell, interval.insider ?? -1]]?.first {
        line += "\t" + words(leak).joined(separator: ",")
      }
      lines += line + "\n"
    }
    let counts = counts
    return LocalisedText(
      de: lines
        + "Verborgen: \(intervals.count) Intervalle. Lecks: \(leaks.count) "
        + "(genau berechenbar \(counts.exact), zu klein bewiesen \(counts.above), "
        + "zu groß bewiesen \(counts.below)). "
        + "Alle verborgenen Zellen mit genau einem Wert: \(counts.redundant).\n",
      en: lines
        + "Hidden: \(intervals.count) intervals. Leaks: \(leaks.count) "
        + "(exactly recomputable \(counts.exact), proved below \(counts.above), "
        + "proved above \(counts.below)). "
        + "All hidden cells with exactly one value: \(counts.redundant).\n")
  }

  private func words(_ leak: TableAudit.Leak) -> [String] {
    [
      leak.isExact ? "exactly_recomputable" : nil, leak.isBoundAbove ? "proved_below" : nil,
      leak.isBoundBelow ? "proved_above" : nil,
    ].compactMap { $0 }
  }

  var json: String {
    let counts = counts
    let cells = intervals.map { interval in
      var parts = ["\"cell\":\(Quoting.json(problem.cells[interval.cell].key))"]
      if let insider = insider(interval.insider) {
        parts.append("\"insider\":\(Quoting.json(insider))")
      }
      parts += [
        "\"primary\":\(problem.cells[interval.cell].protection != nil)",
        "\"min\":\(interval.wholeLower)",
        "\"max\":\(interval.wholeUpper.map(String.init) ?? "null")",
        "\"exact\":\(interval.isExact)",
      ]
      return "{\(parts.joined(separator: ","))}"
    }
    let found = leaks.map { leak in
      var parts = ["\"cell\":\(Quoting.json(problem.cells[leak.cell].key))"]
      if let insider = insider(leak.insider) {
        parts.append("\"insider\":\(Quoting.json(insider))")
      }
      parts.append("\"kinds\":[\(words(leak).map { "\"\($0)\"" }.joined(separator: ","))]")
      return "{\(parts.joined(separator: ","))}"
    }
    return "{\"hidden\":\(intervals.count),\"exactly_recomputable\":\(counts.exact),"
      + "\"proved_below_T\":\(counts.above),\"proved_positive\":\(counts.below),"
      + "\"leaks\":[\(found.joined(separator: ","))],"
      + "\"intervals\":[\(cells.joined(separator: ","))]}\n"
  }
}

/// What `derived` prints about one unit.
struct DerivedReport {
  let unit: DerivedDocument.Unit
  let audit: DerivedAudit
  let findings: [DerivedAudit.Finding]
  let remedy: DerivedPlan?

  init(_ unit: DerivedDocument.Unit) {
    self.unit = unit
    audit = DerivedAudit(unit.figures)
    findings = audit.findings(unit.figures, sensitive: unit.sensitive)
    remedy =
      findings.isEmpty
      ? nil
      : unit.counts.flatMap {
        unit.plan.remedy(
          for: $0, top: unit.top, sensitive: unit.sensitive, rounding: unit.figures.rounding)
      }
  }

  private var words: [String] {
    findings.map { finding in
      switch finding {
      case .unique: "unique"
      case .proved(let level): "proved:\(level)"
      case .excluded(let level): "excluded:\(level)"
      case .known(let level): "known:\(level)"
      case .pinnedCount: "pinned_n"
      case .unclear: "unclear"
      case .contradiction: "contradiction"
      }
    }
  }

  private var plan: String? {
    remedy.map { plan in
      func word(_ name: String, _ decimals: Int?) -> String {
        "\(name) \(decimals.map(String.init) ?? "-")"
      }
      let share = plan.shareMultiple > 1 ? "/\(plan.shareMultiple)" : ""
      return [
        word("mean", plan.meanDecimals), word("sd", plan.deviationDecimals),
        word("percent", plan.shareDecimals) + share, "band \(plan.band.map(String.init) ?? "-")",
      ].joined(separator: ", ")
    }
  }

  var text: LocalisedText {
    let found = words.joined(separator: ", ")
    let (isSafe, plan) = (findings.isEmpty, plan)
    return LocalisedText(
      de: "\(unit.name): \(audit.histograms) Verteilungen möglich; "
        + (isSafe ? "nichts folgt" : found) + (plan.map { "; sicher wäre: \($0)" } ?? "") + "\n",
      en: "\(unit.name): \(audit.histograms) distributions possible; "
        + (isSafe ? "nothing follows" : found) + (plan.map { "; safe would be: \($0)" } ?? "")
        + "\n")
  }

  var json: String {
    func list(_ numbers: [Int]) -> String { "[\(numbers.map(String.init).joined(separator: ","))]" }
    var parts = [
      "\"unit\":\(Quoting.json(unit.name))", "\"distributions\":\(audit.histograms)",
      "\"complete\":\(audit.isComplete)",
      "\"findings\":[\(words.map { "\"\($0)\"" }.joined(separator: ","))]",
    ]
    if audit.histograms > 0 {
      parts += ["\"min\":\(list(audit.fewest))", "\"max\":\(list(audit.largest))"]
    }
    if let plan { parts.append("\"remedy\":\"\(plan)\"") }
    return "{\(parts.joined(separator: ","))}"
  }
}

/// Texts in JSON.
enum Quoting {
  static func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
