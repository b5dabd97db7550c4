import Exports
import Testing

/// Cells that end where tools cut them: counted, and never looked at otherwise.
struct TextLengthTests {
  private func layout(_ texts: String..., headerRows: Int = 1) -> SourceLayout {
    SourceLayout(
      headerRows: headerRows, columns: [ColumnRequest(heading: "n", kind: .secret)], texts: texts)
  }

  private func notes(_ text: String, _ layout: SourceLayout) throws -> [TextNote] {
    let file = try open(text, layout)
    var lengths = TextLengths()
    for chunk in file.chunks { lengths += chunk.lengths }
    return TextNote.notes(file.facts, lengths)
  }

  private func cell(_ count: Int, of character: Character = "x") -> String {
    String(repeating: character, count: count)
  }

  // By hand: three cells of 255 and one of 254; none is longer.
  @Test func `cells of exactly 255 characters are said if none is longer`() throws {
    let text =
      "n;t\n1;\(cell(255))\n2;\(cell(255, of: "ü"))\n3;\"\(cell(255))\"\n4;\(cell(254))\n5;\n"
    let notes = try notes(text, layout("t"))
    #expect(notes.count == 1)
    #expect(notes.first?.kind == .truncatedValue)
    #expect(notes.first?.count == 3)
    #expect(notes.first?.heading == "t")
    #expect(notes.first?.length == 255)
    #expect(try self.notes(text + "6;\(cell(256))\n", layout("t")).isEmpty)
    #expect(try self.notes(text, layout()).isEmpty, "only where the pipeline says it is text")
    #expect(try self.notes(text, layout("u")).isEmpty)
  }

  @Test func `a single cell of 255 characters may be chance`() throws {
    #expect(try notes("n;t\n1;\(cell(255))\n2;kurz\n", layout("t")).isEmpty)
  }

  // A doubled quote is one character, line breaks and blanks count, quotes round the cell do not.
  @Test func `characters are counted as the tool counts them`() throws {
    let quoted = "\"\(cell(253))\"\"\n\""
    let blank = "\"\(cell(254)) \""
    #expect(try notes("n;t\n1;\(quoted)\n2;\(blank)\n", layout("t")).first?.count == 2)
    // Programs that count UTF-16 take a smiley for two.
    let smileys = cell(253) + "😀"
    #expect(try notes("n;t\n1;\(smileys)\n2;\(cell(255))\n", layout("t")).first?.count == 2)
    #expect(
      try notes("n;t\n1;\(cell(255, of: "😀"))\n2;\(cell(255))\n", layout("t")).first?.count == 2)
  }

  @Test func `Excel cuts at 32,767 characters`() throws {
    let notes = try notes("n;t\n1;\(cell(32_767))\n2;\(cell(255))\n3;\(cell(255))\n", layout("t"))
    #expect(notes.map(\.length) == [32_767])
    #expect(notes.map(\.count) == [1])
  }

  @Test func `all columns of a heading are looked at`() throws {
    let row = "1;\(cell(255));\(cell(255))\n"
    let notes = try notes("n;t;t\n\(row)\(row)", layout("t"))
    #expect(notes.map(\.count) == [2, 2])
  }

  // By hand: the first record lacks its third cell after 255 characters, the second after 254.
  @Test func `a record that a cut left short says so`() throws {
    let text = "n;t;q\n1;\(cell(255))\n2;\(cell(254))\n3;\(cell(255));4\n"
    let file = try open(text, layout("t"))
    #expect(file.problems == ["2: missing-cell", "2: truncated-value", "3: missing-cell"])
    #expect(file.counts.rejected == 2)
    let cut = file.chunks.flatMap(\.findings)[1]
    #expect(cut.column == 2)
    #expect(cut.heading == "t")
    #expect(cut.stage == .shape)
    let notes = try notes(text, layout("t"))
    #expect(notes.map(\.heading) == [nil])
    #expect(notes.map(\.count) == [1])
    // A heading that the pipeline does not name is not repeated.
    #expect(try open(text, layout()).chunks.flatMap(\.findings)[1].heading == nil)
  }

  @Test func `a quoted cell whose end was cut off says so`() throws {
    let text = "n;t;q\n1;\"\(cell(253))\"\"x\n2;\"\(cell(254))\n3;y;4\n"
    let file = try open(text, layout("t"))
    #expect(file.problems == ["2: unclosed-quote", "2: truncated-value", "3: unclosed-quote"])
    #expect(file.counts.rejected == 2)
    #expect(file.chunks.flatMap(\.findings)[1].column == 2)
    #expect(try notes(text, layout("t")).map(\.count) == [1])
  }

  @Test func `a look at a file says the same as reading it`() throws {
    let text = "n;t;d\n1;\(cell(255));01.02.2026\n2;\(cell(255));13.02.2026\nÃ¼;z;\n"
    try withFolder { folder in
      let path = try write(Array(text.utf8), to: folder, as: "a.csv")
      for date in [DateOrder.auto, .dayMonthYear] {
        var layout = layout("t")
        layout.columns.append(ColumnRequest(heading: "d", kind: .date(date)))
        let look = try ExportStream.look(path: path, layout: layout)
        #expect(try look.notes == notes(text, layout))
        #expect(look.notes.map(\.kind) == [.mojibakeSuspected, .truncatedValue])
        #expect(look.counts.rows == 3)
      }
    }
  }
}
