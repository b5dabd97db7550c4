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
      talk(comparable, on: &page)
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

  /// Organisations of a group that lie beyond the strict limits of a dimension.
  private struct Signal {
    let reading: Reading
    let keys: [String]
    let dimension: Definition.Dimension
    let perspective: Definition.Named
    let group: Group
  }

  /// Only readings beyond 99.8 % are messages: this page holds those of all organisations, and
  /// `headline` cells look at the comparisons of one organisation only.
  private func signals(_ comparable: [Group]) -> [Signal] {
    comparable.flatMap { group in
      definition.perspectives.flatMap { perspective in
        definition.dimensions.flatMap { dimension in
          [Reading.wellBelow, .wellAbove].compactMap { reading -> Signal? in
            let keys = group.members.map(\.key).filter { key in
              let voice = Voice(
                table: table, subject: .organisation(key), period: group.period,
                perspective: perspective)
              return voice.reading(of: dimension.key) == reading
            }
            if keys.isEmpty { return nil }
            return Signal(
              reading: reading, keys: keys, dimension: dimension, perspective: perspective,
              group: group)
          }
        }
      }
    }
  }

  private func talk(_ comparable: [Group], on page: inout Page) {
    let signals = signals(comparable)
    let sign = signals.contains { $0.reading == .wellBelow } ? .wellBelow : signals.first?.reading
    message(sign, .talk, on: &page) { page in
      for signal in signals { write(signal, on: &page) }
      if signals.isEmpty { page.paragraph(FunderPhrase.talkNone) }
    }
  }

  private func write(_ signal: Signal, on page: inout Page) {
    let (keys, reading) = (signal.keys, signal.reading)
    let pattern =
      "peer.\(signal.group.named.key):org.*/\(signal.group.period)/\(signal.perspective.key)"
      + "/\(signal.dimension.key)/reading=\(reading.rawValue)"
    page.paragraph(
      reading == .wellBelow ? FunderPhrase.talkBelow : .talkAbove,
      [
        "who": .text(signal.perspective.name[language]),
        "dim": .text(signal.dimension.name[language]),
        "keys": keys.count <= Self.mostNamed
          ? .text(keys.joined(separator: ", "))
          : .phrase(FunderPhrase.talkMany, "n", .count(keys.count, of: pattern)),
      ])
  }

  private func method(chapter: Int, on page: inout Page) {
    page.chapter(chapter, FunderPhrase.method)
    page.raw("<div class=\"small\">")
    page.paragraph(FunderPhrase.methodLimits)
    page.paragraph(FunderPhrase.methodChance)
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
