import Benchmark

/// Builds the cells of the sample; every number follows from indices, none from chance.
struct SampleMaker {
  private let period = "2026"
  private let userAnswers = [46, 12, 8, 88, 33, 64, 41, 1_104, 38, 28, 150, 9, 60, 31]
  private var cells: [Cell] = []

  func table() -> CellTable {
    var maker = self
    for (place, organisation) in Sample.organisations.enumerated() {
      for voice in 0..<3 {
        for dimension in Sample.dimensions.indices {
          maker.addDimension(organisation, place, voice, dimension)
        }
        for item in Sample.items.indices { maker.addItem(organisation, place, voice, item) }
      }
    }
    for group in Sample.definition.peerGroups {
      for voice in 0..<3 {
        for dimension in Sample.dimensions.indices { maker.addPeers(group.key, voice, dimension) }
      }
    }
    return CellTable(
      definition: Sample.definition, cells: maker.cells, funnels: funnels(),
      latestPeriods: ["residential": "2026", "forest": "2026"], unnamedOrganisations: 3)
  }

  private func answers(_ place: Int, _ voice: Int) -> Int {
    place < userAnswers.count ? userAnswers[place] / [1, 3, 2][voice] : 7
  }

  private func centre(_ voice: Int, _ dimension: Int) -> Double {
    [82, 68.5, 77, 71, 80, 64][dimension] + [0, 3, 5.5][voice]
  }

  private func spread(_ n: Int) -> Double { (16 + 484 / Double(n)).squareRoot() }

  /// A number from -1 to 1 that looks irregular.
  private func wobble(_ a: Int, _ b: Int, _ c: Int) -> Double {
    let mixed = (a * 7919 + b * 104_729 + c * 1_299_709 + 12_345) % 2003
    return Double(mixed) / 1001 - 1
  }

  private func distance(_ place: Int, _ voice: Int, _ dimension: Int) -> Double {
    switch (place, voice, dimension) {
    case (0, 0, 1): -2.3
    case (0, 0, 4): 2.2
    case (3, 0, 1): -3.6
    case (7, 0, 4): 3.4
    case (7, 0, 0): 4.1
    case (10, 0, 5): -2.1
    default: wobble(place, voice, dimension) * 1.8
    }
  }

  private func reason(_ place: Int, _ voice: Int, _ dimension: Int) -> Reason? {
    switch (place, voice, dimension) {
    case (_, 1, 3): .notAsked
    case (4, 1, 2): .protected
    case (0, 2, 3), (6, 2, 3): .notComparable
    case (8, 0, 4): .implausible
    case (12, 1, _): .notAsked
    default: answers(place, voice) < 10 ? .tooFew : nil
    }
  }

  private func reading(of distance: Double) -> Reading {
    if distance < -3.09 { return .wellBelow }
    if distance < -1.96 { return .below }
    if distance > 3.09 { return .wellAbove }
    return distance > 1.96 ? .above : .within
  }

  private mutating func addDimension(
    _ organisation: Definition.Organisation, _ place: Int, _ voice: Int, _ dimension: Int
  ) {
    func add(
      _ statistic: Statistic, _ value: CellValue, _ lower: Double? = nil, _ upper: Double? = nil,
      n: Int? = nil, rule: String
    ) {
      cells.append(
        Cell(
          id: CellID(
            subject: .organisation(organisation.key), period: period,
            perspective: Sample.definition.perspectives[voice].key,
            measure: .dimension(Sample.dimensions[dimension].key), statistic: statistic),
          value: value, lower: lower, upper: upper, n: n, rule: rule))
    }
    if let reason = reason(place, voice, dimension) {
      for statistic: Statistic in [.points, .answers, .reading, .headline, .changeVerdict] {
        add(statistic, .none(reason), rule: "disclosure.minimum-answers")
      }
      return
    }
    let n = answers(place, voice)
    let distance = distance(place, voice, dimension)
    let middle = centre(voice, dimension)
    let value = max(3, min(97, middle + distance * spread(n)))
    let half = min(1.96 * 22 / Double(n).squareRoot(), 18)
    add(.points, .number(value), value - half, min(100, value + half), n: n, rule: "points.mean")
    add(.answers, .number(Double(n)), n: n, rule: "answers.count")
    let reliability = 16 / (16 + 484 / Double(n))
    let word: InformativeValue =
      reliability >= 0.8 ? .high : reliability >= 0.6 ? .medium : .low
    add(.reliability, .number(reliability), n: n, rule: "reliability")
    add(.informativeValue, .word(word.rawValue), n: n, rule: "informative-value")
    if organisation.peerGroup == "residential" {
      for (statistic, factor) in [(Statistic.expected, 1.96), (.expectedStrict, 3.09)] {
        add(
          statistic, .number(middle), max(0, middle - factor * spread(n)),
          min(100, middle + factor * spread(n)), n: n, rule: "expected")
      }
    }
    addReading(n, distance, word, isAlone: organisation.peerGroup != "residential", add)
    add(.answersMissing, .number(Double(max(0, 71 - n))), n: n, rule: "answers-missing")
    addChange((place + dimension + voice) % 6, n, add)
  }

