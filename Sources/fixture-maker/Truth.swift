/// Everything a test may want to know about the exports without reading them.
struct Truth {
  private struct GroupKey: Hashable {
    let organisation: String
    let year: Int
    let perspective: Perspective
  }

  private var files: [(name: String, account: JSON)] = []
  private var groups: [GroupKey: [Person]] = [:]
  private var keys: [GroupKey] = []

  /// Accounts for a finished sheet.
  ///
  /// - Parameters:
  ///   - sheet: The sheet.
  ///   - name: The file it is written to.
  mutating func add(_ sheet: Sheet, as name: String) {
    var tally = (header: sheet.preamble.count, blank: 0, accepted: 0, nonsense: 0)
    var rejected: [String: Int] = [:]
    var skipped: [String: Int] = [:]
    var rejectedLines: [JSON] = []
    var skippedLines: [JSON] = []
    var line = 1 + sheet.preamble.count
    for record in sheet.lines {
      switch record.fate {
      case .header: tally.header += 1
      case .blank: tally.blank += 1
      case .accepted:
        guard let person = record.person else { preconditionFailure("somebody answered") }
        tally.accepted += 1
        tally.nonsense += person.responses.count { $0 == .nonsense }
        accept(person)
      case .rejected(let code):
        rejected[code, default: 0] += 1
        rejectedLines.append(.list([.number(line), .text(code)]))
      case .skipped(let rule):
        skipped[rule, default: 0] += 1
        skippedLines.append(.list([.number(line), .text(rule)]))
      }
      // CR LF is one character, so both line ends count once.
      line += 1 + record.text.count { $0.isNewline }
    }
    let account = JSON.object([
      ("records", .number(sheet.preamble.count + sheet.lines.count)),
      ("header", .number(tally.header)),
      ("blank", .number(tally.blank)),
      ("accepted", .number(tally.accepted)),
      ("rejected", .counts(rejected)),
      ("skipped", .counts(skipped)),
      ("blanked_cells_of_accepted", .number(tally.nonsense)),
      ("rejected_lines", .list(rejectedLines)),
      ("skipped_lines", .list(skippedLines)),
    ])
    files.append((name, account))
  }

  private mutating func accept(_ person: Person) {
    let key = GroupKey(
      organisation: person.organisation.key, year: person.stamp.year,
      perspective: person.perspective)
    if groups[key] == nil { keys.append(key) }
    groups[key, default: []].append(person)
  }

  /// The whole truth.
  var json: JSON {
    .object([
      ("version", .number(1)),
      ("items", .list(World.items.map(describe))),
      ("files", .object(files.map { ($0.name, $0.account) })),
      ("groups", .list(sortedKeys.map(describe))),
      ("true_means", trueMeans),
      ("shifts", .list(World.shifts.map(describe))),
      (
        "not_asked",
        .list([
          .object([
            ("organisation", .text(World.notAsked.organisation)),
            ("perspective", .text(World.notAsked.perspective.rawValue)),
            ("dimension", .text(World.notAsked.dimension.rawValue)),
          ])
        ])
      ),
      ("canaries", canaries),
    ])
  }

  private var sortedKeys: [GroupKey] {
    let order = Perspective.allCases
    return keys.sorted {
      if $0.organisation != $1.organisation { return $0.organisation < $1.organisation }
      if $0.year != $1.year { return $0.year < $1.year }
      return (order.firstIndex(of: $0.perspective) ?? 0)
        < (order.firstIndex(of: $1.perspective) ?? 0)
    }
  }

  private func describe(_ item: Item) -> JSON {
    .object([
      ("key", .text(item.key)), ("dimension", .text(item.dimension.rawValue)),
      ("levels", .number(item.levels)),
    ])
  }

  private func describe(_ shift: World.Shift) -> JSON {
    .object([
      ("organisation", .text(shift.organisation)),
      ("perspective", .text(shift.perspective.rawValue)),
      ("dimension", .text(shift.dimension.rawValue)),
      ("periods", .list(shift.years.map { .text("\($0)") })),
      ("points", .tenths(shift.tenths)),
    ])
  }

  private func describe(_ key: GroupKey) -> JSON {
    let people = groups[key, default: []]
    var items: [(String, JSON)] = []
    for (index, item) in World.items.enumerated() {
      var levels = [Int](repeating: 0, count: item.levels)
      var missing = (empty: 0, notShown: 0, nonAnswer: 0, nonsense: 0)
      for person in people {
        switch person.responses[index] {
        case .level(let level): levels[level] += 1
        case .empty: missing.empty += 1
        case .notShown: missing.notShown += 1
        case .nonAnswer: missing.nonAnswer += 1
        case .nonsense: missing.nonsense += 1
        }
      }
      guard missing.notShown < people.count else { continue }
      let rest = [missing.empty, missing.notShown, missing.nonAnswer, missing.nonsense]
      items.append((item.key, .list((levels + rest).map(JSON.number))))
    }
    return .object([
      ("organisation", .text(key.organisation)), ("period", .text("\(key.year)")),
      ("perspective", .text(key.perspective.rawValue)), ("respondents", .number(people.count)),
      ("items", .object(items)),
    ])
  }

  private var trueMeans: JSON {
    .object(
      World.organisations.map { organisation in
        let years = [2025, 2026].map { year in
          let voices = Perspective.allCases.compactMap { perspective -> (String, JSON)? in
            let key = GroupKey(
              organisation: organisation.key, year: year, perspective: perspective)
            guard groups[key] != nil else { return nil }
            let means = Dimension.allCases.compactMap { dimension -> (String, JSON)? in
              World.trueMean(of: dimension, at: organisation.key, from: perspective, in: year)
                .map { (dimension.rawValue, .tenths($0)) }
            }
            return (perspective.rawValue, .object(means))
          }
          return ("\(year)", JSON.object(voices))
        }
        return (organisation.key, JSON.object(years))
      })
  }

  private var canaries: JSON {
    .object([
      ("names", .texts(Canaries.firsts + Canaries.lasts)),
      ("mails", .texts([Canaries.domain])),
      ("phones", .texts(Canaries.phones)),
      ("addresses", .texts(Canaries.streets)),
      ("accounts", .texts(Canaries.accounts)),
      ("networks", .texts(Canaries.networks)),
      ("respondent_keys", .texts(Canaries.keyPrefixes)),
      ("texts", .texts(Canaries.fragments)),
      ("birthdays", .texts(Canaries.birthdays)),
      ("postcodes", .texts(Canaries.postcodes)),
    ])
  }
}
