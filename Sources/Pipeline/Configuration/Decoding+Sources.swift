internal import Benchmark
internal import Exports

/// What is known of a source while it is read.
struct SourceParts {
  /// The headings met so far.
  var declared: [DeclaredHeading] = []
  /// The decimal mark.
  var decimalMark = UInt8(ascii: ".")
  /// Whether the cells decide the decimal mark.
  var isMarkDecided = false
  /// The columns of answers.
  var items: [Source.ItemColumn] = []
  /// The cell texts that are no answer.
  var missing: [String: Answer] = [:]
}

extension Decoding {
  /// Reads all sources.
  ///
  /// - Parameters:
  ///   - entry: The entry, if there is one.
  ///   - vocabulary: What sources may refer to.
  /// - Returns: The sources that could be read.
  mutating func sources(_ entry: YAMLEntry?, _ vocabulary: Vocabulary) -> [Source] {
    guard let entry, let nodes = list(entry.value) else { return [] }
    var names: [String: Place] = [:]
    var sources: [Source] = []
    for node in nodes {
      guard let section = section(node, ConfigurationKeys.source) else { continue }
      let name = section["name"].flatMap { text($0.value) }
      if let name {
        if !Forms.isKey(name.text) { report(.badKey(name.text), at: name.place) }
        if let first = names[name.text] {
          report(.duplicateSource(name.text, first: first), at: name.place)
        } else {
          names[name.text] = name.place
        }
      }
      if let source = source(section, name: name?.text, vocabulary) { sources.append(source) }
    }
    return sources
  }

  private mutating func source(
    _ section: Section, name: String?, _ vocabulary: Vocabulary
  ) -> Source? {
    var parts = SourceParts()
    let files = section["files"].map { filePatterns($0.value) } ?? []
    let tool = section["tool"].flatMap { self.tool($0, in: section) }
    let encoding = section["encoding"].flatMap {
      word($0.value, ["auto"] + TextEncoding.allCases.map(\.rawValue))
    }
    let separator = section["separator"].flatMap {
      word($0.value, ["auto", ";", ",", "tab", "|"])
    }
    let headerRows = section["header_rows"].flatMap { whole($0.value, in: 1...100) }
    if let mark = section["decimal_mark"].flatMap({ word($0.value, ["auto", ".", ","]) }) {
      parts.isMarkDecided = mark == "auto"
      if mark == "," { parts.decimalMark = UInt8(ascii: ",") }
    }
    let perspective = section["perspective"].flatMap {
      self.perspective($0.value, vocabulary, &parts)
    }
    let organisation = section["organisation"].flatMap {
      self.organisation($0.value, vocabulary, &parts)
    }
    let prefix = section["organisation"].flatMap { organisationPrefix($0.value, vocabulary) } ?? ""
    let period = self.period(section["period"], of: section, vocabulary, &parts)
    let respondent = section["respondent"].flatMap { self.respondent($0.value, &parts) }
    if let entry = section["items"] { itemColumns(entry.value, vocabulary, &parts) }
    if let entry = section["multi_select"] { multiSelect(entry.value, vocabulary, &parts) }
    if let entry = section["missing"] { self.missing(entry.value, vocabulary, &parts) }
    let completed = section["completed"].flatMap {
      marker($0.value, ConfigurationKeys.completed, .completed, &parts)
    }
    let testRows = section["test_rows"].flatMap {
      marker($0.value, ConfigurationKeys.testRows, .testRows, &parts)
    }
    for role in [ColumnRole.identifier, .text, .quasiIdentifier] {
      for text in section[role.rawValue].flatMap({ texts($0.value) }) ?? [] {
        declare(text, role, &parts)
      }
    }
    parts.declared.sort { $0.heading.place < $1.heading.place }
    checkRoles(parts.declared)
    guard let name, let perspective, let organisation, let period else { return nil }
    return Source(
      name: name, place: section.place, files: files, tool: tool,
      encoding: encoding.flatMap { TextEncoding(rawValue: $0) },
      separator: separator == "auto" ? nil : separator == "tab" ? 9 : separator?.utf8.first,
      headerRows: headerRows ?? 1, decimalMark: parts.decimalMark,
      isMarkDecided: parts.isMarkDecided, perspective: perspective,
      organisation: organisation, organisationPrefix: prefix, period: period,
      respondent: respondent, items: parts.items,
      missing: parts.missing, completed: completed, testRows: testRows,
      declaredHeadings: parts.declared)
  }

