import Exports
import Testing

struct ColumnRoleTests {
  private static func roles(_ text: String) throws -> [String: ExportSketch.Role] {
    let sketch = try ExportSketch.read(bytes: Array(text.utf8), fileName: "x.csv")
    return Dictionary(
      sketch.judgedColumns.map { ($0.sketch.heading, $0.role) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A file of one column beside a number that makes it two.
  private static func scale(_ heading: String, _ cells: [String]) throws -> ScaleGuess? {
    let rows = cells.map { "\"\($0)\";77\n" }.joined()
    let sketch = try ExportSketch.read(
      bytes: Array("\"\(heading)\";n\n\(rows)".utf8), fileName: "x.csv")
    return sketch.judgedColumns[0].scale
  }

  @Test func `tells what columns are for`() throws {
    var text = "Vorname;E-Mail;Alter;Einrichtung;Hilfe war gut;Bemerkung;Datum;Kontakt\n"
    for row in 0..<30 {
      text += "P\(row);p\(row)@example.org;\(20 + row);Haus \(row % 2);\(row % 5 + 1);"
      text += "Ein längerer Satz Nummer \(row) über das Haus;2026-01-\(row % 20 + 10);"
      text += row == 3 ? "erika@example.org\n" : "nein\n"
    }
    let roles = try Self.roles(text)
    #expect(roles["Vorname"] == .identifier)
    #expect(roles["E-Mail"] == .identifier)
    #expect(roles["Alter"] == .quasiIdentifier)
    #expect(roles["Einrichtung"] == .organisation)
    #expect(roles["Hilfe war gut"] == .item)
    #expect(roles["Bemerkung"] == .text)
    #expect(roles["Datum"] == .date)
    #expect(roles["Kontakt"] == .identifier, "one e-mail address is enough")
  }

  // By hand: with the year first there is one order only; days above 12 tell day from month.
  @Test(
    arguments: [
      (["2026-02-03 10:00:00", "2026-02-04T11:00:00Z"], [.yearMonthDay]),
      (["13.02.2026", "01.03.2026"], [.dayMonthYear]), (["2/13/2026"], [.monthDayYear]),
      (["01.02.2026", "03.04.26"], [.dayMonthYear, .monthDayYear]), (["2026"], []),
      // Birthdays say when nobody answered.
      (["1954-03-01", "2026-03-01"], []), (["01.02.2026", ""], [.dayMonthYear, .monthDayYear]),
    ] as [([String], [DateOrder])])
  func `tells the orders that dates may have`(cells: [String], orders: [DateOrder]) throws {
    let text = "d;n\n" + cells.map { "\($0);7\n" }.joined()
    let sketch = try ExportSketch.read(bytes: Array(text.utf8), fileName: "x.csv")
    #expect(sketch.columns[0].dateOrders == orders)
  }

  // By hand: one slip in a hundred is one, two are too many.
  @Test func `a slip does not hide that a column holds dates`() throws {
    let days = (0..<100).map { "\($0 % 28 + 1).02.2026" }
    for (slips, orders) in [(["31.02.2026"], [DateOrder.dayMonthYear]), (["?", "31.02.2026"], [])] {
      let text = "d;n\n" + (days + slips).map { "\($0);7\n" }.joined()
      let sketch = try ExportSketch.read(bytes: Array(text.utf8), fileName: "x.csv")
      #expect(sketch.columns[0].dateOrders == orders)
    }
  }

  @Test func `the order of dates shows beyond the first five hundred texts`() throws {
    // 600 different times on two days that fit both orders, then a day above 12.
    let times = (0..<600).map { "0\($0 % 2 + 1).02.2026 10:\($0 / 60 + 10):\($0 % 60 + 10)" }
    for (last, orders) in [
      ("13.02.2026", [DateOrder.dayMonthYear]), ("?", [.dayMonthYear, .monthDayYear]),
      ("", [.dayMonthYear, .monthDayYear]),
    ] {
      let text = "d;n\n" + (times + [last]).map { "\($0);7\n" }.joined()
      let sketch = try ExportSketch.read(bytes: Array(text.utf8), fileName: "x.csv")
      #expect(sketch.columns[0].dateOrders == orders)
    }
  }

  // As in the sample limesurvey/fuchss-2023: questions once, options below, then answers.
  @Test func `names columns by two rows where a question stands over several`() throws {
    let text = """
      Wie oft?;;;Was?;;
      Beratung;Hilfe;Sonstiges;Rat;Tat;Anderes
      oft;nie;x;ja;nein;
      nie;oft;y;nein;nein;z
      oft;oft;;ja;ja;
      nie;oft;;ja;ja;

      """
    let sketch = try ExportSketch.read(bytes: Array(text.utf8), fileName: "x.csv")
    #expect(sketch.headerRows == 2)
    #expect(sketch.records == 4)
    #expect(
      sketch.columns.map(\.heading) == [
        "Wie oft?", "Wie oft? [Hilfe]", "Wie oft? [Sonstiges]", "Was?", "Was? [Tat]",
        "Was? [Anderes]",
      ])
    // The same without names in the second row: a record, and columns without a name.
    for second in ["1;2;3;4;5;6", "oft;nie;x;ja;nein;", "oft;oft;x;ja;nein;z"] {
      let other = text.replacing("Beratung;Hilfe;Sonstiges;Rat;Tat;Anderes", with: second)
      let plain = try ExportSketch.read(bytes: Array(other.utf8), fileName: "x.csv")
      #expect(plain.headerRows == 1, "\(second)")
      #expect(plain.records == 5)
    }
    // The first record after one row of headings is a row: its texts stand again, if only far below.
    let rows =
      ["stimmt;Erika Muster;viel;gut"] + (0..<20).map { "stimmt eher;N\($0);nett \($0);mittel" }
    let named = "Rat;;;Hilfe\n" + (rows + ["stimmt;Otto;wenig;gut"]).joined(separator: "\n") + "\n"
    let leaky = try ExportSketch.read(bytes: Array(named.utf8), fileName: "x.csv")
    #expect(leaky.headerRows == 1)
    #expect(leaky.columns.map(\.heading) == ["Rat", "", "", "Hilfe"])
  }

  @Test(arguments: [";", ",", "\t"])
  func `a title above the headings is named with its lines`(separator: String) throws {
    let rows = ["Frage 1;Frage 2;Frage 3", "1;2;3", "2;3;4"]
    for (title, line) in [("Befragung 2026\n", 2), ("Befragung 2026;;\nStand: Mai;;\n\n", 4)] {
      let text = (title + rows.joined(separator: "\n") + "\n").replacing(";", with: separator)
      #expect(throws: ExportFailure.titleRows(headingLine: line)) {
        try ExportSketch.read(bytes: Array(text.utf8), fileName: "x.csv")
      }
    }
  }

  // The shape that a run asks for: cells beyond the headings must be blank.
  @Test func `counts the records that a run would reject by their shape`() throws {
    let sketch = try ExportSketch.read(
      bytes: Array("a;b;\n1;2;\n1;2;x\n1;2;;;\n1;2;;y\n1\n1;2\n".utf8), fileName: "x.csv")
    // By hand: "1;2;;y" has a fourth cell with content, "1" lacks the second. The third column has
    // no name but a cell in the heading row, so "x" is no more than a column that is not read.
    #expect(sketch.records == 6)
    #expect(sketch.irregularRecords == 2)
  }

  // The first record is a row: names, figures or an address stand below names, figures or addresses.
  @Test(arguments: [
    "Erika Muster;4;5\nOtto Muster;3;4\nErika Muster;2;2\n", "4;2\n3;1\n", "4\n3\n4\n",
    "Name;erika@example.org;gut\nOtto;otto@example.org;mittel\n",
  ])
  func `a file without headings is refused`(text: String) throws {
    #expect(throws: ExportFailure.noHeader(line: 1, betterSeparator: nil)) {
      try ExportSketch.read(bytes: Array(text.utf8), fileName: "x.csv")
    }
  }

