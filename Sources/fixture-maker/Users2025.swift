/// Users in 2025: LimeSurvey's German full-text export, opened in Excel and saved again.
enum Users2025 {
  static let file = "befragung_2025.csv"
  private static let items = World.items(
    "respect_1", "respect_2", "voice_1", "voice_2", "voice_3", "reach_1", "reach_2", "safe_1",
    "clear_1", "clear_2", "loop_1", "loop_2")
  private static let statements = [
    "Die Mitarbeitenden behandeln mich mit Respekt.",
    "Meine Privatsphäre wird geachtet.",
    "Bei Entscheidungen, die mich betreffen, rede ich mit.",
    "Ich kann Nein sagen, ohne Nachteile zu haben.",
    "Regeln werden mit uns zusammen besprochen.",
    "Wenn ich etwas brauche, ist jemand für mich da.",
    "Zusagen werden eingehalten.",
    "Ich fühle mich hier sicher.",
    "Ich weiß, an wen ich mich mit einem Problem wenden kann.",
    "Ich werde oft von einer Person zur nächsten geschickt.",
    "Wenn ich Kritik sage, höre ich später, was daraus geworden ist.",
    "Ich traue mich, hier offen meine Meinung zu sagen.",
  ]
  private static let organisation = "In welcher Einrichtung lebst du – oder wer begleitet dich?"
  private static let comment = "Was möchtest du uns noch sagen?"
  private static let labels = [
    "stimmt gar nicht", "stimmt eher nicht", "teils, teils", "stimmt eher", "stimmt völlig",
  ]

  private static var headings: [String] {
    [
      "Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Datum gestartet",
      "IP-Adresse", "Zugangsschlüssel", "Vorname", "Nachname", "E-Mail", "Telefon", "Geburtsdatum",
      "PLZ", organisation,
    ] + statements.map { "„So ist es hier meistens“ – [\($0)]" } + [comment]
  }

  private static func cells(_ person: Person) -> [String] {
    var draws = person.draws
    let identity = person.identity
    var cells = [
      "\(person.number + 17)", person.stamp.germanWithTime, "6", "de",
      person.stamp.earlier(by: draws.within(3...15)).germanWithTime,
      Canaries.network(from: &draws), person.token, identity?.first ?? "", identity?.last ?? "",
      identity?.mail ?? "", identity?.phone ?? "", identity?.birthday ?? "",
      identity?.postcode ?? "",
      person.organisation.name + (draws.chance(1, in: 60) ? "\u{A0}" : ""),
    ]
    for index in items {
      cells.append(answer(person.responses[index], to: World.items[index], from: &draws))
    }
    return cells + [person.text]
  }

  private static func answer(
    _ response: Response, to item: Item, from draws: inout Draws
  ) -> String {
    switch response {
    case .level(let level):
      let label = labels[item.step(of: level)]
      guard draws.chance(1, in: 40) else { return label }
      return draws.pick([label + " ", label + "\u{A0}", " " + label, "\u{A0}" + label + "  "])
    case .empty: return draws.chance(1, in: 4) ? " " : ""
    case .notShown: return "N/A"
    case .nonAnswer:
      return draws.pick(["k. A.", "keine Angabe", "weiß nicht", "trifft nicht zu", "k. A.\u{A0}"])
    case .nonsense:
      return draws.pick([
        "7", "55", "stimmt ehr", "„stimmt eher“", "=1+1", "stimt völlig", "3,5", "siehe Rückseite",
      ])
    }
  }

  /// Makes the export.
  static func add(to output: inout Output) {
    var census = Census(
      stream: "users 2025", items: items, prefix: "KNG-", missing: (20, 30, 4))
    var people = census.people(
      World.organisations.map {
        Quota(organisation: $0, perspective: .user, year: 2025, count: $0.users2025)
      })
    // An unclosed quote stands in record 12; no quote may follow for more than 200 lines.
    people.furnish(names: 12, blankKeys: 8, texts: 14) {
      (11..<285).contains($0) ? Canaries.plainTexts : Canaries.plainTexts + Canaries.nastyTexts
    }
    var sheet = Sheet(headings: headings, separator: ";", quotesEverything: false, lineEnd: "\r\n")
    sheet.lines = [sheet.line(headings, .header)]
    for (index, person) in people.enumerated() {
      var line = sheet.line(cells(person), .accepted, person: person)
      if (340..<380).contains(index) { line.text += index % 10 == 0 ? "; ;\u{A0};" : ";" }
      sheet.lines.append(line)
    }
    sheet.insert(broken(sheet, people, &census) + unwanted(sheet, people, &census))
    output.add(file, sheet, encoded: Encoding.windows1252)
  }

