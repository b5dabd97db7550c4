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
    quantile(ofSorted: values.sorted(), at: share)
  }

  /// The same for values in rising order.
  func quantile(ofSorted values: [Double], at share: Double) -> Double? {
    guard !values.isEmpty, share >= 0, share <= 1, values.allSatisfy(\.isFinite) else {
      return nil
    }
    let n = Double(values.count)
    let position: Double
    switch self {
    case .linear: return Statistics.quantile(ofSorted: values, at: share)
    case .averagedInverse: position = n * share
    case .weibull: position = (n + 1) * share
    }
    // A share such as 0.3 is no exact binary number; what is whole but for that counts as whole.
    let fuzz = 4 * Double.ulpOfOne * max(1, position)
    let below = (position + fuzz).rounded(.down)
    let rest = position - below
    func value(_ place: Double) -> Double { values[min(max(Int(place), 1), values.count) - 1] }
    let (low, high) = (value(below), value(below + 1))
    guard rest.magnitude > fuzz else {
      return self == .averagedInverse ? low / 2 + high / 2 : low
    }
    if self == .averagedInverse { return high }
    return low == high ? low : (1 - rest) * low + rest * high
  }
}