  // Numbered columns, a box whose only cell text is its heading, and headings once more are fine.
  @Test(arguments: [
    "1;2;3\n3;1;2\n2;2;5\n", "Rat;Hilfe\nRat;\n;Hilfe\n", "Rat;Hilfe\n2;3\nRat;Hilfe\n4;5\n",
  ])
  func `headings that look like cells stay headings`(text: String) throws {
    let sketch = try ExportSketch.read(bytes: Array(text.utf8), fileName: "x.csv")
    #expect(sketch.columns.count >= 2)
  }

  @Test func `headings once more and totals at the end are no answers`() throws {
    let rows = (0..<20).map { "Haus;\($0 % 5 + 1)\n" }.joined()
    let text = "Einrichtung;Frage\n\(rows)Einrichtung;Frage\n\(rows)Summe;120\n"
    let sketch = try ExportSketch.read(bytes: Array(text.utf8), fileName: "x.csv")
    #expect(sketch.records == 40)
    #expect(sketch.judgedColumns.map(\.role) == [.organisation, .item])
  }

  @Test func `persons are no organisations`() throws {
    let headings = [
      "Welche Fachkraft in der Einrichtung hat Sie betreut?", "Wer hilft in der Einrichtung?",
      "Einrichtung - was hat gefallen?", "In welcher Einrichtung sind Sie?",
    ]
    var text = headings.joined(separator: ";") + ";Team;Handynr.;Geb.;Ansprechpartner\n"
    for row in 0..<20 {
      let name = row % 2 == 0 ? "Erika Muster" : "Otto Muster"
      text += "\(name);\(name);\(name);Haus \(row % 2);Frau \(name);\(name);\(name);\(name)\n"
    }
    let roles = try Self.roles(text)
    for heading in headings.prefix(3) { #expect(roles[heading] == .category, "\(heading)") }
    #expect(roles[headings[3]] == .organisation)
    for heading in ["Team", "Handynr.", "Geb.", "Ansprechpartner"] {
      #expect(roles[heading] == .identifier, "\(heading)")
    }
  }

  // Names of persons and of houses as they may stand in such a column; invented.
  @Test(arguments: [
    (["Erika Muster", "Otto Beispiel"], true), (["Muster, Erika", "Beispiel, Otto"], true),
    (["Anna-Lena von Muster", "O. Beispiel", "Dr. Otto Probe"], true),
    (["Erika Musterberg", "Otto Beispielbach"], true),
    (["Erika Muster", "Otto Beispiel", "Haus am See"], true),
    (["Erika Muster", "Haus am See", "Haus am Wald"], false),
    (["Haus am See", "Haus am Wald"], false), (["Villa Sonnenschein", "Villa Regenbogen"], false),
    (["Berlin Wedding", "Berlin Mitte", "Berlin Pankow"], false),
    (["Köln Süd", "Bonn Nord"], false), (["Kita Regenbogen", "Kita Löwenzahn"], false),
    (["Ambulante Hilfen", "Mobile Pflege"], false),
    (["Wohngruppe Eins", "Wohngruppe Zwei"], false),
    (["Sonnenschein", "Regenbogen"], false), (["Caritas Köln", "Diakonie Bonn"], false),
    (["St. Josef", "St. Anna"], false), (["GRUPPE ROT", "GRUPPE BLAU"], false),
    (["Rotes Haus", "Altes Pfarrhaus"], false), (["Oak House", "Hill Centre"], false),
  ])
  func `names of persons are told from those of houses`(texts: [String], arePersons: Bool) throws {
    var text = "Team;Frage\n"
    for row in 0..<(texts.count * 10) { text += "\"\(texts[row % texts.count])\";\(row % 5 + 1)\n" }
    let sketch = try ExportSketch.read(bytes: Array(text.utf8), fileName: "x.csv")
    let column = sketch.judgedColumns[0]
    #expect(column.role == (arePersons ? .identifier : .organisation))
    #expect(column.looksLikePersons == arePersons)
  }

  @Test func `words beside numbers that say who was rated are no labels`() throws {
    let names = ["Erika Muster", "Otto Muster"]
    let crossed = (0..<100).map { "\($0 % 5 + 1) - \(names[$0 / 5 % 2])" }
    #expect(try Self.scale("Frage", crossed) == nil)
    let points = (0..<100).map { $0 % 5 == 0 ? "1 Punkt" : "\($0 % 5 + 1) Punkte" }
    #expect(try Self.scale("Frage", points)?.labels.count == 5)
  }

  // minimum, maximum: by the words on the questionnaires the labels come from.
  @Test(arguments: [
    (["stimmt gar nicht", "Stimmt eher ", "stimmt völlig", "teils/teils"], 1, 5),
    (["trifft nicht zu", "trifft eher nicht zu", "trifft eher zu", "trifft zu"], 1, 4),
    // As in the samples limesurvey/fuchss-2023 and pfeiffer-2024.
    (
      ["Stimme gar nicht zu", "Stimme eher nicht zu", "Stimme eher zu", "Stimme vollständig zu"], 1,
      4
    ),
    (["Disagree completely", "Rather disagree", "Rather agree", "Agree completely"], 1, 4),
    (["Nicht wichtig", "Eher unwichtig", "Eher wichtig", "Sehr wichtig"], 1, 4),
    (["Not important", "Rather unimportant", "Rather important", "Very important"], 1, 4),
    (["gar nicht", "selten", "eher selten", "eher häufig", "sehr häufig"], 1, 5),
    (["sehr unzufrieden", "eher unzufrieden", "eher zufrieden", "sehr zufrieden"], 1, 4),
    (["wichtig", "unwichtig", "Sehr wichtig"], 1, 5),
    (["Strongly disagree", "Agree", "Neutral"], 1, 5), (["sehr unzufrieden", "zufrieden"], 1, 5),
    (["Ja", "Nein"], 0, 1), (["ungenügend", "sehr gut", "ausreichend"], 1, 6),
    (["★★★★☆", "★☆☆☆☆"], 1, 5), (["4/5", "2/5"], 1, 5), (["4 von 5", "1 von 5"], 1, 5),
    (["9/10", "3/10"], 1, 10), (["FIVE", "ONE"], 1, 5), (["3 Sterne", "1 Stern"], 1, 5),
    (["1", "5", "3"], 1, 5), (["0", "10", "7"], 0, 10), (["1", "7", "4"], 1, 7),
    (["4,5", "3,0"], 1, 5), (["-9", "1", "6"], 1, 6),
  ])
  func `guesses a scale from the answers`(cells: [String], minimum: Int, maximum: Int) throws {
    let scale = try #require(try Self.scale("Frage", cells))
    #expect(scale.minimum == minimum)
    #expect(scale.maximum == maximum)
  }

  @Test(arguments: [
    ["Erika", "Otto"], ["18", "64"], ["2026-01-01", "2026-01-02"], ["4 von 5", "9 von 10"],
    ["stimmt", "Beratung"], ["1,5", "2.5"],
  ])
  func `leaves alone what is no scale`(cells: [String]) throws {
    #expect(try Self.scale("Frage", cells) == nil)
  }

  @Test func `keeps every spelling and puts non-answers aside`() throws {
    let scale = try #require(
      try Self.scale(
        "Frage", ["stimmt eher", "Stimmt eher", "stimmt völlig", "weiß nicht", "k. A.", "n/a"]))
    #expect(scale.labels.map(\.text) == ["Stimmt eher", "stimmt eher", "stimmt völlig"])
    #expect(scale.labels.map(\.value) == [4, 4, 5])
    #expect(scale.nonAnswers == ["k. A.", "n/a", "weiß nicht"])
  }

