/// The Mann-Kendall test of a trend, with Sen's slope.
///
/// Source: Mann (1945), Kendall (1975): S = Σ sign(y(j) - y(i)) over i < j, its variance corrected for
/// ties, z with a continuity correction. Sen (1968): the median of all slopes between two values; its
/// interval takes slopes of rank (N - C)/2 and (N + C)/2 + 1 with C = z √var, as R's `trend`. Values
/// are taken as independent; a season or autocorrelation makes p too small.
public struct MannKendall: Sendable, Equatable {
  /// Why there is no test.
  public enum Failure: String, Error, Sendable, Equatable {
    /// Fewer than three values.
    case tooFewPoints = "too-few-points"
    /// More than 5,000 values, whose pairs would not fit into memory.
    case tooManyPoints = "too-many-points"
    /// A value or a time that is no finite number.
    case notFinite = "not-finite"
    /// Values and times differ in number, or times do not rise.
    case timesNotRising = "times-not-rising"
    /// All values are alike.
    case noVariation = "no-variation"
  }

  /// Kendall's S: rising pairs minus falling ones.
  public let score: Int
  /// Its variance without a trend, corrected for ties.
  public let variance: Double
  /// The normal score with continuity correction; 0 if S is 0.
  public let z: Double
  /// The two-sided p-value by the normal approximation.
  public let probability: Double
  /// Kendall's tau-b.
  public let tau: Double
  /// Sen's slope: the change for one unit of time.
  public let slope: Double

  private let slopes: [Double]

  /// Tests a series.
  ///
  /// - Parameters:
  ///   - values: In order of time, from 3 to 5,000.
  ///   - times: Rising; 1, 2, 3 and so on if not given.
  /// - Throws: Why there is no test.
  /// - Complexity: O(n² log n)
  public init(values: [Double], times: [Double]? = nil) throws(Failure) {
    let times = times ?? values.indices.map { Double($0 + 1) }
    guard times.count == values.count else { throw .timesNotRising }
    guard values.count > 2 else { throw .tooFewPoints }
    guard values.count <= 5_000 else { throw .tooManyPoints }
    guard (values + times).allSatisfy(\.isFinite) else { throw .notFinite }
    guard zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .timesNotRising }
    var (score, slopes) = (0, [Double]())
    for later in values.indices.dropFirst() {
      for earlier in 0..<later {
        let change = values[later] - values[earlier]
        score += change > 0 ? 1 : (change < 0 ? -1 : 0)
        slopes.append(change / (times[later] - times[earlier]))
      }
    }
    slopes.sort()
    let (variance, tied) = MannKendall.variance(values)
    guard variance > 0, let slope = quantile(ofSorted: slopes, at: 0.5) else {
      throw .noVariation
    }
    let corrected = Double(score - score.signum())
    let pairs = Double(slopes.count)
    self.score = score
    self.variance = variance
    z = corrected / variance.squareRoot()
    probability = Normal.twoSided(z) ?? 1
    tau = Double(score) / (pairs * (pairs - tied)).squareRoot()
    self.slope = slope
    self.slopes = slopes
  }

  /// The variance of S, and the number of tied pairs.
  private static func variance(_ values: [Double]) -> (variance: Double, tiedPairs: Double) {
    func term(_ size: Double) -> Double { size * (size - 1) * (2 * size + 5) }
    var (sum, tied) = (term(Double(values.count)), 0.0)
    var sizes: [Double: Double] = [:]
    for value in values { sizes[value, default: 0] += 1 }
    // Whole numbers below 2^53, so that the order of adding does not matter.
    for size in sizes.values {
      sum -= term(size)
      tied += size * (size - 1) / 2
    }
    return (sum / 18, tied)
  }

  /// The confidence interval of Sen's slope.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil if the series is too short for that confidence.
  public func slopeInterval(confidence: Double = 0.95) -> Interval? {
    guard let quantile = Normal.quantile((1 + confidence) / 2) else { return nil }
    let half = quantile * variance.squareRoot()
    let pairs = Double(slopes.count)
    let low = ((pairs - half) / 2).rounded(.toNearestOrEven)
    let high = ((pairs + half) / 2 + 1).rounded(.toNearestOrEven)
    guard low >= 1, high <= pairs else { return nil }
    return Interval(lower: slopes[Int(low) - 1], upper: slopes[Int(high) - 1])
  }
}
