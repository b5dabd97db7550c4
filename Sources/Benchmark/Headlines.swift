internal import Statistics

/// The headline cells: which readings of each organisation's report may stand at its top.
///
/// A report is about the latest period of its peer group; its family of readings are those of all
/// perspectives and dimensions.
func headlineCells(of comparisons: [DimensionComparison], survey: Survey) -> [Cell] {
  var families: [Int: [DimensionComparison]] = [:]
  for comparison in comparisons {
    let group = comparison.slice.group
    guard comparison.slice.period == survey.groups[group].periods.count - 1 else { continue }
    families[group, default: []].append(comparison)
  }
  return survey.groups.indices.flatMap { group -> [Cell] in
    let family = families[group] ?? []
    let members = survey.groups[group].members
    return members.indices.filter { members[$0].isNamed }.flatMap { member in
      headlineCells(of: member, in: family, rate: survey.definition.thresholds.falseDiscoveryRate)
    }
  }
}

private func headlineCells(
  of member: Int, in family: [DimensionComparison], rate: Double
) -> [Cell] {
  let probabilities = family.map { comparison -> Double? in
    guard case .success(let standing) = comparison.standings[member] else { return nil }
    return Normal.twoSided(standing.score)
  }
  // Beyond 99.8 % lies one reading in 500 by chance. In a report of so many readings that this alone
  // would break the rate, only what survives it may stand in a headline.
  let isStrictEnough = 0.002 * Double(probabilities.count { $0 != nil }) <= rate
  return zip(family, benjaminiHochberg(probabilities)).map { comparison, adjusted in
    let place = comparison.place(member)
    switch comparison.standings[member] {
    case .failure(let silence): return place.cell(.headline, silence)
    case .success(let standing):
      let survives = adjusted.map { $0 <= rate } ?? false
      let (word, rule): (String, Rule) =
        switch standing.reading {
        case .wellAbove where isStrictEnough: ("keep", .headlineStrictLimit)
        case .wellBelow where isStrictEnough: ("look", .headlineStrictLimit)
        case .above where survives, .wellAbove where survives: ("keep", .headlineFalseDiscovery)
        case .below where survives, .wellBelow where survives: ("look", .headlineFalseDiscovery)
        default: ("none", .headlineNoFinding)
        }
      return place.cell(.headline, word: word, n: comparison.sample.count(member), rule: rule)
    }
  }
}
