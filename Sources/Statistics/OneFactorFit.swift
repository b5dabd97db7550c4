internal import Glibc

/// The search for the best factor of a correlation matrix.
struct OneFactorFit {
  struct Parameters {
    var loadings: [Double]
    var uniquenesses: [Double]
  }

  private let matrix: SymmetricMatrix
  private let logDeterminant: Double
  private var size: Int { matrix.size }

  init(_ matrix: SymmetricMatrix, logDeterminant: Double) {
    self.matrix = matrix
    self.logDeterminant = logDeterminant
  }

  func start(along vector: [Double], share: Double) -> Parameters {
    let loadings = vector.map { $0 * (0.8 * share).squareRoot() }
    let kept = loadings.map { min(max($0, -0.95), 0.95) }
    return Parameters(loadings: kept, uniquenesses: kept.map { 1 - $0 * $0 })
  }

  /// Σ⁻¹λ, and 1 + λ'Ψ⁻¹λ.
  private func weights(_ at: Parameters) -> (weights: [Double], factor: Double) {
    let ratios = zip(at.loadings, at.uniquenesses).map { $0 / $1 }
    let factor = 1 + compensatedSum(zip(at.loadings, ratios).map { $0 * $1 })
    return (ratios.map { $0 / factor }, factor)
  }

  private func times(_ vector: [Double]) -> [Double] {
    (0..<size).map { row in
      compensatedSum((0..<size).lazy.map { matrix[row, $0] * vector[$0] })
    }
  }

  func discrepancy(_ at: Parameters) -> Double {
    let (weights, factor) = weights(at)
    let spread = compensatedSum(zip(weights, times(weights)).map { $0 * $1 })
    let trace = compensatedSum(at.uniquenesses.map { 1 / $0 }) - factor * spread
    return compensatedSum(at.uniquenesses.map { log($0) }) + log(factor) + trace - logDeterminant
      - Double(size)
  }

  /// One step of expectation maximisation, which never makes the fit worse.
  func expectationStep(_ at: Parameters) -> Parameters {
    let weights = weights(at).weights
    let product = times(weights)
    let explained = compensatedSum(zip(weights, at.loadings).map { $0 * $1 })
    let second = 1 - explained + compensatedSum(zip(weights, product).map { $0 * $1 })
    let loadings = product.map { $0 / second }
    let uniquenesses = (0..<size).map { max(1e-6, matrix[$0, $0] - loadings[$0] * product[$0]) }
    return Parameters(loadings: loadings, uniquenesses: uniquenesses)
  }

  /// The derivatives by loadings and by logarithms of uniquenesses.
  private func gradient(_ at: Parameters) -> [Double] {
    // With G = Σ⁻¹(Σ - S)Σ⁻¹: 2Gλ, and ψ times G's diagonal.
    let (weights, factor) = weights(at)
    let product = times(weights)
    let spread = compensatedSum(zip(weights, product).map { $0 * $1 })
    // Σ⁻¹Sw, using Σ⁻¹ = Ψ⁻¹ - f w w' with w = Σ⁻¹λ.
    let inner = (0..<size).map { product[$0] / at.uniquenesses[$0] - factor * weights[$0] * spread }
    let byLoadings = (0..<size).map { 2 * (weights[$0] - inner[$0]) }
    let byUniquenesses = (0..<size).map { item -> Double in
      let (psi, weight) = (at.uniquenesses[item], weights[item])
      let own = 1 / psi - factor * weight * weight
      let fitted =
        matrix[item, item] / (psi * psi) - 2 * factor * weight * product[item] / psi
        + factor * factor * weight * weight * spread
      return psi * (own - fitted)
    }
    return byLoadings + byUniquenesses
  }

  private func moved(_ at: Parameters, by step: [Double], _ share: Double = 1) -> Parameters {
    Parameters(
      loadings: (0..<size).map { at.loadings[$0] + share * step[$0] },
      uniquenesses: (0..<size).map { at.uniquenesses[$0] * exp(share * step[size + $0]) })
  }

  /// The second derivatives, as central differences of the gradient.
  private func curvature(_ at: Parameters) -> [Double] {
    let count = 2 * size
    var columns: [[Double]] = []
    for place in 0..<count {
      var step = [Double](repeating: 0, count: count)
      step[place] = 1e-5
      let (above, below) = (gradient(moved(at, by: step)), gradient(moved(at, by: step, -1)))
      columns.append(zip(above, below).map { ($0 - $1) / 2e-5 })
    }
    return (0..<count * count).map { place in
      (columns[place % count][place / count] + columns[place / count][place % count]) / 2
    }
  }

  /// Newton's method, held back by a growing diagonal where it would make the fit worse.
  func newton(_ start: Parameters) throws(OneFactorModel.Failure) -> Parameters {
    var here = start
    var value = discrepancy(here)
    var damping = 0.0
    for _ in 0..<200 {
      let gradient = gradient(here)
      let steepest = gradient.map(\.magnitude).max() ?? 0
      guard steepest.isFinite else { throw .notConverged }
      if steepest < 1e-13 { return here }
      var curvature = curvature(here)
      for place in 0..<2 * size { curvature[place * 2 * size + place] += damping }
      let step = SymmetricMatrix(curvature)?.solving(gradient.map { -$0 })
      let isSmall = step.map { $0.allSatisfy { $0.magnitude < 1e-10 } } ?? false
      if let step, step.allSatisfy({ $0.magnitude < 2 }) {
        let there = moved(here, by: step)
        let next = discrepancy(there)
        // Below 1e-10 rounding hides whether the fit gets better; the step is right all the same.
        if next.isFinite, next <= value + 1e-14 * max(1, value.magnitude) || isSmall {
          if isSmall, damping == 0 { return there }
          (here, value, damping) = (there, next, damping < 1e-6 ? 0 : damping / 10)
          if here.uniquenesses.contains(where: { $0 < 1e-7 }) { return here }
          continue
        }
      }
      damping = max(1e-4, damping * 10)
      if damping > 1e6 { break }
    }
    // On the way to a Heywood case the best fit lies where an item is explained fully.
    if let item = here.uniquenesses.firstIndex(where: { $0 < 0.005 }) {
      throw .improper(item: item)
    }
    throw .notConverged
  }
}
