/// The value below which a share of the values lies.
///
/// Source: Hyndman & Fan (1996), definition 7, the default of R's `quantile`.
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
  guard !values.isEmpty, share >= 0, share <= 1, values.allSatisfy(\.isFinite) else { return nil }
  let place = Double(values.count - 1) * share
  let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
  let part = place - place.rounded(.down)
  return values[low] == values[high]
    ? values[low] : (1 - part) * values[low] + part * values[high]
}
