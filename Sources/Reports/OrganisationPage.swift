import Benchmark

/// The page of one organisation: three messages, position by dimension, answers, method.
struct OrganisationPage {
  private let organisation: Definition.Organisation
  private let table: CellTable
  private let run: RunIdentity
  private let language: Language
  private let voices: [Voice]
  private let period: String

  /// Prepares a page.
  ///
  /// - Parameters:
  ///   - key: The key of the organisation.
  ///   - table: The cells.
  ///   - run: Which run this is.
  ///   - language: The language of the page.
  init(key: String, table: CellTable, run: RunIdentity, language: Language) {
    guard let organisation = table.definition.organisations.first(where: { $0.key == key }) else {
      preconditionFailure("the definition does not list this organisation")
    }
    let period = table.latestPeriod(of: organisation.peerGroup)
    self.organisation = organisation
    self.table = table
    self.run = run
    self.language = language
    self.period = period
    voices = table.definition.perspectives.map { perspective in
      Voice(
        table: table, subject: .organisation(key), period: period, perspective: perspective)
    }
  }

  private var definition: Definition { table.definition }

  /// Renders the page.
  ///
  /// - Returns: The file.
  func file() -> ReportFile {
    var page = Page(language: language)
    let title = definition.title[language]
    page.document(
      title: "\(organisation.name) – \(title)", run: run,
      header: { page in header(on: &page) },
      main: { page in
        if isAllHidden {
          hiddenMain(on: &page)
        } else {
          fullMain(on: &page)
        }
      })
    return ReportFile(
      path: "organisations/\(ReportPath.folder(organisation.key))/org.\(language.rawValue).html",
      bytes: page.bytes)
  }

  private var isAllHidden: Bool {
    voices.allSatisfy { voice in
      definition.dimensions.allSatisfy { voice.reason(of: $0.key) != nil }
    }
  }

  private func header(on page: inout Page) {
    page.languageLink(definition.languages) { "org.\($0.rawValue).html" }
    page.raw("<p class=\"eyebrow\">")
    page.text(definition.title[language])
    page.raw(" · ")
    page.say(OrganisationPhrase.kind)
    page.raw("</p><h1>")
    page.text(organisation.name)
    page.raw("</h1><dl class=\"meta\">")
    page.meta(CommonPhrase.period) { $0.period(period) }
    if let group = definition.peerGroups.first(where: { $0.key == organisation.peerGroup }) {
      page.meta(CommonPhrase.peerGroup) { page in
        page.peerGroup(group, of: definition)
      }
    }
    page.meta(CommonPhrase.run) { page in
      page.raw("<code>")
      page.text(run.id)
      page.raw("</code>")
    }
    page.raw("</dl>")
  }

  // MARK: With figures

  private func fullMain(on page: inout Page) {
    page.chapter(1, OrganisationPhrase.glance)
    messages(on: &page)
    boxes(on: &page)
    page.raw("</section>")
    page.chapter(2, OrganisationPhrase.position)
    page.paragraph(OrganisationPhrase.positionIntro)
    DimensionTables(voices: voices, table: table, peerGroup: organisation.peerGroup).write(
      on: &page)
    page.raw("</section>")
    AnswerTables(voices: voices, definition: definition).write(chapter: 3, on: &page)
    method(chapter: 4, on: &page)
  }

  /// The headline cells of all perspectives, in the order of the pipeline.
  private var headlines: [(voice: Voice, dimension: Definition.Dimension, word: String)] {
    voices.flatMap { voice in
      definition.dimensions.compactMap { dimension in
        voice.dimension(dimension.key, .headline)?.word.map { (voice, dimension, $0) }
      }
    }
  }

  /// Whether readings are missing because there are too few organisations to compare with.
  private var isAlone: Bool {
    voices.contains { voice in
      definition.dimensions.contains { dimension in
        guard let cell = voice.dimension(dimension.key, .reading), cell.word == nil else {
          return false
        }
        return voice.dimension(dimension.key, .points)?.number != nil
          && Page.tooFewPeersRules.contains(cell.rule)
      }
    }
  }

