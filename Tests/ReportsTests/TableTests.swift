import Benchmark
import FoundationEssentials
import Reports
import Testing

/// The tables for machines and the summary of a run.
struct TableTests {
  private func lines(_ file: ReportFile) -> [String] {
    String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `cells are written one per line, sorted by id`() {
    func id(_ subject: CellID.Subject, _ measure: CellID.Measure, _ statistic: Statistic) -> CellID
    {
      CellID(
        subject: subject, period: "2026", perspective: "user", measure: measure,
        statistic: statistic)
    }
    let table = CellTable(
      definition: Sample.definition,
      cells: [
        Cell(
          id: id(.peerGroup("residential"), .dimension("respect"), .icc), value: .number(0.05),
          lower: 0.0125, upper: 1.0 / 3, n: 14, rule: "icc"),
        Cell(
          id: id(.organisation("a,\"b\""), .item("respect_1"), .level(2)), value: .none(.tooFew),
          rule: "disclosure"),
        Cell(
          id: id(.organisation("E01"), .dimension("respect"), .reading), value: .word("above2"),
          rule: "reading"),
      ], funnels: [], latestPeriods: [:], unnamedOrganisations: 0)
    let file = Reports.cellsCSV(table)
    #expect(file.path == "cells.csv")
    #expect(
      lines(file) == [
        "cell,subject,key,period,perspective,measure_kind,measure,statistic,value,lower,upper,n,reason,rule",
        "org.E01/2026/user/respect/reading,organisation,E01,2026,user,dimension,respect,reading,above2,,,,,reading",
        "\"org.a,\"\"b\"\"/2026/user/item:respect_1/level2\",organisation,\"a,\"\"b\"\"\",2026,user,item,"
          + "respect_1,level2,,,,,too_few,disclosure",
        "peer.residential/2026/user/respect/icc,peer_group,residential,2026,user,dimension,respect,icc,"
          + "0.05,0.0125,0.3333333333333,14,,icc",
      ])
  }

  @Test func `rejects say where and why in both languages, for a German Excel`() {
    var rejects = Sample.rejects
    rejects[2].heading = "=HYPERLINK(\"x\")"
    let file = Reports.rejectsCSV(rejects)
    #expect(file.path == "rejects.csv")
    let expected: [String] = [
      "\u{FEFF}file;record;line;last_line;byte_offset;byte_count;stage;code;column;heading;message_de;"
        + "message_en",
      "befragung, neu.csv;17;19;20;2048;77;shape;extra-cell;;;Die Zeile hat mehr Zellen als die "
        + "Kopfzeile.;The row has more cells than the header.",
      "bewertungen.csv;3;4;4;310;50;type;unreadable-date;5;\"Datum \"\"neu\"\"\";Das Datum ist in der "
        + "angegebenen Reihenfolge nicht lesbar.;The date cannot be read in the given order.",
      "bewertungen.csv;4;5;5;361;50;rule;some-new-code;;\"'=HYPERLINK(\"\"x\"\")\";"
        + "\"Ein Grund, den diese Fassung nicht in Worten kennt; der Code benennt ihn.\";"
        + "\"A reason this version has no words for; the code names it.\"", "",
    ]
    #expect(String(decoding: file.bytes, as: UTF8.self) == expected.joined(separator: "\r\n"))
  }

  @Test(arguments: [
    "unclosed-quote", "stray-quote", "missing-cell", "extra-cell", "header-repeated",
    "test-record", "incomplete", "duplicate-id", "no-answer", "blank-row", "header", "type-error",
    "out-of-scale", "unknown-organisation", "blank-organisation", "unknown-perspective",
    "blank-perspective", "unreadable-date", "blank-date", "summary-row", "excel-date",
    "implausible-date", "unreadable-answers", "ambiguous-organisation", "ambiguous-perspective",
    "id-as-float",
    "leading-zero-lost", "label-drift", "unknown-option",
  ])
  func `every code of a ledger has its own words`(_ code: String) {
    #expect(CodePhrase(code: code) != .unknown)
    #expect(CodePhrase(code: "never-heard-of") == .unknown)
  }

  // By hand: 1,234,567 + 400 read; 30 + 10 + 7 rejected; 12 + 23 skipped; 2 + 1 headers; 3 blank.
  @Test func `the summary adds up its inputs and says so`() {
    let totals = Sample.summary.totals
    #expect(totals.read == 1_234_967 && totals.accepted == 1_234_879)
    #expect(
      totals.rejected == [
        RunSummary.CodeCount(code: "extra-cell", count: 40),
        RunSummary.CodeCount(code: "some-new-code", count: 7),
      ])
    #expect(totals.isConserved)
    let page = Markup(Reports.runSummary(Sample.summary, language: .english).bytes)
    #expect(
      page.text.contains(
        "1,234,967 read = 1,234,879 accepted + 47 rejected + 35 skipped + 3 headers + 3 blank"))
    #expect(page.text.contains("The sum is right. No record has vanished silently."))
    #expect(page.text.contains("EL-W-0214"))
  }

  @Test func `the summary says how columns were read that decide themselves`() {
    var summary = Sample.summary
    let caption = "How columns were read that decide themselves how they are written"
    let without = Markup(Reports.runSummary(summary, language: .english).bytes)
    #expect(!without.text.contains(caption))
    summary.inputs[0].decided = [RunSummary.Decided(heading: "Datum", form: "MM/DD/YYYY")]
    let page = Markup(Reports.runSummary(summary, language: .english).bytes)
    #expect(page.text.contains(caption))
    #expect(page.text.contains("dates, month first"))
    #expect(page.text.contains("MM/DD/YYYY"))
  }

  // The raw values of `ColumnDecision.Form` in `Exports`.
  @Test(arguments: [
    "DD.MM.YYYY", "MM/DD/YYYY", "YYYY-MM-DD", "excel-days", "unix-seconds", "unix-milliseconds",
    "decimal-comma", "decimal-point",
  ])
  func `every form of a column has its own words`(_ form: String) {
    #expect(ColumnFormPhrase(rawValue: form) != nil)
    #expect(ColumnFormPhrase.allCases.count == 8)
  }

  @Test func `a sum that is wrong is never called done`() {
    var counts = RunSummary.Counts()
    counts.read = 5
    counts.accepted = 4
    let summary = RunSummary(
      pipeline: "p", title: Sample.definition.title, run: Sample.run, status: .done,
      inputs: [
        RunSummary.Input(
          file: "a.csv", source: "s", sha256: "00", bytes: 1, encoding: "utf-8", separator: ",",
          counts: counts)
      ],
      coverage: RunSummary.Coverage(listed: 1, withAnswers: 1, reported: 1, unnamed: 0),
      suppression: [], readings: [], warnings: [], written: [])
    let page = Markup(Reports.runSummary(summary, language: .german).bytes)
    #expect(page.text.contains("Die Rechnung geht nicht auf."))
    #expect(!page.text.contains("Es gibt keine Warnungen."))
  }

  @Test func `the summary for machines reads back as it was`() throws {
    let file = try Reports.runSummaryJSON(Sample.summary)
    #expect(file.path == "run-summary.json")
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains("\"expectedByChance\" : 0.2345678901235,\n"))
    #expect(text.contains("\"separator\" : \"\\t\""))
    var expected = Sample.summary
    expected.readings[0].expectedByChance = 0.2345678901235
    #expect(try JSONDecoder().decode(RunSummary.self, from: Data(file.bytes)) == expected)
    #expect(try Reports.runSummaryJSON(Sample.summary) == file)
  }
}
