internal import CGSL
internal import Glibc

extension StudentizedRange {
  /// The probability of a value of at most `x` by the approximation that R's `ptukey` uses, for
  /// comparison with R; it is off by up to 1e-7, `lowerTail` is not.
  ///
  /// Source: Copenhaver & Holland (1988), Journal of Statistical Computation and Simulation 30.
  ///
  /// - Parameter x: Any finite number.
  /// - Returns: From 0 to 1, or nil if `x` is not finite.
  public func lowerTailByCopenhaverHolland(_ x: Double) -> Double? {
    guard x.isFinite, let inner = Legendre(points: 12), let outer = Legendre(points: 16) else {
      return nil
    }
    guard x > 0 else { return 0 }
    let freedom = degreesOfFreedom
    if freedom > 25_000 { return min(1, approximateRange(x, inner)) }
    // χ² is integrated in panels of this half width, until a panel adds nothing.
    let half = freedom <= 100 ? 1 : freedom <= 800 ? 0.5 : freedom <= 5000 ? 0.25 : 0.125
    let constant =
      freedom / 2 * log(freedom) - freedom * log(2) - lgamma(freedom / 2) + log(half)
    var total = 0.0
    for panel in 1...50 {
      let middle = Double(2 * panel - 1) * half
      var sum = 0.0
      for (place, weight) in outer.nodes {
        let square = middle + place * half
        let exponent = constant + (freedom / 2 - 1) * log(square) - square * freedom / 4
        guard exponent >= -30 else { continue }
        sum += weight * exp(exponent) * approximateRange(x * (square / 2).squareRoot(), inner)
      }
      if Double(panel) * half >= 1, sum <= 1e-14 { break }
      total += sum
    }
    return min(1, total)
  }

  /// The distribution of the range of normal means, by Gauss' rule in two or three panels.
  private func approximateRange(_ width: Double, _ rule: Legendre) -> Double {
    let (count, end) = (Double(means), 8.0)
    let start = width / 2
    guard start < end else { return 1 }
    let centre = erf(start * 0.5.squareRoot())
    var result = centre >= exp(-50 / count) ? pow(centre, count) : 0
    let panels = width > 3 ? 2 : 3
    let length = (end - start) / Double(panels)
    for panel in 0..<panels {
      let middle = start + (Double(panel) + 0.5) * length
      var sum = 0.0
      for (place, weight) in rule.nodes {
        let z = middle + place * length / 2
        guard z * z <= 60 else { break }
        let share = 0.5 * erfc(-z * 0.5.squareRoot()) - 0.5 * erfc((width - z) * 0.5.squareRoot())
        guard share >= exp(-30 / (count - 1)) else { continue }
        sum += weight * exp(-z * z / 2) * pow(share, count - 1)
      }
      result += sum * length * count / (2 * Double.pi).squareRoot()
    }
    return result <= exp(-30) ? 0 : min(1, result)
  }
}

/// Places and weights of Gauss' and Legendre's rule on -1..1, places rising.
private struct Legendre {
  let nodes: [(place: Double, weight: Double)]

  init?(points: Int) {
    guard let table = unsafe gsl_integration_glfixed_table_alloc(points) else { return nil }
    defer { unsafe gsl_integration_glfixed_table_free(table) }
    var nodes: [(Double, Double)] = []
    for index in 0..<points {
      var (place, weight) = (0.0, 0.0)
      unsafe gsl_integration_glfixed_point(-1, 1, index, &place, &weight, table)
      nodes.append((place, weight))
    }
    self.nodes = nodes.sorted { $0.0 < $1.0 }
  }
}
