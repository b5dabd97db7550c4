internal import Glibc

/// The shape of a distribution over ordered categories: agreement, polarisation, J, entropy.
public struct OrdinalShape: Sendable, Equatable {
  /// Van der Eijk's agreement A: 1 all in one category, 0 evenly spread, -1 half at either end.
  ///
  /// Source: van der Eijk (2001): the distribution is taken apart into layers of equal height; each has
  /// A = U (1 - (S - 1)/(K - 1)) with S filled categories and unimodality U from triples of categories.
  public let agreement: Double
  /// (1 - A)/2: 0 for full agreement, 1 for full polarisation.
  public var polarisation: Double { (1 - agreement) / 2 }
  /// The share at the two ends minus the share between; near 1 for a J or a U of online reviews.
  public let jIndex: Double
  /// Shannon's entropy in nats.
  public let entropy: Double
  /// Entropy as a share of the largest possible, log K.
  public var evenness: Double { entropy / log(Double(shares.count)) }
  /// The shares of the categories.
  public let shares: [Double]

  /// Measures a distribution.
  ///
  /// - Parameter counts: How often each of 2 to 100 categories occurs, not negative, in order; none
  ///   at all, or numbers that add up to more than 2^53, have no shape.
  public init?(counts: [Int]) {
    let total = counts.reduce(0.0) { $0 + Double($1) }
    guard (2...100).contains(counts.count), counts.allSatisfy({ $0 >= 0 }), total > 0,
      total <= 0x1p53
    else { return nil }
    shares = counts.map { Double($0) / total }
    jIndex = 2 * (Double(counts[0]) + Double(counts[counts.count - 1])) / total - 1
    entropy = shares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
    var rest = counts
    var sum = 0.0
    while let height = rest.filter({ $0 > 0 }).min() {
      let layer = rest.map { $0 > 0 }
      let filled = layer.count { $0 }
      sum += Double(height * filled) / total * OrdinalShape.agreement(ofLayer: layer)
      rest = rest.map { $0 > 0 ? $0 - height : 0 }
    }
    agreement = sum
  }

  /// The agreement of categories that are filled or not.
  private static func agreement(ofLayer layer: [Bool]) -> Double {
    let size = layer.count
    let filled = layer.count { $0 }
    guard filled > 1 else { return 1 }
    guard filled < size else { return 0 }
    var (gaps, neighbours) = (0, 0)
    for a in 0..<size {
      for b in (a + 1)..<max(size, a + 1) {
        for c in (b + 1)..<max(size, b + 1) {
          switch (layer[a], layer[b], layer[c]) {
          case (true, false, true): gaps += 1
          case (true, true, false), (false, true, true): neighbours += 1
          default: break
          }
        }
      }
    }
    let k = Double(size)
    let (tu, tdu) = (Double(neighbours), Double(gaps))
    let unimodality = ((k - 2) * tu - (k - 1) * tdu) / ((k - 2) * (tu + tdu))
    return unimodality * (1 - Double(filled - 1) / (k - 1))
  }
}

/// Whether a unit's answers spread over categories as all units' do.
///
/// Source: Pearson (1900): Σ(o - e)²/e with the pooled shares as expected ones and one degree of freedom
/// less than categories that occur. The pooled shares are taken as known.
public struct ShapeTest: Sendable, Equatable {
  /// The test statistic.
  public let statistic: Double
  /// The degrees of freedom.
  public let freedom: Int
  /// The p-value; rough where few are expected in a category.
  public let probability: Double
  /// The smallest expected number; below 5 the p-value is not to be trusted.
  public let smallestExpected: Double

  /// Tests a unit.
  ///
  /// - Parameters:
  ///   - counts: The unit's answers per category.
  ///   - pooled: All units' answers per category, the unit's among them.
  public init?(counts: [Int], pooled: [Int]) {
    let all = pooled.reduce(0.0) { $0 + Double($1) }
    let own = counts.reduce(0.0) { $0 + Double($1) }
    guard counts.count == pooled.count, all > 0, own > 0,
      zip(counts, pooled).allSatisfy({ $0 >= 0 && $0 <= $1 })
    else { return nil }
    var (statistic, freedom, smallest) = (0.0, -1, Double.infinity)
    for (count, total) in zip(counts, pooled) where total > 0 {
      let expected = own * Double(total) / all
      let distance = Double(count) - expected
      statistic += distance * distance / expected
      freedom += 1
      smallest = min(smallest, expected)
    }
    guard freedom > 0,
      let tail = ChiSquared(degreesOfFreedom: Double(freedom))?.upperTail(statistic)
    else { return nil }
    self.statistic = statistic
    self.freedom = freedom
    probability = tail
    smallestExpected = smallest
  }
}