  private mutating func filePatterns(_ node: YAMLNode) -> [Source.FilePattern] {
    (texts(node) ?? []).map { text in
      let ending = text.text.lowercased()
      if !ending.hasSuffix(".csv") && !ending.hasSuffix(".csv.gz") {
        report(.fileEnding(text.text), at: text.place)
      }
      return Source.FilePattern(
        text: text.text, path: FilePatterns.resolved(text.text, besides: file), place: text.place)
    }
  }

  /// Notes which column a text names and what for.
  ///
  /// - Parameters:
  ///   - text: The heading.
  ///   - role: What the column is for.
  ///   - parts: Where it is noted.
  /// - Returns: The heading.
  @discardableResult
  func declare(
    _ text: PlacedText, _ role: ColumnRole, _ parts: inout SourceParts
  ) -> Heading {
    let heading = Heading(text: text.text, place: text.place)
    parts.declared.append(DeclaredHeading(heading: heading, role: role))
    return heading
  }

  private mutating func column(
    _ entry: YAMLEntry?, _ role: ColumnRole, _ parts: inout SourceParts
  ) -> Heading? {
    entry.flatMap { text($0.value) }.map { declare($0, role, &parts) }
  }

  private mutating func perspective(
    _ node: YAMLNode, _ vocabulary: Vocabulary, _ parts: inout SourceParts
  ) -> Source.Perspective? {
    let keys = vocabulary.perspectives?.map(\.key)
    guard case .mapping = node.content else {
      return reference(node, among: keys, Message.unknownPerspective).map { .constant($0) }
    }
    guard let section = section(node, ConfigurationKeys.perspective) else { return nil }
    let heading = column(section["column"], .perspective, &parts)
    let values = section["values"].map {
      cellTexts($0.value, among: keys, Message.unknownPerspective)
    }
    guard let heading, let values else { return nil }
    return .column(heading, values: values)
  }

  private mutating func cellTexts(
    _ node: YAMLNode, among keys: [String]?, _ message: (String, [String]) -> Message
  ) -> [Source.CellText] {
    (entries(node) ?? []).compactMap { entry in
      reference(entry.value, among: keys, message).map {
        Source.CellText(text: entry.key, index: $0)
      }
    }
  }

  private mutating func organisation(
    _ node: YAMLNode, _ vocabulary: Vocabulary, _ parts: inout SourceParts
  ) -> Source.Organisation? {
    guard let section = section(node, ConfigurationKeys.sourceOrganisation) else { return nil }
    let given = exactlyOne(of: ["column", "constant"], in: section)
    if let values = section["values"], section.lacks("column") {
      report(.keyNeedsOther("values", "column"), at: values.place)
    }
    guard let given else { return nil }
    var listed: [String]?
    var form: CodeForm?
    switch vocabulary.organisations {
    case .listed(let organisations): listed = organisations.map(\.key)
    case .open(let openForm, _): form = openForm
    case nil: break
    }
    if given.key == "constant" {
      if let form {
        guard let text = text(given.value) else { return nil }
        if !Forms.has(text.text, form: form) { report(.organisationForm(form), at: text.place) }
        return .constant(text.text)
      }
      return reference(given.value, among: listed, Message.unknownOrganisation)
        .flatMap { listed?[$0] }.map { .constant($0) }
    }
    let heading = column(given, .organisation, &parts)
    guard let values = section["values"] else { return heading.map { .column($0) } }
    if form != nil {
      report(.valuesNeedList(), at: values.place)
      return nil
    }
    let texts = cellTexts(values.value, among: listed, Message.unknownOrganisation)
    return heading.map { .texts($0, values: texts) }
  }