  /// Adds one of six kinds of change, each with the numbers of a report.
  private func addChange(
    _ kind: Int, _ n: Int,
    _ add: (Statistic, CellValue, Double?, Double?, Int?, String) -> Void
  ) {
    func put(
      _ change: Double, _ naive: Change, _ verdict: Change, _ expected: Double, _ back: Double,
      _ reason: ChangeReason
    ) {
      add(.change, .number(change), change - 5.25, change + 5.25, n, "change")
      add(.changeVerdictNaive, .word(naive.rawValue), nil, nil, n, "change")
      add(.changeVerdict, .word(verdict.rawValue), nil, nil, n, "change")
      add(.changeDetectable, .number(5.25), nil, nil, n, "change")
      add(.changeExpected, .number(expected), expected - 6, expected + 6, n, "change")
      add(.changeRegression, .number(back), nil, nil, n, "change")
      add(.changeReason, .word(reason.rawValue), nil, nil, n, "change")
    }
    switch kind {
    case 0: put(-7.25, .down, .down, 0.25, 0.25, .none)
    case 1: put(1.5, .usual, .usual, 2, 2, .regression)
    case 2: put(6.5, .up, .usual, 4, 3.75, .regression)
    case 3: put(9.5, .up, .up, 2.75, 1.5, .both)
    case 4: put(-6.5, .down, .usual, -4, 0.25, .common)
    default: add(.changeVerdict, .word(Change.untestable.rawValue), nil, nil, n, "change")
    }
  }

  private func addReading(
    _ n: Int, _ distance: Double, _ word: InformativeValue, isAlone: Bool,
    _ add: (Statistic, CellValue, Double?, Double?, Int?, String) -> Void
  ) {
    if n < 30 {
      add(.reading, .none(.tooFew), nil, nil, nil, "reading.minimum-answers")
      return
    }
    if isAlone {
      add(.reading, .none(.notComparable), nil, nil, nil, "reading.minimum-peers")
      return
    }
    if n < 36 {
      add(.reading, .none(.notComparable), nil, nil, nil, "reading.minimum-reliability")
      return
    }
    let reading = reading(of: distance)
    add(.reading, .word(reading.rawValue), nil, nil, n, "reading")
    let ways = [16.0, 14, 16, 9][n % 4]
    add(.readingHolds, .number(ways), nil, nil, 16, "reading-holds")
    let headline = abs(distance) < 2.15 ? "none" : distance > 0 ? "keep" : "look"
    add(.headline, .word(headline), nil, nil, n, "headline.false-discovery-rate")
  }

  private mutating func addItem(
    _ organisation: Definition.Organisation, _ place: Int, _ voice: Int, _ item: Int
  ) {
    func add(_ statistic: Statistic, _ value: CellValue, _ lower: Double?, _ upper: Double?) {
      cells.append(
        Cell(
          id: CellID(
            subject: .organisation(organisation.key), period: period,
            perspective: Sample.definition.perspectives[voice].key,
            measure: .item(Sample.items[item].key), statistic: statistic),
          value: value, lower: lower, upper: upper, rule: "item"))
    }
    let n = answers(place, voice)
    if let reason = reason(place, voice, item % 6) {
      add(.answers, .none(reason), nil, nil)
      for level in 0..<Sample.items[item].levels { add(.level(level), .none(reason), nil, nil) }
      return
    }
    let levels = Sample.items[item].levels
    var left = n
    var top = 0
    for level in 0..<levels {
      let weight = Double(level + 1) * (1 + 0.5 * wobble(place, voice + level, item))
      let share = weight / Double(levels * (levels + 1) / 2)
      let count = level == levels - 1 ? left : min(left, Int(Double(n) * share))
      left -= count
      if level >= levels - 2 { top += count }
      add(.level(level), .number(Double(count)), nil, nil)
    }
    let share = Double(top) / Double(n)
    add(.answers, .number(Double(n)), nil, nil)
    add(.topTwoShare, .number(share), max(0, share - 0.12), min(1, share + 0.12))
  }

