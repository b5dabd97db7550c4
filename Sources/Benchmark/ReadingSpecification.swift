internal import Statistics
internal import Tally

/// One of the ways in which a reading could have been reckoned as well.
///
/// Every way asks the same question, "unusual among these peers?", of the same organisations; ways
/// that ask another one, such as limits without the variance between organisations, are none.
struct ReadingSpecification: Sendable {
  /// What the choices are; the first of each is that of the readings in reports.
  struct Choice: Sendable, Equatable {
    /// Whose respondents count: all with a score, or those who answered every question.
    var isComplete = false
    /// Whether the centre is the mean over organisations instead of that over respondents.
    var isOverOrganisations = false
    /// Whose standard deviation makes the standard error.
    var spread = MeanRange.Spread.pooled
    /// What is done with extreme organisations when it is judged how much they differ.
    var extremes = ExtremeScores.winsorised(share: 0.1)
    /// Whether limits allow for the number of organisations, by Student's t.
    var isStudent = false

    /// All choices, for dimensions in which some respondents skipped a question or none did.
    static func all(hasSkipped: Bool) -> [Choice] {
      var choices: [Choice] = []
      for isComplete in hasSkipped ? [false, true] : [false] {
        for isOverOrganisations in [false, true] {
          for spread in [MeanRange.Spread.pooled, .own] {
            for extremes in [ExtremeScores.winsorised(share: 0.1), .kept] {
              for isStudent in [false, true] {
                choices.append(
                  Choice(
                    isComplete: isComplete, isOverOrganisations: isOverOrganisations,
                    spread: spread, extremes: extremes, isStudent: isStudent))
              }
            }
          }
        }
      }
      return choices
    }
  }

  /// What is known of an organisation, in points.
  private struct Place: Sendable {
    let points: Double
    let standardError: Double
  }

  private let places: [Int: Place]
  private let range: ExpectedRange
  /// The quantiles of the 95 % and 99.8 % limits.
  private let quantiles: (usual: Double, strict: Double)

  /// Reckons one way; nil where it cannot be gone.
  ///
  /// - Parameters:
  ///   - choice: The way.
  ///   - samples: Per organisation that is compared, its answers.
  ///   - pointsPerUnit: The points of one unit of the answers.
  ///   - thresholds: Organisations with fewer answers than a reading takes are left out.
  init?(
    _ choice: Choice, samples: [Int: SampleSums], pointsPerUnit: Double,
    thresholds: Definition.Thresholds
  ) {
    let members = samples.keys.sorted().filter { member in
      guard let sample = samples[member], sample.count >= thresholds.minimumForReading else {
        return false
      }
      // Without any spread of its own an organisation has no standard error of its own.
      return choice.spread == .pooled || sample.standardDeviation ?? 0 > 0
    }
    guard members.count >= max(3, thresholds.minimumPeersForReading) else { return nil }
    let sums = members.compactMap { samples[$0] }
    let means = sums.map { ($0.mean ?? 0) * pointsPerUnit }
    let centre = means.reduce(0, +) / Double(means.count)
    let found: MeanRange
    do throws(ExpectedRangeFailure) {
      found = try MeanRange(
        counts: sums.map(\.count), means: means,
        deviations: sums.map { $0.standardDeviation.map { $0 * pointsPerUnit } },
        spread: choice.spread, centre: choice.isOverOrganisations ? centre : nil,
        extremes: choice.extremes)
    } catch {
      return nil
    }
    guard
      let quantiles = ReadingSpecification.quantiles(
        choice.isStudent ? Double(members.count - 2) : nil)
    else { return nil }
    self.quantiles = quantiles
    range = found.range
    places = Dictionary(
      uniqueKeysWithValues: zip(members, zip(means, found.standardErrors)).map {
        ($0, Place(points: $1.0, standardError: $1.1))
      })
  }

  private static func quantiles(_ freedom: Double?) -> (usual: Double, strict: Double)? {
    let shares = (0.975, 0.999)
    if let freedom {
      guard let student = StudentT(degreesOfFreedom: freedom),
        let usual = student.quantile(shares.0), let strict = student.quantile(shares.1)
      else { return nil }
      return (usual, strict)
    }
    guard let usual = Normal.quantile(shares.0), let strict = Normal.quantile(shares.1) else {
      return nil
    }
    return (usual, strict)
  }

  /// The reading of an organisation, or nil where this way gives none.
  func reading(of member: Int) -> Reading? {
    guard let place = places[member] else { return nil }
    let error = place.standardError
    let spread = (error * error + range.varianceBetween).squareRoot()
    func limits(_ quantile: Double) -> Interval {
      Interval(lower: range.centre - quantile * spread, upper: range.centre + quantile * spread)
    }
    return Reading(
      of: tidy(place.points), usual: limits(quantiles.usual), strict: limits(quantiles.strict))
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
        $0, samples: $0.isComplete ? complete : scored, pointsPerUnit: sample.pointsPerUnit,
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
