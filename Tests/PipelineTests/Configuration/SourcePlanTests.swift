import Benchmark
import Exports
import Pipeline
import Testing

@Suite struct SourcePlanTests {
  private func plan(_ text: String) throws -> SourcePlan {
    let configuration = try Sample.read(text).get()
    return configuration.plan(for: try #require(configuration.sources.first))
  }

  @Test func `asks for every column that is read and for no other`() throws {
    let plan = try plan(Sample.pipeline)
    let format = AnswerFormat(
      decimals: 0, decimalMark: UInt8(ascii: "."), labels: ["gar nicht": 1, "völlig": 5],
      missing: ["-9": .nonAnswer, "none": .empty], bounds: 1...5)
    #expect(
      plan.layout
        == SourceLayout(
          separator: nil, encoding: nil, headerRows: 1,
          columns: [
            ColumnRequest(heading: "Q1", kind: .answer(format)),
            ColumnRequest(heading: "Q2", kind: .answer(format)),
            ColumnRequest(heading: "House", kind: .known(["E01": 0, "E02": 1])),
            ColumnRequest(heading: "Date", kind: .date(.dayMonthYear)),
            ColumnRequest(heading: "Id", kind: .secret),
            ColumnRequest(heading: "Date", kind: .presence),
            ColumnRequest(heading: "Mode", kind: .known(["debug": 0])),
          ], texts: ["Remarks"]))
    #expect(plan.items.map(\.column) == [0, 1])
    #expect(plan.items.map(\.item) == [0, 1])
    #expect(plan.perspective == .constant(0))
    #expect(plan.organisation == .codes(column: 2))
    #expect(plan.period == .days(column: 3))
    #expect(plan.respondent == 4)
    #expect(plan.completed == .presence(column: 5))
    #expect(plan.testRows == 6)
  }

  @Test func `names the columns that are never read for checking only`() throws {
    let plan = try plan(Sample.pipeline)
    let neverRead = plan.declaredHeadings.filter(\.role.isNeverRead).map(\.heading.text)
    #expect(neverRead == ["Name", "Remarks", "Age"])
    #expect(plan.layout.columns.allSatisfy { !neverRead.contains($0.heading) })
    let declared = Set(plan.declaredHeadings.map(\.heading.text))
    #expect(plan.layout.columns.allSatisfy { declared.contains($0.heading) })
  }

  @Test func `maps texts to organisations, perspectives and completed rows`() throws {
    let text = Sample.pipeline(
      "{column: House}", "{column: Haus, values: {Am Wald: E02, See: E01}}"
    )
    .replacing(
      "perspective: user",
      with: "perspective: {column: Rolle, values: {Eltern: relative, Kind: user, Mutter: relative}}"
    )
    .replacing(
      "completed: {column: Date}", with: "completed: {column: DONE, values: [\"1\", ja]}"
    )
    .replacing("Q1: respect", with: "Q1: overall")
    .replacing("scale: {minimum: 0, maximum: 10}", with: "scale: stars")
    .replacing("encoding: auto", with: "encoding: utf-16le\n    separator: tab\n    header_rows: 3")
    .replacing("    texts:", with: "    decimal_mark: \",\"\n    texts:")
    let plan = try plan(text)
    let columns = plan.layout.columns
    #expect(plan.layout.encoding == .utf16LittleEndian)
    #expect(plan.layout.separator == 9)
    #expect(plan.layout.headerRows == 3)
    #expect(plan.perspective == .codes(column: 2))
    #expect(columns[2].kind == .known(["Eltern": 1, "Kind": 0, "Mutter": 1]))
    #expect(plan.organisation == .codes(column: 3))
    #expect(columns[3].kind == .known(["Am Wald": 1, "See": 0]))
    #expect(plan.completed == .codes(column: 6))
    #expect(columns[6] == ColumnRequest(heading: "DONE", kind: .known(["1": 0, "ja": 0])))
    #expect(plan.items.first?.item == 2)
    #expect(
      columns[0].kind
        == .answer(
          AnswerFormat(
            decimals: 1, decimalMark: UInt8(ascii: ","),
            missing: ["-9": .nonAnswer, "none": .empty], bounds: 10...50)))
  }

  @Test func `reads no dates when nothing is sliced by time`() throws {
    let plan = try plan(Sample.pipeline("period: year", "period: all"))
    #expect(plan.period == .constant("all"))
    #expect(plan.layout.columns.count == 6)
    #expect(plan.declaredHeadings.contains { $0.role == .period })
  }

  @Test func `keeps constants of a source`() throws {
    let text = Sample.pipeline("{column: House}", "{constant: E02}")
      .replacing("{column: Date, order: DD.MM.YYYY}", with: "{constant: 2026}")
    let plan = try plan(text)
    #expect(plan.organisation == .constant("E02"))
    #expect(plan.period == .constant("2026"))
    #expect(plan.layout.columns.map(\.heading) == ["Q1", "Q2", "Id", "Date", "Mode"])
  }

  @Test func `asks for organisations of a form when they are not listed`() throws {
    let list = """
        list:
          - {key: E01, name: Haus am See, peer_group: homes}
          - {key: E02, name: Haus am Wald, peer_group: homes}

      """
    let plan = try plan(
      Sample.pipeline(list, "  from_exports: {form: code, peer_group: homes}\n"))
    #expect(plan.organisation == .open(column: 2))
    #expect(plan.layout.columns[2] == ColumnRequest(heading: "House", kind: .open(.code)))
  }
}
