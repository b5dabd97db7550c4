internal import Benchmark

/// A text of the pipeline file, trimmed, with the place where it stands.
struct PlacedText {
  /// The text without blanks around it.
  let text: String
  /// Where it starts.
  let place: Place
}

/// A mapping whose keys have been compared with the schema.
struct Section {
  /// Where the mapping starts.
  let place: Place
  private let keys: KeyList
  private let entries: [String: YAMLEntry]
  private let misspelt: Set<String>

  init(place: Place, keys: KeyList, entries: [YAMLEntry], misspelt: Set<String>) {
    self.place = place
    self.keys = keys
    self.misspelt = misspelt
    self.entries = Dictionary(
      entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entry of a key of the schema, or `nil` if it is not given.
  ///
  /// - Parameter key: The key; asking for one that the schema lacks is a mistake in this program.
  subscript(key: String) -> YAMLEntry? {
    precondition(keys.all.contains(key), "the schema does not list this key")
    return entries[key]
  }

  /// Whether a key is neither given nor probably meant by an unknown one.
  ///
  /// - Parameter key: The key.
  /// - Returns: Whether to report that it is missing.
  func lacks(_ key: String) -> Bool { self[key] == nil && !misspelt.contains(key) }
}

/// Turns nodes into values and collects everything that is wrong on the way.
///
/// A value that could not be had is `nil`, and the reason is among the findings already; so the
/// decoders go on after an error, and what rests on a broken value is passed over in silence.
struct Decoding {
  /// The path of the pipeline file.
  let file: String
  /// The languages that texts must have.
  var languages = Language.allCases
  private var inPipeline: [(place: Place, finding: ConfigurationFinding)] = []
  private var elsewhere: [ConfigurationFinding] = []

  /// Starts without findings.
  ///
  /// - Parameter file: The path of the pipeline file.
  init(file: String) { self.file = file }

  /// What was wrong: the pipeline file by place, then other files in the order of their lines.
  var findings: [ConfigurationFinding] {
    let sorted = inPipeline.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }
    return sorted.map(\.element.finding) + elsewhere
  }

  /// Notes that something in the pipeline file is wrong.
  ///
  /// - Parameters:
  ///   - message: What is wrong.
  ///   - place: Where.
  mutating func report(_ message: Message, at place: Place) {
    let finding = ConfigurationFinding(
      file: file, line: place.line, column: place.column, message: message)
    inPipeline.append((place, finding))
  }

  /// Notes that something in another file is wrong.
  ///
  /// - Parameters:
  ///   - message: What is wrong.
  ///   - file: The path of that file.
  ///   - line: The line, or `nil` for the file as a whole.
  mutating func report(_ message: Message, in file: String, line: Int?) {
    elsewhere.append(ConfigurationFinding(file: file, line: line, column: nil, message: message))
  }

  /// Notes that a node is not of the kind it should be.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - expected: The kind it should be.
  mutating func reportKind(of node: YAMLNode, expected: ValueKind) {
    if case .refused = node.content { return }
    let message =
      node.isNull
      ? Message.emptyValue(expected: expected)
      : .wrongKind(expected: expected, found: ValueKind(node))
    report(message, at: node.place)
  }

  // MARK: Lists and mappings

  /// Reads a mapping with the keys of the schema.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - keys: The keys it may have.
  /// - Returns: The mapping, without unknown keys.
  mutating func section(_ node: YAMLNode, _ keys: KeyList) -> Section? {
    guard case .mapping(let entries) = node.content else {
      reportKind(of: node, expected: .mapping)
      return nil
    }
    let given = Set(entries.map(\.key))
    let unused = keys.all.filter { !given.contains($0) }
    var misspelt: Set<String> = []
    for entry in entries where !keys.all.contains(entry.key) {
      let meant = Suggestion.nearest(to: entry.key, among: unused)
      if let meant { misspelt.insert(meant) }
      report(.unknownKey(entry.key, meant: meant, allowed: keys.all), at: entry.place)
    }
    let section = Section(
      place: node.place, keys: keys, entries: entries, misspelt: misspelt)
    for key in keys.required where section.lacks(key) {
      report(.missingKey(key), at: node.place)
    }
    return section
  }

  /// Reads a list with at least one entry.
  ///
  /// - Parameter node: The node.
  /// - Returns: The entries.
  mutating func list(_ node: YAMLNode) -> [YAMLNode]? {
    guard case .sequence(let nodes) = node.content else {
      reportKind(of: node, expected: .list)
      return nil
    }
    if nodes.isEmpty { report(.emptyList(), at: node.place) }
    return nodes
  }

  /// Reads a mapping whose keys are chosen freely, with at least one entry.
  ///
  /// Keys are compared after trimming; blank and repeated ones are reported and left out.
  ///
  /// - Parameter node: The node.
  /// - Returns: The entries with trimmed keys.
  mutating func entries(_ node: YAMLNode) -> [YAMLEntry]? {
    guard case .mapping(let entries) = node.content else {
      reportKind(of: node, expected: .mapping)
      return nil
    }
    if entries.isEmpty { report(.emptyList(), at: node.place) }
    var first: [String: Place] = [:]
    var kept: [YAMLEntry] = []
    for entry in entries {
      let key = Self.trimmed(entry.key)
      if key.isEmpty {
        report(.blankText(), at: entry.place)
      } else if let place = first[key] {
        report(.duplicateKey(key, first: place), at: entry.place)
      } else {
        first[key] = entry.place
        kept.append(YAMLEntry(key: key, place: entry.place, value: entry.value))
      }
    }
    return kept
  }

  /// Reads a mapping whose keys are keys in the sense of the schema (`a-z 0-9 - _`).
  ///
  /// - Parameter node: The node.
  /// - Returns: The entries, those with a malformed key included.
  mutating func keyedEntries(_ node: YAMLNode) -> [YAMLEntry]? {
    guard let entries = entries(node) else { return nil }
    for entry in entries where !Forms.isKey(entry.key) {
      report(.badKey(entry.key), at: entry.place)
    }
    return entries
  }

  /// Text without blanks around it.
  ///
  /// - Parameter text: The text.
  /// - Returns: The trimmed text.
  static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
