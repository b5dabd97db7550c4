import Benchmark
import Reports
import Testing

/// Every printed figure is its cell, rounded in the text only.
struct FigureTests {
  static let pages: [ReportFile] = Language.allCases.flatMap { language in
    [Reports.funder(Sample.table, run: Sample.run, language: language)]
      + Sample.organisations.map {
        Reports.organisation($0.key, in: Sample.table, run: Sample.run, language: language)
      }
  }

  static let parsed = pages.map { Markup($0.bytes) }

  private static let cells = Dictionary(
    uniqueKeysWithValues: Sample.table.cells.map { ($0.id.description, $0) })

  @Test(arguments: pages.map(\.path).indices)
  func `every data element equals its cell`(_ index: Int) throws {
    let page = Self.pages[index]
    let isGerman = page.path.hasSuffix(".de.html")
    var seen = 0
    for data in Self.parsed[index].all("data") {
      let shown = data.text
      let value = try #require(data["value"])
      if let id = data["data-cell"] {
        let cell = try #require(Self.cells[id], "\(id) is no cell")
        seen += 1
        switch data["data-part"] {
        case "lower": try expect(shown, value, cell.lower, isGerman)
        case "upper": try expect(shown, value, cell.upper, isGerman)
        case "n": try expect(shown, value, cell.n.map(Double.init), isGerman)
        case .some(let part): Issue.record("unknown part \(part)")
        case nil:
          switch cell.value {
          case .number(let number): try expect(shown, value, number, isGerman)
          case .word(let word): #expect(value == word)
          case .none(let reason): #expect(value == reason.rawValue)
          }
        }
      } else if let pattern = data["data-count"] {
        try expect(shown, value, Double(Self.count(pattern)), isGerman)
      } else {
        try expect(shown, value, Double(value), isGerman)
        #expect(data["data-setting"] != nil)
      }
    }
    #expect(seen > 0 || page.path.contains("W"))
  }

  /// Compares the exact value to twelve digits and the shown text to half a unit of its last place.
  private func expect(
    _ shown: String, _ value: String, _ expected: Double?, _ isGerman: Bool
  ) throws {
    let expected = try #require(expected)
    let exact = try #require(Double(value))
    #expect(abs(exact - expected) <= abs(expected) * 1e-11)
    var text = shown.filter { $0 != "\u{202F}" && $0 != "+" }
    text = isGerman ? text : text.filter { $0 != "," }
    text = String(text.map { $0 == "−" ? "-" : isGerman && $0 == "," ? "." : $0 })
    let isShare = text.hasSuffix("%")
    if isShare { text.removeLast() }
    let number = try #require(Double(text), "\(shown) is no number")
    let places = text.split(separator: ".").dropFirst().first?.count ?? 0
    var half = 0.5
    for _ in 0..<places { half /= 10 }
    #expect(abs(number - expected * (isShare ? 100 : 1)) <= half * (1 + 1e-9))
  }

  /// Recounts a pattern such as `peer.G:org.*/2026/*/*/reading=within` over all cells.
  private static func count(_ pattern: String) -> Int {
    var pattern = Substring(pattern)
    var members: Set<String>?
    if pattern.hasPrefix("peer."), let colon = pattern.firstIndex(of: ":") {
      let group = pattern[..<colon].dropFirst(5)
      members = Set(Sample.organisations.filter { $0.peerGroup == group }.map { "org.\($0.key)" })
      pattern = pattern[pattern.index(after: colon)...]
    }
    let halves = pattern.split(separator: "=")
    let wanted = halves[0].split(separator: "/").suffix(4)
    let subject = halves[0].dropLast(wanted.joined(separator: "/").count + 1)
    return Sample.table.cells.count { cell in
      guard case .word(let word) = cell.value else { return false }
      if halves.count > 1, word != halves[1] { return false }
      let id = cell.id.description
      let parts = id.split(separator: "/").suffix(4)
      let owner = String(id.dropLast(parts.joined(separator: "/").count + 1))
      if let members {
        if !members.contains(owner) { return false }
      } else if owner != subject {
        return false
      }
      return zip(wanted, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }
  }

  @Test func `both languages show the same cells`() {
    let half = Self.parsed.count / 2
    for (german, english) in zip(Self.parsed[..<half], Self.parsed[half...]) {
      func figures(_ page: Markup) -> [String] {
        page.all("data").map {
          "\($0["data-cell"] ?? $0["data-count"] ?? $0["data-setting"] ?? "") "
            + "\($0["data-part"] ?? "") \($0["value"] ?? "")"
        }.sorted()
      }
      #expect(figures(german) == figures(english))
    }
  }

  // Expected texts by hand: thirteen significant digits, half away from zero, shortest plain form.
  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (1.0 / 3, "0.3333333333333"), (2.0 / 3, "0.6666666666667"), (-0.0, "0"),
    (58.25, "58.25"), (-7.5, "-7.5"), (1e-7, "0.0000001"), (0.12345678901235, "0.1234567890124"),
    (9_999_999_999_999.9, "10000000000000"), (123_456_789_012_345.678, "123456789012300"),
    (1e20, "1e20"), (100.0, "100"), (4_096.0, "4096"), (6.02214076e23, "602214076e15"),
  ])
  func `figures are written in their shortest plain form`(_ value: Double, _ expected: String) {
    let id = CellID(
      subject: .organisation("E01"), period: "2026", perspective: "user",
      measure: .dimension("respect"), statistic: .points)
    let table = CellTable(
      definition: Sample.definition, cells: [Cell(id: id, value: .number(value), rule: "r")],
      funnels: [], latestPeriods: [:], unnamedOrganisations: 0)
    let lines = String(decoding: Reports.cellsCSV(table).bytes, as: UTF8.self).split(
      separator: "\n")
    #expect(
      lines[1] == "org.E01/2026/user/respect/points,organisation,E01,2026,user,dimension,"
        + "respect,points,\(expected),,,,,r")
  }

  // 12.5 rounds to 13 (half away from zero), 0.5 per mille to 0.1 %; U+202F stands before %.
  @Test func `numbers follow the language`() throws {
    let german = Markup(Reports.runSummary(Sample.summary, language: .german).bytes)
    let english = Markup(Reports.runSummary(Sample.summary, language: .english).bytes)
    #expect(german.text.contains("1\u{202F}234\u{202F}967"))
    #expect(english.text.contains("1,234,967"))
    #expect(german.text.contains("4,8") && english.text.contains("4.8"))
    let page = Markup(
      Reports.organisation("E01", in: Sample.table, run: Sample.run, language: .german).bytes)
    #expect(page.text.contains("−7 (−13 bis −2)"))
    #expect(page.text.contains("+7 (+1 bis +12)"))
    let share = try #require(
      page.all("data").first { $0["data-cell"]?.hasSuffix("top2_share") == true })
    #expect(share.text.hasSuffix("\u{202F}%"))
  }
}
