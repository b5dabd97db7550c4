internal import Glibc

// Loader (2000), Fast and accurate computation of binomial probabilities: the mass is written as
// the distance of the observed from the expected, and what Stirling's formula leaves out.

/// log n! minus Stirling's √(2πn) (n/e)^n.
func stirlingRemainder(_ n: Double) -> Double {
  if n < 16 {
    // All terms are small here.
    return lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * Double.pi)
  }
  let square = n * n
  let series =
    1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / square) / square) / square)
    / square
  return series / n
}

/// x log(x / m) + m - x, without cancellation where x is near m.
func deviance(_ x: Double, from mean: Double) -> Double {
  if (x - mean).magnitude < 0.1 * (x + mean) {
    let v = (x - mean) / (x + mean)
    var sum = (x - mean) * v
    var power = 2 * x * v
    for term in 1..<1000 {
      power *= v * v
      let next = sum + power / Double(2 * term + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }
  return x * log(x / mean) + mean - x
}

/// The probability of so many successes and failures in independent trials.
///
/// - Parameters:
///   - successes: Not negative.
///   - failures: Not negative.
///   - share: The probability of a success, above 0 and below 1.
/// - Returns: From 0 to 1.
func binomialMass(successes: Int, failures: Int, share: Double) -> Double {
  let (x, y) = (Double(successes), Double(failures))
  let n = x + y
  if successes == 0 { return n == 0 ? 1 : exp(n * log1p(-share)) }
  if failures == 0 { return exp(n * log(share)) }
  let exponent =
    stirlingRemainder(n) - stirlingRemainder(x) - stirlingRemainder(y)
    - deviance(x, from: n * share) - deviance(y, from: n * (1 - share))
  return exp(exponent) * (n / (2 * Double.pi * x * y)).squareRoot()
}

/// The probability of so many events, which need not be a whole number.
func poissonMass(events: Double, mean: Double) -> Double {
  if mean == 0 { return events == 0 ? 1 : 0 }
  if events == 0 { return exp(-mean) }
  let exponent = -stirlingRemainder(events) - deviance(events, from: mean)
  return exp(exponent) / (2 * Double.pi * events).squareRoot()
}
