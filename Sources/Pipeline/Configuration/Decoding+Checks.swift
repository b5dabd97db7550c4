internal import Exports

extension Decoding {
  /// Reads the cell texts that are no answer, and checks that none has a second meaning.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - vocabulary: The scales of the items.
  ///   - parts: The items of the source; the texts are put there.
  mutating func missing(
    _ node: YAMLNode, _ vocabulary: Vocabulary, _ parts: inout SourceParts
  ) {
    guard let section = section(node, ConfigurationKeys.missing) else { return }
    let states: [(key: String, answer: Answer)] = [
      ("not_shown", .notShown), ("non_answer", .nonAnswer), ("empty", .empty),
    ]
    let lists = states.compactMap { state in section[state.key].map { ($0, state.answer) } }
    var first: [String: Place] = [:]
    for (entry, answer) in lists.sorted(by: { $0.0.place < $1.0.place }) {
      for text in texts(entry.value) ?? [] {
        if let place = first[text.text] {
          report(.twoMeanings(text.text, first: place), at: text.place)
        } else {
          first[text.text] = text.place
          parts.missing[text.text] = answer
          checkAgainstScales(text, vocabulary, parts)
        }
      }
    }
  }

  private mutating func checkAgainstScales(
    _ text: PlacedText, _ vocabulary: Vocabulary, _ parts: SourceParts
  ) {
    let isComma = parts.decimalMark == UInt8(ascii: ",")
    let number = FixedPoint(isComma ? text.text.replacing(",", with: ".") : text.text)
    for item in parts.items {
      guard let scale = vocabulary.scales[item.item] else { continue }
      if let label = scale.labels.first(where: { $0.text.text == text.text }) {
        report(.twoMeanings(text.text, first: label.text.place), at: text.place)
        return
      }
      if let number, scale.value(number) != nil {
        report(.missingOnScale(text.text, item: item.item), at: text.place)
        return
      }
    }
  }

  /// Checks that every column has one role; only period and completed may share one.
  ///
  /// - Parameter declared: The headings of a source, in the order of the file.
  mutating func checkRoles(_ declared: [DeclaredHeading]) {
    var earlier: [String: [DeclaredHeading]] = [:]
    for heading in declared {
      let others = earlier[heading.heading.text] ?? []
      if let other = others.first(where: { !Self.mayShare($0.role, heading.role) }) {
        report(clash(other, heading))
      }
      earlier[heading.heading.text] = others + [heading]
    }
  }

  private mutating func report(_ found: (message: Message, place: Place)) {
    report(found.message, at: found.place)
  }

  private func clash(
    _ first: DeclaredHeading, _ second: DeclaredHeading
  ) -> (message: Message, place: Place) {
    let text = first.heading.text
    if first.role.isNeverRead != second.role.isNeverRead {
      let (listed, read) = first.role.isNeverRead ? (first, second) : (second, first)
      let message = Message.protectedColumnWithRole(
        text, role: read.role.rawValue, list: listed.role.rawValue, at: listed.heading.place)
      return (message, read.heading.place)
    }
    let message = Message.twoRoles(
      text, role: second.role.rawValue, other: first.role.rawValue, at: first.heading.place)
    return (message, second.heading.place)
  }

  private static func mayShare(_ first: ColumnRole, _ second: ColumnRole) -> Bool {
    [first, second] == [.period, .completed] || [first, second] == [.completed, .period]
  }
}
