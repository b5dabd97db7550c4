/// How much of the explained variance each driver accounts for, by every method in use.
///
/// All shares rest on correlations alone. Shapley's (LMG), Johnson's and Genizi's add up to R²;
/// Pratt's do too but may be negative; first and last do not.
///
/// Sources: Lindeman, Merenda & Gold (1980) and Grömping (2006, `relaimpo`); Budescu (1993) and
/// Azen & Budescu (2003) on dominance; Johnson (2000); Genizi (1993) and Zuber & Strimmer (2010)
/// for CAR scores; Pratt (1987).
///
/// Limits: shares describe what goes together, not what would change if a driver were changed.
public struct DriverShares: Sendable, Equatable {
  /// Why there are no shares.
  public enum Failure: Error, Sendable, Equatable {
    /// The matrix is no symmetric matrix of correlations, or holds something not finite.
    case badInput
    /// A driver, or the outcome, does not vary.
    case noSpread
    /// A driver is a combination of others.
    case singularDesign
  }

  /// The most drivers for which all subsets are gone through.
  public static let largestExact = 12

  /// The correlations with the outcome.
  public let correlations: [Double]
  /// The standardised coefficients.
  public let standardised: [Double]
  /// The share of variance explained.
  public let rSquared: Double
  /// Variance inflation factors; from 5 or 10 on, a driver hardly differs from the others.
  public let inflation: [Double]
  /// R² of each driver alone.
  public let first: [Double]
  /// What R² loses without each driver: the squared semi-partial correlation.
  public let last: [Double]
  /// Coefficient times correlation.
  public let pratt: [Double]
  /// Johnson's relative weights, the same as Genizi's.
  public let relativeWeights: [Double]
  /// Squared correlations with decorrelated drivers.
  public let car: [Double]
  /// Per driver, its mean gain in R² by the number of others that are there already, from 0.
  ///
  /// Nil for more than `largestExact` drivers.
  public let conditionalDominance: [[Double]]?

  /// Shapley's shares (LMG, general dominance): the mean gain over all orders; nil for more than
  /// `largestExact` drivers.
  public var shapley: [Double]? {
    conditionalDominance?.map { $0.reduce(0, +) / Double($0.count) }
  }

  /// The drivers whose variance inflation is at least 5.
  public var inflated: [Int] { inflation.indices.filter { inflation[$0] >= 5 } }

  /// Computes the shares.
  ///
  /// - Parameters:
  ///   - matrix: Covariances or correlations of the drivers and, last, the outcome; by rows.
  ///   - workers: The most workers, or nil for all processors; the result does not depend on it.
  /// - Throws: Why there are none.
  public init(matrix: [Double], workers: Int? = nil) throws(Failure) {
    let size = Int(Double(matrix.count).squareRoot().rounded())
    guard size > 1, size * size == matrix.count, matrix.allSatisfy(\.isFinite),
      (0..<size).allSatisfy({ row in
        (0..<row).allSatisfy { column in
          let (a, b) = (matrix[row * size + column], matrix[column * size + row])
          return (a - b).magnitude <= 1e-9 * max(a.magnitude, b.magnitude, 1e-300)
        }
      })
    else { throw .badInput }
    let deviations = (0..<size).map { matrix[$0 * size + $0].squareRoot() }
    guard deviations.allSatisfy({ $0 > 0 }) else { throw .noSpread }
    let drivers = size - 1
    func correlation(_ row: Int, _ column: Int) -> Double {
      row == column ? 1 : matrix[row * size + column] / (deviations[row] * deviations[column])
    }
    let among = (0..<drivers).flatMap { row in (0..<drivers).map { correlation(row, $0) } }
    let outcome = (0..<drivers).map { correlation(drivers, $0) }
    guard among.allSatisfy({ $0.magnitude <= 1 + 1e-9 }),
      outcome.allSatisfy({ $0.magnitude <= 1 + 1e-9 })
    else { throw .badInput }
    guard let factor = CholeskyFactor(among, size: drivers),
      let (values, vectors) = DenseKernel.eigen(among, size: drivers),
      values.allSatisfy({ $0 > 0 })
    else { throw .singularDesign }
    let inverse = factor.inverse
    let standardised = factor.solve(outcome)
    correlations = outcome
    self.standardised = standardised
    rSquared = factor.quadraticForm(outcome)
    guard rSquared <= 1 + 1e-9 else { throw .badInput }
    inflation = (0..<drivers).map { inverse[$0 * drivers + $0] }
    first = outcome.map { $0 * $0 }
    last = (0..<drivers).map { standardised[$0] * standardised[$0] / inverse[$0 * drivers + $0] }
    pratt = zip(standardised, outcome).map { $0 * $1 }
    // The square root of the correlation matrix and its inverse, applied to the outcome.
    func root(_ row: Int, _ column: Int, _ power: (Double) -> Double) -> Double {
      values.indices.reduce(0) {
        $0 + vectors[row * drivers + $1] * power(values[$1]) * vectors[column * drivers + $1]
      }
    }
    let decorrelated = (0..<drivers).map { row in
      (0..<drivers).reduce(0) { $0 + root(row, $1) { 1 / $0.squareRoot() } * outcome[$1] }
    }
    car = decorrelated.map { $0 * $0 }
    relativeWeights = (0..<drivers).map { row in
      (0..<drivers).reduce(0) { sum, column in
        let loading = root(row, column) { $0.squareRoot() }
        return sum + loading * loading * decorrelated[column] * decorrelated[column]
      }
    }
    conditionalDominance =
      drivers <= Self.largestExact
      ? SubsetTable(among, outcome: outcome, workers: workers).dominance : nil
  }
}
