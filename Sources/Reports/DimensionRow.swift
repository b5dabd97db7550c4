import Benchmark

/// One dimension seen from one perspective: strip, points, answers, reading, change, informative value.
struct DimensionRow {
  /// The organisation's cells.
  let voice: Voice
  /// The dimension.
  let dimension: Definition.Dimension
  /// The axis of the strip.
  let axis: Axis
  /// The peer group's cells.
  let peers: Voice

  private var definition: Definition { voice.table.definition }

  /// Writes the row.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    page.raw("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">")
    page.text(dimension.name[page.language])
    page.raw("</th>")
    let points = voice.dimension(dimension.key, .points)
    if let points, points.number != nil {
      writeFigures(points, on: &page)
    } else {
      page.raw(
        "<td role=\"cell\" class=\"muted dash\"><span aria-hidden=\"true\">–</span><span class=\"vh\">"
      )
      page.say(CommonPhrase.nothing)
      page.raw("</span></td><td role=\"cell\" class=\"say wide muted\" colspan=\"5\">")
      page.missing(voice.reason(of: dimension.key) ?? .notAsked, of: points, in: definition)
      page.raw("</td>")
    }
    page.raw("</tr>")
  }

  private func writeFigures(_ points: Cell, on page: inout Page) {
    let reading = voice.reading(of: dimension.key)
    page.raw("<td role=\"cell\" class=\"strip\">")
    Strip(
      axis: axis, points: points, expected: voice.dimension(dimension.key, .expected),
      reading: reading
    ).draw(on: &page) { page in
      page.say(
        OrganisationPhrase.stripTitle,
        [
          "dim": .text(dimension.name[page.language]), "v": .rounded(points.figure()),
          "reading": .text(Mark(reading: reading).phrase.text[page.language]),
        ])
    }
    page.raw("</td>")
    labelled("num", CommonPhrase.points, on: &page)
    page.pointsWithRange(points)
    page.raw("</td>")
    labelled("num", CommonPhrase.answers, on: &page)
    page.figure(voice.dimension(dimension.key, .answers)?.figure() ?? points.figure(.n))
    page.raw("</td>")
    labelled("say", CommonPhrase.reading, on: &page)
    writeReading(reading, on: &page)
    page.raw("</td>")
    labelled("say", OrganisationPhrase.sinceLast, on: &page)
    ChangeNote(voice: voice, dimension: dimension.key).write(on: &page)
    page.raw("</td>")
    labelled("say", OrganisationPhrase.informative, on: &page)
    writeInformativeValue(on: &page)
    page.raw("</td>")
  }

  private func labelled(
    _ classes: StaticString, _ label: some Phrase, on page: inout Page
  ) {
    page.raw("<td role=\"cell\" class=\"")
    page.raw(classes)
    page.raw("\" data-label=\"")
    page.say(label)
    page.raw("\">")
  }

  private func writeReading(_ reading: Reading?, on page: inout Page) {
    guard let cell = voice.dimension(dimension.key, .reading) else {
      return page.say(CommonPhrase.noReading)
    }
    if let reading {
      Mark(reading: reading).write(on: &page)
      page.word(of: cell) { $0.say(Mark(reading: reading).phrase) }
      writeHolds(on: &page)
    } else {
      page.raw("<span class=\"note\">")
      page.missingReading(cell.reason ?? .notComparable, of: cell, in: definition)
      page.raw("</span>")
    }
  }

  /// Writes in how many ways of reckoning the reading is the same.
  private func writeHolds(on page: inout Page) {
    guard let holds = voice.dimension(dimension.key, .readingHolds), let same = holds.figure(),
      let ways = holds.figure(.n)
    else { return }
    page.raw("<br><span class=\"note\">")
    page.say(OrganisationPhrase.readingHolds, ["k": .figure(same), "n": .figure(ways)])
    page.raw("</span>")
  }

  private func writeInformativeValue(on page: inout Page) {
    guard let cell = voice.dimension(dimension.key, .informativeValue),
      let value = cell.word.flatMap(InformativeValue.init(rawValue:))
    else { return page.raw("<span aria-hidden=\"true\">–</span>") }
    let phrase: CommonPhrase =
      switch value {
      case .high: .high
      case .medium: .medium
      case .low: .low
      }
    page.word(of: cell) { $0.say(phrase) }
    if value == .low, let missing = voice.dimension(dimension.key, .answersMissing)?.figure() {
      page.raw("<br><span class=\"note\">")
      page.say(OrganisationPhrase.answersMissing, ["n": .figure(missing)])
      page.raw("</span>")
    }
    writeAssessability(on: &page)
  }

  /// Writes whether the dimension tells organisations apart at all.
  private func writeAssessability(on page: inout Page) {
    guard let cell = peers.dimension(dimension.key, .assessability) else { return }
    let phrase: OrganisationPhrase
    switch cell.word.flatMap(Assessability.init(rawValue:)) {
    case .reliable: phrase = .distinguishesReliably
    case .partly: phrase = .distinguishesPartly
    case .not: phrase = .distinguishesNot
    case nil:
      guard cell.rule == "assessability.too-few-organisations" else { return }
      phrase = .distinguishesOpen
    }
    page.raw("<br><span class=\"note\">")
    page.word(of: cell) { $0.say(phrase) }
    page.raw("</span>")
  }
}
