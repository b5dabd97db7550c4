import Benchmark

/// How a group changed since the period before, and how many of its changes are more than noise.
struct FunderChanges {
  /// The peer group.
  let group: FunderPage.Group

  /// Whether any change of a group was tested.
  ///
  /// - Parameter group: The peer group.
  /// - Returns: Whether there is anything to tell.
  static func any(in group: FunderPage.Group) -> Bool {
    group.voices.contains { voice in
      group.asked(voice).contains { isTested($0.key, voice) }
    }
  }

  private static func isTested(_ dimension: String, _ peers: Voice) -> Bool {
    peers.dimension(dimension, .changesTested)?.number ?? 0 > 0
  }

  /// Writes the table.
  ///
  /// - Parameter page: The page.
  func write(on page: inout Page) {
    let name = Insert.text(group.named.name[page.language])
    let count = group.voices.reduce(0) { sum, voice in
      sum + group.asked(voice).count { FunderChanges.isTested($0.key, voice) }
    }
    page.scrollingTable(count <= 24 ? "short" : "") {
      $0.say(FunderPhrase.changesCaption, ["group": name])
    }
    page.raw("<thead><tr>")
    page.columnHeading(FunderPhrase.perspective)
    page.columnHeading(CommonPhrase.dimension)
    page.columnHeading(FunderPhrase.changeCommon, numeric: true)
    page.columnHeading(FunderPhrase.changesTested, numeric: true)
    page.columnHeading(FunderPhrase.changesUp, numeric: true)
    page.columnHeading(FunderPhrase.changesDown, numeric: true)
    page.columnHeading(FunderPhrase.changesByChance, numeric: true)
    page.raw("</tr></thead>")
    page.rows(of: group, where: { FunderChanges.isTested($1, $0) }) { page, peers, dimension in
      for (statistic, style) in [
        (Statistic.changeCommon, Figure.Style.signed), (.changesTested, .whole),
        (.changeCount(.up), .whole), (.changeCount(.down), .whole), (.changesByChance, .places(1)),
      ] {
        page.raw("<td class=\"num\">")
        page.figureOrReason(peers.dimension(dimension, statistic), style)
        page.raw("</td>")
      }
    }
    page.raw("</table></div>")
  }
}
