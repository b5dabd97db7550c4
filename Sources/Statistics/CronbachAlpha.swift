/// Cronbach's alpha of a set of items, with what helps to judge it.
public struct CronbachAlpha: Sendable, Equatable {
  /// The number of items.
  public let items: Int
  /// The number of respondents who answered all items.
  public let count: Int
  /// Alpha from the covariances; below 0 when items contradict each other, often a missed reversal.
  public let raw: Double
  /// Alpha from the mean correlation, or nil if an item has no spread.
  public let standardised: Double?
  /// The mean correlation of two items, or nil if an item has no spread.
  public let meanCorrelation: Double?
  /// Per item, its correlation with the sum of the others, or nil without spread.
  public let itemRest: [Double?]
  /// Per item, the raw alpha of the others, or nil if fewer than two or without spread.
  public let ifDropped: [Double?]

  /// Computes alpha from a covariance matrix.
  ///
  /// Source: Cronbach (1951): k/(k-1) · (1 - Σ var(item) / var(total)). Fails for fewer than two
  /// items or respondents, or if the total has no spread.
  ///
  /// - Parameters:
  ///   - covariances: k x k values by rows, symmetric.
  ///   - count: The number of respondents, at least 2.
  public init?(covariances: [Double], count: Int) {
    let items = Int(Double(covariances.count).squareRoot().rounded())
    guard items > 1, items * items == covariances.count, count > 1,
      covariances.allSatisfy(\.isFinite)
    else { return nil }
    let variances = (0..<items).map { covariances[$0 * items + $0] }
    let rows = (0..<items).map { item in
      covariances[item * items..<(item + 1) * items].reduce(0, +)
    }
    let total = rows.reduce(0, +)
    let sum = variances.reduce(0, +)
    guard let raw = CronbachAlpha.alpha(items: items, variances: sum, total: total) else {
      return nil
    }
    self.items = items
    self.count = count
    self.raw = raw
    if variances.allSatisfy({ $0 > 0 }) {
      var correlations = 0.0
      for row in 0..<items {
        for column in 0..<row {
          correlations +=
            covariances[row * items + column] / (variances[row] * variances[column]).squareRoot()
        }
      }
      let mean = correlations / Double(items * (items - 1) / 2)
      let divisor = 1 + Double(items - 1) * mean
      meanCorrelation = mean
      standardised = divisor > 0 ? Double(items) * mean / divisor : nil
    } else {
      meanCorrelation = nil
      standardised = nil
    }
    itemRest = (0..<items).map { item in
      let rest = total - 2 * rows[item] + variances[item]
      let spread = variances[item] * rest
      guard variances[item] > 0, rest > 0 else { return nil }
      return (rows[item] - variances[item]) / spread.squareRoot()
    }
    ifDropped = (0..<items).map { item in
      CronbachAlpha.alpha(
        items: items - 1, variances: sum - variances[item],
        total: total - 2 * rows[item] + variances[item])
    }
  }

  private static func alpha(items: Int, variances: Double, total: Double) -> Double? {
    guard items > 1, total > 0 else { return nil }
    return Double(items) / Double(items - 1) * (1 - variances / total)
  }

  /// The confidence interval of raw alpha.
  ///
  /// Source: Feldt (1965): 1 - (1 - alpha) · q with F quantiles q at n - 1 and (n - 1)(k - 1).
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval, or nil where the distribution allows none.
  public func interval(confidence: Double = 0.95) -> Interval? {
    let freedom = Double(count - 1)
    guard
      let distribution = FisherF(numerator: freedom, denominator: freedom * Double(items - 1)),
      let high = distribution.quantile((1 + confidence) / 2),
      let low = distribution.quantile((1 - confidence) / 2)
    else { return nil }
    return Interval(lower: 1 - (1 - raw) * high, upper: 1 - (1 - raw) * low)
  }
}

/// The covariance matrix of several variables from exact sums.
///
/// - Parameters:
///   - count: The number of cases.
///   - sums: Per variable, the sum of its values.
///   - crossProducts: Sums of products, upper triangle by rows: (0,0), (0,1), ..., (1,1), ...
///   - scales: Per variable, the factor from its unit to the result's.
/// - Returns: k x k covariances by rows (divisor n - 1), or nil for fewer than two cases or
///   arrays that do not fit together.
public func covariances(
  count: Int, sums: [Int], crossProducts: [Int], scales: [Double]
) -> [Double]? {
  let size = sums.count
  guard count > 1, crossProducts.count == size * (size + 1) / 2, scales.count == size else {
    return nil
  }
  var matrix = [Double](repeating: 0, count: size * size)
  var place = 0
  for row in 0..<size {
    for column in row..<size {
      let scaled = exactDifference(
        of: Int128(count), times: Int128(crossProducts[place]), minus: Int128(sums[row]),
        times: Int128(sums[column]))
      let value = scaled / Double(count) / Double(count - 1) * scales[row] * scales[column]
      matrix[row * size + column] = value
      matrix[column * size + row] = value
      place += 1
    }
  }
  return matrix
}
