internal import Glibc

/// The maximum-likelihood model in which one factor explains all covariances of items.
///
/// Source: Lawley (1940), Jöreskog (1967): minimises F = log|Σ| + tr(SΣ⁻¹) - log|S| - k over
/// Σ = λλ' + Ψ. S has divisor n - 1; loadings with divisor n are smaller by √((n - 1)/n).
/// Expectation maximisation (Rubin & Thayer 1982) leads to the neighbourhood, Newton's method to the
/// last digits: gradients of a fit on correlations end below 1e-11.
public struct OneFactorModel: Sendable, Equatable {
  /// Why there is no such model.
  public enum Failure: Error, Sendable, Equatable {
    /// Fewer than three items do not determine a factor.
    case tooFewItems
    /// An item has no spread.
    case noSpread
    /// An item follows from others, so that the likelihood has no bound.
    case singular
    /// The item, counted from 0, is explained fully by the factor: a Heywood case.
    case improper(item: Int)
    /// The search did not end; the items have hardly anything in common.
    case notConverged
  }

  /// The loading of each item, in its unit; their sum is not negative.
  public let loadings: [Double]
  /// The variance of each item that the factor leaves, in its squared unit.
  public let uniquenesses: [Double]
  /// The smallest F.
  public let discrepancy: Double
  /// The number of respondents.
  public let count: Int

  /// Fits the model.
  ///
  /// - Parameter covariances: Those of complete respondents.
  /// - Throws: Why there is none.
  public init(_ covariances: ItemCovariances) throws(Failure) {
    guard covariances.items > 2 else { throw .tooFewItems }
    guard let correlations = covariances.correlations else { throw .noSpread }
    guard let matrix = SymmetricMatrix(correlations), matrix.inverse() != nil,
      let eigen = matrix.eigen()
    else { throw .singular }
    let fit = OneFactorFit(matrix, logDeterminant: compensatedSum(eigen.values.map { log($0) }))
    var parameters = fit.start(along: eigen.vectors[0], share: eigen.values[0])
    for _ in 0..<200 { parameters = fit.expectationStep(parameters) }
    parameters = try fit.newton(parameters)
    if let item = parameters.uniquenesses.firstIndex(where: { $0 < 1e-5 }) {
      throw .improper(item: item)
    }
    let sign: Double = parameters.loadings.reduce(0, +) < 0 ? -1 : 1
    loadings = zip(parameters.loadings, covariances.variances).map {
      sign * $0 * $1.squareRoot()
    }
    uniquenesses = zip(parameters.uniquenesses, covariances.variances).map { $0 * $1 }
    discrepancy = max(0, fit.discrepancy(parameters))
    count = covariances.count
  }

  /// Omega total: the share of the sum's variance that the factor explains.
  ///
  /// Source: McDonald (1999): (Σλ)² / ((Σλ)² + Σψ).
  public var omegaTotal: Double {
    let sum = compensatedSum(loadings)
    return sum * sum / (sum * sum + compensatedSum(uniquenesses))
  }

  /// The likelihood ratio against any covariances, (n - 1) F; large where one factor does not do.
  ///
  /// Programs that divide covariances by n give n F.
  public var chiSquared: Double { Double(count - 1) * discrepancy }

  /// The degrees of freedom, k(k - 3)/2; 0 for three items, which always fit.
  public var degreesOfFreedom: Int { loadings.count * (loadings.count - 3) / 2 }

  /// The p-value of the fit, or nil for three items.
  public var probability: Double? {
    ChiSquared(degreesOfFreedom: Double(degreesOfFreedom))?.upperTail(chiSquared)
  }
}
