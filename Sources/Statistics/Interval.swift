/// An interval with a lower and an upper end.
public struct Interval: Sendable, Equatable {
  /// The lower end.
  public var lower: Double
  /// The upper end.
  public var upper: Double

  /// Makes an interval.
  ///
  /// - Parameters:
  ///   - lower: The lower end.
  ///   - upper: The upper end.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// The confidence interval of a mean by Student's t: mean ± t · sd / √n.
///
/// - Parameters:
///   - mean: The mean.
///   - standardDeviation: The standard deviation of one value, not negative.
///   - count: The number of values, at least 1.
///   - degreesOfFreedom: Those of the standard deviation; n - 1 if it comes from the same values.
///   - confidence: Above 0 and below 1.
/// - Returns: The interval, or nil where the input allows none.
public func meanInterval(
  mean: Double, standardDeviation: Double, count: Int, degreesOfFreedom: Double,
  confidence: Double = 0.95
) -> Interval? {
  guard count > 0, standardDeviation >= 0, standardDeviation.isFinite, mean.isFinite,
    let t = StudentT(degreesOfFreedom: degreesOfFreedom)?.quantile((1 + confidence) / 2)
  else { return nil }
  let half = t * standardDeviation / Double(count).squareRoot()
  return Interval(lower: mean - half, upper: mean + half)
}

/// The confidence interval of a sample's mean by Student's t, in the sample's unit.
///
/// - Parameters:
///   - sample: At least two values.
///   - confidence: Above 0 and below 1.
/// - Returns: The interval, or nil for fewer than two values.
public func meanInterval(of sample: SampleSums, confidence: Double = 0.95) -> Interval? {
  guard let mean = sample.mean, let sd = sample.standardDeviation else { return nil }
  return meanInterval(
    mean: mean, standardDeviation: sd, count: sample.count,
    degreesOfFreedom: Double(sample.count - 1), confidence: confidence)
}

/// Wilson's score interval of a proportion.
///
/// Source: Wilson (1927), in the form (2x + z² ± z √(z² + 4x(1 - x/n))) / (2(n + z²)).
///
/// - Parameters:
///   - successes: From 0 to `count`.
///   - count: At least 1.
///   - confidence: Above 0 and below 1.
/// - Returns: An interval inside 0..1, or nil where the input allows none.
public func wilsonInterval(
  successes: Int, of count: Int, confidence: Double = 0.95
) -> Interval? {
  guard count > 0, (0...count).contains(successes),
    let z = Normal.quantile((1 + confidence) / 2)
  else { return nil }
  let (x, n) = (Double(successes), Double(count))
  let root = z * (z * z + 4 * x * (1 - x / n)).squareRoot()
  let divisor = 2 * (n + z * z)
  return Interval(
    lower: successes == 0 ? 0 : max(0, (2 * x + z * z - root) / divisor),
    upper: successes == count ? 1 : min(1, (2 * x + z * z + root) / divisor))
}

/// A mean with what its uncertainty rests on.
public struct MeanEstimate: Sendable, Equatable {
  /// The mean.
  public var mean: Double
  /// The standard deviation of one value.
  public var standardDeviation: Double
  /// The number of values.
  public var count: Int
  /// The degrees of freedom of the standard deviation.
  public var degreesOfFreedom: Double

  /// Makes an estimate.
  ///
  /// - Parameters:
  ///   - mean: The mean.
  ///   - standardDeviation: The standard deviation of one value.
  ///   - count: The number of values.
  ///   - degreesOfFreedom: The degrees of freedom of the standard deviation.
  public init(mean: Double, standardDeviation: Double, count: Int, degreesOfFreedom: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.count = count
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// The confidence interval of the difference of two independent means, without equal variances.
///
/// Source: Welch (1947), with Satterthwaite's degrees of freedom.
///
/// - Parameters:
///   - second: The mean that is subtracted from.
///   - first: The mean that is subtracted.
///   - confidence: Above 0 and below 1.
/// - Returns: The interval of `second - first`, or nil where neither mean has any spread.
public func welchInterval(
  of second: MeanEstimate, minus first: MeanEstimate, confidence: Double = 0.95
) -> Interval? {
  guard first.count > 0, second.count > 0, first.degreesOfFreedom > 0,
    second.degreesOfFreedom > 0
  else { return nil }
  let a = first.standardDeviation * first.standardDeviation / Double(first.count)
  let b = second.standardDeviation * second.standardDeviation / Double(second.count)
  guard a + b > 0 else { return nil }
  let freedom =
    (a + b) * (a + b) / (a * a / first.degreesOfFreedom + b * b / second.degreesOfFreedom)
  guard let t = StudentT(degreesOfFreedom: freedom)?.quantile((1 + confidence) / 2) else {
    return nil
  }
  let (difference, half) = (second.mean - first.mean, t * (a + b).squareRoot())
  return Interval(lower: difference - half, upper: difference + half)
}
