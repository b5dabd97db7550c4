import Cleaning

/// Levels of rows, column by column in one array, so that loops over rows find each by its place.
struct LevelGrid: Sendable {
  /// The number of rows.
  let rows: Int
  /// The number of columns.
  let columns: Int
  private let levels: [Level]

  /// Joins columns.
  ///
  /// - Parameters:
  ///   - columns: The columns.
  ///   - rows: The number of rows of each.
  init(_ columns: [[Level]], rows: Int) {
    self.rows = rows
    self.columns = columns.count
    var levels: [Level] = []
    levels.reserveCapacity(rows * columns.count)
    for column in columns {
      precondition(column.count == rows, "columns of one length")
      levels.append(contentsOf: column)
    }
    self.levels = levels
  }

  /// Lends all levels; column c of row r stands at `c * rows + r`.
  @inline(__always) func withLevels<Result>(
    _ body: (UnsafeBufferPointer<Level>) -> Result
  ) -> Result {
    unsafe levels.withUnsafeBufferPointer { unsafe body($0) }
  }

  /// The highest of each row's levels in some columns, which is a missing state if there is one.
  ///
  /// - Parameter chosen: The columns.
  /// - Returns: One level or state per row.
  func highest(_ chosen: [Int]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: rows)
    unsafe withLevels { levels in
      unsafe result.withUnsafeMutableBufferPointer { result in
        for column in chosen {
          let start = column &* rows
          for row in result.indices {
            unsafe result[row] = max(result[row], levels[start &+ row].raw)
          }
        }
      }
    }
    return result
  }

  /// The sum of each row's levels in some columns, each times a factor, modulo 2^16.
  ///
  /// - Parameters:
  ///   - chosen: The columns.
  ///   - factors: The factor of each.
  /// - Returns: One sum per row.
  func sums(_ chosen: [Int], times factors: [UInt16]) -> [UInt16] {
    var result = [UInt16](repeating: 0, count: rows)
    unsafe withLevels { levels in
      unsafe result.withUnsafeMutableBufferPointer { result in
        for (column, factor) in zip(chosen, factors) {
          let start = column &* rows
          for row in result.indices {
            unsafe result[row] &+= UInt16(levels[start &+ row].raw) &* factor
          }
        }
      }
    }
    return result
  }
}
