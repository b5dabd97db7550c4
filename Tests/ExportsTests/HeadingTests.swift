import Exports
import Testing

@Suite struct SeparatorTests {
  @Test(arguments: [
    ("p;q;r\n1,5;2,5;3,5\n", ";"), ("p,q\n\"1;2\",\"3;4\"\n", ","), ("p\tq\n1,5\t2;5\n", "\t"),
    ("p|q\n1|2\n", "|"),
    // Headings with commas under the semicolon; every record fits only one of them.
    ("Frage 1, gut;Frage 2, schlecht\n1;2\n3;4\n", ";"),
    // Both fit everywhere: more columns win; both give as many: the semicolon wins.
    ("p,q;r,s\n1,2;3,4\n", ","), ("p;q,r\n1;2,3\n", ";"),
  ])
  func `finds the separator that most records fit`(_ text: String, _ separator: String) throws {
    let file = try open(text, secrets())
    #expect(file.facts.separator == separator.utf8.first)
    #expect(file.facts.separatorDecision == .statistics)
    #expect(file.facts.fittingRecords == file.facts.sampledRecords)
  }

  @Test func `counts which records fit, up to 200`() throws {
    let text = "p;q\n" + String(repeating: "1;2\n", count: 150) + "1\n1;\"x\n"
    let short = try open(text, secrets())
    #expect(short.facts.fittingRecords == 150)
    #expect(short.facts.sampledRecords == 152)
    let long = try open(text + String(repeating: "1;2\n", count: 100), secrets())
    #expect(long.facts.sampledRecords == 200)
  }

  @Test func `believes wanted headings more than statistics`() throws {
    // By number of columns it would be the comma.
    let text = "Datum;Note, gesamt, alle\n1;2,3,4\n"
    let file = try open(text, secrets("Note, gesamt, alle"))
    #expect(file.facts.separator == UInt8(ascii: ";"))
    #expect(file.facts.separatorDecision == .headings)
    #expect(try open(text, secrets()).facts.separator == UInt8(ascii: ","))
  }

  @Test func `takes a given separator and one in the first line`() throws {
    let given = try open("p,x;q,y\n1,2;3,4\n", secrets("p,x", separator: ";"))
    #expect(given.rows == [["1,2"]])
    #expect(given.facts.separatorDecision == .given)
    for first in ["sep=;\r\n", "SEP=;\n", "\u{FEFF}sep=;\r", "\"sep=;\"\n"] {
      let file = try open(first + "p,x,y;q\n1,2,3;4\n", secrets("q"))
      #expect(file.rows == [["4"]])
      #expect(file.facts.separatorDecision == .separatorLine)
      #expect(file.counts.header == 2)
      #expect(file.counts.read == 3)
      #expect(file.counts.isConserved)
      #expect(file.chunk(0).positions[0].line == 3)
      #expect(file.chunk(0).positions[0].record == 1)
    }
    #expect(try open("sep=^\np^q\n1^2\n", secrets("q")).rows == [["2"]])
    // What the line says gives one column, which nobody wants.
    let wrong = try open("sep=,\np;q\n1;2\n", secrets("q"))
    #expect(wrong.rows == [["2"]])
    #expect(wrong.facts.separatorDecision == .headings)
    #expect(try open("sep=,\np\n1\n", secrets("p")).facts.separatorDecision == .separatorLine)
    #expect(try open("sep=;\np,q\n1,2\n", secrets("q", separator: ",")).rows == [["2"]])
  }

  @Test func `says which separator would give more columns`() {
    #expect(
      failure("p,q\n1,2\n", secrets("q", separator: ";"))
        == .singleColumn(separator: UInt8(ascii: ";"), betterSeparator: UInt8(ascii: ",")))
    #expect(
      failure("pq\n12\n", secrets("q"))
        == .singleColumn(separator: UInt8(ascii: ";"), betterSeparator: nil))
  }

  @Test func `reads a file of one column if that is the wanted one`() throws {
    let file = try open("Note\n1\n\n2\n", secrets("Note"))
    #expect(file.rows == [["1"], ["2"]])
    #expect(file.counts.blank == 1)
  }

  @Test func `refuses a heading row with misplaced quotes`() {
    #expect(
      failure("\np \"x\";q\n1;2\n", secrets("q", separator: ";"))
        == .noHeader(line: 2, betterSeparator: nil))
    // Under the comma the quotes are in order.
    #expect(
      failure("\"p\",\"q\"\n1,2\n", secrets("q", separator: ";"))
        == .noHeader(line: 1, betterSeparator: UInt8(ascii: ",")))
  }
}

@Suite struct HeadingTests {
  @Test func `compares headings without what nobody sees`() throws {
    let heading = "\" \u{A0}Wie\r\n zufrieden\u{200B} \tsind\u{AD} Sie?\u{FEFF} \""
    let file = try open("x;\(heading)\n1;2\n", secrets("Wie zufrieden sind Sie?"))
    #expect(file.rows == [["2"]])
    #expect(file.headings == ["x", "Wie zufrieden sind Sie?"])
  }

