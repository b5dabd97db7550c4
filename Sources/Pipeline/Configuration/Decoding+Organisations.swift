internal import Benchmark
internal import Exports

/// Who is reported on.
enum OrganisationSet {
  /// Listed organisations.
  case listed([Definition.Organisation])
  /// Organisations that the exports name, with the form of their keys and their peer group.
  case open(form: CodeForm, peerGroup: String)
}

/// How a list of organisations is read: a path in, rows or the problem out.
typealias OrganisationReader = (String) -> Result<[OrganisationRow], OrganisationFileProblem>

extension Decoding {
  /// Reads who is reported on.
  ///
  /// - Parameters:
  ///   - entry: The entry `organisations`, if there is one.
  ///   - peerGroups: The keys of the peer groups, or `nil` if they could not be read.
  ///   - rows: How to read a list in a file of its own.
  /// - Returns: The organisations; `nil` if they could not be read.
  mutating func organisations(
    _ entry: YAMLEntry?, peerGroups: [String]?, rows: OrganisationReader
  ) -> OrganisationSet? {
    guard let entry, let section = section(entry.value, ConfigurationKeys.organisations),
      let given = exactlyOne(of: ["file", "list", "from_exports"], in: section)
    else { return nil }
    switch given.key {
    case "file":
      return text(given.value).flatMap {
        organisationFile($0, peerGroups: peerGroups, rows: rows).map(OrganisationSet.listed)
      }
    case "list":
      return organisationList(given.value, peerGroups: peerGroups).map(OrganisationSet.listed)
    default:
      return openOrganisations(given.value, peerGroups: peerGroups)
    }
  }

  /// Finds the one key that is given out of several that exclude each other.
  ///
  /// - Parameters:
  ///   - keys: The keys.
  ///   - section: The mapping.
  /// - Returns: The entry, or `nil` if none or several are given.
  mutating func exactlyOne(of keys: [String], in section: Section) -> YAMLEntry? {
    let given = keys.compactMap { section[$0] }.sorted { $0.place < $1.place }
    guard let first = given.first else {
      if keys.allSatisfy(section.lacks) { report(.noneOfKeys(keys), at: section.place) }
      return nil
    }
    for other in given.dropFirst() {
      report(.conflictingKeys(other.key, with: first.key, at: first.place), at: other.place)
    }
    return given.count == 1 ? first : nil
  }

  private mutating func openOrganisations(
    _ node: YAMLNode, peerGroups: [String]?
  ) -> OrganisationSet? {
    guard let section = section(node, ConfigurationKeys.fromExports) else { return nil }
    let form = section["form"].flatMap { word($0.value, as: CodeForm.self) }
    let peerGroup = section["peer_group"].flatMap {
      reference($0.value, among: peerGroups, Message.unknownPeerGroup)
    }
    guard let form, let peerGroup, let peerGroups else { return nil }
    return .open(form: form, peerGroup: peerGroups[peerGroup])
  }

  private mutating func organisationList(
    _ node: YAMLNode, peerGroups: [String]?
  ) -> [Definition.Organisation]? {
    guard let nodes = list(node) else { return nil }
    var firstLines: [String: Int] = [:]
    var organisations: [Definition.Organisation] = []
    for node in nodes {
      guard let section = section(node, ConfigurationKeys.organisation) else { continue }
      let key = section["key"].flatMap { text($0.value) }
      let name = section["name"].flatMap { text($0.value) }
      let peerGroup = section["peer_group"].flatMap {
        reference($0.value, among: peerGroups, Message.unknownPeerGroup)
      }
      guard let key else { continue }
      if !Forms.isOrganisationKey(key.text) {
        report(.badOrganisationKey(key.text), at: key.place)
      } else if let line = firstLines[key.text] {
        report(.duplicateOrganisation(key.text, firstLine: line), at: key.place)
        continue
      }
      firstLines[key.text] = key.place.line
      organisations.append(
        Definition.Organisation(
          key: key.text, name: name?.text ?? key.text,
          peerGroup: peerGroup.flatMap { peerGroups?[$0] } ?? ""))
    }
    return organisations
  }

  private mutating func organisationFile(
    _ path: PlacedText, peerGroups: [String]?, rows: OrganisationReader
  ) -> [Definition.Organisation]? {
    let listFile = FilePatterns.resolved(path.text, besides: file)
    let read: [OrganisationRow]
    switch rows(listFile) {
    case .success(let found): read = found
    case .failure(let problem):
      switch problem {
      case .unreadable: report(.organisationsUnreadable(problem), at: path.place)
      case .notUTF8: report(.organisationsUnreadable(problem), in: listFile, line: nil)
      case .missingColumn: report(.organisationsUnreadable(problem), in: listFile, line: 1)
      case .malformed(let line): report(.organisationsUnreadable(problem), in: listFile, line: line)
      }
      return nil
    }
    if read.isEmpty { report(.noOrganisations(), in: listFile, line: nil) }
    var firstLines: [String: Int] = [:]
    var organisations: [Definition.Organisation] = []
    for row in read {
      let key = Self.trimmed(row.key)
      let name = Self.trimmed(row.name)
      let peerGroup = Self.trimmed(row.peerGroup)
      if key.isEmpty {
        report(.blankText(), in: listFile, line: row.line)
      } else if !Forms.isOrganisationKey(key) {
        report(.badOrganisationKey(nil), in: listFile, line: row.line)
      } else if let line = firstLines[key] {
        report(.duplicateOrganisation(key, firstLine: line), in: listFile, line: row.line)
        continue
      }
      if name.isEmpty { report(.blankText(), in: listFile, line: row.line) }
      if let peerGroups, !peerGroups.contains(peerGroup) {
        // A cell that is no key at all is not repeated: the file could be the wrong one.
        let shown = Forms.isKey(peerGroup) ? peerGroup : nil
        report(.unknownPeerGroup(shown, among: peerGroups), in: listFile, line: row.line)
      }
      firstLines[key] = row.line
      organisations.append(
        Definition.Organisation(key: key, name: name, peerGroup: peerGroup))
    }
    return organisations
  }
}
