/// How far raters of the same targets agree: the six intraclass correlations.
///
/// Every target is rated by the same k raters. Forms with 1 and k are about a single rating and about
/// the mean of k ratings. Source: Shrout & Fleiss (1979), intervals as McGraw & Wong (1996).
public struct IntraclassCorrelation: Sendable, Equatable {
  /// Which raters are meant, and what counts as disagreement.
  public enum Form: String, Sendable, CaseIterable {
    /// Each target has other raters, drawn at random (one-way).
    case oneWay = "ICC1"
    /// The same raters, drawn at random; raters who are stricter disagree (absolute agreement).
    case agreement = "ICC2"
    /// These very raters; strictness does not matter (consistency).
    case consistency = "ICC3"
  }

  /// An estimate with its interval and test.
  public struct Estimate: Sendable, Equatable {
    /// The correlation, which can be below 0.
    public let value: Double
    /// The confidence interval.
    public let interval: Interval
    /// The F ratio for no correlation.
    public let fRatio: Double
    /// Its degrees of freedom.
    public let degreesOfFreedom: (numerator: Double, denominator: Double)
    /// Its p-value.
    public let probability: Double

    /// Whether two estimates are the same.
    public static func == (left: Estimate, right: Estimate) -> Bool {
      left.value == right.value && left.interval == right.interval && left.fRatio == right.fRatio
        && left.degreesOfFreedom == right.degreesOfFreedom && left.probability == right.probability
    }
  }

  /// The number of targets.
  public let targets: Int
  /// The number of raters.
  public let raters: Int
  /// The mean square between targets.
  public let betweenTargets: Double
  /// The mean square between raters.
  public let betweenRaters: Double
  /// The mean square of what targets and raters leave.
  public let residual: Double
  /// The mean square within targets.
  public let withinTargets: Double

  /// Takes ratings.
  ///
  /// - Parameter ratings: Per target one rating per rater, none missing.
  /// - Throws: `tooFewGroups` (targets), `tooFewValues` (raters), `differentLengths`, `notFinite`,
  ///   `noSpread` (raters do not differ in any target, which leaves nothing to test).
  public init(_ ratings: [[Double]]) throws(ComparisonFailure) {
    guard ratings.count > 1 else { throw .tooFewGroups }
    let raters = ratings[0].count
    guard raters > 1 else { throw .tooFewValues }
    guard ratings.allSatisfy({ $0.count == raters }) else { throw .differentLengths }
    let rows = ratings.compactMap { SampleMoments($0) }
    let columns = (0..<raters).compactMap { place in SampleMoments(ratings.map { $0[place] }) }
    guard rows.count == ratings.count, columns.count == raters,
      let rowMeans = SampleMoments(rows.map(\.mean)),
      let columnMeans = SampleMoments(columns.map(\.mean))
    else { throw .notFinite }
    let (n, k) = (Double(ratings.count), Double(raters))
    let within = compensatedSum(rows.map(\.sumOfSquaredDeviations))
    // What is left is summed directly: a difference of squares would cancel where raters agree.
    let left = compensatedSum(
      ratings.indices.lazy.flatMap { row in
        (0..<raters).map { column in
          let value =
            ratings[row][column] - rows[row].mean - columns[column].mean + rowMeans.mean
          return value * value
        }
      })
    guard within > 0 else { throw .noSpread }
    let largest = ratings.lazy.flatMap { $0.map(\.magnitude) }.max() ?? 0
    // What rounding alone leaves is nothing.
    let rounding = 8 * Double.ulpOfOne * largest
    let isExact = left <= n * k * rounding * rounding
    targets = ratings.count
    self.raters = raters
    betweenTargets = k * rowMeans.sumOfSquaredDeviations / (n - 1)
    betweenRaters = n * columnMeans.sumOfSquaredDeviations / (k - 1)
    residual = isExact ? 0 : left / ((n - 1) * (k - 1))
    withinTargets = within / (n * (k - 1))
    guard betweenTargets.isFinite, betweenRaters.isFinite, residual.isFinite else {
      throw .notFinite
    }
  }

  private var n: Double { Double(targets) }
  private var k: Double { Double(raters) }

  /// One of the six correlations.
  ///
  /// - Parameters:
  ///   - form: Which raters are meant.
  ///   - ofMean: Whether of the mean of all k ratings instead of a single one.
  ///   - confidence: Above 0 and below 1.
  /// - Returns: The estimate, or nil where it is not defined (no error left, targets alike).
  public func estimate(
    _ form: Form, ofMean: Bool = false, confidence: Double = 0.95
  ) -> Estimate? {
    let error = form == .oneWay ? withinTargets : residual
    let numerator = n - 1
    let denominator = form == .oneWay ? n * (k - 1) : (n - 1) * (k - 1)
    let fRatio = betweenTargets / error
    guard confidence > 0, confidence < 1, error > 0, fRatio.isFinite,
      let test = FisherF(numerator: numerator, denominator: denominator),
      let probability = test.upperTail(fRatio), let single = single(form),
      let limits = form == .agreement
        ? agreementLimits(single, confidence) : limits(fRatio, test, confidence)
    else { return nil }
    func stepped(_ value: Double) -> Double { k * value / (1 + (k - 1) * value) }
    let value = ofMean ? mean(form) : single
    guard let value else { return nil }
    let interval =
      ofMean ? Interval(stepped(limits.lower), stepped(limits.upper)) : limits
    guard let interval else { return nil }
    return Estimate(
      value: value, interval: interval, fRatio: fRatio,
      degreesOfFreedom: (numerator, denominator), probability: probability)
  }

  private func single(_ form: Form) -> Double? {
    let error = form == .oneWay ? withinTargets : residual
    var divisor = betweenTargets + (k - 1) * error
    if form == .agreement { divisor += k * (betweenRaters - residual) / n }
    return divisor > 0 ? (betweenTargets - error) / divisor : nil
  }

  private func mean(_ form: Form) -> Double? {
    let error = form == .oneWay ? withinTargets : residual
    var divisor = betweenTargets
    if form == .agreement { divisor += (betweenRaters - residual) / n }
    return divisor > 0 ? (betweenTargets - error) / divisor : nil
  }

  private func limits(_ fRatio: Double, _ test: FisherF, _ confidence: Double) -> Interval? {
    guard let high = test.quantile((1 + confidence) / 2),
      let low = test.quantile((1 - confidence) / 2), low > 0
    else { return nil }
    func end(_ f: Double) -> Double { (f - 1) / (f + k - 1) }
    return Interval(end(fRatio / high), end(fRatio / low))
  }

  /// The interval for random raters, with Satterthwaite's degrees of freedom.
  private func agreementLimits(_ icc: Double, _ confidence: Double) -> Interval? {
    let ratio = betweenRaters / residual
    let rest = n * (1 + (k - 1) * icc) - k * icc
    let top = k * icc * ratio + rest
    let freedom =
      (k - 1) * (n - 1) * top * top
      / ((n - 1) * k * k * icc * icc * ratio * ratio + rest * rest)
    guard freedom.isFinite,
      let upper = FisherF(numerator: n - 1, denominator: freedom)?.quantile((1 + confidence) / 2),
      let lower = FisherF(numerator: freedom, denominator: n - 1)?.quantile((1 + confidence) / 2)
    else { return nil }
    let other = k * betweenRaters + (k * n - k - n) * residual
    return Interval(
      n * (betweenTargets - upper * residual) / (upper * other + n * betweenTargets),
      n * (lower * betweenTargets - residual) / (other + n * lower * betweenTargets))
  }
}
