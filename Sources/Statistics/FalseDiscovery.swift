/// Adjusts p-values so that those up to q hold a false discovery rate of q.
///
/// Source: Benjamini & Hochberg (1995), as R's `p.adjust(method = "BH")`.
///
/// - Parameter probabilities: From 0 to 1; nil (and anything outside) takes no part.
/// - Returns: The adjusted p-values in the same places.
public func benjaminiHochberg(_ probabilities: [Double?]) -> [Double?] {
  let places = probabilities.indices.filter { place in
    probabilities[place].map { $0 >= 0 && $0 <= 1 } ?? false
  }
  let falling = places.sorted { left, right in
    let (a, b) = (probabilities[left] ?? 1, probabilities[right] ?? 1)
    return a == b ? left > right : a > b
  }
  var adjusted = [Double?](repeating: nil, count: probabilities.count)
  var lowest = 1.0
  for (step, place) in falling.enumerated() {
    let size = Double(falling.count)
    lowest = min(lowest, size / (size - Double(step)) * (probabilities[place] ?? 1))
    adjusted[place] = lowest
  }
  return adjusted
}
