import Benchmark

/// The page for funders: three messages, coverage, funnels, matrix, what distinguishes at all.
struct FunderPage {
  /// The most organisations that are listed one by one.
  static let mostListed = 60

  /// A peer group with everything its chapters need.
  struct Group {
    /// The group.
    let named: Definition.Named
    /// Its organisations by key.
    let members: [Definition.Organisation]
    /// The period its reports are about.
    let period: String
    /// The group's own cells by perspective.
    let voices: [Voice]
    /// Whether it is large enough for comparison.
    let isComparable: Bool

    /// Whether anybody of the group was asked about a dimension from one perspective.
    ///
    /// - Parameters:
    ///   - dimension: The key of the dimension.
    ///   - peers: The group's own cells from that perspective.
    /// - Returns: False if the group's cells are missing or say that nobody was asked.
    func wasAsked(_ dimension: String, _ peers: Voice) -> Bool {
      let cells = [Statistic.organisations, .answers, .points, .count(.within)].compactMap {
        peers.dimension(dimension, $0)
      }
      return cells.contains { $0.reason != .notAsked }
    }

    /// The dimensions the group was asked about from one perspective, in the pipeline's order.
    ///
    /// - Parameter peers: The group's own cells from that perspective.
    /// - Returns: The dimensions.
    func asked(_ peers: Voice) -> [Definition.Dimension] {
      peers.table.definition.dimensions.filter { wasAsked($0.key, peers) }
    }

    /// Whether the group was asked about any dimension from one perspective.
    ///
    /// - Parameter peers: The group's own cells from that perspective.
    /// - Returns: Whether it was.
    func wasAskedAnything(_ peers: Voice) -> Bool { !asked(peers).isEmpty }
  }

  private let table: CellTable
  private let run: RunIdentity
  private let language: Language
  private let groups: [Group]

  /// Prepares the page.
  ///
  /// - Parameters:
  ///   - table: The cells.
  ///   - run: Which run this is.
  ///   - language: The language of the page.
  init(table: CellTable, run: RunIdentity, language: Language) {
    self.table = table
    self.run = run
    self.language = language
    let definition = table.definition
    groups = definition.peerGroups.compactMap { named in
      let members = definition.members(of: named.key)
      if members.isEmpty { return nil }
      let period = table.latestPeriod(of: named.key)
      return Group(
        named: named, members: members, period: period,
        voices: definition.perspectives.map {
          Voice(table: table, subject: .peerGroup(named.key), period: period, perspective: $0)
        },
        isComparable: members.count >= definition.thresholds.minimumPeersForReading)
    }
  }

  private var definition: Definition { table.definition }

  /// Renders the page.
  ///
  /// - Returns: The file.
  func file() -> ReportFile {
    var page = Page(language: language)
    let kind = FunderPhrase.kind.text[language]
    page.document(
      title: "\(kind) – \(definition.title[language])", run: run,
      header: { page in header(on: &page) },
      main: { page in main(on: &page) })
    return ReportFile(path: "funder/funder.\(language.rawValue).html", bytes: page.bytes)
  }

  private func header(on page: inout Page) {
    page.languageLink(definition.languages) { "funder.\($0.rawValue).html" }
    page.raw("<p class=\"eyebrow\">")
    page.say(FunderPhrase.kind)
    page.raw("</p><h1>")
    page.text(definition.title[language])
    page.raw("</h1><dl class=\"meta\">")
    for group in groups {
      page.meta(CommonPhrase.peerGroup) { page in
        page.peerGroup(group.named, of: definition)
        page.raw(" · ")
        page.period(group.period)
      }
    }
    page.meta(CommonPhrase.run) { page in
      page.raw("<code>")
      page.text(run.id)
      page.raw("</code>")
    }
    page.raw("</dl>")
  }

  private func main(on page: inout Page) {
    let comparable = groups.filter(\.isComparable)
    page.chapter(1, FunderPhrase.essentials)
    FunderMessages(groups: groups, table: table, language: language).write(on: &page)
    page.raw("</section>")
    page.chapter(2, FunderPhrase.coverage)
    page.paragraph(FunderPhrase.coverageIntro)
    for group in groups { FunderCoverage(group: group, table: table).write(on: &page) }
    unnamed(on: &page)
    page.raw("</section>")
    if !comparable.isEmpty {
      page.chapter(3, FunderPhrase.positions)
      page.paragraph(FunderPhrase.positionsIntro)
      for group in comparable { FunderPositions(group: group, table: table).write(on: &page) }
      page.raw("</section>")
      page.chapter(4, FunderPhrase.matrix)
      page.paragraph(FunderPhrase.matrixIntro)
      for group in comparable { FunderMatrix(group: group, table: table).write(on: &page) }
      page.raw("</section>")
      page.chapter(5, FunderPhrase.assessability)
      page.paragraph(FunderPhrase.assessabilityIntro)
      for group in comparable { FunderAssessability(group: group).write(on: &page) }
      page.raw("</section>")
    }
    let changed = comparable.filter(FunderChanges.any)
    if !changed.isEmpty {
      page.chapter(6, FunderPhrase.changes)
      page.paragraph(FunderPhrase.changesIntro)
      for group in changed { FunderChanges(group: group).write(on: &page) }
      page.raw("</section>")
    }
    method(
      chapter: comparable.isEmpty ? 3 : changed.isEmpty ? 6 : 7,
      on: &page)
  }

  private func unnamed(on page: inout Page) {
    guard table.unnamedOrganisations > 0 else { return }
    page.paragraph(
      FunderPhrase.unnamed,
      ["n": .figure(.setting(Double(table.unnamedOrganisations), "unnamed_organisations"))])
  }

  private func method(chapter: Int, on page: inout Page) {
    page.chapter(chapter, FunderPhrase.method)
    page.raw("<div class=\"small\">")
    page.paragraph(FunderPhrase.methodLimits)
    page.paragraph(FunderPhrase.methodChance)
    page.paragraph(FunderPhrase.methodIcc)
    page.paragraph(
      FunderPhrase.methodAssessability, ["q": .figure(definition.falseDiscoveryRate)])
    page.paragraph(FunderPhrase.methodKeys)
    page.paragraph(OrganisationPhrase.methodCells)
    page.raw("</div><h3>")
    page.say(OrganisationPhrase.methodReasons)
    page.raw("</h3>")
    Legend.reasons(definition, on: &page)
    page.raw("</section>")
  }
}
