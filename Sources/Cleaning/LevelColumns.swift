/// Loops over columns of levels.
public enum LevelColumns {
  /// The highest of each row's levels, which is a missing state if there is one.
  ///
  /// - Parameter columns: At least one column, all of the same length.
  /// - Returns: One level or state per row.
  public static func highest(_ columns: [[Level]]) -> [Level] {
    combine(columns) { max($0, $1) }
  }

  /// The lowest of each row's levels, which is a missing state only if there is no level.
  ///
  /// - Parameter columns: At least one column, all of the same length.
  /// - Returns: One level or state per row.
  static func lowest(_ columns: [[Level]]) -> [Level] {
    combine(columns) { min($0, $1) }
  }

  @inline(__always) private static func combine(
    _ columns: [[Level]], _ choose: (UInt8, UInt8) -> UInt8
  ) -> [Level] {
    var result = columns[0]
    unsafe result.withUnsafeMutableBufferPointer { result in
      for column in columns.dropFirst() {
        precondition(column.count == result.count, "columns of one length")
        unsafe column.withUnsafeBufferPointer { column in
          for row in result.indices {
            unsafe result[row] = Level(raw: choose(result[row].raw, column[row].raw))
          }
        }
      }
    }
    return result
  }
}
