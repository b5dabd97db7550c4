import Benchmark

/// The start page of a run: one file that leads to all pages in all languages of the pipeline.
struct IndexPage {
  private let definition: Definition
  private let run: RunIdentity
  private let languages: [Language]

  /// Prepares the page.
  ///
  /// - Parameters:
  ///   - definition: The organisations and languages.
  ///   - run: Which run this is.
  init(definition: Definition, run: RunIdentity) {
    self.definition = definition
    self.run = run
    languages = definition.languages.isEmpty ? Language.allCases : definition.languages
  }

  /// Renders the page.
  ///
  /// - Returns: The file.
  func file() -> ReportFile {
    let language = languages[0]
    var page = Page(language: language)
    page.document(
      title: "\(definition.title[language]) – \(SummaryPhrase.startTitle.text[language])",
      run: run,
      header: { page in header(on: &page) },
      main: { page in main(on: &page) })
    return ReportFile(path: "index.html", bytes: page.bytes)
  }

  private func header(on page: inout Page) {
    page.raw("<p class=\"eyebrow\">")
    both(SummaryPhrase.startTitle, on: &page)
    page.raw("</p><h1>")
    page.text(definition.title[page.language])
    page.raw("</h1><dl class=\"meta\">")
    page.meta(CommonPhrase.pipeline) { page in
      page.raw("<code>")
      page.text(definition.pipeline)
      page.raw("</code>")
    }
    page.meta(CommonPhrase.run) { page in
      page.raw("<code>")
      page.text(run.id)
      page.raw("</code>")
    }
    page.raw("</dl>")
  }

  private func main(on page: inout Page) {
    page.chapter(1, SummaryPhrase.startTitle)
    page.raw("<ul class=\"plain\">")
    if definition.reports.contains(.funder) {
      entry(SummaryPhrase.funderReport, on: &page) { "funder/funder.\($0.rawValue).html" }
    }
    entry(SummaryPhrase.runSummary, on: &page) {
      ReportPath.summary($0, of: definition.languages)
    }
    page.raw("<li><a href=\"cells.csv\">")
    page.say(SummaryPhrase.cells)
    page.raw("</a></li></ul></section>")
    guard definition.reports.contains(.organisations) else { return }
    page.chapter(2, SummaryPhrase.organisations)
    page.raw("<p class=\"muted small\">")
    page.say(SummaryPhrase.startIntro)
    page.raw("</p><ul class=\"names\">")
    for organisation in definition.organisations {
      page.raw("<li><span><small>")
      page.text(organisation.key)
      page.raw("</small>")
      if organisation.name != organisation.key { page.text(organisation.name) }
      page.raw("</span><i>")
      let folder = "organisations/\(ReportPath.link(organisation.key))/org."
      links(on: &page, about: organisation.name) { "\(folder)\($0.rawValue).html" }
      page.raw("</i></li>")
    }
    page.raw("</ul></section>")
  }

  private func both(_ phrase: SummaryPhrase, on page: inout Page) {
    for (index, language) in languages.enumerated() {
      if index > 0 { page.raw(" · ") }
      page.raw("<span lang=\"")
      page.text(language.rawValue)
      page.raw("\">")
      page.text(phrase.text[language])
      page.raw("</span>")
    }
  }

  private func entry(
    _ phrase: SummaryPhrase, on page: inout Page, _ path: (Language) -> String
  ) {
    page.raw("<li>")
    for (index, language) in languages.enumerated() {
      if index > 0 { page.raw(" · ") }
      open(language, path, on: &page)
      page.raw("\">")
      page.text(phrase.text[language])
      page.raw("</a>")
    }
    page.raw("</li>")
  }

  private func links(
    on page: inout Page, about name: String, _ path: (Language) -> String
  ) {
    for language in languages {
      open(language, path, on: &page)
      page.raw("\" aria-label=\"")
      page.text(language == .german ? "Deutsch: \(name)" : "English: \(name)")
      page.raw("\">")
      page.text(language.rawValue)
      page.raw("</a>")
    }
  }

  private func open(_ language: Language, _ path: (Language) -> String, on page: inout Page) {
    page.raw("<a lang=\"")
    page.text(language.rawValue)
    page.raw("\" hreflang=\"")
    page.text(language.rawValue)
    page.raw("\" href=\"")
    page.text(path(language))
  }
}
