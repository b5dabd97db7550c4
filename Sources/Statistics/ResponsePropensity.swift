/// How unlike those who answered and those who did not are, and what answers would be worth.
///
/// Limits: only differences that the covariates of the propensities know are seen.
public struct ResponsePropensity: Sendable, Equatable {
  /// 1 - 2 sd of the propensities (divisor n - 1); 1 when all were equally likely to answer.
  ///
  /// Source: Schouten, Cobben & Bethlehem (2009), Survey Methodology 35.
  public let representativity: Double
  /// The chance that one who answered has a higher propensity than one who did not; ties half.
  public let areaUnderCurve: Double
  /// Per record, 1 over the propensity; 0 for those who did not answer.
  public let weights: [Double]

  /// Judges propensities.
  ///
  /// Fails unless some answered and some did not, each with a propensity above 0 and at most 1.
  ///
  /// - Parameters:
  ///   - propensities: Per record, the probability to answer.
  ///   - answered: Per record, whether it did.
  public init?(_ propensities: [Double], answered: [Bool]) {
    let n = Double(propensities.count)
    let ones = Double(answered.count { $0 })
    guard propensities.count == answered.count, ones > 0, ones < n,
      propensities.allSatisfy({ $0 > 0 && $0 <= 1 })
    else { return nil }
    let mean = propensities.reduce(0, +) / n
    let squares = propensities.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    representativity = 1 - 2 * (squares / (n - 1)).squareRoot()
    // Propensities of equal covariates differ by rounding only; they count as ties.
    let order = propensities.indices.sorted { propensities[$0] < propensities[$1] }
    var (sum, place) = (0.0, 0)
    while place < order.count {
      var end = place + 1
      let first = propensities[order[place]]
      while end < order.count, propensities[order[end]] - first <= 1e-12 * first { end += 1 }
      let rank = Double(place + 1 + end) / 2
      for record in order[place..<end] where answered[record] { sum += rank }
      place = end
    }
    areaUnderCurve = (sum - ones * (ones + 1) / 2) / (ones * (n - ones))
    weights = zip(propensities, answered).map { $1 ? 1 / $0 : 0 }
  }

  /// The mean of the answers, weighted with 1 over the propensity.
  ///
  /// - Parameter answers: Per record, nil where there is none; not read for those who did not answer.
  /// - Returns: The mean over those with an answer, or nil without any or for lengths that do not fit.
  public func weightedMean(of answers: [Double?]) -> Double? {
    guard answers.count == weights.count else { return nil }
    var (sum, total) = (0.0, 0.0)
    for (answer, weight) in zip(answers, weights) {
      guard let answer else { continue }
      sum += weight * answer
      total += weight
    }
    let mean = sum / total
    return mean.isFinite ? mean : nil
  }
}
