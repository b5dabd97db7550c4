/// The quality index of the German statutory patient surveys, without random numbers.
///
/// Source: IQTIG, as its package `iqtigprm` 1.0.0 computes it. An answer in level k of K (from 0) counts
/// as k successes among K - 1 trials. Per attribute (Merkmal) of L items answered by J persons that makes
/// J · L · (K - 1) trials, less those of missing answers; with a Beta(1/2, 1/2) prior the posterior is
/// Beta(1/2 + successes, 1/2 + misses). The index is the mean of the posterior means over attributes.
///
/// Differences: IQTIG draws 100,000 random numbers for the interval of several attributes; here the
/// distribution is computed. As there, an attribute that nobody answered counts with the prior's mean 1/2.
/// Limit: all answers are taken as independent, although a person gives several and each answer counts
/// as K - 1 trials; the interval is too narrow (see `ClusteredIndex`).
public struct SurveyIndex: Sendable, Equatable {
  /// Why there is none.
  public enum Failure: String, Error, Sendable, Equatable {
    /// No attribute.
    case noAttributes = "no-attributes"
    /// Nobody answered anything.
    case noAnswers = "no-answers"
    /// Successes below 0 or above the trials, or a prior that is not above 0.
    case outOfRange = "out-of-range"
    /// An attribute that nobody answered.
    case unansweredAttribute = "unanswered-attribute"
    /// Fewer than two persons.
    case tooFewPersons = "too-few-persons"
    /// All persons answered alike.
    case noSpread = "no-spread"
    /// Rows that differ in length.
    case differingLengths = "different-lengths"
  }

  /// What answers to the items of one attribute add up to.
  public struct Counts: Sendable, Equatable {
    /// The sum of the levels, each counted from 0.
    public var successes: Int
    /// The number of answers times the highest level.
    public var trials: Int

    /// Makes counts.
    ///
    /// - Parameters:
    ///   - successes: The sum of the levels, each counted from 0.
    ///   - trials: The number of answers times the highest level.
    public init(successes: Int, trials: Int) {
      self.successes = successes
      self.trials = trials
    }
  }

  /// The attributes.
  public let attributes: [Counts]
  /// Their posteriors.
  public let posteriors: [BetaDistribution]
  /// The index, from 0 to 1.
  public let value: Double

  private let distribution: BetaMean

  /// Computes the index.
  ///
  /// - Parameters:
  ///   - attributes: Per attribute, its counts.
  ///   - prior: Both shapes of the prior.
  /// - Throws: Why there is none.
  public init(attributes: [Counts], prior: Double = 0.5) throws(Failure) {
    guard !attributes.isEmpty else { throw .noAttributes }
    guard
      attributes.allSatisfy({ $0.trials >= 0 && (0...max(0, $0.trials)).contains($0.successes) })
    else { throw .outOfRange }
    guard attributes.contains(where: { $0.trials > 0 }) else { throw .noAnswers }
    let posteriors = attributes.compactMap { counts in
      BetaDistribution(
        a: prior + Double(counts.successes), b: prior + Double(counts.trials - counts.successes))
    }
    guard posteriors.count == attributes.count, prior > 0,
      let distribution = BetaMean(posteriors)
    else { throw .outOfRange }
    self.attributes = attributes
    self.posteriors = posteriors
    self.distribution = distribution
    value = distribution.mean
  }

  /// The posterior variance of the index.
  public var variance: Double { distribution.variance }

  /// The credible interval of the index between two quantiles of its distribution.
  ///
  /// With one attribute the lower end is 0 where all answers are in the lowest level and the upper end 1
  /// where all are in the highest, as in IQTIG's package; with several its test for that never holds.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil where the input allows none.
  public func interval(confidence: Double = 0.95) -> Interval? {
    guard let lower = distribution.quantile((1 - confidence) / 2),
      let upper = distribution.quantile((1 + confidence) / 2)
    else { return nil }
    guard attributes.count == 1 else { return Interval(lower: lower, upper: upper) }
    let counts = attributes[0]
    return Interval(
      lower: counts.successes == 0 ? 0 : lower,
      upper: counts.successes == counts.trials ? 1 : upper)
  }

  /// The probability that the true index is at most `bound`.
  ///
  /// - Parameter bound: From 0 to 1.
  /// - Returns: From 0 to 1, or nil if `bound` is not finite.
  public func probability(ofAtMost bound: Double) -> Double? { distribution.lowerTail(bound) }

  /// The expected amount by which the true index falls short of a reference value.
  ///
  /// - Parameter reference: From 0 to 1.
  /// - Returns: From 0 to 1, or nil outside that range.
  public func expectedShortfall(below reference: Double) -> Double? {
    distribution.expectedShortfall(below: reference)
  }

  /// What is decided about a provider whose index should reach a reference value.
  public struct Decision: Sendable, Equatable {
    /// The probability that the true index reaches the reference value.
    public let probabilityOfReaching: Double
    /// Whether the upper end of the interval is not above the reference value ("statistisch auffällig").
    public let isBelowByInterval: Bool
    /// Whether the probability, rounded to 8 decimals, is at most the threshold.
    public let isBelowByDecision: Bool
  }

  /// Decides by the interval and by Bayesian decision theory.
  ///
  /// Source: Hengelbrock et al. (2021) as IQTIG's package `iqtigbdt` computes it (pathway
  /// "reporting"): with utility mu of a right alarm and eta of a right silence, an alarm is given if the
  /// probability of reaching the reference value is at most mu/(mu + eta).
  ///
  /// - Parameters:
  ///   - reference: The reference value, from 0 to 1; "at least" is better.
  ///   - threshold: mu/(mu + eta), from 0 to 1.
  ///   - confidence: Of the interval.
  /// - Returns: The decision, or nil where the input allows none.
  public func decision(
    reference: Double, threshold: Double = 0.05, confidence: Double = 0.95
  ) -> Decision? {
    guard reference >= 0, reference <= 1, threshold >= 0, threshold <= 1,
      let below = probability(ofAtMost: reference),
      let interval = interval(confidence: confidence)
    else { return nil }
    let reaching = 1 - below
    return Decision(
      probabilityOfReaching: reaching, isBelowByInterval: interval.upper <= reference,
      isBelowByDecision: (reaching * 1e8).rounded() / 1e8 <= threshold)
  }
}
