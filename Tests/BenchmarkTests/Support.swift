import Benchmark
import FoundationEssentials
import Tally
import Testing

/// Reads a file of reference numbers from `fixtures/oracles`.
func oracle<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let file = root.appending(path: "fixtures/oracles/\(name).json")
  return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}

/// Whether a figure rounded to 12 digits agrees with a reference; rounding alone is up to 5e-12.
func agree(_ actual: Double?, _ expected: Double, within tolerance: Double = 6e-12) -> Bool {
  guard let actual, actual.isFinite else { return false }
  return (actual - expected).magnitude <= tolerance * max(expected.magnitude, 1e-3)
}

/// A pipeline about five-level items, by default the single one `y` in the dimension `d`.
struct Panel {
  var definition: Definition
  var tally: Tally

  init(
    dimensions: [(key: String, items: [String])] = [("d", ["y"])], loose: [String] = [],
    perspectives: [String] = ["user"], open: String? = nil, levels: Int = 5,
    thresholds: Definition.Thresholds = .init(), minimumAnswered: Int? = nil
  ) {
    func named(_ key: String) -> LocalisedText { LocalisedText(de: key, en: key) }
    var items: [String] = []
    for item in dimensions.flatMap(\.items) + loose where !items.contains(item) {
      items.append(item)
    }
    definition = Definition(
      pipeline: "test", title: named("Test"), languages: [.english], period: .year,
      perspectives: perspectives.map { Definition.Named(key: $0, name: named($0)) },
      items: items.map {
        Definition.Item(key: $0, text: named($0), minimum: 1, maximum: levels)
      },
      dimensions: dimensions.map {
        Definition.Dimension(
          key: $0.key, name: named($0.key), items: $0.items, minimumAnswered: minimumAnswered)
      },
      peerGroups: [Definition.Named(key: "peers", name: named("Peers"))], organisations: [],
      openPeerGroup: open, thresholds: thresholds)
    tally = Tally(schema: definition.schema)
  }

  var table: CellTable { Benchmark.table(of: tally, definition: definition, workers: 2) }

  /// Lists an organisation, once.
  mutating func list(_ key: String, in group: String = "peers") {
    guard definition.openPeerGroup == nil,
      !definition.organisations.contains(where: { $0.key == key })
    else { return }
    definition.organisations.append(
      Definition.Organisation(key: key, name: "Name of \(key)", peerGroup: group))
  }

  /// Adds respondents: per row one level per item, nil for an item they were not shown.
  mutating func add(
    _ rows: [[Int?]], of key: String, period: String = "2026", perspective: Int = 0
  ) {
    list(key)
    let schema = definition.schema
    var counts = GroupCounts(schema: schema)
    for row in rows {
      counts.respondents += 1
      for (item, level) in row.enumerated() {
        if let level {
          counts.items[item].levels[level] += 1
        } else {
          counts.items[item].notShown += 1
        }
      }
      for (place, dimension) in schema.dimensions.enumerated() {
        let levels = dimension.items.compactMap { row[$0] }
        if levels.count >= dimension.minimumAnswered {
          // All items have the same number of levels, so the mean needs one division only.
          let top = schema.items[dimension.items[0]].levels - 1
          let units = Tally.scoreUnits(of: dimension, in: schema)
          let score = Int128(units / top / levels.count * levels.reduce(0, +))
          counts.dimensions[place].scored += 1
          counts.dimensions[place].sum += score
          counts.dimensions[place].sumOfSquares += score * score
        }
        guard levels.count == dimension.items.count else { continue }
        counts.dimensions[place].complete += 1
        var product = 0
        for (left, level) in levels.enumerated() {
          counts.dimensions[place].itemSums[left] += level
          for other in levels[left...] {
            counts.dimensions[place].crossProducts[product] += level * other
            product += 1
          }
        }
      }
    }
    tally.add(
      counts, to: GroupKey(organisation: key, period: period, perspective: perspective))
  }

  /// Adds respondents to the only item by how often each level was answered.
  mutating func add(
    histogram: [Int], of key: String, period: String = "2026", perspective: Int = 0
  ) {
    let rows = histogram.enumerated().flatMap { level, times in
      [[Int?]](repeating: [level], count: times)
    }
    add(rows, of: key, period: period, perspective: perspective)
  }
}

extension CellTable {
  func cell(
    org key: String, _ statistic: Statistic, of measure: CellID.Measure = .dimension("d"),
    period: String = "2026", perspective: String = "user"
  ) -> Cell? {
    self[
      CellID(
        subject: .organisation(key), period: period, perspective: perspective, measure: measure,
        statistic: statistic)]
  }

  func cell(
    peer statistic: Statistic, of measure: CellID.Measure = .dimension("d"),
    period: String = "2026", perspective: String = "user", group: String = "peers"
  ) -> Cell? {
    self[
      CellID(
        subject: .peerGroup(group), period: period, perspective: perspective, measure: measure,
        statistic: statistic)]
  }
}

extension Cell {
  var number: Double? {
    if case .number(let number) = value { return number }
    return nil
  }

  var word: String? {
    if case .word(let word) = value { return word }
    return nil
  }

  var reason: Reason? {
    if case .none(let reason) = value { return reason }
    return nil
  }
}
