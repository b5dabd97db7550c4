import Benchmark

/// The summary of a run: what was read, left out, protected, found and written.
struct SummaryPage {
  private let summary: RunSummary
  private let language: Language

  /// Prepares the page.
  ///
  /// - Parameters:
  ///   - summary: What the run did.
  ///   - language: The language of the page.
  init(summary: RunSummary, language: Language) {
    self.summary = summary
    self.language = language
  }

  /// Renders the page.
  ///
  /// - Returns: The file.
  func file() -> ReportFile {
    var page = Page(language: language)
    let title = summary.title[language]
    page.document(
      title: "\(SummaryPhrase.title.text[language]) – \(title)", run: summary.run,
      header: { page in header(on: &page) },
      main: { page in main(on: &page) })
    return ReportFile(path: ReportPath.summary(language, of: summary.languages), bytes: page.bytes)
  }

  private func header(on page: inout Page) {
    page.languageLink(summary.languages) { ReportPath.summary($0, of: summary.languages) }
    page.raw("<p class=\"eyebrow\">")
    page.text(summary.title[language])
    page.raw("</p><h1>")
    page.say(SummaryPhrase.title)
    page.raw("</h1><dl class=\"meta\">")
    page.meta(CommonPhrase.pipeline) { page in
      page.raw("<code>")
      page.text(summary.pipeline)
      page.raw("</code>")
    }
    page.meta(CommonPhrase.run) { page in
      page.raw("<code>")
      page.text(summary.run.id)
      page.raw("</code>")
    }
    page.raw("</dl>")
    state(on: &page)
  }

  private func state(on page: inout Page) {
    let isDone = summary.status == .done && summary.totals.isConserved
    page.raw(
      isDone ? "<div class=\"state\"><div><strong>" : "<div class=\"state warn\"><div><strong>")
    page.say(isDone ? SummaryPhrase.done : .warned)
    page.raw("</strong>")
    if isDone {
      page.paragraph(SummaryPhrase.doneSentence)
    } else {
      page.paragraph(
        SummaryPhrase.warnedSentence, ["n": count(summary.warnings.count, "warnings")])
    }
    page.raw("</div></div>")
  }

  private func count(_ count: Int, _ name: String) -> Insert { .figure(figure(count, name)) }

  private func figure(_ count: Int, _ name: String) -> Figure { .setting(Double(count), name) }

  private func main(on page: inout Page) {
    var chapter = 1
    func next(_ heading: SummaryPhrase) {
      page.chapter(chapter, heading)
      chapter += 1
    }
    if !summary.warnings.isEmpty {
      next(.warnings)
      warnings(on: &page)
    }
    next(.conservation)
    conservation(on: &page)
    next(.coverage)
    coverage(on: &page)
    next(.signals)
    signals(on: &page)
    next(.protection)
    protection(on: &page)
    next(.inputs)
    SummaryInputs(summary: summary).write(on: &page)
    next(.left)
    SummaryInputs(summary: summary).writeReasons(on: &page)
    next(.written)
    written(on: &page)
    next(.next)
    steps(on: &page)
  }

  private func warnings(on page: inout Page) {
    page.raw("<ul class=\"plain\">")
    for warning in summary.warnings {
      page.raw("<li><code>")
      page.text(warning.code)
      page.raw("</code> ")
      page.text(warning.text[language])
      page.raw("</li>")
    }
    page.raw("</ul></section>")
  }

  private func tile(_ label: SummaryPhrase, _ figure: Figure, on page: inout Page) {
    page.raw("<div><dt>")
    page.say(label)
    page.raw("</dt><dd>")
    page.figure(figure)
    page.raw("</dd></div>")
  }

  private func conservation(on page: inout Page) {
    let totals = summary.totals
    page.raw("<dl class=\"tiles\">")
    tile(.read, figure(totals.read, "totals.read"), on: &page)
    tile(.accepted, figure(totals.accepted, "totals.accepted"), on: &page)
    tile(.rejected, figure(totals.rejectedTotal, "totals.rejected"), on: &page)
    tile(.skipped, figure(totals.skippedTotal, "totals.skipped"), on: &page)
    tile(.blanked, figure(totals.blankedTotal, "totals.blanked"), on: &page)
    page.raw("</dl>")
    page.paragraph(
      SummaryPhrase.conservationTerms,
      [
        "read": count(totals.read, "totals.read"),
        "accepted": count(totals.accepted, "totals.accepted"),
        "rejected": count(totals.rejectedTotal, "totals.rejected"),
        "skipped": count(totals.skippedTotal, "totals.skipped"),
        "header": count(totals.header, "totals.header"),
        "blank": count(totals.blank, "totals.blank"),
      ])
    page.paragraph(totals.isConserved ? SummaryPhrase.conserved : .notConserved)
    page.raw("</section>")
  }

