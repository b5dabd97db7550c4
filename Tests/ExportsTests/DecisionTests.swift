import Exports
import Testing

/// What a whole column decides: the order of its dates, the marks of its numbers.
struct DecisionTests {
  private func days(_ cells: [String], chunkRows: Int = 65_536) throws -> [Int32] {
    var limits = ReadingLimits()
    limits.chunkRows = chunkRows
    let text = "d;n\n" + cells.map { "\"\($0)\";x\n" }.joined()
    return try open(text, one("d", .date(.auto)), limits: limits).chunks
      .flatMap { $0.columns[0].days }
  }

  private func numbers(_ cells: [String], _ format: AnswerFormat) throws -> [Int32] {
    let text = "q;n\n" + cells.map { "\"\($0)\";x\n" }.joined()
    return try open(text, one("q", .answer(format))).chunk(0).columns[0].answers.map(\.raw)
  }

  private func refusal(_ body: () throws -> some Any) -> ExportFailure? {
    do {
      _ = try body()
      return nil
    } catch {
      return error as? ExportFailure
    }
  }

  private static let bad = TypedColumn.unreadableDay

  // Day numbers by Python's datetime.date: 2026-02-01 is 20,485, 2026-01-02 is 20,455,
  // 2026-11-23 is 20,780, 2023-12-24 is 19,715, 2024-03-01 is 19,783.
  @Test(
    arguments: [
      (["01.02.2026", "23.11.2026"], [20_485, 20_780]),
      (["1/2/2026 9:15", "11/23/2026 14:00"], [20_455, 20_780]),
      (["1/2/26", "11/23/26"], [20_455, 20_780]), (["01.02.26", "23.11.26"], [20_485, 20_780]),
      (["2026-02-01T00:00:00Z", "2026-11-23"], [20_485, 20_780]),
      // An ISO date among others is read as what it can only be.
      (["2026-02-01", "23.11.2026", "01.02.2026"], [20_485, 20_780, 20_485]),
      (["45284", "45284.75", "45284,5"], [19_715, 19_715, 19_715]),
      (["1709251200", "1709337599"], [19_783, 19_783]),
      (["1709251200000", "1709337599999"], [19_783, 19_783]),
      // The same day in both orders decides nothing, and needs no decision.
      (["05.05.2026"], [20_578]), (["", "?"], [TypedColumn.missingDay, bad]),
    ] as [([String], [Int32])])
  func `dates are read as the whole column has them`(
    _ cells: [String], _ expected: [Int32]
  ) throws {
    #expect(try days(cells) == expected)
    #expect(try days(cells, chunkRows: 1) == expected)
  }

  @Test func `dates that fit both orders are an error, never a guess`() {
    let undecided = ExportFailure.columnAmbiguous(
      AmbiguousColumn(kind: .date, reason: .undecided, heading: "d"))
    #expect(refusal { try days(["01.02.2026", "03.04.2026"]) } == undecided)
    #expect(undecided.code == "ambiguous-date")
    let mixed = ExportFailure.columnAmbiguous(
      AmbiguousColumn(kind: .date, reason: .mixed, heading: "d"))
    #expect(refusal { try days(["13.02.2026", "02/13/2026"]) } == mixed)
    #expect(refusal { try days(["45284", "13.02.2026"]) } == mixed)
  }

  @Test func `one wrong date in a hundred is that record's mistake`() throws {
    // 100 dates with the day first, 1 with the month first: 1 * 100 is not above 100.
    let cells = [String](repeating: "23.11.2026", count: 100) + ["11.23.2026"]
    #expect(try days(cells) == [Int32](repeating: 20_780, count: 100) + [Self.bad])
    #expect(refusal { try days(Array(cells.dropFirst())) } != nil)
  }

  @Test func `the last cell of a column may decide`() throws {
    let cells = [String](repeating: "01.02.2026", count: 12_000) + ["11/23/2026"]
    let read = try days(cells)
    #expect(read.first == 20_455)
    #expect(read.last == 20_780)
  }

