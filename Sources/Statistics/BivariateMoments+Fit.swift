internal import Glibc

extension BivariateMoments {
  /// Evaluates the criterion.
  ///
  /// - Parameter delta: The covariance matrix of the random effects over σ²: first, mixed, second.
  /// - Returns: The fit, or nil where it is not defined.
  func fit(_ delta: [Double]) -> Fit? {
    let size = fixed
    var (matrix, vector, logs) = (xx, xy, 0.0)
    var weights: [[Double]] = []
    for group in groups {
      let (w, determinant) = Self.weight(group, delta)
      guard determinant > 0 else { return nil }
      logs += log(determinant)
      weights.append(w)
      let (first, second) = (group.zx[0], group.zx[1])
      for row in 0..<size {
        let left = w[0] * first[row] + w[1] * second[row]
        let right = w[1] * first[row] + w[2] * second[row]
        for column in 0...row {
          matrix[row * size + column] -= left * first[column] + right * second[column]
        }
        vector[row] -= left * group.zy[0] + right * group.zy[1]
      }
    }
    guard let factor = CholeskyFactor(matrix, size: size) else { return nil }
    let step = factor.solve(vector)
    let residual = self.residual(step, weights)
    guard residual > 0 else { return nil }
    let scale = residual / freedom
    return Fit(
      deviance: freedom * (1 + log(2 * .pi * scale)) + logs + factor.logDeterminant,
      scale: scale, coefficients: zip(start, step).map { $0 + $1 }, factor: factor,
      gradient: gradient(step, weights, factor, scale))
  }

  /// z'r of a group.
  private func products(_ group: Group, _ step: [Double]) -> (Double, Double) {
    (group.zy[0] - dot(group.zx[0], step), group.zy[1] - dot(group.zx[1], step))
  }

  private func residual(_ step: [Double], _ weights: [[Double]]) -> Double {
    let size = fixed
    var sum = yy - 2 * dot(xy, step)
    for row in 0..<size {
      for column in 0..<size { sum += step[row] * xx[row * size + column] * step[column] }
    }
    for (group, w) in zip(groups, weights) {
      let (a, b) = products(group, step)
      sum -= w[0] * a * a + 2 * w[1] * a * b + w[2] * b * b
    }
    return sum
  }

  /// Σ z'Pz - z'Py y'Pz / s².
  private func gradient(
    _ step: [Double], _ weights: [[Double]], _ factor: CholeskyFactor, _ scale: Double
  ) -> [Double] {
    var sums = [0.0, 0.0, 0.0]
    for (group, w) in zip(groups, weights) {
      let z = group.z
      // I - z'z w, by rows.
      let (a, b) = (1 - z[0] * w[0] - z[1] * w[1], -z[0] * w[1] - z[1] * w[2])
      let (c, d) = (-z[1] * w[0] - z[2] * w[1], 1 - z[1] * w[1] - z[2] * w[2])
      let first = zip(group.zx[0], group.zx[1]).map { a * $0 + b * $1 }
      let second = zip(group.zx[0], group.zx[1]).map { c * $0 + d * $1 }
      let (p, q) = (factor.solveLower(first), factor.solveLower(second))
      let (s, t) = products(group, step)
      let (g, h) = (a * s + b * t, c * s + d * t)
      sums[0] += a * z[0] + b * z[1] - dot(p, p) - g * g / scale
      sums[1] += a * z[1] + b * z[2] - dot(p, q) - g * h / scale
      sums[2] += c * z[1] + d * z[2] - dot(q, q) - h * h / scale
    }
    return sums
  }
}
