/// How far a figure lies from what is expected, in five bands.
///
/// Bounds are the normal quantiles 0.975 and 0.999: below 1.96 within, to 3.09 moderate, from there
/// strong.
public enum PeerBand: Int, Sendable, Equatable, CaseIterable {
  /// Below the 99.8 % limits.
  case strongBelow = -2
  /// Below the 95 % limits.
  case moderateBelow = -1
  /// Inside the 95 % limits.
  case within = 0
  /// Above the 95 % limits.
  case moderateAbove = 1
  /// Above the 99.8 % limits.
  case strongAbove = 2

  /// The band of a z score.
  ///
  /// - Parameter score: Any number but NaN, for which there is no band.
  public init?(score: Double) {
    guard !score.isNaN, let moderate = Normal.quantile(0.975), let strong = Normal.quantile(0.999)
    else { return nil }
    switch score {
    case ...(-strong): self = .strongBelow
    case ...(-moderate): self = .moderateBelow
    case strong...: self = .strongAbove
    case moderate...: self = .moderateAbove
    default: self = .within
    }
  }

  /// How many of several bands are of each kind.
  ///
  /// - Parameter bands: The bands.
  /// - Returns: The number of each kind that occurs.
  public static func counts(of bands: [PeerBand]) -> [PeerBand: Int] {
    bands.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

/// A unit's figure under both questions that can be asked about it.
///
/// "Is it different from the average?" takes the standard error alone; "is it unusual among its
/// peers?" adds the variance between them. With many answers nearly everything differs from the
/// average, and little of it is unusual: an answer to one is none to the other.
public struct PeerComparison: Sendable, Equatable {
  /// The z score on the standard error alone, for "different from the average?".
  public let score: Double
  /// The z score with the variance between units, for "unusual among peers?".
  public let adjustedScore: Double
  /// The band of the first.
  public let band: PeerBand
  /// The band of the second.
  public let adjustedBand: PeerBand
  /// The two-sided p-value of the first.
  public let probability: Double
  /// The two-sided p-value of the second.
  public let adjustedProbability: Double

  /// Compares a unit.
  ///
  /// - Parameters:
  ///   - value: Its figure.
  ///   - standardError: Its standard error, above 0.
  ///   - range: The centre, and how much units differ.
  public init?(value: Double, standardError: Double, range: ExpectedRange) {
    let chance = ExpectedRange(centre: range.centre, varianceBetween: 0)
    guard let score = chance.score(of: value, standardError: standardError),
      let adjusted = range.score(of: value, standardError: standardError),
      let band = PeerBand(score: score), let adjustedBand = PeerBand(score: adjusted),
      let probability = Normal.twoSided(score), let second = Normal.twoSided(adjusted)
    else { return nil }
    self.score = score
    adjustedScore = adjusted
    self.band = band
    self.adjustedBand = adjustedBand
    self.probability = probability
    adjustedProbability = second
  }
}
