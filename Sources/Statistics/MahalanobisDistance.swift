internal import CGSL
internal import Glibc

/// How far persons lie from the centre of a cloud of answers, given how items hang together.
///
/// Source: Mahalanobis (1936): D² = (x - m)' S⁻¹ (x - m), compared with chi-squared with as many degrees
/// of freedom as items. With five-point items p is only a guide: answers are no normal variables.
public struct MahalanobisDistance: Sendable, Equatable {
  /// Why there are no distances.
  public enum Failure: String, Error, Sendable, Equatable {
    /// No item, or means and covariances that do not fit together.
    case differingLengths = "different-lengths"
    /// No more rows than items.
    case tooFewRows = "too-few-rows"
    /// A number that is not finite.
    case notFinite = "not-finite"
    /// An item without spread, or one that follows from others.
    case singularCovariance = "singular-covariance"
  }

  /// The number of items.
  public let items: Int
  /// The logarithm of the determinant of the covariance matrix.
  public let logDeterminant: Double

  private let means: [Double]
  /// The Cholesky factor L with L L' = S, by rows.
  private let factor: [Double]

  /// Takes the cloud.
  ///
  /// - Parameters:
  ///   - means: One per item.
  ///   - covariances: k x k by rows, symmetric.
  /// - Throws: Why there are no distances. An item counts as following from others if they explain
  ///   all but 1e-10 of its variance.
  public init(means: [Double], covariances: [Double]) throws(Failure) {
    let size = means.count
    guard size > 0, covariances.count == size * size else { throw .differingLengths }
    guard (means + covariances).allSatisfy(\.isFinite) else { throw .notFinite }
    let variances = (0..<size).map { covariances[$0 * size + $0] }
    guard variances.allSatisfy({ $0 > 0 }), let factor = choleskyFactor(covariances, size: size)
    else { throw .singularCovariance }
    let pivots = (0..<size).map { factor[$0 * size + $0] }
    guard zip(pivots, variances).allSatisfy({ $0 * $0 > 1e-10 * $1 }) else {
      throw .singularCovariance
    }
    items = size
    self.means = means
    self.factor = factor
    logDeterminant = 2 * pivots.reduce(0) { $0 + log($1) }
  }

  /// Takes the cloud of complete rows.
  ///
  /// - Parameter rows: All of one length, more than that many.
  /// - Throws: Why there are no distances.
  public init(rows: [[Double]]) throws(Failure) {
    guard let size = rows.first?.count, size > 0, rows.allSatisfy({ $0.count == size }) else {
      throw .differingLengths
    }
    guard rows.count > size else { throw .tooFewRows }
    guard rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notFinite }
    let count = Double(rows.count)
    let means = (0..<size).map { item in rows.reduce(0) { $0 + $1[item] } / count }
    var covariances = [Double](repeating: 0, count: size * size)
    for row in rows {
      let distances = zip(row, means).map { $0 - $1 }
      for a in 0..<size {
        for b in 0...a { covariances[a * size + b] += distances[a] * distances[b] }
      }
    }
    for a in 0..<size {
      for b in 0...a {
        let value = covariances[a * size + b] / (count - 1)
        covariances[a * size + b] = value
        covariances[b * size + a] = value
      }
    }
    try self.init(means: means, covariances: covariances)
  }

  /// The squared distance of a row.
  ///
  /// - Parameter row: One finite number per item.
  /// - Returns: D², or nil for another row.
  public func squared(_ row: [Double]) -> Double? {
    guard row.count == items, row.allSatisfy(\.isFinite) else { return nil }
    // L y = x - m, D² = y'y.
    var solution = [Double](repeating: 0, count: items)
    var sum = 0.0
    for a in 0..<items {
      var rest = row[a] - means[a]
      for b in 0..<a { rest -= factor[a * items + b] * solution[b] }
      solution[a] = rest / factor[a * items + a]
      sum += solution[a] * solution[a]
    }
    return sum
  }

  /// The chance of a squared distance at least as large, if answers were normal.
  ///
  /// - Parameter squared: D², not negative.
  /// - Returns: From 0 to 1, or nil where the input allows none.
  public func probability(ofAtLeast squared: Double) -> Double? {
    guard squared >= 0 else { return nil }
    return ChiSquared(degreesOfFreedom: Double(items))?.upperTail(squared)
  }
}

/// The lower Cholesky factor of a symmetric matrix by rows, or nil if it is not positive definite.
private func choleskyFactor(_ matrix: [Double], size: Int) -> [Double]? {
  var factor = matrix
  _ = unsafe gsl_set_error_handler_off()
  let status = unsafe factor.withUnsafeMutableBufferPointer { buffer -> Int32 in
    var view = unsafe gsl_matrix_view_array(buffer.baseAddress, size, size)
    return unsafe gsl_linalg_cholesky_decomp1(&view.matrix)
  }
  guard status == 0, factor.allSatisfy(\.isFinite) else { return nil }
  for a in 0..<size {
    for b in (a + 1)..<max(size, a + 1) { factor[a * size + b] = 0 }
  }
  return factor
}
