/// Relatives in 2026: paper forms typed into a list in Excel, with school grades and decimal commas.
enum Relatives2026 {
  static let file = "angehoerige_2026.csv"
  private static let items = World.items(
    "respect_1", "voice_1", "reach_1", "reach_2", "safe_1", "clear_1", "loop_1", "grade_1")
  private static let role = "Ich antworte als"
  private static let home = "Kürzel der Einrichtung"
  private static let headings = [
    "Bogen", "Datum", home, role, "Name", "Anschrift", "Telefon", "Konto für das Fahrgeld", "Alter",
    "1 Respekt", "2 wird gefragt", "3 erreichbar", "4 Zusagen", "5 sicher", "6 zuständig",
    "7 Antwort auf Kritik", "Schulnote (1,0 bis 6,0)", "Anmerkungen", "",
  ]

  private static func cells(_ person: Person) -> [String] {
    var draws = person.draws
    let identity = person.identity
    let roles =
      person.perspective == .user
      ? ["junge Person"]
      : ["Mutter", "Vater", "Mutter", "Vormund", "gesetzliche Betreuung", "Angehörige", "Vater "]
    var cells = [
      person.token, person.stamp.german, person.organisation.key, draws.pick(roles),
      identity.map { "\($0.first) \($0.last)" } ?? "", identity?.street ?? "",
      identity?.phone ?? "", identity?.account ?? "", "\(draws.within(28...67))",
    ]
    for index in items {
      let item = World.items[index]
      let response = person.responses[index]
      cells.append(
        item.dimension == .grade ? grade(response, from: &draws) : answer(response, from: &draws))
    }
    return cells + [person.text, ""]
  }

  private static func answer(_ response: Response, from draws: inout Draws) -> String {
    switch response {
    case .level(let level): "\(level + 1)" + (draws.chance(1, in: 60) ? " " : "")
    case .empty, .notShown: ""
    case .nonAnswer: draws.pick(["k. A.", "keine Angabe", "-"])
    case .nonsense: draws.pick(["7", "55", "2,5", "vier", "„5“"])
    }
  }

  /// A school grade in halves: level 10 is 1,0 and level 0 is 6,0.
  private static func grade(_ response: Response, from draws: inout Draws) -> String {
    switch response {
    case .level(let level):
      let halves = 12 - level
      if halves % 2 == 0 { return "\(halves / 2)" + (draws.chance(1, in: 3) ? "" : ",0") }
      return "\(halves / 2),5"
    case .empty, .notShown: return ""
    case .nonAnswer: return draws.pick(["k. A.", "keine Angabe", "-"])
    case .nonsense: return draws.pick(["7,0", "0,5", "1,3", "2.5", "2-3", "gut"])
    }
  }

  /// Makes the export.
  static func add(to output: inout Output) {
    var census = Census(
      stream: "relatives 2026", items: items, prefix: "BOG-", missing: (25, 25, 8))
    var people = census.people(
      World.organisations.map {
        Quota(organisation: $0, perspective: .relative, year: 2026, count: $0.relatives2026)
      })
    // Some young people took the form for relatives; they left the grade blank.
    var young = census.people(
      [2, 10, 16].map {
        Quota(organisation: World.organisations[$0], perspective: .user, year: 2026, count: 3)
      })
    for place in young.indices { young[place].responses[items[7]] = .empty }
    people.insert(contentsOf: young, at: 150)
    // The quote left open in record 6 meets no other one up to the end of the file.
    people.furnish(names: 15, blankKeys: 10, texts: 12) { _ in Canaries.plainTexts }
    var sheet = Sheet(
      headings: headings, separator: ";", quotesEverything: false, lineEnd: "\n",
      preamble: ["sep=;"])
    sheet.lines = [sheet.line(headings, .header)]
    sheet.lines += people.map { sheet.line(cells($0), .accepted, person: $0) }
    sheet.insert(dirt(sheet, people, &census))
    output.add(file, sheet) { Encoding.utf8($0) }
  }

  private static func dirt(
    _ sheet: Sheet, _ people: [Person], _ census: inout Census
  ) -> [(Int, Line)] {
    let service = World.organisations[1]
    var added: [(Int, Line)] = []
    func add(
      _ place: Int, _ fate: Fate, _ changes: [(String, String)], silent: Bool = false
    ) {
      let person =
        silent
        ? census.silent(at: service, as: .relative, in: 2026)
        : census.person(at: service, as: .relative, in: 2026)
      added.append((place, sheet.line(cells(person), fate, changing: changes)))
    }
    add(30, .rejected("unknown-organisation"), [(home, "E2")])
    add(31, .rejected("unknown-organisation"), [(home, "Familie Wurzelgrübler")])
    add(70, .rejected("blank-organisation"), [(home, " ")])
    add(110, .rejected("unknown-perspective"), [(role, "Praktikantin")])
    add(111, .rejected("unknown-perspective"), [(role, "Theudelinde Fjordhuber")])
    add(180, .rejected("blank-perspective"), [(role, "")])
    add(181, .rejected("blank-date"), [("Datum", "")])
    add(220, .rejected("blank-date"), [("Datum", "\u{A0}")])
    add(221, .rejected("unreadable-date"), [("Datum", "30.02.2026")])
    add(260, .rejected("unreadable-date"), [("Datum", "Anruf bei Xaveria")])
    // The organisation is judged before the perspective, and that before the date.
    add(261, .rejected("unknown-organisation"), [(home, "E00"), (role, ""), ("Datum", "")])
    add(262, .rejected("blank-perspective"), [(role, ""), ("Datum", "nie")])
    add(55, .skipped("no-answer"), [], silent: true)
    add(305, .skipped("no-answer"), [], silent: true)
    for (from, to) in [(12, 13), (44, 310)] {
      let twin = census.twin(of: people.keyed(from: from))
      added.append((to + 2, sheet.line(cells(twin), .skipped("duplicate-id"))))
    }
    var next = cells(census.person(at: service, as: .relative, in: 2026))
    let start = sheet.text(next[..<17])
    added.append(
      (
        6, Line(text: "\(start);\"nie wieder Kanarienkäfig", fate: .rejected("unclosed-quote"))
      ))
    added.append(
      (6, Line(text: "sagte gestern Nacht Frau Ölmützenberg;", fate: .rejected("missing-cell"))))
    next.removeLast(6)
    added.append((130, Line(text: sheet.text(next), fate: .rejected("missing-cell"))))
    added.append((200, sheet.line(headings, .rejected("header-repeated"))))
    added.append((201, Line(text: "", fate: .blank)))
    added.append((202, Line(text: String(repeating: ";", count: headings.count - 1), fate: .blank)))
    added.append((sheet.lines.count, Line(text: "", fate: .blank)))
    added.append((sheet.lines.count, Line(text: "", fate: .blank)))
    return added
  }
}
