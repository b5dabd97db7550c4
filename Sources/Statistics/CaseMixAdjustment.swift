/// Means of organisations as they would be if all had served alike people, compared with each other.
///
/// Source: the CAHPS Analysis Program 4.1c and its manual (AHRQ 2015), steps: adjusters imputed at
/// the organisation's mean; per item a regression with an intercept per organisation; adjustment by
/// -b'(x̄ₚ - mean over organisations); composites Σ wₚᵢ (ȳₚᵢ - μᵢ) + mean of μ; recentring on the
/// unadjusted mean; linearised variances; F over all; t of each against the mean of all; stars.
///
/// Beyond it: intervals that include the uncertainty of the coefficients, the unadjusted mean and
/// the shift beside each adjusted one, and means beyond the scale's ends cut with a note.
///
/// Limits: adjustment is linear and the same everywhere. What an organisation itself has influence on
/// must not be an adjuster: its effect would be taken away with the case mix, and data cannot tell
/// the two apart. Answers of a person count as independent of those of others.
public struct CaseMixAdjustment: Sendable, Equatable {
  /// The regression of one item.
  public struct Regression: Sendable, Equatable {
    /// The number of answers.
    public let count: Int
    /// Per adjuster, its coefficient.
    public let coefficients: [Double]
    /// Per adjuster, the standard error, nil without degrees of freedom.
    public let standardErrors: [Double?]
    /// The share of the variance within organisations explained, nil without any.
    public let rSquared: Double?
  }

  /// One organisation.
  public struct Organisation: Sendable, Equatable {
    /// Its number in the data.
    public let organisation: Int
    /// The number of its records.
    public let records: Int
    /// The number of its usable records.
    public let usable: Int
    /// Per item, the number of answers.
    public let answers: [Int]
    /// Per item, its weight in the composite.
    public let itemWeights: [Double]
    /// The mean without adjustment.
    public let unadjusted: Double
    /// The adjusted mean.
    public let adjusted: Double
    /// The variance of the mean, given the coefficients.
    public let variance: Double
    /// The variance of the mean, the coefficients being estimated.
    public let fullVariance: Double

    /// What the adjustment changed.
    public var shift: Double { adjusted - unadjusted }
  }

  /// The organisations with at least two usable records, in order.
  public let organisations: [Organisation]
  /// Organisations that are left out for want of usable records.
  public let dropped: [Int]
  /// The mean over organisations, which is the same before and after adjustment.
  public let overallMean: Double
  /// Per item, the regression.
  public let regressions: [Regression]
  /// The number of usable records of the organisations compared.
  public let count: Int
  /// The options.
  public let options: CaseMixOptions

  /// Per organisation, the weighted coefficients' part of its adjusted mean, recentred.
  let loads: [[Double]]
  /// Per organisation, the sums of its records' influences times those on the coefficients.
  let mixed: [[Double]]
  /// The covariance matrix of the coefficients of all items, by rows.
  let coefficientCovariance: [Double]

  /// Adjusts means.
  ///
  /// - Parameters:
  ///   - data: The records.
  ///   - options: What is to be done where one can choose.
  /// - Throws: Why there is none.
  public init(_ data: CaseMixData, options: CaseMixOptions = .init()) throws(CaseMixFailure) {
    guard options.smoothing >= 0, options.smoothing.isFinite, options.change >= 0,
      options.meanDifference >= 0
    else { throw .badNumber }
    let records = try CaseMixRecords(data, options: options)
    var items: [CaseMixItem] = []
    for item in data.items.indices { items.append(try CaseMixItem(item, of: records)) }
    let parts = CaseMixParts(records, items, options)
    let size = records.kept.count
    let unadjusted = (0..<size).map(parts.unadjusted)
    let raw = (0..<size).map { unadjusted[$0] + parts.adjustment($0) }
    let overall = unadjusted.reduce(0, +) / Double(size)
    let recentring = overall - raw.reduce(0, +) / Double(size)
    let variances = parts.smoothed(parts.variances)
    let loads = parts.loads
    organisations = (0..<size).map { place in
      let load = loads[place]
      let full =
        variances[place] - 2 * dot(load, parts.mixed[place])
        + dot(load, parts.product(load))
      return Organisation(
        organisation: records.kept[place], records: records.all[records.kept[place]],
        usable: records.usable[records.kept[place]], answers: items.map { $0.counts[place] },
        itemWeights: parts.weights[place], unadjusted: unadjusted[place],
        adjusted: raw[place] + recentring, variance: variances[place],
        fullVariance: max(0, full))
    }
    dropped = records.usable.indices.filter { records.usable[$0] < 2 }
    overallMean = overall
    regressions = items.map {
      Regression(
        count: $0.records.count, coefficients: $0.coefficients,
        standardErrors: $0.standardErrors, rSquared: $0.rSquared)
    }
    count = records.organisations.count
    self.options = options
    self.loads = loads
    mixed = parts.mixed
    coefficientCovariance = parts.coefficientCovariance
  }
}

