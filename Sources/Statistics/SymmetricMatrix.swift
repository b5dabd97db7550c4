internal import CGSL

/// A symmetric matrix with what GSL computes of it.
struct SymmetricMatrix {
  let size: Int
  /// All values by rows.
  let values: [Double]

  /// Takes values by rows; fails if they are not finite or no square.
  init?(_ values: [Double]) {
    let size = Int(Double(values.count).squareRoot().rounded())
    guard size > 0, size * size == values.count, values.allSatisfy(\.isFinite) else { return nil }
    self.size = size
    self.values = values
  }

  subscript(row: Int, column: Int) -> Double { values[row * size + column] }

  /// The inverse by Cholesky's decomposition, or nil if the matrix is not positive definite.
  ///
  /// Rows and columns are first brought to a diagonal of 1, so that units do not matter.
  func inverse() -> SymmetricMatrix? {
    let scales = (0..<size).map { self[$0, $0].squareRoot() }
    guard scales.allSatisfy({ $0 > 0 }) else { return nil }
    let scaled = values.indices.map { values[$0] / (scales[$0 / size] * scales[$0 % size]) }
    return GSLMatrix(scaled, rows: size)?.choleskyInverse().flatMap { inverse in
      SymmetricMatrix(
        inverse.indices.map { inverse[$0] / (scales[$0 / size] * scales[$0 % size]) })
    }
  }

  /// The eigenvalues, falling, with unit vectors by rows.
  func eigen() -> (values: [Double], vectors: [[Double]])? {
    GSLMatrix(values, rows: size)?.symmetricEigen()
  }

  /// x with A x = b, or nil if the matrix is singular.
  func solving(_ right: [Double]) -> [Double]? { GSLMatrix(values, rows: size)?.solving(right) }
}

/// A square matrix in GSL's memory.
@safe private final class GSLMatrix {
  private let matrix: UnsafeMutablePointer<gsl_matrix>
  private let size: Int

  init?(_ values: [Double], rows: Int) {
    guard errorHandlerIsOff, let matrix = unsafe gsl_matrix_alloc(rows, rows) else { return nil }
    unsafe self.matrix = unsafe matrix
    size = rows
    for place in values.indices {
      unsafe gsl_matrix_set(matrix, place / rows, place % rows, values[place])
    }
  }

  deinit { unsafe gsl_matrix_free(matrix) }

  private func all() -> [Double]? {
    let values = (0..<size * size).map { place in
      unsafe gsl_matrix_get(matrix, place / size, place % size)
    }
    return values.allSatisfy(\.isFinite) ? values : nil
  }

  func choleskyInverse() -> [Double]? {
    guard unsafe gsl_linalg_cholesky_decomp1(matrix) == 0,
      let factor = all(),
      // What is positive by rounding alone has no inverse worth having.
      (0..<size).allSatisfy({ factor[$0 * size + $0] > 1e-7 }),
      unsafe gsl_linalg_cholesky_invert(matrix) == 0
    else { return nil }
    return all()
  }

  func symmetricEigen() -> (values: [Double], vectors: [[Double]])? {
    guard let workspace = unsafe gsl_eigen_symmv_alloc(size),
      let values = unsafe gsl_vector_alloc(size), let vectors = unsafe gsl_matrix_alloc(size, size)
    else { return nil }
    defer {
      unsafe gsl_eigen_symmv_free(workspace)
      unsafe gsl_vector_free(values)
      unsafe gsl_matrix_free(vectors)
    }
    guard unsafe gsl_eigen_symmv(matrix, values, vectors, workspace) == 0,
      unsafe gsl_eigen_symmv_sort(values, vectors, GSL_EIGEN_SORT_VAL_DESC)
        == 0
    else { return nil }
    let found = (0..<size).map { place in unsafe gsl_vector_get(values, place) }
    let rows = (0..<size).map { column in
      (0..<size).map { row in unsafe gsl_matrix_get(vectors, row, column) }
    }
    return found.allSatisfy(\.isFinite) ? (found, rows) : nil
  }

  func solving(_ right: [Double]) -> [Double]? {
    guard right.count == size, let permutation = unsafe gsl_permutation_alloc(size),
      let vector = unsafe gsl_vector_alloc(size)
    else { return nil }
    defer {
      unsafe gsl_permutation_free(permutation)
      unsafe gsl_vector_free(vector)
    }
    for place in right.indices { unsafe gsl_vector_set(vector, place, right[place]) }
    var sign: Int32 = 0
    guard unsafe gsl_linalg_LU_decomp(matrix, permutation, &sign) == 0,
      unsafe gsl_linalg_LU_svx(matrix, permutation, vector) == 0
    else { return nil }
    let found = (0..<size).map { place in unsafe gsl_vector_get(vector, place) }
    return found.allSatisfy(\.isFinite) ? found : nil
  }
}
