/// The net promoter score: the share of promoters minus that of detractors, from -1 to 1.
///
/// Source: Reichheld (2003): of answers from 0 to 10, 9 and 10 promote, 0 to 6 detract.
public struct NetPromoterScore: Sendable, Equatable {
  /// How many answered 9 or 10.
  public let promoters: Int
  /// How many answered 7 or 8.
  public let passives: Int
  /// How many answered 0 to 6.
  public let detractors: Int

  /// Takes counts.
  ///
  /// - Parameters:
  ///   - promoters: Not negative.
  ///   - passives: Not negative.
  ///   - detractors: Not negative; at least one of the three above 0, otherwise there is no score.
  public init?(promoters: Int, passives: Int, detractors: Int) {
    guard promoters >= 0, passives >= 0, detractors >= 0,
      promoters.addingReportingOverflow(passives).partialValue > 0 || detractors > 0,
      promoters < 1 << 50, passives < 1 << 50, detractors < 1 << 50
    else { return nil }
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }

  /// Takes a histogram of answers.
  ///
  /// - Parameter counts: How often each of 0, 1, ..., 10 was answered.
  public init?(counts: [Int]) {
    guard counts.count == 11, counts.allSatisfy({ (0..<1 << 46).contains($0) }) else { return nil }
    self.init(
      promoters: counts[9...].reduce(0, +), passives: counts[7...8].reduce(0, +),
      detractors: counts[...6].reduce(0, +))
  }

  /// The number of answers.
  public var count: Int { promoters + passives + detractors }
  /// The score.
  public var score: Double { Double(promoters - detractors) / Double(count) }

  /// The variance of the score: (p + d - (p - d)²) / n.
  public var variance: Double { spread / Double(count) }

  /// The variance of the score with n / (n - 1), or nil for a single answer.
  public var unbiasedVariance: Double? { count > 1 ? spread / Double(count - 1) : nil }

  /// p + d - (p - d)², formed of whole numbers so that it is 0 where all agree.
  private var spread: Double {
    let (n, p, d) = (Double(count), Double(promoters), Double(detractors))
    let q = Double(passives)
    return (p * q + d * q + 4 * p * d) / (n * n)
  }

  /// Wald's interval: score ± z √variance.
  ///
  /// Of no width where all agree: use the adjusted one there.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, not cut to -1..1, or nil for an impossible level.
  public func wald(confidence: Double = 0.95) -> Interval? {
    guard confidence > 0, confidence < 1, let z = Normal.quantile((1 + confidence) / 2) else {
      return nil
    }
    let half = z * variance.squareRoot()
    return Interval(lower: score - half, upper: score + half)
  }

  /// The score and Wald's interval with three answers added, for small n.
  ///
  /// Source: Rocks (2016), The American Statistician 70, AC(3, T): 3/4 promoters, 3/2 passives and
  /// 3/4 detractors are added.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: Centre and interval, not cut to -1..1, or nil for an impossible level.
  public func adjustedWald(confidence: Double = 0.95) -> (score: Double, interval: Interval)? {
    guard confidence > 0, confidence < 1, let z = Normal.quantile((1 + confidence) / 2) else {
      return nil
    }
    let n = Double(count) + 3
    let (p, d) = ((Double(promoters) + 0.75) / n, (Double(detractors) + 0.75) / n)
    let half = z * ((p + d - (p - d) * (p - d)) / n).squareRoot()
    return (p - d, Interval(lower: p - d - half, upper: p - d + half))
  }

  /// How many standard errors lie between two scores, or nil if both groups agree within.
  ///
  /// - Parameter other: The score that is subtracted.
  /// - Returns: (first - second) / √(variance + variance).
  public func z(minus other: NetPromoterScore) -> Double? {
    let total = variance + other.variance
    return total > 0 ? (score - other.score) / total.squareRoot() : nil
  }
}
