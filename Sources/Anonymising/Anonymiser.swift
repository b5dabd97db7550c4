public import Cleaning
@_spi(Secrets) public import Exports

/// Rows about which nobody can say whose they are: group, levels, and a keyed fingerprint.
///
/// Only `Anonymiser` can make one. No text, no identifier, no exact date is left.
public struct AnonymousChunk: Sendable {
  /// Who is spoken about, when, and from which perspective.
  public struct Group: Sendable, Hashable {
    /// The organisation's key.
    public let organisation: String
    /// The calendar slice.
    public let period: String
    /// Index into the schema's perspectives.
    public let perspective: Int
  }

  /// The groups of the memory it was made with so far; not all of them need occur here.
  public let groups: [Group]
  /// The group of each row, as an index into `groups`.
  public let groupOfRow: [Int32]
  /// The schema's item that each column of `levels` belongs to.
  public let items: [Int]
  /// One column of levels per item.
  public let levels: [[Level]]
  /// The fingerprint of each row's respondent within its group, 0 without a key; empty if the
  /// source has no respondent keys.
  public let fingerprints: [UInt64]
  /// Records rejected so far, in file order.
  public let findings: [Finding]
  /// What happened to the records so far; all rows count as accepted.
  public let ledger: Ledger

  fileprivate init(
    groups: [Group], groupOfRow: [Int32], items: [Int], levels: [[Level]],
    fingerprints: [UInt64], findings: [Finding], ledger: Ledger
  ) {
    self.groups = groups
    self.groupOfRow = groupOfRow
    self.items = items
    self.levels = levels
    self.fingerprints = fingerprints
    self.findings = findings
    self.ledger = ledger
  }

  /// The number of rows.
  public var count: Int { groupOfRow.count }
}

/// Turns clean rows of one source into anonymous ones.
public struct Anonymiser: Sendable {
  /// The key of the pipeline; fingerprints of different pipelines cannot be linked.
  let pipeline: String
  /// The keys of the listed organisations, by code.
  let organisations: [String]
  /// What stands before an organisation's key that is taken from the export.
  let organisationPrefix: String
  /// The keys of the perspectives.
  let perspectives: [String]
  /// How days are cut.
  let slice: PeriodSlice
  /// The schema's item of each item rule.
  let items: [Int]
  /// The secret behind fingerprints, if the source has respondent keys.
  let key: PseudonymKey?

  /// Makes an anonymiser for one source.
  ///
  /// - Parameters:
  ///   - pipeline: The key of the pipeline.
  ///   - organisations: The keys of the listed organisations, by code; empty if taken from exports.
  ///   - organisationPrefix: What stands before a key that is taken from the export.
  ///   - perspectives: The keys of the perspectives.
  ///   - slice: How days are cut.
  ///   - items: The schema's item of each item rule.
  ///   - key: The secret behind fingerprints; needed when rows have respondents.
  public init(
    pipeline: String, organisations: [String], organisationPrefix: String = "",
    perspectives: [String], slice: PeriodSlice, items: [Int], key: PseudonymKey?
  ) {
    self.pipeline = pipeline
    self.organisations = organisations
    self.organisationPrefix = organisationPrefix
    self.perspectives = perspectives
    self.slice = slice
    self.items = items
    self.key = key
  }

  /// Anonymises a chunk.
  ///
  /// - Parameters:
  ///   - chunk: Clean rows.
  ///   - memory: The groups met before; where the organisation is taken from the export, the chunks
  ///     must come from one reading memory.
  /// - Returns: The same rows without anything that says whose they are.
  public func anonymise(_ chunk: CleanChunk, _ memory: inout GroupMemory) -> AnonymousChunk {
    let groupOfRow = memory.groups(of: chunk, by: self)
    return AnonymousChunk(
      groups: memory.groups, groupOfRow: groupOfRow, items: items, levels: chunk.levels,
      fingerprints: fingerprints(of: chunk, groups: memory.groups, groupOfRow: groupOfRow),
      findings: chunk.findings, ledger: chunk.ledger)
  }

  /// Anonymises a chunk by itself.
  ///
  /// - Parameter chunk: Clean rows.
  /// - Returns: The same rows without anything that says whose they are.
  public func anonymise(_ chunk: CleanChunk) -> AnonymousChunk {
    var memory = GroupMemory()
    return anonymise(chunk, &memory)
  }

  /// Hashes each respondent key together with its group, so that the same person counts once there
  /// and cannot be followed anywhere else.
  private func fingerprints(
    of chunk: CleanChunk, groups: [AnonymousChunk.Group], groupOfRow: [Int32]
  ) -> [UInt64] {
    guard let (column, rows) = chunk.respondents else { return [] }
    guard let key else { preconditionFailure("a source with respondents has a key") }
    let prefixes = groups.map { group in
      [
        "echolot respondent 1", pipeline, group.organisation, group.period,
        perspectives[group.perspective], "",
      ].joined(separator: "\u{0}")
    }.map { Array($0.utf8) }
    return rows.indices.map { row in
      column.withBytes(of: rows[row]) { bytes in
        guard !bytes.isEmpty else { return 0 }
        var message = prefixes[Int(groupOfRow[row])]
        for index in bytes.indices { message.append(bytes[index]) }
        return key.fingerprint(message)
      }
    }
  }
}
