/// Where a continuous function crosses 0, to the last bits.
///
/// Source: Chandrupatla (1997), Advances in Engineering Software 28, 145-149: inverse quadratic
/// interpolation where it is safe, halving elsewhere.
///
/// - Parameters:
///   - lower: One end of the interval.
///   - upper: The other end; the function has another sign there.
///   - function: Finite on the interval.
/// - Returns: The root, or nil without a change of sign or with a value that is not finite.
func bracketedRoot(
  from lower: Double, to upper: Double, of function: (Double) -> Double
) -> Double? {
  var (a, b) = (lower, upper)
  var (fa, fb) = (function(a), function(b))
  guard fa.isFinite, fb.isFinite else { return nil }
  if fa == 0 { return a }
  if fb == 0 { return b }
  guard (fa < 0) != (fb < 0) else { return nil }
  var (c, fc) = (a, fa)
  var share = 0.5
  for _ in 0..<300 {
    let x = a + share * (b - a)
    let fx = function(x)
    guard fx.isFinite else { return nil }
    if (fx < 0) == (fa < 0) {
      (c, fc) = (a, fa)
    } else {
      (c, fc, b, fb) = (b, fb, a, fa)
    }
    (a, fa) = (x, fx)
    let best = fa.magnitude < fb.magnitude ? a : b
    let least = 2 * best.magnitude.ulp / (b - a).magnitude
    if fa == 0 || least >= 0.5 { return best }
    let (xi, phi) = ((a - b) / (c - b), (fa - fb) / (fc - fb))
    share = 0.5
    if phi * phi < xi, (1 - phi) * (1 - phi) < 1 - xi {
      share =
        fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
    }
    share = min(1 - least, max(least, share))
  }
  return fa.magnitude < fb.magnitude ? a : b
}
