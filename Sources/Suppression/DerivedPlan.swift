/// Which figures of a unit are published, and how they are rounded.
public struct DerivedPlan: Sendable, Hashable {
  /// The decimals of the mean, or nil for none.
  public var meanDecimals: Int?
  /// The decimals of the standard deviation, or nil for none.
  public var deviationDecimals: Int?
  /// The decimals of shares, or nil for none.
  public var shareDecimals: Int?
  /// How many units of the last decimal a step of shares has, for example 5.
  public var shareMultiple: Int
  /// The width of the band in which n is told, or nil for n itself.
  public var band: Int?

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - meanDecimals: The decimals of the mean.
  ///   - deviationDecimals: The decimals of the standard deviation.
  ///   - shareDecimals: The decimals of shares.
  ///   - shareMultiple: How many units of the last decimal a step of shares has.
  ///   - band: The width of the band in which n is told.
  public init(
    meanDecimals: Int? = 2, deviationDecimals: Int? = 2, shareDecimals: Int? = 0,
    shareMultiple: Int = 1, band: Int? = nil
  ) {
    self.meanDecimals = meanDecimals
    self.deviationDecimals = deviationDecimals
    self.shareDecimals = shareDecimals
    self.shareMultiple = shareMultiple
    self.band = band
  }

  /// What a unit publishes by this plan.
  ///
  /// - Parameters:
  ///   - histogram: The number of answers by level; at least one answer.
  ///   - top: The levels whose share is published.
  ///   - rounding: How halves are rounded.
  /// - Returns: The figures.
  public func figures(
    of histogram: [Int], top: Set<Int>, rounding: PublishedFigures.Rounding = .up
  ) -> PublishedFigures {
    let sums = HistogramSums(histogram)
    var range = sums.n...sums.n
    if let band {
      let start = sums.n / band * band
      range = max(1, start)...(start + band - 1)
    }
    var figures = PublishedFigures(levels: histogram.count, n: range, rounding: rounding)
    guard sums.n > 0 else { return figures }
    if let decimals = meanDecimals {
      figures.mean = sums.mean(like: .init(units: 0, decimals: decimals), rounding)
    }
    if let decimals = deviationDecimals {
      figures.deviation = sums.deviation(like: .init(units: 0, decimals: decimals), rounding)
    }
    if let decimals = shareDecimals {
      let count = top.reduce(0) { $0 + histogram[$1 - 1] }
      let percent = PublishedFigures.Figure(
        units: 0, decimals: decimals, multiple: shareMultiple)
      figures.shares = [
        .init(levels: top, percent: sums.share(count, like: percent, rounding))
      ]
    }
    return figures
  }

  /// What is lost against the plan that was wanted.
  ///
  /// The order of remedies: a coarser mean, a coarser share, no standard deviation, n in a band, no
  /// share, no mean.
  func loss(against wanted: DerivedPlan) -> Int {
    var loss = 0
    if wanted.deviationDecimals != nil {
      loss += deviationDecimals == nil ? 4 : (wanted.deviationDecimals == deviationDecimals ? 0 : 3)
    }
    if let most = wanted.meanDecimals {
      loss += meanDecimals.map { 2 * (most - $0) } ?? 32
    }
    if wanted.shareDecimals != nil {
      loss +=
        shareDecimals == nil
        ? 16 : (shareMultiple > wanted.shareMultiple ? 2 + shareMultiple / 5 : 0)
    }
    if band != wanted.band { loss += 8 + (band ?? 0) / 5 }
    return loss
  }

  /// All plans that publish no more than this one, least loss first.
  public var remedies: [DerivedPlan] {
    var plans: Set<DerivedPlan> = [self]
    let means = [meanDecimals] + (0..<(meanDecimals ?? 0)).map(Optional.some) + [nil]
    let deviations = [deviationDecimals, deviationDecimals.map { min($0, 1) }, nil]
    let shares: [(Int?, Int)] =
      [(shareDecimals, shareMultiple)]
      + (shareDecimals == nil ? [] : [(0, 5), (0, 10), (0, 25)]) + [(nil, shareMultiple)]
    for mean in means {
      for deviation in deviations {
        for (decimals, multiple) in shares {
          for width in [band, 5, 10] {
            plans.insert(
              DerivedPlan(
                meanDecimals: mean, deviationDecimals: deviation, shareDecimals: decimals,
                shareMultiple: multiple, band: width))
          }
        }
      }
    }
    func rank(_ plan: DerivedPlan) -> [Int] {
      [
        plan.loss(against: self), -(plan.meanDecimals ?? -1), -(plan.deviationDecimals ?? -1),
        -(plan.shareDecimals ?? -1), plan.shareMultiple, plan.band ?? 0,
      ]
    }
    return plans.sorted { rank($0).lexicographicallyPrecedes(rank($1)) }
  }

  /// The plan of the least loss that gives nothing away about a unit.
  ///
  /// - Parameters:
  ///   - histogram: The number of answers by level; at least one answer.
  ///   - top: The levels whose share is published.
  ///   - sensitive: The levels about which nothing may be proved.
  ///   - rounding: How halves are rounded.
  /// - Returns: The plan, or nil if even n alone gives something away.
  public func remedy(
    for histogram: [Int], top: Set<Int>, sensitive: Set<Int>,
    rounding: PublishedFigures.Rounding = .up
  ) -> DerivedPlan? {
    remedies.first { plan in
      let figures = plan.figures(of: histogram, top: top, rounding: rounding)
      return DerivedAudit(figures).findings(figures, sensitive: sensitive).isEmpty
    }
  }
}
