/// How well a mean over several conditions tells objects apart, from variance components.
///
/// Source: Brennan (2001), Generalizability Theory: the dependability of a mean is the variance of
/// the objects over itself plus the variances of all other components, each over the number of
/// conditions that the mean goes over (the index Φ; every component counts as error).
///
/// Limits: components are taken as known; conditions are drawn at random.
public struct Generalisability: Sendable, Equatable {
  /// Per component, its share of all variance.
  public let shares: [Double]
  /// The variance of a mean about its object's level.
  public let errorVariance: Double
  /// The dependability Φ of a mean, from 0 to 1.
  public let coefficient: Double

  /// Computes shares and coefficient.
  ///
  /// Fails for components that are negative, not finite or all 0, and for numbers below 1.
  ///
  /// - Parameters:
  ///   - variances: Per component, the residual among them.
  ///   - object: The place of the objects' component.
  ///   - numbers: Per component, over how many conditions a mean goes; not used for the objects.
  public init?(variances: [Double], object: Int, numbers: [Int]) {
    let total = variances.reduce(0, +)
    guard variances.allSatisfy({ $0 >= 0 && $0.isFinite }), total > 0, total.isFinite,
      variances.indices.contains(object), numbers.count == variances.count,
      numbers.allSatisfy({ $0 > 0 })
    else { return nil }
    shares = variances.map { $0 / total }
    var error = 0.0
    for place in variances.indices where place != object {
      error += variances[place] / Double(numbers[place])
    }
    errorVariance = error
    coefficient = variances[object] / (variances[object] + error)
  }
}
