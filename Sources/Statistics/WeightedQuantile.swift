/// The least value that a weighted share of all values does not exceed.
///
/// Source: the inverse of the weighted distribution function, as `svyquantile(qrule = "math")` of
/// R's survey 4.1. Shares that meet a step of the distribution but for rounding count as meeting it.
///
/// - Parameters:
///   - values: At least one, finite.
///   - weights: One per value, not negative, not all 0.
///   - share: From 0 to 1.
/// - Returns: One of the values, or nil where the input allows none.
public func weightedQuantile(
  of values: [Double], weights: [Double], at share: Double
) -> Double? {
  guard values.count == weights.count, share >= 0, share <= 1, values.allSatisfy(\.isFinite),
    let summary = WeightSummary(weights)
  else { return nil }
  let order = values.indices.filter { weights[$0] > 0 }.sorted { values[$0] < values[$1] }
  var sum = 0.0
  for place in order {
    sum += weights[place]
    if sum >= (share - 1e-12) * summary.sum { return values[place] }
  }
  return order.last.map { values[$0] }
}
