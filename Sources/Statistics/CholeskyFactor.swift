internal import Glibc

/// The Cholesky factor of a small symmetric matrix, which also finds out whether it is singular.
struct CholeskyFactor: Sendable {
  /// The number of rows.
  let size: Int
  /// The factor L by rows, with zeros above the diagonal.
  let lower: [Double]

  /// Factors a matrix.
  ///
  /// Fails if a pivot is not above `tolerance` times its diagonal element: the variable is then
  /// (nearly) a linear combination of those before it.
  ///
  /// - Parameters:
  ///   - matrix: `size` x `size` values by rows; only the lower triangle is read.
  ///   - size: The number of rows.
  ///   - tolerance: The share of its diagonal element that a pivot must keep.
  init?(_ matrix: [Double], size: Int, tolerance: Double = 1e-11) {
    var lower = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        var value = matrix[row * size + column]
        for k in 0..<column { value -= lower[row * size + k] * lower[column * size + k] }
        if row == column {
          let whole = matrix[row * size + row]
          guard value > tolerance * whole, value > 0, value.isFinite else { return nil }
          lower[row * size + row] = value.squareRoot()
        } else {
          lower[row * size + column] = value / lower[column * size + column]
        }
      }
    }
    self.size = size
    self.lower = lower
  }

  /// The logarithm of the determinant of the matrix.
  var logDeterminant: Double {
    (0..<size).reduce(0) { $0 + 2 * log(lower[$1 * size + $1]) }
  }

  /// Solves L x = b.
  func solveLower(_ vector: [Double]) -> [Double] {
    var x = vector
    for row in 0..<size {
      for k in 0..<row { x[row] -= lower[row * size + k] * x[k] }
      x[row] /= lower[row * size + row]
    }
    return x
  }

  /// Solves A x = b.
  func solve(_ vector: [Double]) -> [Double] {
    var x = solveLower(vector)
    for row in (0..<size).reversed() {
      for k in (row + 1)..<max(size, row + 1) { x[row] -= lower[k * size + row] * x[k] }
      x[row] /= lower[row * size + row]
    }
    return x
  }

  /// The inverse of the matrix by rows.
  var inverse: [Double] {
    var result = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      for (row, value) in solve(unit).enumerated() { result[row * size + column] = value }
    }
    return result
  }

  /// The quadratic form v' A⁻¹ v.
  func quadraticForm(_ vector: [Double]) -> Double {
    solveLower(vector).reduce(0) { $0 + $1 * $1 }
  }
}

/// The sum of the products of two arrays of one length.
func dot(_ a: [Double], _ b: [Double]) -> Double { DenseKernel.dot(a, b) }
