/// How p-values of one family are adjusted for their number.
///
/// Missing p-values (and numbers outside 0 to 1) take no part and are not counted, as in R's
/// `p.adjust`.
public enum PValueAdjustment: String, Sendable, Equatable, CaseIterable {
  /// m · p; holds the chance of any false signal, whatever the dependence.
  case bonferroni
  /// Holm (1979), falling steps of Bonferroni; the same promise, never less powerful.
  case holm
  /// Hochberg (1988), rising steps; the same promise for positively dependent p-values.
  case hochberg
  /// Benjamini & Hochberg (1995); holds the false discovery rate for positive dependence.
  case benjaminiHochberg = "BH"
  /// Benjamini & Yekutieli (2001); holds the false discovery rate whatever the dependence.
  case benjaminiYekutieli = "BY"

  /// Adjusts p-values.
  ///
  /// - Parameter probabilities: From 0 to 1; nil (and anything outside) takes no part.
  /// - Returns: The adjusted p-values in the same places.
  public func callAsFunction(_ probabilities: [Double?]) -> [Double?] {
    if self == .benjaminiHochberg { return Statistics.benjaminiHochberg(probabilities) }
    let places = probabilities.indices.filter { place in
      probabilities[place].map { $0 >= 0 && $0 <= 1 } ?? false
    }
    let rising = places.map { ($0, probabilities[$0] ?? 1) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    let size = Double(rising.count)
    var adjusted = [Double?](repeating: nil, count: probabilities.count)
    switch self {
    case .bonferroni:
      for (place, p) in rising { adjusted[place] = min(1, size * p) }
    case .holm:
      var highest = 0.0
      for (step, (place, p)) in rising.enumerated() {
        highest = max(highest, (size - Double(step)) * p)
        adjusted[place] = min(1, highest)
      }
    case .hochberg, .benjaminiYekutieli, .benjaminiHochberg:
      let factor = (1...max(1, rising.count)).reduce(0) { $0 + 1 / Double($1) }
      var lowest = 1.0
      for (step, (place, p)) in rising.enumerated().reversed() {
        let weight =
          self == .hochberg ? size - Double(step) : factor * size / Double(step + 1)
        lowest = min(lowest, weight * p)
        adjusted[place] = lowest
      }
    }
    return adjusted
  }
}

/// The share of true null hypotheses among tests.
///
/// Source: Storey (2002): pi0 = #{p > lambda} / ((1 - lambda) m), at most 1.
///
/// - Parameters:
///   - probabilities: From 0 to 1; nil (and anything outside) takes no part.
///   - lambda: From 0 to below 1; p-values above it are taken to come from true null hypotheses.
/// - Returns: From 0 to 1, or nil without p-values. For few tests it is rough, and 0 happens.
public func trueNullShare(_ probabilities: [Double?], lambda: Double = 0.5) -> Double? {
  let valid = probabilities.compactMap(\.self).filter { $0 >= 0 && $0 <= 1 }
  guard !valid.isEmpty, lambda >= 0, lambda < 1 else { return nil }
  return min(1, Double(valid.count { $0 > lambda }) / ((1 - lambda) * Double(valid.count)))
}
