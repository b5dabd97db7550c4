import Benchmark

/// Which dimensions tell the organisations of a group apart, and what that rests on.
struct FunderAssessability {
  /// The peer group.
  let group: FunderPage.Group

  /// Writes one table, a row per perspective and dimension.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    page.raw("<h3>")
    page.text(group.named.name[page.language])
    page.raw("</h3>")
    let name = Insert.text(group.named.name[page.language])
    let count = group.voices.reduce(0) { $0 + group.asked($1).count }
    page.scrollingTable(count <= 24 ? "short" : "") {
      $0.say(FunderPhrase.assessabilityCaption, ["group": name])
    }
    page.raw("<thead><tr>")
    page.columnHeading(FunderPhrase.perspective)
    page.columnHeading(CommonPhrase.dimension)
    page.columnHeading(FunderPhrase.tellsApart)
    page.columnHeading(FunderPhrase.share, numeric: true)
    page.columnHeading(FunderPhrase.typicalReliability, numeric: true)
    page.columnHeading(FunderPhrase.typicalAnswers, numeric: true)
    page.columnHeading(FunderPhrase.answersMissing, numeric: true)
    page.columnHeading(FunderPhrase.pairs, numeric: true)
    page.columnHeading(FunderPhrase.ceiling, numeric: true)
    page.columnHeading(FunderPhrase.byChanceShort, numeric: true)
    page.raw("</tr></thead>")
    page.rows(of: group) { page, peers, dimension in verdict(dimension, peers, on: &page) }
    page.raw("</table></div>")
  }

  private func verdict(_ dimension: String, _ peers: Voice, on page: inout Page) {
    func cell(_ statistic: Statistic) -> Cell? { peers.dimension(dimension, statistic) }
    page.raw("<td class=\"say\">")
    word(of: cell(.assessability), on: &page)
    page.raw("</td><td class=\"num\">")
    page.figureOrReason(cell(.icc), .percent(1))
    page.raw("</td><td class=\"num\">")
    page.withRange(cell(.typicalReliability), .places(2))
    for (statistic, style) in [
      (Statistic.typicalAnswers, Figure.Style.whole), (.answersMissing, .whole),
      (.distinguishablePairs, .percent(0)),
      (.ceilingShare, .percent(0)), (.expectedByChance, .places(1)),
    ] {
      page.raw("</td><td class=\"num\">")
      page.figureOrReason(cell(statistic), style)
    }
    page.raw("</td>")
  }

  private func word(of cell: Cell?, on page: inout Page) {
    guard let cell else { return page.silent(.notAsked, of: nil) }
    let phrase: CommonPhrase
    switch cell.word.flatMap(Assessability.init(rawValue:)) {
    case .reliable: phrase = .reliable
    case .partly: phrase = .partly
    case .not: phrase = .not
    case nil:
      guard cell.rule == "assessability.too-few-organisations" else {
        return page.silent(cell.reason ?? .notComparable, of: cell)
      }
      phrase = .openVerdict
    }
    page.raw("<b>")
    page.word(of: cell) { $0.say(phrase) }
    page.raw("</b>")
  }
}

extension Page {
  /// Writes the figure of a cell with its interval, or why there is none.
  ///
  /// - Parameters:
  ///   - cell: The cell, or `nil` if the table has none.
  ///   - style: How it is rounded.
  mutating func withRange(_ cell: Cell?, _ style: Figure.Style) {
    figureOrReason(cell, style)
    guard let lower = cell?.figure(.lower, style), let upper = cell?.figure(.upper, style) else {
      return
    }
    raw(" <span class=\"range\">(")
    figure(lower)
    raw("–")
    figure(upper)
    raw(")</span>")
  }

  /// Writes a body of rows per perspective, one row per dimension, with both names in front.
  ///
  /// - Parameters:
  ///   - group: The peer group.
  ///   - isListed: Whether a dimension has a row.
  ///   - cells: Writes the cells of a row.
  mutating func rows(
    of group: FunderPage.Group, where isListed: (Voice, String) -> Bool = { _, _ in true },
    _ cells: (inout Page, Voice, String) -> Void
  ) {
    for voice in group.voices {
      let listed = group.asked(voice).filter { isListed(voice, $0.key) }
      if listed.isEmpty { continue }
      raw("<tbody>")
      for (place, dimension) in listed.enumerated() {
        raw("<tr>")
        if place == 0 {
          raw("<th scope=\"rowgroup\" class=\"who\" rowspan=\"")
          text(String(listed.count))
          raw("\">")
          text(voice.perspective.name[language])
          raw("</th>")
        }
        raw("<th scope=\"row\">")
        text(dimension.name[language])
        raw("</th>")
        cells(&self, voice, dimension.key)
        raw("</tr>")
      }
      raw("</tbody>")
    }
  }
}
