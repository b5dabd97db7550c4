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
    writeChange(on: &page)
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
    } else {
      page.raw("<span class=\"note\">")
      page.missingReading(cell.reason ?? .notComparable, of: cell, in: definition)
      page.raw("</span>")
    }
  }

  private func writeChange(on page: inout Page) {
    guard let verdict = voice.dimension(dimension.key, .changeVerdict),
      let change = verdict.word.flatMap(Change.init(rawValue:))
    else {
      if let cell = voice.dimension(dimension.key, .changeVerdict) {
        page.word(of: cell) { $0.say(CommonPhrase.changeUntestable) }
      } else {
        page.say(CommonPhrase.changeUntestable)
      }
      return
    }
    let phrase: CommonPhrase =
      switch change {
      case .up: .changeUp
      case .down: .changeDown
      case .usual: .changeUsual
      case .untestable: .changeUntestable
      }
    // Only a change beyond usual variation is given a figure, so that nobody reads noise.
    if change == .up || change == .down,
      let difference = voice.dimension(dimension.key, .change),
      let lower = difference.figure(.lower, .signed), let upper = difference.figure(.upper, .signed)
    {
      page.say(
        CommonPhrase.changeFromTo,
        [
          "d": .figure(difference.figure(.value, .signed)), "lower": .figure(lower),
          "upper": .figure(upper),
        ])
      page.raw("<br>")
    }
    page.raw("<span class=\"note\">")
    page.word(of: verdict) { $0.say(phrase) }
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
    guard value == .low,
      let needed = peers.dimension(dimension.key, .answersNeeded)?.figure()
    else { return }
    page.raw("<br><span class=\"note\">")
    page.say(OrganisationPhrase.answersNeeded, ["n": .figure(needed)])
    page.raw("</span>")
  }
}
