internal import Benchmark
internal import Exports

extension Decoding {
  /// Reads the whole file.
  ///
  /// - Parameters:
  ///   - root: The root node.
  ///   - organisationRows: How to read a list of organisations.
  /// - Returns: The configuration; only to be used if there is no finding.
  mutating func configuration(
    _ root: YAMLNode, organisationRows: OrganisationReader
  ) -> Configuration? {
    guard let section = section(root, ConfigurationKeys.root) else { return nil }
    if let version = section["echolot"].flatMap({ number($0.value) }),
      version != FixedPoint(whole: 1), let place = section["echolot"]?.value.place
    {
      report(.unknownVersion(), at: place)
    }
    let pipeline = section["pipeline"].flatMap { text($0.value) }
    if let pipeline, !Forms.isKey(pipeline.text) {
      report(.badKey(pipeline.text), at: pipeline.place)
    }
    let reports = section["outputs"].map { outputs($0.value) } ?? Definition.ReportKind.allCases
    let title = section["title"].flatMap { localised($0.value) }

    var vocabulary = Vocabulary()
    vocabulary.period =
      section["period"].map { word($0.value, as: Definition.Period.self) } ?? .all
    vocabulary.peerGroups = named(section["peer_groups"])
    vocabulary.perspectives = named(section["perspectives"])
    items(section["items"], scales: section["scales"], into: &vocabulary)
    let dimensions = self.dimensions(section["dimensions"], vocabulary)
    vocabulary.organisations = organisations(
      section["organisations"], peerGroups: vocabulary.peerGroups?.map(\.key),
      rows: organisationRows)
    let limits = section["thresholds"].map { self.limits($0.value) } ?? Limits()
    let sources = self.sources(section["sources"], vocabulary)
    let withheld = self.withheld(section["withheld"], vocabulary)

    guard findings.isEmpty, let pipeline, let title, let period = vocabulary.period,
      let set = vocabulary.organisations
    else { return nil }
    var definition = Definition(
      pipeline: pipeline.text, title: title, languages: languages,
      reports: reports, period: period,
      perspectives: vocabulary.perspectives ?? [], items: vocabulary.items,
      dimensions: dimensions, peerGroups: vocabulary.peerGroups ?? [], organisations: [],
      openPeerGroup: nil, thresholds: limits.thresholds)
    definition.withheld = withheld
    let labels = vocabulary.items.map { item in
      let labels = vocabulary.scales[item.key]?.labels ?? []
      return Dictionary(
        labels.map { ($0.text.text, Int32($0.value)) }, uniquingKeysWith: { first, _ in first })
    }
    switch set {
    case .listed(let organisations):
      definition.organisations = organisations
    case .open(_, let peerGroup):
      definition.openPeerGroup = peerGroup
    }
    return Configuration(
      path: file, definition: definition, sources: sources,
      allowSmallCounts: limits.allowSmallCounts, unclosedQuoteLines: limits.unclosedQuoteLines,
      organisationForm: set.form, organisationsFile: organisationsFile(section["organisations"]),
      labels: labels)
  }

  /// Reads what is written: sets the languages and returns the kinds of reports.
  private mutating func outputs(_ node: YAMLNode) -> [Definition.ReportKind] {
    guard let section = section(node, ConfigurationKeys.outputs) else {
      return Definition.ReportKind.allCases
    }
    if let entry = section["languages"] {
      languages = words(entry.value, as: Language.self)
    }
    return section["reports"].map { words($0.value, as: Definition.ReportKind.self) }
      ?? Definition.ReportKind.allCases
  }

  /// Reads a list of words from a fixed list.
  private mutating func words<Word: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, as type: Word.Type
  ) -> [Word] where Word.RawValue == String {
    let allowed = Word.allCases.map(\.rawValue)
    guard let texts = texts(node) else { return Array(Word.allCases) }
    var words: [Word] = []
    for text in texts {
      if let word = Word(rawValue: text.text) {
        words.append(word)
      } else {
        report(.unknownWord(text.text, allowed: allowed), at: text.place)
      }
    }
    return words
  }

  /// The path of the list of organisations, once the file is known to be free of errors.
  private func organisationsFile(_ entry: YAMLEntry?) -> String? {
    guard case .mapping(let entries) = entry?.value.content,
      case .scalar(let path, _) = entries.first(where: { $0.key == "file" })?.value.content
    else { return nil }
    return FilePatterns.resolved(Self.trimmed(path), besides: file)
  }
}

extension OrganisationSet {
  /// The form of keys that are taken from exports, or `nil` if the organisations are listed.
  var form: CodeForm? {
    guard case .open(let form, _) = self else { return nil }
    return form
  }
}
