import Benchmark

/// Where the organisations of a group lie: a funnel and its table per perspective and dimension.
struct FunderPositions {
  /// The peer group.
  let group: FunderPage.Group
  /// All cells.
  let table: CellTable

  /// One organisation's cells for the dimension at hand.
  private struct Row {
    let key: String
    let voice: Voice
    let points: Cell
    let reading: Reading?
  }

  /// Writes the funnels.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    for voice in group.voices where group.wasAskedAnything(voice) {
      page.raw("<h3>")
      page.text(group.named.name[page.language])
      page.raw(" · ")
      page.text(voice.perspective.name[page.language])
      page.raw("</h3>")
      var silent: [String] = []
      for dimension in table.definition.dimensions {
        let readings = Reading.allCases.compactMap {
          voice.dimension(dimension.key, .count($0))?.number
        }
        if readings.reduce(0, +) > 0 {
          write(dimension, of: voice, on: &page)
        } else if group.wasAsked(dimension.key, voice) {
          silent.append(dimension.name[page.language])
        }
      }
      if !silent.isEmpty {
        page.paragraph(FunderPhrase.noneRead, ["dims": .text(silent.joined(separator: ", "))])
      }
    }
  }

  private func rows(of dimension: Definition.Dimension, seenBy peers: Voice) -> [Row] {
    group.members.compactMap { member in
      let voice = Voice(
        table: table, subject: .organisation(member.key), period: group.period,
        perspective: peers.perspective)
      guard let points = voice.dimension(dimension.key, .points), points.number != nil else {
        return nil
      }
      return Row(
        key: member.key, voice: voice, points: points, reading: voice.reading(of: dimension.key))
    }
  }

  private func write(_ dimension: Definition.Dimension, of peers: Voice, on page: inout Page) {
    let rows = rows(of: dimension, seenBy: peers)
    page.raw(rows.count <= 20 ? "<div class=\"one\"><h4>" : "<div><h4>")
    page.text(dimension.name[page.language])
    page.raw(": ")
    page.say(finding(dimension.key, peers))
    page.raw("</h4>")
    counts(dimension.key, peers, hasPlain: rows.contains { $0.reading == nil }, on: &page)
    let what = Insert.text(dimension.name[page.language])
    let who = Insert.text(peers.perspective.name[page.language])
    let funnel = table.funnels.first {
      $0.peerGroup == group.named.key && $0.period == group.period
        && $0.perspective == peers.perspective.key && $0.dimension == dimension.key
    }
    if let funnel, !rows.isEmpty {
      let plot = FunnelPlot(
        funnel: funnel,
        points: rows.map { row in
          let answers = row.voice.dimension(dimension.key, .answers)?.number
          return FunnelPlot.Point(
            n: answers ?? Double(row.points.n ?? 1), value: row.points.number ?? 0,
            reading: row.reading)
        })
      page.raw("<div class=\"pair\"><figure><figcaption>")
      page.say(FunderPhrase.figureCaption, ["dim": what, "who": who])
      page.raw("</figcaption>")
      plot.draw(on: &page) { $0.say(FunderPhrase.funnelTitle, ["dim": what]) }
      page.raw("<p class=\"axis-x\">")
      page.say(plot.axisPhrase)
      page.raw("</p></figure><div>")
      list(rows, dimension, peers, what: what, who: who, on: &page)
      page.raw("</div></div>")
    } else {
      page.paragraph(FunderPhrase.noFunnel)
      if !rows.isEmpty { list(rows, dimension, peers, what: what, who: who, on: &page) }
    }
    page.raw("</div>")
  }

  private func list(
    _ rows: [Row], _ dimension: Definition.Dimension, _ peers: Voice, what: Insert, who: Insert,
    on page: inout Page
  ) {
    let isLong = group.members.count > FunderPage.mostListed
    let listed = isLong ? rows.filter { $0.reading != nil && $0.reading != .within } : rows
    if isLong {
      page.paragraph(
        FunderPhrase.outsideSentence,
        ["within": .figure(peers.dimension(dimension.key, .count(.within))?.figure())])
      if listed.isEmpty { return page.paragraph(FunderPhrase.noneOutside) }
    }
    page.scrollingTable(listed.count <= 14 ? "short" : "") { page in
      page.say(
        isLong ? FunderPhrase.outsideCaption : .tableCaption, ["dim": what, "who": who])
    }
    list(listed, dimension.key, on: &page)
  }

  private func finding(_ dimension: String, _ peers: Voice) -> FunderPhrase {
    let counts = Reading.allCases.map {
      peers.dimension(dimension, .count($0))?.number ?? 0
    }
    let within = peers.dimension(dimension, .count(.within))?.number ?? 0
    let all = counts.reduce(0, +)
    if within == all { return .allWithin }
    return within * 2 > all ? .mostWithin : .manyOutside
  }

  private func counts(
    _ dimension: String, _ peers: Voice, hasPlain: Bool, on page: inout Page
  ) {
    page.raw("<ul class=\"legend\">")
    for reading in Reading.allCases {
      guard let count = peers.dimension(dimension, .count(reading))?.figure(),
        count.value > 0 || reading == .within
      else { continue }
      page.raw("<li>")
      Mark(reading: reading).write(on: &page)
      page.raw("<b>")
      page.figure(count)
      page.raw("</b>")
      page.say(Mark(reading: reading).phrase)
      page.raw("</li>")
    }
    if hasPlain {
      page.raw("<li>")
      Mark(reading: nil).write(on: &page)
      page.say(CommonPhrase.legendPlain)
      page.raw("</li>")
    }
    page.raw("</ul>")
    if let chance = peers.dimension(dimension, .expectedByChance)?.figure(.value, .places(1)) {
      page.raw("<p class=\"small muted\">")
      page.say(FunderPhrase.byChance, ["n": .figure(chance)])
      page.raw("</p>")
    }
  }

  private func list(_ rows: [Row], _ dimension: String, on page: inout Page) {
    page.raw("<thead><tr>")
    page.columnHeading(FunderPhrase.organisation)
    page.columnHeading(CommonPhrase.answers, numeric: true)
    page.raw("<th scope=\"col\" class=\"num\">")
    page.say(CommonPhrase.points)
    page.raw(" (")
    page.say(OrganisationPhrase.interval)
    page.raw(")</th>")
    page.columnHeading(CommonPhrase.reading)
    page.raw("</tr></thead><tbody>")
    for row in rows {
      page.raw("<tr><th scope=\"row\">")
      page.text(row.key)
      page.raw("</th><td class=\"num\">")
      page.figureOrReason(row.voice.dimension(dimension, .answers))
      page.raw("</td><td class=\"num\">")
      page.pointsWithRange(row.points)
      page.raw("</td><td class=\"say\">")
      let cell = row.voice.dimension(dimension, .reading)
      if let cell, let reading = row.reading {
        Mark(reading: reading).write(on: &page)
        page.word(of: cell) { $0.say(Mark(reading: reading).phrase) }
      } else if let cell {
        page.raw("<span class=\"note\">")
        page.missingReading(cell.reason ?? .notComparable, of: cell, in: table.definition)
        page.raw("</span>")
      } else {
        page.say(CommonPhrase.noReading)
      }
      page.raw("</td></tr>")
    }
    page.endScrollingTable()
  }
}
