internal import Glibc

/// The distribution of the studentized range: the spread of k normal means over an independent
/// standard deviation, as in Tukey's honestly significant difference.
///
/// Source: Tukey (1953); P(q) = ∫ f(s) W(qs) ds with W(w) = k ∫ φ(z) (Φ(z) - Φ(z - w))^(k-1) dz and
/// f the density of √(χ²/ν). Both integrals are sums over even steps, which for such functions
/// converge faster than any power of the step.
public struct StudentizedRange: Sendable, Equatable {
  /// The number of means.
  public let means: Int
  /// The degrees of freedom of the standard deviation.
  public let degreesOfFreedom: Double

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - means: From 2 to 1000; otherwise there is none.
  ///   - degreesOfFreedom: At least 1 and at most a million; otherwise there is none.
  public init?(means: Int, degreesOfFreedom: Double) {
    guard (2...1000).contains(means), degreesOfFreedom >= 1, degreesOfFreedom <= 1e6 else {
      return nil
    }
    self.means = means
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value of at most `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func lowerTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    guard x > 0 else { return 0 }
    let range = NormalRange(means: means)
    return min(1, mixture { range.lowerTail(x * $0) })
  }

  /// The probability of a value above `x`.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func upperTail(_ x: Double) -> Double? {
    guard x.isFinite else { return nil }
    guard x > 0 else { return 1 }
    let range = NormalRange(means: means)
    return min(1, mixture { range.upperTail(x * $0) })
  }

  /// The value below which a share of `p` lies.
  ///
  /// - Parameter p: At least 0 and below 1.
  /// - Returns: The quantile, or nil outside that range.
  public func quantile(_ p: Double) -> Double? {
    guard p >= 0, p < 1 else { return nil }
    if p == 0 { return 0 }
    var upper = 8.0
    while let reached = lowerTail(upper), reached < p {
      upper *= 2
      guard upper < 1e300 else { return nil }
    }
    return halved(from: 0, to: upper, reaching: p, lowerTail: lowerTail, upperTail: upperTail)
  }

  /// The mean of a function of s = √(χ²/ν), over steps of log s.
  private func mixture(_ tail: (Double) -> Double) -> Double {
    let freedom = degreesOfFreedom
    let step = min(0.1, 0.4 / (2 * freedom).squareRoot())
    // The density's constant by Stirling's formula, so that no digit is lost for large ν.
    let constant =
      log(2) + 0.5 * log(freedom / (4 * Double.pi)) - stirlingRemainder(freedom / 2)
    var sum = 0.0
    for direction in [-1.0, 1.0] {
      var place = direction < 0 ? 0 : step
      while true {
        let density = exp(constant + freedom * (place - expm1(2 * place) / 2))
        // Beyond the peak at s = 1 the density only falls, and no tail is above 1.
        guard density > 1e-18 * sum, density > 1e-300 else { break }
        sum += density * tail(exp(place))
        place += direction * step
      }
    }
    return sum * step
  }
}

/// The range of k standard normal values.
private struct NormalRange {
  let means: Double
  let step: Double
  /// Places z with φ(z), Φ(z) and 1 - Φ(z).
  let places: [(z: Double, density: Double, lower: Double, upper: Double)]

  init(means: Int) {
    self.means = Double(means)
    step = min(0.1, 0.6 / Double(means).squareRoot())
    let most = Int((20 / step).rounded(.up))
    let step = step
    places = (-most...most).map { place in
      let z = Double(place) * step
      return (z, exp(-z * z / 2) / (2 * Double.pi).squareRoot(), normalTail(z), normalTail(-z))
    }
  }

  func lowerTail(_ width: Double) -> Double {
    var sum = 0.0
    for place in places {
      let below = place.z - width
      let share =
        below > 0 ? normalTail(-below) - place.upper : place.lower - normalTail(below)
      sum += place.density * pow(share, means - 1)
    }
    return means * step * sum
  }

  func upperTail(_ width: Double) -> Double {
    var sum = 0.0
    for place in places {
      let ratio = min(1, normalTail(place.z - width) / place.lower)
      sum -=
        place.density * pow(place.lower, means - 1) * expm1((means - 1) * log1p(-ratio))
    }
    return means * step * sum
  }
}

/// Φ(z).
private func normalTail(_ z: Double) -> Double { 0.5 * erfc(-z * 0.5.squareRoot()) }
