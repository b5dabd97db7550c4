/// How uncertain the ranks of units are, from their estimates and standard errors.
///
/// True values are taken as independent and normal around the estimates. Rank 1 is the highest.
/// Ranks are less certain than the figures they come from: this says by how much.
public struct RankUncertainty: Sendable, Equatable {
  /// Why there is none.
  public enum Failure: String, Error, Sendable, Equatable {
    /// No unit at all.
    case noUnits = "no-units"
    /// Estimates and standard errors differ in number.
    case differingLengths = "different-lengths"
    /// An estimate or a standard error that is no finite number.
    case notFinite = "not-finite"
    /// A standard error below 0, or a rank outside 1 to the number of units.
    case outOfRange = "out-of-range"
  }

  /// The estimates.
  public let values: [Double]
  /// Their standard errors; 0 stands for a value known exactly.
  public let standardErrors: [Double]

  /// Takes the estimates.
  ///
  /// - Parameters:
  ///   - values: One per unit.
  ///   - standardErrors: One per unit, not negative.
  /// - Throws: Why that cannot be.
  public init(values: [Double], standardErrors: [Double]) throws(Failure) {
    guard values.count == standardErrors.count else { throw .differingLengths }
    guard !values.isEmpty else { throw .noUnits }
    guard (values + standardErrors).allSatisfy(\.isFinite) else { throw .notFinite }
    guard standardErrors.allSatisfy({ $0 >= 0 }) else { throw .outOfRange }
    self.values = values
    self.standardErrors = standardErrors
  }

  /// The ranks of the estimates; equal ones share the mean of theirs.
  public var ranks: [Double] { midRanks(values.map { -$0 }) }

  /// The expected ranks: 1 + Σ P(another's true value is higher).
  public var expectedRanks: [Double] {
    values.indices.map { unit in
      values.indices.reduce(1) { sum, other in
        other == unit ? sum : sum + probability(that: other, exceeds: unit)
      }
    }
  }

  private func probability(that other: Int, exceeds unit: Int) -> Double {
    let (a, b) = (standardErrors[other], standardErrors[unit])
    let distance = values[other] - values[unit]
    let deviation = (a * a + b * b).squareRoot()
    guard deviation > 0 else { return distance == 0 ? 0.5 : (distance > 0 ? 1 : 0) }
    return Normal.lowerTail(distance / deviation) ?? 0.5
  }

  /// Per unit, the probability that it is among the `most` highest.
  ///
  /// P(rank ≤ m) = ∫ P(fewer than m others are higher than t) dP(t), the number of others being a
  /// Poisson-binomial sum. The integral is taken over the unit's own distribution by Gauss-Legendre
  /// panels that are doubled until nothing changes by 1e-10.
  ///
  /// - Parameter most: From 1 to the number of units.
  /// - Returns: Probabilities from 0 to 1.
  /// - Throws: `outOfRange` for another rank.
  /// - Complexity: O(units² · most) per point of the integral.
  public func probabilities(ofRankWithin most: Int) throws(Failure) -> [Double] {
    guard (1...values.count).contains(most) else { throw .outOfRange }
    return values.indices.map { unit in
      guard standardErrors[unit] > 0 else {
        return chance(at: values[unit], of: unit, within: most)
      }
      var panels = 8
      var estimate = integral(unit, within: most, panels: panels)
      while panels < 4_096 {
        panels *= 2
        let finer = integral(unit, within: most, panels: panels)
        let isSettled = (finer - estimate).magnitude < 1e-10
        estimate = finer
        if isSettled { break }
      }
      return min(1, max(0, estimate))
    }
  }

  /// The chance that fewer than `most` others exceed `value`.
  private func chance(at value: Double, of unit: Int, within most: Int) -> Double {
    // counts[k] is the chance that exactly k others are higher; more than `most - 1` is dropped.
    var counts = [Double](repeating: 0, count: most)
    counts[0] = 1
    for other in values.indices where other != unit {
      let p = exceeding(value, other)
      for k in stride(from: most - 1, through: 1, by: -1) {
        counts[k] = counts[k] * (1 - p) + counts[k - 1] * p
      }
      counts[0] *= 1 - p
    }
    return counts.reduce(0, +)
  }

  private func exceeding(_ value: Double, _ other: Int) -> Double {
    let distance = values[other] - value
    guard standardErrors[other] > 0 else { return distance == 0 ? 0.5 : (distance > 0 ? 1 : 0) }
    return Normal.lowerTail(distance / standardErrors[other]) ?? 0.5
  }

  private func integral(_ unit: Int, within most: Int, panels: Int) -> Double {
    let (start, end) = (-8.5, 8.5)
    let width = (end - start) / Double(panels)
    var sum = 0.0
    for panel in 0..<panels {
      let middle = start + (Double(panel) + 0.5) * width
      for (node, weight) in GaussLegendre.eight {
        let score = middle + node * width / 2
        let value = values[unit] + score * standardErrors[unit]
        sum +=
          weight * width / 2 * Normal.density(score)
          * chance(at: value, of: unit, within: most)
      }
    }
    return sum
  }
}
