/// Users in 2026: LimeSurvey's own export with codes, in two compressed parts.
enum Users2026 {
  private static let items = World.items(
    "respect_1", "respect_2", "voice_1", "voice_2", "voice_3", "reach_1", "reach_2", "safe_1",
    "clear_1", "clear_2", "loop_1", "loop_2")
  private static let questions = [
    "R[SQ001]", "R[SQ002]", "V[SQ001]", "V[SQ002]", "V[SQ003]", "E[SQ001]", "E[SQ002]", "S[SQ001]",
    "K[SQ001]", "K[SQ002]", "L[SQ001]", "L[SQ002]",
  ]
  private static let headings =
    [
      "id", "submitdate", "lastpage", "startlanguage", "startdate", "datestamp", "ipaddr", "refurl",
      "token", "firstname", "lastname", "email", "modus", "EINR",
    ] + questions + ["ALTER", "KOMM"]
  /// The second part was exported after a question had been added and others moved.
  private static let headingsOfSecond =
    [
      "id", "submitdate", "lastpage", "startlanguage", "startdate", "datestamp", "ipaddr", "refurl",
      "token", "firstname", "lastname", "email", "EINR", "ALTER", "modus",
    ] + questions[5...] + ["Z[SQ001]"] + questions[..<5] + ["KOMM"]

  private static func cells(_ person: Person, under headings: [String]) -> [String] {
    var draws = person.draws
    var cells: [String: String] = [
      "id": "\(person.number)", "submitdate": person.stamp.isoWithTime, "lastpage": "5",
      "startlanguage": "de",
      "startdate": person.stamp.earlier(by: draws.within(3...15)).isoWithTime,
      "datestamp": person.stamp.isoWithTime, "ipaddr": Canaries.network(from: &draws),
      "token": person.token, "firstname": person.identity?.first ?? "",
      "lastname": person.identity?.last ?? "", "email": person.identity?.mail ?? "",
      "modus": "Link", "EINR": person.organisation.key + (draws.chance(1, in: 80) ? " " : ""),
      "ALTER": "\(draws.within(8...20))", "KOMM": person.text, "Z[SQ001]": "\(draws.within(1...5))",
    ]
    for (question, index) in zip(questions, items) {
      cells[question] = answer(person.responses[index], to: World.items[index], from: &draws)
    }
    return headings.map { cells[$0, default: ""] }
  }

  private static func answer(
    _ response: Response, to item: Item, from draws: inout Draws
  ) -> String {
    switch response {
    case .level(let level):
      "\(item.step(of: level) + 1)" + (draws.chance(1, in: 90) ? "\u{A0}" : "")
    case .empty: draws.pick(["", "", "-1", " "])
    case .notShown: "{question_not_shown}"
    case .nonAnswer: draws.pick(["-9", "-9", "-99", "k. A.", "keine Angabe"])
    case .nonsense: draws.pick(["7", "55", "0", "9", "=1+1", "eins", "-5", "“4”", "3.5"])
    }
  }

  private static func sheet(_ headings: [String], _ people: ArraySlice<Person>) -> Sheet {
    var sheet = Sheet(headings: headings, separator: ",", quotesEverything: true, lineEnd: "\r\n")
    sheet.lines = [sheet.line(headings, .header)]
    sheet.lines += people.map {
      sheet.line(cells($0, under: headings), .accepted, person: $0)
    }
    return sheet
  }

  /// Makes both parts.
  static func add(to output: inout Output) {
    var census = Census(
      stream: "users 2026", items: items, prefix: "KNG-", missing: (18, 28, 3))
    var people = census.people(
      World.organisations.map {
        Quota(organisation: $0, perspective: .user, year: 2026, count: $0.users2026)
      })
    // A few answered in the last days of 2025; the date decides on the period, not the file.
    let late = census.people(
      [0, 2, 4, 10].map {
        Quota(
          organisation: World.organisations[$0], perspective: .user, year: 2025, count: 2)
      })
    people.insert(contentsOf: late.map(endOfYear), at: 40)
    people.furnish(names: 6, blankKeys: 6, texts: 5) { _ in
      Canaries.plainTexts + Canaries.nastyTexts
    }
    let middle = people.count / 2
    var first = sheet(headings, people[..<middle])
    var second = sheet(headingsOfSecond, people[middle...])
    first.insert(dirtOfFirst(first, people, &census))
    second.insert(dirtOfSecond(second, people, from: middle, &census))
    output.add("befragung_2026_a.csv.gz", first) { text in
      let bytes = Encoding.utf8(text, mark: true)
      let cut = bytes.count * 2 / 5
      return Gzip.member(Array(bytes[..<cut])) + Gzip.member(Array(bytes[cut...]))
    }
    output.add("befragung_2026_b.csv.gz", second) {
      Gzip.member(Encoding.utf8($0, mark: true))
    }
  }

