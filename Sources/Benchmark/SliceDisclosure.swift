internal import Anonymising
internal import Statistics
internal import Tally

/// What may be shown of one peer group, period and perspective: every dimension and item together.
///
/// Dimensions and items are judged one by one first. Because the figures of a dimension follow from
/// those of its items, all totals are then looked at together (`TotalsCheck`).
struct SliceDisclosure: Sendable {
  /// One dimension or item, by member.
  struct Measure: Sendable {
    /// The sums of the answers; nil for members that were not asked.
    let samples: [SampleSums?]
    /// Why figures are hidden; nil for members whose figures are shown.
    var silences: [Silence?]
    /// Whether the total over the peer group may be shown.
    var mayShowTotal: Bool

    /// The number of answers of a member.
    func count(_ member: Int) -> Int { samples[member]?.count ?? 0 }
  }

  /// By dimension.
  private(set) var dimensions: [Measure]
  /// By item.
  private(set) var items: [Measure]

  init(of slice: Survey.Slice, survey: Survey) {
    let schema = survey.schema
    let minimum = survey.definition.thresholds.minimumAnswers
    let members = survey.groups[slice.group].members
    let counts = survey.counts(in: slice)

    func measure(_ samples: [SampleSums?]) -> Measure {
      let outcome = Disclosure.decide(
        zip(members, samples).map { Disclosure.Entry(key: $0.key, count: $1?.count) },
        minimum: minimum)
      return Measure(
        samples: samples, silences: survey.silences(outcome, in: slice),
        mayShowTotal: outcome.mayShowTotal)
    }

    dimensions = schema.dimensions.enumerated().map { place, dimension in
      measure(
        counts.map { counts -> SampleSums? in
          guard let counts, dimension.items.contains(where: { counts.items[$0].wasAsked })
          else { return nil }
          let sums = counts.dimensions[place]
          return SampleSums(count: sums.scored, sum: sums.sum, sumOfSquares: sums.sumOfSquares)
        })
    }
    items = schema.items.indices.map { item in
      measure(
        counts.map { counts in
          guard let counts = counts?.items[item], counts.wasAsked else { return nil }
          return SampleSums(histogram: counts.levels)
        })
    }
    for member in members.indices where counts[member] != nil {
      hideTogether(member, schema: schema)
    }
    for item in items.indices {
      let hidden = members.indices.compactMap { member -> Int? in
        guard items[item].silences[member] != nil, !isKnown(item, of: member, schema: schema)
        else { return nil }
        return items[item].samples[member]?.count
      }
      items[item].mayShowTotal = Disclosure.mayShowTotal(
        besidesHidden: hidden, minimum: minimum)
    }
    withholdTotals(schema: schema, thresholds: survey.definition.thresholds)
  }

  /// Hides all items of every dimension that has something hidden, until nothing changes.
  private mutating func hideTogether(_ member: Int, schema: Schema) {
    let together = Silence(reason: .protected, rule: .disclosureItemsTogether)
    var isChanged = true
    while isChanged {
      isChanged = false
      for (place, dimension) in schema.dimensions.enumerated() {
        let reason = dimensions[place].silences[member]?.reason
        let asked = dimension.items.filter { items[$0].silences[member]?.reason != .notAsked }
        let isHidden =
          reason == .tooFew || reason == .protected
          || asked.contains { items[$0].silences[member] != nil }
        guard isHidden else { continue }
        for item in asked where items[item].silences[member] == nil {
          items[item].silences[member] = together
          isChanged = true
        }
      }
    }
  }

  /// Whether a hidden item's figure follows from a shown dimension of which it is the only one asked.
  private func isKnown(_ item: Int, of member: Int, schema: Schema) -> Bool {
    schema.dimensions.enumerated().contains { place, dimension in
      dimensions[place].silences[member] == nil
        && dimension.items.filter { items[$0].silences[member]?.reason != .notAsked } == [item]
    }
  }

  /// Withholds totals from which hidden figures would follow: those of items first, then those of
  /// dimensions, among dimensions that share items.
  private mutating func withholdTotals(schema: Schema, thresholds: Definition.Thresholds) {
    for part in TotalsCheck.parts(of: schema) {
      // Without shared items all that follows exactly besides is about people who skipped a question.
      let models: [TotalsCheck.Ties] = part.dimensions.count > 1 ? [.all, .complete] : [.all]
      for isLast in [false, true] {
        let keepsSecrets = models.allSatisfy { ties in
          TotalsCheck(
            part: part, ties: ties, schema: schema, disclosure: self, thresholds: thresholds
          ).keepsSecrets
        }
        if keepsSecrets { break }
        for item in part.items { items[item].mayShowTotal = false }
        if isLast { for place in part.dimensions { dimensions[place].mayShowTotal = false } }
      }
    }
  }
}
