internal import Parallel

/// How often 95 % intervals contain the truth, by simulation with counter-based random numbers.
///
/// Per setting, peer groups are drawn from an `AnswerPopulation`. The mean of an organisation: 20
/// organisations with as many answers each. The mean of all: 10 organisations with 0.4, 0.6, 0.8, 1.2 and 2
/// times as many, twice. Results depend on the key and the number of replications alone.
public struct CoverageStudy: Sendable, Equatable {
  /// How often something was covered.
  public struct Tally: Sendable, Equatable {
    /// How often an interval contained the truth.
    public var covered = 0
    /// How often there was an interval.
    public var given = 0
    /// How often there was none, with a reason.
    public var missing = 0

    /// The share of intervals that contained the truth, or nil without any.
    public var coverage: Double? { given > 0 ? Double(covered) / Double(given) : nil }

    mutating func add(_ interval: Interval?, _ truth: Double) {
      guard let interval else {
        missing += 1
        return
      }
      given += 1
      if interval.lower <= truth, truth <= interval.upper { covered += 1 }
    }

    static func += (left: inout Tally, right: Tally) {
      left.covered += right.covered
      left.given += right.given
      left.missing += right.missing
    }
  }

  /// What the replications of a setting add up to.
  public struct Outcome: Sendable, Equatable {
    /// The mean of an organisation: Student's t with its own spread, the pooled one if it has none.
    public var student = Tally()
    /// The mean of an organisation: the score interval of `BoundedDispersion`.
    public var score = Tally()
    /// The mean of all: Student's t over respondents as if they were independent.
    public var independent = Tally()
    /// The mean of all: `ClusteredMean`.
    public var clustered = Tally()

    static func += (left: inout Outcome, right: Outcome) {
      left.student += right.student
      left.score += right.score
      left.independent += right.independent
      left.clustered += right.clustered
    }
  }

  /// What all draws depend on.
  public let key: UInt64
  /// The number of peer groups drawn per setting.
  public let replications: Int

  /// Makes a study.
  ///
  /// - Parameters:
  ///   - key: What all draws depend on.
  ///   - replications: The number of peer groups drawn per setting, at least 1.
  public init(key: UInt64 = 2026, replications: Int) {
    self.key = key
    self.replications = max(1, replications)
  }

  /// Draws and counts.
  ///
  /// - Parameters:
  ///   - settings: Populations and the numbers of answers per organisation, at least 2.
  ///   - workers: The most workers to use; all processors if not given.
  /// - Returns: One outcome per setting.
  public func outcomes(
    _ settings: [(population: AnswerPopulation, answers: Int)], workers: Int? = nil
  ) -> [Outcome] {
    let pieces = 8
    let parts = Parallel.map(count: settings.count * pieces, workers: workers) { piece in
      let (population, answers) = settings[piece / pieces]
      var outcome = Outcome()
      for replication in stride(from: piece % pieces, to: replications, by: pieces) {
        replicate(population, answers, setting: piece / pieces, replication, &outcome)
      }
      return outcome
    }
    return settings.indices.map { setting in
      parts[(setting * pieces)..<((setting + 1) * pieces)].reduce(into: Outcome()) { $0 += $1 }
    }
  }

  private func replicate(
    _ population: AnswerPopulation, _ answers: Int, setting: Int, _ replication: Int,
    _ outcome: inout Outcome
  ) {
    let range = 0...Double(population.shares.count - 1)
    var draws = AnswerDraws(key: key, stream: UInt64(2 * setting), replication: replication)
    let even = (0..<20).map { _ in draws.organisation(population, answers: answers) }
    let samples = even.map(\.sample)
    let dispersion = made { () throws(BoundedDispersion.Failure) in
      try BoundedDispersion(samples, range: range)
    }
    let pooled = OneWayAnalysis(samples)
    for (sample, truth) in even {
      let mean = sample.mean ?? 0
      outcome.student.add(CoverageStudy.student(sample, pooled), truth)
      outcome.score.add(dispersion?.interval(mean: mean, count: sample.count), truth)
    }
    draws = AnswerDraws(key: key, stream: UInt64(2 * setting + 1), replication: replication)
    let uneven = [0.4, 0.6, 0.8, 1.2, 2, 0.4, 0.6, 0.8, 1.2, 2].map { factor in
      draws.organisation(
        population, answers: max(2, Int((factor * Double(answers)).rounded()))
      ).sample
    }
    let all = uneven.reduce(into: SampleSums(count: 0, sum: 0, sumOfSquares: 0)) { $0 += $1 }
    outcome.independent.add(meanInterval(of: all), population.mean)
    let clustered = made { () throws(ClusteredMean.Failure) in
      try ClusteredMean(uneven, range: range)
    }
    outcome.clustered.add(clustered?.interval(), population.mean)
  }

  /// The interval that reports give: own spread, or the pooled one where all answers are alike.
  private static func student(_ sample: SampleSums, _ pooled: OneWayAnalysis?) -> Interval? {
    guard let mean = sample.mean, let deviation = sample.standardDeviation else { return nil }
    if deviation > 0 { return meanInterval(of: sample) }
    guard let pooled, pooled.meanSquareWithin > 0 else { return nil }
    return meanInterval(
      mean: mean, standardDeviation: pooled.meanSquareWithin.squareRoot(), count: sample.count,
      degreesOfFreedom: pooled.freedomWithin)
  }

  /// The result, or nil where there is a reason for none.
  private func made<Value, Failure: Error>(_ make: () throws(Failure) -> Value) -> Value? {
    do { return try make() } catch { return nil }
  }
}

/// Answers of organisations drawn one after another inside one replication.
private struct AnswerDraws {
  private let philox: Philox
  private let stream: UInt64
  private let replication: UInt32
  private var block: UInt32 = 0

  init(key: UInt64, stream: UInt64, replication: Int) {
    philox = Philox(
      key: SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)))
    self.stream = stream
    self.replication = UInt32(truncatingIfNeeded: replication)
  }

  private mutating func next() -> SIMD4<UInt32> {
    defer { block &+= 1 }
    return philox.block(
      SIMD4(
        block, replication, UInt32(truncatingIfNeeded: stream),
        UInt32(truncatingIfNeeded: stream >> 32)))
  }

  /// The answers of an organisation drawn at random, and its true mean.
  mutating func organisation(
    _ population: AnswerPopulation, answers: Int
  ) -> (sample: SampleSums, truth: Double) {
    let place = next()
    let uniform = (Double(UInt64(place[0]) << 21 | UInt64(place[1]) >> 11) + 0.5) * 0x1p-53
    let shift = Normal.quantile(uniform) ?? 0
    var (bounds, reached) = ([UInt64](), 0.0)
    for share in population.shares(at: shift).dropLast() {
      reached += share
      bounds.append(UInt64(min(1, reached) * 0x1p32))
    }
    var histogram = [Int](repeating: 0, count: bounds.count + 1)
    var left = answers
    while left > 0 {
      let words = next()
      for lane in 0..<min(4, left) {
        let word = UInt64(words[lane])
        var level = 0
        while level < bounds.count, word >= bounds[level] { level += 1 }
        histogram[level] += 1
      }
      left -= 4
    }
    return (SampleSums(histogram: histogram), population.mean(at: shift))
  }
}
