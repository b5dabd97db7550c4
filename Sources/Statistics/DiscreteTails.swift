internal import CGSL

/// Lower tails of counts, for limits and scans inside this module.
enum CountTail {
  /// Binomial counts among `trials` with a probability.
  case binomial(trials: Int, probability: Double)
  /// Poisson counts with a mean.
  case poisson(mean: Double)

  /// The probability of at most `count`; 0 below 0.
  func atMost(_ count: Int) -> Double? {
    guard count >= 0 else { return 0 }
    guard errorHandlerIsOff, let whole = UInt32(exactly: count) else { return nil }
    let result: Double
    switch self {
    case .binomial(let trials, let probability):
      guard count < trials else { return 1 }
      guard let size = UInt32(exactly: trials) else { return nil }
      result = gsl_cdf_binomial_P(whole, probability, size)
    case .poisson(let mean):
      result = gsl_cdf_poisson_P(whole, mean)
    }
    return result.isFinite ? result : nil
  }

  /// The probability of at least `count`, exact in relative terms far out.
  func atLeast(_ count: Int) -> Double? {
    guard count > 0 else { return 1 }
    guard errorHandlerIsOff, let below = UInt32(exactly: count - 1) else { return nil }
    let result: Double
    switch self {
    case .binomial(let trials, let probability):
      guard count <= trials else { return 0 }
      guard let size = UInt32(exactly: trials) else { return nil }
      result = gsl_cdf_binomial_Q(below, probability, size)
    case .poisson(let mean):
      result = gsl_cdf_poisson_Q(below, mean)
    }
    return result.isFinite ? result : nil
  }

  /// The lowest count whose lower tail reaches `p`, which is above 0 and below 1.
  func quantile(_ p: Double) -> Int? {
    lowestCount(reaching: p, atMost: atMost)
  }
}

/// The lowest count whose lower tail reaches `p`, by doubling and halving.
func lowestCount(reaching p: Double, atMost: (Int) -> Double?) -> Int? {
  var high = 1
  while true {
    guard let tail = atMost(high) else { return nil }
    if tail >= p { break }
    guard high < Int(Int32.max) else { return nil }
    high *= 2
  }
  var low = -1
  while high - low > 1 {
    let middle = (low + high) / 2
    guard let tail = atMost(middle) else { return nil }
    if tail >= p { high = middle } else { low = middle }
  }
  return high
}
