import Benchmark

/// What was answered to each question: a bar of all levels and their counts, by perspective.
struct AnswerTables {
  /// The most levels that are given a column each.
  private static let mostColumns = 11

  /// What a scale must share for its questions to stand in one table.
  private struct Scale: Equatable {
    var minimum: Int
    var maximum: Int
    var step: Int
    var decimals: Int
    var reversed: Bool

    init(_ item: Definition.Item) {
      minimum = item.minimum
      maximum = item.maximum
      step = item.step
      decimals = item.decimals
      reversed = item.reversed
    }

    /// The answer that a level stands for, in the scale's own numbers.
    func answer(_ level: Int) -> Double {
      var value = Double(reversed ? maximum - level * step : minimum + level * step)
      for _ in 0..<decimals { value /= 10 }
      return value
    }
  }

  private let voices: [Voice]
  private let definition: Definition

  /// Prepares the tables.
  ///
  /// - Parameters:
  ///   - voices: The organisation's cells by perspective.
  ///   - definition: The questions.
  init(voices: [Voice], definition: Definition) {
    self.voices = voices
    self.definition = definition
  }

  /// Writes the chapter.
  ///
  /// - Parameters:
  ///   - number: The number of the chapter.
  ///   - page: The page.
  func write(chapter number: Int, on page: inout Page) {
    page.chapter(number, OrganisationPhrase.distribution)
    page.paragraph(OrganisationPhrase.distributionIntro)
    for voice in voices {
      page.raw("<h3>")
      page.text(voice.perspective.name[page.language])
      page.raw("</h3>")
      write(voice, on: &page)
    }
    page.raw("</section>")
  }

  private func write(_ voice: Voice, on page: inout Page) {
    var groups: [(scale: Scale, items: [Definition.Item])] = []
    var hidden: [(item: Definition.Item, cell: Cell, reason: Reason)] = []
    var isComplete = true
    for item in definition.items {
      if isShown(item, by: voice) {
        let scale = Scale(item)
        if let place = groups.firstIndex(where: { $0.scale == scale }) {
          groups[place].items.append(item)
        } else {
          groups.append((scale, [item]))
        }
      } else if let cell = silence(of: item, by: voice), let reason = cell.reason,
        reason != .notAsked
      {
        hidden.append((item, cell, reason))
      } else {
        isComplete = false
      }
    }
    for group in groups {
      if group.items[0].levels <= Self.mostColumns {
        writeLevels(group.items, scale: group.scale, of: voice, on: &page)
      } else {
        writeShares(group.items, of: voice, on: &page)
      }
    }
    writeHidden(hidden, of: voice, on: &page)
    if groups.isEmpty, hidden.isEmpty {
      page.paragraph(OrganisationPhrase.perspectiveNotAsked)
    } else if !isComplete {
      page.raw("<p class=\"note\">")
      page.say(OrganisationPhrase.itemsNotAsked)
      page.raw("</p>")
    }
  }

  private func isShown(_ item: Definition.Item, by voice: Voice) -> Bool {
    if voice.item(item.key, .topTwoShare)?.number != nil { return true }
    return (0..<item.levels).contains { voice.item(item.key, .level($0))?.number != nil }
  }

  private func silence(of item: Definition.Item, by voice: Voice) -> Cell? {
    for statistic: Statistic in [.level(0), .answers, .topTwoShare] {
      if let cell = voice.item(item.key, statistic), cell.reason != nil { return cell }
    }
    return nil
  }