  private static func endOfYear(_ person: Person) -> Person {
    var person = person
    person.stamp.month = 12
    person.stamp.day += 3
    return person
  }

  private static func dirtOfFirst(
    _ sheet: Sheet, _ people: [Person], _ census: inout Census
  ) -> [(Int, Line)] {
    let home = World.organisations[8]
    var added: [(Int, Line)] = []
    func add(_ place: Int, _ person: Person, _ fate: Fate, _ changes: [(String, String)] = []) {
      added.append((place, sheet.line(cells(person, under: headings), fate, changing: changes)))
    }
    for place in [1, 2, 300, 301] {
      add(
        place, census.person(at: home, as: .user, in: 2026), .skipped("test-record"),
        [("modus", place < 3 ? "Vorschau" : "Test")])
    }
    // A preview is a preview, whatever else is wrong with it.
    add(
      302, census.person(at: home, as: .user, in: 2026), .skipped("test-record"),
      [("modus", "Test"), ("submitdate", ""), ("EINR", "E77")])
    for place in stride(from: 25, to: 1100, by: 83) {
      var person = census.person(at: people[place].organisation, as: .user, in: 2026)
      for index in items.dropFirst(place % 11) { person.responses[index] = .empty }
      add(place, person, .skipped("incomplete"), [("submitdate", ""), ("lastpage", "1")])
    }
    for (place, key) in [(55, "E21"), (410, "Balduinus Ölmützenberg"), (411, "e01")] {
      add(
        place, census.person(at: home, as: .user, in: 2026), .rejected("unknown-organisation"),
        [("EINR", key)])
    }
    add(
      700, census.person(at: home, as: .user, in: 2026), .rejected("blank-organisation"),
      [("EINR", "")])
    add(
      710, census.person(at: home, as: .user, in: 2026), .rejected("blank-date"),
      [("datestamp", "")])
    add(
      711, census.person(at: home, as: .user, in: 2026), .rejected("unreadable-date"),
      [("datestamp", "2026-13-01 10:00:00")])
    for place in [120, 640] {
      add(place, census.silent(at: home, as: .user, in: 2026), .skipped("no-answer"))
    }
    for (from, to) in [(10, 90), (200, 205), (333, 1000)] {
      add(to, census.twin(of: people.keyed(from: from)), .skipped("duplicate-id"))
    }
    let next = cells(census.person(at: home, as: .user, in: 2026), under: headings)
    added += [
      (450, Line(text: sheet.text(next + ["Xaveria"]), fate: .rejected("extra-cell"))),
      (455, Line(text: sheet.text(next.dropLast(3)), fate: .rejected("missing-cell"))),
      (
        460,
        Line(
          text: sheet.text(next.dropLast(1)) + ",\"Er sagte gestern Nacht \"nein\" zu mir\"",
          fate: .rejected("stray-quote"))
      ),
      (500, Line(text: "", fate: .blank)),
      (sheet.lines.count, Line(text: "", fate: .blank)),
    ]
    return added
  }

  private static func dirtOfSecond(
    _ sheet: Sheet, _ people: [Person], from middle: Int, _ census: inout Census
  ) -> [(Int, Line)] {
    let home = World.organisations[9]
    var added: [(Int, Line)] = []
    func add(_ place: Int, _ person: Person, _ fate: Fate, _ changes: [(String, String)] = []) {
      let counted = fate == .accepted ? person : nil
      let row = cells(person, under: headingsOfSecond)
      added.append((place, sheet.line(row, fate, changing: changes, person: counted)))
    }
    // People of the first part who answered again; one of them did so in the last days of 2025.
    for (from, to) in [(5, 3), (150, 4), (480, 260), (700, 261), (40, 800)] {
      add(to, census.twin(of: people.keyed(from: from)), .skipped("duplicate-id"))
    }
    // The same key in another year is another answer.
    var again = census.twin(of: people.keyed(from: 250))
    again.stamp = Stamp(in: 2025, from: &again.draws)
    add(270, again, .accepted)
    add(
      400, census.twin(of: people.keyed(from: middle + 20)), .skipped("duplicate-id"),
      [("startlanguage", "en")])
    for place in stride(from: 31, to: 1100, by: 97) {
      var person = census.person(at: people[place].organisation, as: .user, in: 2026)
      for index in items.dropFirst(place % 11) { person.responses[index] = .empty }
      add(place, person, .skipped("incomplete"), [("submitdate", ""), ("lastpage", "1")])
    }
    add(
      505, census.person(at: home, as: .user, in: 2026), .rejected("unknown-organisation"),
      [("EINR", "Haus Königsfurt")])
    add(506, census.silent(at: home, as: .user, in: 2026), .skipped("no-answer"))
    added += [
      (600, sheet.line(headingsOfSecond, .rejected("header-repeated"))),
      (601, Line(text: "", fate: .blank)),
      (602, Line(text: "", fate: .blank)),
      (sheet.lines.count, Line(text: "", fate: .blank)),
    ]
    return added
  }
}
