internal import Glibc

// The incomplete beta and gamma functions behind t, F, beta, chi-squared, binomial and Poisson.
// GSL's lose up to four digits in far tails, where it subtracts logarithms of gamma functions; here
// the leading factor is Loader's (2000), which subtracts none.

/// Both tails of the beta distribution, each exact in relative terms far out.
///
/// Source: the continued fraction of DiDonato & Morris (1992), ACM TOMS 18, equation 9.
///
/// - Parameters:
///   - a: The first shape, above 0 and finite.
///   - b: The second shape, above 0 and finite.
///   - x: From 0 to 1.
///   - y: 1 - x, given apart so that no digit is lost where x is near 1.
/// - Returns: The tails, or nil if the fraction does not converge (shapes above some millions).
func betaTails(a: Double, b: Double, x: Double, y: Double) -> (lower: Double, upper: Double)? {
  guard x > 0 else { return (0, 1) }
  guard y > 0 else { return (1, 0) }
  // How far the mean lies above x, times a + b.
  let distance = x < y ? a - (a + b) * x : (a + b) * y - b
  let isBelow = distance >= x - y
  let fraction =
    isBelow
    ? betaFraction(a: a, b: b, x: x, y: y, distance: distance)
    : betaFraction(a: b, b: a, x: y, y: x, distance: -distance)
  guard let fraction else { return nil }
  let tail = min(1, beyondMass(a: a, b: b, x: x, y: y) * (a / (a + b)) * b / fraction)
  return isBelow ? (tail, 1 - tail) : (1 - tail, tail)
}

/// Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) x^a y^b.
private func beyondMass(a: Double, b: Double, x: Double, y: Double) -> Double {
  let n = a + b
  let exponent =
    stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b)
    - deviance(a, from: n * x) - deviance(b, from: n * y)
  return exp(exponent) * (n / (2 * Double.pi * a * b)).squareRoot()
}

/// x^a y^b / B(a, b) over the incomplete beta function, by Lentz's method.
private func betaFraction(
  a: Double, b: Double, x: Double, y: Double, distance: Double
) -> Double? {
  let tiny = 1e-300
  func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
  var result = kept(a / (a + 1) * (distance + 1))
  var c = result
  var d = 0.0
  for step in 1...100_000 {
    let n = Double(step)
    let product = n * (b - n) * x
    let middle = a + 2 * n - 1
    let numerator = (a + n - 1) / middle * ((a + b + n - 1) / middle) * product * x
    let denominator =
      n + product / middle + (a + n) / (middle + 2) * (distance + 1 + n * (1 + y))
    d = 1 / kept(denominator + numerator * d)
    c = kept(denominator + numerator / c)
    result *= d * c
    if (d * c - 1).magnitude < 0x1p-51 { return result }
  }
  return nil
}

/// Both tails of the gamma distribution with rate 1, each exact in relative terms far out.
///
/// Source: the series 8.7.1 and the continued fraction 8.9.2 of the NIST Digital Library of
/// Mathematical Functions.
///
/// - Parameters:
///   - a: The shape, above 0 and finite.
///   - x: At least 0.
/// - Returns: The tails, or nil if neither converges (shapes of many millions).
func gammaTails(shape a: Double, x: Double) -> (lower: Double, upper: Double)? {
  guard x > 0 else { return (0, 1) }
  guard x.isFinite else { return (1, 0) }
  let mass = poissonMass(events: a, mean: x)
  if x < a + 1 {
    var (term, sum) = (1.0, 1.0)
    for step in 1...1_000_000 {
      term *= x / (a + Double(step))
      sum += term
      if term < sum * 0x1p-54 {
        let tail = min(1, mass * sum)
        return (tail, 1 - tail)
      }
    }
    return nil
  }
  var b = x + 1 - a
  var c = 1e300
  var d = 1 / b
  var result = d
  for step in 1...1_000_000 {
    let numerator = -Double(step) * (Double(step) - a)
    b += 2
    d = 1 / (b + numerator * d)
    c = b + numerator / c
    result *= d * c
    if (d * c - 1).magnitude < 0x1p-51 {
      // The mass is that of a events; the tail's factor is x^a e^-x / Γ(a).
      let tail = min(1, mass * a * result)
      return (1 - tail, tail)
    }
  }
  return nil
}
