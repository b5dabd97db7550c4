import Benchmark

/// The page for funders: three messages, coverage, funnels, matrix, what distinguishes at all.
struct FunderPage {
  /// The most organisations that are listed one by one.
  static let mostListed = 60
  /// The most organisations that a message names.
  private static let mostNamed = 12

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
    essentials(comparable, on: &page)
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
      page.chapter(5, FunderPhrase.distinguishes)
      page.paragraph(FunderPhrase.distinguishesIntro)
      for group in comparable { FunderReliability(group: group, table: table).write(on: &page) }
      page.raw("</section>")
    }
    method(chapter: comparable.isEmpty ? 3 : 6, on: &page)
  }

  private func unnamed(on page: inout Page) {
    guard table.unnamedOrganisations > 0 else { return }
    page.paragraph(
      FunderPhrase.unnamed,
      ["n": .figure(.setting(Double(table.unnamedOrganisations), "unnamed_organisations"))])
  }

  // MARK: Messages

  private func essentials(_ comparable: [Group], on page: inout Page) {
    page.raw("<ul class=\"messages\">")
    if comparable.isEmpty {
      message(nil, .breadth, on: &page) { page in
        for group in groups { tooFew(group, on: &page) }
      }
    } else {
      message(.within, .breadth, on: &page) { page in
        for group in groups {
          if group.isComparable { breadth(group, on: &page) } else { tooFew(group, on: &page) }
        }
      }
      message(.below, .talk, on: &page) { page in talk(comparable, on: &page) }
    }
    message(nil, .cannot, on: &page) { $0.paragraph(FunderPhrase.cannotSentence) }
    page.raw("</ul><div class=\"boxes\"><div class=\"box\"><h3>")
    page.say(FunderPhrase.howToRead)
    page.raw("</h3>")
    page.paragraph(FunderPhrase.howToRead1)
    page.paragraph(FunderPhrase.howToRead2)
    page.raw("</div><div class=\"box\"><h3>")
    page.say(FunderPhrase.comparability)
    page.raw("</h3>")
    page.paragraph(FunderPhrase.comparability1)
    page.paragraph(
      FunderPhrase.comparability2,
      ["k": .figure(definition.minimumAnswers), "n": .figure(definition.minimumForReading)])
    page.raw("</div></div>")
  }

  private func message(
    _ sign: Reading?, _ label: FunderPhrase, on page: inout Page, _ body: (inout Page) -> Void
  ) {
    page.raw("<li><strong>")
    if let sign { Mark(reading: sign).write(on: &page) }
    page.say(label)
    page.raw("</strong><div>")
    body(&page)
    page.raw("</div></li>")
  }

  private func tooFew(_ group: Group, on page: inout Page) {
    page.paragraph(
      FunderPhrase.tooFewOrganisations,
      [
        "group": .text(group.named.name[language]), "needed": .figure(definition.minimumPeers),
        "n": .figure(definition.memberCount(of: group.named.key)),
      ])
  }

  private func breadth(_ group: Group, on page: inout Page) {
    var within = 0
    var all = 0
    for member in group.members {
      for voice in voices(of: member, in: group) {
        for dimension in definition.dimensions {
          guard let reading = voice.reading(of: dimension.key) else { continue }
          all += 1
          if reading == .within { within += 1 }
        }
      }
    }
    if all == 0 { return page.paragraph(FunderPhrase.breadthNone) }
    if groups.count > 1 {
      page.raw("<p><strong>")
      page.text(group.named.name[language])
      page.raw("</strong></p>")
    }
    let pattern = "peer.\(group.named.key):org.*/\(group.period)/*/*/reading"
    page.paragraph(
      FunderPhrase.breadthSentence,
      [
        "k": .figure(.count(within, of: pattern + "=within")),
        "n": .figure(.count(all, of: pattern)),
      ])
  }

  private func voices(of member: Definition.Organisation, in group: Group) -> [Voice] {
    definition.perspectives.map {
      Voice(
        table: table, subject: .organisation(member.key), period: group.period, perspective: $0)
    }
  }

  private func talk(_ comparable: [Group], on page: inout Page) {
    var isQuiet = true
    for group in comparable {
      for perspective in definition.perspectives {
        for dimension in definition.dimensions {
          for (word, phrase) in [
            ("look", FunderPhrase.talkBelow), ("keep", FunderPhrase.talkAbove),
          ] {
            let keys = group.members.map(\.key).filter { key in
              let voice = Voice(
                table: table, subject: .organisation(key), period: group.period,
                perspective: perspective)
              return voice.dimension(dimension.key, .headline)?.word == word
            }
            if keys.isEmpty { continue }
            isQuiet = false
            talk(phrase, keys, word, dimension, perspective, group, on: &page)
          }
        }
      }
    }
    if isQuiet { page.paragraph(FunderPhrase.talkNone) }
  }

  private func talk(
    _ phrase: FunderPhrase, _ keys: [String], _ word: String, _ dimension: Definition.Dimension,
    _ perspective: Definition.Named, _ group: Group, on page: inout Page
  ) {
    let who = Insert.text(perspective.name[language])
    let what = Insert.text(dimension.name[language])
    if keys.count <= Self.mostNamed {
      page.paragraph(
        phrase, ["who": who, "dim": what, "keys": .text(keys.joined(separator: ", "))])
    } else {
      let pattern =
        "peer.\(group.named.key):org.*/\(group.period)/\(perspective.key)/\(dimension.key)/headline="
      page.paragraph(
        phrase,
        [
          "who": who, "dim": what,
          "keys": .phrase(
            FunderPhrase.talkMany, "n", .count(keys.count, of: pattern + word)),
        ])
    }
  }

  private func method(chapter: Int, on page: inout Page) {
    page.chapter(chapter, FunderPhrase.method)
    page.raw("<div class=\"small\">")
    page.paragraph(FunderPhrase.methodLimits)
    page.paragraph(FunderPhrase.methodChance, ["q": .figure(definition.falseDiscoveryRate)])
    page.paragraph(FunderPhrase.methodIcc)
    page.paragraph(FunderPhrase.methodKeys)
    page.paragraph(OrganisationPhrase.methodCells)
    page.raw("</div><h3>")
    page.say(OrganisationPhrase.methodReasons)
    page.raw("</h3>")
    Legend.reasons(definition, on: &page)
    page.raw("</section>")
  }
}
