internal import Glibc
internal import Parallel

/// The mixed model equations of crossed random intercepts at one set of variance ratios, solved.
///
/// Levels are scaled by the square roots of the ratios γ = τ²/σ², so that a ratio of 0 is allowed
/// (Bates et al. 2015). The eliminated factor leaves a dense Schur complement, which is factored.
struct CrossedSystem: Sendable {
  let design: CrossedDesign
  let ratios: [Double]
  /// The scale of each place of the dense part; 1 for fixed effects.
  private let scales: [Double]
  /// γ/(1 + γn) per level of the eliminated factor.
  private let weights: [Double]
  private let factor: BlockedCholesky
  private let lower: [Double]
  /// log|V/σ²| + log|X'(V/σ²)⁻¹X|.
  let logDeterminant: Double
  private let forward: [Double]
  private let sums: (dense: [Double], eliminated: [Double])
  /// y'Py times σ².
  let residual: Double

  var scale: Double { residual / design.freedom }
  /// The REML criterion.
  var deviance: Double { design.freedom * (1 + log(2 * .pi * scale)) + logDeterminant }

  /// Solves the equations; nil if they are singular.
  init?(_ design: CrossedDesign, ratios: [Double]) {
    self.design = design
    self.ratios = ratios
    let size = design.size
    var scales = [Double](repeating: 1, count: size)
    for k in design.levels.indices where k != design.eliminated {
      let first = design.offsets[k]
      for place in first..<first + design.levels[k] { scales[place] = ratios[k].squareRoot() }
    }
    let ratio = ratios[design.eliminated]
    let weights = design.counts.map { ratio / (1 + ratio * $0) }
    guard
      let factor = BlockedCholesky(
        Self.schurComplement(design, scales: scales, weights: weights), size: size)
    else { return nil }
    let lower = factor.full
    let sums = design.sums(of: design.residuals)
    let forward = Self.forward(design, sums, scales: scales, weights: weights, lower: lower)
    residual = Self.product(
      dot(design.residuals, design.residuals), (sums, forward), (sums, forward), weights: weights)
    logDeterminant =
      design.counts.reduce(0) { $0 + log1p(ratio * $1) }
      + factor.diagonal.reduce(0) { $0 + 2 * log($1) }
    guard residual > 0, logDeterminant.isFinite else { return nil }
    (self.scales, self.weights, self.factor, self.lower) = (scales, weights, factor, lower)
    (self.sums, self.forward) = (sums, forward)
  }

  private static func schurComplement(
    _ design: CrossedDesign, scales: [Double], weights: [Double]
  ) -> [Double] {
    let size = design.size
    var matrix = [Double](repeating: 0, count: size * size)
    for (row, column, value) in design.crossProducts {
      matrix[row * size + column] += value * scales[row] * scales[column]
    }
    for place in 0..<design.fixedStart { matrix[place * size + place] += 1 }
    for (coupling, weight) in zip(design.couplings, weights) where weight > 0 {
      let values = zip(coupling.places, coupling.values).map { scales[$0] * $1 }
      for (place, row) in coupling.places.enumerated() {
        let factor = weight * values[place]
        for other in 0...place {
          matrix[row * size + coupling.places[other]] -= factor * values[other]
        }
      }
    }
    return matrix
  }

  /// L⁻¹ times the right side that belongs to a vector of rows.
  private static func forward(
    _ design: CrossedDesign, _ sums: (dense: [Double], eliminated: [Double]), scales: [Double],
    weights: [Double], lower: [Double]
  ) -> [Double] {
    var right = sums.dense
    for (level, coupling) in design.couplings.enumerated() {
      let part = weights[level] * sums.eliminated[level]
      for (place, value) in zip(coupling.places, coupling.values) { right[place] -= part * value }
    }
    for place in right.indices { right[place] *= scales[place] }
    DenseKernel.solveLower(&right, factor: lower, size: design.size)
    return right
  }

