import Benchmark

/// How many organisations of a group have a value, by perspective and dimension.
struct FunderCoverage {
  /// The peer group.
  let group: FunderPage.Group
  /// All cells.
  let table: CellTable

  /// Writes the table.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    let name = group.named.name[page.language]
    let hasFigures = group.voices.contains { voice in
      table.definition.dimensions.contains {
        voice.dimension($0.key, .organisations)?.number != nil
      }
    }
    guard hasFigures else {
      return page.paragraph(FunderPhrase.coverageNone, ["group": .text(name)])
    }
    page.scrollingTable("") { $0.say(FunderPhrase.coverageCaption, ["group": .text(name)]) }
    page.raw("<thead><tr>")
    page.columnHeading(FunderPhrase.perspective)
    page.columnHeading(CommonPhrase.dimension)
    page.columnHeading(FunderPhrase.withFigure, numeric: true)
    page.columnHeading(FunderPhrase.withheld, numeric: true)
    page.columnHeading(CommonPhrase.answers, numeric: true)
    page.raw("</tr></thead>")
    page.rows(of: group) { page, voice, dimension in
      for statistic: Statistic in [.organisations, .withheld, .answers] {
        page.raw("<td class=\"num\">")
        page.figureOrReason(voice.dimension(dimension, statistic))
        page.raw("</td>")
      }
    }
    page.raw("</table></div>")
  }
}

/// Readings of all organisations at once, without sums.
struct FunderMatrix {
  /// The peer group.
  let group: FunderPage.Group
  /// All cells.
  let table: CellTable

  /// Writes one matrix per perspective, or why there is none.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    let name = Insert.text(group.named.name[page.language])
    guard group.members.count <= FunderPage.mostListed else {
      return page.paragraph(
        FunderPhrase.matrixOmitted,
        ["group": name, "n": .figure(table.definition.memberCount(of: group.named.key))])
    }
    page.raw("<h3>")
    page.text(group.named.name[page.language])
    page.raw("</h3>")
    Legend.matrix(on: &page)
    for voice in group.voices where group.wasAskedAnything(voice) { write(voice, on: &page) }
  }

  private func write(_ peers: Voice, on page: inout Page) {
    let who = Insert.text(peers.perspective.name[page.language])
    let dimensions = group.asked(peers)
    let hasReadings = group.members.contains { member in
      let voice = Voice(
        table: table, subject: .organisation(member.key), period: group.period,
        perspective: peers.perspective)
      return dimensions.contains { voice.reading(of: $0.key) != nil }
    }
    guard hasReadings else { return page.paragraph(FunderPhrase.matrixNone, ["who": who]) }
    page.scrollingTable(group.members.count <= 20 ? "matrix short" : "matrix") {
      $0.say(FunderPhrase.matrixCaption, ["who": who])
    }
    page.raw("<thead><tr>")
    page.columnHeading(FunderPhrase.organisation)
    for dimension in dimensions {
      page.raw("<th scope=\"col\">")
      page.text(dimension.name[page.language])
      page.raw("</th>")
    }
    page.raw("</tr></thead><tbody>")
    for member in group.members {
      let voice = Voice(
        table: table, subject: .organisation(member.key), period: group.period,
        perspective: peers.perspective)
      page.raw("<tr><th scope=\"row\">")
      page.text(member.key)
      page.raw("</th>")
      for dimension in dimensions {
        page.raw("<td>")
        write(dimension.key, of: voice, on: &page)
        page.raw("</td>")
      }
      page.raw("</tr>")
    }
    page.endScrollingTable()
  }

  private func write(_ dimension: String, of voice: Voice, on page: inout Page) {
    if let cell = voice.dimension(dimension, .reading), let reading = voice.reading(of: dimension) {
      let mark = Mark(reading: reading)
      mark.write(on: &page)
      page.raw("<span class=\"vh\">")
      page.word(of: cell) { $0.say(mark.phrase) }
      page.raw("</span>")
    } else if let reason = voice.reason(of: dimension) {
      page.silent(reason, of: voice.dimension(dimension, .points))
    } else {
      Mark(reading: nil).write(on: &page)
      page.raw("<span class=\"vh\">")
      page.say(CommonPhrase.noReading)
      page.raw("</span>")
    }
  }
}

extension Page {
  /// Writes the figure of a cell, or the sign and words of why there is none.
  ///
  /// - Parameters:
  ///   - cell: The cell, or `nil` if the table has none.
  ///   - style: How it is rounded.
  mutating func figureOrReason(_ cell: Cell?, _ style: Figure.Style = .whole) {
    if let figure = cell?.figure(.value, style) {
      self.figure(figure)
    } else {
      silent(cell?.reason ?? .notAsked, of: cell)
    }
  }

  /// Writes the sign of a reason, with its words for screen readers only.
  ///
  /// - Parameters:
  ///   - reason: The reason.
  ///   - cell: The cell that gives it, or `nil` if the table has no such cell.
  mutating func silent(_ reason: Reason, of cell: Cell?) {
    reason.write(on: &self)
    raw("<span class=\"vh\">")
    if let cell, cell.reason == reason {
      word(of: cell) { $0.say(reason.shortPhrase) }
    } else {
      say(reason.shortPhrase)
    }
    raw("</span>")
  }
}
