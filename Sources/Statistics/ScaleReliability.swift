internal import Glibc

/// How reliably the sum of a scale's items measures what they have in common.
///
/// Coefficients that rest on squared covariances hold for complete respondents only.
public struct ScaleReliability: Sendable, Equatable {
  /// The covariances.
  public let covariances: ItemCovariances
  /// Cronbach's alpha with item-rest correlations, alpha if dropped, and Feldt's interval.
  public let alpha: CronbachAlpha

  /// Judges a scale; fails for fewer than two items or if the sum has no spread.
  ///
  /// - Parameter covariances: Those of the items.
  public init?(_ covariances: ItemCovariances) {
    guard let alpha = CronbachAlpha(covariances: covariances.values, count: covariances.count)
    else { return nil }
    self.covariances = covariances
    self.alpha = alpha
  }

  private var items: Double { Double(covariances.items) }
  private var count: Double { Double(covariances.count) }

  /// The standard error of measurement of the sum: sd · √(1 - alpha), or nil for alpha below 0.
  public var standardErrorOfMeasurement: Double? {
    alpha.raw >= 0 ? (covariances.totalVariance * (1 - alpha.raw)).squareRoot() : nil
  }

  /// The interval of alpha from the logarithm of 1 - alpha.
  ///
  /// Source: Bonett (2002): ln(1 - alpha) ± z √(2k / ((k - 1)(n - 2))).
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil for fewer than three respondents or alpha = 1.
  public func bonett(confidence: Double = 0.95) -> Interval? {
    guard covariances.count > 2, alpha.raw < 1, confidence > 0, confidence < 1,
      let z = Normal.quantile((1 + confidence) / 2)
    else { return nil }
    let half = z * (2 * items / ((items - 1) * (count - 2))).squareRoot()
    return Interval(
      lower: 1 - (1 - alpha.raw) * exp(half), upper: 1 - (1 - alpha.raw) * exp(-half))
  }

  /// The standard error of alpha without assuming that items measure alike.
  ///
  /// Source: van Zyl, Neudecker & Nel (2000), Duhachek & Iacobucci (2004).
  public var standardError: Double? {
    let size = covariances.items
    let values = covariances.values
    let total = covariances.totalVariance
    let trace = compensatedSum(covariances.variances)
    let rows = (0..<size).map { row in compensatedSum(values[row * size..<(row + 1) * size]) }
    let squares = compensatedSum(values.lazy.map { $0 * $0 })
    let quadratic = compensatedSum(rows.lazy.map { $0 * $0 })
    let q =
      2 * items * items / ((items - 1) * (items - 1) * total * total * total)
      * (total * (squares + trace * trace) - 2 * trace * quadratic)
    return q >= 0 && q.isFinite ? (q / count).squareRoot() : nil
  }

  /// Guttman's lambda 2, a lower bound of the reliability that is at least alpha.
  ///
  /// Source: Guttman (1945).
  public var lambda2: Double {
    let variances = covariances.variances
    let squares =
      compensatedSum(covariances.values.lazy.map { $0 * $0 })
      - compensatedSum(variances.lazy.map { $0 * $0 })
    let total = covariances.totalVariance
    return 1 - compensatedSum(variances) / total
      + (items / (items - 1) * max(0, squares)).squareRoot() / total
  }

  /// Guttman's lambda 6 of the standardised items, as R's psych gives it; nil if an item has no
  /// spread or follows from others.
  ///
  /// Source: Guttman (1945): 1 - Σ e² / total, e² being what predicting an item by the others leaves.
  public var lambda6: Double? { covariances.correlations.flatMap(ScaleReliability.lambda6) }

  /// Guttman's lambda 6 of the items in their own units.
  public var rawLambda6: Double? { ScaleReliability.lambda6(covariances.values) }

  private static func lambda6(_ values: [Double]) -> Double? {
    guard let inverse = SymmetricMatrix(values)?.inverse() else { return nil }
    let errors = compensatedSum((0..<inverse.size).lazy.map { 1 / inverse[$0, $0] })
    let total = compensatedSum(values)
    return total > 0 ? 1 - errors / total : nil
  }

  /// The eigenvalues of the correlations, falling, or nil if an item has no spread.
  public var eigenvalues: [Double]? {
    covariances.correlations.flatMap { SymmetricMatrix($0)?.eigen()?.values }
  }

  /// Items, counted from 0, whose correlation with the sum of the others is below 0.
  public var negativeItemRest: [Int] {
    alpha.itemRest.indices.filter { (alpha.itemRest[$0] ?? 0) < 0 }
  }

  /// Items, counted from 0, that seem to be asked the other way round than most; nothing is ever
  /// reversed by itself.
  ///
  /// These are the ones whose weight in the first principal component of the correlations has the
  /// sign of fewer items; of halves, the half without the first item. Weights below a tenth of
  /// the largest tell nothing.
  public var suspectedReversed: [Int] {
    guard let correlations = covariances.correlations,
      let weights = SymmetricMatrix(correlations)?.eigen()?.vectors.first,
      let largest = weights.map(\.magnitude).max()
    else { return [] }
    let clear = weights.indices.filter { weights[$0].magnitude >= 0.1 * largest }
    let negative = clear.filter { weights[$0] < 0 }
    let positive = clear.filter { weights[$0] > 0 }
    if negative.count != positive.count {
      return negative.count < positive.count ? negative : positive
    }
    return negative.contains(clear.first ?? 0) ? positive : negative
  }
}