  /// Records that do not have the shape of the headings.
  private static func broken(
    _ sheet: Sheet, _ people: [Person], _ census: inout Census
  ) -> [(Int, Line)] {
    func next() -> [String] {
      cells(census.person(at: World.organisations[6], as: .user, in: 2025))
    }
    let unclosed = sheet.text(next()) + "\"nie wieder Kanarienkäfig"
    let bare = sheet.text(next()) + "Er sagte gestern Nacht \"halt den Mund\" zu mir"
    let inner = sheet.text(next()) + "\"Sie \"sagte gestern Nacht\" nichts\""
    let split = sheet.text(next()).split(separator: ";", omittingEmptySubsequences: false)
    let name = sheet.column("Nachname")
    let first = split[..<name].joined(separator: ";") + ";Zwackel"
    let second = "mann;" + split[(name + 1)...].joined(separator: ";")
    let blanks = String(repeating: ";", count: headings.count - 1)
    return [
      (12, Line(text: unclosed, fate: .rejected("unclosed-quote"))),
      (290, sheet.line(headings, .rejected("header-repeated"))),
      (295, Line(text: "", fate: .blank)),
      (296, Line(text: blanks, fate: .blank)),
      (300, Line(text: bare, fate: .rejected("stray-quote"))),
      (310, Line(text: inner, fate: .rejected("stray-quote"))),
      (320, Line(text: sheet.text(next().dropLast(4)), fate: .rejected("missing-cell"))),
      (321, Line(text: sheet.text(next().dropLast(1)), fate: .rejected("missing-cell"))),
      (330, Line(text: sheet.text(next() + ["ruft Quendolin an"]), fate: .rejected("extra-cell"))),
      (390, Line(text: first, fate: .rejected("missing-cell"))),
      (390, Line(text: second, fate: .rejected("missing-cell"))),
      (400, Line(text: "", fate: .blank)),
      (sheet.lines.count, Line(text: "", fate: .blank)),
    ]
  }

  /// Records of the right shape that must not count, and some that look so but must.
  private static func unwanted(
    _ sheet: Sheet, _ people: [Person], _ census: inout Census
  ) -> [(Int, Line)] {
    let home = World.organisations[2]
    var added: [(Int, Line)] = []
    func add(_ place: Int, _ person: Person, _ fate: Fate, _ changes: [(String, String)] = []) {
      let counted = fate == .accepted ? person : nil
      added.append((place, sheet.line(cells(person), fate, changing: changes, person: counted)))
    }
    for (place, name) in [
      (80, "Haus am Mühlteich"), (220, "Zwackelmann, Ludegard"), (500, "Träger gesamt"),
    ] {
      add(
        place, census.person(at: home, as: .user, in: 2025), .rejected("unknown-organisation"),
        [(organisation, name)])
    }
    for (place, name) in [(150, ""), (480, " \u{A0}")] {
      add(
        place, census.person(at: home, as: .user, in: 2025), .rejected("blank-organisation"),
        [(organisation, name)])
    }
    for (place, date) in [
      (90, "31.02.2025 10:00"), (260, "bitte Herrn Tüftelmöller fragen"), (510, "45812"),
    ] {
      add(
        place, census.person(at: home, as: .user, in: 2025), .rejected("unreadable-date"),
        [("Datum Abgeschickt", date)])
    }
    // The organisation is judged before the date.
    add(
      265, census.person(at: home, as: .user, in: 2025), .rejected("unknown-organisation"),
      [(organisation, "Fjordhuber"), ("Datum Abgeschickt", "00.00.0000")])
    for place in [15, 47, 93, 131, 133, 187, 208, 241, 274, 299, 341, 366, 402, 444, 467, 503, 561]
    {
      var person = census.person(at: people[place].organisation, as: .user, in: 2025)
      for index in items.dropFirst(place % 9) { person.responses[index] = .empty }
      add(
        place, person, .skipped("incomplete"), [("Datum Abgeschickt", ""), ("Letzte Seite", "2")])
    }
    // What is incomplete is not judged any further.
    add(
      370, census.person(at: home, as: .user, in: 2025), .skipped("incomplete"),
      [(organisation, "Quastenbüchler"), ("Datum Abgeschickt", "")])
    for place in [60, 170, 305, 410, 550] {
      add(
        place, census.silent(at: people[place].organisation, as: .user, in: 2025),
        .skipped("no-answer"))
    }
    for (from, to) in [(20, 420), (33, 60), (50, 500)] {
      add(to, census.twin(of: people.keyed(from: from)), .skipped("duplicate-id"))
    }
    // A repeated key counts if the first answer did not, or if it is about another organisation.
    let second = people.keyed(from: 200)
    add(100, census.twin(of: second), .skipped("incomplete"), [("Datum Abgeschickt", " ")])
    var guest = census.twin(of: people.keyed(from: 61))
    guest.organisation = guest.organisation.key == home.key ? World.organisations[3] : home
    add(430, guest, .accepted)
    // Without an answer it is no duplicate either.
    var silent = census.silent(at: people.keyed(from: 70).organisation, as: .user, in: 2025)
    silent.token = people.keyed(from: 70).token
    add(431, silent, .skipped("no-answer"))
    return added
  }
}