  private func writeLevels(
    _ items: [Definition.Item], scale: Scale, of voice: Voice, on page: inout Page
  ) {
    let levels = items[0].levels
    let hasShares = items.contains { voice.item($0.key, .topTwoShare)?.number != nil }
    page.raw("<table class=\"cards dist")
    if items.count <= 12 { page.raw(" short") }
    if levels > 7 { page.raw(" many") }
    page.raw("\" role=\"table\"><caption>")
    page.say(
      scale.reversed ? OrganisationPhrase.reversedScale : .distributionCaption,
      ["who": .text(voice.perspective.name[page.language])])
    page.raw(
      """
      </caption><thead role="rowgroup"><tr role="row">\
      <th scope="col" role="columnheader" class="q">
      """)
    page.say(OrganisationPhrase.statement)
    page.raw("</th><th scope=\"col\" role=\"columnheader\" class=\"d\">")
    page.say(OrganisationPhrase.worstToBest)
    page.raw("</th>")
    for level in 0..<levels {
      page.raw("<th scope=\"col\" role=\"columnheader\" class=\"num\">")
      page.rounded(answer(level, on: scale))
      page.raw("</th>")
    }
    if hasShares {
      page.raw("<th scope=\"col\" role=\"columnheader\" class=\"num top\">")
      page.say(OrganisationPhrase.topTwo)
      page.raw("</th>")
    }
    page.raw("</tr></thead><tbody role=\"rowgroup\">")
    for item in items {
      page.raw("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">")
      page.text(item.text[page.language])
      page.raw("</th><td role=\"cell\" class=\"d\">")
      writeBar(item, of: voice, on: &page)
      page.raw("</td>")
      for level in 0..<levels {
        page.raw("<td role=\"cell\" class=\"num\" data-label=\"")
        page.rounded(answer(level, on: scale))
        page.raw("\">")
        page.figureOrReason(voice.item(item.key, .level(level)))
        page.raw("</td>")
      }
      if hasShares {
        page.raw("<td role=\"cell\" class=\"num top\" data-label=\"")
        page.say(OrganisationPhrase.topTwo)
        page.raw("\">")
        page.figureOrReason(voice.item(item.key, .topTwoShare), .percent(0))
        page.raw("</td>")
      }
      page.raw("</tr>")
    }
    page.raw("</tbody></table>")
  }

  private func answer(_ level: Int, on scale: Scale) -> Figure {
    .setting(scale.answer(level), "scale", style: .places(scale.decimals))
  }

  /// The bar is drawn only from complete counts; the browser turns them into lengths.
  private func writeBar(_ item: Definition.Item, of voice: Voice, on page: inout Page) {
    let counts = (0..<item.levels).compactMap { voice.item(item.key, .level($0))?.number }
    guard counts.count == item.levels else { return }
    page.raw("<div class=\"bar\" aria-hidden=\"true\">")
    for (level, count) in counts.enumerated() where count > 0 {
      page.raw("<i style=\"flex:")
      page.exact(count)
      page.raw(" 0 0;background:")
      page.text(LevelPalette.colour(level, of: item.levels))
      page.raw("\"></i>")
    }
    page.raw("</div>")
  }

  private func writeShares(_ items: [Definition.Item], of voice: Voice, on page: inout Page) {
    page.scrollingTable("short") { page in
      page.say(
        OrganisationPhrase.manyLevels, ["who": .text(voice.perspective.name[page.language])])
    }
    page.raw("<thead><tr>")
    page.columnHeading(OrganisationPhrase.statement)
    page.columnHeading(CommonPhrase.answers, numeric: true)
    page.columnHeading(OrganisationPhrase.topTwo, numeric: true)
    page.raw("</tr></thead><tbody>")
    for item in items {
      page.raw("<tr><th scope=\"row\">")
      page.text(item.text[page.language])
      page.raw("</th><td class=\"num\">")
      page.figureOrReason(voice.item(item.key, .answers))
      page.raw("</td><td class=\"num\">")
      page.figureOrReason(voice.item(item.key, .topTwoShare), .percent(0))
      page.raw("</td></tr>")
    }
    page.endScrollingTable()
  }

  private func writeHidden(
    _ hidden: [(item: Definition.Item, cell: Cell, reason: Reason)], of voice: Voice,
    on page: inout Page
  ) {
    if hidden.isEmpty { return }
    page.raw("<table class=\"cards\" role=\"table\"><caption>")
    page.say(OrganisationPhrase.itemsHidden, ["who": .text(voice.perspective.name[page.language])])
    page.raw(
      """
      </caption><thead role="rowgroup"><tr role="row">\
      <th scope="col" role="columnheader" class="q">
      """)
    page.say(OrganisationPhrase.statement)
    page.raw("</th><th scope=\"col\" role=\"columnheader\">")
    page.say(SummaryPhrase.reason)
    page.raw("</th></tr></thead><tbody role=\"rowgroup\">")
    for entry in hidden {
      page.raw("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">")
      page.text(entry.item.text[page.language])
      page.raw("</th><td role=\"cell\" class=\"say wide muted\">")
      page.missing(entry.reason, of: entry.cell, in: definition)
      page.raw("</td></tr>")
    }
    page.raw("</tbody></table>")
  }
}
