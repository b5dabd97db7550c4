import Benchmark

/// The tables of the run summary about what was read and what became of it.
struct SummaryInputs {
  /// What the run did.
  let summary: RunSummary

  /// Writes the table of files and closes its chapter.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    page.scrollingTable("") { $0.say(SummaryPhrase.inputsCaption) }
    page.raw("<thead><tr>")
    page.columnHeading(SummaryPhrase.file)
    page.columnHeading(SummaryPhrase.source)
    page.columnHeading(SummaryPhrase.encoding)
    page.columnHeading(SummaryPhrase.bytes, numeric: true)
    page.columnHeading(SummaryPhrase.fingerprint)
    for phrase: SummaryPhrase in [.read, .header, .blank, .accepted, .rejected, .skipped] {
      page.columnHeading(phrase, numeric: true)
    }
    page.raw("</tr></thead><tbody>")
    for (index, input) in summary.inputs.enumerated() {
      page.raw("<tr><th scope=\"row\">")
      page.text(input.file)
      page.raw("</th><td>")
      page.text(input.source)
      page.raw("</td><td>")
      page.text(input.encoding)
      page.raw(", ")
      if input.separator == "\t" {
        page.say(SummaryPhrase.tab)
      } else {
        page.raw("<code>")
        page.text(input.separator)
        page.raw("</code>")
      }
      page.raw("</td>")
      number(input.bytes, "inputs.\(index).bytes", on: &page)
      page.raw("<td><code title=\"")
      page.text(input.sha256)
      page.raw("\">")
      page.text(String(input.sha256.prefix(12)))
      page.raw("</code></td>")
      let counts = input.counts
      for (name, count) in [
        ("read", counts.read), ("header", counts.header), ("blank", counts.blank),
        ("accepted", counts.accepted), ("rejected", counts.rejectedTotal),
        ("skipped", counts.skippedTotal),
      ] {
        number(count, "inputs.\(index).\(name)", on: &page)
      }
      page.raw("</tr>")
    }
    page.endScrollingTable()
    writeDecisions(on: &page)
    writeNotes(on: &page)
    page.raw("</section>")
  }

  /// Writes what somebody should know of the files' texts, if there is anything.
  private func writeNotes(on page: inout Page) {
    if summary.inputs.allSatisfy({ $0.notes == nil }) { return }
    page.scrollingTable("") { $0.say(SummaryPhrase.notesCaption) }
    page.raw("<thead><tr>")
    page.columnHeading(SummaryPhrase.file)
    page.columnHeading(SummaryPhrase.source)
    page.columnHeading(SummaryPhrase.what)
    page.raw("</tr></thead><tbody>")
    for input in summary.inputs {
      for note in input.notes ?? [] {
        page.raw("<tr><th scope=\"row\">")
        page.text(input.file)
        page.raw("</th><td>")
        page.text(input.source)
        page.raw("</td><td>")
        page.text(note.text[page.language])
        page.raw("</td></tr>")
      }
    }
    page.endScrollingTable()
  }

  /// Writes how the columns were read that the pipeline leaves open, if there are any.
  private func writeDecisions(on page: inout Page) {
    if summary.inputs.allSatisfy({ $0.decided == nil }) { return }
    page.scrollingTable("") { $0.say(SummaryPhrase.decidedCaption) }
    page.raw("<thead><tr>")
    page.columnHeading(SummaryPhrase.file)
    page.columnHeading(SummaryPhrase.source)
    page.columnHeading(SummaryPhrase.column)
    page.columnHeading(SummaryPhrase.form)
    page.raw("</tr></thead><tbody>")
    for input in summary.inputs {
      for column in input.decided ?? [] {
        page.raw("<tr><th scope=\"row\">")
        page.text(input.file)
        page.raw("</th><td>")
        page.text(input.source)
        page.raw("</td><td>")
        page.text(column.heading)
        page.raw("</td><td>")
        if let phrase = ColumnFormPhrase(rawValue: column.form) { page.say(phrase) }
        page.raw(" <code>")
        page.text(column.form)
        page.raw("</code></td></tr>")
      }
    }
    page.endScrollingTable()
  }

  private func number(_ count: Int, _ name: String, on page: inout Page) {
    page.raw("<td class=\"num\">")
    page.figure(.setting(Double(count), name))
    page.raw("</td>")
  }

  /// Writes the table of reasons and closes its chapter.
  ///
  /// - Parameter page: The page.
  func writeReasons(on page: inout Page) {
    let totals = summary.totals
    let kinds: [(SummaryPhrase, String, [RunSummary.CodeCount])] = [
      (.rejectedRecords, "rejected", totals.rejected),
      (.skippedRecords, "skipped", totals.skipped),
      (.blankedCells, "blanked", totals.blanked),
      (.repairedCells, "repaired", totals.repaired),
    ]
    if kinds.allSatisfy(\.2.isEmpty) {
      page.paragraph(SummaryPhrase.noneLeft)
      page.raw("</section>")
      return
    }
    page.paragraph(SummaryPhrase.leftIntro)
    page.scrollingTable("") { $0.say(SummaryPhrase.leftCaption) }
    page.raw("<thead><tr>")
    page.columnHeading(SummaryPhrase.reason)
    page.columnHeading(SummaryPhrase.what)
    page.columnHeading(SummaryPhrase.records, numeric: true)
    page.raw("</tr></thead><tbody>")
    for (phrase, name, entries) in kinds {
      for entry in entries {
        page.raw("<tr><th scope=\"row\"><code>")
        page.text(entry.code)
        page.raw("</code></th><td>")
        page.say(phrase)
        page.raw(". ")
        page.say(CodePhrase(code: entry.code))
        page.raw("</td>")
        number(entry.count, "totals.\(name).\(entry.code)", on: &page)
        page.raw("</tr>")
      }
    }
    page.endScrollingTable()
    page.raw("</section>")
  }
}
