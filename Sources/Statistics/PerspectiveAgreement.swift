/// How far two perspectives on the same organisations agree, freed of sampling error.
///
/// Per organisation two means with standard errors, from two kinds of people: users and relatives, or
/// staff and users. Means of few people correlate weakly even where the truth would agree.
///
/// Source: the method of moments. Variances of the means, less the mean squared standard error, are
/// those of the true levels; the covariance needs no correction, because the two kinds are
/// different people. Spearman (1904) is the same for equal standard errors.
///
/// Limits: different people in both perspectives, standard errors taken as known, every
/// organisation counting alike. With few organisations the corrected correlation is uncertain; see
/// its standard error.
public struct PerspectiveAgreement: Sendable, Equatable {
  /// Two means of one organisation.
  public struct Pair: Sendable, Equatable {
    /// The mean of the first perspective.
    public var first: Double
    /// Its standard error.
    public var firstError: Double
    /// The mean of the second perspective.
    public var second: Double
    /// Its standard error.
    public var secondError: Double

    /// Makes a pair.
    ///
    /// - Parameters:
    ///   - first: The mean of the first perspective.
    ///   - firstError: Its standard error.
    ///   - second: The mean of the second perspective.
    ///   - secondError: Its standard error.
    public init(first: Double, firstError: Double, second: Double, secondError: Double) {
      self.first = first
      self.firstError = firstError
      self.second = second
      self.secondError = secondError
    }

    var difference: Double { first - second }
    var variance: Double { firstError * firstError + secondError * secondError }
  }

  /// The pairs.
  public let pairs: [Pair]
  /// The mean over organisations of first minus second: how much milder the first perspective is.
  public let meanDifference: Double
  /// The standard error of the mean difference.
  public let meanDifferenceError: Double
  /// The correlation of the means as they are.
  public let naive: Double
  /// The variances of the true levels; 0 or below when the means vary less than by chance.
  public let trueVariances: (first: Double, second: Double)
  /// The covariance of the means, which is that of the true levels.
  public let covariance: Double
  /// The correlation of the true levels; beyond ±1 by chance; nil where a perspective does not tell
  /// organisations apart at all.
  public let corrected: Double?
  /// The jackknife standard error of it over organisations, nil where one of them decides whether
  /// there is a correlation.
  public let correctedError: Double?
  /// The variance of true differences between the perspectives: that of the differences less the mean
  /// of their sampling variances; at least 0.
  public let differenceVariance: Double
  /// The same by the method of DerSimonian & Laird (1986), with organisations weighted by precision.
  public let weightedDifferenceVariance: Double
  /// The share of the variance of differences that is sampling error; above 1 by chance.
  public let samplingShare: Double?
  /// The reliabilities of both perspectives' means.
  public let reliabilities: (first: Double, second: Double)

  /// Compares two perspectives.
  ///
  /// Fails for fewer than three organisations, values that are not finite, negative standard errors,
  /// or a perspective whose means are all the same.
  ///
  /// - Parameter pairs: One per organisation seen from both.
  public init?(_ pairs: [Pair]) {
    guard
      pairs.allSatisfy({
        [$0.first, $0.firstError, $0.second, $0.secondError].allSatisfy(\.isFinite)
          && $0.firstError >= 0 && $0.secondError >= 0
      }), let moments = PairMoments(pairs), moments.firstVariance > 0, moments.secondVariance > 0
    else { return nil }
    self.pairs = pairs
    naive = moments.naive
    corrected = moments.corrected
    covariance = moments.covariance
    trueVariances = (moments.trueFirst, moments.trueSecond)
    reliabilities = (
      max(0, moments.trueFirst) / moments.firstVariance,
      max(0, moments.trueSecond) / moments.secondVariance
    )
    let n = Double(pairs.count)
    let differences = pairs.map(\.difference)
    let mean = differences.reduce(0, +) / n
    let spread = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let sampling = pairs.reduce(0) { $0 + $1.variance } / n
    meanDifference = mean
    meanDifferenceError = (spread / n).squareRoot()
    differenceVariance = max(0, spread - sampling)
    samplingShare = spread > 0 ? sampling / spread : nil
    weightedDifferenceVariance = Self.derSimonianLaird(differences, pairs.map(\.variance)) ?? 0
    correctedError = Self.jackknife(pairs)
  }

  private static func derSimonianLaird(_ values: [Double], _ variances: [Double]) -> Double? {
    guard variances.allSatisfy({ $0 > 0 }) else { return nil }
    let weights = variances.map { 1 / $0 }
    let sum = weights.reduce(0, +)
    let mean = dot(weights, values) / sum
    let q = zip(weights, values).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    let divisor = sum - dot(weights, weights) / sum
    return divisor > 0 ? max(0, (q - Double(values.count - 1)) / divisor) : nil
  }

  private static func jackknife(_ pairs: [Pair]) -> Double? {
    guard pairs.count > 3 else { return nil }
    var values: [Double] = []
    for place in pairs.indices {
      var rest = pairs
      rest.remove(at: place)
      guard let value = PairMoments(rest)?.corrected else { return nil }
      values.append(value)
    }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    return ((n - 1) / n * values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }).squareRoot()
  }

  /// Per organisation, how far its difference lies from the mean difference.
  ///
  /// - Parameter amongPeers: Whether the variance of true differences counts as usual, so that only
  ///   organisations whose perspectives differ unusually stand out; otherwise every difference
  ///   beyond sampling error does.
  /// - Returns: Scores in standard deviations, nil without any variance.
  public func discordance(amongPeers: Bool) -> [Double?] {
    pairs.map { pair in
      let variance = pair.variance + (amongPeers ? differenceVariance : 0)
      return variance > 0 ? (pair.difference - meanDifference) / variance.squareRoot() : nil
    }
  }

  /// Whether two comparisons are equal.
  ///
  /// - Parameters:
  ///   - left: One.
  ///   - right: The other.
  /// - Returns: Whether they rest on the same pairs, which decide all else.
  public static func == (left: Self, right: Self) -> Bool { left.pairs == right.pairs }
}

/// The moments of pairs of means.
private struct PairMoments {
  let firstVariance: Double
  let secondVariance: Double
  let covariance: Double
  let trueFirst: Double
  let trueSecond: Double

  init?(_ pairs: [PerspectiveAgreement.Pair]) {
    guard pairs.count > 2 else { return nil }
    let n = Double(pairs.count)
    let first = pairs.reduce(0) { $0 + $1.first } / n
    let second = pairs.reduce(0) { $0 + $1.second } / n
    firstVariance = pairs.reduce(0) { $0 + ($1.first - first) * ($1.first - first) } / (n - 1)
    secondVariance =
      pairs.reduce(0) { $0 + ($1.second - second) * ($1.second - second) } / (n - 1)
    covariance = pairs.reduce(0) { $0 + ($1.first - first) * ($1.second - second) } / (n - 1)
    trueFirst = firstVariance - pairs.reduce(0) { $0 + $1.firstError * $1.firstError } / n
    trueSecond = secondVariance - pairs.reduce(0) { $0 + $1.secondError * $1.secondError } / n
  }

  var naive: Double {
    max(-1, min(1, covariance / (firstVariance * secondVariance).squareRoot()))
  }

  var corrected: Double? {
    trueFirst > 0 && trueSecond > 0 ? covariance / (trueFirst * trueSecond).squareRoot() : nil
  }
}
