internal import Statistics
internal import Tally

/// One dimension of a peer group, period and perspective: every organisation among its peers.
struct DimensionComparison: Sendable {
  /// What an organisation's place among its peers is, if it may be said.
  struct Standing: Sendable {
    let reading: Reading
    /// The distance from the centre in standard deviations, by which readings are tested.
    let score: Double
  }

  let survey: Survey
  let slice: Survey.Slice
  let dimension: Int
  let sample: PeerSample
  /// The members with enough answers for a reading.
  let eligible: [Int]
  /// What members are compared with, or why there is nothing to compare with.
  let reference: Result<PeerReference, Silence>
  /// By member, its reading or why there is none.
  let standings: [Result<Standing, Silence>]
  /// The other ways in which readings could have been reckoned.
  let alternatives: [ReadingSpecification]
  /// The members whose figures of this dimension and of all its items are shown.
  let openMembers: [Int]

  init(
    of dimension: Int, in slice: Survey.Slice, disclosure: SliceDisclosure, survey: Survey
  ) {
    self.survey = survey
    self.slice = slice
    self.dimension = dimension
    let thresholds = survey.definition.thresholds
    let group = survey.groups[slice.group]
    let sample = PeerSample(
      disclosure.dimensions[dimension],
      unitsPerScale: Tally.scoreUnits(
        of: survey.schema.dimensions[dimension], in: survey.schema),
      minimumPeers: thresholds.minimumPeers)
    let eligible = sample.shown.filter { sample.count($0) >= thresholds.minimumForReading }
    let reference = Result { () throws(Silence) in
      try PeerReference(
        eligible: eligible, in: sample, minimumPeers: thresholds.minimumPeers)
    }
    self.sample = sample
    self.eligible = eligible
    self.reference = reference
    let standings = group.members.indices.map { member in
      Result { () throws(Silence) in
        try DimensionComparison.standing(
          of: member, in: sample, eligible: eligible.count, reference: reference,
          thresholds: thresholds)
      }
    }
    self.standings = standings
    let schema = survey.schema
    let hasReadings = standings.contains { if case .success = $0 { true } else { false } }
    alternatives =
      hasReadings
      ? DimensionComparison.alternatives(
        of: schema.dimensions[dimension], place: dimension, counts: survey.counts(in: slice),
        in: sample, schema: schema, thresholds: thresholds) : []
    openMembers = sample.shown.filter { member in
      schema.dimensions[dimension].items.allSatisfy { item in
        let silence = disclosure.items[item].silences[member]
        return silence == nil || silence?.reason == .notAsked
      }
    }
  }

  private static func standing(
    of member: Int, in sample: PeerSample, eligible: Int,
    reference: Result<PeerReference, Silence>, thresholds: Definition.Thresholds
  ) throws(Silence) -> Standing {
    if let silence = sample.silences[member] ?? sample.barrier { throw silence }
    let count = sample.count(member)
    guard count >= thresholds.minimumForReading else {
      throw Silence(reason: .tooFew, rule: .readingMinimumAnswers)
    }
    guard eligible >= thresholds.minimumPeersForReading else {
      throw Silence(reason: .notComparable, rule: .readingMinimumPeers)
    }
    let reference = try reference.get()
    let range = reference.range
    guard let reliability = sample.analysis?.reliability(ofMeanOver: count) else {
      throw Silence(reason: .notComparable, rule: .reliabilityNotEstimable)
    }
    guard tidy(reliability) >= thresholds.minimumReliability else {
      throw Silence(reason: .notComparable, rule: .readingMinimumReliability)
    }
    let (value, error) = (sample.points(member), reference.standardError(of: count))
    guard let score = range.score(of: value, standardError: error),
      let usual = range.limits(standardError: error, confidence: 0.95),
      let strict = range.limits(standardError: error, confidence: 0.998)
    else { throw Silence(reason: .notComparable, rule: .expectedNoSpread) }
    return Standing(
      reading: Reading(of: tidy(value), usual: usual, strict: strict), score: score)
  }

  /// The expected range of the peer group, or why there is none.
  var range: Result<ExpectedRange, Silence> { reference.map(\.range) }

  /// Where cells of a member, or of the peer group, belong.
  func place(_ member: Int?) -> CellPlace {
    survey.place(member, .dimension(survey.schema.dimensions[dimension].key), in: slice)
  }

  /// All cells of this dimension but headlines and changes, which look at others as well.
  var cells: [Cell] {
    let members = survey.groups[slice.group].reported(in: slice.period)
    return members.flatMap(organisationCells) + peerCells
  }
}

extension Reading {
  /// Reads a value against limits, both rounded, so that the cells always agree with the word.
  init(of value: Double, usual: Interval, strict: Interval) {
    if value > tidy(strict.upper) {
      self = .wellAbove
    } else if value < tidy(strict.lower) {
      self = .wellBelow
    } else if value > tidy(usual.upper) {
      self = .above
    } else if value < tidy(usual.lower) {
      self = .below
    } else {
      self = .within
    }
  }
}
