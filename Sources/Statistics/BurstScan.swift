/// Days on which more came in than usual.
///
/// Counts per day are compared with a Poisson distribution around their mean, one-sided, with the false
/// discovery rate of Benjamini & Hochberg. Where the dispersion index is far above 1, days differ for
/// other reasons (imports in batches, weekends): then nearly any day is "a burst" and none is news.
public struct BurstScan: Sendable, Equatable {
  /// Why there is none.
  public enum Failure: String, Error, Sendable, Equatable {
    /// Fewer than two days.
    case tooFewDays = "too-few-days"
    /// A count below 0.
    case outOfRange = "out-of-range"
    /// Nothing came in at all.
    case nothing = "no-events"
  }

  /// The mean count per day.
  public let mean: Double
  /// The variance (n - 1) of the counts over their mean; 1 is what chance would give.
  public let dispersion: Double
  /// The p-value of so large a dispersion: (n - 1) · dispersion is about chi-squared.
  public let dispersionProbability: Double
  /// Per day, the chance of at least as many: P(X ≥ x) for a Poisson count with the mean.
  public let probabilities: [Double]
  /// The same, adjusted by Benjamini & Hochberg.
  public let adjusted: [Double?]

  /// Scans days.
  ///
  /// - Parameter counts: Per day in order, days without anything among them as 0.
  /// - Throws: Why that cannot be.
  public init(counts: [Int]) throws(Failure) {
    guard counts.count > 1 else { throw .tooFewDays }
    guard counts.allSatisfy({ (0...Int(Int32.max)).contains($0) }) else { throw .outOfRange }
    let size = Double(counts.count)
    let mean = counts.reduce(0.0) { $0 + Double($1) } / size
    guard mean > 0 else { throw .nothing }
    let squares = counts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let tail = CountTail.poisson(mean: mean)
    var probabilities: [Double] = []
    for count in counts {
      guard let probability = tail.atLeast(count) else { throw .outOfRange }
      probabilities.append(probability)
    }
    guard let spread = ChiSquared(degreesOfFreedom: size - 1)?.upperTail(squares / mean) else {
      throw .outOfRange
    }
    self.mean = mean
    dispersion = squares / (size - 1) / mean
    dispersionProbability = spread
    self.probabilities = probabilities
    adjusted = benjaminiHochberg(probabilities)
  }

  /// The number of days at or below a level.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - adjusted: Whether adjusted p-values are taken.
  /// - Returns: The number.
  public func count(level: Double = 0.05, adjusted: Bool = true) -> Int {
    adjusted
      ? self.adjusted.count { $0.map { $0 <= level } ?? false }
      : probabilities.count { $0 <= level }
  }
}
