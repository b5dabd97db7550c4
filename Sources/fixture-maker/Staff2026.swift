/// Staff in 2026: SoSci Survey's export for Excel, TAB and UTF-16, with a second row of headings.
enum Staff2026 {
  static let file = "mitarbeitende_2026.csv"
  private static let items = World.items(
    "respect_1", "respect_2", "voice_1", "voice_2", "reach_1", "safe_1", "clear_1", "clear_2",
    "loop_1", "loop_2")
  private static let questions: [(name: String, label: String)] = [
    ("MA01_01", "Wir behandeln die Menschen hier auch unter Zeitdruck mit Respekt."),
    ("MA01_02", "Wir achten im Alltag auf die Privatsphäre der Menschen."),
    ("MA01_03", "Die Menschen hier entscheiden bei allem mit, was sie betrifft."),
    ("MA01_04", "Ein Nein der Menschen hat bei uns Folgen für unser Handeln."),
    ("MA01_05", "Für die Menschen hier ist immer jemand ansprechbar."),
    ("MA01_06", "Bei Verdacht auf Gewalt oder Übergriffe wissen alle, was zu tun ist."),
    ("MA02_01", "Ich weiß genau, wofür ich verantwortlich bin und wofür nicht."),
    ("MA02_02", "Wichtige Dinge bleiben liegen, weil sich niemand zuständig fühlt."),
    ("MA02_03", "Auf jede Beschwerde antwortet bei uns eine bestimmte Person."),
    ("MA02_04", "Ich kann Missstände ansprechen, ohne Nachteile zu fürchten."),
  ]
  private static let headings =
    ["CASE", "SERIAL", "REF", "QUESTNNR", "MODE", "STARTED", "EI01"] + questions.map(\.name)
    + ["MA09_01", "MAILSENT", "FINISHED", "LASTPAGE"]
  private static let secondRow =
    [
      "Interview-Nummer", "Seriennummer", "Referenz", "Fragebogen", "Interview-Modus",
      "Zeitpunkt zu dem das Interview begonnen hat", "Einrichtung",
    ] + questions.map { "Aussagen: \($0.label)" }
    + [
      "Anmerkung: [01]", "Versandzeitpunkt der Einladungsmail",
      "Wurde die Befragung abgeschlossen?", "Seite",
    ]

  private static func cells(_ person: Person) -> [String] {
    var draws = person.draws
    let number = (World.organisations.firstIndex { $0.key == person.organisation.key } ?? 0) + 1
    var cells = [
      "\(person.number)", person.token, "", "team", "interview",
      person.stamp.earlier(by: draws.within(3...15)).isoWithTime, "\(number)",
    ]
    for index in items {
      cells.append(answer(person.responses[index], to: World.items[index], from: &draws))
    }
    return cells + [person.text, "", "1", "4"]
  }

  private static func answer(
    _ response: Response, to item: Item, from draws: inout Draws
  ) -> String {
    switch response {
    case .level(let level): "\(item.step(of: level) + 1)"
    case .empty: draws.pick(["-9", "-9", ""])
    case .notShown: ""
    case .nonAnswer: "-1"
    case .nonsense: draws.pick(["-99", "6", "=1+1", "0"])
    }
  }

  /// Makes the export.
  static func add(to output: inout Output) {
    var census = Census(
      stream: "staff 2026", items: items, prefix: "SER-", missing: (25, 20, 4))
    var people = census.people(
      World.organisations.map {
        Quota(organisation: $0, perspective: .staff, year: 2026, count: $0.staff2026)
      })
    people.furnish(names: 0, blankKeys: 60, texts: 4) { _ in Canaries.plainTexts }
    var sheet = Sheet(headings: headings, separator: "\t", quotesEverything: false, lineEnd: "\r\n")
    sheet.lines = [sheet.line(headings, .header), sheet.line(secondRow, .header)]
    sheet.lines += people.map { sheet.line(cells($0), .accepted, person: $0) }
    sheet.insert(dirt(sheet, people, &census))
    output.add(file, sheet, encoded: Encoding.utf16LittleEndian)
  }

  private static func dirt(
    _ sheet: Sheet, _ people: [Person], _ census: inout Census
  ) -> [(Int, Line)] {
    let home = World.organisations[5]
    var added: [(Int, Line)] = []
    func add(_ place: Int, _ person: Person, _ fate: Fate, _ changes: [(String, String)] = []) {
      added.append((place, sheet.line(cells(person), fate, changing: changes)))
    }
    for (place, mode) in [
      (2, "debug"), (3, "debug"), (4, "pretest"), (5, "pretest"), (6, "debug"), (90, "pretest"),
    ] {
      add(
        place, census.person(at: home, as: .staff, in: 2026), .skipped("test-record"),
        [("MODE", mode)])
    }
    for place in stride(from: 20, to: 420, by: 37) {
      var person = census.person(at: people[place].organisation, as: .staff, in: 2026)
      for index in items.dropFirst(place % 8) { person.responses[index] = .empty }
      add(place, person, .skipped("incomplete"), [("FINISHED", "0"), ("LASTPAGE", "2")])
    }
    for (place, code) in [(50, "77"), (51, "-9"), (300, "Knöterichsen")] {
      add(
        place, census.person(at: home, as: .staff, in: 2026), .rejected("unknown-organisation"),
        [("EI01", code)])
    }
    add(
      200, census.person(at: home, as: .staff, in: 2026), .rejected("blank-organisation"),
      [("EI01", "")])
    for place in [75, 150, 225] {
      add(place, census.silent(at: home, as: .staff, in: 2026), .skipped("no-answer"))
    }
    for (from, to) in [(30, 130), (60, 350)] {
      add(to, census.twin(of: people.keyed(from: from)), .skipped("duplicate-id"))
    }
    let next = cells(census.person(at: home, as: .staff, in: 2026))
    added.append((260, Line(text: sheet.text(next.dropLast(7)), fate: .rejected("missing-cell"))))
    return added
  }
}
