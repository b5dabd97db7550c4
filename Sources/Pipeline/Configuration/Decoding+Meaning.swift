internal import Benchmark
internal import Tally

/// What the sources of a pipeline may refer to.
///
/// Lists of keys hold everything that is declared, broken entries included, so that one error does
/// not draw others after it; they are `nil` where nothing could be read.
struct Vocabulary {
  /// How time is sliced.
  var period: Definition.Period?
  /// The peer groups.
  var peerGroups: [Definition.Named]?
  /// The perspectives.
  var perspectives: [Definition.Named]?
  /// The keys of the items.
  var itemKeys: [String]?
  /// The items that could be read.
  var items: [Definition.Item] = []
  /// The scale of each item that could be read.
  var scales: [String: Scale] = [:]
  /// Who is reported on.
  var organisations: OrganisationSet?
}

extension Decoding {
  /// Reads a mapping of keys to names: peer groups or perspectives.
  ///
  /// - Parameter entry: The entry, if there is one.
  /// - Returns: All declared keys; a name that could not be read stands as the key.
  mutating func named(_ entry: YAMLEntry?) -> [Definition.Named]? {
    guard let entry, let entries = keyedEntries(entry.value) else { return nil }
    return entries.map { entry in
      let name = localised(entry.value)
      return Definition.Named(
        key: entry.key, name: name ?? LocalisedText(de: entry.key, en: entry.key))
    }
  }

  /// Reads the items and the scales they share.
  ///
  /// - Parameters:
  ///   - entry: The entry `items`, if there is one.
  ///   - scalesEntry: The entry `scales`, if there is one.
  ///   - vocabulary: Where items and scales are put.
  mutating func items(
    _ entry: YAMLEntry?, scales scalesEntry: YAMLEntry?, into vocabulary: inout Vocabulary
  ) {
    let scaleEntries = scalesEntry.map { keyedEntries($0.value) } ?? []
    var shared: [String: Scale] = [:]
    for entry in scaleEntries ?? [] { shared[entry.key] = scale(entry.value) }
    guard let entry, let entries = keyedEntries(entry.value) else { return }
    vocabulary.itemKeys = entries.map(\.key)
    for entry in entries {
      guard let section = section(entry.value, ConfigurationKeys.item) else { continue }
      let text = section["text"].flatMap { localised($0.value) }
      let reversed = section["reversed"].map { boolean($0.value) } ?? false
      var scale: Scale?
      if let node = section["scale"]?.value {
        if case .mapping = node.content {
          scale = self.scale(node)
        } else {
          let names = scaleEntries.map { $0.map(\.key) }
          scale = reference(node, among: names, Message.unknownScale)
            .flatMap { names?[$0] }.flatMap { shared[$0] }
        }
      }
      guard let text, let reversed, let scale else { continue }
      vocabulary.scales[entry.key] = scale
      vocabulary.items.append(
        Definition.Item(
          key: entry.key, text: text, minimum: scale.minimum, maximum: scale.maximum,
          step: scale.step, decimals: scale.decimals, reversed: reversed))
    }
  }

  /// Reads the dimensions.
  ///
  /// - Parameters:
  ///   - entry: The entry, if there is one.
  ///   - vocabulary: The items.
  /// - Returns: The dimensions.
  mutating func dimensions(
    _ entry: YAMLEntry?, _ vocabulary: Vocabulary
  ) -> [Definition.Dimension] {
    guard let entry, let entries = keyedEntries(entry.value) else { return [] }
    var dimensions: [Definition.Dimension] = []
    for entry in entries {
      guard let section = section(entry.value, ConfigurationKeys.dimension) else { continue }
      let name = section["name"].flatMap { localised($0.value) }
      let items = section["items"].flatMap { dimensionItems($0.value, vocabulary) }
      let count = items?.declared ?? 0
      var minimum: Int?
      if let node = section["minimum_answered"]?.value {
        guard let number = whole(node, in: Int.min...Int.max), count > 0 else { continue }
        guard (1...count).contains(number) else {
          report(.minimumAnsweredOutOfRange(count: count), at: node.place)
          continue
        }
        minimum = number
      }
      guard let name, let items else { continue }
      let levels = items.keys.compactMap { vocabulary.scales[$0]?.levels }
      let fewest = minimum ?? (count + 1) / 2
      if count > 0, levels.count == count,
        !ScoreUnits.areExact(levels: levels, minimumAnswered: fewest)
      {
        report(.dimensionTooLarge(), at: entry.place)
      }
      dimensions.append(
        Definition.Dimension(
          key: entry.key, name: name, items: items.keys, minimumAnswered: minimum))
    }
    return dimensions
  }

  /// Reads the items of a dimension; `declared` counts those that are unknown, too.
  private mutating func dimensionItems(
    _ node: YAMLNode, _ vocabulary: Vocabulary
  ) -> (keys: [String], declared: Int)? {
    guard let texts = texts(node) else { return nil }
    guard let known = vocabulary.itemKeys else { return (texts.map(\.text), texts.count) }
    for text in texts where !known.contains(text.text) {
      report(.unknownItem(text.text, among: known), at: text.place)
    }
    return (texts.map(\.text), texts.count)
  }
}

/// Whether a dimension's scores can be counted exactly.
enum ScoreUnits {
  /// The most units that 100 points may have.
  ///
  /// A sum of squares of scores in units then stays below 2^127 up to 2^47 respondents.
  static let greatest = 1 << 40

  /// Whether the units of a dimension, as `Tally.scoreUnits` defines them, stay below the greatest.
  ///
  /// - Parameters:
  ///   - levels: The number of levels of each item.
  ///   - minimumAnswered: The fewest answered items for a score, from 1 to the number of items.
  /// - Returns: Whether they do.
  static func areExact(levels: [Int], minimumAnswered: Int) -> Bool {
    var (scale, counts) = (1, 1)
    for level in levels {
      scale = leastCommonMultiple(scale, level - 1)
      if scale > greatest { return false }
    }
    for count in minimumAnswered...levels.count {
      counts = leastCommonMultiple(counts, count)
      if counts > greatest { return false }
    }
    let (units, overflow) = scale.multipliedReportingOverflow(by: counts)
    return !overflow && units <= greatest
  }

  /// The least common multiple; exact while one factor is at most 2^22 and the other 2^40.
  private static func leastCommonMultiple(_ left: Int, _ right: Int) -> Int {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return left / a * right
  }
}
