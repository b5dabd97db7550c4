internal import Anonymising
internal import Statistics

/// The answers of all organisations of a peer group to one dimension or item.
struct PeerSample: Sendable {
  /// Per member, the sums of its answers; nil if it was not asked.
  let samples: [SampleSums?]
  /// Per member, why its figures are hidden; nil if they are shown.
  let silences: [Silence?]
  /// Why figures over the whole peer group are withheld; nil if they are published.
  let barrier: Silence?
  /// The points of one unit of the sums.
  let pointsPerUnit: Double
  /// The sums over all members, hidden ones included.
  let total: SampleSums
  /// The one-way analysis over the shown members, in units.
  ///
  /// Hidden ones stay out: from the sizes and squares of all, and those of the shown ones, the mean of
  /// each of two hidden members could be solved for.
  let analysis: OneWayAnalysis?
  /// How much answers vary within the shown members, as a share of the most they could.
  private let dispersion: BoundedDispersion?
  /// The shown members as groups drawn at random; hidden ones stay out for the same reason.
  private let clusters: ClusteredMean?

  init(_ measure: SliceDisclosure.Measure, unitsPerScale: Int, minimumPeers: Int) {
    let (samples, silences) = (measure.samples, measure.silences)
    self.samples = samples
    self.silences = silences
    pointsPerUnit = 100 / Double(unitsPerScale)
    var total = SampleSums(count: 0, sum: 0, sumOfSquares: 0)
    for case let sample? in samples { total += sample }
    self.total = total
    let seen = zip(samples, silences).compactMap { sample, silence in
      silence == nil ? sample : nil
    }
    analysis = OneWayAnalysis(seen)
    let scale = 0...Double(unitsPerScale)
    dispersion = Self.estimate { () throws(BoundedDispersion.Failure) in
      try BoundedDispersion(seen, range: scale)
    }
    clusters = Self.estimate { () throws(ClusteredMean.Failure) in
      try ClusteredMean(seen, range: scale)
    }
    let shown = silences.count { $0 == nil }
    if samples.allSatisfy({ $0 == nil }) {
      barrier = Silence(reason: .notAsked, rule: .disclosureNotAsked)
    } else if shown < max(1, minimumPeers) {
      barrier = Silence(reason: .notComparable, rule: .peersMinimum)
    } else {
      barrier = measure.mayShowTotal ? nil : Silence(reason: .protected, rule: .disclosureTotal)
    }
  }

  /// What can be estimated, nil if nothing can; why is said by the rule of the interval in its place.
  private static func estimate<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) -> Value? {
    do {
      return try body()
    } catch {
      return nil
    }
  }

  /// The members whose figures are shown.
  var shown: [Int] { silences.indices.filter { silences[$0] == nil } }

  /// The number of members with answers or at least asked whose figures are hidden.
  var withheld: Int {
    silences.count { $0 != nil && $0?.reason != .notAsked }
  }

  /// The number of answers of a member.
  func count(_ member: Int) -> Int { samples[member]?.count ?? 0 }

  /// The mean of a member in points.
  func points(_ member: Int) -> Double {
    (samples[member]?.mean ?? 0) * pointsPerUnit
  }

  /// The pooled standard deviation within organisations, in points; nil without any spread.
  var pooledSD: Double? {
    guard let analysis, analysis.meanSquareWithin > 0 else { return nil }
    return analysis.meanSquareWithin.squareRoot() * pointsPerUnit
  }

  /// A member's mean with what its uncertainty rests on, in points.
  ///
  /// Where all its answers are the same, the peers' pooled spread stands in for its own, as long as
  /// figures of the peer group are published at all.
  func estimate(_ member: Int) -> (estimate: MeanEstimate, rule: Rule)? {
    guard let sample = samples[member], sample.count > 0 else { return nil }
    if let own = sample.standardDeviation, own > 0 {
      let estimate = MeanEstimate(
        mean: points(member), standardDeviation: own * pointsPerUnit, count: sample.count,
        degreesOfFreedom: Double(sample.count - 1))
      return (estimate, .pointsMean)
    }
    guard barrier == nil, let pooledSD, let analysis else { return nil }
    let estimate = MeanEstimate(
      mean: points(member), standardDeviation: pooledSD, count: sample.count,
      degreesOfFreedom: analysis.freedomWithin)
    return (estimate, .pointsMeanPooled)
  }

  /// A shown member's cells for its mean and its number of answers.
  func pointsCells(_ member: Int, at place: CellPlace) -> [Cell] {
    let count = count(member)
    let answers = place.cell(.answers, Double(count), n: count, rule: .answersCount)
    // How much peers' answers vary is a comparison, too.
    if barrier == nil, shown.count > 1, let mean = samples[member]?.mean,
      let interval = dispersion?.interval(mean: mean, count: count)
    {
      let points = place.cell(
        .points, points(member), within: inPoints(interval), n: count, rule: .pointsScore)
      return [points, answers]
    }
    guard let (estimate, rule) = estimate(member),
      let interval = meanInterval(
        mean: estimate.mean, standardDeviation: estimate.standardDeviation,
        count: estimate.count, degreesOfFreedom: estimate.degreesOfFreedom)
    else {
      let points = place.cell(.points, points(member), n: count, rule: .pointsMeanNoInterval)
      return [points, answers]
    }
    let points = place.cell(
      .points, estimate.mean, within: interval.clamped(to: 0...100), n: count, rule: rule)
    return [points, answers]
  }

  private func inPoints(_ interval: Interval) -> Interval {
    Interval(lower: interval.lower * pointsPerUnit, upper: interval.upper * pointsPerUnit)
      .clamped(to: 0...100)
  }

  /// The peer group's cells for the mean over all answers and their number.
  func totalCells(at place: CellPlace) -> [Cell] {
    if let barrier { return [place.cell(.points, barrier), place.cell(.answers, barrier)] }
    let mean = total.mean ?? 0
    let interval = clusters?.interval(around: mean).map(inPoints)
    return [
      place.cell(
        .points, mean * pointsPerUnit, within: interval, n: total.count,
        rule: interval == nil ? .pointsMeanNoInterval : .pointsClustered),
      place.cell(.answers, Double(total.count), n: total.count, rule: .answersCount),
    ]
  }
}

extension Disclosure.Decision {
  /// The reason and rule behind a decision; nil if the figure is shown.
  var silence: Silence? {
    switch self {
    case .shown: nil
    case .tooFew: Silence(reason: .tooFew, rule: .disclosureMinimumAnswers)
    case .protected: Silence(reason: .protected, rule: .disclosureComplement)
    case .notAsked: Silence(reason: .notAsked, rule: .disclosureNotAsked)
    }
  }
}