  private func messages(on page: inout Page) {
    let headlines = headlines
    guard !headlines.isEmpty else {
      page.raw("<ul class=\"messages\">")
      message(nil, .unread, on: &page) {
        $0.paragraph(isAlone ? OrganisationPhrase.noPeers : .noReadings)
      }
      page.raw("</ul>")
      return
    }
    page.raw("<ul class=\"messages\">")
    let kinds: [(word: String, label: OrganisationPhrase, usual: Reading, strict: Reading)] = [
      ("keep", .keep, .above, .wellAbove), ("look", .look, .below, .wellBelow),
    ]
    for kind in kinds {
      let found = headlines.filter { $0.word == kind.word }
      if found.isEmpty { continue }
      let isStrict = found.contains { $0.voice.reading(of: $0.dimension.key) == kind.strict }
      message(isStrict ? kind.strict : kind.usual, kind.label, on: &page) { page in
        for headline in found {
          let (voice, dimension) = (headline.voice, headline.dimension)
          page.raw("<p>")
          page.say(
            sentence(of: voice.reading(of: dimension.key), kind.usual),
            [
              "who": .text(voice.perspective.name[language]),
              "dim": .text(dimension.name[language]),
              "v": .figure(voice.dimension(dimension.key, .points)?.figure()),
            ])
          wayNote(voice.dimension(dimension.key, .readingHolds), on: &page)
          page.raw("</p>")
        }
      }
    }
    let quiet = headlines.count { $0.word == "none" }
    if quiet > 0 {
      message(.within, .none, on: &page) { page in
        if quiet == headlines.count { page.paragraph(OrganisationPhrase.allNone) }
        let pattern = "org.\(organisation.key)/\(period)/*/*/headline"
        page.paragraph(
          OrganisationPhrase.noneSentence,
          [
            "k": .figure(.count(quiet, of: pattern + "=none")),
            "n": .figure(.count(headlines.count, of: pattern)),
          ])
      }
    }
    page.raw("</ul>")
  }

  /// Says in how many ways of reckoning a message holds, if not in all.
  private func wayNote(_ holds: Cell?, on page: inout Page) {
    guard let same = holds?.figure(), let ways = holds?.figure(.n), same.value < ways.value else {
      return
    }
    page.raw(" ")
    page.say(OrganisationPhrase.messageHolds, ["k": .figure(same), "n": .figure(ways)])
  }

  private func sentence(of reading: Reading?, _ usual: Reading) -> OrganisationPhrase {
    switch (usual, reading) {
    case (.above, .wellAbove): .keepStrict
    case (.above, _): .keepSentence
    case (_, .wellBelow): .lookStrict
    default: .lookSentence
    }
  }

  private func message(
    _ sign: Reading?, _ label: OrganisationPhrase, on page: inout Page,
    _ body: (inout Page) -> Void
  ) {
    page.raw("<li><strong>")
    if let sign { Mark(reading: sign).write(on: &page) }
    page.say(label)
    page.raw("</strong><div>")
    body(&page)
    page.raw("</div></li>")
  }

  private func boxes(on page: inout Page) {
    page.raw("<div class=\"boxes\"><div class=\"box\"><h3>")
    page.say(OrganisationPhrase.howToRead)
    page.raw("</h3>")
    let isCompared = !headlines.isEmpty
    if isCompared {
      page.paragraph(OrganisationPhrase.howToRead1)
      page.paragraph(OrganisationPhrase.howToRead2)
      page.paragraph(OrganisationPhrase.howToRead3)
    } else {
      page.paragraph(OrganisationPhrase.howToReadPlain)
    }
    Legend.strip(hasBand: isCompared, on: &page)
    page.raw("</div><div class=\"box\"><h3>")
    page.say(OrganisationPhrase.cannot)
    page.raw("</h3>")
    page.paragraph(OrganisationPhrase.cannot1)
    page.paragraph(OrganisationPhrase.cannot2)
    protection(on: &page)
    page.raw("<h3>")
    page.say(OrganisationPhrase.whoAnswered)
    page.raw("</h3><ul>")
    for voice in voices {
      page.raw("<li>")
      page.text(voice.perspective.name[language])
      page.raw(": ")
      let answers = definition.dimensions.compactMap { voice.dimension($0.key, .answers) }
      if let most = answers.max(by: { ($0.number ?? -1) < ($1.number ?? -1) })?.figure() {
        page.say(OrganisationPhrase.upTo, ["n": .figure(most)])
      } else {
        page.say(OrganisationPhrase.whoHidden)
      }
      page.raw("</li>")
    }
    page.raw("</ul></div></div>")
  }

