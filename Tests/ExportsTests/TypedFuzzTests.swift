import Exports
import Testing

/// Tables of typed columns made by chance: both readers must make the same of every cell.
///
/// `ECHOLOT_FUZZ_ROUNDS` sets how many there are (`make fuzz`).
@Suite struct TypedFuzzTests {
  private static let rounds = (setting("ECHOLOT_FUZZ_ROUNDS").flatMap { Int($0) } ?? 3_000) / 10

  private static let cells: [String] = [
    "1", "2", "3", "4", "5", "5", "6", "0", "-9", "", "", " ", "3 ", " 3", "\u{A0}4", "1,5", "1.5",
    "1.234,5", "1,234.5", "1e3", "4,687E+11", "17.0", "007", "7", "17", "E17", "e17", "E-17",
    "E_17",
    "gut", "Gut", "GUT ", "gut.", "sehr gut", "sehr  gut", "schlecht", "k. A.", "k.A.", "n/a",
    "2026-02-13", "2026-02-13 20:21:26", "2026-02-13T20:21:26Z", "2026-02-13 x", "13.02.2026",
    "13.02.2026, 20:21:26", "13.02.26 20:21", "13.02.26    ", "13.02.26            20:21",
    "13.02.26             x", "2026-02-13 2",
    "      13.02.2026", "      13.02.2099 1", "02/13/2026 8:15 PM", "46066", "46066.5",
    "1771014086", "1771014086000", "05. Mrz", "Mar-05", "A, B", "A; B", "A,B,", "B",
    "a \"b\" c", "\"", "\"\"", "zwei\nZeilen", "zwei\r\nZeilen", ";", ",", "ä", "😀",
    "eine Zelle, die länger ist als sechzehn Bytes", "123456789012345", "1234567890123456",
    "123456789012345678", "1234567890123456789",
  ]

  private static let kinds: [ColumnKind] = [
    .answer(AnswerFormat()),
    .answer(
      AnswerFormat(
        labels: ["gut": 2, "sehr gut": 1, "schlecht": 5],
        missing: ["-9": .nonAnswer, "k. A.": .notShown], bounds: 1...5)),
    .answer(AnswerFormat(decimals: 1, decimalMark: UInt8(ascii: ","))),
    .answer(AnswerFormat(decimals: 2, isMarkDecided: true)),
    .known(["17": 0, "E17": 1, "gut": 2, "007": 3]),
    .open(.number), .open(.code),
    .date(.yearMonthDay), .date(.dayMonthYear), .date(.dayMonthYear), .date(.monthDayYear),
    .date(.auto),
    .presence, .secret,
  ]

  @Test func `typed columns are the same by both readers`() throws {
    var generator = Generator(seed: 20_261_124)
    func pick<Element>(_ choices: [Element]) -> Element {
      choices[generator.next(below: choices.count)]
    }
    var different: [String] = []
    var rows = 0
    for round in 0..<Self.rounds {
      let separator = pick([";", ",", "\t"])
      let kinds = (0...generator.next(below: 9)).map { _ in pick(Self.kinds) }
      // A column has a few sorts of cells, often alike; now and then more numbers than a byte can
      // tell apart.
      let sorts = kinds.map { _ in
        let isAlike = generator.next(below: 4) > 0
        let first = generator.next(below: Self.cells.count - 8)
        return (0...(2 + generator.next(below: 6))).map { place in
          isAlike ? Self.cells[first + place] : pick(Self.cells)
        }
      }
      let isWide = kinds.map { _ in generator.next(below: 12) == 0 }
      let quotesAll = generator.next(below: 4) == 0
      func written(_ cell: String) -> String {
        let needs = cell.utf8.contains { [10, 13, 34, separator.utf8.first].contains($0) }
        guard needs || quotesAll || generator.next(below: 15) == 0 else { return cell }
        return "\""
          + cell.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
      }
      var text = kinds.indices.map { "c\($0)" }.joined(separator: separator)
      text += separator + "rest\r\n"
      let count = generator.next(below: isWide.contains(true) ? 900 : 60)
      for _ in 0..<count {
        let row = kinds.indices.map { column in
          isWide[column] ? String(generator.next(below: 400)) : pick(sorts[column])
        }
        text += (row + [pick(["", "x"])]).map(written).joined(separator: separator)
        text += generator.next(below: 40) == 0 ? separator + "zu viel\n" : pick(["\n", "\r\n"])
      }
      rows += count
      let bytes = Array(text.utf8)
      let layout = SourceLayout(
        separator: separator.utf8.first,
        columns: kinds.enumerated().map { place, kind in
          ColumnRequest(heading: "c\(place)", kind: kind)
        })
      let plain = Result { () throws(ExportFailure) in ReadTable(try openPlain(bytes, layout)) }
      if let difference = readersDiffer(bytes, layout, .init(), plain) {
        different.append("round \(round): \(difference)")
      }
    }
    print("typed fuzz: \(Self.rounds) tables, \(rows) rows, \(different.count) read differently")
    #expect(different == [])
    #expect(rows > Self.rounds * 10)
  }
}
