import Exports
import Testing

@Suite struct AnswerTests {
  /// The answers of one column whose cells are quoted, so that each may hold anything.
  private func answers(_ cells: [String], _ format: AnswerFormat) throws -> [Answer] {
    let rows = cells.map { "\"\($0)\";x\n" }.joined()
    return try open("q;n\n" + rows, one("q", .answer(format))).chunk(0).columns[0].answers
  }

  @Test func `reads whole numbers and nothing like them`() throws {
    let read = try answers(
      ["5", " -3 ", "\u{A0}4\u{A0}", "+2", "007", "5.0", "5.00", "0"], AnswerFormat())
    #expect(read == [5, -3, 4, 2, 7, 5, 5, 0].map { Answer(value: $0) })
    let unreadable = [
      "5.5", "5,0", "1.000.000", "1e3", "5.", ".", "-", "+", "--1", "5 6", "fünf", "0x5",
      "2147483648", "-2147483640", "99999999999999999999", "٥",
    ]
    #expect(
      try answers(unreadable, AnswerFormat())
        == Array(repeating: .unreadable, count: unreadable.count))
    // The largest value, and the lowest one that is no missing state (-2^31 + 9).
    #expect(
      try answers(["2147483647", "-2147483639"], AnswerFormat()).map(\.raw)
        == [2_147_483_647, -2_147_483_639])
  }

  @Test func `reads decimals with the column's mark in fixed-point units`() throws {
    let german = AnswerFormat(decimals: 1, decimalMark: UInt8(ascii: ","))
    #expect(
      try answers(["4,5", "4", "-0,5", "4,50", ",5", "4,55", "4.5", "1.234,5"], german)
        == [45, 40, -5, 45, 5].map { Answer(value: $0) }
        + [.unreadable, .unreadable, .unreadable])
    let fine = AnswerFormat(decimals: 3)
    #expect(
      try answers(["1.234", "1.2", "2147483.647", "2147483.648"], fine)
        == [1_234, 1_200, 2_147_483_647].map { Answer(value: $0) } + [.unreadable])
  }

  @Test func `keeps the missing states apart`() throws {
    let format = AnswerFormat(
      labels: ["stimmt völlig": 5, "k. A.": 9, "ja": 1],
      missing: ["-9": .notShown, "k. A.": .nonAnswer, "{question_not_shown}": .notShown])
    #expect(
      try answers(
        [
          "-9", "-9.0", "k. A.", " k. A. ", "{question_not_shown}", "", "  ", "stimmt völlig", "JA",
        ],
        format)
        == [
          .notShown, .notShown, .nonAnswer, .nonAnswer, .notShown, .empty, .empty,
          Answer(value: 5), Answer(value: 1),
        ])
  }

  @Test func `may take the blank cell for another state`() throws {
    let format = AnswerFormat(missing: ["": .notShown])
    #expect(try answers(["", "1"], format) == [.notShown, Answer(value: 1)])
  }

  @Test func `reads bare and quoted empty cells alike`() throws {
    let file = try open("q;n\n;x\n\"\";x\n", one("q", .answer(AnswerFormat())))
    #expect(file.chunk(0).columns[0].answers == [.empty, .empty])
  }
}

@Suite struct DateTests {
  private func days(_ cells: [String], _ order: DateOrder) throws -> [Int32] {
    let rows = cells.map { "\"\($0)\";x\n" }.joined()
    return try open("d;n\n" + rows, one("d", .date(order))).chunk(0).columns[0].days
  }

  @Test(
    arguments: [
      // Day numbers from Python's datetime.date, independent of our formula.
      ("01.01.1970", DateOrder.dayMonthYear, 0), ("31.12.1969", .dayMonthYear, -1),
      ("1.3.2000", .dayMonthYear, 11_017), ("23.11.2026", .dayMonthYear, 20_780),
      ("23/11/2026", .dayMonthYear, 20_780), ("23-11-2026", .dayMonthYear, 20_780),
      ("23.11.26 14:05", .dayMonthYear, 20_780), ("23.11.2026, 14:05:00", .dayMonthYear, 20_780),
      ("31.12.68", .dayMonthYear, 36_159), ("01.01.69", .dayMonthYear, -365),
      ("11/23/2026 2:05:00 PM", .monthDayYear, 20_780), ("2/29/24", .monthDayYear, 19_782),
      ("2026-11-23", .yearMonthDay, 20_780), ("2026-11-23T23:59:59+01:00", .yearMonthDay, 20_780),
      ("2026-11-23 00:00:00", .yearMonthDay, 20_780), ("2026/11/23", .yearMonthDay, 20_780),
      (" 2000-02-29\u{A0}", .yearMonthDay, 11_016), ("1980-01-01 00:00:00", .yearMonthDay, 3_652),
      ("0001-01-01", .yearMonthDay, -719_162), ("9999-12-31", .yearMonthDay, 2_932_896),
    ] as [(String, DateOrder, Int32)])
  func `counts the days since 1970`(_ cell: String, _ order: DateOrder, _ day: Int32) throws {
    #expect(try days([cell], order) == [day])
  }