  private mutating func addPeers(_ group: String, _ voice: Int, _ dimension: Int) {
    func add(
      _ statistic: Statistic, _ value: Double, _ lower: Double? = nil, _ upper: Double? = nil
    ) {
      cells.append(
        Cell(
          id: CellID(
            subject: .peerGroup(group), period: period,
            perspective: Sample.definition.perspectives[voice].key,
            measure: .dimension(Sample.dimensions[dimension].key), statistic: statistic),
          value: .number(value), lower: lower, upper: upper, rule: "peers"))
    }
    let own = cells.filter { cell in
      guard case .organisation(let key) = cell.id.subject else { return false }
      return cell.id.perspective == Sample.definition.perspectives[voice].key
        && cell.id.measure == .dimension(Sample.dimensions[dimension].key)
        && Sample.organisations.contains { $0.key == key && $0.peerGroup == group }
    }
    func isNumber(_ cell: Cell) -> Bool {
      if case .number = cell.value { true } else { false }
    }
    let points = own.filter { $0.id.statistic == .points }
    add(.organisations, Double(points.count(where: isNumber)))
    add(.withheld, Double(points.count { !isNumber($0) }))
    add(.answers, Double(own.filter { $0.id.statistic == .answers }.reduce(0) { $0 + ($1.n ?? 0) }))
    if group != "residential" { return }
    add(.icc, 0.032 + 0.01 * Double(dimension), 0.011, 0.0945)
    add(.answersNeeded, Double(76 - 9 * dimension))
    add(.expectedByChance, 0.05 * Double(points.count))
    addVerdict(group, voice, dimension)
    for reading in Reading.allCases {
      add(
        .count(reading),
        Double(
          own.count {
            $0.id.statistic == .reading && $0.value == .word(reading.rawValue)
          }))
    }
  }

  /// Adds whether a dimension can be assessed, and what the group's changes have in common.
  private mutating func addVerdict(_ group: String, _ voice: Int, _ dimension: Int) {
    func add(
      _ statistic: Statistic, _ value: CellValue, _ lower: Double? = nil, _ upper: Double? = nil,
      rule: String = "peers"
    ) {
      cells.append(
        Cell(
          id: CellID(
            subject: .peerGroup(group), period: period,
            perspective: Sample.definition.perspectives[voice].key,
            measure: .dimension(Sample.dimensions[dimension].key), statistic: statistic),
          value: value, lower: lower, upper: upper, rule: rule))
    }
    switch (voice + dimension) % 4 {
    case 0: add(.assessability, .word(Assessability.partly.rawValue))
    case 1: add(.assessability, .word(Assessability.reliable.rawValue))
    case 2: add(.assessability, .word(Assessability.not.rawValue))
    default:
      add(
        .assessability, .none(.notComparable), rule: "assessability.too-few-organisations")
    }
    add(.typicalAnswers, .number([41, 13, 20][voice]))
    add(.typicalReliability, .number(0.62 + 0.05 * Double(dimension)), 0.211, 0.9145)
    add(.answersMissing, .number(Double(30 - 6 * dimension)))
    add(.distinguishablePairs, .number(0.085 * Double(dimension)))
    add(.ceilingShare, .number(0.425 - 0.03 * Double(dimension)))
    if voice > 0 { return }
    add(.changeCommon, .number(1.75 - Double(dimension)))
    add(.changesTested, .number(9))
    add(.changeCount(.up), .number(Double(dimension % 2)))
    add(.changeCount(.down), .number(Double(dimension % 3)))
    add(.changesByChance, .number(0.45))
  }

  private func funnels() -> [CellTable.Funnel] {
    (0..<3).flatMap { voice in
      Sample.dimensions.indices.map { dimension in
        let middle = centre(voice, dimension)
        return CellTable.Funnel(
          peerGroup: "residential", period: period,
          perspective: Sample.definition.perspectives[voice].key,
          dimension: Sample.dimensions[dimension].key, centre: middle,
          limits: [10, 12, 15, 20, 30, 45, 70, 100, 200, 400, 800, 1_104].map { n in
            CellTable.Funnel.Limits(
              n: n, lower95: middle - 1.96 * spread(n), upper95: middle + 1.96 * spread(n),
              lower998: middle - 3.09 * spread(n), upper998: middle + 3.09 * spread(n))
          })
      }
    }
  }
}