  private func protection(on page: inout Page) {
    page.raw("<p>")
    page.say(OrganisationPhrase.protection, ["k": .figure(definition.minimumAnswers)])
    if definition.thresholds.minimumAnswers < Definition.Thresholds().minimumAnswers {
      page.raw(" ")
      page.say(OrganisationPhrase.smallCounts)
    }
    page.raw("</p>")
  }

  /// Whether any change since the period before could be tested.
  private var hasTestedChange: Bool {
    voices.contains { voice in
      definition.dimensions.contains { dimension in
        let word = voice.dimension(dimension.key, .changeVerdict)?.word
        return word != nil && word != Change.untestable.rawValue
      }
    }
  }

  private func method(chapter: Int, on page: inout Page) {
    page.chapter(chapter, OrganisationPhrase.method)
    page.raw("<div class=\"small\">")
    page.paragraph(OrganisationPhrase.methodPoints)
    page.paragraph(OrganisationPhrase.methodRange)
    page.paragraph(
      OrganisationPhrase.methodReading,
      [
        "n": .figure(definition.minimumForReading), "peers": .figure(definition.minimumPeers),
      ])
    page.paragraph(
      OrganisationPhrase.methodReliability, ["r": .figure(definition.minimumReliability)])
    if !headlines.isEmpty {
      page.paragraph(OrganisationPhrase.methodAssessability)
      page.paragraph(OrganisationPhrase.methodSensitivity)
    }
    page.paragraph(
      OrganisationPhrase.methodHeadline, ["q": .figure(definition.falseDiscoveryRate)])
    if hasTestedChange { page.paragraph(OrganisationPhrase.methodChange) }
    page.paragraph(OrganisationPhrase.methodCells)
    page.raw("</div><h3>")
    page.say(OrganisationPhrase.methodReasons)
    page.raw("</h3>")
    Legend.reasons(definition, on: &page)
    page.raw("</section>")
  }

  // MARK: Without figures

  private func hiddenMain(on page: inout Page) {
    page.chapter(1, OrganisationPhrase.hiddenTitle)
    let isForProtection = voices.contains { voice in
      definition.dimensions.contains { dimension in
        let reason = voice.reason(of: dimension.key)
        return reason == .tooFew || reason == .protected
      }
    }
    if isForProtection {
      page.paragraph(OrganisationPhrase.hiddenWhy, ["k": .figure(definition.minimumAnswers)])
    } else {
      page.paragraph(OrganisationPhrase.hiddenOther)
    }
    page.paragraph(OrganisationPhrase.hiddenUse)
    page.raw("</section>")
    page.chapter(2, OrganisationPhrase.hiddenWhat)
    page.raw("<ul class=\"plain\">")
    for advice: OrganisationPhrase in [.hiddenTalk, .hiddenLonger, .hiddenShort, .hiddenFeedback] {
      page.raw("<li>")
      page.say(advice)
      page.raw("</li>")
    }
    page.raw("</ul></section>")
    page.chapter(3, OrganisationPhrase.hiddenTable)
    DimensionTables(voices: voices, table: table, peerGroup: organisation.peerGroup)
      .writeReasons(on: &page)
    page.raw("</section>")
  }
}
