import Benchmark
import Reports
import Testing

/// What the page of an organisation says and draws.
struct OrganisationPageTests {
  private func page(_ key: String, _ language: Language = .german) -> Markup {
    Markup(Reports.organisation(key, in: Sample.table, run: Sample.run, language: language).bytes)
  }

  private func cell(
    _ key: String, _ perspective: String, _ dimension: String, _ statistic: Statistic
  ) -> Cell? {
    Sample.table[
      CellID(
        subject: .organisation(key), period: "2026", perspective: perspective,
        measure: .dimension(dimension), statistic: statistic)]
  }

  private func messages(_ page: Markup) -> [String] {
    guard let list = page.all("ul").first(where: { $0["class"] == "messages" }) else { return [] }
    return list.inner.map { page.elements[$0].text }
  }

  @Test func `three messages come from headline cells only`() {
    // E01: users' safe is keep (91.3 points), voice is look (56.5), four readings are none.
    #expect(
      messages(page("E01")) == [
        "▲HaltenNutzende: „Sicherheit und Schutz“ liegt mit 91 Punkten über dem Erwartungsbereich.",
        "▼AnsehenNutzende: „Mitbestimmung“ liegt mit 57 Punkten unter dem Erwartungsbereich.",
        "○Kein BefundBei 4 von 6 Einordnungen gibt es keinen Grund, etwas zu ändern.",
      ])
    #expect(
      messages(page("E01", .english))[0]
        == "▲KeepUsers: “Safety and protection” scores 91 points, above the expected range.")
  }

  @Test func `a message is as strong as the reading in the table`() {
    // E04 has a reading far below the range, E08 one far above it.
    for (key, mark, words) in [
      ("E04", "▼▼Ansehen", "deutlich unter dem Erwartungsbereich."),
      ("E08", "▲▲Halten", "deutlich über dem Erwartungsbereich."),
    ] {
      #expect(messages(page(key)).contains { $0.hasPrefix(mark) && $0.contains(words) }, "\(key)")
    }
  }

  @Test func `a reading without a headline is no message`() {
    // E11: users' clear is below the range (z = -2.1), but its headline is none.
    #expect(cell("E11", "user", "clear", .reading)?.value == .word("below"))
    let found = messages(page("E11"))
    #expect(found.count == 1 && found[0].hasPrefix("○Kein Befund"))
    #expect(page("E11").text.contains("unter dem Erwartungs\u{AD}bereich"))
  }

  @Test func `without readings the page says that answers do not suffice`() {
    // E02 has 12 users and fewer of the others: values, but no reading.
    #expect(
      messages(page("E02")) == [
        "Keine EinordnungFür eine Einordnung reichen die Antworten noch nicht. Die Werte unten stehen für sich."
      ])
  }

  @Test(arguments: ["reading.minimum-peers", "peers.minimum", "expected.minimum-peers"])
  func `with too few organisations the page does not blame the answers`(_ rule: String) {
    let cells = Sample.table.cells.map { cell in
      guard cell.id.statistic == .reading || cell.id.statistic == .headline else { return cell }
      return Cell(id: cell.id, value: .none(.notComparable), rule: rule)
    }
    let table = CellTable(
      definition: Sample.definition, cells: cells, funnels: [],
      latestPeriods: Sample.table.latestPeriods, unnamedOrganisations: 0)
    let page = Markup(
      Reports.organisation("E01", in: table, run: Sample.run, language: .german).bytes)
    #expect(
      messages(page) == [
        "Keine EinordnungZum Vergleich gibt es zu wenige Einrichtungen. Die Werte unten stehen für sich."
      ])
    #expect(page.text.contains("keine: zu wenige Einrichtungen zum Vergleich"))
  }

  /// Where figure `value` must stand: margin 10, 220 units from the first tick to the last.
  private func place(_ value: Double, _ low: Double, _ high: Double) -> Double {
    10 + 220 * (max(low, min(high, value)) - low) / (high - low)
  }

  @Test(arguments: ["E01", "E04", "E08"])
  func `strips stand where their figures are`(_ key: String) throws {
    let page = page(key)
    let ticks = try #require(page.all("span").first { $0["class"] == "ticks" })
    let labels = ticks.inner.compactMap { Double(page.elements[$0].text) }
    #expect(labels.count == 3 && labels[1] * 2 == labels[0] + labels[2])
    var drawn = 0
    for strip in page.elements where strip.name == "td" && strip["class"] == "strip" {
      let row = page.elements[try #require(strip.parent)]
      let ids = row.inner.flatMap { descendants(of: $0, in: page) }
        .compactMap { page.elements[$0]["data-cell"] }
      let id = try #require(ids.first).split(separator: "/")
      let (perspective, dimension) = (String(id[2]), String(id[3]))
      let parts = descendants(of: strip.inner[0], in: page).map { page.elements[$0] }
      let points = try #require(cell(key, perspective, dimension, .points))
      let expected = try #require(cell(key, perspective, dimension, .expected))
      func near(_ drawn: Double?, _ value: Double?) throws {
        let wanted = place(try #require(value), labels[0], labels[2])
        let found = try #require(drawn)
        #expect(abs(found - wanted) < 0.1)
      }
      let band = try #require(parts.first { $0.name == "rect" })
      let left = try #require(Double(band["x"] ?? ""))
      try near(left, expected.lower)
      try near(left + (Double(band["width"] ?? "") ?? 0), expected.upper)
      let line = try #require(parts.first { $0.name == "line" })
      try near(Double(line["x1"] ?? ""), points.lower)
      try near(Double(line["x2"] ?? ""), points.upper)
      let mark = try #require(parts.first { $0["transform"] != nil })
      let shift = try #require(mark["transform"]).dropFirst("translate(".count).split(
        separator: " ")
      guard case .number(let value) = points.value else { throw Failure.noValue }
      try near(Double(shift[0]), value)
      drawn += 1
    }
    #expect(drawn >= 12)
  }

  private enum Failure: Error { case noValue }

  private func descendants(of index: Int, in page: Markup) -> [Int] {
    [index] + page.elements[index].inner.flatMap { descendants(of: $0, in: page) }
  }

  @Test func `the shape of a mark follows its reading`() {
    // A mark's own outline: two triangles, one triangle, a ring, or a diamond without a reading.
    let shapes: [(String, String, String)] = [
      ("E04", "#7A2E00", "M-7 -10.5H7L0 -.5ZM-7 .5H7L0 10.5Z"),
      ("E01", "#B85C00", "M-7.5 -6H7.5L0 7Z"),
      ("E01", "#2B6CB0", "M-7.5 6H7.5L0 -7Z"),
      ("E08", "#0B2F5B", "M-7 10.5H7L0 .5ZM-7 -.5H7L0 -10.5Z"),
      ("E02", "#1A1A1A", "M-4.5 0L0 -4.5L4.5 0L0 4.5Z"),
    ]
    for (key, fill, outline) in shapes {
      #expect(page(key).all("path").contains { $0["fill"] == fill && $0["d"] == outline })
    }
  }

  @Test func `each of the five reasons has its own mark and sentence`() {
    let cases: [(String, String, String)] = [
      ("E03", "⋯", "nicht ausgewiesen: weniger als 10 Antworten"),
      ("E05", "⊘", "nicht ausgewiesen, weil sonst andere Antworten erschließbar wären"),
      ("E01", "–", "in dieser Erhebung nicht gefragt"),
      (
        "E07", "≠",
        "gefragt, aber nicht vergleichbar (zu wenige Einrichtungen oder keine messbaren "
          + "Unterschiede)"
      ),
      ("E09", "?!", "zurückgehalten, weil die Daten auffällig sind"),
    ]
    for (key, mark, sentence) in cases {
      let said = page(key).elements.filter {
        ["td", "p", "div"].contains($0.name) && $0.text.contains(mark + sentence)
      }
      #expect(!said.isEmpty, "\(key): \(sentence)")
    }
  }

  @Test func `a missing reading says which threshold it misses`() {
    #expect(page("E02").text.contains("keine: weniger als 30 Antworten"))
    #expect(page("E05").text.contains("keine: die Aussagekraft ist zu gering"))
  }

  @Test func `an organisation without any figure gets a short page and no figure`() {
    for language in Language.allCases {
      let page = page("E12", language)
      #expect(page.all("svg").isEmpty)
      #expect(
        page.all("data").allSatisfy { data in
          data["data-cell"] == nil || Reason(rawValue: data["value"] ?? "") != nil
        })
    }
    #expect(page("E12").text.contains("Warum hier keine Zahlen stehen"))
    #expect(page("E12").text.contains("Reden statt rechnen"))
  }

  @Test func `bars are as long as their counts`() throws {
    let page = page("E01")
    var bars = 0
    for bar in page.elements where bar["class"] == "bar" {
      let box = page.elements[try #require(bar.parent)]
      let row = page.elements[try #require(box.parent)]
      let counts = row.inner.map { page.elements[$0] }
        .filter { $0["class"] == "num" }.compactMap { Double($0.text) }
      let lengths = bar.inner.compactMap { part -> Double? in
        page.elements[part]["style"].flatMap {
          Double($0.dropFirst("flex:".count).prefix { $0 != " " })
        }
      }
      #expect(lengths == counts.filter { $0 > 0 })
      bars += 1
    }
    #expect(bars > 20)
  }

  @Test func `a reversed scale starts with its highest answer`() {
    let page = page("E01")
    let captions = page.all("caption").map(\.text)
    #expect(
      captions.contains("Nutzende: Antworten als Anzahl (ein niedriger Wert ist hier günstig)"))
    let heads = page.elements.filter { $0.name == "thead" && $0.text.contains("Verteilung54321") }
    // The other two perspectives do not show this question.
    #expect(heads.count == 1)
  }

  @Test func `a lowered threshold is said aloud`() {
    var definition = Sample.definition
    definition.thresholds.minimumAnswers = 5
    let table = CellTable(
      definition: definition, cells: Sample.table.cells, funnels: [],
      latestPeriods: Sample.table.latestPeriods, unnamedOrganisations: 0)
    let lowered = Markup(
      Reports.organisation("E01", in: table, run: Sample.run, language: .german).bytes)
    #expect(
      lowered.text.contains("Diese Schwelle wurde für diese Auswertung ausdrücklich gesenkt."))
    #expect(!page("E01").text.contains("ausdrücklich gesenkt"))
  }

  @Test func `a reading says in how many ways of reckoning it is the same`() throws {
    var said = 0
    for organisation in Sample.organisations.prefix(14) {
      let page = page(organisation.key)
      for cell in Sample.table.cells
      where cell.id.subject == .organisation(organisation.key)
        && cell.id.statistic == .readingHolds
      {
        guard case .number(let same) = cell.value else { continue }
        let figures = page.all("data").filter { $0["data-cell"] == cell.id.description }
        #expect(figures.contains { $0.text == "\(Int(same))" && $0["data-part"] == nil })
        #expect(figures.contains { $0.text == "16" && $0["data-part"] == "n" })
        said += 1
      }
    }
    #expect(said > 20)
    #expect(page("E01").text.contains("so in 16 von 16 Rechenwegen"))
    #expect(page("E01", .english).text.contains("so in 16 of 16 ways of reckoning"))
  }

  @Test func `a message that depends on the method says so`() {
    let cells = Sample.table.cells.map { cell in
      guard cell.id.statistic == .readingHolds, case .number = cell.value else { return cell }
      return Cell(id: cell.id, value: .number(9), n: 16, rule: cell.rule)
    }
    let table = CellTable(
      definition: Sample.definition, cells: cells, funnels: [],
      latestPeriods: Sample.table.latestPeriods, unnamedOrganisations: 0)
    let bytes = Reports.organisation("E01", in: table, run: Sample.run, language: .german).bytes
    let first = messages(Markup(bytes)).first ?? ""
    #expect(first.contains("Halten"))
    #expect(first.hasSuffix("So ist es in 9 von 16 Rechenwegen."))
    #expect(messages(page("E01")).allSatisfy { !$0.contains("Rechenwegen") })
  }

  @Test func `what was to be expected of a change is said with its reason`() {
    var texts = (german: "", english: "")
    for organisation in Sample.organisations.prefix(14) {
      texts.german += page(organisation.key).text
      texts.english += page(organisation.key, .english).text
    }
    let german = [
      "Von diesem Zuwachs war ein Teil zu erwarten (+4), weil der Wert davor unter der Mitte lag. "
        + "Der Rest ist übliche Schwankung.",
      "Von diesem Zuwachs war ein Teil zu erwarten (+3), weil der Wert davor unter der Mitte lag und "
        + "die Vergleichsgruppe insgesamt gestiegen ist.",
      "Von diesem Rückgang war ein Teil zu erwarten (−4), weil die Vergleichsgruppe insgesamt gefallen "
        + "ist. Der Rest ist übliche Schwankung.",
      "im Rahmen dessen, was zu erwarten war", "im Rahmen der üblichen Schwankung (±5)",
    ]
    for sentence in german { #expect(texts.german.contains(sentence), "\(sentence)") }
    let english = [
      "A part of this rise was to be expected (+4), because the value before was below the middle. "
        + "The rest is usual variation.",
      "A part of this fall was to be expected (−4), because the whole peer group has fallen.",
      "within what was to be expected", "within usual variation (±5)",
    ]
    for sentence in english { #expect(texts.english.contains(sentence), "\(sentence)") }
    // A fall that nothing let expect is left without an excuse.
    #expect(!texts.german.contains("Von diesem Rückgang war ein Teil zu erwarten (+0)"))
  }

  @Test func `each dimension says whether it tells organisations apart`() {
    let text = page("E01").text
    for verdict in ["zuverlässig", "teilweise", "nicht"] {
      #expect(text.contains("unterscheidet Einrichtungen \(verdict)"))
    }
    #expect(text.contains("ob es Einrichtungen unterscheidet, ist offen"))
    #expect(page("E02").text.contains("es fehlen 59 Antworten"))
  }
}
