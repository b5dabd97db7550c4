import Benchmark

/// The essentials of the page for funders: breadth, whom to talk with, what can be assessed, limits.
struct FunderMessages {
  /// The most organisations that a message names.
  private static let mostNamed = 12

  /// The peer groups.
  let groups: [FunderPage.Group]
  /// All cells.
  let table: CellTable
  /// The language of the page.
  let language: Language

  private var definition: Definition { table.definition }

  /// Writes the messages, then how to read them.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    let comparable = groups.filter(\.isComparable)
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
      assessable(comparable, on: &page)
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

  private func tooFew(_ group: FunderPage.Group, on page: inout Page) {
    page.paragraph(
      FunderPhrase.tooFewOrganisations,
      [
        "group": .text(group.named.name[language]), "needed": .figure(definition.minimumPeers),
        "n": .figure(definition.memberCount(of: group.named.key)),
      ])
  }

  private func breadth(_ group: FunderPage.Group, on page: inout Page) {
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

  private func voices(of member: Definition.Organisation, in group: FunderPage.Group) -> [Voice] {
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
    let group: FunderPage.Group
  }

  /// Only readings beyond 99.8 % are messages: this page holds those of all organisations, and
  /// `headline` cells look at the comparisons of one organisation only.
  private func signals(_ comparable: [FunderPage.Group]) -> [Signal] {
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

  private func talk(_ comparable: [FunderPage.Group], on page: inout Page) {
    let signals = signals(comparable)
    let sign = signals.contains { $0.reading == .wellBelow } ? .wellBelow : signals.first?.reading
    message(sign, .talk, on: &page) { page in
      for signal in signals { write(signal, on: &page) }
      if signals.isEmpty { page.paragraph(FunderPhrase.talkNone) }
    }
  }

  /// Says how many dimensions tell organisations apart, group by group.
  private func assessable(_ comparable: [FunderPage.Group], on page: inout Page) {
    let told = comparable.filter { count(nil, in: $0).value > 0 }
    if told.isEmpty { return }
    message(nil, .assessable, on: &page) { page in
      for group in told {
        if groups.count > 1 {
          page.raw("<p><strong>")
          page.text(group.named.name[language])
          page.raw("</strong></p>")
        }
        page.paragraph(
          FunderPhrase.assessableSentence,
          [
            "n": .figure(count(nil, in: group)), "k": .figure(count(.reliable, in: group)),
            "p": .figure(count(.partly, in: group)), "m": .figure(count(.not, in: group)),
          ])
      }
    }
  }

  /// The number of dimensions and perspectives with a verdict, or with one verdict.
  private func count(_ verdict: Assessability?, in group: FunderPage.Group) -> Figure {
    let count = group.voices.reduce(0) { sum, voice in
      sum
        + definition.dimensions.count { dimension in
          guard let word = voice.dimension(dimension.key, .assessability)?.word else {
            return false
          }
          return verdict.map { $0.rawValue == word } ?? true
        }
    }
    let pattern = "peer.\(group.named.key)/\(group.period)/*/*/assessability"
    return .count(count, of: pattern + (verdict.map { "=\($0.rawValue)" } ?? ""))
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
}
