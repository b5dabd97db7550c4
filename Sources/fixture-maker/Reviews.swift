/// Public reviews: a portal's export with stars and long free texts.
enum Reviews {
  static let file = "bewertungen.csv"
  private static let items = World.items("stars")
  private static let headings = [
    "Bewertungs-ID", "Einrichtung", "Sterne", "Datum", "Überschrift", "Text", "Name", "E-Mail",
    "Konto", "Antwort der Einrichtung",
  ]
  private static let titles = ["Danke", "Na ja", "Nie wieder!", "Empfehlung", "Zwei Jahre dort"]
  private static let replies = [
    "", "", "", "Danke für Ihre Worte; wir melden uns unter 030 23125 053.",
    "Liebe \"Gäste\",\nwir haben den Beitrag gelesen.\n\nIhr Team",
  ]

  private static func cells(_ person: Person) -> [String] {
    var draws = person.draws
    let identity = person.identity
    let date =
      draws.chance(1, in: 2) ? person.stamp.iso : person.stamp.isoUniversal
    return [
      "R\(person.number + 4000)", person.organisation.name,
      stars(person.responses[items[0]], from: &draws), date,
      person.text.isEmpty ? "" : draws.pick(titles), person.text,
      identity.map { "\($0.first) \($0.last)" } ?? "", identity?.mail ?? "", person.token,
      person.text.isEmpty ? "" : draws.pick(replies),
    ]
  }

  private static func stars(_ response: Response, from draws: inout Draws) -> String {
    switch response {
    case .level(let level):
      let halves = 2 + level
      if halves % 2 == 0 { return "\(halves / 2)" + (draws.chance(1, in: 4) ? ",0" : "") }
      return "\(halves / 2),5"
    case .empty, .notShown: return ""
    case .nonAnswer: return "ohne Sterne"
    case .nonsense: return draws.pick(["6", "0", "4,25", "★★★★☆", "fünf"])
    }
  }

  /// Makes the export.
  static func add(to output: inout Output) {
    var census = Census(stream: "reviews", items: items, prefix: "KTO-", missing: (0, 0, 0))
    var people = census.people(
      World.organisations.flatMap {
        [
          Quota(organisation: $0, perspective: .review, year: 2025, count: $0.reviews2025),
          Quota(organisation: $0, perspective: .review, year: 2026, count: $0.reviews2026),
        ]
      })
    people.furnish(names: 40, blankKeys: 5, texts: 40) { _ in
      Canaries.nastyTexts + Canaries.plainTexts
    }
    // Some write a second sentence of the other kind: long texts over several lines.
    for place in people.indices where !people[place].text.isEmpty {
      guard people[place].draws.chance(1, in: 3) else { continue }
      people[place].text += "\n\n" + people[place].draws.pick(Canaries.nastyTexts)
    }
    var sheet = Sheet(headings: headings, separator: ";", quotesEverything: false, lineEnd: "\r\n")
    sheet.lines = [sheet.line(headings, .header)]
    sheet.lines += people.map { sheet.line(cells($0), .accepted, person: $0) }
    sheet.insert(dirt(sheet, people, &census))
    output.add(file, sheet) { Encoding.utf8($0) }
  }

  private static func dirt(
    _ sheet: Sheet, _ people: [Person], _ census: inout Census
  ) -> [(Int, Line)] {
    let service = World.organisations[11]
    var added: [(Int, Line)] = []
    func add(_ place: Int, _ fate: Fate, _ changes: [(String, String)]) {
      let person = census.person(at: service, as: .review, in: 2026)
      added.append((place, sheet.line(cells(person), fate, changing: changes)))
    }
    add(40, .rejected("unknown-organisation"), [("Einrichtung", "Pflegedienst Lindenhöhe")])
    add(
      41, .rejected("unknown-organisation"),
      [("Einrichtung", "Praxis Dr. Balduinus Quastenbüchler")])
    add(300, .rejected("blank-organisation"), [("Einrichtung", "")])
    add(301, .rejected("unreadable-date"), [("Datum", "vor 2 Wochen")])
    add(420, .rejected("blank-date"), [("Datum", "")])
    add(80, .skipped("no-answer"), [("Sterne", "")])
    add(170, .skipped("no-answer"), [("Sterne", "ohne Sterne")])
    for (place, stars) in [(250, "6"), (380, "★★★★☆"), (520, "fünf"), (521, "4,25")] {
      add(place, .rejected("unreadable-answers"), [("Sterne", stars)])
    }
    for (from, to) in [(15, 100), (16, 18), (200, 555), (333, 400)] {
      let twin = census.twin(of: people.keyed(from: from))
      added.append((to, sheet.line(cells(twin), .skipped("duplicate-id"))))
    }
    // The same person in the other year, and about another house, is heard again.
    let regular = people.keyed(from: 120)
    var again = census.twin(of: regular)
    again.stamp.year = regular.stamp.year == 2025 ? 2026 : 2025
    added.append((500, sheet.line(cells(again), .accepted, person: again)))
    var elsewhere = census.twin(of: people.keyed(from: 140))
    elsewhere.organisation =
      elsewhere.organisation.key == service.key ? World.organisations[0] : service
    added.append((501, sheet.line(cells(elsewhere), .accepted, person: elsewhere)))
    let next = cells(census.person(at: service, as: .review, in: 2026))
    let bare = sheet.text(next[..<5]) + ";Man sagte gestern Nacht \"Ruhe\" zu uns;;;;"
    added.append((450, Line(text: bare, fate: .rejected("stray-quote"))))
    added.append((460, Line(text: sheet.text(next.dropLast(2)), fate: .rejected("missing-cell"))))
    added.append(
      (
        470, Line(text: sheet.text(next + ["", "Quendolin"]), fate: .rejected("extra-cell"))
      ))
    added.append((480, Line(text: "", fate: .blank)))
    return added
  }
}
