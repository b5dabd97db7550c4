internal import Benchmark
internal import Exports

/// A proposed pipeline as commented YAML that runs as it stands.
struct InitPipeline {
  let sources: [InitSource]
  let items: InitItems
  /// The key of the pipeline.
  let key: String
  /// The path of an export from where the pipeline will stand.
  let relative: (String) -> String
  let language: Language

  private var lines: [String] = []

  init(
    sources: [InitSource], items: InitItems, key: String, language: Language,
    relative: @escaping (String) -> String
  ) {
    self.sources = sources
    self.items = items
    self.key = key
    self.language = language
    self.relative = relative
  }

  /// The YAML.
  var text: String {
    var writer = self
    writer.write()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  /// What a person should look at.
  var doubts: [LocalisedText] {
    InitDoubts(sources: sources, items: items, organisations: organisations).all
  }

  // MARK: Organisations

  /// How the organisations of all sources are named.
  enum Organisations {
    /// Taken over from the exports.
    case open(CodeForm)
    /// Listed: key and name; the texts of the exports are the names.
    case listed([(key: String, name: String)])
    /// One for all.
    case single
  }

  /// How the organisations are named.
  var organisations: Organisations {
    var forms: [CodeForm] = []
    var texts: [String] = []
    var hasTexts = false
    for source in sources {
      switch source.organisation {
      case .none: break
      case .codes(_, let form): forms.append(form)
      case .texts(_, let names):
        hasTexts = true
        for name in names where !texts.contains(name) { texts.append(name) }
      }
    }
    if hasTexts {
      return .listed(texts.enumerated().map { (Self.number($0.offset + 1, "O"), $0.element) })
    }
    if forms.isEmpty { return .single }
    return .open(forms.allSatisfy { $0 == .number } ? .number : .code)
  }

  private static func number(_ index: Int, _ letter: String) -> String {
    "\(letter)\(index < 10 ? "0" : "")\(index)"
  }

  // MARK: Writing

  private mutating func add(_ line: String) { lines.append(line) }

  private mutating func note(_ de: String, _ en: String, indent: String = "") {
    add("\(indent)# " + Self.comment(language == .german ? de : en))
  }

  private mutating func write() {
    note(
      "Vorschlag von „echolot init“. Er läuft so, wie er ist; bitte prüfen Sie ihn trotzdem.",
      "Proposed by “echolot init”. It runs as it stands; please look through it all the same.")
    note(
      "Alle Schlüssel: docs/pipelines.md. Prüfen: echolot check. Laufen lassen: echolot run.",
      "All keys: docs/pipelines.md. To check it: echolot check. To run it: echolot run.")
    let doubts = doubts
    if !doubts.isEmpty {
      add("#")
      note("Unsicher:", "Unsure:")
      for doubt in doubts { add("# - " + Self.comment(doubt[language])) }
    }
    add("echolot: 1")
    add("pipeline: \(key)")
    add("title: \(Self.quoted(key))")
    let hasPeriod = sources.allSatisfy { $0.date != nil }
    add("period: \(hasPeriod ? "year" : "all")")
    add("")
    writeOrganisations()
    writePerspectives()
    writeItems()
    for (source, columns) in zip(sources, items.columns) where !columns.isEmpty {
      write(source, columns, hasPeriod: hasPeriod)
    }
  }

  private mutating func writeOrganisations() {
    add("organisations:")
    switch organisations {
    case .open(let form):
      add("  from_exports: {form: \(form.rawValue), peer_group: all}")
    case .single:
      add("  list:")
      addOwn(de: "Eigene Einrichtung", en: "Own organisation")
    case .listed(let organisations):
      add("  list:")
      for organisation in organisations {
        add(
          "    - {key: \(organisation.key), name: \(Self.quoted(organisation.name)),"
            + " peer_group: all}")
      }
      if needsOwn {
        addOwn(de: "Nicht angegeben", en: "Not given")
      }
    }
    add("peer_groups:")
    add("  all: {de: Alle Einrichtungen, en: All organisations}")
    add("")
  }

  private mutating func addOwn(de: String, en: String) {
    let name = Self.quoted(language == .german ? de : en)
    add("    - {key: own, name: \(name), peer_group: all}")
  }

  /// Whether a source is left that has no usable column of organisations while others have texts.
  private var needsOwn: Bool {
    sources.contains { source in
      if case .texts = source.organisation { return false }
      return true
    }
  }

  private mutating func writePerspectives() {
    let speakers = sources.map { $0.sketch.adapter?.speaker ?? .user }
    add("perspectives:")
    if speakers.contains(.user) { add("  user: {de: Befragte, en: Respondents}") }
    if speakers.contains(.review) {
      add("  review: {de: Öffentliche Bewertungen, en: Public reviews}")
    }
    add("")
  }

  private mutating func writeItems() {
    add("items:")
    for item in items.items {
      var scale = "minimum: \(item.scale.minimum), maximum: \(item.scale.maximum)"
      if item.scale.stepInTenths != 10 { scale += ", step: 0.\(item.scale.stepInTenths)" }
      add("  \(item.key):")
      add("    text: \(Self.quoted(item.text))")
      if item.scale.isReversed { add("    reversed: true") }
      if item.scale.labels.isEmpty {
        add("    scale: {\(scale)}")
        continue
      }
      add("    scale:")
      for part in scale.split(separator: ",") { add("      \(part.drop { $0 == " " })") }
      add("      labels:")
      for label in item.scale.labels {
        addEntry(label.text, "\(label.value)", indent: "        ")
      }
    }
    add("")
    add("dimensions:")
    for dimension in items.dimensions {
      let keys = dimension.items.map { items.items[$0].key }.joined(separator: ", ")
      add("  \(dimension.key):")
      add("    name: \(Self.quoted(dimension.name))")
      add("    items: [\(keys)]")
    }
    add("")
    add("sources:")
  }

  private mutating func write(
    _ source: InitSource, _ columns: [(heading: String, item: Int)], hasPeriod: Bool
  ) {
    let sketch = source.sketch
    add("  - name: \(source.name)")
    if let adapter = sketch.adapter {
      add("    tool: \(adapter.tool.rawValue)")
    }
    add("    files: [\(Self.quoted(relative(source.path)))]")
    note(
      "gefunden: \(sketch.encoding.rawValue), Trennzeichen \(Self.name(sketch.separator))",
      "found: \(sketch.encoding.rawValue), separator \(Self.name(sketch.separator))",
      indent: "    ")
    add("    encoding: auto")
    add("    separator: auto")
    add("    header_rows: \(sketch.headerRows)")
    let read = Set(columns.map(\.heading))
    let commas = Set(
      source.columns.filter { read.contains($0.sketch.heading) }
        .compactMap { $0.scale?.hasDecimalComma })
    if commas.contains(true) {
      add("    decimal_mark: \(commas.count == 1 ? "\",\"" : "auto")")
    }
    add("    perspective: \((sketch.adapter?.speaker ?? .user).rawValue)")
    writeOrganisation(of: source)
    if hasPeriod, let date = source.date {
      add("    period: {column: \(Self.quoted(date.heading)), order: \(date.order.rawValue)}")
    }
    add("    items:")
    for column in columns {
      addEntry(column.heading, items.items[column.item].key, indent: "      ")
    }
    writeMissing(of: source, columns)
    if let completed = source.completed { add("    completed: \(Self.marker(completed))") }
    if let tests = source.testRows { add("    test_rows: \(Self.marker(tests))") }
    writeList("identifiers", source.headings(.identifier))
    writeList("texts", source.headings(.text))
    writeList("quasi_identifiers", source.headings(.quasiIdentifier, .organisation))
  }

  private mutating func writeOrganisation(of source: InitSource) {
    switch (organisations, source.organisation) {
    case (.open, .codes(let heading, _)):
      add("    organisation: {column: \(Self.quoted(heading))}")
    case (.listed(let organisations), .texts(let heading, let texts)):
      add("    organisation:")
      add("      column: \(Self.quoted(heading))")
      add("      values:")
      for organisation in organisations where texts.contains(organisation.name) {
        addEntry(organisation.name, organisation.key, indent: "        ")
      }
    case (.open(let form), _):
      add("    organisation: {constant: \(form == .number ? "\"1\"" : "own1")}")
    default: add("    organisation: {constant: own}")
    }
  }