  @Test func `a slip of the pen does not widen a scale`() throws {
    // 298 answers from 1 to 5 and two slips: 1 of 300 is less than 1 of 200.
    var cells = (0..<298).map { "\($0 % 5 + 1)" }
    cells += ["9", "55"]
    let scale = try #require(try Self.scale("Frage", cells))
    #expect(scale.maximum == 5)
    #expect(scale.doubts.contains(.slips))
    // One cell of 20 in other words is no slip.
    let words = (0..<300).map { $0 % 15 == 0 ? "Auto \($0)" : "stimmt eher" }
    #expect(try Self.scale("Frage", words + ["stimmt"]) == nil)
  }

  @Test func `a question about a house is an item, one for it names the organisation`() throws {
    let roles = try Self.roles(
      "In welcher Einrichtung leben Sie?;Die Einrichtung ist sauber\nE1;stimmt\nE2;stimmt nicht\n")
    #expect(roles["In welcher Einrichtung leben Sie?"] == .organisation)
    #expect(roles["Die Einrichtung ist sauber"] == .item)
  }

  @Test func `school grades are turned`() throws {
    let scale = try #require(try Self.scale("Schulnote", ["1", "2", "5"]))
    #expect(scale.isReversed)
    #expect(scale.maximum == 6)
    let words = try #require(try Self.scale("Note", ["sehr gut", "befriedigend"]))
    #expect(!words.isReversed, "words have the best as the highest level")
    #expect(words.labels.map(\.value) == [4, 6])
  }

