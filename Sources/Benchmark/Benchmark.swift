internal import Parallel
public import Tally

/// From counts to cells: everything that a report says about organisations and their peers.
public enum Benchmark {
  /// Makes all cells of a tally.
  ///
  /// Figures are rounded to 13 significant digits, here and nowhere else, so that the same tally
  /// gives the same table on every machine and with any number of workers. Each statistic and rule
  /// is described in `docs/statistics.md`.
  ///
  /// - Parameters:
  ///   - tally: The counts; its schema must be that of the definition.
  ///   - definition: What gives the counts their meaning.
  ///   - workers: The most workers to use, or nil for every available processor.
  /// - Returns: The cells of every organisation and peer group. The definition of the table lists
  ///   the organisations that have a report, ordered by key.
  public static func table(
    of tally: Tally, definition: Definition, workers: Int? = nil
  ) -> CellTable {
    precondition(
      tally.schema == definition.schema, "a tally is read with the definition it was made for")
    let survey = Survey(tally: tally, definition: definition)
    let slices = survey.slices
    let width = survey.schema.dimensions.count
    let disclosures = Parallel.map(count: slices.count, workers: workers) { piece in
      SliceDisclosure(of: slices[piece], survey: survey)
    }
    let comparisons = Parallel.map(count: slices.count * width, workers: workers) { piece in
      DimensionComparison(
        of: piece % width, in: slices[piece / width], disclosure: disclosures[piece / width],
        survey: survey)
    }
    // One piece per slice and item, then one per dimension comparison.
    let items = survey.schema.items.count
    let pieces: [[Cell]] = Parallel.map(
      count: slices.count * items + comparisons.count, workers: workers
    ) { piece in
      guard piece >= slices.count * items else {
        let slice = piece / items
        return ItemComparison(
          of: piece % items, in: slices[slice], disclosure: disclosures[slice], survey: survey
        ).cells
      }
      return comparisons[piece - slices.count * items].cells
    }
    let headlines = headlineCells(of: comparisons, survey: survey)
    let changes = changeCells(of: comparisons, survey: survey)
    var latest: [String: String] = [:]
    for group in survey.groups { latest[group.key] = group.periods.last }
    return CellTable(
      definition: survey.reported,
      cells: pieces.flatMap(\.self) + headlines + changes,
      funnels: comparisons.compactMap(\.funnel).sorted(by: precedes),
      latestPeriods: latest,
      unnamedOrganisations: survey.unnamed)
  }

  private static func precedes(_ left: CellTable.Funnel, _ right: CellTable.Funnel) -> Bool {
    if left.peerGroup != right.peerGroup { return left.peerGroup < right.peerGroup }
    if left.period != right.period { return left.period < right.period }
    if left.perspective != right.perspective { return left.perspective < right.perspective }
    return left.dimension < right.dimension
  }
}