  /// Texts that are no answer, but none that is an answer to one of the items.
  private mutating func writeMissing(
    of source: InitSource, _ columns: [(heading: String, item: Int)]
  ) {
    let scales = columns.map { items.items[$0.item].scale }
    func isAnswer(_ text: String) -> Bool {
      scales.contains { scale in
        scale.labels.contains { $0.text == text } || scale.holds(number: text)
      }
    }
    var states: [(String, [String])] = []
    let found = source.columns.flatMap { $0.scale?.nonAnswers ?? [] }
    let adapter = source.sketch.adapter
    let notShown = adapter?.missingTexts(.notShown) ?? []
    let empty = adapter?.missingTexts(.empty) ?? []
    let other = Set((adapter?.missingTexts(.nonAnswer) ?? []) + found)
      .subtracting(notShown).subtracting(empty).sorted()
    for (state, texts) in [("not_shown", notShown), ("non_answer", other), ("empty", empty)] {
      let usable = texts.filter { !isAnswer($0) }
      if !usable.isEmpty { states.append((state, usable)) }
    }
    guard !states.isEmpty else { return }
    add("    missing:")
    for (state, texts) in states {
      add("      \(state): [\(texts.map(Self.quoted).joined(separator: ", "))]")
    }
  }

  private mutating func writeList(_ name: String, _ headings: [String]) {
    guard !headings.isEmpty else { return }
    add("    \(name):")
    for heading in headings { add("      - \(Self.quoted(heading))") }
  }

  /// An entry of a mapping; YAML wants a mark before long keys.
  private mutating func addEntry(_ key: String, _ value: String, indent: String) {
    let quoted = Self.quoted(key)
    if quoted.utf8.count < 900 {
      add("\(indent)\(quoted): \(value)")
    } else {
      add("\(indent)? \(quoted)")
      add("\(indent): \(value)")
    }
  }

  private static func marker(_ marker: Adapter.Marker) -> String {
    let column = "column: \(quoted(marker.heading))"
    guard !marker.values.isEmpty else { return "{\(column)}" }
    return "{\(column), values: [\(marker.values.map(quoted).joined(separator: ", "))]}"
  }

  private static func name(_ separator: UInt8) -> String {
    separator == 9 ? "tab" : String(decoding: [separator], as: UTF8.self)
  }

  /// A text as a double-quoted scalar of YAML.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || [0xFEFF, 0x2028, 0x2029, 0xFFFE, 0xFFFF].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A text as it may stand in a comment: on one line and printable.
  private static func comment(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isOdd =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || [0xFEFF, 0x2028, 0x2029, 0xFFFE, 0xFFFF].contains(scalar.value)
      line.append(isOdd ? " " : scalar)
    }
    return String(line)
  }
}

extension ScaleGuess {
  /// Whether a text is a number on the scale.
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether it is, in any spelling.
  func holds(number text: String) -> Bool {
    let point = text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    guard let number = Double(point) else { return false }
    return number >= Double(minimum) && number <= Double(maximum)
  }
}
