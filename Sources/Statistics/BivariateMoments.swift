/// What a mixed model with two random effects per group needs to know of its data.
///
/// Per group, the sums of products of the two columns z with themselves, with the fixed effects x
/// and with y, where y is first freed of its least squares fit on x.
struct BivariateMoments: Sendable {
  /// The sums of one group.
  struct Group: Sendable {
    /// z'z: first, mixed, second.
    var z: [Double] = [0, 0, 0]
    /// z'x: two rows.
    var zx: [[Double]]
    /// z'y.
    var zy: [Double] = [0, 0]
  }

  let count: Int
  let groups: [Group]
  /// The least squares coefficients that y was freed of.
  let start: [Double]
  let xx: [Double]
  let xy: [Double]
  let yy: Double
  /// Residuals with a smaller sum of squares than this come from rounding.
  let roundingError: Double

  var fixed: Int { start.count }
  var freedom: Double { Double(count - fixed) }

  /// Sums up rows; nil if a fixed effect is a combination of others.
  init?(
    outcome: [Double], fixed: [[Double]], effects: ([Double], [Double]), groups: [Int],
    groupCount: Int
  ) {
    let size = fixed.count
    let matrix = fixed.flatMap { row in fixed.map { dot(row, $0) } }
    guard let factor = CholeskyFactor(matrix, size: size) else { return nil }
    let start = factor.solve(fixed.map { dot($0, outcome) })
    var y = outcome
    for (column, coefficient) in zip(fixed, start) {
      for row in y.indices { y[row] -= coefficient * column[row] }
    }
    let empty = Group(zx: [[Double]](repeating: [Double](repeating: 0, count: size), count: 2))
    var sums = [Group](repeating: empty, count: groupCount)
    for (row, group) in groups.enumerated() {
      let (first, second) = (effects.0[row], effects.1[row])
      sums[group].z[0] += first * first
      sums[group].z[1] += first * second
      sums[group].z[2] += second * second
      sums[group].zy[0] += first * y[row]
      sums[group].zy[1] += second * y[row]
      for column in 0..<size {
        sums[group].zx[0][column] += first * fixed[column][row]
        sums[group].zx[1][column] += second * fixed[column][row]
      }
    }
    count = outcome.count
    self.groups = sums.filter { $0.z[0] > 0 || $0.z[2] > 0 }
    self.start = start
    xx = matrix
    xy = fixed.map { dot($0, y) }
    yy = dot(y, y)
    roundingError = Self.roundingError(of: outcome)
  }

  /// The sum of squares of residuals that may come from rounding.
  static func roundingError(of outcome: [Double]) -> Double {
    let mean = outcome.reduce(0, +) / Double(max(1, outcome.count))
    let total = outcome.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return max(1e-14 * total, 1e-28 * dot(outcome, outcome))
  }

  /// The REML criterion and its derivative at one relative covariance matrix.
  struct Fit {
    var deviance: Double
    var scale: Double
    var coefficients: [Double]
    var factor: CholeskyFactor
    /// The derivative by the relative covariance matrix: first, mixed (half of it), second.
    var gradient: [Double]
  }

  /// The weight matrix (I + Δ z'z)⁻¹ Δ and the logarithm of the determinant of I + Δ z'z.
  static func weight(
    _ group: Group, _ d: [Double]
  ) -> (w: [Double], determinant: Double) {
    let (z, delta) = (group.z, d)
    let a = 1 + delta[0] * z[0] + delta[1] * z[1]
    let b = delta[0] * z[1] + delta[1] * z[2]
    let c = delta[1] * z[0] + delta[2] * z[1]
    let e = 1 + delta[1] * z[1] + delta[2] * z[2]
    let determinant = a * e - b * c
    return (
      [
        (e * delta[0] - b * delta[1]) / determinant, (e * delta[1] - b * delta[2]) / determinant,
        (a * delta[2] - c * delta[1]) / determinant,
      ], determinant
    )
  }
}
