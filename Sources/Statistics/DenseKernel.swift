internal import CGSL

// The few dense operations that the statistics leave to GSL. Matrices are arrays by rows. Every
// pointer of this module to GSL's linear algebra lives in this file.

private let succeeded = Int32(GSL_SUCCESS)
private let failed = Int32(GSL_EINVAL)

/// Dense linear algebra on arrays by rows.
enum DenseKernel {
  /// The lower Cholesky factor L of a symmetric matrix, with zeros above the diagonal.
  ///
  /// - Parameters:
  ///   - matrix: `size` x `size` values by rows; only the lower triangle is read.
  ///   - size: The number of rows.
  /// - Returns: L, or nil if the matrix is not positive definite.
  static func choleskyFactor(_ matrix: [Double], size: Int) -> [Double]? {
    guard errorHandlerIsOff, size > 0 else { return size == 0 ? [] : nil }
    var factor = matrix
    let status = unsafe factor.withUnsafeMutableBufferPointer { values -> Int32 in
      guard let base = values.baseAddress else { return failed }
      var view = unsafe gsl_matrix_view_array(base, size, size)
      return unsafe gsl_linalg_cholesky_decomp1(&view.matrix)
    }
    guard status == succeeded else { return nil }
    for row in 0..<size {
      guard factor[row * size + row].isFinite else { return nil }
      for column in (row + 1)..<max(size, row + 1) { factor[row * size + column] = 0 }
    }
    return factor
  }

  /// Solves X L' = B in place, for a lower triangular L.
  ///
  /// - Parameters:
  ///   - block: B, rows of `size` values.
  ///   - factor: L, `size` x `size`.
  ///   - size: The number of columns.
  static func solveTransposedRight(_ block: inout [Double], factor: [Double], size: Int) {
    guard size > 0, !block.isEmpty else { return }
    let rows = Int32(block.count / size)
    unsafe block.withUnsafeMutableBufferPointer { values in
      unsafe factor.withUnsafeBufferPointer { lower in
        unsafe cblas_dtrsm(
          CblasRowMajor, CblasRight, CblasLower, CblasTrans, CblasNonUnit, rows, Int32(size), 1,
          lower.baseAddress, Int32(size), values.baseAddress, Int32(size))
      }
    }
  }

  /// Solves L X = B in place, for a lower triangular L.
  ///
  /// - Parameters:
  ///   - block: B, `size` rows.
  ///   - factor: L, `size` x `size`.
  ///   - size: The number of rows.
  static func solveLower(_ block: inout [Double], factor: [Double], size: Int) {
    guard size > 0, !block.isEmpty else { return }
    let columns = Int32(block.count / size)
    unsafe block.withUnsafeMutableBufferPointer { values in
      unsafe factor.withUnsafeBufferPointer { lower in
        unsafe cblas_dtrsm(
          CblasRowMajor, CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, Int32(size), columns,
          1, lower.baseAddress, Int32(size), values.baseAddress, columns)
      }
    }
  }

  /// Solves L' X = B in place, for a lower triangular L.
  ///
  /// - Parameters:
  ///   - block: B, `size` rows.
  ///   - factor: L, `size` x `size`.
  ///   - size: The number of rows.
  static func solveLowerTransposed(_ block: inout [Double], factor: [Double], size: Int) {
    guard size > 0, !block.isEmpty else { return }
    let columns = Int32(block.count / size)
    unsafe block.withUnsafeMutableBufferPointer { values in
      unsafe factor.withUnsafeBufferPointer { lower in
        unsafe cblas_dtrsm(
          CblasRowMajor, CblasLeft, CblasLower, CblasTrans, CblasNonUnit, Int32(size), columns,
          1, lower.baseAddress, Int32(size), values.baseAddress, columns)
      }
    }
  }

