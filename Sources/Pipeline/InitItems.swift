internal import Benchmark
internal import Exports

/// An item of a proposed pipeline.
struct InitItem {
  /// Its key.
  let key: String
  /// The heading of its column.
  let heading: String
  /// What to show people.
  let text: String
  /// The scale, the union of what the exports show.
  var scale: ScaleGuess
  /// What it shares with other items.
  let stem: String
}

/// The items and dimensions of several exports.
struct InitItems {
  /// A proposed dimension.
  struct Dimension {
    let key: String
    let name: String
    let items: [Int]
  }

  /// The items, in order of first appearance.
  private(set) var items: [InitItem] = []
  /// For each source, the columns of items: heading and index of the item.
  private(set) var columns: [[(heading: String, item: Int)]] = []
  /// The dimensions.
  private(set) var dimensions: [Dimension] = []
  /// Whether yes and no are all there is.
  let hasTwoLevels: Bool

  init(_ sources: [InitSource]) {
    let roles = Set(sources.flatMap { $0.columns.map(\.role) })
    hasTwoLevels = !roles.contains(.item)
    let wanted: ExportSketch.Role = hasTwoLevels ? .twoLevels : .item
    var keys = InitKeys()
    for source in sources {
      var columns: [(heading: String, item: Int)] = []
      for column in source.columns where column.role == wanted {
        guard let scale = column.scale else { continue }
        let taken = Set(columns.map(\.item))
        let index = add(column, scale, apartFrom: taken, keys: &keys)
        columns.append((column.sketch.heading, index))
      }
      self.columns.append(columns)
    }
    findDimensions()
  }

  private mutating func add(
    _ column: ExportSketch.JudgedColumn, _ scale: ScaleGuess, apartFrom taken: Set<Int>,
    keys: inout InitKeys
  ) -> Int {
    let heading = column.sketch.heading
    for index in items.indices where items[index].heading == heading && !taken.contains(index) {
      if items[index].scale.unite(with: scale) { return index }
    }
    let title = column.sketch.title.isEmpty ? heading : column.sketch.title
    let text = InitText.plain(title)
    items.append(
      InitItem(
        key: keys.key(for: heading), heading: heading, text: text.isEmpty ? heading : text,
        scale: scale, stem: column.stem))
    return items.count - 1
  }

  /// Items of one question and one scale make a dimension; it is split where it would be too large.
  private mutating func findDimensions() {
    var keys = InitKeys()
    var groups: [(id: String, members: [Int])] = []
    for (index, item) in items.enumerated() {
      let scale = item.scale
      let id = "\(scale.minimum) \(scale.maximum) \(scale.stepInTenths) \(item.stem)"
      if let group = groups.firstIndex(where: { $0.id == id }) {
        groups[group].members.append(index)
      } else {
        groups.append((id, [index]))
      }
    }
    for group in groups {
      var rest = group.members[...]
      while !rest.isEmpty {
        var count = min(rest.count, 20)
        func isExact() -> Bool {
          ScoreUnits.areExact(
            levels: rest.prefix(count).map { items[$0].scale.levelCount },
            minimumAnswered: (count + 1) / 2)
        }
        while count > 1, !isExact() { count -= 1 }
        let members = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
        let first = items[members[0]]
        let name = members.count == 1 ? first.text : InitText.plain(first.stem)
        dimensions.append(
          Dimension(
            key: keys.key(for: members.count == 1 ? first.heading : first.stem),
            name: name.isEmpty ? first.heading : name, items: members))
      }
    }
  }
}

extension ScaleGuess {
  /// The number of levels.
  var levelCount: Int { (maximum - minimum) * 10 / stepInTenths + 1 }

  /// Takes in the same item's scale in another export.
  ///
  /// - Parameter other: The other guess.
  /// - Returns: Whether they can be one scale.
  mutating func unite(with other: ScaleGuess) -> Bool {
    guard isReversed == other.isReversed, stepInTenths == other.stepInTenths else { return false }
    if labels.isEmpty, other.labels.isEmpty {
      widen(to: other)
      return true
    }
    let known = Dictionary(
      labels.map { ($0.text, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard minimum == other.minimum, maximum == other.maximum,
      other.labels.allSatisfy({ known[$0.text] ?? $0.value == $0.value })
    else { return false }
    add(other.labels.filter { known[$0.text] == nil })
    return true
  }
}

/// Makes keys from headings, each once.
struct InitKeys {
  private var taken: Set<String> = []

  /// A key: at most 40 letters and digits of the heading, with a number if it is taken.
  mutating func key(for text: String) -> String {
    let base = Self.slug(text)
    var key = base
    var number = 2
    while !taken.insert(key).inserted {
      key = "\(base)_\(number)"
      number += 1
    }
    return key
  }

  static func slug(_ text: String) -> String {
    var slug = ""
    var isAfterGap = false
    for scalar in InitText.plain(text).lowercased().unicodeScalars {
      let letters: String
      switch scalar {
      case "ä": letters = "ae"
      case "ö": letters = "oe"
      case "ü": letters = "ue"
      case "ß": letters = "ss"
      case "é", "è", "ê": letters = "e"
      case "a"..."z", "0"..."9": letters = String(scalar)
      default: letters = ""
      }
      if letters.isEmpty {
        isAfterGap = true
        continue
      }
      if isAfterGap, !slug.isEmpty { slug += "_" }
      isAfterGap = false
      slug += letters
    }
    // Long questions differ at their ends.
    if slug.utf8.count > 40 { slug = "\(slug.prefix(19))_\(slug.suffix(20))" }
    let trimmed = slug.split(separator: "_").joined(separator: "_")
    // YAML reads a bare null as no text at all.
    return trimmed.isEmpty ? "x" : trimmed == "null" ? "x_null" : trimmed
  }
}

/// Texts from headings.
enum InitText {
  /// A heading without tags.
  ///
  /// - Parameter heading: The heading.
  /// - Returns: The heading as people should read it.
  static func plain(_ heading: String) -> String {
    var plain = ""
    var isTag = false
    var rest = heading[...]
    while let character = rest.popFirst() {
      if character == "<", let next = rest.first, next.isLetter || next == "/", rest.contains(">") {
        isTag = true
      }
      if !isTag { plain.append(character) }
      if character == ">", isTag {
        isTag = false
        plain.append(" ")
      }
    }
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
