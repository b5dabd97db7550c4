import Benchmark
import Reports
import Testing

/// What the page for funders says, draws and leaves out.
struct FunderPageTests {
  private static let page = Markup(
    Reports.funder(Sample.table, run: Sample.run, language: .german).bytes)

  /// One dimension, one perspective, `count` organisations; every tenth above the range.
  private static func large(_ count: Int, _ outside: String = "above") -> CellTable {
    let organisations = (0..<count).reversed().map {
      Definition.Organisation(key: "K\(1000 + $0)", name: "Name \($0)", peerGroup: "residential")
    }
    var definition = Sample.definition
    definition.organisations = organisations
    definition.perspectives = [definition.perspectives[0]]
    definition.dimensions = [definition.dimensions[0]]
    func cell(_ subject: CellID.Subject, _ statistic: Statistic, _ value: CellValue) -> Cell {
      Cell(
        id: CellID(
          subject: subject, period: "2026", perspective: "user", measure: .dimension("respect"),
          statistic: statistic),
        value: value, rule: "r")
    }
    var cells = organisations.enumerated().flatMap { index, organisation in
      [
        cell(.organisation(organisation.key), .points, .number(index % 10 == 0 ? 90 : 70)),
        cell(.organisation(organisation.key), .answers, .number(Double(40 + index))),
        cell(
          .organisation(organisation.key), .reading, .word(index % 10 == 0 ? outside : "within")),
        cell(.organisation(organisation.key), .headline, .word(index % 10 == 0 ? "keep" : "none")),
      ]
    }
    let above = (count + 9) / 10
    cells.append(cell(.peerGroup("residential"), .count(.within), .number(Double(count - above))))
    cells.append(cell(.peerGroup("residential"), .count(.above), .number(Double(above))))
    return CellTable(
      definition: definition, cells: cells,
      funnels: [
        CellTable.Funnel(
          peerGroup: "residential", period: "2026", perspective: "user", dimension: "respect",
          centre: 70,
          limits: [10, 500].map {
            CellTable.Funnel.Limits(n: $0, lower95: 60, upper95: 80, lower998: 55, upper998: 85)
          })
      ], latestPeriods: ["residential": "2026"], unnamedOrganisations: 0)
  }