  // By hand: 11,000 dates with the day first, then 111 with the month first: 11,100 is above 11,000.
  @Test func `a column that changes its order far below is mixed`() throws {
    let first = [String](repeating: "23.11.2026", count: 11_000)
    let mixed = ExportFailure.columnAmbiguous(
      AmbiguousColumn(kind: .date, reason: .mixed, heading: "d"))
    #expect(refusal { try days(first + [String](repeating: "11/23/2026", count: 111)) } == mixed)
    #expect(refusal { try days(first + [String](repeating: "11/23/2026", count: 110)) } == nil)
  }

  @Test(
    arguments: [
      (["01.02.2026", "23.11.2026"], .dayFirst), (["1/2/2026", "11/23/2026"], .monthFirst),
      (["2026-02-01"], .yearFirst), (["2026-02-01", "23.11.2026"], .dayFirst),
      (["45284"], .excelDays), (["1709251200"], .unixSeconds),
      (["1709251200000"], .unixMilliseconds), (["05.05.2026"], nil), ([""], nil),
    ] as [([String], ColumnDecision.Form?)])
  func `the facts of a file say how its dates were read`(
    _ cells: [String], _ form: ColumnDecision.Form?
  ) throws {
    let text = "d;n\n" + cells.map { "\"\($0)\";x\n" }.joined()
    let decisions = try open(text, one("d", .date(.auto))).facts.decisions
    #expect(decisions == (form.map { [ColumnDecision(heading: "d", form: $0)] } ?? []))
    // An order that the layout gives is no decision of the column.
    #expect(try open(text, one("d", .date(.dayMonthYear))).facts.decisions.isEmpty)
  }

