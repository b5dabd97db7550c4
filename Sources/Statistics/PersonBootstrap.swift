internal import Parallel

/// What one person adds to a mean: the sum and the number of their values.
public struct PersonSums: Sendable, Equatable {
  /// The sum of the person's values.
  public var sum: Double
  /// The number of the person's values.
  public var count: Int

  /// Makes sums.
  ///
  /// - Parameters:
  ///   - sum: The sum of the person's values.
  ///   - count: The number of the person's values.
  public init(sum: Double, count: Int) {
    self.sum = sum
    self.count = count
  }
}

/// Intervals of means by drawing whole persons again and again.
///
/// Source: Efron & Tibshirani (1993): each replication draws as many persons as there are, with their
/// values together, and takes Σsum/Σcount. Draws depend on the key, the stream, the replication and the
/// place of the draw alone: results are the same for any number of workers. Limits: for fewer than about
/// 20 persons percentile intervals are too narrow by about √((n - 1)/n) and more for skewed values.
public struct PersonBootstrap: Sendable, Equatable {
  /// Why there is no interval.
  public enum Failure: String, Error, Sendable, Equatable {
    /// Fewer than two persons with a value.
    case tooFewPersons = "too-few-persons"
    /// All persons have the same mean, so that each replication gives it.
    case noSpread = "no-spread"
    /// A sum that is no finite number.
    case notFinite = "not-finite"
    /// A confidence not between 0 and 1, or more than 2^32 persons.
    case outOfRange = "out-of-range"
  }

  /// What the replications of one organisation say.
  public struct Outcome: Sendable, Equatable {
    /// The mean: Σsum/Σcount.
    public let estimate: Double
    /// The standard deviation (n - 1) of the replications.
    public let standardError: Double
    /// Between two quantiles (type 7) of the replications.
    public let percentile: Interval
    /// Bias-corrected and accelerated; nil where nearly all replications lie on one side.
    public let corrected: Interval?
  }

  /// What all draws depend on.
  public let key: UInt64
  /// The number of replications.
  public let replications: Int

  /// Makes a bootstrap.
  ///
  /// - Parameters:
  ///   - key: What all draws depend on.
  ///   - replications: At least 2 and below 2^32; the nearest of these is taken.
  public init(key: UInt64, replications: Int = 2_000) {
    self.key = key
    self.replications = min(max(2, replications), Int(UInt32.max))
  }

  /// The means of all replications, in order of replication.
  ///
  /// - Parameters:
  ///   - persons: Persons with at least one value each.
  ///   - stream: What belongs together, for example the organisation's number.
  /// - Returns: One mean per replication.
  public func means(of persons: [PersonSums], stream: UInt64) -> [Double] {
    let size = persons.count
    guard size > 0 else { return [] }
    let philox = Philox(
      key: SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)))
    let (low, high) = (
      UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)
    )
    let sums = persons.map(\.sum)
    let counts = persons.map { Double($0.count) }
    return (0..<replications).map { replication in
      var (sum, count) = (0.0, 0.0)
      var (block, left) = (UInt32(0), size)
      while left > 0 {
        let words = philox.block(SIMD4(block, UInt32(replication), low, high))
        for lane in 0..<min(4, left) {
          // The upper half of the product: no person is favoured by more than size / 2^32.
          let place = Int((UInt64(words[lane]) &* UInt64(size)) >> 32)
          sum += sums[place]
          count += counts[place]
        }
        block &+= 1
        left -= 4
      }
      return sum / count
    }
  }

  /// The intervals of one organisation.
  ///
  /// - Parameters:
  ///   - persons: Its persons; those without a value take no part.
  ///   - stream: What belongs together, for example the organisation's number.
  ///   - confidence: Above 0 and below 1.
  /// - Returns: The intervals.
  /// - Throws: Why there are none.
  public func outcome(
    of persons: [PersonSums], stream: UInt64, confidence: Double = 0.95
  ) throws(Failure) -> Outcome {
    let persons = persons.filter { $0.count > 0 }
    guard persons.allSatisfy(\.sum.isFinite) else { throw .notFinite }
    guard confidence > 0, confidence < 1, persons.count <= Int(UInt32.max) else {
      throw .outOfRange
    }
    guard persons.count > 1 else { throw .tooFewPersons }
    let first = persons[0].sum / Double(persons[0].count)
    guard persons.contains(where: { $0.sum / Double($0.count) != first }) else { throw .noSpread }
    let total = persons.reduce(0) { $0 + $1.sum }
    let count = persons.reduce(0.0) { $0 + Double($1.count) }
    let sorted = means(of: persons, stream: stream).sorted()
    let mean = sorted.reduce(0, +) / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let tail = (1 - confidence) / 2
    guard let percentile = PersonBootstrap.interval(sorted, tail, 1 - tail) else {
      throw .notFinite
    }
    return Outcome(
      estimate: total / count,
      standardError: (squares / Double(sorted.count - 1)).squareRoot(), percentile: percentile,
      corrected: PersonBootstrap.corrected(sorted, persons, total, count, tail))
  }

  /// The intervals of many organisations on several workers.
  ///
  /// - Parameters:
  ///   - organisations: Per organisation, its persons.
  ///   - streams: Per organisation, a number of its own; its place if not given.
  ///   - confidence: Above 0 and below 1.
  ///   - workers: The most workers to use; all processors if not given.
  /// - Returns: Per organisation, its intervals or why there are none.
  public func outcomes(
    of organisations: [[PersonSums]], streams: [UInt64]? = nil, confidence: Double = 0.95,
    workers: Int? = nil
  ) -> [Result<Outcome, Failure>] {
    let streams = streams ?? organisations.indices.map { UInt64($0) }
    precondition(streams.count == organisations.count, "each organisation has one stream")
    return Parallel.map(count: organisations.count, workers: workers) { place in
      Result { () throws(Failure) in
        try outcome(of: organisations[place], stream: streams[place], confidence: confidence)
      }
    }
  }

  private static func interval(_ sorted: [Double], _ low: Double, _ high: Double) -> Interval? {
    guard let lower = quantile(ofSorted: sorted, at: low),
      let upper = quantile(ofSorted: sorted, at: high)
    else { return nil }
    return Interval(lower: lower, upper: upper)
  }

  /// The bias-corrected and accelerated interval, the acceleration by leaving out each person.
  private static func corrected(
    _ sorted: [Double], _ persons: [PersonSums], _ total: Double, _ count: Double, _ tail: Double
  ) -> Interval? {
    let estimate = total / count
    let below = Double(sorted.count { $0 < estimate })
    let equal = Double(sorted.count { $0 == estimate })
    guard let shift = Normal.quantile((below + equal / 2) / Double(sorted.count)) else {
      return nil
    }
    let without = persons.map { (total - $0.sum) / (count - Double($0.count)) }
    let middle = without.reduce(0, +) / Double(without.count)
    var (squares, cubes) = (0.0, 0.0)
    for value in without {
      let distance = middle - value
      squares += distance * distance
      cubes += distance * distance * distance
    }
    let acceleration = squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
    func level(_ share: Double) -> Double? {
      guard let z = Normal.quantile(share) else { return nil }
      let sum = shift + z
      let divisor = 1 - acceleration * sum
      return divisor > 0 ? Normal.lowerTail(shift + sum / divisor) : nil
    }
    guard let low = level(tail), let high = level(1 - tail), low < high else { return nil }
    return interval(sorted, low, high)
  }
}
