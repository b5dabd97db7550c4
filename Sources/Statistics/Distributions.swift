internal import CGSL
internal import Glibc

// GSL's own handler ends the process; without it a bad argument comes back as NaN, which
// `figure` turns into nil. A global is initialised once, by whichever thread comes first.
let errorHandlerIsOff: Bool = {
  _ = unsafe gsl_set_error_handler_off()
  return true
}()

/// Evaluates a GSL function; anything that is no finite number becomes nil.
func figure(_ value: () -> Double) -> Double? {
  guard errorHandlerIsOff else { return nil }
  let result = value()
  return result.isFinite ? result : nil
}

/// The standard normal distribution.
public enum Normal {
  /// The probability of a value of at most `x`.
  ///
  /// - Parameter x: Any number; infinities give 0 and 1.
  /// - Returns: From 0 to 1, or nil if `x` is NaN.
  public static func lowerTail(_ x: Double) -> Double? {
    figure { gsl_cdf_ugaussian_P(x) }
  }

  /// The probability of a value above `x`, exact in relative terms far out.
  ///
  /// - Parameter x: Any number; infinities give 1 and 0.
  /// - Returns: From 0 to 1, or nil if `x` is NaN.
  public static func upperTail(_ x: Double) -> Double? {
    figure { gsl_cdf_ugaussian_Q(x) }
  }

  /// The value below which a share of `p` lies.
  ///
  /// - Parameter p: Above 0 and below 1.
  /// - Returns: The quantile, or nil outside that range.
  public static func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    return figure { gsl_cdf_ugaussian_Pinv(p) }
  }

  /// The probability of a value at least as far from 0 as `z`, on either side.
  ///
  /// - Parameter z: Any number.
  /// - Returns: From 0 to 1, or nil if `z` is NaN.
  public static func twoSided(_ z: Double) -> Double? {
    upperTail(z.magnitude).map { min(1, 2 * $0) }
  }
}

/// Student's t distribution.
public struct StudentT: Sendable, Equatable {
  /// The degrees of freedom, which need not be whole.
  public let degreesOfFreedom: Double

  /// Makes a distribution.
  ///
  /// - Parameter degreesOfFreedom: Above 0 and finite; otherwise there is none.
  public init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value of at most `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func lowerTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    return x > 0 ? tails(x)?.within : tails(x)?.beyond
  }

  /// The probability of a value above `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func upperTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    return x > 0 ? tails(x)?.beyond : tails(x)?.within
  }

  /// The value below which a share of `p` lies.
  ///
  /// - Parameter p: Above 0 and below 1.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    guard var t = figure({ gsl_cdf_tdist_Pinv(p, degreesOfFreedom) }) else { return far(p) }
    // Newton's method takes GSL's value to the last digits.
    for _ in 0..<3 {
      let density = gsl_ran_tdist_pdf(t, degreesOfFreedom)
      let excess = p <= 0.5 ? lowerTail(t).map { $0 - p } : upperTail(t).map { 1 - p - $0 }
      guard let excess, density > 0 else { break }
      let step = excess / density
      guard step.magnitude < 0.01 * t.magnitude else { break }
      t -= step
    }
    let (reached, wanted) = (p <= 0.5 ? lowerTail(t) : upperTail(t), min(p, 1 - p))
    guard let reached, (reached - wanted).magnitude <= 1e-6 * wanted else { return far(p) }
    return t
  }

  /// The quantile where GSL loses it, far out: there the tail is as good as a power of t.
  private func far(_ p: Double) -> Double? {
    let half = degreesOfFreedom / 2
    guard let beta = figure({ gsl_sf_lnbeta(half, 0.5) }) else { return nil }
    let logTail = log(2 * half * min(p, 1 - p)) + beta
    let t = degreesOfFreedom.squareRoot() * exp(-logTail / degreesOfFreedom)
    guard t.isFinite, t > 1e7 * degreesOfFreedom.squareRoot() else { return nil }
    return p <= 0.5 ? -t : t
  }

  /// The probabilities of a value nearer to -∞ or ∞ than `x` on its side, and of the rest.
  private func tails(_ x: Double) -> (beyond: Double, within: Double)? {
    let square = x * x
    guard square.isFinite else { return (0, 1) }
    let sum = degreesOfFreedom + square
    return betaTails(a: degreesOfFreedom / 2, b: 0.5, x: degreesOfFreedom / sum, y: square / sum)
      .map { (0.5 * $0.lower, 0.5 + 0.5 * $0.upper) }
  }
}

/// The chi-squared distribution.
public struct ChiSquared: Sendable, Equatable {
  /// The degrees of freedom.
  public let degreesOfFreedom: Double

