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
  /// Per record that answered, its influence on the coefficients.
  let influences: [[Double]]

  init(_ item: Int, of data: CaseMixRecords) throws(CaseMixFailure) {
    let answers = data.items[item]
    let records = answers.indices.filter { answers[$0] != nil }
    guard !records.isEmpty else { throw .itemWithoutAnswers(item: item) }
    let groups = records.map { data.organisations[$0] }
    let size = data.kept.count
    var counts = [Int](repeating: 0, count: size)
    for group in groups { counts[group] += 1 }
    func means(_ column: [Double]) -> [Double] {
      var sums = [Double](repeating: 0, count: size)
      for (value, group) in zip(column, groups) { sums[group] += value }
      return zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : 0 }
    }
    let present = counts.indices.filter { counts[$0] > 0 }
    func centre(_ means: [Double]) -> Double {
      present.reduce(0) { $0 + means[$1] } / Double(present.count)
    }
    let y = records.map { answers[$0] ?? 0 }
    let x = data.adjusters.map { adjuster in records.map { adjuster[$0] } }
    let (meanY, meanX) = (means(y), x.map(means))
    let y0 = zip(y, groups).map { $0 - meanY[$1] }
    let x0 = zip(x, meanX).map { column, means in zip(column, groups).map { $0 - means[$1] } }
    let squares = x0.flatMap { row in x0.map { dot(row, $0) } }
    guard zip(x0, x).allSatisfy({ dot($0, $0) > 1e-20 * dot($1, $1) }),
      let factor = CholeskyFactor(squares, size: x.count)
    else { throw .singularAdjusters(item: item) }
    let coefficients = factor.solve(x0.map { dot($0, y0) })
    var residuals = y0
    for (column, coefficient) in zip(x0, coefficients) {
      for record in residuals.indices { residuals[record] -= coefficient * column[record] }
    }
    // What is left of an exact fit comes from rounding; as a variance it would outweigh all others.
    let rounding = 1e-13 * y.reduce(0) { max($0, $1.magnitude) }
    for record in residuals.indices where residuals[record].magnitude <= rounding {
      residuals[record] = 0
    }
    let left = dot(residuals, residuals)
    let freedom = records.count - present.count - x.count
    let inverse = factor.inverse
    self.records = records
    self.counts = counts
    self.means = meanY
    self.centre = centre(meanY)
    self.coefficients = coefficients
    self.residuals = residuals
    standardErrors = x.indices.map { place in
      freedom > 0
        ? (left / Double(freedom) * inverse[place * x.count + place]).squareRoot() : nil
    }
    let whole = dot(y0, y0)
    rSquared = whole > 0 ? 1 - left / whole : nil
    let centres = meanX.map(centre)
    distances = counts.indices.map { group in
      zip(meanX, centres).map { counts[group] > 0 ? $0[group] - $1 : 0 }
    }
    influences = residuals.indices.map { record in
      factor.solve(x0.map { $0[record] }).map { $0 * residuals[record] }
    }
  }
}
