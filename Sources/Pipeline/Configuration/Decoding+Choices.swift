internal import Benchmark

extension Decoding {
  /// Reads the columns whose cells hold several choices: one item per option.
  ///
  /// - Parameters:
  ///   - node: Headings with separator and options.
  ///   - vocabulary: What may be referred to.
  ///   - parts: The source as read so far.
  mutating func multiSelect(
    _ node: YAMLNode, _ vocabulary: Vocabulary, _ parts: inout SourceParts
  ) {
    var first = Dictionary(
      parts.items.map { ($0.index, $0.heading.place) }, uniquingKeysWith: { first, _ in first })
    for entry in entries(node) ?? [] {
      let heading = declare(PlacedText(text: entry.key, place: entry.place), .item, &parts)
      guard let section = section(entry.value, ConfigurationKeys.multiSelect) else { continue }
      let separator = section["separator"].flatMap { rawText($0.value) }
      let options = section["options"].flatMap { entries($0.value) } ?? []
      for option in options {
        guard
          let index = reference(option.value, among: vocabulary.itemKeys, Message.unknownItem),
          let item = vocabulary.items.indices.contains(index) ? vocabulary.items[index] : nil
        else { continue }
        if item.minimum != 0 || item.levels != 2 {
          report(.optionScale(item.key), at: option.value.place)
        }
        if let place = first[index] {
          report(.itemTwice(item.key, first: place), at: option.value.place)
          continue
        }
        first[index] = option.value.place
        guard let separator else { continue }
        parts.items.append(
          Source.ItemColumn(
            heading: heading, item: item.key, index: index,
            choice: Source.ItemColumn.Choice(
              option: option.key, options: options.map(\.key), separator: separator)))
      }
    }
  }

  /// A text as written, blanks at its ends included: a separator may be one.
  private mutating func rawText(_ node: YAMLNode) -> String? {
    if case .scalar(let text, _) = node.content, !text.isEmpty { return text }
    return text(node)?.text
  }
}
