import Benchmark

/// One table per perspective with a row per dimension; perspectives are never merged.
struct DimensionTables {
  private let voices: [Voice]
  private let table: CellTable
  private let peerGroup: String
  private let axis: Axis

  /// Prepares the tables and the axis that all their strips share.
  ///
  /// - Parameters:
  ///   - voices: The organisation's cells by perspective.
  ///   - table: All cells.
  ///   - peerGroup: The key of the organisation's peer group.
  init(voices: [Voice], table: CellTable, peerGroup: String) {
    self.voices = voices
    self.table = table
    self.peerGroup = peerGroup
    var figures: [Double] = []
    for voice in voices {
      for dimension in table.definition.dimensions {
        guard let points = voice.dimension(dimension.key, .points), points.number != nil else {
          continue
        }
        let expected = voice.dimension(dimension.key, .expected)
        figures += [points.number, points.lower, points.upper].compactMap(\.self)
        figures += [expected?.lower, expected?.upper].compactMap(\.self)
      }
    }
    axis = .strip(over: figures)
  }

  /// Writes the tables, each under the name of its perspective.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    for voice in voices {
      heading(of: voice, on: &page)
      if !reasonOnly(voice, on: &page) { write(voice, on: &page) }
    }
  }

  /// Writes only why each perspective has no figures.
  ///
  /// - Parameter page: The page.
  func writeReasons(on page: inout Page) {
    page.raw("<div class=\"scroll\"><table class=\"short\"><caption class=\"vh\">")
    page.say(OrganisationPhrase.hiddenTable)
    page.raw("</caption><thead><tr>")
    page.columnHeading(FunderPhrase.perspective)
    page.columnHeading(SummaryPhrase.reason)
    page.raw("</tr></thead><tbody>")
    for voice in voices {
      page.raw("<tr><th scope=\"row\">")
      page.text(voice.perspective.name[page.language])
      page.raw("</th><td class=\"say\">")
      // What was never asked says nothing where answers are withheld for another reason.
      let found = reasons(of: voice)
      let others = found.filter { $0 != .notAsked }
      for reason in others.isEmpty ? found : others {
        page.raw("<div>")
        page.missing(reason, of: cell(of: voice, with: reason), in: table.definition)
        page.raw("</div>")
      }
      page.raw("</td></tr>")
    }
    page.raw("</tbody></table></div>")
  }

  private func heading(of voice: Voice, on page: inout Page) {
    page.raw("<h3>")
    page.text(voice.perspective.name[page.language])
    page.raw("</h3>")
  }

  private func reasons(of voice: Voice) -> [Reason] {
    let found = Set(table.definition.dimensions.compactMap { voice.reason(of: $0.key) })
    return Reason.allCases.filter(found.contains)
  }

  private func cell(of voice: Voice, with reason: Reason) -> Cell? {
    for dimension in table.definition.dimensions {
      if let cell = voice.dimension(dimension.key, .points), cell.reason == reason { return cell }
    }
    return nil
  }

  /// Writes one sentence instead of a table when every row would give the same reason.
  ///
  /// - Returns: Whether it did.
  private func reasonOnly(_ voice: Voice, on page: inout Page) -> Bool {
    let isSilent = table.definition.dimensions.allSatisfy { voice.reason(of: $0.key) != nil }
    let reasons = reasons(of: voice)
    guard isSilent, reasons.count == 1, let reason = reasons.first else { return false }
    if reason == .notAsked {
      page.paragraph(OrganisationPhrase.perspectiveNotAsked)
      return true
    }
    page.raw("<p>")
    page.missing(reason, of: cell(of: voice, with: reason), in: table.definition)
    page.raw(". ")
    page.say(OrganisationPhrase.perspectiveHidden)
    page.raw("</p>")
    return true
  }

  private func write(_ voice: Voice, on page: inout Page) {
    let who: KeyValuePairs<String, Insert> = [
      "who": .text(voice.perspective.name[page.language])
    ]
    page.raw("<table class=\"cards lay\" role=\"table\"><caption class=\"vh\">")
    page.say(OrganisationPhrase.positionCaption, who)
    page.raw("</caption><thead role=\"rowgroup\"><tr role=\"row\">")
    heading("c-dim", CommonPhrase.dimension, on: &page)
    page.raw("<th scope=\"col\" role=\"columnheader\" class=\"c-strip\">")
    page.say(OrganisationPhrase.strip)
    page.raw("<span class=\"ticks\">")
    for tick in [axis.lower, (axis.lower + axis.upper) / 2, axis.upper] {
      page.raw("<span>")
      page.rounded(Figure.setting(tick, "axis"))
      page.raw("</span>")
    }
    page.raw("</span></th>")
    page.raw("<th scope=\"col\" role=\"columnheader\" class=\"num c-pts\">")
    page.say(CommonPhrase.points)
    page.raw("<br>(")
    page.say(OrganisationPhrase.interval)
    page.raw(")</th>")
    heading("num c-n", CommonPhrase.answers, on: &page)
    heading("c-read", CommonPhrase.reading, on: &page)
    heading("c-change", OrganisationPhrase.sinceLast, on: &page)
    heading("c-inf", OrganisationPhrase.informative, on: &page)
    page.raw("</tr></thead><tbody role=\"rowgroup\">")
    let asked = table.definition.dimensions.filter { voice.reason(of: $0.key) != .notAsked }
    for dimension in asked {
      DimensionRow(
        voice: voice, dimension: dimension, axis: axis,
        peers: Voice(
          table: table, subject: .peerGroup(peerGroup), period: voice.period,
          perspective: voice.perspective)
      ).write(on: &page)
    }
    page.raw("</tbody></table>")
    for dimension in asked {
      ChangeNote(voice: voice, dimension: dimension.key)
        .writePart(named: dimension.name[page.language], on: &page)
    }
    let others = table.definition.dimensions.filter { voice.reason(of: $0.key) == .notAsked }
    if others.isEmpty { return }
    page.raw("<p class=\"small muted\">")
    Reason.notAsked.write(on: &page)
    page.say(
      OrganisationPhrase.notAskedHere,
      ["dims": .text(others.map { $0.name[page.language] }.joined(separator: ", "))])
    page.raw("</p>")
  }

  private func heading(_ classes: StaticString, _ phrase: some Phrase, on page: inout Page) {
    page.raw("<th scope=\"col\" role=\"columnheader\" class=\"")
    page.raw(classes)
    page.raw("\">")
    page.say(phrase)
    page.raw("</th>")
  }
}