  /// f'Pg times σ², from the product f'g and the sums of both.
  private static func product(
    _ product: Double, _ f: (sums: (dense: [Double], eliminated: [Double]), forward: [Double]),
    _ g: (sums: (dense: [Double], eliminated: [Double]), forward: [Double]), weights: [Double]
  ) -> Double {
    var value = product
    for (level, weight) in weights.enumerated() {
      value -= weight * f.sums.eliminated[level] * g.sums.eliminated[level]
    }
    return value - dot(f.forward, g.forward)
  }

  /// The matrix of f'Pg times σ² for several vectors of rows.
  func products(_ vectors: [[Double]]) -> [Double] {
    let prepared = vectors.map { vector in
      let sums = design.sums(of: vector)
      return (
        sums: sums,
        forward: Self.forward(design, sums, scales: scales, weights: weights, lower: lower)
      )
    }
    return vectors.indices.flatMap { row in
      vectors.indices.map { column in
        Self.product(
          dot(vectors[row], vectors[column]), prepared[row], prepared[column], weights: weights)
      }
    }
  }

  /// The predicted effects of all factors, and the fixed effects as corrections of the start.
  func solution() -> (effects: [[Double]], fixed: [Double]) {
    var dense = forward
    DenseKernel.solveLowerTransposed(&dense, factor: lower, size: design.size)
    for place in dense.indices { dense[place] *= scales[place] }
    let effects = design.levels.indices.map { k -> [Double] in
      guard k == design.eliminated else {
        return Array(dense[design.offsets[k]..<design.offsets[k] + design.levels[k]])
      }
      return design.couplings.enumerated().map { level, coupling in
        let known = zip(coupling.places, coupling.values).reduce(0) { $0 + dense[$1.0] * $1.1 }
        return weights[level] * (sums.eliminated[level] - known)
      }
    }
    return (effects, Array(dense[design.fixedStart...]))
  }

  /// The covariance matrix of the fixed effects over σ², by rows.
  func fixedCovariance() -> [Double] {
    let count = design.fixed.count
    var inverse = [Double](repeating: 0, count: count * count)
    for place in 0..<count { inverse[place * count + place] = 1 }
    let start = design.fixedStart
    let block = (0..<count).flatMap { row in
      (0..<count).map { lower[(start + row) * design.size + start + $0] }
    }
    DenseKernel.solveLower(&inverse, factor: block, size: count)
    DenseKernel.solveLowerTransposed(&inverse, factor: block, size: count)
    return inverse
  }

  /// Per factor and level, the prediction error variance of its effect over σ².
  func errorVariances() -> [[Double]] {
    let columns = factor.inverseColumns()
    let size = design.size
    var diagonal = [Double](repeating: 0, count: size)
    for block in columns {
      let height = size - block.start
      for column in 0..<block.values.count / height {
        let part = block.values[column * height..<(column + 1) * height]
        diagonal[block.start + column] = part.reduce(0) { $0 + $1 * $1 }
      }
    }
    return design.levels.indices.map { k in
      guard k != design.eliminated else { return eliminatedVariances(columns) }
      return (0..<design.levels[k]).map { ratios[k] * diagonal[design.offsets[k] + $0] }
    }
  }

  private func eliminatedVariances(
    _ columns: [(start: Int, values: [Double])]
  ) -> [Double] {
    let (size, piece) = (design.size, 64)
    let count = design.couplings.count
    return Parallel.map(count: (count + piece - 1) / piece) { number -> [Double] in
      (number * piece..<min(count, (number + 1) * piece)).map { level in
        guard weights[level] > 0 else { return 0 }
        var product = [Double](repeating: 0, count: size)
        let coupling = design.couplings[level]
        for (place, value) in zip(coupling.places, coupling.values) where value != 0 {
          let block = columns[place / BlockedCholesky.width]
          DenseKernel.add(
            value * scales[place], times: block.values,
            from: (place - block.start) * (size - block.start), to: &product, at: block.start)
        }
        return weights[level] + weights[level] * weights[level] * dot(product, product)
      }
    }.flatMap(\.self)
  }
}
