/// A definition of the value below which a share of the values lies.
///
/// Source: Hyndman & Fan (1996), numbered as there and in R's `quantile`.
public enum QuantileDefinition: Int, Sendable, CaseIterable {
  /// The inverse of the distribution function, averaged where it is not unique; SAS's default.
  case averagedInverse = 2
  /// Positions p (n + 1); default of SPSS and Minitab.
  case weibull = 6
  /// Positions 1 + p (n - 1); default of R, NumPy and Excel.
  case linear = 7

  /// The value below which a share of the values lies.
  ///
  /// - Parameters:
  ///   - values: Any order, all finite.
  ///   - share: From 0 (the lowest value) to 1 (the highest).
  /// - Returns: The quantile, or nil without values or outside that range.
  /// - Complexity: O(n log n)
  public func quantile(of values: [Double], at share: Double) -> Double? {
    guard values.allSatisfy(\.isFinite) else { return nil }
    let sorted = values.sorted()
    return quantile(count: sorted.count, at: share) { sorted[$0] }
  }

  /// The same for values in rising order, each by its place from 0.
  func quantile(count: Int, at share: Double, value: (Int) -> Double) -> Double? {
    guard count > 0, share >= 0, share <= 1 else { return nil }
    let n = Double(count)
    let position =
      switch self {
      case .averagedInverse: n * share
      case .weibull: (n + 1) * share
      case .linear: 1 + (n - 1) * share
      }
    // A share such as 0.3 is no exact binary number; what is whole but for that counts as whole.
    let fuzz = 4 * Double.ulpOfOne * max(1, position)
    let below = (position + fuzz).rounded(.down)
    let rest = position - below
    func at(_ place: Double) -> Double { value(min(max(Int(place), 1), count) - 1) }
    let (low, high) = (at(below), at(below + 1))
    if self == .averagedInverse { return rest.magnitude > fuzz ? high : low / 2 + high / 2 }
    if rest.magnitude <= fuzz || low == high { return low }
    return (1 - rest) * low + rest * high
  }
}
