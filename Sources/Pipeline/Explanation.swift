internal import Benchmark
internal import Reports

/// How a printed number came about, told from what the run has published and nothing else.
struct Explanation {
  private let run: PublishedRun
  private let folder: String

  /// Reads a run.
  ///
  /// - Parameter run: The folder of the run.
  /// - Throws: A failure if it is none.
  init(run: String) throws(Failure) {
    self.run = try PublishedRun(folder: run)
    folder = run
  }

  /// Explains a cell.
  ///
  /// - Parameters:
  ///   - id: The id of the cell.
  ///   - language: The language.
  /// - Returns: Several lines.
  /// - Throws: A failure with the nearest ids if there is no such cell.
  func text(of id: String, in language: Language) throws(Failure) -> String {
    guard let row = run.cells[id] else { throw unknown(id) }
    let parts = id.split(separator: "/").map(String.init)
    let statistic = parts.last ?? ""
    var lines = ["\(Self.label("cell")[language]): \(id)"]
    lines.append(valueLine(row, language))
    if !row.n.isEmpty { lines.append("n: \(row.n)") }
    lines.append("\(Self.label("rule")[language]): \(row.rule)")
    if let words = RuleWords.text(of: row.rule) { lines.append("    \(words[language])") }
    if let formula = Formulas.text(of: statistic, by: row.rule) {
      lines.append("\(Self.label("formula")[language]): \(formula[language])")
    }
    for line in substituted(statistic, row: row, parts: parts) { lines.append("    \(line)") }
    lines.append(itemsLine(parts, language))
    lines.append("\(Self.label("thresholds")[language]): \(thresholds(language))")
    lines.append("\(Self.label("records")[language]): \(records(language))")
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private func valueLine(_ row: PublishedRun.Row, _ language: Language) -> String {
    guard row.reason.isEmpty else {
      let reason = Reason(rawValue: row.reason).map { Formulas.text(of: $0)[language] } ?? ""
      return "\(Self.label("none")[language]): \(row.reason) (\(reason))"
    }
    let interval = row.lower.isEmpty ? "" : " [\(row.lower), \(row.upper)]"
    return "\(Self.label("value")[language]): \(row.value)\(interval)"
  }

  /// The items behind the figure.
  private func itemsLine(_ parts: [String], _ language: Language) -> String {
    guard parts.count == 5 else { return "" }
    let measure = parts[3]
    let keys: [String]
    if measure.hasPrefix("item:") {
      keys = [String(measure.dropFirst(5))]
    } else {
      keys = run.definition.dimensions.first { $0.key == measure }?.items ?? []
    }
    let items = keys.compactMap { key in run.definition.items.first { $0.key == key } }
    let texts = items.map { item in
      let turned = item.reversed ? " (\(Self.label("reversed")[language]))" : ""
      return "    \(item.key) \(item.minimum)…\(item.maximum)\(turned): \(item.text[language])"
    }
    return ([Self.label("items")[language] + ":"] + texts).joined(separator: "\n")
  }

  /// The formula with the published numbers put in.
  private func substituted(
    _ statistic: String, row: PublishedRun.Row, parts: [String]
  ) -> [String] {
    guard parts.count == 5, row.reason.isEmpty else { return [] }
    let organisation = String(parts[0].split(separator: ".", maxSplits: 1).last ?? "")
    let peers =
      run.definition.organisations.first { $0.key == organisation }?.peerGroup ?? organisation
    func own(_ name: String) -> PublishedRun.Row? {
      run.cells[(parts.dropLast() + [name]).joined(separator: "/")]
    }
    func peer(_ name: String) -> Double? {
      run.cells[(["peer.\(peers)"] + parts[1...3] + [name]).joined(separator: "/")]?.number
    }
    switch statistic {
    case "reading", "expected", "expected998":
      guard let points = own("points"), let value = points.number, let n = Double(points.n),
        let centre = own("expected")?.number, let within = peer("within_sd"),
        let between = peer("between_sd")
      else { return [] }
      let error = (between * between + within * within / n).squareRoot()
      return [
        "(\(points.value) - \(centre)) / sqrt(\(between)^2 + \(within)^2 / \(points.n))"
          + " = \(rounded((value - centre) / error))"
      ]
    case "reliability":
      guard let n = Double(row.n), let icc = peer("icc") else { return [] }
      return [
        "\(row.n) * \(icc) / (1 + (\(row.n) - 1) * \(icc)) = \(rounded(n * icc / (1 + (n - 1) * icc)))"
      ]
    case "typical_reliability":
      guard let n = peer("typical_answers"), let icc = peer("icc") else { return [] }
      return [
        "\(n) * \(icc) / (1 + (\(n) - 1) * \(icc)) = \(rounded(n * icc / (1 + (n - 1) * icc)))"
      ]
    case "answers_missing":
      guard let needed = peer("answers_needed"), let n = Double(row.n) else { return [] }
      return ["max(0, \(needed) - \(row.n)) = \(max(0, needed - n))"]
    case "change_expected":
      guard let part = own("change_regression")?.number, let whole = row.number else { return [] }
      return ["\(rounded(whole - part)) + \(rounded(part)) = \(rounded(whole))"]
    case "answers_needed":
      guard let icc = peer("icc"), icc > 0 else { return [] }
      return ["0.7 / 0.3 * (1 - \(icc)) / \(icc) = \(rounded(0.7 / 0.3 * (1 - icc) / icc))"]
    default: return []
    }
  }

  private func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }

  private func thresholds(_ language: Language) -> String {
    let limits = run.definition.thresholds
    return [
      "minimum_answers \(limits.minimumAnswers)",
      "minimum_for_reading \(limits.minimumForReading)",
      "minimum_peers_for_reading \(limits.minimumPeersForReading)",
      "minimum_peers \(limits.minimumPeers)",
      "minimum_reliability \(limits.minimumReliability)",
      "false_discovery_rate \(limits.falseDiscoveryRate)",
    ].joined(separator: ", ")
  }

  private func records(_ language: Language) -> String {
    let totals = run.summary.totals
    let left = totals.rejectedTotal + totals.skippedTotal + totals.header + totals.blank
    return LocalisedText(
      de: "\(totals.read) gelesen, \(totals.accepted) verwendet, \(left) nicht verwendet"
        + " (Gründe je Datei: run-summary.json, Stellen: rejects.csv)",
      en: "\(totals.read) read, \(totals.accepted) accepted, \(left) not counted"
        + " (reasons per file: run-summary.json, places: rejects.csv)")[language]
  }

  private func unknown(_ id: String) -> Failure {
    let near = run.cells.keys.sorted().filter { $0.hasPrefix(id) }.prefix(3)
    let hint = near.isEmpty ? "" : " (\(near.joined(separator: ", ")))"
    return Failure(
      .inputMissing,
      Notice(
        code: "EL-E-0802", place: Notice.Place(file: folder + "/cells.csv"),
        problem: LocalisedText(
          de: "Eine Zelle dieser Kennung gibt es nicht", en: "There is no cell of this id"),
        wayOut: LocalisedText(
          de: "Die Kennungen stehen in der Spalte cell\(hint)",
          en: "The ids stand in the column cell\(hint)")))
  }

  private static func label(_ name: String) -> LocalisedText {
    switch name {
    case "cell": LocalisedText(de: "Zelle", en: "Cell")
    case "value": LocalisedText(de: "Wert", en: "Value")
    case "none": LocalisedText(de: "Kein Wert", en: "No value")
    case "rule": LocalisedText(de: "Regel", en: "Rule")
    case "formula": LocalisedText(de: "Formel", en: "Formula")
    case "items": LocalisedText(de: "Fragen", en: "Items")
    case "reversed": LocalisedText(de: "umgepolt", en: "reversed")
    case "thresholds": LocalisedText(de: "Schwellen", en: "Thresholds")
    default: LocalisedText(de: "Datensätze", en: "Records")
    }
  }
}