  @Test func `accepts only days that exist`() throws {
    let wrong = [
      "29.02.2023", "29.02.1900", "31.04.2026", "00.01.2026", "01.00.2026", "01.13.2026",
      "32.01.2026", "1.1.126", "1.1.12026", "1.1/2026", "1.1.2026x", "1.1.2026 abends", "45284",
      "2026-11-23", "[not completed]", "1.1.", "1.1.0000", ".1.2026", "001.1.2026", "1.1.2026T",
    ]
    #expect(
      try days(wrong, .dayMonthYear)
        == Array(repeating: TypedColumn.unreadableDay, count: wrong.count))
    // A two-digit year in front would be mistaken for a day, or the other way round.
    #expect(try days(["26-11-23"], .yearMonthDay) == [TypedColumn.unreadableDay])
    #expect(
      try days(["", " "], .yearMonthDay) == [Int32](repeating: TypedColumn.missingDay, count: 2))
  }

  @Test func `agrees with counting day by day for 800 years`() throws {
    // The slow twin: walk through the calendar and count.
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var cells: [String] = []
    var expected: [Int32] = []
    var day: Int32 = 0
    for year in 1970..<2770 {
      for month in 1...12 {
        let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
        let length = lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
        cells += ["\(year)-\(month)-1", "\(year)-\(month)-\(length)"]
        expected += [day, day + Int32(length) - 1]
        day += Int32(length)
      }
    }
    #expect(try days(cells, .yearMonthDay) == expected)
  }
}

@Suite struct CodeTests {
  @Test func `turns listed values into their codes`() throws {
    let kind = ColumnKind.known(["Haus am See": 0, "Köln": 7])
    let file = try open("o;n\nHaus am See;x\n Köln ;x\nhaus am see;x\n;x\nBonn;x\n", one("o", kind))
    #expect(file.chunk(0).columns[0].codes == [0, 7, -2, -1, -2])
  }

  @Test func `takes over only values of the requested form`() throws {
    let text = "o;n\n12;x\n007;x\n12;x\nE-01;x\n;x\n1234567890123456789;x\n1 2;x\n"
    let numbers = try open(text, one("o", .open(.number))).chunk(0).columns[0]
    #expect(numbers.codes == [0, 1, 0, -2, -1, -2, -2])
    #expect(numbers.names == ["12", "007"])
    let long = String(repeating: "a", count: 31) + "1"
    let values = ["E-01", "Erika", "e_1", "Köln1", long, long + "1", "E-01"]
    let rows = values.map { "\($0);x\n" }.joined()
    let codes = try open("o;n\n" + rows, one("o", .open(.code))).chunk(0).columns[0]
    #expect(codes.codes == [0, -2, 1, -2, 2, -2, 0])
    #expect(codes.names == ["E-01", "e_1", long])
  }

  @Test func `keeps thousands of values apart`() throws {
    let values = (0..<20_000).map { String($0 * 7919 % 20_000) }
    let text = "o;n\n" + values.map { "\($0);x\n" }.joined()
    let column = try open(text, one("o", .open(.number))).chunk(0).columns[0]
    #expect(column.names == values)
    #expect(column.codes == Array(0..<20_000))
  }

  @Test func `sees whether a cell holds anything`() throws {
    let file = try open("o;n\nx;x\n;x\n\u{A0}\u{200B} ;x\n\"\";x\n0;x\n", one("o", .presence))
    #expect(file.chunk(0).columns[0].presence == [true, false, false, false, true])
  }
}

@Suite struct SecretTests {
  @Test func `keeps values to itself however it is printed`() throws {
    let file = try open("name;n\nErika;1\n\u{A0};2\nMax;3\n", secrets("name"))
    let chunk = file.chunk(0)
    #expect(chunk.columns[0].secretTexts == ["Erika", "", "Max"])
    guard case .secret(let column) = chunk.columns[0] else {
      Issue.record("not a secret column")
      return
    }
    var texts = ["\(column)", String(describing: column), String(reflecting: column)]
    texts += ["\(chunk)", String(reflecting: chunk), "\(chunk.columns)"]
    for value in [column as Any, chunk, chunk.columns[0]] {
      var printed = ""
      print(value, to: &printed)
      var debugged = ""
      debugPrint(value, to: &debugged)
      var dumped = ""
      dump(value, to: &dumped)
      texts += [printed, debugged, dumped]
    }
    for text in texts {
      // As text, or as the bytes of E, r and M, a.
      #expect(!text.contains("Erika") && !text.contains("Max"))
      #expect(!text.contains("69, 114") && !text.contains("77, 97"))
    }
    #expect(Mirror(reflecting: column).children.isEmpty)
    #expect(column.description == "withheld")
    #expect(column.count == 3)
  }
}
