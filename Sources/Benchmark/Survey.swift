internal import Anonymising
internal import Tally

/// A tally sorted by peer group, period and perspective, so that peers stand side by side.
struct Survey: Sendable {
  /// An organisation of a peer group.
  struct Member: Sendable {
    let key: String
    /// Whether it has a report; others only count in totals.
    let isNamed: Bool
  }

  /// Organisations that may be compared, with all their counts.
  struct Group: Sendable {
    let key: String
    /// Ordered by key.
    let members: [Member]
    /// The periods with data, rising.
    let periods: [String]
    /// By period, perspective and member; nil where nobody answered or the answers are withheld.
    let counts: [[[GroupCounts?]]]
    /// By period, perspective and member, whether an analyst withholds the answers.
    let withheld: [[[Bool]]]

    /// The members with a report that a period is about.
    ///
    /// Those with data from any perspective, and in the latest period, which reports are about, all.
    func reported(in period: Int) -> [Int] {
      members.indices.filter { member in
        members[member].isNamed
          && (period == periods.count - 1 || counts[period].contains { $0[member] != nil }
            || withheld[period].contains { $0[member] })
      }
    }
  }

  /// One peer group's answers of one period and perspective.
  struct Slice: Sendable {
    let group: Int
    let period: Int
    let perspective: Int
  }

  let definition: Definition
  let schema: Schema
  let groups: [Group]
  /// Organisations with too few answers to be named.
  let unnamed: Int
  /// The definition with exactly the organisations that have a report.
  let reported: Definition

  init(tally: Tally, definition: Definition) {
    self.definition = definition
    schema = tally.schema
    let keys = tally.sortedKeys
    var organisations = definition.organisations
    var unnamedKeys: Set<String> = []
    if let open = definition.openPeerGroup {
      var respondents: [String: Int] = [:]
      for key in keys {
        respondents[key.organisation, default: 0] += tally.groups[key]?.respondents ?? 0
      }
      for (key, count) in respondents where count < definition.thresholds.minimumAnswers {
        unnamedKeys.insert(key)
      }
      organisations = respondents.keys.map {
        Definition.Organisation(key: $0, name: $0, peerGroup: open)
      }
    }
    organisations.sort { keyPrecedes($0.key, $1.key) }
    unnamed = unnamedKeys.count
    var reported = definition
    reported.organisations = organisations.filter { !unnamedKeys.contains($0.key) }
    self.reported = reported

    var byGroup: [String: [Definition.Organisation]] = [:]
    for organisation in organisations {
      byGroup[organisation.peerGroup, default: []].append(organisation)
    }
    var keysByOrganisation: [String: [GroupKey]] = [:]
    for key in keys { keysByOrganisation[key.organisation, default: []].append(key) }
    groups = byGroup.keys.sorted().compactMap { name in
      let members = byGroup[name] ?? []
      return Group(
        key: name,
        members: members.map { Member(key: $0.key, isNamed: !unnamedKeys.contains($0.key)) },
        keys: members.map { keysByOrganisation[$0.key] ?? [] }, tally: tally,
        withheld: definition.withheld)
    }
  }

  /// All peer groups' periods and perspectives.
  var slices: [Slice] {
    groups.indices.flatMap { group in
      groups[group].periods.indices.flatMap { period in
        schema.perspectives.indices.map { perspective in
          Slice(group: group, period: period, perspective: perspective)
        }
      }
    }
  }

  /// The counts of a slice, by member.
  func counts(in slice: Slice) -> [GroupCounts?] {
    groups[slice.group].counts[slice.period][slice.perspective]
  }

  /// What the disclosure rule decided, unless an analyst withholds the answers.
  func silences(_ outcome: Disclosure.Outcome, in slice: Slice) -> [Silence?] {
    let withheld = groups[slice.group].withheld[slice.period][slice.perspective]
    return zip(outcome.decisions, withheld).map { decision, isWithheld in
      isWithheld ? Silence(reason: .implausible, rule: .withheldAnswers) : decision.silence
    }
  }

  /// Where the cells of one organisation, or of the peer group, belong.
  func place(_ member: Int?, _ measure: CellID.Measure, in slice: Slice) -> CellPlace {
    let group = groups[slice.group]
    return CellPlace(
      subject: member.map { .organisation(group.members[$0].key) } ?? .peerGroup(group.key),
      period: group.periods[slice.period], perspective: schema.perspectives[slice.perspective],
      measure: measure)
  }
}

extension Survey.Group {
  /// Gathers the counts of a peer group; nil if nobody answered.
  fileprivate init?(
    key: String, members: [Survey.Member], keys: [[GroupKey]], tally: Tally,
    withheld entries: [Definition.Withheld]
  ) {
    let periods = Set(keys.flatMap { $0.map(\.period) }).sorted()
    guard !periods.isEmpty else { return nil }
    let places = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    let nobody = [GroupCounts?](repeating: nil, count: members.count)
    let perspectives = [[GroupCounts?]](
      repeating: nobody, count: tally.schema.perspectives.count)
    var counts = [[[GroupCounts?]]](repeating: perspectives, count: periods.count)
    var withheld = counts.map { $0.map { $0.map { _ in false } } }
    for (member, keys) in keys.enumerated() {
      for key in keys {
        guard let period = places[key.period] else { continue }
        let isWithheld = entries.contains { entry in
          entry.organisation == key.organisation && entry.period ?? key.period == key.period
            && entry.perspective ?? tally.schema.perspectives[key.perspective]
              == tally.schema.perspectives[key.perspective]
        }
        withheld[period][key.perspective][member] = isWithheld
        if !isWithheld { counts[period][key.perspective][member] = tally.groups[key] }
      }
    }
    self.init(
      key: key, members: members, periods: periods, counts: counts, withheld: withheld)
  }
}

/// Whether a key stands before another: numbers by value, before all other keys by bytes.
func keyPrecedes(_ left: String, _ right: String) -> Bool {
  let (a, b) = (numericPart(left), numericPart(right))
  switch (a, b) {
  case (let a?, let b?):
    if a.count != b.count { return a.count < b.count }
    if !a.elementsEqual(b) { return a.lexicographicallyPrecedes(b) }
  case (.some, nil): return true
  case (nil, .some): return false
  case (nil, nil): break
  }
  return left.utf8.lexicographicallyPrecedes(right.utf8)
}

/// The digits of a key that is a number, without leading zeros.
private func numericPart(_ key: String) -> Substring.UTF8View? {
  let isNumber = !key.isEmpty && key.utf8.allSatisfy { (UInt8(ascii: "0")...57).contains($0) }
  return isNumber ? key[...].drop { $0 == "0" }.utf8 : nil
}