  @Test func `the facts of a file say which mark its numbers have`() throws {
    let format = ColumnKind.answer(AnswerFormat(decimals: 3, isMarkDecided: true))
    let layout = SourceLayout(
      columns: ["a", "b", "c"].map { ColumnRequest(heading: $0, kind: format) })
    // By hand: b tells the comma, a could be both and follows, c follows without a mark of its own.
    #expect(
      try open("a;b;c\n1,234;2,5;3\n", layout).facts.decisions == [
        ColumnDecision(heading: "a", form: .decimalComma),
        ColumnDecision(heading: "b", form: .decimalComma),
        ColumnDecision(heading: "c", form: .decimalComma),
      ])
    #expect(
      try open("a;b;c\n1;2.5;3\n", layout).facts.decisions.map(\.form)
        == [.decimalPoint, .decimalPoint, .decimalPoint])
    #expect(try open("a;b;c\n1;2;3\n", layout).facts.decisions.isEmpty)
  }

  @Test(
    arguments: [
      (["4,5", "3"], [45, 30]), (["4.5", "3"], [45, 30]), (["1.234,5", "2,0"], [12_345, 20]),
      (["1,234.5"], [12_345]), (["1.234.567,5"], [12_345_675]),
      // A group has three digits.
      (["12.34,5", "1,5"], [Int32.min + 3, 15]),
      // With one decimal 1,234 cannot be a fraction.
      (["1,234"], [12_340]), (["5", "4"], [50, 40]),
    ] as [([String], [Int32])])
  func `numbers are read with the marks of the column`(
    _ cells: [String], _ expected: [Int32]
  ) throws {
    #expect(try numbers(cells, AnswerFormat(decimals: 1, isMarkDecided: true)) == expected)
  }

  @Test func `a number that can be thousands or a fraction is an error unless the scale tells`()
    throws
  {
    let open = AnswerFormat(decimals: 3, isMarkDecided: true)
    #expect(try numbers(["1,23400"], open) == [1_234])  // no group of three
    #expect(
      refusal { try numbers(["1,234"], open) }
        == .columnAmbiguous(AmbiguousColumn(kind: .number, reason: .undecided, heading: "q")))
    var scaled = open
    scaled.bounds = 0...10_000
    #expect(try numbers(["1,234"], scaled) == [1_234])
    #expect(
      refusal { try numbers(["1,5", "1.5"], open) }
        == .columnAmbiguous(AmbiguousColumn(kind: .number, reason: .mixed, heading: "q")))
  }

  @Test func `another column of the file may decide the mark`() throws {
    let format = ColumnKind.answer(AnswerFormat(decimals: 3, isMarkDecided: true))
    let layout = SourceLayout(columns: [
      ColumnRequest(heading: "a", kind: format), ColumnRequest(heading: "b", kind: format),
    ])
    let columns = try open("a;b\n1,234;2,5\n", layout).chunk(0).columns
    #expect(columns.map { $0.answers.map(\.raw) } == [[1_234], [2_500]])
  }

  @Test func `numbers as names survive a spreadsheet`() throws {
    let kind = ColumnKind.known([
      "17": 0, "01067": 1, "468700000000": 2, "007": 3, "07": 4, "7A": 5,
    ])
    let cells = ["17.0", "17,00", "1067", "4,687E+11", "1067.0", "7", "17.000", "17.5", "17", "7a"]
    let text = "o;n\n" + cells.map { "\"\($0)\";x\n" }.joined()
    let chunk = try open(text, one("o", kind)).chunk(0)
    // 7 could be 007 or 07; 17.000 could be seventeen thousand; 4,687E+11 could be any number from
    // 468650000000 to 468749999999.
    #expect(chunk.columns[0].codes == [0, 0, 1, -3, 1, -2, -2, -2, 0, -2])
    #expect(chunk.repairs.byCode == ["id-as-float": 3, "leading-zero-lost": 2])
    let open = try open("o;n\n17;x\n17.0;x\n1E+2;x\n", one("o", .open(.number))).chunk(0)
    // Behind an exponent several numbers may hide, and no list says which is meant.
    #expect(open.columns[0].codes == [0, 0, -3])
    #expect(open.columns[0].names == ["17"])
    #expect(open.repairs.byCode == ["id-as-float": 1])
  }

  @Test func `a number with an exponent is found only if it is listed so`() throws {
    let kind = ColumnKind.known(["4,687E+11": 0, "468700000000": 1, "01200": 2])
    let cells = ["4,687E+11", "4.687E+11", "4,687e+11", "468700000000", "1,2E+3", "1E-3"]
    let text = "o;n\n" + cells.map { "\"\($0)\";x\n" }.joined()
    let chunk = try open(text, one("o", kind)).chunk(0)
    #expect(chunk.columns[0].codes == [0, -3, -3, 1, -3, -2])
    #expect(chunk.repairs.byCode == [:])
  }

  @Test func `labels are found through drift, unless two could be meant`() throws {
    let format = AnswerFormat(
      labels: ["Stimme eher zu": 4, "trifft \"voll\" zu": 5, "Ja": 1, "ja": 2, "Öfter": 3],
      missing: ["keine Angabe": .nonAnswer])
    let cells = [
      "Stimme eher zu", "stimme  eher\u{A0}zu.", "trifft „voll“ zu", "JA", "ja", "Ja",
      "O\u{308}fter", "KEINE ANGABE", "stimme zu",
    ]
    let text = "q;n\n" + cells.map { "\($0);x\n" }.joined()
    let chunk = try open(text, one("q", .answer(format))).chunk(0)
    #expect(
      chunk.columns[0].answers == [
        Answer(value: 4), Answer(value: 4), Answer(value: 5), .unreadable, Answer(value: 2),
        Answer(value: 1), Answer(value: 3), .nonAnswer, .unreadable,
      ])
    #expect(chunk.repairs.byCode == ["label-drift": 4])
  }

  @Test func `answers that a spreadsheet turned into dates are told apart`() throws {
    let damaged = [
      "05. Mrz", "03. Mai", "5-Mar", "Mrz 05", "Mär. 26", "2026-05-03", "03.05.2026 00:00",
      "5/3/2026", "45054",
    ]
    let others = ["9", "Mai", "im Mai 5 mal", "5 Mann", "19999", "3-5"]
    let text = "q;n\n" + (damaged + others).map { "\($0);x\n" }.joined()
    let format = AnswerFormat(bounds: 1...5)
    let answers = try open(text, one("q", .answer(format))).chunk(0).columns[0].answers
    #expect(answers.prefix(damaged.count).allSatisfy { $0 == .excelDate })
    #expect(
      answers.suffix(others.count) == [
        Answer(value: 9), .unreadable, .unreadable, .unreadable, Answer(value: 19_999),
        .unreadable,
      ])
    // A scale that can hold the number keeps it.
    let wide = AnswerFormat(bounds: 0...100_000)
    #expect(
      try open("q;n\n45054;x\n", one("q", .answer(wide))).chunk(0).columns[0].answers
        == [Answer(value: 45_054)])
  }
}