  /// What stands before keys that are taken from the exports, so that the numbers of several
  /// sources do not collide.
  private mutating func organisationPrefix(_ node: YAMLNode, _ vocabulary: Vocabulary) -> String? {
    guard case .mapping(let entries) = node.content,
      let entry = entries.first(where: { $0.key == "prefix" }), let text = text(entry.value)
    else { return nil }
    guard entries.contains(where: { $0.key == "column" }),
      case .open(let form, _) = vocabulary.organisations,
      (1...8).contains(text.text.utf8.count), Forms.has(text.text + "0", form: form)
    else {
      report(.organisationPrefix(), at: text.place)
      return nil
    }
    return text.text
  }

  private mutating func period(
    _ entry: YAMLEntry?, of source: Section, _ vocabulary: Vocabulary, _ parts: inout SourceParts
  ) -> Source.Period? {
    guard let entry else {
      guard source.lacks("period"), let period = vocabulary.period, period != .all else {
        return Source.Period.none
      }
      report(.periodMissing(), at: source.place)
      return nil
    }
    guard let section = section(entry.value, ConfigurationKeys.period) else { return nil }
    let given = exactlyOne(of: ["column", "constant"], in: section)
    if let order = section["order"], section.lacks("column") {
      report(.keyNeedsOther("order", "column"), at: order.place)
    }
    let order = section["order"].map { word($0.value, as: DateOrder.self) }
    guard let given else { return nil }
    if given.key == "constant" {
      guard let text = text(given.value) else { return nil }
      if let period = vocabulary.period, !Forms.isPeriod(text.text, of: period) {
        report(.periodForm(period), at: text.place)
      }
      return .constant(text.text)
    }
    if section.lacks("order") { report(.missingKey("order"), at: section.place) }
    let heading = column(given, .period, &parts)
    guard let heading, let order = order ?? nil else { return nil }
    return .column(heading, order)
  }

  private mutating func respondent(_ node: YAMLNode, _ parts: inout SourceParts) -> Heading? {
    guard let section = section(node, ConfigurationKeys.respondent) else { return nil }
    return column(section["column"], .respondent, &parts)
  }

  private mutating func marker(
    _ node: YAMLNode, _ keys: KeyList, _ role: ColumnRole, _ parts: inout SourceParts
  ) -> Source.Marker? {
    guard let section = section(node, keys) else { return nil }
    let heading = column(section["column"], role, &parts)
    let values = section["values"].flatMap { texts($0.value) } ?? []
    return heading.map { Source.Marker(heading: $0, values: values.map(\.text)) }
  }

  private mutating func itemColumns(
    _ node: YAMLNode, _ vocabulary: Vocabulary, _ parts: inout SourceParts
  ) {
    var first: [Int: Place] = [:]
    for entry in entries(node) ?? [] {
      let heading = declare(PlacedText(text: entry.key, place: entry.place), .item, &parts)
      guard
        let index = reference(entry.value, among: vocabulary.itemKeys, Message.unknownItem),
        let key = vocabulary.itemKeys?[index]
      else { continue }
      if let place = first[index] {
        report(.itemTwice(key, first: place), at: entry.value.place)
      } else {
        first[index] = entry.value.place
        parts.items.append(Source.ItemColumn(heading: heading, item: key, index: index))
      }
    }
  }
}

extension Decoding {
  /// Reads the name of a tool, and notes which keys are left to what is known about it.
  private mutating func tool(_ entry: YAMLEntry, in section: Section) -> Source.NamedTool? {
    guard let tool = word(entry.value, as: Adapter.Tool.self) else { return nil }
    let unsaid = ["header_rows", "missing", "completed", "test_rows", "identifiers"]
      .filter { section.lacks($0) }
    return Source.NamedTool(tool: tool, place: entry.value.place, unsaid: Set(unsaid))
  }
}
