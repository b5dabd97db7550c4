/// The distribution of the number of successes in independent trials.
public struct BinomialDistribution: Sendable, Equatable {
  /// The number of trials.
  public let trials: Int
  /// The probability of a success in one trial.
  public let probability: Double

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - trials: From 0 to 2^31; otherwise there is none.
  ///   - probability: From 0 to 1; otherwise there is none.
  public init?(trials: Int, probability: Double) {
    guard trials >= 0, trials <= 1 << 31, probability >= 0, probability <= 1 else { return nil }
    self.trials = trials
    self.probability = probability
  }

  /// The probability of exactly so many successes.
  ///
  /// Source: C(n, k) p^k (1 - p)^(n - k), in Loader's (2000) form that loses no digits for large n.
  ///
  /// - Parameter successes: Any whole number.
  /// - Returns: From 0 to 1.
  public func mass(_ successes: Int) -> Double {
    guard (0...trials).contains(successes) else { return 0 }
    if probability == 0 { return successes == 0 ? 1 : 0 }
    if probability == 1 { return successes == trials ? 1 : 0 }
    return binomialMass(successes: successes, failures: trials - successes, share: probability)
  }

  /// The probability of at most so many successes.
  ///
  /// - Parameter successes: Any whole number.
  /// - Returns: From 0 to 1, or nil if it cannot be computed.
  public func lowerTail(_ successes: Int) -> Double? {
    if successes < 0 { return 0 }
    if successes >= trials { return 1 }
    if probability == 0 { return 1 }
    if probability == 1 { return 0 }
    return BetaDistribution(a: Double(successes + 1), b: Double(trials - successes))?
      .upperTail(probability)
  }

  /// The probability of more than so many successes.
  ///
  /// - Parameter successes: Any whole number.
  /// - Returns: From 0 to 1, or nil if it cannot be computed.
  public func upperTail(_ successes: Int) -> Double? {
    if successes < 0 { return 1 }
    if successes >= trials { return 0 }
    if probability == 0 { return 0 }
    if probability == 1 { return 1 }
    return BetaDistribution(a: Double(successes + 1), b: Double(trials - successes))?
      .lowerTail(probability)
  }

  /// The smallest number of successes up to which a share of at least `p` lies.
  ///
  /// - Parameter p: From 0 to 1.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(_ p: Double) -> Int? {
    guard p >= 0, p <= 1 else { return nil }
    if p == 1 { return probability == 0 ? 0 : trials }
    return smallest(upTo: trials) { lowerTail($0).map { $0 >= p * (1 - 0x1p-46) } }
  }
}

/// The distribution of a number of rare events.
public struct PoissonDistribution: Sendable, Equatable {
  /// The expected number.
  public let mean: Double

  /// Makes a distribution.
  ///
  /// - Parameter mean: At least 0 and at most 2^31; otherwise there is none.
  public init?(mean: Double) {
    guard mean >= 0, mean <= 0x1p31 else { return nil }
    self.mean = mean
  }

  /// The probability of exactly so many events.
  ///
  /// Source: e^-λ λ^k / k!, in Loader's (2000) form.
  ///
  /// - Parameter events: Any whole number.
  /// - Returns: From 0 to 1.
  public func mass(_ events: Int) -> Double {
    guard events >= 0 else { return 0 }
    return poissonMass(events: Double(events), mean: mean)
  }

  /// The probability of at most so many events.
  ///
  /// - Parameter events: Any whole number.
  /// - Returns: From 0 to 1, or nil if it cannot be computed.
  public func lowerTail(_ events: Int) -> Double? {
    if events < 0 { return 0 }
    return mean == 0 ? 1 : GammaDistribution(shape: Double(events) + 1)?.upperTail(mean)
  }

  /// The probability of more than so many events.
  ///
  /// - Parameter events: Any whole number.
  /// - Returns: From 0 to 1, or nil if it cannot be computed.
  public func upperTail(_ events: Int) -> Double? {
    if events < 0 { return 1 }
    return mean == 0 ? 0 : GammaDistribution(shape: Double(events) + 1)?.lowerTail(mean)
  }

  /// The smallest number of events up to which a share of at least `p` lies.
  ///
  /// - Parameter p: At least 0 and below 1.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(_ p: Double) -> Int? {
    guard p >= 0, p < 1 else { return nil }
    return smallest(upTo: 1 << 40) { lowerTail($0).map { $0 >= p * (1 - 0x1p-46) } }
  }
}

/// The smallest whole number from 0 that is enough, found by halving.
private func smallest(upTo most: Int, _ isEnough: (Int) -> Bool?) -> Int? {
  var (low, high) = (0, most)
  while low < high {
    let middle = low + (high - low) / 2
    guard let enough = isEnough(middle) else { return nil }
    if enough { high = middle } else { low = middle + 1 }
  }
  return low
}
