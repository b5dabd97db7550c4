import Benchmark
import Reports
import Testing

/// Pages can be read by everyone, everywhere, and load nothing.
struct StructureTests {
  static let pages =
    FigureTests.pages + [Reports.index(Sample.table, run: Sample.run)]
    + Language.allCases.map { Reports.runSummary(Sample.summary, language: $0) }

  static let parsed = FigureTests.parsed + pages.suffix(3).map { Markup($0.bytes) }

  @Test(arguments: pages.indices)
  func `a page has sound markup`(_ index: Int) throws {
    let page = Self.parsed[index]
    #expect(page.faults == [])
    #expect(page.all("h1").count == 1)
    #expect(["de", "en"].contains(try #require(page.all("html").first?["lang"])))
    #expect(page.all("title").first?.text.isEmpty == false)
    #expect(page.all("main").count == 1 && page.all("header").count == 1)
    #expect(page.all("footer").count == 1)
    #expect(page.all("a").first?["href"] == "#main" && page.all("main")[0]["id"] == "main")
    let ids = page.elements.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    let named = page.elements.compactMap { $0["aria-labelledby"] }
    #expect(named.allSatisfy(ids.contains))
  }

  @Test(arguments: pages.indices)
  func `headings skip no level`(_ index: Int) {
    var level = 0
    for element in Self.parsed[index].elements {
      guard element.name.count == 2, element.name.hasPrefix("h"),
        let next = Int(element.name.dropFirst())
      else { continue }
      #expect(next <= level + 1)
      #expect(!element.text.isEmpty)
      level = next
    }
    #expect(level > 1)
  }

  @Test(arguments: pages.indices)
  func `tables have captions and scopes, drawings have titles`(_ index: Int) throws {
    let page = Self.parsed[index]
    for table in page.all("table") {
      let first = page.elements[try #require(table.inner.first)]
      #expect(first.name == "caption" && !first.text.isEmpty)
    }
    for heading in page.all("th") { #expect(heading["scope"] != nil) }
    for drawing in page.all("svg") {
      let first = page.elements[try #require(drawing.inner.first)]
      #expect(first.name == "title" && !first.text.isEmpty)
      #expect(drawing["aria-hidden"] == "true")
    }
    for text in page.all("text") {
      #expect(text.text.allSatisfy { $0.isNumber || $0 == "\u{202F}" || $0 == "," })
    }
    for region in page.elements where region["tabindex"] == "0" {
      #expect(region["role"] == "region" && region["aria-label"]?.isEmpty == false)
    }
  }

  @Test(arguments: pages.indices)
  func `a page loads nothing and runs nothing`(_ index: Int) {
    let page = Self.parsed[index]
    let source = String(decoding: Self.pages[index].bytes, as: UTF8.self)
    #expect(!source.contains("http://") && !source.contains("https://"))
    #expect(!source.contains("url(") && !source.contains("@import"))
    let loading: Set = ["script", "img", "link", "iframe", "object", "embed", "form", "base"]
    #expect(page.elements.allSatisfy { !loading.contains($0.name) && $0["src"] == nil })
    #expect(page.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    let policy = page.all("meta").first { $0["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?["content"]?.hasPrefix("default-src 'none'; style-src 'unsafe-inline'") == true)
  }

  @Test func `names never become markup`() throws {
    let hostile = "<script>alert(\"x\")</script> & 'Söhne'"
    var definition = Sample.definition
    definition.organisations[0].name = hostile
    definition.title = LocalisedText(de: hostile, en: hostile)
    definition.perspectives[0].name = LocalisedText(de: hostile, en: hostile)
    definition.dimensions[0].name = LocalisedText(de: hostile, en: hostile)
    definition.items[0].text = LocalisedText(de: hostile, en: hostile)
    definition.peerGroups[0].name = LocalisedText(de: hostile, en: hostile)
    let table = CellTable(
      definition: definition, cells: Sample.table.cells, funnels: Sample.table.funnels,
      latestPeriods: Sample.table.latestPeriods, unnamedOrganisations: 0)
    let pages = [
      Reports.organisation("E01", in: table, run: Sample.run, language: .german),
      Reports.funder(table, run: Sample.run, language: .english),
      Reports.index(table, run: Sample.run),
    ]
    for file in pages {
      let page = Markup(file.bytes)
      #expect(page.faults == [])
      #expect(page.all("script").isEmpty)
      #expect(page.all("h1")[0].text == hostile)
    }
  }

  @Test func `links of the start page lead to files of the run`() {
    var paths = Set((FigureTests.pages + Self.pages.suffix(2)).map(\.path))
    paths.insert("cells.csv")
    let links = Markup(Reports.index(Sample.table, run: Sample.run).bytes).all("a")
      .compactMap { $0["href"] }.filter { $0 != "#main" }
    #expect(links.count == 2 + 2 + 1 + 2 * Sample.organisations.count)
    for link in links { #expect(paths.contains(Self.percentDecoded(link))) }
  }

  private static func percentDecoded(_ link: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(link.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `keys become folders without ever meeting`() {
    let keys = ["", "%", "..", ".", "a/b", "a%2Fb", "ä", "A", "a b", "E01", "E-01_x"]
    var definition = Sample.definition
    definition.organisations = keys.map {
      Definition.Organisation(key: $0, name: $0, peerGroup: "residential")
    }
    let table = CellTable(
      definition: definition, cells: [], funnels: [], latestPeriods: [:], unnamedOrganisations: 0)
    let paths = keys.map {
      Reports.organisation($0, in: table, run: Sample.run, language: .german).path
    }
    #expect(Set(paths).count == keys.count)
    for path in paths {
      #expect(path.split(separator: "/").count == 3)
      #expect(
        path.hasSuffix("/org.de.html") && !path.contains("..") && path.utf8.allSatisfy { $0 < 128 })
    }
    #expect(paths[9] == "organisations/E01/org.de.html")
    #expect(paths[4] == "organisations/a%2Fb/org.de.html")
  }

  @Test func `the same input makes the same bytes`() {
    let turned = CellTable(
      definition: Sample.definition, cells: Sample.table.cells.reversed(),
      funnels: Sample.table.funnels, latestPeriods: Sample.table.latestPeriods,
      unnamedOrganisations: Sample.table.unnamedOrganisations)
    for language in Language.allCases {
      #expect(
        Reports.funder(turned, run: Sample.run, language: language)
          == Reports.funder(Sample.table, run: Sample.run, language: language))
      #expect(
        Reports.organisation("E04", in: turned, run: Sample.run, language: language)
          == Reports.organisation("E04", in: Sample.table, run: Sample.run, language: language))
    }
    #expect(Reports.cellsCSV(turned) == Reports.cellsCSV(Sample.table))
  }

  @Test func `an unknown organisation is a mistake of the caller`() async {
    await #expect(processExitsWith: .failure) {
      _ = Reports.organisation("nobody", in: Sample.table, run: Sample.run, language: .german)
    }
  }
}
