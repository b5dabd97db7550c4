/// The tests and stars of a case-mix adjustment.
public struct CaseMixComparison: Sendable, Equatable {
  /// How one organisation compares with the mean of all.
  public struct Organisation: Sendable, Equatable {
    /// The adjusted mean minus the mean of all.
    public let difference: Double
    /// The standard error of the difference, the coefficients taken as known.
    public let standardError: Double
    /// The same with the uncertainty of the coefficients.
    public let fullStandardError: Double
    /// The ratio of difference and (plain) standard error; nil without spread.
    public let tRatio: Double?
    /// The degrees of freedom.
    public let freedom: Double
    /// The two-sided p-value, nil without spread.
    public let probability: Double?
    /// 1, 2 or 3.
    public let stars: Int
    /// The interval of the difference with the uncertainty of the coefficients; nil without spread.
    public let interval: Interval?
    /// The adjusted mean inside the scale.
    public let clamped: Double
    /// Whether the adjusted mean lay beyond the ends of the scale.
    public let isClamped: Bool
  }

  /// The precision-weighted mean of all, which F refers to.
  public let grandMean: Double
  /// The F ratio of the hypothesis that all organisations are alike.
  public let fRatio: Double
  /// Its degrees of freedom.
  public let numeratorFreedom: Double
  /// Its degrees of freedom.
  public let denominatorFreedom: Double
  /// Its p-value; the program writes 0.0001 for all below.
  public let probability: Double
  /// Per organisation, in the order of the adjustment.
  public let organisations: [Organisation]
  /// The variance between organisations beyond chance: that of the adjusted means less the mean of
  /// their variances, at least 0.
  public let varianceBetween: Double
  /// The same by the method of DerSimonian & Laird from F.
  public let weightedVarianceBetween: Double

  /// How well the adjusted means tell organisations apart: 1 - 1/F, at least 0.
  ///
  /// The step of the manual that gives the variance between (page 49, step 5) subtracts the
  /// variance of answers where that of means belongs; `varianceBetween` is right.
  public var reliability: Double { fRatio > 1 ? 1 - 1 / fRatio : 0 }

  /// Compares.
  ///
  /// - Parameter adjustment: The adjusted means.
  /// - Throws: `noSpread` if no mean has a variance, `tooFewRows` without degrees of freedom.
  public init(_ adjustment: CaseMixAdjustment) throws(CaseMixFailure) {
    let all = adjustment.organisations
    let size = Double(all.count)
    let varying = all.filter { $0.variance > 0 }
    guard varying.count > 1 else { throw .noSpread }
    let adjusters = adjustment.regressions.first?.coefficients.count ?? 0
    let isManual = adjustment.options.freedom == .manual
    let spare = Double(adjustment.count - all.count - adjusters)
    guard spare > 0 else { throw .tooFewRows }
    let precision = varying.reduce(0) { $0 + 1 / $1.variance }
    let grand = varying.reduce(0) { $0 + $1.adjusted / $1.variance } / precision
    let squares = varying.reduce(0) {
      $0 + ($1.adjusted - grand) * ($1.adjusted - grand) / $1.variance
    }
    grandMean = grand
    fRatio = squares / (size - 1)
    numeratorFreedom = size - 1
    denominatorFreedom = isManual ? Double(adjustment.count) / size : spare
    guard
      let tail = FisherF(numerator: size - 1, denominator: denominatorFreedom)?.upperTail(fRatio)
    else { throw .noSpread }
    probability = tail
    let mean = all.reduce(0) { $0 + $1.adjusted } / size
    let spread = all.reduce(0) { $0 + ($1.adjusted - mean) * ($1.adjusted - mean) } / (size - 1)
    let variances = all.reduce(0) { $0 + $1.variance }
    varianceBetween = max(0, spread - variances / size)
    let second = varying.reduce(0) { $0 + 1 / ($1.variance * $1.variance) }
    weightedVarianceBetween = max(
      0, (squares - Double(varying.count - 1)) / (precision - second / precision))
    organisations = all.indices.map { place in
      Self.organisation(
        place, of: adjustment, sumOfVariances: variances,
        freedom: isManual ? Double(all[place].usable - 1) : spare)
    }
  }

  private static func organisation(
    _ place: Int, of adjustment: CaseMixAdjustment, sumOfVariances: Double, freedom: Double
  ) -> Organisation {
    let one = adjustment.organisations[place]
    let size = Double(adjustment.organisations.count)
    let load = adjustment.loads[place]
    let variance = one.variance * (1 - 2 / size) + sumOfVariances / (size * size)
    let others = load.indices.map { k in
      adjustment.mixed.reduce(0) { $0 + $1[k] } / size
    }
    var full = variance
    for row in load.indices {
      full -= 2 * load[row] * (adjustment.mixed[place][row] - others[row])
      for column in load.indices {
        full +=
          load[row] * adjustment.coefficientCovariance[row * load.count + column] * load[column]
      }
    }
    let difference = one.adjusted - adjustment.overallMean
    let error = max(0, variance).squareRoot()
    let fullError = max(0, full).squareRoot()
    let distribution = StudentT(degreesOfFreedom: freedom)
    let ratio = error > 0 ? difference / error : nil
    let p = ratio.flatMap { distribution?.upperTail($0.magnitude) }.map { min(1, 2 * $0) }
    let half = distribution?.quantile(0.975).map { $0 * fullError }
    let scale = adjustment.options.scale
    let inside = scale.map { min(max(one.adjusted, $0.lowerBound), $0.upperBound) }
    return Organisation(
      difference: difference, standardError: error, fullStandardError: fullError, tRatio: ratio,
      freedom: freedom, probability: p, stars: stars(difference, p, adjustment),
      interval: half.flatMap {
        error > 0 ? Interval(lower: difference - $0, upper: difference + $0) : nil
      },
      clamped: inside ?? one.adjusted, isClamped: (inside ?? one.adjusted) != one.adjusted)
  }

  /// One star or three for a difference that is significant and large enough, two otherwise.
  private static func stars(
    _ difference: Double, _ probability: Double?, _ adjustment: CaseMixAdjustment
  ) -> Int {
    let options = adjustment.options
    let room = options.scale.map {
      min(adjustment.overallMean - $0.lowerBound, $0.upperBound - adjustment.overallMean)
    }
    let needed = max(options.meanDifference, options.change * (room ?? 0))
    guard let probability, probability < options.significance, difference.magnitude >= needed
    else { return 2 }
    return difference < 0 ? 1 : 3
  }
}