  @Test func `ticks of one question are options`() throws {
    let roles = try Self.roles("Q [A];Q [B];Q [C]\nJa;Nein;Ja\nNein;Nein;Ja\n")
    #expect(roles == ["Q [A]": .option, "Q [B]": .option, "Q [C]": .option])
    let redcap = try Samples.sketch("redcap/longitudinal.csv").judgedColumns
    let boxes = redcap.filter { $0.sketch.heading.contains("___") }
    #expect(boxes.count >= 20)
    #expect(boxes.allSatisfy { $0.role == .option })
  }

  @Test func `columns of one question share their scale`() throws {
    let sketch = try ExportSketch.read(
      bytes: Array("Q1 [a];Q1 [b];Q2\n1;7;2\n2;6;1\n3;1;3\n".utf8), fileName: "x.csv")
    let columns = sketch.judgedColumns
    #expect(columns.map { $0.scale?.maximum } == [7, 7, 5])
  }

  @Test func `nothing of the cells is printed`() throws {
    let sketch = try ExportSketch.read(
      bytes: Array("Name;Frage\nErika Muster;3\n".utf8), fileName: "x.csv")
    var dumped = ""
    dump(sketch, to: &dumped)
    dump(sketch.columns, to: &dumped)
    #expect(!dumped.contains("Erika"))
    #expect(!"\(sketch) \(sketch.columns)".contains("Erika"))
    #expect(sketch.columns[0].frequentTexts.isEmpty)
  }
}
