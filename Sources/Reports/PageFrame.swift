import Benchmark

extension Page {
  /// Writes a whole document around its main part.
  ///
  /// - Parameters:
  ///   - title: The title in the window.
  ///   - run: Which run the footer names.
  ///   - header: Writes what stands above the main part, with the one first-level heading.
  ///   - main: Writes the main part.
  mutating func document(
    title: String, run: RunIdentity, header: (inout Page) -> Void, main: (inout Page) -> Void
  ) {
    raw("<!DOCTYPE html>\n<html lang=\"")
    text(language.rawValue)
    raw(
      """
      "><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">\
      <meta name="viewport" content="width=device-width, initial-scale=1">\
      <meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><title>
      """)
    text(title)
    raw("</title><style>\n")
    raw(StyleSheet.text)
    raw("\n</style></head>\n<body><a class=\"skip\" href=\"#main\">")
    say(CommonPhrase.skip)
    raw("</a>\n<header>")
    header(&self)
    raw("</header>\n<main id=\"main\">")
    main(&self)
    raw("</main>\n<footer><p>")
    say(CommonPhrase.version, ["version": .text(run.version)])
    raw(" · ")
    say(CommonPhrase.run)
    raw(" <code>")
    text(run.id)
    raw("</code></p><p>")
    say(CommonPhrase.footerDeterminism)
    raw("</p></footer></body></html>\n")
  }

  /// Writes a link to the same page in the other language, if the pipeline has two.
  ///
  /// - Parameters:
  ///   - languages: The languages of the pipeline.
  ///   - file: The file of the other page for a language, relative to this one.
  mutating func languageLink(_ languages: [Language], file: (Language) -> String) {
    guard let other = languages.first(where: { $0 != language }) else { return }
    raw("<p class=\"lang\"><a lang=\"")
    text(other.rawValue)
    raw("\" hreflang=\"")
    text(other.rawValue)
    raw("\" href=\"")
    text(file(other))
    raw("\">")
    say(CommonPhrase.otherLanguage)
    raw("</a></p>")
  }

  /// Writes one term of the list below the first heading.
  ///
  /// - Parameters:
  ///   - term: What it is.
  ///   - value: Writes its value.
  mutating func meta(_ term: some Phrase, _ value: (inout Page) -> Void) {
    raw("<div><dt>")
    say(term)
    raw("</dt><dd>")
    value(&self)
    raw("</dd></div>")
  }

  /// Opens a chapter with its heading.
  ///
  /// - Parameters:
  ///   - number: The number of the chapter on its page, for the anchor.
  ///   - heading: The heading.
  mutating func chapter(_ number: Int, _ heading: some Phrase) {
    raw("\n<section aria-labelledby=\"c")
    text(String(number))
    raw("\"><h2 id=\"c")
    text(String(number))
    raw("\">")
    say(heading)
    raw("</h2>")
  }

  /// Writes a paragraph that is one phrase.
  ///
  /// - Parameters:
  ///   - phrase: The phrase.
  ///   - inserts: What stands in for its placeholders.
  mutating func paragraph(_ phrase: some Phrase, _ inserts: KeyValuePairs<String, Insert> = [:]) {
    raw("<p>")
    say(phrase, inserts)
    raw("</p>")
  }

  /// Opens a table in a region that can be scrolled by keyboard when the screen is narrow.
  ///
  /// - Parameters:
  ///   - classes: The classes of the table.
  ///   - caption: Writes the caption.
  mutating func scrollingTable(_ classes: StaticString, caption: (inout Page) -> Void) {
    raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    caption(&self)
    raw("\"><table class=\"")
    raw(classes)
    raw("\"><caption>")
    caption(&self)
    raw("</caption>")
  }

  /// Closes a table opened by `scrollingTable`.
  mutating func endScrollingTable() {
    raw("</tbody></table></div>")
  }

  /// Writes a column heading.
  ///
  /// - Parameters:
  ///   - phrase: The heading.
  ///   - numeric: Whether the column holds figures.
  mutating func columnHeading(_ phrase: some Phrase, numeric: Bool = false) {
    raw(numeric ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">")
    say(phrase)
    raw("</th>")
  }

  /// Writes a period for readers.
  ///
  /// - Parameter period: The key of the slice.
  mutating func period(_ period: String) {
    if period == "all" { say(CommonPhrase.wholePeriod) } else { text(period) }
  }
}