  @Test func `organisations are named by key and sorted by key`() {
    let text = Self.page.text
    for organisation in Sample.organisations { #expect(!text.contains(organisation.name)) }
    for table in Self.page.all("table") {
      let keys = table.inner.flatMap { Self.page.elements[$0].inner }
        .compactMap { Self.page.elements[$0].inner.first.map { Self.page.elements[$0].text } }
        .filter { $0.count == 3 && $0.hasPrefix("E") }
      #expect(keys == keys.sorted())
    }
  }

  @Test func `a small group gets coverage and the reason for no comparison`() {
    #expect(
      Self.page.text.contains(
        "Waldkindergärten: kein Vergleich. Er braucht mindestens 10 Einrichtungen, vorhanden: 2.")
    )
    #expect(
      !Self.page.all("data").contains {
        $0["data-cell"]?.hasPrefix("org.W") == true
      })
    var definition = Sample.definition
    definition.organisations.removeAll { $0.peerGroup == "residential" && $0.key > "E09" }
    let small = CellTable(
      definition: definition, cells: Sample.table.cells, funnels: Sample.table.funnels,
      latestPeriods: Sample.table.latestPeriods, unnamedOrganisations: 0)
    let page = Markup(Reports.funder(small, run: Sample.run, language: .german).bytes)
    #expect(page.all("svg").isEmpty)
    #expect(
      page.all("h2").map(\.text) == [
        "Das Wichtigste", "Abdeckung", "Wie dieser Bericht entsteht",
      ])
  }

  @Test func `funnel marks stand where their figures are`() throws {
    // Axes by hand: 40 to 109 answers, limits from 10 to 500: 500/10 > 12, so multiples from 9 to
    // 550; points 55 - 2 = 53 down to 50, 90 + 2 = 92 up to 95; the frame is 60...708 by 408...10.
    let page = Markup(Reports.funder(Self.large(70), run: Sample.run, language: .german).bytes)
    let marks = page.all("path").compactMap { $0["transform"] }
    #expect(marks.count == 70)
    // 70 points: 408 - 398 * 20 / 45 = 231.11; 90 points: 408 - 398 * 40 / 45 = 54.22.
    #expect(marks.count { $0.contains(" 231.11)") } == 63)
    #expect(marks.count { $0.contains(" 54.22)") } == 7)
    // 40 answers: 60 + 648 * ln(40/9) / ln(550/9) = 60 + 648 * 1.491655 / 4.112694 = 295.03.
    #expect(marks.contains { $0.hasPrefix("translate(295.03 54.22)") })
    let ticks = page.all("text").map(\.text)
    #expect(ticks == ["50", "60", "70", "80", "90", "10", "20", "50", "100", "200", "500"])
  }

  @Test func `with many organisations only those outside are listed`() {
    let page = Markup(Reports.funder(Self.large(70), run: Sample.run, language: .german).bytes)
    // 70 in descending order of key: indices 0, 10, ..., 60 are above.
    let listed = page.all("tbody").flatMap(\.inner).map { page.elements[$0] }
      .compactMap { $0.inner.first.map { page.elements[$0].text } }.filter { $0.hasPrefix("K") }
    #expect(listed == ["K1009", "K1019", "K1029", "K1039", "K1049", "K1059", "K1069"])
    #expect(page.text.contains("Einrichtungen im Erwartungsbereich: 63."))
    #expect(page.text.contains("Bei 70 Einrichtungen wird die Übersicht unlesbar."))
    let many = Markup(
      Reports.funder(Self.large(200, "above2"), run: Sample.run, language: .german).bytes)
    #expect(many.text.contains("liegt deutlich über dem Erwartungsbereich bei 20 Einrichtungen."))
  }

  @Test func `no organisation is named for a reading within the strict limits`() {
    // All twenty readings outside are headlines of their organisations, one comparison each.
    let page = Markup(Reports.funder(Self.large(200), run: Sample.run, language: .german).bytes)
    #expect(page.text.contains("Kein Befund. Keine Einrichtung liegt deutlich außerhalb"))
    #expect(!page.text.contains("über dem Erwartungsbereich bei"))
  }

  @Test func `what nobody was asked takes no room`() {
    var definition = Self.large(70).definition
    definition.dimensions.append(Sample.definition.dimensions[1])
    definition.perspectives.append(Sample.definition.perspectives[1])
    let table = CellTable(
      definition: definition, cells: Self.large(70).cells, funnels: Self.large(70).funnels,
      latestPeriods: ["residential": "2026"], unnamedOrganisations: 0)
    let page = Markup(Reports.funder(table, run: Sample.run, language: .german).bytes)
    #expect(!page.text.contains(definition.dimensions[1].name.de))
    #expect(!page.text.contains(definition.perspectives[1].name.de))
  }

  @Test func `the matrix holds one mark per organisation and dimension`() {
    let matrices = Self.page.all("table").filter { $0["class"]?.hasPrefix("matrix") == true }
    #expect(matrices.count == 3)
    for matrix in matrices {
      let rows = matrix.inner.map { Self.page.elements[$0] }.filter { $0.name == "tbody" }
        .flatMap(\.inner)
      #expect(rows.count == 14)
      #expect(rows.allSatisfy { Self.page.elements[$0].inner.count == 7 })
    }
    // 14 organisations times 0.05.
    #expect(Self.page.text.contains("Zufall allein ließe etwa 0,7 Werte außerhalb"))
  }

  @Test func `a table says what can be assessed`() throws {
    let table = try #require(
      Self.page.all("table").first {
        Self.page.elements[$0.inner[0]].text
          == "Stationäre Erziehungshilfe: Lässt sich das beurteilen?"
      })
    let rows = table.inner.map { Self.page.elements[$0] }.filter { $0.name == "tbody" }
      .flatMap(\.inner).map { Self.page.elements[$0] }
    #expect(rows.count == 18)
    // Three perspectives of six dimensions, in turn: partly, reliable, not, open.
    let words = ["teilweise", "zuverlässig", "nicht", "offen"]
    for (place, row) in rows.enumerated() {
      let cells = row.inner.map { Self.page.elements[$0].text }
      let (voice, dimension) = (place / 6, place % 6)
      let own = dimension == 0 ? Array(cells.dropFirst(2)) : Array(cells.dropFirst())
      #expect(own.first == words[(voice + dimension) % 4])
      #expect(own.count == 8)
      #expect(own[3] == ["41", "13", "20"][voice])
      #expect(own[4] == "\(30 - 6 * dimension)")
    }
    #expect(
      Self.page.text.contains(
        "Die Einrichtungen unterscheiden zuverlässig: 5 von 14 Merkmalen; teilweise: 4; nicht: 5."))
  }

  @Test func `changes are counted beside what chance alone gives`() throws {
    let table = try #require(
      Self.page.all("table").first {
        Self.page.elements[$0.inner[0]].text == "Stationäre Erziehungshilfe: geprüfte Veränderungen"
      })
    let rows = table.inner.map { Self.page.elements[$0] }.filter { $0.name == "tbody" }
      .flatMap(\.inner).map { Self.page.elements[$0] }
    // Only the first perspective has two periods.
    #expect(rows.count == 6)
    let last = rows[5].inner.map { Self.page.elements[$0].text }
    #expect(last == ["Klare Zuständigkeit", "−3", "9", "1", "2", "0,5"])
    let none = Markup(Reports.funder(Self.large(70), run: Sample.run, language: .german).bytes)
    #expect(!none.text.contains("geprüfte Veränderungen"))
  }
}
