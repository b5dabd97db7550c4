internal import Statistics
internal import Tally

/// One of the ways in which a reading could have been reckoned as well.
struct ReadingSpecification: Sendable {
  /// What the choices are; the first of each is that of the readings in reports.
  struct Choice: Sendable, Equatable {
    /// Whose respondents count: all with a score, or those who answered every question.
    var isComplete = false
    /// How it is reckoned with them.
    var way: ReadingWay.Choice

    /// All choices, for dimensions in which some respondents skipped a question or none did.
    static func all(hasSkipped: Bool) -> [Choice] {
      (hasSkipped ? [false, true] : [false]).flatMap { isComplete in
        ReadingWay.Choice.all.map { Choice(isComplete: isComplete, way: $0) }
      }
    }
  }

  private let places: [Int: Int]
  private let way: ReadingWay

  /// Reckons one way; nil where it cannot be gone.
  ///
  /// - Parameters:
  ///   - choice: The way.
  ///   - samples: Per organisation that is compared, its answers.
  ///   - pointsPerUnit: The points of one unit of the answers.
  ///   - thresholds: Organisations with fewer answers than a reading takes are left out.
  init?(
    _ choice: ReadingWay.Choice, samples: [Int: SampleSums], pointsPerUnit: Double,
    thresholds: Definition.Thresholds
  ) {
    let members = samples.keys.sorted()
    let sums = members.compactMap { samples[$0] }
    guard
      let way = ReadingWay(
        choice, counts: sums.map(\.count), means: sums.map { ($0.mean ?? 0) * pointsPerUnit },
        deviations: sums.map { $0.standardDeviation.map { $0 * pointsPerUnit } },
        minimumCount: thresholds.minimumForReading,
        minimumGroups: thresholds.minimumPeersForReading)
    else { return nil }
    self.way = way
    places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
  }

  /// The reading of an organisation, or nil where this way gives none.
  func reading(of member: Int) -> Reading? {
    guard let place = places[member], let standing = way.standings[place] else { return nil }
    return Reading(of: tidy(standing.mean), usual: standing.usual, strict: standing.strict)
  }
}

extension DimensionComparison {
  /// The other ways in which the readings could have been reckoned; none without any reading.
  static func alternatives(
    of dimension: Schema.Dimension, place: Int, counts: [GroupCounts?], in sample: PeerSample,
    schema: Schema, thresholds: Definition.Thresholds
  ) -> [ReadingSpecification] {
    var scored: [Int: SampleSums] = [:]
    var complete: [Int: SampleSums] = [:]
    for member in sample.shown {
      guard let sums = sample.samples[member], let own = counts[member] else { continue }
      scored[member] = sums
      complete[member] = own.dimensions[place].completeScores(of: dimension, in: schema)
    }
    let hasSkipped = scored.contains { $1.count != complete[$0]?.count }
    return ReadingSpecification.Choice.all(hasSkipped: hasSkipped).dropFirst().compactMap {
      ReadingSpecification(
        $0.way, samples: $0.isComplete ? complete : scored, pointsPerUnit: sample.pointsPerUnit,
        thresholds: thresholds)
    }
  }
}

extension DimensionSums {
  /// The scores of those who answered every question, in score units.
  fileprivate func completeScores(of dimension: Schema.Dimension, in schema: Schema) -> SampleSums {
    let units = Tally.scoreUnits(of: dimension, in: schema)
    // A level of an item is that many units of the score.
    let weights = dimension.items.map { item in
      Int128(units / (schema.items[item].levels - 1) / dimension.items.count)
    }
    var (sum, squares) = (Int128(0), Int128(0))
    var product = 0
    for first in weights.indices {
      sum += weights[first] * Int128(itemSums[first])
      for second in first..<weights.count {
        let times = weights[first] * weights[second] * Int128(crossProducts[product])
        squares += first == second ? times : 2 * times
        product += 1
      }
    }
    return SampleSums(count: complete, sum: sum, sumOfSquares: squares)
  }
}