/// The parts that composites are made of.
struct CaseMixParts {
  let records: CaseMixRecords
  let items: [CaseMixItem]
  let options: CaseMixOptions
  /// Per organisation and item, the weight.
  let weights: [[Double]]
  /// Per organisation, the sum of the squared influences of its records on its mean.
  let variances: [Double]
  /// Per organisation, the sums of its records' influences times those on the coefficients.
  let mixed: [[Double]]
  /// The sums of products of influences on the coefficients of all items.
  let coefficientCovariance: [Double]

  init(_ records: CaseMixRecords, _ items: [CaseMixItem], _ options: CaseMixOptions) {
    self.records = records
    self.items = items
    self.options = options
    let size = records.kept.count
    let totals = items.map { Double($0.records.count) }
    weights = (0..<size).map { place in
      let sizes = items.indices.map { item -> Double in
        let answers = items[item].counts[place]
        switch options.itemWeights {
        case .equal(let least): return Double(min(answers, max(1, least)))
        case .byAnswers: return answers > 0 ? totals[item] : 0
        }
      }
      let sum = sizes.reduce(0, +)
      return sizes.map { $0 / sum }
    }
    let adjusters = records.adjusters.count
    let width = items.count * adjusters
    var own = [Double](repeating: 0, count: records.organisations.count)
    var onCoefficients = [[Double]](
      repeating: [Double](repeating: 0, count: width), count: own.count)
    for (number, item) in items.enumerated() {
      for (place, record) in item.records.enumerated() {
        let group = records.organisations[record]
        own[record] += weights[group][number] * item.parts[place]
        for (k, influence) in item.influences[place].enumerated() {
          onCoefficients[record][number * adjusters + k] = influence
        }
      }
    }
    var variances = [Double](repeating: 0, count: size)
    var mixed = [[Double]](repeating: [Double](repeating: 0, count: width), count: size)
    var covariance = [Double](repeating: 0, count: width * width)
    for (record, group) in records.organisations.enumerated() {
      variances[group] += own[record] * own[record]
      let influence = onCoefficients[record]
      for row in 0..<width {
        mixed[group][row] += own[record] * influence[row]
        for column in 0..<width {
          covariance[row * width + column] += influence[row] * influence[column]
        }
      }
    }
    self.variances = variances
    self.mixed = mixed
    coefficientCovariance = covariance
  }

  func unadjusted(_ place: Int) -> Double {
    if items.count == 1 { return items[0].means[place] }
    let totals = items.map { Double($0.records.count) }
    let level: Double
    switch options.itemWeights {
    case .equal: level = items.reduce(0) { $0 + $1.centre } / Double(items.count)
    case .byAnswers:
      level = zip(items, totals).reduce(0) { $0 + $1.0.centre * $1.1 } / totals.reduce(0, +)
    }
    return zip(items, weights[place]).reduce(level) { sum, pair in
      pair.1 > 0 ? sum + pair.1 * (pair.0.means[place] - pair.0.centre) : sum
    }
  }

  func adjustment(_ place: Int) -> Double {
    zip(items, weights[place]).reduce(0) {
      $0 - $1.1 * dot($1.0.coefficients, $1.0.distances[place])
    }
  }

  /// Per organisation, the weighted distances of adjusters, less their mean over organisations.
  var loads: [[Double]] {
    let raw = weights.indices.map { place in
      zip(items, weights[place]).flatMap { item, weight in
        item.distances[place].map { weight * $0 }
      }
    }
    let width = raw.first?.count ?? 0
    let means = (0..<width).map { k in raw.reduce(0) { $0 + $1[k] } / Double(raw.count) }
    return raw.map { zip($0, means).map { $0 - $1 } }
  }

  func product(_ load: [Double]) -> [Double] {
    load.indices.map { row in
      load.indices.reduce(0) { $0 + coefficientCovariance[row * load.count + $1] * load[$1] }
    }
  }

  /// The variances with the manual's factor and with smoothing.
  func smoothed(_ variances: [Double]) -> [Double] {
    let sizes = records.kept.map { Double(records.usable[$0]) }
    let scaled =
      options.variance == .manual
      ? zip(variances, sizes).map { $0 * $1 / ($1 - 1) } : variances
    guard options.smoothing > 0 else { return scaled }
    let spare = sizes.reduce(0) { $0 + $1 - 1 }
    let isManual = options.smoothingRule == .manual
    let pooled =
      zip(scaled, sizes).reduce(0) { $0 + ($1.1 - 1) * $1.0 * (isManual ? $1.1 : 1) } / spare
    return zip(scaled, sizes).map { variance, size in
      (options.smoothing * pooled / (isManual ? size : 1) + (size - 1) * variance)
        / (options.smoothing + size - 1)
    }
  }
}
