internal import Benchmark
internal import Exports

/// Fills what a source leaves to the tool it names.
enum ToolDefaults {
  /// Fills the sources of a configuration that name a tool.
  ///
  /// - Parameters:
  ///   - configuration: The configuration.
  ///   - files: The files of each source.
  /// - Throws: The sources whose files were not written by the tool they name; files that cannot be
  ///   read are left to the check of headings.
  static func fill(_ configuration: inout Configuration, files: [[String]]) throws(Failure) {
    var problems: [Notice] = []
    for (index, files) in files.enumerated() {
      guard let named = configuration.sources[index].tool else { continue }
      let adapter = Adapter.adapter(for: named.tool)
      let layout = configuration.plan(for: configuration.sources[index]).layout
      var heads: [ExportHead] = []
      for file in files {
        try Interruption.check()
        guard let head = head(of: file, layout) else { continue }
        if head.fits(adapter) {
          heads.append(head)
        } else {
          problems.append(unfit(adapter, file, named.place, configuration.path, head))
        }
      }
      guard let first = heads.first else { continue }
      let shared = first.headings.filter { heading in
        heads.allSatisfy { $0.headings.contains(heading) }
      }
      let scales = configuration.sources[index].items.map {
        (configuration.definition.items[$0.index], configuration.labels[$0.index])
      }
      configuration.sources[index].fill(
        named, by: adapter, headerRows: first.headerRows(by: adapter), headings: shared,
        scales: scales)
    }
    guard problems.isEmpty else { throw Failure(.dataRejected, problems) }
  }

  /// The head of a file, `nil` if it cannot be read; the check of headings says why.
  private static func head(of file: String, _ layout: SourceLayout) -> ExportHead? {
    do throws(ExportFailure) {
      return try ExportHead(path: file, layout: layout)
    } catch {
      return nil
    }
  }

  private static func unfit(
    _ adapter: Adapter, _ file: String, _ place: Place, _ pipeline: String, _ head: ExportHead
  ) -> Notice {
    let name = Disk.name(of: file)
    let other = head.candidates.first?.tool.rawValue
    return Notice(
      code: "EL-E-0913",
      place: Notice.Place(file: pipeline, line: place.line, column: place.column),
      problem: LocalisedText(
        de: "Die Spaltenköpfe von \(name) sind nicht die von \(adapter.name)",
        en: "The headings of \(name) are not those of \(adapter.name)"),
      wayOut: other.map {
        LocalisedText(
          de: "Sie sehen nach tool: \($0) aus; sonst lassen Sie tool weg",
          en: "They look like tool: \($0); if not, leave tool out")
      }
        ?? LocalisedText(
          de: "Lassen Sie tool weg und geben Sie header_rows, missing und completed selbst an",
          en: "Leave tool out and give header_rows, missing and completed yourself"))
  }
}

extension Source {
  /// Fills what the source leaves to its tool.
  ///
  /// - Parameters:
  ///   - named: The tool.
  ///   - adapter: What is known about it.
  ///   - headerRows: The heading rows of the exports.
  ///   - headings: The headings that all exports have.
  ///   - scales: The items of the source with their labels.
  mutating func fill(
    _ named: NamedTool, by adapter: Adapter, headerRows: Int, headings: [String],
    scales: [(item: Definition.Item, labels: [String: Int32])]
  ) {
    let declared = declaredHeadings.map { HeadingMatcher.normalise($0.heading.text).lowercased() }
    func isFree(_ heading: String) -> Bool { !declared.contains(heading.lowercased()) }
    func declare(_ text: String, _ role: ColumnRole) -> Heading {
      let heading = Heading(text: text, place: named.place)
      declaredHeadings.append(DeclaredHeading(heading: heading, role: role))
      return heading
    }
    func isAnyAnswer(_ text: String) -> Bool {
      scales.contains { isAnswer(text, to: $0.item, labels: $0.labels) }
    }
    if named.unsaid.contains("header_rows") { self.headerRows = headerRows }
    if named.unsaid.contains("missing") {
      for state in [Answer.notShown, .nonAnswer, .empty] {
        for text in adapter.missingTexts(state) where !isAnyAnswer(text) {
          missing[text] = state
        }
      }
    }
    if named.unsaid.contains("completed"), let marker = adapter.completed(in: headings) {
      // A column of dates may say both when and whether.
      let isPeriod = declaredHeadings.contains {
        $0.role == .period && $0.heading.text.lowercased() == marker.heading.lowercased()
      }
      if isPeriod || isFree(marker.heading) {
        completed = Marker(heading: declare(marker.heading, .completed), values: marker.values)
      }
    }
    if named.unsaid.contains("test_rows"), let marker = adapter.testRows(in: headings),
      isFree(marker.heading)
    {
      testRows = Marker(heading: declare(marker.heading, .testRows), values: marker.values)
    }
    if named.unsaid.contains("identifiers") {
      for heading in adapter.identifiers(in: headings) where isFree(heading) {
        _ = declare(heading, .identifier)
      }
    }
  }
}

/// Whether a text is an answer to an item: a label, or a number on its scale.
private func isAnswer(_ text: String, to item: Definition.Item, labels: [String: Int32]) -> Bool {
  if labels[text] != nil { return true }
  guard let number = FixedPoint(text), let units = number.units(at: item.decimals) else {
    return false
  }
  return (item.minimum...item.maximum).contains(units)
}
