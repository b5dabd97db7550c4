internal import CGSL

/// The gamma function and its logarithmic derivatives, for positive numbers.
///
/// Source: Abramowitz & Stegun (1964), chapter 6.
public enum GammaFunction {
  /// The natural logarithm of the gamma function.
  ///
  /// - Parameter x: Above 0 and finite.
  /// - Returns: The logarithm, or nil outside that range.
  public static func logarithm(_ x: Double) -> Double? {
    guard x > 0, x.isFinite else { return nil }
    return figure { gsl_sf_lngamma(x) }
  }

  /// The first derivative of the logarithm.
  ///
  /// - Parameter x: Above 0 and finite.
  /// - Returns: The derivative, or nil outside that range.
  public static func digamma(_ x: Double) -> Double? {
    guard x > 0, x.isFinite else { return nil }
    return figure { gsl_sf_psi(x) }
  }

  /// The second derivative of the logarithm.
  ///
  /// - Parameter x: Above 0 and finite.
  /// - Returns: The derivative, or nil outside that range.
  public static func trigamma(_ x: Double) -> Double? {
    guard x > 0, x.isFinite else { return nil }
    return figure { gsl_sf_psi_1(x) }
  }
}