  /// Subtracts the product A B from some columns of C, in place.
  ///
  /// - Parameters:
  ///   - target: C, rows of `stride` values.
  ///   - stride: The number of columns of C.
  ///   - offset: The first column of C that is changed.
  ///   - left: A, as many rows as C, `inner` columns.
  ///   - right: B, `inner` rows.
  ///   - inner: The number of columns of A.
  static func subtractProduct(
    from target: inout [Double], stride: Int, offset: Int, left: [Double], right: [Double],
    inner: Int
  ) {
    guard inner > 0, stride > 0, !left.isEmpty, !right.isEmpty else { return }
    let rows = left.count / inner
    let columns = right.count / inner
    precondition(target.count == rows * stride && offset + columns <= stride, "blocks fit")
    unsafe target.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      unsafe left.withUnsafeBufferPointer { a in
        unsafe right.withUnsafeBufferPointer { b in
          unsafe cblas_dgemm(
            CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(rows), Int32(columns), Int32(inner),
            -1, a.baseAddress, Int32(inner), b.baseAddress, Int32(columns), 1, base + offset,
            Int32(stride))
        }
      }
    }
  }

  /// Adds a multiple of part of one array to an array of that length.
  ///
  /// - Parameters:
  ///   - factor: The multiple.
  ///   - source: Where the part is.
  ///   - start: Where it starts.
  ///   - target: What is added to.
  ///   - offset: The first place that is changed; the part is as long as what follows.
  static func add(
    _ factor: Double, times source: [Double], from start: Int, to target: inout [Double],
    at offset: Int
  ) {
    let count = target.count - offset
    precondition(offset >= 0 && start >= 0 && start + count <= source.count, "parts fit")
    guard count > 0 else { return }
    unsafe target.withUnsafeMutableBufferPointer { values in
      unsafe source.withUnsafeBufferPointer { part in
        guard let into = values.baseAddress, let from = part.baseAddress else { return }
        unsafe cblas_daxpy(Int32(count), factor, from + start, 1, into + offset, 1)
      }
    }
  }

  /// The sum of the products of two arrays; what one has more than the other is left out.
  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    unsafe a.withUnsafeBufferPointer { left in
      unsafe b.withUnsafeBufferPointer { right in
        unsafe cblas_ddot(
          Int32(min(left.count, right.count)), left.baseAddress, 1, right.baseAddress, 1)
      }
    }
  }

  /// The eigenvalues, falling, and eigenvectors (columns) of a symmetric matrix.
  ///
  /// - Parameters:
  ///   - matrix: `size` x `size` values by rows, symmetric.
  ///   - size: The number of rows, at least 1.
  /// - Returns: Values and vectors, or nil if they are not found.
  static func eigen(_ matrix: [Double], size: Int) -> (values: [Double], vectors: [Double])? {
    guard errorHandlerIsOff, size > 0, matrix.count == size * size,
      matrix.allSatisfy(\.isFinite), let workspace = unsafe gsl_eigen_symmv_alloc(size)
    else { return nil }
    defer { unsafe gsl_eigen_symmv_free(workspace) }
    var (copy, values) = (matrix, [Double](repeating: 0, count: size))
    var vectors = [Double](repeating: 0, count: size * size)
    let status = unsafe copy.withUnsafeMutableBufferPointer { a -> Int32 in
      unsafe values.withUnsafeMutableBufferPointer { w -> Int32 in
        unsafe vectors.withUnsafeMutableBufferPointer { v -> Int32 in
          guard let a = a.baseAddress, let w = w.baseAddress, let v = v.baseAddress else {
            return failed
          }
          var input = unsafe gsl_matrix_view_array(a, size, size)
          var lambda = unsafe gsl_vector_view_array(w, size)
          var columns = unsafe gsl_matrix_view_array(v, size, size)
          let status = unsafe gsl_eigen_symmv(
            &input.matrix, &lambda.vector, &columns.matrix, workspace)
          guard status == succeeded else { return status }
          return unsafe gsl_eigen_symmv_sort(
            &lambda.vector, &columns.matrix, GSL_EIGEN_SORT_VAL_DESC)
        }
      }
    }
    return status == succeeded ? (values, vectors) : nil
  }
}
