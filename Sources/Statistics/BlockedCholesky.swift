internal import Parallel

/// The Cholesky factor of a large symmetric matrix, computed by blocks on all cores.
///
/// The blocks depend on the size only, so the result has the same bits for any number of workers.
/// A matrix of n rows costs n³/3 multiplications and 4 n² bytes.
struct BlockedCholesky: Sendable {
  /// The number of rows.
  let size: Int
  /// Rows of blocks of the factor L; row i holds (i + 1) blocks side by side.
  private let blocks: [[Double]]

  /// The number of rows of a block; the last one may have fewer.
  static let width = 128

  private static func rows(of block: Int, size: Int) -> Int {
    min(width, size - block * width)
  }

  /// Factors a matrix.
  ///
  /// Fails if it is not positive definite.
  ///
  /// - Parameters:
  ///   - matrix: `size` x `size` values by rows; only the lower triangle is read.
  ///   - size: The number of rows.
  init?(_ matrix: [Double], size: Int) {
    self.size = size
    let width = Self.width
    let count = (size + width - 1) / width
    var rows: [[Double]] = (0..<count).map { block in
      let end = block * width + Self.rows(of: block, size: size)
      return (block * width..<end).flatMap { matrix[$0 * size..<$0 * size + end] }
    }
    for step in 0..<count {
      let height = Self.rows(of: step, size: size)
      let stride = step * width + height
      let diagonal = Self.columns(of: rows[step], stride: stride, from: step * width, to: stride)
      guard let factor = DenseKernel.choleskyFactor(diagonal, size: height) else { return nil }
      Self.put(factor, into: &rows[step], stride: stride, from: step * width)
      guard step + 1 < count else { break }
      let panels = Self.panels(rows, below: step, factor: factor, size: size)
      let transposed = panels.map { Self.transposed($0, columns: width) }
      let old = rows
      let updated = Parallel.map(count: panels.count) { place -> [Double] in
        let block = step + 1 + place
        let stride = block * width + Self.rows(of: block, size: size)
        var row = old[block]
        Self.put(panels[place], into: &row, stride: stride, from: step * width)
        for other in 0...place {
          DenseKernel.subtractProduct(
            from: &row, stride: stride, offset: (step + 1 + other) * width, left: panels[place],
            right: transposed[other], inner: width)
        }
        return row
      }
      rows.replaceSubrange((step + 1)..., with: updated)
    }
    blocks = rows
  }

  /// The blocks of L below the diagonal block of a step.
  private static func panels(
    _ rows: [[Double]], below step: Int, factor: [Double], size: Int
  ) -> [[Double]] {
    Parallel.map(count: rows.count - step - 1) { place -> [Double] in
      let block = step + 1 + place
      var panel = columns(
        of: rows[block], stride: block * width + Self.rows(of: block, size: size),
        from: step * width, to: (step + 1) * width)
      DenseKernel.solveTransposedRight(&panel, factor: factor, size: width)
      return panel
    }
  }

  private static func columns(
    of row: [Double], stride: Int, from start: Int, to end: Int
  ) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(row.count / stride * (end - start))
    for line in 0..<row.count / stride {
      values.append(contentsOf: row[line * stride + start..<line * stride + end])
    }
    return values
  }

  private static func put(
    _ block: [Double], into row: inout [Double], stride: Int, from start: Int
  ) {
    let columns = block.count / (row.count / stride)
    for line in 0..<row.count / stride {
      let place = line * stride + start
      row.replaceSubrange(
        place..<place + columns, with: block[line * columns..<(line + 1) * columns])
    }
  }

  private static func transposed(_ block: [Double], columns: Int) -> [Double] {
    let rows = block.count / columns
    var result = [Double](repeating: 0, count: block.count)
    for row in 0..<rows {
      for column in 0..<columns { result[column * rows + row] = block[row * columns + column] }
    }
    return result
  }

  private func stride(_ block: Int) -> Int {
    block * Self.width + Self.rows(of: block, size: size)
  }

  private func block(_ row: Int, _ column: Int) -> [Double] {
    Self.columns(
      of: blocks[row], stride: stride(row), from: column * Self.width,
      to: column * Self.width + Self.rows(of: column, size: size))
  }

  /// The diagonal of L.
  var diagonal: [Double] {
    (0..<size).map { row in
      let (block, line) = row.quotientAndRemainder(dividingBy: Self.width)
      return blocks[block][line * stride(block) + row]
    }
  }

  /// The whole of L by rows, with zeros above the diagonal.
  var full: [Double] {
    var result = [Double](repeating: 0, count: size * size)
    for block in blocks.indices {
      let stride = stride(block)
      for line in 0..<Self.rows(of: block, size: size) {
        let row = block * Self.width + line
        let start = line * stride
        result.replaceSubrange(
          row * size..<row * size + row + 1, with: blocks[block][start..<start + row + 1])
      }
    }
    return result
  }

  /// The columns of the inverse of L; column c holds rows c to the last of its block's first row.
  ///
  /// - Returns: Per block of columns, the number of its first row, and its columns one after the
  ///   other, each from that row to the end.
  func inverseColumns() -> [(start: Int, values: [Double])] {
    Parallel.map(count: blocks.count) { first -> (start: Int, values: [Double]) in
      let width = Self.rows(of: first, size: size)
      let start = first * Self.width
      var solved: [[Double]] = []
      for row in first..<blocks.count {
        let height = Self.rows(of: row, size: size)
        var part = [Double](repeating: 0, count: height * width)
        if row == first { for line in 0..<width { part[line * width + line] = 1 } }
        for (place, above) in solved.enumerated() {
          DenseKernel.subtractProduct(
            from: &part, stride: width, offset: 0, left: block(row, first + place), right: above,
            inner: above.count / width)
        }
        DenseKernel.solveLower(&part, factor: block(row, row), size: height)
        solved.append(part)
      }
      return (start, Self.transposed(solved.flatMap(\.self), columns: width))
    }
  }
}
