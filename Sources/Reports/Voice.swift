import Benchmark

/// The cells of one subject in one period and from one perspective.
struct Voice {
  /// All cells.
  let table: CellTable
  /// Who the cells are about.
  let subject: CellID.Subject
  /// The calendar slice.
  let period: String
  /// Who speaks.
  let perspective: Definition.Named

  /// The cell of a dimension.
  ///
  /// - Parameters:
  ///   - dimension: The key of the dimension.
  ///   - statistic: Which figure of it.
  /// - Returns: The cell, or `nil` if the table has none.
  func dimension(_ dimension: String, _ statistic: Statistic) -> Cell? {
    cell(.dimension(dimension), statistic)
  }

  /// The cell of an item.
  ///
  /// - Parameters:
  ///   - item: The key of the item.
  ///   - statistic: Which figure of it.
  /// - Returns: The cell, or `nil` if the table has none.
  func item(_ item: String, _ statistic: Statistic) -> Cell? {
    cell(.item(item), statistic)
  }

  private func cell(_ measure: CellID.Measure, _ statistic: Statistic) -> Cell? {
    table[
      CellID(
        subject: subject, period: period, perspective: perspective.key, measure: measure,
        statistic: statistic)]
  }

  /// The reading of a dimension, if it has one.
  ///
  /// - Parameter dimension: The key of the dimension.
  /// - Returns: The reading.
  func reading(of dimension: String) -> Reading? {
    self.dimension(dimension, .reading)?.word.flatMap(Reading.init(rawValue:))
  }

  /// Why a dimension has no points: the cell's reason, or `notAsked` where there is no cell at all.
  ///
  /// - Parameter dimension: The key of the dimension.
  /// - Returns: The reason, or `nil` if there are points.
  func reason(of dimension: String) -> Reason? {
    guard let points = self.dimension(dimension, .points) else { return .notAsked }
    return points.reason
  }
}

extension CellTable {
  /// The latest period of a peer group.
  ///
  /// - Parameter group: The key of the group.
  /// - Returns: The calendar slice; `all` if the table names none.
  func latestPeriod(of group: String) -> String { latestPeriods[group] ?? "all" }
}

extension Definition {
  /// The organisations of a peer group, by key.
  ///
  /// - Parameter group: The key of the group.
  /// - Returns: The organisations, ordered by the bytes of their keys.
  func members(of group: String) -> [Organisation] {
    organisations.filter { $0.peerGroup == group }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// The number of organisations of a peer group.
  ///
  /// - Parameter group: The key of the group.
  /// - Returns: A figure that names the definition as its source.
  func memberCount(of group: String) -> Figure {
    var count = 0
    for organisation in organisations where organisation.peerGroup == group { count += 1 }
    return .setting(Double(count), "peer_groups.\(group).organisations")
  }

  /// The smallest number of answers that is shown.
  var minimumAnswers: Figure {
    .setting(Double(thresholds.minimumAnswers), "minimum_answers")
  }

  /// The smallest number of answers for a reading.
  var minimumForReading: Figure {
    .setting(Double(thresholds.minimumForReading), "minimum_for_reading")
  }

  /// The smallest number of organisations with a figure for a reading.
  var minimumPeers: Figure {
    .setting(Double(thresholds.minimumPeersForReading), "minimum_peers_for_reading")
  }

  /// The highest share of false signals among headlines.
  var falseDiscoveryRate: Figure {
    .setting(thresholds.falseDiscoveryRate, "false_discovery_rate", style: .percent(0))
  }

  /// The lowest reliability for a reading.
  var minimumReliability: Figure {
    .setting(thresholds.minimumReliability, "minimum_reliability", style: .places(2))
  }
}

extension Page {
  /// Writes why a value is missing: sign and sentence.
  ///
  /// - Parameters:
  ///   - reason: The reason.
  ///   - cell: The cell that gives it, or `nil` if the table has no such cell.
  ///   - definition: For the thresholds in the sentence.
  mutating func missing(_ reason: Reason, of cell: Cell?, in definition: Definition) {
    reason.write(on: &self)
    sentence(reason.phrase, of: cell, k: definition.minimumAnswers)
  }

  /// Writes why a reading is missing: sign and sentence.
  ///
  /// - Parameters:
  ///   - reason: The reason.
  ///   - cell: The cell that gives it.
  ///   - definition: For the thresholds in the sentence.
  mutating func missingReading(_ reason: Reason, of cell: Cell, in definition: Definition) {
    reason.write(on: &self)
    let phrase: CommonPhrase =
      switch (reason, cell.rule) {
      case (_, let rule) where Self.tooFewPeersRules.contains(rule): .tooFewPeers
      case (_, "reading.minimum-reliability"), (_, "reliability.not-estimable"),
        (_, "expected.no-spread"):
        .tooUnreliable
      case (.tooFew, _): .tooFewForReading
      case (.notComparable, _): .readingNotComparable
      default: reason.phrase
      }
    sentence(
      phrase, of: cell,
      k: phrase == .tooFewForReading ? definition.minimumForReading : definition.minimumAnswers)
  }

  /// The rules that withhold a reading because too few organisations have a value.
  static var tooFewPeersRules: [String] {
    ["reading.minimum-peers", "peers.minimum", "expected.minimum-peers"]
  }

  private mutating func sentence(_ phrase: CommonPhrase, of cell: Cell?, k: Figure) {
    guard let cell else { return say(phrase, ["k": .figure(k)]) }
    // A <data> element may not stand inside another, so the threshold is plain text here.
    word(of: cell) { page in page.say(phrase, ["k": .rounded(k)]) }
  }

  /// Writes a value in points with its interval.
  ///
  /// - Parameter points: The cell.
  mutating func pointsWithRange(_ points: Cell) {
    figure(points.figure())
    guard let lower = points.figure(.lower), let upper = points.figure(.upper) else { return }
    raw(" <span class=\"range\">(")
    figure(lower)
    raw("–")
    figure(upper)
    raw(")</span>")
  }

  /// Writes a peer group in words, with the number of its organisations.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - definition: The organisations.
  mutating func peerGroup(_ group: Definition.Named, of definition: Definition) {
    let count = definition.memberCount(of: group.key)
    say(
      count.value == 1 ? CommonPhrase.peerGroupOne : .peerGroupCount,
      ["group": .text(group.name[language]), "n": .figure(count)])
  }
}
