internal import Benchmark

extension Decoding {
  /// Reads which answers an analyst withholds as implausible.
  ///
  /// - Parameters:
  ///   - entry: The entry, if there is one.
  ///   - vocabulary: What entries may refer to.
  /// - Returns: The entries in the order of the file.
  mutating func withheld(
    _ entry: YAMLEntry?, _ vocabulary: Vocabulary
  ) -> [Definition.Withheld] {
    (entry.flatMap { list($0.value) } ?? []).compactMap { node in
      guard let section = section(node, ConfigurationKeys.withheld) else { return nil }
      let organisation = section["organisation"].flatMap {
        withheldOrganisation($0.value, vocabulary.organisations)
      }
      let period = section["period"].flatMap { text($0.value) }
      if let period, let slicing = vocabulary.period,
        !Forms.isPeriod(period.text, of: slicing)
      {
        report(.periodForm(slicing), at: period.place)
      }
      let keys = vocabulary.perspectives?.map(\.key)
      let perspective = section["perspective"].flatMap {
        reference($0.value, among: keys, Message.unknownPerspective)
      }
      let reason = section["reason"].flatMap { text($0.value) }
      guard let organisation, let reason else { return nil }
      return Definition.Withheld(
        organisation: organisation, period: period?.text,
        perspective: perspective.flatMap { keys?[$0] }, reason: reason.text)
    }
  }

  private mutating func withheldOrganisation(
    _ node: YAMLNode, _ set: OrganisationSet?
  ) -> String? {
    guard case .listed(let organisations) = set else { return text(node)?.text }
    let keys = organisations.map(\.key)
    return reference(node, among: keys, Message.unknownOrganisation).map { keys[$0] }
  }
}