  @Test func `takes the exact heading first, then one in other case`() throws {
    #expect(try open("note;Note\n1;2\n", secrets("Note")).rows == [["2"]])
    #expect(try open("x;NOTE\n1;2\n", secrets("Note")).rows == [["2"]])
    #expect(try open("x;ÜBER\n1;2\n", secrets("über")).rows == [["2"]])
    // One letter or a letter with a combining mark: the same to a reader.
    #expect(try open("x;u\u{308}ber\n1;2\n", secrets("über")).rows == [["2"]])
  }

  @Test func `names all missing headings with the nearest ones`() {
    let layout = secrets(
      "Einrichtnug", "Alter", "Note", "Abgeschikt am", "Alter", "v", "w", "x", "y")
    #expect(
      failure("Einrichtung;Abgeschickt am;Noten;Xyz;v;w;x;y\n1;2;3;4;5;6;7;8\n", layout)
        == .headingMissing([
          MissingHeading(wanted: "Einrichtnug", nearest: "Einrichtung"),
          MissingHeading(wanted: "Alter", nearest: nil),
          MissingHeading(wanted: "Note", nearest: "Noten"),
          MissingHeading(wanted: "Abgeschikt am", nearest: "Abgeschickt am"),
        ]))
  }

  @Test func `does not give away the first row of a file without headings`() {
    #expect(
      failure("Erika Mustermann;5\nMax Muster;4\n", secrets("Name", "Note"))
        == .headingMissing([
          MissingHeading(wanted: "Name", nearest: nil),
          MissingHeading(wanted: "Note", nearest: nil),
        ]))
    // "Klaus" is as near to "Klasse" as a misspelling would be.
    #expect(
      failure("Klaus;Anna;5\nMax;Eva;4\n", secrets("Klasse", "Name", "Note"))
        == .headingMissing([
          MissingHeading(wanted: "Klasse", nearest: nil),
          MissingHeading(wanted: "Name", nearest: nil),
          MissingHeading(wanted: "Note", nearest: nil),
        ]))
  }

  @Test func `minds a heading of several columns only if it is wanted`() throws {
    let text = "Note;Text;note;NOTE;Note\n1;2;3;4;5\n"
    #expect(failure(text, secrets("Note")) == .headingAmbiguous(heading: "Note", columns: [1, 5]))
    #expect(
      failure(text, secrets("nOTE"))
        == .headingAmbiguous(heading: "nOTE", columns: [1, 3, 4, 5]))
    #expect(try open(text, secrets("Text")).rows == [["2"]])
  }

  @Test func `reads a column as often as it is wanted`() throws {
    let file = try open("a;b\n1;2\n", secrets("b", "a", "b"))
    #expect(file.rows == [["2", "1", "2"]])
  }

  @Test func `skips further heading rows whatever they hold`() throws {
    let text = "\n;;\nQ1;Q2;Q3\nWie war's?;Und \"dann\"?;\n;;\n1;2;3\nQ1;Q2;Q3\n"
    let file = try open(text, secrets("Q1", "Q3", separator: ";", headerRows: 3))
    #expect(file.rows == [["1", "3"]])
    #expect(file.problems == ["7: header-repeated"])
    #expect(file.counts.header == 3)
    #expect(file.counts.blank == 2)
    #expect(file.counts.isConserved)
    #expect(file.chunk(0).positions[0].record == 1)
  }

  @Test func `accepts a file of nothing but headings`() throws {
    let file = try open("a;b", secrets("a", headerRows: 2))
    #expect(file.chunkCount == 1)
    #expect(file.rows == [])
    #expect(file.counts.read == 1)
    #expect(file.counts.isConserved)
    #expect(file.facts.lineEnd == .none)
  }

  // SurveyMonkey names a question once, over its first column, and each option in the second row.
  @Test func `a second heading row names the columns that the first leaves blank`() throws {
    let text =
      "Id,Which services?,,,Remarks,\n,Advice,Leisure,,Open-Ended Response,Extra\n1,3,4,5,x,6\n"
    let wanted = ["Which services?", "Which services? [Leisure]", "Remarks [Extra]"]
    let layout = SourceLayout(
      headerRows: 2,
      columns: wanted.map { ColumnRequest(heading: $0, kind: .answer(AnswerFormat())) })
    let chunk = try open(text, layout).chunk(0)
    #expect(chunk.columns.map { $0.answers } == [3, 4, 6].map { [Answer(value: $0)] })
    #expect(throws: ExportFailure.self) {
      var single = layout
      single.headerRows = 1
      _ = try open(text, single)
    }
  }

  // By hand: two lines and a blank one stand above the headings, which are line 4.
  @Test(arguments: [nil, ";", ","] as [Character?])
  func `other lines above the headings are named`(_ separator: Character?) {
    let mark = String(separator ?? ";")
    let text = "Befragung 2026\n\"Stand: 1. Mai, vorläufig\"\n\np;q;r\n1;2;3\n".replacing(
      ";", with: mark)
    let expected = ExportFailure.titleRows(headingLine: 4)
    #expect(failure(text, secrets("p", "q", "r", separator: separator)) == expected)
    // Half of the wanted headings are enough, less are not.
    #expect(failure(text, secrets("p", "x", separator: separator)) == expected)
    #expect(failure(text, secrets("p", "x", "y", separator: separator)) != expected)
    #expect(expected.code == "title-row")
    // Headings once more below the headings are none of this.
    #expect(failure("p;q\n1;2\np;q\n", secrets("p", "q")) == nil)
  }
}
