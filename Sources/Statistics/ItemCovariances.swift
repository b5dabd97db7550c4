/// Means and covariances of the items of a scale.
public struct ItemCovariances: Sendable, Equatable {
  /// The number of items.
  public let items: Int
  /// The number of respondents: with all answers, or the fewest any pair of items has.
  public let count: Int
  /// The mean of each item.
  public let means: [Double]
  /// k x k covariances by rows, divisor n - 1.
  public let values: [Double]

  /// Takes covariances that are known.
  ///
  /// - Parameters:
  ///   - values: k x k by rows, finite and symmetric, variances not negative; otherwise there are
  ///     none.
  ///   - count: The number of respondents, at least 2.
  ///   - means: The mean of each item; 0 if not given.
  public init?(values: [Double], count: Int, means: [Double]? = nil) {
    guard let matrix = SymmetricMatrix(values), count > 1,
      (0..<matrix.size).allSatisfy({ row in
        matrix[row, row] >= 0
          && (0..<row).allSatisfy { column in
            (matrix[row, column] - matrix[column, row]).magnitude
              <= 1e-9 * (matrix[row, row] * matrix[column, column]).squareRoot()
          }
      }), means.map({ $0.count == matrix.size }) ?? true
    else { return nil }
    items = matrix.size
    self.count = count
    self.means = means ?? [Double](repeating: 0, count: matrix.size)
    self.values = values
  }

  /// Computes covariances over respondents who answered all items.
  ///
  /// - Parameter rows: Per respondent one value per item, nil for missing.
  /// - Throws: `tooFewGroups` (fewer than two items), `differentLengths`, `tooFewValues` (fewer than
  ///   two complete respondents), `notFinite`.
  public init(complete rows: [[Double?]]) throws(ComparisonFailure) {
    let complete = rows.compactMap { row -> [Double]? in
      let values = row.compactMap(\.self)
      return values.count == row.count ? values : nil
    }
    try self.init(
      rows: rows,
      pairs: { first, second in
        complete.map { ($0[first], $0[second]) }
      })
  }

  /// Computes each covariance over the respondents who answered both items.
  ///
  /// Such a matrix need not be one of any real respondents: variances of sums can be negative.
  ///
  /// - Parameter rows: Per respondent one value per item, nil for missing.
  /// - Throws: As for complete respondents, `tooFewValues` for any pair.
  public init(pairwise rows: [[Double?]]) throws(ComparisonFailure) {
    try self.init(
      rows: rows,
      pairs: { first, second in
        rows.compactMap { row in row[first].flatMap { x in row[second].map { (x, $0) } } }
      })
  }

  private init(
    rows: [[Double?]], pairs: (Int, Int) -> [(Double, Double)]
  ) throws(ComparisonFailure) {
    guard let size = rows.first?.count, size > 1 else { throw .tooFewGroups }
    guard rows.allSatisfy({ $0.count == size }) else { throw .differentLengths }
    var values = [Double](repeating: 0, count: size * size)
    var means: [Double] = []
    var fewest = Int.max
    for first in 0..<size {
      for second in first..<size {
        let cases = pairs(first, second)
        guard cases.count > 1 else { throw .tooFewValues }
        guard let one = SampleMoments(cases.map(\.0)), let two = SampleMoments(cases.map(\.1))
        else { throw .notFinite }
        let sum = compensatedSum(cases.lazy.map { ($0.0 - one.mean) * ($0.1 - two.mean) })
        let covariance = sum / Double(cases.count - 1)
        guard covariance.isFinite else { throw .notFinite }
        values[first * size + second] = covariance
        values[second * size + first] = covariance
        if first == second { means.append(one.mean) }
        fewest = min(fewest, cases.count)
      }
    }
    items = size
    count = fewest
    self.means = means
    self.values = values
  }

  /// The variance of each item.
  public var variances: [Double] { (0..<items).map { values[$0 * items + $0] } }

  /// The variance of the sum of all items.
  public var totalVariance: Double { compensatedSum(values) }

  /// The correlations by rows, or nil if an item has no spread.
  public var correlations: [Double]? {
    let deviations = variances.map { $0.squareRoot() }
    guard deviations.allSatisfy({ $0 > 0 }) else { return nil }
    return values.indices.map { place in
      place / items == place % items
        ? 1 : values[place] / (deviations[place / items] * deviations[place % items])
    }
  }
}