  /// Makes a distribution.
  ///
  /// - Parameter degreesOfFreedom: Above 0 and finite; otherwise there is none.
  public init?(degreesOfFreedom: Double) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value of at most `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func lowerTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    return gammaTails(shape: degreesOfFreedom / 2, x: x / 2)?.lower
  }

  /// The probability of a value above `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func upperTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    return gammaTails(shape: degreesOfFreedom / 2, x: x / 2)?.upper
  }

  /// The value below which a share of `p` lies.
  ///
  /// - Parameter p: At least 0 and below 1.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(_ p: Double) -> Double? {
    GammaDistribution(shape: degreesOfFreedom / 2)?.quantile(p).map { 2 * $0 }
  }
}

/// The beta distribution on 0..1.
public struct BetaDistribution: Sendable, Equatable {
  /// The first shape.
  public let a: Double
  /// The second shape.
  public let b: Double

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - a: The first shape, above 0 and finite; otherwise there is none.
  ///   - b: The second shape, above 0 and finite; otherwise there is none.
  public init?(a: Double, b: Double) {
    guard a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    self.a = a
    self.b = b
  }

  /// The probability of a value of at most `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func lowerTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    return betaTails(a: a, b: b, x: min(max(x, 0), 1), y: min(max(1 - x, 0), 1))?.lower
  }

  /// The probability of a value above `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func upperTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    return betaTails(a: a, b: b, x: min(max(x, 0), 1), y: min(max(1 - x, 0), 1))?.upper
  }

  /// The value below which a share of `p` lies.
  ///
  /// Found by halving, because GSL's own inverse gives up for some very skewed shapes.
  ///
  /// - Parameter p: From 0 to 1.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(_ p: Double) -> Double? {
    guard p >= 0, p <= 1 else { return nil }
    if p == 0 || p == 1 { return p }
    return halved(from: 0, to: 1, reaching: p, lowerTail: lowerTail, upperTail: upperTail)
  }
}

/// Fisher's F distribution.
public struct FisherF: Sendable, Equatable {
  /// The degrees of freedom of the numerator.
  public let numerator: Double
  /// The degrees of freedom of the denominator.
  public let denominator: Double

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - numerator: Degrees of freedom above 0 and finite; otherwise there is none.
  ///   - denominator: Degrees of freedom above 0 and finite; otherwise there is none.
  public init?(numerator: Double, denominator: Double) {
    guard numerator > 0, denominator > 0, numerator.isFinite, denominator.isFinite else {
      return nil
    }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The probability of a value of at most `x`.
  ///
  /// - Parameter x: At least 0 and finite.
  /// - Returns: From 0 to 1, or nil outside that range.
  public func lowerTail(_ x: Double) -> Double? {
    guard x >= 0, x.isFinite else { return nil }
    return tails(x)?.lower
  }

  /// The probability of a value above `x`.
  ///
  /// - Parameter x: At least 0 and finite.
  /// - Returns: From 0 to 1, or nil outside that range.
  public func upperTail(_ x: Double) -> Double? {
    guard x >= 0, x.isFinite else { return nil }
    return tails(x)?.upper
  }

  /// The value below which a share of `p` lies.
  ///
  /// Found by halving, as the beta quantile.
  ///
  /// - Parameter p: At least 0 and below 1.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(_ p: Double) -> Double? {
    guard p >= 0, p < 1 else { return nil }
    if p == 0 { return 0 }
    var upper = 1.0
    while let reached = lowerTail(upper), reached < p {
      upper *= 2
      guard upper.isFinite else { return nil }
    }
    return halved(from: 0, to: upper, reaching: p, lowerTail: lowerTail, upperTail: upperTail)
  }

  private func tails(_ x: Double) -> (lower: Double, upper: Double)? {
    let (share, rest) = (numerator * x, denominator)
    guard share.isFinite else { return (1, 0) }
    return betaTails(
      a: numerator / 2, b: denominator / 2, x: share / (share + rest), y: rest / (share + rest))
  }
}

/// Halves an interval until a distribution function reaches `p`, on the tail where it is exact.
func halved(
  from start: Double, to end: Double, reaching p: Double, lowerTail: (Double) -> Double?,
  upperTail: (Double) -> Double?
) -> Double? {
  var (low, high) = (start, end)
  // Below the smallest normal numbers halving would go on for a thousand steps to no use.
  for _ in 0..<1_100 {
    let middle = low + (high - low) / 2
    if middle <= low || middle >= high { break }
    let isBelow: Bool
    if p <= 0.5 {
      guard let tail = lowerTail(middle) else { return nil }
      isBelow = tail < p
    } else {
      guard let tail = upperTail(middle) else { return nil }
      isBelow = tail > 1 - p
    }
    if isBelow { low = middle } else { high = middle }
  }
  return low + (high - low) / 2
}
