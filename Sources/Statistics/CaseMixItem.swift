/// The regression of one item on the adjusters, with an intercept per organisation.
struct CaseMixItem {
  /// The records that answered.
  let records: [Int]
  /// Per organisation, the number of answers.
  let counts: [Int]
  /// Per organisation, the mean answer; 0 without answers.
  let means: [Double]
  /// The mean over organisations of their means.
  let centre: Double
  /// Per organisation, the adjusters' means less the mean over organisations; 0 without answers.
  let distances: [[Double]]
  /// The coefficients of the adjusters.
  let coefficients: [Double]
  /// Their standard errors, nil without degrees of freedom.
  let standardErrors: [Double?]
  /// The share of the variance within organisations that they explain, nil without any.
  let rSquared: Double?
  /// Per record that answered, the residual.
  let residuals: [Double]
  /// Per record that answered, its part in the organisation's mean: the residual, less the weighted
  /// mean of the organisation's, times weight over sum of weights.
  let parts: [Double]
  /// Per record that answered, its influence on the coefficients.
  let influences: [[Double]]

  init(_ item: Int, of data: CaseMixRecords) throws(CaseMixFailure) {
    let answers = data.items[item]
    let records = answers.indices.filter { answers[$0] != nil }
    guard !records.isEmpty else { throw .itemWithoutAnswers(item: item) }
    let groups = CaseMixGroups(
      codes: records.map { data.organisations[$0] }, count: data.kept.count)
    let y = records.map { answers[$0] ?? 0 }
    let x = data.adjusters.map { adjuster in records.map { adjuster[$0] } }
    let meanWeights = data.meanWeights.map { weights in records.map { weights[$0] } }
    let meanX = x.map { groups.means($0) }
    let weights = data.weights.map { weights in records.map { weights[$0] } }
    let used = weights.map { groups.scaled($0, to: data.totals) }
    let y0 = CaseMixItem.centred(groups.deviations(y), used)
    let x0 = x.map { CaseMixItem.centred(groups.deviations($0), used) }
    let wx = x0.map { column in used.map { zip(column, $0).map { $0 * $1 } } ?? column }
    let squares = x0.flatMap { row in wx.map { dot(row, $0) } }
    guard zip(x0, x).allSatisfy({ dot($0, $0) > 1e-20 * dot($1, $1) }),
      let factor = CholeskyFactor(squares, size: x.count)
    else { throw .singularAdjusters(item: item) }
    let coefficients = factor.solve(wx.map { dot($0, y0) })
    var residuals = y0
    for (column, coefficient) in zip(x0, coefficients) {
      for record in residuals.indices { residuals[record] -= coefficient * column[record] }
    }
    // What is left of an exact fit comes from rounding; as a variance it would outweigh all others.
    let rounding = 1e-13 * y.reduce(0) { max($0, $1.magnitude) }
    for record in residuals.indices where residuals[record].magnitude <= rounding {
      residuals[record] = 0
    }
    self.records = records
    counts = groups.sizes
    means = groups.means(y, weights: meanWeights)
    centre = groups.centre(means)
    self.coefficients = coefficients
    self.residuals = residuals
    parts = groups.parts(residuals, weights: weights)
    func squared(_ column: [Double]) -> Double {
      used.map { zip(column, $0).reduce(0) { $0 + $1.0 * $1.0 * $1.1 } } ?? dot(column, column)
    }
    let left = squared(residuals)
    let freedom = records.count - groups.present.count - x.count
    let inverse = factor.inverse
    standardErrors = x.indices.map { place in
      freedom > 0
        ? (left / Double(freedom) * inverse[place * x.count + place]).squareRoot() : nil
    }
    let whole = squared(y0)
    rSquared = whole > 0 ? 1 - left / whole : nil
    let centres = meanX.map(groups.centre)
    distances = groups.sizes.indices.map { group in
      zip(meanX, centres).map { groups.sizes[group] > 0 ? $0[group] - $1 : 0 }
    }
    influences = residuals.indices.map { record in
      factor.solve(wx.map { $0[record] }).map { $0 * residuals[record] }
    }
  }

  /// Deviations freed of their weighted mean, as the program's regression has an intercept; deviations
  /// from plain means of organisations have the plain mean 0.
  private static func centred(_ deviations: [Double], _ weights: [Double]?) -> [Double] {
    guard let weights else { return deviations }
    let mean = dot(deviations, weights) / weights.reduce(0, +)
    return deviations.map { $0 - mean }
  }
}

/// Which organisation each record that answered an item belongs to.
struct CaseMixGroups {
  let codes: [Int]
  /// Per organisation, the number of answers.
  let sizes: [Int]

  init(codes: [Int], count: Int) {
    self.codes = codes
    var sizes = [Int](repeating: 0, count: count)
    for code in codes { sizes[code] += 1 }
    self.sizes = sizes
  }

  /// The organisations with answers.
  var present: [Int] { sizes.indices.filter { sizes[$0] > 0 } }

  func sums(_ column: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: sizes.count)
    for (value, code) in zip(column, codes) { sums[code] += value }
    return sums
  }

  /// Per organisation, the mean; 0 without answers.
  func means(_ column: [Double], weights: [Double]? = nil) -> [Double] {
    guard let weights else {
      return zip(sums(column), sizes).map { $1 > 0 ? $0 / Double($1) : 0 }
    }
    return zip(sums(zip(column, weights).map { $0 * $1 }), sums(weights)).map {
      $1 > 0 ? $0 / $1 : 0
    }
  }

  /// The mean over organisations with answers, each counting alike.
  func centre(_ means: [Double]) -> Double {
    present.reduce(0) { $0 + means[$1] } / Double(present.count)
  }

  func deviations(_ column: [Double]) -> [Double] {
    let means = means(column)
    return zip(column, codes).map { $0 - means[$1] }
  }

  /// Weights that add up to what they should in each organisation.
  func scaled(_ weights: [Double], to totals: CaseMixOptions.WeightTotals) -> [Double] {
    let sums = sums(weights)
    return zip(weights, codes).map { weight, code in
      switch totals {
      case .given: weight
      case .equal: weight / sums[code]
      case .answers: weight / sums[code] * Double(sizes[code])
      }
    }
  }

  /// Per record, what its residual does to the organisation's mean.
  func parts(_ residuals: [Double], weights: [Double]?) -> [Double] {
    guard let weights else {
      return zip(residuals, codes).map { $0 / Double(sizes[$1]) }
    }
    let (sums, means) = (sums(weights), means(residuals, weights: weights))
    return residuals.indices.map { record in
      let code = codes[record]
      return (residuals[record] - means[code]) * weights[record] / sums[code]
    }
  }
}