  private func coverage(on page: inout Page) {
    let coverage = summary.coverage
    page.raw("<dl class=\"tiles\">")
    tile(.listed, figure(coverage.listed, "coverage.listed"), on: &page)
    tile(.withAnswers, figure(coverage.withAnswers, "coverage.withAnswers"), on: &page)
    tile(.reported, figure(coverage.reported, "coverage.reported"), on: &page)
    tile(.unnamed, figure(coverage.unnamed, "coverage.unnamed"), on: &page)
    page.raw("</dl></section>")
  }

  private func signals(on page: inout Page) {
    page.paragraph(SummaryPhrase.signalsIntro)
    page.scrollingTable("short") { $0.say(SummaryPhrase.signalsCaption) }
    page.raw("<thead><tr>")
    page.columnHeading(CommonPhrase.reading)
    page.columnHeading(SummaryPhrase.found, numeric: true)
    page.columnHeading(SummaryPhrase.byChance, numeric: true)
    page.raw("</tr></thead><tbody>")
    for entry in summary.readings {
      page.raw("<tr><th scope=\"row\">")
      if let reading = Reading(rawValue: entry.reading) {
        Mark(reading: reading).write(on: &page)
        page.say(Mark(reading: reading).phrase)
      } else {
        page.text(entry.reading)
      }
      page.raw("</th><td class=\"num\">")
      page.figure(figure(entry.count, "readings.\(entry.reading).count"))
      page.raw("</td><td class=\"num\">")
      if let expected = entry.expectedByChance {
        page.figure(
          .setting(expected, "readings.\(entry.reading).expectedByChance", style: .places(1)))
      } else {
        page.raw("<span aria-hidden=\"true\">–</span>")
      }
      page.raw("</td></tr>")
    }
    page.endScrollingTable()
    page.raw("</section>")
  }

  private func protection(on page: inout Page) {
    let hidden = summary.suppression.filter { $0.count > 0 }
    if hidden.isEmpty {
      page.paragraph(SummaryPhrase.noneHidden)
      page.raw("</section>")
      return
    }
    page.scrollingTable("short") { $0.say(SummaryPhrase.protectionCaption) }
    page.raw("<thead><tr>")
    page.columnHeading(SummaryPhrase.reason)
    page.columnHeading(SummaryPhrase.cellsHidden, numeric: true)
    page.raw("</tr></thead><tbody>")
    for entry in hidden {
      page.raw("<tr><th scope=\"row\">")
      entry.reason.write(on: &page)
      page.say(entry.reason.shortPhrase)
      page.raw("</th><td class=\"num\">")
      page.figure(figure(entry.count, "suppression.\(entry.reason.rawValue)"))
      page.raw("</td></tr>")
    }
    page.endScrollingTable()
    page.raw("</section>")
  }

  private func written(on page: inout Page) {
    page.scrollingTable("short") { $0.say(SummaryPhrase.writtenCaption) }
    page.raw("<thead><tr>")
    page.columnHeading(SummaryPhrase.kind)
    page.columnHeading(SummaryPhrase.files, numeric: true)
    page.raw("</tr></thead><tbody>")
    for entry in summary.written {
      page.raw("<tr><th scope=\"row\"><code>")
      page.text(entry.code)
      page.raw("</code></th><td class=\"num\">")
      page.figure(figure(entry.count, "written.\(entry.code)"))
      page.raw("</td></tr>")
    }
    page.endScrollingTable()
    page.raw("</section>")
  }

  private func steps(on page: inout Page) {
    page.raw("<ul class=\"plain\"><li><a href=\"index.html\">")
    page.say(CommonPhrase.startPage)
    page.raw("</a>: ")
    page.say(SummaryPhrase.nextReports)
    page.raw("</li>")
    if summary.totals.rejectedTotal > 0 {
      page.raw("<li>")
      page.say(SummaryPhrase.nextRejects)
      page.raw("</li>")
    }
    if !summary.warnings.isEmpty {
      page.raw("<li>")
      page.say(SummaryPhrase.nextWarnings)
      page.raw("</li>")
    }
    page.raw("</ul></section>")
  }
}
